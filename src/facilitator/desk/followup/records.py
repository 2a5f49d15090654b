"""A list of calls or of matters that came in: title and words at the left, one or two marks at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.followup.rows import LINE, Head, Index
from facilitator.desk.followup.signs import Mark, mark_width, paint_mark
from facilitator.desk.widgets.elided import paint_line

HEAD, ROW = 36, 72


@dataclass(frozen=True, slots=True)
class Record:
    """One call or matter as words; `key` is its id."""

    key: str
    title: str
    about: str
    marks: tuple[Mark, ...] = ()

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        return ", ".join((self.title, self.about, *(one.text for one in self.marks)))


class Records(QAbstractListModel):
    """Heads and records."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._rows: Sequence[Head | Record] = ()

    def show_records(self, rows: Sequence[Head | Record]) -> bool:
        """Show these from now on; whether they are others than before."""
        if list(rows) == list(self._rows):
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one.said
        return one if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def all_keys(self) -> list[str]:
        """The records there are."""
        return [one.key for one in self._rows if isinstance(one, Record)]

    def place_of(self, key: str) -> int:
        """Where a record stands; the first one's place when it is not there, -1 when there is none."""
        places = [n for n, one in enumerate(self._rows) if isinstance(one, Record)]
        found = (n for n in places if getattr(self._rows[n], "key", "") == key)
        return next(found, places[0] if places else -1)


class RecordView(QListView):
    """`chosen` tells the key of the record that is current, "" for none; `entered` by Enter."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, desk: Desk, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("framed", True)
        self.records = Records(self)
        self.setModel(self.records)
        self.setItemDelegate(RecordLook(desk, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.key))

    @property
    def key(self) -> str:
        """The record that is current."""
        one = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return one.key if isinstance(one, Record) else ""

    def show_records(self, rows: Sequence[Head | Record]) -> None:
        """Show these; a new one is current at once, else the one that was stays so."""
        key, at = self.key, self.verticalScrollBar().value()
        known = self.records.all_keys()
        if self.records.show_records(rows):
            new = [one for one in self.records.all_keys() if known and one not in known]
            self.choose((new or [key])[0])
            self.doItemsLayout()
            self.verticalScrollBar().setValue(at)
        else:
            self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Make a record current; the first where it is not there."""
        place = self.records.place_of(key)
        self.setCurrentIndex(self.records.index(place) if place >= 0 else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to what can be done with it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class RecordLook(QStyledItemDelegate):
    """Two lines at the left, the marks in a row at the right."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = HEAD if isinstance(index.data(LINE), Head) else ROW
        return QSize(self._view.viewport().width(), self._desk.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        one = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, Head):
            self._head(painter, rect, one)
        else:
            self._record(painter, rect, state, one)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        px, theme = self._desk.px, self._desk.theme
        painter.fillRect(rect, theme.color("sunken"))
        room = QRectF(rect).adjusted(px(16), 0, -px(16), 0)
        paint_line(painter, theme, room, head.text, theme.color("ink"), 15, bold=True)
        wide = painter.fontMetrics().horizontalAdvance(head.text) + px(8)
        room.adjust(wide, 0, 0, 0)
        paint_line(painter, theme, room, head.note, theme.color("soft"), 14)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _record(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, one: Record) -> None:
        px, theme = self._desk.px, self._desk.theme
        lit = bool(state & QStyle.StateFlag.State_Selected)
        if lit:
            painter.fillRect(rect, theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(bar, theme.color("accent"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        right = float(rect.right() - px(16))
        for mark in reversed(one.marks):
            wide = mark_width(theme, mark)
            room = QRectF(right - wide, rect.top(), wide, rect.height())
            paint_mark(painter, theme, room, mark, lit=lit)
            right -= wide + px(8)
        left = rect.left() + px(16)
        upper = QRectF(left, rect.top() + px(12), max(0.0, right - left), px(24))
        paint_line(painter, theme, upper, one.title, theme.color("ink"), 16, bold=True)
        lower = upper.translated(0, px(25))
        paint_line(painter, theme, lower, one.about, theme.color("soft"), 14)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
