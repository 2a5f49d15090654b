"""Panels for who joins a team, one after another, and for what somebody does in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.bodies.people import Person
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.projects.panels import fresh
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import button, words
from facilitator.rounds.team import ChangeRole, JoinTeam, Member, MemberKind, present
from facilitator.words.figures import airy
from facilitator.words.rounds import round_title


class JoinPanel(ProjectPanel):
    """A name and a role; it can stay open for the next one, so that a team is typed in one go."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Somebody joins the team"))
        self.setObjectName("join")
        self.name, self.phone = self.add_pair(
            (t.within("team", "Name"), "join.name", ""),
            (t("Telephone (may stay empty)"), "join.phone", ""),
        )
        kinds = [(one.value, round_title(one, desk.lang)) for one in MemberKind]
        self.kind = self.add_choice(t("As what"), "join.kind", kinds)
        residents = any(one.kind is MemberKind.RESIDENT for one in present(self.case))
        staff = any(one.kind is MemberKind.STAFF for one in present(self.case))
        first = MemberKind.RESIDENT if staff or residents else MemberKind.STAFF
        self.kind.setCurrentIndex(self.kind.findData(first.value))
        self.role = self.add_line(t("What they do in the team"), "join.role")
        self.on = DayField(desk, t("Since"), self.today, "join.on", self.today)
        self.add_days(self.on)
        said = t("The telephone is for this computer only: it stands on no public paper.")
        self.form.addWidget(words(said, "small", wrap=True))
        self._taken = words("", "secondary", wrap=True, name="join.taken")
        self._taken.hide()
        self.form.addWidget(self._taken)
        self.finish(t("Note it"), self._send, name="join.done")
        after = button(t("Note it, then the next"), name="join.next")
        after.clicked.connect(self._next)
        self._foot.insertWidget(self._foot.count() - 1, after)
        self.settle()
        self.name.setFocus()

    def _command(self) -> JoinTeam:
        return JoinTeam(
            **self.whose,
            entry=fresh(self.case),
            person=Person(name=self.name.text(), phone=self.phone.text()),
            kind=MemberKind(self.kind.currentData()),
            role=self.role.text(),
            on=self.on.day or self.today,
        )

    def _send(self) -> None:
        if self.days_right(self.on):
            self.send(self._command())

    def _next(self) -> None:
        """Take this one and ask for the next; what was taken is said."""
        if not self.days_right(self.on):
            return
        command = self._command()
        if not self.desk.do(command, say=self.say):
            return
        t, name = self.desk.t, command.person.name.strip()
        self.wrong("")
        said = t("{name} is in the team as {role}.", name=name, role=command.role.strip())
        self._taken.setText(airy(said))
        self._taken.show()
        for one in (self.name, self.phone, self.role):
            one.clear()
        self.name.setFocus()


class RolePanel(ProjectPanel):
    """Somebody does something else from a day on; what they did before stays readable."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str, one: Member) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Change what somebody does"))
        self.setObjectName("role")
        self._member = one.id
        name = one.person.name if one.person else t.within("team", "name erased")
        self.form.addWidget(words(airy(t("{name}: {role}", name=name, role=one.role)), wrap=True))
        self.role = self.add_line(t("What they do from now on"), "role.role", one.role)
        self.on = DayField(desk, t("Since"), self.today, "role.on", self.today)
        self.add_days(self.on)
        self.finish(t("Note it"), self._send, name="role.done")
        self.settle()
        self.role.setFocus()
        self.role.selectAll()

    def _send(self) -> None:
        if self.days_right(self.on):
            day = self.on.day or self.today
            self.send(self.command(ChangeRole, member=self._member, role=self.role.text(), on=day))
