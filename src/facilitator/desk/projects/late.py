"""How many projects have something overdue, kept at the rail's button while one is anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import roundbook
from facilitator.desk.followup.late import Late

if TYPE_CHECKING:
    from datetime import date

    from facilitator.session import Change


class ProjectsLate(Late):
    """Counts as the one of follow-up does, after acts of rounds and projects."""

    def number(self, day: date) -> int:
        """How many are overdue on a day, in all rounds."""
        return roundbook.late(self._desk.session, day)

    def concerns(self, change: Change) -> bool:
        """Acts of rounds and their projects."""
        return change.stream.startswith(("round/", "project/"))
