"""The people in the room as one chooses among them, and how well somebody fits what is typed."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.widgets.initials import initials
from facilitator.meeting import Meeting
from facilitator.words.titles import title


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as one chooses them; `seat` 0 and `group` -1 for somebody without a seat."""

    id: str
    name: str
    seat: int = 0
    group: int = -1
    """Place of the seat group in the charter: its shape and colour."""
    note: str = ""
    """A word more: the seat group, or the capacity of somebody without a vote."""

    def fits(self, text: str) -> int:
        """How well this is who is looked for: 0 not at all, more is better. Seat, name, initials."""
        if text.isdecimal():
            seat = str(self.seat or "")
            return 3 if seat == str(int(text)) else 1 if seat.startswith(text) else 0
        text = text.casefold()
        if self.name.casefold().startswith(text):
            return 3
        if initials(self.name).startswith(text):
            return 2
        return 1 if text in self.name.casefold() else 0


def in_the_room(
    desk: Desk, meeting: Meeting, *, without: Iterable[str] = (), observers: bool = False
) -> list[Someone]:
    """The members in the room by seat number, after them (if asked for) whoever is there without a vote."""
    names, lang, out = desk.session.names(meeting), desk.lang, set(without)
    groups = {group.key: n for n, group in enumerate(meeting.charter.groups)}
    found: list[Someone] = []
    for holding in meeting.attendance.present(meeting.council.seats):
        key = meeting.group_of(holding.member)
        group = meeting.charter.group(key)
        found.append(
            Someone(
                holding.member,
                names.get(holding.member, holding.member),
                holding.seat,
                groups.get(key, -1),
                group.short_text(lang) if group else "",
            )
        )
    found.sort(key=lambda one: one.seat)
    if observers:
        for key, seen in meeting.attendance.observers.items():
            if meeting.attendance.is_present(key):
                note = title(seen.capacity, lang)
                found.append(Someone(key, names.get(key, key), note=note))
    return [one for one in found if one.id not in out]
