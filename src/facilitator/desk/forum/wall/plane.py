"""The wall as it lies in its window: frozen heads, larger or smaller, scrolled, and what is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTransform, QWheelEvent
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
from facilitator.desk.forum.wall.scene import WallScene

SMALLEST, LARGEST, ZOOM_STEP = 0.15, 1.6, 1.25


class WallPlane(QGraphicsView):
    """See the module. What is done with cards and keys is the matter of `WallBoard`."""

    laid_out = Signal()
    """Fields lie elsewhere, or are larger or smaller."""

    def __init__(self, desk: Desk, painter: CardPainter) -> None:
        self.scene_ = WallScene(desk, painter)
        super().__init__(self.scene_)
        self.desk = desk
        self.zoom, self.fits = 1.0, False
        self._laying = False
        self._board = Board()
        self._away: CardItem | None = None
        """The card that is being carried, taken from its field."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportMargins(desk.px(HEAD_WIDTH), desk.px(HEAD_HEIGHT), 0, 0)
        self._columns, self._rows = ColumnHead(desk, self), RowHead(desk, self)
        self._corner = Corner(desk, self)
        self.foot = Foot(desk, self)
        above = QWidget()
        above.setFixedHeight(desk.px(HEAD_HEIGHT))
        self.addScrollBarWidget(above, Qt.AlignmentFlag.AlignTop)
        desk.second.connect(self._tick)

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

    def _lay_out(self) -> None:
        """Plane, zoom, heads and foot for the board and the room there is."""
        if self._laying:  # what is laid out changes the room, and Qt says so at once
            return
        self._laying = True
        try:
            self._lay_plane()
        finally:
            self._laying = False
        self._say_foot()
        for head in (self._columns, self._rows, self._corner):
            head.update()
        self.laid_out.emit()

    def _lay_plane(self) -> None:
        unit, columns = self.desk.theme.size / 100, len(self._board.columns)
        policy = Qt.ScrollBarPolicy
        bars = policy.ScrollBarAlwaysOff if self.fits else policy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bars)
        self.setHorizontalScrollBarPolicy(bars)
        room, least = self.maximumViewportSize(), least_width(columns, unit)
        wide, tall = room.width(), room.height() + self.viewportMargins().bottom()
        high = Layout(self._board, 0, unit).size[1]
        if self.fits and columns and self._board.lines:
            self.zoom = max(SMALLEST, min(1.0, wide / least, tall / high))
        elif high * self.zoom > tall:
            wide -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._show_foot(not self.fits and (high * self.zoom > tall or least * self.zoom > wide))
        self.scene_.show_board(self._board, int(wide / self.zoom))
        self.setTransform(QTransform.fromScale(self.zoom, self.zoom))

    def _show_foot(self, hides: bool) -> None:
        """The line for what lies out of sight; while everything is in sight the wall takes its room.

        Judged by the room there would be without it: its own height must not be what hides something.
        """
        px = self.desk.px
        bottom = px(FOOT_HEIGHT) if hides else 0
        if self.viewportMargins().bottom() != bottom:
            self.setViewportMargins(px(HEAD_WIDTH), px(HEAD_HEIGHT), 0, bottom)
        self.foot.setVisible(hides)

    def _say_foot(self) -> None:
        self.foot.say(out_of_sight(self) if self._board.lines and self._board.columns else "")

    def _tick(self) -> None:
        if self.isVisible():
            self._columns.update()

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
        self._say_foot()

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
