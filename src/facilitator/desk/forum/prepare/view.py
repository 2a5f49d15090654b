"""A forum before people gather: its theme, its places and rounds, and what is still to be done for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.prepare.matrix import MatrixCard
from facilitator.desk.forum.prepare.readiness import forum_readiness
from facilitator.desk.forum.prepare.theme import ThemeCard
from facilitator.desk.meeting.calls import CancelPanel, ReschedulePanel
from facilitator.desk.prepare.people import GuestsCard
from facilitator.desk.prepare.plan import PlanCard
from facilitator.desk.prepare.ready import ReadyCard, Way
from facilitator.desk.today.checks import Check
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, scrolling
from facilitator.meeting import Meeting

NARROW = 980
"""Pixels at 100 %."""


class ForumReady(ReadyCard):
    """The same lines as before a council's meeting, but for what is a forum's own."""

    def found(self, meeting: Meeting) -> list[tuple[Check, str]]:
        """Theme, places and rounds first."""
        return forum_readiness(self.desk, meeting)

    def _ways(self, meeting: Meeting, check: Check) -> Iterator[Way]:
        t = self.desk.t
        if check.key == "forum-papers":
            yield Way("forum-papers", t("Print…"), self._go_to_poster)
        else:
            yield from super()._ways(meeting, check)

    def _go_to_poster(self) -> None:
        self.desk.go("meetings", self.meeting_id, "papers.invitation")


class ForumPrepareView(View):
    """Two columns that scroll together. An agenda is shown where earlier meetings left something for it."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("prepare")
        self.meeting_id = meeting
        self.theme, self.matrix = ThemeCard(desk, meeting), MatrixCard(desk, meeting)
        self.theme.expecting.connect(self.matrix.expect)
        self._plan: PlanCard | None = None
        self._left = column(self.theme, self.matrix, None, gap=px(12))
        right = column(
            ForumReady(desk, meeting), GuestsCard(desk, meeting), self._call(), None, gap=px(12)
        )
        content = QWidget()
        self._columns = row(self._left, right, on=content, gap=px(16))
        self._columns.setContentsMargins(px(24), px(16), px(24), px(16))
        self._columns.setStretch(0, 6)
        self._columns.setStretch(1, 5)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(area, on=self)
        self.setFocusProxy(self.theme)
        self.refresh_now()

    def refresh(self) -> None:
        """The cards read by themselves; the agenda comes with its first item."""
        if self._plan is None and self.desk.session.meeting(self.meeting_id).agenda.items:
            self._plan = PlanCard(self.desk, self.meeting_id)
            self._left.insertWidget(2, self._plan)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column below the other where there is no room for both side by side."""
        super().resizeEvent(event)
        beside = self.width() >= self.desk.px(NARROW)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _call(self) -> QWidget:
        """Another day, or no forum at all."""
        desk, t, made = self.desk, self.desk.t, QWidget()
        move = button(t("Reschedule…"), "quiet", "small", name="prepare.reschedule")
        move.clicked.connect(
            lambda _checked=False: ReschedulePanel(desk, self, self.meeting_id).open()
        )
        off = button(t("Call off…"), "quiet", "small", name="prepare.cancel")
        off.clicked.connect(lambda _checked=False: CancelPanel(desk, self, self.meeting_id).open())
        row(None, move, off, on=made, gap=desk.px(8))
        return made
