"""The milestones of a project as a row of days, as many side by side as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from facilitator.data import dataclass
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.gate import gated, why_no_money, why_over
from facilitator.desk.projects.project.money import paying, planning
from facilitator.desk.projects.project.more import Way, more_button
from facilitator.desk.projects.project.parts import StrikePanel
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.projects.project.tiles import Tiles
from facilitator.desk.widgets import chip, column, row, words
from facilitator.rounds.milestones import (
    Milestone,
    MilestoneMoved,
    MilestoneReached,
    milestones_of,
)
from facilitator.rounds.project import Project
from facilitator.rounds.spending import InstalmentPaid, money_of
from facilitator.words.aftermath import late_words, near
from facilitator.words.figures import airy, money

if TYPE_CHECKING:
    from facilitator.desk.projects.project.money.view import MoneyView

LEAST = 264
"""Pixels at 100 % that one milestone wants."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A milestone with what was told of it: why it was moved, how it was reached, what was paid for it."""

    one: Milestone
    why: str
    reached: MilestoneReached | None
    paid: int


def stand_of(case: Project) -> list[Stand]:
    """All milestones, by their days."""
    why = {one.milestone: one.reason for one in case.events(MilestoneMoved)}
    reached = {one.milestone: one for one in case.events(MilestoneReached)}
    paid: dict[str, int] = {}
    for one in case.events(InstalmentPaid):
        paid[one.milestone] = paid.get(one.milestone, 0) + one.fen
    return [
        Stand(one, why.get(one.id, ""), reached.get(one.id), paid.get(one.id, 0))
        for one in milestones_of(case)
    ]


def days(view: MoneyView, found: list[Stand]) -> Tiles:
    """One tile for each milestone."""
    px = view.desk.px
    made = Tiles([Tile(view, one) for one in found], px(LEAST), px(8))
    made.setObjectName("money.days")
    return made


class Tile(QFrame):
    """What is to be reached, by when, how that stands in words, and the instalment that hangs on it."""

    def __init__(self, view: MoneyView, stand: Stand) -> None:
        super().__init__()
        self._view, self._stand, one = view, stand, stand.one
        desk = view.desk
        t, lang, px = desk.t, desk.lang, desk.px
        self.setProperty("look", "sunken")
        self.setObjectName(f"milestone.{one.id}")
        day = words(airy(near(one.due, view.today, lang)), "strong")
        top = row(day, self._state(), None, self._more(), gap=px(8))
        told = column(words(airy(one.what), wrap=True), gap=px(2))
        for said in self._said():
            told.addWidget(words(airy(said), "secondary", wrap=True))
        files = stand.reached and files_of(view, stand.reached.entry, stand.reached.attached)
        if files:
            told.addWidget(files)
        whole = column(top, told, None, on=self, margins=px(12), gap=px(6))
        if one.reached is None:
            reach = view.act(
                t("Reached…"),
                f"milestone.reach.{one.id}",
                self._panel(planning.ReachPanel),
                grade="plain",
            )
            reach.setAccessibleName(t("Reached: {what}", what=one.what))
            gated(desk, reach, why_over(desk, view.case), why_no_money(desk, view.case))
            whole.addLayout(row(reach, None))

    def _state(self) -> QLabel:
        t, one = self._view.desk.t, self._stand.one
        if one.reached is not None:
            return chip("✓ " + t.within("milestone", "reached"), "good")
        late = one.overdue(self._view.today)
        if late:
            return chip(airy(late_words(late, self._view.desk.lang)), "bad")
        return chip(t("planned"))

    def _said(self) -> list[str]:
        """When it was reached, from when it was moved and why, and the money that hangs on it."""
        desk, one, stand = self._view.desk, self._stand.one, self._stand
        t, lang, today = desk.t, desk.lang, self._view.today
        said: list[str] = []
        if one.reached is not None:
            days = (one.reached - one.due).days
            late = airy(t.many("{n} day late", "{n} days late", days)) if days > 0 else ""
            day = near(one.reached, today, lang)
            told = (
                t("reached on {day}, {late}", day=day, late=late)
                if late
                else t("reached on {day}", day=day)
            )
            said.append(told)
            if stand.reached and stand.reached.text:
                said.append(stand.reached.text)
        if one.planned != one.due or stand.why:
            day = near(one.planned, today, lang)
            said.append(t("planned for {day} at first: {reason}", day=day, reason=stand.why))
        if one.fen:
            facts = {"sum": money(one.fen, lang), "paid": money(stand.paid, lang)}
            if not stand.paid:
                said.append(t("instalment of {sum}, not paid yet", **facts))
            elif stand.paid >= one.fen:
                said.append(t("instalment of {sum}, paid", **facts))
            else:
                said.append(t("instalment of {sum}, {paid} of it paid", **facts))
        return said

    def _more(self) -> QWidget:
        view, one = self._view, self._stand.one
        t, ways = view.desk.t, list[Way]()
        if one.reached is None and view.case.closing is None:
            ways.append(("move", t("Move to another day…"), self._panel(planning.MovePanel)))
        if one.fen and not self._stand.paid and money_of(view.case).to_pay:
            ways.append(("pay", t("Pay the instalment…"), self._pay))
        if self._stand.reached is not None:
            said = t("Milestone “{what}” reached", what=one.what)
            ways.append(
                (
                    "not-reached",
                    t("Not reached after all…"),
                    self._strike(self._stand.reached.entry, said),
                )
            )
        said = t(
            "Milestone “{what}” by {day}",
            what=one.what,
            day=near(one.due, view.today, view.desk.lang),
        )
        ways.append(("wrong", t("This entry is wrong…"), self._strike(one.id, said)))
        return more_button(view.desk, f"milestone.more.{one.id}", one.what, ways)

    def _panel(self, make: Callable[..., Panel]) -> Callable[[], Panel]:
        view, one = self._view, self._stand.one
        return lambda: make(view.desk, view, view.round, view.number, one)

    def _pay(self) -> Panel:
        view = self._view
        return paying.PayPanel(view.desk, view, view.round, view.number, self._stand.one)

    def _strike(self, entry: str, said: str) -> Callable[[], Panel]:
        view = self._view
        return lambda: StrikePanel(view.desk, view, view.round, view.number, entry, said)
