"""The head of the item: one filled button, the next step; what cannot be done now says why."""

import pytest
from PySide6.QtCore import Qt

from facilitator.desk.item.view import ItemView
from facilitator.meeting.attendance import Leave
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.items import PostponeItem
from facilitator.meeting.motions import PutAmendment, PutMotion, SecondMotion
from tests.desk.evening import EVENING

BEGUN = '"do": "agenda.take-up", "meeting": "sbg-2026-11-27", "item": "i2"'
MOVED = '"do": "floor.agree-limits"'
SPEAKING = '"note": "n5"'
DECIDED = '"do": "decisions.assign", "meeting": "sbg-2026-11-27", "decision": 1'
KEY = Qt.Key


def filled(here):
    """The filled buttons of the head that are shown."""
    names = ("vote.open", "motion.put", "item.finish")
    shown = [here.find(name) for name in names if here.shows(name)]
    return [one.objectName() for one in shown if one.property("look") == "primary"]


@pytest.mark.parametrize(
    ("until", "step"),
    [
        (BEGUN, "motion.put"),
        (MOVED, "vote.open"),
        (SPEAKING, "vote.open"),
        (DECIDED, "item.finish"),
        ('"review": "r2"', "item.finish"),
    ],
)
def test_one_button_is_filled_and_it_is_the_next_step(room, until, step):
    """No motion yet: put one. An open one: vote. Decided or reported: finish."""
    assert filled(room(until)) == [step]


def test_number_time_and_title(room):
    """When it began and how much of its time is used; the minute that is over is counted at once."""
    here = room(MOVED)
    assert here.text("item.about") == "第 2 项 · 19:45 开始 · 1 / 25 分钟"
    assert here.text("item.title") == "异地医疗即时报销"
    here.later(60)
    assert here.text("item.about").endswith("2 / 25 分钟")
    here.later(24 * 60)
    assert here.find("item.about").property("tone") == "warn"


class TestTheVote:
    def test_f8_asks_for_the_vote_on_the_motion(self, room):
        """From the secretary's line; the page does the rest."""
        here = room(MOVED)
        here.press(KEY.Key_F8)
        here.click("vote.open")
        assert here.wanted == ["m2", "m2"]
        assert here.acts == []

    def test_an_amendment_goes_first(self, room):
        """Its turn is before the motion's."""
        here = room(MOVED)
        here.do(
            PutAmendment(
                meeting=EVENING,
                motion="a9",
                amends="m2",
                mover="chen-guodong",
                text="加一句。",
                becomes="请街道商定，三个月内答复。",
            )
        )
        assert "还没有人附议" in here.find("vote.open").toolTip()
        here.do(SecondMotion(meeting=EVENING, motion="a9", member="lin-xiuying"))
        here.press(KEY.Key_F8)
        assert here.wanted == ["a9"]

    def test_while_somebody_speaks_it_waits_and_says_why(self, room):
        """The button cannot be clicked and tells why; the key tells it as a notice."""
        here = room(SPEAKING)
        button = here.find("vote.open")
        assert not button.isEnabled()
        assert button.toolTip() == button.accessibleDescription() != ""
        assert "刘小燕" in button.toolTip()
        here.press(KEY.Key_F8)
        assert here.notices[-1].text == button.toolTip()
        assert here.wanted == []
        here.do(EndSpeech(meeting=EVENING))
        assert button.isEnabled()
        assert button.toolTip() == ""

    def test_without_a_motion_the_key_says_so(self, room):
        """Nothing to vote on is no silence."""
        here = room(BEGUN)
        here.press(KEY.Key_F8)
        assert here.notices[-1].text == "没有待表决的动议。"


