"""Personal data stands beside the chain, and erased means gone from the file."""

import hashlib
import json
import random
import sqlite3

import pytest

from facilitator.acts import Event
from facilitator.record.archive import Record
from facilitator.record.verify import verify
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
    opened,
)


def raw(path):
    """Return all bytes that the archive has on the disk, WAL and leftovers included."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_chain_holds_only_a_salted_digest(path):
    """The journal row of personal data holds sha256(salt ‖ value), and with a fresh salt each time."""
    salts = iter([b"a" * 16, b"b" * 16])
    with Record.open(path, KINDS, create=True, entropy=lambda size: next(salts)[:size]) as record:
        add(record, Joined("m-1", Person("王秀英")), Joined("m-2", Person("王秀英")))
        bodies = [json.loads(row[0]) for row in record._db.execute("SELECT body FROM journal")]
        beside = list(record._db.execute("SELECT salt, body FROM beside ORDER BY version"))
    value = '{"name":"王秀英"}'
    assert [json.loads(text) for _, text in beside] == [{"name": "王秀英", "phone": ""}] * 2
    value = beside[0][1].encode()
    for body, salt in zip(bodies, (b"a" * 16, b"b" * 16), strict=True):
        assert "person" not in body
        assert body["person_digest"] == hashlib.sha256(salt + value).hexdigest()
    assert [salt for salt, _ in beside] == [b"a" * 16, b"b" * 16]


def test_event_without_personal_data_has_nothing_beside(path):
    """A personal field left empty leaves no row and no digest."""
    with opened(path, create=True) as record:
        add(record, Joined("m-1"))
        assert record._db.execute("SELECT count(*) FROM beside").fetchone()[0] == 0
        assert [one.event for one in record.read(MEETING)] == [Joined("m-1")]


def test_erasure_reads_back_as_none_and_keeps_the_chain(path):
    """After an erasure the person's data reads None in that stream only, and every hash still holds."""
    with opened(path, create=True) as record:
        add(record, Joined("m-1", Person("王秀英")), Joined("m-2", Person("赵铁柱")))
        add(record, Joined("m-1", Person("王秀英")), stream="meeting/2")
        heads = record.streams()
        add(record, Forgotten("m-1"))
        events = [one.event for one in record.read(MEETING)]
        assert events == [Joined("m-1"), Joined("m-2", Person("赵铁柱")), Forgotten("m-1")]
        assert [one.event for one in record.read("meeting/2")] == [Joined("m-1", Person("王秀英"))]
    for head in heads:
        assert verify(path, KINDS, head.short, registers=REGISTERS).sound


def test_data_and_its_erasure_in_one_act(path):
    """An erasure takes what came before it in the same act, and leaves what comes after."""
    with opened(path, create=True) as record:
        add(record, Joined("m", Person("甲")), Forgotten("m"), Joined("m", Person("乙")))
        events = [one.event for one in record.read(MEETING)]
    assert events == [Joined("m"), Forgotten("m"), Joined("m", Person("乙"))]
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_erased_data_is_gone_from_the_bytes(path):
    """No byte of erased data is left in file or WAL, though pages were split and rows moved about before."""
    numbers = random.sample(range(10_000, 99_999), 600)
    with opened(path, create=True) as record:
        for number in numbers:
            person = Person(f"SECRET{number};" * random.randint(1, 30))
            stream = f"meeting/{number % 40}"
            head = record.head(stream).version
            record.append(stream, [Joined(f"m-{number}", person)], after=head, at=AT, actor="s")
        victims = random.sample(numbers, 5)
        assert all(b"SECRET%d;" % number in raw(path) for number in victims)
        for number in victims:
            add(record, Forgotten(f"m-{number}"), stream=f"meeting/{number % 40}")
        assert not record.traces_left
        assert not any(b"SECRET%d;" % number in raw(path) for number in victims)
    assert not any(b"SECRET%d;" % number in raw(path) for number in victims)
    kept = set(numbers) - set(victims)
    assert all(b"SECRET%d;" % number in raw(path) for number in kept)


def test_washing_that_failed_is_made_up_for(path):
    """If the disk is too full to write the file anew, the erasure stands and is completed at the next act."""
    with opened(path, create=True) as record:
        add(record, Joined("m-1", Person("SECRET" * 50)))
        real = record._db.conn.execute

        def full(sql, *arguments):
            if sql == "VACUUM":
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error
            return real(sql, *arguments)

        record._db.conn.execute = full
        add(record, Forgotten("m-1"))
        assert record.traces_left
        del record._db.conn.execute
        add(record, Noted("下一件事"))
        assert not record.traces_left
        assert b"SECRET" not in raw(path)


def test_washing_interrupted_by_a_crash_is_made_up_for(path, tmp_path):
    """A file that was erased from but not written anew is so at its next opening."""
    with opened(path, create=True) as record:
        add(record, Joined("m-1", Person("SECRET" * 50)))
        record._db.execute("INSERT INTO about (key, value) VALUES ('washing', 'due')")
    with opened(path) as record:
        assert not record.traces_left
        rows = record._db.execute("SELECT count(*) FROM about WHERE key = 'washing'")
        assert rows.fetchone()[0] == 0


def test_personal_data_needs_an_owner_and_a_way_out(path):
    """Personal data of nobody could never be erased; a field that cannot be absent could not be either."""

    class Must(Event, frozen=True, tag="toy.must"):
        beside = "person"
        person: str

    with pytest.raises(TypeError, match="None by default"):
        Record.open(path, (Must,), create=True)
    with (
        opened(path, create=True) as record,
        pytest.raises(TypeError, match="of nobody"),
    ):
        add(record, Joined("", Person("甲")))
