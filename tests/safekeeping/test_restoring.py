"""Restoring: what it loses is said before, nothing is deleted, and it is done whole or not at all."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.opening import open_session
from facilitator.record import replacing
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.safekeeping.backing import back_up
from facilitator.safekeeping.publishing import publish
from facilitator.safekeeping.restoring import plan, restore
from tests.cli.terminal import play, until
from tests.proofs import tally
from tests.safekeeping.stops import DONE, killed_at
from tests.safekeeping.test_backing import act

AT = datetime(2026, 11, 27, 21, 4, 5, tzinfo=timezone(timedelta(hours=8)))
BODY = "body/songbaigang"


@pytest.fixture
def backup(archive: Path, folder: Path) -> Path:
    """A backup, after which two more things were recorded in the archive."""
    session = open_session(str(archive))
    with session.record:
        made = back_up(session, folder, AT - timedelta(days=1))
        act(session)
        act(session)
    return made.path


def heads(path: Path) -> dict[str, str]:
    """The head of every stream; the archive is sound."""
    report = verify(path, KINDS, registers=REGISTERS)
    assert report.findings == ()
    return {one.head.stream: one.head.hash for one in report.streams}


def test_what_would_be_lost_is_said_before(archive: Path, backup: Path) -> None:
    """The plan names each history with events that are not in the backup, and changes nothing."""
    before = archive.read_bytes()
    told = plan(archive, backup)
    (lost,) = told.lost
    assert (lost.stream, lost.events, lost.forked) == (BODY, 2, False)
    assert lost.first_at <= lost.last_at
    assert told.events == verified_events(backup)
    assert (told.there, told.same, told.unknown) == (True, True, "")
    assert archive.read_bytes() == before


def verified_events(path: Path) -> int:
    """How many events are in an archive."""
    return sum(one.head.version for one in verify(path, KINDS).streams)


def test_a_restored_archive_is_the_backup_and_the_old_one_is_kept(
    archive: Path, backup: Path
) -> None:
    """Both are whole afterwards, the old one under a name with the time; and one can go on working."""
    before, wanted = heads(archive), heads(backup)
    done = restore(archive, backup, AT)
    assert heads(archive) == wanted
    assert done.aside == archive.with_name("archive_2026-11-27_21-04-05.facilitator")
    assert heads(done.aside) == before
    assert set(archive.parent.iterdir()) == {archive, done.aside}
    assert heads(backup) == wanted
    session = open_session(str(archive))
    with session.record:
        act(session)
    told = plan(archive, done.aside)
    assert [(one.stream, one.events, one.forked) for one in told.lost] == [(BODY, 1, True)]
    again = restore(archive, done.aside, AT)
    assert again.aside == archive.with_name("archive_2026-11-27_21-04-05-2.facilitator")
    assert heads(archive) == before


def test_an_archive_that_is_gone_is_restored(archive: Path, backup: Path) -> None:
    """Where nothing is left nothing is set aside."""
    archive.unlink()
    told = plan(archive, backup)
    assert (told.there, told.lost) == (False, ())
    assert restore(archive, backup, AT).aside is None
    assert heads(archive) == heads(backup)


def test_an_archive_in_ruins_is_restored(archive: Path, backup: Path) -> None:
    """Whatever lies there is set aside, byte for byte, and that its loss cannot be told is said."""
    ruins = os.urandom(5000)
    archive.write_bytes(ruins)
    archive.with_name(archive.name + "-wal").write_bytes(b"half a log")
    assert plan(archive, backup).unknown in ("not-an-archive", "damaged")
    done = restore(archive, backup, AT)
    assert done.aside is not None
    assert done.aside.read_bytes() == ruins
    assert done.aside.with_name(done.aside.name + "-wal").read_bytes() == b"half a log"
    assert heads(archive) == heads(backup)


def test_what_waited_in_the_wal_is_set_aside_too(archive: Path, backup: Path) -> None:
    """What a crash left beside the archive is neither lost nor mixed into the restored one."""
    wal = archive.with_name(archive.name + "-wal")
    whole = heads(archive)
    session = open_session(str(archive))
    with session.record:
        act(session)
        crashed, log = archive.read_bytes(), wal.read_bytes()
    archive.write_bytes(crashed)
    wal.write_bytes(log)
    done = restore(archive, backup, AT)
    assert not wal.exists()
    assert heads(archive) == heads(backup)
    assert done.aside is not None
    assert heads(done.aside)[BODY] not in (whole[BODY], heads(backup)[BODY])


def test_a_damaged_backup_is_refused(archive: Path, backup: Path) -> None:
    """It does not take the archive's place, whether asked for a plan or for the deed."""
    before = archive.read_bytes()
    backup.chmod(0o600)
    broken = backup.read_bytes().replace("社区礼堂".encode(), "社区会堂".encode())
    backup.write_bytes(broken)
    for work in (lambda: plan(archive, backup), lambda: restore(archive, backup, AT)):
        with pytest.raises(Trouble, match="backup-unsound"):
            work()
    for code, ruins in (("not-an-archive", b"x" * 9000), ("damaged", broken[:9000])):
        backup.write_bytes(ruins)
        with pytest.raises(Trouble) as caught:
            restore(archive, backup, AT)
        assert caught.value.code in (code, "backup-unsound")
    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_an_archive_in_use_is_not_replaced(archive: Path, backup: Path) -> None:
    """Neither here nor in another process; it can be worked in as before."""
    session = open_session(str(archive))
    with session.record:
        for work in (lambda: plan(archive, backup), lambda: restore(archive, backup, AT)):
            with pytest.raises(Trouble, match="locked"):
                work()
        act(session)
    with pytest.raises(RuleViolation, match="backup-is-archive"):
        plan(archive, archive)
    with closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Trouble, match="locked"):
            restore(archive, backup, AT)
    assert [one.name for one in archive.parent.iterdir()] == [archive.name]


