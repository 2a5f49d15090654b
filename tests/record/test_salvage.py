"""Of a damaged archive every history that can still be proven is saved, and what is lost is named."""

import dataclasses
import os
import random
import shutil

import pytest

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.header import SIZE
from facilitator.record.salvage import LeftOut, Salvage, salvage
from facilitator.record.verify import verify
from tests.record.test_attached import KINDS as SHOWING
from tests.record.test_attached import hide, show
from tests.record.test_damage import live_through_again
from tests.record.toys import (
    KINDS,
    Forgotten,
    Joined,
    Noted,
    Person,
    add,
    history,
    live_through,
)
from tests.record.toys import REGISTERS as TOYS

NOTE, *OTHERS = TOYS.schema
REGISTERS = dataclasses.replace(
    TOYS, schema=(dataclasses.replace(NOTE, key=("version", "stream")), *OTHERS)
)
"""No index of a register looks like that of the journal; none of the product's does."""

rounds = pytest.mark.parametrize("rounds", [6, pytest.param(300, marks=pytest.mark.soak)])


def opened(path, kinds=SHOWING):
    """Open an archive."""
    return Record.open(path, kinds, registers=REGISTERS, create=True)


@pytest.fixture
def original(path):
    """Return the bytes and the content of a sound archive of some streams, of two bodies among them."""
    with opened(path) as record:
        live_through(record)
        live_through_again(record)
        for number in range(30):
            add(record, Noted("成立" * 40), stream=f"body/{number % 2}")
        add(record, Noted("x" * 20_000), stream="meeting/long")  # on pages of its own
        content = history(record)
    return path.read_bytes(), content


def saved(path, kinds=KINDS):
    """Salvage and return what was said, and the content of what was made."""
    target = path.parent / "saved" / "archive"
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir()
    before = path.read_bytes()
    said = salvage(path, target, kinds, REGISTERS)
    assert path.read_bytes() == before
    with opened(target, kinds) as record:
        return said, history(record)


def events(content, names=True):
    """What happened, without the numbers in the whole journal, which are given anew; or without names too."""

    def bare(event):
        return Joined(event.member) if isinstance(event, Joined) and not names else event

    return {
        stream: [(bare(one.event), one.version, one.at, one.actor) for one in rows]
        for stream, rows in content.items()
    }


def check(said, found, content):
    """Everything saved is as it was; everything whole is saved; everything else is named."""
    numbers = {name: [one.seq for one in rows] for name, rows in content.items()}
    found, content = (events(one, names=not said.names) for one in (found, content))
    left = {one.stream: one for one in said.left_out}
    for stream, rows in found.items():
        assert rows == content[stream][: len(rows)]
        if stream in left:
            assert stream.startswith("body/")
            assert left[stream].kept == len(rows) < left[stream].known
    assert len(found.keys() - left.keys()) == said.streams
    assert all(one.known <= len(content[one.stream]) for one in said.left_out)
    missing = {name for name in content if len(found.get(name, ())) < len(content[name])}
    if not said.unplaced:  # then only what came last of all can be gone without a trace
        traced = {
            name: left[name].known if name in left else len(found[name]) for name in {*found, *left}
        }
        last = max(numbers[name][: traced[name]][-1] for name in traced)
        assert all(numbers[name][0] > last for name in missing - left.keys())


def test_of_a_sound_archive_everything_is_saved(path, original):
    """Nothing is left out, and what was made verifies like the original."""
    said, found = saved(path)
    assert said.whole
    assert events(found) == events(original[1])
    assert verify(said.path, KINDS, registers=REGISTERS).findings == ()


@rounds
def test_destroyed_pages(path, original, rounds):
    """Pages of noise or zeros, also the first one, cost the histories that lay on them and no others."""
    whole, content = original
    for _ in range(rounds):
        broken = bytearray(whole)
        for _ in range(random.randint(1, 4)):
            page = random.randrange(len(whole) // 4096) * 4096
            broken[page : page + 4096] = random.choice([bytes(4096), os.urandom(4096)])
        path.write_bytes(broken)
        check(*saved_unless_nothing(path), content)


@rounds
def test_a_cut_off_end(path, original, rounds):
    """What lay in the part of the file that is left is saved; that the rest is missing is said."""
    whole, content = original
    for _ in range(rounds):
        path.write_bytes(whole[: random.randrange(SIZE, len(whole) - 1)])
        check(*saved_unless_nothing(path), content)


def saved_unless_nothing(path):
    """As `saved`; an archive of which nothing can be proven is told apart."""
    try:
        return saved(path)
    except Trouble as trouble:
        if trouble.code != "damaged":
            raise
        return Salvage(path, 0, (), 1), {}


def test_one_changed_event_costs_its_own_history_only(path, original):
    """A meeting with a flaw in its middle is left out; of a body the part before the flaw is kept."""
    whole, content = original
    marks = (b'"text":"xxxx', b'"text":"yyyy'), ('"text":"成'.encode(), b'"text":"???')
    broken = whole
    for old, new in marks:
        assert old in whole
        broken = broken.replace(old, new, 1)
    path.write_bytes(broken)
    said, found = saved(path)
    check(said, found, content)
    (body,) = [one for one in said.left_out if one.stream.startswith("body/")]
    assert LeftOut("meeting/long", 0, 1) in said.left_out
    assert body.known == 15
    assert len(said.left_out) == 2


def test_what_waits_in_a_wal_is_saved_too(path, original):
    """The last events of a crashed program are in its WAL, and only there."""
    wal = path.with_name(path.name + "-wal")
    with opened(path) as record:
        add(record, Noted("最后一句"), stream="meeting/last")
        content = history(record)
        main, log = path.read_bytes(), wal.read_bytes()
    broken = bytearray(main)
    broken[:4096] = os.urandom(4096)
    path.write_bytes(broken)
    wal.write_bytes(log)
    said, found = saved(path)
    check(said, found, content)
    assert "meeting/last" in found


def test_what_was_erased_stays_erased(path):
    """An old page that a crash left behind the WAL brings back neither personal data nor a photo."""
    photo, kept = os.urandom(9000), os.urandom(9000)
    wal = path.with_name(path.name + "-wal")
    with opened(path) as record:
        add(record, Joined("m-1", Person("SECRET")), Joined("m-2", Person("王秀英")))
        show(record, photo, kept)
    old = path.read_bytes()
    with opened(path) as record:
        record._db.conn.execute("PRAGMA wal_autocheckpoint = 0")
        record._wash = lambda: None  # killed before the file was written anew
        add(record, Forgotten("m-1"))
        hide(record, photo)
        log = wal.read_bytes()
    path.write_bytes(old)
    wal.write_bytes(log)
    said, found = saved(path, SHOWING)
    assert said.whole
    assert [one.event.person for one in found["meeting/2026-11-27"][:2]] == [None, Person("王秀英")]
    raw = said.path.read_bytes()
    assert b"SECRET" not in raw
    pieces = range(0, 9000, 500)
    assert not any(photo[at : at + 10] in raw for at in pieces)
    assert all(kept[at : at + 10] in raw for at in pieces[:3])
    assert verify(said.path, SHOWING, registers=REGISTERS).findings == ()


def test_nothing_can_be_made_of_nothing(path):
    """Noise is damage, and leaves no archive that looks like one."""
    for ruins in (b"", os.urandom(20_000), b"SQLite format 3\x00" + os.urandom(9000)):
        path.write_bytes(ruins)
        with pytest.raises(Trouble, match="damaged"):
            saved(path)
        assert not (path.parent / "saved" / "archive").exists()
