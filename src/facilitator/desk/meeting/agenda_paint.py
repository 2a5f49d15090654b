"""How an item is drawn in the agenda: number or tick, title in up to two lines, what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.meeting.agenda_rows import Row
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_sign
from facilitator.meeting.agenda import ItemState

ROW = Qt.ItemDataRole.UserRole
LEFT, NUMBER, GAP, RIGHT = 12, 24, 8, 12
ABOVE, TITLE, BELOW = 10, 22, 10
WORDS = 20
MOST_LINES = 2


class AgendaDelegate(QStyledItemDelegate):
    """Draws a `Row`; `folded` draws its number alone."""

    def __init__(self, theme: Theme, parent: QListView, *, folded: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._list, self._folded = theme, parent, folded

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the title needs, 64 for one line of it."""
        px, row = self._theme.px, index.data(ROW)
        if self._folded or not isinstance(row, Row):
            return QSize(px(48), px(48))
        width = self._list.viewport().width()
        lines = len(self._broken(row, width - px(LEFT + NUMBER + GAP + RIGHT)))
        height = px(ABOVE) + lines * px(TITLE) + px(WORDS) + px(BELOW)
        return QSize(width, max(height, px(64)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _rect(option)
        self._paint_ground(painter, box, row, option)
        self._paint_number(painter, box, row)
        if not self._folded:
            self._paint_words(painter, box, row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, row: Row, option: QStyleOptionViewItem
    ) -> None:
        theme, state = self._theme, _state(option)
        if row.state is ItemState.IN_HAND:
            painter.fillRect(box, theme.color("accent_soft"))
            bar = QRect(box.left(), box.top(), theme.px(4), box.height())
            painter.fillRect(bar, theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sunken"))
        focused, picks = self._list.hasFocus(), self._list.property("framed") is True
        if state & QStyle.StateFlag.State_Selected and (focused or picks):
            painter.setPen(theme.color("ink" if focused else "faint"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(5.5, 2.5, -4.5, -2.5), 4, 4)

    def _paint_number(self, painter: QPainter, box: QRect, row: Row) -> None:
        px = self._theme.px
        if self._folded:
            room = QRectF(box)
        else:
            room = QRectF(box.left() + px(LEFT), box.top() + px(ABOVE), px(NUMBER), px(TITLE))
        sign = {ItemState.DONE: "for", ItemState.WITHDRAWN: "against"}.get(row.state, "")
        if sign:
            side = px(16)
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(room.center())
            color = self._theme.color("good_ink" if sign == "for" else "soft")
            paint_sign(painter, mark, sign, color)
            return
        painter.setFont(self._theme.font(15, bold=row.open))
        painter.setPen(self._theme.color("ink" if row.open else "soft"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(row.number))

    def _paint_words(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        left = box.left() + px(LEFT + NUMBER + GAP)
        width = box.width() - px(LEFT + NUMBER + GAP + RIGHT)
        painter.setPen(theme.color("ink" if row.open else "soft"))
        painter.setFont(self._title_font(row))
        top = box.top() + px(ABOVE)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for line in self._broken(row, width):
            painter.drawText(QRectF(left, top, width, px(TITLE)), flags, line)
            top += px(TITLE)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("warn_ink" if row.over else "soft"))
        metrics = QFontMetricsF(painter.font())
        said = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, top, width, px(WORDS)), flags, said)

    def _title_font(self, row: Row) -> QFont:
        return self._theme.font(15, bold=row.state is ItemState.IN_HAND)

    def _broken(self, row: Row, width: int) -> list[str]:
        return broken(row.title, self._title_font(row), max(width, 1), MOST_LINES)


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text in at most so many lines of a width; the last one is cut where it does not end there."""
    layout = QTextLayout(" ".join(text.split()), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    whole = layout.text()
    ends = [*starts[1:], len(whole)]
    lines = [whole[a:b].strip() for a, b in zip(starts, ends, strict=True)] or [""]
    if len(lines) <= most:
        return lines
    metrics = QFontMetricsF(font)
    rest = whole[starts[most - 1] :]
    return [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue]


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # pyright: ignore[reportAttributeAccessIssue]
