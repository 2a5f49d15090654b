"""How a facilitator who only wants to go home closes a meeting, whatever state it is in: one step at a time."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.acts import Command
from facilitator.meeting import Meeting
from facilitator.meeting.closing import VoidPoll
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.format import Phase, Stage
from facilitator.meeting.forum.rounds import EndRound
from facilitator.meeting.items import FinishItem, PostponeItem
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, Resume
from facilitator.meeting.motions import OPEN, PostponeMotion
from facilitator.meeting.selection.ballots import DeclareVoid
from facilitator.meeting.selection.pitches import EndPitch


def way_out(one: Meeting) -> Command | None:
    """The next step towards the close, or None when the meeting is closed."""
    match one.phase.stage:
        case Stage.CLOSED:
            return None
        case Stage.BEFORE | Stage.GATHERING:
            return _put_off(one) or CloseMeeting(meeting=one.id, read_back=False)
        case Stage.RUNNING:
            step = _quiet(one) or _motions(one) or _put_off(one)
            return step or _towards(one, lambda phase: phase.stage is Stage.CLOSING)
        case Stage.CLOSING:
            return _motions(one) or _put_off(one) or CloseMeeting(meeting=one.id)


def _towards(one: Meeting, wanted: Callable[[Phase], bool]) -> Command:
    """The first step of a shortest way through the phases."""
    ways = [[key] for key in one.phase.next]
    for way in ways:
        phase = one.format.phase(way[-1])
        if wanted(phase):
            return EnterPhase(meeting=one.id, phase=way[0])
        ways += [[*way, key] for key in phase.next if phase.stage is not Stage.CLOSED]
    raise AssertionError("no way through the phases")


def _quiet(one: Meeting) -> Command | None:
    if one.life.recess:
        return Resume(meeting=one.id)
    if one.polls.running:
        return VoidPoll(meeting=one.id, poll=one.polls.running, reason="time is up")
    if one.rounds.running:
        return EndRound(meeting=one.id)
    if one.pitches.on:
        return EndPitch(meeting=one.id)
    if one.ballots.open is not None:
        return DeclareVoid(meeting=one.id, reason="time is up")
    return EndSpeech(meeting=one.id) if one.floor.speaking else None


def _motions(one: Meeting) -> Command | None:
    """A motion is put off where there are motions; from elsewhere one goes there first."""
    first = next((m.id for m in one.motions.all.values() if m.state in OPEN), None)
    if first is None:
        return None
    if "motions" in one.phase.parts:
        return PostponeMotion(meeting=one.id, motion=first, reason="time is up")
    return _towards(one, lambda phase: "motions" in phase.parts)


def _put_off(one: Meeting) -> Command | None:
    if one.agenda.in_hand:
        return FinishItem(meeting=one.id, item=one.agenda.in_hand)
    item = next(iter(one.agenda.unfinished()), None)
    return PostponeItem(meeting=one.id, item=item.id, reason="time is up") if item else None
