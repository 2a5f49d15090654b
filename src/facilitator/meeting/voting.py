"""Answers as they come in: votes by name and hands (papers have a file of their own), and every correction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.ballots import (
    BallotsCorrected,
    BallotsIssued,
    BallotsReported,
    CorrectBallots,
    IssueBallots,
    ReportBallots,
    correct_ballots,
    issue,
    on_ballots_corrected,
    on_issued,
    on_reported,
    report,
)
from facilitator.meeting.consequences import after_correction
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.polls import Hands, Method, Poll, answer_tests, as_text
from facilitator.rules.tally import Choice

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class CastVote(MeetingCommand, frozen=True, kw_only=True, tag="polls.vote"):
    """A member answers the roll call."""

    poll: str
    member: str
    choice: Choice


class CorrectVote(MeetingCommand, frozen=True, kw_only=True, tag="polls.correct-vote"):
    """A vote was entered wrongly; None takes an answer away that was never given."""

    poll: str
    member: str
    choice: Choice | None
    reason: str


class CountHands(MeetingCommand, frozen=True, kw_only=True, tag="polls.count-hands"):
    """Hands were counted; `groups` when they were counted group by group."""

    poll: str
    hands: Hands
    groups: dict[str, Hands] = {}


class CorrectHands(MeetingCommand, frozen=True, kw_only=True, tag="polls.correct-hands"):
    """The number of hands was entered wrongly."""

    poll: str
    hands: Hands
    groups: dict[str, Hands] = {}
    reason: str


class VoteCast(Event, frozen=True, kw_only=True, tag="polls.vote-cast"):
    poll: str
    member: str
    choice: Choice


class VoteCorrected(Event, frozen=True, kw_only=True, tag="polls.vote-corrected"):
    poll: str
    member: str
    choice: Choice | None
    old: Choice | None
    reason: str


class HandsCounted(Event, frozen=True, kw_only=True, tag="polls.hands-counted"):
    poll: str
    hands: Hands
    groups: dict[str, Hands] = {}


class HandsCorrected(Event, frozen=True, kw_only=True, tag="polls.hands-corrected"):
    poll: str
    hands: Hands
    old: Hands
    reason: str
    groups: dict[str, Hands] = {}


def cast(meeting: Meeting, command: CastVote) -> Iterable[Event]:
    """One member, one vote: only by somebody in the room, on the roll, and only once."""
    poll = meeting.polls.poll(command.poll)
    meeting.expect_voter_present(command.member)
    meeting.polls.open_poll(poll.id, Method.ROLL_CALL)
    _on_roll(poll, command.member)
    if command.member in poll.votes:
        raise RuleViolation(
            "already-voted", member=command.member, choice=poll.votes[command.member].value
        )
    yield VoteCast(poll=poll.id, member=command.member, choice=command.choice)


def _on_roll(poll: Poll, member: str) -> None:
    if member in poll.recused:
        raise RuleViolation("recused", member=member)
    if member not in poll.present:
        raise RuleViolation("not-on-roll", member=member)


def correct_vote(meeting: Meeting, command: CorrectVote) -> Iterable[Event]:
    """The old answer stays readable; if the poll is closed, its outcome is worked out anew."""
    poll = meeting.polls.standing(command.poll, Method.ROLL_CALL)
    meeting.expect_member(command.member)
    _on_roll(poll, command.member)
    old = poll.votes.get(command.member)
    if old is command.choice:
        raise RuleViolation("nothing-to-correct")
    event = VoteCorrected(
        poll=poll.id,
        member=command.member,
        choice=command.choice,
        old=old,
        reason=clean_text(command.reason, "reason"),
    )
    yield event
    votes = _voted(poll.votes, command.member, command.choice)
    yield from after_correction(meeting, poll, votes=votes, gone=_gone(poll, votes))


def _gone(poll: Poll, votes: Mapping[str, Choice]) -> tuple[str, ...]:
    """Who left without an answer: somebody whose answer was only not entered is no longer among them."""
    return tuple(member for member in poll.gone if member not in votes)


def _voted(votes: Mapping[str, Choice], member: str, choice: Choice | None) -> dict[str, Choice]:
    """The votes with one member's answer put in place of the old one."""
    changed = dict(votes)
    changed.pop(member, None)
    if choice is not None:
        changed[member] = choice
    return changed


