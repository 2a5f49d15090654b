"""Who may speak: the queue by side, the clock, the limits. The app suggests who is next; the host decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.part import MeetingCommand, Part
from facilitator.rules.charter import SpeakingLimits

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Side(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class AskForFloor(MeetingCommand, frozen=True, kw_only=True, tag="floor.ask"):
    """Somebody raises a hand."""

    speaker: str
    side: Side = Side.NEUTRAL


class TakeHandDown(MeetingCommand, frozen=True, kw_only=True, tag="floor.take-hand-down"):
    """Somebody no longer wants to speak."""

    speaker: str


class GiveFloor(MeetingCommand, frozen=True, kw_only=True, tag="floor.give"):
    """Somebody speaks from now on; whoever spoke has finished. `by_leave`: beyond the limit, by consent."""

    speaker: str
    side: Side | None = None
    by_leave: bool = False


class EndSpeech(MeetingCommand, frozen=True, kw_only=True, tag="floor.end"):
    """Whoever has the floor has finished."""


class AgreeLimits(MeetingCommand, frozen=True, kw_only=True, tag="floor.agree-limits"):
    """The meeting agrees how long and how often one may speak on the item in hand; 0 is not limited."""

    seconds: int
    speeches: int = 0


class FloorAsked(Event, frozen=True, kw_only=True, tag="floor.asked"):
    speaker: str
    side: Side


class HandTakenDown(Event, frozen=True, kw_only=True, tag="floor.hand-taken-down"):
    speaker: str


class SpeechBegun(Event, frozen=True, kw_only=True, tag="floor.speech-begun"):
    speaker: str
    side: Side
    limit: int = 0
    """Seconds; 0 is not limited."""
    by_leave: bool = False
    host: bool = False
    """The host speaks: not a resident's statement."""


class SpeechEnded(Event, frozen=True, kw_only=True, tag="floor.speech-ended"):
    speaker: str


class LimitsAgreed(Event, frozen=True, kw_only=True, tag="floor.limits-agreed"):
    item: str
    seconds: int
    speeches: int = 0


@dataclass(slots=True)
class Speech:
    """One turn at speaking. Times are steady ones: the computer's clock jumping does not lengthen a speech."""

    number: int
    item: str
    speaker: str
    side: Side
    began: datetime
    steady_began: datetime
    limit: int = 0
    host: bool = False
    by_leave: bool = False
    lasted: timedelta | None = None

    @property
    def overrun(self) -> int:
        """Whole seconds beyond the limit; 0 while it runs or when there is none."""
        if not self.limit or self.lasted is None:
            return 0
        return max(0, int(self.lasted.total_seconds()) - self.limit)


@dataclass(slots=True)
class Floor:
    """The queue in the order of hands, the speech that runs, and all speeches so far."""

    queue: dict[str, Side] = field(default_factory=dict[str, Side])
    speaking: Speech | None = None
    speeches: list[Speech] = field(default_factory=list[Speech])
    agreed: dict[str, SpeakingLimits] = field(default_factory=dict[str, SpeakingLimits])

    def on_item(self, item: str) -> list[Speech]:
        """The speeches on an item, the host's own left out."""
        return [speech for speech in self.speeches if speech.item == item and not speech.host]

    def forget(self, speaker: str) -> None:
        """Somebody has gone: the hand goes down."""
        self.queue.pop(speaker, None)

    def begin_item(self) -> None:
        """A new item is in hand: the queue begins anew."""
        self.queue.clear()


def limits(meeting: Meeting) -> SpeakingLimits:
    """What was agreed for the item in hand, else what the charter says."""
    return meeting.floor.agreed.get(meeting.agenda.in_hand, meeting.charter.speaking)


def next_speakers(meeting: Meeting) -> tuple[str, ...]:
    """The queue as a fair host would call it: who has not spoken on this item first, then the other side.

    Robert's Rules as taught in China (机会均等): not yet spoken before spoken, opposing sides in turn, and
    otherwise the order of hands.
    """
    spoken = meeting.floor.on_item(meeting.agenda.in_hand)
    turns = {name: sum(s.speaker == name for s in spoken) for name in meeting.floor.queue}
    last = next((s.side for s in reversed(spoken) if s.side is not Side.NEUTRAL), None)

    def turn(name: str) -> tuple[int, bool]:
        return turns[name], last is not None and meeting.floor.queue[name] is last

    return tuple(sorted(meeting.floor.queue, key=turn))


