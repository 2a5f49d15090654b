"""A row of segments of which one is chosen: the tables of a desk, say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, clear, row


class Segments(QWidget):
    """Joined buttons; the chosen one is filled pale, bold, and says so to a reader. `now` is its key."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, *, name: str = "table") -> None:
        super().__init__()
        self._desk, self._name = desk, name
        self.now = ""
        self.setObjectName(f"{name}.segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._pieces: list[tuple[str, str, str]] = []
        self._line = row(on=self, gap=0)

    def offer(self, pieces: Sequence[tuple[str, str, str]]) -> None:
        """Offer these (key, words, key on the keyboard) and no others; what was chosen stays chosen."""
        if list(pieces) == self._pieces:
            return
        same = [key for key, _, _ in pieces] == self._keys
        before, self._pieces = self._pieces, list(pieces)
        if same:
            self._reword(before)
            return
        for old in self._group.buttons():
            self._group.removeButton(old)
        clear(self._line)
        self._keys = [key for key, _, _ in pieces]
        for number, (key, said, shortcut) in enumerate(pieces):
            one = button(said, "segment", name=f"{self._name}.{key}")
            one.setCheckable(True)
            one.setToolTip(_tip(said, shortcut))
            end = "only" if len(pieces) == 1 else "first" if not number else ""
            one.setProperty("end", end or ("last" if number == len(pieces) - 1 else "middle"))
            one.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(one, number)
            self._line.addWidget(one)
        self.show_chosen(self.now)

    def _reword(self, before: Sequence[tuple[str, str, str]]) -> None:
        """The same segments with other words: a number in them counts up with every ballot, say."""
        for number, (old, new) in enumerate(zip(before, self._pieces, strict=True)):
            if old != new:
                one, (_, said, shortcut) = self._group.button(number), new
                one.setText(said)
                one.setToolTip(_tip(said, shortcut))
                one.updateGeometry()
        self._line.invalidate()
        self.resize(self.sizeHint().expandedTo(self.size()))  # at once: no word is cut for a moment
        self.updateGeometry()

    def show_chosen(self, key: str) -> None:
        """Show which one is chosen."""
        self.now = key
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    @property
    def keys(self) -> tuple[str, ...]:
        """What is offered."""
        return tuple(self._keys)

    def show_none(self) -> None:
        """Show that none of these is chosen, but something beside them."""
        self.now = ""
        self._group.setExclusive(False)
        for one in self._group.buttons():
            one.setChecked(False)
        self._group.setExclusive(True)


def _tip(said: str, shortcut: str) -> str:
    return f"{said} ({shortcut})" if shortcut else said
