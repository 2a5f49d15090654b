"""The page of one round."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import column, elided


class RoundPage(View):
    """Its head, and the board of its projects."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__(desk)
        self.setObjectName("round")
        self.round = round_
        self.title = elided("", "title", name="round.title")
        column(self.title, None, on=self, margins=desk.px(24))
        self.refresh_now()

    def turn_to(self, view: str) -> None:
        """Show another view of the round."""

    def refresh(self) -> None:
        """Read the round."""
        self.title.setText(self.desk.session.round(self.round).round.title)
