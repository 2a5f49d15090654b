"""A choice of two or three, side by side; the chosen one is filled pale and ticked for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, button, row


class Segments(QWidget):
    """`choices` are keys with their words; arrows go from one to the next as in any group of radio buttons."""

    chosen = Signal(str)
    """Somebody chose another."""

    def __init__(
        self, desk: Desk, name: str, title: str, choices: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        box = row(on=self, gap=desk.px(4))
        for key, text in choices:
            made = button(text, "quiet", "small", name=f"{name}.{key}")
            made.setCheckable(True)
            made.setAccessibleName(f"{title}: {text}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.toggled.connect(lambda on, one=made: one.set_look("soft" if on else "plain"))
            made.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self._buttons[key] = made
            box.addWidget(made)
        self.choose(next(iter(self._buttons)))

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self._buttons[key].setChecked(True)
        for one in self._buttons.values():
            one.set_look("soft" if one.isChecked() else "plain")

    @property
    def choice(self) -> str:
        """The key that is chosen."""
        return next(key for key, one in self._buttons.items() if one.isChecked())
