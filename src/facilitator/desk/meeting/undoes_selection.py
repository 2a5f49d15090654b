"""What takes back what at a selection: for every event how it is corrected, or why nothing corrects it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.acts import Event
from facilitator.desk.meeting import back_selection as back
from facilitator.desk.meeting.undoes_forum import Entry
from facilitator.meeting.selection import (
    ballots,
    closing,
    entering,
    outcome,
    pitches,
    recount,
    recusals,
    reinstating,
    slate,
    terms,
    ties,
)
from facilitator.words.tongue import mark

_BEFORE = mark("it is as it was before")
_FIRST = mark("There was nothing before it that could stand again. Enter it anew if it is wrong.")
_NUMBER = mark("No number stood there before. Type the right one, with the reason.")

SELECTION_UNDOES: Mapping[type[Event], Entry] = {
    slate.BudgetSet: (back.budget, mark("as much money as before"), _FIRST),
    slate.CandidateAdded: (back.added, mark("the project is off the slate"), ""),
    slate.CandidateChanged: (back.changed, _BEFORE, ""),
    slate.CandidateRemoved: (
        back.removed,
        mark("the project is on the slate again, as the last"),
        _FIRST,
    ),
    slate.CandidateWithdrawn: (back.withdrawn, mark("the project stands again"), ""),
    reinstating.CandidateReinstated: (back.reinstated, mark("the project is withdrawn again"), ""),
    terms.TermsSet: (
        back.terms_set,
        mark("voting and counting are as before"),
        mark("Nothing had been settled before. Settle it the right way."),
    ),
    recusals.SteppedBack: (back.stepped_back, mark("votes on the project after all"), ""),
    recusals.StepBackLifted: (back.lifted, mark("steps back again"), ""),
    pitches.PitchesOrdered: (
        back.ordered,
        mark("the order is as before"),
        mark("No order had been settled before. Draw it again or move what is wrong."),
    ),
    pitches.PitchBegun: (
        back.begun,
        mark("the pitch is ended; the project can be presented again"),
        "",
    ),
    pitches.PitchEnded: (
        back.ended,
        mark("the project is presented again, its clock begins anew"),
        "",
    ),
    ballots.VoteOpened: (back.opened, mark("the vote is void; it can be opened again"), ""),
    ballots.PapersIssued: (back.issued, mark("as many ballots as before"), _NUMBER),
    ballots.BoxCounted: (back.boxed, mark("as many ballots as before"), _NUMBER),
    entering.BallotTyped: (back.typed, mark("the typed ballot is as before"), ""),
    closing.PaperCorrected: (back.corrected, mark("the ballot is read as before"), ""),
    outcome.FundedInPart: (back.in_part, mark("as much of it is funded as before"), ""),
    outcome.Announced: (back.announced, mark("the announcement is taken back"), ""),
    outcome.AnnouncementTakenBack: (back.taken_back, mark("the result stands announced again"), ""),
}

SELECTION_KEEPS: Mapping[type[Event], str] = {
    slate.RoundTaken: mark(
        "What was taken over from a round is changed or taken off where it stands, or taken over again."
    ),
    pitches.QuestionsOpened: mark(
        "The questions stay open. End them, and present the project again if it had more to say."
    ),
    pitches.PassedOver: mark(
        "A project that was passed over is presented whenever it is ready: “Present this one”."
    ),
    entering.PaperEntered: mark("Enter the ballot again: the later reading stands."),
    entering.PaperSettled: mark(
        "A ballot that both looked at stays so. After the close it can be put right, with a reason."
    ),
    entering.TypedTakenBack: mark("A ballot that was taken back is typed anew if it was right."),
    closing.VoteClosed: mark(
        "The vote is closed. A ballot that was read wrongly is put right on the result, with a reason."
    ),
    ballots.VoteVoided: mark("A void vote stays void. Open the vote again."),
    ties.LotDrawn: mark("A lot that was drawn before everybody stands."),
    ties.TieRuled: mark("What people agreed for a tie stands."),
}
"""Why nothing takes these back."""

SELECTION_FOLLOWS: tuple[type[Event], ...] = (recount.SelectionCounted, ties.RevoteCounted)
"""What goes with what it follows from."""
