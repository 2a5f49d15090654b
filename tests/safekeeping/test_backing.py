"""Backups: whole, verified, named by time and archive, and nothing half beside them."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies.membership import VacateSeat
from facilitator.opening import open_session
from facilitator.record import Record, copying
from facilitator.record.header import read_header
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.safekeeping import backing
from facilitator.safekeeping.backing import back_up, backups, in_backup
from facilitator.safekeeping.names import copy_name, read_name
from facilitator.safekeeping.taking import Step, begin, examine
from facilitator.session import Session
from facilitator.words.refusals import refusal_sentence
from tests.proofs import tally
from tests.safekeeping.stops import DONE, killed_at, lost_at

AT = datetime(2026, 11, 27, 21, 4, 5, 250, tzinfo=timezone(timedelta(hours=8)))


def act(session: Session) -> None:
    """Record one more thing."""
    (body, *_) = (head.stream for head in session.record.streams("body/"))
    member = next(iter(session.body(body.partition("/")[2]).holdings))
    session.do(VacateSeat(body=body.partition("/")[2], member=member, reason="迁出"))


def test_a_backup_holds_every_event_and_opens_where_nothing_can_be_written(
    session: Session, folder: Path
) -> None:
    """Every head is in it; it is one file that only its owner reads; and nothing else is left anywhere."""
    made = back_up(session, folder, AT)
    heads = session.record.streams()
    report = verify(made.path, KINDS, registers=REGISTERS)
    assert report.sound
    assert [one.head for one in report.streams] == heads
    assert read_header(made.path).single
    assert list(folder.iterdir()) == [made.path]
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o400
    assert backups(folder) == [made]
    assert made.sound


def test_its_name_says_when_and_of_which_archive(session: Session, folder: Path) -> None:
    """Names sort by the local time; the archive's own name and the marks of its events are in them."""
    made = back_up(session, folder, AT)
    extent = backing.extent(session)
    name = f"2026-11-27_21-04-05_archive_{extent.first[:6]}-{extent.last[:6]}.facilitator"
    assert made.path.name == name
    again = back_up(session, folder, AT)
    assert again.path.name > name
    assert [one.path for one in backups(folder)] == [again.path, made.path]


@pytest.mark.parametrize("archive", ["松柏岗 2026", "a_b_c", 'x<>:"/|?*y', "con", "é" * 200])
def test_names_are_read_as_they_were_written(archive: str) -> None:
    """Whatever an archive is called, its backup's name fits every disk and says the same when it is read."""
    name = copy_name(archive, "3fa9c1" + "0" * 58, "b20e77" + "0" * 58, AT)
    assert read_name(str(name)) == name
    assert len(str(name).encode()) < 200
    assert not set('<>:"/\\|?* ') & set(str(name))
    assert read_name("2026-13-45_21-04-05_a_3fa9c1-b20e77.facilitator") is None
    assert read_name("holiday.jpg") is None


def test_backups_of_other_archives_are_left_alone(session: Session, folder: Path) -> None:
    """In a folder of several archives each one sees, and thins, its own backups."""
    for days in range(40, 60):
        name = copy_name("other", "0" * 64, "1" * 64, AT - timedelta(days=days))
        (folder / str(name)).write_bytes(b"somebody else's")
    (folder / "holiday.jpg").write_bytes(b"")
    made = back_up(session, folder, AT)
    assert len(list(folder.iterdir())) == 22
    assert backups(folder, backing.extent(session).first) == [made]


def test_a_new_backup_makes_old_ones_superfluous(session: Session, folder: Path) -> None:
    """Of a day long past one backup stays; a file that has shrunk is not relied upon."""
    for hour in (8, 12, 20):
        made = back_up(session, folder, (AT - timedelta(days=30)).replace(hour=hour))
    made.path.chmod(0o600)
    made.path.write_bytes(made.path.read_bytes()[:-5000])
    newest = back_up(session, folder, AT)
    left = backups(folder)
    assert [one.at.hour for one in left] == [21, 12]
    assert left[0] == newest


def test_it_is_known_whether_anything_is_in_no_backup(session: Session, folder: Path) -> None:
    """After a backup nothing is missing; after the next act something is."""
    assert not in_backup(session, folder)
    back_up(session, folder, AT)
    assert in_backup(session, folder)
    act(session)
    assert not in_backup(session, folder)


def test_an_empty_archive_needs_no_backup(tmp_path: Path, folder: Path) -> None:
    """Where nothing has happened there is nothing to lose, and that is said."""
    session = open_session(str(tmp_path / "new.facilitator"), create=True)
    with session.record:
        assert in_backup(session, folder)
        with pytest.raises(RuleViolation, match="archive-empty"):
            back_up(session, folder, AT)


