"""What lies in the wall's scene: cards, the field a card is carried to, the one it came from, the cursor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.forum.wall.paint import FLAT, SHADOW, CardPainter
from facilitator.desk.meeting.asked import plain

ON_GROUND, ON_FIELD, ON_CARDS, IN_HAND = 0, 1, 2, 3
"""What lies over what."""


class CardItem(QGraphicsRectItem):
    """A card. Its picture is kept by Qt, so that what moves over it costs nothing here."""

    def __init__(self, painter: CardPainter) -> None:
        super().__init__()
        self._painter = painter
        self.card: Card | None = None
        self._room = QRectF()
        self._chosen = False
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(ON_CARDS)

    def show_card(self, card: Card, room: QRectF) -> None:
        """Show this, there; nothing is painted anew for what stays the same."""
        if card is self.card and room == self._room:
            return
        self._room = room
        if card != self.card:
            self.card = card
            self.setToolTip(plain(card.spoken))
            self.update()
        size = QRectF(0, 0, room.width(), room.height())
        if size != self.rect():
            self.setRect(size)
        self.setPos(room.topLeft())

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is the one that is selected."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.card is not None:
            scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
            self._painter.paint(painter, self.rect(), self.card, chosen=self._chosen, scale=scale)


class CarriedItem(QGraphicsRectItem):
    """The card that is being carried, over everything else, with its flat shadow."""

    def __init__(self, painter: CardPainter) -> None:
        super().__init__()
        self._painter = painter
        self._card: Card | None = None
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(IN_HAND)
        self.hide()

    def take(self, card: Card, width: float, height: float) -> None:
        """Show this card."""
        off = self._painter.theme.px(SHADOW)
        self._card = card
        self.setRect(0, 0, width + off, height + off)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._card is not None:
            off = self._painter.theme.px(SHADOW)
            room = self.rect().adjusted(0, 0, -off, -off)
            scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
            self._painter.paint(painter, room, self._card, carried=True, scale=scale)


class FieldItem(QGraphicsRectItem):
    """A dashed field with words in it: where a card would be put, or where it came from."""

    def __init__(self, painter: CardPainter, *, aim: bool) -> None:
        super().__init__()
        theme = painter.theme
        self._text = ""
        self._font = theme.font(14, bold=aim)
        self._inset, self._radius = theme.px(9), theme.px(6)
        self._edge = theme.color("accent" if aim else "edge")
        self._ground = theme.color("accent_soft" if aim else "surface")
        self._ink = theme.color("accent_ink" if aim else "soft")
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(ON_FIELD)
        self.hide()

    def show_at(self, room: QRectF, text: str) -> None:
        """Show it there; without words it is a frame around what hangs there already."""
        self._text = text
        self.setRect(QRectF(0, 0, room.width(), room.height()))
        self.setPos(room.topLeft())
        self.update()
        self.show()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._edge, 2, Qt.PenStyle.DashLine))
        painter.setBrush(self._ground if self._text else Qt.BrushStyle.NoBrush)
        room = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, self._radius, self._radius)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        painter.drawText(room.adjusted(self._inset, 0, -self._inset, 0), FLAT, self._text)


class CursorItem(QGraphicsRectItem):
    """The ring around the field that the keyboard is at."""

    def __init__(self, painter: CardPainter) -> None:
        super().__init__()
        pen = QPen(painter.theme.color("accent"), 2)
        pen.setCosmetic(True)
        self.setPen(pen)
        self._radius = painter.theme.px(8)
        self.setZValue(ON_CARDS + 0.5)
        self.hide()

    def show_at(self, room: QRectF) -> None:
        """Show it around this."""
        self.setRect(room)
        self.show()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self._radius, self._radius)
