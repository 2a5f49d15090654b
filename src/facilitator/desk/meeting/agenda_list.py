"""The list of items: a model of rows, how a row is drawn, and a list that takes clicks, keys and drags."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
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
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_paint import ROW, AgendaDelegate
from facilitator.desk.meeting.agenda_rows import Row
from facilitator.desk.meeting.asked import plain

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Rows by place. `show_rows` tells views only what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many items there are; a row has none below it."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; the row itself; and all of it in words, for tips and readers."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(f"{row.number}  {row.title}\n{row.words}")
        return None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these from now on."""
        if [row.item for row in rows] != [row.item for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [
            n for n, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new
        ]
        self.rows = rows
        for n in changed:
            self.dataChanged.emit(self.index(n), self.index(n))

    def place(self, item: str) -> int:
        """Where an item stands; -1 when it is not among them."""
        return next((n for n, row in enumerate(self.rows) if row.item == item), -1)


class AgendaList(QListView):
    """`chosen` by click or Enter; `moved` (item, the one after it) by drag or Alt+arrow; `asked` for a menu."""

    chosen = Signal(str)
    moved = Signal(str, str)
    asked = Signal(str, QPoint)

    def __init__(self, desk: Desk, model: AgendaModel, *, folded: bool = False) -> None:
        super().__init__()
        self._desk, self._rows, self._folded = desk, model, folded
        self._pressed, self._from, self._gap = "", QPoint(), -1
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(desk.theme, self, folded=folded))
        self.setObjectName("agenda.numbers" if folded else "agenda.list")
        self.setAccessibleName(desk.t("Agenda"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.chosen.emit(self._item(index)))

    @property
    def current(self) -> str:
        """The item that is selected; "" for none."""
        return self._item(self.currentIndex())

    def select(self, item: str) -> None:
        """Select an item and bring it into sight."""
        place = self._rows.place(item)
        if place >= 0:
            index = self._rows.index(place)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    def step(self, item: str, by: int) -> None:
        """Ask for an item to be moved one place up (-1) or down (1), if there is one."""
        place, rows = self._rows.place(item), self._rows.rows
        if place < 0 or not 0 <= place + by < len(rows):
            return
        after = place + by if by < 0 else place + by + 1
        self.moved.emit(item, rows[after].item if after < len(rows) else "")

    def _item(self, index: Index) -> str:
        row = index.data(ROW) if index.isValid() else None
        return row.item if isinstance(row, Row) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Alt and an arrow move."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.chosen.emit(self.current)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(self.current, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the item under the mouse, or the selected one."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if item := self._item(index):
            self.asked.emit(item, self.viewport().mapToGlobal(self.visualRect(index).center()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what may be dragged from here; only the left button chooses."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._from, self._gap = event.position().toPoint(), -1
        self._pressed = "" if self._folded else self._movable(self.indexAt(self._from))
        super().mousePressEvent(event)

    def _movable(self, index: Index) -> str:
        row = index.data(ROW)
        return row.item if isinstance(row, Row) and row.open else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry an item; a line shows where it would go."""
        at = event.position().toPoint()
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self._pressed and (self._gap >= 0 or far):
            self._gap = self._gap_at(at)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def _gap_at(self, at: QPoint) -> int:
        """The number of the gap between rows that is nearest, 0 above the first."""
        for n in range(len(self._rows.rows)):
            if at.y() < self.visualRect(self._rows.index(n)).center().y():
                return n
        return len(self._rows.rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is carried; without that it was a click."""
        gap, item, self._gap, self._pressed = self._gap, self._pressed, -1, ""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        if gap < 0:
            super().mouseReleaseEvent(event)
            return
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        rows, place = self._rows.rows, self._rows.place(item)
        if item and gap not in (place, place + 1):
            self.moved.emit(item, rows[gap].item if gap < len(rows) else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self._rows.rows
        if self._gap < 0 or not rows:
            return
        last = self._gap == len(rows)
        rect = self.visualRect(self._rows.index(len(rows) - 1 if last else self._gap))
        y = rect.bottom() if last else rect.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._desk.theme.color("accent"), self._desk.px(3)))
        painter.drawLine(self._desk.px(8), y, self.viewport().width() - self._desk.px(8), y)
