"""Painted signs: the shapes of seat groups, and ✓ ✗ – as paths, because fonts draw them differently."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.theme import Theme


def paint_group(painter: QPainter, rect: QRectF, index: int, color: QColor) -> None:
    """The shape of the seat group at this place in the charter: ■ ● ◆ ▲ ▼ ⬢."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    kind = index % 6
    if kind == 0:
        painter.drawRect(
            rect.adjusted(
                rect.width() * 0.08,
                rect.height() * 0.08,
                -rect.width() * 0.08,
                -rect.height() * 0.08,
            )
        )
    elif kind == 1:
        painter.drawEllipse(
            rect.adjusted(
                rect.width() * 0.06,
                rect.height() * 0.06,
                -rect.width() * 0.06,
                -rect.height() * 0.06,
            )
        )
    else:
        painter.drawPolygon(QPolygonF([_at(rect, *point) for point in _CORNERS[kind]]))
    painter.restore()


_CORNERS = {
    2: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    3: ((0.5, 0.05), (1, 0.95), (0, 0.95)),
    4: ((0, 0.05), (1, 0.05), (0.5, 0.95)),
    5: ((0.25, 0.07), (0.75, 0.07), (1, 0.5), (0.75, 0.93), (0.25, 0.93), (0, 0.5)),
}


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


SIGNS = {
    "for": ((0.16, 0.54), (0.40, 0.78), (0.86, 0.26)),
    "against": ((0.22, 0.22), (0.78, 0.78)),
    "abstain": ((0.22, 0.5), (0.78, 0.5)),
}


def paint_sign(
    painter: QPainter, rect: QRectF, sign: str, color: QColor, weight: float = 0.13
) -> None:
    """✓ (`for`), ✗ (`against`) or – (`abstain`) in a square; `weight` is the stroke as a part of its side."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.4, rect.width() * weight))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    first, *rest = (_at(rect, *point) for point in SIGNS[sign])
    path = QPainterPath(first)
    for point in rest:
        path.lineTo(point)
    if sign == "against":
        path.moveTo(_at(rect, 0.78, 0.22))
        path.lineTo(_at(rect, 0.22, 0.78))
    painter.drawPath(path)
    painter.restore()


class GroupMark(QWidget):
    """The shape of a seat group, beside its word."""

    def __init__(self, theme: Theme, index: int, pixels: float = 12) -> None:
        super().__init__()
        self._theme, self._index = theme, index
        self.setFixedSize(QSize(theme.px(pixels), theme.px(pixels)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_group(painter, QRectF(self.rect()), self._index, self._theme.group_color(self._index))


class SignMark(QWidget):
    """✓ ✗ or – beside its word; `color` is a token."""

    def __init__(self, theme: Theme, sign: str, color: str, pixels: float = 16) -> None:
        super().__init__()
        self._theme, self._sign, self._color = theme, sign, color
        self.setFixedSize(QSize(theme.px(pixels), theme.px(pixels)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_sign(QPainter(self), QRectF(self.rect()), self._sign, self._theme.color(self._color))
