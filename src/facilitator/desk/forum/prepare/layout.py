"""A suggestion for the rounds of a day: one after another with breaks, and a longer one at noon."""

from __future__ import annotations

from datetime import datetime, time, timedelta

NOON, AFTER_NOON = time(12, 15), time(13, 30)
"""A round that would run past noon begins after the midday break instead."""
MOST_ROUNDS, MOST_PLACES = 20, 100


def rounds_from(
    begins: datetime, minutes: int, gap: int, number: int
) -> list[tuple[datetime, int]]:
    """When so many rounds of so many minutes would begin, the first one at `begins` whatever the hour."""
    found: list[tuple[datetime, int]] = []
    at = begins
    for number_so_far in range(number):
        if number_so_far and _runs_past_noon(at, minutes):
            at = datetime.combine(at.date(), AFTER_NOON, at.tzinfo)
        found.append((at, minutes))
        at += timedelta(minutes=minutes + gap)
    return found


def _runs_past_noon(at: datetime, minutes: int) -> bool:
    noon = datetime.combine(at.date(), NOON, at.tzinfo)
    return at.time() < AFTER_NOON and at + timedelta(minutes=minutes) > noon
