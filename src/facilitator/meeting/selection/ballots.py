"""A vote on the slate: papers handed out by chamber, the boxes counted, the vote closed, or declared void.

The roll is frozen when a vote opens. A chamber is a seat group of the charter. Papers are numbered by the table
that takes them out of the box, chamber by chamber, so that two helpers can enter the same paper and nobody
knows whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.papers import Vote, chambers, may_be_issued
from facilitator.meeting.selection.pitches import refuse_pitch
from facilitator.meeting.selection.recount import Why, counted
from facilitator.rules.selection.problem import TieBreak
from facilitator.rules.tally import Number

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


MOST_PAPERS = 10_000
"""In one box; more is mistyped, and every one of them would be waited for."""


class OpenVote(MeetingCommand, frozen=True, kw_only=True, tag="ballots.open"):
    """The vote begins. `helpers` are the two who enter the papers, when papers are entered twice.

    With `among`, people vote again among tied projects only, one tick each.
    """

    helpers: tuple[str, ...] = ()
    among: tuple[str, ...] = ()


class IssuePapers(MeetingCommand, frozen=True, kw_only=True, tag="ballots.issue"):
    """So many papers were handed out in a chamber, in all; a changed number needs its reason."""

    group: str
    issued: Number
    reason: str = ""


class CountBox(MeetingCommand, frozen=True, kw_only=True, tag="ballots.box"):
    """So many papers were in the box of a chamber, counted before anything is read."""

    group: str
    returned: Number
    reason: str = ""


class DeclareVoid(MeetingCommand, frozen=True, kw_only=True, tag="ballots.void"):
    """A vote does not count and has to be held again: the one that runs or, until the result is announced, one
    that was counted already. With one on the whole slate, all that rested on it falls, too.
    """

    reason: str
    vote: int = 0
    """0: the one that runs, else the last that counts."""


class VoteOpened(Event, frozen=True, kw_only=True, tag="ballots.opened"):
    number: int
    present: tuple[str, ...]
    helpers: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    recused: dict[str, tuple[str, ...]] = {}
    """Who on the roll had stepped back, by project."""


class PapersIssued(Event, frozen=True, kw_only=True, tag="ballots.issued"):
    group: str
    issued: int
    old: int | None = None
    reason: str = ""


class BoxCounted(Event, frozen=True, kw_only=True, tag="ballots.box-counted"):
    group: str
    returned: int
    old: int | None = None
    reason: str = ""


class VoteVoided(Event, frozen=True, kw_only=True, tag="ballots.voided"):
    number: int
    reason: str


def open_vote(meeting: Meeting, command: OpenVote) -> Iterable[Event]:
    """One vote on the slate at a time; again only where the last one was void, or among those that are tied."""
    meeting.expect_running()
    meeting.refuse_poll()
    refuse_pitch(meeting)
    meeting.ballots.refuse_open()
    meeting.outcome.refuse_announced()
    if meeting.slate.budget <= 0:
        raise RuleViolation("budget-not-positive", budget=meeting.slate.budget)
    if not meeting.slate.standing:
        raise RuleViolation("slate-empty")
    among = _among(meeting, command.among)
    if not among and meeting.ballots.main() is not None:
        raise RuleViolation("already-voted")
    present = tuple(h.member for h in meeting.attendance.present(meeting.council.seats))
    if not present:
        raise RuleViolation("nobody-to-vote")
    wanted = 2 if meeting.terms.twice else 0
    if len(set(command.helpers)) != wanted or len(command.helpers) != wanted:
        raise RuleViolation("helpers", wanted=wanted, given=len(set(command.helpers)))
    for helper in command.helpers:
        meeting.expect_present(helper)
    yield VoteOpened(
        number=len(meeting.ballots.votes) + 1,
        present=present,
        helpers=command.helpers,
        among=among,
        recused=_recused(meeting, present, among),
    )


def _recused(
    meeting: Meeting, present: tuple[str, ...], among: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Who of those present steps back from what is voted on."""
    voted_on = among or [one.id for one in meeting.slate.standing]
    found = {
        candidate: tuple(one for one in present if one in meeting.recusals.all.get(candidate, {}))
        for candidate in voted_on
    }
    return {candidate: members for candidate, members in found.items() if members}


