"""Looking at an archive: `list`, `show`, `verify`, `rebuild`, and files that are not what they should be."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.terminal import MEETING, evening_lines, play, played_evening, run, until


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """The whole sample evening."""
    return played_evening(tmp_path / "a.facilitator")


def test_the_list_shows_bodies_and_meetings(evening: Path) -> None:
    """The list tells the body, its members, the meeting and how many decisions it made."""
    data = run("list", "--archive", evening, "--json").data
    assert data["bodies"][0]["members"] == 13
    assert data["meetings"][0]["decisions"] == 2
    assert "松柏岗" in run("list", "--archive", evening).out


def test_an_item_put_off_waits_until_it_is_on_a_later_agenda(evening: Path) -> None:
    """What was put off is listed, and no longer when the next meeting carries it over."""
    waiting = run("list", "--archive", evening, "--json").data["put_off"]
    assert [(row["meeting"], row["title"]) for row in waiting] == [(MEETING, "楼道充电安全公约")]
    call = {"planned": "2026-12-11T19:30:00+08:00", "place": "社区礼堂", "body": "songbaigang"}
    item = {"item": "i1", "title": "楼道充电安全公约", "carried_from": MEETING}
    convene = {"do": "meeting.convene", "meeting": "next", **call}
    assert play(evening, convene, {"do": "agenda.add", "meeting": "next", **item}).code == 0
    assert run("list", "--archive", evening, "--json").data["put_off"] == []
    play(evening, {"do": "agenda.edit", "meeting": "next", "item": "i1", "title": "安全公约"})
    assert run("list", "--archive", evening, "--json").data["put_off"] == []
    play(evening, {"do": "meeting.cancel", "meeting": "next", "reason": "停电"})
    (waiting,) = run("list", "--archive", evening, "--json").data["put_off"]
    assert (waiting["meeting"], waiting["title"], waiting["reason"]) == ("next", "安全公约", "停电")


def test_a_motion_put_off_waits_with_its_item(tmp_path: Path) -> None:
    """The item was finished, the motion not decided: it is listed with its wording until it is carried over."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("polls.open"))
    one = {"meeting": MEETING}
    late = {"motion": "m2", "reason": "太晚了"}
    play(
        archive,
        {"do": "motions.postpone", **one, **late},
        {"do": "agenda.finish", **one, "item": "i2"},
    )
    (row,) = run("list", "--archive", archive, "--json").data["put_off"]
    assert (row["title"], row["reason"]) == ("异地医疗即时报销", "太晚了")
    assert [(motion["motion"], motion["mover"]) for motion in row["motions"]] == [
        ("m2", "wang-jianjun")
    ]
    call = {"planned": "2026-12-11T19:30:00+08:00", "place": "社区礼堂", "body": "songbaigang"}
    item = {"item": "i1", "title": "异地医疗即时报销", "carried_from": MEETING}
    convene = {"do": "meeting.convene", "meeting": "next", **call}
    assert play(archive, convene, {"do": "agenda.add", "meeting": "next", **item}).code == 0
    assert run("list", "--archive", archive, "--json").data["put_off"] == []
    play(archive, {"do": "agenda.remove", "meeting": "next", "item": "i1"})
    assert len(run("list", "--archive", archive, "--json").data["put_off"]) == 1
    assert run("verify", archive).code == 0


def test_a_cancelled_meeting_is_marked_in_the_list(evening: Path) -> None:
    """The list says in both languages that a meeting did not take place, and why."""
    call = {"planned": "2026-12-11T19:30:00+08:00", "place": "社区礼堂", "body": "songbaigang"}
    convene = {"do": "meeting.convene", "meeting": "next", **call}
    play(evening, convene, {"do": "meeting.cancel", "meeting": "next", "reason": "停电"})
    assert "next  cancelled: 停电" in run("list", "--archive", evening).out
    assert "next  已取消：停电" in run("list", "--archive", evening, lang="zh").out
    rows = run("list", "--archive", evening, "--json").data["meetings"]
    assert [row["cancelled"] for row in rows] == ["停电", None]


def test_an_empty_archive_is_listed_as_such(tmp_path: Path) -> None:
    """Somebody with an empty archive is told so."""
    play(tmp_path / "a")
    assert "empty" in run("list", "--archive", tmp_path / "a").out


def test_show_tells_every_outcome_with_its_rule(evening: Path) -> None:
    """The data of a meeting hold each poll's verdict, base and rule version."""
    polls = run("show", MEETING, "--archive", evening, "--json").data["polls"]["all"]
    verdicts = {key: poll["outcome"]["verdict"] for key, poll in polls.items()}
    assert verdicts == {
        "p-a2": "passed",
        "p2": "passed",
        "p3": "failed",
        "p4": "passed",
        "p5": "failed",
    }
    assert {poll["outcome"]["version"] for poll in polls.values()} == {1}


def test_show_prints_the_record_for_people(evening: Path) -> None:
    """Without --json the record is printed as text, in the language asked for."""
    assert "异地医疗即时报销" in run("show", MEETING, "--archive", evening, lang="zh").out


def test_a_sound_archive_verifies_against_its_paper(evening: Path) -> None:
    """The head printed on the signed paper is found in the file it came from."""
    head = run("show", MEETING, "--archive", evening, "--json").data["head"]
    assert run("verify", evening).code == 0
    assert run("verify", evening, "--paper", head).code == 0
    assert run("verify", evening, "--paper", head[:32]).code == 0


