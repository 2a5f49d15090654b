"""Starting a project: which place, what it is called so far, and for whom something is to be done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import roundbook
from facilitator.desk.desk import Desk
from facilitator.desk.projects.panels import RoundPanel
from facilitator.desk.widgets import words
from facilitator.rounds.project import Initiator, StartProject
from facilitator.words.figures import airy
from facilitator.words.rounds import round_title


class StartProjectPanel(RoundPanel):
    """Places without a project stand first. Afterwards one is on the page of the new project."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, place: int = 0) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("Start a project"))
        self.setObjectName("start")
        places = self.case.places
        have = {one.place for one in roundbook.projects(desk.session, round_)}
        order = sorted(places, key=lambda no: (no in have, no))
        said = [(str(no), self._place_words(no, no in have)) for no in order]
        self._place = self.add_choice(t.within("round", "Place"), "start.place", said)
        self._place.setCurrentIndex(max(0, self._place.findData(str(place))))
        self._number = words("", "small", name="start.number")
        self.form.addWidget(self._number)
        self._place.currentIndexChanged.connect(self._tell)
        self.title = self.add_line(t("What it is called so far"), "start.title")
        self.group = self.add_text(t("For whom: the target group"), "start.group", lines=2)
        self.people = self.add_line(t("How many people that is (may stay empty)"), "start.people")
        self.why = self.add_text(t("Why them (may stay empty)"), "start.why", lines=2)
        kinds = [(one.value, round_title(one, desk.lang)) for one in Initiator]
        self._from = self.add_choice(t("Whose idea it was"), "start.initiator", kinds)
        self._from.setCurrentIndex(self._from.findData(Initiator.UNKNOWN.value))
        note = t("Nothing is proposed yet: residents are asked first.")
        self.form.addWidget(words(note, "secondary", wrap=True))
        self.keep(f"start-{round_}", {"title": self.title, "group": self.group, "why": self.why})
        self.finish(t("Start it"), self._send, name="start.done")
        self._tell()
        self.settle()
        (self.title if place else self._place).setFocus()

    def _place_words(self, no: int, has: bool) -> str:
        t = self.desk.t
        said = f"{no:02} {self.case.places[no].name}"
        return t("{place} (has one)", place=said) if has else said

    @property
    def _no(self) -> int:
        return int(self._place.currentData() or 0)

    def _tell(self) -> None:
        t = self.desk.t
        if self._no:
            number = roundbook.next_number(self.desk.session, self.round, self._no)
            self._number.setText(airy(t("Its number will be {number}.", number=number)))

    def _send(self) -> None:
        t, desk, people = self.desk.t, self.desk, self.people.text().strip()
        if people and not (people.isascii() and people.isdigit() and len(people) < 9):
            self.wrong(t("How many people: a whole number, or nothing."))
            self.people.setFocus()
            return
        number = roundbook.next_number(desk.session, self.round, self._no)
        sent = self.send(
            StartProject(
                round=self.round,
                project=number,
                place=self._no,
                title=self.title.text(),
                group=self.group.toPlainText(),
                people=int(people or 0),
                why=self.why.toPlainText(),
                initiator=Initiator(self._from.currentData()),
            )
        )
        if sent:
            desk.go("projects", self.round, number)
