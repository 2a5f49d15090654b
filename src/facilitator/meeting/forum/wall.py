"""The agenda wall: topics, where they hang, and what was done to them, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from facilitator.acts import Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.part import Change

WHOLE, FIRST_HALF, SECOND_HALF = 0, 1, 2


class TopicState(StrEnum):
    OPEN = "open"  # in the tray while it hangs nowhere, else on the wall
    PARKED = "parked"  # 暂放
    MERGED = "merged"  # goes on as part of another; stays readable
    SPLIT = "split"  # goes on as several others; stays readable
    NOT_HELD = "not-held"  # a valid outcome, and a page in the book
    WITHDRAWN = "withdrawn"  # by its conveners
    TAKEN_BACK = "taken-back"  # posted by mistake


LIVE = (TopicState.OPEN, TopicState.PARKED)
"""Topics that something can still be done with on the wall."""
HELD_OR_NOT = (TopicState.OPEN, TopicState.PARKED, TopicState.NOT_HELD)
"""Topics that stand for themselves: each has its page in the book, and dots can be put on it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One sitting of a topic: where, in which slot, and in which half of it (0 for the whole)."""

    place: str
    slot: str
    half: int = WHOLE

    def meets(self, other: Spot) -> bool:
        """Whether both run at the same time."""
        whole = WHOLE in (self.half, other.half)
        return self.slot == other.slot and (whole or self.half == other.half)


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic as it is now. Never changed in place: the wall keeps what it was."""

    id: str
    number: int
    title: str
    posted: datetime
    conveners: tuple[str, ...]
    why: str = ""
    state: TopicState = TopicState.OPEN
    spots: tuple[Spot, ...] = ()
    """In the order in which they were given; only open topics and those not held have any."""
    reason: str = ""
    """Why it is parked, not held or withdrawn."""
    into: str = ""
    """The topic it was merged into."""
    came_from: str = ""
    """The topic it was split from."""
    acting: bool = False
    """Posted when the space was opened again to plan what to do."""
    changes: tuple[Change, ...] = ()

    @property
    def live(self) -> bool:
        """Whether it can be placed, moved, merged, split."""
        return self.state in LIVE

    def is_in(self, *, place: str = "", slot: str = "") -> bool:
        """Whether it hangs in that place, that slot, or both."""
        return any(
            (not place or spot.place == place) and (not slot or spot.slot == slot)
            for spot in self.spots
        )

    def spot(self, slot: str = "") -> Spot:
        """Its spot in that slot, or its only one; refused: `not-on-wall`, `which-slot`, `not-in-slot`."""
        if not self.spots:
            raise RuleViolation("not-on-wall", topic=self.number)
        if slot:
            for spot in self.spots:
                if spot.slot == slot:
                    return spot
            raise RuleViolation("not-in-slot", topic=self.number, slot=slot)
        first, *others = self.spots
        if others:
            raise RuleViolation("which-slot", topic=self.number)
        return first


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done at the wall, with the topics as they were before it; None for one it created."""

    recorded: Recorded
    before: tuple[tuple[str, Topic | None], ...]

    @property
    def number(self) -> int:
        """The version of its event."""
        return self.recorded.version


@dataclass(slots=True)
class Wall:
    """All topics by id, in the order of their numbers; nothing is ever removed from it."""

    topics: dict[str, Topic] = field(default_factory=dict[str, Topic])
    deeds: list[Deed] = field(default_factory=list[Deed])
    """What can be taken back, the latest last."""

    @property
    def next_number(self) -> int:
        """The number of the next topic; numbers are never given twice."""
        return len(self.topics) + 1

    def topic(self, topic: str) -> Topic:
        """The topic of that name, or a refusal (`unknown-topic`)."""
        if topic not in self.topics:
            raise RuleViolation("unknown-topic", topic=topic)
        return self.topics[topic]

    def live_topic(self, topic: str) -> Topic:
        """A topic that something can still be done with, or a refusal (`topic-gone`, with its state)."""
        found = self.topic(topic)
        if not found.live:
            raise RuleViolation("topic-gone", topic=found.number, state=found.state.value)
        return found

    def standing_topic(self, topic: str) -> Topic:
        """A topic that stands for itself, held or not, or a refusal (`topic-gone`, with its state)."""
        found = self.topic(topic)
        if found.state not in HELD_OR_NOT:
            raise RuleViolation("topic-gone", topic=found.number, state=found.state.value)
        return found

    def counted(self) -> list[Topic]:
        """The topics that stand for themselves, by number: not merged, split, withdrawn or taken back."""
        return [topic for topic in self.topics.values() if topic.state in HELD_OR_NOT]

    def on_wall(self) -> list[Topic]:
        """The topics that hang somewhere, those not held among them."""
        return [topic for topic in self.topics.values() if topic.spots]

    def tray(self) -> list[Topic]:
        """The open topics that hang nowhere yet."""
        return [t for t in self.topics.values() if t.state is TopicState.OPEN and not t.spots]

    def parked(self) -> list[Topic]:
        """The topics put aside."""
        return [t for t in self.topics.values() if t.state is TopicState.PARKED]

    def at(self, place: str, slot: str) -> list[Topic]:
        """What hangs in one field of the wall, first halves first."""
        found = [(spot.half, t) for t in self.topics.values() for spot in t.spots
                 if spot.place == place and spot.slot == slot]  # fmt: skip
        return [topic for _, topic in sorted(found, key=lambda one: (one[0], one[1].number))]

    def fields(self) -> dict[tuple[str, str], list[Topic]]:
        """What `at` says of every field that something hangs in, in one go: by place and slot."""
        found: dict[tuple[str, str], list[tuple[int, Topic]]] = {}
        for topic in self.topics.values():
            for spot in topic.spots:
                found.setdefault((spot.place, spot.slot), []).append((spot.half, topic))
        return {
            key: [topic for _, topic in sorted(there, key=lambda one: (one[0], one[1].number))]
            for key, there in found.items()
        }

    def merged_into(self, topic: str) -> list[Topic]:
        """The topics that go on as part of this one, by number; also those that came by way of another."""
        found: set[str] = set()
        ahead = [topic]
        while ahead:
            into = ahead.pop()
            came = [t.id for t in self.topics.values() if t.into == into]
            found.update(came)
            ahead += came
        return [t for t in self.topics.values() if t.id in found]

    def change(self, recorded: Recorded, topics: Iterable[Topic]) -> None:
        """Put topics in place of what they were, and remember that."""
        new = list(topics)
        before = tuple((topic.id, self.topics.get(topic.id)) for topic in new)
        self.deeds.append(Deed(recorded, before))
        for topic in new:
            self.topics[topic.id] = topic
