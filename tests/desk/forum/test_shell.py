"""The shell of a forum's desk: strip, phases as pills, the button that moves on, the tables."""

from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox, QWidget

from facilitator.desk.meeting.course import DayTitle
from facilitator.desk.meeting.onward import onward
from facilitator.desk.meeting.pills import Pill
from facilitator.desk.meeting.tables import TablesRoom
from facilitator.meeting.forum.rounds import EndRound, StartRound
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.motions import PutMotion, SecondMotion
from facilitator.meeting.polls import Method, OpenPoll
from tests.desk.forum.table import ACTION, NEWS
from tests.desk.forum.wall.day import FORUM, MARKET, at_forum, plain
from tests.desk.shown import find, said, shown

PAGE = f"meetings/{FORUM}"
CTRL = Qt.KeyboardModifier.ControlModifier
M = {"meeting": FORUM}
MOTION = (
    AddItem(**M, item="i1", title="每季度办一次开放空间"),
    TakeUp(**M, item="i1"),
    PutMotion(**M, motion="m1", mover="li-guifang", text="每季度办一次开放空间。"),
    SecondMotion(**M, motion="m1", member="he-meiling"),
)


@pytest.fixture
def at(qapp, tmp_path):
    """Give the window of the forum at a time of its day."""
    opened = []

    def window_at(until, *commands, **how):
        desk = at_forum(tmp_path / str(len(opened)), until)
        it = desk.__enter__()
        for command in commands:
            assert it.do(command), command
        window = shown(it, PAGE, **how)
        opened.append((window, desk))
        return window.__enter__()

    yield window_at
    for window, desk in reversed(opened):
        window.__exit__(None, None, None)
        desk.__exit__(None, None, None)


def meeting(window):
    """Return the forum as it is now."""
    return window.desk.session.meeting(FORUM)


def click(window, name):
    """Press a button that is shown and can be pressed."""
    one = find(window, name)
    assert one.isVisible(), name
    assert one.isEnabled(), name
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def texts(window, name):
    """Return the words of a widget, with ordinary spaces."""
    return plain(find(window, name).text())


def room(window):
    """Return the room of the running forum."""
    return next(one for one in window.findChildren(TablesRoom) if one.isVisible())


class TestTheStrip:
    def test_says_what_where_when_and_how_many(self, at):
        """Title, place, day, the people as last counted; nothing of votes while there is no motion."""
        window = at(MARKET)
        assert texts(window, "strip.called") == "清苑里社区开放空间论坛"
        assert "街道文化中心 · 11 月 21 日 星期六" in plain(find(window, "strip.title").toolTip())
        assert texts(window, "strip.here") == "在场 110 人"
        assert texts(window, "strip.counted") == "09:02 清点"
        assert not find(window, "strip.needs").isVisible()

    def test_says_what_a_motion_needs_while_one_is_open(self, at):
        """The rule appears with the motion, and no cell beside it gets narrower words for it."""
        window = at(ACTION, *MOTION)
        assert find(window, "strip.needs").isVisible()
        assert texts(window, "strip.here") == "在场 106 人"

    def test_counts_anew_from_the_pencil_or_its_key(self, at):
        """Ctrl+H, a number, Enter: that many are here from now on."""
        window = at(MARKET)
        QTest.keyClick(window, Qt.Key.Key_H, CTRL)
        field = find(QApplication.activeModalWidget(), "heads.number", QSpinBox)
        field.setValue(112)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert texts(window, "strip.here") == "在场 112 人"

    def test_leads_to_signing_in_by_name(self, at):
        """Whoever comes late is signed in by name from there, at any time of the day."""
        window = at(MARKET)
        click(window, "strip.count")
        click(QApplication.activeModalWidget(), "heads.list")
        assert room(window).shown.objectName() == "signin"
        assert find(window, "table.people").isVisible()

    def test_the_day_is_the_one_on_which_it_was_opened(self, at):
        """Planned for another day, it is not said to be held then."""
        window = at(MARKET)
        one = meeting(window)
        cell = window.findChild(DayTitle)
        assert "11 月 21 日 星期六" in plain(said(cell))
        one.call = msgspec.structs.replace(one.call, planned=one.call.planned + timedelta(days=3))
        cell.show_meeting(one)
        assert "11 月 21 日 星期六" in plain(said(cell))
        one.life.opened = None
        cell.show_meeting(one)
        assert "11 月 24 日 星期二" in plain(said(cell))


class TestThePhases:
    def test_are_told_apart_by_sign_and_word(self, at):
        """What is over has a tick, where one is is named so, what is to come is plain."""
        window = at(MARKET)
        names = [pill.accessibleName() for pill in window.findChildren(Pill)]
        assert names[:4] == ["邀请：已过", "开场：已过", "市集：正在进行", "分组讨论"]

    def test_only_what_can_be_entered_takes_keys(self, at):
        """From the news wall one goes back to the groups or on to three others; not to the marketplace."""
        window = at(NEWS)
        can = {pill.key for pill in window.findChildren(Pill) if pill.isEnabled()}
        assert can == {"rounds", "focus", "action", "circle"}
        for pill in window.findChildren(Pill):
            assert bool(pill.focusPolicy() & Qt.FocusPolicy.TabFocus) == pill.isEnabled()

    def test_are_skipped_by_mouse_and_gone_back_to_by_keyboard(self, at):
        """From the news wall straight to action with a click; back to the focus with the space bar."""
        window = at(NEWS)
        click(window, "pill.action")
        assert meeting(window).phase.key == "action"
        pill = find(window, "pill.focus")
        pill.setFocus()
        QTest.keyClick(pill, Qt.Key.Key_Space)
        assert meeting(window).phase.key == "focus"

    def test_fit_into_a_narrow_window(self, at):
        """Far words go first, the present one never; nothing lies over another."""
        window = at(NEWS, width=640)
        pills = window.findChildren(Pill)
        assert not next(pill for pill in pills if pill.key == "news").short
        assert any(pill.short for pill in pills)
        for before, after in pairwise(pills):
            assert before.geometry().right() < after.geometry().left()


