"""A panel in which a place says that it does not want its proposal any more, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.rounds.proposal import WithdrawProposal


class WithdrawPanel(ProjectPanel):
    """What was handed in stays readable; a later revision takes it up again."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Withdraw the proposal"))
        self.setObjectName("withdraw")
        said = t(
            "It does not go to the selection and stays readable. A later revision takes it up again."
        )
        self.form.addWidget(words(said, "secondary", wrap=True))
        self.reason = self.add_text(t("Reason"), "withdraw.reason", lines=2)
        self.on = DayField(desk, t("Withdrawn on"), self.today, "withdraw.on", self.today)
        self.add_days(self.on)
        self.keep(f"{self.stream}-withdraw", {"reason": self.reason})
        self.finish(t("Withdraw it"), self._send, name="withdraw.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        if self.days_right(self.on):
            self.send(
                self.command(WithdrawProposal, reason=self.reason.toPlainText(), on=self.on.day)
            )
