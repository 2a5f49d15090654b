"""How matters, calls and matters from outside stand, in one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from facilitator.followup.entries import Assessed, View
from facilitator.followup.intake import Source
from facilitator.followup.standing import Standing
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import (
    assessment_words,
    at_words,
    call_words,
    differ_words,
    intake_words,
    money_words,
    overdue_words,
    source_words,
    standing_words,
)
from facilitator.words.tongue import NBSP

DUE, TODAY = date(2026, 9, 30), date(2026, 11, 21)
GOING = Standing("城建办", DUE, Progress.IN_PROGRESS, None, None, None, None, 0, 0)
MADE = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_a_standing_says_progress_day_and_delay():
    """As on the mock-up: 进行中，9月30日到期，逾期52天; the year stands where it is another."""
    assert standing_words(GOING, TODAY, "zh") == "进行中，9月30日到期，逾期52天"
    assert (
        plain(standing_words(GOING, TODAY, "en")) == "In progress, due on 30 Sep, 52 days overdue"
    )
    assert standing_words(GOING, DUE, "zh") == "进行中，9月30日到期"
    assert "2026年9月30日" in standing_words(GOING, date(2027, 1, 1), "zh")


def test_what_is_settled_says_no_day_but_its_review():
    """Done is done; when it is looked at again is said once, also where that is the day it is due."""
    done = replace(GOING, progress=Progress.DONE)
    assert standing_words(done, TODAY, "zh") == "完成"
    again = replace(done, review_on=date(2027, 11, 21))
    assert standing_words(again, TODAY, "zh") == "完成，2027年11月21日复查"
    same = replace(GOING, review_on=DUE)
    assert standing_words(same, DUE, "zh") == "进行中，9月30日到期"
    nothing = replace(GOING, progress=None, due=None)
    assert standing_words(nothing, TODAY, "zh") == "还没有回报"


def test_what_is_done_or_given_up_is_never_plainly_overdue():
    """Only its planned look can be late; of what is not settled it is whichever is late the longest."""
    looked = replace(GOING, review_on=date(2026, 11, 1))
    assert overdue_words(looked, TODAY, "zh") == "逾期52天"
    for progress in (Progress.DONE, Progress.ABANDONED):
        settled = replace(looked, progress=progress)
        assert overdue_words(settled, TODAY, "zh") == "复查逾期20天"
        assert overdue_words(replace(settled, review_on=None), TODAY, "zh") == ""
        assert standing_words(settled, TODAY, "zh").endswith("，11月1日复查，复查逾期20天")
    later = replace(looked, due=date(2026, 12, 1))
    assert overdue_words(later, TODAY, "zh") == "复查逾期20天"
    assert overdue_words(replace(looked, review_on=DUE), TODAY, "zh") == "逾期52天"


def test_the_two_views_are_told_apart_only_where_they_differ():
    """Both as they were said."""
    assert differ_words(GOING, "zh") == ""
    done = replace(GOING, progress=Progress.DONE, view=View.HALF)
    assert differ_words(done, "zh") == "承办单位说完成，居民说办一半。"
    silent = replace(GOING, progress=None, view=View.DONE)
    assert differ_words(silent, "en") == "The office says: nothing yet. Residents say: Done."


def test_an_assessment_says_how_many_and_what_most_say_first():
    """Answers that nobody gave are not there."""
    said = Assessed(entry="a", not_done=5, unclear=1)
    assert assessment_words(said, "zh") == "6人评：没办5，说不清1"
    assert assessment_words(Assessed(entry="a", done=1, half=2), "zh") == "3人评：办一半2，办好了1"


@pytest.mark.parametrize(
    ("granted", "paid", "words"),
    [
        (0, 0, ""),
        (0, 120_050, "已付1,200.50元"),
        (240_000, 0, "经费2,400元，已付0元，还剩2,400元"),
        (240_000, 240_000, "经费2,400元，已付2,400元"),
        (240_000, 240_001, "经费2,400元，已付2,400.01元，超出0.01元"),
    ],
)
def test_money_is_said_to_the_fen(granted: int, paid: int, words: str):
    """What was granted, what was paid, and what is left or too much."""
    assert money_words(granted, paid, "zh") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1分钟到场，在30分钟之内"),
        (17 * 60, "17分钟到场，在30分钟之内"),
        (30 * 60, "30分钟到场，在30分钟之内"),
        (30 * 60 + 1, "31分钟到场，超过1分钟"),
        (47 * 60, "47分钟到场，超过17分钟"),
        (4 * 3600 + 300, "4小时5分钟到场，超过3小时35分钟"),
    ],
)
def test_whoever_came_was_in_time_or_not(seconds: int, words: str):
    """A minute begun is a minute: at thirty minutes and a second it is the thirty-first."""
    there = MADE + timedelta(seconds=seconds)
    assert call_words(MADE, 30, there, there, "zh") == words


@pytest.mark.parametrize(
    ("seconds", "minutes", "words"),
    [
        (18 * 60 + 36, 30, "还有11:24"),
        (30 * 60, 30, "还有0:00"),
        (30 * 60 + 10, 30, "超过10秒"),
        (42 * 60 + 59, 30, "超过12分钟"),
        (0, 180, "还有3小时"),
        (0, 5 * 24 * 60, "还有5日"),
        (60, 119, "还有118:00"),
    ],
)
def test_a_call_that_runs_says_what_is_left(seconds: int, minutes: int, words: str):
    """To the second at the end, in hours and days before."""
    now = MADE + timedelta(seconds=seconds)
    assert call_words(MADE, minutes, None, now, "zh") == words


def test_calls_are_told_in_english_too():
    """The same three things."""
    there = MADE + timedelta(minutes=17)
    said = call_words(MADE, 30, there, there, "en")
    assert plain(said) == "on the spot after 17 minutes, within the 30 minutes set"
    assert plain(call_words(MADE, 300, None, MADE, "en")) == "5 hours still left"


def test_where_a_matter_came_from():
    """The hotline by its number, with their number for it; a source without a name by its kind."""
    assert source_words(Source.HOTLINE, "6712345", "QD-1", "zh") == "热线6712345（编号QD-1）"
    assert source_words(Source.WALK, "", "", "zh") == "走访"
    for source in Source:
        for lang in ("zh", "en"):
            assert "王" in source_words(source, "王", "", lang)


def test_how_a_matter_from_outside_stands():
    """Waiting, on an agenda, late, answered or passed on."""

    def said(**fields: object) -> str:
        given = {"answer_by": None, "settled": None, "settled_on": None, "settled_to": None}
        return intake_words(**{**given, "day": TODAY, "lang": "zh", **fields})  # pyright: ignore

    assert said() == "待办"
    assert said(answer_by=date(2026, 12, 4)) == "12月4日前答复"
    assert said(answer_by=date(2026, 11, 18)) == "11月18日前答复，逾期3天"
    assert said(on_agenda="第2次会议", answer_by=TODAY) == "已列入第2次会议议程，11月21日前答复"
    assert said(settled="answered", settled_on=TODAY) == "11月21日已答复"
    assert said(settled="referred", settled_on=TODAY, settled_to="房管所") == "11月21日已转房管所"
    assert said(settled="referred") == "已转"


def test_a_time_says_its_day_where_that_is_not_today():
    """14:03 of today, and the day before it of any other."""
    assert at_words(MADE, TODAY, "zh") == "14:03"
    assert at_words(MADE, TODAY + timedelta(days=1), "zh") == "11月21日 14:03"
