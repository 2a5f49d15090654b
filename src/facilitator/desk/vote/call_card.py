"""Who is being called, large, with the three answers and their keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow
from facilitator.desk.vote.answers import CallButton
from facilitator.desk.vote.voters import Voter
from facilitator.desk.widgets import GroupMark, column, elided, row, words
from facilitator.rules.tally import Choice
from facilitator.words.figures import airy
from facilitator.words.titles import title


class CallCard(QFrame):
    """Shows one voter; says which answer was pressed."""

    answered = Signal(str)

    def __init__(self, desk: Desk, groups: int) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.setObjectName("vote.call")
        self.setProperty("look", "accent")
        self._what = words("", "secondary")
        self._name = elided("", "called", name="vote.called")
        self._marks = QStackedWidget()
        for at in range(groups):
            holder = QWidget()
            row(GroupMark(desk.theme, at, 18), on=holder)
            self._marks.addWidget(holder)
        self._marks.setFixedSize(px(18), px(36))
        self.buttons = [CallButton(desk, choice) for choice in Choice]
        for one in self.buttons:
            one.clicked.connect(lambda _on=False, said=one.choice: self.answered.emit(said.value))
        name = row(self._marks, self._name, gap=px(8))
        name.setStretch(1, 1)
        answers = row(*self.buttons, gap=px(8))
        column(
            self._what, name, answers, on=self, gap=px(6), margins=(px(16), px(12), px(16), px(16))
        )

    def set_low(self, *, low: bool) -> None:
        """Where there is little height, the name and one line of answers."""
        px = self._desk.px
        self._what.setVisible(not low)
        for one in self.buttons:
            one.set_low(low=low)
        edge = px(8) if low else px(16)
        self.layout().setContentsMargins(edge, px(6) if low else px(12), edge, edge)  # pyright: ignore[reportOptionalMemberAccess]

    def show_voter(self, voter: Voter | None) -> None:
        """Show somebody; None when nobody is left to be called."""
        t = self._desk.t
        if voter is None:
            self._what.setText(t("Nobody is left to call"))
            self._name.setText(t("All have answered"))
        else:
            self._what.setText(airy(self._said(voter)))
            self._name.setText(f"{voter.seat or ''} {voter.name}".strip())
            self._marks.setCurrentIndex(max(0, voter.group))
        self._marks.setVisible(voter is not None and voter.group >= 0)
        reason = t("Nobody is left to call") if voter is None else voter.out
        for one in self.buttons:
            allow(one, reason, voter.old if voter else "")

    def _said(self, voter: Voter) -> str:
        t = self._desk.t
        if voter.out:
            return voter.out
        if voter.choice is None:
            return t("Being called")
        said = title(voter.choice, self._desk.lang)
        return t("Answered: {choice} (another answer corrects it)", choice=said)