def _among(meeting: Meeting, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """A vote among some is one among exactly those that are tied, where the terms say so."""
    if not wanted:
        return ()
    tied = meeting.outcome.expect_tie(meeting.terms, TieBreak.REVOTE)
    if set(wanted) != set(tied) or len(wanted) != len(tied):
        raise RuleViolation("not-the-tied", tied=[meeting.slate.all[one].title for one in tied])
    return tied


def issue(meeting: Meeting, command: IssuePapers) -> Iterable[Event]:
    """One for each member of the chamber who was in the room and whose ballot is not typed."""
    vote = meeting.ballots.running()
    most = _chamber(meeting, vote, command.group)
    if command.issued > most:
        raise RuleViolation("more-issued-than-entitled", issued=command.issued, entitled=most)
    old = vote.issued.get(command.group)
    yield PapersIssued(
        group=command.group,
        issued=command.issued,
        old=old,
        reason=_why_changed(old, command.issued, command.reason),
    )


def box(meeting: Meeting, command: CountBox) -> Iterable[Event]:
    """More than were handed out is possible, and the vote is then void when it is closed.

    Papers beyond a smaller count fall away where one helper alone had read them: they were entered by a slip.
    """
    vote = meeting.ballots.running()
    _chamber(meeting, vote, command.group)
    if command.group not in vote.issued:
        raise RuleViolation("papers-not-issued", group=command.group)
    if command.returned > MOST_PAPERS:
        raise RuleViolation(
            "number-range", field="returned", value=command.returned, least=0, most=MOST_PAPERS
        )
    entered = [
        paper.number
        for paper in vote.papers.values()
        if paper.group == command.group and len(paper.read) > 1
    ]
    if command.returned < max(entered, default=0):
        raise RuleViolation("papers-entered", number=max(entered), returned=command.returned)
    old = vote.box.get(command.group)
    yield BoxCounted(
        group=command.group,
        returned=command.returned,
        old=old,
        reason=_why_changed(old, command.returned, command.reason),
    )


def _chamber(meeting: Meeting, vote: Vote, group: str) -> int:
    """How many papers a chamber may be given, or a refusal (`unknown-chamber`)."""
    if group not in chambers(meeting):
        raise RuleViolation("unknown-chamber", group=group)
    return may_be_issued(meeting, vote, group)


def _why_changed(old: int | None, new: int, reason: str) -> str:
    if old == new:
        raise RuleViolation("nothing-to-correct")
    return clean_text(reason, "reason", required=old is not None)


def declare_void(meeting: Meeting, command: DeclareVoid) -> Iterable[Event]:
    """With the reason; nothing that was entered is lost, and nothing of it counts."""
    vote = _to_void(meeting, command.vote)
    yield VoteVoided(number=vote.number, reason=clean_text(command.reason, "reason"))
    main = meeting.ballots.main()
    if vote.among and vote.closed is not None and main is not None:
        rest = tuple(one.found for one in meeting.outcome.orders if one.vote != vote.number)
        yield counted(meeting, main, Why.VOIDED, orders=rest)


def _to_void(meeting: Meeting, number: int) -> Vote:
    ballots = meeting.ballots
    if ballots.open is not None:
        if number not in (0, ballots.open.number):
            raise RuleViolation("vote-open")
        return ballots.open
    meeting.outcome.refuse_announced()
    found = [one for one in ballots.votes if one.stands and number in (0, one.number)]
    if not found:
        raise RuleViolation("no-vote-open")
    return found[-1]


def on_opened(meeting: Meeting, event: VoteOpened, recorded: Recorded) -> None:
    vote = Vote(
        event.number,
        event.present,
        event.helpers,
        event.among,
        recorded,
        candidates=event.among or tuple(one.id for one in meeting.slate.standing),
        terms=meeting.terms,
        recused=dict(event.recused),
    )
    meeting.ballots.votes.append(vote)


def on_issued(meeting: Meeting, event: PapersIssued, recorded: Recorded) -> None:
    vote = meeting.ballots.running()
    vote.issued[event.group] = event.issued
    _changed(vote, recorded, f"issued.{event.group}", event.old, event.issued, event.reason)


def on_box(meeting: Meeting, event: BoxCounted, recorded: Recorded) -> None:
    vote = meeting.ballots.running()
    vote.box[event.group] = event.returned
    for group, number in list(vote.papers):
        if group == event.group and number > event.returned:
            del vote.papers[group, number]
    _changed(vote, recorded, f"box.{event.group}", event.old, event.returned, event.reason)


def _changed(
    vote: Vote, recorded: Recorded, what: str, old: int | None, new: int, reason: str
) -> None:
    if old is not None:
        vote.changes.append(Change(recorded, what, str(old), str(new), reason))


def on_voided(meeting: Meeting, event: VoteVoided, _recorded: Recorded) -> None:
    vote = meeting.ballots.votes[event.number - 1]
    vote.void = event.reason
    if vote.among:
        meeting.outcome.forget(vote.number)
        return
    for later in meeting.ballots.votes[event.number :]:
        later.void = later.void or event.reason
    meeting.outcome.forget_all()


PART = Part(
    "ballots",
    {OpenVote: open_vote, IssuePapers: issue, CountBox: box, DeclareVoid: declare_void},
    {
        VoteOpened: on_opened,
        PapersIssued: on_issued,
        BoxCounted: on_box,
        VoteVoided: on_voided,
    },
)
