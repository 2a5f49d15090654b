"""While no item is in hand one thing is offered: the next item, or the reading back."""

from PySide6.QtCore import Qt

from facilitator.meeting.format import Stage
from facilitator.meeting.items import PostponeItem, TakeUp
from facilitator.meeting.lifecycle import Recess
from tests.desk.evening import EVENING

OPENED = '"do": "agenda.move"'
BETWEEN = '"do": "agenda.finish", "meeting": "sbg-2026-11-27", "item": "i2"'
ALL_DONE = '"do": "agenda.postpone", "meeting": "sbg-2026-11-27", "item": "i4"'
KEY = Qt.Key


def test_at_the_beginning_the_first_item_is_offered(room):
    """Its number, title and time; one click and it is in hand."""
    here = room(OPENED)
    assert here.text("calm.said") == "下一项：第 1 项 · 10 分钟"
    assert here.text("calm.title") == "上次决定落实情况"
    here.click("calm.next")
    assert here.meeting.agenda.in_hand == "i1"
    assert here.text("item.title") == "上次决定落实情况"


def test_between_items_the_last_result_can_be_said(room):
    """What was decided just now stands above what comes next."""
    here = room(BETWEEN)
    assert here.text("calm.over").startswith("第 2 项 异地医疗即时报销 · 通过：赞成 10 票")
    assert here.text("calm.next") == "开始第 3 项"


def test_a_paused_item_is_gone_on_with(room):
    """Left for another and come back to: it is not begun a second time."""
    here = room(OPENED)
    here.click("calm.next")
    here.do(TakeUp(meeting=EVENING, item="i2"))
    here.do(PostponeItem(meeting=EVENING, item="i2", reason="late"))
    assert here.text("calm.next") == "继续第 1 项"


def test_the_key_for_the_next_item_works_here_too(room):
    """As well as the button."""
    here = room(BETWEEN)
    here.press(KEY.Key_PageDown, with_ctrl=True)
    assert here.meeting.agenda.in_hand == "i3"


def test_when_all_is_done_the_record_is_read_back(room):
    """The next phase of the format that closes, whatever it is called."""
    here = room(ALL_DONE)
    assert here.text("calm.said") == "议程各项都已处理。"
    here.click("calm.next")
    assert here.meeting.phase.stage is Stage.CLOSING


def test_during_a_break_nothing_is_begun(room):
    """The button says why."""
    here = room(BETWEEN)
    here.do(Recess(meeting=EVENING))
    button = here.find("calm.next")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() != ""


def test_keys_of_the_item_say_that_there_is_none(room):
    """Not one of them is silent."""
    here = room(BETWEEN)
    for key in (KEY.Key_F5, KEY.Key_F6, KEY.Key_F7, KEY.Key_F8):
        before = len(here.notices)
        here.press(key)
        assert len(here.notices) == before + 1
