"""A selection by equal shares: the rounds, what completes them, and the reason of every project."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from facilitator.rules.selection.greedy import Course, greedy
from facilitator.rules.selection.lines import aside, course_line, line, selection
from facilitator.rules.selection.market import Camps, Market, Stall
from facilitator.rules.selection.outcome import Fate, Line, Round, Selection, Verdict
from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import Completion, Problem
from facilitator.rules.selection.raising import Raised, raise_shares
from facilitator.rules.selection.shares import (
    Ends,
    Trade,
    bought_only,
    fraction_text,
    trade,
)

OPEN = (Fate.TIED, Fate.WAITING)


def by_shares(problem: Problem, entries: list[Entry]) -> Selection:
    """Who is funded by the Method of Equal Shares, with its completion."""
    return _Selecting(problem, entries).select()


class _Selecting:
    def __init__(self, problem: Problem, entries: list[Entry]) -> None:
        self.problem = problem
        self.entries = entries
        self.running = [entry for entry in entries if aside(problem, entry) is None]
        self.camps = Camps(problem.ballots, problem.rule.worth)
        self.stall = Stall(self.running, self.camps)
        self.completes = problem.rule.completion is not Completion.NONE

    def select(self) -> Selection:
        """The result; where shares may be raised by more or less, that on which all of these agree."""
        raised = self._raised()
        found = {by: self._at(by) for by in raised.by}
        if not raised.cut:
            if len(found) == 1:
                return found[raised.by[0]]
            sure = [one for one in found.values() if one.verdict is Verdict.DECIDED]
            funded = raised.full | {frozenset(found[by].funded) for by in raised.whole}
            whole = all(found[by] in sure for by in raised.whole)
            if sure and whole and funded == frozenset({frozenset(sure[0].funded)}):
                return sure[0]
        # nobody can say how much money there is to trade with
        fates = {entry.id: Fate.WAITING for entry in self.running}
        fates |= dict.fromkeys(raised.tied, Fate.TIED)
        lines = [self._open_line(entry, fates, {}) for entry in self.entries]
        return self._selection(lines, [], raised.tied, raised.by[0])

    def _at(self, raised: int) -> Selection:
        """The result when every share is raised by so many fen."""
        market = Market(self.stall, self.problem.budget, raised)
        end = self._end if self.completes else bought_only
        done = trade(market, self.problem.rule, self.problem.orders, end)
        rounds = [
            msgspec.structs.replace(one, number=number) for number, one in enumerate(done.rounds, 1)
        ]
        if done.tied:
            bought = {one.project: one for one in rounds}
            fates = self._fates(done)
            lines = [self._open_line(entry, fates, bought) for entry in self.entries]
            return self._selection(lines, rounds, done.tied, raised)
        return self._decided(done.market, rounds, raised)

    def _raised(self) -> Raised:
        if self.problem.rule.completion is Completion.RAISE and self.camps.voters:
            return raise_shares(self.problem, self.stall)
        return Raised()

    def _completed(self, market: Market, number: int) -> Course:
        """What the greedy rule makes of what is left."""
        left = self.problem.budget - market.spent
        others = [entry for entry in self.running if entry.id not in market.bought]
        return greedy(others, self.problem.rule, self.problem.orders, left, number)

    def _end(self, market: Market) -> Ends:
        standings = self._completed(market, 0).standings
        bought = frozenset(market.bought)
        funded = {name for name, standing in standings.items() if standing.fate is Fate.FUNDED}
        open_ = {name for name, standing in standings.items() if standing.fate in OPEN}
        return Ends(frozenset({bought}), bought | funded, bought | funded | open_)

    def _decided(self, market: Market, rounds: list[Round], raised: int) -> Selection:
        bought = {one.project: one for one in rounds}
        if not self.completes:
            lines = [
                aside(self.problem, entry)
                or _round_line(entry, bought)
                or not_bought(entry, market)
                for entry in self.entries
            ]
            return self._selection(lines, rounds, (), raised)
        course = self._completed(market, len(rounds))
        lines = [
            aside(self.problem, entry)
            or _round_line(entry, bought)
            or course_line(entry, course.standings[entry.id], by_completion=True)
            for entry in self.entries
        ]
        later = [msgspec.structs.replace(one, by_completion=True) for one in course.rounds]
        return self._selection(lines, [*rounds, *later], course.tied, raised)

    def _fates(self, done: Trade) -> dict[str, Fate]:
        """What the orders of an open tie agree on, and what they do not."""
        fates: dict[str, Fate] = {}
        for entry in self.running:
            if entry.id in done.ends.sure:
                fate = Fate.FUNDED
            elif entry.id in done.tied:
                fate = Fate.TIED
            else:
                fate = Fate.WAITING
            if not done.cut and entry.id not in done.ends.maybe:
                fate = Fate.UNAFFORDABLE if self.completes else Fate.NOT_BOUGHT
            fates[entry.id] = fate
        return fates

    def _open_line(self, entry: Entry, fates: dict[str, Fate], bought: dict[str, Round]) -> Line:
        return (
            aside(self.problem, entry) or _round_line(entry, bought) or line(entry, fates[entry.id])
        )

    def _selection(
        self, lines: list[Line], rounds: list[Round], tied: tuple[str, ...], raised: int
    ) -> Selection:
        found = selection(self.problem, lines, rounds, tied)
        if not self.camps.voters:
            return found
        share = Fraction(self.problem.budget, self.camps.voters) + raised
        return msgspec.structs.replace(found, share=fraction_text(share), raised=raised)


def _round_line(entry: Entry, bought: dict[str, Round]) -> Line | None:
    one = bought.get(entry.id)
    if one is None:
        return None
    return line(entry, Fate.FUNDED, left=one.left + one.cost, number=one.number, tie=one.tie)


def not_bought(entry: Entry, market: Market) -> Line:
    """Its supporters have too little left between them."""
    left = int(market.supporters_money(entry))
    return line(entry, Fate.NOT_BOUGHT, left=left, short=entry.cost - left)
