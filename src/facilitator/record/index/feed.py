"""Keeping an index up to date with its archive, a meeting or a project at a time.

The index knows up to which row of the journal it was fed, and the hashes of some rows before it: when one of
them is another now, another archive lies in that place, or an older one, and the index is made anew. What
was recorded since names the meetings that are read again; what did not change of them is left alone.
"""

from __future__ import annotations

import sqlite3
from time import perf_counter

import msgspec

from facilitator.data import dataclass
from facilitator.record.index import writing
from facilitator.record.index.scene import Ask
from facilitator.record.index.sources import all_of, docs_of, renamed, touched
from facilitator.record.registers.product import KINDS, REGISTERS

ERASING = tuple(str(kind.__struct_config__.tag) for kind in KINDS if kind.erases)
"""Events after which something has to be gone from the file, not only from the answers."""
_MERGED = 64
"""Pages of the index that one step of washing may write."""


class Fed(msgspec.Struct, frozen=True):
    """Up to where the index knows the journal, and of which registers."""

    registers: str = ""
    seq: int = 0
    rungs: tuple[tuple[int, str], ...] = ()
    """Some rows, the last among them, with their hashes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an index is: meetings that are still to be read, of so many."""

    left: int
    meetings: int

    @property
    def complete(self) -> bool:
        """Whether everything that was recorded can be found."""
        return self.left == 0


def check(db: sqlite3.Connection, ask: Ask) -> None:
    """Empty the index if it was fed by another archive or by other registers; within a transaction."""
    fed = _state(db)
    if fed.registers != REGISTERS.fingerprint or any(
        ask("SELECT 1 FROM journal WHERE seq = ? AND hash = ?", *rung) == [] for rung in fed.rungs
    ):
        _empty(db)


def look(db: sqlite3.Connection, ask: Ask) -> None:
    """See what was recorded since, and note which meetings have to be read; within a transaction."""
    fed = _state(db)
    (last,) = ask("SELECT coalesce(max(seq), 0) FROM journal")[0]
    if last == fed.seq and fed.registers:
        return
    if fed.seq:
        _note(db, ask, fed.seq)
    else:
        rows = ((one,) for one in all_of(ask))
        db.executemany("INSERT OR IGNORE INTO pending (meeting) VALUES (?)", rows)
    now = Fed(REGISTERS.fingerprint, last, _rungs(ask, last))
    _set(db, "fed", msgspec.json.encode(now).decode())


def _note(db: sqlite3.Connection, ask: Ask, after: int) -> None:
    """Put the meetings down that something new touches."""
    rows = ask(
        "SELECT stream, max(instr(?, ' ' || kind || ' ')) FROM journal WHERE seq > ? GROUP BY stream",
        f" {' '.join(ERASING)} ",
        after,
    )
    meetings: set[str] = set()
    for stream, erasing in rows:
        meetings |= touched(ask, stream)
        if stream.startswith("body/"):
            for person in renamed(ask, stream, after):
                meetings |= _naming(db, person)
        if erasing:
            _set(db, "wash", "due")
    db.executemany(
        "INSERT OR IGNORE INTO pending (meeting) VALUES (?)", ((one,) for one in sorted(meetings))
    )


def erased_since(ask: Ask, since: int) -> bool:
    """Whether anybody was erased after row `since` of the journal."""
    marks = ", ".join("?" * len(ERASING))
    question = f"SELECT 1 FROM journal WHERE seq > ? AND kind IN ({marks}) LIMIT 1"
    return bool(ask(question, since, *ERASING))


def _naming(db: sqlite3.Connection, person: str) -> set[str]:
    """The meetings whose documents name somebody."""
    rows = db.execute(
        "SELECT DISTINCT d.meeting FROM word w JOIN doc d ON d.id = w.rowid WHERE word MATCH ?",
        (f'facet : "{writing.token("person", person)}"',),
    )
    return {meeting for (meeting,) in rows}


def _rungs(ask: Ask, last: int) -> tuple[tuple[int, str], ...]:
    """The last row and rows ever further before it."""
    places = {last - (1 << step) + 1 for step in range(last.bit_length())} | {1}
    found = (
        ask("SELECT seq, hash FROM journal WHERE seq = ?", place)
        for place in sorted(places, reverse=True)
    )
    return tuple((seq, digest) for rows in found for seq, digest in rows)


def read(db: sqlite3.Connection, ask: Ask, seconds: float) -> bool:
    """Read meetings that wait for so long, one at least; return whether none is left.

    The caller holds the transaction.
    """
    until = perf_counter() + seconds
    while True:
        row = db.execute("SELECT place, meeting FROM pending ORDER BY place LIMIT 1").fetchone()
        if row is None:
            return _washed(db, until)
        place, meeting = row
        writing.put_meeting(db, meeting, docs_of(ask, meeting))
        db.execute("DELETE FROM pending WHERE place = ?", (place,))
        if perf_counter() > until:
            return False


def _washed(db: sqlite3.Connection, until: float) -> bool:
    """After an erasure, put the words of the index together anew, so that no old ones are left in the file."""
    if _get(db, "wash") != "due":
        return True
    begun = _get(db, "washing") == "begun"
    while True:
        before = db.total_changes
        # Negative once: everything there is, is to become one piece. Then on with it.
        pages = _MERGED if begun else -_MERGED
        db.execute("INSERT INTO word (word, rank) VALUES ('merge', ?)", (pages,))
        if db.total_changes - before < 2:
            db.execute("DELETE FROM state WHERE key IN ('wash', 'washing')")
            _set(db, "washed", "just now")
            return True
        if not begun:
            _set(db, "washing", "begun")
            begun = True
        if perf_counter() > until:
            return False


def rinse(db: sqlite3.Connection) -> None:
    """Write over what a wash left in the log beside the file; outside of a transaction."""
    if _get(db, "washed"):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("DELETE FROM state WHERE key = 'washed'")


def standing(db: sqlite3.Connection) -> Standing:
    """How far the index is."""
    (left,) = db.execute("SELECT count(*) FROM pending").fetchone()
    (docs,) = db.execute("SELECT coalesce(max(place), 0) FROM pending").fetchone()
    return Standing(left, max(docs, left))


def _empty(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO word (word) VALUES ('delete-all')")
    for table in ("doc", "value", "pending"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM state WHERE key <> 'making'")


def _state(db: sqlite3.Connection) -> Fed:
    text = _get(db, "fed")
    return msgspec.json.decode(text, type=Fed) if text else Fed()


def _get(db: sqlite3.Connection, key: str) -> str:
    row = db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def _set(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))
