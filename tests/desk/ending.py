"""Looks at how a dialog ends by a key: Enter does its main thing, unless that is for good; Esc leaves it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tests.desk.looking import told

ONE_LINE = (QLineEdit, QAbstractSpinBox, QComboBox)


def badly_ended(window: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """What is wrong with the keys that end a dialog. It is pressed dry: nothing is done, nothing closes.

    `enters` is the property of a dialog in which Enter goes on to the next entry.
    """
    if not isinstance(window, QDialog):
        return
    buttons = [one for one in seen if isinstance(one, QPushButton)]
    yield from (f"{told(one)}: Enter may press it unasked" for one in buttons if one.autoDefault())
    main = [one for one in buttons if one.isDefault()]
    filled = [one for one in buttons if one.property("look") == "primary"]
    careful = [one for one in buttons if one.property("look") == "danger"]
    if any(one in careful for one in main):
        yield f"{told(main[0])}: Enter does what cannot be brought back"
    elif not main and not careful and window.property("enters") is not True:
        yield "Enter does nothing in it"
    elif main and filled and main[0] not in filled:
        yield f"Enter presses {told(main[0])}, the filled button is {told(filled[0])}"
    elif len(main) == 1 and not _enters(window, main[0]):
        yield f"Enter in {told(window.focusWidget())} does not press {told(main[0])}"
    if not _escapes(window):
        yield "Esc does not leave it"


def _enters(window: QDialog, main: QPushButton) -> bool:
    """Whether Enter in the line that has the keys comes to the dialog, or goes on to the next entry."""
    at = window.focusWidget()
    if not isinstance(at, ONE_LINE) or not at.isVisible() or not main.isEnabled():
        return True
    came = _comes(window, Qt.Key.Key_Return)
    went_on = window.focusWidget() is not at
    at.setFocus()
    return came or went_on


def _escapes(window: QDialog) -> bool:
    """Whether Esc comes to the dialog, or leaves the cell that is written in and then comes to it."""
    return _comes(window, Qt.Key.Key_Escape) or _comes(window, Qt.Key.Key_Escape)


def _comes(window: QDialog, key: Qt.Key) -> bool:
    """Whether a key comes to the dialog from what has the keys; it is not told of it."""
    heard = _Heard(key)
    window.installEventFilter(heard)
    QTest.keyClick(window.focusWidget() or window, key)
    window.removeEventFilter(heard)
    return heard.came


class _Heard(QObject):
    """Keeps one key from a dialog, and remembers that it came."""

    def __init__(self, key: Qt.Key) -> None:
        super().__init__()
        self._key, self.came = key, False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's dialogs act on the press."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.came = self.came or event.key() == self._key
            return event.key() == self._key
        return False
