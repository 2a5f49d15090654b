"""A selection explains itself: who is funded, and for every project the reason, as data that becomes JSON.

Amounts are whole fen. What is finer than a fen (shares, what one unit of worth costs, payments) is text,
"25/3" or "5", and becomes a `Fraction` again with `Fraction(text)`.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from facilitator.rules.selection.problem import SelectionRule, TieBreak


class Verdict(StrEnum):
    DECIDED = "decided"
    UNDECIDED = "undecided"  # a true tie, and no rule that breaks it


class Fate(StrEnum):
    """What became of a project, and why."""

    FUNDED = "funded"
    UNAFFORDABLE = "unaffordable"  # too little was left when its turn came
    ABOVE_BUDGET = "above-budget"  # costs more than there was to begin with
    BELOW_MINIMUM = "below-minimum"  # too few votes
    STOPPED = "stopped"  # greedy had ended at a project that did not fit
    NOT_BOUGHT = "not-bought"  # equal shares: its supporters cannot pay for it
    TIED = "tied"  # among equals whose order decides, and no rule orders them
    WAITING = "waiting"  # depends on a tie that is not decided


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One project in the result."""

    project: str
    cost: int
    votes: int
    """The sum of its worths."""
    supporters: int
    """Ballots that give it something."""
    fate: Fate
    place: int
    """Its rank by votes, from 1; equal votes have the same place."""
    by_group: dict[str, int] = {}
    """Votes by chamber; empty where ballots have no chamber."""
    left: int = 0
    """Money left when its turn came, before it was paid (not bought: what its supporters had left in all)."""
    short: int = 0
    """How much money was missing; below the minimum: how many votes. 0 where an open tie leaves it unknown."""
    round: int = 0
    """The round in which it was funded, from 1; 0 = not funded, or funded however an earlier tie ends."""
    tie: TieBreak | None = None
    """What put it before or behind its equals, where their order decided."""
    by_completion: bool = False
    """Equal shares: funded with what the rounds had left over."""

    @property
    def funded(self) -> bool:
        """Whether it gets the money."""
        return self.fate is Fate.FUNDED


class Candidate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A project that was not taken in a round of equal shares, and what a unit of its worth would have cost."""

    project: str
    rho: str


class Payment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """So many voters pay the same."""

    voters: int
    amount: str
    all_they_had: bool = False


class Round(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One project gets its money."""

    number: int
    project: str
    cost: int
    votes: int
    left: int
    """Money left after it (equal shares: of the budget)."""
    by_completion: bool = False
    tie: TieBreak | None = None
    rho: str = ""
    """Equal shares: what a unit of worth cost each payer who had enough, in fen."""
    payers: int = 0
    payments: tuple[Payment, ...] = ()
    """Equal shares, grouped by amount, largest first; they add up to the cost."""
    candidates: tuple[Candidate, ...] = ()
    """Equal shares: some that came next, the cheapest first."""


class Selection(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The result. Screen, projector, paper and command line quote this one object."""

    verdict: Verdict
    budget: int
    spent: int
    """Where undecided: on those that are funded in any case."""
    left: int
    voters: int
    rule: SelectionRule
    lines: tuple[Line, ...]
    """In the order of votes; of equals the funded first, then by cost, which decides nothing."""
    rounds: tuple[Round, ...]
    """Up to the first tie that is not decided."""
    tied: tuple[str, ...] = ()
    """Whose order has to be found now (by lot, by re-vote): give it as one of `Problem.orders`."""
    share: str = ""
    """Equal shares: what every voter had to spend in fen, raised shares included."""
    raised: int = 0
    """Equal shares: by how many fen every share was raised."""

    @property
    def funded(self) -> tuple[str, ...]:
        """Who gets money, in the order of votes."""
        return tuple(line.project for line in self.lines if line.funded)

    def line(self, project: str) -> Line:
        """The line of one project."""
        return next(line for line in self.lines if line.project == project)
