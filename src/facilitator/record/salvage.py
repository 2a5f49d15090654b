"""Making, of a damaged archive, one with all that can still be proven: to be read, not to go on from.

A row of the journal proves itself by its hash, personal data by its digest in the chain, an attached file by
its name. A history is taken over when every one of its events is there; of a body the beginning is taken over
too, since its meetings are read with it. What is left out is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from facilitator.acts import Event, Recorded, Trouble
from facilitator.data import dataclass
from facilitator.record import attached, journal
from facilitator.record.carving import Found, carve
from facilitator.record.codec import Codec, Personal, Unreadable
from facilitator.record.file import open_file
from facilitator.record.handle import Handle
from facilitator.record.journal import GENESIS, Row
from facilitator.record.registers import Registers, refill
from facilitator.record.schema import writing
from facilitator.record.trouble import environment

PREFIX_OF = "body/"
"""Histories of which the beginning is of use without the end."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A history that is not whole. Plain data."""

    stream: str
    kept: int
    """How many of its events can be read: for a body, 0 for every other history."""
    known: int
    """How many it had at least."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved."""

    path: Path
    """The archive that was made."""
    streams: int
    """Histories in it that are whole, as far as can be seen."""
    left_out: tuple[LeftOut, ...]
    unplaced: int
    """Events of which nothing is left but a gap in the numbers; nobody can say whose they were."""
    names: int = 0
    """Events of which the personal data is lost, though nobody erased it: they show ids for names."""
    files: int = 0
    """Attached files that are lost."""

    @property
    def whole(self) -> bool:
        """Whether nothing seems to be missing; what came last of all may be gone without a trace."""
        return not (self.left_out or self.unplaced or self.names or self.files)


