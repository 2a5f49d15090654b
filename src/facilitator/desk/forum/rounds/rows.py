"""A round as rows: each group with place, topic, who convenes and takes notes, how many were counted."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.forum.wall import HELD_OR_NOT, Topic, TopicState
from facilitator.words.figures import listing
from facilitator.words.forum import topic_number


@dataclass(frozen=True, slots=True)
class Group:
    """A group in a round. `counts` is false for a second one in the same place, which has one count."""

    place: str
    place_name: str
    seats: int
    topic: str
    number: str
    title: str
    half: int
    conveners: str
    recorder: str
    heads: int | None
    counts: bool
    held: bool = True


def groups(desk: Desk, meeting: Meeting, slot: str) -> tuple[Group, ...]:
    """The groups of a round, places in their order, first halves first."""
    names = desk.session.names(meeting)
    found: list[Group] = []
    for place in meeting.matrix.places.values():
        topics = [t for t in meeting.wall.at(place.id, slot) if t.state in HELD_OR_NOT]
        for n, topic in enumerate(topics):
            recorder = meeting.reports.recorder(topic.id)
            one = Group(
                place=place.id,
                place_name=place.name,
                seats=place.seats,
                topic=topic.id,
                number=topic_number(topic.number),
                title=topic.title,
                half=_half(topic, place.id, slot),
                conveners=listing((names.get(who, who) for who in topic.conveners), desk.lang),
                recorder=names.get(recorder, recorder),
                heads=meeting.rounds.heads_in(slot, place.id),
                counts=n == 0,
                held=topic.state is not TopicState.NOT_HELD,
            )
            found.append(one)
    return tuple(found)


def _half(topic: Topic, place: str, slot: str) -> int:
    spots = (spot for spot in topic.spots if (spot.place, spot.slot) == (place, slot))
    return next((spot.half for spot in spots), 0)


def free_places(meeting: Meeting, slot: str) -> list[str]:
    """The names of places where nothing is on in a round."""
    return [
        place.name
        for place in meeting.matrix.places.values()
        if not any(topic.state is TopicState.OPEN for topic in meeting.wall.at(place.id, slot))
    ]


def ends_at(meeting: Meeting) -> datetime | None:
    """When the round that runs is to end: as planned; with its whole length when it is far from its time."""
    rounds = meeting.rounds
    if not rounds.running:
        return None
    slot, begun = meeting.matrix.slots[rounds.running], rounds.held[rounds.running][-1][0]
    whole = begun + timedelta(minutes=slot.minutes)
    return slot.ends if begun < slot.ends and slot.begins < whole else whole


def counted(meeting: Meeting, slot: str) -> tuple[int, int, int]:
    """Of a round: places in which something is on, in how many people were counted, and how many."""
    places = {group for group in meeting.matrix.places if meeting.wall.at(group, slot)}
    heads = [n for place in places if (n := meeting.rounds.heads_in(slot, place)) is not None]
    return len(places), len(heads), sum(heads)
