"""The lines of a budget, each with what was planned and what was spent on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.data import dataclass
from facilitator.rounds.spending import Spending


@dataclass(frozen=True, slots=True)
class Budgeted:
    """One line of the budget with what was spent on it, in fen; `planned` is None for what was not planned."""

    what: str
    planned: int | None
    spent: int
    unproved: int

    @property
    def left(self) -> int:
        """What is left of the line; less than nothing if more was spent, or something that was not planned."""
        return (self.planned or 0) - self.spent


def by_line(spent: Sequence[Spending], planned: Iterable[tuple[str, int]]) -> list[Budgeted]:
    """What was planned with what was spent on it; below that, what was spent on anything else."""
    sums = _together(planned)
    others = dict.fromkeys(one.line for one in spent if one.line not in sums)
    found = [_line(spent, what, fen) for what, fen in sums.items()]
    return found + [_line(spent, what, None) for what in others]


def _together(planned: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Two lines of the same name are one here: nobody can tell which of them was spent on."""
    sums: dict[str, int] = {}
    for what, fen in planned:
        sums[what] = sums.get(what, 0) + fen
    return sums


def _line(spent: Iterable[Spending], what: str, planned: int | None) -> Budgeted:
    ours = [one for one in spent if one.line == what]
    return Budgeted(
        what,
        planned,
        sum(one.fen for one in ours),
        sum(one.fen for one in ours if not one.proved),
    )
