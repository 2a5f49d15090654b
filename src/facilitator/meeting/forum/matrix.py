"""Where and when groups can meet: places with room for so many, and time slots (时空表)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_MINUTES = 24 * 60
FARTHEST = timedelta(days=60)
"""Between the meeting's beginning and a slot of it: more is a year or a month typed wrong."""
MOST_SEATS = 10_000
MOST_NAME = 60
"""Characters in the name of a place or a slot: it stands on a door, in a narrow column and on a button."""


class AddPlace(MeetingCommand, frozen=True, kw_only=True, tag="matrix.add-place"):
    """A further place, with room for `seats` people; 0 where nobody counted."""

    place: str
    name: str
    seats: int = 0


class EditPlace(MeetingCommand, frozen=True, kw_only=True, tag="matrix.edit-place"):
    """A place is called otherwise or holds more or fewer."""

    place: str
    name: str
    seats: int = 0


class RemovePlace(MeetingCommand, frozen=True, kw_only=True, tag="matrix.remove-place"):
    """A place that no topic was put in is not available after all."""

    place: str


class AddSlot(MeetingCommand, frozen=True, kw_only=True, tag="matrix.add-slot"):
    """A further time slot. What lies between two slots is the break."""

    slot: str
    begins: datetime
    minutes: int
    title: str = ""
    """Empty takes its number: 第 1 场."""


class EditSlot(MeetingCommand, frozen=True, kw_only=True, tag="matrix.edit-slot"):
    """A slot begins or ends at another time."""

    slot: str
    begins: datetime
    minutes: int
    title: str = ""


class RemoveSlot(MeetingCommand, frozen=True, kw_only=True, tag="matrix.remove-slot"):
    """A slot that no topic was put in does not take place."""

    slot: str


class PlaceAdded(Event, frozen=True, kw_only=True, tag="matrix.place-added"):
    place: str
    name: str
    seats: int = 0


class PlaceEdited(Event, frozen=True, kw_only=True, tag="matrix.place-edited"):
    place: str
    name: str
    seats: int
    old_name: str
    old_seats: int


class PlaceRemoved(Event, frozen=True, kw_only=True, tag="matrix.place-removed"):
    place: str
    name: str


class SlotAdded(Event, frozen=True, kw_only=True, tag="matrix.slot-added"):
    slot: str
    begins: datetime
    minutes: int
    title: str = ""


class SlotEdited(Event, frozen=True, kw_only=True, tag="matrix.slot-edited"):
    slot: str
    begins: datetime
    minutes: int
    old_begins: datetime
    old_minutes: int
    title: str = ""


class SlotRemoved(Event, frozen=True, kw_only=True, tag="matrix.slot-removed"):
    slot: str
    begins: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a group can meet."""

    id: str
    name: str
    seats: int = 0
    """People it holds; 0 when nobody counted."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Some time in which groups meet at once."""

    id: str
    begins: datetime
    minutes: int
    title: str = ""

    @property
    def ends(self) -> datetime:
        """When it is over by plan."""
        return self.begins + timedelta(minutes=self.minutes)


@dataclass(slots=True)
class Matrix:
    """Places in the order they were added, slots in the order of time."""

    places: dict[str, Place] = field(default_factory=dict[str, Place])
    slots: dict[str, Slot] = field(default_factory=dict[str, Slot])

    def place(self, place: str) -> Place:
        """The place of that name, or a refusal (`unknown-place`)."""
        if place not in self.places:
            raise RuleViolation("unknown-place", place=place)
        return self.places[place]

    def slot(self, slot: str) -> Slot:
        """The slot of that name, or a refusal (`unknown-slot`)."""
        if slot not in self.slots:
            raise RuleViolation("unknown-slot", slot=slot)
        return self.slots[slot]

    def number(self, slot: str) -> int:
        """The running number of a slot, counted from 1 by time."""
        return list(self.slots).index(slot) + 1

    def gap_before(self, slot: str) -> timedelta | None:
        """The break between a slot and the one before it; None for the first."""
        order = list(self.slots.values())
        at = self.number(slot) - 1
        return order[at].begins - order[at - 1].ends if at else None

    def set_slot(self, slot: Slot) -> None:
        """Put a slot in, or in place of the one of its name, and keep the order of time."""
        slots = {**self.slots, slot.id: slot}
        self.slots = dict(sorted(slots.items(), key=lambda one: one[1].begins))


def add_place(meeting: Meeting, command: AddPlace) -> Iterable[Event]:
    """Two places do not bear the same name: people have to find the right one."""
    place = clean_id(command.place, "place")
    if place in meeting.matrix.places:
        raise RuleViolation("place-exists", place=place)
    name = _place_name(meeting, place, command.name)
    yield PlaceAdded(place=place, name=name, seats=_seats(command.seats))


def edit_place(meeting: Meeting, command: EditPlace) -> Iterable[Event]:
    """What is on the wall stays where it is; whether it still fits is for all to see."""
    old = meeting.matrix.place(command.place)
    name = _place_name(meeting, old.id, command.name)
    seats = _seats(command.seats)
    if (name, seats) == (old.name, old.seats):
        raise RuleViolation("nothing-to-correct")
    yield PlaceEdited(place=old.id, name=name, seats=seats, old_name=old.name, old_seats=old.seats)


