"""The page of one round: its head, and one of its views: board, list, the round's own acts, its history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.projects.affairs import Affairs
from facilitator.desk.projects.board import Board
from facilitator.desk.projects.empty import NoProjects
from facilitator.desk.projects.head import BOARD, HISTORY, LIST, PAPERS, ROUND, RoundHead
from facilitator.desk.projects.history import History
from facilitator.desk.projects.listview import ListView
from facilitator.desk.projects.reading import (
    figures_of,
    projects_of,
    row_of,
    selections_of,
)
from facilitator.desk.projects.rows import Row
from facilitator.desk.view import View, born_on
from facilitator.desk.widgets import column
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage as Phases
from facilitator.roundbook import ProjectRow
from facilitator.rounds.round import Round
from facilitator.rounds.standing import Stage
from facilitator.selections import untaken
from facilitator.session import Change


def _papers(desk: Desk, round_: str) -> QWidget:
    from facilitator.desk.papers.projects import RoundPapers  # brings all papers along

    return RoundPapers(desk, round_)


MAKES: dict[str, Callable[[Desk, str], QWidget]] = {
    BOARD: lambda desk, _round: Board(desk),
    LIST: lambda desk, _round: ListView(desk),
    ROUND: Affairs,
    HISTORY: History,
    PAPERS: _papers,
}
"""The views of a round."""


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
        self.head.start_wanted.connect(self._start)
        self.head.select_wanted.connect(self._select)
        self._rows: list[Row] = []
        self._found: list[ProjectRow] = []
        self._fresh: set[str] = set()
        """Views that show the round as it is now."""
        self._meetings: list[Meeting] = []
        self._waiting: list[Meeting] = []
        """Selection meetings whose announced result is not in the round yet."""
        self.board = Board(desk)
        self._connect(self.board)
        self._views: dict[str, QWidget] = {BOARD: self.board}
        self._stack = QStackedWidget()
        self._none = NoProjects(desk)
        self._none.way.clicked.connect(self._start)
        for one in (self.board, self._none):
            self._stack.addWidget(one)
        margins = (px(16), px(12), px(16), px(12))
        column(self.head, self._stack, on=self, margins=margins, gap=px(10)).setStretch(1, 1)
        action(desk, self, "project.start", self._start)
        desk.second.connect(self._tick)
        self.refresh_now()

    @property
    def first(self) -> QWidget:
        """Who gets the keys."""
        shown = self._shown
        return getattr(shown, "first", None) or getattr(shown, "table", None) or shown

    @property
    def _shown(self) -> QWidget:
        """What is shown: in the place of a board without cards, how it begins."""
        none = self._view == BOARD and not self._rows
        return self._none if none else self._views[self._view]

    def concerns(self, change: Change) -> bool:
        """Acts of the round, of its projects, and of the meetings that select from it."""
        room, _, name = change.stream.partition("/")
        return room == "meeting" or name.partition("/")[0] == self.round

    def refresh(self) -> None:
        """Read the round and show it."""
        desk = self.desk
        case, self._day = desk.session.round(self.round), desk.now().date()
        found = projects_of(desk, self.round)
        figures = figures_of(found, len(case.places), self._day)
        self._rows = [row_of(one, self._day) for one in found]
        self._meetings = selections_of(desk, self.round)
        self._waiting = [] if case.closed else untaken(case, self._meetings)
        self.head.show_round(case, figures, self._day, self._select_words(case))
        self.head.segments.show_chosen(self._view)
        self._found, self._fresh = found, set()
        self._show(self._view)
        self._none.show_round(case)
        self._stack.setCurrentWidget(self._shown)

    def _select_words(self, case: Round) -> str:
        """What the button beside "start" says: the next thing to be done about the selection."""
        t = self.desk.t
        if case.closed is not None:
            return ""
        if self._waiting:
            return t("Take the announced result over")
        if self._going:
            return t("To the selection meeting")
        waits = any(one.stage is Stage.ADMITTED for one in self._rows)
        return t("Call the selection meeting…") if waits else ""

    @property
    def _going(self) -> list[Meeting]:
        """Selection meetings that are prepared or held now."""
        return [one for one in self._meetings if one.phase.stage is not Phases.CLOSED]

    def _select(self) -> None:
        from facilitator.desk.projects.selecting import SelectionMeetingPanel, take_result

        if self._waiting:
            take_result(self.desk, self.round, self._waiting[0].id)
        elif self._going:
            self.desk.go("meetings", self._going[0].id)
        else:
            SelectionMeetingPanel(self.desk, self, self.round).open()

    def _start(self) -> None:
        from facilitator.desk.projects.starting import StartProjectPanel

        t, case = self.desk.t, self.desk.session.round(self.round)
        stuck = only_looking(self.desk)
        if case.closed is not None:
            closed = RuleViolation("round-closed", title=case.round.title)
            stuck = stuck or self.desk.sentence(closed)
        elif not case.places:
            self.turn_to(ROUND)
            stuck = stuck or t("No place takes part yet: add them under “Money and places”.")
        if stuck:
            self.desk.noticed.emit(Notice(Tone.REFUSED, stuck))
            return
        StartProjectPanel(self.desk, self, self.round).open()

    def _show(self, key: str) -> None:
        """Have a view show the round as it is now, once; one that is not looked at waits."""
        if key in self._fresh:
            return
        self._fresh.add(key)
        shown = self._views[key]
        if isinstance(shown, Board | ListView):
            shown.show_rows(self._rows, self._day)
        elif isinstance(shown, Affairs):
            waiting = {one.id for one in self._waiting}
            case = self.desk.session.round(self.round)
            shown.show_round(case, self._meetings, waiting, self._found)
        elif isinstance(shown, History):
            shown.show_round(self.desk.session.round(self.round))

    def turn_to(self, view: str) -> None:
        """Show another view of the round."""
        if view not in MAKES:
            view = BOARD
        self._view = view
        if view not in self._views:
            with born_on(self._stack):
                self._views[view] = MAKES[view](self.desk, self.round)
            self._stack.addWidget(self._views[view])
            self._connect(self._views[view])
        self._show(view)
        self.head.segments.show_chosen(view)
        self._stack.setCurrentWidget(self._shown)
        if self.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, view: QWidget) -> None:
        if isinstance(view, Board | ListView):
            view.entered.connect(self._enter)

    def _narrow(self, concern: str) -> None:
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
