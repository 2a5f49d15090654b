"""The phases of a meeting as dots with words: what is behind, where one is, what is to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.phases import Step, steps
from facilitator.desk.widgets import paint_sign
from facilitator.meeting import Meeting

DOT = 20
MOST = 5
"""More phases than this are shown with the word of the present one alone."""


class Stepper(QWidget):
    """Painted. `short` shows the word of the present phase only; its width never depends on the phase."""

    def __init__(self, desk: Desk, *, most: int = MOST) -> None:
        super().__init__()
        self._desk, self._most = desk, most
        self._steps: tuple[Step, ...] = ()
        self._short = False
        self.setObjectName("strip.phases")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where a meeting stands."""
        found, t = steps(meeting, self._desk.lang), self._desk.t
        now = next((n for n, one in enumerate(found) if one.now), 0)
        said = t("Phase {n} of {all}: {phase}", n=now + 1, all=len(found), phase=found[now].title)
        self.show_steps(found, said)

    def show_steps(self, found: tuple[Step, ...], said: str) -> None:
        """Show these; `said` is what a reader is told of them."""
        if found == self._steps and said == self.accessibleName():
            return
        self._steps = found
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def shorten(self, short: bool) -> None:
        """Show one word instead of all."""
        self._short = short or len(self._steps) > self._most
        self.updateGeometry()
        self.update()

    def width_for(self, *, short: bool) -> int:
        """How wide it is with all words, or with one."""
        px, metrics = self._desk.px, QFontMetrics(self._desk.theme.font(14, bold=True))
        words = [metrics.horizontalAdvance(one.title) for one in self._steps] or [0]
        if short or len(self._steps) > self._most:
            return max(px(DOT + 6) * len(self._steps), max(words) + px(8))
        return sum(max(px(40), word + px(12)) for word in words)

    def sizeHint(self) -> QSize:
        """Wide enough for the words that are shown."""
        return QSize(self.width_for(short=self._short), self._desk.px(48))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def _columns(self) -> list[QRectF]:
        px, metrics = self._desk.px, QFontMetrics(self._desk.theme.font(14, bold=True))
        left, found = 0.0, list[QRectF]()
        even = self.width() / max(1, len(self._steps))
        for one in self._steps:
            word = metrics.horizontalAdvance(one.title)
            width = even if self._short else max(px(40), word + px(12))
            found.append(QRectF(left, 0, width, self.height()))
            left += width
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, columns = QPainter(self), self._columns()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._desk.theme, self._desk.px
        middle = px(2) + px(DOT) / 2
        for n, (one, column) in enumerate(zip(self._steps, columns, strict=True)):
            if n:
                reached = one.now or one.done
                painter.setPen(QPen(theme.color("accent" if reached else "edge"), px(2)))
                before = columns[n - 1].center().x() + px(DOT) / 2
                after = column.center().x() - px(DOT) / 2
                painter.drawLine(int(before), int(middle), int(after), int(middle))
            self._paint_dot(painter, one, column.center().x(), middle)
            if one.now or not self._short:
                self._paint_word(painter, one, column)

    def _paint_dot(self, painter: QPainter, one: Step, x: float, y: float) -> None:
        theme, side = self._desk.theme, self._desk.px(DOT)
        dot = QRectF(0, 0, side - 2, side - 2)
        dot.moveCenter(QRectF(x, y, 0, 0).topLeft())
        if one.now:
            thick = self._desk.px(6)
            painter.setPen(QPen(theme.color("accent"), thick))
            painter.setBrush(theme.color("surface"))
            half = thick / 2
            painter.drawEllipse(dot.adjusted(half, half, -half, -half))
            return
        painter.setPen(QPen(theme.color("accent" if one.done else "faint"), self._desk.px(2)))
        painter.setBrush(theme.color("accent" if one.done else "surface"))
        painter.drawEllipse(dot)
        if one.done:
            inset = side * 0.2
            paint_sign(
                painter,
                dot.adjusted(inset, inset, -inset, -inset),
                "for",
                theme.color("accent_on"),
                0.16,
            )

    def _paint_word(self, painter: QPainter, one: Step, column: QRectF) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter.setFont(theme.font(14, bold=one.now))
        painter.setPen(theme.color("ink" if one.now else "soft"))
        room = QRectF(column.left(), px(DOT + 6), column.width(), px(22))
        if self._short:
            word = painter.fontMetrics().horizontalAdvance(one.title) + 2
            left = min(max(0.0, column.center().x() - word / 2), self.width() - word)
            room = QRectF(left, room.top(), word, room.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, one.title)
