"""A panel for one time at which residents were asked: how, when, how many, and who had them come."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.project.needs.panels import read_people, whole_of
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.rounds.concerns import FEW
from facilitator.rounds.needs import AskResidents, Invitation, Invited, Source
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.rounds import round_title

COLUMNS = 2


class AskPanel(ProjectPanel):
    """The ways of inviting come to no more than were asked; what is missing is said to be not known."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("How residents were asked"), width=760)
        self.setObjectName("ask")
        kinds = [(one.value, round_title(one, desk.lang)) for one in Source]
        self.source = self.add_choice(t("How they were asked"), "ask.source", kinds)
        self.on = DayField(desk, t("Asked on"), self.today, "ask.on", self.today)
        self.announced = DayField(
            desk, t("Announced on (may stay empty)"), None, "ask.announced", self.today
        )
        self.add_days(self.on, self.announced)
        self.people = self.add_line(t("How many residents were asked"), "ask.people")
        self.ways = self._add_ways()
        self._says = words("", "strong", wrap=True, name="ask.says")
        self.form.addWidget(self._says)
        self.text = self.add_text(t("What was found (may stay empty)"), "ask.text", lines=3)
        self.files = FilesField(desk, self, "ask.files")
        self.form.addWidget(self.files)
        kept: dict[str, QLineEdit] = {"people": self.people}
        kept |= {how.value: field for how, field in self.ways.items()}
        self.keep(f"{self.stream}-ask", {**kept, "text": self.text})
        for field in kept.values():
            field.textChanged.connect(self._tell)
        self.source.currentIndexChanged.connect(self._tell)
        self.finish(t("Note it"), self._send, name="ask.done")
        self._tell()
        self.settle()
        self.source.setFocus()

    def _add_ways(self) -> dict[Invitation, QLineEdit]:
        """A number for each way, two beside each other."""
        t, px = self.desk.t, self.desk.px
        self.form.addWidget(words(t("Of them, invited by: how many"), wrap=True))
        grid, made = QGridLayout(), dict[Invitation, QLineEdit]()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for n, how in enumerate(Invitation):
            said, field = round_title(how, self.desk.lang), QLineEdit()
            field.setObjectName(f"ask.{how.value}")
            field.setAccessibleName(t("Invited by {how}: how many", how=said))
            field.setFixedWidth(px(88))
            label = words(said)
            label.setBuddy(field)
            at, across = n // COLUMNS, (n % COLUMNS) * 3
            grid.addWidget(label, at, across)
            grid.addWidget(field, at, across + 1)
            grid.setColumnStretch(across + 2, 1)
            made[how] = field
        self.form.addLayout(grid)
        return made

    def _tell(self) -> None:
        """The control sum: what is missing, or too much, and whether these are few."""
        t, lang = self.desk.t, self.desk.lang
        people = whole_of(self.people)
        counts = [whole_of(field) for field in self.ways.values()]
        said = ""
        if people is None or None in counts:
            said = t("How many people: a whole number, or nothing.")
        elif people:
            total = sum(one or 0 for one in counts)
            said = t("Invited: {n} of {all}.", n=total, all=people)
            if total > people:
                over = counted(total - people, Unit.PEOPLE, lang)
                said = f"{said} " + t("{people} too many: check the numbers.", people=over)
            elif total < people:
                left = counted(people - total, Unit.PEOPLE, lang)
                said = f"{said} " + t("Of {people} it is not known who invited them.", people=left)
            if people < FEW:
                said = f"{said} " + t("Fewer than {least} speak for few.", least=FEW)
        self._says.setText(airy(said))
        self._says.setVisible(bool(said))

    def _send(self) -> None:
        t = self.desk.t
        if not self.days_right(self.on, self.announced) or not self.files.ready(self.wrong):
            return
        if self.on.day is None:
            self.wrong(t("{field}: enter the day.", field=self.on.title))
            self.on.setFocus()
            return
        people, invited = read_people(self, self.people), list[Invited]()
        if people is None:
            return
        for how, field in self.ways.items():
            count = read_people(self, field)
            if count is None:
                return
            if count:
                invited.append(Invited(how=how, people=count))
        self.send(
            self.command(
                AskResidents,
                source=Source(self.source.currentData()),
                on=self.on.day,
                people=people,
                invited=tuple(invited),
                announced_on=self.announced.day,
                text=self.text.toPlainText(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )
