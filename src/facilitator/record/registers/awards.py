"""Registers of what a selection came to: its lines, also by chamber, money in part, ties, announcements."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.selection.ballots import VoteVoided
from facilitator.meeting.selection.outcome import (
    Announced,
    AnnouncementTakenBack,
    FundedInPart,
    parts_after,
)
from facilitator.meeting.selection.recount import SelectionCounted
from facilitator.meeting.selection.ties import LotDrawn, RevoteCounted, TieRuled
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, put
from facilitator.record.registers.selection import said

LINE = Table(
    "selection_line",
    {
        "meeting": str,
        "candidate": str,
        "position": int,
        "place": int,
        "votes": int,
        "supporters": int,
        "fate": str,
        "cost_fen": int,
        "round": int,
        "tie": str,
    },
    ("meeting", "candidate"),
    optional=frozenset({"tie"}),
    indexes=(("meeting", "position"),),
)
LINE_GROUP = Table(
    "selection_line_group",
    {"meeting": str, "candidate": str, "seat_group": str, "votes": int},
    ("meeting", "candidate", "seat_group"),
)
PART = Table(
    "selection_part",
    {"meeting": str, "candidate": str, "position": int, "fen": int, "reason": str},
    ("meeting", "candidate"),
)
TIE_BREAK = Table(
    "selection_tie_break",
    {
        "meeting": str,
        "version": int,
        "way": str,
        "found": str,
        "told": str,
        "witnesses": str,
        "at": str,
    },
    ("meeting", "version"),
)
ANNOUNCEMENT = Table(
    "selection_announcement",
    {
        "meeting": str,
        "announcement": int,
        "vote": int,
        "announced_at": str,
        "taken_back_at": str,
        "reason": str,
    },
    ("meeting", "announcement"),
    optional=frozenset({"taken_back_at", "reason"}),
)


def counted(db: Handle, meeting: str, event: SelectionCounted, recorded: Recorded) -> None:
    """The lines as they are now; money in part stays where it still fits."""
    found = event.selection
    parts = parts_after(_parts(db, meeting), found)
    _forget(db, meeting)
    said(
        db,
        meeting,
        vote=event.vote,
        verdict=found.verdict.value,
        voters=found.voters,
        spent_fen=found.spent,
    )
    for position, line in enumerate(found.lines, 1):
        key = {"meeting": meeting, "candidate": line.project}
        put(
            db,
            LINE,
            **key,
            position=position,
            place=line.place,
            votes=line.votes,
            supporters=line.supporters,
            fate=line.fate.value,
            cost_fen=line.cost,
            round=line.round,
            tie=line.tie.value if line.tie is not None else None,
        )
        for group, votes in line.by_group.items():
            put(db, LINE_GROUP, **key, seat_group=group, votes=votes)
    for position, (name, (fen, reason)) in enumerate(parts.items(), 1):
        key = {"meeting": meeting, "candidate": name}
        put(db, PART, **key, position=position, fen=fen, reason=reason)


def _parts(db: Handle, meeting: str) -> dict[str, tuple[int, str]]:
    rows = db.execute(
        "SELECT candidate, fen, reason FROM selection_part WHERE meeting = ? ORDER BY position",
        (meeting,),
    ).fetchall()
    return {name: (fen, reason) for name, fen, reason in rows}


def _forget(db: Handle, meeting: str) -> None:
    for table in (LINE, LINE_GROUP, PART):
        db.execute(f'DELETE FROM "{table.name}" WHERE meeting = ?', (meeting,))


def voided(db: Handle, meeting: str, event: VoteVoided, recorded: Recorded) -> None:
    """There is no result any more, unless it was a vote among the tied, after which all is counted again."""
    (among,) = db.execute(
        "SELECT among FROM selection_vote WHERE meeting = ? AND vote = ?", (meeting, event.number)
    ).fetchone()
    if not among:
        _forget(db, meeting)
        said(db, meeting, vote=None, verdict=None, voters=None, spent_fen=None, ruled="")


def in_part(db: Handle, meeting: str, event: FundedInPart, recorded: Recorded) -> None:
    """Part of what it asked for; 0 takes it back."""
    parts = _parts(db, meeting)
    parts[event.candidate] = (event.fen, event.reason)
    db.execute("DELETE FROM selection_part WHERE meeting = ?", (meeting,))
    given = ((name, part) for name, part in parts.items() if part[0])
    for position, (name, (fen, reason)) in enumerate(given, 1):
        key = {"meeting": meeting, "candidate": name}
        put(db, PART, **key, position=position, fen=fen, reason=reason)


def lot(db: Handle, meeting: str, event: LotDrawn, recorded: Recorded) -> None:
    """In which order they were drawn, and who saw it."""
    found, witnesses = " ".join(event.order), " ".join(event.witnesses)
    _tie(db, meeting, recorded, "lot", found, event.how, witnesses)


def revote(db: Handle, meeting: str, event: RevoteCounted, recorded: Recorded) -> None:
    """How many votes each had in the vote among the tied, most first."""
    votes = sorted(event.votes.items(), key=lambda one: (-one[1], one[0]))
    found = " ".join(f"{name}={number}" for name, number in votes)
    _tie(db, meeting, recorded, "revote", found, str(event.vote))


def ruled(db: Handle, meeting: str, event: TieRuled, recorded: Recorded) -> None:
    """What people agreed on after the count."""
    ways = [way.value for way in event.ties]
    _tie(db, meeting, recorded, "ruled", " ".join(ways), event.reason)
    (before,) = db.execute("SELECT ruled FROM selection WHERE meeting = ?", (meeting,)).fetchone()
    said(db, meeting, ruled=" ".join([*before.split(), *ways]))


def _tie(
    db: Handle,
    meeting: str,
    recorded: Recorded,
    way: str,
    found: str,
    told: str,
    witnesses: str = "",
) -> None:
    put(
        db,
        TIE_BREAK,
        meeting=meeting,
        version=recorded.version,
        way=way,
        found=found,
        told=told,
        witnesses=witnesses,
        at=recorded.at.isoformat(),
    )


def announced(db: Handle, meeting: str, event: Announced, recorded: Recorded) -> None:
    """The result was read out."""
    at = recorded.at.isoformat()
    (before,) = db.execute(
        "SELECT count(*) FROM selection_announcement WHERE meeting = ?", (meeting,)
    ).fetchone()
    key = {"meeting": meeting, "announcement": before + 1}
    put(db, ANNOUNCEMENT, **key, vote=event.vote, announced_at=at)
    said(db, meeting, announced_at=at)


def taken_back(db: Handle, meeting: str, event: AnnouncementTakenBack, recorded: Recorded) -> None:
    """It does not stand any more, and stays readable."""
    (last,) = db.execute(
        "SELECT max(announcement) FROM selection_announcement WHERE meeting = ?", (meeting,)
    ).fetchone()
    at = recorded.at.isoformat()
    change(db, ANNOUNCEMENT, (meeting, last), taken_back_at=at, reason=event.reason)
    said(db, meeting, announced_at=None)


TABLES = (LINE, LINE_GROUP, PART, TIE_BREAK, ANNOUNCEMENT)
WRITERS = {
    SelectionCounted: counted,
    VoteVoided: voided,
    FundedInPart: in_part,
    LotDrawn: lot,
    RevoteCounted: revote,
    TieRuled: ruled,
    Announced: announced,
    AnnouncementTakenBack: taken_back,
}
