"""Carrying a card by mouse, finger or keys, from the wall or from beside it, until it is put down or let go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.board import WallBoard
from facilitator.desk.forum.wall.facts import Card, Cell
from facilitator.desk.forum.wall.items import CarriedItem
from facilitator.desk.forum.wall.paint import SHADOW, CardPainter
from facilitator.desk.forum.wall.telling import announce, field_words

HOLD = 600
"""Milliseconds after which a finger that does not move asks for the menu."""
EDGE, SCROLL_EVERY, SCROLL_BY = 28, 40, 18
"""Within so many pixels (at 100 %) of an edge the wall scrolls along, so often, by so many."""


@dataclass(slots=True)
class Carry:
    """A card on its way."""

    card: Card
    second: bool = False
    """It is given a further slot; the one it has stays."""
    by_keys: bool = False
    aim: Cell | None = None
    """The field it would be put in now."""
    zone: str = ""
    """Or beside the wall: `tray` or `parking`."""


class Overlay(QWidget):
    """The carried card where it is beside the wall; inside, the scene carries it."""

    def __init__(self, parent: QWidget, painter: CardPainter) -> None:
        super().__init__(parent)
        self._painter = painter
        self.card: Card | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def take(self, card: Card, width: int, height: int) -> None:
        """Show this card."""
        off = self._painter.theme.px(SHADOW)
        self.card = card
        self.resize(width + off, height + off)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.card is not None:
            off = self._painter.theme.px(SHADOW)
            room = self.rect().toRectF().adjusted(0, 0, -off, -off)
            self._painter.paint(QPainter(self), room, self.card, carried=True)


class Hand(QObject):
    """See the module. It decides nothing: `put` tells that a card was put down, and where."""

    changed = Signal(object)
    """The `Carry`, as often as its aim is another; None when nothing is carried any more."""
    put = Signal(object, QPoint)
    """The `Carry` and where on the screen it was put down."""
    held = Signal(object, QPoint)
    """A finger rested on a card: it asks for the menu."""

    def __init__(self, desk: Desk, board: WallBoard, painter: CardPainter, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._board = desk, board
        self._over, self._overlay = over, Overlay(over, painter)
        self.zones: dict[str, QWidget] = {}
        self.carry: Carry | None = None
        self._ready: Card | None = None
        self._from, self._grip = QPoint(), QPointF()
        self._last = QPoint()
        self._holding = QTimer(self)
        self._holding.setSingleShot(True)
        self._holding.setInterval(HOLD)
        self._holding.timeout.connect(self._held)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)

    # by mouse and finger

    def press(self, card: Card, at: QPoint, grip: QPointF, *, finger: bool = False) -> None:
        """A card was pressed at a point of the screen; `grip` is where on the card."""
        self.cancel()
        self._ready, self._from, self._grip = card, at, grip
        if finger:
            self._holding.start()

    @property
    def pressed(self) -> bool:
        """Whether a card is held down, carried already or not."""
        return self._ready is not None

    def move(self, at: QPoint) -> None:
        """The pointer went there; from a few pixels on the card comes along."""
        if self._ready is None:
            return
        if self.carry is None:
            if (at - self._from).manhattanLength() < QApplication.startDragDistance():
                return
            self._holding.stop()
            self._take(Carry(self._ready))
        self._step(at)

    def release(self, at: QPoint) -> bool:
        """Let go there; whether a card was carried."""
        self._holding.stop()
        self._ready, carry = None, self.carry
        if carry is None or carry.by_keys:
            return False
        self._step(at)
        self._lay_down()
        if carry.aim is not None or carry.zone:
            self.put.emit(carry, at)
        return True

    # by keys

    def take_by_keys(self, card: Card, *, second: bool = False) -> None:
        """Carry it from field to field by the arrows; a card from beside the wall begins at a free one."""
        self.cancel()
        layout = self._board.scene_.layout_
        start = card.cell if layout.has(card.cell) else layout.free()
        if start is None:
            return
        self._take(Carry(card, second=second, by_keys=True))
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._aim_by_keys(start)

    def step_by_keys(self, down: int, right: int) -> None:
        """Aim at the field so many further."""
        if self.carry is not None and self.carry.aim is not None:
            self._aim_by_keys(self._board.scene_.layout_.step(self.carry.aim, down, right))

    def put_by_keys(self) -> None:
        """Put it down where it is aimed at; where it came from, it just stays."""
        carry = self.carry
        if carry is None or carry.aim is None:
            return
        self._lay_down()
        if carry.aim != carry.card.cell:
            self.put.emit(carry, self._board.on_screen(carry.aim))

    # both

    def cancel(self) -> bool:
        """Carry nothing any more; whether something was carried."""
        self._holding.stop()
        self._ready = None
        if self.carry is None:
            return False
        self._lay_down()
        announce(self._board, self._desk.t("Not moved."))
        return True

    def _take(self, carry: Carry) -> None:
        self.carry = carry
        board, size = self._board, self._board.card_size(carry.card)
        item: CarriedItem = board.scene_.carried
        item.take(carry.card, size.width(), size.height())
        zoom = board.zoom
        self._overlay.take(carry.card, round(size.width() * max(zoom, 0.75)), round(size.height()))
        self._grip = QPointF(
            min(self._grip.x(), size.width() - 4), min(self._grip.y(), size.height() - 4)
        )
        if carry.card.cell is not None and not carry.second:
            text = self._desk.t("{n} was here", n=carry.card.number)
            board.show_origin(carry.card, text)

    def _step(self, at: QPoint) -> None:
        carry, board = self.carry, self._board
        if carry is None:
            return
        self._last = at
        point = board.viewport().mapFromGlobal(at)
        inside = board.viewport().rect().contains(point)
        aim, zone = None, ""
        item = board.scene_.carried
        if inside:
            on_plane = board.mapToScene(point)
            item.setPos(on_plane - self._grip)
            aim = board.scene_.layout_.cell_at(on_plane)
        else:
            self._overlay.move(self._over.mapFromGlobal(at) - self._grip.toPoint())
            zone = next((name for name, one in self.zones.items() if _over(one, at)), "")
        if item.isVisible() != inside:
            item.setVisible(inside)
            self._overlay.setVisible(not inside)
            self._overlay.raise_()
        self._keep_scrolling(inside and board.near_edge(point, self._desk.px(EDGE)))
        if (aim, zone) != (carry.aim, carry.zone):
            carry.aim, carry.zone = aim, zone
            self._aimed()

    def _aim_by_keys(self, cell: Cell) -> None:
        carry, board = self.carry, self._board
        assert carry is not None
        carry.aim = cell
        room = board.scene_.room_of(cell)
        off = self._desk.px(10)
        board.scene_.carried.setPos(room.topLeft() + QPointF(off, off))
        board.scene_.carried.show()
        board.ensure(cell)
        self._aimed()
        announce(board, field_words(self._desk, board.scene_.layout_, cell))

    def _aimed(self) -> None:
        assert self.carry is not None
        self._board.show_aim(self.carry.aim, self._desk.t("Put it here"))
        for name, zone in self.zones.items():
            zone.setProperty("lit", name == self.carry.zone)
            zone.update()
        self.changed.emit(self.carry)

    def _lay_down(self) -> None:
        self.carry = None
        self._scrolling.stop()
        self._overlay.hide()
        self._board.show_nothing_carried()
        for zone in self.zones.values():
            zone.setProperty("lit", False)
            zone.update()
        self.changed.emit(None)

    def _held(self) -> None:
        card, self._ready = self._ready, None
        if card is not None:
            self.held.emit(card, self._from)

    def _keep_scrolling(self, wanted: bool) -> None:
        if wanted != self._scrolling.isActive():
            (self._scrolling.start if wanted else self._scrolling.stop)()

    def _scroll(self) -> None:
        point = self._board.viewport().mapFromGlobal(self._last)
        self._board.scroll_towards(point, self._desk.px(EDGE), self._desk.px(SCROLL_BY))
        self._step(self._last)


def _over(widget: QWidget, at: QPoint) -> bool:
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(at))
