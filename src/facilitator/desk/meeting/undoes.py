"""What takes back what: for every event of a meeting how it is corrected, or why nothing corrects it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.acts import Event
from facilitator.data import dataclass
from facilitator.desk.meeting import back, back_votes
from facilitator.desk.meeting.past import Past
from facilitator.desk.meeting.undoes_forum import FORUM_KEEPS, FORUM_UNDOES
from facilitator.desk.meeting.undoes_selection import (
    SELECTION_FOLLOWS,
    SELECTION_KEEPS,
    SELECTION_UNDOES,
)
from facilitator.meeting import (
    attendance,
    ballots,
    calling_off,
    closing,
    decisions,
    dismissing,
    floor,
    items,
    motions,
    notes,
    polls,
    reviews,
    striking,
    tellers,
    voting,
)
from facilitator.meeting import convening as call
from facilitator.meeting import lifecycle as life
from facilitator.meeting.consequences import OutcomeRevised
from facilitator.words.tongue import mark


@dataclass(frozen=True, slots=True)
class Undo:
    """How an event is taken back: by which commands, what that comes to in words, and why it may not work."""

    commands: Callable[[Past, Any], back.Commands]
    words: str
    stuck: str = ""
    """What is said when there is no command for it after all."""


_BACK = mark("it is as it was before")
_NO_ITEM = mark("No item was in hand before. Take up another one, or finish this one.")
_FIRST = mark("There was nothing before it that could stand again. Enter it anew if it is wrong.")

UNDOES: Mapping[type[Event], Undo] = {
    attendance.Arrived: Undo(back.arrived, mark("the arrival is struck")),
    attendance.Left: Undo(back.left, mark("counts as never having left")),
    attendance.ObserverAdmitted: Undo(back.admitted, mark("taken off the list again")),
    attendance.TimesCorrected: Undo(back.times, mark("the times are as before")),
    life.PhaseEntered: Undo(back.phase, mark("back to the phase before")),
    life.HostChanged: Undo(back.host, mark("the host is who it was before"), _FIRST),
    life.Recessed: Undo(back.recessed, mark("the meeting goes on")),
    life.Resumed: Undo(back.resumed, mark("the break goes on")),
    calling_off.MeetingRescheduled: Undo(back.rescheduled, mark("called as before")),
    items.ItemAdded: Undo(back.added, mark("the item is off the agenda")),
    items.ItemEdited: Undo(back.edited, _BACK),
    items.ItemRemoved: Undo(back.removed, mark("the item is on the agenda again")),
    items.ItemMoved: Undo(back.moved, mark("the order is as before")),
    items.ItemTakenUp: Undo(back.taken_up, mark("the item before is in hand again"), _NO_ITEM),
    items.ItemFinished: Undo(back.finished, mark("the item is in hand again")),
    floor.FloorAsked: Undo(back.asked, mark("no longer waits to speak")),
    floor.HandTakenDown: Undo(back.hand_down, mark("waits to speak again")),
    floor.SpeechBegun: Undo(back.begun, mark("the speech is ended")),
    floor.SpeechEnded: Undo(back.ended, mark("has the floor again")),
    floor.LimitsAgreed: Undo(back.limits, mark("the limits are as before")),
    motions.MotionPut: Undo(back.put, mark("the motion is withdrawn")),
    motions.AmendmentPut: Undo(back.put, mark("the amendment is withdrawn")),
    motions.MotionReworded: Undo(back.reworded, mark("the wording is as before")),
    notes.NoteWritten: Undo(back.written, mark("the line is struck")),
    notes.NoteCorrected: Undo(back.note_corrected, mark("the line is as before")),
    polls.Recused: Undo(back_votes.recused, mark("votes on this item after all")),
    polls.RecusalLifted: Undo(back_votes.lifted, mark("steps aside again")),
    polls.PollOpened: Undo(back_votes.opened, mark("the vote is void; it can be opened again")),
    voting.VoteCast: Undo(back_votes.cast, mark("the answer is taken away")),
    voting.VoteCorrected: Undo(back_votes.vote_corrected, mark("the answer is as before")),
    voting.HandsCorrected: Undo(back_votes.hands_corrected, mark("the count is as before")),
    ballots.BallotsCorrected: Undo(back_votes.ballots_corrected, mark("the count is as before")),
    tellers.TellerReplaced: Undo(back_votes.teller, mark("the teller is who it was before")),
    tellers.ReportCorrected: Undo(back_votes.report_corrected, mark("the count is as before")),
    closing.CastingVoteGiven: Undo(
        back_votes.casting, mark("the casting vote is as before"), _FIRST
    ),
    decisions.AssignmentCorrected: Undo(back.assignment, mark("the assignment is as before")),
    **{kind: Undo(*entry) for kind, entry in {**FORUM_UNDOES, **SELECTION_UNDOES}.items()},
}

_STAYS = mark("This stays in the record. Where it is wrong, note what is right.")
_AGAIN = mark(
    "What was put away stays so. Add it to the agenda or move it anew if it is wanted after all."
)
_RECOUNT = mark("A count that was entered is corrected where it stands, with its reason.")
_CLOSED = mark("The vote is closed. A wrong entry in it is corrected on its result, with a reason.")

KEEPS: Mapping[type[Event], str] = {
    call.MeetingConvened: mark("A meeting that was called is called off, not undone."),
    call.NoticePosted: mark(
        "A notice that was posted stays noted. Note it anew with the right day."
    ),
    life.MeetingClosed: mark(
        "A closed meeting is opened again with a reason: “More”, “Open it again…”."
    ),
    life.MeetingReopened: mark("The meeting is open again. Close it when it is right to."),
    calling_off.MeetingCancelled: mark(
        "A meeting that was called off is opened again with a reason: “More”, “Open it again…”."
    ),
    attendance.ObserverErased: mark("What was erased cannot be brought back."),
    dismissing.ObserverDismissed: mark("Whoever was taken off the list is put on it anew."),
    attendance.Excused: mark("Leave that was asked for ends by itself when the member comes."),
    striking.StayStruck: mark(
        "A struck entry stays struck. Sign the person in and correct the time."
    ),
    items.ItemWithdrawn: _AGAIN,
    items.ItemPostponed: _AGAIN,
    motions.MotionSeconded: mark("A second stays. The mover can withdraw the motion."),
    motions.MotionWithdrawn: _AGAIN,
    motions.MotionPostponed: _AGAIN,
    notes.NoteStruck: mark("A struck line stays struck. Write it again if it was right."),
    voting.HandsCounted: _RECOUNT,
    ballots.BallotsIssued: _RECOUNT,
    ballots.BallotsReported: _RECOUNT,
    closing.PollClosed: _CLOSED,
    closing.PollVoided: mark("A void vote stays void. Put the motion to the vote again."),
    closing.ContestedRuledOn: mark("A ruling stands until people rule otherwise, on the result."),
    decisions.Assigned: mark("An assignment is changed where it stands, with a reason."),
    reviews.EarlierReviewed: _STAYS,
    **FORUM_KEEPS,
    **SELECTION_KEEPS,
}
"""Why nothing takes these back."""

FOLLOWS: tuple[type[Event], ...] = (
    life.ClockJumped,
    OutcomeRevised,
    decisions.DecisionMade,
    decisions.DecisionAnnulled,
    motions.MotionAmended,
    *SELECTION_FOLLOWS,
)
"""What nobody does by itself: it goes with what it follows from."""
