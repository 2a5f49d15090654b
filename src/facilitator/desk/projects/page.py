"""The page Projects: the list of rounds, a round, or one of its projects; which of them a place is.

Places: `projects`, `projects/ROUND`, `projects/ROUND/NUMBER`, and `projects/ROUND/NUMBER.SEGMENT` for a segment
of a project's page; `projects/ROUND/~VIEW` is another view of the round.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.view import View, born_on
from facilitator.desk.widgets import column

PAGE = "projects"


def projects_page(desk: Desk, place: Place) -> QWidget:
    """The list of rounds, or the room of one round."""
    if place.which:
        return RoundRoom(desk, place)
    from facilitator.desk.projects.listing import RoundsPage

    return RoundsPage(desk)


class RoundRoom(View):
    """A round, or whichever of its projects is looked at: the board stays as it was meanwhile."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.setObjectName("projects")
        self.round = place.which
        self._board: QWidget | None = None
        self._project: QWidget | None = None
        self._stack = QStackedWidget()
        column(self._stack, on=self)
        self._show(place)
        self._stale = False

    def refresh(self) -> None:
        """What is shown reads by itself."""

    @property
    def first(self) -> QWidget:
        """Who gets the keys."""
        return getattr(self.shown, "first", None) or self.shown

    @property
    def shown(self) -> QWidget:
        """The board, or the page of a project."""
        shown = self._stack.currentWidget()
        assert shown is not None
        return shown

    def goes_to(self, place: Place) -> bool:
        """Show the board or a project of this round."""
        self._show(place)
        return True

    def _show(self, place: Place) -> None:
        if place.part and not place.part.startswith("~"):
            number, _, segment = place.part.partition(".")
            self._stack.setCurrentWidget(self._of_project(number, segment))
        else:
            self._stack.setCurrentWidget(self._of_round(place.part.removeprefix("~")))

    def _of_round(self, view: str) -> QWidget:
        from facilitator.desk.projects.round import RoundPage

        if self._board is None:
            with born_on(self._stack):
                self._board = RoundPage(self.desk, self.round)
            self._stack.addWidget(self._board)
        if view and isinstance(self._board, RoundPage):
            self._board.turn_to(view)
        return self._board

    def _of_project(self, number: str, segment: str) -> QWidget:
        from facilitator.desk.projects.project.page import ProjectPage

        old = self._project
        if not isinstance(old, ProjectPage) or old.number != number:
            with born_on(self._stack):
                self._project = ProjectPage(self.desk, self.round, number)
            self._stack.addWidget(self._project)
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        assert isinstance(self._project, ProjectPage)
        if segment:
            self._project.turn_to(segment)
        return self._project
