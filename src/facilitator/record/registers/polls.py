"""Registers of polls and of votes by name."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.closing import OutcomeRevised, PollClosed, PollVoided
from facilitator.meeting.consequences import STATE_AFTER
from facilitator.meeting.polls import PollOpened
from facilitator.meeting.voting import VoteCast, VoteCorrected
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import as_json, change, put
from facilitator.rules.outcome import Outcome

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


def opened(db: Handle, meeting: str, event: PollOpened, recorded: Recorded) -> None:
    """A poll that runs."""
    put(
        db,
        POLL,
        meeting=meeting,
        poll=event.poll,
        motion=event.motion,
        method=event.method.value,
        rule=event.rule,
        opened_at=recorded.at.isoformat(),
        reason="",
    )


def cast(db: Handle, meeting: str, event: VoteCast, recorded: Recorded) -> None:
    """An answer to the roll call."""
    put(db, VOTE, meeting=meeting, poll=event.poll, member=event.member, choice=event.choice.value)


def vote_corrected(db: Handle, meeting: str, event: VoteCorrected, recorded: Recorded) -> None:
    """The answer as it was given, or none."""
    key = (meeting, event.poll, event.member)
    if event.choice is None:
        db.execute("DELETE FROM vote WHERE meeting = ? AND poll = ? AND member = ?", key)
    else:
        choice = event.choice.value
        put(db, VOTE, meeting=meeting, poll=event.poll, member=event.member, choice=choice)


def closed(db: Handle, meeting: str, event: PollClosed, recorded: Recorded) -> None:
    """A poll and its outcome."""
    key = (meeting, event.poll)
    change(db, POLL, key, closed_at=recorded.at.isoformat())
    _outcome(db, meeting, event.poll, event.outcome)


def revised(db: Handle, meeting: str, event: OutcomeRevised, recorded: Recorded) -> None:
    """The outcome after a correction."""
    _outcome(db, meeting, event.poll, event.outcome, governs=event.governs)


def _outcome(
    db: Handle, meeting: str, poll: str, outcome: Outcome, *, governs: bool = True
) -> None:
    meeting, test, tally = meeting, outcome.governing, outcome.tally
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
        outcome=as_json(outcome),
    )
    if not governs:  # the motion has moved on since that vote
        return
    db.execute(
        "UPDATE motion SET state = ? WHERE meeting = ?"
        " AND motion = (SELECT motion FROM poll WHERE meeting = ? AND poll = ?)",
        (STATE_AFTER[outcome.verdict].value, meeting, meeting, poll),
    )


def voided(db: Handle, meeting: str, event: PollVoided, recorded: Recorded) -> None:
    """A poll that does not count."""
    key = (meeting, event.poll)
    change(
        db, POLL, key, closed_at=recorded.at.isoformat(), verdict="not-valid", reason=event.reason
    )


TABLES = (POLL, VOTE)
WRITERS = {
    PollOpened: opened,
    VoteCast: cast,
    VoteCorrected: vote_corrected,
    PollClosed: closed,
    OutcomeRevised: revised,
    PollVoided: voided,
}
