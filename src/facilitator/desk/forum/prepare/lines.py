"""A short list of lines (places, or rounds), with what can be done with the one that is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
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
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.elided import paint_line

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
ROW, MOST = 37, 7


class LinesModel(QAbstractListModel):
    """Lines of (id, words, words beside)."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, str, str]] = []

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words; both for readers and tips; the line itself."""
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line[1]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(f"{line[1]}  {line[2]}".strip())
        return line if role == LINE else None

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Hold these from now on."""
        if list(lines) != self.lines:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()


class _Line(QStyledItemDelegate):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme, px = index.data(LINE), self._desk.theme, self._desk.px
        box = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
        room = box.toRectF().adjusted(px(10), 0, -px(10), 0)
        paint_line(painter, theme, room, line[1], theme.color("ink"), 15)
        painter.setFont(theme.font(14))
        wide = painter.fontMetrics().horizontalAdvance(line[2]) + 2
        right = room.adjusted(max(0.0, room.width() - wide), 0, 0, 0)
        paint_line(painter, theme, right, line[2], theme.color("soft"), 14)


class Lines(QWidget):
    """Enter or a double click changes a line, Delete takes it away; buttons do the same, and add one."""

    added = Signal()
    changed = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk, name: str, title: str, add: str) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk = desk
        self._model = LinesModel()
        self.list = _List(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(desk, self.list))
        self.list.setObjectName(f"{name}.list")
        self.list.setAccessibleName(title)
        self.list.doubleClicked.connect(lambda _index: self.change())
        self._head = words(title, "strong")
        self._sum = words("", "secondary", name=f"{name}.sum")
        self._add = button(add, grade="small", name=f"{name}.add")
        self._add.setIcon(desk.theme.icon("plus"))
        self._add.clicked.connect(self.added)
        self._change = button(t("Change…"), "quiet", "small", name=f"{name}.change")
        self._change.clicked.connect(self.change)
        self._remove = button(t("Remove"), "quiet", "small", name=f"{name}.remove")
        self._remove.clicked.connect(self.remove)
        acts = row(self._add, None, self._change, self._remove, gap=px(4))
        head = row(self._head, None, self._sum, gap=px(8))
        column(head, self.list, acts, None, on=self, gap=px(6))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._model.modelReset.connect(self._offer)

    @property
    def current(self) -> str:
        """The id of the line that is selected; "" for none."""
        line = self.list.currentIndex().data(LINE)
        return line[0] if line else ""

    def show_lines(self, lines: Sequence[tuple[str, str, str]], total: str) -> None:
        """Show these; the one that was selected stays so."""
        was = self.current
        self._model.show_lines(lines)
        self._sum.setText(total)
        place = next((n for n, line in enumerate(lines) if line[0] == was), -1)
        if place >= 0 and self.current != was:
            self.list.setCurrentIndex(self._model.index(place))
        shown = min(MOST, max(2, len(lines)))
        self.list.setFixedHeight(self._desk.px(ROW) * shown + 2)
        self._offer()

    def change(self) -> None:
        """Ask for the selected line to be changed."""
        if self.current:
            self.changed.emit(self.current)

    def remove(self) -> None:
        """Ask for the selected line to be taken away."""
        if self.current:
            self.removed.emit(self.current)

    def _offer(self) -> None:
        for one in (self._change, self._remove):
            one.setEnabled(bool(self.current))


class _List(QListView):
    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines
        self.setProperty("framed", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lines.change()
        elif event.key() == Qt.Key.Key_Delete:
            self._lines.remove()
        else:
            super().keyPressEvent(event)
