"""When a notice has to be posted, and by how much it was early or late."""

from datetime import date

import pytest

from facilitator.meeting.calling_off import RescheduleMeeting
from facilitator.meeting.lifecycle import PostNotice
from facilitator.meeting.notice_time import NoticeTime, notice_time
from tests.meeting.hall import EVENING, START, Hall, charter


def hall(days=3):
    """A meeting called for 27 November under a charter that asks for so many days."""
    made = Hall(charter(notice_days=days))
    made.convene()
    return made


@pytest.mark.parametrize(("day", "late"), [(20, 0), (24, 0), (25, 1), (27, 3), (28, 4)])
def test_three_days_are_counted_from_the_day_of_the_meeting(day, late):
    """Three days before the 27th is the 24th: that day is in time, each day after it is one late."""
    found = notice_time(hall().meeting, date(2026, 11, day))
    assert found == NoticeTime(3, date(2026, 11, 24), None, 27 - day)
    assert found.late == late


def test_what_is_posted_counts_and_not_the_day_it_is_asked():
    """Once the notice hangs, a later day makes it no later."""
    one = hall()
    one.do(PostNotice(meeting=EVENING, posted=date(2026, 11, 26)))
    for today in (date(2026, 11, 26), date(2026, 12, 24)):
        found = notice_time(one.meeting, today)
        assert (found.posted, found.ahead, found.late) == (date(2026, 11, 26), 1, 2)


def test_a_charter_that_does_not_say_is_never_missed():
    """Without a number of days there is no last day, and nothing is late."""
    found = notice_time(hall(days=0).meeting, date(2026, 11, 27))
    assert (found.due, found.late) == (None, 0)


def test_another_day_for_the_meeting_is_another_last_day():
    """A meeting that is moved needs its notice anew, reckoned from the new day."""
    one = hall()
    one.do(PostNotice(meeting=EVENING, posted=date(2026, 11, 20)))
    one.do(
        RescheduleMeeting(
            meeting=EVENING, planned=START.replace(month=12, day=4), reason="the hall"
        )
    )
    found = notice_time(one.meeting, date(2026, 11, 27))
    assert (found.posted, found.due, found.ahead) == (None, date(2026, 12, 1), 7)
