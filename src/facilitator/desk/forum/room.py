"""The desk of a forum in any of its running phases: its phases in a bar, below it what one works at."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row
from facilitator.meeting import Meeting
from facilitator.words.tongue import mark


@dataclass(frozen=True, slots=True)
class Table:
    """Something one works at. It is there in every phase that uses `part`; imported when first wanted."""

    key: str
    part: str
    title: str
    where: str

    def make(self, desk: Desk, meeting: str, page: QWidget) -> QWidget:
        """Make it."""
        module, name = self.where.split(":")
        made = getattr(importlib.import_module(module), name)
        return made(desk, meeting, page) if self.key == "debate" else made(desk, meeting)


TABLES: tuple[Table, ...] = (
    Table("wall", "wall", mark("Agenda wall"), "facilitator.desk.forum.wall.view:WallView"),
    Table("rounds", "rounds", mark("Right now"), "facilitator.desk.forum.rounds.view:RoundsView"),
    Table("reports", "reports", mark("Reports"), "facilitator.desk.forum.reports.view:ReportsView"),
    Table("focus", "convergence", mark("Focus"), "facilitator.desk.forum.focus.view:FocusView"),
    Table(
        "actions",
        "actions",
        mark("Action groups"),
        "facilitator.desk.forum.actions.view:ActionsView",
    ),
    Table("debate", "polls", mark("Debate and vote"), "facilitator.desk.meeting.running:Running"),
)


class ForumRoom(View):
    """See the module. The table that the phase is about lies open first; the others are one click away."""

    def __init__(self, desk: Desk, meeting: str, page: QWidget) -> None:
        super().__init__(desk)
        self.setObjectName("forum")
        self.meeting_id, self._page = meeting, page
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        bar = card("strip")
        self._choice = row(on=bar, gap=desk.px(8), margins=desk.px(8))
        for table in self.tables(desk.session.meeting(meeting)):
            one = button(desk.t(table.title), "quiet", name=f"forum.{table.key}")
            one.clicked.connect(lambda _checked=False, table=table: self.lay(table))
            self._choice.addWidget(one)
        self._choice.addStretch(1)
        column(bar, self._stack, on=self, gap=0)
        self.refresh_now()
        lead = desk.session.meeting(meeting).phase.lead
        self.lay(next(table for table in TABLES if table.part == lead))

    def tables(self, meeting: Meeting) -> list[Table]:
        """What can be worked at in the phase the meeting is in."""
        return [table for table in TABLES if table.part in meeting.phase.parts]

    def lay(self, table: Table) -> None:
        """Work at this one."""
        if table.key not in self._made:
            self._made[table.key] = table.make(self.desk, self.meeting_id, self._page)
            self._stack.addWidget(self._made[table.key])
        self._stack.setCurrentWidget(self._made[table.key])
        self._made[table.key].setFocus()

    def refresh(self) -> None:
        """The tables read by themselves."""
