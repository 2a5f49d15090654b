"""The roll of a seat group or of the whole body: who is due, who came, who is excused, who is missing.

A stay that a correction made as long as nothing never was: somebody was taken for somebody else. Such a
stay counts nowhere, and leave that it had ended stands again.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Excused, Stay, TimesCorrected
from facilitator.papers.kinds.clerk import Clerk


@dataclass(frozen=True)
class Roll:
    """Members by seat number; `came` are those who were in the room at any time."""

    group: str
    members: tuple[str, ...]
    came: tuple[str, ...]
    excused: Mapping[str, str]
    """With the reasons they gave."""
    absent: tuple[str, ...]
    """Not there, and without leave."""
    vacant: int
    """Seats nobody holds."""

    @property
    def due(self) -> int:
        """How many were to come: the members in office."""
        return len(self.members)


def roll(c: Clerk, group: str) -> Roll:
    """The roll of a group; "" is the whole body."""
    meeting = c.meeting
    seats = [h for h in meeting.council.seats if not group or meeting.group_of(h.member) == group]
    members = tuple(h.member for h in seats)
    fixed = c.charter.group(group)
    number = (fixed.seats if fixed else c.charter.seats) or len(members)
    came = tuple(m for m in members if attended(meeting, m))
    there, asked = set(came), leave(meeting)
    excused = {m: asked[m] for m in members if m in asked and m not in there}
    return Roll(
        group=group,
        members=members,
        came=came,
        excused=excused,
        absent=tuple(m for m in members if m not in there and m not in excused),
        vacant=max(0, number - len(members)),
    )


def expected(c: Clerk) -> bool:
    """Whether somebody may be called absent.

    Not from a meeting that was cancelled before people came, nor from a forum whose heads were counted and
    at which no member was signed in by name: whoever is not on a list may well have been there.
    """
    by_name = not c.meeting.life.cancelled and not c.meeting.format.has("wall")
    return by_name or bool(roll(c, "").came)


def stays(meeting: Meeting, person: str) -> list[Stay]:
    """The times somebody was in the room, in order, without those that never were."""
    told = meeting.attendance.stays.get(person, [])
    return [stay for stay in told if not _never_was(meeting, person, stay)]


def _never_was(meeting: Meeting, person: str, stay: Stay) -> bool:
    """Whether a stay was corrected to nothing and has been left so; a moment that was noted so is a stay."""
    if stay.came != stay.left:
        return False
    events = (change.recorded.event for change in meeting.attendance.changes)
    return any(
        isinstance(event, TimesCorrected)
        and event.person == person
        and event.came == event.left == stay.came
        for event in events
    )


def attended(meeting: Meeting, person: str) -> bool:
    """Whether somebody was in the room at any time."""
    return bool(stays(meeting, person))


def leave(meeting: Meeting) -> dict[str, str]:
    """Who asked for leave, with the reason; also those who then came after all."""
    events = (entry.recorded.event for entry in meeting.chronicle)
    return {event.member: event.reason for event in events if isinstance(event, Excused)}
