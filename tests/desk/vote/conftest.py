"""A vote of the sample evening, before, while or after it is taken, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.view import View
from facilitator.desk.vote.result import ResultView
from facilitator.desk.vote.setup import VoteSetup
from facilitator.desk.vote.view import VoteView
from facilitator.desk.widgets import column
from tests.desk.evening import at_desk, write
from tests.desk.freed import do_what_was_put_off

SIZE = (1046, 564)


def settle() -> None:
    """Let layouts and what was put off follow."""
    for _ in range(4):
        QApplication.processEvents()


class Room:
    """What a test sees and does; `line` stands for the secretary's line below."""

    def __init__(self, desk: Desk, view: View, size: tuple[int, int]) -> None:
        self.desk, self.view = desk, view
        self.window, self.line = QWidget(), QLineEdit()
        self.line.setAccessibleName("line")
        column(view, self.line, on=self.window, gap=0)
        self.window.resize(size[0], size[1] + self.line.sizeHint().height())
        self.notices: list[Notice] = []
        self.acts: list[str] = []
        desk.noticed.connect(self.notices.append)
        desk.changed.connect(lambda change: self.acts.append(type(change.command).__name__))
        self.window.show()
        self.window.activateWindow()
        settle()
        view.setFocus()
        settle()

    @property
    def panel(self) -> QDialog:
        """The panel that is open; fails when none is."""
        opened = [one for one in self.view.findChildren(QDialog) if one.isVisible()]
        assert opened, f"no panel is open; notices: {[one.text for one in self.notices]}"
        return opened[-1]

    @property
    def panels(self) -> int:
        """How many panels are open."""
        return sum(one.isVisible() for one in self.view.findChildren(QDialog))

    def find(self, name: str) -> QWidget:
        """A widget that is shown, by its name."""
        ground = self.panel if self.panels else self.view
        found = [one for one in ground.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"nothing shown is called {name}"
        return found[-1]

    def shows(self, name: str) -> bool:
        """Whether something of that name is shown in the view."""
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        """The words of a label, with ordinary spaces."""
        return self.find(name).text().replace("\u00a0", " ")  # pyright: ignore

    def click(self, name: str) -> None:
        """Click a button that can be clicked, and let what follows happen."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), f"{name}: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard is: Y, 5, Left, Return."""
        for key in keys:
            if not self.panels:
                self.window.activateWindow()  # what a window manager does when a panel is closed
                settle()
            now = QApplication.focusWidget()
            assert now is not None, "nothing has the keyboard"
            QTest.keyClick(now, getattr(Qt.Key, f"Key_{key}"))
            settle()

    def write(self, text: str, name: str) -> None:
        """Type into a field."""
        write(self.find(name), text)
        settle()

    def number(self, name: str, value: int) -> None:
        """Type a number into a field in place of what stands there."""
        field = self.find(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, str(value))
        settle()

    def resize(self, wide: int, high: int) -> None:
        """Make the window another size."""
        self.window.resize(wide, high)
        settle()


Make = Callable[[Desk], View]
Open = Callable[..., Room]


def running(desk: Desk, meeting: str = "sbg-2026-11-27") -> View:
    """The vote that runs."""
    return VoteView(desk, meeting)


def setting_up(motion: str, meeting: str = "sbg-2026-11-27") -> Make:
    """A vote before it is opened."""
    return lambda desk: VoteSetup(desk, meeting, motion)


def result_of(poll: str, meeting: str = "sbg-2026-11-27") -> Make:
    """A vote that is over."""
    return lambda desk: ResultView(desk, meeting, poll)


@pytest.fixture
def window(qapp) -> Iterator[Callable[[Desk, Make], Room]]:
    """Return what shows a view on a desk, and takes it away after the test."""
    made: list[Room] = []

    def show(desk: Desk, make: Make, size: tuple[int, int] = SIZE) -> Room:
        made.append(Room(desk, make(desk), size))
        return made[-1]

    yield show
    for one in made:
        one.window.close()
        one.window.deleteLater()
        one.__dict__.clear()
    do_what_was_put_off()


@pytest.fixture
def evening(window, tmp_path) -> Iterator[Open]:
    """Return what opens the evening after a line: `evening('"poll": "p3"', running)`."""
    desks = []

    def make(until: str, view: Make, *, lang: str = "zh", size: int = 100, **more) -> Room:
        desk = at_desk(tmp_path / str(len(desks)), until, lang=lang, size=size)
        desks.append(desk)
        return window(desk.__enter__(), view, **more)

    yield make
    for desk in reversed(desks):
        desk.__exit__(None, None, None)
