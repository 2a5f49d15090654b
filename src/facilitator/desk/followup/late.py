"""How many matters are overdue, kept at the rail's button while one is anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator import aftermath
from facilitator.acts import Trouble
from facilitator.words.figures import airy

if TYPE_CHECKING:
    from datetime import date

    from facilitator.desk.desk import Desk
    from facilitator.desk.rail import RailButton
    from facilitator.session import Change

ROOMS = ("followup.", "decisions.", "reviews.", "actions.", "polls.")
"""How the tags of events begin that may change what is overdue."""


class Late(QObject):
    """Counts at once, after each act that may change it, and when a day begins."""

    def __init__(self, desk: Desk, button: RailButton) -> None:
        super().__init__(button)
        self._desk, self._button = desk, button
        self._day = desk.now().date()
        desk.changed.connect(self._changed)
        desk.second.connect(self._tick)
        self.count()

    def count(self) -> None:
        """Count now. An archive that cannot be read says so elsewhere."""
        try:
            number = self.number(self._desk.now().date())
        except Trouble:
            return
        t = self._desk.t
        self._button.show_badge(number, airy(t.many("{n} overdue", "{n} overdue", number)))

    def number(self, day: date) -> int:
        """How many are overdue on a day, in all bodies."""
        return aftermath.late(self._desk.session, day)

    def concerns(self, change: Change) -> bool:
        """Whether an act may change what is overdue."""
        return any(tag_of(one.event).startswith(ROOMS) for one in change.events)

    def _changed(self, change: Change) -> None:
        if change.everything or self.concerns(change):
            self.count()

    def _tick(self) -> None:
        if (day := self._desk.now().date()) != self._day:
            self._day = day
            self.count()


def tag_of(event: object) -> str:
    """The tag under which an event stands in the journal."""
    return str(getattr(event, "__struct_config__").tag)  # noqa: B009 pyright knows it not of every event
