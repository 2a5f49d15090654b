"""The segment of milestones and money: what is due, what was paid out, what was spent, and its receipts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.gate import gated, why_no_money, why_over
from facilitator.desk.projects.project.money import paying, planning, spending
from facilitator.desk.projects.project.money.days import days, stand_of
from facilitator.desk.projects.project.money.figures import figures_card
from facilitator.desk.projects.project.money.table import budget_table, own_table
from facilitator.desk.projects.project.pair import Pair
from facilitator.desk.projects.project.parts import SegmentView, entry_row, section
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.widgets import Button, button, chip, row, words
from facilitator.rounds.milestones import milestones_of, unplanned_steps
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.spending import (
    InstalmentPaid,
    MoneyReturned,
    MoneySpent,
    ReceiptAdded,
    Spending,
    money_of,
    spendings_of,
)
from facilitator.words.aftermath import clauses
from facilitator.words.figures import Unit, airy, counted, listing, money


class MoneyView(SegmentView):
    """Figures, milestones as a row of days, the budget beside what was paid, and all that was spent."""

    about = (
        "milestone-overdue",
        "not-started",
        "instalments-above-grant",
        "receipts-missing",
        "overspent",
        "paid-above-grant",
    )

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        title = desk.t("Milestones and money")
        super().__init__(desk, round_, project, "project.money", title)

    def fill(self, case: Project) -> None:
        """Money only where some was granted, or something was paid all the same."""
        self.box.addWidget(figures_card(self.desk, case))
        self._milestones(case)
        left = [self._budget(case)]
        own = self._own(case)
        right = [self._paid(case)] + ([own] if own else [])
        self.box.addWidget(Pair(self.desk, left, right))
        self._spent(case)

    def _milestones(self, case: Project) -> None:
        t, found = self.desk.t, milestones_of(case)
        over = why_over(self.desk, case)
        plan = self._open("money.plan", t("Plan a milestone…"), planning.PlanPanel, icon="plus")
        gated(self.desk, plan, over)
        reached = sum(one.reached is not None for one in found)
        note = t("{n} of {all} reached", n=reached, all=len(found)) if found else ""
        inner = self.add_card(t("Milestones"), self._from_steps(case, over), plan, note=note)
        if found:
            inner.addWidget(days(self, stand_of(case)))
            return
        said = t(
            "Nothing is planned yet: what is to be reached by when, and which instalment hangs on it."
        )
        inner.addWidget(words(said, tone="soft", wrap=True))

    def _from_steps(self, case: Project, over: str) -> Button | None:
        """One click plans every step of the proposal that has a day."""
        t, steps = self.desk.t, unplanned_steps(case)
        dated = [one for one in steps if one.by is not None]
        if not dated:
            return None
        said = t.many(
            "Take over {n} step of the proposal", "Take over {n} steps of the proposal", len(dated)
        )
        made = button(airy(said), "soft", "small", name="money.steps")
        made.setToolTip(t("Each becomes a milestone, due on the day that the proposal names."))
        made.clicked.connect(lambda _on=False: planning.plan_steps(self.desk, self.case))
        return gated(self.desk, made, over)

    def _budget(self, case: Project) -> QFrame:
        t = self.desk.t
        spend = self._open("money.spend", t("Spent…"), spending.SpendPanel, "soft", "plus")
        gated(self.desk, spend, why_no_money(self.desk, case))
        held, inner = section(self.desk, t("Spent by line of the budget"), (spend,))
        spent = [one for one in spendings_of(case) if not one.own]
        proposal = proposals_of(case).current
        if proposal is None and not spent:
            said = t("There is no budget yet: it comes with the proposal.")
            inner.addWidget(words(said, tone="soft", wrap=True))
            return held
        lines = [(one.what, one.fen) for one in proposal.budget] if proposal else []
        inner.addWidget(budget_table(self.desk, lines, spent))
        return held

    def _own(self, case: Project) -> QFrame | None:
        """What the place brings itself stands apart: it is no part of the grant."""
        proposal = proposals_of(case).current
        own = proposal.own if proposal else ()
        spent = [one for one in spendings_of(case) if one.own]
        if not own and not spent:
            return None
        held, inner = section(self.desk, self.desk.t("Own contribution"))
        inner.addWidget(own_table(self.desk, own, spent))
        return held

    def _paid(self, case: Project) -> QFrame:
        t, lang, none = self.desk.t, self.desk.lang, why_no_money(self.desk, case)
        now = money_of(case)
        pay = self._open("money.pay", t("Pay…"), paying.PayPanel, "soft", "banknote")
        all_paid = t("All of the grant is paid out.") if not now.to_pay else ""
        gated(self.desk, pay, none, all_paid)
        back = self._open("money.return", t("Give back…"), paying.ReturnPanel)
        nothing = t("Nothing was paid out.") if now.paid <= now.returned else ""
        gated(self.desk, back, none, nothing)
        held, inner = section(self.desk, t("Paid out"), (back, pay))
        named = {one.id: one.what for one in milestones_of(case)}
        for one in case.events(InstalmentPaid):
            on = t("for “{what}”", what=named.get(one.milestone, "…")) if one.milestone else ""
            receipt = t("receipt {number}", number=one.receipt) if one.receipt else ""
            said = money(one.fen, lang)
            about = clauses([part for part in (on, receipt) if part], lang)
            inner.addWidget(
                entry_row(
                    self.desk,
                    one.on,
                    words(airy(said), "strong"),
                    words(airy(about), "secondary", wrap=True) if about else None,
                    files_of(self, one.entry, one.attached),
                    end=self.strike_button(one.entry, t("Instalment of {sum} paid", sum=said)),
                )
            )
        for one in case.events(MoneyReturned):
            said = t("{sum} given back", sum=money(one.fen, lang))
            inner.addWidget(
                entry_row(
                    self.desk,
                    one.on,
                    words(airy(said), "strong"),
                    words(airy(one.reason), "secondary", wrap=True),
                    end=self.strike_button(one.entry, said),
                )
            )
        if not now.paid:
            inner.addWidget(words(none or t("Nothing was paid out."), tone="soft", wrap=True))
        return held

    def _spent(self, case: Project) -> None:
        found = spendings_of(case)
        if not found:
            return
        t = self.desk.t
        missing = sum(not one.proved for one in found)
        said = t.many("{n} receipt missing", "{n} receipts missing", missing) if missing else ""
        note = counted(len(found), Unit.ENTRIES, self.desk.lang)
        inner = self.add_card(
            t("What was spent"), note=clauses([note, said] if said else [note], self.desk.lang)
        )
        entries = {one.entry: one for one in case.events(MoneySpent)}
        for one in sorted(found, key=lambda one: one.on):
            inner.addWidget(self._spending(case, one, entries[one.id]))

    def _spending(self, case: Project, one: Spending, event: MoneySpent) -> QWidget:
        """What it was, how much, and its receipts; one that is missing can be added."""
        t, lang, px = self.desk.t, self.desk.lang, self.desk.px
        top = QWidget()
        line = row(words(airy(one.what), "strong", wrap=True), on=top, gap=px(8))
        line.setStretch(0, 1)
        if one.own:
            line.addWidget(chip(t("Own contribution")))
        if one.proved:
            line.addWidget(chip("✓ " + t("Receipt there"), "good"))
        else:
            add = self.act(
                t("Add the receipt…"),
                f"money.receipt.{one.id}",
                lambda: spending.ReceiptPanel(self.desk, self, self.round, self.number, one),
                grade="soft",
            )
            line.addWidget(chip(t("Receipt missing"), "warn"))
            line.addWidget(add)
        line.addWidget(words(airy(money(one.fen, lang)), "strong"))
        of = t("of the line “{line}”", line=one.line) if one.line and one.line != one.what else ""
        number = t("receipt {number}", number=listing(one.receipts, lang)) if one.receipts else ""
        about = clauses([part for part in (of, number) if part], lang)
        later = [it for it in case.events(ReceiptAdded) if it.spending == one.id]
        files = (*event.attached, *(file for it in later for file in it.attached))
        said = t("{sum} spent: {what}", sum=money(one.fen, lang), what=one.what)
        return entry_row(
            self.desk,
            one.on,
            top,
            words(airy(about), "secondary", wrap=True) if about else None,
            files_of(self, one.id, files),
            end=self.strike_button(one.id, said),
        )

    def _open(
        self,
        name: str,
        said: str,
        make: Callable[[Desk, QWidget, str, str], Panel],
        grade: str = "plain",
        icon: str = "",
    ) -> Button:
        def panel() -> Panel:
            return make(self.desk, self, self.round, self.number)

        return self.act(said, name, panel, grade=grade, icon=icon)
