"""The money of the voters in equal shares: who supports what, who has how much, what a project would cost them.

All money is whole numbers over one common denominator, `scale`, so that nothing is ever rounded: a purchase
makes the denominator larger where it has to. Voters with the same ballot always have the same money and are
kept together.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import field
from fractions import Fraction
from math import gcd

from facilitator.data import dataclass
from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import Ballot, Worth

Backer = tuple[int, int, int, int]
"""A camp that wants a project: which, what it is worth to each of them, that times their number, the number."""

FINE = 20
"""Bits behind the point up to which bounds are compared as whole numbers first."""


@dataclass(frozen=True, slots=True)
class Price:
    """What a project costs those who can pay: `rest` / (`units` × scale) for one unit of worth."""

    key: Fraction
    """By this projects compare: fen for a unit of worth (worth by cost: that for each fen of cost)."""
    rest: int
    units: int
    final: bool = True


@dataclass(slots=True)
class Offer:
    """A project in the market."""

    entry: Entry
    backers: list[Backer]
    bound: Fraction
    """The last price that was worked out: it never falls, because money is only ever spent."""
    rank: tuple[int, Fraction, int, str] = field(init=False)
    """For going through offers, the cheapest first; equals in any order. In front stand whole units of the
    bound, because most offers differ in them already and whole numbers are quick to compare.
    """

    def __post_init__(self) -> None:
        self.rise(self.bound)

    def rise(self, bound: Fraction) -> None:
        """Another price was worked out."""
        self.bound = bound
        whole = (bound.numerator << FINE) // bound.denominator
        self.rank = (whole, bound, self.entry.cost, self.entry.id)


def _rank(offer: Offer) -> tuple[int, Fraction, int, str]:
    return offer.rank


class Market:
    """Voters with money, and what they may buy together."""

    def __init__(self, stall: Stall, budget: int, raised: int) -> None:
        self.camps = camps = stall.camps
        voters = camps.voters
        self.scale = max(voters, 1)
        self.money = [budget + raised * voters] * len(camps.numbers)
        self.budget = budget
        self.spent = 0
        self.bought: list[str] = []
        self.work = 0
        """How many times the money of a camp was looked at."""
        self.offers = [Offer(one.entry, one.backers, one.bound) for one in stall.offers]
        """Always in the order of their ranks."""

    def _measure(self, entry: Entry) -> int:
        return self.camps.measure(entry)

    def copy(self) -> Market:
        """The same market, to try something on; in lowest terms, so that equal ones look equal."""
        other = object.__new__(Market)
        divisor = gcd(self.scale, *self.money)
        other.camps, other.work, other.spent = self.camps, 0, self.spent
        other.budget = self.budget
        other.scale = self.scale // divisor
        other.money = [money // divisor for money in self.money]
        other.bought = list(self.bought)
        other.offers = [Offer(offer.entry, offer.backers, offer.bound) for offer in self.offers]
        return other

    def price(self, offer: Offer, most: Fraction | None = None) -> Price | None:
        """The least price at which its supporters can pay for it together; None if they cannot.

        Whoever has less than the price asks pays all there is, and the others pay more for it. Reckoning ends
        early when the price is sure to be above `most`: then it is at least what is returned.
        """
        measure = self._measure(offer.entry)
        rest, units = offer.entry.cost * self.scale, 0
        able: list[Backer] = []
        asked, parts = offer.bound.numerator * measure * self.scale, offer.bound.denominator
        self.work += len(offer.backers)
        for backer in offer.backers:  # the last price is asked of everybody in any case
            had = self.money[backer[0]]
            if had * parts >= asked * backer[1]:
                able.append(backer)
                units += backer[2]
            elif had:
                rest -= had * backer[3]
        return self._rising(offer, able, rest, units, most)

    def _rising(
        self, offer: Offer, able: list[Backer], rest: int, units: int, most: Fraction | None
    ) -> Price | None:
        """The price when `able` have to pay `rest` for `units`, or more by those who have too little for it."""
        money, whole = self.money, self.scale * self._measure(offer.entry)
        while able:
            self.work += len(able)
            if most is not None and rest * most.denominator > most.numerator * units * whole:
                return Price(Fraction(rest, units * whole), rest, units, final=False)
            poor = [backer for backer in able if money[backer[0]] * units < rest * backer[1]]
            if not poor:
                return Price(Fraction(rest, units * whole), rest, units)
            able = [backer for backer in able if money[backer[0]] * units >= rest * backer[1]]
            for camp, _worth, weight, number in poor:
                rest -= money[camp] * number
                units -= weight
        return None

    def cheapest(self) -> tuple[list[Offer], Price | None, set[str]]:
        """All offers with the least price, that price, and whose price was worked out to the end for it.

        Offers that can no longer be paid leave the market: their supporters' money only gets less.
        """
        best: Price | None = None
        found: list[Offer] = []
        looked: list[Offer] = []
        fresh: set[str] = set()
        seen = 0
        for offer in self.offers:
            if best is not None and offer.bound > best.key:
                break
            seen += 1
            price = self.price(offer, best.key if best else None)
            if price is None:
                continue
            offer.rise(price.key)
            looked.append(offer)
            if not price.final:
                continue
            fresh.add(offer.entry.id)
            if best is None or price.key < best.key:
                best, found = price, []
            found.append(offer)
        del self.offers[:seen]
        for offer in looked:
            insort(self.offers, offer, key=_rank)
        return sorted(found, key=lambda offer: (offer.entry.cost, offer.entry.id)), best, fresh

    def sort(self) -> None:
        """Put the offers in order again after their bounds have risen."""
        self.offers.sort(key=_rank)

    def buy(self, offer: Offer, price: Price) -> dict[int, int]:
        """Its supporters pay: by camp what each of its voters pays, by the scale as it is afterwards."""
        divisor = gcd(price.rest, price.units)
        rest, units = price.rest // divisor, price.units // divisor
        if units > 1:
            self.scale *= units
            self.money = [money * units for money in self.money]
        money, paid = self.money, dict[int, int]()
        for camp, worth, _weight, _number in offer.backers:
            had = money[camp]
            if had:
                asked = rest * worth
                paid[camp] = amount = asked if asked < had else had
                money[camp] = had - amount
        self.spent += offer.entry.cost
        self.bought.append(offer.entry.id)
        self.offers = [other for other in self.offers if other is not offer]
        return paid

    def told(self, paid: dict[int, int]) -> list[tuple[int, Fraction, bool]]:
        """What was just paid: how many, how much each, and whether that was all they had."""
        found: dict[tuple[int, bool], int] = {}
        for camp, amount in paid.items():
            key = (amount, not self.money[camp])
            found[key] = found.get(key, 0) + self.camps.numbers[camp]
        ordered = sorted(found.items(), reverse=True)
        return [(number, Fraction(amount, self.scale), all_) for (amount, all_), number in ordered]

    def peaceful(self, offers: Sequence[Offer], price: Fraction) -> bool:
        """Whether all can be bought at this price in any order: nobody has to pay more than there is."""
        fen, parts = price.numerator * self.scale, price.denominator
        asked = dict[int, int]()
        for offer in offers:
            unit = fen * self._measure(offer.entry)
            for camp, worth, _weight, _number in offer.backers:
                amount = min(unit * worth, self.money[camp] * parts)
                asked[camp] = asked.get(camp, 0) + amount
        return all(amount <= self.money[camp] * parts for camp, amount in asked.items())

    def apart(self, offers: Sequence[Offer]) -> list[list[Offer]]:
        """The offers in parts that share no payer: what is bought in one changes nothing in the others."""
        if len(offers) == 1:
            return [list(offers)]
        parts: list[tuple[set[int], list[Offer]]] = []
        for offer in offers:
            payers = {backer[0] for backer in offer.backers if self.money[backer[0]]}
            together = [part for part in parts if part[0] & payers]
            parts = [part for part in parts if not part[0] & payers]
            members = [one for part in together for one in part[1]]
            parts.append((payers.union(*(part[0] for part in together)), [*members, offer]))
        return [part[1] for part in parts]

    def supporters_money(self, entry: Entry) -> Fraction:
        """What those who want it have left together, in fen."""
        backers = self.camps.backers.get(entry.id, [])
        return Fraction(sum(self.money[backer[0]] * backer[3] for backer in backers), self.scale)


class Camps:
    """Voters with the same ballot, once for all markets of a problem."""

    def __init__(self, ballots: Iterable[Ballot], worth: Worth) -> None:
        found: dict[frozenset[tuple[str, int]], int] = {}
        for ballot in ballots:
            key = frozenset((project, w) for project, w in ballot.worths.items() if w)
            found[key] = found.get(key, 0) + ballot.number
        self.worth = worth
        self.numbers = list(found.values())
        self.voters = sum(self.numbers)
        self.backers: dict[str, list[Backer]] = {}
        for camp, (key, number) in enumerate(found.items()):
            if number:
                for project, w in key:
                    self.backers.setdefault(project, []).append((camp, w, w * number, number))

    def measure(self, entry: Entry) -> int:
        """What a tick for it is worth: 1, or its cost."""
        return entry.cost if self.worth is Worth.COST else 1


class Stall:
    """What may be bought, once for all markets of a problem: only the money in them differs."""

    def __init__(self, entries: Iterable[Entry], camps: Camps) -> None:
        self.camps = camps
        self.offers: list[Offer] = []
        for entry in entries:
            backers = camps.backers.get(entry.id, [])
            units = sum(backer[2] for backer in backers)
            if units:
                bound = Fraction(entry.cost, units * camps.measure(entry))
                self.offers.append(Offer(entry, backers, bound))
        self.offers.sort(key=_rank)
