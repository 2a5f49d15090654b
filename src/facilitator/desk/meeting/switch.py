"""A switch with its word: on or off by place and word, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desk.desk import Desk


class Switch(QAbstractButton):
    """Checkable. `short` leaves the word away; the accessible name says it all the same."""

    def __init__(self, desk: Desk, name: str, word: str) -> None:
        super().__init__()
        self._desk, self._word, self._short = desk, word, False
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_on(False)

    def show_on(self, on: bool) -> None:
        """Show it on or off."""
        t = self._desk.t
        self.setChecked(on)
        self._state = t.within("switch", "on") if on else t.within("switch", "off")
        self.setAccessibleName(
            t.within("switch", "{what}: {state}", what=self._word, state=self._state)
        )
        self.update()

    def shorten(self, short: bool) -> None:
        """Leave the words away, or not."""
        self._short = short
        self.updateGeometry()

    def width_for(self, *, short: bool) -> int:
        """How wide it is, whether on or off."""
        t, px, theme = self._desk.t, self._desk.px, self._desk.theme
        if short:
            return px(44)
        states = (t.within("switch", "on"), t.within("switch", "off"))
        bold = QFontMetrics(theme.font(14, bold=True))
        word = QFontMetrics(theme.font(14)).horizontalAdvance(self._word + " ")
        return px(44) + word + max(bold.horizontalAdvance(state) for state in states) + px(4)

    def sizeHint(self) -> QSize:
        """Wide enough for both states."""
        return QSize(self.width_for(short=self._short), self._desk.px(26))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px, painter = self._desk.theme, self._desk.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, middle = self.isChecked(), self.height() / 2
        track = QRectF(px(2), middle - px(10), px(36), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if on else "faint"))
        painter.drawRoundedRect(track, px(10), px(10))
        knob = QRectF(0, track.top() + px(2), px(16), px(16))
        knob.moveLeft(track.right() - px(18) if on else track.left() + px(2))
        painter.setBrush(theme.color("accent_on"))
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("ink"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._short:
            return
        left, flags = track.right() + px(8), Qt.AlignmentFlag.AlignVCenter
        for text, bold in ((self._word + " ", False), (self._state, on)):
            painter.setFont(theme.font(14, bold=bold))
            painter.setPen(theme.color("ink"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(left, 0, width + 2, self.height()), flags, text)
            left += width
