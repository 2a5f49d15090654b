"""Which backups stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitator.safekeeping.thinning import ALL, DAILY, WEEKLY, superfluous

NOW = datetime(2026, 11, 27, 21, 4, 5)  # noqa: DTZ001 names of backups bear no offset


@dataclass(frozen=True)
class Copy:
    at: datetime
    sound: bool = True


def every(step: timedelta, span: timedelta) -> list[Copy]:
    """Backups at a steady pace until now."""
    return [Copy(NOW - step * number) for number in range(int(span / step))]


def stays(copies: list[Copy], now: datetime = NOW) -> list[Copy]:
    """What is left after thinning."""
    gone = set(map(id, superfluous(copies, now)))
    return [one for one in copies if id(one) not in gone]


COPIES = st.lists(
    st.builds(
        Copy,
        st.timedeltas(timedelta(days=-2), timedelta(days=900)).map(lambda ago: NOW - ago),
        st.booleans(),
    ),
    unique_by=lambda one: one.at,
)


def test_two_years_of_backups_come_to_some_hundred() -> None:
    """Of a backup every ten minutes: all of two days, one of each day, week and month before that."""
    copies = every(timedelta(minutes=30), timedelta(days=730))
    left = stays(copies)
    ages = [NOW - one.at for one in left]
    assert sum(age < ALL for age in ages) == 2 * 48
    days = Counter(one.at.date() for one in left if ALL <= NOW - one.at < DAILY)
    assert len(days) in (14, 15)
    assert set(days.values()) == {1}
    assert sum(DAILY <= age < WEEKLY for age in ages) in (13, 14)
    assert 18 <= sum(age >= WEEKLY for age in ages) <= 22


def test_the_last_of_each_day_stays() -> None:
    """What a day came to in the end is what is kept of it."""
    day = NOW - timedelta(days=5)
    hours = [Copy(day.replace(hour=hour)) for hour in (8, 12, 20)]
    assert stays(hours) == [hours[-1]]


@given(COPIES)
def test_the_newest_sound_one_is_never_removed(copies: list[Copy]) -> None:
    """However old it is, and whatever unsound ones came after it."""
    sound = [one for one in copies if one.sound]
    if sound:
        assert max(sound, key=lambda one: one.at) not in superfluous(copies, NOW)


@given(COPIES)
def test_nothing_goes_of_the_last_two_days_nor_of_the_future(copies: list[Copy]) -> None:
    """A clock that was put back makes no backup superfluous."""
    assert all(NOW - one.at >= ALL for one in superfluous(copies, NOW))


@given(COPIES)
def test_thinning_twice_is_thinning_once(copies: list[Copy]) -> None:
    """What was kept a moment ago is kept still."""
    left = stays(copies)
    assert superfluous(left, NOW) == []


@given(COPIES, st.timedeltas(timedelta(), timedelta(days=400)))
def test_no_month_that_was_once_backed_up_is_ever_without_one(
    copies: list[Copy], later: timedelta
) -> None:
    """Thinning now and again later leaves a backup, sound if there was one, of each month before."""
    left = stays(stays(copies), NOW + later)

    def months(some: list[Copy]) -> set[tuple[int, int]]:
        past = [one for one in some if NOW + later - one.at >= WEEKLY]
        return {(one.at.year, one.at.month) for one in past}

    # A week that lies in two months is kept by its last day, which may be in the month after.
    assert len(months(copies) - months(left)) <= len(months(copies)) / 2 + 1
    if copies:
        assert left


def test_a_sound_one_stays_before_one_that_is_not() -> None:
    """A file that has become shorter than it says does not take the place of a whole one."""
    day = NOW - timedelta(days=5)
    whole, broken = Copy(day.replace(hour=8)), Copy(day.replace(hour=20), sound=False)
    assert superfluous([whole, broken], NOW) == [broken]
