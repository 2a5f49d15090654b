"""All or nothing: an act that fails anywhere leaves no trace, and the record goes on."""

import sqlite3
from functools import partial

import pytest

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.registers import Registers
from facilitator.record.verify import rebuild, verify
from tests.proofs import tally
from tests.record.toys import (
    AT,
    KINDS,
    MEETING,
    REGISTERS,
    Forgotten,
    Joined,
    Noted,
    Person,
    add,
    content,
    history,
    live_through,
    opened,
)

BATCH = (Noted("一"), Joined("m-9", Person("孙小美")), Forgotten("m-1"), Noted("二"))


def failing_at(statement, connection):
    """Make the given statement of the connection fail, counted from 0, before it does anything."""
    real = connection.execute
    count = iter(range(10_000))

    def execute(sql, *arguments):
        if next(count) == statement:
            error = sqlite3.OperationalError(f"disk I/O error at {sql}")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return real(sql, *arguments)

    connection.execute = execute


def test_a_fault_at_every_statement(archive):
    """Whichever statement of an act fails, nothing of the act is in any table; after that it can be done."""
    with opened(archive) as record:
        before = content(record._db)
        for statement in range(100):
            failing_at(statement, record._db.conn)
            try:
                add(record, *BATCH)
            except Trouble as caught:
                code = caught.code
            else:
                break
            finally:
                del record._db.conn.execute
            assert code == "disk-error"
            assert not record._db.conn.in_transaction
            assert content(record._db) == before
        assert statement >= 15
        tally(faults=statement)
        assert record.traces_left  # the fault hit the washing after the act, and the act stands
        add(record, Noted("三"))
        assert not record.traces_left
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_a_fault_inside_every_statement(archive):
    """The same with SQLite interrupted after every step of its virtual machine: nothing, or all of it."""
    with opened(archive) as record:
        before = content(record._db)
        after = record.head(MEETING).version
        step, done = 0, False
        while not done:
            step += 1
            countdown = iter([0] * (step - 1) + [1])
            record._db.conn.set_progress_handler(partial(next, countdown, 0), 1)
            try:
                record.append(MEETING, BATCH, after=after, at=AT, actor="s")
                done = True
            except sqlite3.OperationalError as caught:
                code = caught.sqlite_errorcode
            finally:
                record._db.conn.set_progress_handler(None, 1)
            assert done or code == sqlite3.SQLITE_INTERRUPT
            assert not record._db.conn.in_transaction
            if not done and content(record._db) != before:  # interrupted on its way out of COMMIT
                assert record.head(MEETING).version == after + len(BATCH)
                done = True
        assert step > 20
        tally(faults=step - 1)
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_a_full_database(archive):
    """When no page can be added, the act fails as `disk-full` and changes nothing; with room it works."""
    with opened(archive) as record:
        pages = record._db.execute("PRAGMA page_count").fetchone()[0]
        before = history(record)
        for room in range(4):
            record._db.execute(f"PRAGMA max_page_count = {pages + room}").fetchall()
            with pytest.raises(Trouble, match="disk-full"):
                add(record, Noted("一"), Noted("很长的发言" * 4000))
            assert history(record) == before
        record._db.execute("PRAGMA max_page_count = 1000000").fetchall()
        add(record, Noted("很长的发言" * 4000))
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_a_disk_that_fills_up_at_every_byte(archive):
    """Wherever inside an act the disk refuses the next byte, nothing changes; with room it works."""
    resource = pytest.importorskip("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with opened(archive) as record:
        add(record, Noted("让 WAL 有内容"))
        before = history(record)
        used = archive.with_name(archive.name + "-wal").stat().st_size
        codes = []
        for room in range(0, 100_000, 509):
            resource.setrlimit(resource.RLIMIT_FSIZE, (used + room, hard))
            try:
                add(record, *BATCH[:2], Noted("很长的发言" * 1000))
            except Trouble as caught:
                codes.append(caught.code)
            else:
                break
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
            assert history(record) == before
        assert len(codes) > 20
        tally(faults=len(codes))
        assert set(codes) <= {"disk-full", "disk-error"}
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_a_register_that_fails_takes_the_event_with_it(path):
    """An event whose register cannot be written is not recorded: a register is never behind."""

    def on_noted(db, stream, recorded):
        db.execute("INSERT INTO note VALUES (?, ?, ?)", (stream, recorded.version, "x"))
        if recorded.event.text == "坏":
            raise ValueError("our mistake")

    broken = Registers(REGISTERS.schema, {Noted: on_noted})
    with Record.open(path, KINDS, registers=broken, create=True) as record:
        add(record, Noted("好"))
        before = content(record._db)
        with pytest.raises(ValueError, match="our mistake"):
            add(record, Noted("好"), Noted("坏"))
        assert content(record._db) == before
        add(record, Noted("好"))


def test_rebuilding_fails_whole(path):
    """A failure at any statement of refilling the registers leaves the old ones in place."""
    with opened(path, create=True) as record:
        live_through(record, notes=1)
        record._db.execute("UPDATE note SET text = 'old'")
        before = content(record._db)
        for statement in range(1000):
            failing_at(statement, record._db.conn)
            try:
                record.refill()
            except Trouble:
                pass
            else:
                break
            finally:
                del record._db.conn.execute
            assert content(record._db) == before
        assert statement > 20
        tally(faults=statement)
        assert content(record._db) != before
    assert rebuild(path, KINDS, REGISTERS)["note"] == 9
