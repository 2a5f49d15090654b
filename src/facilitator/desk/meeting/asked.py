"""What everything around a meeting asks before it offers something: would it be taken, what time is it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QAbstractButton

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.part import MeetingCommand
from facilitator.opening import Onlooker
from facilitator.words.figures import clock

ASKED = "?"
"""Stands for a reason that people have not given yet, while only the question is asked."""


def only_looking(desk: Desk) -> str:
    """Why nothing can be recorded here, as a sentence; "" in an archive of one's own."""
    if not isinstance(desk.session, Onlooker):
        return ""
    return desk.sentence(RuleViolation("only-looking"))


def why_not(desk: Desk, command: MeetingCommand) -> str:
    """Why a command would be refused now, as a sentence; "" when it would be taken. Nothing happens."""
    if stuck := only_looking(desk):
        return stuck
    try:
        found = refusal(desk.session.meeting(command.meeting), command)
    except RuleViolation as unknown:
        found = unknown
    return desk.sentence(found) if found is not None else ""


def local(meeting: Meeting, at: datetime) -> datetime:
    """A time as the clocks in the room show it: in the offset in which the meeting was called."""
    return at.astimezone(meeting.call.planned.tzinfo)


def clock_at(meeting: Meeting, at: datetime) -> str:
    """A time of day in the room: 20:10."""
    return clock(local(meeting, at))


def allow(what: QAction | QAbstractButton, reason: str, tip: str = "") -> None:
    """Let something be done, or (with a reason) show that it cannot be, and why."""
    if what.isEnabled() == bool(reason):
        what.setEnabled(not reason)
    said = plain(reason or tip)
    if what.toolTip() != said:
        what.setToolTip(said)
    if isinstance(what, QAbstractButton):
        what.setAccessibleDescription(reason)


def plain(text: str) -> str:
    """Text for a tool tip: what would be read as markup is shown as signs that mean the same."""
    if Qt.mightBeRichText(text):
        return text.replace("&", "＆").replace("<", "＜")
    return text
