"""Taking over a project round: its admitted projects and the money not granted yet come onto the slate."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from facilitator import roundbook
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import column, words
from facilitator.meeting.selection.slate import TakeRound
from facilitator.roundbook import RoundRow
from facilitator.words.figures import Unit, airy, counted, money

MOST = 8
"""Rounds that are offered, the newest first."""


def round_rows(desk: Desk) -> list[RoundRow]:
    """The rounds that are not closed, newest first."""
    return roundbook.rounds(desk.session, going=True, limit=MOST)


class RoundPanel(Panel):
    """Taken over again, the projects are as the round has them now; what was added by hand stays."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px, lang = desk.t, desk.px, desk.lang
        super().__init__(desk, t("Take over a round"), parent, width=560)
        self.setObjectName("slate.rounds")
        self.meeting_id = meeting
        self._rows = round_rows(desk)
        taken = desk.session.meeting(meeting).slate.round
        self._group = QButtonGroup(self)
        for number, one in enumerate(self._rows):
            made = QRadioButton(one.title)
            made.setObjectName(f"slate.rounds.{one.round}")
            made.setChecked(one.round == taken or (not taken and not number))
            self._group.addButton(made, number)
            left = max(0, one.budget_fen - one.granted_fen)
            parts = (
                one.body_name,
                counted(one.projects, Unit.PROJECTS, lang),
                t("Money: {sum}", sum=money(left, lang)),
            )
            about = words(airy(" · ".join(parts)), "small", wrap=True)
            self.body.addLayout(column(made, column(about, margins=(px(26), 0, 0, 0)), gap=0))
        note = t(
            "The projects that were admitted come onto the slate. Taken over again, they are as now."
        )
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t("Take over"), self._send, name="slate.rounds.done")

    def _send(self) -> None:
        chosen = self._rows[max(0, self._group.checkedId())]
        self.send(TakeRound(meeting=self.meeting_id, round=chosen.round))