@dataclass(slots=True)
class _Remains:
    """What was found in the file, proven where it can be."""

    rows: dict[tuple[str, int], dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """By stream and version, then by hash."""
    known: dict[str, int] = field(default_factory=dict[str, int])
    """The last version that anything speaks of."""
    numbers: dict[int, tuple[str, int]] = field(default_factory=dict[int, tuple[str, int]])
    """Which event bore which number in the whole journal."""
    claims: set[tuple[int, str, int]] = field(default_factory=set[tuple[int, str, int]])
    """The same as an index says it, that of the journal or a like one."""
    beside: dict[tuple[str, int], set[tuple[str, Personal]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass(slots=True)
class _Lost:
    """What is missing beside the events that were taken over."""

    names: int = 0
    files: int = 0


def salvage(
    path: Path, target: Path, kinds: Iterable[type[Event]], registers: Registers
) -> Salvage:
    """Make the new archive `target` of what can be proven in the one at `path`, which is only read.

    Trouble `damaged` if nothing can; else as for reading the one and making the other.
    """
    codec = Codec(kinds)
    with environment(path):
        remains = _gather(path)
    chains = {name: _chain(remains, name) for name in sorted(remains.known)}
    refused: set[str] = set()
    lost = _Lost()
    while True:
        taken = {name: rows for name, rows in chains.items() if name not in refused}
        taken = {name: _taken(remains, name, rows) for name, rows in taken.items()}
        if not any(taken.values()):
            raise Trouble("damaged", path=str(path), detail="nothing can be proven any more")
        lost = _Lost()
        stopped = _build(target, codec, registers, remains, taken, lost)
        if not stopped:
            break
        refused.add(stopped)  # it cannot be understood without what was left out, or at all
    return _answer(target, remains, taken, lost)


def _answer(target: Path, remains: _Remains, taken: dict[str, list[Row]], lost: _Lost) -> Salvage:
    left_out = tuple(
        LeftOut(name, len(taken.get(name, ())), known)
        for name, known in sorted(remains.known.items())
        if len(taken.get(name, ())) < known
    )
    last = max(remains.numbers, default=0)
    return Salvage(
        path=target,
        streams=len(remains.known) - len(left_out),
        left_out=left_out,
        unplaced=last - len(remains.numbers),
        names=lost.names,
        files=lost.files,
    )


def _gather(path: Path) -> _Remains:
    remains = _Remains()
    for found in carve(path):
        match found:
            case Found(int(seq), (None, str(), int(), str(), str(), str(), str(), str(), str())):
                _note_row(remains, seq, found)
            case Found(None, (str(stream), int(version), int(seq))) if "/" in stream:
                remains.claims.add((seq, stream, version))
            case Found(None, (str(stream), int(version), str(subject), bytes(salt), str(body))):
                personal = Personal(subject, salt, body.encode())
                remains.beside[stream, version].add((personal.digest, personal))
            case Found(int(), (str(name), int(), bytes(body))) if attached.digest(body) == name:
                remains.files[name] = body
            case _:
                pass
    for seq, stream, version in remains.claims:
        if remains.numbers.setdefault(seq, (stream, version)) == (stream, version):
            _note_known(remains, stream, version)
    return remains


def _note_row(remains: _Remains, seq: int, found: Found) -> None:
    _, stream, version, kind, at, actor, body, prev, hash_ = found.columns
    values: Any = (seq, stream, version, kind, at, actor, str(body).encode(), prev, hash_)
    row = Row._make((*values, None, None, None))
    if not journal.flaw(row, row.version, row.prev):
        remains.rows[row.stream, row.version][row.hash] = row
        remains.numbers[seq] = (row.stream, row.version)
        _note_known(remains, row.stream, row.version)


def _note_known(remains: _Remains, stream: str, version: int) -> None:
    remains.known[stream] = max(version, remains.known.get(stream, 0))


def _chain(remains: _Remains, name: str) -> list[Row]:
    """The events of a history from its first, as far as each follows from the one before."""
    chain: list[Row] = []
    prev = GENESIS
    for version in range(1, remains.known[name] + 1):
        rows = remains.rows.get((name, version), {}).values()
        row = next((one for one in rows if one.prev == prev), None)
        if row is None:
            break
        chain.append(row)
        prev = row.hash
    return chain


def _taken(remains: _Remains, name: str, rows: list[Row]) -> list[Row]:
    whole = len(rows) == remains.known[name]
    return rows if whole or name.startswith(PREFIX_OF) else []


def _build(
    target: Path,
    codec: Codec,
    registers: Registers,
    remains: _Remains,
    taken: dict[str, list[Row]],
    lost: _Lost,
) -> str:
    """Write the histories into a new archive; return the name of one that cannot be understood, else ""."""
    for left in target.parent.glob(f"{target.name}*"):
        left.unlink()
    events, ledger = _events(codec, remains, taken, lost)
    if isinstance(events, str):
        return events
    db = open_file(target, create=True)
    try:
        with environment(target), writing(db):
            attached.store(
                db, {name: remains.files[name] for name in ledger if name in remains.files}
            )
            return _fill(db, registers, events)
    finally:
        db.close()


def _events(
    codec: Codec, remains: _Remains, taken: dict[str, list[Row]], lost: _Lost
) -> tuple[list[tuple[Row, Event]] | str, frozenset[str]]:
    """Every event in the order of the whole journal, with its personal data; and the contents they want."""
    found: list[tuple[Row, Event]] = []
    ledger = attached.Ledger()
    for name, rows in taken.items():
        erased: dict[str, int] = {}
        events: list[tuple[Row, Event]] = []
        for row in rows:
            try:
                event = codec.unpack(row.kind, row.body)
            except Unreadable:
                return name, frozenset()
            ledger.note(name, row.version, event)
            if event.erases:
                erased[event.subject] = row.version
            events.append((row, event))
        for row, event in events:
            row, event = _with_personal(codec, remains, row, event, erased)
            gone = erased.get(event.subject, 0) > row.version
            if row.subject is None and not gone and codec.has_digest(row.kind, row.body):
                lost.names += 1
            found.append((row, event))
    found.sort(key=lambda one: one[0].seq)
    return found, frozenset(ledger.wanted())


def _with_personal(
    codec: Codec, remains: _Remains, row: Row, event: Event, erased: dict[str, int]
) -> tuple[Row, Event]:
    """The event with what stands beside it, if that is found and was not erased later."""
    if erased.get(event.subject, 0) > row.version:
        return row, event
    for digest, personal in remains.beside.get((row.stream, row.version), ()):
        if digest.encode() in row.body:
            row = row._replace(subject=personal.subject, salt=personal.salt, beside=personal.body)
            return row, codec.unpack(row.kind, row.body, personal)
    return row, event


def _fill(db: Handle, registers: Registers, events: list[tuple[Row, Event]]) -> str:
    current = ""

    def history() -> Iterator[tuple[str, Recorded]]:
        nonlocal current
        for seq, (row, event) in enumerate(events, 1):
            current = row.stream
            yield row.stream, row._replace(seq=seq).recorded(event)

    for row, _ in events:
        journal.add(db, row)
    try:
        refill(db, registers, history())
    except Exception:  # whatever a register needs and does not find
        if not current:
            raise
        return current
    return ""
