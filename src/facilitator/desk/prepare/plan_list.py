"""The list of planned items: number, title, time, a grip to drag by; Enter changes, Delete takes off."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_list import ROW, AgendaList, AgendaModel
from facilitator.desk.prepare.plan_rows import PlanRow
from facilitator.desk.theme import Theme
from facilitator.meeting.agenda import ItemState

GRIP, NUMBER, GAP, RIGHT = 20, 24, 8, 16
ABOVE, TITLE, WORDS, BELOW = 10, 24, 20, 8
TALL = TITLE + 2 * ABOVE
LEFT = 12
Index = QModelIndex | QPersistentModelIndex


class PlanList(AgendaList):
    """An agenda list in which items are changed, not taken up."""

    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, desk: Desk, model: AgendaModel) -> None:
        super().__init__(desk, model)
        self.setObjectName("plan.list")
        self.setItemDelegate(PlanDelegate(desk.theme, self))
        self.setMinimumHeight(desk.px(3 * TALL))
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit(self.current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes what is selected, Delete takes it off."""
        if self.current and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.current)
        elif self.current and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.current)
        else:
            super().keyPressEvent(event)


class PlanDelegate(QStyledItemDelegate):
    """Draws a `PlanRow`."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two where there is something to say below the title."""
        row = index.data(ROW)
        two = isinstance(row, PlanRow) and bool(row.words)
        height = ABOVE + TITLE + WORDS + BELOW if two else TALL
        return QSize(self._list.viewport().width(), self._theme.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, PlanRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        self._paint_ground(painter, box, option)
        self._paint_grip(painter, box, row)
        self._paint_words(painter, box, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.left(), box.top(), theme.px(4), box.height()), theme.color("accent")
            )
            if self._list.hasFocus():
                painter.setPen(theme.color("ink"))
                painter.drawRoundedRect(QRectF(box).adjusted(5.5, 2.5, -2.5, -2.5), 4, 4)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sunken"))
        edge = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(edge, theme.color("line"))

    def _paint_grip(self, painter: QPainter, box: QRect, row: PlanRow) -> None:
        """Dots to take hold of; what is settled cannot be moved and has none."""
        if not row.open:
            return
        px = self._theme.px
        side = px(16)
        top = box.top() + px(ABOVE) + (px(TITLE) - side) // 2
        dots = self._theme.pixmap("grip-vertical", "faint", 16)
        painter.drawPixmap(box.left() + px(LEFT), top, dots)

    def _paint_words(self, painter: QPainter, box: QRect, row: PlanRow) -> None:
        theme, px = self._theme, self._theme.px
        left, top = box.left() + px(LEFT + GRIP), box.top() + px(ABOVE)
        ink = theme.color("ink" if row.open else "soft")
        painter.setPen(ink)
        painter.setFont(theme.font(15, bold=True))
        number = "–" if row.state is ItemState.WITHDRAWN else str(row.number)
        painter.drawText(QRect(left, top, px(NUMBER), px(TITLE)), _MIDDLE, number)
        left += px(NUMBER)
        right = box.right() - px(RIGHT)
        painter.setFont(theme.font(14))
        wide = painter.fontMetrics().horizontalAdvance(row.minutes) if row.open else 0
        if row.open:
            painter.setPen(theme.color("soft"))
            painter.drawText(QRect(right - wide, top, wide + 1, px(TITLE)), _MIDDLE, row.minutes)
        font = theme.font(16)
        font.setStrikeOut(row.state is ItemState.WITHDRAWN)
        painter.setFont(font)
        painter.setPen(ink)
        room = right - wide - px(GAP) - left
        painter.drawText(QRect(left, top, room, px(TITLE)), _MIDDLE, _cut(painter, row.title, room))
        if row.words:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("soft"))
            room = right - left
            below = QRect(left, top + px(TITLE), room, px(WORDS))
            painter.drawText(below, _MIDDLE, _cut(painter, row.words, room))


def _cut(painter: QPainter, text: str, room: int) -> str:
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(" ".join(text.split(" ")), Qt.TextElideMode.ElideRight, room)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
