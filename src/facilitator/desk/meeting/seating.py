"""Who sits where and what they are doing now: the seat map as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity
from facilitator.rules.charter import SeatGroup
from facilitator.words.figures import clock
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue, mark_in


class Doing(StrEnum):
    """What is to be seen of a seat at a glance; of several things the first that is true."""

    VACANT = "vacant"
    SPEAKING = "speaking"
    LEFT = "left"
    EXCUSED = "excused"
    EXPECTED = "expected"
    RECUSED = "recused"
    WAITING = "waiting"
    HERE = "here"


AWAY = (Doing.LEFT, Doing.EXCUSED, Doing.EXPECTED)

WORDS: Mapping[Doing, tuple[str, str]] = {
    Doing.VACANT: mark_in("seat", "vacant"),
    Doing.SPEAKING: mark_in("seat", "speaking"),
    Doing.LEFT: mark_in("seat", "left {time}"),
    Doing.EXCUSED: mark_in("seat", "excused"),
    Doing.EXPECTED: mark_in("seat", "not here yet"),
    Doing.RECUSED: mark_in("seat", "recused"),
    Doing.WAITING: mark_in("seat", "waiting"),
    Doing.HERE: mark_in("seat", "here"),
}


def _doing_words(doing: Doing, left: datetime | None, t: Tongue) -> str:
    time = clock(left) if left else ""
    return t.within(*WORDS[doing], time=time)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One seat, and who sits on it."""

    group: str
    seat: int
    member: str = ""
    name: str = ""
    doing: Doing = Doing.VACANT
    left: datetime | None = None
    """When the member went, in the time of the room."""
    host: bool = False

    def words(self, t: Tongue) -> str:
        """What stands under the name."""
        said = _doing_words(self.doing, self.left, t)
        if not self.host or self.doing in AWAY:
            return said
        host = t.within("seat", "host")
        if self.doing is Doing.HERE:
            return host
        return t.within("seat", "{first} · {second}", first=said, second=host)


@dataclass(frozen=True, slots=True)
class Section:
    """The seats of one group; `index` is its place in the charter, which gives it colour and shape."""

    index: int
    group: SeatGroup
    sittings: tuple[Sitting, ...]

    @property
    def held(self) -> int:
        """How many seats somebody holds."""
        return sum(one.doing is not Doing.VACANT for one in self.sittings)

    @property
    def here(self) -> int:
        """How many of them are in the room."""
        return sum(one.doing not in (*AWAY, Doing.VACANT) for one in self.sittings)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without a vote: an observer, the secretary, staff."""

    person: str
    name: str
    capacity: Capacity
    doing: Doing
    left: datetime | None = None

    def words(self, t: Tongue) -> str:
        """Name, capacity and what they are doing, for a menu."""
        state = _doing_words(self.doing, self.left, t)
        capacity = title(self.capacity, t.lang)
        return t("{name} ({capacity}, {state})", name=self.name, capacity=capacity, state=state)


def sections(
    meeting: Meeting, names: Mapping[str, str], local: Callable[[datetime], datetime]
) -> tuple[Section, ...]:
    """All groups in the charter's order, each with its seats in theirs."""
    charter = meeting.charter
    held = {holding.seat: holding for holding in meeting.council.seats}
    found: list[Section] = []
    for index, group in enumerate(charter.groups):
        numbers = list(charter.seat_numbers(group.key)) or [
            seat for seat, one in held.items() if meeting.group_of(one.member) == group.key
        ]
        sittings = [
            _sitting(meeting, names, local, group.key, seat, held[seat].member)
            if seat in held
            else Sitting(group.key, seat)
            for seat in numbers
        ]
        found.append(Section(index, group, tuple(sittings)))
    return tuple(found)


def _sitting(
    meeting: Meeting,
    names: Mapping[str, str],
    local: Callable[[datetime], datetime],
    group: str,
    seat: int,
    member: str,
) -> Sitting:
    doing, left = doing_of(meeting, member)
    return Sitting(
        group,
        seat,
        member,
        names.get(member, member),
        doing,
        local(left) if left else None,
        member == meeting.life.host,
    )


def doing_of(meeting: Meeting, person: str) -> tuple[Doing, datetime | None]:
    """What somebody is doing now, and when they left, if they did."""
    attendance, floor = meeting.attendance, meeting.floor
    if not attendance.is_present(person):
        if attendance.came(person):
            return Doing.LEFT, attendance.stays[person][-1].left
        return (Doing.EXCUSED if person in attendance.excused else Doing.EXPECTED), None
    if floor.speaking is not None and floor.speaking.speaker == person:
        return Doing.SPEAKING, None
    if person in meeting.polls.recused.get(meeting.agenda.in_hand, {}):
        return Doing.RECUSED, None
    return (Doing.WAITING if person in floor.queue else Doing.HERE), None


def guests(
    meeting: Meeting, names: Mapping[str, str], local: Callable[[datetime], datetime]
) -> tuple[Guest, ...]:
    """Everybody without a vote, in the order in which they were named; erased ones are left out."""
    found: list[Guest] = []
    for person, observer in meeting.attendance.observers.items():
        if observer.person is None:
            continue
        doing, left = doing_of(meeting, person)
        name = names.get(person, person)
        found.append(Guest(person, name, observer.capacity, doing, local(left) if left else None))
    return tuple(found)
