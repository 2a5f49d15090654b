"""The result as a list: reason, votes by chamber as a bar with numbers, money; and the line where it ends."""

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
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import plain
from facilitator.desk.selection.outcome.rows import ResultRow
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.desk.widgets.elided import paint_line

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HIGH, CUT, SIGN, RANK, BARS, VOTES, MONEY, NARROW = 60, 30, 36, 64, 168, 76, 116, 560
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.VerPattern,
)
"""Of the chambers, beside their colours."""
INKS = {
    "for": "good_ink",
    "against": "soft",
    "tied": "warn_ink",
    "part": "accent_ink",
    "abstain": "soft",
}


def pattern(theme: Theme, place: int) -> QBrush:
    """What the part of a bar that is a chamber's is filled with."""
    return QBrush(theme.group_color(place), PATTERNS[place % len(PATTERNS)])


class ResultModel(QAbstractListModel):
    """The rows; only what is another is drawn anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[ResultRow, ...] = ()
        self.groups: tuple[str, ...] = ()

    def show_rows(self, rows: tuple[ResultRow, ...], groups: tuple[str, ...]) -> None:
        """Hold these; `groups` are the chambers by name."""
        self.groups = groups
        now = [(row.project, bool(row.cut)) for row in rows]
        if now != [(row.project, bool(row.cut)) for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [
            n for n, pair in enumerate(zip(self.rows, rows, strict=True)) if pair[0] != pair[1]
        ]
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
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(f"{row.title}\n{row.said}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row)
        return None

    def _told(self, row: ResultRow) -> str:
        by = ", ".join(f"{name} {n}" for name, n in zip(self.groups, row.chambers, strict=False))
        parts = (f"{row.number} {row.title}", row.said, row.votes, by, row.asked, row.sum, row.cut)
        return "\n".join(part for part in parts if part)


class ResultLook(QStyledItemDelegate):
    """Paints a project, and under the last that gets money the line."""

    def __init__(self, desk: Desk, view: ResultList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ResultRow = index.data(ROW)
        px = self._desk.px
        return QSize(px(240), px(HIGH + (CUT if row.cut else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        whole: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        row: ResultRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(whole.left(), whole.top(), whole.width(), px(HIGH))
        if self._view.currentIndex() == index:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRectF(box.left(), box.top(), px(4), box.height()), theme.color("accent")
            )
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._sign(painter, box, row)
        right = self._figures(painter, box, row)
        self._words(painter, box, right, row)
        if row.cut:
            self._line(painter, QRectF(box.left(), box.bottom(), box.width(), px(CUT)), row.cut)
        painter.restore()

    def _sign(self, painter: QPainter, box: QRectF, row: ResultRow) -> None:
        """✓ funded, ✗ not, = tied, ½ in part, – withdrawn; the sentence begins with the word."""
        theme, px = self._desk.theme, self._desk.px
        side = px(20)
        square = QRectF(box.left() + px(12), box.center().y() - side / 2, side, side)
        ink = theme.color(INKS[row.sign])
        if row.sign in ("for", "against", "abstain"):
            paint_sign(painter, square, row.sign, ink)
            return
        painter.setFont(theme.font(18, bold=True))
        painter.setPen(ink)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "=" if row.sign == "tied" else "½")

    def _words(self, painter: QPainter, box: QRectF, right: float, row: ResultRow) -> None:
        theme, px = self._desk.theme, self._desk.px
        left = box.left() + px(SIGN)
        rank = QRectF(left, box.top() + px(6), px(RANK - 6), px(24))
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("soft"))
        painter.drawText(
            rank, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.rank
        )
        left += px(RANK + 4)
        top = QRectF(left, box.top() + px(6), right - left - px(8), px(24))
        gone = row.sign == "abstain"
        ink = theme.color("soft" if gone else "ink")
        paint_line(painter, theme, top, row.title, ink, 15, bold=not gone)
        used = painter.fontMetrics().horizontalAdvance(row.title) + px(10)
        if row.place and top.width() - used > px(48):
            place = top.adjusted(used, 0, 0, 0)
            paint_line(painter, theme, place, row.place, theme.color("soft"), 14)
        below = top.translated(0, px(24))
        paint_line(painter, theme, below, row.said, theme.color(INKS[row.sign]), 14)

    def _figures(self, painter: QPainter, box: QRectF, row: ResultRow) -> float:
        """Money at the far right, left of it votes and the bar; where the words end."""
        theme, px = self._desk.theme, self._desk.px
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        right = box.right() - px(12)
        money = QRectF(right - px(MONEY), box.top() + px(6), px(MONEY), px(24))
        painter.setFont(theme.font(15))
        painter.setPen(theme.color("ink"))
        painter.drawText(money, flags, row.asked)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("soft"))
        painter.drawText(money.translated(0, px(24)), flags, row.sum)
        votes = QRectF(money.left() - px(VOTES), box.top(), px(VOTES - 8), box.height())
        painter.setFont(theme.font(16, bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(votes, flags, row.votes)
        if self._view.viewport().width() < px(NARROW):
            return votes.left()
        bars = QRectF(
            votes.left() - px(BARS), box.top() + px(10), px(BARS - 8), box.height() - px(20)
        )
        if row.chambers:
            self._bars(painter, bars, row)
        return bars.left()

    def _bars(self, painter: QPainter, room: QRectF, row: ResultRow) -> None:
        """The bar by chamber, and below it the number of each with its shape."""
        theme, px = self._desk.theme, self._desk.px
        total = sum(row.chambers)
        long = max(px(2), room.width() * row.part / 1000) if total else 0
        left = room.left()
        for place, n in enumerate(row.chambers):
            wide = long * n / total if total else 0
            if wide:
                part = QRectF(left, room.top(), wide, px(14))
                painter.setPen(QPen(theme.group_color(place), 1))
                painter.setBrush(pattern(theme, place))
                painter.drawRect(part)
                left += wide
        left, side = room.left(), px(10)
        painter.setFont(theme.font(13))
        for place, n in enumerate(row.chambers):
            middle = room.top() + px(28)
            paint_group(
                painter,
                QRectF(left, middle - side / 2, side, side),
                place,
                theme.group_color(place),
            )
            painter.setPen(theme.color("soft"))
            text = QRectF(left + side + px(3), middle - px(9), px(36), px(18))
            painter.drawText(
                text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{n:,}"
            )
            left += side + px(8) + painter.fontMetrics().horizontalAdvance(f"{n:,}") + px(6)

    def _line(self, painter: QPainter, room: QRectF, said: str) -> None:
        """A thick line in ink, and in a tab below it what was spent and what is left."""
        theme, px = self._desk.theme, self._desk.px
        ink: QColor = theme.color("ink")
        painter.fillRect(QRectF(room.left(), room.top() - px(1), room.width(), px(4)), ink)
        painter.setFont(theme.font(14, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(said) + px(24)
        tab = QRectF(room.right() - wide - px(12), room.top(), wide, room.height() - px(4))
        painter.fillRect(tab, ink)
        painter.setPen(theme.color("surface"))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, said)


class ResultList(QListView):
    """`selected` when another project is current."""

    selected = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._chose = False
        """Whether somebody chose a project; until then it is the first."""
        self.result = ResultModel(desk)
        self.result.setParent(self)
        self.setModel(self.result)
        self.setItemDelegate(ResultLook(desk, self))
        self.setObjectName("outcome.list")
        self.setAccessibleName(desk.t("Projects in the order of votes"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda *_: self.selected.emit(self.project))

    @property
    def project(self) -> str:
        """The one that is current."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.project if isinstance(row, ResultRow) else ""

    def show_rows(self, rows: tuple[ResultRow, ...], groups: tuple[str, ...]) -> None:
        """Show these; the project that is current stays so."""
        now = self.project if self._chose else ""
        self.result.show_rows(rows, groups)
        place = next((n for n, row in enumerate(rows) if row.project == now), 0)
        if rows and self.currentIndex().row() != place:
            self.setCurrentIndex(self.result.index(place))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._chose = True
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._chose = True
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are cut anew."""
        super().resizeEvent(event)
        self.viewport().update()
