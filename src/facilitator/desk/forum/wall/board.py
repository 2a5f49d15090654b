"""The wall that one looks at and works on: it scrolls under frozen heads, and every field has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPointingDevice,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QStyle, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Board, Card, Cell
from facilitator.desk.forum.wall.heads import (
    FOOT_HEIGHT,
    HEAD_HEIGHT,
    HEAD_WIDTH,
    ColumnHead,
    Corner,
    Foot,
    RowHead,
    out_of_sight,
)
from facilitator.desk.forum.wall.items import CardItem
from facilitator.desk.forum.wall.layout import Layout, least_width
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.scene import Key, WallScene
from facilitator.desk.forum.wall.telling import announce, field_words

if TYPE_CHECKING:
    from facilitator.desk.forum.wall.hand import Hand

SMALLEST, LARGEST, ZOOM_STEP = 0.15, 1.6, 1.25
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


class WallBoard(QGraphicsView):
    """See the module. What is pressed and carried it hands to `hand`; what is selected it tells by `chosen`."""

    chosen = Signal(object)
    """The card that is selected now, or None."""
    menu_wanted = Signal(object, QPoint)
    """A card, and where on the screen its menu belongs."""

    def __init__(self, desk: Desk, painter: CardPainter) -> None:
        self.scene_ = WallScene(desk, painter)
        super().__init__(self.scene_)
        self.desk = desk
        self.hand: Hand | None = None
        self.zoom, self.fits = 1.0, False
        self._board = Board()
        self._cursor: Cell | None = None
        self._index = 0
        self._chosen: Key | None = None
        self._pan: QPoint | None = None
        self._away: CardItem | None = None
        """The card that is being carried, taken from its field."""
        self.setObjectName("wall.board")
        self.setAccessibleName(desk.t("Agenda wall"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(desk.px(HEAD_WIDTH), desk.px(HEAD_HEIGHT), 0, 0)
        self._columns, self._rows = ColumnHead(desk, self), RowHead(desk, self)
        self._corner = Corner(desk, self)
        self.foot = Foot(desk, self)
        above = QWidget()
        above.setFixedHeight(desk.px(HEAD_HEIGHT))
        self.addScrollBarWidget(above, Qt.AlignmentFlag.AlignTop)
        desk.second.connect(self._tick)

    # what is shown

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

    def fit(self, fits: bool) -> None:
        """Show the whole wall at once, as small as it has to be; or at its own size."""
        self.fits = fits
        if not fits:
            self.zoom = 1.0
        self._lay_out()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, about the middle of what is shown."""
        self.fits = False
        self.zoom = min(LARGEST, max(SMALLEST, self.zoom * factor))
        self._lay_out()

    def show_aim(self, cell: Cell | None, text: str) -> None:
        """Mark the field that a carried card would be put in."""
        aim, layout = self.scene_.aim, self.scene_.layout_
        if cell is None:
            aim.hide()
        elif self.scene_.is_taken(cell):
            aim.show_at(layout.rect(cell).adjusted(1, 1, -1, -1), "")
        else:
            aim.show_at(self.scene_.room_of(cell), text)

    def show_origin(self, card: Card, text: str) -> None:
        """Show where the card that is carried came from."""
        assert card.cell is not None
        self.scene_.origin.show_at(self.scene_.room_of(card.cell, card.topic), text)
        self._away = self.scene_.items_.get((card.topic, card.cell.slot))
        if self._away is not None:
            self._away.hide()

    def show_nothing_carried(self) -> None:
        """Nothing is carried any more."""
        scene = self.scene_
        for one in (scene.carried, scene.aim, scene.origin):
            one.hide()
        if self._away is not None:
            self._away.show()
            self._away = None

    def ensure(self, cell: Cell) -> None:
        """Scroll so that a field is in sight."""
        self.ensureVisible(self.scene_.layout_.rect(cell), 0, 0)

    def card_size(self, card: Card) -> QSizeF:
        """How large a card is on the plane."""
        layout = self.scene_.layout_
        wide = layout.column_width - 2 * layout.pad
        return QSizeF(wide, layout.card_height)

    def on_screen(self, cell: Cell) -> QPoint:
        """Where the middle of a field is on the screen."""
        middle = self.mapFromScene(self.scene_.layout_.rect(cell).center())
        return self.viewport().mapToGlobal(middle)

    def near_edge(self, point: QPoint, within: int) -> bool:
        """Whether a point of the viewport is so near an edge that the wall should scroll."""
        return not self.viewport().rect().adjusted(within, within, -within, -within).contains(point)

    def scroll_towards(self, point: QPoint, within: int, by: int) -> None:
        """Scroll a little towards the edges that a point is near."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().rect()
        if point.x() < within:
            across.setValue(across.value() - by)
        elif point.x() > room.width() - within:
            across.setValue(across.value() + by)
        if point.y() < within:
            down.setValue(down.value() - by)
        elif point.y() > room.height() - within:
            down.setValue(down.value() + by)

    # inside

    def _lay_out(self) -> None:
        """Plane, zoom, heads and foot for the board and the room there is."""
        unit, columns = self.desk.theme.size / 100, len(self._board.columns)
        policy = Qt.ScrollBarPolicy
        bars = policy.ScrollBarAlwaysOff if self.fits else policy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bars)
        self.setHorizontalScrollBarPolicy(bars)
        room, high = self.maximumViewportSize(), Layout(self._board, 0, unit).size[1]
        wide = room.width()
        if self.fits and columns and self._board.lines:
            zoom = min(1.0, wide / least_width(columns, unit), room.height() / high)
            self.zoom = max(SMALLEST, zoom)
        elif high * self.zoom > room.height():
            wide -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.scene_.show_board(self._board, int(wide / self.zoom))
        self.resetTransform()
        self.scale(self.zoom, self.zoom)
        self._show_foot()
        for head in (self._columns, self._rows, self._corner):
            head.update()
        self._show_cursor()

    def _show_foot(self) -> None:
        """What lies out of sight; while everything is in sight the wall takes that line's room."""
        self.foot.say(out_of_sight(self) if self._board.lines and self._board.columns else "")
        px, across = self.desk.px, self.horizontalScrollBar()
        hides = not self.fits and max(across.maximum(), self.verticalScrollBar().maximum()) > 0
        bottom = px(FOOT_HEIGHT) if hides else 0
        if self.viewportMargins().bottom() != bottom:
            self.setViewportMargins(px(HEAD_WIDTH), px(HEAD_HEIGHT), 0, bottom)
        self.foot.setVisible(hides)

    def _tick(self) -> None:
        if self.isVisible():
            self._columns.update()

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

    # what Qt calls

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller, else up and down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._columns.update()
        self._rows.update()
        self._show_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        room, px = self.viewport().geometry(), self.desk.px
        wide, high = px(HEAD_WIDTH), px(HEAD_HEIGHT)
        self._corner.setGeometry(0, 0, wide, high)
        self._columns.setGeometry(wide, 0, self.width() - wide, high)
        self._rows.setGeometry(0, high, wide, room.height())
        below = wide + room.width()
        self.foot.setGeometry(0, room.bottom() + 1, below, px(FOOT_HEIGHT))

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
