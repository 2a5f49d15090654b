"""What stands under the words: cards, lines, rows and columns."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

L = TypeVar("L", bound=QBoxLayout)
Piece = QWidget | QLayout | int | None
"""What a row holds: a widget, a row, so many pixels of air, or None for what stretches."""


def card(look: str = "card", *, name: str = "") -> QFrame:
    """A frame: card, sunken, accent, warn, bad, good, rule, strip, side, side-right, foot."""
    frame = QFrame()
    frame.setProperty("look", look)
    if name:
        frame.setObjectName(name)
    return frame


def line() -> QFrame:
    """A level hair line."""
    return card("line")


def upright() -> QFrame:
    """An upright hair line."""
    return card("upright")


def row(
    *pieces: Piece, on: QWidget | None = None, margins: int | tuple[int, ...] = 0, gap: int = 8
) -> QHBoxLayout:
    """Side by side. With `on` it becomes that widget's layout."""
    return _fill(QHBoxLayout(), pieces, on, margins, gap)


def column(
    *pieces: Piece, on: QWidget | None = None, margins: int | tuple[int, ...] = 0, gap: int = 8
) -> QVBoxLayout:
    """One below the other. With `on` it becomes that widget's layout."""
    return _fill(QVBoxLayout(), pieces, on, margins, gap)


def _fill(
    box: L, pieces: tuple[Piece, ...], on: QWidget | None, margins: int | tuple[int, ...], gap: int
) -> L:
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    box.setContentsMargins(left, top, right, bottom)
    box.setSpacing(gap)
    for piece in pieces:
        add(box, piece)
    if on is not None:
        on.setLayout(box)
    return box


def add(box: QBoxLayout, piece: Piece) -> None:
    """Put one more piece at the end of a row or column."""
    if piece is None:
        box.addStretch(1)
    elif isinstance(piece, int):
        box.addSpacing(piece)
    elif isinstance(piece, QWidget):
        box.addWidget(piece)
    else:
        box.addLayout(piece)


def clear(box: QLayout) -> None:
    """Take everything out of a row or column; widgets are freed when the event loop turns."""
    while (item := box.takeAt(0)) is not None:
        _free(item)


_leaving: dict[int, QWidget] = {}


def _free(item: QLayoutItem) -> None:
    if (widget := item.widget()) is not None:
        widget.hide()
        # Without a parent it is Python's, and gone with the last name for it: in the middle, perhaps, of a
        # click on a button in it. So it is held until Qt deletes it.
        key = id(widget)
        _leaving[key] = widget
        widget.destroyed.connect(lambda: _leaving.pop(key, None))
        widget.setParent(None)
        widget.deleteLater()
    elif (inner := item.layout()) is not None:
        clear(inner)
        inner.deleteLater()


def fill(painter: QPainter, room: QRect, color: QColor) -> None:
    """Fill a room with a colour. For `fillRect`, Python would first make all the gradients that Qt has."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(room)


def paint_bar(frame: QFrame, width: int, radius: int, color: QColor) -> None:
    """Paint a bar at the left of a rounded frame, in its `paintEvent`: borders of two widths look torn."""
    inner, painter = QPainterPath(), QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.addRoundedRect(QRectF(frame.rect()), radius, radius)
    painter.setClipPath(inner)
    fill(painter, QRect(0, 0, width, frame.height()), color)
    painter.end()


def scrolling(content: QWidget) -> QScrollArea:
    """A widget that scrolls up and down when there is not room enough."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area