def ask(meeting: Meeting, command: AskForFloor) -> Iterable[Event]:
    """A hand is raised once, by somebody in the room, on the item in hand."""
    meeting.expect_item_in_hand()
    meeting.expect_present(command.speaker)
    if command.speaker in meeting.floor.queue:
        raise RuleViolation("already-queued", person=command.speaker)
    yield FloorAsked(speaker=command.speaker, side=command.side)


def take_hand_down(meeting: Meeting, command: TakeHandDown) -> Iterable[Event]:
    """Only a raised hand can be taken down."""
    if command.speaker not in meeting.floor.queue:
        raise RuleViolation("not-queued", person=command.speaker)
    yield HandTakenDown(speaker=command.speaker)


def give(meeting: Meeting, command: GiveFloor) -> Iterable[Event]:
    """The floor goes to somebody in the room who is under the limit, or beyond it by leave of the meeting."""
    meeting.expect_item_in_hand()
    meeting.expect_present(command.speaker)
    meeting.refuse_poll()
    running = meeting.floor.speaking
    if running and running.speaker == command.speaker:
        raise RuleViolation("has-the-floor", person=command.speaker)
    allowed = limits(meeting)
    spoken = sum(
        s.speaker == command.speaker for s in meeting.floor.on_item(meeting.agenda.in_hand)
    )
    host = command.speaker == meeting.life.host
    if allowed.speeches and spoken >= allowed.speeches and not command.by_leave and not host:
        raise RuleViolation("speech-limit", person=command.speaker, most=allowed.speeches)
    if running:
        yield SpeechEnded(speaker=running.speaker)
    side = command.side or meeting.floor.queue.get(command.speaker, Side.NEUTRAL)
    yield SpeechBegun(
        speaker=command.speaker,
        side=side,
        limit=allowed.seconds,
        by_leave=command.by_leave,
        host=host,
    )


def end(meeting: Meeting, _command: EndSpeech) -> Iterable[Event]:
    """Somebody has to be speaking."""
    if meeting.floor.speaking is None:
        raise RuleViolation("nobody-speaks")
    yield SpeechEnded(speaker=meeting.floor.speaking.speaker)


def agree_limits(meeting: Meeting, command: AgreeLimits) -> Iterable[Event]:
    """Limits hold for the item in hand."""
    meeting.expect_item_in_hand()
    for name, value, most in (
        ("seconds", command.seconds, 7200),
        ("speeches", command.speeches, 99),
    ):
        if not 0 <= value <= most:
            raise RuleViolation("number-range", field=name, value=value, least=0, most=most)
    yield LimitsAgreed(
        item=meeting.agenda.in_hand, seconds=command.seconds, speeches=command.speeches
    )


def on_asked(meeting: Meeting, event: FloorAsked, _recorded: Recorded) -> None:
    meeting.floor.queue[event.speaker] = event.side


def on_hand_taken_down(meeting: Meeting, event: HandTakenDown, _recorded: Recorded) -> None:
    meeting.floor.forget(event.speaker)


def on_begun(meeting: Meeting, event: SpeechBegun, recorded: Recorded) -> None:
    floor = meeting.floor
    floor.forget(event.speaker)
    floor.speaking = Speech(
        number=len(floor.speeches) + 1,
        item=meeting.agenda.in_hand,
        speaker=event.speaker,
        side=event.side,
        began=recorded.at,
        steady_began=recorded.at - meeting.life.shift,
        limit=event.limit,
        host=event.host,
        by_leave=event.by_leave,
    )
    floor.speeches.append(floor.speaking)


def on_ended(meeting: Meeting, _event: SpeechEnded, recorded: Recorded) -> None:
    speech = meeting.floor.speaking
    assert speech is not None
    speech.lasted = recorded.at - meeting.life.shift - speech.steady_began
    meeting.floor.speaking = None


def on_limits_agreed(meeting: Meeting, event: LimitsAgreed, _recorded: Recorded) -> None:
    meeting.floor.agreed[event.item] = SpeakingLimits(event.seconds, event.speeches)


PART = Part(
    "floor",
    {
        AskForFloor: ask,
        TakeHandDown: take_hand_down,
        GiveFloor: give,
        EndSpeech: end,
        AgreeLimits: agree_limits,
    },
    {
        FloorAsked: on_asked,
        HandTakenDown: on_hand_taken_down,
        SpeechBegun: on_begun,
        SpeechEnded: on_ended,
        LimitsAgreed: on_limits_agreed,
    },
)
