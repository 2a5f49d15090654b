"""The lines of a budget with what was spent on them."""

from __future__ import annotations

from facilitator.rounds.budgeted import Budgeted, by_line
from facilitator.rounds.spending import Spending
from tests.rounds.office import DRAFTED


def spent(line: str, fen: int, *, proved: bool = True) -> Spending:
    return Spending(f"{line}{fen}", "x", fen, DRAFTED, line, False, (), proved)


def test_what_was_not_planned_stands_below_and_lines_of_one_name_are_one():
    """Every fen that was spent is in some row; what is left may be less than nothing."""
    told = [spent("desks", 80), spent("paint", 30, proved=False), spent("", 5)]
    found = by_line(told, [("desks", 60), ("lamps", 10), ("desks", 10)])
    assert found == [
        Budgeted("desks", 70, 80, 0),
        Budgeted("lamps", 10, 0, 0),
        Budgeted("paint", None, 30, 30),
        Budgeted("", None, 5, 0),
    ]
    assert [one.left for one in found] == [-10, 10, -30, -5]
    assert sum(one.spent for one in found) == 115
