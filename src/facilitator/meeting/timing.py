"""How long things last, by a clock that does not jump: speeches, and items in hand.

`steady` is the time of now with every jump of the computer's clock taken off (`Lifecycle.shift`).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from facilitator.meeting.floor import Speech
from facilitator.meeting.lifecycle import ClockJumped, Recessed, Resumed
from facilitator.meeting.meeting import Meeting

WARNING = 30
"""Seconds before the end of a speech from which on its clock warns; half of a speech shorter than a minute."""


class Pace(StrEnum):
    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


def lasting(speech: Speech, steady: datetime) -> timedelta:
    """How long a speech has lasted, over or not; never less than nothing."""
    if speech.lasted is not None:
        return speech.lasted
    return max(timedelta(), steady - speech.steady_began)


def pace(speech: Speech, steady: datetime) -> Pace:
    """Whether a speech nears its limit or is beyond it; always calm without a limit."""
    return pace_of(speech.limit, int(lasting(speech, steady).total_seconds()))


def pace_of(limit: int, used: int) -> Pace:
    """Whether `used` seconds near a limit or are beyond it; always calm without one (0)."""
    left = limit - used
    if not limit or left > min(WARNING, limit // 2):
        return Pace.CALM
    return Pace.WARNING if left >= 0 else Pace.OVER


def spoken(meeting: Meeting, item: str, steady: datetime) -> timedelta:
    """How long people have spoken on an item altogether; the host's own speeches are left out."""
    return sum((lasting(one, steady) for one in meeting.floor.on_item(item)), timedelta())


def turns(meeting: Meeting, item: str, speaker: str) -> int:
    """How often somebody has spoken on an item, a speech that still runs among them."""
    return sum(one.speaker == speaker for one in meeting.floor.on_item(item))


def in_hand(meeting: Meeting, item: str, steady: datetime) -> timedelta:
    """How long an item has been in hand altogether, breaks of the meeting left out."""
    whole, shift, since = timedelta(), timedelta(), None
    resting = False
    for entry in meeting.chronicle:
        event = entry.recorded.event
        if isinstance(event, ClockJumped):
            shift += timedelta(milliseconds=event.milliseconds)
        elif isinstance(event, (Recessed, Resumed)):
            resting = isinstance(event, Recessed)
        at = entry.recorded.at - shift
        going = entry.item == item and not resting
        if going and since is None:
            since = at
        elif not going and since is not None:
            whole, since = whole + (at - since), None
    return whole + max(timedelta(), steady - since) if since is not None else whole
