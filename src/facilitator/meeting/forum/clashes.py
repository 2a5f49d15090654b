"""What people had better talk about at the wall. Found and said with its reason; nothing is moved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from facilitator.data import dataclass
from facilitator.meeting.forum.wall import Spot, Topic, TopicState

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MANY_IN_BOTH = 3
"""So many names under two topics of one slot are worth a word."""


class ClashKind(StrEnum):
    CONVENER_TWICE = "convener-twice"  # one convener in two places at once
    FIELD_TWICE = "field-twice"  # two topics in one place at once
    TOO_SMALL = "too-small"  # more want to come than the place holds
    BOTH_WANTED = "both-wanted"  # the same people want to be at two topics at once


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing to settle: which topics, in which slot, and the facts of it."""

    kind: ClashKind
    slot: str
    topics: tuple[str, ...]
    place: str = ""
    """Of a field taken twice, or a place too small."""
    people: tuple[str, ...] = ()
    """The convener who would be twice, or those who want both."""
    wanted: int = 0
    seats: int = 0


def clashes(meeting: Meeting) -> list[Clash]:
    """All there are: by slot in the order of time, conveners and fields first."""
    found: list[Clash] = []
    sittings: dict[str, list[tuple[Topic, Spot]]] = {slot: [] for slot in meeting.matrix.slots}
    for topic, spot in _sittings(meeting):
        sittings[spot.slot].append((topic, spot))
    for slot, there in sittings.items():
        found += _pairs(meeting, slot, there)
        found += _small(meeting, slot, there)
    return found


def clashes_at(meeting: Meeting, topic: Topic, spot: Spot) -> list[Clash]:
    """What there would be about a topic if it hung there instead of in its slot now; nothing is moved."""
    mine = (topic, spot)
    found = [
        clash
        for other, there in _sittings(meeting)
        if there.slot == spot.slot and other.id != topic.id
        for clash in _pair(meeting, spot.slot, (other, there), mine)
    ]
    return [*found, *_small(meeting, spot.slot, [mine])]


def _sittings(meeting: Meeting) -> Iterator[tuple[Topic, Spot]]:
    for topic in meeting.wall.on_wall():
        if topic.state is TopicState.OPEN:
            yield from ((topic, spot) for spot in topic.spots)


def _pairs(meeting: Meeting, slot: str, sittings: list[tuple[Topic, Spot]]) -> Iterator[Clash]:
    """Of each two in a slot. A full wall has thousands: what has nothing in common is passed over at once."""
    signed = meeting.interest.signed
    near = [
        (one, frozenset(one[0].conveners), frozenset(signed.get(one[0].id, ()))) for one in sittings
    ]
    for (one, ours, wanted), (other, theirs, liked) in combinations(near, 2):
        alike = one[1].place == other[1].place or not ours.isdisjoint(theirs)
        if alike or len(wanted & liked) >= MANY_IN_BOTH:
            yield from _pair(meeting, slot, one, other)


def _pair(
    meeting: Meeting, slot: str, one: tuple[Topic, Spot], other: tuple[Topic, Spot]
) -> Iterator[Clash]:
    (first, here), (second, there) = one, other
    if not here.meets(there):
        return
    topics = (first.id, second.id)
    for person in first.conveners:
        if person in second.conveners:
            yield Clash(ClashKind.CONVENER_TWICE, slot, topics, people=(person,))
    if here.place == there.place:
        yield Clash(ClashKind.FIELD_TWICE, slot, topics, place=here.place)
    both = _both(meeting, first.id, second.id)
    if len(both) >= MANY_IN_BOTH:
        yield Clash(ClashKind.BOTH_WANTED, slot, topics, people=both)


def _both(meeting: Meeting, first: str, second: str) -> tuple[str, ...]:
    """Who stands under both topics; most walls have few names, so few pairs are looked at closely."""
    ours, theirs = (meeting.interest.signed.get(topic, ()) for topic in (first, second))
    if min(len(ours), len(theirs)) < MANY_IN_BOTH:
        return ()
    others = frozenset(theirs)
    return tuple(person for person in ours if person in others)


def _small(meeting: Meeting, slot: str, sittings: list[tuple[Topic, Spot]]) -> Iterator[Clash]:
    for topic, spot in sittings:
        place = meeting.matrix.places[spot.place]
        wanted = meeting.interest.wanted(topic.id)
        if place.seats and wanted > place.seats:
            yield Clash(
                ClashKind.TOO_SMALL,
                slot,
                (topic.id,),
                place=place.id,
                wanted=wanted,
                seats=place.seats,
            )
