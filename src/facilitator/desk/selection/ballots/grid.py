"""The projects of one paper as a numbered list with its marks: a click or Space ticks, digits give points."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.forum.ticks import paint_tick
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting.selection.terms import MOST_MARK

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HIGH, WIDE, FIELD, NUMBER, MONEY = 36, 348, 52, 34, 92


@dataclass(frozen=True, slots=True)
class Row:
    """One project on the paper. `struck`: crossed out there; `locked`: whose paper it is steps back from it."""

    project: str
    number: int
    title: str
    asked: str
    mark: int = 0
    struck: bool = False
    locked: bool = False


class GridModel(QAbstractListModel):
    """Rows as the form has them; what is done goes out and comes back by the form."""

    valued = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[Row, ...] = ()
        self.ticks = True

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these; only what is another is drawn anew."""
        if [row.project for row in rows] != [row.project for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        pairs = enumerate(zip(self.rows, rows, strict=True))
        changed = [n for n, (old, new) in pairs if old != new]
        self.rows = rows
        for n in changed:
            self.dataChanged.emit(self.index(n), self.index(n))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        kinds = Qt.ItemFlag
        if not index.isValid():
            return kinds.NoItemFlags
        found = kinds.ItemIsEnabled | kinds.ItemIsSelectable
        free = not self.ticks and not self.rows[index.row()].locked
        return found | kinds.ItemIsEditable if free else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return str(row.mark or "")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(f"{row.number} {row.title}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        return None

    def _said(self, row: Row) -> str:
        t = self._desk.t
        mark = t("ticked") if self.ticks and row.mark else str(row.mark or "")
        struck = t.within("paper", "struck out") if row.struck else ""
        return "\n".join(
            one for one in (f"{row.number} {row.title}", row.asked, mark, struck) if one
        )

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send on what was typed; an empty field takes the mark away."""
        text = str(value).strip() or "0"
        if role != Qt.ItemDataRole.EditRole or not text.isdecimal():
            return False
        if int(text) != self.rows[index.row()].mark:
            self.valued.emit(self.rows[index.row()].project, int(text))
        return True


class GridLook(QStyledItemDelegate):
    """Paints a project: its mark, its number, its title, what it asks for."""

    def __init__(self, desk: Desk, view: PaperGrid) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: Row = index.data(ROW)
        made = QLineEdit(parent)
        made.setProperty("look", "cell")
        made.setObjectName(f"paper.mark.{row.number}")
        made.setAccessibleName(row.title)
        made.setValidator(Digits(0, MOST_MARK, made))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(model.index(index.row(), 0), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        editor.setGeometry(self._field(box).toRect())

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        """Clicks and Space are the view's."""
        return False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._view.gridSize().width(), self._desk.px(HIGH))

    def _field(self, box: QRect) -> QRectF:
        px = self._desk.px
        return QRectF(box.left() + px(4), box.top() + px(3), px(FIELD), box.height() - px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(box).adjusted(px(2), px(1), -px(6), -px(1))
        if row.mark and not row.struck:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(room, px(6), px(6))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), px(6), px(6))
        self._paint_mark(painter, box, row)
        self._paint_words(painter, QRectF(box), row)
        painter.restore()

    def _paint_mark(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, px = self._desk.theme, self._desk.px
        if self._view.grid.ticks:
            field = QRectF(box.left() + px(4), box.top(), px(32), box.height())
            paint_tick(painter, theme, field, ticked=bool(row.mark))
            return
        field = self._field(box)
        painter.setPen(QPen(theme.color("field"), 1))
        painter.setBrush(theme.color("sunken" if row.locked else "surface"))
        painter.drawRoundedRect(field, px(6), px(6))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(15, bold=True))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, str(row.mark or ""))

    def _paint_words(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme, px = self._desk.theme, self._desk.px
        left = box.left() + px(36 if self._view.grid.ticks else FIELD + 8)
        number = QRectF(left, box.top(), px(NUMBER - 8), box.height())
        painter.setPen(theme.color("accent_ink"))
        painter.setFont(theme.font(15, bold=True))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(row.number))
        said = self._desk.t.within("paper", "struck out") if row.struck else row.asked
        room = QRectF(box.right() - px(MONEY + 10), box.top(), px(MONEY), box.height())
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("soft"))
        painter.drawText(room, right, said)
        words = QRectF(box.left(), box.top(), 0, box.height())
        words.setLeft(left + px(NUMBER))
        words.setRight(room.left() - px(4))
        ink = theme.color("soft" if row.struck else "ink")
        paint_line(painter, theme, words, row.title, ink, 15, bold=bool(row.mark))
        if row.struck:
            wide = min(words.width(), painter.fontMetrics().horizontalAdvance(row.title))
            painter.setPen(QPen(theme.color("soft"), px(2)))
            middle = words.center().y()
            painter.drawLine(int(words.left()), int(middle), int(words.left() + wide), int(middle))


class PaperGrid(QListView):
    """`toggled` by a click or Space, `valued` by digits, `struck` by the minus key."""

    toggled = Signal(str)
    valued = Signal(str, int)
    struck = Signal(str)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.grid = GridModel(desk)
        self.grid.setParent(self)
        self.grid.valued.connect(self.valued)
        self.setObjectName(f"{name}.projects")
        self.setAccessibleName(desk.t("Projects on the ballot"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setModel(self.grid)
        self.setItemDelegate(GridLook(desk, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: tuple[Row, ...], *, ticks: bool) -> None:
        """Show a paper; what was marked last is brought into sight."""
        before = {row.project: row.mark for row in self.grid.rows}
        self.grid.ticks = ticks
        self.grid.show_rows(rows)
        if len(before) != len(rows):
            self._fit()
        for at, row in enumerate(rows):
            if row.mark and not before.get(row.project):
                self.scrollTo(self.grid.index(at))

    def _clicked(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.locked:
            return
        if self.grid.ticks:
            self.toggled.emit(row.project)
        else:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, minus strikes out; Enter belongs to whoever holds the form."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if self.state() == QAbstractItemView.State.EditingState or not isinstance(row, Row):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Minus:
            self.struck.emit(row.project)
        elif event.key() == Qt.Key.Key_Space and self.grid.ticks and not row.locked:
            self.toggled.emit(row.project)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many columns as have room; the scroll bar stands there only when there is more below."""
        px, policy = self._desk.px, Qt.ScrollBarPolicy
        columns = max(1, (self.width() - px(14)) // px(WIDE))
        high = -(-len(self.grid.rows) // columns) * px(HIGH)
        more = high > self.height() - 4
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if more else policy.ScrollBarAlwaysOff
        )
        wide = self.viewport().width() // columns - 1
        if self.gridSize() != QSize(wide, px(HIGH)):
            self.setGridSize(QSize(max(1, wide), px(HIGH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.px(200), self._desk.px(HIGH * 2))