def test_a_backup_of_another_archive_is_told_apart(
    archive: Path, backup: Path, tmp_path: Path
) -> None:
    """An archive that did not begin with the same event is not the same archive."""
    other = tmp_path / "other" / "other.facilitator"
    other.parent.mkdir()
    lines = (
        re.sub(rb'("body": ?)"songbaigang"', rb'\1"elsewhere"', line)
        for line in until("attendance.arrive")
    )
    assert play(other, *lines).code == 0
    assert not plan(other, backup).same
    assert "body/elsewhere" in {one.stream for one in plan(other, backup).lost}


def test_a_published_archive_is_as_good_as_a_backup(archive: Path, tmp_path: Path) -> None:
    """So is a plain archive that was only closed."""
    session = open_session(str(archive))
    with session.record:
        made = publish(session, tmp_path, AT)
    wanted = heads(archive)
    restore(archive, made.path, AT)
    assert heads(archive) == wanted
    plain = tmp_path / "plain.facilitator"
    plain.write_bytes(archive.read_bytes())
    open_session(str(plain)).close()
    restore(archive, plain, AT)
    assert heads(archive) == wanted


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_every_touch_of_the_disk(
    archive: Path, backup: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed anywhere, the archive is the old one or the restored one, whole, also on disks without links."""
    if not links:

        def refused(*_: object) -> None:
            raise PermissionError(1, "no links here")

        monkeypatch.setattr(replacing.os, "link", refused)
    elsewhere = backup.parent / "elsewhere.facilitator"
    restore(elsewhere, backup, AT)
    old, new = archive.read_bytes(), elsewhere.read_bytes()
    elsewhere.unlink()
    found, place = [], 0
    while killed_at(place, archive.parent, lambda: restore(archive, backup, AT)) != DONE:
        place += 1
        found.append(archive.read_bytes())
        for one in archive.parent.iterdir():
            if one.name.endswith(".facilitator") and not one.name.startswith("."):
                assert one.read_bytes() in (old, new)
            one.unlink()
        archive.write_bytes(old)
    assert place > 6
    tally(stops=place)
    assert all(one in (old, new) for one in found)
    assert found[0] == old
    assert archive.read_bytes() == new
    assert sorted(one.suffix for one in archive.parent.iterdir()) == [".facilitator"] * 2
