"""The record: one act onto the disk, and a long meeting read back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from bench.measure import Row, Work
from facilitator.acts import Event
from facilitator.record.archive import Record

ACTS = 20
EVENTS = 10_000
STREAM = "meeting/2026-11-27"
AT = datetime(2026, 11, 27, 19, 0, tzinfo=timezone(timedelta(hours=8)))


class Spoken(Event, frozen=True, tag="bench.spoken"):
    """A member said something: the size of an ordinary event."""

    member: str
    item: str
    seconds: int
    words: str


def spoken(number: int) -> Spoken:
    """Return an event of ordinary size, each a little different."""
    return Spoken(
        f"m-{number % 40}", f"item-{number % 7}", number % 120, "建议先修二号楼的电梯。" * 3
    )


@contextmanager
def one_act() -> Iterator[tuple[Work, Work]]:
    """Insert and commit the same bytes by hand; append the same events."""
    with tempfile.TemporaryDirectory() as folder:
        bare_db = _bare(Path(folder) / "bare")
        with Record.open(Path(folder) / "ours", (Spoken,), create=True) as record:
            yield lambda: _insert(bare_db), lambda: _append(record)
        bare_db.close()


@contextmanager
def open_meeting() -> Iterator[tuple[Work, Work]]:
    """Select the rows; read the events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours"
        with Record.open(path, (Spoken,), create=True) as record:
            events = [spoken(number) for number in range(EVENTS)]
            record.append(STREAM, events, after=0, at=AT, actor="secretary")
        copy = Path(folder) / "bare"
        shutil.copyfile(path, copy)
        bare_db = sqlite3.connect(copy)
        with Record.open(path, (Spoken,)) as record:
            yield lambda: _select(bare_db), lambda: _read(record)
        bare_db.close()


ROWS = (
    Row(
        work="one act: from the event to the disk",
        base="raw `sqlite3` insert and commit of the same row, WAL/FULL",
        goal="≤2×",
        prepare=one_act,
        unit=ACTS,
        rounds=75,  # short and many: the disk is not the same from one second to the next
    ),
    Row(
        work="open a meeting of 10,000 events, every hash checked",
        base="`SELECT` of the rows",
        goal="≤5×",
        prepare=open_meeting,
    ),
)


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, stream TEXT, version INTEGER, kind TEXT,"
        " at TEXT, actor TEXT, body TEXT, prev TEXT, hash TEXT)"
    )
    return connection


def _insert(connection: sqlite3.Connection) -> None:
    row = (
        STREAM,
        1,
        "bench.spoken",
        AT.isoformat(),
        "secretary",
        spoken(1).words * 2,
        "0" * 64,
        "0" * 64,
    )
    for _ in range(ACTS):
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO journal (stream, version, kind, at, actor, body, prev, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        connection.execute("COMMIT")


def _append(record: Record) -> None:
    version = record.head(STREAM).version
    for number in range(version, version + ACTS):
        record.append(STREAM, (spoken(number),), after=number, at=AT, actor="secretary")


def _select(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT seq, stream, version, kind, at, actor, body, prev, hash FROM journal"
        " WHERE stream = ? ORDER BY version",
        (STREAM,),
    ).fetchall()
    assert len(rows) == EVENTS


def _read(record: Record) -> None:
    assert sum(1 for _ in record.read(STREAM)) == EVENTS
