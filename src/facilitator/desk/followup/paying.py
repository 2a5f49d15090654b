"""A panel for an instalment: how much, when, to whom, with its receipt or the word that it has not come."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.aftermath import FollowRow
from facilitator.desk.closing.days import DayField
from facilitator.desk.closing.money import NoMoney, read_fen
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.followup.form import MatterPanel
from facilitator.desk.widgets import words
from facilitator.followup.posting import Pay
from facilitator.words.aftermath import money_words
from facilitator.words.figures import airy, money


class PayPanel(MatterPanel):
    """What is granted and what was paid is said above; the amount is said again as it will stand there."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Money paid"))
        self.setObjectName("pay")
        said = money_words(matter.granted_fen, matter.paid_fen, desk.lang)
        self.form.addWidget(words(airy(said or t("No money was granted.")), wrap=True))
        self.money = self.add_line(t("Paid now, in yuan"), "pay.money")
        self._says = words("", "small", wrap=True, name="pay.says")
        self.form.addWidget(self._says)
        self.money.textChanged.connect(self._say)
        self.to = self.add_line(t("Paid to (may stay empty)"), "pay.to")
        self.on = DayField(desk, t("Paid on"), self.today, "pay.on", self.today)
        self.add_days(self.on)
        self.receipt = self.add_line(t("Number of the receipt"), "pay.receipt")
        self.missing = QCheckBox(t("The receipt has not come yet"))
        self.missing.setObjectName("pay.missing")
        self.missing.toggled.connect(self.receipt.setDisabled)
        self.form.addWidget(self.missing)
        self.files = FilesField(desk, self, "pay.files")
        self.form.addWidget(self.files)
        self.finish(t("Note it"), self._send, name="pay.done")
        self._say()
        self.settle()
        self.money.setFocus()

    def _fen(self) -> int | None:
        try:
            return read_fen(self.money.text())
        except NoMoney:
            return None

    def _say(self) -> None:
        """The amount as it will stand there, and how much is left then."""
        t, lang, fen, one = self.desk.t, self.desk.lang, self._fen(), self.matter
        if fen is None:
            self._says.setText(t("no amount of money"))
        elif not fen:
            self._says.setText("")
        else:
            said = money_words(one.granted_fen, one.paid_fen + fen, lang)
            amount = money(fen, lang)
            self._says.setText(airy(t("{money}; then: {rest}", money=amount, rest=said)))

    def _send(self) -> None:
        t, fen = self.desk.t, self._fen()
        if fen is None:
            self.wrong(t("The money cannot be read. Write it like 3500, 3500.50 or 15000."))
            self.money.setFocus()
            return
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        if not self.receipt.text().strip() and not self.missing.isChecked():
            self.wrong(t("Enter the number of the receipt, or tick that it has not come yet."))
            self.receipt.setFocus()
            return
        self.send(
            self.command(
                Pay,
                fen=fen,
                on=self.on.day or self.today,
                to=self.to.text(),
                receipt="" if self.missing.isChecked() else self.receipt.text(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )
