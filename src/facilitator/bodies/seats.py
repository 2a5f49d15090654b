"""Which seats there are: a charter numbers those of fixed groups; an open group has as many as register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.rules.charter import Charter
from facilitator.rules.composition import Holding

MOST_SEATS = 100_000
"""The highest number a seat may bear."""


def has_seat(charter: Charter, number: int, group: str) -> bool:
    """Whether somebody of `group` can hold that seat: one of the fixed seats, or any beyond in an open group.

    A fixed seat may be held by somebody of another group (it is contested then); a seat that no group owns
    could not be counted anywhere.
    """
    if charter.group_of_seat(number):
        return True
    found = charter.group(group)
    return found is not None and not found.seats and charter.seats < number <= MOST_SEATS


def expect_seat(charter: Charter, number: int, group: str) -> None:
    """Refuse a seat that there is not (`no-such-seat`)."""
    if not has_seat(charter, number, group):
        raise RuleViolation("no-such-seat", seat=number, seats=charter.seats)


@dataclass(slots=True)
class Taken:
    """What is taken while one member after another of a roster is seated."""

    members: set[str] = field(default_factory=set[str])
    seats: set[int] = field(default_factory=set[int])
    alternates: int = 0

    @classmethod
    def by(cls, holdings: Iterable[Holding]) -> Taken:
        """What these members and alternates take up."""
        taken = cls()
        for holding in holdings:
            taken.add(holding)
        return taken

    def add(self, holding: Holding) -> None:
        """One more is seated, or joins the alternates."""
        self.members.add(holding.member)
        if holding.seat:
            self.seats.add(holding.seat)
        else:
            self.alternates += 1
