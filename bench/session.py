"""The session: one act from the command to everybody told, and a long meeting opened to be gone on with."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter

from bench.measure import Row, Work
from facilitator.acts import RuleViolation
from facilitator.clock import ToldClock
from facilitator.commands import read_line
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.session import Session

ACTS = 200
NOTES = 10_000
MEETING = "sbg-2026-11-27"
WORDS = "建议先修二号楼的电梯。" * 3


@contextmanager
def one_act() -> Iterator[tuple[Work, Work]]:
    """Insert and commit a row of the same size by hand; have a secretary's lines recorded and told."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare(Path(folder) / "bare")
        session = _deliberating(Path(folder) / "ours")
        heard: list[object] = []
        session.subscribe(heard.append)
        names = count()
        with session.record:
            yield lambda: _insert(bare), lambda: _write(session, names, ACTS)
        bare.close()


@contextmanager
def open_meeting() -> Iterator[tuple[Work, Work]]:
    """Select the rows of a long meeting; open it with its state, ready to go on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours"
        session = _deliberating(path)
        with session.record:
            _write(session, count(), NOTES)
        copy = sqlite3.connect(Path(folder) / "bare")
        with sqlite3.connect(path) as source:
            source.backup(copy)
        source.close()
        session = open_session(str(path))
        with session.record:
            yield lambda: _select(copy), lambda: _open(session)
        copy.close()


@contextmanager
def open_longer() -> Iterator[tuple[Work, Work]]:
    """Open a meeting of 1,000 events ten times; open one of 10,000 once."""
    with tempfile.TemporaryDirectory() as folder:
        sessions: list[Session] = []
        for notes in (NOTES // 10, NOTES):
            path = Path(folder) / str(notes)
            made = _deliberating(path)
            with made.record, made.record.together():
                _write(made, count(), notes)
            sessions.append(open_session(str(path)))
        short, long = sessions

        def ten_times() -> None:
            for _ in range(10):
                Session(short.record).meeting(MEETING)

        yield ten_times, lambda: _open(long)
        short.close()
        long.close()


@contextmanager
def open_evening() -> Iterator[tuple[Work, Work]]:
    """Say how long a pause is not felt; open the sample evening, and tell how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        session = open_session(str(Path(folder) / "evening"), create=True)
        for line in (resources() / "demo" / "evening.jsonl").read_bytes().splitlines():
            said = read_line(line)
            with suppress(RuleViolation):
                session.do(said.command, at=said.at, actor=said.by)

        def ours() -> float:
            begin = perf_counter()
            Session(session.record).meeting(MEETING)
            return (perf_counter() - begin) * 1000

        yield lambda: 50.0, ours
        session.close()


def _deliberating(path: Path) -> Session:
    """The sample evening up to its first debate."""
    clock = ToldClock(datetime.fromisoformat("2026-11-27T19:46:00+08:00"))
    session = open_session(str(path), create=True, clock=clock)
    for line in (resources() / "demo" / "evening.jsonl").read_bytes().splitlines():
        said = read_line(line)
        if said.at is not None and said.at > clock.at:
            break
        session.do(said.command, at=said.at, actor=said.by)
    clock.at += timedelta(minutes=1)
    return session


def _write(session: Session, names: Iterator[int], acts: int) -> None:
    for _ in range(acts):
        session.do(WriteNote(meeting=MEETING, note=f"x{next(names)}", text=WORDS))


def _open(session: Session) -> None:
    fresh = Session(session.record)
    assert len(fresh.meeting(MEETING).notes.lines) >= NOTES


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, stream TEXT, version INTEGER, body TEXT)"
    )
    return connection


def _insert(connection: sqlite3.Connection) -> None:
    for number in range(ACTS):
        connection.execute("BEGIN")
        values = (MEETING, number, WORDS * 2)
        connection.execute("INSERT INTO journal (stream, version, body) VALUES (?, ?, ?)", values)
        connection.execute("COMMIT")


def _select(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT * FROM journal WHERE stream = ? ORDER BY version", (f"meeting/{MEETING}",)
    ).fetchall()
    assert len(rows) > NOTES


ROWS = (
    Row(
        work="one act: decided, on the disk, in its register, everybody told",
        base="raw `sqlite3` insert and commit of one row, WAL/FULL",
        goal="≤2×",
        prepare=one_act,
        unit=ACTS,
    ),
    Row(
        work="open a meeting of 10,000 events with its state",
        base="`SELECT` of the rows",
        goal="≤5×",
        prepare=open_meeting,
        rounds=9,
    ),
    Row(
        work="open a meeting of 10,000 events",
        base="one of 1,000 events, ten times",
        goal="≤1.1×: linear",
        prepare=open_longer,
        rounds=9,
    ),
    Row(
        work="open the sample evening of 150 events",
        base="50 ms, which nobody feels",
        goal="≤1×",
        prepare=open_evening,
    ),
)
