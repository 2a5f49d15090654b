"""The Method of Equal Shares: equal money for every voter, and supporters buy what is cheapest to them.

Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities" (2021). Where
several projects are cheapest together and share payers, the tie-breaks say who goes first; without one, every
order is tried, and the tie is a true one only if they do not all end with the same projects.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from fractions import Fraction

from facilitator.data import dataclass
from facilitator.rules.selection.market import Market, Offer
from facilitator.rules.selection.outcome import Candidate, Payment, Round
from facilitator.rules.selection.problem import SelectionRule, TieBreak
from facilitator.rules.selection.ties import Orders, first

MOST_LEAVES = 500
"""So many ends of orders are looked at before a tie is called undecided."""
MOST_WORK = 3_000_000
"""So much money is looked at for it: some tenths of a second on a slow laptop."""
SHOWN = 3
"""So many of those that come next are told with a round."""
BITS = 12_000
"""A fraction of larger numbers is told to twelve places: Python writes no numbers of more than 4300 digits."""

End = Callable[[Market], "Ends"]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the orders of a tie lead: what each of them buys, and what all or some of them fund in the end."""

    bought: frozenset[frozenset[str]]
    sure: frozenset[str]
    maybe: frozenset[str]

    def same(self, other: Ends) -> bool:
        """Whether it makes no difference which of them comes: the same projects get money, however bought."""
        settled = self.sure == self.maybe
        funded = (self.sure, self.maybe) == (other.sure, other.maybe)
        return funded and (settled or self.bought == other.bought)


@dataclass(slots=True)
class Trade:
    """What equal shares came to."""

    market: Market
    """As it was left, or at the first tie that is not decided."""
    ends: Ends
    rounds: list[Round] = field(default_factory=list[Round])
    tied: tuple[str, ...] = ()
    """At the first tie that is not decided."""
    cut: bool = False
    """True when there were too many orders to look at: what is not bought yet is not known."""
    work: int = 0
    """How much money was looked at to try the orders of a tie."""


def bought_only(market: Market) -> Ends:
    """The end of an order that has no completion."""
    bought = frozenset(market.bought)
    return Ends(frozenset({bought}), bought, bought)


class _TooMany(Exception):
    """The orders of a tie are too many."""


class _Search:
    """What was tried already, and how much more may be."""

    def __init__(self, most: int) -> None:
        self.leaves = 0
        self.work = 0
        self.most = most
        self.known: dict[tuple[frozenset[str], int, tuple[int, ...]], Trade] = {}

    def spend(self, work: int, leaves: int = 0) -> None:
        self.work += work
        self.leaves += leaves
        if self.work > self.most or self.leaves > MOST_LEAVES:
            raise _TooMany


def trade(
    market: Market,
    rule: SelectionRule,
    orders: Orders,
    end: End = bought_only,
    *,
    told: bool = True,
    most: int | None = None,
) -> Trade:
    """Let the voters buy until they can buy nothing more; `market` is used up.

    `end` says what comes of a market where nothing more is bought. Without `told` no rounds are written down.
    `most` is how much work a tie may be (`MOST_WORK`).
    """
    return _Trader(rule, orders, end, told, MOST_WORK if most is None else most).run(market, None)


