"""A box with or without a tick, painted as the check boxes of the house look."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_sign


def paint_tick(painter: QPainter, theme: Theme, room: QRectF, *, ticked: bool) -> None:
    """In the middle of its room."""
    box = QRectF(0, 0, theme.px(18), theme.px(18))
    box.moveCenter(room.center())
    painter.setPen(QPen(theme.color("accent" if ticked else "field"), 2))
    painter.setBrush(theme.color("accent" if ticked else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if ticked:
        paint_sign(painter, box.adjusted(2, 2, -2, -2), "for", theme.color("accent_on"))
