"""What one archive has recorded that another has not."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Set
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from facilitator.data import dataclass
from facilitator.record import journal
from facilitator.record.copying import extent
from facilitator.record.finished import connect_finished, finished
from facilitator.record.handle import Handle
from facilitator.record.samples import Natures, natures
from facilitator.record.trouble import environment
from facilitator.record.verify import copy_whole

MADE = "decisions.made"
"""The tag of an event by which a decision was made."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A stream in which one archive is ahead of another."""

    stream: str
    events: int
    """How many events the other has not."""
    first_at: datetime
    last_at: datetime
    """When the first and the last of them were recorded."""
    forked: bool
    """Whether the other has different events in their place."""


@dataclass(frozen=True, slots=True)
class Since:
    """What was recorded after some event."""

    events: int
    meetings: int
    """Meetings in which something was recorded."""
    decisions: int
    """Decisions that were made."""


def since(path: Path, marks: Set[str]) -> dict[str, Since]:
    """What the archive at `path` has after the events whose hashes begin so; those it has not are missing.

    The archive is not changed. Trouble as for opening it.
    """
    found: dict[str, Since] = {}
    if not marks:
        return found
    length = len(next(iter(marks)))
    meetings: set[str] = set()
    decisions = 0
    with _looking(path) as db:
        rows = db.execute("SELECT hash, stream, kind FROM journal ORDER BY seq DESC")
        for events, (hash_, stream, kind) in enumerate(rows):
            if (mark := hash_[:length]) in marks:
                found.setdefault(mark, Since(events, len(meetings), decisions))
                if len(found) == len(marks):
                    break
            if stream.startswith("meeting/"):
                meetings.add(stream)
            decisions += kind == MADE
    return found


def ahead(path: Path, other: Path) -> tuple[Ahead, ...]:
    """In which streams the archive at `path` is ahead of the one at `other`, in order of their names.

    Neither is changed. Trouble as for opening them, and `damaged` where that cannot be told any more.
    """
    with _looking(path) as mine, _looking(other) as theirs:
        found = (_stream(mine, theirs, name) for name in journal.streams(mine, ""))
        return tuple(one for one in found if one is not None)


def same_archive(path: Path, other: Path) -> bool:
    """Whether both began with the same event, or one of them with none."""
    with _looking(path) as mine, _looking(other) as theirs:
        firsts = {extent(db).first for db in (mine, theirs)} - {""}
    return len(firsts) < 2


def natures_of(path: Path) -> Natures:
    """What the bodies of the archive at `path` are. It is not changed; Trouble as for opening it."""
    with _looking(path) as db:
        return natures(db)


def _stream(mine: Handle, theirs: Handle, name: str) -> Ahead | None:
    """The stream from where it leaves the other's; None if it does not."""
    common = _common(mine, theirs, name)
    head = journal.head(mine, name)
    if head.version == common:
        return None
    assert head.at is not None
    first = journal.rows_of(mine, name)[common]
    forked = journal.head(theirs, name).version > common
    return Ahead(name, head.version - common, first.time, head.at, forked)


def _common(mine: Handle, theirs: Handle, name: str) -> int:
    """How many events both have: a hash stands for all before it, so halving the rest finds it soon."""
    low, high = 0, min(journal.head(mine, name).version, journal.head(theirs, name).version)
    while low < high:
        middle = (low + high + 1) // 2
        if _hash(mine, name, middle) == _hash(theirs, name, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _hash(db: Handle, name: str, version: int) -> str | None:
    row = db.execute(
        "SELECT hash FROM journal WHERE stream = ? AND version = ?", (name, version)
    ).fetchone()
    return None if row is None else row[0]


@contextmanager
def _looking(path: Path) -> Iterator[Handle]:
    """An archive to read from, where it lies or in a copy."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if finished(path):
            connection = connect_finished(path)
        else:
            copy = Path(folder) / "archive"
            copy_whole(path, copy)
            connection = sqlite3.connect(copy, isolation_level=None)
        with closing(connection), environment(path, opening=True):
            yield Handle(connection)
