"""The register of motions and amendments."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.motions import (
    AmendmentPut,
    MotionAmended,
    MotionPostponed,
    MotionPut,
    MotionReworded,
    MotionSeconded,
    MotionWithdrawn,
)
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, put

MOTION = Table(
    "motion",
    {
        "meeting": str,
        "motion": str,
        "item": str,
        "mover": str,
        "second": str,
        "title": str,
        "text": str,
        "amends": str,
        "becomes": str,
        "state": str,
        "reason": str,
        "at": str,
    },
    ("meeting", "motion"),
    indexes=(("state",),),
)


def motion_put(db: Handle, meeting: str, event: MotionPut, recorded: Recorded) -> None:
    """A motion as moved."""
    _motion(db, meeting, recorded, event, title=event.title)


def amendment_put(db: Handle, meeting: str, event: AmendmentPut, recorded: Recorded) -> None:
    """An amendment as moved."""
    _motion(db, meeting, recorded, event, amends=event.amends, becomes=event.becomes)


def _motion(
    db: Handle, meeting: str, recorded: Recorded, event: MotionPut | AmendmentPut, **values: str
) -> None:
    empty = {"title": "", "amends": "", "becomes": "", "second": "", "reason": ""}
    put(
        db,
        MOTION,
        **(empty | values),
        meeting=meeting,
        motion=event.motion,
        item=event.item,
        mover=event.mover,
        text=event.text,
        state="pending",
        at=recorded.at.isoformat(),
    )


def seconded(db: Handle, meeting: str, event: MotionSeconded, recorded: Recorded) -> None:
    """Somebody seconded it."""
    change(db, MOTION, (meeting, event.motion), second=event.member)


def reworded(db: Handle, meeting: str, event: MotionReworded, recorded: Recorded) -> None:
    """Its wording was put right."""
    change(db, MOTION, (meeting, event.motion), text=event.text)


def amended(db: Handle, meeting: str, event: MotionAmended, recorded: Recorded) -> None:
    """An amendment changed its wording."""
    change(db, MOTION, (meeting, event.motion), text=event.text)


def withdrawn(db: Handle, meeting: str, event: MotionWithdrawn, recorded: Recorded) -> None:
    """The mover took it back."""
    key = (meeting, event.motion)
    change(db, MOTION, key, state="withdrawn", reason=event.reason)


def postponed(db: Handle, meeting: str, event: MotionPostponed, recorded: Recorded) -> None:
    """It was put off."""
    key = (meeting, event.motion)
    change(db, MOTION, key, state="postponed", reason=event.reason)


TABLES = (MOTION,)
WRITERS = {
    MotionPut: motion_put,
    AmendmentPut: amendment_put,
    MotionSeconded: seconded,
    MotionReworded: reworded,
    MotionAmended: amended,
    MotionWithdrawn: withdrawn,
    MotionPostponed: postponed,
}
