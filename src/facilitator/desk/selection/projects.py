"""A list of projects: number, title, place and money in two lines; it takes clicks, keys and drags."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_list import ROW, AgendaList, AgendaModel
from facilitator.desk.selection.rows import ProjectRow
from facilitator.desk.theme import Theme
from facilitator.meeting.agenda import ItemState

HIGH, ABOVE, TITLE, BELOW = 58, 6, 25, 21
LEFT, GRIP, NUMBER, GAP, RIGHT = 12, 20, 34, 12, 16
Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)


class ProjectList(AgendaList):
    """`edit_wanted` by Enter or a double click, `removal_wanted` by Delete; with `grip`, moved by drag, too."""

    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, desk: Desk, *, name: str, says: str, grip: bool = False) -> None:
        self.model_of = AgendaModel()
        super().__init__(desk, self.model_of, folded=not grip)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setItemDelegate(ProjectDelegate(desk.theme, self, grip=grip))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(desk.px(2 * HIGH))
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit(self.current))

    def show_rows(self, rows: tuple[ProjectRow, ...]) -> None:
        """Hold these; what was selected stays so."""
        had = self.current
        self.model_of.show_rows(rows)
        if had and self.current != had:
            self.select(had)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wants the selected one changed, Delete away."""
        if self.current and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.current)
        elif self.current and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.current)
        else:
            super().keyPressEvent(event)


class ProjectDelegate(QStyledItemDelegate):
    """Draws a `ProjectRow`."""

    def __init__(self, theme: Theme, parent: QListView, *, grip: bool) -> None:
        super().__init__(parent)
        self._theme, self._list, self._grip = theme, parent, grip

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines, always."""
        return QSize(self._list.viewport().width(), self._theme.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ProjectRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        self._paint_ground(painter, box, option, row)
        left = self._paint_front(painter, box, row)
        right = self._paint_money(painter, box, row)
        self._paint_words(painter, box, row, left, right)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, row: ProjectRow
    ) -> None:
        theme = self._theme
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            if self._list.hasFocus():
                painter.setPen(theme.color("ink"))
                painter.drawRoundedRect(QRectF(box).adjusted(5.5, 2.5, -2.5, -2.5), 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sunken"))
        if state & QStyle.StateFlag.State_Selected or row.state is ItemState.IN_HAND:
            bar = QRect(box.left(), box.top(), theme.px(4), box.height())
            painter.fillRect(bar, theme.color("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("line"))

    def _paint_front(self, painter: QPainter, box: QRect, row: ProjectRow) -> int:
        """A grip where it can be moved, and the number; where the words begin."""
        theme, px = self._theme, self._theme.px
        left, top = box.left() + px(LEFT), box.top() + px(ABOVE)
        if self._grip:
            if row.open:
                side = px(16)
                dots = theme.pixmap("grip-vertical", "faint", 16)
                painter.drawPixmap(left, top + (px(TITLE) - side) // 2, dots)
            left += px(GRIP)
        painter.setPen(theme.color("ink" if row.open else "soft"))
        painter.setFont(theme.font(16, bold=True))
        number = str(row.place or row.number) if row.open or row.place else "–"
        painter.drawText(QRect(left, top, px(NUMBER - 8), px(TITLE)), _RIGHT, number)
        return left + px(NUMBER)

    def _paint_money(self, painter: QPainter, box: QRect, row: ProjectRow) -> int:
        """What it asks for, below it what is said beside; where the room for words ends."""
        theme, px = self._theme, self._theme.px
        right, top, widest = box.right() - px(RIGHT), box.top() + px(ABOVE), 0
        lines = (
            (row.amount, theme.font(15, bold=row.state is not ItemState.WITHDRAWN), top, px(TITLE)),
            (row.beside, theme.font(13), top + px(TITLE), px(BELOW)),
        )
        for number, (text, font, at, high) in enumerate(lines):
            painter.setFont(_struck(font, on=row.state is ItemState.WITHDRAWN and not number))
            quiet = number or row.state is ItemState.WITHDRAWN
            painter.setPen(theme.color("soft" if quiet else "ink"))
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            painter.drawText(QRect(right - wide, at, wide, high), _RIGHT, text)
            widest = max(widest, wide)
        return right - widest - px(GAP)

    def _paint_words(
        self, painter: QPainter, box: QRect, row: ProjectRow, left: int, right: int
    ) -> None:
        theme, px = self._theme, self._theme.px
        top, room = box.top() + px(ABOVE), right - left
        gone = row.state is ItemState.WITHDRAWN
        font = theme.font(16, bold=row.state is ItemState.IN_HAND)
        painter.setFont(_struck(font, on=gone))
        painter.setPen(theme.color("soft" if gone else "ink"))
        painter.drawText(QRect(left, top, room, px(TITLE)), _MIDDLE, _cut(painter, row.title, room))
        below = top + px(TITLE)
        if row.sign:
            sign = theme.pixmap(row.sign, f"{row.tone}_ink" if row.tone else "soft", 14)
            painter.drawPixmap(left, below + (px(BELOW) - px(14)) // 2, sign)
            left += px(20)
            room -= px(20)
        painter.setFont(theme.font(13, bold=row.tone == "accent"))
        painter.setPen(self._ink(row.tone))
        painter.drawText(
            QRect(left, below, room, px(BELOW)), _MIDDLE, _cut(painter, row.words, room)
        )

    def _ink(self, tone: str) -> QColor:
        return self._theme.color(f"{tone}_ink" if tone else "soft")


def _struck(font: QFont, *, on: bool) -> QFont:
    font.setStrikeOut(on)
    return font


def _cut(painter: QPainter, text: str, room: int) -> str:
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(" ".join(text.split("\n")), Qt.TextElideMode.ElideRight, room)
