"""Damage is noticed and named, or it changed nothing that anybody can read; it never crashes or hangs us."""

import random
import sqlite3
from contextlib import closing

import pytest

from facilitator.acts import Trouble
from facilitator.record.header import held
from facilitator.record.verify import verify
from tests.proofs import tally
from tests.record.toys import (
    KINDS,
    REGISTERS,
    Joined,
    Person,
    add,
    history,
    live_through,
    opened,
)

flips = pytest.mark.parametrize("flips", [70, pytest.param(2000, marks=pytest.mark.soak)])
cuts = pytest.mark.parametrize("cuts", [25, pytest.param(300, marks=pytest.mark.soak)])


@pytest.fixture
def original(archive):
    """Return the bytes and the content of a sound archive with a few hundred pages' variety."""
    with opened(archive) as record:
        live_through_again(record)
        content = history(record)
    return archive.read_bytes(), content


def live_through_again(record):
    """Grow every table beyond one page, so that there are inner pages to damage too."""
    for number in range(60):
        add(record, Joined(f"m-{number}", Person("陈志强" * 20)), stream=f"meeting/{number % 4}")


def read(path):
    """Return everything that can be read; reading may fail with Trouble only, and leaves nothing open."""
    before = set(held)
    try:
        with opened(path) as record:
            return history(record)
    except Trouble as trouble:
        return trouble.code
    finally:
        assert set(held) == before


def noticed(path):
    """Return whether the verifier finds something."""
    try:
        return not verify(path, KINDS, registers=REGISTERS).sound
    except Trouble as trouble:
        return trouble.code


@flips
def test_flipped_bits(path, original, flips):
    """One flipped bit anywhere is found by the verifier, or everything reads as before."""
    whole, content = original
    unnoticed = 0
    for _ in range(flips):
        place, bit = random.randrange(len(whole)), random.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        found = noticed(path)
        after = read(path)
        if not found:
            unnoticed += 1
            assert after == content, f"bit {bit} of byte {place}"
    assert unnoticed < flips / 2
    tally(flips=flips, harmless=unnoticed)


@flips
def test_flipped_bits_where_events_are(path, original, flips):
    """One flipped bit in the stored text of an event or of personal data is always found."""
    whole, _ = original
    marks = [b'"event":"toy.', "陈志强".encode() * 2, b"2026-11-27T19:30", b"secretary"]
    places = [place for mark in marks for place in all_of(whole, mark)]
    for _ in range(flips):
        place, bit = random.choice(places), random.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        assert noticed(path), f"bit {bit} of byte {place}"
        read(path)
    tally(text_flips=flips)


def test_damaged_words_of_the_schema(path, original):
    """A byte that is no UTF-8 in the schema's own words, which SQLite then quotes, is named as damage."""
    whole, _ = original
    start = whole.index(b"CREATE TABLE journal")
    for place in range(start, start + 150):
        path.write_bytes(whole[:place] + b"\xe9" + whole[place + 1 :])
        assert noticed(path)
        assert read(path) == "damaged"


@pytest.mark.parametrize("column", ["type", "name", "tbl_name", "sql"])
def test_a_schema_that_is_no_text(path, original, column):
    """One flipped bit makes a blob of a word of the schema: the archive is damaged, opened or verified."""
    path.write_bytes(original[0])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            f"UPDATE sqlite_schema SET {column} = CAST({column} AS BLOB) WHERE name = 'journal'"
        )
    with pytest.raises(Trouble) as caught:
        opened(path).close()
    assert caught.value.code == "damaged"
    assert noticed(path)


@cuts
def test_truncated_files(path, original, cuts):
    """A file cut off anywhere is found damaged, by opening it and by the verifier."""
    whole, _ = original
    for _ in range(cuts):
        path.write_bytes(whole[: random.randrange(len(whole))])
        assert noticed(path)
        assert read(path) == "damaged"
    tally(truncations=cuts)


@cuts
def test_overwritten_pages(path, original, cuts):
    """A page of zeros, of noise, or a copy of another page is found, or everything reads as before."""
    whole, content = original
    pages = len(whole) // 4096
    for _ in range(cuts):
        page, other = random.randrange(pages) * 4096, random.randrange(pages) * 4096
        new = random.choice([bytes(4096), random.randbytes(4096), whole[other : other + 4096]])
        path.write_bytes(whole[:page] + new + whole[page + 4096 :])
        found = noticed(path)
        after = read(path)
        if not found:
            assert after == content
    tally(pages=cuts)


@cuts
def test_damaged_wal(path, archive, cuts):
    """A WAL left by a crash and then damaged never shows an event that was not recorded as it was."""
    wal = path.with_name(path.name + "-wal")
    with opened(archive) as record:
        live_through(record)
        content = history(record)
        main, whole = archive.read_bytes(), wal_bytes(archive)
    for number in range(cuts):
        place, bit = random.randrange(len(whole)), random.randrange(8)
        flipped = whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
        path.write_bytes(main)
        wal.write_bytes(flipped if number % 2 else whole[:place])
        noticed(path)
        after = read(path)
        assert isinstance(after, dict)
        for stream, events in after.items():
            assert events == content[stream][: len(events)]
    tally(wals=cuts)


def wal_bytes(path):
    """Return the WAL of an archive that is open here, and only here."""
    return path.with_name(path.name + "-wal").read_bytes()


def all_of(whole, mark):
    """Return the place of every byte that belongs to an occurrence of `mark`."""
    place = whole.find(mark)
    while place >= 0:
        yield from range(place, place + len(mark))
        place = whole.find(mark, place + 1)
