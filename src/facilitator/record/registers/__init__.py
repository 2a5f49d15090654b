"""Registers: tables for looking things up, derived from the journal and never a source of truth.

A register is a table and the functions that keep it, in plain sight. The record calls them inside the
transaction that writes the event, so a register is never ahead or behind. Each can be dropped and refilled
from the journal; `revision` is raised whenever a function changes its mind, and the next opening refills.

After an erasure the journal gives the person's events with None in their personal field. A writer that copied
personal data must therefore clear it when the erasing event comes, and must cope with None when refilling,
so that both ways end in the same rows; `verify` compares them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property

import msgspec

from facilitator.acts import Event, Recorded, Trouble
from facilitator.data import dataclass
from facilitator.record.handle import Handle
from facilitator.record.schema import CORE

Writer = Callable[[Handle, str, Recorded], None]
"""Takes the open transaction, the stream and the event. It writes its own tables only and reads no clock.

Use `db.execute`: inside one transaction it is nearly free, where `table.insert` opens a savepoint each time.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A register table: strict, its key first, no column empty unless it is `optional`."""

    name: str
    columns: Mapping[str, type]
    key: tuple[str, ...]
    optional: frozenset[str] = frozenset()
    indexes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A question to the registers that is kept in the file, for whoever opens it with another program."""

    name: str
    select: str

    @property
    def sql(self) -> str:
        """What makes it, as the file's schema has it."""
        return f"CREATE VIEW {self.name} AS\n{self.select}"


@dataclass(frozen=True)
class Registers:
    """All register tables of an archive and who writes them, and the views of them."""

    schema: tuple[Table, ...] = ()
    writers: Mapping[type[Event], Writer] = field(default_factory=dict[type[Event], Writer])
    revision: int = 1
    views: tuple[View, ...] = ()

    def __post_init__(self) -> None:
        names = [one.name for one in (*self.schema, *self.views)]
        if CORE.intersection(names) or len(set(names)) < len(names):
            raise TypeError(f"register names clash: {names}")

    @cached_property
    def fingerprint(self) -> str:
        """Changes when the tables, the views or the revision do."""
        tables = [
            (t.name, [(c, k.__name__) for c, k in t.columns.items()], t.key, sorted(t.optional), t.indexes)
            for t in self.schema
        ]  # fmt: skip
        made = (self.revision, tables, *(view.sql for view in self.views))
        return hashlib.sha256(msgspec.json.encode(made)).hexdigest()

    @cached_property
    def creation(self) -> tuple[str, ...]:
        """The statements that make the empty tables and their indexes; worked out once, in no file."""
        from sqlite_utils import Database

        db = Database(memory=True, execute_plugins=False)
        for table in self.schema:
            made = db.table(table.name).create(
                dict(table.columns),
                pk=table.key[0] if len(table.key) == 1 else table.key,
                not_null=set(table.columns) - table.optional,
                strict=True,
            )
            for columns in table.indexes:
                made.create_index(columns)
        kept_words = db.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid")
        words = tuple(sql for (sql,) in kept_words.fetchall())
        db.close()
        return words

    def allows(self, kept: Kept) -> dict[str, str | None]:
        """The views that a file may bring: ours word for word; of another making, by name alone.

        Those of another making are never looked at, and are gone as soon as the registers are refilled.
        """
        if kept.fingerprint == self.fingerprint:
            return {view.name: view.sql for view in self.views}
        return dict.fromkeys(kept.views)

    def write(self, db: Handle, stream: str, recorded: Recorded) -> None:
        """Bring the registers up to date with one event."""
        writer = self.writers.get(type(recorded.event))
        if writer is not None:
            writer(db, stream, recorded)


class Kept(msgspec.Struct, frozen=True):
    """What the file says about the registers in it."""

    fingerprint: str = ""
    tables: tuple[str, ...] = ()
    views: tuple[str, ...] = ()


def kept(db: Handle) -> Kept:
    """Return which registers are in the file, and of which making; Trouble `damaged` if it cannot say."""
    row = db.execute("SELECT value FROM about WHERE key = 'registers'").fetchone()
    try:
        found = Kept() if row is None else msgspec.json.decode(row[0], type=Kept)
    except msgspec.DecodeError as error:
        raise Trouble("damaged", detail=f"registers: {error}") from error
    if CORE.intersection(found.tables):  # they would be dropped for being registers
        raise Trouble("damaged", detail="registers: a table of the record")
    return found


def create(db: Handle, registers: Registers) -> None:
    """Make the empty tables."""
    for statement in registers.creation:
        db.execute(statement)


def refill(
    db: Handle, registers: Registers, history: Iterable[tuple[str, Recorded]]
) -> dict[str, int]:
    """Drop the registers in the file, make ours and fill them; return their row counts.

    The caller holds the transaction.
    """
    before = kept(db)
    for name in before.views:
        db.execute(f'DROP VIEW IF EXISTS "{name}"')
    for name in before.tables:
        db.execute(f'DROP TABLE IF EXISTS "{name}"')
    create(db, registers)
    if registers.writers:
        for stream, recorded in history:
            registers.write(db, stream, recorded)
    for view in registers.views:
        db.execute(view.sql)
    now = Kept(
        registers.fingerprint,
        tuple(table.name for table in registers.schema),
        tuple(view.name for view in registers.views),
    )
    db.execute(
        "INSERT OR REPLACE INTO about (key, value) VALUES ('registers', ?)",
        (msgspec.json.encode(now).decode(),),
    )
    return {table.name: _count(db, table) for table in registers.schema}


def _count(db: Handle, table: Table) -> int:
    """Ask without sqlite-utils, which would first ask for the names of all tables, for every one of them."""
    return db.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
