"""Another archive, looked at in a private copy: nothing is written to it, and nothing in it is trusted."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from facilitator.acts import Event, Recorded, RuleViolation, Trouble
from facilitator.record import attached, checks, journal
from facilitator.record.archive import NO_REGISTERS
from facilitator.record.checks import Inspection
from facilitator.record.codec import Codec
from facilitator.record.handle import Handle
from facilitator.record.header import identity, read_header
from facilitator.record.journal import Head, Mark, Row
from facilitator.record.report import Finding
from facilitator.record.samples import Natures, natures
from facilitator.record.trouble import environment
from facilitator.record.verify import copy_whole, patient

MOST_EVENTS = 100_000
"""Events in one history; the longest evening has some thousands. A longer one is no history of a meeting."""
MOST_LENGTH = 32_000_000
"""Bytes in one value: larger than any text or photo that is recorded."""


class Other:
    """The copy, open. Whatever goes wrong while it is read is the other file's damage: Trouble `damaged`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, codec: Codec) -> None:
        self.path, self._codec = path, codec
        self._db = Handle(connection)

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the file as a whole; Trouble as for `settle`."""
        inspection = self._inspection()
        with environment(self.path, opening=True):
            checks.pages(inspection)
        self.settle()
        return tuple(inspection.findings)

    def settle(self) -> None:
        """Lead the copy to our format; Trouble `damaged` when its tables are not those of an archive."""
        inspection = self._inspection()
        with environment(self.path, opening=True):
            checks.format_(inspection)
            checks.schema(inspection)
        if inspection.findings:
            raise Trouble("damaged", path=str(self.path), **inspection.findings[0].facts)

    def streams(self) -> list[str]:
        """The names of all histories, in order."""
        with environment(self.path, opening=True):
            return journal.streams(self._db, "")

    def natures(self) -> Natures:
        """What its bodies are, as far as they say so."""
        with environment(self.path, opening=True):
            return natures(self._db)

    def head(self, stream: str) -> Head:
        """The last event of a history; nothing of it is proven yet."""
        with environment(self.path, opening=True):
            return journal.head(self._db, stream)

    def mark(self, stream: str, version: int) -> Mark | None:
        """One event of a history."""
        with environment(self.path, opening=True):
            return journal.mark(self._db, stream, version)

    def follow(self, head: Head) -> tuple[list[Recorded], tuple[Finding, ...]]:
        """Every event of a history, proven like the verifier does it, with what is wrong."""
        if head.version > MOST_EVENTS:
            return [], (Finding("too-long", head.stream, facts={"events": head.version}),)
        inspection = self._inspection()
        try:
            _, known = checks.follow(inspection, head.stream)
            self._look_at_files(inspection)
            self._look_at_times(inspection, known)
        except (Trouble, sqlite3.Error, ValueError) as error:
            code = error.code if isinstance(error, Trouble) else "damaged"
            inspection.find(code, head.stream, detail=str(error)[:200])
            known = []
        events = [row.recorded(event) for row, event in known]
        return events, tuple(inspection.findings)

    def rows(self, after: Mapping[str, int], *, one_by_one: bool) -> Generator[Row, None, None]:
        """Rows of these histories beyond a version each, in the order in which they were recorded. Close it.

        `one_by_one` reads history by history: a way around damaged pages in which none of them has a part.
        """
        with environment(self.path, opening=True):
            if one_by_one:
                for stream, version in after.items():
                    yield from journal.rows_of(self._db, stream)[version:]
                return
            with closing(journal.all_rows(self._db)) as rows:
                for row in rows:
                    if row.version > after.get(row.stream, row.version):
                        yield row

    def content(self, name: str) -> bytes | None:
        """An attached content by its hash."""
        with environment(self.path, opening=True):
            return attached.content(self._db, name)

    def _inspection(self) -> Inspection:
        return Inspection(self._db, self._codec, NO_REGISTERS, "")

    def _look_at_files(self, inspection: Inspection) -> None:
        for name, (stream, version) in inspection.ledger.wanted().items():
            if attached.content(self._db, name) is None:
                inspection.find("file-missing", stream, version, hash=name)

    def _look_at_times(self, inspection: Inspection, known: list[tuple[Row, Event]]) -> None:
        """A time without its offset says nothing on another laptop; we record none."""
        for row, _ in known:
            if row.time.utcoffset() is None:
                inspection.find("damaged", row.stream, row.version, detail=f"at {row.at}")


@contextmanager
def visiting(path: Path, ours: Path, codec: Codec) -> Iterator[Other]:
    """Copy the archive at `path` and open the copy until the end of the block.

    RuleViolation `merge-itself` for our own archive. Trouble: the codes of `read_header`; `locked` for one that
    is open elsewhere; `disk-full` where there is no room for the copy.
    """
    with environment(path):
        if path.exists() and identity(path) == identity(ours):
            raise RuleViolation("merge-itself", path=str(path))
    read_header(path.absolute())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "archive"
        copy_whole(path, copy)
        with closing(patient(copy)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_LENGTH)
            yield Other(path, connection, codec)
