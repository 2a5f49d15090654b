"""Motions are put, seconded, amended, put right and withdrawn; every wording there was can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.desk.widgets import Wording
from facilitator.meeting.motions import MotionState, RewordMotion
from tests.desk.audit import audit
from tests.desk.evening import EVENING

KEY = Qt.Key
BEGUN = '"do": "agenda.take-up", "meeting": "sbg-2026-11-27", "item": "i2"'
PUT = '"do": "motions.put", "meeting": "sbg-2026-11-27", "motion": "m2"'
SECONDED = '"do": "motions.second", "meeting": "sbg-2026-11-27", "motion": "m2"'
AMENDED = '"do": "polls.close", "meeting": "sbg-2026-11-27", "poll": "p-a2"'
DECIDED = '"do": "decisions.assign", "meeting": "sbg-2026-11-27", "decision": 1'
LOST = '"do": "motions.second", "meeting": "sbg-2026-11-27", "motion": "m4"'
BETTER = "请街道办事处与湖北省洪湖市商定，在广州的三家医院即时报销。"


def wording(here, motion):
    """The wording on a card, as it is read."""
    (first, *_) = here.find(f"motion.{motion}").findChildren(Wording)
    return first.text().replace("\u00a0", "")


def opened(here, motion):
    """The whole texts that a card shows, one below the other."""
    shown = here.find(f"motion.{motion}").findChildren(Wording)
    return [one.text().replace("\u00a0", "") for one in shown if one.isVisible()]


class TestPutting:
    def test_a_motion_is_put_with_the_keyboard(self, room):
        """Ctrl+M, who, Tab, the words, Ctrl+Enter: it stands on a card, with who moved it."""
        here = room(BEGUN)
        here.press(KEY.Key_M, with_ctrl=True)
        here.write("7")
        here.write("请街道商定报销办法。", "put.text")
        here.find("put.text").setFocus()
        here.press(KEY.Key_Return, with_ctrl=True)
        motion = here.meeting.motions.motion("m1")
        assert (motion.mover, motion.title) == ("wang-jianjun", "异地医疗即时报销")
        assert wording(here, "m1") == "请街道商定报销办法。"
        assert here.text("motion.m1.number") == "动议 2-1"
        assert here.text("motion.m1.people") == "王建军 提出"

    def test_whoever_has_the_floor_is_the_mover(self, room):
        """Somebody speaks and moves: they are chosen already, and can be changed."""
        here = room('"note": "n7"')
        here.press(KEY.Key_M, with_ctrl=True)
        assert here.panel.mover.person == "huang-zhiqiang"
        here.write("5", "put.mover.find")
        assert here.panel.mover.person == "he-weiming"

    def test_without_a_mover_it_is_not_put(self, room):
        """The panel says what is missing, and keeps what was typed."""
        here = room(BEGUN)
        here.click("motion.put")
        here.write("甲。", "put.text")
        here.click("put.done")
        assert here.text("panel.said") == "请先选提出人。"
        assert here.find("put.text").toPlainText() == "甲。"

    def test_a_refusal_is_told_in_the_panel(self, room):
        """A motion without words is none."""
        here = room(BEGUN)
        here.click("motion.put")
        here.write("7", "put.mover.find")
        here.click("put.done")
        assert here.text("panel.said")
        assert here.acts == []

    def test_what_was_typed_survives_a_panel_that_is_closed(self, room):
        """Esc by accident, and again: all of it is there. Once it is put, the next panel is empty."""
        here = room(BEGUN)
        here.click("motion.put")
        here.write("7", "put.mover.find")
        here.write("请街道商定", "put.text")
        here.press(KEY.Key_Escape)
        assert not here.is_panel_open
        here.press(KEY.Key_M, with_ctrl=True)
        assert here.panel.mover.person == "wang-jianjun"
        assert here.find("put.text").toPlainText() == "请街道商定"
        assert here.shows("draft.said")
        here.click("put.done")
        here.press(KEY.Key_M, with_ctrl=True)
        assert here.find("put.text").toPlainText() == ""
        assert not here.shows("draft.said")

    def test_one_can_begin_anew(self, room):
        """What was typed before can be thrown away with a click."""
        here = room(BEGUN)
        here.click("motion.put")
        here.write("旧的", "put.text")
        here.press(KEY.Key_Escape)
        here.press(KEY.Key_M, with_ctrl=True)
        here.click("draft.anew")
        assert here.find("put.text").toPlainText() == ""
        here.press(KEY.Key_Escape)
        here.press(KEY.Key_M, with_ctrl=True)
        assert not here.shows("draft.said")


class TestSeconding:
    def test_it_needs_another_member(self, room):
        """The mover is not among those who can be chosen; the card asks for a second until there is one."""
        here = room(PUT)
        assert here.find("motion.m2.second").property("look") == "soft"
        here.click("motion.m2.second")
        assert "wang-jianjun" not in [one.id for one in here.panel.member.people]
        here.write("9", "second.member.find")
        here.press(KEY.Key_Return)
        assert here.meeting.motions.motion("m2").second == "zhang-haibo"
        assert here.text("motion.m2.people") == "王建军 提出 · 张海波 附议"
        assert not here.shows("motion.m2.second")

    def test_nobody_is_no_second(self, room):
        """Enter without a choice asks for one."""
        here = room(PUT)
        here.click("motion.m2.second")
        here.press(KEY.Key_Return)
        assert here.text("panel.said") == "请先选附议人。"


class TestAmending:
    def amend(self, here, text=BETTER, mover="4"):
        here.press(KEY.Key_A, with_ctrl=True, with_shift=True)
        here.write(mover, "amend.mover.find")
        here.find("amend.becomes").selectAll()
        here.write(text, "amend.becomes")

    def test_the_change_is_worded_by_itself(self, room):
        """Write how the motion would read: what changes is marked, and said as one moves it."""
        here = room(SECONDED)
        self.amend(here)
        assert here.text("amend.text") == "将“两”改为“三”。"
        assert audit(here.panel) == []
        assert here.find("amend.changed").accessibleDescription() == "删去“两”；加上“三”"
        here.click("amend.done")
        motion = here.meeting.motions.motion("a1")
        assert (motion.text, motion.becomes) == ("将“两”改为“三”。", BETTER)
        assert motion.mover == "liang-huifang"

    def test_ones_own_words_for_it_stay(self, room):
        """Who words the change is not overwritten by further typing."""
        here = room(SECONDED)
        self.amend(here)
        here.find("amend.text").selectAll()
        here.write("多一家医院。", "amend.text")
        here.write("好。", "amend.becomes")
        assert here.text("amend.text") == "多一家医院。"

    def test_the_card_shows_what_the_motion_would_become(self, room):
        """Beneath the motion: who, the change, and the whole with what goes out and comes in."""
        here = room(SECONDED)
        self.amend(here)
        here.click("amend.done")
        assert here.text("motion.a1.number") == "动议 2-1 修正案"
        assert opened(here, "a1") == [
            "请街道办事处与湖北省洪湖市商定，在广州的两三家医院即时报销。"
        ]

    def test_nothing_changed_is_no_amendment(self, room):
        """The panel opens with the wording as it is; sent like that it says so."""
        here = room(SECONDED)
        here.press(KEY.Key_A, with_ctrl=True, with_shift=True)
        here.write("4", "amend.mover.find")
        here.click("amend.done")
        assert "还没有改动" in here.text("panel.said")

    def test_it_survives_a_closed_panel(self, room):
        """What was worded so far is there again, also how it would read."""
        here = room(SECONDED)
        self.amend(here)
        here.press(KEY.Key_Escape)
        here.press(KEY.Key_A, with_ctrl=True, with_shift=True)
        assert here.find("amend.becomes").toPlainText() == BETTER
        assert here.panel.mover.person == "liang-huifang"

    def test_an_amendment_that_no_longer_fits_says_so(self, room):
        """The motion was put right meanwhile: the card tells that it has to be moved anew."""
        here = room(SECONDED)
        self.amend(here)
        here.click("amend.done")
        here.do(RewordMotion(meeting=EVENING, motion="m2", text="甲。", reason="听错"))
        labels = [one.text() for one in here.find("motion.a1").findChildren(QLabel)]
        assert "动议文字后来又有改动，须重新提出修正案。" in labels


class TestTheMenuOfACard:
    def test_a_wording_is_put_right_with_its_reason(self, room):
        """The old wording stays readable on the card, with when and why."""
        here = room(SECONDED)
        here.choose("motion.m2.more", "reword")
        here.find("reword.text").selectAll()
        here.write(BETTER, "reword.text")
        here.write("记录有误", "reason.text")
        here.click("reword.done")
        assert wording(here, "m2") == BETTER
        here.click("motion.m2.before")
        assert (
            opened(here, "m2")[1] == "请街道办事处与湖北省洪湖市商定，在广州的两三家医院即时报销。"
        )
        here.click("motion.m2.before")
        assert len(opened(here, "m2")) == 1

    @pytest.mark.parametrize(
        ("line", "state", "said"),
        [
            ("withdraw", MotionState.WITHDRAWN, "已撤回 · 另行提出。"),
            ("postpone", MotionState.POSTPONED, "推迟到下次会议 · 另行提出。"),
        ],
    )
    def test_it_is_put_away_with_a_reason(self, room, line, state, said):
        """Withdrawn or put off: the card says so, and there is nothing more to do with it."""
        here = room(SECONDED)
        here.choose("motion.m2.more", line)
        here.write("另行提出。", "reason.text")
        here.click("reason.done")
        assert here.meeting.motions.motion("m2").state is state
        assert here.text("motion.m2.result") == said
        assert not here.shows("motion.m2.more")

    def test_an_amendment_can_be_begun_there(self, room):
        """Of this very motion."""
        here = room(SECONDED)
        here.choose("motion.m2.more", "amend")
        assert here.panel.objectName() == "amend"


class TestWhatBecameOfIt:
    def test_a_carried_amendment_is_in_the_motion(self, room):
        """The motion has its new wording, the old one can be opened, the amendment tells its vote."""
        here = room(AMENDED)
        assert wording(here, "m2").endswith("三个月内向议事会报告办理结果。")
        assert here.text("motion.a2.state") == "已通过"
        assert here.text("motion.a2.result").startswith("通过：赞成 11 票")
        here.click("motion.m2.before")
        assert len(opened(here, "m2")) == 2

    def test_a_decision_bears_its_number(self, room):
        """通过, the numbers, and the resolution that came of it."""
        here = room(DECIDED)
        assert here.text("motion.m2.state") == "已通过"
        assert here.text("motion.m2.decision") == "决议第 1 号"
        assert here.text("motion.m2.result").startswith("通过：赞成 10 票")

    def test_a_lost_motion_stands_above_the_next_one(self, room):
        """Both are there, in the order they were moved; only the open one can be worked with."""
        here = room(LOST)
        assert here.text("motion.m3.state") == "未通过"
        assert "差 1 票" in here.text("motion.m3.result")
        assert here.shows("motion.m4.more")
        assert not here.shows("motion.m3.more")
        assert here.find("motion.m3").y() < here.find("motion.m4").y()
