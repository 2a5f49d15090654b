"""What the wall says to those who do not see it: where one is, what hangs there, what would come of a move."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Cell
from facilitator.desk.forum.wall.layout import Layout


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it, and let it be asked for again as the widget's description."""
    if not text or text == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(text)
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def field_name(desk: Desk, layout: Layout, cell: Cell) -> str:
    """Which field it is: 第 1 场，大厅东."""
    line, column = layout.where(cell)
    board = layout.board
    return desk.t("{slot}, {place}", slot=board.columns[column].title, place=board.lines[line].name)


def field_words(desk: Desk, layout: Layout, cell: Cell) -> str:
    """Which field it is, and what hangs there."""
    t = desk.t
    cards = layout.by_cell.get(cell, [])
    there = t.within("between", "; ").join(card.spoken for card in cards) or t("free")
    return t("{field}: {there}", field=field_name(desk, layout, cell), there=there)
