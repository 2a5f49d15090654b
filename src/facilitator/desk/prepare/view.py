"""A meeting before people gather: its call, its agenda, and what is still to be done for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.desk.actions import key_of
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.calls import CancelPanel, ReschedulePanel
from facilitator.desk.meeting.moving import move_on
from facilitator.desk.meeting.phases import entering, forward_words, next_phase
from facilitator.desk.prepare.people import GuestsCard
from facilitator.desk.prepare.plan import PlanCard
from facilitator.desk.prepare.ready import ReadyCard
from facilitator.desk.prepare.waitlist import WaitList
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, elided, row, scrolling, words
from facilitator.words.figures import airy, meeting_time
from facilitator.words.matters import meeting_words


class PrepareView(View):
    """Two columns that scroll; above them the call, and the one button that goes on."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("prepare")
        self.meeting_id = meeting
        self.plan = PlanCard(desk, meeting)
        left = _column(desk, self.plan, WaitList(desk, meeting), stretch=0)
        right = _column(desk, ReadyCard(desk, meeting), GuestsCard(desk, meeting))
        columns = row(left, right, gap=px(16))
        columns.setStretch(0, 6)
        columns.setStretch(1, 5)
        whole = column(self._head(), columns, on=self, gap=px(12))
        whole.setContentsMargins(px(24), px(16), px(24), px(16))
        self.setFocusProxy(self.plan)
        self.refresh_now()

    def refresh(self) -> None:
        """Show the call as it is now, and whether one can go on."""
        meeting, t = self.desk.session.meeting(self.meeting_id), self.desk.t
        call = meeting.call
        self._title.setText(call.title or airy(meeting_words(meeting, self.desk.lang)))
        when = airy(meeting_time(call.planned, None, self.desk.lang))
        self._when.setText(" · ".join((when, call.place)))
        then = next_phase(meeting)
        self._on.setVisible(then is not None)
        if then is not None:
            self._on.setText(forward_words(then, t))
            allow(self._on, why_not(self.desk, entering(meeting, then)))

    def _head(self) -> QBoxLayout:
        desk, t = self.desk, self.desk.t
        self._title = elided("", "item", name="prepare.title")
        self._when = words("", "secondary", wrap=True, name="prepare.when")
        self._on = button("", "primary", "big", name="prepare.forward")
        self._on.setProperty("twin", True)  # of the one in the strip
        self._on.set_key(key_of("meeting.forward"))
        self._on.clicked.connect(self._go_on)
        move = button(t("Reschedule…"), "quiet", name="prepare.reschedule")
        move.clicked.connect(
            lambda _checked=False: ReschedulePanel(desk, self, self.meeting_id).open()
        )
        off = button(t("Call off…"), "quiet", name="prepare.cancel")
        off.clicked.connect(lambda _checked=False: CancelPanel(desk, self, self.meeting_id).open())
        said = column(self._title, self._when, gap=desk.px(2))
        head = row(said, off, move, self._on, gap=desk.px(8))
        head.setStretch(0, 1)
        return head

    def _go_on(self) -> None:
        move_on(self.desk, self, self.meeting_id)


def _column(desk: Desk, *cards: QWidget, stretch: int = -1) -> QWidget:
    """Cards below one another, scrolling where there is no room; `stretch` names the one that grows."""
    content = QWidget()
    inner = column(*cards, on=content, gap=desk.px(12))
    inner.setContentsMargins(0, 0, desk.px(4), 0)
    if stretch < 0:
        inner.addStretch(1)
    else:
        inner.setStretch(stretch, 1)
    area = scrolling(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
