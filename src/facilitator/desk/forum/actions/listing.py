"""The action groups as a list of cards: name, who leads, first step, by when; one without a day is marked."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.actions.rows import Row
from facilitator.desk.meeting.agenda_paint import broken
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets import paint_sign
from facilitator.desk.widgets.elided import paint_line
from facilitator.words.tongue import Tongue

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE, AIR, MOST_LINES = 24, 10, 2


class GroupsModel(QAbstractListModel):
    """The rows."""

    def __init__(self, t: Tongue) -> None:
        super().__init__()
        self._t = t
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these from now on."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (row.title, row.lead, row.step, due_words(row, self._t), row.topics)
            return plain("\n".join(one for one in said if one))
        return None


def due_words(row: Row, t: Tongue) -> str:
    """By when, or that no day was named, or that the group does not go on."""
    if row.dissolved:
        return t("does not go on")
    return t("by {day}", day=row.due) if row.due else t("no day named")


class GroupList(QListView):
    """`chosen` when another is current; `opened` by Enter or a double click."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._rows = GroupsModel(desk.t)
        self._rows.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(GroupLook(desk, self))
        self.setObjectName("actions.list")
        self.setAccessibleName(desk.t("Action groups"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.group))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; a new one is current at once, else the one that was stays so."""
        now, known = self.group, {row.group for row in self._rows.rows}
        self._rows.show_rows(rows)
        new = [row.group for row in rows if known and row.group not in known]
        self.choose((new or [now])[0])

    def choose(self, group: str) -> None:
        """Make a group current; the first when it is not there."""
        rows = self._rows.rows
        place = next((n for n, row in enumerate(rows) if row.group == group), 0)
        if rows and self.currentIndex().row() != place:
            self.setCurrentIndex(self._rows.index(place))

    @property
    def group(self) -> str:
        """The group that is current."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.group if isinstance(row, Row) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.group:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class GroupLook(QStyledItemDelegate):
    """Name and day, who leads, the first step in up to two lines."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def _step(self, row: Row) -> list[str]:
        px = self._desk.px
        wide = max(1, self._view.viewport().width() - px(32))
        return broken(row.step, self._desk.theme.font(15), wide, MOST_LINES)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px, row = self._desk.px, index.data(ROW)
        lines = 2 + len(self._step(row)) if isinstance(row, Row) else 2
        return QSize(self._view.viewport().width(), px(lines * LINE + 2 * AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.topLeft(), QSize(px(4), box.height())), theme.color("accent")
            )
            if self._view.hasFocus():
                painter.setPen(QPen(theme.color("accent"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = QRectF(box).adjusted(px(16), px(AIR), -px(16), 0)
        room.setHeight(px(LINE))
        left = self._paint_due(painter, room, row)
        title = QRectF(room)
        title.setRight(left - px(8))
        ink = theme.color("soft" if row.dissolved else "ink")
        paint_line(painter, theme, title, row.title, ink, 16, bold=True)
        room.translate(0, px(LINE))
        paint_line(painter, theme, room, row.lead, theme.color("soft"), 14)
        for text in self._step(row):
            room.translate(0, px(LINE))
            paint_line(painter, theme, room, text, ink, 15)
        painter.restore()

    def _paint_due(self, painter: QPainter, room: QRectF, row: Row) -> float:
        """A chip at the right: the day, ! and words where none was named, – where it does not go on."""
        theme, px, t = self._desk.theme, self._desk.px, self._desk.t
        said, plain_ = due_words(row, t), bool(row.due) or bool(row.dissolved)
        font = theme.font(13, bold=not plain_)
        sign = px(20) if not row.due or row.dissolved else 0
        wide = QFontMetricsF(font).horizontalAdvance(said) + px(20) + sign
        chip = QRectF(room.right() - wide, room.top() + px(1), wide, px(23))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken" if plain_ else "warn_soft"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        ink = theme.color("ink" if plain_ else "warn_ink")
        mark = QRectF(chip.left() + px(8), chip.center().y() - px(7), px(14), px(14))
        if row.dissolved:
            paint_sign(painter, mark, "abstain", ink)
        elif not row.due:
            painter.drawPixmap(mark.topLeft(), theme.pixmap("triangle-alert", "warn_ink", 14))
        painter.setFont(font)
        painter.setPen(ink)
        words = chip.adjusted(px(10) + sign, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        return chip.left()