class TestTheButtonThatMovesOn:
    def test_starts_the_first_round_from_the_marketplace(self, at):
        """One press enters the phase of the groups and starts the round that was not held yet."""
        window = at(MARKET)
        assert texts(window, "day.on") == "开始第 1 场讨论"
        click(window, "day.on")
        assert (meeting(window).phase.key, meeting(window).rounds.running) == ("rounds", "s1")
        assert texts(window, "day.on") == "结束第 1 场"

    def test_gives_the_keys_to_what_it_led_to(self, at):
        """After a round was started a number is typed at once; Enter after it counts, and ends no round."""
        window = at(MARKET)
        click(window, "day.on")
        for key in (Qt.Key.Key_9, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget(), key)
        assert meeting(window).rounds.running == "s1"
        counts = meeting(window).rounds.heads.values()
        assert [count.heads for several in counts for count in several] == [9]

    def test_goes_through_the_day_by_its_key(self, at):
        """End, start, end … until all rounds were held; then the news wall, the focus, action, the end."""
        window = at(MARKET)
        steps = []
        for _ in range(10):
            steps.append(texts(window, "day.on"))
            QTest.keyClick(window, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
            QApplication.processEvents()
        assert steps == [
            *("开始第 1 场讨论", "结束第 1 场", "开始第 2 场讨论", "结束第 2 场"),
            *("开始第 3 场讨论", "结束第 3 场"),
            *("进入新闻墙", "进入聚焦", "进入行动", "进入闭幕"),
        ]
        assert meeting(window).phase.key == "circle"
        assert not find(window, "day.on").isVisible()

    def test_starts_the_next_round_after_a_second_marketplace(self, at):
        """Between rounds people may go back to the wall; from there the second round starts."""
        window = at(MARKET)
        desk = window.desk
        for command in (
            EnterPhase(**M, phase="rounds"),
            StartRound(**M, slot="s1"),
            EndRound(**M),
            EnterPhase(**M, phase="market"),
        ):
            assert desk.do(command)
        assert texts(window, "day.on") == "开始第 2 场讨论"

    def test_says_why_it_cannot(self, at):
        """While a vote runs the closing circle waits, and the reason stands in the tip."""
        window = at(ACTION, *MOTION, OpenPoll(**M, poll="p1", motion="m1", method=Method.HANDS))
        one = find(window, "day.on", QPushButton)
        assert not one.isEnabled()
        assert "表决" in one.toolTip()

    def test_has_nothing_to_say_at_the_closing(self, at):
        """The close is an act of its own, with a button of its own."""
        window = at(ACTION, EnterPhase(**M, phase="circle"))
        assert onward(meeting(window), window.desk.t) is None


class TestTheTables:
    def test_stand_in_the_order_of_the_phase(self, at):
        """What the phase is about first; only what its parts allow."""
        window = at(NEWS)
        assert [table.key for table in room(window).tables] == ["reports", "wall", "debate"]
        assert room(window).segments.now == "reports"

    def test_one_alone_needs_no_row(self, at):
        """At the marketplace there is the wall and nothing to choose."""
        window = at(MARKET)
        assert not find(window, "table.segments").isVisible()

    def test_are_changed_by_click_and_key_and_the_choice_stays(self, at):
        """Ctrl+2 lays the wall; who goes to the papers and back finds it there still."""
        window = at(NEWS)
        QTest.keyClick(window, Qt.Key.Key_2, CTRL)
        assert room(window).segments.now == "wall"
        click(window, "table.debate")
        for place in ("papers", ""):
            window.desk.go("meetings", FORUM, place)
            QApplication.processEvents()
        assert room(window).segments.now == "debate"

    def test_a_choice_is_remembered_for_its_phase(self, at):
        """Another phase begins with its own table; back in the first one the choice is there."""
        window = at(NEWS)
        click(window, "table.debate")
        click(window, "pill.focus")
        assert room(window).segments.now == "focus"
        click(window, "pill.news")
        assert room(window).segments.now == "debate"

    def test_the_debate_works_within(self, at):
        """Item in hand, the motion put to the vote, the hands counted: by its keys, as at a council's."""
        window = at(ACTION, *MOTION)
        click(window, "table.debate")
        debate = room(window).debate
        assert debate is not None
        assert debate.scene.kind == "item"
        QTest.keyClick(window, Qt.Key.Key_F8)
        QApplication.processEvents()
        assert debate.scene.kind == "setup"

    def test_keys_of_the_debate_rest_while_another_table_is_shown(self, at):
        """F8 over the action groups opens no vote."""
        window = at(ACTION, *MOTION)
        click(window, "table.debate")
        debate = room(window).debate
        QTest.keyClick(window, Qt.Key.Key_1, CTRL)
        assert room(window).debate is None
        QTest.keyClick(window, Qt.Key.Key_F8)
        assert debate.scene.kind == "item"

    def test_the_line_is_written_to_the_phase(self, at):
        """Without an item in hand the chip names the phase the line will stand under."""
        window = at(MARKET)
        chips = [
            one.text()
            for one in find(window, "foot").findChildren(QWidget)
            if one.property("chip") == "item"
        ]
        assert chips == ["市集"]
