"""How the board of reports is drawn: what is missing in rows of their own, the rest two abreast."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.forum.reports.rows import Head, Kind, Row
from facilitator.desk.widgets import paint_sign
from facilitator.desk.widgets.elided import paint_line

ROW = Qt.ItemDataRole.UserRole
HEAD, FULL, TALL, HALF = 36, 44, 62, 34
LEFT, NUMBER, CHIP = 12, 32, 22
WHO = 0.36
"""The part of a wide row in which the people stand."""
ROOMY = {"zh": 440, "en": 620}
"""From so many pixels on people stand beside the title; English runs wider."""
ABREAST = 400
"""From so many pixels on short rows stand two abreast."""
Index = QModelIndex | QPersistentModelIndex


class BoardLook(QStyledItemDelegate):
    """Paints a `Head` or a `Row`."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    @property
    def _wide(self) -> int:
        return max(1, self._view.viewport().width() - 1)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The whole width for heads and what is missing, half of it for the rest where there is room."""
        px, one = self._desk.px, index.data(ROW)
        if isinstance(one, Head):
            return QSize(self._wide, px(HEAD))
        if isinstance(one, Row) and one.kind is Kind.MISSING:
            return QSize(self._wide, px(FULL if self._wide >= px(ROOMY[self._desk.lang]) else TALL))
        abreast = self._wide >= px(ABREAST)
        return QSize(self._wide // 2 if abreast else self._wide, px(HALF))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, box, state = index.data(ROW), _rect(option), _state(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, Head):
            self._paint_head(painter, box, one)
        elif isinstance(one, Row):
            self._paint_ground(painter, box, state)
            if one.kind is Kind.MISSING:
                self._paint_full(painter, box, one)
            else:
                self._paint_half(painter, box, one)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, head: Head) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter.fillRect(box, theme.color("sunken"))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = QRectF(box).adjusted(px(LEFT), 0, -px(LEFT), 0)
        paint_line(painter, theme, room, head.title, theme.color("ink"), 15, bold=True)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(head.title) + px(10))
        paint_line(painter, theme, room, head.note, theme.color("soft"), 14)

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme, px = self._desk.theme, self._desk.px
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.topLeft(), QSize(px(4), box.height())), theme.color("accent")
            )
            if self._view.hasFocus():
                painter.setPen(QPen(theme.color("accent"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sunken"))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if box.left() == 0 and box.width() < self._wide - 2:
            painter.drawLine(box.topRight(), box.bottomRight())

    def _paint_full(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, px = self._desk.theme, self._desk.px
        tall = box.height() > px(FULL)
        first = QRectF(box)
        if tall:
            first.setHeight(box.height() * 0.56)
        self._paint_number(painter, first, row)
        chip = self._paint_chip(painter, QRectF(box), row)
        left = box.left() + px(LEFT + NUMBER)
        people = self._people(box)
        title = QRectF(left, first.top(), (chip if tall else people.left()) - left - px(8), 0)
        title.setHeight(first.height())
        paint_line(painter, theme, title, row.title, theme.color("ink"), 15)
        if tall:
            people = QRectF(left, first.bottom() - px(4), chip - left - px(8), px(24))
        else:
            people.setRight(chip - px(8))
        self._paint_people(painter, people, row)

    def _people(self, box: QRect) -> QRectF:
        px = self._desk.px
        wide = max(px(190), box.width() * WHO)
        return QRectF(box.right() - px(104) - wide, box.top(), wide, box.height())

    def recorder_place(self, box: QRect, row: Row) -> QRectF:
        """Where it says that nobody takes notes: a click there names somebody. Empty for other rows."""
        if row.kind is not Kind.MISSING or row.recorder:
            return QRectF()
        px = self._desk.px
        if box.height() > px(FULL):
            top = box.top() + box.height() * 0.56 - px(4)
            return QRectF(box.left(), top, box.width() - px(104), px(24))
        return self._people(box)

    def _paint_people(self, painter: QPainter, room: QRectF, row: Row) -> None:
        theme, t = self._desk.theme, self._desk.t
        said = t("Convener {who} · Recorder", who=row.conveners) + "\u00a0"
        nobody = t("not named")
        metrics = QFontMetricsF(theme.font(14, bold=True))
        last = metrics.horizontalAdvance(row.recorder or nobody) + 2
        head = QFontMetricsF(theme.font(14)).horizontalAdvance(said)
        first = QRectF(room)
        first.setWidth(min(head + 1, max(0.0, room.width() - last)))
        paint_line(painter, theme, first, said, theme.color("soft"), 14)
        room = QRectF(first.right(), room.top(), room.right() - first.right(), room.height())
        ink = theme.color("soft" if row.recorder else "warn_ink")
        paint_line(painter, theme, room, row.recorder or nobody, ink, 14, bold=not row.recorder)

    def _paint_number(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme, px = self._desk.theme, self._desk.px
        room = QRectF(box.left() + px(LEFT), box.top(), px(NUMBER), box.height())
        paint_line(painter, theme, room, row.number, theme.color("accent_ink"), 15, bold=True)

    def _paint_chip(self, painter: QPainter, box: QRectF, row: Row) -> float:
        """正在填 with a pen, 没交 with a ring; where it begins."""
        theme, px, t = self._desk.theme, self._desk.px, self._desk.t
        said = t("being written") if row.filling else t("not in")
        ink = theme.color("accent_ink" if row.filling else "warn_ink")
        font = theme.font(13)
        wide = QFontMetricsF(font).horizontalAdvance(said) + px(34)
        chip = QRectF(box.right() - px(12) - wide, 0, wide, px(CHIP + 2))
        chip.moveCenter(QPointF(chip.center().x(), box.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if row.filling else "warn_soft"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        side = px(13)
        sign = QRectF(chip.left() + px(9), chip.center().y() - side / 2, side, side)
        if row.filling:
            painter.drawPixmap(sign.topLeft(), theme.pixmap("pencil", "accent_ink", 13))
        else:
            paint_ring(painter, sign, ink)
        painter.setFont(font)
        painter.setPen(ink)
        words = chip.adjusted(px(26), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        return chip.left()

    def _paint_half(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, px = self._desk.theme, self._desk.px
        side = px(14)
        sign = QRectF(box.left() + px(LEFT), box.center().y() - side / 2 + 1, side, side)
        if row.kind is Kind.POSTED:
            paint_sign(painter, sign, "for", theme.color("good"))
        elif row.kind is Kind.NOT_HELD:
            paint_sign(painter, sign, "abstain", theme.color("soft"))
        elif row.filling:
            painter.drawPixmap(sign.topLeft(), theme.pixmap("pencil", "accent_ink", 14))
        number = QRectF(box).adjusted(px(LEFT + 20), 0, 0, 0)
        paint_line(painter, theme, number, row.number, theme.color("accent_ink"), 15, bold=True)
        left = box.left() + px(LEFT + 20 + NUMBER - 6)
        room = QRectF(left, box.top(), box.right() - left - px(10), box.height())
        note = QFontMetricsF(theme.font(14)).horizontalAdvance(row.note) if row.note else 0.0
        title = QFontMetricsF(theme.font(15)).horizontalAdvance(row.title)
        note = min(note, max(room.width() - title - px(12), room.width() * 0.4))
        if note:
            beside = QRectF(room.right() - note - 1, room.top(), note + 1, room.height())
            paint_line(painter, theme, beside, row.note, theme.color("soft"), 14)
            room.setRight(beside.left() - px(8))
        paint_line(painter, theme, room, row.title, theme.color("ink"), 15)


def paint_ring(painter: QPainter, room: QRectF, color: QColor) -> None:
    """○: not yet."""
    painter.setPen(QPen(color, max(1.4, room.width() * 0.13)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(room.adjusted(1.5, 1.5, -1.5, -1.5))


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue]


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # pyright: ignore[reportAttributeAccessIssue]
