"""Ballots: what may be put on one, why one is void, and what a valid one is worth to each project."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class BallotKind(StrEnum):
    """What voters are asked to put down."""

    APPROVAL = "approval"  # ticks, at most k
    KNAPSACK = "knapsack"  # ticks that together cost no more than there is
    POINTS = "points"  # numbers, at most so many in all
    DOTS = "dots"  # the same with stickers
    SCORE = "score"  # a number for each project, up to the highest
    RANKING = "ranking"  # 1 for the best, 2 for the next, …


class BallotRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What may be put on a ballot."""

    kind: BallotKind
    most: int = 0
    """Approval: ticks; points and dots: how many in all; score: the highest; ranking: places. 0 sets no limit
    to ticks and points; for knapsack the budget is the limit and this is not looked at."""
    each: int = 0
    """Points and dots: at most so many on one project; 0 = as many as one likes."""


class Fault(StrEnum):
    """Why a ballot is void."""

    TOO_MANY_TICKS = "too-many-ticks"
    OVER_BUDGET = "over-budget"
    TOO_MANY_POINTS = "too-many-points"
    TOO_MANY_ON_ONE = "too-many-on-one"
    SCORE_RANGE = "score-range"
    RANK_RANGE = "rank-range"
    RANK_TWICE = "rank-twice"
    RANK_GAP = "rank-gap"
    UNKNOWN_PROJECT = "unknown-project"
    MARK_RANGE = "mark-range"


TICKS = frozenset({BallotKind.APPROVAL, BallotKind.KNAPSACK})


def fault(
    rule: BallotRule, marks: Mapping[str, int], costs: Mapping[str, int], budget: int
) -> Fault | None:
    """Why a ballot with these marks is void, or None for a valid one; a blank one is valid.

    `marks` are by project: 1 for a tick, points, dots, a score, or the place in a ranking; 0 is no mark.
    `costs` are those of all projects on the ballot paper, `budget` what there is, both in fen.
    """
    if not marks.keys() <= costs.keys():
        return Fault.UNKNOWN_PROJECT
    made = {project: mark for project, mark in marks.items() if mark}
    if any(mark < 0 for mark in made.values()):
        return Fault.MARK_RANGE
    if rule.kind in TICKS:
        return _ticks(rule, made, costs, budget)
    if rule.kind is BallotKind.SCORE:
        return Fault.SCORE_RANGE if max(made.values(), default=0) > rule.most else None
    if rule.kind is BallotKind.RANKING:
        return _ranking(rule, made)
    return _points(rule, made)


def _ticks(
    rule: BallotRule, made: Mapping[str, int], costs: Mapping[str, int], budget: int
) -> Fault | None:
    if any(mark != 1 for mark in made.values()):
        return Fault.MARK_RANGE
    if rule.kind is BallotKind.KNAPSACK:
        return Fault.OVER_BUDGET if sum(costs[project] for project in made) > budget else None
    return Fault.TOO_MANY_TICKS if rule.most and len(made) > rule.most else None


def _points(rule: BallotRule, made: Mapping[str, int]) -> Fault | None:
    if rule.each and max(made.values(), default=0) > rule.each:
        return Fault.TOO_MANY_ON_ONE
    return Fault.TOO_MANY_POINTS if rule.most and sum(made.values()) > rule.most else None


def _ranking(rule: BallotRule, made: Mapping[str, int]) -> Fault | None:
    """Places have to be 1, 2, 3 … without a gap, each once, and no more of them than there are."""
    places = sorted(made.values())
    if places and places[-1] > rule.most:
        return Fault.RANK_RANGE
    if len(set(places)) < len(places):
        return Fault.RANK_TWICE
    return Fault.RANK_GAP if places != list(range(1, len(places) + 1)) else None


def worths(rule: BallotRule, marks: Mapping[str, int]) -> dict[str, int]:
    """What a valid ballot is worth to each project; projects that get nothing are left out.

    A tick is worth 1; points, dots and scores are worth themselves; of `most` places in a ranking (Borda)
    the first is worth `most`, the last 1.
    """
    made = {project: mark for project, mark in marks.items() if mark}
    if rule.kind is BallotKind.RANKING:
        return {project: rule.most + 1 - place for project, place in made.items()}
    return made
