"""The record as the session sees it: append what happened, read what happened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from facilitator.acts import Event, Recorded, Trouble
from facilitator.record import attached, journal, washing
from facilitator.record.codec import Codec, Entropy, Unreadable
from facilitator.record.copying import Copying, Extent, extent
from facilitator.record.file import open_file
from facilitator.record.finished import connect_finished, finished
from facilitator.record.handle import Handle
from facilitator.record.journal import Head, Row
from facilitator.record.registers import Registers, kept, refill
from facilitator.record.samples import Natures, natures
from facilitator.record.schema import check_schema, objects, writing
from facilitator.record.trouble import environment

NO_REGISTERS = Registers()
NO_FILES: Mapping[str, bytes] = {}
_SENSELESS = (
    *(sqlite3.IntegrityError, LookupError, TypeError, ValueError),
    *(ArithmeticError, AssertionError, AttributeError),
)
"""What registers raise over events that no command of ours made: sums that no table has room for, too."""


class Record:
    """One open archive. Nobody else, in this process or another, has it open at the same time."""

    def __init__(
        self, path: Path, db: Handle, codec: Codec, tables: Registers, entropy: Entropy
    ) -> None:
        self.path = path
        self.codec = codec
        self._db = db
        self._registers = tables
        self._entropy = entropy
        self._washing = False
        self._heads: dict[str, Head] = {}
        self._copying: list[Copying] = []
        self.closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        kinds: Iterable[type[Event]],
        *,
        registers: Registers = NO_REGISTERS,
        create: bool = False,
        entropy: Entropy = os.urandom,
    ) -> Self:
        """Open the archive at `path`; with `create`, make an empty one if there is none.

        `kinds` are all events that may occur in it. Registers of another making are refilled from the
        journal. Trouble: `no-file`, `no-folder`, `not-an-archive`, `newer`, `damaged`, `locked`, `read-only`,
        `disk-full`, `disk-error`, `unsafe-settings`.
        """
        codec = Codec(kinds)
        record = cls(path, open_file(path, create=create), codec, registers, entropy)
        try:
            record._settle()
        except BaseException:
            record.close()
            raise
        return record

    @classmethod
    def look(
        cls, path: Path, kinds: Iterable[type[Event]], *, registers: Registers = NO_REGISTERS
    ) -> Self | None:
        """Open a finished archive where it lies, only to be read; None if that can be done in a copy alone.

        That is so when it has a WAL, is of an older format, or its registers are of another making. Trouble
        as for `open`.
        """
        if not finished(path):
            return None
        db = Handle(connect_finished(path))
        record = cls(path, db, Codec(kinds), registers, os.urandom)
        try:
            with environment(path, opening=True):
                there = kept(db)
                check_schema(db, frozenset(there.tables), registers.allows(there))
        except BaseException:
            record.close()
            raise
        if there.fingerprint != registers.fingerprint:
            record.close()
            return None
        return record

    @staticmethod
    def make_ready() -> None:
        """Import what writing needs and reading does not; on any thread."""
        import sqlite_utils.db  # noqa: F401

    def append(
        self,
        stream: str,
        events: Iterable[Event],
        *,
        after: int,
        at: datetime,
        actor: str,
        files: Mapping[str, bytes] = NO_FILES,
    ) -> tuple[Recorded, ...]:
        """Write the events after version `after` of the stream: when this returns, they are on the disk.

        `files` are contents that the events name, each under its SHA-256 in hex. All of it, with the registers,
        or nothing. Trouble `stale` when the stream has another version than the caller decided on,
        `file-unknown` when an event names a content that is neither given nor there; environment codes as for
        `open`, and the record can still be used.
        """
        events = tuple(events)
        time = journal.time_text(at)
        head = self._heads.pop(stream, None)  # put back only when all went well
        with environment(self.path), writing(self._db):
            head = head or journal.head(self._db, stream)
            if head.version != after:
                raise Trouble("stale", stream=stream, after=after, found=head.version)
            recorded: list[Recorded] = []
            for version, event in enumerate(events, after + 1):
                row = self._row(stream, version, head.hash, time, actor, event)
                recorded.append(self._write(row, event, files))
                head = Head(stream, version, row.hash, at)
            _check_all_named(files, events)
        self._heads[stream] = head
        self._wash()
        return tuple(recorded)

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction around all that is written inside: at its end it is on the disk, or nothing of it is.

        For work that is not done act by act: merging, making samples.
        """
        try:
            with environment(self.path), writing(self._db):
                yield
        except BaseException:
            self._heads.clear()
            raise
        self._wash()

    def absorb(self, rows: Iterable[Row], content: Callable[[str], bytes | None]) -> None:
        """Write rows of another archive, hashes and all, each after the last one of its stream here.

        `content` gives the attached contents by their hashes. All of it, with the registers, or nothing.
        Trouble `stale` when a row does not follow what is here, `damaged` (with its place) when it is not what
        was recorded or the registers cannot make sense of it.
        """
        ledger = attached.Ledger()
        with self.together():
            for row in rows:
                head = self._heads.pop(row.stream, None) or journal.head(self._db, row.stream)
                if code := journal.flaw(row, head.version + 1, head.hash):
                    trouble = "damaged" if code == "hash-differs" else "stale"
                    raise Trouble(trouble, stream=row.stream, version=row.version, detail=code)
                event = self._recorded(row).event
                ledger.note(row.stream, row.version, event)
                self._absorb(row, event, content)
                self._heads[row.stream] = Head(row.stream, row.version, row.hash, row.time)
            wanted = ledger.wanted()
            if missing := wanted.keys() - attached.present(self._db, wanted):
                stream, version = wanted[min(missing)]
                raise Trouble("damaged", stream=stream, version=version, detail="file-missing")

    def read(self, stream: str) -> Iterator[Recorded]:
        """Return what happened in a stream, oldest first, each event checked against the chain.

        Trouble `damaged` at the first event that is not what was recorded, `unreadable` at one that was
        recorded but means nothing to this version. Personal data that was erased is None.
        """
        with environment(self.path):
            rows = journal.rows_of(self._db, stream)
        prev = journal.GENESIS
        for version, row in enumerate(rows, 1):
            code = journal.flaw(row, version, prev)
            if code:
                raise Trouble("damaged", stream=stream, version=version, detail=code)
            prev = row.hash
            yield self._recorded(row)

    def streams(self, prefix: str = "") -> list[Head]:
        """Return the heads of all streams whose name begins with `prefix`, in order of their names."""
        with environment(self.path):
            return [journal.head(self._db, name) for name in journal.streams(self._db, prefix)]

    def head(self, stream: str) -> Head:
        """Return the last version of a stream, its hash and its time; version 0 if nothing happened yet."""
        with environment(self.path):
            return journal.head(self._db, stream)

    def mark(self, stream: str, version: int) -> journal.Mark | None:
        """Return one event of a stream without what it says; None if it has not so many."""
        with environment(self.path):
            return journal.mark(self._db, stream, version)

    def file(self, name: str) -> bytes | None:
        """Return an attached content by its hash; None if it was erased or never there.

        Trouble `damaged` if what is stored is not what was attached.
        """
        with environment(self.path):
            return attached.content(self._db, name)

    def has_files(self, names: Iterable[str]) -> frozenset[str]:
        """Return those of the contents that are in the archive."""
        with environment(self.path):
            return attached.present(self._db, names)

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a SELECT finds in the registers; for `lookups`, which holds the questions."""
        with environment(self.path):
            return self._db.execute(question, values).fetchall()

    @property
    def traces_left(self) -> bool:
        """Return whether erased data may still be found in the file's unused space (the disk was full)."""
        return self._washing

    def refill(self) -> dict[str, int]:
        """Make the registers anew from the journal, all or nothing; return their row counts."""
        with environment(self.path), writing(self._db), closing(self._history()) as history:
            return refill(self._db, self._registers, history)

    def extent(self) -> Extent:
        """How far the journal reaches: enough to tell whether anything was recorded since."""
        with environment(self.path):
            return extent(self._db)

    def natures(self) -> Natures:
        """What its bodies are: samples, real ones; none at all in a new archive."""
        with environment(self.path):
            return natures(self._db)

    def copying(self) -> Copying:
        """Begin a copy of all that is on the disk now; its `run` may be called on another thread."""
        with environment(self.path):
            copying = Copying(self.path, self._db)
        self._copying = [*(one for one in self._copying if not one.over), copying]
        return copying

    def close(self) -> None:
        """Close the file: it is then one file, without a WAL; a copy in the making is given up.

        Closing twice is allowed.
        """
        for copying in self._copying:
            copying.stop()
        self._copying.clear()
        self.closed = True
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _settle(self) -> None:
        """Check what came with the file and finish what was left undone."""
        with environment(self.path, opening=True):
            there = kept(self._db)
            check_schema(self._db, frozenset(there.tables), self._registers.allows(there))
            wanted = {one.name for one in (*self._registers.schema, *self._registers.views)}
            lost = wanted - {name for _, name, _, _ in objects(self._db)}
            if lost or there.fingerprint != self._registers.fingerprint:
                self.refill()
            if washing.due(self._db):
                self._washing = not washing.try_wash(self._db)

    def _wash(self) -> None:
        """Wash if something was erased; not in the middle of a transaction, which washing would need to end."""
        if self._washing and not self._db.conn.in_transaction:
            self._washing = not washing.try_wash(self._db)

    def _history(self) -> Generator[tuple[str, Recorded], None, None]:
        with closing(journal.all_rows(self._db)) as rows:
            for row in rows:
                yield row.stream, self._recorded(row)

    def _row(
        self, stream: str, version: int, prev: str, time: str, actor: str, event: Event
    ) -> Row:
        kind, body, personal = self.codec.pack(event, self._entropy)
        hash_ = journal.link(stream, version, prev, time, actor, kind, body)
        beside = (
            (None, None, None)
            if personal is None
            else (personal.subject, personal.salt, personal.body)
        )
        return Row(0, stream, version, kind, time, actor, body, prev, hash_, *beside)

    def _write(self, row: Row, event: Event, files: Mapping[str, bytes]) -> Recorded:
        if event.files:
            attached.attach(self._db, row, event, files)
        return self._enter(row, event)

    def _absorb(self, row: Row, event: Event, content: Callable[[str], bytes | None]) -> None:
        """What was dropped later on is in no archive any more, and nobody asks for it."""
        found = {name: content(name) for name in event.files}
        try:
            attached.store(
                self._db, {name: body for name, body in found.items() if body is not None}
            )
            self._enter(row, event)
        except _SENSELESS as error:
            facts = {"stream": row.stream, "version": row.version, "detail": repr(error)[:200]}
            raise Trouble("damaged", **facts) from error

    def _enter(self, row: Row, event: Event) -> Recorded:
        seq = journal.add(self._db, row)
        if event.erases:
            journal.erase(self._db, row.stream, event.subject)
        if event.drops:
            self._mark_washing()
            attached.erase(self._db, self._unwanted(event.drops))
        elif event.erases:
            self._mark_washing()
        recorded = row._replace(seq=seq).recorded(event)
        self._registers.write(self._db, row.stream, recorded)
        return recorded

    def _mark_washing(self) -> None:
        washing.plan(self._db)
        self._washing = True

    def _unwanted(self, names: Iterable[str]) -> list[str]:
        """Those contents that no stream wants any more; an event we cannot read may want all it mentions."""
        return [name for name in names if not self._wants(name)]

    def _wants(self, name: str) -> bool:
        ledger = attached.Ledger()
        for row in journal.mentioning(self._db, name):
            try:
                event = self.codec.unpack(row.kind, row.body, row.personal)
            except Unreadable:
                return True
            ledger.note(row.stream, row.version, event)
        return name in ledger.wanted()

    def _recorded(self, row: Row) -> Recorded:
        try:
            return row.recorded(self.codec.unpack(row.kind, row.body, row.personal))
        except Unreadable as error:
            code = "damaged" if error.code == "beside-differs" else "unreadable"
            facts = {"stream": row.stream, "version": row.version, "kind": row.kind}
            raise Trouble(code, **facts, detail=error.detail or error.code) from error


def _check_all_named(files: Mapping[str, bytes], events: Iterable[Event]) -> None:
    """A content that no event names would be in the archive for ever, and nobody could find it."""
    if strays := files.keys() - {name for event in events for name in event.files}:
        raise TypeError(f"no event names the attached content {min(strays)[:80]}")
