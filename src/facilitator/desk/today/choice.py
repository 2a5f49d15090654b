"""Which meeting Today is about, and what is to be done with it next. Says nothing, decides nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.overview import MeetingRow


class Step(StrEnum):
    """What the big button does."""

    PREPARE = "prepare"
    SIGN_IN = "sign-in"  # people may come in: it enters that phase
    GO_ON_SIGNING = "go-on-signing"
    GO_ON = "go-on"
    READ_BACK = "read-back"


def meeting_of_the_day(rows: Sequence[MeetingRow], now: datetime) -> str:
    """The meeting that runs; else the next one called for today or later; else the last that was never held.

    "" when nothing is called. Meetings that are closed or cancelled are none.
    """
    open_ones = [row for row in rows if not row.closed_at]
    running = [row for row in open_ones if row.opened_at]
    if running:
        return running[0].meeting
    planned = {row.meeting: datetime.fromisoformat(row.planned) for row in open_ones}
    coming = [key for key, at in planned.items() if at.date() >= now.astimezone(at.tzinfo).date()]
    if coming:
        return min(coming, key=lambda key: planned[key])
    return max(planned, key=lambda key: planned[key]) if planned else ""


def next_step(meeting: Meeting, now: datetime) -> Step:
    """What comes next: on the day of the meeting people sign in, if there is something to meet about."""
    match meeting.phase.stage:
        case Stage.BEFORE:
            planned = meeting.call.planned
            due = planned.date() <= now.astimezone(planned.tzinfo).date()
            gathering = gathering_phase(meeting)
            return Step.SIGN_IN if due and gathering and _ready(meeting) else Step.PREPARE
        case Stage.GATHERING:
            return Step.GO_ON_SIGNING
        case Stage.CLOSING:
            return Step.READ_BACK
        case _:
            return Step.GO_ON


def _ready(meeting: Meeting) -> bool:
    """Whether it is known what it is about: a forum's theme, a selection's projects and money, an agenda."""
    if meeting.format.has("wall"):
        return bool(meeting.theme.question)
    if meeting.format.has("slate"):
        return bool(meeting.slate.standing) and meeting.slate.budget > 0
    return bool(meeting.agenda.items)


def gathering_phase(meeting: Meeting) -> str:
    """The phase in which people sign in, if it may be entered now; else ""."""
    phase = meeting.format.first(Stage.GATHERING)
    return phase.key if phase and phase.key in meeting.phase.next else ""


def free_item(meeting: Meeting) -> str:
    """An id for a further item that none on the agenda has or had."""
    number = len(meeting.agenda.items) + 1
    while meeting.agenda.get(f"i{number}") is not None:
        number += 1
    return f"i{number}"
