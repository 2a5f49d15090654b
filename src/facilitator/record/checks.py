"""What must be true of an archive, one function for each truth; the verifier holds it against them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from facilitator.acts import Event, Recorded, Trouble
from facilitator.record import attached, journal
from facilitator.record.codec import Codec, Unreadable
from facilitator.record.handle import Handle
from facilitator.record.journal import Head, Row
from facilitator.record.registers import Registers, Table, kept, refill
from facilitator.record.report import Finding, Report, Stream
from facilitator.record.schema import check_schema, migrate

MISREAD = 2
"""Digits that may differ: one that was misread, or two that changed places."""


class Inspection:
    """One archive under examination: what it is held against, and what was found."""

    def __init__(self, db: Handle, codec: Codec, registers: Registers, paper: str) -> None:
        self.db = db
        self.codec = codec
        self.registers = registers
        self.paper = paper
        self.on_paper: Head | None = None
        self.nearly: tuple[int, ...] = ()
        """Groups of four in which the paper's head differs a little from one that is there."""
        self.since_paper: list[str] = []
        self.streams: list[Stream] = []
        self.findings: list[Finding] = []
        self.ledger = attached.Ledger()

    def find(self, code: str, stream: str = "", version: int = 0, **facts: Any) -> None:
        """Note a finding."""
        self.findings.append(Finding(code, stream, version, facts))

    def report(self) -> Report:
        """Return what was found."""
        return Report(
            tuple(self.streams), tuple(self.findings), self.on_paper, tuple(self.since_paper)
        )


