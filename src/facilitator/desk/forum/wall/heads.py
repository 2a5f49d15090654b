"""The frozen heads of the wall: what each column and each row is, and what lies out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import left
from facilitator.desk.widgets.elided import paint_line, tip
from facilitator.words.figures import airy, listing

if TYPE_CHECKING:
    from facilitator.desk.forum.wall.plane import WallPlane

HEAD_HEIGHT, HEAD_WIDTH, FOOT_HEIGHT = 48, 88, 28
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
LEAST_ROW = 34
"""Pixels at 100 % under which a row has no room for the seats, only for the name."""


class _Head(QWidget):
    """A strip beside the fields; it lies in the view's margin and never scrolls away."""

    def __init__(self, desk: Desk, board: WallPlane) -> None:
        super().__init__(board)
        self.desk, self.board = desk, board

    def ruled(self, painter: QPainter) -> None:
        """The ground with its border."""
        painter.fillRect(self.rect(), self.desk.theme.color("sunken"))
        painter.setPen(self.desk.theme.color("line"))


class ColumnHead(_Head):
    """Every slot: its title, how many topics it has, its times, how long it is to it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.desk.theme
        self.ruled(painter)
        base = self.height() - 1
        painter.drawLine(0, base, self.width(), base)
        layout = self.board.scene_.layout_
        wide = layout.column_width * self.board.zoom
        offset = self.board.horizontalScrollBar().value()
        px = self.desk.px
        for at, column in enumerate(layout.board.columns):
            x = at * wide - offset
            if x > self.width() or x + wide < 0:
                continue
            painter.setPen(theme.color("line"))
            painter.drawLine(int(x), 0, int(x), base)
            room = QRectF(x + px(12), px(4), wide - px(24), px(20))
            metrics = QFontMetricsF(theme.font(15, bold=True))
            count = metrics.horizontalAdvance(column.count) + px(8)
            if room.width() > 2 * count:
                painter.setFont(theme.font(15, bold=True))
                painter.setPen(theme.color("ink"))
                painter.drawText(room, RIGHT, column.count)
                room.setRight(room.right() - count)
            paint_line(painter, theme, room, column.title, theme.color("ink"), 15, bold=True)
            low = QRectF(x + px(12), px(24), wide - px(20), px(20))
            paint_line(painter, theme, low, self.times(at), theme.color("soft"), 14)
        painter.end()

    def times(self, at: int) -> str:
        """From when to when, and how long it is to that."""
        column = self.board.scene_.layout_.board.columns[at]
        soon = left(column, self.desk.now(), self.desk)
        return airy(f"{column.times} · {soon}") if soon else column.times


class RowHead(_Head):
    """Every place: its name and how many it holds."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.desk.theme, self.desk.px
        painter.fillRect(self.rect(), theme.color("surface"))
        layout, zoom = self.board.scene_.layout_, self.board.zoom
        offset = self.board.verticalScrollBar().value()
        for at, line in enumerate(layout.board.lines):
            top = layout.tops[at] * zoom - offset
            high = (layout.tops[at + 1] - layout.tops[at]) * zoom
            if top > self.height() or top + high < 0:
                continue
            painter.setPen(theme.color("sunken"))
            painter.drawLine(0, int(top + high), self.width(), int(top + high))
            left_ = float(px(12))
            wide = self.width() - left_ - px(4)
            if high >= px(LEAST_ROW):
                middle = top + min(high, px(56)) / 2
                name = QRectF(left_, middle - px(20), wide, px(20))
                paint_line(painter, theme, name, line.name, theme.color("ink"), 14, bold=True)
                low = QRectF(left_, middle, wide, px(18))
                paint_line(painter, theme, low, line.seats, theme.color("soft"), 14)
            else:
                size = max(8, min(14, int(high * 0.85 * 100 / theme.size)))
                room = QRectF(left_, top, wide, high)
                paint_line(painter, theme, room, line.name, theme.color("ink"), size, bold=True)
        painter.setPen(theme.color("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()


class Corner(_Head):
    """Where both heads meet: how many places there are."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, px, t = QPainter(self), self.desk.theme, self.desk.px, self.desk.t
        self.ruled(painter)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        left_, wide = px(12), self.width() - px(12)
        count = len(self.board.scene_.layout_.board.lines)
        first, low = QRectF(left_, px(4), wide, px(20)), QRectF(left_, px(24), wide, px(20))
        paint_line(painter, theme, first, t("Places"), theme.color("ink"), 15, bold=True)
        said = airy(t.many("{n} place", "{n} places", count))
        paint_line(painter, theme, low, said, theme.color("soft"), 14)
        painter.end()


class Foot(_Head):
    """One line below the fields: what lies out of sight."""

    def __init__(self, desk: Desk, board: WallPlane) -> None:
        super().__init__(desk, board)
        self.setObjectName("wall.more")
        self.told = ""

    def say(self, text: str) -> None:
        """Show this."""
        if text != self.told:
            self.told = text
            self.setAccessibleName(text)
            tip(self, text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.desk.theme, self.desk.px
        self.ruled(painter)
        painter.drawLine(0, 0, self.width(), 0)
        room = QRectF(px(12), 0, self.width() - px(24), self.height())
        paint_line(painter, theme, room, self.told, theme.color("ink"), 14)
        painter.end()


def out_of_sight(board: WallPlane) -> str:
    """What lies below and to the right of what is shown, in words; "" when everything is shown."""
    t, layout, zoom = board.desk.t, board.scene_.layout_, board.zoom
    bottom = (board.verticalScrollBar().value() + board.viewport().height()) / zoom
    right = (board.horizontalScrollBar().value() + board.viewport().width()) / zoom
    half = layout.card_height / 2
    lines = [
        line.name
        for at, line in enumerate(layout.board.lines)
        if layout.tops[at + 1] - half > bottom
    ]
    columns = [
        column.title
        for at, column in enumerate(layout.board.columns)
        if (at + 0.75) * layout.column_width > right
    ]
    said: list[str] = []
    if lines:
        names = listing(lines, board.desk.lang)
        said.append(
            t.many(
                "↓ {n} more place below: {names}",
                "↓ {n} more places below: {names}",
                len(lines),
                names=names,
            )
        )
    if columns:
        names = listing(columns, board.desk.lang)
        said.append(
            t.many(
                "→ {n} more slot: {names}", "→ {n} more slots: {names}", len(columns), names=names
            )
        )
    return airy("    ".join(said)) if said else ""
