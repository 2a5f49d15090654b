"""What a `.pb` file says, as data; and what of it a selection is worked out from.

The format: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis" (2023): the sections META,
PROJECTS and VOTES, cells between semicolons, lists within a cell between commas.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from facilitator.acts import RuleViolation
from facilitator.rules.selection.ballots import BallotKind, BallotRule, worths
from facilitator.rules.selection.problem import Ballot, Problem, Project, SelectionRule


class VoteType(StrEnum):
    """What voters were asked for."""

    APPROVAL = "approval"
    CHOOSE_1 = "choose-1"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"
    ORDINAL = "ordinal"


POINTS = frozenset({VoteType.CUMULATIVE, VoteType.SCORING})
"""Votes that give numbers."""


class PbProject(msgspec.Struct, frozen=True, kw_only=True):
    """A row of PROJECTS; `more` holds its other columns as text."""

    id: str
    cost: int
    """In hundredths of the currency, as all money here."""
    more: dict[str, str] = {}

    @property
    def name(self) -> str:
        """What it is called; its id where the file has no names."""
        return self.more.get("name") or self.id


class PbVote(msgspec.Struct, frozen=True, kw_only=True):
    """A row of VOTES; `more` holds its other columns as text."""

    voter: str
    choices: tuple[str, ...]
    """Project ids; in an ordinal vote the best first."""
    points: tuple[int, ...] = ()
    """For each choice, where points are given."""
    more: dict[str, str] = {}


class Election(msgspec.Struct, frozen=True, kw_only=True):
    """A whole file. Numbers of projects and votes are written from what is there."""

    budget: int
    kind: VoteType
    projects: tuple[PbProject, ...]
    votes: tuple[PbVote, ...]
    meta: dict[str, str] = {}
    """All else in META, as text."""

    @property
    def places(self) -> int:
        """How many places an ordinal ballot has: what META says, else as many as there are projects."""
        told = self.meta.get("max_length", "")
        few = told.isascii() and told.isdigit() and len(told) < 10
        return (few and int(told)) or len(self.projects)

    def worths(self, vote: PbVote) -> dict[str, int]:
        """What a vote is worth to each project: 1, its points, or by its place (Borda)."""
        if self.kind in POINTS:
            pairs = zip(vote.choices, vote.points, strict=True)
            return {choice: points for choice, points in pairs if points}
        if self.kind is VoteType.ORDINAL:
            rule = BallotRule(kind=BallotKind.RANKING, most=self.places)
            return worths(rule, {choice: n for n, choice in enumerate(vote.choices, 1)})
        return dict.fromkeys(vote.choices, 1)

    def problem(self, rule: SelectionRule, orders: tuple[tuple[str, ...], ...] = ()) -> Problem:
        """What there is to select from, under a rule of one's own: the file's is only a name."""
        return Problem(
            budget=self.budget,
            projects=tuple(Project(id=one.id, cost=one.cost) for one in self.projects),
            ballots=tuple(Ballot(worths=self.worths(vote)) for vote in self.votes),
            rule=rule,
            orders=orders,
        )


def election_of(problem: Problem, names: Mapping[str, str], meta: Mapping[str, str]) -> Election:
    """A problem of ours as a file: ticks as approval, all else as points; chambers as a column `group`.

    Voters are numbered; `names` are those of projects. An id with a comma in it cannot be written (`pb-id`).
    """
    ticks = all(worth <= 1 for ballot in problem.ballots for worth in ballot.worths.values())
    for project in problem.projects:
        if not is_id(project.id):
            raise RuleViolation("pb-id", project=project.id)
    grouped = any(ballot.group for ballot in problem.ballots)
    votes: list[PbVote] = []
    for ballot in problem.ballots:
        given = {project: worth for project, worth in ballot.worths.items() if worth}
        for _ in range(ballot.number):
            vote = PbVote(
                voter=str(len(votes) + 1),
                choices=tuple(given),
                points=() if ticks else tuple(given.values()),
                more={"group": ballot.group} if grouped else {},
            )
            votes.append(vote)
    return Election(
        budget=problem.budget,
        kind=VoteType.APPROVAL if ticks else VoteType.SCORING,
        projects=tuple(
            PbProject(id=one.id, cost=one.cost, more={"name": names.get(one.id, one.id)})
            for one in problem.projects
        ),
        votes=tuple(votes),
        meta=dict(meta),
    )


def is_id(text: str) -> bool:
    """Whether a project of that id can be named in a list of votes."""
    return bool(text) and "," not in text and text == text.strip() and text.lower() != "none"
