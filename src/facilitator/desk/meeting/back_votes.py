"""The commands that take back what was done about a vote."""

from __future__ import annotations

from typing import Any

from facilitator.desk.meeting.back import Commands
from facilitator.desk.meeting.past import Past
from facilitator.meeting import ballots, closing, polls, tellers, voting
from facilitator.meeting.part import MeetingCommand


def recused(past: Past, event: polls.Recused) -> Commands:
    """The member votes after all."""
    return [polls.LiftRecusal(meeting=past.id, member=event.member, reason=past.reason)]


def lifted(past: Past, event: polls.RecusalLifted) -> Commands:
    """With the reason that was given first: it is what people declared."""
    before = past.last(polls.Recused, item=event.item, member=event.member)
    reason = before.reason if before is not None else past.reason
    return [polls.Recuse(meeting=past.id, member=event.member, reason=reason)]


def opened(past: Past, event: polls.PollOpened) -> Commands:
    """The vote is void."""
    return [closing.VoidPoll(meeting=past.id, poll=event.poll, reason=past.reason)]


def cast(past: Past, event: voting.VoteCast) -> Commands:
    """No answer yet."""
    return [_vote(past, event.poll, event.member, None)]


def vote_corrected(past: Past, event: voting.VoteCorrected) -> Commands:
    """The answer before."""
    return [_vote(past, event.poll, event.member, event.old)]


def _vote(past: Past, poll: str, member: str, choice: Any) -> MeetingCommand:
    return voting.CorrectVote(
        meeting=past.id, poll=poll, member=member, choice=choice, reason=past.reason
    )


def hands_corrected(past: Past, event: voting.HandsCorrected) -> Commands:
    """The count before, by group if it was."""
    before = past.last(voting.HandsCorrected, poll=event.poll)
    before = before or past.last(voting.HandsCounted, poll=event.poll)
    return [
        voting.CorrectHands(
            meeting=past.id,
            poll=event.poll,
            hands=event.old,
            groups=before.groups if before is not None else {},
            reason=past.reason,
        )
    ]


def ballots_corrected(past: Past, event: ballots.BallotsCorrected) -> Commands:
    """The count before."""
    return [
        ballots.CorrectBallots(
            meeting=past.id, poll=event.poll, ballots=event.old, reason=past.reason
        )
    ]


def teller(past: Past, event: tellers.TellerReplaced) -> Commands:
    """The teller before."""
    return [
        tellers.ReplaceTeller(
            meeting=past.id, poll=event.poll, teller=event.by, by=event.teller, reason=past.reason
        )
    ]


def report_corrected(past: Past, event: tellers.ReportCorrected) -> Commands:
    """The report before."""
    return [
        tellers.CorrectTellersReport(
            meeting=past.id,
            poll=event.poll,
            teller=event.teller,
            ballots=event.old,
            reason=past.reason,
        )
    ]


def casting(past: Past, event: closing.CastingVoteGiven) -> Commands:
    """The casting vote before, if there was one."""
    before = past.last(closing.CastingVoteGiven, poll=event.poll)
    if before is None:
        return []
    return [
        closing.GiveCastingVote(
            meeting=past.id, poll=event.poll, choice=before.choice, reason=past.reason
        )
    ]
