"""What can be done with the item in hand: one deed each, by key, by button, from a menu, and why not now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import plain
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.widgets import Button, button, tip


class Deed(QObject):
    """An action of the window with its buttons. Its key works even when it cannot be done: it then says why."""

    def __init__(
        self, desk: Desk, view: QWidget, owner: QWidget, name: str, act: Callable[[], object]
    ) -> None:
        super().__init__(view)
        self._desk, self._act = desk, act
        self._buttons: list[Button] = []
        self.why_not = ""
        """Why it cannot be done now, as a sentence; "" when it can."""
        everywhere = Qt.ShortcutContext.WindowShortcut
        self.action = action(desk, owner, name, self.do, context=everywhere)
        self.action.setParent(view)
        self.text = self.action.text()
        self.hint = f"{self.text.rstrip('…')}  {self.key}" if "+" in self.key else ""

    @property
    def key(self) -> str:
        """Its key, as on a cap."""
        return self.action.shortcut().toString()

    def button(
        self, look: str = "plain", grade: str = "plain", *, text: str = "", name: str = ""
    ) -> Button:
        """A further button that does it. One of the F keys stands in a cap, other keys in the tip."""
        made = button(text or self.text, look, grade, name=name or self.action.objectName())
        made.set_key(self.key if "+" not in self.key else "")
        made.clicked.connect(self.do)
        self._buttons.append(made)
        self._show(made)
        return made

    def put_into(self, menu: QMenu) -> None:
        """A line of a menu that does it."""
        line = menu.addAction(self.action.icon(), f"{self.text}\t{self.key}".rstrip())
        line.setObjectName(f"menu.{self.action.objectName()}")
        line.setEnabled(not self.why_not)
        if self.why_not:
            line.setToolTip(plain(self.why_not))
        line.triggered.connect(self.do)

    def allow(self, why_not: str) -> None:
        """Let it be done, or (with a reason) not."""
        self.why_not = why_not
        self._buttons = [one for one in self._buttons if isValid(one)]
        for one in self._buttons:
            self._show(one)

    def listen(self, on: bool) -> None:
        """Whether its key does anything: not while something else has its place."""
        self.action.setEnabled(on)

    def do(self) -> None:
        """Do it, or say why not."""
        if self.why_not:
            self._desk.noticed.emit(Notice(Tone.REFUSED, self.why_not))
        else:
            self._act()

    def _show(self, one: Button) -> None:
        one.setEnabled(not self.why_not)
        tip(one, self.why_not or self.hint)
        one.setAccessibleDescription(self.why_not)
