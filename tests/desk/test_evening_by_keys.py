"""The heart of a council's evening by keys alone: from its start to its close nobody needs a mouse."""

from datetime import datetime

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from facilitator.demo.stage import EVENING, show, up_to
from facilitator.desk.actions import BY_NAME
from facilitator.desk.places import Place
from facilitator.desk.theme import wear
from facilitator.rules.outcome import Verdict
from tests.desk.evening import desk_after, leave, write

HERE = (*range(1, 6), *range(7, 11), 13)
MOST = 60
"""So many times somebody presses Tab before they give up."""


class Keys:
    """Ten fingers on a keyboard: what they do goes to whatever has the keys, never to a widget by its name."""

    def __init__(self, app, window):
        self.app, self.window = app, window

    @property
    def at(self):
        """What has the keys."""
        top = self.app.activeModalWidget() or self.window
        if not top.isActiveWindow():  # no window manager gives the keys back after a panel
            top.activateWindow()
            self.app.processEvents()
        return top.focusWidget() or top

    def press(self, *keys):
        """Keys one after another: "F8", "Ctrl+M", or the name of a declared action."""
        for key in keys:
            chord = QKeySequence(BY_NAME[key].keys if key in BY_NAME else key)[0]
            QTest.keyClick(self.at, chord.key(), chord.keyboardModifiers())
            for _ in range(3):
                self.app.processEvents()

    def type(self, text, *then):
        """Letters, and keys after them."""
        write(self.at, text)
        self.press(*then)

    def tab_to(self, name):
        """Tab until something has the keys; the way is round, and comes by everything."""
        came_by = []
        for _ in range(MOST):
            if self.at.objectName() == name:
                return
            came_by.append(self.at.objectName())
            self.press("Tab")
        pytest.fail(f"Tab never comes to {name}, only to {came_by}")


@pytest.fixture
def evening(qapp, tmp_path):
    """Give the desk and the keyboard a quarter of an hour before a meeting that is prepared."""
    desk = desk_after(tmp_path, up_to("meeting.post-notice"))
    desk.session.clock.at = datetime.fromisoformat("2026-11-27T19:15:00+08:00")
    wear(qapp, desk.theme)
    window = show(qapp, desk, Place.read("today"))
    window.activateWindow()
    yield desk, Keys(qapp, window)
    window.may_close = True
    window.close()
    window.deleteLater()
    leave(desk)
    qapp.setStyleSheet("")


def test_an_evening_is_held_by_keys_alone(evening):
    """Opened, signed in, moved, seconded, debated, voted by hands, recorded, read back, closed."""
    desk, keys = evening
    assert keys.at.objectName() == "today.go-on"
    keys.press("Return")  # to the meeting, and people sign in
    for seat in HERE:
        keys.type(str(seat), "Return")
    meeting = desk.session.meeting(EVENING)
    assert len(meeting.attendance.present(meeting.council.seats)) == len(HERE)
    keys.press("meeting.forward", "item.next", "motion.put")
    keys.type("7")
    keys.tab_to("put.text")
    keys.type("在南巷装三盏路灯")
    keys.tab_to("put.title")
    keys.type("装路灯", "Ctrl+Return")
    (motion,) = meeting.motions.all.values()
    keys.tab_to(f"motion.{motion.id}.second")
    keys.press("Return")
    keys.type("8", "Return")
    assert motion.second, "seconded"
    keys.press("floor.ask")
    keys.type("3")
    keys.tab_to("ask.done")
    keys.press("Return", "floor.next", "line")
    keys.type("夜里看不见路。", "Return")
    keys.press("floor.end", "vote.open")
    keys.tab_to("vote.method.roll-call")
    keys.press("Right")
    keys.tab_to("vote.open-now")
    keys.press("Return")
    for count in ("9", "1", "0"):
        keys.type(count, "Return")
    assert keys.at.objectName() == "vote.close", "the count is in: the keys are where it is closed"
    keys.press("Return")
    (poll,) = meeting.polls.all.values()
    assert poll.outcome is not None
    assert poll.outcome.verdict is Verdict.PASSED
    keys.press("Return", "item.finish")
    keys.tab_to("strip.forward")
    keys.press("Return")
    assert meeting.phase.key == "read-back"
    for item in meeting.agenda.unfinished():
        keys.tab_to(f"closing.postpone.{item.id}")
        keys.press("Return")
        keys.type("来不及议", "Return")
    keys.tab_to("closing.was-read")
    keys.press("Space")
    keys.tab_to("closing.close")
    keys.press("Return")
    assert meeting.life.closed is not None
    assert [one.text for one in meeting.notes.lines.values()] == ["夜里看不见路。"]
