"""Panels for who leaves a team, for a training of several at once, and for erasing who somebody was."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import button, row, words
from facilitator.rounds.team import EraseTeamMember, LeaveTeam, Member, TrainTeam, present
from facilitator.words.figures import airy


class LeavePanel(ProjectPanel):
    """Somebody leaves; the reason may stay empty."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str, one: Member) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Somebody leaves the team"))
        self.setObjectName("leave")
        self._member = one.id
        name = one.person.name if one.person else t.within("team", "name erased")
        self.form.addWidget(words(airy(t("{name}: {role}", name=name, role=one.role)), wrap=True))
        self.on = DayField(desk, t("Left on"), self.today, "leave.on", self.today)
        self.add_days(self.on)
        self.reason = self.add_line(t("Why they leave (may stay empty)"), "leave.reason")
        self.finish(t("Note it"), self._send, name="leave.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        if self.days_right(self.on):
            day = self.on.day or self.today
            reason = self.reason.text()
            self.send(self.command(LeaveTeam, member=self._member, on=day, reason=reason))


class TrainPanel(ProjectPanel):
    """Who was trained, for what; those who were not yet are ticked."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, parent, round_, project, t("Training"))
        self.setObjectName("train")
        self.what = self.add_text(t("What they were trained in"), "train.what", lines=2)
        self.on = DayField(desk, t("Day"), self.today, "train.on", self.today)
        self.add_days(self.on)
        members = present(self.case)
        fresh_ones = [one for one in members if not one.trained] or list(members)
        all_of_them = button(t("All"), "link", "small", name="train.all")
        nobody = button(t("Nobody"), "link", "small", name="train.nobody")
        all_of_them.clicked.connect(lambda: self._tick(on=True))
        nobody.clicked.connect(lambda: self._tick(on=False))
        self.form.addLayout(row(words(t("Who was there")), None, all_of_them, nobody, gap=px(8)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        self._ticks: dict[str, QCheckBox] = {}
        for n, one in enumerate(members):
            name = one.person.name if one.person else t.within("team", "name erased")
            tick = QCheckBox(airy(t("{name}: {role}", name=name, role=one.role)).replace("&", "&&"))
            tick.setObjectName(f"train.{one.id}")
            tick.setChecked(one in fresh_ones)
            grid.addWidget(tick, n // 2, n % 2)
            self._ticks[one.id] = tick
        self.form.addLayout(grid)
        self.keep(f"{self.stream}-train", {"what": self.what})
        self.finish(t("Note it"), self._send, name="train.done")
        self.settle()
        self.what.setFocus()

    def _tick(self, *, on: bool) -> None:
        for one in self._ticks.values():
            one.setChecked(on)

    def _send(self) -> None:
        if self.days_right(self.on):
            self.send(
                self.command(
                    TrainTeam,
                    members=tuple(key for key, one in self._ticks.items() if one.isChecked()),
                    what=self.what.toPlainText(),
                    on=self.on.day or self.today,
                )
            )


class ErasePanel(ProjectPanel):
    """Name and telephone go for good; that somebody was there, and as what, stays."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str, one: Member) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("Erase who it is"))
        self.setObjectName("erase")
        self._member = one.id
        self.form.addWidget(words(one.person.name if one.person else "", "strong", wrap=True))
        said = t(
            "Name and telephone go and cannot be brought back. That somebody was in the team, since when "
            "and as what, stays readable, with the reason."
        )
        self.form.addWidget(words(said, wrap=True))
        self.reason = self.add_line(t("Reason"), "erase.reason")
        self.finish(t("Erase it for good"), self._send, name="erase.done", for_good=True)
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        command = EraseTeamMember(**self.whose, member=self._member, reason=self.reason.text())
        self.send(command)
