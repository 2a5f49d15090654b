"""The commands that take one event back, given what was before it.

The record only grows, so taking back is a correction with its reason, or the opposite act where nothing needs
a reason. Nothing is decided here: each command is still asked of the rules.
"""

from __future__ import annotations

from facilitator.desk.meeting.past import Past
from facilitator.meeting import (
    attendance,
    calling_off,
    decisions,
    dismissing,
    floor,
    items,
    motions,
    notes,
    striking,
)
from facilitator.meeting import lifecycle as life
from facilitator.meeting.part import MeetingCommand
from facilitator.rules.charter import SpeakingLimits

Commands = list[MeetingCommand]


def admitted(past: Past, event: attendance.ObserverAdmitted) -> Commands:
    """Nobody of that name is expected."""
    return [dismissing.DismissObserver(meeting=past.id, person_id=event.person_id)]


def arrived(past: Past, event: attendance.Arrived) -> Commands:
    """Somebody did not come: the stay is struck."""
    stay = past.meeting.attendance.stays[event.person][-1].number
    return [
        striking.StrikeStay(meeting=past.id, person=event.person, stay=stay, reason=past.reason)
    ]


def left(past: Past, event: attendance.Left) -> Commands:
    """They come in again, and their new time in the room begins when the old one was said to end."""
    known = past.meeting.attendance
    number = 1 + len(known.stays[event.person]) + len(known.struck.get(event.person, []))
    gone = past.recorded.at
    back: Commands = [
        attendance.Arrive(meeting=past.id, person=event.person),
        attendance.CorrectTimes(
            meeting=past.id, person=event.person, stay=number, came=gone, reason=past.reason
        ),
    ]
    side = past.queue().get(event.person)
    if side is not None:
        back.append(floor.AskForFloor(meeting=past.id, speaker=event.person, side=side))
    return back


def times(past: Past, event: attendance.TimesCorrected) -> Commands:
    """The times as they stood."""
    return [
        attendance.CorrectTimes(
            meeting=past.id,
            person=event.person,
            stay=event.stay,
            came=event.old_came,
            left=event.old_left,
            reason=past.reason,
        )
    ]


def phase(past: Past, _event: life.PhaseEntered) -> Commands:
    """The phase before."""
    return [life.EnterPhase(meeting=past.id, phase=past.phase())]


def host(past: Past, _event: life.HostChanged) -> Commands:
    """The host before."""
    host = past.host()
    return [life.ChangeHost(meeting=past.id, host=host, reason=past.reason)] if host else []


def recessed(past: Past, _event: life.Recessed) -> Commands:
    """There is no break."""
    return [life.Resume(meeting=past.id)]


def resumed(past: Past, _event: life.Resumed) -> Commands:
    """The break goes on."""
    return [life.Recess(meeting=past.id)]


def rescheduled(past: Past, event: calling_off.MeetingRescheduled) -> Commands:
    """Time, place and title as they were."""
    return [
        calling_off.RescheduleMeeting(
            meeting=past.id,
            planned=event.old_planned,
            place=event.old_place,
            title=event.old_title,
            reason=past.reason,
        )
    ]


def added(past: Past, event: items.ItemAdded) -> Commands:
    """The item goes; once people were told of it, it is withdrawn instead."""
    if past.meeting.agenda.announced:
        return [items.WithdrawItem(meeting=past.id, item=event.item, reason=past.reason)]
    return [items.RemoveItem(meeting=past.id, item=event.item)]


def edited(past: Past, event: items.ItemEdited) -> Commands:
    """Title, minutes and text as they were."""
    old = past.item(event.item)
    return [
        items.EditItem(
            meeting=past.id,
            item=event.item,
            title=event.old_title,
            minutes=old.minutes,
            text=old.text,
            reason=past.reason,
        )
    ]


def removed(past: Past, event: items.ItemRemoved) -> Commands:
    """The item as it was, where it was."""
    old = past.item(event.item)
    return [
        items.AddItem(
            meeting=past.id,
            item=old.id,
            title=old.title,
            minutes=old.minutes,
            text=old.text,
            proposer=old.proposer,
            before=past.after(event.item),
            carried_from=old.carried_from,
        )
    ]


def moved(past: Past, event: items.ItemMoved) -> Commands:
    """Before the item that it stood before."""
    before = past.after(event.item)
    return [items.MoveItem(meeting=past.id, item=event.item, before=before)]


def taken_up(past: Past, _event: items.ItemTakenUp) -> Commands:
    """The item that was in hand, if there was one."""
    return [items.TakeUp(meeting=past.id, item=past.in_hand)] if past.in_hand else []


def finished(past: Past, event: items.ItemFinished) -> Commands:
    """The item is in hand again."""
    return [items.TakeUp(meeting=past.id, item=event.item)]


def asked(past: Past, event: floor.FloorAsked) -> Commands:
    """The hand goes down."""
    return [floor.TakeHandDown(meeting=past.id, speaker=event.speaker)]


def hand_down(past: Past, event: floor.HandTakenDown) -> Commands:
    """The hand goes up again, for the same side."""
    side = past.queue().get(event.speaker, floor.Side.NEUTRAL)
    return [floor.AskForFloor(meeting=past.id, speaker=event.speaker, side=side)]


def begun(past: Past, event: floor.SpeechBegun) -> Commands:
    """The speech ends; who had raised a hand for it has it raised again."""
    back: Commands = [floor.EndSpeech(meeting=past.id)]
    if event.speaker in past.queue():
        ask = floor.AskForFloor(meeting=past.id, speaker=event.speaker, side=event.side)
        back.append(ask)
    return back


def ended(past: Past, event: floor.SpeechEnded) -> Commands:
    """The speaker goes on."""
    side = past.meeting.floor.speeches[-1].side
    return [floor.GiveFloor(meeting=past.id, speaker=event.speaker, side=side)]


def limits(past: Past, event: floor.LimitsAgreed) -> Commands:
    """What was agreed before, else what the charter says."""
    before = past.last(floor.LimitsAgreed, item=event.item)
    charter = past.meeting.charter.speaking
    old = SpeakingLimits(before.seconds, before.speeches) if before is not None else charter
    return [floor.AgreeLimits(meeting=past.id, seconds=old.seconds, speeches=old.speeches)]


def put(past: Past, event: motions.MotionPut | motions.AmendmentPut) -> Commands:
    """The motion or amendment is withdrawn."""
    return [motions.WithdrawMotion(meeting=past.id, motion=event.motion, reason=past.reason)]


def reworded(past: Past, event: motions.MotionReworded) -> Commands:
    """The wording before."""
    return [
        motions.RewordMotion(
            meeting=past.id, motion=event.motion, text=event.old, reason=past.reason
        )
    ]


def written(past: Past, event: notes.NoteWritten) -> Commands:
    """The line is struck."""
    return [notes.StrikeNote(meeting=past.id, note=event.note, reason=past.reason)]


def note_corrected(past: Past, event: notes.NoteCorrected) -> Commands:
    """The text before."""
    return [notes.CorrectNote(meeting=past.id, note=event.note, text=event.old, reason=past.reason)]


def assignment(past: Past, event: decisions.AssignmentCorrected) -> Commands:
    """The assignment before."""
    return [
        decisions.CorrectAssignment(
            meeting=past.id, decision=event.decision, assignment=event.old, reason=past.reason
        )
    ]
