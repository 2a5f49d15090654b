"""The board of a round: a column for each stage, as wide as its cards want; stages without any are narrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.projects.cards import CARD, HIGH, CardLook, Cards
from facilitator.desk.projects.rows import COLUMNS, Row, by_column
from facilitator.desk.widgets import chip, column, elided, row
from facilitator.words.figures import airy

LEAST = {"zh": 188, "en": 214}
"""Pixels at 100 % of the narrowest card, its gap included."""
BARE = 28
"""Of a column without any card."""
BAR = 12
"""What the scroll bar of a column takes."""


class CardView(QListView):
    """The cards of one column. `entered` tells the project to be opened, `edge` the way out: -1 or 1."""

    entered = Signal(str)
    edge = Signal(int)

    def __init__(self, desk: Desk, key: str, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(f"board.{key}")
        self.setAccessibleName(title)
        self.setProperty("look", "bare")
        self.cards = Cards(desk, self)
        self.look = CardLook(desk, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.look)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    @property
    def number(self) -> str:
        """The project that is current; "" for none."""
        card = self.currentIndex().data(CARD) if self.currentIndex().isValid() else None
        return card.row.number if card is not None else ""

    def choose(self, place: int) -> None:
        """Make a card current."""
        last = self.cards.rowCount() - 1
        self.setCurrentIndex(
            self.cards.index(max(0, min(place, last))) if last >= 0 else QModelIndex()
        )

    def widen(self, wide: int) -> None:
        """Have cards as wide as this."""
        self.look.width = wide
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Left and Right lead into the next column where there is no card beside."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.number:
            self.entered.emit(self.number)
            return
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if sideways is not None and not event.modifiers():
            before = self.currentIndex()
            beside = self.cards.index(before.row() + sideways)
            here, there = self.visualRect(before), self.visualRect(beside)
            if not beside.isValid() or here.top() != there.top():
                self.edge.emit(sideways)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a card opens its project."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.entered.emit(self.number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()


class StageColumn(QWidget):
    """A head with words and a number over the cards; without cards only the words, turned upright."""

    def __init__(self, desk: Desk, key: str, title: str) -> None:
        super().__init__()
        self._desk, self.key, self.title = desk, key, title
        px = desk.px
        self.view = CardView(desk, key, title)
        self._count = chip("", "plain", name=f"board.{key}.count")
        self._head = QWidget()
        row(elided(title, "strong"), self._count, None, on=self._head, gap=px(6))
        self._inner = QWidget()
        column(self._head, self.view, on=self._inner, gap=px(6), margins=(px(8), px(6), 0, 0))
        column(self._inner, on=self, gap=0)
        self.setObjectName(f"column.{key}")

    @property
    def empty(self) -> bool:
        """Whether it has no card."""
        return not self.view.cards.rowCount()

    def show_rows(self, rows: Sequence[Row], day: date) -> None:
        """Show these cards; the one that is current stays so."""
        number, at = self.view.number, self.view.verticalScrollBar().value()
        if self.view.cards.show_rows(rows, day):
            self.view.choose(max(0, self.view.cards.place_of(number)))
            self.view.verticalScrollBar().setValue(at)
        self._count.setText(str(len(rows)))
        self._inner.setVisible(bool(rows))
        t = self._desk.t
        said = t.many("{n} project", "{n} projects", len(rows))
        self.view.setAccessibleName(f"{self.title}, {airy(said)}")
        self.setToolTip("" if rows else t("{column}: none", column=self.title))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        if not self.empty:
            return
        painter.setPen(theme.color("soft"))
        painter.setFont(theme.font(13))
        if self._desk.lang == "zh":
            step = painter.fontMetrics().height()
            for n, letter in enumerate(self.title):
                room = QRectF(0, px(12) + n * step, self.width(), step)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), letter)
            return
        painter.rotate(90)
        room = QRectF(px(12), -self.width(), self.height() - px(24), self.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), self.title)


class Board(QScrollArea):
    """`entered` tells the project that is to be opened."""

    entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("board")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        t = desk.t
        self._plane = QWidget()
        self._line: QHBoxLayout = row(on=self._plane, gap=desk.px(6))
        self.columns = [StageColumn(desk, key, t.within(*title)) for key, title, _ in COLUMNS]
        for one in self.columns:
            self._line.addWidget(one)
            one.view.entered.connect(self.entered)
            one.view.edge.connect(lambda way, one=one: self._beside(one, way))
        self.setWidget(self._plane)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._share)

    @property
    def first(self) -> QWidget:
        """The first column with a card."""
        found = (one.view for one in self.columns if not one.empty)
        return next(found, self.columns[0].view)

    def show_rows(self, rows: Sequence[Row], day: date) -> None:
        """Show these projects."""
        several = by_column(rows)
        for one in self.columns:
            one.show_rows(several[one.key], day)
        self._share()

    def choose(self, number: str) -> bool:
        """Make a project's card current and give it the keys; whether it is here."""
        for one in self.columns:
            if (place := one.view.cards.place_of(number)) >= 0:
                one.view.choose(place)
                one.view.setFocus()
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Room for one row of cards."""
        return QSize(self._least, self._desk.px(HIGH + 60))

    @property
    def _least(self) -> int:
        return self._desk.px(LEAST[self._desk.lang])

    def _share(self) -> None:
        """Give the room to the columns that have cards, more to those that have many."""
        px, gap = self._desk.px, self._line.spacing()
        full = [one for one in self.columns if not one.empty]
        bare = len(self.columns) - len(full)
        room = self.viewport().width() - bare * px(BARE) - gap * (len(self.columns) - 1)
        frame = px(8 + BAR)
        slots = {one.key: 1 for one in full}
        while full and self._wide(slots, self._least) + self._least <= room:
            most = max(full, key=lambda one: -(-one.view.cards.rowCount() // slots[one.key]))
            if slots[most.key] >= most.view.cards.rowCount():
                break
            slots[most.key] += 1
        total = sum(slots.values()) or 1
        each = max(self._least, (room - len(full) * frame) // total)
        each = min(each, px(320))
        for one in self.columns:
            one.setFixedWidth(frame + each * slots[one.key] if one.key in slots else px(BARE))
            if one.key in slots:
                one.view.widen(each)
        if self._line.count() == len(self.columns):
            self._line.addStretch(1)

    def _wide(self, slots: dict[str, int], card: int) -> int:
        return sum(slots.values()) * card + len(slots) * self._desk.px(8 + BAR)

    def _beside(self, one: StageColumn, way: int) -> None:
        """Into the next column with cards, at about the same height."""
        full = [each for each in self.columns if not each.empty]
        at = full.index(one) + way
        if not 0 <= at < len(full):
            return
        here = one.view.visualRect(one.view.currentIndex()).center().y()
        other = full[at].view
        places = range(other.cards.rowCount())

        def far(place: int) -> tuple[int, int]:
            rect = other.visualRect(other.cards.index(place))
            return abs(rect.center().y() - here), way * rect.left()

        other.choose(min(places, key=far))
        other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(full[at])
