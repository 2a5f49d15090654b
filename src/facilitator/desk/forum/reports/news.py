"""The news wall: the reports that hang, in the order they went up, large enough to read from a step away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.reports.reading import Reading
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.words.figures import airy

SIZE = 17
MOST_WIDE = 960


class NewsWall(QWidget):
    """Cards one below the other; `left` when somebody goes back to the forms."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.desk = desk
        self._shown: object = None
        self.setObjectName("news")
        self._count = words("", "head", name="news.count")
        back = button(t("Back to the forms"), "soft", "small", name="news.back")
        back.setIcon(desk.theme.icon("arrow-left"))
        back.clicked.connect(self.left)
        self.cards = Reading(desk, name="news.cards", says=t("News wall"))
        self.cards.setMaximumWidth(px(MOST_WIDE))
        head = card("plain-row")
        row(self._count, None, back, on=head)
        middle = row(self.cards, gap=0)
        column(head, middle, on=self, gap=px(8)).setStretch(1, 1)
        self.setFocusProxy(self.cards)

    def show_reports(self, meeting: Meeting) -> None:
        """Show what hangs; nothing is written anew when it is as before."""
        names = self.desk.session.names(meeting)
        reports = sorted(meeting.reports.all.values(), key=lambda one: one.place)
        now = (
            tuple((one.topic, one.sheet, len(one.additions), len(one.changes)) for one in reports),
            names,
        )
        if now == self._shown:
            return
        self._shown = now
        t = self.desk.t
        said = t.many("{n} report on the news wall", "{n} reports on the news wall", len(reports))
        self._count.setText(airy(said))
        writer = self.cards.begin(SIZE, margin=0)
        for report in reports:
            writer.card()
            writer.report(meeting, meeting.wall.topic(report.topic), report, names)
        place = self.cards.verticalScrollBar().value()
        self.cards.show_written(writer)
        self.cards.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
