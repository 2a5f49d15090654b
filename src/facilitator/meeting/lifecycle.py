"""A meeting from its convening to its close: phases, the host, recess, reading back, reopening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.convening import (
    ConveneMeeting,
    Council,
    MeetingConvened,
    NoticePosted,
    PostNotice,
    convene,
    every_seat_exists,
    on_convened,
    on_notice,
    post_notice,
)
from facilitator.meeting.format import Phase, Stage
from facilitator.meeting.forum.rounds import refuse_round
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.papers import refuse_vote
from facilitator.meeting.selection.pitches import refuse_pitch

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class EnterPhase(MeetingCommand, frozen=True, kw_only=True, tag="meeting.enter"):
    """The meeting moves on to another of its format's phases."""

    phase: str


class ChangeHost(MeetingCommand, frozen=True, kw_only=True, tag="meeting.change-host"):
    """Somebody else runs the meeting from now on."""

    host: str
    reason: str = ""


class Recess(MeetingCommand, frozen=True, kw_only=True, tag="meeting.recess"):
    """The meeting pauses."""


class Resume(MeetingCommand, frozen=True, kw_only=True, tag="meeting.resume"):
    """The meeting goes on after a recess."""


class CloseMeeting(MeetingCommand, frozen=True, kw_only=True, tag="meeting.close"):
    """The record has been read back; the meeting is over."""

    read_back: bool = True
    objections: str = ""


class ReopenMeeting(MeetingCommand, frozen=True, kw_only=True, tag="meeting.reopen"):
    """A closed meeting is opened again for a stated reason; what was recorded stays."""

    reason: str


class PhaseEntered(Event, frozen=True, kw_only=True, tag="meeting.phase-entered"):
    phase: str
    council: Council | None = None
    """The body as it is when people gather; from then on it is frozen."""
    next_decision: int = 0
    """The number the next decision of the body will bear; set when the meeting begins to run."""


class HostChanged(Event, frozen=True, kw_only=True, tag="meeting.host-changed"):
    host: str
    reason: str = ""


class Recessed(Event, frozen=True, kw_only=True, tag="meeting.recessed"):
    pass


class Resumed(Event, frozen=True, kw_only=True, tag="meeting.resumed"):
    pass


class MeetingClosed(Event, frozen=True, kw_only=True, tag="meeting.closed"):
    phase: str
    read_back: bool
    objections: str = ""


class MeetingReopened(Event, frozen=True, kw_only=True, tag="meeting.reopened"):
    phase: str
    reason: str
    next_decision: int


class ClockJumped(Event, frozen=True, kw_only=True, tag="meeting.clock-jumped"):
    """The computer's clock moved by itself: noticed by the session, asked for by nobody."""

    milliseconds: int


BUSY = frozenset({"floor", "polls"})
"""The parts that end a speech or a poll: without them, none is carried into a phase."""


@dataclass(slots=True)
class Lifecycle:
    """Where the meeting stands."""

    phase: str = ""
    ran_last: str = ""
    """The running phase it was in last; "" before it was opened."""
    recess: bool = False
    notice: NoticePosted | None = None
    host: str = ""
    hosts: list[tuple[Recorded, str]] = field(default_factory=list[tuple[Recorded, str]])
    opened: Recorded | None = None
    closed: Recorded | None = None
    reopened: list[Recorded] = field(default_factory=list[Recorded])
    cancelled: str = ""
    """Why it did not take place; empty unless it was cancelled."""
    changes: list[Change] = field(default_factory=list[Change])
    pauses: list[Recorded] = field(default_factory=list[Recorded])
    jumps: list[Recorded] = field(default_factory=list[Recorded])
    objections: str = ""
    read_back: bool = False
    shift: timedelta = timedelta()
    """How far the clock has jumped so far; taken off when durations are reckoned."""

    def set_host(self, host: str, recorded: Recorded) -> None:
        """Somebody runs the meeting from now on; nobody, when there is nobody to name."""
        self.host = host
        if host:
            self.hosts.append((recorded, host))


def enter(meeting: Meeting, command: EnterPhase) -> Iterable[Event]:
    """Phases follow one another as the format says; the close has a command of its own."""
    now, then = meeting.phase, meeting.format.phase(command.phase)
    if then.stage is Stage.CLOSED:
        raise RuleViolation("close-is-an-act", phase=now.key)
    if then.key not in now.next:
        raise RuleViolation("phase-order", phase=now.key, wanted=then.key, next=_next(meeting))
    if meeting.life.recess:
        raise RuleViolation("in-recess")
    if then.stage in (Stage.CLOSING, Stage.BEFORE) or not BUSY.issubset(then.parts):
        meeting.refuse_if_busy()
    if "rounds" not in then.parts:
        refuse_round(meeting)
    if "pitches" not in then.parts:
        refuse_pitch(meeting)
    if "ballots" not in then.parts:
        refuse_vote(meeting)
    council, number = None, 0
    if now.stage is Stage.BEFORE and meeting.outside.council is not None:
        council = meeting.council
        every_seat_exists(council)
    if then.stage is Stage.RUNNING and not meeting.life.opened:
        _begin(meeting)
        number = meeting.outside.next_decision
    yield PhaseEntered(phase=then.key, council=council, next_decision=number)


def _next(meeting: Meeting) -> str:
    """The phases that may be entered now; the close has a command of its own."""
    steps = (meeting.format.phase(key) for key in meeting.phase.next)
    return ", ".join(phase.key for phase in steps if phase.stage is not Stage.CLOSED)


