"""Registers of motions, polls, votes, decisions and corrections."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from facilitator.acts import Recorded
from facilitator.meeting.agenda import ItemEdited
from facilitator.meeting.attendance import TimesCorrected
from facilitator.meeting.closing import (
    CastingVoteGiven,
    ContestedRuledOn,
    OutcomeRevised,
    PollClosed,
    PollVoided,
)
from facilitator.meeting.decisions import (
    Assigned,
    Assignment,
    AssignmentCorrected,
    DecisionAnnulled,
    DecisionMade,
)
from facilitator.meeting.motions import (
    AmendmentPut,
    MotionAmended,
    MotionPostponed,
    MotionPut,
    MotionReworded,
    MotionSeconded,
    MotionWithdrawn,
)
from facilitator.meeting.notes import NoteCorrected, NoteStruck
from facilitator.meeting.polls import PollOpened
from facilitator.meeting.voting import (
    BallotsCorrected,
    HandsCorrected,
    VoteCast,
    VoteCorrected,
)
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, name_of, put
from facilitator.rules.outcome import Outcome

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
)
POLL = Table(
    "poll",
    {
        "meeting": str,
        "poll": str,
        "motion": str,
        "method": str,
        "rule": str,
        "opened_at": str,
        "closed_at": str,
        "verdict": str,
        "reason": str,
        "share": str,
        "strict": int,
        "base": str,
        "base_size": int,
        "needed": int,
        "missing": int,
        "seats": int,
        "in_office": int,
        "present": int,
        "recused": int,
        "in_favour": int,
        "against": int,
        "abstained": int,
        "blank": int,
        "void": int,
        "outcome": str,
    },
    ("meeting", "poll"),
    optional=frozenset(
        [
            "closed_at",
            "verdict",
            "share",
            "strict",
            "base",
            "base_size",
            "needed",
            "missing",
            "seats",
            "in_office",
            "present",
            "recused",
            "in_favour",
            "against",
            "abstained",
            "blank",
            "void",
            "outcome",
        ]
    ),
)
VOTE = Table(
    "vote",
    {"meeting": str, "poll": str, "member": str, "choice": str},
    ("meeting", "poll", "member"),
)
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
    indexes=(("body", "term", "number"),),
)
CORRECTION = Table(
    "correction",
    {
        "meeting": str,
        "version": int,
        "what": str,
        "subject": str,
        "old": str,
        "new": str,
        "reason": str,
        "at": str,
        "actor": str,
    },
    ("meeting", "version"),
)


def motion_put(db: Database, stream: str, recorded: Recorded) -> None:
    """A motion as moved."""
    event = recorded.event
    assert isinstance(event, MotionPut)
    _motion(db, stream, recorded, event, title=event.title)


def amendment_put(db: Database, stream: str, recorded: Recorded) -> None:
    """An amendment as moved."""
    event = recorded.event
    assert isinstance(event, AmendmentPut)
    _motion(db, stream, recorded, event, amends=event.amends, becomes=event.becomes)


def _motion(
    db: Database, stream: str, recorded: Recorded, event: MotionPut | AmendmentPut, **values: str
) -> None:
    empty = {"title": "", "amends": "", "becomes": "", "second": "", "reason": ""}
    put(
        db,
        MOTION,
        **(empty | values),
        meeting=name_of(stream),
        motion=event.motion,
        item=event.item,
        mover=event.mover,
        text=event.text,
        state="pending",
        at=recorded.at.isoformat(),
    )


def seconded(db: Database, stream: str, recorded: Recorded) -> None:
    """Somebody seconded it."""
    event = recorded.event
    assert isinstance(event, MotionSeconded)
    change(db, MOTION, (name_of(stream), event.motion), second=event.member)


def reworded(db: Database, stream: str, recorded: Recorded) -> None:
    """Its wording was put right."""
    event = recorded.event
    assert isinstance(event, MotionReworded)
    change(db, MOTION, (name_of(stream), event.motion), text=event.text)
    _correct(db, stream, recorded, "motion", event.motion, event.old, event.text, event.reason)


def amended(db: Database, stream: str, recorded: Recorded) -> None:
    """An amendment changed its wording."""
    event = recorded.event
    assert isinstance(event, MotionAmended)
    meeting = name_of(stream)
    change(db, MOTION, (meeting, event.motion), text=event.text)
    db.execute(
        "UPDATE decision SET text = ? WHERE meeting = ? AND motion = ?",
        (event.text, meeting, event.motion),
    )


def withdrawn(db: Database, stream: str, recorded: Recorded) -> None:
    """The mover took it back."""
    event = recorded.event
    assert isinstance(event, MotionWithdrawn)
    key = (name_of(stream), event.motion)
    change(db, MOTION, key, state="withdrawn", reason=event.reason)


def postponed(db: Database, stream: str, recorded: Recorded) -> None:
    """It was put off."""
    event = recorded.event
    assert isinstance(event, MotionPostponed)
    key = (name_of(stream), event.motion)
    change(db, MOTION, key, state="postponed", reason=event.reason)


def opened(db: Database, stream: str, recorded: Recorded) -> None:
    """A poll that runs."""
    event = recorded.event
    assert isinstance(event, PollOpened)
    put(
        db,
        POLL,
        meeting=name_of(stream),
        poll=event.poll,
        motion=event.motion,
        method=event.method.value,
        rule=event.rule,
        opened_at=recorded.at.isoformat(),
        reason="",
    )


def cast(db: Database, stream: str, recorded: Recorded) -> None:
    """An answer to the roll call."""
    event = recorded.event
    assert isinstance(event, VoteCast)
    meeting = name_of(stream)
    put(db, VOTE, meeting=meeting, poll=event.poll, member=event.member, choice=event.choice.value)


def vote_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """The answer as it was given, or none."""
    event = recorded.event
    assert isinstance(event, VoteCorrected)
    meeting, key = name_of(stream), (name_of(stream), event.poll, event.member)
    if event.choice is None:
        db.execute("DELETE FROM vote WHERE meeting = ? AND poll = ? AND member = ?", key)
    else:
        choice = event.choice.value
        put(db, VOTE, meeting=meeting, poll=event.poll, member=event.member, choice=choice)
    old, new = event.old or "", event.choice or ""
    _correct(db, stream, recorded, "vote", f"{event.poll} {event.member}", old, new, event.reason)


def hands_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """Hands as they were counted."""
    event = recorded.event
    assert isinstance(event, HandsCorrected)
    old, new = _json(event.old), _json(event.hands)
    _correct(db, stream, recorded, "hands", event.poll, old, new, event.reason)


def ballots_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """Ballots as they were counted."""
    event = recorded.event
    assert isinstance(event, BallotsCorrected)
    old, new = _json(event.old), _json(event.ballots)
    _correct(db, stream, recorded, "ballots", event.poll, old, new, event.reason)


def closed(db: Database, stream: str, recorded: Recorded) -> None:
    """A poll and its outcome."""
    event = recorded.event
    assert isinstance(event, PollClosed)
    key = (name_of(stream), event.poll)
    change(db, POLL, key, closed_at=recorded.at.isoformat())
    _outcome(db, stream, event.poll, event.outcome)


def revised(db: Database, stream: str, recorded: Recorded) -> None:
    """The outcome after a correction."""
    event = recorded.event
    assert isinstance(event, OutcomeRevised)
    _outcome(db, stream, event.poll, event.outcome, governs=event.governs)


MOTION_STATES = {
    "passed": "carried",
    "failed": "lost",
    "undecided": "undecided",
    "not-valid": "pending",
}


def _outcome(
    db: Database, stream: str, poll: str, outcome: Outcome, *, governs: bool = True
) -> None:
    meeting, test, tally = name_of(stream), outcome.governing, outcome.tally
    change(
        db,
        POLL,
        (meeting, poll),
        verdict=outcome.verdict.value,
        reason=outcome.reason.value,
        share=test.share,
        strict=int(test.strict),
        base=test.base.value,
        base_size=test.base_size,
        needed=test.needed,
        missing=test.missing,
        seats=tally.seats,
        in_office=tally.in_office,
        present=tally.present,
        recused=tally.recused,
        in_favour=tally.in_favour,
        against=tally.against,
        abstained=tally.abstained,
        blank=tally.blank,
        void=tally.void,
        outcome=_json(outcome),
    )
    if not governs:  # the motion has moved on since that vote
        return
    db.execute(
        "UPDATE motion SET state = ? WHERE meeting = ?"
        " AND motion = (SELECT motion FROM poll WHERE meeting = ? AND poll = ?)",
        (MOTION_STATES[outcome.verdict.value], meeting, meeting, poll),
    )


def voided(db: Database, stream: str, recorded: Recorded) -> None:
    """A poll that does not count."""
    event = recorded.event
    assert isinstance(event, PollVoided)
    key = (name_of(stream), event.poll)
    change(
        db, POLL, key, closed_at=recorded.at.isoformat(), verdict="not-valid", reason=event.reason
    )


def casting_vote(db: Database, stream: str, recorded: Recorded) -> None:
    """The chair's vote on a tie."""
    event = recorded.event
    assert isinstance(event, CastingVoteGiven)
    _correct(db, stream, recorded, "casting-vote", event.poll, "", event.choice.value, "")


