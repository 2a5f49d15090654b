"""A number with a button at each side that takes one away or adds one; it can be typed, too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QPushButton, QSizePolicy, QSpinBox

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import row
from facilitator.desk.widgets.steady import steady

MOST = 10**9


class Stepper(QFrame):
    """`set_value` and `set_limits` say nothing; `changed` tells what a person did."""

    changed = Signal(int)

    def __init__(self, desk: Desk, label: str, name: str, *, step: int = 1) -> None:
        super().__init__()
        t = desk.t
        self._why = ("", "")
        self.setObjectName(name)
        self.setProperty("look", "stepper")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.number = _Number(self)
        self.number.setObjectName(f"{name}.number")
        self.number.setSingleStep(step)
        self.less, self.more = (
            _button(desk, "−", f"{name}.less"),
            _button(desk, "+", f"{name}.more"),
        )
        self._t = t
        self.call(label)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.number.valueChanged.connect(self._told)
        box = row(self.less, self.number, self.more, on=self, gap=0)
        box.setStretch(1, 1)
        for one in (self, self.less, self.more):  # the number takes the keys: arrows go up and down
            one.setFocusProxy(self.number)

    def call(self, label: str) -> None:
        """Name it for screen readers: which number it is."""
        self.number.setAccessibleName(label)
        self.less.setAccessibleName(self._t("{what}: fewer", what=label))
        self.more.setAccessibleName(self._t("{what}: more", what=label))

    @property
    def value(self) -> int:
        """The number that is shown."""
        return self.number.value()

    def set_limits(self, least: int, most: int, no_less: str = "", no_more: str = "") -> None:
        """From where to where the number may go, and what a button says that can go no further."""
        self._why = (no_less, no_more)
        self.number.blockSignals(True)
        self.number.setRange(least, min(most, MOST))
        self.number.blockSignals(False)
        self._limit()

    def set_value(self, value: int) -> None:
        """Show a number; nobody is told."""
        self.number.blockSignals(True)
        self.number.setValue(value)
        self.number.blockSignals(False)
        self._limit()

    def _step(self, by: int) -> None:
        self.number.stepBy(by)

    def _told(self, value: int) -> None:
        self._limit()
        self.changed.emit(value)

    def _limit(self) -> None:
        self.less.setEnabled(self.value > self.number.minimum())
        self.more.setEnabled(self.value < self.number.maximum())
        for one, why in zip((self.less, self.more), self._why, strict=True):
            one.setToolTip("" if one.isEnabled() else why)
            one.setAccessibleDescription(one.toolTip())


class _Number(QSpinBox):
    """The number itself; the frame around it shows that it has the keys."""

    def __init__(self, frame: QFrame) -> None:
        super().__init__()
        self._frame = frame
        steady(self)
        self.setProperty("look", "stepper")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaximum(MOST)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the number that is shown, whatever its limit is."""
        hint = super().sizeHint()
        width = self.fontMetrics().horizontalAdvance("0" * max(2, len(self.text())))
        return QSize(width + 8, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Digits are never cut."""
        return self.sizeHint()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """More digits than can be are taken as they are typed, and become the nearest number that can be."""
        state = QValidator.State
        if not text.isascii() or not text.isdigit():
            return (state.Intermediate if not text else state.Invalid), text, at
        fits = len(text) < 12 and self.minimum() <= int(text) <= self.maximum()
        return (state.Acceptable if fits else state.Intermediate), text, at

    def fixup(self, text: str) -> str:
        """The nearest number that can be; the one before for nothing at all."""
        if not text.isascii() or not text.isdigit():
            return str(self.value())
        return str(min(max(int(text[:12]), self.minimum()), self.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of it is for the number: there are no arrows of its own."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the panel around it."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame_focused(False)

    def _frame_focused(self, on: bool) -> None:
        self._frame.setProperty("lit", on)
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)


def _button(desk: Desk, sign: str, name: str) -> QPushButton:
    made = QPushButton(sign)
    made.setObjectName(name)
    made.setProperty("look", "step")
    made.setAutoRepeat(True)
    made.setAutoDefault(False)
    made.setFixedWidth(desk.px(30))
    return made
