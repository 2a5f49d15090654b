"""The page of meetings: the list of all of them, or the desk of one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place


def meetings_page(desk: Desk, place: Place) -> QWidget:
    """The list for `meetings`, the desk of a meeting for `meetings/ID` and its parts."""
    if place.which:
        from facilitator.desk.meeting.page import MeetingPage

        return MeetingPage(desk, place)
    from facilitator.desk.meetings.list import MeetingsPage

    return MeetingsPage(desk)
