"""One table of the sample forum at a time of the day, in a window of its own, and who presses keys in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column
from tests.desk.evening import write
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.freed import do_what_was_put_off

NEWS = datetime.fromisoformat("2026-11-21T14:54:05+08:00")
FOCUS = datetime.fromisoformat("2026-11-21T15:10:00+08:00")
CLUSTERED = datetime.fromisoformat("2026-11-21T15:34:10+08:00")
ACTION = datetime.fromisoformat("2026-11-21T15:38:00+08:00")
EVENING = datetime.fromisoformat("2026-11-21T16:11:00+08:00")
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Table:
    """What a test sees and does."""

    def __init__(self, desk: Desk, make: Callable[[Desk, str], QWidget], size: tuple[int, int]):
        self.desk = desk
        self.window = QWidget()
        self.view = make(desk, FORUM)
        column(self.view, on=self.window)
        self.window.resize(*size)
        self.notices: list[str] = []
        desk.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.window.show()
        self.window.activateWindow()
        self.view.setFocus()
        self.settle()

    @property
    def meeting(self):
        return self.desk.session.meeting(FORUM)

    @property
    def panel(self) -> QDialog:
        """The panel that is open; fails when none is."""
        opened = [one for one in self.view.findChildren(QDialog) if one.isVisible()]
        assert opened, "no panel is open"
        return opened[-1]

    @property
    def is_panel_open(self) -> bool:
        return any(one.isVisible() for one in self.view.findChildren(QDialog))

    @property
    def focus(self) -> str:
        """The name of whatever has the keys."""
        had = QApplication.focusWidget()
        return had.objectName() if had is not None else ""

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def find(self, name: str):
        """A widget that is shown, by its name: in the open panel, else in the view."""
        ground = self.panel if self.is_panel_open else self.view
        found = [one for one in ground.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"nothing shown is called {name}"
        return found[-1]

    def shows(self, name: str) -> bool:
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        found = self.find(name)
        assert isinstance(found, QLabel | QPushButton)
        return found.text().replace("\u00a0", " ")

    def click(self, name: str) -> None:
        one = self.find(name)
        assert one.isEnabled(), name
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key while whoever has the keys has them."""
        had = QApplication.focusWidget()
        assert had is not None
        QTest.keyClick(had, key, held)
        self.settle()

    def type(self, text: str, name: str = "") -> None:
        """Type into a field, or into whatever has the keys; a cell of a table opens with the first letter."""
        if name:
            self.find(name).setFocus()
        if text.isascii():
            for letter in text:
                had = QApplication.focusWidget()
                assert had is not None
                QTest.keyClicks(had, letter)
        else:
            write(QApplication.focusWidget(), text)
        self.settle()

    def close(self) -> None:
        for one in self.view.findChildren(QDialog):
            one.reject()
        self.window.close()
        self.window.deleteLater()
        do_what_was_put_off()


@contextmanager
def laid(
    folder: Path,
    until: datetime,
    make: Callable[[Desk, str], QWidget],
    *,
    lang: str = "zh",
    size: int = 100,
    window: tuple[int, int] = (1278, 600),
) -> Iterator[Table]:
    """Give a table at a time of the forum."""
    with at_forum(folder, until, lang=lang, size=size) as desk:
        table = Table(desk, make, window)
        try:
            yield table
        finally:
            table.close()
