"""The close of a vote, once every paper is read and agreed; and a paper that was read wrongly after all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.entering import as_text, clean_marks, in_box, paper_at
from facilitator.meeting.selection.papers import Marks, Vote, handed_out
from facilitator.meeting.selection.recount import Why, counted
from facilitator.meeting.selection.ties import revote_counted

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class CloseVote(MeetingCommand, frozen=True, kw_only=True, tag="ballots.close"):
    """All papers are read: the vote is closed and counted."""


class CorrectPaper(MeetingCommand, frozen=True, kw_only=True, tag="ballots.correct"):
    """A paper was read wrongly, as was found after the close; the vote is counted again."""

    group: str
    number: int
    ballot: Marks
    reason: str
    vote: int = 0
    """Of which vote among the tied; 0: of that on the whole slate."""


class VoteClosed(Event, frozen=True, kw_only=True, tag="ballots.closed"):
    """`overfull` names the chambers whose box held more than was handed out: the vote does not count."""

    number: int
    issued: int
    returned: int
    typed: int = 0
    overfull: tuple[str, ...] = ()


class PaperCorrected(Event, frozen=True, kw_only=True, tag="ballots.corrected"):
    vote: int
    group: str
    number: int
    ballot: Marks
    old: Marks
    reason: str


def overfull(vote: Vote) -> tuple[str, ...]:
    """Chambers whose box held more papers than were handed out."""
    return tuple(
        group for group, returned in vote.box.items() if returned > vote.issued.get(group, 0)
    )


def hindrances_to_close(meeting: Meeting, vote: Vote) -> list[RuleViolation]:
    """What has to be done before a vote can be closed; nothing where a box holds too many, for it is void."""
    found = [
        RuleViolation("box-not-counted", group=group)
        for group in vote.issued
        if group not in vote.box
    ]
    if overfull(vote):
        return found
    if not handed_out(vote.issued) and not vote.named:
        found.append(RuleViolation("nobody-voted"))
    for helper in (1, 2) if vote.terms.twice else (1,):
        for group in vote.box:
            unread = vote.unread(group, helper)
            if unread:
                found.append(
                    RuleViolation("papers-unread", group=group, helper=helper, numbers=unread)
                )
    differ = vote.differences()
    if differ:
        found.append(RuleViolation("papers-differ", numbers=[one.number for one in differ]))
    return found


def close(meeting: Meeting, _command: CloseVote) -> Iterable[Event]:
    """Every paper read and agreed; a vote among the tied gives them their order, and all is counted again."""
    vote = meeting.ballots.running()
    for hindrance in hindrances_to_close(meeting, vote):
        raise hindrance
    too_many = overfull(vote)
    yield VoteClosed(
        number=vote.number,
        issued=handed_out(vote.issued),
        returned=handed_out(vote.box),
        typed=len(vote.named),
        overfull=too_many,
    )
    if not too_many:
        yield from (
            revote_counted(meeting, vote, Why.REVOTE)
            if vote.among
            else (counted(meeting, vote, Why.CLOSED),)
        )


def correct(meeting: Meeting, command: CorrectPaper) -> Iterable[Event]:
    """After the close and before the result is announced; what was read before stays readable."""
    meeting.outcome.refuse_announced()
    meeting.ballots.refuse_open()
    vote = _to_correct(meeting, command.vote)
    key = in_box(vote, command.group, command.number)
    old = vote.papers[key].agreed(vote.terms.twice)
    assert old is not None  # a vote is closed when every paper is agreed
    ballot = clean_marks(vote, command.ballot)
    if old == ballot:
        raise RuleViolation("nothing-to-correct")
    yield PaperCorrected(
        vote=vote.number,
        group=command.group,
        number=command.number,
        ballot=ballot,
        old=old,
        reason=clean_text(command.reason, "reason"),
    )
    paper = replace(vote.papers[key], settled=ballot)
    now = replace(vote, papers={**vote.papers, key: paper})
    yield from (
        revote_counted(meeting, now, Why.CORRECTED)
        if vote.among
        else (counted(meeting, now, Why.CORRECTED),)
    )


def _to_correct(meeting: Meeting, number: int) -> Vote:
    """The vote on the slate that counts, or one among the tied by its number (`no-vote-closed`)."""
    main = meeting.ballots.main()
    wanted = number or (main.number if main is not None else 0)
    found = [one for one in meeting.ballots.votes if one.stands and one.number == wanted]
    if not found:
        raise RuleViolation("no-vote-closed")
    return found[0]


def on_closed(meeting: Meeting, event: VoteClosed, recorded: Recorded) -> None:
    vote = meeting.ballots.votes[event.number - 1]
    vote.closed, vote.overfull = recorded, event.overfull


def on_corrected(meeting: Meeting, event: PaperCorrected, recorded: Recorded) -> None:
    vote = meeting.ballots.votes[event.vote - 1]
    paper_at(vote, event.group, event.number).settled = event.ballot
    name = f"paper.{event.group}.{event.number}"
    was, now = as_text(event.old.marks), as_text(event.ballot.marks)
    vote.changes.append(Change(recorded, name, was, now, event.reason))


PART = Part("ballots", {CloseVote: close}, {VoteClosed: on_closed})
CORRECTING = Part("outcome", {CorrectPaper: correct}, {PaperCorrected: on_corrected})
