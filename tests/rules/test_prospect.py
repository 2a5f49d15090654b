"""Whether answers still out can change a verdict: what the projector may say before a vote is closed."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest

from facilitator.rules.charter import Base, Measure, Threshold, Tie
from facilitator.rules.counting import Prospect, count, prospect
from facilitator.rules.outcome import Verdict
from facilitator.rules.tally import Choice, Votes
from tests.rules.making import charter, rule, tally

MORE_FOR = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)


def test_five_against_decide_thirteen_seats():
    """With five against, nine of thirteen are out of reach before the rest have spoken."""
    votes = Votes(whole=tally(2, 4, seats=13, in_office=13, present=13))
    assert prospect(charter(), "", votes, {"": 7}) is Prospect.OPEN
    votes = Votes(whole=tally(2, 5, seats=13, in_office=13, present=13))
    assert prospect(charter(), "", votes, {"": 6}) is Prospect.LOST


def test_carried_means_carried_even_if_nobody_else_answers():
    """A vote that still needs others to take part is open, although they could not outvote it."""
    made = charter(
        rule(MORE_FOR, participation=(Threshold(share="2/3", base=Base.IN_OFFICE),)),
        groups=[("all", 9)],
    )
    votes = Votes(whole=tally(5, seats=9, in_office=9, present=9))
    assert prospect(made, "", votes, {"": 4}) is Prospect.OPEN
    votes = Votes(whole=tally(5, 1, seats=9, in_office=9, present=9))
    assert prospect(made, "", votes, {"": 3}) is Prospect.CARRIED


def test_a_tie_that_the_chair_may_break_is_open():
    """The last vote can still make it equal, and then the chair decides."""
    made = charter(rule(MORE_FOR, tie=Tie.CHAIR))
    assert prospect(made, "", Votes(whole=tally(3, 4, present=8)), {"": 1}) is Prospect.OPEN
    made = charter(rule(MORE_FOR, tie=Tie.FAILS))
    assert prospect(made, "", Votes(whole=tally(3, 4, present=8)), {"": 1}) is Prospect.LOST


def test_weights_still_out_are_never_called_lost():
    """How much area the missing answers carry is not told, so the vote is open."""
    area = Threshold(share="1/2", base=Base.RETURNED, measure=Measure.WEIGHT)
    made = charter(rule(area, MORE_FOR), weight_unit="m²")
    votes = Votes(whole=tally(1, 1, present=3), weights=tally(1, 50, present=100))
    assert prospect(made, "", votes, {"": 1}) is Prospect.OPEN


EACH = Threshold(share="1/2", base=Base.IN_OFFICE, strict=True, group="each")
TWO = (("a", 3), ("b", 3))


def test_each_group_has_to_be_won_by_its_own_people():
    """Votes still out in one group do not help another."""
    made = charter(rule(EACH), groups=TWO)
    groups = {"a": tally(2, 1), "b": tally(0, 2, present=3)}
    votes = Votes(whole=tally(2, 3, present=6), groups=groups)
    assert prospect(made, "", votes, {"b": 1}) is Prospect.LOST
    groups = {"a": tally(2, 1), "b": tally(2, 0, present=3)}
    votes = Votes(whole=tally(4, 1, present=6), groups=groups)
    assert prospect(made, "", votes, {"b": 1}) is Prospect.CARRIED
    assert prospect(made, "", votes, {"": 1}) is Prospect.OPEN


def test_one_test_of_groups_is_enough_to_ask_for_them():
    """Where the whole and each group have to agree, who is still out has to be told by group."""
    made = charter(rule(MORE_FOR, EACH), groups=TWO)
    groups = {"a": tally(2, 1), "b": tally(0, 2, present=3)}
    votes = Votes(whole=tally(2, 3, present=6), groups=groups)
    assert prospect(made, "", votes, {"": 1}) is Prospect.OPEN


def test_groups_that_no_rule_asks_for_need_not_be_told():
    """Thirteen seats are counted as a whole: who is still out may be told as a number."""
    groups = {"a": tally(9), "b": tally(0, 2, present=4)}
    votes = Votes(whole=tally(9, 2, seats=13, present=13), groups=groups)
    assert prospect(charter(), "", votes, {"": 2}) is Prospect.CARRIED


SPLITS = [s for s in product(range(4), repeat=4) if s[0] + s[1] <= 3 and s[2] + s[3] <= 3]


@pytest.mark.parametrize("split", SPLITS)
def test_groups_by_brute_force(split):
    """Two groups of three with answers out in both: every completion is tried."""
    made = charter(rule(EACH), groups=TWO)
    cast = dict(zip("ab", (split[:2], split[2:]), strict=True))
    groups = {key: tally(*pair, seats=3, in_office=3, present=3) for key, pair in cast.items()}
    out = {key: part.silent for key, part in groups.items()}
    verdicts = set[Verdict]()
    for more in product(*(range(out[key] + 1) for key in "ab")):
        full = {
            key: groups[key].plus(Choice.FOR, yes).plus(Choice.AGAINST, out[key] - yes)
            for key, yes in zip("ab", more, strict=True)
        }
        verdicts.add(count(made, "", _votes(full)).verdict)
    expected = Prospect.OPEN
    if len(verdicts) == 1:
        expected = Prospect.CARRIED if verdicts == {Verdict.PASSED} else Prospect.LOST
    assert prospect(made, "", _votes(groups), out) is expected


def _votes(groups):
    fields = ("seats", "in_office", "present", "in_favour", "against")
    whole = {name: sum(getattr(part, name) for part in groups.values()) for name in fields}
    return Votes(whole=msgspec.structs.replace(tally(), **whole), groups=groups)
