"""Panels for the end of a project: its report, that it had not ended after all, and the look a year later."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.project.monitoring.panels import number_field
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.rounds.ending import GIVEN_UP, Alive, CloseProject, LookBack, ReopenProject
from facilitator.rounds.project import Outcome
from facilitator.words.figures import airy
from facilitator.words.rounds import round_title
from facilitator.words.tongue import mark

MEANINGS = {
    Alive.ALIVE: mark("it is used, and somebody keeps it up"),
    Alive.WEAK: mark("something is left, but hardly anybody keeps it up"),
    Alive.GONE: mark("nobody keeps it up any more, or nothing of it is left"),
}
"""What each answer means, in plain words."""


class ClosePanel(ProjectPanel):
    """How it ended; whatever is not simply done has its reason, and what was given up is kept up by nobody."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Close and report"), width=720)
        self.setObjectName("close")
        choices = [("", ""), *((one.value, round_title(one, desk.lang)) for one in Outcome)]
        self.outcome = self.add_choice(t("How it ended"), "close.outcome", choices)
        self.reason = self.add_text(t.within("closing", "Reason"), "close.reason", lines=2)
        self._says = words("", "small", wrap=True, name="close.says")
        self.form.addWidget(self._says)
        self.text = self.add_text(t("What was reached"), "close.text", lines=3)
        self.figures = self.add_line(
            t("In figures, e.g. 60 plots, 41 hours of work (may stay empty)"), "close.figures"
        )
        self.people = number_field(desk, "close.people")
        self.add(t("People served"), self.people)
        self.kept = self.add_line(t("Who keeps it up from now on"), "close.kept")
        self.on = DayField(desk, t("Ended on"), self.today, "close.on", self.today)
        self.add_days(self.on)
        self.files = FilesField(desk, self, "close.files")
        self.form.addWidget(self.files)
        kept = {
            "text": self.text,
            "reason": self.reason,
            "figures": self.figures,
            "kept": self.kept,
        }
        self.keep(f"{self.stream}-close", kept)
        self.outcome.currentIndexChanged.connect(self._say)
        self.finish(t("Close the project"), self._send, name="close.done")
        self._say()
        self.settle()
        self.outcome.setFocus()

    def _chosen(self) -> Outcome | None:
        found = self.outcome.currentData()
        return Outcome(found) if found else None

    def _say(self) -> None:
        """What is needed for this end, and what comes after it."""
        t, chosen = self.desk.t, self._chosen()
        done = chosen is Outcome.DONE
        self.reason.setDisabled(done)
        self.kept.setDisabled(chosen in GIVEN_UP)
        months = self.case.round.plan.look_back_months
        again = t.many(
            "After {n} month somebody looks what is left of it.",
            "After {n} months somebody looks what is left of it.",
            months,
        )
        if chosen is None:
            said = t("Also what was given up is closed here, with the reason.")
        elif done:
            said = t("No reason is needed. {again}", again=again)
        elif chosen in GIVEN_UP:
            said = t("The reason is needed: others learn from it. Nobody looks back on it.")
        else:
            said = t("The reason is needed: what was not reached, and why. {again}", again=again)
        self._says.setText(airy(said))

    def _send(self) -> None:
        t, chosen = self.desk.t, self._chosen()
        if chosen is None:
            self.wrong(t("Choose how it ended."))
            self.outcome.setFocus()
            return
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                CloseProject,
                outcome=chosen,
                on=self.on.day or self.today,
                text=self.text.toPlainText(),
                reason="" if chosen is Outcome.DONE else self.reason.toPlainText(),
                people_served=self.people.value(),
                figures=self.figures.text(),
                kept_by="" if chosen in GIVEN_UP else self.kept.text(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class ReopenPanel(ProjectPanel):
    """It had not ended after all; the report stays readable in the story."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Reopen the project"))
        self.setObjectName("reopen")
        said = t(
            "It goes on, and is closed and reported on anew. The first report stays in its story."
        )
        self.form.addWidget(words(said, wrap=True))
        self.reason = self.add_line(t.within("closing", "Reason"), "reopen.reason")
        self.finish(t("Reopen it"), self._send, name="reopen.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(ReopenProject(**self.whose, reason=self.reason.text()))


class LookPanel(ProjectPanel):
    """Somebody went there again: what is left of it, and who keeps it up now."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, lang = desk.t, desk.lang
        super().__init__(desk, parent, round_, project, t("Look back"))
        self.setObjectName("look")
        closed = self.case.closing
        if closed is not None and closed.kept_by:
            said = t("At its end it was to be kept up by: {name}", name=closed.kept_by)
            self.form.addWidget(words(airy(said), wrap=True))
        choices = [("", "")]
        for one in Alive:
            said = t("{word}: {meaning}", word=round_title(one, lang), meaning=t(MEANINGS[one]))
            choices.append((one.value, airy(said)))
        self.state = self.add_choice(t("What is left of it"), "look.state", choices)
        self.text = self.add_text(t("What was seen and heard"), "look.text", lines=3)
        self.by, self.kept = self.add_pair(
            (t("Who looked"), "look.by", ""), (t("Who keeps it up now"), "look.kept", "")
        )
        self.on = DayField(desk, t("Looked on"), self.today, "look.on", self.today)
        self.add_days(self.on)
        self.files = FilesField(desk, self, "look.files")
        self.form.addWidget(self.files)
        self.keep(f"{self.stream}-look", {"text": self.text, "by": self.by, "kept": self.kept})
        self.finish(t("Note it"), self._send, name="look.done")
        self.settle()
        self.state.setFocus()

    def _send(self) -> None:
        if not self.state.currentData():
            self.wrong(self.desk.t("Choose what is left of it."))
            self.state.setFocus()
            return
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        self.send(
            self.command(
                LookBack,
                on=self.on.day or self.today,
                state=Alive(self.state.currentData()),
                by=self.by.text(),
                kept_by=self.kept.text(),
                text=self.text.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )
