"""From the papers to the numbers that are counted; and counting again when something under them changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event
from facilitator.meeting.selection.papers import Marks, Vote, chambers, eligible
from facilitator.rules.selection.ballots import BallotKind, BallotRule, fault, worths
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Ballot, Found, Problem, Project, TieBreak
from facilitator.rules.selection.remembered import selected

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Why(StrEnum):
    """Why it was counted."""

    CLOSED = "closed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    LOT = "lot"
    REVOTE = "revote"
    RULED = "ruled"
    REINSTATED = "reinstated"
    VOIDED = "voided"
    """A vote among the tied does not count after all."""


class Papers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The ballots of one chamber. `returned` counts papers from the box, `typed` those typed for somebody."""

    issued: int = 0
    returned: int = 0
    typed: int = 0
    valid: int = 0
    blank: int = 0
    void: int = 0


class SelectionCounted(Event, frozen=True, kw_only=True, tag="outcome.counted"):
    """The result as it is now. It explains itself: screen, projector and papers quote this one object."""

    vote: int
    why: Why
    selection: Selection
    papers: dict[str, Papers] = {}
    """By chamber."""


def ballot_rule(meeting: Meeting, vote: Vote) -> BallotRule:
    """What may be on a ballot of a vote: among tied projects one tick each."""
    return BallotRule(kind=BallotKind.APPROVAL, most=1) if vote.among else vote.terms.ballot


def reading(
    meeting: Meeting, vote: Vote, marks: Marks, standing: Collection[str] | None = None
) -> tuple[str, dict[str, int]]:
    """What a ballot is (`valid`, `blank`, `void`), and what it gives to each project that stands.

    `standing` are those that are counted, where they are others than those that stand now.
    """
    return _Reader(meeting, vote, standing).read(marks)


class _Reader:
    """Reads the ballots of one vote: what is the same for all of them is looked up once."""

    def __init__(
        self, meeting: Meeting, vote: Vote, standing: Collection[str] | None = None
    ) -> None:
        self.rule, self.costs = ballot_rule(meeting, vote), meeting.slate.costs
        self.budget = meeting.slate.budget
        self.standing = frozenset(eligible(meeting, vote) if standing is None else standing)

    def read(self, marks: Marks) -> tuple[str, dict[str, int]]:
        """As `reading`."""
        counted = _without_struck(self.rule, marks)
        if marks.unreadable or fault(self.rule, counted, self.costs, self.budget) is not None:
            return "void", {}
        given = worths(self.rule, counted)
        if not given:
            return "blank", {}
        return "valid", {one: worth for one, worth in given.items() if one in self.standing}


def _without_struck(rule: BallotRule, marks: Marks) -> Mapping[str, int]:
    """What is marked beside the struck projects; in a ranking, the places these took close up."""
    kept = {one: mark for one, mark in marks.marks.items() if one not in marks.struck}
    if rule.kind is not BallotKind.RANKING:
        return kept
    gaps = {marks.marks[one] for one in marks.struck if one in marks.marks} - set(kept.values())
    return {one: place - sum(gap < place for gap in gaps) for one, place in kept.items()}


def known(meeting: Meeting, vote: Vote) -> list[tuple[str, Marks]]:
    """Every ballot whose marks are agreed, with its chamber: papers by number, then typed ones."""
    twice = vote.terms.twice
    papers = sorted(vote.papers.values(), key=lambda paper: (paper.group, paper.number))
    read = [(one.group, marks) for one in papers if (marks := one.agreed(twice)) is not None]
    typed = [(meeting.group_of(member), marks) for member, marks in sorted(vote.named.items())]
    return read + typed


def papers_of(meeting: Meeting, vote: Vote) -> dict[str, Papers]:
    """The ballots of each chamber, as far as they are known."""
    return _papers_of(meeting, vote, _readings(meeting, vote, ()))  # only what kind each is


Reading = tuple[str, str, dict[str, int]]
"""The chamber of a ballot, what it is, and what it gives to each project."""


def _readings(
    meeting: Meeting, vote: Vote, standing: Collection[str] | None = None
) -> list[Reading]:
    reader = _Reader(meeting, vote, standing)
    return [(group, *reader.read(marks)) for group, marks in known(meeting, vote)]


def _papers_of(meeting: Meeting, vote: Vote, readings: Iterable[Reading]) -> dict[str, Papers]:
    counts = {group: {"valid": 0, "blank": 0, "void": 0} for group in chambers(meeting)}
    for group, kind, _given in readings:
        counts[group][kind] += 1
    typed = [meeting.group_of(member) for member in vote.named]
    return {
        group: Papers(
            issued=vote.issued.get(group, 0),
            returned=vote.box.get(group, 0),
            typed=typed.count(group),
            **found,
        )
        for group, found in counts.items()
    }


def problem(
    meeting: Meeting,
    vote: Vote,
    *,
    standing: Collection[str] | None = None,
    orders: tuple[Found, ...] | None = None,
    ties: tuple[TieBreak, ...] = (),
    readings: Iterable[Reading] | None = None,
) -> Problem:
    """What is counted: the projects that stand, the ballots as far as they are known, and the terms.

    `standing` and `orders` take the place of what stands and was found so far; `ties` are ruled only now.
    `readings` are those of all ballots for the same projects, where they are at hand.
    """
    stand = eligible(meeting, vote) if standing is None else standing
    if readings is None:
        readings = _readings(meeting, vote, stand)
    ballots = [
        Ballot(worths=given, group=group) for group, kind, given in readings if kind != "void"
    ]
    counting = vote.terms.counting
    ruled = (*counting.ties, *meeting.outcome.ruled_ties, *ties)
    counting = msgspec.structs.replace(counting, ties=ruled)
    return Problem(
        budget=meeting.slate.budget,
        projects=tuple(Project(id=one, cost=meeting.slate.all[one].asked) for one in stand),
        ballots=tuple(ballots),
        rule=counting,
        orders=meeting.outcome.found if orders is None else orders,
    )


def as_it_stands(meeting: Meeting) -> Selection | None:
    """The result of the ballots known so far; None while there is no vote or nothing to select from."""
    vote = meeting.ballots.main()
    if vote is None or not meeting.slate.standing:
        return None
    return selected(problem(meeting, vote))


def counted(
    meeting: Meeting,
    vote: Vote,
    why: Why,
    *,
    standing: Collection[str] | None = None,
    orders: tuple[Found, ...] | None = None,
    ties: tuple[TieBreak, ...] = (),
) -> SelectionCounted:
    """The count of a vote as the event that tells it; arguments as for `problem`."""
    readings = _readings(meeting, vote, standing)
    found = selected(
        problem(meeting, vote, standing=standing, orders=orders, ties=ties, readings=readings)
    )
    papers = _papers_of(meeting, vote, readings)
    return SelectionCounted(vote=vote.number, why=why, selection=found, papers=papers)


def recounted(meeting: Meeting, *, without: str = "", again: str = "") -> Iterable[Event]:
    """The count again as a project leaves the slate or comes back; nothing while nothing has been counted."""
    vote = meeting.ballots.main()
    if vote is not None and meeting.outcome.last is not None:
        now = (*eligible(meeting, vote), again)
        stand = [one for one in vote.candidates if one in now and one != without]
        why = Why.REINSTATED if again else Why.WITHDRAWN
        yield counted(meeting, vote, why, standing=stand)
