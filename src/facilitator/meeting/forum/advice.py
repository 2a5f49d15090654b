"""How many topics, slots and places to expect from the number of people: a start for planning, never a rule.

Sources: Chris Corrigan's table of sessions by headcount and the rule of thumb of a tenth of the people as
places in each slot; Michael M Pannwitz and others for longer gaps beyond 200 people.
"""

from __future__ import annotations

from fractions import Fraction

from facilitator.data import dataclass

SHARES = (
    (50, Fraction(50, 100)),
    (100, Fraction(30, 100)),
    (200, Fraction(25, 100)),
    (500, Fraction(20, 100)),
)
"""Up to so many people, topics as a share of them."""
BEYOND = Fraction(15, 100)
MANY = 200
GAP, LONG_GAP = 10, 20
HALF_DAY, WHOLE_DAY = 60, 90


@dataclass(frozen=True, slots=True)
class Advice:
    """What to expect: topics in all, places in each slot, slots that hold them, minutes of the breaks."""

    people: int
    topics: int
    places: int
    slots: int
    gap: int
    group: tuple[int, int]
    """People in a group, from and to."""


def advise(people: int) -> Advice | None:
    """What so many people make of a forum; None for nobody. Numbers are rounded up: 110 people, 28 topics."""
    if people <= 0:
        return None
    share = next((share for most, share in SHARES if people <= most), BEYOND)
    topics = _up(people * share)
    places = max(1, _up(Fraction(people, 10)))
    return Advice(
        people=people,
        topics=topics,
        places=places,
        slots=max(1, _up(Fraction(topics, places))),
        gap=LONG_GAP if people > MANY else GAP,
        group=(5, 7) if people <= 40 else (10, 15),
    )


def _up(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)
