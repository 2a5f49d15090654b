"""What stands in the middle of the desk while the meeting rests: since when, for how long, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting.lifecycle import Resume
from facilitator.words.figures import airy


class BreakCard(View):
    """A calm card; nothing else can be done with the item meanwhile."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.setObjectName("recess")
        self.meeting_id = meeting
        t, px = desk.t, desk.px
        self._since = words("", "secondary", name="recess.since")
        self._lasts = words("", "clock", name="recess.clock")
        go_on = button(t("Go on"), "primary", "big", name="recess.resume")
        go_on.set_key("Ctrl+B")
        go_on.clicked.connect(lambda: desk.do(Resume(meeting=meeting)))
        box = card()
        middle = Qt.AlignmentFlag.AlignHCenter
        inner = column(on=box, margins=px(40), gap=px(12))
        for piece in (words(t("Break"), "item"), self._lasts, self._since):
            inner.addWidget(piece, 0, middle)
        inner.addSpacing(px(12))
        inner.addWidget(go_on, 0, middle)
        column(None, row(None, box, None), None, on=self, margins=px(20))
        desk.second.connect(self._tick)

    def refresh(self) -> None:
        """Say since when."""
        t, meeting = self.desk.t, self.desk.session.meeting(self.meeting_id)
        if meeting.life.pauses:
            since = clock_at(meeting, meeting.life.pauses[-1].at)
            self._since.setText(airy(t("since {time}", time=since)))
        self._tick()

    def _tick(self) -> None:
        """Say for how long."""
        if not self.isVisible() and self._lasts.text():
            return
        meeting = self.desk.session.meeting(self.meeting_id)
        if not meeting.life.recess:
            return
        began = meeting.life.pauses[-1].at - meeting.life.shift
        seconds = max(0, int((self.desk.steady(meeting) - began).total_seconds()))
        self._lasts.setText(f"{seconds // 60}:{seconds % 60:02}")
