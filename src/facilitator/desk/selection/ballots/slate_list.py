"""The projects as they will stand on the ballot: number, title, what is asked for, who steps back."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
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
from facilitator.desk.widgets.elided import paint_line

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HIGH, NUMBER, MONEY = 52, 40, 130


@dataclass(frozen=True, slots=True)
class Line:
    """A project: `under` is its place and who steps back from it."""

    number: int
    title: str
    under: str
    asked: str


class SlateModel(QAbstractListModel):
    """The lines, in the order of the ballot."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Hold these."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(
                one for one in (f"{line.number} {line.title}", line.under, line.asked) if one
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(f"{line.title}\n{line.under}")
        return None


class SlateLook(QStyledItemDelegate):
    """Two lines: title and money, below them place and who steps back."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(200), self._desk.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        line: Line = index.data(ROW)
        painter.save()
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.fillRect(box, theme.color("accent_soft"))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        top = QRectF(box.left(), box.top() + px(4), box.width(), px(24))
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("accent_ink"))
        painter.drawText(
            QRectF(top.left(), top.top(), px(NUMBER - 10), top.height()), right, str(line.number)
        )
        painter.setFont(theme.font(15))
        painter.setPen(theme.color("ink"))
        money = QRectF(top.right() - px(MONEY + 12), top.top(), px(MONEY), top.height())
        painter.drawText(money, right, line.asked)
        words = QRectF(top.left() + px(NUMBER), top.top(), 0, top.height())
        words.setRight(money.left() - px(8))
        paint_line(painter, theme, words, line.title, theme.color("ink"), 15, bold=True)
        below = words.translated(0, px(22))
        below.setRight(money.right())
        paint_line(painter, theme, below, line.under, theme.color("soft"), 14)
        painter.restore()


class SlateList(QListView):
    """The list; it only shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.slate = SlateModel()
        self.slate.setParent(self)
        self.setModel(self.slate)
        self.setItemDelegate(SlateLook(desk, self))
        self.setObjectName("ballots.slate")
        self.setAccessibleName(desk.t("Projects on the ballot"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
