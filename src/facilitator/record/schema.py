"""The tables that hold the truth, and the steps that lead an older file to them.

A released step is never edited: the next change of format is a new function at the end of `STEPS`.
The register tables are not here; they can be rebuilt from these and live in `registers/`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from facilitator.acts import Trouble
from facilitator.record.handle import Handle
from facilitator.record.header import APPLICATION_ID, FORMAT

CORE = frozenset({"journal", "beside", "about", "file"})
"""Tables of the record itself; no register may take one of these names."""
NO_VIEWS: Mapping[str, str | None] = {}

_FORMAT_1 = (
    """CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (stream, version)
) STRICT""",
    """CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
    """CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
    """CREATE TABLE beside (
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  body TEXT NOT NULL,
  PRIMARY KEY (stream, version),
  FOREIGN KEY (stream, version) REFERENCES journal (stream, version)
) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER beside_keeps BEFORE UPDATE ON beside
BEGIN SELECT RAISE(ABORT, 'personal data is erased, never changed'); END""",
    """CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)


def format_1(db: Handle) -> None:
    """Journal, personal data beside it, and a few words about the file."""
    for statement in _FORMAT_1:
        db.execute(statement)


_FORMAT_2 = (
    """CREATE TABLE file (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size = length(body)),
  body BLOB NOT NULL
) STRICT""",
    """CREATE TRIGGER file_keeps BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'an attached file is erased, never changed'); END""",
    """CREATE TRIGGER file_stays BEFORE DELETE ON file
WHEN NOT EXISTS (SELECT 1 FROM about WHERE key = 'washing')
  OR instr((SELECT body FROM journal ORDER BY seq DESC LIMIT 1), old.hash) = 0
BEGIN SELECT RAISE(ABORT, 'an attached file goes with the event that erases it'); END""",
)


def format_2(db: Handle) -> None:
    """Contents of attached photos and papers, each once, under the SHA-256 of its bytes."""
    for statement in _FORMAT_2:
        db.execute(statement)


STEPS: tuple[Callable[[Handle], None], ...] = (format_1, format_2)
"""Step n leads from format n to format n + 1."""


def migrate(db: Handle) -> None:
    """Lead `db` to our format, each step whole or not at all, and then into the file itself.

    The header must tell an older program what it meets, so nothing of a new format may wait in the WAL.
    """
    steps = STEPS[format_of(db) :]
    for number, step in enumerate(steps, FORMAT - len(steps) + 1):
        with writing(db):
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
    if steps:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def format_of(db: Handle) -> int:
    """Return the format of the open file, counted from 1; 0 for a file that is still empty."""
    return db.execute("PRAGMA user_version").fetchone()[0]


@contextmanager
def writing(db: Handle) -> Iterator[None]:
    """One transaction: at its end everything inside is on the disk, or nothing is.

    IMMEDIATE, because a transaction that begins by reading can be refused in its middle. Inside another one it
    is a part of that: taken back alone when it fails, and on the disk when the outer one is.
    """
    connection = db.conn
    if connection.in_transaction:
        with _part(connection):
            yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # SQLite has ended it by itself after some errors
            connection.execute("ROLLBACK")


@contextmanager
def _part(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


def check_schema(
    db: Handle, registers: frozenset[str], views: Mapping[str, str | None] = NO_VIEWS
) -> None:
    """Refuse a file whose own tables and triggers are not exactly ours, or that brings more than registers.

    A trigger that came with a file would run as our own, a view would answer for us; a missing trigger would
    let history change. `views` are those that may be there, by name, with their SQL where that has to be so.
    """
    found = objects(db)
    ours = {item for item in found if item[2] in CORE}
    strange = {item for item in found - ours if not _allowed(item, registers, views)}
    if ours != expected_objects() or strange:
        names = sorted({item[1] for item in ours ^ expected_objects() | strange})
        raise Trouble("damaged", detail="schema", names=names)


def _allowed(
    item: tuple[str, str, str, str | None],
    registers: frozenset[str],
    views: Mapping[str, str | None],
) -> bool:
    kind, name, table, sql = item
    if kind == "view":
        return name in views and views[name] in (None, sql)
    return kind != "trigger" and table in registers


def objects(db: Handle) -> set[tuple[str, str, str, str | None]]:
    """Return (type, name, table, SQL) of everything in the file's schema, statistics left out."""
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    found = set(rows)
    # One flipped bit makes a name no text: it could not even be looked at.
    if not all(isinstance(name, str) for _, name, _, _ in found):
        raise Trouble("damaged", detail="schema")
    return {row for row in found if not row[1].startswith("sqlite_stat")}


@cache
def expected_objects() -> frozenset[tuple[str, str, str, str | None]]:
    """Return the same for an empty archive of our format."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    db = Handle(connection)
    migrate(db)
    found = frozenset(objects(db))
    connection.close()
    return found
