"""The segment of the team: staff and residents beside each other, each with what they do and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.gate import gated, why_over
from facilitator.desk.projects.project.more import Way, more_button
from facilitator.desk.projects.project.pair import Pair
from facilitator.desk.projects.project.parts import (
    SegmentView,
    StrikePanel,
    entry_row,
    section,
)
from facilitator.desk.projects.project.team import joining, leaving
from facilitator.desk.widgets import Button, chip, column, elided, line, row, words
from facilitator.rounds.project import Project
from facilitator.rounds.team import Member, MemberKind, TeamTrained, team_of
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted, listing
from facilitator.words.rounds import round_title

Made = Callable[[Desk, QWidget, str, str], Panel]


class TeamView(SegmentView):
    """Those who are there in groups, who was trained for what, and who has left."""

    about = ("team-without-residents", "team-without-staff", "untrained")

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, round_, project, "project.team", desk.t("Team"))

    def fill(self, case: Project) -> None:
        """One card for each group that has somebody, staff and residents always."""
        t, members = self.desk.t, team_of(case)
        there = [one for one in members if one.left is None]
        self.box.addWidget(self._head(case, there))
        staff = [one for one in there if one.kind is MemberKind.STAFF]
        residents = [one for one in there if one.kind is MemberKind.RESIDENT]
        none = t("Nobody of the committee is in the team yet.")
        right = [self._group("staff", t("Staff"), staff, none)]
        others = [one for one in there if one not in staff and one not in residents]
        if others:
            right.append(self._group("others", t("Volunteers, experts, partners"), others, ""))
        none = t("No resident is in the team yet.")
        left = self._group("residents", t("Residents"), residents, none)
        self.box.addWidget(Pair(self.desk, [left], right))
        self._trainings(case, members)
        self._gone([one for one in members if one.left is not None])

    def _head(self, case: Project, there: list[Member]) -> QFrame:
        """How many they are, and what can be done."""
        t, over = self.desk.t, why_over(self.desk, case)
        join = self._open("team.join", t("Somebody joins…"), joining.JoinPanel, "soft", "user-plus")
        train = self._open("team.train", t("Training…"), leaving.TrainPanel)
        gated(self.desk, join, over)
        nobody = "" if there else t("Nobody is in the team yet.")
        gated(self.desk, train, over, nobody)
        residents = sum(one.kind is MemberKind.RESIDENT for one in there)
        said = t(
            "{people}, {residents} of them residents",
            people=counted(len(there), Unit.PEOPLE, self.desk.lang),
            residents=residents,
        )
        held, inner = section(self.desk, t("Team"), (train, join), said if there else "")
        if not there:
            told = t("Staff and residents carry it out together, each with something to do.")
            inner.addWidget(words(told, tone="soft", wrap=True))
        return held

    def _group(self, key: str, title: str, members: list[Member], none: str) -> QFrame:
        lang = self.desk.lang
        note = counted(len(members), Unit.PEOPLE, lang) if members else ""
        held, inner = section(self.desk, title, (), note)
        held.setObjectName(f"team.{key}")
        self._rows(inner, members, named=key == "others")
        if not members:
            inner.addWidget(words(none, tone="soft", wrap=True))
        return held

    def _rows(self, box: QVBoxLayout, members: Iterable[Member], *, named: bool) -> None:
        for n, one in enumerate(members):
            if n:
                box.addWidget(line())
            box.addWidget(self._member(one, named=named))

    def _member(self, one: Member, *, named: bool) -> QWidget:
        """Name and role; below them since when, and whether they were trained."""
        t, lang, px = self.desk.t, self.desk.lang, self.desk.px
        top = row(elided(self.name_of(one), "strong"), gap=px(8))
        if named:
            top.addWidget(chip(round_title(one.kind, lang)))
        top.addWidget(words(airy(one.role), wrap=True), 1)
        told = [t("since {day}", day=near(one.since, self.today, lang))]
        if one.person and one.person.phone:
            told.append(one.person.phone)
        under = row(words(airy(" · ".join(told)), "secondary"), gap=px(8))
        if one.trained:
            day = near(one.trained[-1], self.today, lang)
            under.addWidget(words(airy("✓ " + t("trained on {day}", day=day)), "small", "good"))
        else:
            under.addWidget(words(t("not trained yet"), "small", "warn"))
        under.addStretch(1)
        held = QWidget()
        whole = row(on=held, gap=px(8))
        whole.addLayout(column(top, under, gap=px(2)), 1)
        whole.addWidget(self._more(one), 0, Qt.AlignmentFlag.AlignTop)
        return held

    def _more(self, one: Member) -> Button:
        """What can be done with somebody: less once they have left, or the project has ended."""
        t, ways = self.desk.t, list[Way]()
        if one.left is None and self.case.closing is None:
            ways += [
                ("role", t("Change what they do…"), self._about(joining.RolePanel, one)),
                ("leave", t("Leaves the team…"), self._about(leaving.LeavePanel, one)),
            ]
        if one.person is not None:
            ways.append(("erase", t("Erase who it is…"), self._about(leaving.ErasePanel, one)))
        ways.append(("wrong", t("This entry is wrong…"), lambda: self._wrong(one)))
        return more_button(self.desk, f"team.more.{one.id}", self.name_of(one), ways)

    def name_of(self, one: Member) -> str:
        """What somebody is called; that the name was erased, if it was."""
        return one.person.name if one.person else self.desk.t.within("team", "name erased")

    def _trainings(self, case: Project, members: tuple[Member, ...]) -> None:
        found = sorted(case.events(TeamTrained), key=lambda one: one.on)
        if not found:
            return
        t, lang = self.desk.t, self.desk.lang
        inner = self.add_card(t("Training"))
        for one in found:
            names = listing((self.name_of(it) for it in members if it.id in one.members), lang)
            away = self.strike_button(one.entry, one.what)
            inner.addWidget(
                entry_row(
                    self.desk,
                    one.on,
                    words(airy(one.what), wrap=True),
                    words(names, "secondary", wrap=True),
                    end=away,
                )
            )

    def _gone(self, members: list[Member]) -> None:
        if not members:
            return
        t, lang = self.desk.t, self.desk.lang
        inner = self.add_card(t("Have left"), note=counted(len(members), Unit.PEOPLE, lang))
        for one in members:
            kind = round_title(one.kind, lang)
            what = words(airy(f"{self.name_of(one)} · {kind} · {one.role}"), wrap=True)
            said = t(
                "from {first} to {last}",
                first=near(one.since, self.today, lang),
                last=near(one.left or one.since, self.today, lang),
            )
            told = airy(" · ".join(part for part in (said, one.why_left) if part))
            inner.addWidget(
                entry_row(
                    self.desk,
                    one.left,
                    what,
                    words(told, "secondary", wrap=True),
                    end=self._more(one),
                )
            )

    def _open(
        self, name: str, said: str, make: Made, grade: str = "plain", icon: str = ""
    ) -> Button:
        def panel() -> Panel:
            return make(self.desk, self, self.round, self.number)

        return self.act(said, name, panel, grade=grade, icon=icon)

    def _about(
        self, make: Callable[[Desk, QWidget, str, str, Member], Panel], one: Member
    ) -> Callable[[], Panel]:
        return lambda: make(self.desk, self, self.round, self.number, one)

    def _wrong(self, one: Member) -> Panel:
        t = self.desk.t
        said = t("Joins the team ({kind}): {role}", kind=round_title(one.kind, self.desk.lang),
                 role=one.role)  # fmt: skip
        told = f"{self.name_of(one)} · {said}"
        return StrikePanel(self.desk, self, self.round, self.number, one.id, told)