def _begin(meeting: Meeting) -> None:
    """One meeting of a body runs at a time, so that decisions are numbered without a gap or a double."""
    other = meeting.outside.running
    if other and other != meeting.id:
        raise RuleViolation("another-meeting-runs", meeting=other)
    if not meeting.life.host:
        raise RuleViolation("no-host")
    if not meeting.attendance.is_present(meeting.life.host):
        raise RuleViolation("host-absent", person=meeting.life.host)


def change_host(meeting: Meeting, command: ChangeHost) -> Iterable[Event]:
    """The host is somebody in the room; while the meeting is prepared, somebody who is expected there."""
    meeting.expect_known(command.host)
    if meeting.phase.stage is not Stage.BEFORE:
        meeting.expect_present(command.host)
    yield HostChanged(
        host=command.host, reason=clean_text(command.reason, "reason", required=False)
    )


def recess(meeting: Meeting, _command: Recess) -> Iterable[Event]:
    """Only a running meeting pauses; a running poll, speech or pitch is ended first."""
    meeting.expect_running()
    meeting.refuse_if_busy()
    refuse_pitch(meeting)
    yield Recessed()


def resume(meeting: Meeting, _command: Resume) -> Iterable[Event]:
    """Only a recess can be ended."""
    if not meeting.life.recess:
        raise RuleViolation("not-in-recess")
    yield Resumed()


def close(meeting: Meeting, command: CloseMeeting) -> Iterable[Event]:
    """Nothing is left open: no poll, no speech, no motion, no item that was neither dealt with nor put off."""
    closed = next((p for p in meeting.format.phases if p.key in _closing_steps(meeting)), None)
    if closed is None:
        raise RuleViolation(
            "phase-order",
            phase=meeting.phase.key,
            wanted="closed",
            next=_next(meeting),
        )
    for _, refusal in meeting.hindrances():
        raise refusal
    objections = clean_text(command.objections, "objections", required=False)
    yield MeetingClosed(phase=closed.key, read_back=command.read_back, objections=objections)


def _closing_steps(meeting: Meeting) -> set[str]:
    steps = (meeting.format.phase(key) for key in meeting.phase.next)
    return {phase.key for phase in steps if phase.stage is Stage.CLOSED}


def reopen(meeting: Meeting, command: ReopenMeeting) -> Iterable[Event]:
    """A closed meeting goes back to where it last ran, one that was never opened to its beginning."""
    if meeting.phase.stage is not Stage.CLOSED:
        raise RuleViolation("not-closed")
    back = meeting.format.phase(meeting.life.ran_last or meeting.format.phases[0].key)
    other = meeting.outside.running
    if other and other != meeting.id:
        raise RuleViolation("another-meeting-runs", meeting=other)
    yield MeetingReopened(
        phase=back.key,
        reason=clean_text(command.reason, "reason"),
        next_decision=meeting.outside.next_decision,
    )


def on_entered(meeting: Meeting, event: PhaseEntered, recorded: Recorded) -> None:
    meeting.life.phase = event.phase
    if meeting.phase.stage is Stage.RUNNING:
        meeting.life.ran_last = event.phase
    if event.council is not None:
        meeting.taken = event.council
    if event.next_decision:
        meeting.decisions.next_number = event.next_decision
        meeting.life.opened = recorded
        meeting.agenda.freeze_numbers()


def on_host(meeting: Meeting, event: HostChanged, recorded: Recorded) -> None:
    meeting.life.set_host(event.host, recorded)


def on_recessed(meeting: Meeting, _event: Recessed, recorded: Recorded) -> None:
    meeting.life.recess = True
    meeting.life.pauses.append(recorded)


def on_resumed(meeting: Meeting, _event: Resumed, recorded: Recorded) -> None:
    meeting.life.recess = False
    meeting.life.pauses.append(recorded)


def on_closed(meeting: Meeting, event: MeetingClosed, recorded: Recorded) -> None:
    meeting.life.phase = event.phase
    meeting.life.closed = recorded
    meeting.life.objections, meeting.life.read_back = event.objections, event.read_back


def on_reopened(meeting: Meeting, event: MeetingReopened, recorded: Recorded) -> None:
    meeting.life.phase = event.phase
    assert meeting.life.closed is not None
    meeting.attendance.all_go(meeting.life.closed.at)
    meeting.life.closed, meeting.life.cancelled = None, ""
    meeting.life.reopened.append(recorded)
    meeting.decisions.next_number = event.next_decision


def on_jump(meeting: Meeting, event: ClockJumped, recorded: Recorded) -> None:
    meeting.life.shift += timedelta(milliseconds=event.milliseconds)
    meeting.life.jumps.append(recorded)


def phase_of(meeting: Meeting) -> Phase:
    """The phase the meeting is in."""
    return meeting.format.phase(meeting.life.phase)


PART = Part(
    "lifecycle",
    {
        ConveneMeeting: convene,
        PostNotice: post_notice,
        EnterPhase: enter,
        ChangeHost: change_host,
        Recess: recess,
        Resume: resume,
        CloseMeeting: close,
        ReopenMeeting: reopen,
    },
    {
        MeetingConvened: on_convened,
        NoticePosted: on_notice,
        PhaseEntered: on_entered,
        HostChanged: on_host,
        Recessed: on_recessed,
        Resumed: on_resumed,
        MeetingClosed: on_closed,
        MeetingReopened: on_reopened,
        ClockJumped: on_jump,
    },
)
