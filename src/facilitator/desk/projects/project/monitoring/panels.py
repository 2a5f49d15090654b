"""Panels for a monitoring visit, and for what residents say when they are asked how satisfied they are."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.rounds.measures import MOST_PEOPLE
from facilitator.rounds.monitoring import (
    ANSWERS,
    AssessSatisfaction,
    MonitorProject,
    Progress,
    SatisfactionAssessed,
)
from facilitator.words.figures import Unit, airy, counted, percent
from facilitator.words.rounds import ANSWER_WORDS, round_title


class VisitPanel(ProjectPanel):
    """How far it is as whoever visits it sees it; what residents say stands beside it."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Monitoring visit"))
        self.setObjectName("monitor")
        states = [("", ""), *((one.value, round_title(one, desk.lang)) for one in Progress)]
        self.state = self.add_choice(t("How far it is"), "monitor.state", states)
        (self.by,) = self.add_pair((t("Who went there"), "monitor.by", ""))
        self.on = DayField(desk, t("Visited on"), self.today, "monitor.on", self.today)
        self.add_days(self.on)
        self.text = self.add_text(
            t("What was seen (may stay empty when it is on track)"), "monitor.text", lines=2
        )
        self.residents = number_field(desk, "monitor.residents")
        self.add(t("Residents spoken with: how many"), self.residents)
        self.said = self.add_text(
            t("What residents said, in their words (may stay empty)"), "monitor.said", lines=2
        )
        self.files = FilesField(desk, self, "monitor.files")
        self.form.addWidget(self.files)
        kept = {"by": self.by, "text": self.text, "said": self.said}
        self.keep(f"{self.stream}-monitor", kept)
        self.finish(t("Note the visit"), self._send, name="monitor.done")
        self.settle()
        self.state.setFocus()

    def _send(self) -> None:
        if not self.state.currentData():
            self.wrong(self.desk.t("Choose how far it is."))
            self.state.setFocus()
            return
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                MonitorProject,
                on=self.on.day or self.today,
                state=Progress(self.state.currentData()),
                by=self.by.text(),
                text=self.text.toPlainText(),
                residents=self.residents.value(),
                residents_said=self.said.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class AssessPanel(ProjectPanel):
    """Five numbers, the best answer first; what they come to is said while they are typed."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, px = desk.t, desk.px
        title = t("How satisfied residents are")
        super().__init__(desk, parent, round_, project, title, width=720)
        self.setObjectName("assess")
        ask = t(
            "Ask the people it was done for, best without the committee beside them. How many say what?"
        )
        self.form.addWidget(words(ask, "secondary", wrap=True))
        self.counts: dict[str, QSpinBox] = {}
        line = row(gap=px(12))
        for key in ANSWERS:
            said = t.within(*ANSWER_WORDS[key])
            field = number_field(desk, f"assess.{key}")
            field.setAccessibleName(said)
            field.valueChanged.connect(lambda _n: self._count())
            label = words(said)
            label.setBuddy(field)
            line.addLayout(column(label, field, gap=px(4)), 1)
            self.counts[key] = field
        self.form.addLayout(line)
        self._sum = words("", "strong", wrap=True, name="assess.sum")
        self.form.addWidget(self._sum)
        self.how = self.add_line(t("How they were asked, e.g. at their doors"), "assess.how")
        self.text = self.add_text(t("In their words (may stay empty)"), "assess.text", lines=2)
        self.on = DayField(desk, t("Asked on"), self.today, "assess.on", self.today)
        self.add_days(self.on)
        self.files = FilesField(desk, self, "assess.files")
        self.form.addWidget(self.files)
        self.keep(f"{self.stream}-assess", {"text": self.text, "how": self.how})
        self.finish(t("Note it"), self._send, name="assess.done")
        self._count()
        self.settle()
        first = self.counts[ANSWERS[0]]
        first.setFocus()
        first.selectAll()

    def _figures(self) -> dict[str, Any]:
        return {key: field.value() for key, field in self.counts.items()}

    def _count(self) -> None:
        """Say what would stand there."""
        t, lang = self.desk.t, self.desk.lang
        told = SatisfactionAssessed(entry="e", on=self.today, **self._figures())
        if not told.people:
            self._sum.setText(t("Nobody was asked yet."))
            return
        said = t(
            "{content} of {people} are satisfied ({percent})",
            content=told.very_satisfied + told.satisfied,
            people=counted(told.people, Unit.PEOPLE, lang),
            percent=percent(told.content),
        )
        self._sum.setText(airy(said))

    def _send(self) -> None:
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                AssessSatisfaction,
                **self._figures(),
                on=self.on.day or self.today,
                how=self.how.text(),
                text=self.text.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


def number_field(desk: Desk, name: str) -> QSpinBox:
    """A number of people, no wider than it has to be; the wheel does not change it."""
    field = QSpinBox()
    field.setMinimumWidth(desk.px(88))
    field.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
    field.setObjectName(name)
    field.setRange(0, MOST_PEOPLE)
    steady(field)
    return field
