"""The page of one round: its head, and one of its views: board, list, the round's own acts, its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projects.board import Board
from facilitator.desk.projects.head import BOARD, LIST, RoundHead
from facilitator.desk.projects.reading import figures_of, projects_of, row_of
from facilitator.desk.view import View, born_on
from facilitator.desk.widgets import column
from facilitator.session import Change


class RoundPage(View):
    """The board lies first; every other view is made when it is first wanted."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__(desk)
        self.setObjectName("round")
        self.round, self._view = round_, BOARD
        self._day = desk.now().date()
        px = desk.px
        self.head = RoundHead(desk)
        self.head.turned.connect(self.turn_to)
        self.head.filtered.connect(self._narrow)
        self.board = Board(desk)
        self.board.entered.connect(self._enter)
        self._views: dict[str, QWidget] = {BOARD: self.board}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        margins = (px(16), px(12), px(16), px(12))
        column(self.head, self._stack, on=self, margins=margins, gap=px(10)).setStretch(1, 1)
        desk.second.connect(self._tick)
        self.refresh_now()

    @property
    def first(self) -> QWidget:
        """Who gets the keys."""
        shown = self._views[self._view]
        return getattr(shown, "first", None) or getattr(shown, "table", None) or shown

    def concerns(self, change: Change) -> bool:
        """Acts of the round, of its projects, and of the meetings that select from it."""
        room, _, name = change.stream.partition("/")
        return room == "meeting" or name.partition("/")[0] == self.round

    def refresh(self) -> None:
        """Read the round and show it."""
        desk = self.desk
        case, self._day = desk.session.round(self.round), desk.now().date()
        found = projects_of(desk, self.round)
        rows = [row_of(one, self._day) for one in found]
        figures = figures_of(found, len(case.places), self._day)
        self.head.show_round(case, figures, self._day, "")
        self.head.segments.show_chosen(self._view)
        self.board.show_rows(rows, self._day)
        if (listed := self._views.get(LIST)) is not None:
            listed.show_rows(rows, self._day)  # pyright: ignore[reportAttributeAccessIssue]
        self._rows = rows

    def turn_to(self, view: str) -> None:
        """Show another view of the round."""
        if view not in (BOARD, LIST):
            view = BOARD
        self._view = view
        if view not in self._views:
            with born_on(self._stack):
                self._views[view] = self._made(view)
            self._stack.addWidget(self._views[view])
        self.head.segments.show_chosen(view)
        self._stack.setCurrentWidget(self._views[view])
        if self.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, view: str) -> QWidget:
        from facilitator.desk.projects.listview import ListView

        made = ListView(self.desk)
        made.entered.connect(self._enter)
        made.show_rows(self._rows, self._day)
        return made

    def _narrow(self, concern: str) -> None:
        from facilitator.desk.projects.listview import ListView

        self.turn_to(LIST)
        shown = self._views[LIST]
        assert isinstance(shown, ListView)
        shown.narrow_to(concern)

    def _enter(self, number: str) -> None:
        self.desk.go("projects", self.round, number)

    def _tick(self) -> None:
        """At midnight other things are overdue."""
        if self.isVisible() and self.desk.now().date() != self._day:
            QTimer.singleShot(0, self, self.refresh_now)
