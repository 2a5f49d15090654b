"""Giving the floor; to somebody who has spoken as often as is allowed only when everybody agrees."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.floor import GiveFloor, Side


def give_floor(desk: Desk, meeting: Meeting, speaker: str, side: Side | None = None) -> bool:
    """Give the floor, and tell whether it was; where the limit stands in the way, ask for leave."""
    command = GiveFloor(meeting=meeting.id, speaker=speaker, side=side)
    found = refusal(meeting, command)
    if found is None or found.code != "speech-limit":
        return bool(desk.do(command))
    beyond = GiveFloor(meeting=meeting.id, speaker=speaker, side=side, by_leave=True)

    def speak() -> None:
        desk.do(beyond)

    way = desk.t("All agree: once more"), speak
    desk.noticed.emit(Notice(Tone.ASKED, desk.sentence(found), way))
    return False
