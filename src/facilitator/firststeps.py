"""First steps, read from what an archive holds: those of one's own, and what there is to try in a rehearsal."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from enum import StrEnum

from facilitator import overview
from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.session import Session

NEWEST = 50
"""Meetings that are looked at: whoever has more has taken the steps long ago."""


class Deed(StrEnum):
    """What no archive holds, and a door has to remember."""

    REHEARSED = "rehearsed"
    BACKED_UP = "backed-up"
    EXPORTED = "exported"  # a paper was written or printed
    MINUTES = "minutes"  # and it was the record of a meeting
    SOUGHT = "sought"  # something was looked for and found


class Step(StrEnum):
    """One of them, in the order in which it is shown."""

    FOUND = "found"
    ENROL = "enrol"
    REHEARSE = "rehearse"
    PREPARE = "prepare"
    BACK_UP = "back-up"
    MINUTES = "minutes"
    OPEN = "open"
    VOTE = "vote"
    NOTICE = "notice"
    SEEK = "seek"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Stand:
    """A step, whether it was taken, and of what it is."""

    step: Step
    done: bool
    body: str = ""
    meeting: str = ""


def first_steps(session: Session, done: Set[Deed]) -> tuple[Stand, ...]:
    """What stands between a new archive and the first minutes that leave the house."""
    bodies = overview.bodies(session)
    meetings = overview.meetings_page(session, lang="zh", limit=NEWEST)
    seated = next((one.body for one in bodies if one.members), "")
    held = [one for one in meetings if one.cancelled is None]
    body = seated or (bodies[0].body if bodies else "")
    last = next((one.meeting for one in held if one.closed_at), held[0].meeting if held else "")
    return (
        Stand(Step.FOUND, bool(bodies), body),
        Stand(Step.ENROL, bool(seated), body),
        Stand(Step.REHEARSE, Deed.REHEARSED in done),
        Stand(Step.PREPARE, bool(held), body, held[0].meeting if held else ""),
        Stand(Step.BACK_UP, Deed.BACKED_UP in done),
        Stand(Step.MINUTES, Deed.MINUTES in done, body, last),
    )


def trials(session: Session, done: Set[Deed], since: datetime) -> tuple[Stand, ...]:
    """What is worth trying in a rehearsal that begins at `since`, with the meeting of that evening."""
    evening = _evening(session, since)
    if evening is None:
        return ()
    voted = any(poll.outcome is not None for poll in evening.polls.all.values())
    body, name = evening.council.body, evening.id
    return (
        Stand(Step.OPEN, evening.phase.stage is not Stage.BEFORE, body, name),
        Stand(Step.VOTE, voted, body, name),
        Stand(Step.NOTICE, Deed.EXPORTED in done, body, name),
        Stand(Step.SEEK, Deed.SOUGHT in done),
        Stand(Step.REPORT, overview.followed_up_since(session, since)),
    )


def _evening(session: Session, since: datetime) -> Meeting | None:
    """The next meeting that was to be held then."""
    rows = [
        one
        for one in overview.meetings(session)
        if one.cancelled is None and datetime.fromisoformat(one.planned) >= since
    ]
    return session.meeting(rows[-1].meeting) if rows else None
