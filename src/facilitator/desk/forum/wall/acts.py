"""The commands behind a card: what putting it somewhere means. Nothing is sent here, only made."""

from __future__ import annotations

from facilitator.desk.forum.wall.facts import Card, Cell
from facilitator.desk.forum.wall.hand import Carry
from facilitator.meeting import Meeting
from facilitator.meeting.forum.placing import (
    HalveTopic,
    MoveTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
)
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, Spot, Topic
from facilitator.meeting.part import MeetingCommand


def slot_of(card: Card) -> str:
    """The slot of the sitting that a card stands for; "" beside the wall."""
    return card.cell.slot if card.cell is not None else ""


def fresh_topics(meeting: Meeting, count: int) -> list[str]:
    """Ids for new topics that none of this meeting's topics has."""
    found: list[str] = []
    number = meeting.wall.next_number
    while len(found) < count:
        key = f"t{number:02}"
        if key not in meeting.wall.topics:
            found.append(key)
        number += 1
    return found


def putting(meeting: Meeting, carry: Carry, cell: Cell) -> MeetingCommand:
    """The command that puts a carried card into a field."""
    card = carry.card
    if carry.second:
        return SecondSlot(meeting=meeting.id, topic=card.topic, place=cell.place, slot=cell.slot)
    if card.cell is None:
        return PlaceTopic(meeting=meeting.id, topic=card.topic, place=cell.place, slot=cell.slot)
    return MoveTopic(
        meeting=meeting.id,
        topic=card.topic,
        place=cell.place,
        slot=cell.slot,
        from_slot=card.cell.slot,
    )


def swapping(meeting: Meeting, carry: Carry, other: Topic, cell: Cell) -> MeetingCommand:
    """The command by which a carried card and one that hangs in a field change places."""
    return SwapTopics(
        meeting=meeting.id,
        first=carry.card.topic,
        second=other.id,
        first_slot=slot_of(carry.card),
        second_slot=cell.slot,
    )


def sharing(meeting: Meeting, carry: Carry, other: Topic, cell: Cell) -> list[MeetingCommand]:
    """The commands that let two topics share a field: the one that hangs there takes the first half."""
    made = [putting(meeting, carry, cell)]
    for topic, half in ((other.id, FIRST_HALF), (carry.card.topic, SECOND_HALF)):
        if half != _half(meeting, topic, cell.slot):
            made.append(HalveTopic(meeting=meeting.id, topic=topic, half=half, slot=cell.slot))
    return made


def there(meeting: Meeting, carry: Carry, cell: Cell) -> list[Topic]:
    """The other topics that hang in a field and can still be done something with."""
    found = meeting.wall.at(cell.place, cell.slot)
    return [topic for topic in found if topic.id != carry.card.topic and topic.live]


def aimed_spot(carry: Carry, cell: Cell) -> Spot:
    """The sitting that would come of it."""
    card = carry.card
    stays = card.cell is not None and card.cell.slot == cell.slot and not carry.second
    return Spot(cell.place, cell.slot, card.half if stays else 0)


def _half(meeting: Meeting, topic: str, slot: str) -> int:
    spots = meeting.wall.topic(topic).spots
    return next((spot.half for spot in spots if spot.slot == slot), -1)
