"""Days and times near by, as people say them."""

from datetime import date, datetime, timedelta

import pytest

from facilitator.words.moments import due_words, moment_words, since_words, until_words

NOW = datetime.fromisoformat("2026-11-27T18:52:00+08:00")
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("at", "zh", "en"),
    [
        ("2026-11-27T19:30:00+08:00", "今晚 19:30", "Tonight 19:30"),
        ("2026-11-27T09:00:00+08:00", "今天 09:00", "Today 09:00"),
        ("2026-11-28T14:00:00+08:00", "明天 14:00", "Tomorrow 14:00"),
        ("2026-11-26T14:00:00+08:00", "昨天 14:00", "Yesterday 14:00"),
        ("2026-12-04T19:30:00+08:00", "12_月_4_日 19:30", "4 Dec 19:30"),
        ("2027-01-29T19:30:00+08:00", "2027_年_1_月_29_日 19:30", "29 January 2027 19:30"),
    ],
)
def test_a_time_is_named_by_the_day_it_is_on(at, zh, en):
    """Days next to today have names; others their date, with the year where it is another."""
    when = datetime.fromisoformat(at)
    assert moment_words(when, NOW, "zh") == zh.replace("_", SPACE)
    assert moment_words(when, NOW, "en") == en


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [
        (0, "", ""),
        (-5, "", ""),
        (1, "还有_1_分钟", "in 1 minute"),
        (38, "还有_38_分钟", "in 38 minutes"),
        (90, "还有_90_分钟", "in 90 minutes"),
        (125, "还有_2_小时", "in 2 hours"),
        (11 * 60, "还有_11_小时", "in 11 hours"),
        (24 * 60, "还有_1_天", "1 day to go"),
        (7 * 24 * 60, "还有_7_天", "7 days to go"),
    ],
)
def test_what_is_to_come_is_told_in_one_unit(minutes, zh, en):
    """Minutes for an hour and a half, hours for the day, then days; nothing once it has come."""
    then = NOW + timedelta(minutes=minutes)
    assert until_words(then, NOW, "zh") == zh.replace("_", SPACE)
    assert until_words(then, NOW, "en") == en


def test_half_a_minute_is_not_nothing():
    """Rounded up: what begins in 30 seconds has not begun."""
    assert until_words(NOW + timedelta(seconds=30), NOW, "en") == "in 1 minute"


@pytest.mark.parametrize(
    ("days", "zh"), [(-12, "逾期_12_天"), (-1, "逾期_1_天"), (0, "今天到期"), (3, "还剩_3_天")]
)
def test_what_is_due_is_late_due_or_has_days_left(days, zh):
    """The day itself is not late."""
    today = date(2026, 11, 27)
    assert due_words(today + timedelta(days=days), today, "zh") == zh.replace("_", SPACE)


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (59, "0_分钟", "0\u00a0minutes"),
        (40 * 60, "40_分钟", "40\u00a0minutes"),
        (3600, "1_小时", "1 hour"),
        (3 * 3600 + 300, "3_小时_5_分钟", "3 hours 5\u00a0minutes"),
        (-10, "0_分钟", "0\u00a0minutes"),
    ],
)
def test_what_lasts_is_told_in_whole_minutes(seconds, zh, en):
    """A clock that was set back makes nothing negative."""
    assert since_words(NOW, NOW + timedelta(seconds=seconds), "zh") == zh.replace("_", SPACE)
    assert since_words(NOW, NOW + timedelta(seconds=seconds), "en") == en
