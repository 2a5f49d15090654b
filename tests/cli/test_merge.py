"""`facilitator merge`: says what would come over, takes it over, and says plainly what it left out."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.opening import open_session
from tests.cli.terminal import run

DAY = LAST - timedelta(days=60)


@pytest.fixture(scope="module")
def committees(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The archives of three committees, an evening each."""
    folder = tmp_path_factory.mktemp("committees")
    paths = [folder / f"committee{n}" for n in range(3)]
    for number, path in enumerate(paths):
        write(path, [Meeting(number, 0, DAY)])
    return paths


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Where the subdistrict's archive will be."""
    return tmp_path / "all"


def test_all_committees_into_a_new_archive(committees: list[Path], ours: Path) -> None:
    """Each is told, everything comes over, and a second time there is nothing more."""
    answer = run("merge", *committees, "--archive", ours)
    assert answer.code == 0
    assert "A new archive is made" in answer.err
    assert answer.out.count("New: 1 body, 1 meeting.") == 3
    assert answer.out.count("Taken over.") == 3
    assert run("verify", ours).code == 0
    again = run("merge", *committees, "--archive", ours)
    assert again.code == 0
    assert again.out.count("There is nothing to take over.") == 3


def test_a_look_changes_nothing(committees: list[Path], ours: Path) -> None:
    """It says the same and says that it was only a look."""
    shutil.copyfile(committees[0], ours)
    before = ours.read_bytes()
    answer = run("merge", committees[1], "--look", "--archive", ours)
    assert (answer.code, ours.read_bytes()) == (0, before)
    assert "only a look" in answer.out
    missing = run("merge", committees[1], "--look", "--archive", ours.with_name("none"))
    assert missing.code == 3
    assert not ours.with_name("none").exists()


@pytest.mark.parametrize(
    ("lang", "said", "closing_words"),
    [
        (
            "en",
            ("went on otherwise", "from entry", "王秘书", "李秘书"),
            "There is nothing to take over.",
        ),
        ("zh", ("两边各自往下记了", "条起不同", "王秘书", "李秘书"), "没有可并入的内容。"),
    ],
)
def test_a_fork_is_said_in_words(
    committees: list[Path], ours: Path, lang: str, said: tuple[str, ...], closing_words: str
) -> None:
    """Where it is, when and by whom each side wrote; nothing is taken, and the exit code tells it."""
    other = ours.with_name("other")
    for path, actor in ((ours, "王秘书"), (other, "李秘书")):
        shutil.copyfile(committees[0], path)
        with closing(open_session(str(path))) as session:
            rows = session.record.ask("SELECT meeting FROM meeting")
            session.do(ReopenMeeting(meeting=str(rows[0][0]), reason="补记"), actor=actor)
    answer = run("merge", other, "--archive", ours, lang=lang)
    assert answer.code == 4
    assert all(word in answer.out for word in (*said, closing_words)), answer.out
    data = json.loads(run("merge", other, "--archive", ours, "--json").out)
    (line,) = [line for line in data[0]["lines"] if line["state"] == "forked"]
    assert line["fork"]["ours"]["actor"] == "王秘书"
    assert data[0]["exit"] == 4


def test_one_that_cannot_be_read_keeps_no_other_out(committees: list[Path], ours: Path) -> None:
    """It is named with the reason, the others come over, and the exit code tells it."""
    shutil.copyfile(committees[0], ours)
    bad = ours.with_name("bad")
    bad.write_text("会议记录")
    answer = run("merge", bad, ours, committees[1], "--archive", ours, lang="zh")
    assert answer.code == 3
    assert "[not-an-archive]" in answer.err
    assert "这就是本档案自身" in answer.err
    assert "已并入。" in answer.out
    data = json.loads(run("merge", bad, ours, "--archive", ours, "--json").out)
    assert [one["code"] for one in data] == ["not-an-archive", "merge-itself"]
    assert run("merge", ours, "--archive", ours).code == 1


def test_numbers_that_are_borne_twice_are_named(ours: Path) -> None:
    """With the body, the term, and the meetings that bear them; they are kept."""
    other = ours.with_name("other")
    begun = Meeting(0, 0, DAY - timedelta(days=40))
    write(ours, [begun, Meeting(0, 1, DAY)])
    write(other, [begun, Meeting(0, 1, DAY + timedelta(days=3))])
    answer = run("merge", other, "--archive", ours, lang="zh")
    assert answer.code == 0
    assert "编号或名称重复" in answer.out
    assert "第一届第2次会议" in answer.out.replace("\u00a0", "").replace(" ", "")
