"""The wall as a scene: lines between the fields, and a card item for every sitting, kept while it stays."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem, QGraphicsRectItem, QGraphicsScene

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Board, Card, Cell
from facilitator.desk.forum.wall.items import (
    ON_GROUND,
    CardItem,
    CarriedItem,
    CursorItem,
    FieldItem,
)
from facilitator.desk.forum.wall.layout import Layout
from facilitator.desk.forum.wall.paint import CardPainter

Key = tuple[str, str]
"""A sitting: topic and slot."""


class WallScene(QGraphicsScene):
    """See the module. It knows cards and fields; what may be done with them it does not know."""

    def __init__(self, desk: Desk, painter: CardPainter) -> None:
        super().__init__()
        self._painter, self._unit = painter, desk.theme.size / 100
        self.layout_: Layout = Layout(Board(), 0, self._unit)
        self.items_: dict[Key, CardItem] = {}
        self._lines: list[QGraphicsLineItem] = []
        self._rows: dict[str, QGraphicsRectItem] = {}
        """What hangs in a place is a child of its row: after each step Qt goes through what has no parent."""
        self._pen = QPen(desk.theme.color("sunken"), 0)
        self.setBackgroundBrush(desk.theme.color("surface"))
        self.carried = CarriedItem(painter)
        self.aim = FieldItem(painter, aim=True)
        self.origin = FieldItem(painter, aim=False)
        self.cursor = CursorItem(painter)
        for one in (self.carried, self.aim, self.origin, self.cursor):
            self.addItem(one)
        self._chosen: Key | None = None

    def show_board(self, board: Board, width: float) -> None:
        """Show this board on a plane of that width; cards that stay are not painted anew."""
        old = self.layout_
        self.layout_ = layout = Layout(board, width, self._unit)
        if (layout.tops, layout.size, board.lines) != (old.tops, old.size, old.board.lines):
            self._rule(layout)
        left = dict(self.items_)
        for cell, cards in layout.by_cell.items():
            for index, card in enumerate(cards):
                key = (card.topic, cell.slot)
                item = left.pop(key, None)
                if item is None:
                    item = self.items_[key] = CardItem(self._painter)
                item.setParentItem(self._rows[cell.place])
                item.show_card(card, layout.card_rect(cell, index))
                item.set_chosen(key == self._chosen)
        for key, item in left.items():
            self.removeItem(item)
            del self.items_[key]

    def choose(self, key: Key | None) -> None:
        """Mark one card as the one that is selected."""
        for one, chosen in ((self._chosen, False), (key, True)):
            if one in self.items_:
                self.items_[one].set_chosen(chosen)
        self._chosen = key

    def card_at(self, point: QPointF) -> Card | None:
        """The card under a point of the plane."""
        layout, cell = self.layout_, self.layout_.cell_at(point)
        if cell is None:
            return None
        for index, card in enumerate(layout.by_cell.get(cell, ())):
            if layout.card_rect(cell, index).contains(point):
                return card
        return None

    def room_of(self, cell: Cell, topic: str = "") -> QRectF:
        """Where the card of a topic lies in a field; without it, where a card would be put: the free part."""
        layout = self.layout_
        cards = layout.by_cell.get(cell, [])
        for index, card in enumerate(cards):
            if card.topic == topic:
                return layout.card_rect(cell, index)
        return layout.card_rect(cell, 0)

    def is_taken(self, cell: Cell) -> bool:
        """Whether something hangs in a field, besides a card that is being carried."""
        cards = self.layout_.by_cell.get(cell, ())
        return any(self.items_[card.topic, cell.slot].isVisible() for card in cards)

    def _rule(self, layout: Layout) -> None:
        """Draw rows and the lines between the fields anew."""
        for one in self._lines:
            self.removeItem(one)
        width, height = layout.size
        columns = range(1, len(layout.board.columns))
        self._lines = [
            QGraphicsLineItem(at * layout.column_width, 0, at * layout.column_width, height)
            for at in columns
        ]
        for one in self._lines:
            self.addItem(one)
        for place, top in zip(layout.board.lines, layout.tops[1:], strict=True):
            below = QGraphicsLineItem(0, top, width, top)
            below.setParentItem(self._row(place.place))
            self._lines.append(below)
        for one in self._lines:
            one.setPen(self._pen)
            one.setZValue(ON_GROUND)
        self.setSceneRect(QRectF(0, 0, max(1.0, width), max(1.0, height)))

    def _row(self, place: str) -> QGraphicsRectItem:
        """What is in a place; rows of places that are gone stay, empty."""
        if place not in self._rows:
            self._rows[place] = made = QGraphicsRectItem()
            made.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
            self.addItem(made)
        return self._rows[place]
