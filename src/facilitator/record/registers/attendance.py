"""Registers of who was in the room and when."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.attendance import (
    Arrived,
    Excused,
    Left,
    ObserverAdmitted,
    ObserverErased,
    TimesCorrected,
)
from facilitator.meeting.dismissing import ObserverDismissed
from facilitator.meeting.striking import StayStruck
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.councils import forget_person, put_person
from facilitator.record.registers.rows import change, day, put

STAY = Table(
    "stay",
    {
        "meeting": str,
        "person": str,
        "stay": int,
        "came": str,
        "left": str,
        "reason": str,
        "struck": str,
    },
    ("meeting", "person", "stay"),
    optional=frozenset({"left", "struck"}),
)
EXCUSED = Table("excused", {"meeting": str, "member": str, "reason": str}, ("meeting", "member"))
OBSERVER = Table(
    "observer",
    {"meeting": str, "person": str, "capacity": str},
    ("meeting", "person"),
)


def arrived(db: Handle, meeting: str, event: Arrived, recorded: Recorded) -> None:
    """A further stay begins."""
    (stays,) = db.execute(
        "SELECT count(*) FROM stay WHERE meeting = ? AND person = ?", (meeting, event.person)
    ).fetchone()
    put(
        db,
        STAY,
        meeting=meeting,
        person=event.person,
        stay=stays + 1,
        came=recorded.at.isoformat(),
        left=None,
        reason="",
        struck=None,
    )
    db.execute("DELETE FROM excused WHERE meeting = ? AND member = ?", (meeting, event.person))


def left(db: Handle, meeting: str, event: Left, recorded: Recorded) -> None:
    """The stay that lasts is over."""
    db.execute(
        'UPDATE stay SET "left" = ?, reason = ? WHERE meeting = ? AND person = ?'
        ' AND "left" IS NULL AND struck IS NULL',
        (recorded.at.isoformat(), event.reason, meeting, event.person),
    )


def times_corrected(db: Handle, meeting: str, event: TimesCorrected, recorded: Recorded) -> None:
    """The times as they were."""
    key = (meeting, event.person, event.stay)
    change(db, STAY, key, came=day(event.came), left=day(event.left))


def struck(db: Handle, meeting: str, event: StayStruck, recorded: Recorded) -> None:
    """A stay that never was; leave that it had ended stands again."""
    change(db, STAY, (meeting, event.person, event.stay), struck=event.reason)
    if event.leave is not None:
        put(db, EXCUSED, meeting=meeting, member=event.person, reason=event.leave)


def excused(db: Handle, meeting: str, event: Excused, recorded: Recorded) -> None:
    """A member asked for leave."""
    put(db, EXCUSED, meeting=meeting, member=event.member, reason=event.reason)


def admitted(db: Handle, meeting: str, event: ObserverAdmitted, recorded: Recorded) -> None:
    """Somebody without a vote."""
    put(
        db,
        OBSERVER,
        meeting=meeting,
        person=event.person_id,
        capacity=event.capacity.value,
    )
    put_person(db, f"meeting/{meeting}", event.person_id, event.person)


def erased(db: Handle, meeting: str, event: ObserverErased, recorded: Recorded) -> None:
    """Nothing of the person stays."""
    forget_person(db, f"meeting/{meeting}", event.person_id)


def dismissed(db: Handle, meeting: str, event: ObserverDismissed, recorded: Recorded) -> None:
    """Nobody expects them, and nothing of the person stays."""
    db.execute("DELETE FROM observer WHERE meeting = ? AND person = ?", (meeting, event.person_id))
    forget_person(db, f"meeting/{meeting}", event.person_id)


TABLES = (STAY, EXCUSED, OBSERVER)
WRITERS = {
    Arrived: arrived,
    Left: left,
    TimesCorrected: times_corrected,
    StayStruck: struck,
    Excused: excused,
    ObserverAdmitted: admitted,
    ObserverErased: erased,
    ObserverDismissed: dismissed,
}
