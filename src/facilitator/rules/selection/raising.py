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


@dataclass(frozen=True, slots=True)
class Raised:
    """By so many fen; `tied` where that depends on a tie that is not decided."""

    by: int = 0
    tied: tuple[str, ...] = ()


def raise_shares(problem: Problem, entries: list[Entry], camps: Camps) -> Raised:
    """How far the shares are raised. A project with a single supporter may need very many steps."""
    costs = {entry.id: entry.cost for entry in entries if entry.id in camps.backers}
    by = 0
    while True:
        market = Market(entries, camps, problem.budget, by)
        done = trade(market, problem.rule, problem.orders, told=False)
        if done.cut:
            return Raised(by, done.tied)
        lefts = {bought: problem.budget - _cost(bought, costs) for bought in done.ends.bought}
        if all(left < 0 for left in lefts.values()):
            return Raised(by - problem.rule.step)
        full = [_is_full(bought, left, costs) for bought, left in lefts.items()]
        if any(full):
            return Raised(by, () if all(full) else done.tied)
        if any(left < 0 for left in lefts.values()):
            return Raised(by, done.tied)
        by += problem.rule.step


def _cost(bought: Iterable[str], costs: dict[str, int]) -> int:
    return sum(costs[project] for project in bought)


def _is_full(bought: frozenset[str], left: int, costs: dict[str, int]) -> bool:
    """Whether nothing that somebody wants fits into what is left."""
    others = (cost for project, cost in costs.items() if project not in bought)
    return left >= 0 and all(cost > left for cost in others)
