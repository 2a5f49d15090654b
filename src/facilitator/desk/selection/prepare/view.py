"""A selection before people gather: its projects, voting and counting, the order, what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.calls import CancelPanel, ReschedulePanel
from facilitator.desk.prepare.people import GuestsCard
from facilitator.desk.prepare.plan import PlanCard
from facilitator.desk.prepare.ready import ReadyCard, Way
from facilitator.desk.selection.prepare.order import OrderCard
from facilitator.desk.selection.prepare.readiness import selection_readiness
from facilitator.desk.selection.slate.card import SlateCard
from facilitator.desk.selection.slate.panels import BudgetPanel
from facilitator.desk.selection.terms.panel import TermsPanel
from facilitator.desk.selection.terms.summary import TermsSummary
from facilitator.desk.today.checks import Check, State
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, scrolling
from facilitator.meeting import Meeting

NARROW, SHOWN, ROW = 980, 7, 58
"""Pixels at 100 %: from where on there are two columns; so many projects are in sight, each so high."""


class SelectionReady(ReadyCard):
    """The same lines as before a council's meeting, but for what is a selection's own."""

    def found(self, meeting: Meeting) -> list[tuple[Check, str]]:
        """Slate, money, terms and order first."""
        return selection_readiness(self.desk, meeting)

    def _ways(self, meeting: Meeting, check: Check) -> Iterator[Way]:
        desk, t, id_ = self.desk, self.desk.t, self.meeting_id
        match check.key:
            case "budget" if check.state is State.BAD:
                yield Way(
                    "budget", t("Set the money…"), lambda: BudgetPanel(desk, self, id_).open()
                )
            case "terms" if check.state is not State.GOOD:
                words_ = t("Settle it…")
                yield Way("terms", words_, lambda: TermsPanel(desk, self, id_).open(), True)
            case _:
                yield from super()._ways(meeting, check)


class SelectionPrepareView(View):
    """Two columns that scroll together. An agenda is shown where earlier meetings left something for it."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("prepare")
        self.meeting_id = meeting
        self.slate, self.order = SlateCard(desk, meeting), OrderCard(desk, meeting)
        self._plan: PlanCard | None = None
        self._left = column(self.slate, self.order, None, gap=px(12))
        right = column(
            SelectionReady(desk, meeting), TermsSummary(desk, meeting), GuestsCard(desk, meeting),
            self._call(), None, gap=px(12),
        )  # fmt: skip
        content = QWidget()
        self._columns = row(self._left, right, on=content, gap=px(16))
        self._columns.setContentsMargins(px(24), px(16), px(24), px(16))
        self._columns.setStretch(0, 6)
        self._columns.setStretch(1, 5)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(area, on=self)
        self.setFocusProxy(self.slate)
        self.refresh_now()

    def refresh(self) -> None:
        """The cards read by themselves; the agenda comes with its first item."""
        meeting = self.desk.session.meeting(self.meeting_id)
        shown = min(SHOWN, max(2, len(meeting.slate.all)))
        self.slate.list.setFixedHeight(self.desk.px(ROW) * shown + 2)
        self.order.setVisible(bool(meeting.slate.standing))
        if self._plan is None and meeting.agenda.items:
            self._plan = PlanCard(self.desk, self.meeting_id)
            self._left.insertWidget(2, self._plan)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column below the other where there is no room for both side by side."""
        super().resizeEvent(event)
        beside = self.width() >= self.desk.px(NARROW)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _call(self) -> QWidget:
        """Another day, or no meeting at all."""
        desk, t, made = self.desk, self.desk.t, QWidget()
        move = button(t("Reschedule…"), "quiet", "small", name="prepare.reschedule")
        move.clicked.connect(
            lambda _checked=False: ReschedulePanel(desk, self, self.meeting_id).open()
        )
        off = button(t("Call off…"), "quiet", "small", name="prepare.cancel")
        off.clicked.connect(lambda _checked=False: CancelPanel(desk, self, self.meeting_id).open())
        row(None, move, off, on=made, gap=desk.px(8))
        return made
