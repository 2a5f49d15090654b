"""What the version of a paper that is posted keeps back, told beside its preview: found by comparing both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from facilitator.followup.entries import Objected, Reported
from facilitator.meeting.attendance import Excused, Left, TimesCorrected
from facilitator.meeting.polls import Method
from facilitator.meeting.striking import StayStruck
from facilitator.papers.kinds import OF_BODY, OF_PROJECT, OF_ROUND, PAPERS
from facilitator.papers.kinds.clerk import Clerk, clerk
from facilitator.papers.kinds.followed import followed
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.office import office
from facilitator.papers.kinds.photos import photos_of
from facilitator.papers.kinds.round_list import round_clerk
from facilitator.papers.kinds.thread import thread
from facilitator.papers.material import BodyMaterial, Material, ProjectMaterial, RoundMaterial
from facilitator.papers.model import Paper, Pictures, without_pictures
from facilitator.papers.pictures import MOST

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
    photos: int = 0
    """How many photos are not shown."""
    objectors: bool = False
    """Who objected to what was posted."""
    reporters: bool = False
    """Who reported for an office."""
    callers: bool = False
    """Who led, called or came."""
    files: bool = False
    """Which files are kept."""
    standing: tuple[str, ...] = ()
    """Names that can be read all the same: what was decided stands word for word."""


Source = Material | BodyMaterial | ProjectMaterial | RoundMaterial


def withheld(source: Source, kind: str) -> Withheld:
    """Compare both versions; refused (`nothing-to-print`) as the paper itself is."""
    if isinstance(source, BodyMaterial):
        return _of_body(source, kind)
    if isinstance(source, ProjectMaterial):
        return _of_project(source, kind)
    if isinstance(source, RoundMaterial):
        return _of_round(source, kind)
    make = PAPERS[kind]
    full_papers = make(replace(source, public=False))
    public_papers = make(replace(source, public=True))
    full, public = _words(full_papers), _words(public_papers)
    c = clerk(replace(source, public=True))

    def gone(texts: Iterable[str]) -> bool:
        return any(text and text in full and text not in public for text in texts)

    said, still = _names_in(full, c.names.hidden), _names_in(public, c.names.hidden)
    named = [(name, mask) for name, mask in c.names.hidden.items() if name in said]
    told = [entry.event for story in source.stories.values() for entry in story.case.chronicle]
    return Withheld(
        names=tuple(named),
        homes=gone(person.address for person in source.people.values()),
        reasons=gone(_reasons(c)),
        votes=kind == "record" and any(_named_votes(c)),
        contacts=gone(group.contact for group in c.meeting.groups.going()),
        photos=max(0, _photos(source, kind) - _pictures(public_papers)),
        objectors=gone(e.person.name for e in told if isinstance(e, Objected) and e.person),
        reporters=gone(e.by for e in told if isinstance(e, Reported)),
        files=kind == "followup"
        and gone(file.name for e in told for file in getattr(e, "attached", ())),
        standing=tuple(name for name, _ in named if name in still),
    )


def _photos(source: Material, kind: str) -> int:
    """How many photos the full version shows; they need not be at hand to be counted."""
    if kind != "outcome":
        return 0
    c = clerk(replace(source, public=False))
    found = followed(c, kind)
    return sum(min(len(photos_of(one)), MOST) for one in found if one.matter.stands)


def _pictures(papers: Iterable[Paper]) -> int:
    blocks = (block for paper in papers for block in paper.blocks)
    return sum(len(block.pictures) for block in blocks if isinstance(block, Pictures))


def _of_body(source: BodyMaterial, kind: str) -> Withheld:
    """A body's lists name members, and who led, called or came."""
    make = OF_BODY[kind]
    full = _words(make(replace(source, public=False)))
    public = _words(make(replace(source, public=True)))
    hidden = office(replace(source, public=True)).hidden
    named = [(name, hidden[name]) for name in _names_in(full, hidden)]
    people = {one for row in source.calls for one in (row.caller, row.arrived_who)}
    people |= {row.lead_name for row in source.matters}
    return Withheld(
        names=tuple(sorted(named)),
        callers=any(one and one in full and one not in public for one in people),
        standing=tuple(sorted(_names_in(public, hidden))),
    )


def _of_project(source: ProjectMaterial, kind: str) -> Withheld:
    """A project's papers name its team."""
    make = OF_PROJECT[kind]
    full = make(replace(source, public=False))
    public = make(replace(source, public=True))
    hidden = thread(replace(source, public=True)).hidden
    return _team(_words(full), _words(public), hidden, max(0, _pictures(full) - _pictures(public)))


def _of_round(source: RoundMaterial, kind: str) -> Withheld:
    """Of the list of a round, too: its milestones may name somebody."""
    make = OF_ROUND[kind]
    full = _words(make(replace(source, public=False)))
    public = _words(make(replace(source, public=True)))
    return _team(full, public, round_clerk(replace(source, public=True)).hidden, 0)


def _team(full: str, public: str, hidden: dict[str, str], photos: int) -> Withheld:
    said, still = _names_in(full, hidden), _names_in(public, hidden)
    return Withheld(
        names=tuple((name, hidden[name]) for name in sorted(said)),
        photos=photos,
        standing=tuple(sorted(said & still)),
    )


def _words(papers: Iterable[Paper]) -> str:
    """All words of papers, each in quotation marks; what follows only the markup of JSON is no word."""
    return "\n".join(
        re.sub(r"\\n", "\n", msgspec.json.encode(without_pictures(p)).decode()) for p in papers
    )


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