def pages(inspection: Inspection) -> None:
    """SQLite finds its own structures whole, indexes and references included."""
    db = inspection.db
    for pragma in ("locking_mode = EXCLUSIVE", "trusted_schema = OFF", "cell_size_check = ON"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    for (text,) in db.execute("PRAGMA integrity_check(10)").fetchall():
        if text != "ok":
            inspection.find("pages", detail=text)
    for row in db.execute("PRAGMA foreign_key_check").fetchall():
        inspection.find("pages", detail=f"{row[0]} refers to nothing in {row[2]}")


def format_(inspection: Inspection) -> None:
    """A file of an older format is led to ours: it is a copy that is examined."""
    migrate(inspection.db)


def schema(inspection: Inspection) -> None:
    """The tables and triggers are ours, all of them and no others."""
    there = kept(inspection.db)
    try:
        check_schema(inspection.db, frozenset(there.tables), inspection.registers.allows(there))
    except Trouble as trouble:
        inspection.find("schema", **trouble.facts)


def sequence(inspection: Inspection) -> None:
    """The whole journal is numbered without gaps."""
    rows = inspection.db.execute("SELECT count(*), min(seq), max(seq) FROM journal").fetchone()
    count, first, last = rows[0], rows[1] or 1, rows[2] or 0
    if (first, last) != (1, count):
        inspection.find("seq-gap", events=count, first=first, last=last)


def chains(inspection: Inspection) -> None:
    """Every stream holds together and can be read, and the paper stands in one of them."""
    for name in journal.streams(inspection.db, ""):
        try:
            inspection.streams.append(follow(inspection, name)[0])
        except Exception as error:
            code = error.code if isinstance(error, Trouble) else "exception"
            inspection.find(code, name, error=repr(error)[:500])
            inspection.streams.append(Stream(Head(name, 0, journal.GENESIS, None), sound=False))
    if inspection.paper and inspection.on_paper is None:
        facts: dict[str, Any] = {"groups": inspection.nearly} if inspection.nearly else {}
        inspection.find("paper-unknown", head=inspection.paper, **facts)


def files(inspection: Inspection) -> None:
    """Attached contents are what was attached: all that a stream still wants, and nothing else."""
    wanted = inspection.ledger.wanted()
    whole = all(stream.sound for stream in inspection.streams)
    for name, size, body in attached.contents(inspection.db):
        stream, version = wanted.pop(name, ("", 0))
        if not isinstance(body, bytes) or len(body) != size or attached.digest(body) != name:
            inspection.find("file-differs", stream, version, hash=name)
        elif not stream and whole:
            code = "file-not-erased" if name in inspection.ledger.named else "file-stray"
            inspection.find(code, hash=name)
    for name, (stream, version) in wanted.items():
        inspection.find("file-missing", stream, version, hash=name)


def registers(inspection: Inspection) -> None:
    """The registers are what the journal makes of them; those of another making will be refilled anyway."""
    if kept(inspection.db).fingerprint != inspection.registers.fingerprint:
        return
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        rebuilt = Handle(connection)
        migrate(rebuilt)
        refill(rebuilt, inspection.registers, _history(inspection))
        for table in inspection.registers.schema:
            ours, theirs = (_content(db, table) for db in (rebuilt, inspection.db))
            if ours != theirs:
                rows = len(set(ours) ^ set(theirs))
                inspection.find("registers-differ", table=table.name, rows=rows)
    finally:
        connection.close()


CHECKS: tuple[Callable[[Inspection], None], ...] = (
    pages,
    format_,
    schema,
    sequence,
    chains,
    files,
    registers,
)


def misread(head: str, paper: str) -> tuple[int, ...]:
    """The groups of four, from 1, in which a head on paper was misread: () unless few digits differ.

    Two heads that are so near each other by chance do not occur, and nobody can make them.
    """
    if head[:4] != paper[:4] and head[4:8] != paper[4:8] and head[8:12] != paper[8:12]:
        return ()  # so few digits are not in three groups; this is quick, and true of nearly every head
    wrong = [at for at in range(len(paper)) if head[at] != paper[at]]
    return tuple(dict.fromkeys(at // 4 + 1 for at in wrong)) if len(wrong) <= MISREAD else ()


def follow(inspection: Inspection, name: str) -> tuple[Stream, list[tuple[Row, Event]]]:
    """Follow one stream up to its first flaw; what comes after that cannot be trusted and is not looked at.

    Returns how far it holds, and what could be read of it.
    """
    head, seq = Head(name, 0, journal.GENESIS, None), 0
    known: list[tuple[Row, Event]] = []
    before = len(inspection.findings)
    for version, row in enumerate(journal.rows_of(inspection.db, name), 1):
        code = journal.flaw(row, version, head.hash) or ("out-of-order" if row.seq <= seq else "")
        if code:
            inspection.find(code, name, version)
            return Stream(head, sound=False), known
        seq, head = row.seq, Head(name, version, row.hash, row.time)
        try:
            event = inspection.codec.unpack(row.kind, row.body, row.personal)
            known.append((row, event))
            inspection.ledger.note(name, version, event)
        except Unreadable as error:
            inspection.find(error.code, name, version, kind=row.kind, detail=error.detail)
        if inspection.on_paper is not None and inspection.on_paper.stream == name:
            inspection.since_paper.append(row.kind)
        if inspection.paper and row.hash.startswith(inspection.paper):
            inspection.on_paper = head
        elif inspection.paper and (groups := misread(row.hash, inspection.paper)):
            inspection.nearly = groups
    _beside(inspection, known)
    return Stream(head, sound=len(inspection.findings) == before), known


def _beside(inspection: Inspection, known: list[tuple[Row, Event]]) -> None:
    """Personal data may be missing only if an event erased it later, and then it must be missing."""
    erased = {event.subject: row.version for row, event in known if event.erases}
    for row, event in known:
        if not inspection.codec.has_digest(row.kind, row.body):
            continue
        gone = erased.get(event.subject, 0) > row.version
        if row.subject is None and not gone:
            inspection.find("beside-missing", row.stream, row.version)
        elif row.subject is not None and gone:
            inspection.find("beside-not-erased", row.stream, row.version)
        elif row.subject not in (None, event.subject):
            inspection.find("beside-differs", row.stream, row.version)


def _history(inspection: Inspection) -> Iterator[tuple[str, Recorded]]:
    with closing(journal.all_rows(inspection.db)) as rows:
        for row in rows:
            event = inspection.codec.unpack(row.kind, row.body, row.personal)
            yield row.stream, row.recorded(event)


def _content(db: Handle, table: Table) -> list[tuple[Any, ...]]:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    key = ", ".join(f'"{column}"' for column in table.key)
    return db.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY {key}').fetchall()
