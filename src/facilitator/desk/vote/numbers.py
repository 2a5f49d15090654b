"""Fields for counted numbers, large; what was typed and not sent outlives the window it was typed in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox

from facilitator.desk.desk import Desk
from facilitator.desk.widgets.steady import steady

MOST = 1_000_000


class Typed(QObject):
    """Numbers typed at one desk, by the field; they live as long as the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.numbers: dict[str, int] = {}

    def forget(self, poll: str) -> None:
        """The numbers of a vote are on the record, or no longer wanted."""
        for key in [key for key in self.numbers if key.startswith(f"{poll}.")]:
            del self.numbers[key]


def typed(desk: Desk) -> Typed:
    """The numbers typed at a desk."""
    found = desk.findChild(Typed)
    return found if isinstance(found, Typed) else Typed(desk)


class NumberField(QSpinBox):
    """A whole number from 0 on; Enter goes to the panel or button it belongs to.

    `key` is where it is kept while it is not sent; "" keeps nothing (a correction begins anew).
    """

    entered = Signal()
    """Enter was pressed in it."""

    def __init__(self, desk: Desk, label: str, name: str, *, key: str = "", value: int = 0) -> None:
        super().__init__()
        self._typed, self._key = typed(desk), key
        self.setProperty("look", "count")
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setRange(0, MOST)
        self.setGroupSeparatorShown(False)
        self.setMinimumWidth(desk.px(72))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setValue(self._typed.numbers.get(key, value))
        self.valueChanged.connect(self._keep)
        steady(self)

    def _keep(self, value: int) -> None:
        if self._key:
            self._typed.numbers[self._key] = value

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there is replaced by what is typed."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a held Enter does not run through all the fields
                self.interpretText()
                self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
