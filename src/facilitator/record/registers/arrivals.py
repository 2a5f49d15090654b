"""Registers of calls to departments and of matters that came in from outside."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.followup.calls import (
    CallAssessed,
    CallReceived,
    CallWithdrawn,
    DepartmentCalled,
    SpotReached,
)
from facilitator.followup.intake import (
    MatterAnswered,
    MatterReceived,
    MatterReferred,
    MatterReopened,
)
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, put

CALL = Table(
    "call",
    {
        "call": str,
        "body": str,
        "department": str,
        "matter": str,
        "place": str,
        "caller": str,
        "minutes": int,
        "meeting": str,
        "decision": int,
        "made_at": str,
        "received_at": str,
        "arrived_at": str,
        "arrived_who": str,
        "settled": str,
        "assessment": str,
        "assessed_at": str,
        "withdrawn": str,
    },
    ("call",),
    optional=frozenset(
        {
            "received_at",
            "arrived_at",
            "arrived_who",
            "settled",
            "assessment",
            "assessed_at",
            "withdrawn",
        }
    ),
    indexes=(("made_at",), ("body", "made_at")),
)
INTAKE = Table(
    "intake",
    {
        "intake": str,
        "body": str,
        "source": str,
        "source_name": str,
        "reference": str,
        "title": str,
        "text": str,
        "received_on": str,
        "answer_by": str,
        "received_at": str,
        "settled": str,
        "settled_at": str,
        "settled_text": str,
        "settled_to": str,
    },
    ("intake",),
    optional=frozenset({"answer_by", "settled", "settled_at", "settled_text", "settled_to"}),
    indexes=(("settled", "received_at"), ("body", "received_at")),
)


def made(db: Handle, name: str, event: DepartmentCalled, recorded: Recorded) -> None:
    """A department is called."""
    put(
        db,
        CALL,
        call=name,
        body=event.body,
        department=event.department,
        matter=event.matter,
        place=event.place,
        caller=event.caller,
        minutes=event.minutes,
        meeting=event.meeting,
        decision=event.decision,
        made_at=recorded.at.isoformat(),
    )


def taken_on(db: Handle, name: str, event: CallReceived, recorded: Recorded) -> None:
    """The department has taken it on."""
    change(db, CALL, (name,), received_at=recorded.at.isoformat())


def arrived(db: Handle, name: str, event: SpotReached, recorded: Recorded) -> None:
    """Somebody is on the spot."""
    change(db, CALL, (name,), arrived_at=recorded.at.isoformat(), arrived_who=event.who)


def assessed(db: Handle, name: str, event: CallAssessed, recorded: Recorded) -> None:
    """The last assessment of the case."""
    change(
        db,
        CALL,
        (name,),
        settled=event.settled.value,
        assessment=event.text,
        assessed_at=recorded.at.isoformat(),
    )


def withdrawn(db: Handle, name: str, event: CallWithdrawn, recorded: Recorded) -> None:
    """It was a mistake, or not needed."""
    change(db, CALL, (name,), withdrawn=event.reason)


def received(db: Handle, name: str, event: MatterReceived, recorded: Recorded) -> None:
    """A matter came in; who brought it is not copied here."""
    put(
        db,
        INTAKE,
        intake=name,
        body=event.body,
        source=event.source.value,
        source_name=event.source_name,
        reference=event.reference,
        title=event.title,
        text=event.text,
        received_on=day(event.on) or recorded.at.date().isoformat(),
        answer_by=day(event.answer_by),
        received_at=recorded.at.isoformat(),
    )


def answered(db: Handle, name: str, event: MatterAnswered, recorded: Recorded) -> None:
    """Whoever brought it was answered."""
    _settle(db, name, "answered", event.text, "", recorded)


def referred(db: Handle, name: str, event: MatterReferred, recorded: Recorded) -> None:
    """It was passed on."""
    _settle(db, name, "referred", event.reason, event.to, recorded)


def _settle(db: Handle, name: str, how: str, text: str, to: str, recorded: Recorded) -> None:
    at = recorded.at.isoformat()
    change(db, INTAKE, (name,), settled=how, settled_at=at, settled_text=text, settled_to=to)


def reopened(db: Handle, name: str, event: MatterReopened, recorded: Recorded) -> None:
    """It was not settled after all."""
    nothing = dict.fromkeys(("settled", "settled_at", "settled_text", "settled_to"))
    change(db, INTAKE, (name,), **nothing)


TABLES = (CALL, INTAKE)
WRITERS = {
    DepartmentCalled: made,
    CallReceived: taken_on,
    SpotReached: arrived,
    CallAssessed: assessed,
    CallWithdrawn: withdrawn,
    MatterReceived: received,
    MatterAnswered: answered,
    MatterReferred: referred,
    MatterReopened: reopened,
}