class TestPuttingOff:
    def test_the_item_goes_with_its_motion(self, room):
        """One reason for both; nothing is left hanging."""
        here = room(MOVED)
        here.click("item.postpone")
        here.write("时间不够。", "reason.text")
        here.click("reason.done")
        assert here.acts == ["PostponeMotion", "PostponeItem"]
        assert here.meeting.agenda.item("i2").reason == "时间不够。"
        assert here.shows("calm")

    def test_a_reason_is_needed(self, room):
        """Without one the panel says so and stays."""
        here = room(BEGUN)
        here.click("item.postpone")
        here.click("reason.done")
        assert here.text("panel.said")
        assert here.acts == []


def test_a_key_finishes_the_item(room):
    """When a motion was decided; before that it says what is open."""
    here = room(MOVED)
    here.press(KEY.Key_F, with_ctrl=True, with_shift=True)
    assert "动议2-1" in here.notices[-1].text
    other = room(DECIDED)
    other.press(KEY.Key_F, with_ctrl=True, with_shift=True)
    assert other.acts == ["FinishItem"]
    assert other.shows("calm")


def test_a_key_goes_on_to_the_next_item(room):
    """Done with this one, and the next is in hand."""
    here = room(DECIDED)
    here.press(KEY.Key_PageDown, with_ctrl=True)
    assert here.acts == ["FinishItem", "TakeUp"]
    assert here.meeting.agenda.in_hand == "i3"
    here.do(PutMotion(meeting=EVENING, motion="m9", mover="chen-guodong", text="甲。"))
    here.press(KEY.Key_PageDown, with_ctrl=True)
    assert here.meeting.agenda.in_hand == "i3"
    assert "动议3-1" in here.notices[-1].text


class TestWhereItIsNarrow:
    def test_what_has_no_room_is_in_the_menu(self, room):
        """At 500 pixels only the next step stands beside the title; the menu has the rest, and it works."""
        here = room(MOVED, room=(500, 400))
        assert here.shows("vote.open")
        assert not here.shows("item.postpone")
        here.choose("item.more", "item.postpone")
        assert here.panel.objectName() == "reason"

    def test_nothing_is_both_in_the_menu_and_beside_it(self, room):
        """Where everything has room there is no menu."""
        here = room(MOVED, room=(1100, 500))
        assert not here.shows("item.more")
        for name in ("motion.amend", "item.postpone", "motion.put", "item.report"):
            assert here.shows(name)

    def test_keys_do_not_mind(self, room):
        """A key works whether its button is shown or not."""
        here = room(MOVED, room=(500, 400))
        here.press(KEY.Key_A, with_ctrl=True, with_shift=True)
        assert here.panel.objectName() == "amend"


def test_keys_are_silent_where_the_view_is_hidden(room):
    """While another view has the middle its keys are its own."""
    here = room(MOVED)
    here.view.hide()
    for key in (KEY.Key_F5, KEY.Key_F8):
        here.press(key)
    assert (here.wanted, here.notices, here.is_panel_open) == ([], [], False)
    here.view.show()
    here.press(KEY.Key_F8)
    assert here.wanted == ["m2"]


def test_nor_do_they_speak_for_a_page_that_shows_something_else(room):
    """The page that owns the keys is shown, but this view is not: it is silent all the same."""
    here = room(MOVED)
    here.view.hide()
    other = ItemView(here.desk, EVENING, owner=here.window)
    wanted = []
    other.vote_wanted.connect(wanted.append)
    here.window.layout().addWidget(other)
    other.show()
    here.press(KEY.Key_F8)
    other.hide()
    here.press(KEY.Key_F8)
    assert wanted == ["m2"]


def test_other_acts_of_the_room_are_followed(room):
    """An item that is put off elsewhere leaves the middle; a lost quorum reaches the button."""
    here = room(BEGUN)
    here.do(PostponeItem(meeting=EVENING, item="i2", reason="late"))
    assert here.shows("calm")
    other = room(MOVED)
    other.do(Leave(meeting=EVENING, person="wang-jianjun"))
    assert other.find("vote.open").isEnabled()
