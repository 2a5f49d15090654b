"""A small table of figures: read by eye, walked with the arrow keys, spoken cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import paint_group, paint_sign

Index = QModelIndex | QPersistentModelIndex
ROW = 32
PAD = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `sign` (for, against, abstain) and `group` (a place in the charter) are painted before it."""

    text: str
    bold: bool = False
    tone: str = "ink"
    sign: str = ""
    group: int = -1
    mark: bool = False
    """A ▶ before it: this row counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `look` is good, bad or warn for one that stands out."""

    cells: tuple[Cell, ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Heads and rows; the first column is words, the others numbers."""

    heads: tuple[str, ...] = ()
    lines: tuple[Line, ...] = field(default=())


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.figures = Figures()

    def show(self, figures: Figures) -> None:
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.figures.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.figures.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.figures.lines[index.row()]
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return line, cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.cells[0].text}, {self.figures.heads[index.column()]}: {cell.text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.figures.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class FigureTable(QTableView):
    """Exactly as high as its rows; it never scrolls by itself."""

    def __init__(self, desk: Desk, name: str, says: str) -> None:
        super().__init__()
        self._desk = desk
        self._model = _Model()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("look", "figures")
        self.setModel(self._model)
        self.setItemDelegate(_Painter(desk, self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(desk.px(ROW))
        self.verticalHeader().setMinimumSectionSize(desk.px(ROW))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setProperty("look", "figures")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def figures(self) -> Figures:
        """What is shown."""
        return self._model.figures

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        if figures == self._model.figures:
            return
        self._model.show(figures)
        header = self.horizontalHeader()
        for at in range(len(figures.heads)):
            kind = QHeaderView.ResizeMode.ResizeToContents if at else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, kind)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """All rows, and wide enough for all words."""
        header = self.horizontalHeader().sizeHint().height()
        rows = len(self._model.figures.lines) * self._desk.px(ROW)
        return QSize(self._desk.px(320), header + rows + 2)

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it is hidden."""
        return QSize(self._desk.px(240), self.sizeHint().height())


class _Painter(QStyledItemDelegate):
    """Paints a cell with what stands before its words."""

    def __init__(self, desk: Desk, view: FigureTable) -> None:
        super().__init__(view)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        _, cell = index.data(Qt.ItemDataRole.UserRole)
        metrics = QFontMetrics(self._desk.theme.font(15, bold=True))
        px = self._desk.px
        width = metrics.horizontalAdvance(cell.text) + px(2 * PAD + 4) + self._before(cell)
        return QSize(width, px(ROW))

    def _before(self, cell: Cell) -> int:
        px = self._desk.px
        return (px(20) if cell.sign or cell.group >= 0 else 0) + (px(20) if cell.mark else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, cell = index.data(Qt.ItemDataRole.UserRole)
        theme, px = self._desk.theme, self._desk.px
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if line.look:
            painter.fillRect(rect, theme.color(f"{line.look}_soft"))
            painter.setPen(QPen(theme.color(line.look), 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right() + 1, rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        else:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        self._words(painter, rect.adjusted(px(PAD), 0, -px(PAD), 0), cell, first=not index.column())
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, cell: Cell, *, first: bool) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter.setFont(theme.font(15, bold=cell.bold))
        text = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, room.width() - self._before(cell)
        )
        wide = painter.fontMetrics().horizontalAdvance(text) + self._before(cell)
        left = room.left() if first else room.right() - wide + 1
        middle = room.center().y() + 1
        ink = theme.color(cell.tone)
        if cell.mark:
            painter.setPen(ink)
            paint_mark = QRectF(left, middle - px(5), px(10), px(10))
            _paint_pointer(painter, paint_mark, self._desk)
            left += px(20)
        if cell.group >= 0:
            side = px(12)
            box = QRectF(left, middle - side / 2, side, side)
            paint_group(painter, box, cell.group, theme.group_color(cell.group))
            left += px(20)
        elif cell.sign:
            side = px(15)
            paint_sign(painter, QRectF(left, middle - side / 2, side, side), cell.sign, ink)
            left += px(20)
        painter.setPen(ink)
        rest = QRect(left, room.top(), room.right() - left + 1, room.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_pointer(painter: QPainter, box: QRectF, desk: Desk) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPolygonF

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(desk.theme.color("ink"))
    right = QPointF(box.right(), box.center().y())
    painter.drawPolygon(QPolygonF([box.topLeft(), right, box.bottomLeft()]))
    painter.restore()


def numbers(values: Sequence[int], *, bold: bool = False, tone: str = "ink") -> list[Cell]:
    """Plain numbers as cells."""
    return [Cell(f"{value:,}", bold=bold, tone=tone) for value in values]