def count_hands(meeting: Meeting, command: CountHands) -> Iterable[Event]:
    """Hands are counted once; a wrong number is corrected with a reason."""
    poll = meeting.polls.open_poll(command.poll, Method.HANDS)
    if poll.hands is not None:
        raise RuleViolation("already-counted", poll=poll.id)
    _hands_fit(meeting, poll, command.hands, command.groups)
    yield HandsCounted(poll=poll.id, hands=command.hands, groups=command.groups)


def correct_hands(meeting: Meeting, command: CorrectHands) -> Iterable[Event]:
    """The old number stays readable; if the poll is closed, its outcome is worked out anew."""
    poll = meeting.polls.standing(command.poll, Method.HANDS)
    if poll.hands is None:
        raise RuleViolation("nothing-to-correct")
    if (poll.hands, poll.hands_by_group) == (command.hands, command.groups):
        raise RuleViolation("nothing-to-correct")
    _hands_fit(meeting, poll, command.hands, command.groups)
    yield HandsCorrected(
        poll=poll.id,
        hands=command.hands,
        groups=command.groups,
        old=poll.hands,
        reason=clean_text(command.reason, "reason"),
    )
    yield from after_correction(meeting, poll, hands=command.hands, hands_by_group=command.groups)


def _hands_fit(meeting: Meeting, poll: Poll, hands: Hands, groups: Mapping[str, Hands]) -> None:
    """No more hands than entitled members in the room; counted by group if the rule asks; groups add up."""
    total = hands.in_favour + hands.against + hands.abstained
    if total > len(poll.entitled):
        raise RuleViolation("more-votes-than-present", votes=total, entitled=len(poll.entitled))
    wanted = next((t.group for t in answer_tests(meeting.charter, poll.rule) if t.group), "")
    if wanted and not groups:
        raise RuleViolation("groups-missing", group=wanted)
    if not groups:
        return
    for key in groups:
        if meeting.charter.group(key) is None:
            raise RuleViolation("unknown-group", group=key)
    sums = Hands(
        in_favour=sum(one.in_favour for one in groups.values()),
        against=sum(one.against for one in groups.values()),
        abstained=sum(one.abstained for one in groups.values()),
    )
    if sums != hands:
        raise RuleViolation("groups-do-not-add-up")
    for key, one in groups.items():
        entitled = sum(meeting.group_of(member) == key for member in poll.entitled)
        votes = one.in_favour + one.against + one.abstained
        if votes > entitled:
            raise RuleViolation(
                "more-votes-than-present", votes=votes, entitled=entitled, group=key
            )


def on_cast(meeting: Meeting, event: VoteCast, _recorded: Recorded) -> None:
    meeting.polls.all[event.poll].votes[event.member] = event.choice


def on_vote_corrected(meeting: Meeting, event: VoteCorrected, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.votes = _voted(poll.votes, event.member, event.choice)
    poll.gone = _gone(poll, poll.votes)
    old, new = event.old or "", event.choice or ""
    poll.changes.append(Change(recorded, event.member, str(old), str(new), event.reason))


def on_hands(meeting: Meeting, event: HandsCounted, _recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.hands, poll.hands_by_group = event.hands, event.groups


def on_hands_corrected(meeting: Meeting, event: HandsCorrected, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.hands, poll.hands_by_group = event.hands, event.groups
    old, new = as_text(event.old), as_text(event.hands)
    poll.changes.append(Change(recorded, "hands", old, new, event.reason))


PART = Part(
    "polls",
    {
        CastVote: cast,
        CorrectVote: correct_vote,
        CountHands: count_hands,
        CorrectHands: correct_hands,
        IssueBallots: issue,
        ReportBallots: report,
        CorrectBallots: correct_ballots,
    },
    {
        VoteCast: on_cast,
        VoteCorrected: on_vote_corrected,
        HandsCounted: on_hands,
        HandsCorrected: on_hands_corrected,
        BallotsIssued: on_issued,
        BallotsReported: on_reported,
        BallotsCorrected: on_ballots_corrected,
    },
)
