"""The two places beside the wall, tray and parking area: lists of cards that can be carried from there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.forum.wall.hand import Hand
from facilitator.desk.forum.wall.layout import CARD_HEIGHT
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.elided import paint_line

CARD = Qt.ItemDataRole.UserRole
GAP, REASON = 8, 22
Index = QModelIndex | QPersistentModelIndex


class CardsModel(QAbstractListModel):
    """The cards of a shelf."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[Card, ...] = ()

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these."""
        if cards != self.cards:
            self.beginResetModel()
            self.cards = cards
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.number} {card.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(card.spoken)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        return card if role == CARD else None


class CardDelegate(QStyledItemDelegate):
    """Paints a card in a list, and below it why it is parked."""

    def __init__(self, desk: Desk, painter: CardPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._painter = desk, painter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, card = self._desk.px, index.data(CARD)
        return QSize(0, px(CARD_HEIGHT + GAP + (REASON if card.reason else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme, card = self._desk.px, self._desk.theme, index.data(CARD)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        room = QRectF(rect.left() + 1, rect.top(), rect.width() - 2, px(CARD_HEIGHT))
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._painter.paint(painter, room, card, chosen=chosen)
        if card.reason:
            low = QRectF(room.left(), room.bottom() + px(2), room.width(), px(REASON - 2))
            paint_line(painter, theme, low, card.reason, theme.color("soft"), 14)
        painter.restore()


class CardList(QListView):
    """Cards one below another. Up and down go from one to the next, right carries it to the wall."""

    picked = Signal(object)
    """The card that is selected now, or None."""
    menu_wanted = Signal(object, QPoint)

    def __init__(self, desk: Desk, painter: CardPainter, hand: Hand, *, name: str) -> None:
        super().__init__()
        self._desk, self._hand = desk, hand
        self.cards = CardsModel()
        self.setObjectName(name)
        self.setProperty("look", "bare")
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(desk, painter, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._told)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these; whichever topic was selected stays so."""
        kept = self.card
        self.cards.show_cards(cards)
        if kept is not None:
            self.choose(kept.topic)

    @property
    def card(self) -> Card | None:
        """The card that is selected."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def choose(self, topic: str) -> bool:
        """Select a topic; whether it is here."""
        for at, card in enumerate(self.cards.cards):
            if card.topic == topic:
                self.setCurrentIndex(self.cards.index(at))
                return True
        return False

    def choose_nothing(self) -> None:
        """Select none."""
        self.selectionModel().clear()

    def _told(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(now.data(CARD) if now.isValid() else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A card is pressed to be selected, and perhaps carried."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not index.isValid():
            self.choose_nothing()
            return
        self.setCurrentIndex(index)
        self.picked.emit(index.data(CARD))
        grip = event.position() - QPointF(self.visualRect(index).topLeft())
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        self._hand.press(index.data(CARD), event.globalPosition().toPoint(), grip, finger=finger)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses are two presses."""
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card under the pointer, or of the selected one."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            middle = self.visualRect(index).center()
            at = self.viewport().mapToGlobal(middle) if by_keys else event.globalPos()
            self.menu_wanted.emit(index.data(CARD), at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right, Enter or the space bar carry the selected card to the wall."""
        take = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() == Qt.Key.Key_Escape and self._hand.cancel():
            return
        if event.key() in take and self.card is not None and not event.isAutoRepeat():
            self._hand.take_by_keys(self.card)
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        event.ignore()


class Shelf(QFrame):
    """A shelf with its title, how many lie there, the cards, and a word on what to do with them."""

    def __init__(
        self, desk: Desk, painter: CardPainter, hand: Hand, *, key: str, title: str, hint: str
    ) -> None:
        super().__init__()
        self._desk, self._low, px = desk, False, desk.px
        self.setProperty("look", "sunken")
        self.setObjectName(f"wall.{key}")
        self._count = words("", "secondary", name=f"wall.{key}.count")
        self._hint = words(hint, "secondary", wrap=True, name=f"wall.{key}.hint")
        self.list = CardList(desk, painter, hand, name=f"wall.{key}.list")
        self.list.setAccessibleName(title)
        head = row(words(title, "head"), None, self._count)
        column(head, self.list, self._hint, None, on=self, margins=px(12), gap=px(8))
        self.layout().setStretch(1, 1000)  # type: ignore[union-attr]
        hand.zones[key] = self

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show these."""
        self._count.setText(str(len(cards)))
        self.list.show_cards(cards)
        px = self._desk.px
        high = sum(px(CARD_HEIGHT + GAP + (REASON if card.reason else 0)) for card in cards)
        self.list.setMaximumHeight(max(high, px(8)))
        self._show_hint()

    def press(self, low: bool) -> None:
        """Where there is little height, leave it to the cards."""
        if low != self._low:
            self._low = low
            self.layout().setContentsMargins(*(self._desk.px(6 if low else 12),) * 4)  # type: ignore[union-attr]
            self._show_hint()

    def _show_hint(self) -> None:
        wanted = self._hint.text() and self.list.cards.cards
        self._hint.setVisible(bool(wanted) and not self._low)

    def paintEvent(self, event: QPaintEvent) -> None:
        """While a card is carried over it, a frame says that it would be put here."""
        super().paintEvent(event)
        if self.property("lit"):
            painter, theme = QPainter(self), self._desk.theme
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, theme.px(8), theme.px(8))
            painter.end()