def test_what_came_after_the_paper_is_told(evening: Path) -> None:
    """A paper signed before a reopening is in the archive, and the reader is told that it is not all."""
    head = run("show", MEETING, "--archive", evening, "--json").data["head"]
    assert "whole record" in run("verify", evening, "--paper", head).out
    reopen = {"do": "meeting.reopen", "meeting": MEETING, "reason": "miscounted"}
    line = {"choice": "for", "reason": "misheard", "poll": "p3", "member": "liu-xiaoyan"}
    assert play(evening, reopen, {"do": "polls.correct-vote", "meeting": MEETING, **line}).code == 0
    answer = run("verify", evening, "--paper", head)
    assert answer.code == 0
    assert "no longer the whole record" in answer.out
    assert "reopened" in answer.out
    assert "worked out anew" in answer.out


def test_a_register_that_is_missing_is_made_anew(evening: Path) -> None:
    """A register dropped with another tool is filled again at the next opening; nothing is lost."""
    before = dump(evening)
    with sqlite3.connect(evening) as db:
        db.execute("DROP TABLE vote")
    db.close()
    assert run("verify", evening).code == 3
    assert run("rebuild", evening).code == 0
    assert dump(evening) == before


def test_an_archive_that_is_not_the_paper_s_is_told(evening: Path) -> None:
    """A head that the file does not hold is a finding."""
    answer = run("verify", evening, "--paper", "0" * 64)
    assert answer.code == 3
    assert "0000" in answer.out


def test_an_edited_vote_is_found(evening: Path) -> None:
    """Somebody who edits a vote in the journal is found out, and in the registers too."""
    with sqlite3.connect(evening) as db:
        db.execute("DROP TRIGGER journal_keeps")
        db.execute(
            "UPDATE journal SET body = replace(body, 'abstain', 'for')"
            " WHERE kind = 'polls.vote-corrected'"
        )
    db.close()
    assert run("verify", evening).code == 3


def test_an_edited_register_is_found_and_made_anew(evening: Path) -> None:
    """A register that says something else than the journal is found, and one command puts it right."""
    with sqlite3.connect(evening) as db:
        db.execute("UPDATE decision SET number = 7 WHERE number = 1")
    db.close()
    assert run("verify", evening).code == 3
    assert run("rebuild", evening).code == 0
    assert run("verify", evening).code == 0


def dump(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(archive) as db:
        names = [
            row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        rows = {name: sorted(db.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
    db.close()
    return rows


def test_rebuilt_registers_equal_the_ones_kept_along_the_way(evening: Path) -> None:
    """Every register, made anew from the journal, holds the very rows it held before."""
    before = dump(evening)
    assert run("rebuild", evening).code == 0
    assert dump(evening) == before
    assert len(before["vote"]) == 34


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    """A file of another kind is refused with exit code 3 and stays as it was."""
    path = tmp_path / "letter.doc"
    path.write_bytes(b"Dear neighbours, " * 100)
    before = digest(path)
    for words in (("list", "--archive", path), ("verify", path), ("rebuild", path)):
        assert run(*words).code == 3
    assert play(path, evening_lines()[0]).code == 3
    assert digest(path) == before


def test_a_newer_archive_is_left_alone(evening: Path) -> None:
    """A file of a later version is refused, names both versions, and keeps every byte."""
    with sqlite3.connect(evening) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    before = digest(evening)
    answer = run("list", "--archive", evening)
    assert answer.code == 3
    assert "999" in answer.err
    assert digest(evening) == before


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    """There is nothing to list where there is no file; looking does not make one."""
    answer = run("list", "--archive", tmp_path / "none")
    assert answer.code == 3
    assert "no-file" in answer.err
    assert not (tmp_path / "none").exists()


GUEST = """
import os, sys
import facilitator.cli.archive
from facilitator.cli import facilitator
from tests.cli.terminal import run
run('list', '--archive', 'nothing')  # whatever is imported late is there now
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
print(run('list', '--archive', sys.argv[1], '--json').out)
"""
"""Looks at an archive as somebody who may not write it; root may write anywhere, so root becomes nobody."""


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX")
def test_an_archive_that_cannot_be_written_can_be_looked_at(evening: Path) -> None:
    """An archive on a read-only stick is listed from a copy, and stays byte for byte as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.facilitator"
        shutil.copyfile(evening, path)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        answer = subprocess.run(
            [sys.executable, "-c", GUEST, str(path)],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        )
        Path(folder).chmod(0o755)
        assert json.loads(answer.stdout)["bodies"]
        assert digest(path) == digest(evening)


def test_a_truncated_archive_is_damaged_not_empty(evening: Path) -> None:
    """Half a file is told as damage, never read as a shorter history."""
    data = evening.read_bytes()
    evening.write_bytes(data[: len(data) // 2])
    assert run("verify", evening).code == 3
    assert run("list", "--archive", evening).code == 3


def test_an_archive_that_another_program_holds_is_told(evening: Path) -> None:
    """Two programs never write one archive: the second is told that it is in use."""
    holder = sqlite3.connect(evening, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    answer = run("list", "--archive", evening)
    holder.close()
    assert answer.code == 3
    assert "locked" in answer.err


def test_an_unknown_meeting_is_refused(evening: Path) -> None:
    """Showing a meeting that is not there is a refusal (1), not a failure of the machine."""
    answer = run("show", "never", "--archive", evening)
    assert answer.code == 1
    assert "unknown-meeting" in answer.err
