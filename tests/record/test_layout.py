"""The layout of the chain, held to its description by a recomputation that shares no code with ours."""

import hashlib
import sqlite3
from contextlib import closing

from facilitator.acts import Event
from facilitator.record.archive import Record
from facilitator.record.header import APPLICATION_ID, FORMAT
from facilitator.record.schema import STEPS
from tests.record.toys import AT, KINDS, MEETING, Joined, Noted, Person, add


def netstring(text):
    """Return length, colon, bytes, comma."""
    data = text if isinstance(text, bytes) else str(text).encode()
    return str(len(data)).encode() + b":" + data + b","


def test_a_stranger_can_recompute_every_hash(archive):
    """From the docstring of the journal and the columns as stored, every hash can be computed again."""
    with closing(sqlite3.connect(archive)) as connection:
        rows = connection.execute(
            "SELECT stream, version, prev, at, actor, kind, CAST(body AS BLOB), hash FROM journal"
        ).fetchall()
    hashes = {(row[0], row[1]): row[-1] for row in rows}
    for stream, version, prev, *rest, hash_ in rows:
        assert prev == (hashes[stream, version - 1] if version > 1 else "0" * 64)
        text = b"".join(map(netstring, ["facilitator.journal.1", stream, version, prev, *rest]))
        assert hashlib.sha256(text).hexdigest() == hash_
    assert len(rows) > 40


def test_layout_never_changes(path):
    """The same events have the same head in every release: papers signed today must be provable later."""

    class Fixed(Event, frozen=True, tag="toy.fixed"):
        member: str
        seconds: int = 0

    with Record.open(
        path, (Fixed, *KINDS), create=True, entropy=lambda size: b"s" * size
    ) as record:
        add(record, Fixed("m-1", 180))
        add(record, Joined("m-1", Person("王秀英", "139")), actor="teller")
        head = record.head(MEETING)
        stored = list(record._db.execute("SELECT at, actor, kind FROM journal ORDER BY seq"))
    at = "2026-11-27T19:30:00.250001+08:00"
    assert AT.isoformat(timespec="microseconds") == at
    assert stored == [(at, "secretary", "toy.fixed"), (at, "teller", "toy.joined")]
    assert head.short == "8f74 4743 377a 6d70 d27a 3cc1 8314 c316"


def test_header_says_whose_file_it_is(archive):
    """Anyone can see from 100 bytes that this is an archive, and of which format."""
    header = archive.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3\x00")
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID == int.from_bytes(b"yish", "big")
    assert int.from_bytes(header[60:64], "big") == FORMAT == len(STEPS)


def test_no_length_can_be_mistaken_for_another(path):
    """Moving a character from one column to the next changes the hash: lengths are part of it."""
    with Record.open(path, KINDS, create=True) as record:
        for stream, actor in (("ab", "c"), ("a", "bc"), ("abc", "")):
            record.append(stream, [Noted("x")], after=0, at=AT, actor=actor)
        assert len({head.hash for head in record.streams()}) == 3
