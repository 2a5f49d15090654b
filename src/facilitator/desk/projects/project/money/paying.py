"""Panels for what is paid out of the grant, and for what is given back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.closing.money import show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.panels import add_money, fen_of, read_money
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.desk.widgets.words import retone
from facilitator.rounds.milestones import Milestone, milestones_of
from facilitator.rounds.spending import InstalmentPaid, PayInstalment, ReturnMoney, money_of
from facilitator.words.figures import airy, money


class PayPanel(ProjectPanel):
    """Never more than is left of the grant: what is left then is said while it is typed."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        round_: str,
        project: str,
        one: Milestone | None = None,
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Pay an instalment"))
        self.setObjectName("pay")
        found = milestones_of(self.case)
        choices = [("", t("none")), *((it.id, airy(it.what)) for it in found)]
        self.milestone = self.add_choice(t("Milestone that it hangs on"), "pay.milestone", choices)
        self.money = add_money(self, t("Paid now, in yuan"), "pay.money")
        self._says = words("", "small", wrap=True, name="pay.says")
        self.form.addWidget(self._says)
        self.on = DayField(desk, t("Paid on"), self.today, "pay.on", self.today)
        self.add_days(self.on)
        self.receipt = self.add_line(
            t("Number of the payment or receipt (may stay empty)"), "pay.receipt"
        )
        self.files = FilesField(desk, self, "pay.files")
        self.form.addWidget(self.files)
        self.money.textChanged.connect(self._say)
        self.milestone.currentIndexChanged.connect(self._suggest)
        paid = {it.milestone for it in self.case.events(InstalmentPaid)}
        first = one or next((it for it in found if it.fen and it.id not in paid), None)
        if first is not None:
            self.milestone.setCurrentIndex(self.milestone.findData(first.id))
        self.finish(t("Note it"), self._send, name="pay.done")
        self._say()
        self.settle()
        self.money.setFocus()
        self.money.selectAll()

    def _suggest(self) -> None:
        """The sum that hangs on the milestone, or what is left of the grant if that is less."""
        key = self.milestone.currentData()
        one = next((it for it in milestones_of(self.case) if it.id == key), None)
        if one is not None and one.fen:
            self.money.setText(show_yuan(min(one.fen, money_of(self.case).to_pay)))

    def _say(self) -> None:
        t, lang, now = self.desk.t, self.desk.lang, money_of(self.case)
        left = now.to_pay - (fen_of(self.money) or 0)
        facts = {"granted": money(now.granted, lang), "paid": money(now.paid, lang)}
        if left < 0:
            rest = money(now.to_pay, lang)
            said = t(
                "Only {rest} of the {granted} granted are left to be paid.", rest=rest, **facts
            )
        else:
            rest = money(left, lang)
            said = t(
                "Granted {granted}, paid out so far {paid}; left to be paid then: {rest}.",
                rest=rest,
                **facts,
            )
        self._says.setText(airy(said))
        retone(self._says, tone="bad" if left < 0 else "")

    def _send(self) -> None:
        fen = read_money(self, self.money)
        if fen is None or not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                PayInstalment,
                fen=fen,
                on=self.on.day or self.today,
                milestone=self.milestone.currentData() or "",
                receipt=self.receipt.text(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class ReturnPanel(ProjectPanel):
    """What is not needed goes back to whoever paid, with the reason."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, lang = desk.t, desk.lang
        super().__init__(desk, parent, round_, project, t("Give money back"))
        self.setObjectName("return")
        now = money_of(self.case)
        hand = max(0, now.in_hand)
        facts = {"paid": money(now.paid, lang), "spent": money(now.spent, lang)}
        said = t(
            "Paid out {paid}, spent {spent}; in hand: {hand}.", hand=money(hand, lang), **facts
        )
        self.form.addWidget(words(airy(said), wrap=True))
        self.money = add_money(self, t("Given back, in yuan"), "return.money", show_yuan(hand))
        self.on = DayField(desk, t("Given back on"), self.today, "return.on", self.today)
        self.add_days(self.on)
        self.reason = self.add_line(t("Reason"), "return.reason")
        self.finish(t("Note it"), self._send, name="return.done")
        self.settle()
        self.money.setFocus()
        self.money.selectAll()

    def _send(self) -> None:
        fen = read_money(self, self.money)
        if fen is not None and self.days_right(self.on):
            day, reason = self.on.day or self.today, self.reason.text()
            self.send(self.command(ReturnMoney, fen=fen, on=day, reason=reason))
