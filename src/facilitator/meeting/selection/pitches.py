"""Pitches: in which order projects are presented, by whom, and the clock for pitch and questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_WHO = 120


class How(StrEnum):
    """How an order was found."""

    DRAWN = "drawn"  # 抽签
    BY_HAND = "by-hand"


class OrderPitches(MeetingCommand, frozen=True, kw_only=True, tag="pitches.order"):
    """In which order the projects are presented; all of them, once each."""

    order: tuple[str, ...]
    how: How = How.BY_HAND


class BeginPitch(MeetingCommand, frozen=True, kw_only=True, tag="pitches.begin"):
    """A project is presented now, by whom."""

    candidate: str
    who: str = ""


class OpenQuestions(MeetingCommand, frozen=True, kw_only=True, tag="pitches.questions"):
    """The pitch is over, people ask."""


class EndPitch(MeetingCommand, frozen=True, kw_only=True, tag="pitches.end"):
    """Pitch and questions are over."""


class PassOver(MeetingCommand, frozen=True, kw_only=True, tag="pitches.pass-over"):
    """Nobody presents a project; it stands all the same."""

    candidate: str
    reason: str


class PitchesOrdered(Event, frozen=True, kw_only=True, tag="pitches.ordered"):
    order: tuple[str, ...]
    how: How


class PitchBegun(Event, frozen=True, kw_only=True, tag="pitches.begun"):
    candidate: str
    who: str = ""


class QuestionsOpened(Event, frozen=True, kw_only=True, tag="pitches.questions-opened"):
    candidate: str


class PitchEnded(Event, frozen=True, kw_only=True, tag="pitches.ended"):
    candidate: str


class PassedOver(Event, frozen=True, kw_only=True, tag="pitches.passed-over"):
    candidate: str
    reason: str


@dataclass(slots=True)
class Pitch:
    """One presentation of a project, with its times."""

    candidate: str
    who: str
    begun: datetime
    questions: datetime | None = None
    ended: datetime | None = None
    jumped: list[timedelta] = field(default_factory=list[timedelta])
    """How far the clock had jumped at each of these times (`Lifecycle.shift`)."""

    def seconds(self, steady: datetime) -> tuple[int, int]:
        """Whole seconds of pitch and of questions so far, by a clock that does not jump (`timing`)."""
        begun = self.begun - self.jumped[0]
        end = self.ended - self.jumped[-1] if self.ended is not None else steady
        turn = self.questions - self.jumped[1] if self.questions is not None else end
        pitch = max(0, int((turn - begun).total_seconds()))
        asked = max(0, int((end - turn).total_seconds()))
        return pitch, asked


@dataclass(slots=True)
class Pitches:
    """The order, what was presented, and what is presented now."""

    order: list[str] = field(default_factory=list[str])
    how: How = How.BY_HAND
    held: list[Pitch] = field(default_factory=list[Pitch])
    passed: dict[str, str] = field(default_factory=dict[str, str])
    """Projects that nobody presented, with the reason."""
    on: str = ""

    def of(self, candidate: str) -> list[Pitch]:
        """The presentations of a project; more than one when it was presented again."""
        return [one for one in self.held if one.candidate == candidate]

    def running(self) -> Pitch | None:
        """The pitch that is on, in its questions or not."""
        return self.held[-1] if self.on else None


def in_order(meeting: Meeting) -> list[str]:
    """The projects that stand, in the order of their pitches; those without a place in it last."""
    standing = [one.id for one in meeting.slate.standing]
    ordered = [one for one in meeting.pitches.order if one in standing]
    return ordered + [one for one in standing if one not in ordered]


def next_pitch(meeting: Meeting) -> str:
    """The next project that was neither presented nor passed over, or nothing."""
    done = {one.candidate for one in meeting.pitches.held} | set(meeting.pitches.passed)
    return next((one for one in in_order(meeting) if one not in done), "")


def refuse_pitch(meeting: Meeting) -> None:
    """Refuse what waits for the end of the pitch that is on (`pitch-running`)."""
    if meeting.pitches.on:
        title = meeting.slate.candidate(meeting.pitches.on).title
        raise RuleViolation("pitch-running", title=title)


def order(meeting: Meeting, command: OrderPitches) -> Iterable[Event]:
    """All that stand, once each (`order-incomplete`)."""
    standing = {one.id for one in meeting.slate.standing}
    for name in command.order:
        meeting.slate.standing_candidate(name)
    if len(command.order) != len(standing) or set(command.order) != standing:
        missing = [meeting.slate.all[one].title for one in sorted(standing - set(command.order))]
        raise RuleViolation("order-incomplete", missing=missing)
    yield PitchesOrdered(order=command.order, how=command.how)


def begin(meeting: Meeting, command: BeginPitch) -> Iterable[Event]:
    """One at a time; a project may be presented again."""
    meeting.expect_running()
    refuse_pitch(meeting)
    found = meeting.slate.standing_candidate(command.candidate)
    if meeting.ballots.fixed:
        raise RuleViolation("vote-begun", title=found.title)
    who = short_text(command.who, "who", MOST_WHO, required=False)
    yield PitchBegun(candidate=found.id, who=who)


def questions(meeting: Meeting, _command: OpenQuestions) -> Iterable[Event]:
    """Once for each pitch."""
    pitch = _on(meeting)
    if pitch.questions is not None:
        raise RuleViolation("questions-open", title=meeting.slate.candidate(pitch.candidate).title)
    yield QuestionsOpened(candidate=pitch.candidate)


def end(meeting: Meeting, _command: EndPitch) -> Iterable[Event]:
    """Also without questions."""
    yield PitchEnded(candidate=_on(meeting).candidate)


def pass_over(meeting: Meeting, command: PassOver) -> Iterable[Event]:
    """Only what was not presented; it may still be presented later."""
    meeting.expect_running()
    found = meeting.slate.standing_candidate(command.candidate)
    if meeting.pitches.of(found.id):
        raise RuleViolation("already-pitched", title=found.title)
    yield PassedOver(candidate=found.id, reason=clean_text(command.reason, "reason"))


def _on(meeting: Meeting) -> Pitch:
    pitch = meeting.pitches.running()
    if pitch is None:
        raise RuleViolation("no-pitch-running")
    return pitch


def on_ordered(meeting: Meeting, event: PitchesOrdered, _recorded: Recorded) -> None:
    meeting.pitches.order, meeting.pitches.how = list(event.order), event.how


def on_begun(meeting: Meeting, event: PitchBegun, recorded: Recorded) -> None:
    pitch = Pitch(event.candidate, event.who, recorded.at, jumped=[meeting.life.shift])
    meeting.pitches.held.append(pitch)
    meeting.pitches.on = event.candidate
    meeting.pitches.passed.pop(event.candidate, None)


def on_questions(meeting: Meeting, _event: QuestionsOpened, recorded: Recorded) -> None:
    pitch = meeting.pitches.held[-1]
    pitch.questions = recorded.at
    pitch.jumped.append(meeting.life.shift)


def on_ended(meeting: Meeting, _event: PitchEnded, recorded: Recorded) -> None:
    pitch = meeting.pitches.held[-1]
    pitch.ended = recorded.at
    pitch.jumped.append(meeting.life.shift)
    meeting.pitches.on = ""


def on_passed(meeting: Meeting, event: PassedOver, _recorded: Recorded) -> None:
    meeting.pitches.passed[event.candidate] = event.reason


PART = Part(
    "pitches",
    {
        OrderPitches: order,
        BeginPitch: begin,
        OpenQuestions: questions,
        EndPitch: end,
        PassOver: pass_over,
    },
    {
        PitchesOrdered: on_ordered,
        PitchBegun: on_begun,
        QuestionsOpened: on_questions,
        PitchEnded: on_ended,
        PassedOver: on_passed,
    },
)
