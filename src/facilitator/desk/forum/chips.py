"""Words as chips in a field that grows with them, and a line at their end to type the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy

from facilitator.desk.desk import Desk

CHIP, GAP, PAD, CROSS = 26, 6, 10, 14
LEAST_LINE = 72
"""So much room the line to type in has at least."""


class Chips(QFrame):
    """`labels` are its chips. The `line` keeps the keys; when it is empty, ← → go along the chips."""

    changed = Signal()

    def __init__(self, desk: Desk, line: QLineEdit) -> None:
        super().__init__()
        self.desk, self.line = desk, line
        self.labels: list[str] = []
        self._at = -1
        """The chip that the arrows have come to; -1 for none."""
        self._places: list[QRect] = []
        self.setProperty("look", "stepper")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.setParent(self)
        line.setProperty("look", "bare")
        line.installEventFilter(self)
        self.setFocusProxy(line)
        self._arrange()

    def show_labels(self, labels: Iterable[str]) -> None:
        """Show these, each once, and tell nobody."""
        self.labels, self._at = list(dict.fromkeys(labels)), -1
        self._told()

    def add(self, labels: Iterable[str]) -> None:
        """Put these at the end; what is there already stays where it is."""
        self.labels = list(dict.fromkeys([*self.labels, *labels]))
        self._at = -1
        self._told()
        self.changed.emit()

    def take_back(self) -> None:
        """The chip the arrows came to goes; else the last one becomes text again, marked to be overwritten."""
        if 0 <= self._at < len(self.labels):
            self._remove(self._at)
        elif self.labels:
            label = self.labels.pop()
            self._told()
            self.line.setText(label)
            self.line.selectAll()
            self.changed.emit()

    def step(self, by: int) -> None:
        """Go along the chips; past the last is the line."""
        last = len(self.labels)
        at = (last if self._at < 0 else self._at) + by
        self._at = max(0, at) if at < last else -1
        self._told()

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows whether the line has the keys; Delete takes the chip the arrows came to."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._at = -1
            self._light(event.type() == QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._at >= 0:
            if event.key() == Qt.Key.Key_Delete:
                self._remove(self._at)
                return True
            if event.text():
                self._at = -1 if event.key() != Qt.Key.Key_Backspace else self._at
                self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its chips."""
        return QSize(self.desk.px(320), self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross of a chip takes it; anywhere else it goes to the line."""
        for place, rect in enumerate(self._places):
            if self._cross(rect).contains(event.position()):
                self._remove(place)
                break
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self.desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (label, rect) in enumerate(zip(self.labels, self._places, strict=True)):
            chosen = place == self._at
            painter.setPen(QPen(theme.color("accent"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "sunken"))
            round_ = rect.height() / 2
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), round_, round_)
            self._paint_label(painter, rect, label)
            painter.setPen(QPen(theme.color("soft"), self.desk.px(1.5)))
            middle, arm = self._cross(rect).center(), self.desk.px(4)
            for slant in (QPointF(arm, arm), QPointF(arm, -arm)):
                painter.drawLine(middle - slant, middle + slant)

    def _paint_label(self, painter: QPainter, rect: QRect, label: str) -> None:
        px = self.desk.px
        painter.setFont(self.desk.theme.font(14))
        painter.setPen(self.desk.theme.color("ink"))
        room = rect.adjusted(px(PAD), 0, -px(CROSS + 6), 0)
        cut = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)

    # Inside.

    def _cross(self, rect: QRect) -> QRectF:
        side = self.desk.px(CROSS)
        found = QRectF(0, 0, side + self.desk.px(6), rect.height())
        found.moveRight(rect.right())
        found.moveTop(rect.top())
        return found

    def _remove(self, place: int) -> None:
        del self.labels[place]
        self._at = min(self._at, len(self.labels) - 1)
        self._told()
        self.changed.emit()

    def _light(self, on: bool) -> None:
        self.setProperty("lit", "true" if on else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def _told(self) -> None:
        """A screen reader hears at the line what stands before it."""
        said = "、".join(self.labels)
        if 0 <= self._at < len(self.labels):
            said = self.labels[self._at]
        self.line.setAccessibleDescription(said)
        self._arrange()

    def _arrange(self) -> None:
        """Row by row; the line takes what is left of the last."""
        px, width = self.desk.px, max(self.width(), self.desk.px(LEAST_LINE + 2 * PAD))
        metrics = QFontMetrics(self.desk.theme.font(14))
        left, right, high, gap = px(PAD), width - px(PAD), px(CHIP), px(GAP)
        x, y = left, px(6)
        self._places = []
        for label in self.labels:
            wide = metrics.horizontalAdvance(label) + px(PAD + CROSS + 6)
            wide = min(wide, right - left)
            if x + wide > right and x > left:
                x, y = left, y + high + px(4)
            self._places.append(QRect(x, y, wide, high))
            x += wide + gap
        if x + px(LEAST_LINE) > right and x > left:
            x, y = left, y + high + px(4)
        self.line.setGeometry(x, y, right - x, high)
        wanted = y + high + px(6)
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
        self.update()
