"""What stands in a form is words, and comes back from a draft as it was typed."""

from datetime import date

import pytest

from facilitator.acts import RuleViolation
from facilitator.desk.forum.people import split_names
from facilitator.desk.forum.reports.fill import Fill, KeptFill, read_when
from facilitator.desk.secretary.drafts import Draft, drafts_of
from tests.desk.forum.table import NEWS
from tests.desk.forum.wall.day import FORUM, at_forum

HELD = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11月30日", date(2026, 11, 30)),
        ("11 月 30 号", date(2026, 11, 30)),
        ("11-30", date(2026, 11, 30)),
        ("12/4", date(2026, 12, 4)),
        ("12.4", date(2026, 12, 4)),
        ("2027-01-05", date(2027, 1, 5)),
        ("1-5", date(2027, 1, 5)),
        ("11-20", date(2026, 11, 20)),
        ("", None),
    ],
)
def test_days_are_read_as_groups_write_them(text, day):
    """Without a year it is the next such day, seen from the meeting."""
    assert read_when(text, HELD) == day


@pytest.mark.parametrize("text", ["下周", "月底", "13-40", "11-31", "2026年"])
def test_what_is_no_day_is_refused(text):
    """Nothing is guessed."""
    with pytest.raises(RuleViolation, match="not-a-date"):
        read_when(text, HELD)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郑卫东、白雪梅，孙立军", ["郑卫东", "白雪梅", "孙立军"]),
        ("郑卫东 白雪梅\n孙立军", ["郑卫东", "白雪梅", "孙立军"]),
        ("张 三", ["张 三"]),
        ("Li Ming, Chen Guodong", ["Li Ming", "Chen Guodong"]),
        ("郑卫东、、郑卫东", ["郑卫东"]),
    ],
)
def test_names_in_a_row_are_told_apart(text, names):
    """A space between two Chinese names separates; in one name it does not."""
    assert split_names(text) == names


def test_a_form_without_words_is_blank():
    """Names and heads alone are no words of the group."""
    assert Fill(participants=("郑卫东",), heads="3", points=" \n").blank
    assert not Fill(requests="请物业来").blank
    assert Fill(points="一\n\n 二 ").lines == ("一", "二")


def test_drafts_that_something_else_wrote_lose_no_word(qapp, tmp_path):
    """What is no form is taken as points; fields that are missing are empty."""
    with at_forum(tmp_path, NEWS) as desk:
        kept = KeptFill(desk, desk.session.meeting(FORUM))
        drafts_of(desk).keep(kept.key("t07"), Draft(text="只是几个字"))
        assert kept.read("t07") == Fill(points="只是几个字")
        drafts_of(desk).keep(kept.key("t07"), Draft(text='{"points": "一", "steps": [["a"]]}'))
        assert kept.read("t07") == Fill(points="一")
        full = Fill(
            ("甲",), "乙", ("丙", "丁"), "15", "一\n二", (("甲", "看", "11-30"),), "r", "s", "q"
        )
        kept.keep("t07", full)
        assert kept.read("t07") == full
        assert kept.key("t07") != kept.key("T07")
        kept.drop("t07")
        assert kept.read("t07") is None
