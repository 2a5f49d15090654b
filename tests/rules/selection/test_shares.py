"""The Method of Equal Shares: prices, ties that are none, completions."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from facilitator.acts import RuleViolation
from facilitator.rules.selection import shares
from facilitator.rules.selection.outcome import Fate, Verdict
from facilitator.rules.selection.problem import (
    Ballot,
    Completion,
    Found,
    Problem,
    Project,
    Rule,
    SelectionRule,
    TieBreak,
    Worth,
)
from facilitator.rules.selection.selecting import select
from facilitator.rules.selection.shares import fraction_text
from tests.rules.selection.making import CHEAPER, GREEDY, SHARES, ballots, by_votes

RAISE = SelectionRule(rule=Rule.EQUAL_SHARES, completion=Completion.RAISE, step=1)
AND_BY_VOTES = SelectionRule(rule=Rule.EQUAL_SHARES)


def problem(
    budget: int,
    costs: dict[str, int],
    voters: tuple[Ballot, ...],
    rule: SelectionRule = SHARES,
    orders: tuple[tuple[str, ...] | Found, ...] = (),
) -> Problem:
    projects = tuple(Project(id=name, cost=cost) for name, cost in costs.items())
    return Problem(budget=budget, projects=projects, ballots=voters, rule=rule, orders=orders)


def test_whoever_has_less_than_the_price_pays_all_and_the_others_more():
    """A is bought first by two of three; the third then pays more than a third of B."""
    uneven = select(problem(12, {"A": 4, "B": 7}, ballots((2, "AB"), (1, "B"))))
    first, second = uneven.rounds
    assert (first.project, first.rho) == ("A", "2")
    assert [(p.voters, p.amount, p.all_they_had) for p in second.payments] == [
        (1, "3", False),
        (2, "2", True),
    ]


def test_whoever_has_spent_everything_pays_nothing_more():
    """A's only friend gives all for it; B is then paid by its other supporter alone."""
    given = (Ballot(worths={"A": 10, "B": 1}), Ballot(worths={"B": 1}))
    result = select(problem(20, {"A": 10, "B": 8}, given))
    assert [one.project for one in result.rounds] == ["A", "B"]
    assert [(p.voters, p.amount) for p in result.rounds[1].payments if p.amount != "0"] == [
        (1, "8")
    ]


def test_supporters_who_have_too_little_cannot_buy():
    """One of three cannot pay more than a third of the budget; the reason is the money of supporters."""
    result = select(problem(9, {"A": 4, "B": 5, "C": 1}, ballots((1, "A"), (2, "B"))))
    assert result.funded == ("B",)
    assert (result.line("A").fate, result.line("A").left, result.line("A").short) == (
        Fate.NOT_BOUGHT,
        3,
        1,
    )
    assert result.line("C").fate is Fate.BELOW_MINIMUM


def test_equals_without_common_payers_are_no_tie():
    """What one group buys changes nothing for the other."""
    result = select(problem(10, {"A": 5, "B": 5}, ballots((1, "A"), (1, "B"))))
    assert (result.verdict, set(result.funded)) == (Verdict.DECIDED, {"A", "B"})


def test_equals_that_their_payers_can_both_pay_are_no_tie():
    """There is enough for both at the same price, in whatever order."""
    result = select(problem(10, {"A": 5, "B": 5}, ballots((2, "AB"))))
    assert (result.verdict, set(result.funded)) == (Verdict.DECIDED, {"A", "B"})


def test_equals_of_which_only_one_can_be_paid_are_a_tie():
    """The same voters, money for one of two: undecided, or by the order that was found."""
    costs, voters = {"A": 6, "B": 6}, ballots((2, "AB"), (0, "A"))
    result = select(problem(10, costs, voters))
    assert (set(result.tied), result.funded) == ({"A", "B"}, ())
    assert {line.fate for line in result.lines} == {Fate.TIED}
    lot = msgspec.structs.replace(SHARES, ties=(TieBreak.LOWER_COST, TieBreak.LOT))
    found = select(problem(10, costs, voters, lot, (("B", "A"),)))
    assert (found.funded, found.line("B").tie) == (("B",), TieBreak.LOT)


def test_a_tie_that_ends_the_same_either_way_is_none():
    """Bought in one order or the other, or after the rounds, both are funded in the end: nothing to decide."""
    costs, voters = (
        {"A": 3, "B": 3},
        (
            Ballot(worths={"A": 1, "B": 1}),
            Ballot(worths={"A": 1}),
            Ballot(worths={"B": 1}),
            Ballot(worths={}),
        ),
    )
    left_open = select(problem(7, costs, voters))
    assert left_open.verdict is Verdict.UNDECIDED
    completed = select(problem(7, costs, voters, AND_BY_VOTES))
    assert (completed.verdict, set(completed.funded)) == (Verdict.DECIDED, {"A", "B"})
    assert sum(line.by_completion for line in completed.lines) == 1