def contested(db: Database, stream: str, recorded: Recorded) -> None:
    """A ruling on votes of seats held by the wrong group."""
    event = recorded.event
    assert isinstance(event, ContestedRuledOn)
    new = "counted" if event.count_them else "not-counted"
    _correct(db, stream, recorded, "contested", event.poll, "", new, event.reason)


def made(db: Database, stream: str, recorded: Recorded) -> None:
    """A decision with its text as carried."""
    event = recorded.event
    assert isinstance(event, DecisionMade)
    meeting = name_of(stream)
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


def annulled(db: Database, stream: str, recorded: Recorded) -> None:
    """A decision that a corrected vote did not carry."""
    event = recorded.event
    assert isinstance(event, DecisionAnnulled)
    key = (name_of(stream), event.number)
    change(db, DECISION, key, annulled_at=recorded.at.isoformat())


def assigned(db: Database, stream: str, recorded: Recorded) -> None:
    """Who carries a decision out."""
    event = recorded.event
    assert isinstance(event, Assigned)
    _assignment(db, stream, event.decision, event.assignment)


def assignment_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """The assignment as it was given."""
    event = recorded.event
    assert isinstance(event, AssignmentCorrected)
    _assignment(db, stream, event.decision, event.assignment)
    old, new = _json(event.old), _json(event.assignment)
    _correct(db, stream, recorded, "assignment", str(event.decision), old, new, event.reason)


