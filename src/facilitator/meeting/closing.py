"""Closing a poll: counted, declared void, or left to a casting vote or a ruling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.consequences import (
    STATE_AFTER,
    OutcomeRevised,
    after_correction,
    consequences,
    on_revised,
)
from facilitator.meeting.gathering import gather
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.polls import Method, Poll
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome, Reason
from facilitator.rules.tally import Choice

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

CASTING_VOTE = (Reason.CASTING_VOTE_OPEN, Reason.CASTING_VOTE)
RULED = {None: "", True: "counted", False: "not-counted"}
"""A ruling on contested votes as the minutes name it."""


class ClosePoll(MeetingCommand, frozen=True, kw_only=True, tag="polls.close"):
    """The vote is over and counted. `leave_silent`: members on the roll who gave no answer do not vote."""

    poll: str
    leave_silent: bool = False


class VoidPoll(MeetingCommand, frozen=True, kw_only=True, tag="polls.void"):
    """The running vote does not count, for a stated reason (more papers in the box than were issued, …)."""

    poll: str
    reason: str


class GiveCastingVote(MeetingCommand, frozen=True, kw_only=True, tag="polls.casting-vote"):
    """The chair decides a tie where the charter says so; a second time, with a reason, as a correction."""

    poll: str
    choice: Choice
    reason: str = ""


class RuleOnContested(MeetingCommand, frozen=True, kw_only=True, tag="polls.rule-on-contested"):
    """People rule whether votes of seats held by the wrong group count: the app never drops one by itself."""

    poll: str
    count_them: bool
    reason: str


class PollClosed(Event, frozen=True, kw_only=True, tag="polls.closed"):
    poll: str
    outcome: Outcome
    gone: tuple[str, ...] = ()
    """On the roll, but left the room before answering."""


class PollVoided(Event, frozen=True, kw_only=True, tag="polls.voided"):
    poll: str
    reason: str


class CastingVoteGiven(Event, frozen=True, kw_only=True, tag="polls.casting-vote-given"):
    poll: str
    choice: Choice
    reason: str = ""


class ContestedRuledOn(Event, frozen=True, kw_only=True, tag="polls.contested-ruled-on"):
    poll: str
    count_them: bool
    reason: str


def close(meeting: Meeting, command: ClosePoll) -> Iterable[Event]:
    """Everything that is due has come in; then the numbers are counted under the charter's rule."""
    poll = _running(meeting, command.poll)
    _complete(meeting, poll, command.leave_silent)
    gone = tuple(
        member
        for member in poll.present
        if poll.method is Method.ROLL_CALL
        and member not in poll.votes
        and not meeting.attendance.is_present(member)
    )
    outcome = count(meeting.charter, poll.rule, gather(meeting, replace(poll, gone=gone)))
    yield PollClosed(poll=poll.id, outcome=outcome, gone=gone)
    yield from consequences(meeting, poll, outcome)


def _running(meeting: Meeting, poll_id: str) -> Poll:
    poll = meeting.polls.poll(poll_id)
    if meeting.polls.running != poll_id:
        raise RuleViolation("poll-over", poll=poll_id)
    return poll


def _complete(meeting: Meeting, poll: Poll, leave_silent: bool) -> None:
    if poll.method is Method.HANDS and poll.hands is None:
        raise RuleViolation("not-counted", poll=poll.id)
    if poll.method is Method.PAPER:
        reported = [one.teller for one in poll.counts]
        missing = [teller for teller in poll.tellers if teller not in reported]
        if missing:
            raise RuleViolation("teller-missing", members=missing, number=len(missing))
        if poll.agreed_count is None:
            raise RuleViolation("tellers-differ", poll=poll.id)
    if poll.method is Method.ROLL_CALL and not leave_silent:
        waiting = [
            member
            for member in poll.entitled
            if member not in poll.votes and meeting.attendance.is_present(member)
        ]
        if waiting:
            raise RuleViolation("votes-outstanding", members=waiting, number=len(waiting))


def void(meeting: Meeting, command: VoidPoll) -> Iterable[Event]:
    """A running vote may be declared void; it stays in the record, and the motion can be put again."""
    poll = _running(meeting, command.poll)
    yield PollVoided(poll=poll.id, reason=clean_text(command.reason, "reason"))


def casting_vote(meeting: Meeting, command: GiveCastingVote) -> Iterable[Event]:
    """Only where the charter gives one and the votes are equal; a choice, not an abstention."""
    poll = meeting.polls.poll(command.poll)
    if poll.outcome is None or poll.outcome.reason not in CASTING_VOTE:
        raise RuleViolation("no-casting-vote", poll=poll.id)
    if command.choice is Choice.ABSTAIN:
        raise RuleViolation("casting-vote-abstains")
    if command.choice is poll.casting:
        raise RuleViolation("nothing-to-correct")
    reason = clean_text(command.reason, "reason", required=poll.casting is not None)
    yield CastingVoteGiven(poll=poll.id, choice=command.choice, reason=reason)
    yield from after_correction(meeting, poll, casting=command.choice)


def rule_on_contested(meeting: Meeting, command: RuleOnContested) -> Iterable[Event]:
    """Asked for only where such a vote would decide; a ruling may be replaced by another."""
    poll = meeting.polls.poll(command.poll)
    ruled = poll.contested_counted is not None
    if poll.outcome is None or not (ruled or poll.outcome.reason is Reason.COMPOSITION):
        raise RuleViolation("nothing-contested", poll=poll.id)
    if command.count_them is poll.contested_counted:
        raise RuleViolation("nothing-to-correct")
    if poll.method is not Method.ROLL_CALL and not command.count_them:
        raise RuleViolation("contested-unnamed", poll=poll.id)
    reason = clean_text(command.reason, "reason")
    yield ContestedRuledOn(poll=poll.id, count_them=command.count_them, reason=reason)
    yield from after_correction(meeting, poll, contested_counted=command.count_them)


def on_closed(meeting: Meeting, event: PollClosed, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.closed, poll.outcome = recorded, event.outcome
    poll.gone = event.gone
    meeting.polls.running = ""
    meeting.motions.all[poll.motion].state = STATE_AFTER[event.outcome.verdict]


def on_voided(meeting: Meeting, event: PollVoided, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.closed, poll.ruling = recorded, event.reason
    meeting.polls.running = ""


def on_casting_vote(meeting: Meeting, event: CastingVoteGiven, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    old = poll.casting or ""
    poll.casting = event.choice
    poll.changes.append(
        Change(recorded, "casting-vote", str(old), event.choice.value, event.reason)
    )


def on_ruled(meeting: Meeting, event: ContestedRuledOn, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    old, new = RULED[poll.contested_counted], RULED[event.count_them]
    poll.contested_counted, poll.ruling = event.count_them, event.reason
    poll.changes.append(Change(recorded, "contested", old, new, event.reason))


PART = Part(
    "polls",
    {
        ClosePoll: close,
        VoidPoll: void,
        GiveCastingVote: casting_vote,
        RuleOnContested: rule_on_contested,
    },
    {
        PollClosed: on_closed,
        PollVoided: on_voided,
        CastingVoteGiven: on_casting_vote,
        ContestedRuledOn: on_ruled,
        OutcomeRevised: on_revised,
    },
)