def remove_place(meeting: Meeting, command: RemovePlace) -> Iterable[Event]:
    """No topic loses its place without a word: it is moved first. Where people were counted stays, too."""
    place = meeting.matrix.place(command.place)
    there = [topic.number for topic in meeting.wall.on_wall() if topic.is_in(place=place.id)]
    if there:
        raise RuleViolation("place-in-use", place=place.name, topics=there)
    if any(counted == place.id for _, counted in meeting.rounds.heads):
        raise RuleViolation("place-was-used", place=place.name)
    yield PlaceRemoved(place=place.id, name=place.name)


def add_slot(meeting: Meeting, command: AddSlot) -> Iterable[Event]:
    """A slot takes some time, and no other slot runs meanwhile."""
    slot = clean_id(command.slot, "slot")
    if slot in meeting.matrix.slots:
        raise RuleViolation("slot-exists", slot=slot)
    title = short_text(command.title, "title", MOST_NAME, required=False)
    _fits(meeting, Slot(slot, command.begins, command.minutes, title))
    yield SlotAdded(slot=slot, begins=command.begins, minutes=command.minutes, title=title)


def edit_slot(meeting: Meeting, command: EditSlot) -> Iterable[Event]:
    """The times of a round that was held are in the record; what was planned may still be put right."""
    old = meeting.matrix.slot(command.slot)
    title = short_text(command.title, "title", MOST_NAME, required=False)
    new = Slot(old.id, command.begins, command.minutes, title)
    if new == old:
        raise RuleViolation("nothing-to-correct")
    _fits(meeting, new)
    yield SlotEdited(
        slot=old.id,
        begins=new.begins,
        minutes=new.minutes,
        old_begins=old.begins,
        old_minutes=old.minutes,
        title=title,
    )


def remove_slot(meeting: Meeting, command: RemoveSlot) -> Iterable[Event]:
    """A slot goes when nothing is in it, it was not held, and nobody was counted in it."""
    slot = meeting.matrix.slot(command.slot)
    there = [topic.number for topic in meeting.wall.on_wall() if topic.is_in(slot=slot.id)]
    counted = any(one == slot.id for one, _ in meeting.rounds.heads)
    if there or counted or slot.id in meeting.rounds.held:
        raise RuleViolation("slot-in-use", slot=meeting.matrix.number(slot.id), topics=there)
    yield SlotRemoved(slot=slot.id, begins=slot.begins)


def _place_name(meeting: Meeting, place: str, name: str) -> str:
    name = short_text(name, "name", MOST_NAME)
    for other in meeting.matrix.places.values():
        if other.id != place and other.name == name:
            raise RuleViolation("place-name-taken", name=name)
    return name


def _seats(seats: int) -> int:
    if not 0 <= seats <= MOST_SEATS:
        raise RuleViolation("number-range", field="seats", value=seats, least=0, most=MOST_SEATS)
    return seats


def _fits(meeting: Meeting, slot: Slot) -> None:
    if slot.begins.tzinfo is None:
        raise RuleViolation("time-without-zone", field="begins")
    if not abs(slot.begins - meeting.call.planned) <= FARTHEST:
        raise RuleViolation(
            "slot-far-off",
            begins=slot.begins.isoformat(),
            planned=meeting.call.planned.isoformat(),
            days=FARTHEST.days,
        )
    if not 1 <= slot.minutes <= MOST_MINUTES:
        raise RuleViolation(
            "number-range", field="minutes", value=slot.minutes, least=1, most=MOST_MINUTES
        )
    for other in meeting.matrix.slots.values():
        if other.id != slot.id and slot.begins < other.ends and other.begins < slot.ends:
            raise RuleViolation(
                "slots-overlap",
                number=meeting.matrix.number(other.id),
                begins=other.begins.isoformat(),
                ends=other.ends.isoformat(),
            )


def short_text(value: str, field: str, most: int, *, required: bool = True) -> str:
    """One line of at most `most` characters, or a refusal (`text-too-long`): it has to fit on a card."""
    text = clean_text(value, field, required=required, one_line=True)
    if len(text) > most:
        raise RuleViolation("text-too-long", field=field, length=len(text), most=most)
    return text


def slots_moved(meeting: Meeting, by: timedelta) -> Iterable[Event]:
    """All slots, so much later or earlier: they go with the meeting when it is called for another time."""
    for slot in meeting.matrix.slots.values():
        yield SlotEdited(
            slot=slot.id,
            begins=slot.begins + by,
            minutes=slot.minutes,
            old_begins=slot.begins,
            old_minutes=slot.minutes,
            title=slot.title,
        )


def on_place(meeting: Meeting, event: PlaceAdded | PlaceEdited, _recorded: Recorded) -> None:
    meeting.matrix.places[event.place] = Place(event.place, event.name, event.seats)


def on_place_removed(meeting: Meeting, event: PlaceRemoved, _recorded: Recorded) -> None:
    del meeting.matrix.places[event.place]


def on_slot(meeting: Meeting, event: SlotAdded | SlotEdited, _recorded: Recorded) -> None:
    meeting.matrix.set_slot(Slot(event.slot, event.begins, event.minutes, event.title))


def on_slot_removed(meeting: Meeting, event: SlotRemoved, _recorded: Recorded) -> None:
    del meeting.matrix.slots[event.slot]


PART = Part(
    "matrix",
    {
        AddPlace: add_place,
        EditPlace: edit_place,
        RemovePlace: remove_place,
        AddSlot: add_slot,
        EditSlot: edit_slot,
        RemoveSlot: remove_slot,
    },
    {
        PlaceAdded: on_place,
        PlaceEdited: on_place,
        PlaceRemoved: on_place_removed,
        SlotAdded: on_slot,
        SlotEdited: on_slot,
        SlotRemoved: on_slot_removed,
    },
)
