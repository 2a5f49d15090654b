"""How one hit is drawn: what it is and when, its verdict, its title and the piece of text it was found by."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desk.decisions.hits import LINE, Index, Line
from facilitator.desk.decisions.marking import paint_marked
from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_sign
from facilitator.desk.widgets.elided import paint_line

HEIGHT = 104
CHIPS = {
    "good": ("good_soft", "good_ink"),
    "bad": ("bad_soft", "bad_ink"),
    "warn": ("warn_soft", "warn_ink"),
    "accent": ("accent_soft", "accent_ink"),
    "plain": ("sunken", "ink"),
}
"""Ground and words."""


def paint_chip(
    painter: QPainter, theme: Theme, corner: QRectF, line: Line, *, lit: bool = False
) -> float:
    """The chip with its upper right corner in that of `corner`, whose height it has; where it begins.

    `lit` on a selected row, where its own ground would be lost.
    """
    text, look, sign = line.chip, line.look, line.sign
    ground, ink = CHIPS[look]
    font, pad, side = theme.font(14), theme.px(10), theme.px(16) if sign else 0
    wide = (
        QFontMetricsF(font).horizontalAdvance(text) + 2 * pad + side + (theme.px(4) if sign else 0)
    )
    box = QRectF(corner.right() - wide, corner.top(), wide, corner.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface" if lit else ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + pad
    if sign:
        paint_sign(
            painter, QRectF(left, box.center().y() - side / 2, side, side), sign, theme.color(ink)
        )
        left += side + theme.px(4)
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    words = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
    return box.left()


class HitPainter(QStyledItemDelegate):
    """A selected row is pale teal with a bar of four pixels; nothing wraps, what is too long is cut."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._desk.px(240), self._desk.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        px, theme = self._desk.px, self._desk.theme
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, rect)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        inner = QRectF(rect).adjusted(px(16), px(8), -px(12), 0)
        top = QRectF(inner.left(), inner.top(), inner.width(), px(24))
        end = top.right()
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        lit = bool(state & QStyle.StateFlag.State_Selected)
        if line.chip:
            end = paint_chip(painter, theme, top, line, lit=lit)
        self._head(
            painter, QRectF(top.topLeft(), QSizeF(end - px(8) - top.left(), top.height())), line
        )
        title = QRectF(inner.left(), top.bottom(), inner.width(), px(26))
        paint_marked(painter, theme, title, line.title, theme.color("ink"), 16, bold=True)
        below = QRectF(inner.left(), title.bottom() + px(2), inner.width(), px(24))
        paint_marked(painter, theme, below, line.snippet, theme.color("soft"), 14)
        painter.restore()

    def _head(self, painter: QPainter, room: QRectF, line: Line) -> None:
        """What it is, and its day behind it."""
        theme, ink = self._desk.theme, self._desk.theme.color("soft")
        wide = QFontMetricsF(theme.font(14)).horizontalAdvance(line.head) + theme.px(1)
        paint_line(painter, theme, room, line.head, ink, 14)
        left = room.left() + wide + theme.px(8)
        if left < room.right():
            rest = QRectF(left, room.top(), room.right() - left, room.height())
            paint_line(painter, theme, rest, line.day, ink, 14)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        px, theme = self._desk.px, self._desk.theme
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(bar, theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("sunken"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