@dataclass(frozen=True, slots=True)
class _Trader:
    rule: SelectionRule
    orders: Orders
    end: End
    told: bool
    most: int

    def run(self, market: Market, search: _Search | None) -> Trade:
        rounds: list[Round] = []
        while True:
            before = market.work
            offers, price, fresh = market.cheapest()
            if search is not None:
                search.spend(market.work - before)
            if price is None:
                if search is not None:
                    search.spend(0, 1)
                return Trade(market, self.end(market), rounds)
            part = min(market.apart(offers), key=lambda part: (len(part), part[0].rank))
            part, by = self._narrowed(part)
            if len(part) > 1 and not market.peaceful(part, price.key):
                return self._open(market, part, rounds, search)
            for offer in part:
                rounds += self._bought(market, offer, by, fresh)

    def _narrowed(self, part: list[Offer]) -> tuple[list[Offer], TieBreak | None]:
        if len(part) == 1:
            return part, None
        entries, by = first([offer.entry for offer in part], self.rule.ties, self.orders)
        names = {entry.id for entry in entries}
        return [offer for offer in part if offer.entry.id in names], by

    def _bought(
        self, market: Market, offer: Offer, by: TieBreak | None, fresh: set[str]
    ) -> list[Round]:
        """Buy it; the round as it is told, numbered later."""
        price = market.price(offer)
        assert price is not None  # it is the cheapest, and what was bought beside it left enough
        candidates = self._candidates(market, offer, fresh) if self.told else ()
        paid = market.buy(offer, price)
        if not self.told:
            return []
        payments = market.told(paid)
        return [
            Round(
                number=0,
                project=offer.entry.id,
                cost=offer.entry.cost,
                votes=offer.entry.votes,
                left=max(0, market.budget - market.spent),
                tie=by,
                rho=fraction_text(price.key),
                payers=sum(voters for voters, _amount, _all in payments),
                payments=tuple(
                    Payment(voters=voters, amount=fraction_text(amount), all_they_had=all_)
                    for voters, amount, all_ in payments
                ),
                candidates=candidates,
            )
        ]

    def _candidates(self, market: Market, taken: Offer, fresh: set[str]) -> tuple[Candidate, ...]:
        """What came next, by prices worked out for it; what could not be paid any more is left out."""
        found: list[tuple[Fraction, Offer]] = []
        for offer in market.offers[: SHOWN + 1]:
            if offer is taken:
                continue
            if offer.entry.id not in fresh and (price := market.price(offer)) is not None:
                offer.rise(price.key)
                fresh.add(offer.entry.id)
            if offer.entry.id in fresh:
                found.append((offer.bound, offer))
        market.sort()
        found.sort(key=lambda one: one[1].rank)
        return tuple(
            Candidate(project=offer.entry.id, rho=fraction_text(bound)) for bound, offer in found
        )

    def _open(
        self, market: Market, part: list[Offer], rounds: list[Round], search: _Search | None
    ) -> Trade:
        """Nobody says who goes first: try everyone, and see whether it makes a difference."""
        tied = tuple(offer.entry.id for offer in part)
        looked = search or _Search(self.most)
        try:
            ways = [self._tried(market, name, looked) for name in tied]
        except _TooMany:
            if search is not None:
                raise
            return Trade(market, bought_only(market), rounds, tied, cut=True, work=looked.work)
        ends = [way.ends for way in ways]
        shown = ways[0]
        if all(shown.ends.same(end) for end in ends):
            told = [*rounds, *shown.rounds]
            return Trade(shown.market, shown.ends, told, shown.tied, work=looked.work)
        together = Ends(
            frozenset[frozenset[str]]().union(*(end.bought for end in ends)),
            ends[0].sure.intersection(*(end.sure for end in ends)),
            frozenset[str]().union(*(end.maybe for end in ends)),
        )
        return Trade(market, together, rounds, tied, work=looked.work)

    def _tried(self, market: Market, name: str, search: _Search) -> Trade:
        """What comes of it if that one goes first."""
        trial = market.copy()
        offer = next(offer for offer in trial.offers if offer.entry.id == name)
        rounds = self._bought(trial, offer, None, set())
        trial = trial.copy()
        key = (frozenset(trial.bought), trial.scale, tuple(trial.money))
        if key not in search.known:
            search.known[key] = self.run(trial, search)
        found = search.known[key]
        return Trade(found.market, found.ends, [*rounds, *found.rounds], found.tied)


def fraction_text(value: Fraction) -> str:
    """A fraction as text that `Fraction` reads back: "25/3", "5"."""
    if value.numerator.bit_length() + value.denominator.bit_length() > BITS:
        value = Fraction(int(value * 10**12), 10**12)
    return str(value)
