"""What a selection is worked out from: the money, the projects, the ballots, and the rule fixed beforehand."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from facilitator.acts import RuleViolation


class Rule(StrEnum):
    """How money is given out."""

    GREEDY = "greedy"  # 依次入选法
    EQUAL_SHARES = "equal-shares"  # 等额份额法


class Unaffordable(StrEnum):
    """What greedy does at a project that no longer fits: pass over it, or end there."""

    SKIP = "skip"
    STOP = "stop"


class Completion(StrEnum):
    """What equal shares does with the money that its rounds leave over."""

    NONE = "none"
    GREEDY = "greedy"
    RAISE = "raise"  # raise every voter's share by a step as long as that does not overspend; then greedy


class Worth(StrEnum):
    """What a project is worth to a voter in equal shares: what the ballot says, or that times its cost."""

    COUNT = "count"
    COST = "cost"


class TieBreak(StrEnum):
    """What goes first among equals."""

    LOWER_COST = "lower-cost"
    MORE_VOTES = "more-votes"
    LOT = "lot"
    REVOTE = "revote"


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """What asks for money."""

    id: str
    cost: int
    """In fen (0.01 yuan); above 0."""


class Ballot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A valid ballot, or several that say the same. A blank one is a voter, too."""

    worths: dict[str, int]
    """By project; see `ballots.worths`. What is not named is worth nothing."""
    group: str = ""
    """The chamber; empty where there are none."""
    number: int = 1
    """How many such ballots there are."""


class SelectionRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The rule as it was fixed before anybody voted."""

    rule: Rule
    unaffordable: Unaffordable = Unaffordable.SKIP
    completion: Completion = Completion.GREEDY
    worth: Worth = Worth.COUNT
    least_votes: int = 1
    """Projects with fewer votes are not funded, whatever money there is."""
    ties: tuple[TieBreak, ...] = ()
    """One after another; what is still equal after the last is undecided."""
    step: int = 100
    """By how many fen a voter's share is raised at a time (completion "raise")."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a lot or a re-vote came to: the first class goes first; those of one class are equal still."""

    way: TieBreak
    classes: tuple[tuple[str, ...], ...]


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that a selection depends on. In which order projects and ballots stand makes no difference."""

    budget: int
    """In fen; above 0."""
    projects: tuple[Project, ...]
    ballots: tuple[Ballot, ...]
    rule: SelectionRule
    orders: tuple[tuple[str, ...] | Found, ...] = ()
    """What lots and re-votes have found: of projects in one tuple the earlier goes first, however it was found.
    It breaks a tie when it names all who are tied; of several that do, the last goes first."""

    def check(self) -> None:
        """Refuse what cannot be: money and costs that are not above 0, a project twice, an unknown one."""
        if self.budget <= 0:
            raise RuleViolation("budget-not-positive", budget=self.budget)
        known: set[str] = set()
        for project in self.projects:
            if project.cost <= 0:
                raise RuleViolation("cost-not-positive", project=project.id, cost=project.cost)
            if project.id in known:
                raise RuleViolation("project-twice", project=project.id)
            known.add(project.id)
        for ballot in self.ballots:
            self._check_ballot(ballot, known)
        if self.rule.step <= 0:
            raise RuleViolation("step-not-positive", step=self.rule.step)

    def _check_ballot(self, ballot: Ballot, known: set[str]) -> None:
        if ballot.number < 0:
            raise RuleViolation("ballots-negative", number=ballot.number)
        for project, worth in ballot.worths.items():
            if project not in known:
                raise RuleViolation("unknown-project", project=project)
            if worth < 0:
                raise RuleViolation("worth-negative", project=project, worth=worth)
