"""How one meeting of the list is drawn: its day, its name and place, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meetings.rows import LINE, Index, Line

HEIGHT = 76
DAY = 176
CHIPS = {
    "accent": ("accent_soft", "accent_ink", True),
    "good": ("good_soft", "good_ink", True),
    "bad": ("bad_soft", "bad_ink", True),
    "plain": ("sunken", "ink", False),
}
"""Ground, words, bold."""


class LinePainter(QStyledItemDelegate):
    """A selected row is pale teal with a bar of four pixels; long names are cut, never wrapped."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._desk.px(400), self._desk.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        px, theme = self._desk.px, self._desk.theme
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, rect)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(20), px(12), -px(20), -px(12))
        self._day(painter, QRect(inner.left(), inner.top(), px(DAY), inner.height()), line)
        right = self._state(painter, inner, line)
        left = inner.left() + px(DAY) + px(16)
        room = QRect(left, inner.top(), right - px(16) - left, inner.height())
        below = " · ".join(part for part in (line.which, line.place, line.reason) if part)
        self._two(painter, room, line.name, below)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        px, theme = self._desk.px, self._desk.theme
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), px(4), rect.height()), theme.color("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("sunken"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _day(self, painter: QPainter, room: QRect, line: Line) -> None:
        self._two(painter, room, line.day, f"{line.weekday} {line.time}")

    def _two(self, painter: QPainter, room: QRect, first: str, second: str) -> None:
        """A bold line and a quiet one below it."""
        theme, half = self._desk.theme, room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        self._one(painter, upper, first, 15, theme.color("ink"), bold=True)
        self._one(painter, lower, second, 14, theme.color("soft"))

    def _one(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        size: int,
        ink: QColor,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(self._desk.theme.font(size, bold=bold))
        painter.setPen(ink)
        flat = text.replace("\n", " ")
        cut = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)

    def _state(self, painter: QPainter, inner: QRect, line: Line) -> int:
        """The chip at the right, and the decisions below it; where they begin."""
        px, theme = self._desk.px, self._desk.theme
        ground, ink, bold = CHIPS[line.look]
        font = theme.font(13, bold=bold)
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(line.state) + px(24)
        chip = QRect(inner.right() - wide, inner.top() + px(1), wide, px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(chip, px(12), px(12))
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.state)
        left = chip.left()
        if line.decisions:
            wide = QFontMetrics(theme.font(14)).horizontalAdvance(line.decisions) + px(4)
            half = inner.height() // 2
            lower = QRect(inner.right() - wide, inner.top() + half, wide, half)
            self._one(painter, lower, line.decisions, 14, theme.color("soft"))
            left = min(left, lower.left())
        return left
