"""Sums of money, counts and days in a round: what is refused, and how months are counted."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from facilitator.acts import RuleViolation

MOST_FEN = 10**13
MOST_PEOPLE = 1_000_000


def in_range(field: str, value: int, least: int, most: int) -> int:
    """The number if it lies between both, or a refusal (`number-range`)."""
    if not least <= value <= most:
        raise RuleViolation("number-range", field=field, value=value, least=least, most=most)
    return value


def money(field: str, fen: int, least: int = 1) -> int:
    """A sum in fen, or a refusal."""
    return in_range(field, fen, least, MOST_FEN)


def people(field: str, count: int, least: int = 0) -> int:
    """A number of people, or a refusal."""
    return in_range(field, count, least, MOST_PEOPLE)


def in_order(days: Iterable[date | None]) -> None:
    """Days that are told follow one another, or a refusal (`dates-order`); the same day twice is in order."""
    told = [one for one in days if one is not None]
    for first, second in pairwise(told):
        if second < first:
            raise RuleViolation("dates-order", first=first.isoformat(), second=second.isoformat())


def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later, or the last of that month where it has no such day.

    A year mistyped as 9999 has no later one: then it is the last day that there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def days_after(day: date, days: int) -> date:
    """So many days later, or the last day that there is."""
    return day + timedelta(days=min(days, (date.max - day).days))
