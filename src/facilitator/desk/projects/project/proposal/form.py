"""The form of a proposal: written for the first time, or revised from the last one; nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.closing.days import DayField
from facilitator.desk.closing.money import NoMoney
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.followup.form import KeptWords
from facilitator.desk.item.form import draft_line
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.projects.project.proposal.fill import (
    TABLES,
    Fill,
    budget_of,
    draft_name,
    fen_or_none,
    goals_of,
    of_draft,
    of_revision,
    own_of,
    risks_of,
    steps_of,
    sum_of,
)
from facilitator.desk.projects.project.proposal.sums import Sums
from facilitator.desk.projects.project.proposal.tablefield import TableField
from facilitator.desk.widgets import column, row, words
from facilitator.rounds.needs import needs_of
from facilitator.rounds.proposal import SubmitProposal, proposals_of

NEEDED = ("goals", "steps", "budget")
"""The tables without which no proposal is taken."""


class ProposalPanel(ProjectPanel):
    """A first proposal is empty; a revision begins with the last one and says why it was made."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t = desk.t
        found = proposals_of(desk.session.project(round_, project))
        self._last, self._number = found.current, len(found.revisions) + 1
        title = t("Revise the proposal") if self._last else t("Project proposal")
        super().__init__(desk, parent, round_, project, title, width=1120)
        self.setObjectName("propose")
        self._first = of_revision(self._last) if self._last else Fill({"title": self.case.title})
        self._kept = KeptWords(desk, draft_name(self.stream, self._number))
        said = t("What is typed is kept on this computer until it is handed in.")
        self.form.addWidget(words(said, "secondary", wrap=True))
        self._draft_at = self.form.count()
        self.because: QLineEdit | None = None
        if self._last:
            self.because = self.add_line(self._needed(t("Why it is revised")), "propose.because")
        self._add_top()
        self._add_needs()
        self.tables = {key: self._add_table(key) for key in ("goals", "steps", "risks")}
        self._add_money()
        self.upkeep = self.add_text(
            t("Who keeps it up afterwards, and with what money"), "propose.upkeep", lines=2
        )
        self.files = FilesField(desk, self, "propose.files")
        self.form.addWidget(self.files)
        self.finish(t("Hand it in"), self._send, name="propose.done")
        self.setProperty("enters", True)
        self.done_button.setDefault(False)  # Enter goes on to the next cell; Ctrl+Enter hands it in
        self.done_button.setToolTip(t("Ctrl+Enter"))
        told = of_draft(self._kept.read())
        self._show(told or self._first)
        if told:
            self._say_draft()
        self._listen()
        self.sums.tell()
        self.settle()
        (self.because or self.title).setFocus()

    def _add_top(self) -> None:
        t, desk = self.desk.t, self.desk
        called = t.within("project", "What it is called")
        self.title = self.add_line(self._needed(called), "propose.title")
        begun, today = t("Begun to write on"), self.today
        self.drafted = DayField(desk, begun, None, "propose.drafted", today, needed=True)
        self.on = DayField(desk, t("Handed in on"), today, "propose.on", today)
        if self._last:
            self.drafted.set_day(self.today)
        self.add_days(self.drafted, self.on)
        asked = needs_of(self.case).first_asked
        if self._last is None and asked is None:
            said = t("Nobody was asked yet. Residents are asked before anything is written.")
            self.form.addWidget(words(said, "secondary", "warn", wrap=True))

    def _needed(self, said: str) -> str:
        return self.desk.t("{head} (needed)", head=said)

    def _add_needs(self) -> None:
        """The needs that it answers, by their rank."""
        t, px = self.desk.t, self.desk.px
        self.ticks: dict[str, QCheckBox] = {}
        needs = needs_of(self.case).needs
        box = column(words(t("What need it answers"), "strong"), gap=px(4))
        if not needs:
            box.addWidget(words(t("No need is noted yet."), "secondary"))
        for one in needs:
            tick = QCheckBox()
            tick.setObjectName(f"propose.need.{one.entry}")
            tick.setAccessibleName(one.text)
            label = words(one.text, wrap=True)
            label.setBuddy(tick)
            line = row(gap=px(8))
            line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            box.addLayout(line)
            self.ticks[one.entry] = tick
        self.form.addLayout(box)

    def _add_table(self, key: str) -> TableField:
        t = self.desk.t
        heads = {
            "goals": t("Goals"),
            "steps": t("Steps, each with somebody who takes it"),
            "risks": t("What may go wrong, and what is done then"),
            "budget": t("Budget: what is asked for"),
            "own": t("Own contribution, apart from it"),
        }
        notes = {
            "goals": t("so that one can see afterwards whether they were reached"),
            "budget": t("lines from a sheet can be pasted"),
            "own": t("money, labour or goods that the place brings"),
        }
        made = TableField(
            self.desk, key, heads[key], self.today, notes.get(key, ""), needed=key in NEEDED
        )
        self.form.addWidget(made)
        return made

    def _add_money(self) -> None:
        """Lines, their sum, and the total that has to be the same."""
        self.tables["budget"] = self._add_table("budget")
        self.sums = Sums(self.desk, self.case.round.budget_fen, self._read_sums)
        self.form.addWidget(self.sums)
        self.tables["own"] = self._add_table("own")
        self.form.addWidget(self.sums.own)
        self.total = self.sums.total

    def _read_sums(self) -> tuple[int, int]:
        rows = {key: self.tables[key].table.typed.told for key in ("budget", "own")}
        return sum_of("budget", rows["budget"]), sum_of("own", rows["own"])

    @property
    def _lines(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        lines: dict[str, QLineEdit | QPlainTextEdit] = {
            "title": self.title,
            "drafted_on": self.drafted.edit,
            "on": self.on.edit,
            "total": self.total,
            "upkeep": self.upkeep,
        }
        return lines | ({"because": self.because} if self.because else {})

    @property
    def fill(self) -> Fill:
        """The form as it is typed."""
        return Fill(
            {
                key: one.text() if isinstance(one, QLineEdit) else one.toPlainText()
                for key, one in self._lines.items()
            },
            [entry for entry, tick in self.ticks.items() if tick.isChecked()],
            {key: one.table.typed.told for key, one in self.tables.items()},
        )

    def _show(self, fill: Fill) -> None:
        for key, one in self._lines.items():
            if key in fill.lines:
                text = fill.lines[key]
                one.setText(text) if isinstance(one, QLineEdit) else one.setPlainText(text)
        self.title.setCursorPosition(0)
        for entry, tick in self.ticks.items():
            tick.setChecked(entry in fill.needs)
        for key in TABLES:
            self.tables[key].table.typed.show_rows(fill.tables.get(key, []))

    def _listen(self) -> None:
        for one in self._lines.values():
            one.textChanged.connect(self._typed)
        for tick in self.ticks.values():
            tick.toggled.connect(self._typed)
        for one in self.tables.values():
            one.table.typed.changed.connect(self._typed)

    def _typed(self) -> None:
        self.sums.tell()
        if self._kept is not None:
            self._kept.keep(self.fill.kept())

    def _say_draft(self) -> None:
        draft_line(self.desk, self, self._begin_anew)
        made = self.form.takeAt(self.form.count() - 1)
        if made is not None:
            self.form.insertItem(self._draft_at, made)

    def _begin_anew(self) -> None:
        for one in self._lines.values():
            one.clear()
        self._show(self._first)
        self.on.set_day(self.today)
        self.drafted.set_day(self.today if self._last else None)
        if self._kept is not None:
            self._kept.drop()

    def _cells_right(self) -> bool:
        """Whether every day and amount can be read; the first that cannot is told and gets the keys."""
        t = self.desk.t
        for one in self.tables.values():
            found = one.table.typed.first_wrong()
            if found is not None:
                index = one.table.typed.index(*found)
                self.wrong(t("This cannot be read: {cell}.", cell=str(index.data())))
                one.table.type_at(*found)
                return False
        return True

    def _total(self) -> int | None:
        """The total as it is typed; None, said and with the keys there, for what is none."""
        fen = fen_or_none(self.total.text())
        if fen is None or not self.total.text().strip():
            t = self.desk.t
            self.wrong(
                t("Type the total as it stands on the paper: it has to be the sum of the lines.")
            )
            self.total.setFocus()
            return None
        return fen

    def _send(self) -> None:
        t = self.desk.t
        if not self.days_right(self.drafted, self.on) or not self.files.ready(self.wrong):
            return
        if self.drafted.day is None:
            self.wrong(t("{field}: enter the day.", field=self.drafted.title))
            self.drafted.setFocus()
            return
        if not self._cells_right() or (total := self._total()) is None:
            return
        fill, tables = self.fill, self.fill.tables
        try:
            command = self.command(
                SubmitProposal,
                title=fill.lines["title"],
                drafted_on=self.drafted.day,
                needs=tuple(fill.needs),
                goals=goals_of(tables["goals"]),
                steps=steps_of(tables["steps"], self.today),
                risks=risks_of(tables["risks"]),
                budget=budget_of(tables["budget"]),
                own=own_of(tables["own"]),
                total=total,
                upkeep=fill.lines["upkeep"],
                because=fill.lines.get("because", ""),
                on=self.on.day,
                attached=self.files.attached,
            )
        except (NoMoney, RuleViolation):  # every cell was read above
            return
        self.send(command, files=self.files.contents)
