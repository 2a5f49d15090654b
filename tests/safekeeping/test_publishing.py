"""Publishing: one verified file that nobody can write to, and a checksum that says so."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.opening import Onlooker, open_or_look, open_session
from facilitator.record.header import read_header
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import CHECKSUM, verify
from facilitator.safekeeping.publishing import publish
from facilitator.safekeeping.restoring import restore
from facilitator.session import Session
from tests.cli.terminal import evening_lines, play
from tests.proofs import tally
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


def test_a_published_archive_is_none_to_work_in(session: Session, stick: Path) -> None:
    """Whoever makes it writable still only looks at it, and its checksum stays; restored, it goes on."""
    made = publish(session, stick, AT)
    session.close()
    made.path.chmod(0o600)
    whole = made.path.read_bytes()
    with pytest.raises(Trouble, match="finished-copy"):
        open_session(str(made.path))
    with closing(open_or_look(str(made.path))) as looked:
        assert isinstance(looked, Onlooker)
    assert made.path.read_bytes() == whole
    again = stick / "again.facilitator"
    restore(again, made.path, AT)
    with closing(open_session(str(again))) as opened:
        assert opened.record.extent().events == made.events


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
    tally(stops=place)
    assert len(files(stick)) == 2


flips = pytest.mark.parametrize("flips", [20, pytest.param(2000, marks=pytest.mark.soak)])
cuts = pytest.mark.parametrize("cuts", [8, pytest.param(300, marks=pytest.mark.soak)])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A published archive of a body with a few members."""
    path = tmp_path / "small.facilitator"
    play(path, *evening_lines()[:6])
    session = open_session(str(path))
    with session.record:
        made = publish(session, tmp_path, AT).path
    made.chmod(0o600)
    return made


def looked_through(path: Path) -> object:
    """All that can be seen of an archive; it cannot be opened, or it says what it says, and never breaks."""
    try:
        with closing(Onlooker(path)) as session:
            return [
                (one, list(session.record.read(one.stream))) for one in session.record.streams()
            ]
    except Trouble as trouble:
        return trouble.code


@flips
def test_every_flipped_bit_is_noticed(small: Path, flips: int) -> None:
    """With its checksum beside it no bit changes unnoticed, and looking at the file breaks nothing."""
    whole = small.read_bytes()
    for _ in range(flips):
        place, bit = random.randrange(len(whole)), random.randrange(8)
        small.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        assert noticed(small), f"bit {bit} of byte {place}"
        looked_through(small)


@cuts
def test_every_cut_off_end_is_noticed(small: Path, cuts: int) -> None:
    """So is a file that is shorter than it was, also without its checksum; and it does not open."""
    whole = small.read_bytes()
    small.with_name(small.name + CHECKSUM).unlink()
    for _ in range(cuts):
        small.write_bytes(whole[: random.randrange(len(whole))])
        assert noticed(small)
        assert looked_through(small) in ("damaged", "not-an-archive")


def noticed(path: Path) -> bool:
    """Whether the verifier finds something, or cannot even begin."""
    try:
        return not verify(path, KINDS, registers=REGISTERS).sound
    except Trouble:
        return True
