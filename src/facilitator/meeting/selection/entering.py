"""Reading the papers: entered by two helpers on their own, differences settled together, ballots typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.papers import Marks, Paper, Vote

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_MARK = 1000


class EnterPaper(MeetingCommand, frozen=True, kw_only=True, tag="ballots.enter"):
    """A helper (1 or 2) reads paper `number` of a chamber; again, and the later reading stands."""

    group: str
    number: int
    helper: int = 1
    ballot: Marks = Marks()


class SettlePaper(MeetingCommand, frozen=True, kw_only=True, tag="ballots.settle"):
    """Both helpers look together at a paper that they read differently."""

    group: str
    number: int
    ballot: Marks
    reason: str = ""


class CastFor(MeetingCommand, frozen=True, kw_only=True, tag="ballots.cast-for"):
    """A ballot is typed for a member who cannot fill one in; who typed it stands beside it."""

    member: str
    ballot: Marks
    typed_by: str = ""
    reason: str = ""


class TakeTypedBack(MeetingCommand, frozen=True, kw_only=True, tag="ballots.take-typed-back"):
    """A ballot was typed for the wrong member."""

    member: str
    reason: str


class PaperEntered(Event, frozen=True, kw_only=True, tag="ballots.entered"):
    group: str
    number: int
    helper: int
    ballot: Marks


class PaperSettled(Event, frozen=True, kw_only=True, tag="ballots.settled"):
    group: str
    number: int
    ballot: Marks
    reason: str = ""


class BallotTyped(Event, frozen=True, kw_only=True, tag="ballots.typed"):
    member: str
    ballot: Marks
    typed_by: str = ""
    reason: str = ""


class TypedTakenBack(Event, frozen=True, kw_only=True, tag="ballots.typed-taken-back"):
    member: str
    reason: str


def clean_marks(vote: Vote, ballot: Marks) -> Marks:
    """What is on a ballot without empty marks; too many ticks are kept, the ballot is void then.

    An unreadable one has nothing on it, so that two who cannot read it agree.

    Refused is only what cannot be on this paper: a project that is not on it, a mark below zero.
    """
    on_paper = set(vote.candidates)
    for name, mark in ballot.marks.items():
        if name not in on_paper:
            raise RuleViolation("not-on-ballot", candidate=name)
        if not 0 <= mark <= MOST_MARK:
            raise RuleViolation("number-range", field="mark", value=mark, least=0, most=MOST_MARK)
    for name in ballot.struck:
        if name not in on_paper:
            raise RuleViolation("not-on-ballot", candidate=name)
    if ballot.unreadable:
        return Marks(unreadable=True)
    return msgspec.structs.replace(
        ballot,
        marks={name: mark for name, mark in sorted(ballot.marks.items()) if mark},
        struck=tuple(sorted(set(ballot.struck))),
    )


def enter(meeting: Meeting, command: EnterPaper) -> Iterable[Event]:
    """A paper that lies in the box, by one of two helpers; not any more once both have settled it."""
    vote = meeting.ballots.running()
    key = in_box(vote, command.group, command.number)
    helpers = 2 if vote.terms.twice else 1
    if not 1 <= command.helper <= helpers:
        raise RuleViolation(
            "number-range", field="helper", value=command.helper, least=1, most=helpers
        )
    if key in vote.papers and vote.papers[key].settled is not None:
        raise RuleViolation("paper-settled", number=command.number)
    ballot = clean_marks(vote, command.ballot)
    if key in vote.papers and vote.papers[key].read.get(command.helper) == ballot:
        raise RuleViolation("nothing-to-correct")
    yield PaperEntered(
        group=command.group, number=command.number, helper=command.helper, ballot=ballot
    )


def settle(meeting: Meeting, command: SettlePaper) -> Iterable[Event]:
    """Only where the two differ."""
    vote = meeting.ballots.running()
    paper = vote.papers.get(in_box(vote, command.group, command.number))
    if paper is None or not paper.differs:
        raise RuleViolation("nothing-to-settle", number=command.number)
    yield PaperSettled(
        group=command.group,
        number=command.number,
        ballot=clean_marks(vote, command.ballot),
        reason=clean_text(command.reason, "reason", required=False),
    )


def cast_for(meeting: Meeting, command: CastFor) -> Iterable[Event]:
    """For somebody on the roll who is in the room: nobody votes for those who went home.

    Own projects are struck by themselves, and a paper less may be handed out.
    """
    vote = meeting.ballots.running()
    meeting.expect_member(command.member)
    if command.member not in vote.present:
        raise RuleViolation("not-on-roll", member=command.member)
    if command.member not in vote.named:
        meeting.expect_present(command.member)
        _expect_room_for_typed(meeting, vote, command.member)
    own = vote.own(command.member)
    for name in own:
        if command.ballot.marks.get(name):
            raise RuleViolation(
                "own-project", member=command.member, title=meeting.slate.all[name].title
            )
    struck = msgspec.structs.replace(command.ballot, struck=(*command.ballot.struck, *own))
    ballot = clean_marks(vote, struck)
    if vote.named.get(command.member) == ballot:
        raise RuleViolation("nothing-to-correct")
    yield BallotTyped(
        member=command.member,
        ballot=ballot,
        typed_by=clean_text(command.typed_by, "typed_by", required=False, one_line=True),
        reason=clean_text(
            command.reason, "reason", required=command.member in vote.named, one_line=True
        ),
    )


def _expect_room_for_typed(meeting: Meeting, vote: Vote, member: str) -> None:
    """Nobody has a paper and a typed ballot: papers handed out and ballots typed are no more than people."""
    group = meeting.group_of(member)
    typed = [one for one in vote.named if meeting.group_of(one) == group]
    people = [one for one in vote.present if meeting.group_of(one) == group]
    issued = vote.issued.get(group, 0)
    if issued + len(typed) + 1 > len(people):
        raise RuleViolation("more-issued-than-entitled", issued=issued, entitled=len(people))


def take_typed_back(meeting: Meeting, command: TakeTypedBack) -> Iterable[Event]:
    """With the reason; its member may have a paper then."""
    vote = meeting.ballots.running()
    if command.member not in vote.named:
        raise RuleViolation("nothing-typed", member=command.member)
    yield TypedTakenBack(
        member=command.member, reason=clean_text(command.reason, "reason", one_line=True)
    )


def in_box(vote: Vote, group: str, number: int) -> tuple[str, int]:
    """A paper of a chamber's box, or a refusal (`box-not-counted`, `paper-number`)."""
    if group not in vote.box:
        raise RuleViolation("box-not-counted", group=group)
    if not 1 <= number <= vote.box[group]:
        raise RuleViolation("paper-number", group=group, number=number, returned=vote.box[group])
    return group, number


