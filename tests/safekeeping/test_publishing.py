"""Publishing: one verified file that nobody can write to, and a checksum that says so."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.opening import open_session
from facilitator.record.header import read_header
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.safekeeping.publishing import CHECKSUM, publish
from facilitator.session import Session
from tests.safekeeping.stops import DONE, killed_at, lost_at

AT = datetime(2026, 11, 27, 21, 4, 5, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with something else on it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"sun")
    return stick


def files(stick: Path) -> set[str]:
    """What is on the stick besides what was there before."""
    return {one.name for one in stick.iterdir()} - {"holiday.jpg"}


def test_a_published_archive_is_whole_and_can_be_checked_by_anybody(
    session: Session, stick: Path
) -> None:
    """It verifies with its registers, cannot be written to, and `sha256sum --check` finds it unchanged."""
    made = publish(session, stick, AT)
    assert files(stick) == {
        "archive 2026-11-27.facilitator",
        "archive 2026-11-27.facilitator.sha256",
    }
    report = verify(made.path, KINDS, registers=REGISTERS)
    assert report.sound
    assert [one.head for one in report.streams] == session.record.streams()
    assert (made.streams, made.events) == (len(report.streams), session.record.extent().events)
    assert read_header(made.path).single
    assert hashlib.sha256(made.path.read_bytes()).hexdigest() == made.sha256
    assert made.checksum.read_text() == f"{made.sha256}  {made.path.name}\n"
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o444
    if shutil.which("sha256sum"):
        command = ["sha256sum", "--check", "--strict", made.checksum.name]
        assert subprocess.run(command, cwd=stick, capture_output=True).returncode == 0


def test_nothing_is_put_in_the_place_of_another_file(session: Session, stick: Path) -> None:
    """In a folder a free name is found; a file that is there is refused before any work is done."""
    first, second = publish(session, stick, AT), publish(session, stick, AT)
    assert second.path.name == "archive 2026-11-27 2.facilitator"
    with pytest.raises(RuleViolation, match="file-exists"):
        publish(session, first.path, AT)
    third = publish(session, stick / "for the subdistrict.facilitator", AT)
    assert third.path.name == "for the subdistrict.facilitator"
    with pytest.raises(Trouble, match="no-folder"):
        publish(session, stick / "nowhere" / "a.facilitator", AT)


def test_a_published_archive_can_be_published_again(session: Session, stick: Path) -> None:
    """What was published is an archive like any other: it can be opened to work in, and goes on."""
    made = publish(session, stick, AT)
    session.close()
    made.path.chmod(0o600)
    again = open_session(str(made.path))
    try:
        assert publish(again, stick, AT + timedelta(days=1)).events == made.events
    finally:
        again.close()


def test_a_stick_that_is_pulled_out(session: Session, stick: Path) -> None:
    """From whichever moment on it cannot be reached, that is said; no half archive has an archive's name."""
    codes = []
    for place in range(100):
        try:
            with lost_at(place, stick):
                made = publish(session, stick, AT)
        except Trouble as caught:
            codes.append(caught.code)
        else:
            break
        for one in stick.glob("*.facilitator"):
            assert verify(one, KINDS, registers=REGISTERS).sound
            one.unlink()
            one.with_name(one.name + CHECKSUM).unlink(missing_ok=True)
    assert len(codes) > 5
    assert set(codes) <= {"io", "no-folder"}
    assert files(stick) == {made.path.name, made.checksum.name}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_every_touch_of_the_stick(archive: Path, stick: Path) -> None:
    """Killed anywhere, what has an archive's name is whole; what is left else the next run clears up."""
    whole = archive.read_bytes()

    def work() -> None:
        session = open_session(str(archive))
        publish(session, stick, AT)
        session.close()

    place = 0
    while killed_at(place, stick, work) != DONE:
        place += 1
        for one in stick.glob("*.facilitator"):
            assert verify(one, KINDS, registers=REGISTERS).sound
            one.unlink()
            one.with_name(one.name + CHECKSUM).unlink(missing_ok=True)
        archive.with_name(archive.name + "-wal").unlink(missing_ok=True)
        archive.write_bytes(whole)
    assert place > 5
    assert len(files(stick)) == 2
