"""Views that come with an archive: ours word for word, or none."""

import dataclasses
import sqlite3
from contextlib import closing

import pytest

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.registers import View
from facilitator.record.verify import verify
from tests.record.toys import KINDS, REGISTERS, live_through

COUNTED = View("list_notes", "SELECT stream, count(*) AS notes FROM note GROUP BY stream")
WITH_VIEW = dataclasses.replace(REGISTERS, views=(COUNTED,))


def opened(path, registers=WITH_VIEW):
    """Open an archive with a view."""
    return Record.open(path, KINDS, registers=registers, create=True)


@pytest.fixture
def archive(path):
    """Return the path of a closed archive with a view."""
    with opened(path) as record:
        live_through(record)
    return path


def tamper(path, *statements):
    """Change a closed archive as an intruder would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for sql in statements:
            db.execute(sql)


def views(path):
    """The views in a closed file, with their SQL."""
    with closing(sqlite3.connect(path)) as db:
        return dict(
            db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").fetchall()
        )


def test_a_view_is_in_the_file_and_answers_from_the_registers(archive):
    """Any program can ask it; the archive verifies with it."""
    with closing(sqlite3.connect(archive)) as db:
        assert len(db.execute("SELECT * FROM list_notes").fetchall()) == 3
    assert views(archive) == {"list_notes": COUNTED.sql}
    assert verify(archive, KINDS, registers=WITH_VIEW).sound
    assert verify(archive, KINDS).sound


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE VIEW spy AS SELECT 1"],
        ["DROP VIEW list_notes", "CREATE VIEW list_notes AS SELECT body AS notes FROM journal"],
        [
            "CREATE VIEW spy AS SELECT 1",
            'UPDATE about SET value = replace(value, \'"list_notes"\', \'"list_notes","spy"\')',
        ],
    ],
    ids=["another", "in its place", "announced"],
)
def test_a_strange_view_is_refused(archive, statements):
    """A view that is not ours word for word would answer for us, whatever the file says of it."""
    tamper(archive, *statements)
    with pytest.raises(Trouble, match="damaged"):
        opened(archive)
    assert "schema" in {one.code for one in verify(archive, KINDS, registers=WITH_VIEW).findings}


def test_a_view_that_is_lost_is_made_anew(archive):
    """Like a register table, without anything of the journal changing."""
    tamper(archive, "DROP VIEW list_notes")
    opened(archive).close()
    assert views(archive) == {"list_notes": COUNTED.sql}


def test_views_of_another_making_are_gone_after_opening(archive):
    """An older or newer view is dropped unread, and replaced by what this version has."""
    changed = View("list_notes", "SELECT count(*) AS notes FROM note")
    opened(archive, dataclasses.replace(REGISTERS, views=(changed,))).close()
    assert views(archive) == {"list_notes": changed.sql}
    opened(archive, REGISTERS).close()
    assert views(archive) == {}
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_no_table_of_the_record_is_taken_for_a_register(archive):
    """A file that calls the journal a register is refused before anything is dropped."""
    tamper(
        archive,
        'UPDATE about SET value = replace(value, \'"note"\', \'"note","journal"\')',
        'UPDATE about SET value = replace(value, \'"fingerprint":"\', \'"fingerprint":"0\')',
    )
    before = archive.read_bytes()
    with pytest.raises(Trouble, match="damaged"):
        opened(archive)
    assert archive.read_bytes() == before
