"""What became of earlier decisions is noted on the item in hand, and those of this body are offered."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from facilitator.desk.item.reports import ReportPanel
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import ConveneMeeting, EnterPhase
from facilitator.meeting.reviews import Progress
from tests.desk.evening import EVENING

FIRST = '"do": "agenda.take-up", "meeting": "sbg-2026-11-27", "item": "i1"'
KEY = Qt.Key


def test_a_report_is_noted_with_the_keyboard(room):
    """Ctrl+R, what, how far, until when; it stands as a row and the item can be finished."""
    here = room(FIRST)
    here.press(KEY.Key_R, with_ctrl=True)
    here.write("长椅修缮", "report.matter")
    here.find("report.progress").setCurrentIndex(list(Progress).index(Progress.DONE))
    here.write("2026-10-31", "report.due")
    here.write("已修好。", "report.text")
    here.write("照片一张", "report.evidence")
    here.press(KEY.Key_Return, with_ctrl=True)
    (event,) = [one.event for one in here.meeting.reviews.all.values()]
    assert (event.matter, event.progress, event.due, event.item) == (
        "长椅修缮",
        Progress.DONE,
        date(2026, 10, 31),
        "i1",
    )
    assert (event.text, event.evidence) == ("已修好。", "照片一张")
    assert here.shows("reports")
    assert here.find("item.finish").property("look") == "primary"


def test_rows_tell_what_is_late_and_until_when_it_is_put_off(room):
    """In words, and marked; what is done is not late."""
    here = room('"review": "r2"')
    done, late = here.view._reports._told
    assert (done.days.replace("\u00a0", " "), done.overdue) == ("原定 10 月 31 日", False)
    assert late.days.replace("\u00a0", " ") == "原定 11 月 15 日 · 已逾期 · 改到 12 月 31 日"
    assert late.overdue


@pytest.mark.parametrize("name", ["report.due", "report.new-due"])
def test_a_date_that_is_none_is_not_sent(room, name):
    """The panel names the field."""
    here = room(FIRST)
    here.click("item.report")
    here.write("长椅修缮", "report.matter")
    here.write("明天吧大概", name)
    here.click("report.done")
    assert "明天吧大概" in here.text("panel.said")
    assert here.acts == []


def test_without_a_matter_it_is_refused(room):
    """Told in the panel."""
    here = room(FIRST)
    here.click("item.report")
    here.click("report.done")
    assert here.text("panel.said")


def test_decisions_of_this_very_meeting_are_not_earlier_ones(room):
    """Nothing is offered that was decided tonight."""
    here = room('"do": "agenda.take-up", "meeting": "sbg-2026-11-27", "item": "i3"')
    here.press(KEY.Key_R, with_ctrl=True)
    assert here.find("report.decision").count() == 1


def test_the_next_meeting_is_offered_what_this_one_decided(room):
    """Number, title and date are filled in; the report bears the number of the decision."""
    here = room("")
    do, later_, name = here.desk.session.do, datetime(2027, 2, 26, 11, tzinfo=UTC), "next"
    for command in (
        ConveneMeeting(meeting=name, body="songbaigang", planned=later_, place="礼堂"),
        AddItem(meeting=name, item="i1", title="落实情况"),
        EnterPhase(meeting=name, phase="sign-in"),
        Arrive(meeting=name, person="su-huimin"),
        EnterPhase(meeting=name, phase="deliberate"),
        TakeUp(meeting=name, item="i1"),
    ):
        do(command, at=later_)
    here.desk.session.clock.at = later_
    panel = ReportPanel(here.desk, here.view, name)
    panel.open()
    offered = [panel.which.itemText(n) for n in range(panel.which.count())]
    assert [text.split("  ")[1] for text in offered[1:]] == [
        "异地医疗即时报销",
        "北巷私装车位桩拆除试行",
    ]
    panel.which.setCurrentIndex(1)
    assert panel.matter.text() == "异地医疗即时报销"
    assert panel.due.day == date(2027, 1, 31)
    here.click("report.done")
    (event,) = [one.event for one in here.desk.session.meeting(name).reviews.all.values()]
    assert (event.decision, event.due) == (1, date(2027, 1, 31))


def test_what_is_known_is_not_asked_twice(room):
    """Without a decision of this body chosen the fields stay as they were typed."""
    here = room(FIRST)
    here.click("item.report")
    here.write("长椅修缮", "report.matter")
    here.panel._turn_to(0)
    assert here.text("report.matter") == "长椅修缮"
    assert here.panel.meeting_id == EVENING
