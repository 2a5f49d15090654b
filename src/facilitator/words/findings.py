"""How a roster differs from its charter, in a sentence each. Findings are said, never repaired."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.rules.charter import Charter
from facilitator.rules.composition import Finding, FindingKind
from facilitator.words.figures import date_words
from facilitator.words.thresholds import group_words
from facilitator.words.tongue import mark, tongue

_SENTENCES = {
    FindingKind.MISSING: mark("{group} {held}/{seats}, {number} missing"),
    FindingKind.SURPLUS: mark("{group} {held}/{seats}, {number} too many"),
    FindingKind.WRONG_GROUP: mark(
        "Seat {seat} belongs to {group} and is held by {member} ({other}): a ruling is needed."
    ),
    FindingKind.TERM_EXPIRED: mark("The term of {member} (seat {seat}) ended on {day}."),
    FindingKind.DUPLICATE: mark(
        "{member} and {other} have the same name: check whether they are one person."
    ),
    FindingKind.OFFICE_WRONG_GROUP: mark(
        "{office} should come from {group}, but {member} ({other}) holds it."
    ),
    FindingKind.OFFICE_TWICE: mark("{office} is held by more than one member; {member} is one."),
    FindingKind.OFFICE_VACANT: mark("{office} is vacant."),
}


def finding_sentence(
    finding: Finding, charter: Charter, lang: str, name_of: Callable[[str], str] | None = None
) -> str:
    """One finding in words: 新居民 5/6，缺 1. `name_of` turns a member's id into a name."""
    name = name_of or str
    duplicate = finding.kind is FindingKind.DUPLICATE
    other = name(finding.other) if duplicate else group_words(finding.other, charter, lang)
    group = charter.group(finding.group)
    seats = group.seats if group is not None else 0
    held = seats - finding.number
    if finding.kind is FindingKind.SURPLUS:
        held = seats + finding.number
    office = charter.office(finding.office)
    t = tongue(lang)
    return t(
        _SENTENCES[finding.kind],
        group=group_words(finding.group, charter, lang),
        held=held,
        seats=seats,
        number=finding.number,
        member=name(finding.member),
        other=other,
        seat=finding.seat,
        office=office.title.text(lang) if office is not None else finding.office,
        day=date_words(finding.day, lang) if finding.day is not None else "",
    )
