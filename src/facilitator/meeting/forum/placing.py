"""Where topics hang: placed, moved, swapped, given a second slot or half of one, taken off, parked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.forum.wall import SECOND_HALF, WHOLE, Spot, Topic, TopicState
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Field(msgspec.Struct, frozen=True, omit_defaults=True):
    """A spot as events hold it: place, slot, and half of the slot (0 the whole, 1 the first, 2 the second)."""

    place: str
    slot: str
    half: int = 0


class PlaceTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.place"):
    """A topic from the tray or the parking area is hung on the wall.

    Two topics in one field, or one convener in two at once, are allowed: the wall says so and people settle it.
    """

    topic: str
    place: str
    slot: str


class SecondSlot(MeetingCommand, frozen=True, kw_only=True, tag="wall.second-slot"):
    """A topic that hangs already is given a further slot."""

    topic: str
    place: str
    slot: str


class MoveTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.move"):
    """A topic goes to another field; `from_slot` says which sitting where it has several."""

    topic: str
    place: str
    slot: str
    from_slot: str = ""


class SwapTopics(MeetingCommand, frozen=True, kw_only=True, tag="wall.swap"):
    """Two topics change places; the slots say which sitting where one has several."""

    first: str
    second: str
    first_slot: str = ""
    second_slot: str = ""


class HalveTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.halve"):
    """A topic takes only the first (1) or second (2) half of its slot, or the whole again (0)."""

    topic: str
    half: int
    slot: str = ""


class TakeOff(MeetingCommand, frozen=True, kw_only=True, tag="wall.take-off"):
    """A topic goes back to the tray; with `slot`, only that sitting of it."""

    topic: str
    slot: str = ""


class ParkTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.park"):
    """A topic is put aside for now (暂放)."""

    topic: str
    reason: str = ""


class TopicPlaced(Event, frozen=True, kw_only=True, tag="wall.placed"):
    topic: str
    field: Field


class SecondSlotGiven(Event, frozen=True, kw_only=True, tag="wall.second-slot-given"):
    topic: str
    field: Field


class TopicMoved(Event, frozen=True, kw_only=True, tag="wall.moved"):
    topic: str
    field: Field
    old: Field


class TopicsSwapped(Event, frozen=True, kw_only=True, tag="wall.swapped"):
    first: str
    second: str
    first_old: Field
    second_old: Field


class TopicHalved(Event, frozen=True, kw_only=True, tag="wall.halved"):
    topic: str
    field: Field
    old: Field


class TopicTakenOff(Event, frozen=True, kw_only=True, tag="wall.taken-off"):
    topic: str
    old: tuple[Field, ...]


class TopicParked(Event, frozen=True, kw_only=True, tag="wall.parked"):
    topic: str
    old: tuple[Field, ...] = ()
    reason: str = ""


def place(meeting: Meeting, command: PlaceTopic) -> Iterable[Event]:
    """What hangs already is moved, or given a second slot."""
    topic = meeting.wall.live_topic(command.topic)
    if topic.spots:
        raise RuleViolation("already-on-wall", topic=topic.number)
    yield TopicPlaced(topic=topic.id, field=_field(meeting, command.place, command.slot))


def second_slot(meeting: Meeting, command: SecondSlot) -> Iterable[Event]:
    """A topic meets once in a slot."""
    topic = meeting.wall.live_topic(command.topic)
    if not topic.spots:
        raise RuleViolation("not-on-wall", topic=topic.number)
    field = _field(meeting, command.place, command.slot)
    _once_in(meeting, topic, field.slot)
    yield SecondSlotGiven(topic=topic.id, field=field)


def move(meeting: Meeting, command: MoveTopic) -> Iterable[Event]:
    """The old field is part of the record."""
    topic = meeting.wall.live_topic(command.topic)
    old = topic.spot(command.from_slot)
    to = _field(meeting, command.place, command.slot)
    new = msgspec.structs.replace(to, half=old.half if to.slot == old.slot else WHOLE)
    if new == as_field(old):
        raise RuleViolation("nothing-to-correct")
    if new.slot != old.slot:
        _once_in(meeting, topic, new.slot)
    yield TopicMoved(topic=topic.id, field=new, old=as_field(old))


def swap(meeting: Meeting, command: SwapTopics) -> Iterable[Event]:
    """Two different topics, both on the wall, neither twice in a slot afterwards."""
    first = meeting.wall.live_topic(command.first)
    second = meeting.wall.live_topic(command.second)
    if first.id == second.id:
        raise RuleViolation("swap-with-itself", topic=first.number)
    here, there = first.spot(command.first_slot), second.spot(command.second_slot)
    if here.slot != there.slot:
        _once_in(meeting, first, there.slot)
        _once_in(meeting, second, here.slot)
    elif (here.place, here.half) == (there.place, there.half):
        raise RuleViolation("nothing-to-correct")
    yield TopicsSwapped(
        first=first.id,
        second=second.id,
        first_old=as_field(here),
        second_old=as_field(there),
    )


def halve(meeting: Meeting, command: HalveTopic) -> Iterable[Event]:
    """Two groups can share a slot in one place, one half each."""
    topic = meeting.wall.live_topic(command.topic)
    old = topic.spot(command.slot)
    if not WHOLE <= command.half <= SECOND_HALF:
        raise RuleViolation(
            "number-range", field="half", value=command.half, least=WHOLE, most=SECOND_HALF
        )
    if command.half == old.half:
        raise RuleViolation("nothing-to-correct")
    new = msgspec.structs.replace(as_field(old), half=command.half)
    yield TopicHalved(topic=topic.id, field=new, old=as_field(old))


def take_off(meeting: Meeting, command: TakeOff) -> Iterable[Event]:
    """From the wall, or out of the parking area, back to those that wait."""
    topic = meeting.wall.live_topic(command.topic)
    if topic.state is TopicState.PARKED:
        yield TopicTakenOff(topic=topic.id, old=())
        return
    old = (topic.spot(command.slot),) if command.slot else topic.spots
    if not old:
        raise RuleViolation("not-on-wall", topic=topic.number)
    yield TopicTakenOff(topic=topic.id, old=tuple(as_field(spot) for spot in old))


def park(meeting: Meeting, command: ParkTopic) -> Iterable[Event]:
    """Put aside once; a topic that was reported on was talked about."""
    topic = meeting.wall.live_topic(command.topic)
    if topic.id in meeting.reports.all:
        raise RuleViolation("topic-reported", topic=topic.number)
    if topic.state is TopicState.PARKED:
        raise RuleViolation("already-parked", topic=topic.number)
    yield TopicParked(
        topic=topic.id,
        old=tuple(as_field(spot) for spot in topic.spots),
        reason=clean_text(command.reason, "reason", required=False),
    )


def as_field(spot: Spot) -> Field:
    """A spot as an event holds it."""
    return Field(spot.place, spot.slot, spot.half)


def _field(meeting: Meeting, place: str, slot: str) -> Field:
    return Field(meeting.matrix.place(place).id, meeting.matrix.slot(slot).id)


def _once_in(meeting: Meeting, topic: Topic, slot: str) -> None:
    if topic.is_in(slot=slot):
        number = meeting.matrix.number(slot)
        raise RuleViolation("topic-twice-in-slot", topic=topic.number, slot=number)


def _as_spot(field: Field) -> Spot:
    return Spot(field.place, field.slot, field.half)


def _moved(topic: Topic, old: Field, new: Field) -> Topic:
    was = _as_spot(old)
    spots = tuple(_as_spot(new) if spot == was else spot for spot in topic.spots)
    return replace(topic, spots=spots)


def on_placed(meeting: Meeting, event: TopicPlaced, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    placed = replace(topic, state=TopicState.OPEN, spots=(_as_spot(event.field),), reason="")
    meeting.wall.change(recorded, [placed])


def on_second(meeting: Meeting, event: SecondSlotGiven, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    meeting.wall.change(recorded, [replace(topic, spots=(*topic.spots, _as_spot(event.field)))])


def on_moved(meeting: Meeting, event: TopicMoved | TopicHalved, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    meeting.wall.change(recorded, [_moved(topic, event.old, event.field)])


def on_swapped(meeting: Meeting, event: TopicsSwapped, recorded: Recorded) -> None:
    first, second = meeting.wall.topic(event.first), meeting.wall.topic(event.second)
    meeting.wall.change(
        recorded,
        [
            _moved(first, event.first_old, event.second_old),
            _moved(second, event.second_old, event.first_old),
        ],
    )


def on_taken_off(meeting: Meeting, event: TopicTakenOff, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    gone = {_as_spot(field) for field in event.old}
    spots = tuple(spot for spot in topic.spots if spot not in gone)
    meeting.wall.change(recorded, [replace(topic, state=TopicState.OPEN, spots=spots, reason="")])


def on_parked(meeting: Meeting, event: TopicParked, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    parked = replace(topic, state=TopicState.PARKED, spots=(), reason=event.reason)
    meeting.wall.change(recorded, [parked])


PART = Part(
    "wall",
    {
        PlaceTopic: place,
        SecondSlot: second_slot,
        MoveTopic: move,
        SwapTopics: swap,
        HalveTopic: halve,
        TakeOff: take_off,
        ParkTopic: park,
    },
    {
        TopicPlaced: on_placed,
        SecondSlotGiven: on_second,
        TopicMoved: on_moved,
        TopicsSwapped: on_swapped,
        TopicHalved: on_moved,
        TopicTakenOff: on_taken_off,
        TopicParked: on_parked,
    },
)
