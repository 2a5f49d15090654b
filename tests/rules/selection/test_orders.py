"""What lots and re-votes have found: which order breaks which tie, and what a vote with equals leaves."""

from __future__ import annotations

import pytest

from facilitator.rules.selection.outcome import Verdict
from facilitator.rules.selection.problem import (
    Ballot,
    Found,
    Problem,
    Project,
    Rule,
    SelectionRule,
    TieBreak,
)
from facilitator.rules.selection.selecting import select

LOT, REVOTE, COST = TieBreak.LOT, TieBreak.REVOTE, TieBreak.LOWER_COST


def found(way: TieBreak, *classes: str) -> Found:
    """An order of classes, each written as the letters of its projects."""
    return Found(way=way, classes=tuple(tuple(one) for one in classes))


def funded(rule: Rule, ties: tuple[TieBreak, ...], *orders: Found | tuple[str, ...]) -> str:
    """Of A, B, C, alike in votes and cost, those funded where there is money for two; "?" for a tie."""
    problem = Problem(
        budget=200,
        projects=tuple(Project(id=name, cost=100) for name in "ABC"),
        ballots=tuple(Ballot(worths=dict.fromkeys("ABC", 1)) for _ in range(3)),
        rule=SelectionRule(rule=rule, ties=ties),
        orders=orders,
    )
    result = select(problem)
    names = "".join(sorted(result.funded))
    return names if result.verdict is Verdict.DECIDED else names + "?"


both = pytest.mark.parametrize("rule", list(Rule))


@both
def test_an_order_counts_for_the_way_in_which_it_was_found(rule: Rule) -> None:
    """A lot is no re-vote: where a re-vote is due first, it is still to be held."""
    lot, revote = found(LOT, "B", "C", "A"), found(REVOTE, "A", "B", "C")
    assert funded(rule, (LOT,), lot) == "BC"
    assert funded(rule, (REVOTE,), lot) == "?"
    assert funded(rule, (REVOTE, LOT), lot, revote) == "AB"
    assert funded(rule, (LOT, REVOTE), lot, revote) == "BC"
    assert funded(rule, (REVOTE,), ("B", "C", "A")) == "BC"


@both
def test_a_re_vote_that_left_all_equal_gives_way_to_the_next_tie_break(rule: Rule) -> None:
    """It was held; without a next one the tie stays open."""
    equal = found(REVOTE, "ABC")
    assert funded(rule, (REVOTE,), equal) == "?"
    assert funded(rule, (REVOTE, LOT), equal) == "?"
    assert funded(rule, (REVOTE, LOT), equal, found(LOT, "C", "A", "B")) == "AC"


@both
def test_a_re_vote_that_parted_some_leaves_the_others_to_the_next(rule: Rule) -> None:
    """A has most; of B and C, who had as many, the lot or another re-vote says which."""
    some = found(REVOTE, "A", "BC")
    assert funded(rule, (REVOTE,), some) == "A?"
    assert funded(rule, (REVOTE, LOT), some, found(LOT, "C", "B")) == "AC"
    assert funded(rule, (REVOTE,), some, found(REVOTE, "C", "B")) == "AC"
    assert funded(rule, (REVOTE,), found(REVOTE, "ABC"), some, found(REVOTE, "B", "C")) == "AB"


@both
def test_the_last_order_that_names_all_of_them_goes_first(rule: Rule) -> None:
    """One that leaves somebody out orders nothing."""
    assert funded(rule, (LOT,), found(LOT, "A", "B"), found(LOT, "C", "B", "A")) == "BC"
    assert funded(rule, (LOT,), found(LOT, "A", "B", "C"), found(LOT, "C", "B", "A")) == "BC"
    assert funded(rule, (LOT,), found(LOT, "A", "B")) == "?"
