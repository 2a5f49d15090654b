"""Giving money by votes: what fits, what ends the list, and which equals are a true tie."""

from __future__ import annotations

import msgspec

from facilitator.rules.selection.outcome import Fate, Verdict
from facilitator.rules.selection.problem import Found, Rule, SelectionRule, TieBreak, Unaffordable
from facilitator.rules.selection.selecting import select
from tests.rules.selection.making import CHEAPER, GREEDY, by_votes

STOP = SelectionRule(rule=Rule.GREEDY, unaffordable=Unaffordable.STOP)


def fates(budget: int, projects: dict[str, tuple[int, int]], rule: SelectionRule = GREEDY):
    return {line.project: line.fate for line in select(by_votes(budget, projects, rule)).lines}


def test_what_does_not_fit_is_passed_over_or_ends_the_list():
    """The same votes: by the one rule C still gets its money, by the other B ends it."""
    projects = {"A": (60, 9), "B": (50, 8), "C": (40, 7)}
    assert fates(100, projects) == {
        "A": Fate.FUNDED,
        "B": Fate.UNAFFORDABLE,
        "C": Fate.FUNDED,
    }
    assert fates(100, projects, STOP) == {
        "A": Fate.FUNDED,
        "B": Fate.UNAFFORDABLE,
        "C": Fate.STOPPED,
    }


def test_what_never_had_a_chance_ends_nothing():
    """Above the whole budget, or with too few votes: set aside, and the list goes on."""
    rule = msgspec.structs.replace(STOP, least_votes=3)
    projects = {"A": (101, 9), "B": (50, 8), "C": (40, 2)}
    result = select(by_votes(100, projects, rule))
    assert result.funded == ("B",)
    assert (result.line("A").fate, result.line("A").short) == (Fate.ABOVE_BUDGET, 1)
    assert (result.line("C").fate, result.line("C").short) == (Fate.BELOW_MINIMUM, 1)


def test_equals_that_fit_together_are_funded_together():
    """Their order makes no difference, so there is no tie."""
    assert set(fates(100, {"A": (60, 5), "B": (40, 5)}).values()) == {Fate.FUNDED}
    assert set(fates(100, {"A": (60, 5), "B": (40, 5)}, STOP).values()) == {Fate.FUNDED}


def test_whoever_fits_in_every_order_is_not_tied():
    """Of A 10, B 30 and C 30 with 50, A gets its money whoever goes first; B and C are tied."""
    result = select(by_votes(50, {"A": (10, 5), "B": (30, 5), "C": (30, 5), "D": (60, 9)}))
    assert result.line("A").fate is Fate.FUNDED
    assert set(result.tied) == {"B", "C"}
    assert result.line("D").fate is Fate.ABOVE_BUDGET


def test_what_comes_after_a_tie_is_certain_where_all_orders_agree():
    """After B or C 10 are left either way: D fits, E does not, and F and G wait for nothing but themselves."""
    projects = {"B": (30, 5), "C": (30, 5), "D": (4, 4), "E": (7, 3), "F": (5, 2), "G": (5, 2)}
    found = fates(40, projects)
    assert (found["D"], found["E"]) == (Fate.FUNDED, Fate.UNAFFORDABLE)
    assert (found["B"], found["C"]) == (Fate.TIED, Fate.TIED)
    assert found["F"] is found["G"] is Fate.TIED


def test_what_comes_after_a_tie_waits_where_it_depends_on_it():
    """After B 10 are left, after C 20: D fits either way, E only after C, F never."""
    projects = {"B": (30, 5), "C": (20, 5), "D": (4, 4), "E": (15, 3), "F": (17, 2)}
    found = fates(40, projects)
    assert found == {
        "B": Fate.TIED,
        "C": Fate.TIED,
        "D": Fate.FUNDED,
        "E": Fate.WAITING,
        "F": Fate.UNAFFORDABLE,
    }


def test_a_tie_after_a_tie_waits():
    """Whether D and E are tied depends on B and C, so they wait."""
    projects = {"B": (30, 5), "C": (28, 5), "D": (9, 4), "E": (9, 4)}
    result = select(by_votes(40, projects))
    assert set(result.tied) == {"B", "C"}
    assert result.line("D").fate is result.line("E").fate is Fate.WAITING