def test_what_a_tie_decides_later_waits_and_what_it_cannot_reach_is_certain():
    """C can be bought only after A, D always, E never."""
    costs = {"A": 6, "B": 6, "C": 4, "D": 2, "E": 9}
    voters = (
        *ballots((2, "AB"), (1, "D")),
        Ballot(worths={"A": 1, "C": 1}),
        Ballot(worths={"B": 1}),
        Ballot(worths={"E": 1}),
    )
    result = select(problem(18, costs, voters))
    fates = {line.project: line.fate for line in result.lines}
    assert fates["D"] is Fate.FUNDED
    assert fates["E"] is Fate.NOT_BOUGHT
    assert set(result.tied) <= {name for name, fate in fates.items() if fate is Fate.TIED}


def test_what_is_left_goes_on_by_votes():
    """Nobody's supporters can pay, so the greedy rule has all the money."""
    costs, voters = {"A": 8, "B": 7}, ballots((2, "A"), (1, "B"))
    result = select(problem(9, costs, voters, AND_BY_VOTES))
    assert result.funded == ("A",)
    assert result.line("A").by_completion
    assert (result.line("B").fate, result.line("B").short) == (Fate.UNAFFORDABLE, 6)
    assert [one.by_completion for one in result.rounds] == [True]


def test_shares_are_raised_while_that_spends_no_more_than_there_is():
    """With 3 each A cannot be bought, with 4 each it can; B would then be too much."""
    costs, voters = {"A": 8, "B": 7}, ballots((2, "A"), (1, "B"))
    result = select(problem(9, costs, voters, RAISE))
    assert (result.share, result.raised) == ("4", 1)
    assert result.funded == ("A",)
    assert not result.line("A").by_completion


def test_a_step_is_no_less_than_a_hundredth_of_the_first_share():
    """300 each and a step of 1: shares are raised by 3 at a time. With a larger step, by that."""
    costs, voters = {"A": 620, "B": 700}, ballots((2, "A"), (1, "B"))
    assert select(problem(900, costs, voters, RAISE)).raised == 12
    larger = msgspec.structs.replace(RAISE, step=7)
    assert select(problem(900, costs, voters, larger)).raised == 14
    uneven = select(problem(901, {"A": 620, "B": 700}, voters, RAISE))
    assert (uneven.raised, uneven.share) == (
        12,
        "937/3",
    )  # 4 at a time: a hundredth, in whole fen above


def test_shares_are_raised_a_hundred_times_at_most():
    """With 3 at a time shares end at 600, and votes decide; with 8 at a time B is bought before that."""
    costs, voters = {"A": 1800, "B": 1000}, (Ballot(worths={"A": 1, "B": 1}), *ballots((5, "")))
    result = select(problem(1800, costs, voters, RAISE))
    assert (result.raised, result.share) == (300, "600")
    assert result.verdict is Verdict.UNDECIDED
    stepped = msgspec.structs.replace(RAISE, step=8)
    assert select(problem(1800, costs, voters, stepped)).raised == 704


def test_ties_of_all_steps_together_are_no_more_work_than_one_selection(monkeypatch):
    """Each step alone may try its orders; together they are too much here, and nothing is claimed."""
    monkeypatch.setattr(shares, "MOST_WORK", 5)
    costs = {"A": 6, "B": 6, "C": 4, "D": 6}
    voters = ballots((2, "ABCD"), (3, ""), (2, "A"))
    once = select(problem(25, costs, voters))
    assert once.verdict is Verdict.DECIDED
    often = select(problem(25, costs, voters, RAISE))
    assert (often.verdict, often.rounds) == (Verdict.UNDECIDED, ())
    monkeypatch.setattr(shares, "MOST_WORK", 500)
    assert select(problem(25, costs, voters, RAISE)).verdict is Verdict.DECIDED


def test_a_raise_that_would_overspend_is_not_made():
    """With 5 each both would be bought for 17; with 4 each neither is, and votes decide."""
    costs, voters = {"A": 9, "B": 8}, ballots((2, "A"), (2, "B"))
    rule = msgspec.structs.replace(RAISE, step=5)
    result = select(problem(10, costs, voters, rule))
    assert (result.share, result.raised) == ("5/2", 0)
    assert result.verdict is Verdict.UNDECIDED


def test_a_raise_that_ends_at_another_step_with_the_same_projects_is_no_tie():
    """B first: both are bought at once. A first: shares are raised for B. Both are funded either way."""
    costs, voters = {"A": 3, "B": 1}, ballots((2, "A"), (1, "AB"))
    found = select(problem(4, costs, voters, RAISE))
    assert (found.verdict, set(found.funded)) == (Verdict.DECIDED, {"A", "B"})


