"""How a facilitator who only wants to go home closes a meeting, whatever state it is in: one step at a time."""

from __future__ import annotations

from facilitator.acts import Command
from facilitator.meeting import Meeting
from facilitator.meeting.closing import VoidPoll
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.format import Stage
from facilitator.meeting.items import FinishItem, PostponeItem
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, Resume
from facilitator.meeting.motions import OPEN, PostponeMotion


def way_out(one: Meeting) -> Command | None:
    """The next step towards the close, or None when the meeting is closed."""
    match one.phase.stage:
        case Stage.CLOSED:
            return None
        case Stage.BEFORE | Stage.GATHERING:
            return _put_off(one) or CloseMeeting(meeting=one.id, read_back=False)
        case Stage.RUNNING:
            step = _quiet(one) or _motions(one) or _put_off(one)
            return step or EnterPhase(meeting=one.id, phase="read-back")
        case Stage.CLOSING:
            if _motions(one):
                return EnterPhase(meeting=one.id, phase="deliberate")
            return _put_off(one) or CloseMeeting(meeting=one.id)


def _quiet(one: Meeting) -> Command | None:
    if one.life.recess:
        return Resume(meeting=one.id)
    if one.polls.running:
        return VoidPoll(meeting=one.id, poll=one.polls.running, reason="time is up")
    return EndSpeech(meeting=one.id) if one.floor.speaking else None


def _motions(one: Meeting) -> Command | None:
    pending = (m.id for m in one.motions.all.values() if m.state in OPEN)
    first = next(pending, None)
    return PostponeMotion(meeting=one.id, motion=first, reason="time is up") if first else None


def _put_off(one: Meeting) -> Command | None:
    if one.agenda.in_hand:
        return FinishItem(meeting=one.id, item=one.agenda.in_hand)
    item = next(iter(one.agenda.unfinished()), None)
    return PostponeItem(meeting=one.id, item=item.id, reason="time is up") if item else None
