"""Whose name the acts at this desk bear."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.meeting.attendance import Capacity
from facilitator.session import account


def sign(desk: Desk, place: Place) -> None:
    """Acts from now on bear the name in the settings; without one, the recorder's of the meeting that is
    shown, if it has exactly one; else the name of the computer's account.
    """
    desk.session.actor = desk.settings.actor or _recorder(desk, place) or account()


def _recorder(desk: Desk, place: Place) -> str:
    if place.page != "meetings" or not place.which:
        return ""
    with desk.asking():
        meeting = desk.session.meeting(place.which)
        seen = meeting.attendance.observers.values()
        clerks = [one.person for one in seen if one.capacity is Capacity.SECRETARY]
        if len(clerks) == 1 and clerks[0] is not None:
            return clerks[0].name
    return ""
