"""Who wants to come to which topic: numbers that a helper typed, or people by name; and what is hottest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.forum.placing import Field, as_field
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_HEADS = 100_000


class CountInterest(MeetingCommand, frozen=True, kw_only=True, tag="interest.count"):
    """So many want to come to a topic, as counted at the wall; a later count stands for an earlier one."""

    topic: str
    heads: int


class SignUp(MeetingCommand, frozen=True, kw_only=True, tag="interest.sign-up"):
    """Somebody puts their name under a topic."""

    topic: str
    person: str


class SignOff(MeetingCommand, frozen=True, kw_only=True, tag="interest.sign-off"):
    """Somebody takes their name away again."""

    topic: str
    person: str


class ScreenTopics(MeetingCommand, frozen=True, kw_only=True, tag="interest.screen"):
    """Only these topics are talked about, usually the hottest; the others that are open are parked.

    Whatever was talked about already stays where it hung, kept or not.
    """

    keep: tuple[str, ...]


class InterestCounted(Event, frozen=True, kw_only=True, tag="interest.counted"):
    topic: str
    heads: int
    old: int = 0


class SignedUp(Event, frozen=True, kw_only=True, tag="interest.signed-up"):
    topic: str
    person: str


class SignedOff(Event, frozen=True, kw_only=True, tag="interest.signed-off"):
    topic: str
    person: str


class Parked(Field, frozen=True, kw_only=True):
    """A sitting that a parked topic had."""

    topic: str


class TopicsScreened(Event, frozen=True, kw_only=True, tag="interest.screened"):
    keep: tuple[str, ...]
    heads: tuple[int, ...]
    """How many wanted to come to each of those kept."""
    parked: tuple[str, ...]
    old: tuple[Parked, ...] = ()
    """Where those that are parked had hung."""


@dataclass(slots=True)
class Interest:
    """By topic: the number last counted, and the people by name in the order they signed."""

    counts: dict[str, int] = field(default_factory=dict[str, int])
    signed: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def wanted(self, topic: str) -> int:
        """How many want to come: the count, or the names when there are more of them."""
        return max(self.counts.get(topic, 0), len(self.signed.get(topic, ())))


@dataclass(frozen=True, slots=True)
class Heat:
    """A topic in the order of interest. Equal interest has equal rank: 1, 2, 2, 4."""

    topic: Topic
    wanted: int
    rank: int


def hottest(meeting: Meeting) -> list[Heat]:
    """The live topics, those that most people want first; equal ones by number."""
    wanted = {topic.id: meeting.interest.wanted(topic.id) for topic in meeting.wall.counted()}
    live = [topic for topic in meeting.wall.counted() if topic.live]
    order = sorted(live, key=lambda topic: (-wanted[topic.id], topic.number))
    found: list[Heat] = []
    for place, topic in enumerate(order, 1):
        same = bool(found) and found[-1].wanted == wanted[topic.id]
        found.append(Heat(topic, wanted[topic.id], found[-1].rank if same else place))
    return found


def cut(heats: list[Heat], most: int) -> tuple[list[Heat], list[Heat]]:
    """The `most` hottest, and those that stand at the cut with equal interest: people choose among them.

    Without a tie over the cut the second list is empty; with one, the first holds only those above it.
    """
    if most >= len(heats):
        return heats, []
    if most <= 0 or heats[most - 1].wanted != heats[most].wanted:
        return heats[: max(0, most)], []
    level = heats[most].wanted
    return [h for h in heats if h.wanted > level], [h for h in heats if h.wanted == level]


def count(meeting: Meeting, command: CountInterest) -> Iterable[Event]:
    """Counted for what is still on, or beside, the wall."""
    topic = meeting.wall.live_topic(command.topic)
    if not 0 <= command.heads <= MOST_HEADS:
        raise RuleViolation(
            "number-range", field="heads", value=command.heads, least=0, most=MOST_HEADS
        )
    old = meeting.interest.counts.get(topic.id, 0)
    yield InterestCounted(topic=topic.id, heads=command.heads, old=old)


def sign_up(meeting: Meeting, command: SignUp) -> Iterable[Event]:
    """A name stands once under a topic."""
    topic = meeting.wall.live_topic(command.topic)
    meeting.expect_known(command.person)
    if command.person in meeting.interest.signed.get(topic.id, ()):
        raise RuleViolation("already-signed-up", person=command.person, topic=topic.number)
    yield SignedUp(topic=topic.id, person=command.person)


def sign_off(meeting: Meeting, command: SignOff) -> Iterable[Event]:
    """Only a name that stands there."""
    topic = meeting.wall.topic(command.topic)
    if command.person not in meeting.interest.signed.get(topic.id, ()):
        raise RuleViolation("not-signed-up", person=command.person, topic=topic.number)
    yield SignedOff(topic=topic.id, person=command.person)


def screen(meeting: Meeting, command: ScreenTopics) -> Iterable[Event]:
    """People say which topics go on; the program only shows what is hottest."""
    if not command.keep:
        raise RuleViolation("nothing-kept")
    kept = [meeting.wall.live_topic(name) for name in command.keep]
    for name in command.keep:
        if command.keep.count(name) > 1:
            raise RuleViolation("topic-named-twice", topic=meeting.wall.topic(name).number)
    names = {topic.id for topic in kept}
    others = [
        topic
        for topic in meeting.wall.counted()
        if topic.state is TopicState.OPEN and topic.id not in names and not _met(meeting, topic)
    ]
    if not others:
        raise RuleViolation("nothing-to-screen")
    yield TopicsScreened(
        keep=command.keep,
        heads=tuple(meeting.interest.wanted(topic.id) for topic in kept),
        parked=tuple(topic.id for topic in others),
        old=tuple(
            Parked(spot.place, spot.slot, as_field(spot).half, topic=topic.id)
            for topic in others
            for spot in topic.spots
        ),
    )


def _met(meeting: Meeting, topic: Topic) -> bool:
    """Whether a group has met on it, or meets now."""
    held = meeting.rounds.held
    return topic.id in meeting.reports.all or any(spot.slot in held for spot in topic.spots)


def on_counted(meeting: Meeting, event: InterestCounted, _recorded: Recorded) -> None:
    meeting.interest.counts[event.topic] = event.heads


def on_signed_up(meeting: Meeting, event: SignedUp, _recorded: Recorded) -> None:
    signed = meeting.interest.signed
    signed[event.topic] = (*signed.get(event.topic, ()), event.person)


def on_signed_off(meeting: Meeting, event: SignedOff, _recorded: Recorded) -> None:
    signed = meeting.interest.signed
    signed[event.topic] = tuple(one for one in signed[event.topic] if one != event.person)


def on_screened(meeting: Meeting, event: TopicsScreened, recorded: Recorded) -> None:
    wall = meeting.wall
    kept = (wall.topic(name) for name in event.keep)
    back = [
        replace(topic, state=TopicState.OPEN, reason="")
        for topic in kept
        if topic.state is TopicState.PARKED
    ]
    parked = [
        replace(wall.topic(name), state=TopicState.PARKED, spots=(), reason="")
        for name in event.parked
    ]
    wall.change(recorded, [*back, *parked])


PART = Part(
    "interest",
    {CountInterest: count, SignUp: sign_up, SignOff: sign_off, ScreenTopics: screen},
    {
        InterestCounted: on_counted,
        SignedUp: on_signed_up,
        SignedOff: on_signed_off,
        TopicsScreened: on_screened,
    },
)
