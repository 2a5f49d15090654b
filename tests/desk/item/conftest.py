"""The middle of the desk at a moment of the evening, in a window with a line that has the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QWidget

from facilitator.desk.item.view import ItemView
from facilitator.desk.widgets import column
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.freed import do_what_was_put_off


def settle():
    """Let layouts follow: a change inside asks its parents one after another."""
    for _ in range(4):
        QApplication.processEvents()


class Room:
    """What a test sees and does; `line` stands for the secretary's line."""

    def __init__(self, desk, qtbot, size) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.window, self.line = QWidget(), QLineEdit()
        self.line.setAccessibleName("line")
        self.view = ItemView(desk, EVENING)
        column(self.view, self.line, on=self.window)
        self.window.resize(*size)
        self.notices: list = []
        self.wanted: list = []
        self.acts: list = []
        desk.noticed.connect(self.notices.append)
        desk.changed.connect(lambda change: self.acts.append(type(change.command).__name__))
        self.view.vote_wanted.connect(self.wanted.append)
        self.window.show()
        self.window.activateWindow()
        self.line.setFocus()
        settle()

    @property
    def meeting(self):
        return self.desk.session.meeting(EVENING)

    @property
    def floor(self):
        return self.meeting.floor

    @property
    def panel(self):
        """The panel that is open; fails when none is."""
        opened = [one for one in self.view.findChildren(QDialog) if one.isVisible()]
        assert opened, f"no panel is open; notices: {[one.text for one in self.notices]}"
        return opened[-1]

    @property
    def is_panel_open(self):
        return any(one.isVisible() for one in self.view.findChildren(QDialog))

    def find(self, name):
        """A widget that is shown, by its name: in the open panel, else in the view."""
        ground = self.panel if self.is_panel_open else self.view
        found = [one for one in ground.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"nothing shown is called {name}"
        return found[-1]

    def shows(self, name):
        """Whether something of that name is shown in the view."""
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def text(self, name):
        return self.find(name).text().replace("\u00a0", " ")

    def click(self, name):
        """Click a button that can be clicked, and let what follows happen."""
        button = self.find(name)
        assert isinstance(button, QPushButton)
        assert button.isEnabled(), f"{name}: {button.toolTip()}"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def press(self, key, *, with_ctrl=False, with_shift=False):
        """Press a key while the line, or the panel that is open, has the keyboard."""
        if not self.is_panel_open:
            self.window.activateWindow()  # what a window manager does when a panel is closed
            settle()
        keyboard = self.panel.focusWidget() if self.is_panel_open else self.line
        held = Qt.KeyboardModifier.NoModifier
        if with_ctrl:
            held |= Qt.KeyboardModifier.ControlModifier
        if with_shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(keyboard, key, held)
        settle()

    def write(self, text, name=""):
        """Type into a field, or into what has the keyboard."""
        field = self.find(name) if name else self.panel.focusWidget()
        write(field, text)
        settle()

    def choose(self, name, line):
        """Open a menu by its button and take a line of it."""
        self.click(name)
        menus = [one for one in self.view.findChildren(QMenu) if one.isVisible()]
        (action,) = [one for one in menus[-1].actions() if one.objectName().endswith(f".{line}")]
        assert action.isEnabled(), action.toolTip()
        menus[-1].setActiveAction(action)
        QTest.keyClick(menus[-1], Qt.Key.Key_Return)
        settle()

    def resize(self, wide, high):
        self.window.resize(wide, high)
        settle()

    def later(self, seconds):
        later(self.desk, seconds)
        settle()

    def do(self, command):
        """Somebody else does something (the agenda, the seat map, the vote)."""
        assert self.desk.do(command)
        settle()


@pytest.fixture
def room(qapp, qtbot, tmp_path) -> Callable[..., Room]:
    """Return what makes the room at a moment: `room("n5")` is after the line that holds n5."""
    opened = []

    def make(until, *, lang="zh", size=100, room=(734, 590)):
        desk = at_desk(tmp_path / str(len(opened)), until, lang=lang, size=size)
        made = Room(desk.__enter__(), qtbot, room)
        opened.append((desk, made))
        return made

    yield make
    for desk, made in reversed(opened):
        made.window.close()
        made.window.deleteLater()
        do_what_was_put_off()  # while Python still holds it: Qt takes a window apart, not the collector
        desk.__exit__(None, None, None)