def _assignment(db: Database, stream: str, number: int, given: Assignment) -> None:
    change(
        db,
        DECISION,
        (name_of(stream), number),
        implementer=given.implementer,
        task=given.task,
        begins=day(given.begins),
        due=day(given.due),
        report_by=day(given.report_by),
        review_on=day(given.review_on),
        money_fen=given.money_fen,
        money_source=given.money_source,
    )


def item_edited(db: Database, stream: str, recorded: Recorded) -> None:
    """An announced item whose title changed."""
    event = recorded.event
    assert isinstance(event, ItemEdited)
    if event.reason:
        _correct(
            db, stream, recorded, "item", event.item, event.old_title, event.title, event.reason
        )


def times_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """A time of coming or going."""
    event = recorded.event
    assert isinstance(event, TimesCorrected)
    old = f"{day(event.old_came)}/{day(event.old_left) or ''}"
    new = f"{day(event.came)}/{day(event.left) or ''}"
    _correct(db, stream, recorded, "times", event.person, old, new, event.reason)


def note_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """A line of the record."""
    event = recorded.event
    assert isinstance(event, NoteCorrected)
    _correct(db, stream, recorded, "note", event.note, event.old, event.text, event.reason)


def note_struck(db: Database, stream: str, recorded: Recorded) -> None:
    """A line that should not be there."""
    event = recorded.event
    assert isinstance(event, NoteStruck)
    _correct(db, stream, recorded, "note", event.note, "", "", event.reason)


def _correct(
    db: Database,
    stream: str,
    recorded: Recorded,
    what: str,
    subject: str,
    old: str,
    new: str,
    reason: str,
) -> None:
    put(
        db,
        CORRECTION,
        meeting=name_of(stream),
        version=recorded.version,
        what=what,
        subject=subject,
        old=str(old),
        new=str(new),
        reason=reason,
        at=recorded.at.isoformat(),
        actor=recorded.actor,
    )


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()


TABLES = (MOTION, POLL, VOTE, DECISION, CORRECTION)
WRITERS = {
    MotionPut: motion_put,
    AmendmentPut: amendment_put,
    MotionSeconded: seconded,
    MotionReworded: reworded,
    MotionAmended: amended,
    MotionWithdrawn: withdrawn,
    MotionPostponed: postponed,
    PollOpened: opened,
    VoteCast: cast,
    VoteCorrected: vote_corrected,
    HandsCorrected: hands_corrected,
    BallotsCorrected: ballots_corrected,
    PollClosed: closed,
    OutcomeRevised: revised,
    PollVoided: voided,
    CastingVoteGiven: casting_vote,
    ContestedRuledOn: contested,
    DecisionMade: made,
    DecisionAnnulled: annulled,
    Assigned: assigned,
    AssignmentCorrected: assignment_corrected,
}
CORRECTIONS = {
    ItemEdited: item_edited,
    TimesCorrected: times_corrected,
    NoteCorrected: note_corrected,
    NoteStruck: note_struck,
}
"""Further writers of the correction register, for events that other registers look at too."""
