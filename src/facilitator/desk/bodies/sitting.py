"""Who sits where in a body, as data for maps, lists and forms: seats by group, and alternates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitator.bodies import Body
from facilitator.data import dataclass
from facilitator.rules.charter import Charter, SeatGroup
from facilitator.rules.composition import Holding, is_contested
from facilitator.words.figures import airy, listing
from facilitator.words.tongue import Tongue, tongue

MOST_ON_MAP = 60
"""Bodies with more seats are shown as a list."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One seat (0: an alternate's) and who holds it; `index` is the place of its group in the charter."""

    seat: int
    group: str
    index: int
    holding: Holding | None = None
    name: str = ""
    address: str = ""
    offices: tuple[str, ...] = ()
    """Their titles."""
    contested: bool = False
    other_group: str = ""
    """The short title of the holder's own group where that is another one."""
    over: date | None = None
    """When the term ended, if it has."""

    @property
    def member(self) -> str:
        """The id of the holder, "" for nobody."""
        return self.holding.member if self.holding is not None else ""

    def below(self, t: Tongue) -> str:
        """What stands under the name: office, group if it is another one, address."""
        if self.holding is None:
            return t("Press to fill it")
        parts = [*self.offices]
        if self.other_group:
            parts.append(self.other_group)
        parts += [self.address] if self.address else []
        return airy(" · ".join(parts))

    def mark(self, t: Tongue) -> str:
        """The one word that warns, "" where all is well."""
        if self.contested:
            return t("ruling needed")
        return t("term over") if self.over else ""

    def said(self, t: Tongue, group: str) -> str:
        """All of it for a screen reader or a tool tip."""
        if self.holding is None:
            return t("Seat {seat}, {group}, vacant", seat=self.seat, group=group)
        number = str(self.seat) if self.seat else t.within("roster", "alternate")
        parts = (number, group, self.name, self.below(t), self.mark(t))
        return listing([one for one in parts if one], t.lang)


@dataclass(frozen=True, slots=True)
class Section:
    """The seats of one group, in their order."""

    index: int
    group: SeatGroup
    sittings: tuple[Sitting, ...]

    @property
    def held(self) -> int:
        """How many of them somebody holds."""
        return sum(one.holding is not None for one in self.sittings)


def sections(body: Body, charter: Charter, lang: str, today: date) -> tuple[Section, ...]:
    """All groups in the charter's order; an open one has the seats that are held."""
    held = {one.seat: one for one in body.seated}
    found: list[Section] = []
    for index, group in enumerate(charter.groups):
        numbers: Iterable[int] = charter.seat_numbers(group.key)
        if not group.seats:
            numbers = [
                seat
                for seat, one in held.items()
                if one.group == group.key and not charter.group_of_seat(seat)
            ]
        sittings = (
            _sitting(body, charter, group.key, index, seat, held.get(seat), lang, today)
            for seat in numbers
        )
        found.append(Section(index, group, tuple(sittings)))
    return tuple(found)


def alternates(body: Body, charter: Charter, lang: str, today: date) -> tuple[Sitting, ...]:
    """Who waits for a seat, in the order in which they came."""
    index = {group.key: at for at, group in enumerate(charter.groups)}
    return tuple(
        _sitting(body, charter, one.group, index.get(one.group, 0), 0, one, lang, today)
        for one in body.holdings.values()
        if not one.seat
    )


def sitting_of(body: Body, member: str, lang: str, today: date) -> Sitting:
    """The sitting of one member or alternate."""
    charter, holding = body.charter, body.holding(member)
    owner = charter.group_of_seat(holding.seat) or holding.group
    index = next((at for at, one in enumerate(charter.groups) if one.key == owner), 0)
    return _sitting(body, charter, owner, index, holding.seat, holding, lang, today)


def _sitting(
    body: Body,
    charter: Charter,
    group: str,
    index: int,
    seat: int,
    holding: Holding | None,
    lang: str,
    today: date,
) -> Sitting:
    if holding is None:
        return Sitting(seat, group, index)
    person = body.people.get(holding.member)
    own = charter.group(holding.group)
    offices = [charter.office(key) for key in holding.offices]
    return Sitting(
        seat,
        group,
        index,
        holding,
        name=person.name if person is not None else holding.member,
        address=person.address if person is not None else "",
        offices=tuple(one.title.text(lang) for one in offices if one is not None),
        contested=is_contested(charter, holding),
        other_group=own.short_text(lang) if own is not None and own.key != group else "",
        over=holding.until if holding.until is not None and holding.until < today else None,
    )


def seats_in_office(body: Body, lang: str) -> str:
    """13 席，在任 12 人; of an open assembly only its members: 120 人."""
    t, members, seats = tongue(lang), len(body.seated), body.charter.seats
    if not seats:
        return airy(t.many("{n} member", "{n} members", members))
    return airy(t("{seats} seats, {members} filled", seats=seats, members=members))
