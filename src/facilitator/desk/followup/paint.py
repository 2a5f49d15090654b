"""How a matter of the list is drawn: title and day, both views side by side, and its button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.followup.rows import LINE, NOTHING, ON_AGENDA, Head, Index, Line
from facilitator.desk.followup.signs import mark_width, paint_mark
from facilitator.desk.widgets import paint_sign
from facilitator.desk.widgets.elided import paint_line

HEAD, ROW, LOW = 36, 72, 104
"""Heights: of a head, of a row, of a row whose views stand below its title."""
NARROW = 540
"""Below so many pixels (at 100 %) the views stand below."""
LEFT, RIGHT, GAP = 16, 24, 12
LEAST_ACT = 104


class MatterLook(QStyledItemDelegate):
    """`act_room` is where the button of a row is; the list asks for it when it is clicked."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.hot: tuple[int, bool] = (-1, False)
        """The row under the mouse, and whether the mouse is over its button."""

    @property
    def narrow(self) -> bool:
        """Whether the views stand below the title."""
        return self._view.viewport().width() < self._desk.px(NARROW)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        high = HEAD if isinstance(index.data(LINE), Head) else LOW if self.narrow else ROW
        return QSize(self._view.viewport().width(), self._desk.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        shown = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(shown, Head):
            self._head(painter, rect, shown)
        else:
            self._row(painter, rect, state, index.row(), shown)
        painter.restore()

    def act_room(self, rect: QRect, line: Line) -> QRect:
        """Where the button of a row stands; nowhere for one that has none."""
        px, wide = self._desk.px, self._act_wide()
        if line.act in (NOTHING, ON_AGENDA) or (self.narrow and not self._room_below(rect, line)):
            return QRect()
        top = rect.bottom() - px(44) if self.narrow else rect.center().y() - px(19)
        high = px(36) if self.narrow else px(40)
        return QRect(rect.right() - px(RIGHT) - wide, top, wide, high)

    def _room_below(self, rect: QRect, line: Line) -> bool:
        """Whether the button has room beside both views; where not, it is in the detail alone."""
        px, needs = self._desk.px, self._desk.px(LEFT + RIGHT)
        return needs + self._views_wide(line) + self._act_wide() + px(8) <= rect.width()

    def _views_wide(self, line: Line) -> int:
        px, t, theme = self._desk.px, self._desk.t, self._desk.theme
        metrics = QFontMetrics(theme.font(13))
        said = (t.within("view of", "Office"), t.within("view of", "Residents"))
        marks = (line.office, line.residents)
        words = sum(metrics.horizontalAdvance(one) + px(6) for one in said)
        return words + sum(mark_width(theme, one) + px(10) for one in marks)

    def _act_wide(self) -> int:
        t, px = self._desk.t, self._desk.px
        metrics = QFontMetrics(self._desk.theme.font(15))
        words = (t("Put on the agenda"), t("Ask residents"))
        return max(px(LEAST_ACT), *(metrics.horizontalAdvance(one) + px(24) for one in words))

    def _columns(self, rect: QRect) -> tuple[int, int, int]:
        """Where the first and the second view begin, and how wide they are."""
        px, t, theme = self._desk.px, self._desk.t, self._desk.theme
        metrics = QFontMetrics(theme.font(14, bold=True))
        heads = (t.within("column", "Office"), t.within("column", "Residents"))
        wide = max(
            px(88),
            metrics.horizontalAdvance(t.within("progress", "In progress")) + px(36),
            *(metrics.horizontalAdvance(one) for one in heads),
        )
        act = rect.right() - px(RIGHT) - self._act_wide()
        second = act - px(GAP) - wide
        return second - px(GAP) - wide, second, wide

    def _head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        px, theme, t = self._desk.px, self._desk.theme, self._desk.t
        painter.fillRect(rect, theme.color("sunken"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = theme.font(15, bold=True)
        wide = QFontMetrics(font).horizontalAdvance(head.text) + px(8)
        room = QRectF(rect).adjusted(px(LEFT), 0, -px(LEFT), 0)
        paint_line(painter, theme, room, head.text, theme.color("ink"), 15, bold=True)
        room.adjust(wide, 0, 0, 0)
        if head.first and not self.narrow:
            first, second, column = self._columns(rect)
            for left, said in (
                (first, t.within("column", "Office")),
                (second, t.within("column", "Residents")),
            ):
                cell = QRectF(left, rect.top(), column + px(8), rect.height())
                paint_line(painter, theme, cell, said, theme.color("soft"), 14)
            room.setRight(first - px(8))
        paint_line(painter, theme, room, head.note, theme.color("soft"), 14)

    def _row(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, place: int, line: Line
    ) -> None:
        px, theme = self._desk.px, self._desk.theme
        lit = bool(state & QStyle.StateFlag.State_Selected)
        if lit:
            painter.fillRect(rect, theme.color("accent_soft"))
            bar = QRect(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(bar, theme.color("accent"))
        elif self.hot[0] == place:
            painter.fillRect(rect, theme.color("sunken"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        first, second, column = self._columns(rect)
        right = rect.right() - px(RIGHT) if self.narrow else first - px(GAP)
        top = rect.top() + px(12)
        left = rect.left() + px(LEFT)
        self._title(painter, QRect(left, top, right - left, px(48)), line)
        if self.narrow:
            self._below(painter, rect, line, lit=lit)
        else:
            for left, mark in ((first, line.office), (second, line.residents)):
                room = QRectF(left, rect.top(), column, rect.height())
                paint_mark(painter, theme, room, mark, lit=lit)
        self._act(painter, rect, line, hot=self.hot == (place, True))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _title(self, painter: QPainter, room: QRect, line: Line) -> None:
        """The title, and below it the day, by how much it is late, and who does it."""
        px, theme = self._desk.px, self._desk.theme
        upper = QRectF(room.left(), room.top(), room.width(), px(24))
        paint_line(painter, theme, upper, line.row.title, theme.color("ink"), 16, bold=True)
        lower = upper.translated(0, px(25))
        between = "，" if self._desk.lang == "zh" else ", "
        parts: list[tuple[str, str, bool]] = [(line.day, "soft", False)]
        if line.late:
            parts = [(line.day + between, "soft", False), (line.late, "bad_ink", True)]
        if line.who:
            parts.append((f" · {line.who}" if line.day else line.who, "soft", False))
        for text, ink, bold in parts:
            paint_line(painter, theme, lower, text, theme.color(ink), 14, bold=bold)
            metrics = QFontMetrics(theme.font(14, bold=bold))
            # `paint_line` leaves air at the ends out.
            lower.adjust(metrics.horizontalAdvance(text), 0, 0, 0)
            if lower.width() < px(16):
                break

    def _below(self, painter: QPainter, rect: QRect, line: Line, *, lit: bool) -> None:
        """Both views in a line of their own, each with whose it is."""
        px, theme, t = self._desk.px, self._desk.theme, self._desk.t
        act = self.act_room(rect, line)
        right = act.left() - px(8) if act.isValid() else rect.right() - px(RIGHT)
        left, top = rect.left() + px(LEFT), rect.bottom() - px(44)
        metrics = QFontMetrics(theme.font(13))
        for said, mark in (
            (t.within("view of", "Office"), line.office),
            (t.within("view of", "Residents"), line.residents),
        ):
            wide = metrics.horizontalAdvance(said) + px(6)
            room = QRectF(left, top, max(0, right - left), px(36))
            paint_line(painter, theme, room, said, theme.color("soft"), 13)
            room.adjust(wide, 0, 0, 0)
            if room.width() > px(40):
                paint_mark(painter, theme, room, mark, lit=lit)
            left += wide + mark_width(theme, mark) + px(10)

    def _act(self, painter: QPainter, rect: QRect, line: Line, *, hot: bool) -> None:
        px, theme = self._desk.px, self._desk.theme
        if line.act == ON_AGENDA:
            if not self.narrow or self._room_below(rect, line):
                self._there(painter, rect, line.act_words)
            else:
                corner = QRectF(
                    rect.right() - px(RIGHT) - px(16), rect.top() + px(16), px(16), px(16)
                )
                paint_sign(painter, corner, "for", theme.color("good_ink"))
            return
        room = self.act_room(rect, line)
        if not room.isValid():
            return
        painter.setBrush(theme.color("sunken" if hot else "surface"))
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        painter.setFont(theme.font(15))
        painter.setPen(theme.color("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), line.act_words)

    def _there(self, painter: QPainter, rect: QRect, said: str) -> None:
        """✓ and words, no button: it stands on an agenda."""
        px, theme = self._desk.px, self._desk.theme
        wide = self._act_wide()
        top = rect.bottom() - px(44) if self.narrow else rect.center().y() - px(18)
        room = QRectF(rect.right() - px(RIGHT) - wide, top, wide, px(36))
        font = theme.font(15, bold=True)
        text = QFontMetrics(font).horizontalAdvance(said)
        left = max(room.left(), room.center().x() - (text + px(20)) / 2)
        ink: QColor = theme.color("good_ink")
        paint_sign(painter, QRectF(left, room.center().y() - px(8), px(16), px(16)), "for", ink)
        words = QRectF(left + px(20), room.top(), room.right() - left - px(16), room.height())
        paint_line(painter, theme, words, said, ink, 15, bold=True)
