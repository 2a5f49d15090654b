"""Panels for a milestone: planned, reached, moved; and the steps of a proposal taken over as milestones."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.panels import add_money, fen_of, fresh, read_money
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.rounds.milestones import (
    Milestone,
    MoveMilestone,
    PlanMilestone,
    ReachMilestone,
    milestones_of,
    unplanned_steps,
)
from facilitator.rounds.project import Project
from facilitator.words.figures import airy, date_words, money


def plan_steps(desk: Desk, case: Project) -> None:
    """Make a milestone of every step that has a day; how many have none is said."""
    t, steps = desk.t, unplanned_steps(case)
    taken = 0
    for one in steps:
        if one.by is None:
            continue
        now = desk.session.project(case.round_id, case.number)
        command = PlanMilestone(
            round=case.round_id,
            project=case.number,
            entry=fresh(now),
            what=one.what,
            due=one.by,
        )
        if not desk.do(command):
            return
        taken += 1
    said = t.many("{n} milestone is planned.", "{n} milestones are planned.", taken)
    without = len(steps) - taken
    if without:
        told = t.many("{n} step has no day.", "{n} steps have no day.", without)
        said = f"{said} {told}" if desk.lang == "en" else said + told
    desk.done(airy(said))


class PlanPanel(ProjectPanel):
    """What is to be reached by when; with money, how much of the grant already hangs on milestones is said."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Plan a milestone"))
        self.setObjectName("plan")
        self.what = self.add_line(t("What is to be reached"), "plan.what")
        self.due = DayField(desk, t("Reached by"), None, "plan.due", self.today)
        self.add_days(self.due)
        self.money = add_money(
            self, t("Instalment that hangs on it, in yuan (may stay empty)"), "plan.money"
        )
        self._says = words("", "small", wrap=True, name="plan.says")
        self.form.addWidget(self._says)
        self.money.textChanged.connect(self._say)
        self.finish(t("Plan it"), self._send, name="plan.done")
        self._say()
        self.settle()
        self.what.setFocus()

    def _say(self) -> None:
        t, lang, granted = self.desk.t, self.desk.lang, self.case.granted_fen
        bound = sum(one.fen for one in milestones_of(self.case)) + (fen_of(self.money) or 0)
        facts = {"bound": money(bound, lang), "granted": money(granted, lang)}
        said = t("{bound} of {granted} hang on milestones then.", **facts) if granted else ""
        if granted and bound > granted:
            over = money(bound - granted, lang)
            said = t("That is {over} more than the {granted} granted.", over=over, **facts)
        self._says.setText(airy(said))
        self._says.setVisible(bool(said))

    def _send(self) -> None:
        t, fen = self.desk.t, read_money(self, self.money)
        if fen is None or not self.days_right(self.due):
            return
        if self.due.day is None:
            self.wrong(t("Enter the day by which it is to be reached."))
            self.due.setFocus()
            return
        self.send(self.command(PlanMilestone, what=self.what.text(), due=self.due.day, fen=fen))


class ReachPanel(ProjectPanel):
    """It was reached: the day, what there is to say, photos of it."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, project: str, one: Milestone
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Milestone reached"))
        self.setObjectName("reach")
        self._milestone = one.id
        due = date_words(one.due, desk.lang)
        self.form.addWidget(
            words(airy(t("{what}, due on {day}", what=one.what, day=due)), wrap=True)
        )
        self.on = DayField(desk, t("Reached on"), self.today, "reach.on", self.today)
        self.add_days(self.on)
        self.text = self.add_text(t("What was reached (may stay empty)"), "reach.text", lines=2)
        self.files = FilesField(desk, self, "reach.files")
        self.form.addWidget(self.files)
        self.keep(f"{self.stream}-reach-{one.id}", {"text": self.text})
        self.finish(t("Note it"), self._send, name="reach.done")
        self.settle()
        self.text.setFocus()

    def _send(self) -> None:
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                ReachMilestone,
                milestone=self._milestone,
                on=self.on.day or self.today,
                text=self.text.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class MovePanel(ProjectPanel):
    """It is to be reached by another day; the first day and the reason stay readable."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, project: str, one: Milestone
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Move a milestone"))
        self.setObjectName("move")
        self._milestone = one
        due = date_words(one.due, desk.lang)
        self.form.addWidget(
            words(airy(t("{what}, due on {day}", what=one.what, day=due)), wrap=True)
        )
        self.due = DayField(desk, t("Reached by"), one.due, "move.due", one.due)
        self.add_days(self.due)
        self.reason = self.add_line(t("Reason"), "move.reason")
        self.finish(t("Move it"), self._send, name="move.done")
        self.settle()
        self.due.setFocus()

    def _send(self) -> None:
        if self.days_right(self.due):
            one = self._milestone
            day, reason = self.due.day or one.due, self.reason.text()
            self.send(self.command(MoveMilestone, milestone=one.id, due=day, reason=reason))
