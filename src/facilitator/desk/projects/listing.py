"""The list of rounds."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.projects.empty import NoRounds
from facilitator.desk.view import View
from facilitator.desk.widgets import column


class RoundsPage(View):
    """The rounds, newest first; before there is one, what a round is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("projects.rounds")
        self.empty = NoRounds(desk)
        column(self.empty, on=self, margins=desk.px(24))
        self.first = self.empty.way
        self._stale = False

    def refresh(self) -> None:
        """Read the list."""
