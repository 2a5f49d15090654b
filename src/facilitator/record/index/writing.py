"""Writing documents into the index: what changed of a meeting, and nothing else."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC
from functools import lru_cache
from typing import NamedTuple

import msgspec

from facilitator.record.index.docs import Doc, Facet
from facilitator.record.index.segments import words

WITHIN_SECOND = 20
"""Bits of a document's number below the second it belongs to: newest first is the order of the numbers."""
_ORDINAL = 10
_BESIDE = 64


class Row(NamedTuple):
    """A document as it is stored, without its number."""

    meeting: str
    sort: str
    key: str
    kinds: str
    body: str
    format: str
    at: str
    title: str
    who: str
    text: str
    people: str
    outcome: str
    implementation: str
    more: str

    @property
    def values(self) -> set[tuple[str, str]]:
        """What can be narrowed down to it, as facet and value."""
        found = {
            (Facet.BODY.value, self.body),
            (Facet.YEAR.value, self.at[:4]),
            (Facet.OUTCOME.value, self.outcome),
            *((Facet.KIND.value, kind) for kind in self.kinds.split()),
        }
        if self.format:
            found.add((Facet.FORMAT.value, self.format))
        if self.implementation:
            found.add((Facet.IMPLEMENTATION.value, self.implementation))
        return found

    @property
    def columns(self) -> tuple[str, str, str]:
        """The words of its title, of its text and of what it can be narrowed down by."""
        values = sorted(one for one in self.values if one[0] != Facet.YEAR)  # a range of numbers
        tokens = [token(facet, value) for facet, value in values]
        tokens += [token("person", one) for one in self.people.splitlines()]
        return (
            " ".join(words(self.title)),
            " ".join(words(f"{self.who}\n{self.text}")),
            " ".join(tokens),
        )


COLUMNS = ", ".join(Row._fields)


@lru_cache(maxsize=4096)
def token(facet: str, value: str) -> str:
    """The word of the index that stands for a value; nothing that somebody types can be one."""
    digest = hashlib.sha1(value.encode("utf-8", "surrogatepass"), usedforsecurity=False)
    return f"={facet[0]}{digest.hexdigest()[:12]}"


def stored(doc: Doc) -> Row:
    """A document as it is stored."""
    return Row(
        doc.meeting,
        doc.sort,
        doc.key,
        " ".join(doc.kinds),
        doc.body,
        doc.format,
        doc.at.isoformat(),
        doc.title,
        doc.who,
        doc.text,
        "\n".join(sorted(doc.people)),
        doc.outcome,
        doc.implementation,
        msgspec.json.encode(doc.more).decode(),
    )


def first_number(year: int) -> int:
    """The least number that a document of that year can have."""
    days = (year - 1970) * 365 + (year - 1969) // 4 - (year - 1901) // 100 + (year - 1601) // 400
    return days * 86_400 << WITHIN_SECOND


def numbers(docs: Sequence[Doc]) -> list[int]:
    """A number for each document of one meeting, in the order of their local times."""
    seen: Counter[int] = Counter()
    found: list[int] = []
    for doc in docs:
        second = int(doc.at.replace(tzinfo=UTC, microsecond=0).timestamp())
        place = min(seen[second], (1 << _ORDINAL) - 1)
        seen[second] += 1
        among = zlib.crc32(doc.meeting.encode()) & ((1 << WITHIN_SECOND - _ORDINAL) - 1)
        found.append(second << WITHIN_SECOND | among << _ORDINAL | place)
    return found


def put_meeting(db: sqlite3.Connection, meeting: str, docs: Sequence[Doc]) -> int:
    """Make the index hold these documents of a meeting and no others; return how many were changed.

    The caller holds the transaction.
    """
    had = {
        (row[2], row[3]): (row[0], Row._make(row[1:]))
        for row in db.execute(f"SELECT id, {COLUMNS} FROM doc WHERE meeting = ?", (meeting,))
    }
    new: list[tuple[int, Row]] = []
    for wanted, row in zip(numbers(docs), map(stored, docs), strict=True):
        old = had.get((row.sort, row.key))
        if old is not None and old[1] == row and _stays(db, meeting, old[0], wanted):
            del had[row.sort, row.key]
        else:
            new.append((wanted, row))
    remove(db, had.values())
    insert(db, new)
    return len(had) + len(new)


def _stays(db: sqlite3.Connection, meeting: str, number: int, wanted: int) -> bool:
    """Whether a document has its number, or one beside it because one of another meeting has that."""
    if number == wanted:
        return True
    holder = db.execute("SELECT meeting FROM doc WHERE id = ?", (wanted,)).fetchone()
    return wanted < number < wanted + _BESIDE and holder is not None and holder[0] != meeting


def _taken(db: sqlite3.Connection, number: int) -> bool:
    return db.execute("SELECT 1 FROM doc WHERE id = ?", (number,)).fetchone() is not None


def insert(db: sqlite3.Connection, rows: Iterable[tuple[int, Row]]) -> None:
    """Put documents in, each under its number or the next free one."""
    values: Counter[tuple[str, str]] = Counter()
    marks = ", ".join("?" * (len(Row._fields) + 1))
    for wanted, row in rows:
        number = wanted
        while _taken(db, number):
            number += 1
        db.execute(f"INSERT INTO doc (id, {COLUMNS}) VALUES ({marks})", (number, *row))
        db.execute(
            "INSERT INTO word (rowid, title, text, facet) VALUES (?, ?, ?, ?)",
            (number, *row.columns),
        )
        values.update(row.values)
    _count(db, values)


def remove(db: sqlite3.Connection, rows: Iterable[tuple[int, Row]]) -> None:
    """Take documents out; the index has to be told the words that it has of them."""
    values: Counter[tuple[str, str]] = Counter()
    for number, row in rows:
        db.execute(
            "INSERT INTO word (word, rowid, title, text, facet) VALUES ('delete', ?, ?, ?, ?)",
            (number, *row.columns),
        )
        db.execute("DELETE FROM doc WHERE id = ?", (number,))
        values.subtract(row.values)
    _count(db, values)
    if values:
        db.execute("DELETE FROM value WHERE docs = 0")


def _count(db: sqlite3.Connection, values: Counter[tuple[str, str]]) -> None:
    db.executemany(
        "INSERT INTO value VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET docs = docs + excluded.docs",
        [(facet, value, number) for (facet, value), number in values.items() if number],
    )
