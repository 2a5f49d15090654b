"""The segment of monitoring: what visitors found and residents said, and how satisfied residents are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.gate import gated, why_no_money, why_over
from facilitator.desk.projects.project.monitoring.bar import Answers
from facilitator.desk.projects.project.monitoring.panels import AssessPanel, VisitPanel
from facilitator.desk.projects.project.parts import SegmentView, entry_row
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.widgets import Button, card, chip, column, line, row, words
from facilitator.rounds.monitoring import (
    Monitoring,
    Progress,
    ProjectMonitored,
    SatisfactionAssessed,
    monitoring_of,
)
from facilitator.rounds.outside import FunderKind
from facilitator.rounds.project import Project
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted, percent
from facilitator.words.rounds import round_title

LOOKS = {
    Progress.NOT_STARTED: ("circle", "plain"),
    Progress.ON_TRACK: ("for", "good"),
    Progress.BEHIND: ("half", "warn"),
    Progress.STUCK: ("against", "bad"),
}
"""Sign and ground of what a visit found; the word stands beside it."""


class MonitoringView(SegmentView):
    """Visits, the last one first, and below them every time that residents were asked."""

    about = ("not-started", "satisfaction-missing")

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, round_, project, "project.monitoring", desk.t("Monitoring"))

    def fill(self, case: Project) -> None:
        """Both, with what asks for them."""
        found = monitoring_of(case)
        self._visits(case, found)
        self._satisfaction(case, found)

    def _visits(self, case: Project, found: Monitoring) -> None:
        t, desk = self.desk.t, self.desk
        visit = self._open("monitoring.visit", t("Note a monitoring visit…"), VisitPanel)
        gated(desk, visit, why_over(desk, case), why_no_money(desk, case))
        note = counted(len(found.visits), Unit.ENTRIES, desk.lang) if found.visits else ""
        inner = self.add_card(t("Monitoring visits"), visit, note=note)
        if not found.visits:
            said = t("Nobody who pays for it has looked yet how far it is.")
            inner.addWidget(words(said, tone="soft", wrap=True))
        for n, one in enumerate(reversed(found.visits)):
            if n:
                inner.addWidget(line())
            inner.addWidget(self._visit(one))

    def _visit(self, one: ProjectMonitored) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        state = round_title(one.state, lang)
        head = QWidget()
        top = row(MarkLabel(self.desk.theme, Mark(state, *LOOKS[one.state])), on=head)
        if one.residents:
            n = counted(one.residents, Unit.PEOPLE, lang)
            top.addWidget(chip(airy(t("residents: {n}", n=n)), "accent"))
        else:
            top.addWidget(words(t("no residents spoken with"), "secondary"))
        top.addWidget(words(airy(one.by), "strong", wrap=True), 1)
        text = words(airy(one.text), wrap=True) if one.text else None
        files = files_of(self, one.entry, one.attached)
        named = t("Monitoring visit: {state}", state=state)
        end = self.strike_button(one.entry, f"{near(one.on, self.today, lang)} {named}")
        said = self._quoted(t("Residents say"), one.residents_said)
        return entry_row(self.desk, one.on, head, text, said, files, end=end)

    def _quoted(self, head: str, text: str) -> QWidget | None:
        """What residents said stands apart from what was seen."""
        if not text:
            return None
        px, held = self.desk.px, card("beneath")
        column(
            words(head, "small"), words(airy(text), wrap=True),
            on=held, margins=(px(12), px(2), px(8), px(2)), gap=0,
        )  # fmt: skip
        return held

    def _satisfaction(self, case: Project, found: Monitoring) -> None:
        t, desk = self.desk.t, self.desk
        ask = self._open("monitoring.assess", t("Note what residents say…"), AssessPanel)
        gated(desk, ask, why_no_money(desk, case))
        inner = self.add_card(t("How satisfied residents are"), ask)
        if not found.assessments:
            said = t("Residents have not been asked yet.")
            contract = any(
                one.kind is FunderKind.SERVICE_CONTRACT for one in case.round.payers(case.number)
            )
            if contract:
                said = t("Residents have not been asked yet. The contract ends with their answer.")
            inner.addWidget(words(said, tone="soft", wrap=True))
        for n, one in enumerate(reversed(found.assessments)):
            if n:
                inner.addWidget(line())
            inner.addWidget(self._assessment(one))

    def _assessment(self, one: SatisfactionAssessed) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        said = t(
            "{content} of {people} are satisfied ({percent})",
            content=one.very_satisfied + one.satisfied,
            people=counted(one.people, Unit.PEOPLE, lang),
            percent=percent(one.content),
        )
        how = words(airy(one.how), "secondary", wrap=True) if one.how else None
        files = files_of(self, one.entry, one.attached)
        end = self.strike_button(one.entry, f"{near(one.on, self.today, lang)} {said}")
        return entry_row(
            self.desk,
            one.on,
            words(airy(said), "strong", wrap=True),
            Answers(self.desk, one),
            how,
            self._quoted(t("Residents say"), one.text),
            files,
            end=end,
        )

    def _open(
        self, name: str, said: str, make: Callable[[Desk, QWidget, str, str], Panel]
    ) -> Button:
        def panel() -> Panel:
            return make(self.desk, self, self.round, self.number)

        return self.act(said, name, panel, grade="soft")
