"""The greedy rule: in the order of votes, each project gets its money while there is enough.

Equals whose order makes no difference are no tie. Where it does, and no tie-break orders them, what follows
is worked out for every order at once: what all orders agree on is certain, the rest waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from facilitator.data import dataclass
from facilitator.rules.selection.outcome import Fate, Round
from facilitator.rules.selection.poll import Entry, in_order
from facilitator.rules.selection.problem import SelectionRule, TieBreak, Unaffordable
from facilitator.rules.selection.ties import Orders, classes

FEW = 12
"""So many tied projects are looked at in every order; of more, all are called tied."""
MANY_WAYS = 64
"""So many different amounts that may be left after a tie are followed; of more, only the largest."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of one project."""

    fate: Fate
    left: int = 0
    round: int = 0
    tie: TieBreak | None = None


class Course:
    """The rule at work on `money` fen: give it the levels of votes one after another, the highest first."""

    def __init__(self, rule: SelectionRule, orders: Orders, money: int, number: int = 0) -> None:
        self.rule = rule
        self.orders = orders
        self.lefts = {money}
        """What may be left; one amount as long as all is decided."""
        self.exact = True
        """False when `lefts` is no more than the largest amount that may be left."""
        self.number = number
        """The last round."""
        self.ended = False
        self.standings: dict[str, Standing] = {}
        self.rounds: list[Round] = []
        self.tied: tuple[str, ...] = ()

    def level(
        self, equals: list[Entry], ties: Sequence[TieBreak], by: TieBreak | None = None
    ) -> None:
        """Go through projects that are equal so far; `by` is the tie-break that put them here."""
        if self.ended:
            self._put(equals, Fate.STOPPED, max(self.lefts), by)
        elif self.exact and len(self.lefts) == 1:
            self._certain(equals, ties, by)
        else:
            self._uncertain(equals, ties)

    def _certain(self, equals: list[Entry], ties: Sequence[TieBreak], by: TieBreak | None) -> None:
        (left,) = self.lefts
        fitting = [entry for entry in equals if entry.cost <= left]
        too_dear = [entry for entry in equals if entry.cost > left]
        stop = self.rule.unaffordable is Unaffordable.STOP
        if not too_dear and cost_of(fitting) <= left:
            self._fund(fitting, by)
        elif not fitting:
            self._put(too_dear, Fate.UNAFFORDABLE, left, by)
            self.ended = stop
        elif stop:
            self._tie(equals, ties, by)
        else:
            self._put(too_dear, Fate.UNAFFORDABLE, left, by)
            self._skipping(fitting, ties, by)

    def _skipping(
        self, fitting: list[Entry], ties: Sequence[TieBreak], by: TieBreak | None
    ) -> None:
        """Each of them fits alone. Whoever gets the money in every order gets it; the others are tied."""
        (left,) = self.lefts
        if cost_of(fitting) <= left:
            self._fund(fitting, by)
            return
        safe = [entry for entry in fitting if safe_in(entry, fitting, left)]
        self._fund(safe, by)
        self._tie([entry for entry in fitting if entry not in safe], ties, by)

    def _tie(self, tied: list[Entry], ties: Sequence[TieBreak], by: TieBreak | None) -> None:
        """Their order decides: break the tie, or leave it open."""
        found = classes(tied, ties[0], self.orders) if ties else None
        if found is None:
            self._open(tied, by)
            return
        for part in found:
            self.level(part, ties[1:], ties[0] if len(found) > 1 else by)

    def _open(self, tied: list[Entry], by: TieBreak | None) -> None:
        (left,) = self.lefts
        self.tied = self.tied or tuple(entry.id for entry in tied)
        if self.rule.unaffordable is Unaffordable.STOP:
            self._put([e for e in tied if e.cost > left], Fate.UNAFFORDABLE, left, by)
            tied = [entry for entry in tied if entry.cost <= left]
            self.ended = True
        else:
            found = lefts_after(tied, left)
            self._leave(found or {most_left(tied, left)}, exact=bool(found))
        self._put(tied, Fate.TIED, left, by)

    def _leave(self, lefts: set[int], *, exact: bool) -> None:
        self.exact = exact and len(lefts) <= MANY_WAYS
        self.lefts = lefts if self.exact else {max(lefts)}

    def _uncertain(self, equals: list[Entry], ties: Sequence[TieBreak]) -> None:
        """After an open tie: what every amount that may be left agrees on."""
        if not self.exact:
            most = max(self.lefts)
            self._put([e for e in equals if e.cost > most], Fate.UNAFFORDABLE, most, None)
            self._put([e for e in equals if e.cost <= most], Fate.WAITING, most, None)
            return
        ways: list[Course] = []
        for left in sorted(self.lefts):
            way = Course(self.rule, self.orders, left)
            way.level(equals, ties)
            ways.append(way)
        for entry in equals:
            fates = {way.standings[entry.id].fate for way in ways}
            fate = fates.pop() if len(fates) == 1 else Fate.WAITING
            # A tie in every way is still one that begins only when the earlier one is decided.
            fate = Fate.WAITING if fate is Fate.TIED else fate
            self._put([entry], fate, max(self.lefts), None)
        lefts = set[int]().union(*(way.lefts for way in ways))
        self._leave(lefts, exact=all(way.exact for way in ways))

    def _fund(self, entries: list[Entry], by: TieBreak | None) -> None:
        (left,) = self.lefts
        for entry in in_order(entries):
            self.number += 1
            self.standings[entry.id] = Standing(Fate.FUNDED, left, self.number, by)
            left -= entry.cost
            self.rounds.append(
                Round(
                    number=self.number,
                    project=entry.id,
                    cost=entry.cost,
                    votes=entry.votes,
                    left=left,
                    tie=by,
                )
            )
        self.lefts = {left}

    def _put(self, entries: list[Entry], fate: Fate, left: int, by: TieBreak | None) -> None:
        for entry in entries:
            self.standings[entry.id] = Standing(fate, left, 0, by)


