"""The history of a round as a timeline; what was taken over or granted by hand can be struck there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import roundbook
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.desk import Desk
from facilitator.desk.followup.story import Story
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.widgets import card, column
from facilitator.rounds.round import Round
from facilitator.words.figures import airy
from facilitator.words.rounds_story import round_story

MOST = 100
"""Lines that are shown at once."""


class History(QWidget):
    """Oldest first, as it went."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__()
        self._desk, self.round = desk, round_
        self.setObjectName("history")
        px = desk.px
        self.story = Story(desk, most=MOST)
        self.story.wrong.connect(self._strike)
        inner = QWidget()
        column(self.story, None, on=inner, margins=(px(20), px(16), px(20), px(16)))
        self.first = scrolled(inner, desk.t("History"))
        frame = card()
        column(self.first, on=frame, margins=1)
        column(frame, on=self)

    def show_round(self, case: Round) -> None:
        """Show what happened."""
        session = self._desk.session
        titles = {one.project: one.title for one in roundbook.projects(session, self.round)}
        self._lines = round_story(case, titles, self._desk.lang)
        self.story.show_lines(self._lines, only_looking(self._desk))

    def _strike(self, entry: str) -> None:
        from facilitator.desk.projects.granting import StrikeRoundPanel

        line = next((one for one in self._lines if one.entry == entry), None)
        said = airy(line.whole(self._desk.lang)) if line else ""
        StrikeRoundPanel(self._desk, self, self.round, entry, said).open()
