"""Registers of a selection meeting: money and terms, what stands for selection, pitches, who steps back."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.selection.pitches import (
    PassedOver,
    PitchBegun,
    PitchEnded,
    PitchesOrdered,
    QuestionsOpened,
)
from facilitator.meeting.selection.recusals import StepBackLifted, SteppedBack
from facilitator.meeting.selection.reinstating import CandidateReinstated
from facilitator.meeting.selection.slate import (
    BudgetSet,
    Candidate,
    CandidateAdded,
    CandidateChanged,
    CandidateRemoved,
    CandidateWithdrawn,
    RoundTaken,
)
from facilitator.meeting.selection.terms import Terms, TermsSet
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, put

SELECTION = Table(
    "selection",
    {
        "meeting": str,
        "round": str,
        "title": str,
        "budget_fen": int,
        "ballot": str,
        "most": int,
        "most_each": int,
        "rule": str,
        "unaffordable": str,
        "completion": str,
        "worth": str,
        "least_votes": int,
        "step": int,
        "ties": str,
        "twice": int,
        "vote": int,
        "verdict": str,
        "voters": int,
        "spent_fen": int,
        "ruled": str,
        "announced_at": str,
    },
    ("meeting",),
    optional=frozenset({"vote", "verdict", "voters", "spent_fen", "announced_at"}),
)
CANDIDATE = Table(
    "candidate",
    {
        "meeting": str,
        "candidate": str,
        "number": int,
        "title": str,
        "place": str,
        "asked_fen": int,
        "own_fen": int,
        "pitch_place": int,
        "passed_over": str,
        "withdrawn": str,
    },
    ("meeting", "candidate"),
    optional=frozenset({"pitch_place", "passed_over", "withdrawn"}),
    indexes=(("meeting", "number"),),
)
STEP_BACK = Table(
    "step_back",
    {"meeting": str, "candidate": str, "member": str, "reason": str},
    ("meeting", "candidate", "member"),
)
PITCH = Table(
    "pitch",
    {
        "meeting": str,
        "pitch": int,
        "candidate": str,
        "who": str,
        "begun": str,
        "questions": str,
        "ended": str,
    },
    ("meeting", "pitch"),
    optional=frozenset({"questions", "ended"}),
)


def said(db: Handle, meeting: str, **values: object) -> None:
    """Change the row of a selection; it is there from its first event on, with the terms that hold then."""
    held = db.execute("SELECT 1 FROM selection WHERE meeting = ?", (meeting,)).fetchone()
    if held is None:
        begun = {"meeting": meeting, "round": "", "title": "", "budget_fen": 0, "ruled": ""}
        put(db, SELECTION, **begun, **_terms(Terms()))
    if values:
        change(db, SELECTION, (meeting,), **values)


def _terms(terms: Terms) -> dict[str, str | int]:
    ballot, counting = terms.ballot, terms.counting
    return {
        "ballot": ballot.kind.value,
        "most": ballot.most,
        "most_each": ballot.each,
        "rule": counting.rule.value,
        "unaffordable": counting.unaffordable.value,
        "completion": counting.completion.value,
        "worth": counting.worth.value,
        "least_votes": counting.least_votes,
        "step": counting.step,
        "ties": " ".join(way.value for way in counting.ties),
        "twice": int(terms.twice),
    }


def terms_set(db: Handle, meeting: str, event: TermsSet, recorded: Recorded) -> None:
    """How people vote and how it is counted."""
    said(db, meeting, **_terms(event.terms))


def round_taken(db: Handle, meeting: str, event: RoundTaken, recorded: Recorded) -> None:
    """The projects and the money of a round; what it admits no more is gone."""
    said(db, meeting, round=event.round, title=event.title, budget_fen=event.budget)
    for name in event.gone:
        _drop(db, meeting, name)
    for candidate in event.candidates:
        _set(db, meeting, candidate)


def budget_set(db: Handle, meeting: str, event: BudgetSet, recorded: Recorded) -> None:
    """So much money there is."""
    said(db, meeting, budget_fen=event.budget)


def candidate_set(
    db: Handle, meeting: str, event: CandidateAdded | CandidateChanged, recorded: Recorded
) -> None:
    """A project stands, or is written down otherwise."""
    said(db, meeting)
    _set(db, meeting, event.candidate)


def _set(db: Handle, meeting: str, candidate: Candidate) -> None:
    db.execute(
        "INSERT OR IGNORE INTO candidate (meeting, candidate, number, title, place, asked_fen, own_fen)"
        " SELECT ?, ?, count(*) + 1, '', '', 0, 0 FROM candidate WHERE meeting = ?",
        (meeting, candidate.id, meeting),
    )
    change(
        db,
        CANDIDATE,
        (meeting, candidate.id),
        title=candidate.title,
        place=candidate.place,
        asked_fen=candidate.asked,
        own_fen=candidate.own,
    )


def candidate_removed(
    db: Handle, meeting: str, event: CandidateRemoved, recorded: Recorded
) -> None:
    """It stood there by mistake; those after it move up."""
    _drop(db, meeting, event.candidate)


def _drop(db: Handle, meeting: str, name: str) -> None:
    key = (meeting, name)
    for column in ("number", "pitch_place"):
        db.execute(
            f"UPDATE candidate SET {column} = {column} - 1 WHERE meeting = ? AND {column} >"
            f" (SELECT {column} FROM candidate WHERE meeting = ? AND candidate = ?)",
            (meeting, *key),
        )
    for table in (CANDIDATE, STEP_BACK):
        db.execute(f'DELETE FROM "{table.name}" WHERE meeting = ? AND candidate = ?', key)


def withdrawn(db: Handle, meeting: str, event: CandidateWithdrawn, recorded: Recorded) -> None:
    """It stands no more."""
    change(db, CANDIDATE, (meeting, event.candidate), withdrawn=event.reason)


def reinstated(db: Handle, meeting: str, event: CandidateReinstated, recorded: Recorded) -> None:
    """It stands after all."""
    change(db, CANDIDATE, (meeting, event.candidate), withdrawn=None)


def stepped_back(db: Handle, meeting: str, event: SteppedBack, recorded: Recorded) -> None:
    """Who does not vote on it."""
    key = {"meeting": meeting, "candidate": event.candidate, "member": event.member}
    put(db, STEP_BACK, **key, reason=event.reason)


def lifted(db: Handle, meeting: str, event: StepBackLifted, recorded: Recorded) -> None:
    """Who does after all."""
    db.execute(
        "DELETE FROM step_back WHERE meeting = ? AND candidate = ? AND member = ?",
        (meeting, event.candidate, event.member),
    )


def ordered(db: Handle, meeting: str, event: PitchesOrdered, recorded: Recorded) -> None:
    """In which order they are presented."""
    db.execute("UPDATE candidate SET pitch_place = NULL WHERE meeting = ?", (meeting,))
    for place, name in enumerate(event.order, 1):
        change(db, CANDIDATE, (meeting, name), pitch_place=place)


def begun(db: Handle, meeting: str, event: PitchBegun, recorded: Recorded) -> None:
    """It is presented after all, if nobody had."""
    (held,) = db.execute("SELECT count(*) FROM pitch WHERE meeting = ?", (meeting,)).fetchone()
    put(
        db,
        PITCH,
        meeting=meeting,
        pitch=held + 1,
        candidate=event.candidate,
        who=event.who,
        begun=recorded.at.isoformat(),
    )
    change(db, CANDIDATE, (meeting, event.candidate), passed_over=None)


def questions(db: Handle, meeting: str, event: QuestionsOpened, recorded: Recorded) -> None:
    """People ask."""
    _of_pitch(db, meeting, "questions", recorded)


def ended(db: Handle, meeting: str, event: PitchEnded, recorded: Recorded) -> None:
    """Pitch and questions are over."""
    _of_pitch(db, meeting, "ended", recorded)


def _of_pitch(db: Handle, meeting: str, column: str, recorded: Recorded) -> None:
    db.execute(
        f"UPDATE pitch SET {column} = ? WHERE meeting = ? AND pitch ="
        " (SELECT max(pitch) FROM pitch WHERE meeting = ?)",
        (recorded.at.isoformat(), meeting, meeting),
    )


def passed_over(db: Handle, meeting: str, event: PassedOver, recorded: Recorded) -> None:
    """Nobody presents it."""
    change(db, CANDIDATE, (meeting, event.candidate), passed_over=event.reason)


TABLES = (SELECTION, CANDIDATE, STEP_BACK, PITCH)
WRITERS = {
    TermsSet: terms_set,
    RoundTaken: round_taken,
    BudgetSet: budget_set,
    CandidateAdded: candidate_set,
    CandidateChanged: candidate_set,
    CandidateRemoved: candidate_removed,
    CandidateWithdrawn: withdrawn,
    CandidateReinstated: reinstated,
    SteppedBack: stepped_back,
    StepBackLifted: lifted,
    PitchesOrdered: ordered,
    PitchBegun: begun,
    QuestionsOpened: questions,
    PitchEnded: ended,
    PassedOver: passed_over,
}
