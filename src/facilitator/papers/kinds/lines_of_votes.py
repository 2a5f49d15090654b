"""Where votes stand in the record: their block at the close; everything that went into it is in the block."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.closing import (
    CastingVoteGiven,
    ContestedRuledOn,
    PollClosed,
    PollVoided,
)
from facilitator.meeting.consequences import OutcomeRevised
from facilitator.meeting.decisions import (
    Assigned,
    AssignmentCorrected,
    DecisionAnnulled,
    DecisionMade,
)
from facilitator.meeting.polls import Method, PollOpened
from facilitator.meeting.tellers import ReportCorrected
from facilitator.meeting.voting import (
    BallotsCorrected,
    BallotsIssued,
    BallotsReported,
    HandsCorrected,
    HandsCounted,
    VoteCast,
    VoteCorrected,
)
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.matters import motion_name
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent
from facilitator.papers.kinds.vote import vote_table
from facilitator.papers.kinds.vote_figures import teller_letter


def _opened(telling: Telling, event: PollOpened) -> Iterable[Told]:
    """Tellers are named before they count; a vote that is still open has no close to stand at."""
    c, t = telling.clerk, telling.clerk.t
    poll = c.meeting.polls.all[event.poll]
    if event.method is Method.PAPER:
        tellers = c.listing(
            t("{letter} {name}", letter=teller_letter(c, poll, now), name=c.name(then))
            for now, then in zip(poll.tellers, event.tellers, strict=True)
        )
        motion = motion_name(c, c.meeting.motions.all[event.motion])
        text = t("Secret ballot on {motion}. Tellers: {tellers}.", motion=motion, tellers=tellers)
        yield Said(say(text))
    if poll.closed is None:
        yield vote_table(c, poll)


def _over(telling: Telling, event: PollClosed | PollVoided) -> Iterable[Told]:
    c = telling.clerk
    yield vote_table(c, c.meeting.polls.all[event.poll])


LINES: dict[type, Teller] = {
    PollOpened: _opened,
    PollClosed: _over,
    PollVoided: _over,
    # All of these are in the block of their vote:
    VoteCast: silent,
    VoteCorrected: silent,
    HandsCounted: silent,
    HandsCorrected: silent,
    BallotsIssued: silent,
    BallotsReported: silent,
    BallotsCorrected: silent,
    ReportCorrected: silent,
    CastingVoteGiven: silent,
    ContestedRuledOn: silent,
    OutcomeRevised: silent,
    DecisionMade: silent,
    DecisionAnnulled: silent,
    Assigned: silent,
    AssignmentCorrected: silent,
}
