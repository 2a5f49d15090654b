"""How a group is drawn: place, number and title, who convenes and takes notes, the people counted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.forum.rounds.rows import Group
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF
from facilitator.words.figures import airy

GROUP = Qt.ItemDataRole.UserRole
HIGH, LEFT, PLACE, FIELD, NUMBER = 52, 16, 132, 92, 32


class BoardPaint(QStyledItemDelegate):
    """Draws a `Group`; where its number stands is a field with a border, dashed while nobody has counted."""

    def __init__(self, desk: Desk, parent: QListView) -> None:
        super().__init__(parent)
        self.desk, self._list = desk, parent

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One height for all."""
        return QSize(self._list.viewport().width(), self.desk.px(HIGH))

    def field(self, box: QRect) -> QRectF:
        """Where in a line the number is."""
        px = self.desk.px
        wide = px(FIELD)
        return QRectF(box.right() - wide - px(12), box.top() + px(8), wide, box.height() - px(16))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        group = index.data(GROUP)
        if not isinstance(group, Group):
            return
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option)
        self._place(painter, box, group)
        self._topic(painter, box, group)
        self._number(painter, box, group, bool(index.flags() & Qt.ItemFlag.ItemIsEditable))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        theme = self.desk.theme
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.left(), box.top(), theme.px(4), box.height()), theme.color("accent")
            )
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _place(self, painter: QPainter, box: QRect, group: Group) -> None:
        theme, px, t = self.desk.theme, self.desk.px, self.desk.t
        room = QRectF(box.left() + px(LEFT), box.top() + px(4), px(PLACE), px(22))
        ink, soft = theme.color("ink"), theme.color("soft")
        if not group.counts:
            return
        paint_line(painter, theme, room, group.place_name, ink, 15, bold=True)
        if group.seats:
            seats = airy(t("seats {n}", n=group.seats))
            paint_line(painter, theme, room.translated(0, px(22)), seats, soft, 13)

    def _topic(self, painter: QPainter, box: QRect, group: Group) -> None:
        theme, px, t = self.desk.theme, self.desk.px, self.desk.t
        left = box.left() + px(LEFT + PLACE + 12)
        right = self.field(box).left() - px(12)
        room = QRectF(left, box.top() + px(4), px(NUMBER), px(22))
        ink = theme.color("ink" if group.held else "soft")
        paint_line(painter, theme, room, group.number, theme.color("accent_ink"), 15, bold=True)
        room = QRectF(left + px(NUMBER), room.top(), right - left - px(NUMBER), px(22))
        half = {FIRST_HALF: t("First half"), SECOND_HALF: t("Second half")}.get(group.half, "")
        title = f"{group.title} · {half}" if half else group.title
        paint_line(painter, theme, room, title, ink, 15, bold=True)
        who = t("Convener {name}", name=group.conveners) + " · "
        below = room.translated(0, px(22))
        paint_line(painter, theme, below, who, theme.color("soft"), 13)
        wide = QFontMetrics(theme.font(13)).horizontalAdvance(who)
        rest = below.adjusted(wide, 0, 0, 0)
        if rest.width() < px(24):
            return
        if group.recorder:
            said = t("Recorder {name}", name=group.recorder)
            paint_line(painter, theme, rest, said, theme.color("soft"), 13)
        else:
            said = t("no recorder yet")
            paint_line(painter, theme, rest, said, theme.color("warn_ink"), 13, bold=True)

    def _number(self, painter: QPainter, box: QRect, group: Group, open_: bool) -> None:
        theme, px, t = self.desk.theme, self.desk.px, self.desk.t
        room, center = self.field(box), Qt.AlignmentFlag.AlignCenter
        if not group.held:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("soft"))
            painter.drawText(room, center, t.within("topic", "Not held"))
            return
        if open_:
            known = group.heads is not None
            line = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.color("edge" if known else "faint"), 1, line))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(room, px(6), px(6))
        if not group.counts or (group.heads is None and not open_):
            return
        painter.setFont(theme.font(15, bold=group.heads is not None))
        painter.setPen(theme.color("ink" if group.heads is not None else "soft"))
        said = (
            t("count")
            if group.heads is None
            else airy(t.many("{n} person", "{n} people", group.heads))
        )
        painter.drawText(room, center, said)
