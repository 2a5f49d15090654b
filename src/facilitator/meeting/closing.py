"""Closing a poll: its outcome, and what follows from it for the motion and the decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.decisions import DecisionAnnulled, DecisionMade
from facilitator.meeting.gathering import gather
from facilitator.meeting.motions import MotionAmended, MotionState
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.polls import Method, Poll
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome, Reason, Verdict
from facilitator.rules.tally import Choice

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

STATE_AFTER = {
    Verdict.PASSED: MotionState.CARRIED,
    Verdict.FAILED: MotionState.LOST,
    Verdict.UNDECIDED: MotionState.UNDECIDED,
    Verdict.NOT_VALID: MotionState.PENDING,
}
"""What a verdict makes of a motion; after a vote that was not valid it can be put again."""


class ClosePoll(MeetingCommand, frozen=True, kw_only=True, tag="polls.close"):
    """The vote is over and counted. `leave_silent`: members on the roll who gave no answer do not vote."""

    poll: str
    leave_silent: bool = False


class VoidPoll(MeetingCommand, frozen=True, kw_only=True, tag="polls.void"):
    """The running vote does not count, for a stated reason (more papers in the box than were issued, …)."""

    poll: str
    reason: str


class GiveCastingVote(MeetingCommand, frozen=True, kw_only=True, tag="polls.casting-vote"):
    """The chair decides a tie where the charter says so."""

    poll: str
    choice: Choice


class RuleOnContested(MeetingCommand, frozen=True, kw_only=True, tag="polls.rule-on-contested"):
    """People rule whether votes of seats held by the wrong group count. The app never drops a vote by itself."""

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


class ContestedRuledOn(Event, frozen=True, kw_only=True, tag="polls.contested-ruled-on"):
    poll: str
    count_them: bool
    reason: str


class OutcomeRevised(Event, frozen=True, kw_only=True, tag="polls.outcome-revised"):
    poll: str
    outcome: Outcome
    old: Verdict
    why: str


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
    present = tuple(member for member in poll.present if member not in gone)
    outcome = count(meeting.charter, poll.rule, gather(meeting, replace(poll, present=present)))
    yield PollClosed(poll=poll.id, outcome=outcome, gone=gone)
    yield from _consequences(meeting, poll, outcome)


def _running(meeting: Meeting, poll_id: str) -> Poll:
    poll = meeting.polls.poll(poll_id)
    if meeting.polls.running != poll_id:
        raise RuleViolation("poll-closed", poll=poll_id)
    return poll


def _complete(meeting: Meeting, poll: Poll, leave_silent: bool) -> None:
    if poll.method is Method.HANDS and poll.hands is None:
        raise RuleViolation("not-counted", poll=poll.id)
    if poll.method is Method.PAPER:
        if len(poll.counts) < 2:
            raise RuleViolation("not-counted", poll=poll.id)
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


def _consequences(meeting: Meeting, poll: Poll, outcome: Outcome) -> Iterable[Event]:
    """What a verdict brings about: a carried amendment changes its motion, a carried motion is a decision."""
    motion = meeting.motions.motion(poll.motion)
    decision = meeting.decisions.of_motion(motion.id)
    if outcome.verdict is Verdict.PASSED:
        if motion.amends:
            main = meeting.motions.motion(motion.amends)
            yield MotionAmended(
                motion=main.id, amendment=motion.id, text=motion.becomes, old=main.text
            )
        elif decision is None:
            yield DecisionMade(number=meeting.decisions.next_number, motion=motion.id, poll=poll.id)
    elif decision is not None:
        yield DecisionAnnulled(number=decision.number, poll=poll.id)


def after_correction(meeting: Meeting, poll: Poll, **changes: Any) -> Iterable[Event]:
    """What a correction of a closed poll brings about; nothing while it is open.

    `changes` are fields of the poll as the correction leaves them, or `ballots`, the corrected count. Refused
    when an amendment's own result would change after the motion was voted on: that is for a new motion.
    """
    if poll.outcome is None:
        return
    ballots = changes.pop("ballots", None)
    changed = replace(poll, **changes)
    outcome = count(meeting.charter, poll.rule, gather(meeting, changed, ballots))
    motion = meeting.motions.motion(poll.motion)
    if motion.amends and outcome.verdict is not poll.outcome.verdict:
        if any(
            one.closed is not None or one.id == meeting.polls.running
            for one in meeting.polls.on_motion(motion.amends)
        ):
            raise RuleViolation("amendment-already-used", motion=meeting.motions.number(motion))
    yield OutcomeRevised(poll=poll.id, outcome=outcome, old=poll.outcome.verdict, why="correction")
    if outcome.verdict is not poll.outcome.verdict:
        yield from _take_back(meeting, poll)
        yield from _consequences(meeting, poll, outcome)


def _take_back(meeting: Meeting, poll: Poll) -> Iterable[Event]:
    """A carried amendment that turns out not to be carried gives the motion its old wording back."""
    motion = meeting.motions.motion(poll.motion)
    if not motion.amends or motion.state is not MotionState.CARRIED:
        return
    main = meeting.motions.motion(motion.amends)
    change = next(c for c in reversed(main.changes) if c.reason == motion.id)
    yield MotionAmended(motion=main.id, amendment=motion.id, text=change.old, old=main.text)


def void(meeting: Meeting, command: VoidPoll) -> Iterable[Event]:
    """A running vote may be declared void; it stays in the record, and the motion can be put again."""
    poll = _running(meeting, command.poll)
    yield PollVoided(poll=poll.id, reason=clean_text(command.reason, "reason"))


def casting_vote(meeting: Meeting, command: GiveCastingVote) -> Iterable[Event]:
    """Only where the charter gives one and the votes are equal; a choice, not an abstention."""
    poll = meeting.polls.poll(command.poll)
    if poll.outcome is None or poll.outcome.reason is not Reason.CASTING_VOTE_OPEN:
        raise RuleViolation("no-casting-vote", poll=poll.id)
    if command.choice is Choice.ABSTAIN:
        raise RuleViolation("casting-vote-abstains")
    yield CastingVoteGiven(poll=poll.id, choice=command.choice)
    yield from after_correction(meeting, poll, casting=command.choice)


def rule_on_contested(meeting: Meeting, command: RuleOnContested) -> Iterable[Event]:
    """Asked for only where such a vote would decide."""
    poll = meeting.polls.poll(command.poll)
    if poll.outcome is None or poll.outcome.reason is not Reason.COMPOSITION:
        raise RuleViolation("nothing-contested", poll=poll.id)
    if poll.method is not Method.ROLL_CALL and not command.count_them:
        raise RuleViolation("contested-unnamed", poll=poll.id)
    reason = clean_text(command.reason, "reason")
    yield ContestedRuledOn(poll=poll.id, count_them=command.count_them, reason=reason)
    yield from after_correction(meeting, poll, contested_counted=command.count_them)


def on_closed(meeting: Meeting, event: PollClosed, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.closed, poll.outcome = recorded, event.outcome
    poll.present = tuple(member for member in poll.present if member not in event.gone)
    meeting.polls.running = ""
    meeting.motions.all[poll.motion].state = STATE_AFTER[event.outcome.verdict]


def on_voided(meeting: Meeting, event: PollVoided, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.closed, poll.ruling = recorded, event.reason
    meeting.polls.running = ""


def on_casting_vote(meeting: Meeting, event: CastingVoteGiven, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.casting = event.choice
    poll.changes.append(Change(recorded, "casting-vote", "", event.choice.value, ""))


def on_ruled(meeting: Meeting, event: ContestedRuledOn, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.contested_counted, poll.ruling = event.count_them, event.reason
    new = "counted" if event.count_them else "not-counted"
    poll.changes.append(Change(recorded, "contested", "", new, event.reason))


def on_revised(meeting: Meeting, event: OutcomeRevised, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.outcome = event.outcome
    poll.revised.append(recorded)
    meeting.motions.all[poll.motion].state = STATE_AFTER[event.outcome.verdict]


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
