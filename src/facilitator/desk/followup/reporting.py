"""Panels for what is said of a matter: a report of whoever carries it out, and what residents say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QComboBox, QCompleter, QSpinBox, QWidget

from facilitator.aftermath import FollowRow
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.followup.form import MatterPanel
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.followup.carrying import MOST_PEOPLE, Assess, ReportBack
from facilitator.followup.entries import Assessed, Reported, View
from facilitator.followup.standing import standing_of
from facilitator.meeting.reviews import Progress
from facilitator.words.figures import airy
from facilitator.words.titles import title

MONTH = timedelta(days=30)


class ReportPanel(MatterPanel):
    """How far it is, in whose words, on what day; a new day if it takes longer; photos and papers."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Note a report"))
        self.setObjectName("report-back")
        standing = standing_of(self.case.matter, self.case)
        states = [(one.value, title(one, desk.lang)) for one in Progress]
        self.progress: QComboBox = self.add_choice(
            t("How far it is"), "report-back.progress", states
        )
        # What was said before is easily left as it stands: only the first report is proposed.
        first = standing.progress in (None, Progress.NOT_STARTED)
        self.progress.setCurrentIndex(list(Progress).index(Progress.IN_PROGRESS) if first else -1)
        self.text = self.add_text(t("What was reported"), "report-back.text", lines=3)
        self.by = self.add_line(t("Who reported it (may stay empty)"), "report-back.by")
        self.by.setCompleter(QCompleter(_reporters(self), self))
        self.on = DayField(desk, t("Said on"), self.today, "report-back.on", self.today)
        near = max(standing.due or self.today, self.today) + MONTH
        put_off = t("New day, if it is put off")
        self.new_due = DayField(desk, put_off, None, "report-back.new-due", near)
        self.add_days(self.on, self.new_due)
        self.files = FilesField(desk, self, "report-back.files")
        self.form.addWidget(self.files)
        self.keep(f"{matter.stream}-report", {"text": self.text, "by": self.by})
        self.finish(t("Note it"), self._send, name="report-back.done")
        self.settle()
        self.progress.setFocus()

    def _send(self) -> None:
        if self.progress.currentIndex() < 0:
            t = self.desk.t
            self.wrong(t("Choose how far it is."))
            self.progress.setFocus()
            return
        if not self.days_right(self.on, self.new_due) or not self.files.ready(self.wrong):
            return
        day = self.on.day
        self.send(
            self.command(
                ReportBack,
                progress=list(Progress)[self.progress.currentIndex()],
                text=self.text.toPlainText(),
                by=self.by.text(),
                on=None if day == self.today else day,
                new_due=self.new_due.day,
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class AssessPanel(MatterPanel):
    """How many of those who were asked say what; their words, how they were asked, photos."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, parent, matter, t("What residents say"))
        self.setObjectName("assess")
        ask = t("Ask the people it was done for whether it is done. Enter how many say what.")
        self.form.addWidget(words(ask, "secondary", wrap=True))
        self.counts: dict[View, QSpinBox] = {}
        line = row(gap=px(12))
        for view in (View.DONE, View.HALF, View.NOT_DONE, View.UNCLEAR):
            field = QSpinBox()
            field.setObjectName(f"assess.{view.value}")
            field.setRange(0, MOST_PEOPLE)
            field.lineEdit().setTextMargins(px(8), 0, 0, 0)
            said = title(view, desk.lang)
            field.setAccessibleName(said)
            field.valueChanged.connect(lambda _n: self._count())
            steady(field)
            label = words(said)
            label.setBuddy(field)
            line.addLayout(column(label, field, gap=px(4)), 1)
            self.counts[view] = field
        self.form.addLayout(line)
        self._sum = words("", "small", wrap=True, name="assess.sum")
        self.form.addWidget(self._sum)
        self.text = self.add_text(t("In their words (may stay empty)"), "assess.text", lines=2)
        self.how = self.add_line(t("How they were asked, e.g. at their doors"), "assess.how")
        self.how.setCompleter(QCompleter(_ways(self), self))
        self.on = DayField(desk, t("Asked on"), self.today, "assess.on", self.today)
        self.add_days(self.on)
        self.files = FilesField(desk, self, "assess.files")
        self.form.addWidget(self.files)
        self.keep(f"{matter.stream}-assess", {"text": self.text, "how": self.how})
        self.finish(t("Note it"), self._send, name="assess.done")
        self._count()
        self.settle()
        first = self.counts[View.DONE]
        first.setFocus()
        first.selectAll()

    def _count(self) -> None:
        """Say what would stand there."""
        t, lang = self.desk.t, self.desk.lang
        event = Assessed(entry="e", **self._figures())
        if not event.people:
            self._sum.setText(t("Nobody was asked yet."))
            return
        said = t.many(
            "{n} person was asked; most say: {view}.",
            "{n} people were asked; most say: {view}.",
            event.people,
            view=title(event.view, lang),
        )
        if event.view is View.MIXED:
            said = t.many(
                "{n} person was asked; they do not agree.",
                "{n} people were asked; they do not agree.",
                event.people,
            )
        self._sum.setText(airy(said))

    def _figures(self) -> dict[str, Any]:
        return {
            "done": self.counts[View.DONE].value(),
            "half": self.counts[View.HALF].value(),
            "not_done": self.counts[View.NOT_DONE].value(),
            "unclear": self.counts[View.UNCLEAR].value(),
        }

    def _send(self) -> None:
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        day = self.on.day
        self.send(
            self.command(
                Assess,
                **self._figures(),
                text=self.text.toPlainText(),
                how=self.how.text(),
                on=None if day == self.today else day,
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


def _reporters(panel: MatterPanel) -> list[str]:
    """Who reported before, and who carries it out."""
    told = [one.event for one in panel.case.standing()]
    before = [one.by for one in told if isinstance(one, Reported) and one.by]
    who = panel.matter.implementer or panel.matter.lead_name
    return list(dict.fromkeys([*reversed(before), *([who] if who else [])]))


def _ways(panel: MatterPanel) -> list[str]:
    """How residents were asked before, else what is usual."""
    t = panel.desk.t
    told = [one.event for one in panel.case.standing()]
    before = [one.how for one in told if isinstance(one, Assessed) and one.how]
    usual = (t("at their doors"), t("at a meeting"), t("by telephone"), t("at the notice board"))
    return list(dict.fromkeys([*reversed(before), *usual]))
