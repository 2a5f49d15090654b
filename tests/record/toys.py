"""Events and registers of a toy meeting, and a short history of it: the record needs to know no others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from sqlite_utils import Database

from facilitator.acts import Event, Recorded
from facilitator.record.archive import Record
from facilitator.record.handle import Handle
from facilitator.record.registers import Registers, Table

AT = datetime(2026, 11, 27, 19, 30, 0, 250_001, tzinfo=timezone(timedelta(hours=8)))
MEETING = "meeting/2026-11-27"


class Person(msgspec.Struct, frozen=True):
    """Who somebody is outside the room."""

    name: str
    phone: str = ""


class Noted(Event, frozen=True, tag="toy.noted"):
    text: str


class Joined(Event, frozen=True, tag="toy.joined"):
    beside: ClassVar[str | None] = "person"
    member: str
    person: Person | None = None

    @property
    def subject(self) -> str:
        return self.member


class Forgotten(Event, frozen=True, tag="toy.forgotten"):
    erases: ClassVar[bool] = True
    member: str

    @property
    def subject(self) -> str:
        return self.member


KINDS: tuple[type[Event], ...] = (Noted, Joined, Forgotten)


def on_noted(db: Database, stream: str, recorded: Recorded) -> None:
    db.execute(
        "INSERT INTO note (stream, version, text) VALUES (?, ?, ?)",
        (stream, recorded.version, recorded.event.text),
    )


def on_joined(db: Database, stream: str, recorded: Recorded) -> None:
    person = recorded.event.person
    db.execute(
        "INSERT OR REPLACE INTO member (stream, member, name) VALUES (?, ?, ?)",
        (stream, recorded.event.member, person and person.name),
    )


def on_forgotten(db: Database, stream: str, recorded: Recorded) -> None:
    db.execute(
        "UPDATE member SET name = NULL WHERE stream = ? AND member = ?",
        (stream, recorded.event.member),
    )


REGISTERS = Registers(
    schema=(
        Table("note", {"stream": str, "version": int, "text": str}, key=("stream", "version")),
        Table(
            "member",
            {"stream": str, "member": str, "name": str},
            key=("stream", "member"),
            optional=frozenset({"name"}),
            indexes=(("name",),),
        ),
    ),
    writers={Noted: on_noted, Joined: on_joined, Forgotten: on_forgotten},
)


def opened(path: Path, *, create: bool = False) -> Record:
    """Open a toy archive."""
    return Record.open(path, KINDS, registers=REGISTERS, create=create)


def add(record: Record, *events: Event, stream: str = MEETING, actor: str = "secretary"):
    """Append to the end of a stream, whatever its version."""
    after = record.head(stream).version
    return record.append(stream, events, after=after, at=AT, actor=actor)


def live_through(record: Record, notes: int = 12) -> None:
    """Record a short history: three streams, personal data, some of it erased."""
    for number in range(3):
        stream = f"meeting/2026-11-{27 + number}"
        add(record, Joined("m-1", Person(f"王秀英{number}", "13900001111")), stream=stream)
        add(record, Joined("m-2", Person(f"赵铁柱{number}")), Noted("开会"), stream=stream)
        for place in range(notes):
            add(record, Noted(f"第{place}条意见：" + "电梯" * (place * 7)), stream=stream)
        add(record, Forgotten("m-2"), Noted("散会"), stream=stream)


def history(record: Record) -> dict[str, list[Recorded]]:
    """Return everything that can be read."""
    return {head.stream: list(record.read(head.stream)) for head in record.streams()}


def content(db: Database | Handle) -> dict[str, list[Any]]:
    """Return every row of every table."""
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: sorted(db.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


@contextmanager
def tampering(path: Path) -> Iterator[Database]:
    """Give an intruder's connection to a closed archive: our triggers away, and back afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection, execute_plugins=False)
        triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        yield db
        for _, sql in triggers:
            db.execute(sql)
