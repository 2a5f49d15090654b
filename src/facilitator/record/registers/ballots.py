"""Registers of votes on a slate: papers handed out and returned by chamber, and what is on each, without names.

While a vote runs, what each helper has read is kept. When it is closed, only the marks that count are left:
a strike on a paper can tell whose it is, and is in no register any more. Ballots typed for somebody are
counted, and none of them is in a register by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from facilitator.acts import Recorded
from facilitator.meeting.selection.ballots import BoxCounted, PapersIssued, VoteOpened, VoteVoided
from facilitator.meeting.selection.closing import PaperCorrected, VoteClosed
from facilitator.meeting.selection.entering import PaperEntered, PaperSettled
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recount import SelectionCounted
from facilitator.meeting.striking import StayStruck
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import as_json, change, put, put_all
from facilitator.record.registers.selection import said

VOTE = Table(
    "selection_vote",
    {
        "meeting": str,
        "vote": int,
        "among": str,
        "on_roll": int,
        "helpers": str,
        "opened_at": str,
        "closed_at": str,
        "typed": int,
        "overfull": str,
        "void": str,
    },
    ("meeting", "vote"),
    optional=frozenset({"closed_at", "typed", "void"}),
)
PAPERS = Table(
    "selection_papers",
    {
        "meeting": str,
        "vote": int,
        "seat_group": str,
        "issued": int,
        "returned": int,
        "typed": int,
        "valid": int,
        "blank": int,
        "invalid": int,
    },
    ("meeting", "vote", "seat_group"),
    optional=frozenset({"issued", "returned", "typed", "valid", "blank", "invalid"}),
)
READING = Table(
    "ballot_reading",
    {
        "meeting": str,
        "vote": int,
        "seat_group": str,
        "paper": int,
        "helper": int,
        "marks": str,
    },
    ("meeting", "vote", "seat_group", "paper", "helper"),
)
PAPER = Table(
    "ballot_paper",
    {"meeting": str, "vote": int, "seat_group": str, "paper": int, "unreadable": int},
    ("meeting", "vote", "seat_group", "paper"),
)
MARK = Table(
    "ballot_mark",
    {
        "meeting": str,
        "vote": int,
        "seat_group": str,
        "paper": int,
        "candidate": str,
        "mark": int,
    },
    ("meeting", "vote", "seat_group", "paper", "candidate"),
)
TOGETHER = 0
"""In place of a helper: both have settled it together."""


def opened(db: Handle, meeting: str, event: VoteOpened, recorded: Recorded) -> None:
    """A further vote."""
    said(db, meeting)
    put(
        db,
        VOTE,
        meeting=meeting,
        vote=event.number,
        among=" ".join(event.among),
        on_roll=len(event.present),
        helpers=" ".join(event.helpers),
        opened_at=recorded.at.isoformat(),
        overfull="",
    )


def off_the_roll(db: Handle, meeting: str, event: StayStruck, recorded: Recorded) -> None:
    """Somebody had not been there when it opened."""
    for number in event.votes:
        db.execute(
            "UPDATE selection_vote SET on_roll = on_roll - 1 WHERE meeting = ? AND vote = ?",
            (meeting, number),
        )


def _running(db: Handle, meeting: str) -> int:
    """The number of the vote that runs: the last one."""
    (number,) = db.execute(
        "SELECT max(vote) FROM selection_vote WHERE meeting = ?", (meeting,)
    ).fetchone()
    return number


def issued(db: Handle, meeting: str, event: PapersIssued, recorded: Recorded) -> None:
    """So many papers in a chamber."""
    _chamber(db, meeting, _running(db, meeting), event.group, issued=event.issued)


def box_counted(db: Handle, meeting: str, event: BoxCounted, recorded: Recorded) -> None:
    """So many in its box; what one helper had read beyond was a slip."""
    vote = _running(db, meeting)
    _chamber(db, meeting, vote, event.group, returned=event.returned)
    db.execute(
        "DELETE FROM ballot_reading WHERE meeting = ? AND vote = ? AND seat_group = ? AND paper > ?",
        (meeting, vote, event.group, event.returned),
    )


def _chamber(db: Handle, meeting: str, vote: int, group: str, **values: int) -> None:
    key = (meeting, vote, group)
    db.execute(
        "INSERT OR IGNORE INTO selection_papers (meeting, vote, seat_group) VALUES (?, ?, ?)", key
    )
    change(db, PAPERS, key, **values)


def entered(db: Handle, meeting: str, event: PaperEntered, recorded: Recorded) -> None:
    """What a helper has read."""
    _read(db, meeting, event.group, event.number, event.helper, event.ballot)


def settled(db: Handle, meeting: str, event: PaperSettled, recorded: Recorded) -> None:
    """What both have read together."""
    _read(db, meeting, event.group, event.number, TOGETHER, event.ballot)


def _read(db: Handle, meeting: str, group: str, number: int, helper: int, ballot: Marks) -> None:
    key = {"meeting": meeting, "vote": _running(db, meeting), "seat_group": group}
    put(db, READING, **key, paper=number, helper=helper, marks=as_json(ballot))


def closed(db: Handle, meeting: str, event: VoteClosed, recorded: Recorded) -> None:
    """What counts is left of the readings; nothing of a vote with too many papers in a box."""
    at, overfull = recorded.at.isoformat(), " ".join(event.overfull)
    key = (meeting, event.number)
    change(db, VOTE, key, closed_at=at, typed=event.typed, overfull=overfull)
    read = db.execute(
        "SELECT seat_group, paper, marks FROM ballot_reading WHERE meeting = ? AND vote = ?"
        " ORDER BY seat_group, paper, helper DESC",
        key,
    ).fetchall()
    _forget(db, *key)
    if not event.overfull:
        agreed = {(group, paper): marks for group, paper, marks in read}  # settled comes last
        ballots = [
            (group, paper, msgspec.json.decode(marks, type=Marks))
            for (group, paper), marks in agreed.items()
        ]
        _count(db, meeting, event.number, ballots)


def corrected(db: Handle, meeting: str, event: PaperCorrected, recorded: Recorded) -> None:
    """What is on it after all."""
    db.execute(
        "DELETE FROM ballot_mark WHERE meeting = ? AND vote = ? AND seat_group = ? AND paper = ?",
        (meeting, event.vote, event.group, event.number),
    )
    _count(db, meeting, event.vote, [(event.group, event.number, event.ballot)])


def _count(db: Handle, meeting: str, vote: int, ballots: Sequence[tuple[str, int, Marks]]) -> None:
    key = ("meeting", "vote", "seat_group", "paper")
    papers = (
        (meeting, vote, group, paper, int(ballot.unreadable)) for group, paper, ballot in ballots
    )
    put_all(db, PAPER, (*key, "unreadable"), papers)
    marks = (
        (meeting, vote, group, paper, candidate, mark)
        for group, paper, ballot in ballots
        for candidate, mark in ballot.marks.items()
        if candidate not in ballot.struck
    )
    put_all(db, MARK, (*key, "candidate", "mark"), marks)


def voided(db: Handle, meeting: str, event: VoteVoided, recorded: Recorded) -> None:
    """Nothing of it counts, nor of what rested on it."""
    first, among = event.number, _among(db, meeting, event.number)
    last = first if among else _running(db, meeting)
    for number in range(first, last + 1):
        db.execute(
            "UPDATE selection_vote SET void = coalesce(void, ?) WHERE meeting = ? AND vote = ?",
            (event.reason, meeting, number),
        )
        _forget(db, meeting, number)


def _among(db: Handle, meeting: str, number: int) -> str:
    key = (meeting, number)
    (among,) = db.execute(
        "SELECT among FROM selection_vote WHERE meeting = ? AND vote = ?", key
    ).fetchone()
    return among


def _forget(db: Handle, meeting: str, vote: int) -> None:
    for table in (READING, PAPER, MARK):
        db.execute(f'DELETE FROM "{table.name}" WHERE meeting = ? AND vote = ?', (meeting, vote))


def counted(db: Handle, meeting: str, event: SelectionCounted, recorded: Recorded) -> None:
    """How many ballots of each chamber were valid, blank, void."""
    for group, papers in event.papers.items():
        _chamber(
            db,
            meeting,
            event.vote,
            group,
            typed=papers.typed,
            valid=papers.valid,
            blank=papers.blank,
            invalid=papers.void,
        )


TABLES = (VOTE, PAPERS, READING, PAPER, MARK)
WRITERS = {
    VoteOpened: opened,
    PapersIssued: issued,
    BoxCounted: box_counted,
    PaperEntered: entered,
    PaperSettled: settled,
    VoteClosed: closed,
    PaperCorrected: corrected,
    VoteVoided: voided,
    SelectionCounted: counted,
    StayStruck: off_the_roll,
}