def test_with_stop_the_first_of_the_tied_that_does_not_fit_ends_it():
    """Whoever fits may be funded or not; the one that never fits is not, and nothing comes after."""
    projects = {"A": (60, 5), "B": (30, 5), "C": (90, 5), "D": (1, 4)}
    found = fates(80, {**projects, "C": (79, 5)}, STOP)
    assert {found[name] for name in "ABC"} == {Fate.TIED}
    assert found["D"] is Fate.STOPPED
    with_left = {"X": (20, 9), **projects}
    assert fates(100, with_left, STOP)["C"] is Fate.UNAFFORDABLE


def test_with_stop_equals_that_all_do_not_fit_end_it_without_a_tie():
    """Whichever is first, nobody of them is funded."""
    found = fates(50, {"X": (20, 9), "A": (40, 5), "B": (35, 5), "C": (1, 1)}, STOP)
    assert (found["A"], found["B"], found["C"]) == (
        Fate.UNAFFORDABLE,
        Fate.UNAFFORDABLE,
        Fate.STOPPED,
    )


def test_a_tie_break_that_tells_nothing_leaves_it_to_the_next():
    """Equal cost, equal votes: only an order found by lot helps, and only one that names all."""
    projects = {"A": (30, 5), "B": (30, 5)}
    rule = msgspec.structs.replace(
        GREEDY, ties=(TieBreak.LOWER_COST, TieBreak.MORE_VOTES, TieBreak.LOT)
    )
    assert select(by_votes(40, projects, rule)).verdict is Verdict.UNDECIDED
    assert select(by_votes(40, projects, rule, (("B", "X"),))).verdict is Verdict.UNDECIDED
    found = select(by_votes(40, projects, rule, (("B", "A"),)))
    assert (found.funded, found.line("B").tie) == (("B",), TieBreak.LOT)
    assert [line.project for line in found.lines] == ["B", "A"]


def test_what_a_tie_break_leaves_equal_stays_tied_and_the_dearer_wait():
    """A and B cost the same and only one fits; C comes after them and waits or never fits."""
    rule = msgspec.structs.replace(GREEDY, ties=CHEAPER)
    result = select(by_votes(50, {"A": (30, 5), "B": (30, 5), "C": (40, 5)}, rule))
    assert set(result.tied) == {"A", "B"}
    assert result.line("C").fate is Fate.UNAFFORDABLE


def test_of_very_many_equals_all_that_fit_are_called_tied():
    """More than a dozen are not tried in every order; what is dearer than can be left is still certain."""
    projects = {f"p{n}": (7 + n, 5) for n in range(14)} | {"low": (30, 1), "high": (19, 1)}
    result = select(by_votes(100, projects))
    assert len(result.tied) == 14
    assert result.line("low").fate is Fate.UNAFFORDABLE
    assert result.line("high").fate is Fate.WAITING


def test_very_many_ways_after_a_tie_are_followed_by_the_most_that_may_be_left():
    """Where a tie leaves more different sums than are followed, what is dearer than all is still certain."""
    projects = {f"p{n}": (100 + 2**n, 5) for n in range(9)} | {"x": (900, 1), "y": (1, 1)}
    result = select(by_votes(700, projects))
    assert result.line("y").fate is Fate.WAITING
    assert result.line("x").fate is Fate.ABOVE_BUDGET


def test_a_revote_that_leaves_some_equal_goes_on_with_them():
    """A before B and C, which are equal still: undecided between these, until a vote among them parts them."""
    projects = {"A": (30, 5), "B": (30, 5), "C": (30, 5)}
    rule = msgspec.structs.replace(GREEDY, ties=(TieBreak.REVOTE,))
    first = Found(way=TieBreak.REVOTE, classes=(("A",), ("B", "C")))
    half = select(by_votes(70, projects, rule, (first,)))
    assert (half.funded, set(half.tied)) == (("A",), {"B", "C"})
    second = Found(way=TieBreak.REVOTE, classes=(("C",), ("B",)))
    assert set(select(by_votes(70, projects, rule, (first, second))).funded) == {"A", "C"}
    drawn = Found(way=TieBreak.LOT, classes=(("C",), ("B",), ("A",)))
    assert set(select(by_votes(70, projects, rule, (drawn,))).tied) == set("ABC")
    equal = Found(way=TieBreak.REVOTE, classes=(("A", "B", "C"),))
    assert set(select(by_votes(70, projects, rule, (equal,))).tied) == set("ABC")