def test_a_raise_that_a_tie_sends_back_a_step_may_come_to_the_same():
    """A first: the budget is spent. C first: A would overspend it, so a step back, where votes give it to A."""
    costs = {"A": 6, "B": 8, "C": 4}
    voters = ballots((2, "ABC"), (1, "AB"), (1, "B"))
    found = select(problem(6, costs, voters, msgspec.structs.replace(RAISE, step=2)))
    assert (found.verdict, found.funded) == (Verdict.DECIDED, ("A",))
    assert found.line("B").fate is Fate.ABOVE_BUDGET


def test_a_raise_that_depends_on_a_tie_is_undecided():
    """C first: A and C spend the budget. B first: shares cannot be raised. All waits for their order."""
    costs, voters = {"A": 5, "B": 3, "C": 9}, ballots((1, "A"), (1, "BC"), (2, "C"))
    rule = msgspec.structs.replace(RAISE, step=2)
    found = select(problem(14, costs, voters, rule))
    assert (found.verdict, set(found.tied), found.rounds) == (Verdict.UNDECIDED, {"B", "C"}, ())
    assert found.line("A").fate is Fate.WAITING


def test_prices_that_cannot_be_the_lowest_are_not_worked_out_to_the_end():
    """Once the lowest price is known, a dearer project costs no more reckoning than it needs."""
    costs = {"A": 3, "B": 4, "C": 2}
    result = select(problem(5, costs, ballots((1, "AB"), (2, "ABC")), RAISE))
    assert result.funded == ("A", "C")


def test_orders_that_come_to_the_same_are_gone_through_once():
    """One voter and three equals of which two can be paid: whoever comes first, a third is left out."""
    costs = dict.fromkeys("ABC", 5)
    result = select(problem(14, costs, ballots((1, "ABC"))))
    assert set(result.tied) == set("ABC")


def test_worth_by_cost_favours_the_dearer_of_equal_support():
    """The same voters: by count the cheaper first, by cost whatever asks the smallest part of the cost."""
    costs, voters = {"A": 4, "B": 8}, ballots((2, "AB"), (1, "B"))
    count = select(problem(9, costs, voters))
    cost = select(problem(9, costs, voters, msgspec.structs.replace(SHARES, worth=Worth.COST)))
    assert (count.funded, cost.funded) == (("A",), ("B",))
    assert cost.rounds[0].rho == "1/3"


def test_without_voters_nothing_is_bought():
    """No ballots, no shares; with a minimum of none the rest goes on by votes."""
    rule = msgspec.structs.replace(RAISE, least_votes=0, ties=CHEAPER)
    result = select(problem(5, {"A": 4, "B": 3}, (), rule))
    assert (result.funded, result.share, result.voters) == (("B",), "", 0)
    none = msgspec.structs.replace(SHARES, least_votes=0)
    assert select(problem(5, {"A": 4}, (), none)).line("A").fate is Fate.NOT_BOUGHT


@pytest.mark.parametrize("rule", [SHARES, AND_BY_VOTES, RAISE])
def test_of_too_many_orders_nothing_is_claimed(monkeypatch, rule):
    """Where there are more orders than can be tried, it is undecided, and what is not bought yet waits."""
    monkeypatch.setattr(shares, "MOST_LEAVES", 2)
    costs = dict.fromkeys("ABCD", 6)
    voters = (*ballots((3, "ABCD")), Ballot(worths={"A": 1, "B": 1, "C": 1, "D": 1, "E": 1}))
    result = select(problem(14, {**costs, "E": 9}, voters, rule))
    assert result.verdict is Verdict.UNDECIDED
    assert {line.fate for line in result.lines} <= {Fate.TIED, Fate.WAITING}


def test_a_fraction_too_long_to_be_read_back_is_told_to_twelve_places():
    """All others are told exactly."""
    assert fraction_text(Fraction(25, 3)) == "25/3"
    assert fraction_text(Fraction(5)) == "5"
    long = fraction_text(Fraction(2 * 7**5000 + 1, 7**5000))
    assert Fraction(long) == 2


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("budget-not-positive", {"budget": 0}),
        ("cost-not-positive", {"projects": (Project(id="A", cost=0),)}),
        ("project-twice", {"projects": (Project(id="A", cost=1), Project(id="A", cost=2))}),
        ("unknown-project", {"ballots": (Ballot(worths={"Z": 1}),)}),
        ("worth-negative", {"ballots": (Ballot(worths={"A": -1}),)}),
        ("ballots-negative", {"ballots": (Ballot(worths={}, number=-1),)}),
        ("step-not-positive", {"rule": msgspec.structs.replace(RAISE, step=0)}),
    ],
)
def test_what_cannot_be_is_refused(code: str, wrong: dict[str, object]):
    """Money, costs and steps above 0; each project once; ballots for projects that are there."""
    sound = by_votes(10, {"A": (5, 1)}, GREEDY)
    with pytest.raises(RuleViolation) as refused:
        select(msgspec.structs.replace(sound, **wrong))
    assert refused.value.code == code
