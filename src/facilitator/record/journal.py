"""The journal: rows that only get more, each bound to the one before it in its stream by a hash.

How to recompute a hash from the file alone. Take these eight texts in UTF-8 (or the bytes as stored), write
each as its length in bytes in decimal, a colon, the bytes, a comma (a "netstring"), put them one after
another, and take SHA-256; `hash` is its 64 lower-case hex digits:

    facilitator.journal.1        the layout described here
    stream                       e.g. meeting/2026-11-27
    version                      decimal, 1 for the first row of the stream
    prev                         `hash` of version - 1, or 64 zeros for version 1
    at                           ISO 8601 with microseconds and UTC offset
    actor
    kind
    body                         as stored; personal data is in it as a salted digest only (see codec.py)

`seq` numbers all rows of this file and is not hashed, so that a stream keeps its hashes in another archive.
What a chain proves without the signed paper is only that nothing happened to it by accident.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from facilitator.acts import Event, Recorded, Trouble
from facilitator.data import dataclass
from facilitator.record.codec import Personal
from facilitator.record.handle import Handle

GENESIS = "0" * 64
"""What the first row of a stream follows."""

_LAYOUT = b"21:facilitator.journal.1,%b%d:%d,%d:%b,%d:%b,%b%b%d:%b,"

_ROWS = """SELECT j.seq, j.stream, j.version, j.kind, j.at, j.actor, CAST(j.body AS BLOB), j.prev, j.hash,
  b.subject, b.salt, CAST(b.body AS BLOB)
FROM journal j LEFT JOIN beside b ON b.stream = j.stream AND b.version = j.version """


class Row(NamedTuple):
    """A row as stored, with what stands beside it (None three times if nothing does)."""

    seq: int
    stream: str
    version: int
    kind: str
    at: str
    actor: str
    body: bytes
    prev: str
    hash: str
    subject: str | None
    salt: bytes | None
    beside: bytes | None

    @property
    def personal(self) -> Personal | None:
        """What stands beside the row."""
        if self.subject is None or self.salt is None or self.beside is None:
            return None
        return Personal(self.subject, self.salt, self.beside)

    @property
    def time(self) -> datetime:
        """When it was recorded; Trouble `damaged` if what is stored is no time."""
        return _time(self.stream, self.version, self.at)

    def recorded(self, event: Event) -> Recorded:
        """Return the event with what the session knew of it."""
        at = _time(self.stream, self.version, self.at)
        return Recorded(event, self.version, at, self.actor, self.seq)


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a stream; version 0 and no time for a stream that has none."""

    stream: str
    version: int
    hash: str
    at: datetime | None

    @property
    def short(self) -> str:
        """The head as papers print it: the first 32 hex characters, in fours."""
        return " ".join(self.hash[place : place + 4] for place in range(0, 32, 4))


@dataclass(frozen=True, slots=True)
class Mark:
    """One event of a stream without what it says."""

    version: int
    hash: str
    at: str
    actor: str
    kind: str


def link(stream: str, version: int, prev: str, at: str, actor: str, kind: str, body: bytes) -> str:
    """Return the hash of a row, as the head of this module describes it."""
    p, a = prev.encode(), at.encode()
    text = _LAYOUT % (
        _piece(stream), len(str(version)), version, len(p), p, len(a), a, _piece(actor), _piece(kind),
        len(body), body,
    )  # fmt: skip
    return hashlib.sha256(text).hexdigest()


@lru_cache(maxsize=1024)
def _piece(text: str) -> bytes:
    """A text behind its length, kept: streams, people and kinds are the same in one row after another."""
    data = text.encode()
    return b"%d:%b," % (len(data), data)


def flaw(row: Row, version: int, prev: str) -> str:
    """Return what is wrong with a row that should be `version` and follow `prev`; empty if nothing is."""
    if row.version != version:
        return "version-gap"
    if row.prev != prev:
        return "chain-broken"
    stored = (row.stream, row.version, row.prev, row.at, row.actor, row.kind, row.body)
    return "" if row.hash == link(*stored) else "hash-differs"


def time_text(at: datetime) -> str:
    """Return a time as it is stored. It must be aware: a record without its offset means nothing later."""
    if at.utcoffset() is None:
        raise TypeError("the time of an event must be aware")
    return at.isoformat(timespec="microseconds")


