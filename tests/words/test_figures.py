"""Dates, times, numbers and money as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from facilitator.words.figures import (
    Unit,
    airy,
    clock,
    clock_seconds,
    column_date,
    counted,
    date_words,
    day_range,
    duration,
    full_date,
    item_number,
    listing,
    meeting_time,
    money,
    numeral,
    short_date,
    time_range,
    weight,
)

DAY = date(2026, 11, 27)
CHINA = timezone(timedelta(hours=8))


def at(hour: int, minute: int, second: int = 0, day: int = 27) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=CHINA)


def test_dates_have_no_leading_zeros_and_the_right_weekday():
    """A date is written as on a notice, in both languages."""
    assert date_words(date(2027, 1, 5), "zh") == "2027年1月5日"
    assert date_words(date(2027, 1, 5), "en") == "5 January 2027"
    assert column_date(date(2027, 1, 5), "zh") == "2027.1.5"
    assert column_date(date(2027, 1, 5), "en") == "5 Jan 2027"
    assert full_date(DAY, "zh") == "2026年11月27日（星期五）"
    assert full_date(DAY, "en") == "Friday, 27 November 2026"
    assert full_date(date(2026, 11, 29), "zh") == "2026年11月29日（星期日）"
    assert short_date(DAY, "zh") == "11月27日"
    assert short_date(date(2026, 9, 1), "en") == "1 Sep"


def test_periods_count_both_ends():
    """A posting from the 28th to the 4th lasts seven days; the year is said again when it changes."""
    first = date(2026, 11, 28)
    assert day_range(first, date(2026, 12, 4), "zh") == "2026年11月28日至12月4日，共7日"
    assert (
        day_range(first, date(2026, 12, 4), "en") == "28 November to 4 December 2026, 7\u00a0days"
    )
    assert day_range(first, date(2027, 1, 2), "zh") == "2026年11月28日至2027年1月2日，共36日"
    assert day_range(first, date(2027, 1, 2), "en").startswith("28 November 2026 to 2 January 2027")
    assert day_range(first, first, "en").endswith("1\u00a0day")


def test_times_are_shown_in_the_offset_they_carry():
    """19:36 in China is 19:36 on paper, whatever the computer's own zone is."""
    assert clock(at(19, 36)) == "19:36"
    assert clock(at(19, 36).astimezone(UTC)) == "11:36"
    assert clock_seconds(at(21, 0, 42)) == "21:00:42"


def test_ranges_take_one_dash():
    """Chinese takes one 一字线, English an en dash; a range within a minute is one time."""
    assert time_range(at(19, 38), at(19, 45), "zh") == "19:38—19:45"
    assert time_range(at(19, 38), at(19, 45), "en") == "19:38–19:45"
    assert time_range(at(20, 52), at(20, 52, 40), "zh") == "20:52"
    assert time_range(at(20, 52), None, "en") == "20:52"


def test_a_range_keeps_to_the_offset_of_its_beginning():
    """Two ends with different offsets are not mixed up, and past midnight the range says so."""
    assert time_range(at(19, 38), at(19, 45).astimezone(UTC), "zh") == "19:38—19:45"
    assert time_range(at(23, 50), at(0, 10, day=28), "zh") == "23:50—次日00:10"
    assert time_range(at(23, 50), at(0, 10, day=28), "en") == "23:50–00:10 (next day)"
    assert time_range(at(20, 0), at(20, 0, day=28), "zh") == "20:00—次日20:00"


def test_a_meeting_has_its_day_and_times_on_one_line():
    """The first line of the record."""
    assert meeting_time(at(19, 36), at(21, 0), "zh") == "2026年11月27日（星期五）19:36—21:00"
    assert meeting_time(at(19, 36), at(21, 0), "en") == "Friday, 27 November 2026, 19:36–21:00"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (23, "二十三"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (2000, "二千"),
        (9999, "九千九百九十九"),
    ],
)
def test_chinese_numerals(number, words):
    """Numbers of agenda items and terms, as they are spoken."""
    assert numeral(number) == words


def test_numerals_end_where_they_are_not_needed():
    """Nothing is made up for a number outside 0–9999."""
    for number in (-1, 10_000):
        with pytest.raises(ValueError, match=str(number)):
            numeral(number)


def test_item_numbers_follow_the_language():
    """二、 in Chinese, 2. in English."""
    assert (item_number(2, "zh"), item_number(2, "en")) == ("二", "2")


def test_money_is_exact_to_the_fen():
    """Fen are shown only where there are some; nothing is rounded."""
    assert money(350_000, "zh") == "3,500元"
    assert money(350_050, "zh") == "3,500.50元"
    assert money(350_005, "en") == "CNY\u00a03,500.05"
    assert money(-5, "zh") == "-0.05元"
    assert money(10**15 + 1, "zh") == "10,000,000,000,000.01元"


def test_weights_are_exact_in_the_unit_people_know():
    """A unit of 0.01 m² shows square metres without losing one hundredth."""
    assert weight(1_040_000, "0.01 m²") == "10,400\u00a0m²"
    assert weight(1_050_001, "0.01 m²") == "10,500.01\u00a0m²"
    assert weight(3, "m²") == "3\u00a0m²"
    assert weight(3, "") == "3"
    assert weight(10**17 + 1, "0.01 m²") == "1,000,000,000,000,000.01\u00a0m²"


def test_counted_things_do_not_break():
    """Where a number and its thing have a space between them, no line ends there."""
    assert counted(9, Unit.VOTES, "zh") == "9票"
    assert counted(1, Unit.VOTES, "en") == "1\u00a0vote"
    assert counted(21_000, Unit.PEOPLE, "en") == "21,000\u00a0people"


def test_every_unit_is_spoken_in_both_languages():
    """No unit shows its pattern, and each differs from the others."""
    for lang in ("zh", "en"):
        shown = [counted(2, unit, lang) for unit in Unit]
        assert len(set(shown)) == len(Unit)
        assert all(one.startswith("2") and "{" not in one for one in shown)


def test_durations():
    """How long a speech was, or by how much it was too long."""
    assert [duration(s, "zh") for s in (20, 120, 140)] == ["20秒", "2分钟", "2分20秒"]
    assert duration(60, "en") == "1\u00a0minute"
    assert duration(140, "en") == "2\u00a0min 20\u00a0s"


def test_lists():
    """Names stand one after another with the mark of the language."""
    assert listing(["陈国栋", "林秀英"], "zh") == "陈国栋、林秀英"
    assert listing(["A", "B"], "en") == "A, B"


def test_screens_give_digits_air():
    """A no-break space stands between Chinese and digits, and nowhere else."""
    assert airy("须赞成9票，9 ≥ 9") == "须赞成\u00a09\u00a0票，9 ≥ 9"
    assert airy("9 votes, 19:36") == "9 votes, 19:36"
