"""Copying an archive while it is used, and making of the copy one file that opens anywhere.

SQLite copies a database in steps of a few pages, and what the same connection writes meanwhile it carries into
the copy; a step that meets an open transaction waits for its end. So the copy is taken on a thread of its own,
over the archive's one connection: the copy is the archive as it was when the last step was done. A second
connection would be no help: it could neither read past the exclusive lock nor be closed without dropping it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event as Flag

from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.record.handle import Handle
from facilitator.record.trouble import environment

PAGES = 64
"""Pages of one step: a quarter of a megabyte, a millisecond or two in which the archive waits."""
PAUSE = 0.002
"""Seconds between two steps: without it, an act that waits for the connection might wait for several."""
WAIT = 0.01
"""Seconds until a step that met an open transaction is tried again."""

Tell = Callable[[int, int], None]
"""Told after each step: pages done, pages in all."""


class Stopped(Exception):
    """The archive was closed while it was copied, or somebody gave the copy up."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a journal reaches: so many events, the hash of the last, and that of the first.

    The first never changes, so that it tells one archive from another; both are "" when there is none.
    """

    events: int
    last: str
    first: str


def extent(db: Handle) -> Extent:
    """How far the journal of an open archive reaches."""
    row = db.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        return Extent(0, "", "")
    first = db.execute("SELECT hash FROM journal ORDER BY seq LIMIT 1").fetchone()[0]
    return Extent(row[0], row[1], first)


class Copying:
    """One copy in the making: begun by the archive's thread, run by any other, ended by closing the archive."""

    def __init__(self, path: Path, db: Handle) -> None:
        if sqlite3.threadsafety < 3:
            raise Trouble(
                "unsafe-settings", setting="threadsafe", expected=3, found=sqlite3.threadsafety
            )
        self.archive = path
        self.extent = extent(db)
        """What must be in the copy at least."""
        self._source = db.conn
        self._stop = Flag()
        self._done = Flag()
        self._done.set()
        self.over = False
        """Whether it was run, well or not."""

    def run(self, target: Path, tell: Tell | None = None) -> None:
        """Copy into the new file `target`; only its owner may read it, and it is gone when this fails.

        `Stopped` when it was stopped; Trouble as the place of `target` has it (`disk-full`, `read-only`, …).
        """
        self._done.clear()
        try:
            if self._stop.is_set():
                raise Stopped
            with environment(target), _new(target):
                self._into(target, tell)
        finally:
            self.over = True
            self._done.set()

    def stop(self) -> None:
        """Give up, and return when the connection is used no more."""
        self._stop.set()
        self._done.wait()

    def _into(self, target: Path, tell: Tell | None) -> None:
        def stepped(_: int, remaining: int, total: int) -> None:
            if self._stop.is_set():
                raise Stopped
            if tell is not None:
                tell(total - remaining, total)
            time.sleep(PAUSE)

        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode = OFF").fetchall()  # a failed copy is thrown away
            copy.execute("PRAGMA synchronous = OFF")
            self._source.backup(copy, pages=PAGES, progress=stepped, sleep=WAIT)


def make_single(raw: Path, target: Path) -> None:
    """Write a raw copy anew as the one file `target`, which needs no WAL and opens on read-only discs.

    Nothing of what was deleted is in it. Trouble as the place of `target` has it; then there is no `target`.
    """
    with (
        environment(target),
        _new(target),
        closing(sqlite3.connect(raw, isolation_level=None)) as copy,
    ):
        copy.execute("PRAGMA trusted_schema = OFF")
        copy.execute("VACUUM INTO ?", (str(target),))


def make_working(path: Path) -> None:
    """Make a finished file one to work in again: it takes a WAL from now on. Its content stays the same."""
    with environment(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()


@contextmanager
def _new(target: Path) -> Iterator[None]:
    """An empty file, for its owner alone, which is gone again when the block fails."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield
    except BaseException:
        with suppress(OSError):  # where it lay may be gone, and that is what is to be said
            target.unlink()
        raise
