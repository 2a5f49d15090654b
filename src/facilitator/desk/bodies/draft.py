"""A charter that a body writes for itself: copied from another, with keys and sentences made for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

import msgspec

from facilitator import presets
from facilitator.rules.charter import (
    Charter,
    DecisionRule,
    SeatGroup,
    Source,
    Words,
)
from facilitator.words.figures import Unit, counted, listing
from facilitator.words.thresholds import rule_sentence
from facilitator.words.tongue import LANGUAGES, NBSP, tongue

OWN = "own"
"""The key of every charter that is no preset."""


def own_copy(charter: Charter, lang: str) -> Charter:
    """A preset as a charter of one's own: version 1, in force at once, its source named as the base.

    What is no preset is somebody's own already and stays what it is.
    """
    if charter.key not in {one.key for one in presets.charters()}:
        return charter
    t = tongue(lang)
    based = t("Own charter, based on “{title}”", title=charter.title.text(lang))
    return msgspec.structs.replace(
        charter,
        key=OWN,
        version=1,
        title=_both(_own_title),
        source=Source(title=based, place=charter.source.place),
        valid_from=None,
        valid_until=None,
        disabled=None,
    )


def _own_title(lang: str) -> str:
    t = tongue(lang)
    return t("Own charter")


def next_version(charter: Charter, newest: int, day: date | None) -> Charter:
    """The version after the newest, in force from a day on."""
    return msgspec.structs.replace(
        charter, version=newest + 1, valid_from=day, valid_until=None, disabled=None
    )


def free_key(stem: str, taken: Collection[str]) -> str:
    """A key inside a charter that nothing in it has yet: group, group2 and so on."""
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}{number}"
    return found


def sentence_of(charter: Charter) -> Words:
    """Who sits and what passes, in one sentence, written from groups and default rule."""
    rule = charter.rule()
    return _both(lambda lang: _sentence(charter, rule, lang))


def _sentence(charter: Charter, rule: DecisionRule | None, lang: str) -> str:
    t = tongue(lang)
    groups = listing((_group(one, lang) for one in charter.groups), lang)
    passes = rule_sentence(charter, rule, lang) if rule is not None and rule.consent else ""
    if charter.seats and len(charter.groups) > 1:
        groups = t(
            "{seats}: {groups}", seats=counted(charter.seats, Unit.SEATS, lang), groups=groups
        )
    passes = passes[:1].lower() + passes[1:] if lang == "en" else passes
    return t("{groups}; {rule}.", groups=groups, rule=passes)


def _group(group: SeatGroup, lang: str) -> str:
    t, title = tongue(lang), group.title.text(lang)
    seats = counted(group.seats, Unit.SEATS, lang) if group.seats else t("as many as register")
    return t("{group} {seats}", group=title, seats=seats)


def _both(make: Callable[[str], str]) -> Words:
    said = {lang: make(lang).replace(NBSP, " ") for lang in LANGUAGES}  # as people would type it
    return Words(zh=said["zh"], en=said["en"])
