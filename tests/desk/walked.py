"""Walks through the screens and panels of a room and keeps what the audit finds on each of them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMenu,
    QPushButton,
    QWidget,
)

from facilitator.desk.widgets.steady import Steady
from facilitator.desk.window import Window
from tests.desk.audit import audit
from tests.desk.looking import told, visible


class Walk:
    """One window, whoever goes through it, and what was wrong on the way: lines as "where: what"."""

    def __init__(self, window: Window, size: int) -> None:
        self.window, self._scale = window, size / 100
        self.found: list[str] = []

    @property
    def top(self) -> QWidget:
        """The panel that is open, else the window."""
        return QApplication.activeModalWidget() or self.window

    def settle(self) -> None:
        """What was put in while it was hidden is laid out one ground after another."""
        for _ in range(3):
            QApplication.processEvents()

    def find(self, name: str) -> QWidget:
        """What is shown under that name, in the panel or else in the window."""
        named = self.top.findChildren(QWidget, name)
        found = [one for one in named if one.isVisible()]
        assert found, f"nothing shown is called {name}: {len(named)} are hidden"
        return found[-1]

    def click(self, name: str) -> None:
        """Press it with the mouse; what is off cannot be pressed."""
        one = self.find(name)
        assert one.isEnabled(), name
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
        self.settle()

    def look(self, where: str) -> None:
        """Audit what lies on top."""
        self.settle()
        wrong = [*audit(self.top, self._scale), *unsteady(self.top)]
        self.found += [f"{where}: {line}" for line in wrong]

    def panel(self, name: str) -> None:
        """Open the panel of a button, audit it, and leave it by Esc."""
        self.click(name)
        self.leave(name)

    def panels(self, where: str, *, but: Iterable[str] = ()) -> set[str]:
        """Do so with every panel that the page leads to: by its menus, and by buttons whose words end in "…".

        Of several with the same words the first is opened; `but` are names that lead elsewhere. Returns the
        names, or words, of what was opened.
        """
        ways: dict[str, QAbstractButton | QAction] = {}
        for one in self.window.page.findChildren(QPushButton):
            if not one.isVisible():
                continue
            menus = one.findChildren(QMenu)
            entries = [way for menu in menus for way in menu.actions() if way.text()]
            for way in (one, *entries) if one.text().endswith("…") else entries:
                if way.isEnabled() and way.objectName() not in but:
                    ways.setdefault(way.text(), way)
        for words, way in ways.items():
            if isinstance(way, QAbstractButton):
                way.setFocus()
                way.click()
            else:
                way.trigger()
            self.settle()
            self.leave(f"{where}, {words}")
        return {way.objectName() or words for words, way in ways.items()}

    def leave(self, name: str) -> None:
        """Audit the panel that is open; the keys are in it, and after Esc on the page again."""
        panel = QApplication.activeModalWidget()
        assert panel is not None, f"{name} opens no panel"
        self.look(name)
        had = panel.focusWidget()
        if had is None or not (had.isVisible() and had.isEnabled()):
            self.found.append(f"{name}: keys: nothing in the panel has them")
        QTest.keyClick(had or panel, Qt.Key.Key_Escape)
        self.settle()
        if QApplication.activeModalWidget() is not None:
            self.found.append(f"{name}: keys: Esc does not close it")
            QApplication.activeModalWidget().reject()
            self.settle()
        self.window.activateWindow()
        self.settle()
        had = QApplication.focusWidget()
        if had is None or not self.window.page.isAncestorOf(had):
            self.found.append(f"{name}: keys: after it they are not on the page")


def unsteady(window: QWidget) -> list[str]:
    """Which numbers and choices the wheel would change."""
    fields = [one for one in visible(window) if isinstance(one, QAbstractSpinBox | QComboBox)]
    return [f"wheel: {told(one)}" for one in fields if one.findChild(Steady) is None]
