"""Hasty hands: double clicks, keys that are held down. One act is one act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.desk.actions import ACTS, REPEATED, action
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button
from tests.desk.evening import EVENING, at_desk
from tests.desk.shown import find, shown

CALL = '"poll": "p3", "motion": "m3"'
AT_THE_DOOR = '19:35:00+08:00", "do": "attendance.arrive"'


def settle():
    for _ in range(4):
        QApplication.processEvents()


def hold(widget, key, text="", modifier=Qt.KeyboardModifier.NoModifier, times=8):
    """Hold a key: pressed once, repeated by the keyboard, let go."""
    for number in range(times):
        QTest.simulateEvent(widget, True, key.value, modifier, text, number > 0)
        settle()
    QTest.simulateEvent(widget, False, key.value, modifier, text, False)
    settle()


def twice(window, name):
    """A double click: the second click lands on whatever stands there when the first is done."""
    click_twice(find(window, name), lambda: find(window, name))


def click_twice(first, then):
    """The second press of a double click is an event of its own; then comes the release."""
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(first, left)
    settle()
    second = then()
    QTest.mouseDClick(second, left)
    QTest.mouseRelease(second, left)
    settle()


@pytest.fixture
def acts():
    """Return a list of what is done, and a way to listen to a desk."""
    told = []

    def listen(desk):
        desk.changed.connect(lambda change: told.append(type(change.command).__name__))
        return told

    return listen


class TestHeldKeys:
    def test_a_held_y_is_one_answer(self, qapp, tmp_path, acts):
        """Whoever leans on Y does not vote for everybody."""
        with at_desk(tmp_path, CALL) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            page = window.page
            page.middle.take_keys()
            settle()
            hold(QApplication.focusWidget(), Qt.Key.Key_Y, "y")
            assert told == ["CastVote"]

    def test_held_ctrl_enter_goes_one_phase_on(self, qapp, tmp_path, acts):
        """Never two."""
        with at_desk(tmp_path, AT_THE_DOOR) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            hold(window, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
            assert told == ["EnterPhase"]

    def test_only_what_walks_goes_on_while_its_key_is_held(self, qapp, tmp_path):
        """Of all that is declared."""
        with at_desk(tmp_path, CALL) as desk:
            owner = QPushButton()
            made = {act.name: action(desk, owner, act.name, lambda: None) for act in ACTS}
            assert {name for name, one in made.items() if one.autoRepeat()} == REPEATED
            owner.deleteLater()

    def test_a_held_enter_does_not_finish_a_panel(self, qapp, tmp_path):
        """The one that was pressed before the panel came is not meant for it."""
        with at_desk(tmp_path, CALL) as desk, shown(desk, f"meetings/{EVENING}") as window:
            done = []
            panel = Panel(desk, "panel", window)
            panel.finish("done", lambda: done.append(1))
            panel.open()
            settle()
            QTest.simulateEvent(
                panel, True, Qt.Key.Key_Return.value, Qt.KeyboardModifier.NoModifier, "\r", True
            )
            assert done == []
            QTest.keyClick(panel, Qt.Key.Key_Return)
            assert done == [1]
            panel.close()

    def test_a_held_enter_records_no_count_of_hands(self, qapp, tmp_path, acts):
        """It does not run from field to field and send noughts."""
        opened = '"do": "polls.open"'
        with at_desk(tmp_path, opened) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            field = find(window, "vote.hands.for")
            field.setFocus()
            for _ in range(6):
                now = QApplication.focusWidget()
                QTest.simulateEvent(
                    now, True, Qt.Key.Key_Return.value, Qt.KeyboardModifier.NoModifier, "\r", True
                )
                settle()
            assert told == []


class TestDoubleClicks:
    def test_on_the_way_on_they_skip_no_phase(self, qapp, tmp_path, acts):
        """The second click comes when the next phase is already offered in the same place."""
        with at_desk(tmp_path, AT_THE_DOOR) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            twice(window, "strip.forward")
            assert told == ["EnterPhase"]

    def test_on_the_large_answer_they_are_one_vote(self, qapp, tmp_path, acts):
        """The one who is called next has not answered."""
        with at_desk(tmp_path, CALL) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            twice(window, "vote.call.for")
            assert told == ["CastVote"]

    def test_on_the_answer_in_a_row_they_ask_for_no_correction(self, qapp, tmp_path, acts):
        """One vote, and no panel."""
        with at_desk(tmp_path, CALL) as desk, shown(desk, f"meetings/{EVENING}") as window:
            told = acts(desk)
            twice(window, "vote.cast.wang-jianjun.for")
            assert told == ["CastVote"]
            assert QApplication.activeModalWidget() is None

    def test_where_quick_clicks_are_meant_each_counts(self, qapp):
        """Turning pages, moving something up."""
        clicks = []
        slow, quick = button("a"), button("b").quick()
        for one in (slow, quick):
            one.clicked.connect(lambda _checked=False, one=one: clicks.append(one))
            click_twice(one, lambda one=one: one)
            one.deleteLater()
        assert clicks == [slow, quick, quick]
