"""Panels for what was spent, and for a receipt that comes later."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.panels import add_money, fen_of, read_money
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.desk.widgets.words import retone
from facilitator.rounds.budgeted import by_line
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.spending import AddReceipt, Spend, Spending, spendings_of
from facilitator.words.figures import airy, money


class SpendPanel(ProjectPanel):
    """What, how much, of which line; what is left of that line is said while it is typed."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Something was spent"))
        self.setObjectName("spend")
        self.what = self.add_line(t("For what"), "spend.what")
        self.own = QCheckBox(t("Paid from the own contribution, not from the grant"))
        self.own.setObjectName("spend.own")
        self.form.addWidget(self.own)
        self.line = self.add_choice(t("Line of the budget"), "spend.line", [])
        self.money = add_money(self, t("Spent, in yuan"), "spend.money")
        self._says = words("", "small", wrap=True, name="spend.says")
        self.form.addWidget(self._says)
        self.on = DayField(desk, t("Spent on"), self.today, "spend.on", self.today)
        self.add_days(self.on)
        self.receipt = self.add_line(t("Number of the receipt"), "spend.receipt")
        self.missing = QCheckBox(t("The receipt has not come yet"))
        self.missing.setObjectName("spend.missing")
        self.missing.toggled.connect(self.receipt.setDisabled)
        self.form.addWidget(self.missing)
        self.files = FilesField(
            desk, self, "spend.files", t("Photo of the receipt (may stay empty)")
        )
        self.form.addWidget(self.files)
        self.own.toggled.connect(self._offer)
        self.money.textChanged.connect(self._say)
        self.line.currentIndexChanged.connect(self._say)
        self.finish(t("Note it"), self._send, name="spend.done")
        self._offer()
        self.settle()
        self.what.setFocus()

    def _planned(self) -> list[tuple[str, int]]:
        """The lines that it may belong to: those of the budget, or those of the own contribution."""
        proposal = proposals_of(self.case).current
        rows = () if proposal is None else proposal.own if self.own.isChecked() else proposal.budget
        return [(one.what, one.fen) for one in rows]

    def _offer(self) -> None:
        self.line.clear()
        for what in dict.fromkeys(what for what, _ in self._planned()):
            self.line.addItem(airy(what), what)
        self.line.addItem(self.desk.t("another one, not in the budget"), "")
        self._say()

    def _say(self) -> None:
        t, lang, key = self.desk.t, self.desk.lang, self.line.currentData()
        own = self.own.isChecked()
        spent = [one for one in spendings_of(self.case) if one.own == own]
        found = next((one for one in by_line(spent, self._planned()) if one.what == key), None)
        if not key or found is None:
            self._says.hide()
            return
        left = found.left - (fen_of(self.money) or 0)
        facts = {"planned": money(found.planned or 0, lang), "spent": money(found.spent, lang)}
        if left < 0:
            said = t(
                "That is {over} more than the {planned} planned.", over=money(-left, lang), **facts
            )
        else:
            said = t(
                "Planned {planned}, spent so far {spent}; left then: {rest}.",
                rest=money(left, lang),
                **facts,
            )
        self._says.setText(airy(said))
        retone(self._says, tone="warn" if left < 0 else "")
        self._says.show()

    def _send(self) -> None:
        t, fen = self.desk.t, read_money(self, self.money)
        if fen is None or not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        missing = self.missing.isChecked()
        if not (missing or self.receipt.text().strip() or self.files.attached):
            self.wrong(t("Enter the number of the receipt, or tick that it has not come yet."))
            self.receipt.setFocus()
            return
        self.send(
            self.command(
                Spend,
                what=self.what.text(),
                fen=fen,
                on=self.on.day or self.today,
                line=self.line.currentData() or "",
                receipt="" if missing else self.receipt.text(),
                own=self.own.isChecked(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class ReceiptPanel(ProjectPanel):
    """The receipt that was missing: its number, or a photo of it."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, project: str, one: Spending
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("The receipt came in"))
        self.setObjectName("receipt")
        self._spending = one.id
        said = t("{sum} spent: {what}", sum=money(one.fen, desk.lang), what=one.what)
        self.form.addWidget(words(airy(said), wrap=True))
        self.receipt = self.add_line(t("Number of the receipt"), "receipt.number")
        self.files = FilesField(desk, self, "receipt.files")
        self.form.addWidget(self.files)
        self.finish(t("Note it"), self._send, name="receipt.done")
        self.settle()
        self.receipt.setFocus()

    def _send(self) -> None:
        if self.files.ready(self.wrong):
            self.send(
                self.command(
                    AddReceipt,
                    spending=self._spending,
                    receipt=self.receipt.text(),
                    attached=self.files.attached,
                ),
                files=self.files.contents,
            )
