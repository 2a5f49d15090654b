"""Who is expected at the door and who has come, as data: seats by group, and everybody without a vote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.seating import Section, Sitting, guests, sections
from facilitator.meeting import Meeting
from facilitator.rules.charter import Base, Measure
from facilitator.rules.outcome import Verdict
from facilitator.rules.outlook import DryRun
from facilitator.words.figures import clock
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue, mark_in
from facilitator.words.votes import dry_run_words

FIXED = (Base.SEATS, Base.IN_OFFICE)
"""Bases that do not grow with those who come."""


class Came(StrEnum):
    """What is to be seen of somebody at the door."""

    HERE = "here"
    EXPECTED = "expected"
    EXCUSED = "excused"
    LEFT = "left"
    VACANT = "vacant"


SAID = {
    Came.HERE: mark_in("door", "{time}"),
    Came.EXPECTED: mark_in("door", "not here"),
    Came.EXCUSED: mark_in("door", "excused"),
    Came.LEFT: mark_in("door", "left {time}"),
    Came.VACANT: mark_in("door", "vacant"),
}


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody at the door, or a seat that is vacant; `seat` 0 and `group` -1 without a seat."""

    person: str
    name: str
    seat: int
    group: int
    came: Came
    at: datetime | None = None
    """When they came or went, by the clock of the room."""
    label: str = ""
    """A word more: in what capacity without a vote, or that they run the meeting."""

    def words(self, t: Tongue) -> str:
        """What stands below the name."""
        time = clock(self.at) if self.at else ""
        said = t.within(*SAID[self.came], time=time)
        if not self.label:
            return said
        return t.within("seat", "{first} · {second}", first=said, second=self.label)


@dataclass(frozen=True, slots=True)
class Party:
    """Those who belong together: a seat group, or (`group` -1) everybody without a vote."""

    group: int
    title: str
    comers: tuple[Comer, ...]
    here: int
    """How many of all of them are in the room, whichever are shown."""
    held: int
    """How many there are, vacant seats left out."""


def _party(group: int, title: str, comers: tuple[Comer, ...]) -> Party:
    here = sum(one.came is Came.HERE for one in comers)
    return Party(group, title, comers, here, sum(one.came is not Came.VACANT for one in comers))


def parties(desk: Desk, meeting: Meeting) -> tuple[Party, ...]:
    """All groups in the charter's order, then those without a vote, if there are any."""
    names, here = desk.session.names(meeting), partial(local, meeting)
    found = [_group(desk, meeting, one, here) for one in sections(meeting, names, here)]
    others = [
        Comer(
            one.person,
            one.name,
            0,
            -1,
            *_came(meeting, one.person, here),
            title(one.capacity, desk.lang),
        )
        for one in guests(meeting, names, here)
    ]
    if others:
        t = desk.t
        found.append(_party(-1, t("Without a vote"), tuple(others)))
    return tuple(found)


def narrowed(found: tuple[Party, ...], fits: Callable[[Comer], bool]) -> tuple[Party, ...]:
    """The same with those alone who fit; groups of whom nobody does are left out."""
    some = [replace(one, comers=tuple(filter(fits, one.comers))) for one in found]
    return tuple(one for one in some if one.comers)


def _group(
    desk: Desk, meeting: Meeting, section: Section, here: Callable[[datetime], datetime]
) -> Party:
    comers = tuple(_comer(desk, meeting, section.index, one, here) for one in section.sittings)
    return _party(section.index, section.group.title.text(desk.lang), comers)


def _comer(
    desk: Desk,
    meeting: Meeting,
    index: int,
    sitting: Sitting,
    here: Callable[[datetime], datetime],
) -> Comer:
    t = desk.t
    if not sitting.member:
        return Comer("", "", sitting.seat, index, Came.VACANT)
    label = t.within("seat", "host") if sitting.host else ""
    came = _came(meeting, sitting.member, here)
    return Comer(sitting.member, sitting.name, sitting.seat, index, *came, label)


def _came(
    meeting: Meeting, person: str, here: Callable[[datetime], datetime]
) -> tuple[Came, datetime | None]:
    attendance = meeting.attendance
    if attendance.came(person):
        stay = attendance.stays[person][-1]
        return (Came.HERE, here(stay.came)) if stay.left is None else (Came.LEFT, here(stay.left))
    return (Came.EXCUSED if person in attendance.excused else Came.EXPECTED), None


def outlook_words(meeting: Meeting, run: DryRun, lang: str, t: Tongue) -> str:
    """How many more have to come before anything can be carried; once they have, how many may withhold."""
    present = len(meeting.attendance.present(meeting.council.seats))
    if not present:
        return t("Nobody with a vote has signed in yet.")
    unmet = [test for test in run.best.tests if not test.met]
    plain = all(
        test.base in FIXED and test.measure is Measure.HEADS and not test.group for test in unmet
    )
    if run.best.verdict is Verdict.PASSED or not unmet or not plain:
        return dry_run_words(meeting.charter, run, present, lang)
    return t.many(
        "{n} more has to come before a motion can pass.",
        "{n} more have to come before a motion can pass.",
        max(test.needed - test.reached for test in unmet),
    )
