"""The desk of one meeting: the strip above, the record below, and between them what its phase needs."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.view import View


class MeetingPage(View):
    """See the module; the rooms for each phase are made when the phase is entered."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.meeting_id = place.which

    def refresh(self) -> None:
        """Show the phase the meeting is in."""
