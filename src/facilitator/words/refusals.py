"""A refusal or a trouble as one calm sentence: what stood in the way, where, and the way on.

The tables in `refused/` hold the words. Whoever raises a new code writes its sentence there; a test reads the
source and fails for a code without one. A code of a newer version still gives an honest sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.words.facts import (
    MISSING,
    Named,
    empty_words,
    fact_words,
    fields,
    problem_words,
)
from facilitator.words.refused import (
    aftermath,
    entries,
    files,
    forum,
    meetings,
    pabulib,
    rosters,
    rounds,
    safekeeping,
    selection,
    sheets,
    votes,
)
from facilitator.words.tongue import Tongue, mark, tongue

SENTENCES: Mapping[str, str | tuple[str, ...]] = {
    **meetings.SENTENCES,
    **forum.SENTENCES,
    **aftermath.SENTENCES,
    **votes.SENTENCES,
    **selection.SENTENCES,
    **rosters.SENTENCES,
    **rounds.SENTENCES,
    **sheets.SENTENCES,
    **pabulib.SENTENCES,
    **entries.SENTENCES,
    **files.SENTENCES,
    **safekeeping.SENTENCES,
}

NO_SENTENCE = mark("This cannot be done (code {code}).")


def refusal_sentence(
    code: str,
    facts: Mapping[str, Any],
    lang: str,
    name_of: Callable[[str], str] | None = None,
    title_of: Callable[[str], str] | None = None,
) -> str:
    """What a `RuleViolation` or `Trouble` says to people, in `lang`. Never fails, whatever the facts are.

    `name_of` turns the id of a person into a name; `title_of` the key of a seat group, an office, a phase, a
    rule or a charter into its title. Without them ids and keys are shown as they are. A row number among
    the facts (`row`, from the import of a roster) goes in front.
    """
    t = tongue(lang)
    named = Named(lang, name_of or str, title_of or str)
    given = {key: fact_words(code, key, value, named) for key, value in facts.items()}
    if given.get("problem"):
        given["problem"] = problem_words(given["problem"], given, lang)
    if code == "charter-disabled":
        given["why"] = str(facts.get(lang) or MISSING)
    if code == "nothing-to-print":
        given["why"] = empty_words(str(facts.get("paper")), lang)
    sentence = _sentence(code, given)
    text = _filled(t, sentence, {**given, "code": code})
    if not given.get("row") or "row" in fields(sentence):
        return text
    return t("Row {row}: {sentence}", row=given["row"], sentence=text)


def _sentence(code: str, given: Mapping[str, str]) -> str:
    """The first sentence for a code that has all its facts, else the last."""
    found = SENTENCES.get(code, NO_SENTENCE)
    several = (found,) if isinstance(found, str) else found
    return next((one for one in several if all(given.get(f) for f in fields(one))), several[-1])


def _filled(t: Tongue, sentence: str, given: Mapping[str, str]) -> str:
    return t(sentence, **{field: given.get(field) or MISSING for field in fields(sentence)})
