"""Copies of an archive that is in use: whole, of one moment, and one file that opens anywhere."""

import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from facilitator.acts import Trouble
from facilitator.record import copying
from facilitator.record.copying import Stopped, make_single
from facilitator.record.header import held, identity, read_header
from facilitator.record.verify import verify
from tests.record.toys import (
    KINDS,
    REGISTERS,
    Forgotten,
    Joined,
    Noted,
    Person,
    add,
    history,
    live_through,
    opened,
)


@pytest.fixture
def elsewhere():
    """Return a thread of its own, to copy on."""
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.fixture
def record(path):
    """Return an open archive of a few hundred pages."""
    with opened(path, create=True) as record:
        live_through(record, notes=40)
        yield record


def single(raw):
    """Make one file of a raw copy and return it."""
    target = raw.with_name("single")
    make_single(raw, target)
    return target


def test_a_copy_taken_while_writing_is_the_archive_of_one_moment(
    record, tmp_path, elsewhere, monkeypatch
):
    """Whatever is written, undone, erased and washed while it is copied, the copy is a whole archive.

    It holds all that was on the disk when it was begun, and of what came later everything up to one event.
    """
    monkeypatch.setattr(copying, "PAGES", 1)
    raw = tmp_path / "raw"
    begun = record.copying()
    turn = threading.Semaphore(0)  # one step of the copy for each act
    done = elsewhere.submit(begun.run, raw, lambda *_: turn.acquire())
    for number in range(1, 61):
        stream = f"meeting/{number % 7}"
        words = Noted("发言" * random.randint(1, 2000))
        add(record, words, Joined(f"m-{number}", Person("SECRET")), stream=stream)
        if number % 20 == 0:
            add(record, Forgotten(f"m-{number}"), stream=stream)
        if number % 9 == 0:
            with pytest.raises(TypeError):
                add(record, Noted("never happened" * 5000), Noted(12), stream=stream)
        turn.release(3)
    assert not done.done()
    turn.release(100_000)
    done.result()
    whole = history(record)
    copy = single(raw)
    report = verify(copy, KINDS, begun.extent.last, registers=REGISTERS)
    assert report.findings == ()
    assert report.paper is not None
    assert sum(one.head.version for one in report.streams) > begun.extent.events
    with opened(copy) as other:
        for stream, events in history(other).items():
            same = [one.seq for one in events]
            assert same == [one.seq for one in whole[stream][: len(events)]]
    assert b"never happened" not in copy.read_bytes()


def test_a_copy_is_one_file_for_its_owner_alone(record, tmp_path, elsewhere):
    """The copy needs no WAL, is read by its owner only, and keeps nothing of what was erased."""
    add(record, Joined("m-9", Person("SECRET" * 30)), Forgotten("m-9"))
    raw = tmp_path / "raw"
    steps = []
    elsewhere.submit(record.copying().run, raw, lambda *step: steps.append(step)).result()
    copy = single(raw)
    assert read_header(copy).single
    assert b"SECRET" not in copy.read_bytes()
    assert steps[-1][0] == steps[-1][1] > 0
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == raw.stat().st_mode & 0o777 == 0o600
    before = {one.name for one in tmp_path.iterdir()}
    assert verify(copy, KINDS, registers=REGISTERS).sound
    assert {one.name for one in tmp_path.iterdir()} == before


def test_closing_gives_up_a_copy(record, tmp_path, elsewhere, monkeypatch):
    """An archive that is closed in the middle of a copy is closed at once and whole; the copy is gone."""
    monkeypatch.setattr(copying, "PAGES", 1)
    started, go_on = threading.Event(), threading.Event()

    def hold(*_):
        started.set()
        go_on.wait()

    done = elsewhere.submit(record.copying().run, tmp_path / "raw", hold)
    started.wait()
    go_on.set()
    record.close()
    with pytest.raises(Stopped):
        done.result()
    assert identity(record.path) not in held
    assert list(tmp_path.iterdir()) == [record.path]
    assert verify(record.path, KINDS, registers=REGISTERS).sound


def test_a_copy_that_was_not_begun_in_time(record, tmp_path, elsewhere):
    """A copy that is run after its archive was closed touches nothing."""
    begun = record.copying()
    record.close()
    with pytest.raises(Stopped):
        elsewhere.submit(begun.run, tmp_path / "raw").result()
    assert list(tmp_path.iterdir()) == [record.path]


def test_places_where_no_copy_can_be(record, tmp_path, elsewhere):
    """A missing folder and a file that is in the way are said, and nothing is overwritten."""
    there = tmp_path / "there"
    there.write_text("something else")
    for place, code in ((tmp_path / "nowhere" / "raw", "no-file"), (there, "disk-error")):
        with pytest.raises(Trouble, match=code):
            elsewhere.submit(record.copying().run, place).result()
    assert there.read_text() == "something else"


def test_no_room_for_a_copy(record, tmp_path, elsewhere):
    """A disk that is full in the middle of a copy leaves nothing behind, and the archive goes on."""
    resource = pytest.importorskip("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    raw = tmp_path / "raw"
    elsewhere.submit(record.copying().run, raw).result()
    size = raw.stat().st_size
    again = record.copying()
    for work, target in (
        (lambda: make_single(raw, tmp_path / "single"), tmp_path / "single"),
        (lambda: again.run(tmp_path / "raw-2"), tmp_path / "raw-2"),
    ):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, hard))
        try:
            with pytest.raises(Trouble) as caught:
                elsewhere.submit(work).result()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
        assert caught.value.code in ("disk-full", "disk-error")
        assert not target.exists()
    add(record, Noted("下一件事"))


def test_an_archive_is_used_by_one_thread(record, elsewhere):
    """Reading and writing on another thread is our mistake: it would meet half an act."""
    for work in (record.streams, lambda: add(record, Noted("x")), record.copying):
        with pytest.raises(RuntimeError, match="thread"):
            elsewhere.submit(work).result()
