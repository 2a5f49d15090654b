"""Who is in the room, and since when. Absent is not abstaining: presence is a log of times, not a tick."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.bodies.people import Person, clean_person
from facilitator.data import dataclass
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.groups import contacts_of
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.rules.composition import Holding

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


UNDER_WAY = (Stage.RUNNING, Stage.CLOSING)
"""The stages at which a meeting is not left without its host."""


class Capacity(StrEnum):
    """In what capacity somebody without a vote is there."""

    OBSERVER = "observer"  # 列席
    SECRETARY = "secretary"  # 记录
    STAFF = "staff"  # 工作人员
    PARTICIPANT = "participant"  # 参加者, of a forum that is open to everybody


class AdmitObserver(MeetingCommand, frozen=True, kw_only=True, tag="attendance.admit"):
    """Somebody without a vote is expected or let in; `Arrive` says when they come."""

    person_id: str
    person: Person
    capacity: Capacity = Capacity.OBSERVER


class Arrive(MeetingCommand, frozen=True, kw_only=True, tag="attendance.arrive"):
    """Somebody comes in."""

    person: str


class Leave(MeetingCommand, frozen=True, kw_only=True, tag="attendance.leave"):
    """Somebody goes out."""

    person: str
    reason: str = ""


class Excuse(MeetingCommand, frozen=True, kw_only=True, tag="attendance.excuse"):
    """A member has asked for leave (请假)."""

    member: str
    reason: str = ""


class CorrectTimes(MeetingCommand, frozen=True, kw_only=True, tag="attendance.correct"):
    """A time of coming or going was recorded wrongly. `stay` counts the person's stays from 1."""

    person: str
    stay: int
    came: datetime
    left: datetime | None = None
    reason: str


class EraseObserver(MeetingCommand, frozen=True, kw_only=True, tag="attendance.erase"):
    """Personal data of somebody without a vote is erased after the meeting (PIPL article 47)."""

    person_id: str
    reason: str


class ObserverErased(Event, frozen=True, kw_only=True, tag="attendance.erased"):
    erases = True
    person_id: str
    reason: str

    @property
    def subject(self) -> str:
        return self.person_id


class ObserverAdmitted(Event, frozen=True, kw_only=True, tag="attendance.admitted"):
    beside = "person"
    person_id: str
    capacity: Capacity
    person: Person | None = None

    @property
    def subject(self) -> str:
        return self.person_id


class Arrived(Event, frozen=True, kw_only=True, tag="attendance.arrived"):
    person: str


class Left(Event, frozen=True, kw_only=True, tag="attendance.left"):
    person: str
    reason: str = ""


class Excused(Event, frozen=True, kw_only=True, tag="attendance.excused"):
    member: str
    reason: str = ""


class TimesCorrected(Event, frozen=True, kw_only=True, tag="attendance.corrected"):
    person: str
    stay: int
    came: datetime
    left: datetime | None
    old_came: datetime
    old_left: datetime | None
    reason: str


@dataclass(slots=True)
class Stay:
    """One time in the room; `left` None while it lasts. Its number stays when another one is struck."""

    came: datetime
    left: datetime | None = None
    reason: str = ""
    number: int = 1


@dataclass(slots=True)
class Observer:
    """Somebody without a vote."""

    person: Person | None
    capacity: Capacity


@dataclass(slots=True)
class Attendance:
    """Stays by person, in the order they came; who asked for leave; who has no vote."""

    stays: dict[str, list[Stay]] = field(default_factory=dict[str, list[Stay]])
    """Nobody without a stay is in it."""
    struck: dict[str, list[Stay]] = field(default_factory=dict[str, list[Stay]])
    """Stays that never were."""
    excused: dict[str, str] = field(default_factory=dict[str, str])
    came_after_all: dict[str, str] = field(default_factory=dict[str, str])
    """Leave that ended when the member came."""
    observers: dict[str, Observer] = field(default_factory=dict[str, Observer])
    dismissed: set[str] = field(default_factory=set[str])
    """Who was on the list without a vote and is not any more; their ids are given to nobody else."""
    changes: list[Change] = field(default_factory=list[Change])

    def is_present(self, person: str) -> bool:
        """Whether somebody is in the room now."""
        stays = self.stays.get(person)
        return bool(stays) and stays[-1].left is None

    def came(self, person: str) -> bool:
        """Whether somebody has been in the room at all."""
        return bool(self.stays.get(person))

    def stay(self, person: str, number: int) -> Stay:
        """A stay by its number, or a refusal (`no-such-stay`)."""
        for stay in self.stays.get(person, []):
            if stay.number == number:
                return stay
        raise RuleViolation("no-such-stay", person=person, stay=number)

    def present(self, seats: Iterable[Holding]) -> tuple[Holding, ...]:
        """Those of `seats` whose holders are in the room."""
        return tuple(holding for holding in seats if self.is_present(holding.member))

    def all_go(self, at: datetime) -> None:
        """The meeting was over at that time: whoever was still there had left with it."""
        for stays in self.stays.values():
            if stays[-1].left is None:
                stays[-1].left = at


def admit(meeting: Meeting, command: AdmitObserver) -> Iterable[Event]:
    """A member cannot be an observer of the own body's meeting."""
    person_id = clean_id(command.person_id, "person_id")
    taken = meeting.attendance.observers.keys() | meeting.attendance.dismissed
    if person_id in taken or meeting.is_member(person_id):
        raise RuleViolation("person-exists", person=person_id)
    yield ObserverAdmitted(
        person_id=person_id, capacity=command.capacity, person=clean_person(command.person)
    )


