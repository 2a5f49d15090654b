"""E8, E9 and E10 of the domain's worked examples."""

from __future__ import annotations

import msgspec
import pytest

from facilitator.rules.selection.ballots import BallotKind, BallotRule, Fault, fault, worths
from facilitator.rules.selection.outcome import Fate, Selection, Verdict
from facilitator.rules.selection.problem import Problem, Project, Rule, SelectionRule, TieBreak
from facilitator.rules.selection.selecting import select
from tests.rules.selection.making import CHEAPER, GREEDY, ballots, by_votes

YUAN = 100


def tie(cost_of_d: int, *ties: TieBreak, orders: tuple[tuple[str, ...], ...] = ()) -> Selection:
    costs = {"A": (40_000, 61), "B": (35_000, 58), "C": (25_000, 47), "D": (cost_of_d, 47)}
    projects = {name: (cost * YUAN, votes) for name, (cost, votes) in costs.items()}
    rule = msgspec.structs.replace(GREEDY, ties=ties)
    return select(by_votes(100_000 * YUAN, projects, rule, orders))


def test_equals_of_which_one_fits_are_no_tie():
    """E8 (a): only C fits into what is left; it is funded, and no tie-break was needed."""
    result = tie(30_000)
    assert (result.verdict, result.funded) == (Verdict.DECIDED, ("A", "B", "C"))
    assert result.line("C").tie is None
    assert (result.line("D").fate, result.line("D").short) == (Fate.UNAFFORDABLE, 5_000 * YUAN)


def test_equals_that_fit_alone_but_not_together_are_a_true_tie():
    """E8 (b): without a rule it is undecided between the two, and A and B are funded all the same."""
    result = tie(20_000)
    assert (result.verdict, set(result.tied)) == (Verdict.UNDECIDED, {"C", "D"})
    assert result.funded == ("A", "B")
    assert result.left == 25_000 * YUAN
    assert {result.line(name).fate for name in "CD"} == {Fate.TIED}


def test_the_tie_is_decided_by_the_rule_fixed_beforehand():
    """E8 (b): the cheaper first gives D with 5,000 left; a re-vote gives whoever won it."""
    cheaper = tie(20_000, TieBreak.LOWER_COST)
    assert (cheaper.funded, cheaper.left) == (("A", "B", "D"), 5_000 * YUAN)
    assert cheaper.line("D").tie is cheaper.line("C").tie is TieBreak.LOWER_COST
    assert tie(20_000, TieBreak.REVOTE).verdict is Verdict.UNDECIDED
    revote = tie(20_000, TieBreak.REVOTE, orders=(("C", "D"),))
    assert (revote.funded, revote.line("C").tie) == (("A", "B", "C"), TieBreak.REVOTE)
    assert revote.line("D").short == 20_000 * YUAN


def six_and_four(rule: SelectionRule) -> Selection:
    costs = {"A": 40_000, "B": 35_000, "C": 25_000, "D": 20_000, "E": 20_000}
    projects = tuple(Project(id=name, cost=cost * YUAN) for name, cost in costs.items())
    voters = ballots((6, "ABC"), (4, "DE"))
    return select(Problem(budget=100_000 * YUAN, projects=projects, ballots=voters, rule=rule))


def test_greedy_gives_all_to_the_majority():
    """E9: A, B and C take all the money; four voters get nothing."""
    result = six_and_four(GREEDY)
    assert (set(result.funded), result.left) == ({"A", "B", "C"}, 0)
    assert result.verdict is Verdict.DECIDED


def test_equal_shares_gives_each_group_its_part():
    """E9: C for 4,166.67 of each of the six, then D and E for 5,000 of each of the four, then B."""
    result = six_and_four(SelectionRule(rule=Rule.EQUAL_SHARES, ties=CHEAPER))
    assert [one.project for one in result.rounds] == ["C", "D", "E", "B"]
    assert (set(result.funded), result.left) == ({"B", "C", "D", "E"}, 0)
    assert result.share == "1000000"
    first, *_, last = result.rounds
    assert [(one.voters, one.amount) for one in first.payments] == [(6, "1250000/3")]
    assert [(one.voters, one.amount) for one in last.payments] == [(6, "1750000/3")]
    assert last.payments[0].all_they_had
    assert [one.project for one in first.candidates] == ["D", "E", "B"]


@pytest.mark.parametrize(("ticks", "found"), [("ABCD", Fault.TOO_MANY_TICKS), ("AB", None)])
def test_a_ballot_with_too_many_ticks_is_void(ticks: str, found: Fault | None):
    """E10: of three ticks, four are void and two are valid."""
    rule = BallotRule(kind=BallotKind.APPROVAL, most=3)
    marks = dict.fromkeys(ticks, 1)
    assert fault(rule, marks, dict.fromkeys("ABCDE", 1), 100) is found
    assert worths(rule, marks) == marks
