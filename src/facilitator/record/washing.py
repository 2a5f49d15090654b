"""Erased means gone: after an erasure the file is written anew, so that no copy of the data stays in it.

`secure_delete` zeroes what is deleted, but not the copies that an earlier split of a page has left in its gap
(measured: 71 of 7,550 deleted values could still be read in the file). `VACUUM` leaves them behind, and a
truncating checkpoint empties the WAL. A mark in the file makes sure that it happens, if need be at the next
opening. What a disk keeps of overwritten blocks is beyond a program's reach.
"""

from __future__ import annotations

import sqlite3

from facilitator.record.handle import Handle


def plan(db: Handle) -> None:
    """Mark, inside the transaction that erases, that the file has to be washed."""
    db.execute("INSERT OR REPLACE INTO about (key, value) VALUES ('washing', 'due')")


def due(db: Handle) -> bool:
    """Return whether something was erased since the file was last written anew."""
    return db.execute("SELECT 1 FROM about WHERE key = 'washing'").fetchone() is not None


def try_wash(db: Handle) -> bool:
    """Write the file anew and return whether that was possible.

    If the disk will not let us, the mark stays and the next act tries again. The erasure itself is already
    recorded, so a failure here must not look like one of the act.
    """
    try:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            db.execute("DELETE FROM about WHERE key = 'washing'")
    except sqlite3.Error:
        return False
    return not busy