def greedy(
    entries: Iterable[Entry], rule: SelectionRule, orders: Orders, money: int, number: int = 0
) -> Course:
    """Give `money` fen to those entries by votes; rounds are counted on from `number`."""
    course = Course(rule, orders, money, number)
    for _votes, equals in groupby(in_order(entries), key=lambda entry: entry.votes):
        course.level(list(equals), rule.ties)
    return course


def cost_of(entries: Iterable[Entry]) -> int:
    """What they cost together."""
    return sum(entry.cost for entry in entries)


def sums(costs: Iterable[int], most: int) -> set[int]:
    """What any of them may cost together, up to `most`."""
    found = {0}
    for cost in costs:
        found |= {total + cost for total in found if total + cost <= most}
    return found


def safe_in(entry: Entry, fitting: Sequence[Entry], left: int) -> bool:
    """Whether it gets its money in whatever order they come: no others leave too little for it."""
    if len(fitting) > FEW:
        return False
    others = sums((other.cost for other in fitting if other is not entry), left)
    return max(others) + entry.cost <= left


def lefts_after(tied: Sequence[Entry], left: int) -> set[int]:
    """All that may be left after them, by their order; empty when they are too many to tell.

    Whatever the order, in the end none of those left out fits. Let the cheapest left out be one: all cheaper
    ones are in, of the dearer ones any, and what is left is less than it costs.
    """
    if len(tied) > FEW:
        return set()
    costs = sorted(entry.cost for entry in tied)
    found: set[int] = set()
    for place, cost in enumerate(costs):
        cheaper = sum(costs[:place])
        for dearer in sums(costs[place + 1 :], left - cheaper):
            rest = left - cheaper - dearer
            if 0 <= rest < cost:
                found.add(rest)
    return found


def most_left(tied: Sequence[Entry], left: int) -> int:
    """No more than this is left after them: at least one is in, and one is out that no longer fits."""
    costs = [entry.cost for entry in tied]
    return min(left - min(costs), max(costs) - 1)
