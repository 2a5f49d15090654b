"""The roll of a seat group or of the whole body: who is due, who came, who is excused, who is missing."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.papers.kinds.clerk import Clerk


@dataclass(frozen=True)
class Roll:
    """Members by seat number; `came` are those who were in the room at any time."""

    group: str
    members: tuple[str, ...]
    came: tuple[str, ...]
    excused: tuple[str, ...]
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
    meeting, attendance = c.meeting, c.meeting.attendance
    seats = [h for h in meeting.council.seats if not group or meeting.group_of(h.member) == group]
    members = tuple(h.member for h in seats)
    fixed = c.charter.group(group)
    number = (fixed.seats if fixed else c.charter.seats) or len(members)
    return Roll(
        group=group,
        members=members,
        came=tuple(m for m in members if attendance.came(m)),
        excused=tuple(m for m in members if m in attendance.excused),
        absent=tuple(m for m in members if not attendance.came(m) and m not in attendance.excused),
        vacant=max(0, number - len(members)),
    )
