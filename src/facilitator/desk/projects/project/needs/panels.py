"""Panels of the needs: the target group, an announcement, a need in residents' words."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import words
from facilitator.rounds.needs import Announced, AnnounceInPublic, NoteNeed, needs_of
from facilitator.rounds.project import Initiator, SetTarget
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.rounds import round_title

MOST_DIGITS = 7


def whole_of(field: QLineEdit) -> int | None:
    """A number of people that was typed; 0 for an empty field, None for what is none."""
    text = field.text().strip()
    if not text:
        return 0
    return int(text) if text.isdigit() and len(text) <= MOST_DIGITS else None


def read_people(panel: ProjectPanel, field: QLineEdit) -> int | None:
    """The number; None, said and with the keys there, for what is none."""
    found = whole_of(field)
    if found is None:
        panel.wrong(panel.desk.t("How many people: a whole number, or nothing."))
        field.setFocus()
    return found


class TargetPanel(ProjectPanel):
    """Title and target group, told anew as a whole; what was said before stays readable."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("For whom: the target group"))
        self.setObjectName("target")
        told = self.case.target or self.case.project
        self.title = self.add_line(
            t.within("project", "What it is called"), "target.title", told.title
        )
        self.group = self.add_text(t("Who they are"), "target.group.field", told.group, lines=2)
        people = str(told.people) if told.people else ""
        self.people = self.add_line(
            t("How many people that is (may stay empty)"), "target.people", people
        )
        self.why = self.add_text(t("Why them (may stay empty)"), "target.why", told.why, lines=2)
        kinds = [(one.value, round_title(one, desk.lang)) for one in Initiator]
        self._from = self.add_choice(t("Whose idea it was"), "target.initiator", kinds)
        self._from.setCurrentIndex(self._from.findData(told.initiator.value))
        self.finish(t("Note it"), self._send, name="target.done")
        self.settle()
        self.group.setFocus()

    def _send(self) -> None:
        people = read_people(self, self.people)
        if people is None:
            return
        self.send(
            SetTarget(
                **self.whose,
                title=self.title.text(),
                group=self.group.toPlainText(),
                people=people,
                why=self.why.toPlainText(),
                initiator=Initiator(self._from.currentData()),
            )
        )


class AnnouncePanel(ProjectPanel):
    """What is announced, for which day, since when and where the notice hangs."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Announced in public"))
        self.setObjectName("announce")
        kinds = [(one.value, round_title(one, desk.lang)) for one in Announced]
        self.what = self.add_choice(t("What is announced"), "announce.what", kinds)
        self.begins = DayField(
            desk, t("The notice hangs since"), self.today, "announce.begins", self.today
        )
        self.on = DayField(desk, t("Day of the meeting"), None, "announce.on", self.today)
        self.add_days(self.begins, self.on)
        self._says = words("", "small", "warn", wrap=True, name="announce.says")
        self.form.addWidget(self._says)
        self.places = self.add_line(t("Where it hangs (may stay empty)"), "announce.places")
        self.files = FilesField(desk, self, "announce.files")
        self.form.addWidget(self.files)
        self.keep(f"{self.stream}-announce", {"places": self.places})
        for one in (self.begins, self.on):
            one.changed.connect(self._tell)
        self._tell()
        self.finish(t("Note it"), self._send, name="announce.done")
        self.settle()
        self.what.setFocus()

    def _tell(self) -> None:
        begins, on = self.begins.day, self.on.day
        late = begins is not None and on is not None and begins >= on
        t = self.desk.t
        self._says.setText(
            t("It did not hang before the day itself: that will be said.") if late else ""
        )
        self._says.setVisible(late)

    def _send(self) -> None:
        if not self.days_right(self.begins, self.on) or not self.files.ready(self.wrong):
            return
        for field in (self.begins, self.on):
            if field.day is None:
                self.wrong(self.desk.t("{field}: enter the day.", field=field.title))
                field.setFocus()
                return
        self.send(
            self.command(
                AnnounceInPublic,
                what=Announced(self.what.currentData()),
                on=self.on.day,
                begins=self.begins.day,
                places=self.places.text(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


class NeedPanel(ProjectPanel):
    """One need: its words, where it was named, by how many."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        from facilitator.desk.projects.project.needs.view import asked_name

        t = desk.t
        super().__init__(desk, parent, round_, project, t("A need"))
        self.setObjectName("need")
        self.text = self.add_text(t("In residents' words, one need"), "need.text", lines=2)
        self.asked = needs_of(self.case).asked
        self.ticks: dict[str, QCheckBox] = {}
        if self.asked:
            self.form.addWidget(words(t("Where it was named")))
        for one in self.asked:
            people = counted(one.people, Unit.PEOPLE, desk.lang)
            said = airy(f"{asked_name(desk, one)} · {people}")
            tick = QCheckBox(said)
            tick.setObjectName(f"need.asked.{one.entry}")
            tick.setChecked(len(self.asked) == 1)
            tick.toggled.connect(self._tell)
            self.ticks[one.entry] = tick
            self.form.addWidget(tick)
        if not self.asked:
            said = t("Nobody was asked yet: it will stand there without anybody who named it.")
            self.form.addWidget(words(said, "secondary", "warn", wrap=True))
        self.named = self.add_line(
            t("By how many people it was named (may stay empty)"), "need.named"
        )
        self._says = words("", "small", wrap=True, name="need.says")
        self.form.addWidget(self._says)
        self.named.textChanged.connect(self._tell)
        self.keep(f"{self.stream}-need", {"text": self.text})
        self.finish(t("Note it"), self._send, name="need.done")
        self._tell()
        self.settle()
        self.text.setFocus()

    @property
    def _chosen(self) -> tuple[str, ...]:
        return tuple(entry for entry, tick in self.ticks.items() if tick.isChecked())

    def _tell(self) -> None:
        t, lang = self.desk.t, self.desk.lang
        whole = sum(one.people for one in self.asked if one.entry in self._chosen)
        said = t("{people} were asked there.", people=counted(whole, Unit.PEOPLE, lang))
        self._says.setText(airy(said) if whole else "")
        self._says.setVisible(bool(whole))

    def _send(self) -> None:
        named = read_people(self, self.named)
        if named is not None:
            self.send(
                self.command(
                    NoteNeed, text=self.text.toPlainText(), asked=self._chosen, named_by=named
                )
            )
