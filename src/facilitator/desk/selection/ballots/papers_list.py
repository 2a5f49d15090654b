"""Papers by number, each with a line on it: what one helper has entered, or where two differ."""

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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.desk.widgets.elided import paint_line

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HIGH, NUMBER = 32, 44


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper: `chamber` is the place of its chamber in the charter, -1 where the list is of one chamber."""

    group: str
    number: int
    said: str = ""
    sign: str = ""
    """for, against or abstain: entered, void, blank; nothing while it is not entered."""
    chamber: int = -1


SIGNS = {"for": "good_ink", "against": "warn_ink", "abstain": "soft"}


class PapersModel(QAbstractListModel):
    """The rows; only what is another is drawn anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[PaperRow, ...] = ()

    def show_rows(self, rows: tuple[PaperRow, ...]) -> None:
        """Hold these from now on."""
        keys = [(row.group, row.number) for row in rows]
        if keys != [(row.group, row.number) for row in self.rows]:
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(row.said)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.number}: {row.said or self._desk.t('not entered yet')}"
        return None


class PapersLook(QStyledItemDelegate):
    """A number, a sign, and what is on the paper."""

    def __init__(self, desk: Desk, view: PapersList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(120), self._desk.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        row: PaperRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.currentIndex() == index:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.topLeft(), QSize(px(4), box.height())), theme.color("accent")
            )
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        left = float(box.left() + px(8))
        if row.chamber >= 0:
            side = px(12)
            mark = QRectF(left + px(2), box.center().y() - side / 2 + 1, side, side)
            paint_group(painter, mark, row.chamber, theme.group_color(row.chamber))
            left += px(20)
        number = QRectF(left, box.top(), px(NUMBER - 10), box.height())
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("ink" if row.said else "soft"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(row.number))
        left += px(NUMBER)
        if row.sign:
            sign = QRectF(left, box.center().y() - px(7), px(14), px(14))
            paint_sign(painter, sign, row.sign, theme.color(SIGNS[row.sign]))
        left += px(20)
        words = QRectF(left, box.top(), box.right() - px(8) - left, box.height())
        paint_line(
            painter,
            theme,
            words,
            row.said or "…",
            theme.color("soft" if not row.said else "ink"),
            14,
        )
        painter.restore()


class PapersList(QListView):
    """`chosen` (chamber, number) by a click or Enter."""

    chosen = Signal(str, int)

    def __init__(self, desk: Desk, name: str, says: str) -> None:
        super().__init__()
        self.papers = PapersModel(desk)
        self.papers.setParent(self)
        self.setModel(self.papers)
        self.setItemDelegate(PapersLook(desk, self))
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def current(self) -> PaperRow | None:
        """The one that is current."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, PaperRow) else None

    def show_rows(self, rows: tuple[PaperRow, ...], group: str, number: int) -> None:
        """Show these, and one of them as current."""
        self.papers.show_rows(rows)
        place = next(
            (n for n, row in enumerate(rows) if (row.group, row.number) == (group, number)), -1
        )
        if place >= 0 and self.currentIndex().row() != place:
            self.setCurrentIndex(self.papers.index(place))
        elif place < 0:
            self.setCurrentIndex(QModelIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Only the two of them are drawn anew, not every ballot of the box."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.update(index)

    def _choose(self, index: QModelIndex) -> None:
        row: PaperRow = index.data(ROW)
        self.chosen.emit(row.group, row.number)
