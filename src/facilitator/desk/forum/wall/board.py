"""The wall that one looks at and works on: it scrolls under frozen heads, and every field has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Board, Card, Cell
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.plane import WallPlane
from facilitator.desk.forum.wall.scene import Key
from facilitator.desk.forum.wall.telling import announce, field_words

if TYPE_CHECKING:
    from facilitator.desk.forum.wall.hand import Hand

ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-5, 0),
    Qt.Key.Key_PageDown: (5, 0),
    Qt.Key.Key_Home: (0, -99),
    Qt.Key.Key_End: (0, 99),
}
TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WallBoard(WallPlane):
    """See the module. What is pressed and carried it hands to `hand`; what is selected it tells by `chosen`."""

    chosen = Signal(object)
    """The card that is selected now, or None."""
    menu_wanted = Signal(object, QPoint)
    """A card, and where on the screen its menu belongs."""

    def __init__(self, desk: Desk, painter: CardPainter) -> None:
        super().__init__(desk, painter)
        self.hand: Hand | None = None
        self._cursor: Cell | None = None
        self._index = 0
        self._chosen: Key | None = None
        self._pan: QPoint | None = None
        self.setObjectName("wall.board")
        self.setAccessibleName(desk.t("Agenda wall"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.laid_out.connect(self._show_cursor)

    def show_board(self, board: Board) -> None:
        """Show this; what is selected stays so while it is there."""
        self._board = board
        self._lay_out()
        cards = {(card.topic, card.cell.slot): card for card in board.cards if card.cell}
        if self._chosen is not None and self._chosen not in cards:
            self._choose(None)
        elif self._chosen is not None:
            self.chosen.emit(cards[self._chosen])
        if not self.scene_.layout_.has(self._cursor):
            self._cursor = None
        if self.hand is not None and self.hand.carry is not None:
            carried = self.hand.carry.card
            beside = (*board.tray, *board.parked)
            if carried not in board.cards and carried not in beside:
                self.hand.cancel()
        self._show_cursor()

    @property
    def card(self) -> Card | None:
        """The card that is selected."""
        if self._chosen is None or self._chosen not in self.scene_.items_:
            return None
        return self.scene_.items_[self._chosen].card

    def choose(self, topic: str, slot: str = "") -> bool:
        """Select a topic (in that slot) and bring it into sight; whether it hangs there."""
        for card in self._board.cards:
            if card.topic == topic and card.cell and slot in ("", card.cell.slot):
                self._cursor = card.cell
                self._index = self.scene_.layout_.by_cell[card.cell].index(card)
                self._choose(card)
                self.ensure(card.cell)
                self._show_cursor()
                announce(self, field_words(self.desk, self.scene_.layout_, card.cell))
                return True
        return False

    def choose_nothing(self) -> None:
        """Select none."""
        self._chosen = None
        self.scene_.choose(None)

    def _choose(self, card: Card | None) -> None:
        self._chosen = (card.topic, card.cell.slot) if card is not None and card.cell else None
        self.scene_.choose(self._chosen)
        self.chosen.emit(card)

    def _show_cursor(self) -> None:
        ring, cell = self.scene_.cursor, self._cursor
        if not self.hasFocus() or cell is None or (self.hand and self.hand.carry):
            ring.hide()
            return
        cards = self.scene_.layout_.by_cell.get(cell, [])
        index = min(self._index, max(0, len(cards) - 1))
        ring.show_at(self.scene_.layout_.card_rect(cell, index).adjusted(-2, -2, 2, 2))

    def _under_cursor(self) -> Card | None:
        cards = self.scene_.layout_.by_cell.get(self._cursor, []) if self._cursor else []
        return cards[min(self._index, len(cards) - 1)] if cards else None

    def _walk(self, down: int, right: int) -> None:
        """Go on by one field, or to the next card of the same one."""
        layout = self.scene_.layout_
        if not layout.board.lines or not layout.board.columns:
            return
        if self._cursor is None:
            self._cursor, self._index = layout.cell(0, 0), 0
        elif not right and abs(down) == 1 and 0 <= self._index + down < self._stacked():
            self._index += down
        else:
            self._cursor = layout.step(self._cursor, down, right)
            self._index = 0 if down >= 0 else max(0, self._stacked() - 1)
        self.ensure(self._cursor)
        self._show_cursor()
        announce(self, field_words(self.desk, layout, self._cursor))

    def _stacked(self) -> int:
        return len(self.scene_.layout_.by_cell.get(self._cursor, [])) if self._cursor else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows lead from field to field, or carry what was taken up; see SCREENS: all by keys."""
        key, hand = event.key(), self.hand
        if hand is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        if key in ARROWS:
            self._by_arrow(*ARROWS[Qt.Key(key)])
        elif key in TAKE:
            if not event.isAutoRepeat():
                self._take_or_put()
        elif key == Qt.Key.Key_Escape and (hand.cancel() or self._chosen is not None):
            self._choose(None)
            self._show_cursor()
        else:
            event.ignore()

    def _by_arrow(self, down: int, right: int) -> None:
        hand, card = self.hand, self.card
        assert hand is not None
        if hand.carry is None and card is not None and not hand.pressed:
            hand.take_by_keys(card)
        if hand.carry is None:
            self._walk(down, right)
        elif hand.carry.by_keys:
            hand.step_by_keys(down, right)
        self._show_cursor()

    def _take_or_put(self) -> None:
        hand = self.hand
        assert hand is not None
        if hand.carry is not None:
            if hand.carry.by_keys:
                self._cursor, self._index = hand.carry.aim, 0
                hand.put_by_keys()
        elif self.card is not None and self.card == self._under_cursor():
            self._choose(None)
        else:
            card = self._under_cursor()
            self._choose(card)
            if card is not None:
                said = self.desk.t(
                    "{card}. The arrows carry it, Enter puts it down.", card=card.spoken
                )
                announce(self, said)
        self._show_cursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A card is pressed to be selected and carried; between the cards the wall is pushed."""
        if event.button() != Qt.MouseButton.LeftButton or self.hand is None:
            return
        point = self.mapToScene(event.position().toPoint())
        card = self.scene_.card_at(point)
        at = event.globalPosition().toPoint()
        self._cursor = self.scene_.layout_.cell_at(point)
        self._index = 0
        self.scene_.cursor.hide()
        if card is None or card.cell is None:
            self.hand.cancel()
            self._choose(None)
            self._pan = at
            return
        self._index = self.scene_.layout_.by_cell[card.cell].index(card)
        grip = point - self.scene_.room_of(card.cell, card.topic).topLeft()
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        self.hand.press(card, at, grip, finger=finger)
        self._choose(card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self.hand is not None and self.hand.pressed:
            self.hand.move(at)
        elif self._pan is not None:
            moved, self._pan = at - self._pan, at
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - moved.x())
            down.setValue(down.value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan = None
        if event.button() == Qt.MouseButton.LeftButton and self.hand is not None:
            self.hand.release(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses are two presses."""
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card under the pointer, or of the one that the keys are at."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            card = self.card or self._under_cursor()
            at = self.on_screen(card.cell) if card is not None and card.cell else QPoint()
        else:
            card = self.scene_.card_at(self.mapToScene(event.pos()))
            at = event.globalPos()
        if card is not None:
            if self.hand is not None:
                self.hand.cancel()
            self._choose(card)
            self.menu_wanted.emit(card, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            if self._cursor is None and self._board.cards:
                self._cursor = self._board.cards[0].cell
            self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.hand is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            carry = self.hand.carry
            if carry is not None and carry.by_keys:
                self.hand.cancel()
        self._show_cursor()
