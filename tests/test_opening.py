"""Opening an archive: where it is, and how one that may not be written is looked at."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator import opening, overview
from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies.membership import VacateSeat
from facilitator.opening import Onlooker, archive_path, looking, open_session
from facilitator.record.header import held
from facilitator.safekeeping.publishing import publish
from tests.cli.terminal import play, until
from tests.safekeeping.test_backing import pages_of, spoil


def test_without_a_name_the_archive_is_in_the_user_s_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A named archive is the one named; without a name a folder of one's own is made for it."""
    assert archive_path("x/y.facilitator") == Path("x/y.facilitator")
    monkeypatch.setattr(
        opening.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "own")
    )
    with closing(open_session(None, create=True)) as session:
        assert session.path == archive_path(None) == tmp_path / "own" / opening.ARCHIVE_NAME
    assert session.path.exists()


def test_looking_makes_no_archive_and_closes_the_one_it_opened(tmp_path: Path) -> None:
    """Looking at nothing is trouble; an archive that was looked at can be opened and moved at once."""
    path = tmp_path / "a.facilitator"
    with pytest.raises(Trouble, match="no-file"), looking(str(path)):
        pass
    open_session(str(path), create=True).close()
    with looking(str(path)) as session:
        assert session.path == path
    shutil.move(path, tmp_path / "b.facilitator")
    open_session(str(tmp_path / "b.facilitator")).close()


def published(tmp_path: Path) -> Path:
    """A published archive with the sample evening's beginning in it."""
    path = tmp_path / "home" / "archive.facilitator"
    path.parent.mkdir()
    play(path, *until("floor.agree-limits"))
    with closing(open_session(str(path))) as session:
        return publish(session, tmp_path, datetime(2026, 11, 27, 22, tzinfo=UTC)).path


def test_a_published_archive_is_looked_at_where_it_lies(tmp_path: Path) -> None:
    """Nothing is copied and nothing appears beside it; everything can be read, nothing recorded."""
    path = published(tmp_path)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    with closing(Onlooker(path)) as session:
        assert session.in_place
        assert session.path == path
        (row,) = overview.meetings(session)
        assert session.meeting(row.meeting).call.place
        assert session.record.file("0" * 64) is None
        with pytest.raises(RuleViolation, match="only-looking"):
            session.do(VacateSeat(body="songbaigang", member="feng-jintian", reason="x"))
        again = publish(session, tmp_path / "home", datetime(2026, 11, 28, tzinfo=UTC))
    assert again.path.exists()
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


def test_another_archive_is_looked_at_in_a_copy(tmp_path: Path) -> None:
    """One that somebody worked in, with what a crash left beside it, and one whose registers are older."""
    published(tmp_path)
    plain = tmp_path / "home" / "archive.facilitator"
    with closing(Onlooker(plain)) as session:
        assert not session.in_place
        assert len(overview.meetings(session)) == 1
    older = tmp_path / "archive 2026-11-27.facilitator"
    older.chmod(0o600)
    with closing(sqlite3.connect(older, isolation_level=None)) as db:
        db.execute(
            'UPDATE about SET value = replace(value, \'"fingerprint":"\', \'"fingerprint":"0\')'
        )
    with closing(Onlooker(older)) as session:
        assert not session.in_place
        assert len(overview.meetings(session)) == 1
        copy = session.record.path
        assert copy.exists()
    assert not copy.parent.exists()


def test_a_published_archive_without_its_end_is_damaged(tmp_path: Path) -> None:
    """However little of it is left, that is said, and the file keeps what it has."""
    path = published(tmp_path)
    path.chmod(0o600)
    whole = path.read_bytes()
    for keep in (0, 16, 99, 100, 4096, 20_000, len(whole) - 1):
        path.write_bytes(whole[:keep])
        with pytest.raises(Trouble, match="damaged"):
            Onlooker(path)
        assert path.stat().st_size == keep


def test_of_a_damaged_archive_the_sound_histories_are_looked_at(tmp_path: Path) -> None:
    """What can be proven is opened as if nothing had happened; what cannot is named, and nothing is written."""
    path = tmp_path / "a.facilitator"
    play(path, *until("floor.agree-limits"))
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'poll'").fetchone()
    broken = whole[: (root - 1) * 4096] + bytes(4096) + whole[root * 4096 :]
    broken = broken.replace('"place":"社区礼堂"'.encode(), '"place":"社区会堂"'.encode())
    path.write_bytes(broken[:-4096])
    with pytest.raises(Trouble, match="damaged"):
        open_session(str(path))
    with looking(str(path)) as session:
        assert isinstance(session, Onlooker)
        assert session.salvaged is not None
        left = [one.stream for one in session.salvaged.left_out]
        assert left == ["meeting/sbg-2026-11-27"]
        assert len(overview.bodies(session)) == 1
        assert session.path == path
        folder = session.salvaged.path.parent
    assert not folder.exists()
    assert path.read_bytes() == broken[:-4096]
    path.write_bytes(b"SQLite format 3\x00" + bytes(9000))
    with pytest.raises(Trouble, match="not-an-archive"), looking(str(path)):
        pass


def test_an_archive_that_proves_damaged_while_it_is_opened_is_closed_again(tmp_path: Path) -> None:
    """Whoever restores or saves it would find it in use by ourselves."""
    path = tmp_path / "a.facilitator"
    play(path, *until("floor.agree-limits"))
    spoil(path, pages_of(path, "journal")[0])
    with pytest.raises(Trouble, match="damaged"):
        open_session(str(path))
    assert not held
