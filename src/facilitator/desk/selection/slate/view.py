"""The slate while the meeting runs: the projects, who steps back from which, what was agreed on the vote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.selection.pitches.recused import RecusedCard
from facilitator.desk.selection.slate.card import SlateCard
from facilitator.desk.selection.terms.summary import TermsSummary
from facilitator.desk.view import View
from facilitator.desk.widgets import column, row, scrolling


class SlateView(View):
    """See the module."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("slate.table")
        self.slate = SlateCard(desk, meeting)
        beside = QWidget()
        recused = RecusedCard(desk, meeting)
        self.slate.chosen.connect(recused.show_project)
        column(
            recused, TermsSummary(desk, meeting), on=beside, margins=(0, 0, px(4), 0), gap=px(12)
        )
        area = scrolling(beside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = row(self.slate, area, on=self, gap=px(16))
        both.setContentsMargins(px(20), px(12), px(20), px(12))
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.setFocusProxy(self.slate.list)
        self._stale = False

    def refresh(self) -> None:
        """The cards read by themselves."""
