"""`backup`, `restore`, `publish`, and looking at what is left of a damaged archive."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli import facilitator
from facilitator.safekeeping import backing, taking
from tests.cli.terminal import play, run, until


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with the beginning of the evening; nothing is written into the user's own folders."""
    for module in (backing, taking):
        for name in ("user_data_dir", "user_cache_dir"):
            place = str(tmp_path / name)
            monkeypatch.setattr(module.platformdirs, name, lambda *_, place=place, **__: place)
    path = tmp_path / "archive.facilitator"
    play(path, *until("floor.agree-limits"))
    return path


def test_a_backup_is_made_listed_and_restored(archive: Path, tmp_path: Path) -> None:
    """It goes into the user's own folder; restoring says what is lost, asks, and sets the old one aside."""
    assert "no backup" in run("backup", "--list").out
    made = run("backup", "--archive", archive, "--json").data
    assert Path(made["path"]).parent == tmp_path / "user_data_dir" / "backups"
    assert made["path"] in run("backup", "--list").out
    (row,) = json.loads(run("backup", "--list", "--json").out)
    assert row["sound"]
    assert "nothing is lost" in run("restore", made["path"], "--archive", archive, "--look").out
    no = CliRunner().invoke(
        facilitator,
        ["--lang", "en", "restore", made["path"], "--archive", str(archive)],
        input="n\n",
    )
    assert no.exit_code == 1
    assert len(list(tmp_path.glob("*.facilitator"))) == 1
    done = run("restore", made["path"], "--archive", archive, "--yes", lang="zh")
    assert done.code == 0
    assert "已恢复" in done.out
    assert len(list(tmp_path.glob("*.facilitator"))) == 2
    assert run("verify", archive).code == 0


def test_what_would_be_lost_is_named(archive: Path) -> None:
    """Each history that went on after the backup, with how much and since when."""
    made = run("backup", "--archive", archive, "--json").data
    (line,) = [one for one in until("polls.open") if b"floor.agree-limits" in one]
    assert play(archive, line).code == 0
    look = run("restore", made["path"], "--archive", archive, "--look").out
    assert "meeting/sbg-2026-11-27: 1 entry since" in look
    plan = run("restore", made["path"], "--archive", archive, "--look", "--json").data["plan"]
    assert [one["events"] for one in plan["lost"]] == [1]
    assert run("restore", archive, "--archive", archive).code == 1


def test_publishing_says_what_it_does(archive: Path, tmp_path: Path) -> None:
    """Steps on standard error, the file and its checksum on standard output; a second file is another one."""
    stick = tmp_path / "stick"
    stick.mkdir()
    said = run("publish", stick, "--archive", archive)
    assert said.code == 0
    assert "Verifying" in said.err
    assert "telephone numbers" in said.err
    (made,) = stick.glob("*.facilitator")
    assert str(made) in said.out
    assert run("verify", made).code == 0
    assert run("publish", made, "--archive", archive).code == 1
    assert run("publish", tmp_path / "no" / "stick", "--archive", archive).code == 3
    assert run("publish", stick, "--archive", archive, "--json").data["events"] > 20


def test_the_undamaged_histories_of_a_damaged_archive_are_listed(
    archive: Path, tmp_path: Path
) -> None:
    """What is missing is said beside them, in the language of the terminal."""
    whole = archive.read_bytes()
    broken = whole.replace('"place":"社区礼堂"'.encode(), '"place":"社区会堂"'.encode())
    archive.write_bytes(broken[:-4096])
    for lang, word in (("en", "left out"), ("zh", "没有列入")):
        said = run("list", "--archive", archive, lang=lang)
        assert said.code == 3  # a script must not take it for a shorter history
        assert "songbaigang" in said.out
        assert "meeting/sbg-2026-11-27" in said.err
        assert word in said.err
    assert run("backup", "--archive", archive).code == 3
    assert run("publish", tmp_path, "--archive", archive).code == 3
    assert not list(tmp_path.glob("*.sha256"))
