"""Clicks and keys as a person gives them: on what is visible, enabled and named, and on nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QListView,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QWidget,
)

from facilitator.desk.actions import BY_NAME

PATIENCE = 10.0
"""Seconds after which what is waited for does not come any more: some of it comes from another thread."""


class NotThere(Exception):
    """What was to be touched is not on the screen, or cannot be used now."""


class Fingers:
    """Ten of them, on the windows of one program."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def see(self, name: str) -> QWidget | None:
        """The visible widget of that name, in the foremost window that has one."""
        for top in self._tops():
            for found in (top, *top.findChildren(QWidget, name)):
                if found.objectName() == name and found.isVisible():
                    return found
        return None

    def find(self, name: str) -> QWidget:
        """The same, waited for until it can be used; `NotThere` when that does not come."""
        self.wait(lambda: (found := self.see(name)) is not None and found.isEnabled(), name)
        found = self.see(name)
        assert found is not None
        return found

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the program go on until something holds."""
        latest = monotonic() + PATIENCE
        while not until():
            if monotonic() > latest:
                raise NotThere(what)
            QApplication.processEvents()

    def click(self, name: str) -> None:
        """A click with the left button, on the words or the box of what is ticked."""
        widget = self.find(name)
        ticked = isinstance(widget, QCheckBox | QRadioButton)
        at = QPoint(12, widget.height() // 2) if ticked else QPoint()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, at)
        self.settle()

    def act(self, name: str) -> None:
        """Press the key of a declared action."""
        self.press(BY_NAME[name].keys)

    def press(self, keys: str, on: str = "") -> None:
        """A key or a chord, such as F8 or Ctrl+D, where the focus is (or on a named widget)."""
        for chord in _chords(keys):
            focus = self._focus()
            target = self.find(on) if on else focus
            QTest.keyClick(target, chord.key(), chord.keyboardModifiers())
            self.settle()

    def write(self, name: str, text: str, *, instead: bool = False) -> None:
        """Type into a field: letters by the keys, Chinese by an input method. `instead` of what is there."""
        widget = self.find(name)
        widget.setFocus()
        if instead:
            QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(widget, Qt.Key.Key_Delete)
        for part in re.findall(r"\n|[ -~]+|[^ -~\n]+", text):
            if part == "\n":
                shift = Qt.KeyboardModifier.ShiftModifier
                plain = isinstance(widget, QPlainTextEdit)
                QTest.keyClick(
                    widget, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier if plain else shift
                )
            elif part.isascii():
                QTest.keyClicks(widget, part)
            else:
                event = QInputMethodEvent()
                event.setCommitString(part)
                QApplication.sendEvent(widget, event)
        self.settle()

    def choose(self, name: str, data: Any) -> None:
        """An entry of a drop-down list, with the arrow keys."""
        box = self.find(name)
        if not isinstance(box, QComboBox):
            raise NotThere(f"{name} is no drop-down list")
        wanted = next((n for n in range(box.count()) if box.itemData(n) == data), -1)
        if wanted < 0:
            raise NotThere(f"{name}: {data}")
        box.setFocus()
        key = Qt.Key.Key_Down if wanted > box.currentIndex() else Qt.Key.Key_Up
        for _ in range(abs(wanted - box.currentIndex())):
            QTest.keyClick(box, key)
        self.settle()

    def menu(self, opener: str, action: str) -> None:
        """Open a menu by a click and choose the entry of that name."""
        self.click(opener)
        self.entry(action)

    def right_menu(self, name: str, action: str) -> None:
        """Open the menu of something (the right button, or the menu key) and choose an entry."""
        widget = self.find(name)
        middle = widget.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(
            widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle))
        )
        self.entry(action)

    def entry(self, action: str) -> None:
        """Choose an entry of the menu that is open."""
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), f"menu for {action}")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = next((one for one in menu.actions() if one.objectName() == action), None)
        if found is None or not found.isEnabled():
            menu.close()
            raise NotThere(action)
        where = menu.actionGeometry(found).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        self.settle()

    def settle(self) -> None:
        """Let the program do what it has put off."""
        for _ in range(3):
            QApplication.processEvents()

    def drop(self, name: str, begin: QPoint, end: QPoint) -> None:
        """Press at one place of a widget, move to another, let go."""
        widget = self.find(name)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
        for step in range(1, 9):
            between = QPointF(begin) + (QPointF(end) - QPointF(begin)) * step / 8
            QTest.mouseMove(widget, between.toPoint())
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        self.settle()

    def go_to(self, name: str, wanted: Callable[[Any], bool]) -> None:
        """Go through a list with the arrow keys to a row; headings between the rows are passed by."""
        found = self.find(name)
        assert isinstance(found, QListView | QTableView)
        model, role = found.model(), Qt.ItemDataRole.UserRole
        rows = (model.index(n, 0).data(role) for n in range(model.rowCount()))
        at = next((n for n, row in enumerate(rows) if _fits(row, wanted)), -1)
        if at < 0:
            raise NotThere(name)
        found.setFocus()
        if found.currentIndex().row() < 0:
            self.press("Home", on=name)
        for _ in range(2 * model.rowCount()):
            now = found.currentIndex().row()
            if now == at:
                return
            self.press("Up" if now > at else "Down", on=name)
            if abs(found.currentIndex().row() - at) >= abs(now - at):  # two stand side by side
                self.press("Left" if now > at else "Right", on=name)
        raise NotThere(name)

    def _tops(self) -> Iterator[QWidget]:
        """Windows from the foremost on: a menu, a panel, the window itself."""
        foremost = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if foremost is not None:
            yield foremost
        yield self.window

    def _focus(self) -> QWidget:
        foremost = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        top = foremost or self.window
        if not top.isActiveWindow():  # where no window manager gives the keys back after a panel
            top.activateWindow()
            self.settle()
        return top.focusWidget() or top


def _fits(row: Any, wanted: Callable[[Any], bool]) -> bool:
    """A heading between the rows has nothing of what is asked for."""
    try:
        return wanted(row)
    except AttributeError:
        return False


def _chords(keys: str) -> Iterator[Any]:
    sequence: Any = QKeySequence(keys)
    for number in range(sequence.count()):
        yield sequence[number]
