"""What is looked at before a meeting."""

from datetime import date, datetime

import pytest

from facilitator.bodies.membership import VacateSeat
from facilitator.desk.today.checks import State, checks
from facilitator.meeting.lifecycle import PostNotice
from tests.desk.evening import EVENING, at_desk


def lines(desk):
    """Return what is said, without the projector, which is a matter of the machine."""
    found = checks(desk, desk.session.meeting(EVENING))
    return [(one.state, one.text.replace("\u00a0", "")) for one in found[:-1]]


def test_a_meeting_in_good_order(qapp, tmp_path):
    """Notice in time and all seats filled are said as such."""
    with at_desk(tmp_path, "post-notice") as desk:
        assert lines(desk) == [
            (State.GOOD, "通知已张贴，提前7天"),
            (State.GOOD, "13席满额：6 + 6 + 1"),
        ]


def test_whoever_is_on_leave_is_named(qapp, tmp_path):
    """Those who asked for leave stand there by name."""
    with at_desk(tmp_path, "attendance.excuse") as desk:
        assert (State.GOOD, "请假1人：周玉梅") in lines(desk)


@pytest.mark.parametrize(
    ("now", "state", "text"),
    [
        ("2026-11-20T09:00:00+08:00", State.LOOK, "通知还没有张贴，最迟11月24日"),
        ("2026-11-24T09:00:00+08:00", State.LOOK, "通知最迟今天要张贴"),
        ("2026-11-25T09:00:00+08:00", State.BAD, "通知还没有张贴，已经晚了1天"),
    ],
)
def test_a_notice_that_is_not_out_says_until_when(qapp, tmp_path, now, state, text):
    """The charter of the sample asks for three days."""
    with at_desk(tmp_path, "zheng-xiaotong") as desk:
        desk.session.clock.at = datetime.fromisoformat(now)
        assert lines(desk)[0] == (state, text)


def test_a_notice_that_was_late_says_by_how_much(qapp, tmp_path):
    """Posted the day before, where three days are asked."""
    with at_desk(tmp_path, "zheng-xiaotong") as desk:
        desk.session.do(PostNotice(meeting=EVENING, posted=date(2026, 11, 26)))
        assert lines(desk)[0] == (State.BAD, "通知晚贴了2天（章程要求提前3天）")


def test_empty_seats_are_named_by_group(qapp, tmp_path):
    """A member who has left leaves a seat that is missing in its group."""
    with at_desk(tmp_path, "post-notice") as desk:
        left = VacateSeat(body="songbaigang", member="zhou-yumei", reason="搬走")
        assert desk.do(left)
        assert (State.LOOK, "新居民5/6，缺1") in lines(desk)


def test_an_empty_agenda_comes_first(qapp, tmp_path):
    """Without an item there is nothing to meet about."""
    with at_desk(tmp_path, "meeting.convene") as desk:
        assert lines(desk)[0] == (State.BAD, "议程还是空的")


def test_english_says_the_same(qapp, tmp_path):
    """Every line has its English."""
    with at_desk(tmp_path, "attendance.excuse", lang="en") as desk:
        assert [text for _, text in lines(desk)] == [
            "Notice posted 7 days ahead",
            "All 13seats filled: 6 + 6 + 1",
            "On leave, 1person: 周玉梅",
        ]
