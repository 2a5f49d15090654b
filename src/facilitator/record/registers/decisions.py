"""The register of decisions and of who carries them out."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.decisions import (
    Assigned,
    Assignment,
    AssignmentCorrected,
    DecisionAnnulled,
    DecisionMade,
)
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, put

DECISION = Table(
    "decision",
    {
        "meeting": str,
        "number": int,
        "body": str,
        "term": int,
        "motion": str,
        "poll": str,
        "title": str,
        "text": str,
        "made_at": str,
        "annulled_at": str,
        "implementer": str,
        "task": str,
        "begins": str,
        "due": str,
        "report_by": str,
        "review_on": str,
        "money_fen": int,
        "money_source": str,
    },
    ("meeting", "number"),
    optional=frozenset(
        [
            "annulled_at",
            "implementer",
            "task",
            "begins",
            "due",
            "report_by",
            "review_on",
            "money_fen",
            "money_source",
        ]
    ),
    indexes=(("body", "term", "number"), ("made_at", "number")),
)


def made(db: Handle, meeting: str, event: DecisionMade, recorded: Recorded) -> None:
    """A decision with its text as carried."""
    body, term = db.execute(
        "SELECT body, term FROM meeting WHERE meeting = ?", (meeting,)
    ).fetchone()
    title, text = db.execute(
        "SELECT coalesce(nullif(m.title, ''), i.title), m.text FROM motion m"
        " JOIN agenda_item i ON i.meeting = m.meeting AND i.item = m.item"
        " WHERE m.meeting = ? AND m.motion = ?",
        (meeting, event.motion),
    ).fetchone()
    put(
        db,
        DECISION,
        meeting=meeting,
        number=event.number,
        body=body,
        term=term,
        motion=event.motion,
        poll=event.poll,
        title=title,
        text=text,
        made_at=recorded.at.isoformat(),
    )


def annulled(db: Handle, meeting: str, event: DecisionAnnulled, recorded: Recorded) -> None:
    """A decision that a corrected vote did not carry."""
    key = (meeting, event.number)
    change(db, DECISION, key, annulled_at=recorded.at.isoformat())


def assigned(db: Handle, meeting: str, event: Assigned, recorded: Recorded) -> None:
    """Who carries a decision out."""
    _assignment(db, meeting, event.decision, event.assignment)


def assignment_corrected(
    db: Handle, meeting: str, event: AssignmentCorrected, recorded: Recorded
) -> None:
    """The assignment as it was given."""
    _assignment(db, meeting, event.decision, event.assignment)


def _assignment(db: Handle, meeting: str, number: int, given: Assignment) -> None:
    change(
        db,
        DECISION,
        (meeting, number),
        implementer=given.implementer,
        task=given.task,
        begins=day(given.begins),
        due=day(given.due),
        report_by=day(given.report_by),
        review_on=day(given.review_on),
        money_fen=given.money_fen,
        money_source=given.money_source,
    )


TABLES = (DECISION,)
WRITERS = {
    DecisionMade: made,
    DecisionAnnulled: annulled,
    Assigned: assigned,
    AssignmentCorrected: assignment_corrected,
}
