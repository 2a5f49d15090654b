"""The seat map folded to counts per group, where the window is narrow; pressing it shows the map."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import column, paint_group, row, scrolling, tip, words
from facilitator.meeting import Meeting


class SeatCounts(View):
    """See the module; `counts` is pressed to open the map."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.setObjectName("seats.folded")
        self.meeting_id = meeting
        t, px = desk.t, desk.px
        self.counts = Counts(desk)
        area = scrolling(self.counts)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = row(None, words(t("Seats"), "strong"), None)
        column(top, area, on=self, margins=(px(4), px(12), px(4), px(12)), gap=px(8))

    def refresh(self) -> None:
        """Count anew."""
        self.counts.show_meeting(self.desk.session.meeting(self.meeting_id))


class Counts(QAbstractButton):
    """One shape and two numbers for each group, below one another."""

    LINE = 52

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._groups: list[tuple[str, str]] = []
        self.setObjectName("seats.unfold")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is here by group."""
        figures, lang = meeting.figures(), self._desk.lang
        self._groups = [
            (
                group.short_text(lang),
                f"{figures.groups[group.key].present}/{figures.groups[group.key].in_office}",
            )
            for group in meeting.charter.groups
        ]
        t = self._desk.t
        said = "\n".join(f"{name} {count}" for name, count in self._groups)
        self.setAccessibleName(f"{t('Show the seats')}\n{said}")
        tip(self, f"{t('Show the seats')} (F3)\n{said}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as there are groups."""
        return QSize(self._desk.px(72), self._desk.px(self.LINE) * max(1, len(self._groups)))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px, painter = self._desk.theme, self._desk.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.color("sunken"))
            painter.setPen(theme.color("ink") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(6), px(6))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for n, (name, count) in enumerate(self._groups):
            top = n * px(self.LINE)
            painter.setFont(theme.font(15, bold=True))
            painter.setPen(theme.color("ink"))
            wide = painter.fontMetrics().horizontalAdvance(count)
            left = (self.width() - wide - px(18)) / 2
            mark = QRectF(left, top + px(11), px(12), px(12))
            paint_group(painter, mark, n, theme.group_color(n))
            painter.drawText(QRectF(left + px(18), top + px(6), wide + 2, px(22)), middle, count)
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("soft"))
            cut = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, self.width() - px(4)
            )
            painter.drawText(QRectF(0, top + px(27), self.width(), px(20)), middle, cut)