def erase(meeting: Meeting, command: EraseObserver) -> Iterable[Event]:
    """While the meeting lasts its minutes need the names; members are erased from their body."""
    if meeting.phase.stage is not Stage.CLOSED:
        raise RuleViolation("meeting-lasts", meeting=meeting.id)
    if command.person_id not in meeting.attendance.observers:
        raise RuleViolation("not-an-observer", person=command.person_id)
    if meeting.attendance.observers[command.person_id].person is None:
        raise RuleViolation("already-erased", member=command.person_id)
    yield ObserverErased(person_id=command.person_id, reason=clean_text(command.reason, "reason"))
    yield from contacts_of(meeting, command.person_id)


def arrive(meeting: Meeting, command: Arrive) -> Iterable[Event]:
    """People come once they gather, if the format says when. Nobody comes in twice: the log stays a log."""
    meeting.expect_known(command.person)
    gathering = meeting.format.first(Stage.GATHERING)
    if meeting.phase.stage is Stage.BEFORE and gathering is not None:
        raise RuleViolation("not-gathering", phase=meeting.phase.key, next=gathering.key)
    if meeting.attendance.is_present(command.person):
        raise RuleViolation("already-present", person=command.person)
    yield Arrived(person=command.person)


def leave(meeting: Meeting, command: Leave) -> Iterable[Event]:
    """Only somebody who is in the room can leave it; whoever has the floor gives it back first."""
    meeting.expect_present(command.person)
    if meeting.floor.speaking and meeting.floor.speaking.speaker == command.person:
        raise RuleViolation("has-the-floor", person=command.person)
    if command.person == meeting.life.host and meeting.phase.stage in UNDER_WAY:
        raise RuleViolation("host-leaves", person=command.person)
    reason = clean_text(command.reason, "reason", required=False)
    yield Left(person=command.person, reason=reason)


def excuse(meeting: Meeting, command: Excuse) -> Iterable[Event]:
    """Leave is for members who are not there."""
    meeting.expect_member(command.member)
    if meeting.attendance.came(command.member):
        raise RuleViolation("already-present", person=command.member)
    if command.member in meeting.attendance.excused:
        raise RuleViolation("already-excused", member=command.member)
    yield Excused(
        member=command.member, reason=clean_text(command.reason, "reason", required=False)
    )


def correct(meeting: Meeting, command: CorrectTimes) -> Iterable[Event]:
    """Times may be put right, in order, with a reason; polls already closed stand as they were counted."""
    meeting.expect_known(command.person)
    stay = meeting.attendance.stay(command.person, command.stay)
    for name, time in (("came", command.came), ("left", command.left)):
        if time and time.tzinfo is None:
            raise RuleViolation("time-without-zone", field=name)
    stays = meeting.attendance.stays[command.person]
    place = stays.index(stay)
    after = stays[place - 1].left if place else None
    before = stays[place + 1].came if place + 1 < len(stays) else None
    in_order = (
        (command.left is None or command.came <= command.left)
        and (after is None or after <= command.came)
        and (before is None or (command.left is not None and command.left <= before))
    )
    if not in_order or (command.left is None) != (stay.left is None):
        raise RuleViolation("times-order", person=command.person)
    yield TimesCorrected(
        person=command.person,
        stay=command.stay,
        came=command.came,
        left=command.left,
        old_came=stay.came,
        old_left=stay.left,
        reason=clean_text(command.reason, "reason"),
    )


def on_admitted(meeting: Meeting, event: ObserverAdmitted, _recorded: Recorded) -> None:
    meeting.attendance.observers[event.person_id] = Observer(event.person, event.capacity)


def on_erased(meeting: Meeting, event: ObserverErased, _recorded: Recorded) -> None:
    meeting.attendance.observers[event.person_id].person = None


def on_arrived(meeting: Meeting, event: Arrived, recorded: Recorded) -> None:
    attendance = meeting.attendance
    stays = attendance.stays.setdefault(event.person, [])
    number = 1 + len(stays) + len(attendance.struck.get(event.person, []))
    stays.append(Stay(recorded.at, number=number))
    if event.person in attendance.excused:
        attendance.came_after_all[event.person] = attendance.excused.pop(event.person)


def on_left(meeting: Meeting, event: Left, recorded: Recorded) -> None:
    stay = meeting.attendance.stays[event.person][-1]
    stay.left, stay.reason = recorded.at, event.reason
    meeting.floor.forget(event.person)


def on_excused(meeting: Meeting, event: Excused, _recorded: Recorded) -> None:
    meeting.attendance.excused[event.member] = event.reason


def on_corrected(meeting: Meeting, event: TimesCorrected, recorded: Recorded) -> None:
    stay = meeting.attendance.stay(event.person, event.stay)
    stay.came, stay.left = event.came, event.left
    old, new = span(event.old_came, event.old_left), span(event.came, event.left)
    meeting.attendance.changes.append(Change(recorded, event.person, old, new, event.reason))


def span(came: datetime, left: datetime | None) -> str:
    """A stay as one line of plain data."""
    return came.isoformat() + "/" + (left.isoformat() if left else "")


PART = Part(
    "attendance",
    {
        AdmitObserver: admit,
        EraseObserver: erase,
        Arrive: arrive,
        Leave: leave,
        Excuse: excuse,
        CorrectTimes: correct,
    },
    {
        ObserverAdmitted: on_admitted,
        ObserverErased: on_erased,
        Arrived: on_arrived,
        Left: on_left,
        Excused: on_excused,
        TimesCorrected: on_corrected,
    },
)
