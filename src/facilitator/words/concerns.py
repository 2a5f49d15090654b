"""What there is to look at in a project or a round: a few words for a chip, and a sentence with its facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from facilitator.rounds.concerns import Concern
from facilitator.words.aftermath import late_words
from facilitator.words.figures import date_words, listing, money
from facilitator.words.tongue import Tongue, mark, mark_in, tongue

HEADS: Mapping[str, tuple[str, str]] = {
    "nobody-asked": mark_in("concern", "Nobody asked"),
    "few-asked": mark_in("concern", "Few asked"),
    "inviter-unknown": mark_in("concern", "Who invited not known"),
    "hand-picked": mark_in("concern", "All named by the committee"),
    "meeting-unannounced": mark_in("concern", "Meeting not announced"),
    "needs-unranked": mark_in("concern", "Needs not ranked"),
    "evidence-after-draft": mark_in("concern", "Asked after the draft"),
    "no-need-named": mark_in("concern", "No need named"),
    "no-risks": mark_in("concern", "No risks thought of"),
    "no-upkeep": mark_in("concern", "Upkeep not said"),
    "above-budget": mark_in("concern", "Above the whole budget"),
    "revised-after-screening": mark_in("concern", "Revised after screening"),
    "granted-by-hand": mark_in("concern", "Not decided in public"),
    "team-without-residents": mark_in("concern", "No residents in the team"),
    "team-without-staff": mark_in("concern", "No staff in the team"),
    "untrained": mark_in("concern", "Not trained"),
    "receipts-missing": mark_in("concern", "Receipts missing"),
    "overspent": mark_in("concern", "Overspent"),
    "paid-above-grant": mark_in("concern", "Paid above the grant"),
    "instalments-above-grant": mark_in("concern", "Instalments above the grant"),
    "satisfaction-missing": mark_in("concern", "Residents not asked how satisfied"),
    "nobody-keeps-it": mark_in("concern", "Nobody keeps it up"),
    "milestone-overdue": mark_in("concern", "Milestone overdue"),
    "not-started": mark_in("concern", "Has not started"),
    "look-back-overdue": mark_in("concern", "Look back overdue"),
    "granted-above-budget": mark_in("concern", "Granted above the budget"),
    "split-outdated": mark_in("concern", "Shares do not fit the grant"),
    "result-taken-back": mark_in("concern", "Result taken back"),
    "residents-not-deciding": mark_in("concern", "Residents do not decide"),
    "residents-not-evaluating": mark_in("concern", "Residents do not evaluate"),
}
"""A few words for each code."""

SENTENCES: Mapping[str, str] = {
    "nobody-asked": mark("No resident has been asked what is needed."),
    "few-asked": mark("Residents asked: {people}. Fewer than {least} speak for few."),
    "inviter-unknown": mark("Of {people} who came to a meeting it is not known who invited them."),
    "hand-picked": mark("All {people} were invited by the committee by name."),
    "meeting-unannounced": mark("The meeting on {on} was not announced before its day."),
    "needs-unranked": mark("Needs without a rank: {count}."),
    "no-need-named": mark("The proposal names no need that it answers."),
    "no-risks": mark("The proposal names no risk."),
    "no-upkeep": mark("The proposal does not say who keeps it up afterwards."),
    "above-budget": mark("{asked} are asked for; the whole budget of the round is {budget}."),
    "revised-after-screening": mark("The proposal was revised after it had passed the screening."),
    "team-without-residents": mark("There is no resident in the team."),
    "team-without-staff": mark("There is no staff of the committee in the team."),
    "untrained": mark("Not trained for their role: {count} of {people} in the team."),
    "receipts-missing": mark("Spent without a receipt: {fen} ({count})."),
    "overspent": mark("{spent} were spent; {granted} were granted."),
    "paid-above-grant": mark("{paid} were paid out; {granted} were granted."),
    "instalments-above-grant": mark(
        "Instalments of {planned} are planned; {granted} were granted."
    ),
    "satisfaction-missing": mark(
        "Residents have not been asked how satisfied they are; the contract wants it."
    ),
    "nobody-keeps-it": mark("It ended, and nobody is named who keeps it up."),
    "milestone-overdue": mark("A milestone was due on {due}: {late}."),
    "not-started": mark("It was to have begun by {due}; nothing has been seen, reached or spent."),
    "look-back-overdue": mark("It was to be looked back on by {due}: {late}."),
    "granted-above-budget": mark("{granted} are granted; the funders give {budget} together."),
    "split-outdated": mark(
        "What funders pay for {project} comes to {shares}; {granted} are granted."
    ),
    "result-taken-back": mark(
        "The result of {meeting} was taken back after it was taken over here: what it granted may change."
    ),
    "residents-not-deciding": mark("Residents take no part in deciding on the money of {name}."),
    "residents-not-evaluating": mark("Residents take no part in evaluating what {name} pays for."),
}
_MONEY = ("asked", "budget", "fen", "spent", "granted", "paid", "planned", "shares")
_DAYS = ("on", "due", "drafted")


def concern_head(code: str, lang: str) -> str:
    """A few words for a concern; `KeyError` for one that has none (our own bug)."""
    return tongue(lang).within(*HEADS[code])


def concern_sentence(concern: Concern, lang: str) -> str:
    """A concern as one sentence with its facts."""
    t, facts = tongue(lang), concern.facts
    if concern.code == "evidence-after-draft":
        return _evidence(t, facts)
    if concern.code == "granted-by-hand":
        return _by_hand(t, facts)
    said = {key: _fact(key, facts[key], lang) for key in facts}
    if "days" in facts:
        said["late"] = late_words(facts["days"], lang)
    return t(SENTENCES[concern.code], **said)


def _evidence(t: Tongue, facts: Mapping[str, Any]) -> str:
    drafted, asked = (
        date_words(date.fromisoformat(facts[key]), t.lang) for key in ("drafted", "asked")
    )
    if facts["all"]:
        return t(
            "The proposal was drafted on {drafted}; residents were first asked on {asked}.",
            drafted=drafted,
            asked=asked,
        )
    return t(
        "Residents were asked on {asked}, too, after the proposal had been drafted on {drafted}.",
        drafted=drafted,
        asked=asked,
    )


def _by_hand(t: Tongue, facts: Mapping[str, Any]) -> str:
    if "projects" in facts:
        named = listing(facts["projects"], t.lang)
        return t("Granted without a public meeting: {projects}.", projects=named)
    day = date_words(date.fromisoformat(facts["on"]), t.lang)
    return t("Granted by {by} on {on}, not in a public meeting.", by=facts["by"], on=day)


def _fact(key: str, value: Any, lang: str) -> Any:
    if key in _MONEY and isinstance(value, int):
        return money(value, lang)
    if key in _DAYS and isinstance(value, str):
        return date_words(date.fromisoformat(value), lang)
    return value
