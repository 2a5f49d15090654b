"""Refusals of a meeting: its phases, who is in the room, the agenda, the floor, motions, notes."""

from __future__ import annotations

from facilitator.words.tongue import mark

SENTENCES: dict[str, str | tuple[str, ...]] = {
    # the meeting as a whole
    "meeting-exists": mark(
        "There is a meeting with the name {meeting} already. Choose another name."
    ),
    "unknown-meeting": mark("There is no meeting with the name {meeting}. Convene it first."),
    "another-meeting-runs": mark(
        "Another meeting of this body ({meeting}) is running. Close it first: one runs at a time."
    ),
    "host-absent": mark(
        "The host, {person}, is not in the room, so the meeting cannot begin. Record their arrival, or name "
        "another host who is there."
    ),
    "no-host": mark("Nobody is named as host. Name a host before the meeting begins."),
    "meeting-closed": mark("The meeting is closed. Reopen it with a reason to change anything."),
    "meeting-lasts": mark(
        "The meeting is not closed yet, and its record still needs the name. Erase it after the close."
    ),
    "not-closed": mark("The meeting is not closed, so there is nothing to reopen."),
    "not-running": mark("The meeting is not under way (it is at: {phase}). Begin it first."),
    "in-recess": mark("The meeting is in recess. Resume it first."),
    "not-in-recess": mark("The meeting is not in recess."),
    "close-is-an-act": mark(
        "A meeting is not ended by moving on: close it when the record has been read back, or cancel it if "
        "it was never opened."
    ),
    "phase-order": (
        mark("From “{phase}” the meeting cannot go to “{wanted}”. What may follow: {next}."),
        mark("From “{phase}” the meeting cannot go to “{wanted}”."),
    ),
    "unknown-phase": mark("This kind of meeting has no phase “{phase}”. It has: {phases}."),
    "not-in-this-phase": mark("This cannot be done in the phase “{phase}”."),
    "unknown-format": (
        mark("There is no kind of meeting “{format}”. There are: {formats}."),
        mark("There is no kind of meeting “{format}”."),
    ),
    "unknown-language": mark("Papers can be written in zh or en, not in “{lang}”."),
    "not-preparing": mark(
        "The meeting is not being prepared any more (it is at: {phase}), so its call stands. "
        "Until it is opened it can be prepared again or cancelled."
    ),
    "already-opened": mark(
        "The meeting has been opened and cannot be cancelled. Postpone what is left and close it."
    ),
    "items-unfinished": mark(
        "Not everything on the agenda is settled: {items}. Finish these items, postpone or withdraw them."
    ),
    "time-goes-back": mark(
        "The time given, {at}, is before the last entry in the record, {last}. Check the clock or the line."
    ),
    # people in the room
    "not-a-member": (
        mark(
            "“{member}” is a name; here a member's id is wanted. Write {id} instead "
            "(`facilitator roster list` shows all ids)."
        ),
        mark(
            "{member} is neither a member of this body nor admitted to this meeting. "
            "`facilitator roster list` shows the members and their ids."
        ),
    ),
    "no-vote": mark("{member} was admitted without a vote; this is for members of the body only."),
    "not-an-observer": mark(
        "{person} was not admitted to this meeting as an observer. Members are erased from their body."
    ),
    "not-present": (
        mark(
            "{person} left at {left} and is not in the room, so this cannot be recorded. "
            "If they are back, record their arrival first."
        ),
        mark("{person} has not arrived, so this cannot be recorded. Record their arrival first."),
    ),
    "already-present": mark("{person} has arrived already."),
    "already-excused": mark("{member} is excused already."),
    "person-exists": mark("{person} is on the list of this meeting already."),
    "not-gathering": mark(
        "People do not gather yet (the meeting is at: {phase}). Enter “{next}” first; leave can be asked "
        "for before."
    ),
    "stay-used": mark(
        "The record says that {person} spoke, moved, seconded, voted, counted or was recused here, so this "
        "stay cannot be struck. Take wrong votes and lines back first, or correct the times."
    ),
    "host-leaves": mark("{person} is the host. Hand over to another host before they leave."),
    "no-such-stay": mark("{person} has no entry number {stay} of coming and leaving."),
    "times-order": mark(
        "These times of {person} do not follow one another. Check when they came and left."
    ),
    # the agenda
    "item-exists": mark(
        "There is an agenda item with the name {item} already. Choose another name."
    ),
    "unknown-item": mark("There is no agenda item {item}."),
    "agenda-announced": mark(
        "“{item}” has been announced and cannot just disappear. Withdraw it with a reason."
    ),
    "nothing-carried": mark(
        "No “{item}” from the meeting {meeting} is waiting. The archive's list shows what was put off: "
        "take meeting and title from there."
    ),
    "item-before-itself": mark("An item cannot be moved before itself ({item})."),
    "item-settled": mark("“{item}” is settled already: {state}."),
    "item-voted-on": mark(
        "“{item}” has been voted on and cannot be withdrawn. Finish it, or postpone what is left."
    ),
    "item-in-hand": mark("“{item}” is in hand already."),
    "item-not-in-hand": mark("“{item}” is not in hand. Take it up first."),
    "no-item-in-hand": mark("No agenda item is in hand. Take one up first."),
    # the floor
    "already-queued": mark("{person} is waiting to speak already."),
    "not-queued": mark("{person} is not waiting to speak."),
    "has-the-floor": mark("{person} has the floor. End the speech first."),
    "nobody-speaks": mark("Nobody has the floor."),
    "speech-limit": mark(
        "{person} has spoken on this item as often as is allowed (limit: {most}). "
        "More needs the leave of the meeting."
    ),
    # motions
    "motion-exists": mark("There is a motion with the name {motion} already. Choose another name."),
    "unknown-motion": mark("There is no motion {motion}."),
    "motion-settled": mark("Motion {motion} is settled already: {state}."),
    "motion-open": mark(
        "Motion {motion} on “{item}” is still open. Vote on it, postpone or withdraw it."
    ),
    "motion-undecided": mark(
        "Motion {motion} on “{item}” was voted on without a clear result. Rule on the vote, vote again, or "
        "postpone or withdraw the motion with a reason."
    ),
    "amends-an-amendment": mark(
        "{motion} is an amendment itself and cannot be amended. Decide it first, then move another."
    ),
    "amendment-first": mark("Amendment {motion} has to be decided before the motion itself."),
    "amendment-already-used": mark(
        "The motion that {motion} amends has been voted on. Its wording can only change by a new motion."
    ),
    "amendment-outdated": mark(
        "The motion was reworded after {motion} was moved, so it no longer fits. Move the amendment anew."
    ),
    "not-seconded": mark(
        "Motion {motion} has not been seconded. It needs a second before the vote."
    ),
    "already-seconded": mark("Motion {motion} has been seconded already."),
    "seconds-own-motion": mark("{member} moved this motion. Another member has to second it."),
    # notes, decisions, reports
    "note-exists": mark("There is a line with the name {note} already. Choose another name."),
    "unknown-note": mark("There is no line {note} in the record."),
    "note-struck": mark("Line {note} is struck and cannot be changed. Write a new line."),
    "speaker-missing": mark(
        "A statement needs a speaker. Name the speaker, or record it as a fact."
    ),
    "unknown-decision": mark("This meeting has no decision No. {decision}."),
    "decision-annulled": mark("Decision No. {decision} was annulled by a correction of the vote."),
    "already-assigned": mark(
        "Decision No. {decision} has been given to somebody already. Correct that with a reason."
    ),
    "not-assigned": mark("Decision No. {decision} has not been given to anybody yet."),
    "due-before-decision": mark("{due} is before the day of the decision, {made}. Check the date."),
    "dates-order": mark("The end, {second}, is before the beginning, {first}."),
    "review-exists": mark("There is a report with the name {review} already. Choose another name."),
}
