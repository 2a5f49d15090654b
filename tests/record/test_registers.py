"""Registers follow from the journal: rebuilt they are the same, and the file says of which making they are."""

import dataclasses
import sqlite3
from contextlib import closing

import pytest

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.registers import Registers, Table
from facilitator.record.verify import rebuild, verify
from tests.record.toys import (
    KINDS,
    MEETING,
    REGISTERS,
    Noted,
    add,
    content,
    opened,
)


def test_rebuilt_registers_are_the_same(archive):
    """Registers kept event by event equal registers refilled from the journal, erased names included."""
    with opened(archive) as record:
        kept = content(record._db)
    counts = rebuild(archive, KINDS, REGISTERS)
    with opened(archive) as record:
        assert content(record._db) == kept
    assert counts == {"note": len(kept["note"]), "member": len(kept["member"])}
    assert ("meeting/2026-11-27", "m-2", None) in kept["member"]
    assert ("meeting/2026-11-27", "m-1", "王秀英0") in kept["member"]


def test_a_register_that_drifted_is_found_and_refilled(archive):
    """A register changed behind our back is named by the verifier; rebuilding puts it right."""
    with closing(sqlite3.connect(archive)) as intruder, intruder:
        intruder.execute("UPDATE note SET text = '同意' WHERE version = 5")
        intruder.execute("DELETE FROM member WHERE member = 'm-1'")
    report = verify(archive, KINDS, registers=REGISTERS)
    found = {(one.code, one.facts["table"]) for one in report.findings}
    assert found == {("registers-differ", "note"), ("registers-differ", "member")}
    rebuild(archive, KINDS, REGISTERS)
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_registers_of_another_making_are_refilled_at_opening(archive):
    """A version with other tables, or writers that changed their mind, refills when it opens the file."""
    words = Table("words", {"stream": str, "version": int, "words": int}, ("stream", "version"))

    def on_noted(db, stream, recorded):
        row = (stream, recorded.version, len(recorded.event.text))
        db.execute("INSERT INTO words VALUES (?, ?, ?)", row)

    later = Registers((words,), {Noted: on_noted})
    with Record.open(archive, KINDS, registers=later) as record:
        rows = content(record._db)
        assert "note" not in rows
        assert (MEETING, 3, 2) in rows["words"]
    assert verify(archive, KINDS, registers=later).sound

    def on_noted_again(db, stream, recorded):
        db.execute("INSERT INTO words VALUES (?, ?, 0)", (stream, recorded.version))

    again = Registers((words,), {Noted: on_noted_again}, revision=2)
    with Record.open(archive, KINDS, registers=again) as record:
        assert (MEETING, 3, 0) in content(record._db)["words"]


def test_registers_of_the_same_making_are_left_alone(archive):
    """Opening does not refill what is up to date: it costs the same in a large archive."""
    with closing(sqlite3.connect(archive)) as intruder, intruder:
        intruder.execute("UPDATE note SET text = 'as it was'")
    with opened(archive) as record:
        assert {row[2] for row in content(record._db)["note"]} == {"as it was"}


def test_tables_are_strict_and_keyed(archive):
    """A register refuses a value of the wrong type and an empty one where none is expected."""
    with opened(archive) as record:
        for values in (("s", "not a number", "t"), ("s", 1, None)):
            with pytest.raises(sqlite3.IntegrityError):
                record._db.execute("INSERT INTO note VALUES (?, ?, ?)", values)
        add(record, Noted("x"))


def test_a_register_cannot_take_the_journal_s_place():
    """Two registers of one name, or one with the name of a table of the record, are our mistake."""
    table = REGISTERS.schema[0]
    for clash in ((table, table), (dataclasses.replace(table, name="journal"),)):
        with pytest.raises(TypeError, match="clash"):
            Registers(clash)


def test_an_unreadable_journal_leaves_the_registers(archive):
    """If the journal cannot be read, refilling says so and changes nothing."""
    with opened(archive) as record:
        before = content(record._db)
    with pytest.raises(Trouble, match="unreadable"):
        rebuild(archive, KINDS[1:], dataclasses.replace(REGISTERS, revision=2))
    with opened(archive) as record:
        assert content(record._db) == before
