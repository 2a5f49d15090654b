"""Topics that become one, or several; and the way back from anything that was done at the wall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.forum.placing import Field, as_field
from facilitator.meeting.forum.topics import MOST_TITLE, conveners, new_topic, refuse_used
from facilitator.meeting.forum.wall import Deed, Topic, TopicState
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_PARTS = 6


class MergeTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.merge"):
    """A topic goes on as part of another. `agreed` names every convener of both: without all, no merge.

    It stays readable under its number; its conveners convene the other one, too.
    """

    topic: str
    into: str
    agreed: tuple[str, ...]


class Piece(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One of the topics that another is split into."""

    topic: str
    title: str
    conveners: tuple[str, ...]


class SplitTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.split"):
    """A topic goes on as several others; `agreed` names every convener of it."""

    topic: str
    pieces: tuple[Piece, ...]
    agreed: tuple[str, ...]


class TakeBack(MeetingCommand, frozen=True, kw_only=True, tag="wall.take-back"):
    """The last thing done at the wall is undone. `deed` is its event's version; 0 takes whatever is last."""

    deed: int = 0


class TopicMerged(Event, frozen=True, kw_only=True, tag="wall.merged"):
    topic: str
    into: str
    agreed: tuple[str, ...]


class TopicSplit(Event, frozen=True, kw_only=True, tag="wall.was-split"):
    topic: str
    pieces: tuple[Piece, ...]
    number: int
    """The number of the first piece; the others follow."""
    agreed: tuple[str, ...]


class Restored(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a topic is once a deed was taken back, for readers that know nothing but events."""

    topic: str
    state: TopicState
    title: str
    conveners: tuple[str, ...]
    why: str = ""
    spots: tuple[Field, ...] = ()
    reason: str = ""


class DeedTakenBack(Event, frozen=True, kw_only=True, tag="wall.taken-back"):
    deed: int
    topics: tuple[str, ...]
    now: tuple[Restored, ...]
    """These topics as they are from now on, in the same order; none of them is part of another then."""


def merge(meeting: Meeting, command: MergeTopic) -> Iterable[Event]:
    """Nobody's topic disappears into another against their will."""
    topic, into = meeting.wall.live_topic(command.topic), meeting.wall.live_topic(command.into)
    if topic.id == into.id:
        raise RuleViolation("merge-with-itself", topic=topic.number)
    refuse_used(meeting, topic)
    conveners(meeting, _joined(into, topic))
    yield TopicMerged(
        topic=topic.id, into=into.id, agreed=_agreed(meeting, (topic, into), command.agreed)
    )


def split(meeting: Meeting, command: SplitTopic) -> Iterable[Event]:
    """Into two at least, each with a convener of its own."""
    topic = meeting.wall.live_topic(command.topic)
    if not 2 <= len(command.pieces) <= MOST_PARTS:
        raise RuleViolation(
            "number-range", field="pieces", value=len(command.pieces), least=2, most=MOST_PARTS
        )
    refuse_used(meeting, topic)
    agreed = _agreed(meeting, (topic,), command.agreed)
    names = [piece.topic for piece in command.pieces]
    pieces = tuple(
        Piece(
            new_topic(meeting, piece.topic),
            short_text(piece.title, "title", MOST_TITLE),
            conveners(meeting, piece.conveners),
        )
        for piece in command.pieces
    )
    for name in names:
        if names.count(name) > 1:
            raise RuleViolation("topic-exists", topic=name)
    yield TopicSplit(
        topic=topic.id,
        pieces=pieces,
        number=meeting.wall.next_number,
        agreed=agreed,
    )


def _agreed(
    meeting: Meeting, topics: tuple[Topic, ...], agreed: tuple[str, ...]
) -> tuple[str, ...]:
    """Who agreed, each once; refused while a convener has not (`conveners-not-agreed`), whoever else has."""
    asked = [person for topic in topics for person in topic.conveners]
    missing = list(dict.fromkeys(person for person in asked if person not in agreed))
    if missing:
        numbers = [topic.number for topic in topics]
        raise RuleViolation(
            "conveners-not-agreed", members=missing, number=len(missing), topics=numbers
        )
    for person in agreed:
        meeting.expect_known(person)
    return tuple(dict.fromkeys(agreed))


def _joined(into: Topic, topic: Topic) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*into.conveners, *topic.conveners)))


def take_back(meeting: Meeting, command: TakeBack) -> Iterable[Event]:
    """The last deed alone, and only while everything it would bring back still has its place."""
    if not meeting.wall.deeds:
        raise RuleViolation("nothing-to-take-back")
    last = meeting.wall.deeds[-1]
    if command.deed and command.deed != last.number:
        raise RuleViolation("not-the-last-deed", deed=command.deed, last=last.number)
    for name, was in last.before:
        if was is None:
            refuse_used(meeting, meeting.wall.topics[name])
            continue
        if was.state is not TopicState.OPEN and name in meeting.reports.all:
            raise RuleViolation("topic-reported", topic=was.number)
        for spot in was.spots:
            meeting.matrix.place(spot.place)
            meeting.matrix.slot(spot.slot)
    again = [_as_before(meeting.wall.topics[name], was) for name, was in last.before]
    yield DeedTakenBack(
        deed=last.number,
        topics=tuple(topic.id for topic in again),
        now=tuple(_restored(topic) for topic in again),
    )


def _as_before(now: Topic, was: Topic | None) -> Topic:
    """A topic as it was; one that the deed created stays readable as taken back, with its number."""
    if was is not None:
        return was
    return replace(now, state=TopicState.TAKEN_BACK, spots=(), reason="")


def _restored(topic: Topic) -> Restored:
    return Restored(
        topic=topic.id,
        state=topic.state,
        title=topic.title,
        conveners=topic.conveners,
        why=topic.why,
        spots=tuple(as_field(spot) for spot in topic.spots),
        reason=topic.reason,
    )


def on_merged(meeting: Meeting, event: TopicMerged, recorded: Recorded) -> None:
    wall = meeting.wall
    topic, into = wall.topic(event.topic), wall.topic(event.into)
    gone = replace(topic, state=TopicState.MERGED, spots=(), into=into.id, reason="")
    wall.change(recorded, [gone, replace(into, conveners=_joined(into, topic))])


def on_split(meeting: Meeting, event: TopicSplit, recorded: Recorded) -> None:
    wall = meeting.wall
    topic = wall.topic(event.topic)
    gone = replace(topic, state=TopicState.SPLIT, spots=(), reason="")
    pieces = [
        Topic(
            piece.topic,
            number,
            piece.title,
            recorded.at,
            piece.conveners,
            came_from=topic.id,
            acting=topic.acting,
        )
        for number, piece in enumerate(event.pieces, event.number)
    ]
    wall.change(recorded, [gone, *pieces])


def on_taken_back(meeting: Meeting, event: DeedTakenBack, _recorded: Recorded) -> None:
    deed: Deed = meeting.wall.deeds.pop()
    for name, was in deed.before:
        meeting.wall.topics[name] = _as_before(meeting.wall.topics[name], was)


PART = Part(
    "wall",
    {MergeTopic: merge, SplitTopic: split, TakeBack: take_back},
    {TopicMerged: on_merged, TopicSplit: on_split, DeedTakenBack: on_taken_back},
)
