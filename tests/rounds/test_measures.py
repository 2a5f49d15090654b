"""Sums, counts and days: exact, and refused where they cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.acts import RuleViolation
from facilitator.rounds.measures import MOST_FEN, MOST_PEOPLE, in_order, money, months_after, people


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 3, 15), 12, date(2027, 3, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, then: date):
    """The same day of the month, or its last where there is no such day."""
    assert months_after(day, months) == then


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 120))
def test_no_month_is_skipped(day: date, months: int):
    """Whatever the day, the month is the one so many later, and the day is never a later one."""
    then = months_after(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day <= day.day


def test_sums_and_counts_have_bounds():
    """Both ends are inside; what lies outside names its field and the bounds."""
    assert (money("fen", 1), money("fen", MOST_FEN), money("fen", 0, 0)) == (1, MOST_FEN, 0)
    assert (people("people", 0), people("people", MOST_PEOPLE)) == (0, MOST_PEOPLE)
    for fen in (0, -1, MOST_FEN + 1):
        with pytest.raises(RuleViolation) as refusal:
            money("fen", fen)
        facts = {"field": "fen", "value": fen, "least": 1, "most": MOST_FEN}
        assert (refusal.value.code, refusal.value.facts) == ("number-range", facts)
    with pytest.raises(RuleViolation, match="number-range"):
        people("people", -1)


def test_days_follow_one_another():
    """Those that are not told are passed over; the same day twice is in order."""
    first, second = date(2026, 1, 1), date(2026, 2, 1)
    in_order(())
    in_order((first, None, first, second, None))
    with pytest.raises(RuleViolation) as refusal:
        in_order((second, None, first))
    assert refusal.value.facts == {"first": "2026-02-01", "second": "2026-01-01"}
