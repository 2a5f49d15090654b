"""People side by side, each with seat number, shape of the group and name; one of them is current."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.desk import Desk
from facilitator.desk.widgets.marks import paint_group
from facilitator.desk.widgets.someone import Someone

WIDTH, HEIGHT = 148, 40
Index = QModelIndex | QPersistentModelIndex


class People(QAbstractListModel):
    """The people as a list; the whole of one as `UserRole`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._t = desk.t
        self.people: Sequence[Someone] = ()

    def show(self, people: Sequence[Someone]) -> None:
        """Show others."""
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        someone = self.people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return someone.name
        if role == Qt.ItemDataRole.UserRole:
            return someone
        return self._said(someone) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _said(self, someone: Someone) -> str:
        t = self._t
        if not someone.seat:
            return t("{name} ({note})", name=someone.name, note=someone.note)
        seat = t("seat {n}", n=someone.seat)
        return t.within("between", ", ").join((seat, someone.name, someone.note))


class PeopleList(QListView):
    """As many columns as there is room for, `rows` rows and then it scrolls; as high while one types."""

    picked = Signal(str)

    def __init__(self, desk: Desk, *, name: str, rows: int) -> None:
        super().__init__()
        self._desk, self._rows, self._most = desk, rows, 0
        self._model = People(desk)
        self.setObjectName(name)
        self.setModel(self._model)
        self.setItemDelegate(Cell(desk, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def person(self) -> str:
        """Who is current; "" for nobody."""
        index = self.currentIndex()
        return self._model.people[index.row()].id if index.isValid() else ""

    def show_people(self, people: Sequence[Someone]) -> None:
        """Show others; nobody is current then."""
        self._model.show(people)
        self._most = max(self._most, len(people))
        self._fit()

    def set_rows(self, rows: int) -> None:
        """How many rows there is room for."""
        self._rows = rows
        self._fit()

    def choose(self, person: str) -> None:
        """Make somebody current, or nobody."""
        for row, one in enumerate(self._model.people):
            if one.id == person:
                self.setCurrentIndex(self._model.index(row))
                return
        if self.currentIndex().isValid():
            self.setCurrentIndex(QModelIndex())
        self.picked.emit(self.person)

    def step(self, key: Qt.Key) -> None:
        """Go on from where it is as an arrow key does; to the first when nobody is current."""
        row, columns = self.currentIndex().row(), self._columns()
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }[key]
        wanted = row + by if row >= 0 else 0
        if 0 <= wanted < len(self._model.people):
            self.setCurrentIndex(self._model.index(wanted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the panel: it does what the panel is for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where nobody is left."""
        super().paintEvent(event)
        if not self._model.people:
            painter = QPainter(self.viewport())
            painter.setPen(self._desk.theme.color("soft"))
            middle = int(Qt.AlignmentFlag.AlignCenter)
            t = self._desk.t
            painter.drawText(self.viewport().rect(), middle, t("Nobody in the room fits."))

    def cell(self) -> QSize:
        """What one person takes: the width is shared out evenly."""
        return QSize(self._inner() // self._columns(), self._desk.px(HEIGHT))

    def _inner(self) -> int:
        return max(1, self.width() - self.verticalScrollBar().sizeHint().width() - 2)

    def _columns(self) -> int:
        return max(1, self._inner() // self._desk.px(WIDTH))

    def _fit(self) -> None:
        rows = -(-self._most // self._columns())
        wanted = min(max(1, rows), self._rows) * self._desk.px(HEIGHT) + 2
        if self.maximumHeight() != wanted:
            self.setFixedHeight(wanted)
        self.scheduleDelayedItemsLayout()

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self.person)


class Cell(QStyledItemDelegate):
    """Paints one person."""

    def __init__(self, desk: Desk, view: PeopleList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._view.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        someone: Someone = index.data(Qt.ItemDataRole.UserRole)
        theme, px = self._desk.theme, self._desk.px
        rect: QRect = option.rect.adjusted(1, 2, -px(4), -2)  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "sunken" if over else "surface"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        self._paint_words(painter, rect, someone, chosen=chosen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, someone: Someone, *, chosen: bool
    ) -> None:
        theme, px = self._desk.theme, self._desk.px
        left, middle = rect.left() + px(6), rect.center().y()
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        if someone.seat:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("soft"))
            number = QRect(left, rect.top(), px(22), rect.height())
            painter.drawText(number, align, str(someone.seat))
        left += px(28)
        if someone.group >= 0:
            side = px(11)
            shape = QRectF(left, middle - side / 2 + 1, side, side)
            paint_group(painter, shape, someone.group, theme.group_color(someone.group))
        left += px(18)
        painter.setFont(theme.font(15, bold=chosen))
        painter.setPen(theme.color("accent_ink" if chosen else "ink"))
        room = QRect(left, rect.top(), rect.right() - left - px(4), rect.height())
        name = painter.fontMetrics().elidedText(
            someone.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
