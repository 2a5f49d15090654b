"""What the version of a paper that is posted keeps back, told beside its preview: found by comparing both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from facilitator.meeting.attendance import Excused, Left, TimesCorrected
from facilitator.meeting.polls import Method
from facilitator.meeting.striking import StayStruck
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.clerk import Clerk, clerk
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.material import Material
from facilitator.papers.model import Paper

ROOM = (Excused, Left, TimesCorrected, StayStruck)
"""What happened in the room for a reason that is nobody else's business."""


class Withheld(msgspec.Struct, frozen=True):
    """What stands in the full version of a paper and not in the public one."""

    names: tuple[tuple[str, str], ...] = ()
    """Names of the full version, each with what it is replaced by."""
    homes: bool = False
    """Addresses and units."""
    reasons: bool = False
    """Why somebody asked for leave, left, or was not there."""
    votes: bool = False
    """Who voted how."""
    contacts: bool = False
    """How to reach an action group."""
    standing: tuple[str, ...] = ()
    """Names that can be read all the same: what was decided stands word for word."""


def withheld(material: Material, kind: str) -> Withheld:
    """Compare both versions; refused (`nothing-to-print`) as the paper itself is."""
    make = PAPERS[kind]
    full = _words(make(replace(material, public=False)))
    public = _words(make(replace(material, public=True)))
    c = clerk(replace(material, public=True))

    def gone(texts: Iterable[str]) -> bool:
        return any(text and text in full and text not in public for text in texts)

    said, still = _names_in(full, c.names.hidden), _names_in(public, c.names.hidden)
    named = [(name, mask) for name, mask in c.names.hidden.items() if name in said]
    return Withheld(
        names=tuple(named),
        homes=gone(person.address for person in material.people.values()),
        reasons=gone(_reasons(c)),
        votes=kind == "record" and any(_named_votes(c)),
        contacts=gone(group.contact for group in c.meeting.groups.going()),
        standing=tuple(name for name, _ in named if name in still),
    )


def _words(papers: Iterable[Paper]) -> str:
    """All words of papers, each in quotation marks; what follows only the markup of JSON is no word."""
    return "\n".join(re.sub(r"\\n", "\n", msgspec.json.encode(p).decode()) for p in papers)


def _names_in(text: str, names: Iterable[str]) -> set[str]:
    """The names that stand in a text as people's names, by the rule that masks them; all in one reading."""
    marks = {name: f"\0{n}\0" for n, name in enumerate(name for name in names if name in text)}
    found = Hiding(marks, (), ()).text(text)
    return {name for name, mark in marks.items() if mark in found}


def _reasons(c: Clerk) -> Iterator[str]:
    for entry in c.meeting.chronicle:
        event = entry.recorded.event
        if isinstance(event, ROOM):
            yield c.bare(event.reason)


def _named_votes(c: Clerk) -> Iterator[bool]:
    for poll in c.meeting.polls.all.values():
        yield poll.method is Method.ROLL_CALL and bool(poll.votes)
