"""Who sits where, and every way in which that differs from the charter. Findings, never repairs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.rules.charter import Charter


class Holding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One member's place in a body: `group` is what the person is, the seat's own group is the charter's.

    `seat` 0 is an alternate, who has none. `weight` is in the charter's smallest unit.
    """

    member: str
    group: str
    seat: int = 0
    offices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    weight: int = 1
    admitted: bool = False
    """True after a ruling that this member may hold this seat although of another group."""


class FindingKind(StrEnum):
    MISSING = "missing"  # seats of a group that nobody holds
    SURPLUS = "surplus"  # more members of a group than it has seats
    WRONG_GROUP = "wrong-group"  # a seat held by a member of another group
    TERM_EXPIRED = "term-expired"
    DUPLICATE = "duplicate"  # one name twice
    OFFICE_WRONG_GROUP = "office-wrong-group"
    OFFICE_TWICE = "office-twice"
    OFFICE_VACANT = "office-vacant"


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One way in which a roster differs from its charter."""

    kind: FindingKind
    group: str = ""
    member: str = ""
    seat: int = 0
    office: str = ""
    number: int = 0
    day: date | None = None
    other: str = ""


def same_name(name: str) -> str:
    """A name as compared for duplicates: width, case, spaces, dots and unseen marks make no second person."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LMN")


def is_contested(charter: Charter, holding: Holding) -> bool:
    """Whether somebody holds a seat that is not one of the own group's, and nobody has ruled on it.

    Members of an open group sit on seats that no group owns. An alternate holds none.
    """
    if not holding.seat or holding.admitted:
        return False
    group = charter.group(holding.group)
    expected = "" if group is not None and not group.seats else holding.group
    return charter.group_of_seat(holding.seat) != expected


def _counts_as(charter: Charter, holding: Holding) -> str:
    """The group a member counts in: the own one, or the seat's after a ruling that admits the member to it."""
    return (holding.admitted and charter.group_of_seat(holding.seat)) or holding.group


def check_composition(
    charter: Charter, holdings: Sequence[Holding], names: Mapping[str, str], day: date
) -> tuple[Finding, ...]:
    """Every finding about a roster on `day`, in the order of the charter; empty when it is clean.

    `names` gives members' names where they are known; alternates are looked at for duplicates only.
    """
    seated = [holding for holding in holdings if holding.seat]
    return (
        *_numbers(charter, seated),
        *_seats(charter, seated),
        *_terms(seated, day),
        *_duplicates(holdings, names),
        *_offices(charter, seated),
    )


def _numbers(charter: Charter, seated: list[Holding]) -> Iterator[Finding]:
    held = {holding.seat for holding in seated}
    members = Counter(_counts_as(charter, holding) for holding in seated)
    for group in charter.groups:
        if not group.seats:
            continue
        empty = [seat for seat in charter.seat_numbers(group.key) if seat not in held]
        if empty:
            yield Finding(
                kind=FindingKind.MISSING, group=group.key, number=len(empty), seat=empty[0]
            )
        over = members[group.key] - group.seats
        if over > 0:
            yield Finding(kind=FindingKind.SURPLUS, group=group.key, number=over)


def _seats(charter: Charter, seated: list[Holding]) -> Iterator[Finding]:
    for holding in seated:
        if is_contested(charter, holding):
            owner = charter.group_of_seat(holding.seat)
            yield Finding(
                kind=FindingKind.WRONG_GROUP,
                member=holding.member,
                seat=holding.seat,
                group=owner,
                other=holding.group,
            )


def _terms(seated: list[Holding], day: date) -> Iterator[Finding]:
    for holding in seated:
        if holding.until is not None and holding.until < day:
            yield Finding(
                kind=FindingKind.TERM_EXPIRED,
                member=holding.member,
                seat=holding.seat,
                day=holding.until,
            )


def _duplicates(holdings: Sequence[Holding], names: Mapping[str, str]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for holding in holdings:
        name = same_name(names.get(holding.member, ""))
        if not name:
            continue
        if name in first:
            yield Finding(
                kind=FindingKind.DUPLICATE,
                member=holding.member,
                other=first[name],
                seat=holding.seat,
            )
        else:
            first[name] = holding.member


def _offices(charter: Charter, seated: list[Holding]) -> Iterator[Finding]:
    for office in charter.offices:
        holders = [holding for holding in seated if office.key in holding.offices]
        if not holders:
            yield Finding(kind=FindingKind.OFFICE_VACANT, office=office.key, group=office.group)
        for holding in holders[1:]:
            yield Finding(kind=FindingKind.OFFICE_TWICE, office=office.key, member=holding.member)
        for holding in holders:
            if office.group and _counts_as(charter, holding) != office.group:
                yield Finding(
                    kind=FindingKind.OFFICE_WRONG_GROUP,
                    office=office.key,
                    member=holding.member,
                    group=office.group,
                    other=holding.group,
                )
