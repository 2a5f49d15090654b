"""Rounds of discussion as they were held, and how many people were counted where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.forum.interest import MOST_HEADS
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class StartRound(MeetingCommand, frozen=True, kw_only=True, tag="rounds.start"):
    """The groups of a slot begin; one that was ended too early goes on."""

    slot: str


class EndRound(MeetingCommand, frozen=True, kw_only=True, tag="rounds.end"):
    """The round that runs is over."""


class CountHeads(MeetingCommand, frozen=True, kw_only=True, tag="heads.count"):
    """So many people are here; with `place`, so many in that place in the round that runs, or in `slot`."""

    heads: int
    place: str = ""
    slot: str = ""


class RoundStarted(Event, frozen=True, kw_only=True, tag="rounds.started"):
    slot: str


class RoundEnded(Event, frozen=True, kw_only=True, tag="rounds.ended"):
    slot: str


class HeadsCounted(Event, frozen=True, kw_only=True, tag="heads.counted"):
    heads: int
    place: str = ""
    slot: str = ""


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people were counted, and when."""

    at: datetime
    heads: int


@dataclass(slots=True)
class Rounds:
    """When each slot was held, which runs now, and the people counted; a later count stands for an earlier."""

    held: dict[str, list[tuple[datetime, datetime | None]]] = field(
        default_factory=dict[str, list[tuple[datetime, datetime | None]]]
    )
    running: str = ""
    total: list[HeadCount] = field(default_factory=list[HeadCount])
    """People in all, each time they were counted."""
    heads: dict[tuple[str, str], list[HeadCount]] = field(
        default_factory=dict[tuple[str, str], list[HeadCount]]
    )
    """By slot and place, each time they were counted."""

    def ended(self, slot: str) -> bool:
        """Whether a slot was held and is over."""
        return slot in self.held and slot != self.running

    def heads_in(self, slot: str, place: str) -> int | None:
        """How many were last counted there; None when nobody counted."""
        counts = self.heads.get((slot, place))
        return counts[-1].heads if counts else None


def people_here(meeting: Meeting) -> int:
    """How many are here: as last counted in all, else those who signed in and have not left."""
    total = meeting.rounds.total
    if total:
        return total[-1].heads
    return sum(map(meeting.attendance.is_present, meeting.attendance.stays))


def right_now(meeting: Meeting) -> list[tuple[str, Topic]]:
    """What is on in the round that runs: place and topic, places in their order, first halves first."""
    slot, fields = meeting.rounds.running, meeting.wall.fields()
    return [
        (place, topic)
        for place in meeting.matrix.places
        for topic in fields.get((place, slot), ())
        if topic.state is TopicState.OPEN
    ]


def refuse_round(meeting: Meeting) -> None:
    """Refuse what waits for the end of the round that runs (`round-running`)."""
    if meeting.rounds.running:
        raise RuleViolation("round-running", number=meeting.matrix.number(meeting.rounds.running))


def start(meeting: Meeting, command: StartRound) -> Iterable[Event]:
    """One round at a time."""
    meeting.expect_running()
    slot = meeting.matrix.slot(command.slot)
    refuse_round(meeting)
    yield RoundStarted(slot=slot.id)


def end(meeting: Meeting, _command: EndRound) -> Iterable[Event]:
    """Only what runs can be ended."""
    if not meeting.rounds.running:
        raise RuleViolation("no-round-running")
    yield RoundEnded(slot=meeting.rounds.running)


def count(meeting: Meeting, command: CountHeads) -> Iterable[Event]:
    """Nobody is counted in a place without saying in which round."""
    if not 0 <= command.heads <= MOST_HEADS:
        raise RuleViolation(
            "number-range", field="heads", value=command.heads, least=0, most=MOST_HEADS
        )
    place = slot = ""
    if command.place:
        place = meeting.matrix.place(command.place).id
        slot = command.slot or meeting.rounds.running
        if not slot:
            raise RuleViolation("no-round-running")
        slot = meeting.matrix.slot(slot).id
    elif command.slot:
        raise RuleViolation("place-missing", slot=command.slot)
    yield HeadsCounted(heads=command.heads, place=place, slot=slot)


def on_started(meeting: Meeting, event: RoundStarted, recorded: Recorded) -> None:
    meeting.rounds.held.setdefault(event.slot, []).append((recorded.at, None))
    meeting.rounds.running = event.slot


def on_ended(meeting: Meeting, event: RoundEnded, recorded: Recorded) -> None:
    times = meeting.rounds.held[event.slot]
    times[-1] = (times[-1][0], recorded.at)
    meeting.rounds.running = ""


def on_counted(meeting: Meeting, event: HeadsCounted, recorded: Recorded) -> None:
    one = HeadCount(recorded.at, event.heads)
    if event.place:
        meeting.rounds.heads.setdefault((event.slot, event.place), []).append(one)
    else:
        meeting.rounds.total.append(one)


PART = Part(
    "rounds",
    {StartRound: start, EndRound: end},
    {RoundStarted: on_started, RoundEnded: on_ended},
)
HEADS = Part("heads", {CountHeads: count}, {HeadsCounted: on_counted})
