"""The file of the index: one for each archive in the user's folder of caches, and what is done when it fails.

It holds what people said, so only its owner may read it, and what is deleted from it is overwritten. Nothing
in it is a truth: a file that is damaged, of another making or of another archive is thrown away; one that
another window holds, or that cannot be written, is left alone and a temporary one is used instead.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import platformdirs

MAKING = "2"
"""Raise it when the words, the documents or the tables become others: caches are then made anew."""

_TABLES = (
    """CREATE TABLE doc (
  id INTEGER PRIMARY KEY,
  meeting TEXT NOT NULL,
  sort TEXT NOT NULL,
  key TEXT NOT NULL,
  kinds TEXT NOT NULL,
  body TEXT NOT NULL,
  format TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  implementation TEXT NOT NULL,
  title TEXT NOT NULL,
  who TEXT NOT NULL,
  text TEXT NOT NULL,
  people TEXT NOT NULL,
  more TEXT NOT NULL
) STRICT""",
    "CREATE INDEX doc_meeting ON doc (meeting)",
    """CREATE VIRTUAL TABLE word USING fts5 (
  title, text, facet, content = '', columnsize = 0, prefix = '1', tokenize = "ascii tokenchars '+#='"
)""",
    "CREATE TABLE value (facet TEXT, value TEXT, docs INTEGER, PRIMARY KEY (facet, value)) WITHOUT ROWID",
    "CREATE TABLE pending (place INTEGER PRIMARY KEY, meeting TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    f"INSERT INTO state VALUES ('making', '{MAKING}')",
)
_PRAGMAS = (
    "locking_mode = EXCLUSIVE",  # one window, one writer; no shared memory beside the file
    "journal_mode = WAL",
    "synchronous = NORMAL",  # a power cut may lose what was fed last, never leave it half
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -16000",
)
_FORGOTTEN = 60 * 24 * 3600
"""Seconds after which a cache that nobody has opened is swept away: its archive may be gone."""

Open = Callable[[], sqlite3.Connection]


def cache_path(archive: Path, folder: Path | None = None) -> Path:
    """Where the index of an archive lies."""
    where = folder or Path(platformdirs.user_cache_dir("facilitator", appauthor=False)) / "search"
    name = hashlib.sha256(os.fsencode(archive.absolute())).hexdigest()[:32]
    return where / f"{name}.index"


def ways(path: Path) -> tuple[Open, ...]:
    """How to come by an index, one after another until one works: kept, made anew, temporary."""
    return lambda: _kept(path), lambda: _anew(path), temporary


def temporary() -> sqlite3.Connection:
    """An empty index that is gone when it is closed."""
    return _made(sqlite3.connect("", isolation_level=None, check_same_thread=False))


def _kept(path: Path) -> sqlite3.Connection:
    """The index as it was left, or an empty one where there was none."""
    if not path.exists():
        return _anew(path)
    db = _connected(path)
    try:
        found = db.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()
        making = db.execute("SELECT value FROM state WHERE key = 'making'").fetchone()
        if found != _schema() or making != (MAKING,):
            raise sqlite3.DatabaseError("an index of another making")
        os.utime(path)
    except BaseException:
        db.close()
        raise
    return db


def _anew(path: Path) -> sqlite3.Connection:
    """An empty index in place of what is there; a file that somebody holds is left alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.exists():
        _hold(path)
    throw_away(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _sweep(path.parent)
    return _made(_connected(path))


def _hold(path: Path) -> None:
    """`OperationalError` if somebody else has the file open; damage is no hindrance here."""
    try:
        _connected(path).close()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise


def throw_away(path: Path) -> None:
    """Remove an index that nobody has open, with what lies beside it."""
    for part in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + part).unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Throw away what nobody has used for long."""
    for other in folder.glob("*.index"):
        try:
            if time.time() - other.stat().st_mtime > _FORGOTTEN:
                throw_away(other)
        except OSError:
            continue


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=0.1, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}").fetchall()
        db.execute("BEGIN IMMEDIATE")  # takes the lock, and keeps it: see locking_mode
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _made(db: sqlite3.Connection) -> sqlite3.Connection:
    try:
        db.execute("BEGIN")
        for statement in _TABLES:
            db.execute(statement)
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


@cache
def _schema() -> list[tuple[str | None]]:
    """What a fresh index has in its schema."""
    db = temporary()
    found = db.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()
    db.close()
    return found
