"""Ballot papers: handed out, counted by two tellers, counted again together, corrected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.consequences import after_correction
from facilitator.meeting.part import Change, MeetingCommand
from facilitator.meeting.polls import Ballots, Count, Method, Poll, as_text
from facilitator.rules.tally import Number

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class IssueBallots(MeetingCommand, frozen=True, kw_only=True, tag="polls.issue-ballots"):
    """So many ballot papers were handed out."""

    poll: str
    issued: Number


class ReportBallots(MeetingCommand, frozen=True, kw_only=True, tag="polls.report-ballots"):
    """A teller reports a count; an empty teller is a recount by both together."""

    poll: str
    ballots: Ballots
    teller: str = ""


class CorrectBallots(MeetingCommand, frozen=True, kw_only=True, tag="polls.correct-ballots"):
    """The agreed count was entered wrongly."""

    poll: str
    ballots: Ballots
    reason: str


class BallotsIssued(Event, frozen=True, kw_only=True, tag="polls.ballots-issued"):
    poll: str
    issued: int


class BallotsReported(Event, frozen=True, kw_only=True, tag="polls.ballots-reported"):
    poll: str
    ballots: Ballots
    teller: str = ""


class BallotsCorrected(Event, frozen=True, kw_only=True, tag="polls.ballots-corrected"):
    poll: str
    ballots: Ballots
    old: Ballots
    reason: str


def issue(meeting: Meeting, command: IssueBallots) -> Iterable[Event]:
    """One paper for each entitled member at the most, handed out once."""
    poll = meeting.polls.open_poll(command.poll, Method.PAPER)
    if poll.issued is not None:
        raise RuleViolation("already-issued", poll=poll.id, issued=poll.issued)
    if command.issued > len(poll.entitled):
        raise RuleViolation(
            "more-issued-than-entitled", issued=command.issued, entitled=len(poll.entitled)
        )
    yield BallotsIssued(poll=poll.id, issued=command.issued)


def report(meeting: Meeting, command: ReportBallots) -> Iterable[Event]:
    """Each teller reports once; where they differ both stay readable, and a joint recount decides."""
    poll = meeting.polls.open_poll(command.poll, Method.PAPER)
    ballots_fit(poll, command.ballots)
    standing = [count.teller for count in poll.counts]
    if command.teller and command.teller not in poll.tellers:
        raise RuleViolation("not-a-teller", person=command.teller)
    if command.teller in standing:
        raise RuleViolation("already-counted", poll=poll.id)
    if not command.teller and not set(poll.tellers) <= set(standing):
        raise RuleViolation("tellers-first")
    yield BallotsReported(poll=poll.id, ballots=command.ballots, teller=command.teller)


def ballots_fit(poll: Poll, ballots: Ballots) -> None:
    """Refuse a count that cannot be: no papers handed out, more than these, or heaps that do not add up."""
    if poll.issued is None:
        raise RuleViolation("ballots-not-issued", poll=poll.id)
    if ballots.returned > poll.issued:
        raise RuleViolation("ballots-above-issued", returned=ballots.returned, issued=poll.issued)
    if ballots.sum != ballots.returned:
        raise RuleViolation("ballots-do-not-add-up", sum=ballots.sum, returned=ballots.returned)


def correct_ballots(meeting: Meeting, command: CorrectBallots) -> Iterable[Event]:
    """An agreed count that was entered wrongly is put right; the old numbers stay readable."""
    poll = meeting.polls.standing(command.poll, Method.PAPER)
    old = poll.agreed_count
    if old is None or old == command.ballots:
        raise RuleViolation("nothing-to-correct")
    ballots_fit(poll, command.ballots)
    yield BallotsCorrected(
        poll=poll.id,
        ballots=command.ballots,
        old=old,
        reason=clean_text(command.reason, "reason"),
    )
    yield from after_correction(meeting, poll, ballots=command.ballots)


def on_issued(meeting: Meeting, event: BallotsIssued, _recorded: Recorded) -> None:
    meeting.polls.all[event.poll].issued = event.issued


def on_reported(meeting: Meeting, event: BallotsReported, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.counts.append(Count(event.teller, event.ballots, recorded))


def on_ballots_corrected(meeting: Meeting, event: BallotsCorrected, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    for one in poll.counts:
        one.superseded = True
    poll.counts.append(Count("", event.ballots, recorded))
    old, new = as_text(event.old), as_text(event.ballots)
    poll.changes.append(Change(recorded, "ballots", old, new, event.reason))
