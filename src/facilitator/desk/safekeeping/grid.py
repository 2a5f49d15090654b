"""A plain table of words: rows that are chosen as a whole, cells that are cut with … and told in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from facilitator.data import dataclass
from facilitator.desk.meeting.asked import plain
from facilitator.desk.theme import Theme

Index = QModelIndex | QPersistentModelIndex
BAR = 4
LOW = 40
"""Pixels of a row of one line at 100 %."""
MEASURED = 300
"""Rows that are made as high as their words; beyond them a table has rows of two lines."""
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """Its cells as words. `ink` colours the first, `key` is what it stands for."""

    cells: tuple[str, ...]
    key: object = None
    ink: str = "ink"


class GridModel(QAbstractTableModel):
    """Heads and rows."""

    def __init__(self, heads: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._heads, self._theme = tuple(heads), theme
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain(row.cells[index.column()])
            case Qt.ItemDataRole.ForegroundRole if index.column() == 0:
                return self._theme.color(row.ink)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heads[index.column()]}: {row.cells[index.column()]}"
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class Grid(QTableView):
    """`widths` in pixels at 100 %, 0 for the columns that share what is left."""

    def __init__(
        self, theme: Theme, name: str, title: str, heads: Sequence[str], widths: Sequence[int]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.chooses = True
        self.model_of_rows = GridModel(heads, theme)
        self.model_of_rows.setParent(self)
        self.setModel(self.model_of_rows)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("framed", "true")
        self.setItemDelegate(_Barred(theme, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(LOW))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                self.setColumnWidth(column, theme.px(width))

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.model_of_rows.rows[index.row()] if index.isValid() else None

    def wrap(self) -> None:
        """Show words of any length in full, in rows that are high enough."""
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(self._theme.px(LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        if not self.wordWrap():
            return
        if len(self.model_of_rows.rows) <= MEASURED:
            self.resizeRowsToContents()
        else:
            self.verticalHeader().setDefaultSectionSize(self._theme.px(LOW * 1.5))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the first is chosen, unless nothing is to be `chosen` here."""
        self.model_of_rows.show_rows(rows)
        self._fit_rows()
        if rows and self.chooses:
            self.selectRow(0)


class _Barred(QStyledItemDelegate):
    """A bar of four pixels before the row that is chosen: nothing is told by colour alone."""

    def __init__(self, theme: Theme, parent: Grid) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are at the width of their column."""
        hint = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, Grid) or not view.wordWrap():
            return hint
        width = view.columnWidth(index.column()) - self._theme.px(24)
        metrics, flags = view.fontMetrics(), Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        needs = metrics.boundingRect(QRect(0, 0, width, 1 << 16), int(flags), text).height()
        return QSize(hint.width(), needs + self._theme.px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen and index.column() == 0:
            rect: QRect = option.rect
            bar = QRect(rect.topLeft(), rect.bottomLeft())
            bar.setWidth(self._theme.px(BAR))
            painter.fillRect(bar, self._theme.color("accent"))
