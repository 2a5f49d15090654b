"""Where agenda, middle and seats lie: side by side, or folded at the edges with a drawer over the middle."""

from __future__ import annotations

from facilitator.data import dataclass

AGENDA, SEATS = 232, 312
NUMBERS, COUNTS = 56, 88
FOLD_AGENDA = 1092
"""Narrower than this (a window of 1180 less the rail) the agenda is folded to its numbers."""
FOLD_SEATS = 940
"""Narrower than this the seats are folded to counts, too."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Pixels at 100 %: how wide agenda and seats are, and whether each is folded."""

    agenda: int
    seats: int
    agenda_folded: bool
    seats_folded: bool

    @property
    def least(self) -> int:
        """How wide both edges are together."""
        return self.agenda + self.seats


def sides_for(width: float) -> Sides:
    """How a desk of so many pixels (at 100 %) is divided."""
    agenda_folded, seats_folded = width < FOLD_AGENDA, width < FOLD_SEATS
    return Sides(
        NUMBERS if agenda_folded else AGENDA,
        COUNTS if seats_folded else SEATS,
        agenda_folded,
        seats_folded,
    )
