"""Opening and creating the one SQLite file: who holds it, and on which terms.

One connection, exclusive from the first read to the last: two connections that check a WAL in together
can corrupt it in many SQLite versions, and one cannot. All connections to an archive are made here.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from threading import get_ident
from typing import Any

from facilitator.acts import Trouble
from facilitator.record.handle import Handle
from facilitator.record.header import (
    FORMAT,
    check_writable,
    held,
    identity,
    read_header,
)
from facilitator.record.schema import format_of, migrate
from facilitator.record.trouble import environment

PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),  # before WAL: no shared memory, no second reader
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # NORMAL loses acknowledged events in a power cut
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),  # else INSERT OR REPLACE deletes past the triggers
)
"""Name, what we ask for, what must be read back."""

PATIENCE = 0.5
"""Seconds to wait for a lock. Whoever holds an archive holds it until closing: waiting longer is idle."""


class Connection(sqlite3.Connection):
    """A connection that lists its file in `held` until it is closed.

    Only the thread that opened it executes anything: what another one read would be half done, and what it
    wrote would fall into an open transaction. `backup` alone may be called elsewhere (see `copying`).
    """

    file: tuple[int, int] | None = None
    owner = 0

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """Execute one statement, on the thread that opened the file."""
        self._expect_owner()
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        """Execute one statement with many values, on the thread that opened the file."""
        self._expect_owner()
        return super().executemany(*arguments)

    def _expect_owner(self) -> None:
        if get_ident() != self.owner:
            raise RuntimeError("an archive is used by the thread that opened it")

    def close(self) -> None:
        """Close, and let this process open the file again."""
        super().close()
        if self.file is not None:
            held.discard(self.file)
            self.file = None


def open_file(path: Path, *, create: bool = False) -> Handle:
    """Open the archive at `path`; with `create`, make it first if there is none.

    Trouble: the codes of `read_header`, and `read-only`, `locked`, `disk-full`, `disk-error`,
    `unsafe-settings` (the file system or SQLite build does not do what the record needs).
    """
    path = path.absolute()
    if create and not path.exists():
        _create(path)
    read_header(path)
    check_writable(path)
    return _connect(path)


def _connect(path: Path) -> Handle:
    with environment(path, opening=True):
        connection = sqlite3.connect(
            path,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,  # `Connection` checks it, and lets a copy be made on another
            factory=Connection,
        )
        try:
            connection.owner = get_ident()
            connection.file = identity(path)
            held.add(connection.file)
            db = Handle(connection)
            _set_pragmas(db)
            if (theirs := format_of(db)) > FORMAT:  # only its WAL knew
                raise Trouble("newer", path=str(path), ours=FORMAT, theirs=theirs)
            migrate(db)
        except BaseException:
            connection.close()
            raise
    return db


def _set_pragmas(db: Handle) -> None:
    for name, wanted, expected in PRAGMAS:
        db.execute(f"PRAGMA {name} = {wanted}").fetchall()
        found = db.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise Trouble("unsafe-settings", setting=name, expected=expected, found=found)


def _create(path: Path) -> None:
    """Make an empty archive under another name and give it its own when it is complete.

    A crash in between leaves no half archive, and an archive that appears meanwhile is not overwritten.
    Only its owner may read it: it is full of neighbours' names.
    """
    if not path.parent.is_dir():
        raise Trouble("no-folder", path=str(path.parent))
    new = path.with_name(f".{path.name}.{os.getpid()}")
    with environment(path):
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _connect(new).close()
            _publish(new, path)
        finally:
            for leftover in (new, new.with_name(new.name + "-wal")):
                leftover.unlink(missing_ok=True)


def _publish(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # FAT and some network folders know no links
        new.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