def test_the_archive_is_used_while_it_is_backed_up(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recorded during the copy is recorded, and the backup is whole."""
    monkeypatch.setattr(copying, "PAGES", 1)
    taking = backing.begin(session)
    told: list[Step] = []
    with ThreadPoolExecutor(1) as pool:
        copied = pool.submit(taking.run, lambda step, *_: told.append(step))
        act(session)
        raw = copied.result()
    made = backing.finish(raw, folder, AT, lambda step, *_: told.append(step))
    assert verify(made.path, KINDS, taking.extent.last, registers=REGISTERS).paper is not None
    steps = [Step.COPYING, Step.WRITING, Step.VERIFYING, Step.PLACING]
    assert list(dict.fromkeys(told)) == steps


def test_a_damaged_archive_gives_no_backup(session: Session, folder: Path, archive: Path) -> None:
    """A backup that would not be sound is not made; the stream is named, and the earlier ones stay."""
    kept = back_up(session, folder, AT - timedelta(days=1))
    session.close()
    whole = archive.read_bytes()
    archive.write_bytes(whole.replace("社区礼堂".encode(), "社区会堂".encode()))
    with (
        Record.open(archive, KINDS, registers=REGISTERS) as record,
        pytest.raises(Trouble) as caught,
    ):
        back_up(Session(record), folder, AT)
    assert caught.value.code == "copy-unsound"
    assert "meeting/sbg-2026-11-27" in caught.value.facts["streams"]
    assert backups(folder) == [kept]
    assert list(folder.iterdir()) == [kept.path]


def spoil(archive: Path, number: int) -> None:
    """Damage the inside of a page, as a failing disk does."""
    content = bytearray(archive.read_bytes())
    start = (number - 1) * 4096 + 1000
    content[start : start + 3000] = Random(number).randbytes(3000)
    archive.write_bytes(content)


def pages_of(archive: Path, name: str) -> list[int]:
    """The pages of a table or an index in which something is written, from the end of the file."""
    with closing(sqlite3.connect(archive)) as connection:
        rows = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' AND ncell > 1 "
            "ORDER BY pageno DESC",
            (name,),
        )
        return [row[0] for row in rows]


@pytest.mark.parametrize(("name", "which"), [("journal", 1), ("sqlite_autoindex_person_1", 0)])
def test_damage_that_opening_does_not_meet_is_found_and_names_the_archive_itself(
    session: Session, folder: Path, archive: Path, workplace: Path, name: str, which: int
) -> None:
    """Not the copy, which is gone when one looks for it. A check alone finds it, too, and leaves nothing."""
    examine(begin(session).run())
    session.close()
    spoil(archive, pages_of(archive, name)[which])
    with closing(open_session(str(archive))) as damaged:
        for work in (lambda: back_up(damaged, folder, AT), lambda: examine(begin(damaged).run())):
            with pytest.raises(Trouble) as caught:
                work()
            assert (caught.value.code, caught.value.facts["path"]) == ("copy-unsound", str(archive))
            assert str(archive) in refusal_sentence(caught.value.code, caught.value.facts, "zh")
    assert list(folder.iterdir()) == []
    assert list(workplace.iterdir()) == []


def test_a_folder_that_went_away_is_said_before_the_work(session: Session, tmp_path: Path) -> None:
    """Nothing is made in a place that is not there."""
    with pytest.raises(Trouble, match="no-folder"):
        back_up(session, tmp_path / "stick", AT)
    with pytest.raises(Trouble, match="no-folder"):
        backups(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_full_disk(session: Session, folder: Path, workplace: Path) -> None:
    """Wherever the room ends, it is said, no half file is left anywhere, and a retry works."""
    resource = pytest.importorskip("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept = back_up(session, folder, AT - timedelta(days=1))
    codes = set()
    for room in range(100, kept.size, kept.size // 6):
        taking = backing.begin(session)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            with pytest.raises(Trouble) as caught:
                backing.finish(taking.run(), folder, AT)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
        codes.add(caught.value.code)
        assert list(folder.iterdir()) == [kept.path]
        assert list(workplace.iterdir()) == []
    assert codes <= {"disk-full", "disk-error"}
    assert back_up(session, folder, AT).sound


def test_a_stick_that_is_pulled_out(session: Session, folder: Path, workplace: Path) -> None:
    """From whichever moment on the folder cannot be reached, it is said, and no half backup bears a name."""
    codes = []
    for place in range(100):
        try:
            with lost_at(place, folder):
                back_up(session, folder, AT)
        except Trouble as caught:
            codes.append(caught.code)
        else:
            break
        for one in backups(folder):
            assert verify(one.path, KINDS).sound
            one.path.unlink()
        assert list(workplace.iterdir()) == []
    assert len(codes) > 3
    assert set(codes) <= {"io", "no-folder"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_every_touch_of_the_disk(archive: Path, folder: Path) -> None:
    """Killed anywhere, every file that bears a backup's name is whole, and the next run clears up the rest."""
    whole = archive.read_bytes()

    def work() -> None:
        session = open_session(str(archive))
        back_up(session, folder, AT)
        session.close()

    places = 0
    while killed_at(places, folder, work) != DONE:
        places += 1
        for one in backups(folder):
            assert verify(one.path, KINDS).sound
            one.path.unlink()
        for left in archive.parent.glob("archive*-wal"):
            left.unlink()
        archive.write_bytes(whole)
    assert places > 3
    tally(stops=places)
    assert [one.name for one in folder.iterdir()] == [backups(folder)[0].path.name]
