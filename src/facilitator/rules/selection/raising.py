"""By how much every voter's share is raised, so that equal shares spends more of the budget itself.

All shares are raised by a step at a time and everything is bought anew, until nothing more would fit into the
budget or the next step would overspend it ("Add1" of the method's authors; pabutools' budget increment). The
rule itself bounds this: a step is no less than a hundredth of the share that everybody began with, in whole
fen, and there are at most a hundred of them. What is left then goes by votes.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.data import dataclass
from facilitator.rules.selection import shares
from facilitator.rules.selection.market import Market, Stall
from facilitator.rules.selection.problem import Problem

MOST_STEPS = 100
"""Shares are raised no more often."""
PARTS = 100
"""A step is at least this part of the first share, so that so many steps double it."""


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


def step_of(problem: Problem, voters: int) -> int:
    """By how many fen shares are raised at a time: as the terms say, and no less than `PARTS` allows."""
    return max(problem.rule.step, -(-problem.budget // (max(voters, 1) * PARTS)))


def raise_shares(problem: Problem, stall: Stall) -> Raised:
    """How far the shares are raised.

    Where a tie is open, some orders may end at one step and others go on: all of these are followed, as long as
    the ties of all steps together are no more work than that of one selection may be.
    """
    costs = {offer.entry.id: offer.entry.cost for offer in stall.offers}
    step = step_of(problem, stall.camps.voters)
    by, ends, whole, tied = 0, set[int](), set[int](), tuple[str, ...]()
    left_work = shares.MOST_WORK
    bought_all = set[frozenset[str]]()
    while True:
        market = Market(stall, problem.budget, by)
        done = shares.trade(market, problem.rule, problem.orders, told=False, most=left_work)
        left_work -= done.work
        if done.cut:
            return Raised((by,), tied=tied or done.tied, cut=True)
        lefts = {bought: problem.budget - _cost(bought, costs) for bought in done.ends.bought}
        over = [left < 0 for left in lefts.values()]
        full = [_is_full(bought, left, costs) for bought, left in lefts.items()]
        bought_all |= {bought for bought, ends_here in zip(lefts, full, strict=True) if ends_here}
        ends |= {by} if any(full) else set()
        whole |= {by - step} if any(over) else set()
        if ends or whole:
            tied = tied or done.tied
        last = by == MOST_STEPS * step
        whole |= {by} if last and not all(over) else set()
        if last or all(one or other for one, other in zip(over, full, strict=True)):
            both = tuple(sorted(ends | whole))
            return Raised(both, tuple(sorted(whole)), frozenset(bought_all), tied)
        by += step


def _cost(bought: Iterable[str], costs: dict[str, int]) -> int:
    return sum(costs[project] for project in bought)


def _is_full(bought: frozenset[str], left: int, costs: dict[str, int]) -> bool:
    """Whether nothing that somebody wants fits into what is left."""
    others = (cost for project, cost in costs.items() if project not in bought)
    return left >= 0 and all(cost > left for cost in others)
