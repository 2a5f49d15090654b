"""The index of one archive as others use it: fed step by step, asked at any time, never in anybody's way.

Whatever is wrong with its file is nobody's trouble: it is made anew, and if that fails, in a temporary place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec

from facilitator.record.index import asking, cache, counting, feed, similar
from facilitator.record.index.asking import Answer, Wanted
from facilitator.record.index.counting import Counts
from facilitator.record.index.feed import Standing
from facilitator.record.index.scene import Ask
from facilitator.record.index.similar import Before
from facilitator.record.trouble import environment

T = TypeVar("T")
FAILURES = (sqlite3.Error, OSError, ValueError, msgspec.DecodeError)
"""What a file that is damaged, full or held by another can be met with."""


class Index:
    """May be asked on any thread, by one at a time; fed on the thread of the archive, which `ask` asks."""

    def __init__(self, archive: Path, folder: Path | None = None) -> None:
        self.path = cache.cache_path(archive, folder)
        self._ways = list(cache.ways(self.path))
        self._lock = RLock()
        self._waiting: list[None] = []
        """One for each question that waits for its turn."""
        self._db: sqlite3.Connection | None = None
        self._checked = False
        """Whether what was found in the file is of this archive: nobody else writes while we have both."""
        self.generation = 0
        """Counts how often it was begun anew: what was fed before is then gone."""

    def step(self, ask: Ask, seconds: float) -> bool:
        """Feed it for so long, one meeting at least; return whether all that was recorded is in it.

        Trouble of the archive passes through; nothing is fed then.
        """
        return self._try(lambda db: self._feed(db, ask, seconds))

    def standing(self) -> Standing:
        """How far it is."""
        return self._try(feed.standing)

    def answer(self, wanted: Wanted) -> Answer:
        """Hits, as far as it is fed."""
        return self._try(lambda db: asking.answer(db, wanted))

    def counts(self, wanted: Wanted) -> Counts:
        """How the hits spread over the facets; nothing if something else was asked meanwhile."""
        return self._try(lambda db: counting.counts(db, wanted, lambda: not self._waiting))

    def similar(self, text: str, *, limit: int = 3, but: tuple[str, ...] = ()) -> Before:
        """What is like a text."""
        return self._try(lambda db: similar.similar(db, text, limit=limit, but=but))

    def close(self) -> None:
        """Let the file go. Closing twice is allowed."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _feed(self, db: sqlite3.Connection, ask: Ask, seconds: float) -> bool:
        db.execute("BEGIN IMMEDIATE")
        try:
            if not self._checked:
                feed.check(db, ask)
            feed.look(db, ask)
            done = feed.read(db, ask, seconds)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        self._checked = True
        if done:
            feed.rinse(db)
        return done

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the index; if its file does not let us, with a new one."""
        self._waiting.append(None)
        with self._lock:
            self._waiting.pop()
            while True:
                try:
                    return work(self._open())
                except FAILURES:
                    self._give_up()
                    if not self._ways:
                        self._ways = [cache.temporary]
                        with environment(self.path):
                            raise

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self._db, self._checked = self._ways[0](), False
        return self._db

    def _give_up(self) -> None:
        """This way does not work; the next one begins empty."""
        self.close()
        self._ways = self._ways[1:]
        self.generation += 1