def rows_of(db: Handle, stream: str) -> list[Row]:
    """Return the rows of one stream, oldest first.

    All at once: a cursor left open would stand in the way of a checkpoint.
    """
    rows = db.execute(_ROWS + "WHERE j.stream = ? ORDER BY j.version", (stream,))
    return list(map(_row, rows.fetchall()))


def mentioning(db: Handle, text: str) -> list[Row]:
    """Return every row whose body has `text` in it, in the order of the whole journal; looks at all of them."""
    rows = db.execute(_ROWS + "WHERE instr(j.body, ?) > 0 ORDER BY j.seq", (text,))
    return list(map(_row, rows.fetchall()))


def all_rows(db: Handle) -> Generator[Row, None, None]:
    """Return every row in the order of the whole journal. Close it: an open cursor blocks a checkpoint."""
    cursor = db.execute(_ROWS + "ORDER BY j.seq")
    try:
        yield from map(_row, cursor)
    finally:
        cursor.close()


def add(db: Handle, row: Row) -> int:
    """Write a row and what stands beside it; return its place in the whole journal. `row.seq` is ignored."""
    cursor = db.execute(
        "INSERT INTO journal (stream, version, kind, at, actor, body, prev, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*row[1:6], row.body.decode(), row.prev, row.hash),
    )
    if row.beside is not None:
        db.execute(
            "INSERT INTO beside (stream, version, subject, salt, body) VALUES (?, ?, ?, ?, ?)",
            (row.stream, row.version, row.subject, row.salt, row.beside.decode()),
        )
    return cursor.lastrowid or 0


def erase(db: Handle, stream: str, subject: str) -> None:
    """Delete all personal data of `subject` in `stream`. The chain is not touched."""
    db.execute("DELETE FROM beside WHERE stream = ? AND subject = ?", (stream, subject))


def head(db: Handle, stream: str) -> Head:
    """Return the head of a stream; Trouble `damaged` if it is none."""
    row = db.execute(
        "SELECT version, hash, at FROM journal WHERE stream = ? ORDER BY version DESC LIMIT 1",
        (stream,),
    ).fetchone()
    if row is None:
        return Head(stream, 0, GENESIS, None)
    if _types(row) != (int, str, str):
        raise Trouble("damaged", stream=stream, detail="not a row of the journal")
    return Head(stream, row[0], row[1], _time(stream, row[0], row[2]))


def mark(db: Handle, stream: str, version: int) -> Mark | None:
    """Return one event of a stream without what it says, as stored; None if there is none."""
    row = db.execute(
        "SELECT version, hash, at, actor, kind FROM journal WHERE stream = ? AND version = ?",
        (stream, version),
    ).fetchone()
    return None if row is None else Mark(*row)


def streams(db: Handle, prefix: str) -> list[str]:
    """Return the names of all streams that begin with `prefix`, in order of their bytes.

    Trouble `damaged` if there is one without a name.
    Jumps from stream to stream in the index instead of walking over every event.
    """
    rows = db.execute(
        """WITH RECURSIVE found(stream) AS (
  SELECT min(stream) FROM journal WHERE stream >= :prefix
  UNION ALL
  SELECT (SELECT min(j.stream) FROM journal j WHERE j.stream > found.stream) FROM found
  WHERE substr(found.stream, 1, length(:prefix)) = :prefix
)
SELECT stream FROM found WHERE substr(stream, 1, length(:prefix)) = :prefix""",
        {"prefix": prefix},
    )
    names = [row[0] for row in rows.fetchall()]
    if not all(isinstance(name, str) for name in names):
        raise Trouble("damaged", detail="a stream without a name")
    return names


_TYPES = (int, str, int, str, str, str, bytes, str, str)
_BESIDE = ((type(None),) * 3, (str, bytes, bytes))


def _row(values: tuple[Any, ...]) -> Row:
    """The tables are strict, so a value of another type can only come from damaged pages."""
    types = _types(values)
    if types[:9] != _TYPES or types[9:] not in _BESIDE:
        raise Trouble("damaged", stream=str(values[1]), detail="not a row of the journal")
    return Row._make(values)


def _types(values: tuple[Any, ...]) -> tuple[type, ...]:
    return tuple(map(type, values))


def _time(stream: str, version: int, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Trouble("damaged", stream=stream, version=version, detail=str(error)) from error
