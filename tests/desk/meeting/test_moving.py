"""Beginning a meeting on another day than planned: asked once, wherever one begins it from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.desk.meeting.moving import OtherDayPanel
from facilitator.desk.places import Place
from facilitator.meeting.format import Stage
from tests.desk.evening import EVENING, at_desk
from tests.desk.meeting.menus import click, panel
from tests.desk.shown import said, shown

HERE = f"meetings/{EVENING}"


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk on the day on which the notice was posted, a week before."""
    with at_desk(tmp_path, "post-notice") as it:
        yield it


def stage(desk):
    return desk.session.meeting(EVENING).phase.stage


def test_both_days_are_named_and_nothing_happens_before_the_answer(desk):
    """From the button of the preparation, that of the strip and its key; Cancel leaves all as it was."""
    with shown(desk, HERE) as window:
        for begin in (
            lambda: click(window, "prepare.forward"),
            lambda: click(window, "strip.forward"),
            lambda: QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        ):
            begin()
            asked = panel(window)
            words = said(asked).replace("\u00a0", "").replace(" ", "")
            assert "会议原定2026年11月27日（星期五），今天是2026年11月20日（星期五）。" in words
            assert stage(desk) is Stage.BEFORE
            click(asked, "panel.cancel")
            assert stage(desk) is Stage.BEFORE


def test_yes_begins_it(desk):
    """And the keys are where numbers are typed, as on the day."""
    with shown(desk, HERE) as window:
        click(window, "prepare.forward")
        click(panel(window), "other-day.done")
        assert stage(desk) is Stage.GATHERING
        assert window.focusWidget().objectName() == "door.find"


def test_today_asks_for_a_day_that_has_passed(desk):
    """The big button begins what was to be days ago, and leads there after the answer alone."""
    planned = desk.session.meeting(EVENING).call.planned
    desk.session.clock.at = planned.replace(month=12, day=2)
    with shown(desk) as window:
        click(window, "today.go-on")
        assert stage(desk) is Stage.BEFORE
        assert window.place == Place("today")
        click(panel(window), "other-day.done")
        assert stage(desk) is Stage.GATHERING
        assert window.place == Place("meetings", EVENING)


def test_on_the_day_nobody_is_asked(desk):
    """From the first minute of it."""
    desk.session.clock.at = desk.session.meeting(EVENING).call.planned.replace(hour=0, minute=0)
    with shown(desk, HERE) as window:
        click(window, "prepare.forward")
        assert stage(desk) is Stage.GATHERING
        assert window.findChild(OtherDayPanel) is None
