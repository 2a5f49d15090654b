"""Contents of attached photos and papers: each is stored once, under the SHA-256 of its bytes.

An event names contents in `files`; a later one of the same stream may name them in `drops`. A content stays in
the archive as long as one stream still wants it: as long as that stream named it later than it dropped it. So
which contents an archive holds follows from its streams alone, in whatever order they came into it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from facilitator.acts import Event, Trouble
from facilitator.record.handle import Handle
from facilitator.record.journal import Row


def digest(body: bytes) -> str:
    """The name of a content: SHA-256 in 64 lower-case hex digits."""
    return hashlib.sha256(body).hexdigest()


class Ledger:
    """Each stream's last word on each content that its events name. Events come in their order."""

    def __init__(self) -> None:
        self._wanted: dict[tuple[str, str], int] = {}
        self.named: set[str] = set()
        """Every content that any event names or drops."""

    def note(self, stream: str, version: int, event: Event) -> None:
        """Take down what an event says of contents; most say nothing."""
        for name in event.files:
            self._wanted[stream, name] = version
            self.named.add(name)
        for name in event.drops:
            self._wanted.pop((stream, name), None)
            self.named.add(name)

    def wanted(self) -> dict[str, tuple[str, int]]:
        """The contents that must be there, each with a stream that wants it and the version that named it."""
        return {name: (stream, version) for (stream, name), version in self._wanted.items()}


def attach(db: Handle, row: Row, event: Event, files: Mapping[str, bytes]) -> None:
    """Write the contents that an event names: each is given or there, else Trouble `file-unknown`."""
    for name in event.files:
        if name.encode() not in row.body:
            raise TypeError(f"{row.kind} names a content outside the chain")
    store(db, {name: files[name] for name in event.files if name in files})
    if missing := set(event.files) - present(db, event.files):
        raise Trouble("file-unknown", hash=min(missing))


def store(db: Handle, files: Mapping[str, bytes]) -> None:
    """Write contents inside the open transaction; one that is there already is not written again.

    TypeError for a content under a name that is not its own. How large one may be is for rules to say.
    """
    for name, body in files.items():
        if digest(body) != name:
            raise TypeError(f"{name[:80]} is not the hash of that content")
        db.execute(
            "INSERT INTO file (hash, size, body) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            (name, len(body), body),
        )


def erase(db: Handle, names: Iterable[str]) -> None:
    """Delete contents, in the transaction of the event that drops them and after `washing.plan`."""
    for name in names:
        db.execute("DELETE FROM file WHERE hash = ?", (name,))


def present(db: Handle, names: Iterable[str]) -> frozenset[str]:
    """Return those of the contents that are in the archive."""
    found = (
        db.execute("SELECT hash FROM file WHERE hash = ?", (name,)).fetchone()
        for name in set(names)
    )
    return frozenset(row[0] for row in found if row is not None)


def content(db: Handle, name: str) -> bytes | None:
    """Return a content, None if it was erased or never there; Trouble `damaged` if it is another one."""
    row = db.execute("SELECT body FROM file WHERE hash = ?", (name,)).fetchone()
    if row is None:
        return None
    if not isinstance(row[0], bytes) or digest(row[0]) != name:
        raise Trouble("damaged", detail="file-differs", hash=name)
    return row[0]


def contents(db: Handle) -> Iterator[tuple[str, int, bytes]]:
    """Every content with its name and size as stored, one after another; nothing of it is checked."""
    names = db.execute("SELECT rowid FROM file ORDER BY hash").fetchall()
    for (place,) in names:
        yield db.execute("SELECT hash, size, body FROM file WHERE rowid = ?", (place,)).fetchone()
