"""A selection counted anew, as after every ballot that is entered: a hundred projects, five hundred ballots."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from bench.measure import Row, Work
from facilitator.rules.selection.problem import (
    Ballot,
    Completion,
    Problem,
    Project,
    Rule,
    SelectionRule,
    TieBreak,
)
from facilitator.rules.selection.selecting import select

PROJECTS, BALLOTS, TICKS = 100, 500, 5


@contextmanager
def recount(rule: Rule, completion: Completion = Completion.GREEDY) -> Iterator[tuple[Work, Work]]:
    """Add up the ticks and sort the projects; work out who is funded and the reason of each."""
    dice = random.Random(23)
    names = [f"p{number}" for number in range(PROJECTS)]
    problem = Problem(
        budget=50_000_000,
        projects=tuple(Project(id=name, cost=dice.randint(10, 60) * 50_000) for name in names),
        ballots=tuple(
            Ballot(
                worths=dict.fromkeys(dice.sample(names, TICKS), 1),
                group=dice.choice(("residents", "heads", "officials")),
            )
            for _ in range(BALLOTS)
        ),
        rule=SelectionRule(
            rule=rule, completion=completion, ties=(TieBreak.LOWER_COST, TieBreak.LOT)
        ),
    )

    def add_up() -> None:
        votes = dict.fromkeys(names, 0)
        for ballot in problem.ballots:
            for name, worth in ballot.worths.items():
                votes[name] += worth
        sorted(names, key=lambda name: -votes[name])

    yield add_up, lambda: select(problem) and None


BASE = "adding up the ticks, and sorting the projects"
GOAL = "no noticeable pause (50 ms)"
ROWS: tuple[Row, ...] = (
    Row("100 projects × 500 ballots recomputed, greedy", BASE, GOAL, partial(recount, Rule.GREEDY)),
    Row(
        "100 projects × 500 ballots recomputed, equal shares",
        BASE,
        GOAL,
        partial(recount, Rule.EQUAL_SHARES),
    ),
    Row(
        "100 projects × 500 ballots recomputed, equal shares raised step by step",
        BASE,
        "2 s, beside the window",
        partial(recount, Rule.EQUAL_SHARES, Completion.RAISE),
    ),
)
