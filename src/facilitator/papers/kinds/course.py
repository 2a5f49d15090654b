"""The course of a meeting: its chronicle cut into the stretches that a record gives a head to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from facilitator.acts import Recorded
from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.calling_off import MeetingCancelled
from facilitator.meeting.format import Format, Stage
from facilitator.meeting.items import (
    ItemAdded,
    ItemEdited,
    ItemFinished,
    ItemPostponed,
    ItemTakenUp,
    ItemWithdrawn,
)
from facilitator.meeting.lifecycle import MeetingClosed, MeetingReopened, PhaseEntered, Recessed
from facilitator.meeting.meeting import Entry


class Kind(StrEnum):
    """What a stretch is."""

    OPENING = "opening"
    ITEM = "item"
    BETWEEN = "between"  # no item in hand: between two, or at the end
    SITTING = "sitting"  # opened again after the close
    PHASE = "phase"  # of a meeting whose day has a course of its own, such as a forum


@dataclass
class Stretch:
    """What happened from one point to another, in order."""

    kind: Kind
    began: datetime
    item: str = ""
    phase: str = ""
    again: bool = False
    """The item was taken up before, or the phase entered."""
    ended: datetime | None = None
    entries: list[Recorded] = field(default_factory=list[Recorded])


@dataclass(frozen=True)
class Sitting:
    """From an opening to its close; `closed` None while the meeting runs."""

    opened: datetime
    closed: datetime | None


def opened_by(meeting: Meeting, recorded: Recorded) -> bool:
    """Whether the meeting had been opened when something was recorded."""
    opened = meeting.life.opened
    return opened is not None and recorded.version > opened.version


def sittings(meeting: Meeting) -> list[Sitting]:
    """When the meeting sat: once, and again for every reopening."""
    opened: datetime | None = None
    found: list[Sitting] = []
    for entry in meeting.chronicle:
        event, at = entry.recorded.event, entry.recorded.at
        if (isinstance(event, PhaseEntered) and event.next_decision) or (
            isinstance(event, MeetingReopened) and found
        ):
            opened = at
        elif isinstance(event, MeetingClosed) and opened is not None:
            found.append(Sitting(opened, at))
            opened = None
    return [*found, Sitting(opened, None)] if opened is not None else found


def closes(meeting: Meeting) -> list[datetime]:
    """When the meeting was closed: once, and again after every reopening."""
    entries = (entry.recorded for entry in meeting.chronicle)
    return [one.at for one in entries if isinstance(one.event, MeetingClosed)]


def announced(meeting: Meeting) -> list[Item]:
    """The agenda by number as it was announced: as it stood when the meeting was opened, else as it stands.

    Items that came later are not among the others; titles, texts and times that were changed later are old.
    """
    opened = meeting.life.opened
    items = {item.id: item for item in meeting.agenda.items}
    found: dict[str, Item] = {}
    for entry in meeting.chronicle:
        event = entry.recorded.event
        if opened is not None and entry.recorded.version > opened.version:
            break
        if isinstance(event, ItemAdded | ItemEdited):
            found[event.item] = replace(
                items[event.item], title=event.title, minutes=event.minutes, text=event.text
            )
    return sorted(found.values(), key=lambda one: one.number)


def course(meeting: Meeting) -> list[Stretch]:
    """The stretches of a meeting in the order they were dealt with, from the gathering on.

    Of a meeting that was never opened also the items put off before, and the close, are told.
    """
    cutter = _Cutter(meeting.format)
    for entry in _from_gathering(meeting):
        cutter.take(entry)
    return cutter.stretches


def _from_gathering(meeting: Meeting) -> Iterator[Entry]:
    """What comes before people gather is in the notice, not in the record."""
    begun = False
    ends = (MeetingClosed, MeetingCancelled)
    told = ends if meeting.life.opened else (*ends, ItemPostponed, ItemWithdrawn)
    for entry in meeting.chronicle:
        event = entry.recorded.event
        if isinstance(event, PhaseEntered):
            begun = begun or meeting.format.phase(event.phase).stage is not Stage.BEFORE
        else:
            begun = begun or isinstance(event, told)
        if begun:
            yield entry


class _Cutter:
    """Takes entries one by one and begins a new stretch where the matter changes."""

    def __init__(self, form: Format) -> None:
        self._format = form
        self.stretches: list[Stretch] = []
        self._opened = False
        self._phase = ""
        """The phase that the day is in, where it has a course of its own."""

    def take(self, entry: Entry) -> None:
        at, event = entry.recorded.at, entry.recorded.event
        if isinstance(event, PhaseEntered) and event.next_decision:
            self._opened = True
        match event:
            case MeetingReopened():
                self._begin(Kind.SITTING, at)
            case PhaseEntered() if self._turns(event):
                self._phase = event.phase
                self._begin(Kind.PHASE, at, phase=event.phase)
            case MeetingClosed() if self._phase:
                self._begin(Kind.BETWEEN, at)
            case PhaseEntered() if self._reading_back(event):
                self._begin(Kind.BETWEEN, at)
            case ItemTakenUp():
                self._begin(Kind.ITEM, at, event.item)
            case ItemPostponed() | ItemWithdrawn() if self._apart(entry, event.item):
                self._begin(Kind.ITEM, at, event.item)
            case _:
                self._follow(entry)
        now = self.stretches[-1]
        now.entries.append(entry.recorded)
        done = isinstance(event, ItemFinished | ItemPostponed | ItemWithdrawn)
        if done and event.item == now.item:
            now.ended = at

    def _apart(self, entry: Entry, item: str) -> bool:
        """Whether an item is put away that is not in hand, and none other is, once the meeting runs."""
        if not self._opened or entry.item:
            return False
        now = self.stretches[-1]
        return now.item != item or now.ended is not None

    def _turns(self, event: PhaseEntered) -> bool:
        """Whether the day takes a turn that the record gives a head to."""
        stage = self._format.phase(event.phase).stage
        return self._format.has_course and stage not in (Stage.BEFORE, Stage.CLOSED)

    def _reading_back(self, event: PhaseEntered) -> bool:
        """Whether the reading back begins after a recess between items, which is no part of it."""
        if self._format.phase(event.phase).stage is not Stage.CLOSING or not self.stretches:
            return False
        now = self.stretches[-1]
        paused = any(isinstance(one.event, Recessed) for one in now.entries)
        return now.kind is Kind.BETWEEN and paused

    def _follow(self, entry: Entry) -> None:
        """Stay in the stretch, or leave it when its item is no longer in hand."""
        at = entry.recorded.at
        if not self.stretches:
            self._begin(Kind.OPENING, at)
            return
        now = self.stretches[-1]
        if now.kind is Kind.ITEM and now.ended is not None:
            self._begin(Kind.PHASE if self._phase else Kind.BETWEEN, at, phase=self._phase)

    def _begin(self, kind: Kind, at: datetime, item: str = "", phase: str = "") -> None:
        if self.stretches and self.stretches[-1].ended is None:
            self.stretches[-1].ended = at
        before = [one.phase if phase else one.item for one in self.stretches]
        again = (phase or item) in before if phase or item else False
        self.stretches.append(Stretch(kind, at, item, phase, again))
