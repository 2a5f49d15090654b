"""By how much every voter's share is raised, so that equal shares spends more of the budget itself.

All shares are raised by a step at a time and everything is bought anew, until nothing more would fit into the
budget or the next step would overspend it ("Add1" of the method's authors; pabutools' budget increment).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.rules.selection.market import Camps, Market
from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import Problem
from facilitator.rules.selection.shares import trade

MOST_STEPS = 5_000
"""Shares are raised no more often, so that a count ends: what is left then goes on by votes."""


@dataclass(frozen=True, slots=True)
class Raised:
    """By so many fen; several where it depends on `tied`, in whatever order these come."""

    by: tuple[int, ...] = (0,)
    whole: tuple[int, ...] = ()
    """Of these, the ones at which every order may end, because the next step overspends."""
    full: frozenset[frozenset[str]] = frozenset()
    """What is bought where some orders end because nothing more fits."""
    tied: tuple[str, ...] = ()
    cut: bool = False
    """True when there were too many orders to look at, so that there may be others."""


def raise_shares(problem: Problem, entries: list[Entry], camps: Camps) -> Raised:
    """How far the shares are raised. A project with a single supporter may need very many steps.

    Where a tie is open, some orders may end at one step and others go on: all of these are followed.
    """
    costs = {entry.id: entry.cost for entry in entries if entry.id in camps.backers}
    by, ends, whole, tied = 0, set[int](), set[int](), tuple[str, ...]()
    bought_all = set[frozenset[str]]()
    while True:
        market = Market(entries, camps, problem.budget, by)
        done = trade(market, problem.rule, problem.orders, told=False)
        if done.cut:
            return Raised((by,), tied=tied or done.tied, cut=True)
        lefts = {bought: problem.budget - _cost(bought, costs) for bought in done.ends.bought}
        over = [left < 0 for left in lefts.values()]
        full = [_is_full(bought, left, costs) for bought, left in lefts.items()]
        bought_all |= {bought for bought, ends_here in zip(lefts, full, strict=True) if ends_here}
        ends |= {by} if any(full) else set()
        whole |= {by - problem.rule.step} if any(over) else set()
        if ends or whole:
            tied = tied or done.tied
        last = by == MOST_STEPS * problem.rule.step
        whole |= {by} if last and not all(over) else set()
        if last or all(one or other for one, other in zip(over, full, strict=True)):
            both = tuple(sorted(ends | whole))
            return Raised(both, tuple(sorted(whole)), frozenset(bought_all), tied)
        by += problem.rule.step


def _cost(bought: Iterable[str], costs: dict[str, int]) -> int:
    return sum(costs[project] for project in bought)


def _is_full(bought: frozenset[str], left: int, costs: dict[str, int]) -> bool:
    """Whether nothing that somebody wants fits into what is left."""
    others = (cost for project, cost in costs.items() if project not in bought)
    return left >= 0 and all(cost > left for cost in others)
