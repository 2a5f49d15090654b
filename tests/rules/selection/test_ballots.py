"""What may be put on a ballot, and what it is worth."""

from __future__ import annotations

import pytest

from facilitator.rules.selection.ballots import BallotKind, BallotRule, Fault, fault, worths

COSTS = {"A": 60, "B": 50, "C": 40}
APPROVAL = BallotRule(kind=BallotKind.APPROVAL, most=2)
KNAPSACK = BallotRule(kind=BallotKind.KNAPSACK)
POINTS = BallotRule(kind=BallotKind.POINTS, most=5, each=3)
SCORE = BallotRule(kind=BallotKind.SCORE, most=10)
RANKING = BallotRule(kind=BallotKind.RANKING, most=3)


@pytest.mark.parametrize("rule", [APPROVAL, KNAPSACK, POINTS, SCORE, RANKING])
def test_a_blank_ballot_is_valid_and_gives_nothing(rule: BallotRule):
    """Nothing on it, or only noughts, is no fault."""
    assert fault(rule, {}, COSTS, 100) is None
    assert fault(rule, {"A": 0}, COSTS, 100) is None
    assert worths(rule, {"A": 0}) == {}


@pytest.mark.parametrize(
    ("rule", "marks", "found"),
    [
        (APPROVAL, {"A": 1, "B": 1}, None),
        (APPROVAL, {"A": 1, "B": 1, "C": 1}, Fault.TOO_MANY_TICKS),
        (APPROVAL, {"A": 2}, Fault.MARK_RANGE),
        (BallotRule(kind=BallotKind.APPROVAL), {"A": 1, "B": 1, "C": 1}, None),
        (KNAPSACK, {"A": 1, "C": 1}, None),
        (KNAPSACK, {"A": 1, "B": 1}, Fault.OVER_BUDGET),
        (POINTS, {"A": 3, "B": 2}, None),
        (POINTS, {"A": 3, "B": 3}, Fault.TOO_MANY_POINTS),
        (POINTS, {"A": 4}, Fault.TOO_MANY_ON_ONE),
        (BallotRule(kind=BallotKind.DOTS), {"A": 40, "B": 2}, None),
        (SCORE, {"A": 10, "B": 10}, None),
        (SCORE, {"A": 11}, Fault.SCORE_RANGE),
        (RANKING, {"A": 1, "B": 2}, None),
        (RANKING, {"A": 2, "B": 3}, Fault.RANK_GAP),
        (RANKING, {"A": 1, "B": 1}, Fault.RANK_TWICE),
        (RANKING, {"A": 4}, Fault.RANK_RANGE),
        (APPROVAL, {"Z": 1}, Fault.UNKNOWN_PROJECT),
        (POINTS, {"A": -1}, Fault.MARK_RANGE),
    ],
)
def test_each_kind_has_its_faults(rule: BallotRule, marks: dict[str, int], found: Fault | None):
    """Too many, too dear, too high, twice, with a gap, unknown, below nothing."""
    assert fault(rule, marks, COSTS, 100) is found


def test_places_are_worth_less_from_the_first_to_the_last():
    """Borda with three places: 3, 2, 1, whoever else stands on the ballot."""
    assert worths(RANKING, {"C": 1, "A": 2, "B": 3}) == {"C": 3, "A": 2, "B": 1}


def test_points_are_worth_themselves():
    """What is given is what counts; noughts are left out."""
    assert worths(POINTS, {"A": 3, "B": 0, "C": 2}) == {"A": 3, "C": 2}