def as_text(marks: Mapping[str, int]) -> str:
    """Marks as one line of plain data."""
    return msgspec.json.encode(dict(marks)).decode()


def on_entered(meeting: Meeting, event: PaperEntered, _recorded: Recorded) -> None:
    paper_at(meeting.ballots.running(), event.group, event.number).read[event.helper] = event.ballot


def on_settled(meeting: Meeting, event: PaperSettled, _recorded: Recorded) -> None:
    paper_at(meeting.ballots.running(), event.group, event.number).settled = event.ballot


def paper_at(vote: Vote, group: str, number: int) -> Paper:
    return vote.papers.setdefault((group, number), Paper(group, number))


def on_typed(meeting: Meeting, event: BallotTyped, recorded: Recorded) -> None:
    vote = meeting.ballots.running()
    old = vote.named.get(event.member)
    vote.named[event.member] = event.ballot
    vote.typed_by[event.member] = event.typed_by
    if old is not None:
        was, now = as_text(old.marks), as_text(event.ballot.marks)
        vote.changes.append(Change(recorded, f"typed.{event.member}", was, now, event.reason))


def on_typed_taken_back(meeting: Meeting, event: TypedTakenBack, recorded: Recorded) -> None:
    vote = meeting.ballots.running()
    was = as_text(vote.named.pop(event.member).marks)
    del vote.typed_by[event.member]
    vote.changes.append(Change(recorded, f"typed.{event.member}", was, "", event.reason))


PART = Part(
    "ballots",
    {
        EnterPaper: enter,
        SettlePaper: settle,
        CastFor: cast_for,
        TakeTypedBack: take_typed_back,
    },
    {
        PaperEntered: on_entered,
        PaperSettled: on_settled,
        BallotTyped: on_typed,
        TypedTakenBack: on_typed_taken_back,
    },
)
