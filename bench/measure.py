"""Timing two versions of the same work in turn, and saying how they compare."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from time import perf_counter

Work = Callable[[], float | None]
"""Does the work, which is timed; or gives a figure of its own (see `Row.measured`)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    work: str
    base: str
    """What counts as 1.0."""
    goal: str
    prepare: Callable[[], AbstractContextManager[tuple[Work, Work]]]
    """Gives the bare work and ours; each is called once a round."""
    unit: int = 1
    """How many acts one call makes."""
    rounds: int = 15
    measured: str = "ms"
    """What is compared: milliseconds, or the unit of the figures that the works give."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What came out: ratios of each round, and the bare work's figure for one act, in `row.measured`."""

    row: Row
    ratios: tuple[float, ...]
    bare: float

    @property
    def median(self) -> float:
        """The middle ratio."""
        return statistics.median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The ratios between which the middle half of the rounds lies."""
        low, _, high = statistics.quantiles(self.ratios, n=4)
        return low, high


def measure(row: Row) -> Figure:
    """Time both works in turn: what disturbs the machine disturbs both. The first round only warms up."""
    pairs: list[tuple[float, float]] = []
    with row.prepare() as (bare, ours):
        for number in range(row.rounds + 1):
            order = (bare, ours) if number % 2 else (ours, bare)
            times = {work: _time(work) for work in order}
            if number:
                pairs.append((times[bare], times[ours]))
    ratios = tuple(ours / bare for bare, ours in pairs)
    return Figure(row, ratios, statistics.median(bare for bare, _ in pairs) / row.unit)


def _time(work: Work) -> float:
    gc.collect()
    start = perf_counter()
    own = work()
    return own if own is not None else (perf_counter() - start) * 1000
