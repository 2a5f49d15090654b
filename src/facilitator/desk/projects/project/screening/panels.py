"""Panels for a verdict on the proposal, and for a visit."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.project.needs.panels import read_people
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.projects.telling import concern_row
from facilitator.desk.widgets import button, row, words
from facilitator.rounds.concerns import concerns
from facilitator.rounds.screening import ScreenProposal, Verdict, VisitProject
from facilitator.words.figures import airy
from facilitator.words.rounds import round_title

SIGNS = {Verdict.ADMITTED: "✓", Verdict.SEND_BACK: "↩", Verdict.REFUSED: "✗"}


class ScreenPanel(ProjectPanel):
    """One of three verdicts; anything but “admitted” has its reason. What is to be looked at stands above."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Screening"), width=720)
        self.setObjectName("screen")
        for one in concerns(self.case, self.today):
            if one.code != "needs-unranked":
                self.form.addWidget(concern_row(desk, one))
        self.form.addWidget(words(t("What the screening says"), "strong"))
        self._group = QButtonGroup(self)
        self.verdicts: dict[Verdict, QPushButton] = {}
        line = row(gap=desk.px(8))
        for verdict in Verdict:
            said = f"{SIGNS[verdict]} {round_title(verdict, desk.lang)}"
            made = button(said, "choice", name=f"screen.{verdict.value}")
            made.setAccessibleName(round_title(verdict, desk.lang))
            made.setCheckable(True)
            self._group.addButton(made)
            self.verdicts[verdict] = made
            line.addWidget(made)
        line.addStretch(1)
        self.form.addLayout(line)
        self._group.buttonToggled.connect(self._tell)
        self._says = words("", "small", wrap=True, name="screen.says")
        self.form.addWidget(self._says)
        self.text = self.add_text(t("Reason, and what is to be changed"), "screen.text")
        self.by = self.add_line(t("Who looked at it, for whom"), "screen.by")
        self.on = DayField(desk, t("Said on"), self.today, "screen.on", self.today)
        self.add_days(self.on)
        self.keep(f"{self.stream}-screen", {"by": self.by, "text": self.text})
        self.finish(t("Note the verdict"), self._send, name="screen.done")
        self._tell()
        self.settle()
        self.verdicts[Verdict.ADMITTED].setFocus()

    @property
    def verdict(self) -> Verdict | None:
        """The one that is chosen."""
        return next((key for key, one in self.verdicts.items() if one.isChecked()), None)

    def _tell(self) -> None:
        t = self.desk.t
        said = {
            None: t("Choose one of the three."),
            Verdict.ADMITTED: t("It goes to the selection meeting. A reason may stay empty."),
            Verdict.SEND_BACK: t(
                "The place revises it, and it is looked at again. A reason is needed."
            ),
            Verdict.REFUSED: t("It does not go to the selection meeting. A reason is needed."),
        }
        self._says.setText(airy(said[self.verdict]))

    def _send(self) -> None:
        t, verdict = self.desk.t, self.verdict
        if verdict is None:
            self.wrong(t("Choose one of the three."))
            self.verdicts[Verdict.ADMITTED].setFocus()
            return
        if not self.days_right(self.on):
            return
        if verdict is not Verdict.ADMITTED and not self.text.toPlainText().strip():
            self.wrong(t("Write the reason down: the place has to know what to do."))
            self.text.setFocus()
            return
        self.send(
            self.command(
                ScreenProposal,
                verdict=verdict,
                on=self.on.day or self.today,
                by=self.by.text(),
                text=self.text.toPlainText(),
            )
        )


class VisitPanel(ProjectPanel):
    """Who went there, with how many residents it was talked over, what was seen, what they said."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t.within("screening", "Visit"))
        self.setObjectName("visit")
        self.by, self.residents = self.add_pair(
            (t("Who went there"), "visit.by", ""),
            (t("Residents spoken with: how many"), "visit.residents", ""),
        )
        self.on = DayField(desk, t("Visited on"), self.today, "visit.on", self.today)
        self.add_days(self.on)
        self.text = self.add_text(t("What was seen and agreed (may stay empty)"), "visit.text")
        self.said = self.add_text(
            t("What residents said, in their words (may stay empty)"), "visit.said"
        )
        self.files = FilesField(desk, self, "visit.files")
        self.form.addWidget(self.files)
        kept = {"by": self.by, "residents": self.residents, "text": self.text, "said": self.said}
        self.keep(f"{self.stream}-visit", kept)
        self.finish(t("Note the visit"), self._send, name="visit.done")
        self.settle()
        self.by.setFocus()

    def _send(self) -> None:
        if not self.days_right(self.on) or not self.files.ready(self.wrong):
            return
        residents = read_people(self, self.residents)
        if residents is None:
            return
        self.send(
            self.command(
                VisitProject,
                on=self.on.day or self.today,
                by=self.by.text(),
                residents=residents,
                text=self.text.toPlainText(),
                residents_said=self.said.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )
