"""`facilitator rounds`, `project` and `pabulib` on the sample round, at a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.terminal import run
from tests.stories.qingyuan import MEETING, ROUND, Qingyuan

ON = ("--on", "2026-11-29")


def test_rounds_are_listed_with_their_money(qingyuan: Qingyuan, tmp_path: Path) -> None:
    """One line for each; as JSON in fen."""
    answer = run("rounds", "--archive", qingyuan.archive, lang="zh")
    head, line = answer.out.splitlines()
    assert head.split()[:3] == ["代号", "标题", "机构"]
    assert line.split()[0] == ROUND
    (row,) = run("rounds", "--archive", qingyuan.archive, "--json").data["rounds"]
    assert (row["places"], row["projects"], row["granted_fen"]) == (23, 23, 21_930_000)
    empty = tmp_path / "b.facilitator"
    run("play", "-", "--archive", empty)
    assert run("rounds", "--archive", empty).out == "There is no round of projects yet.\n"


def test_projects_of_a_round_are_listed(qingyuan: Qingyuan) -> None:
    """By number, with what is to be done next and by how many days it is late."""
    answer = run("project", ROUND, "--archive", qingyuan.archive, *ON)
    lines = answer.out.splitlines()
    assert len(lines) == 1 + 23
    assert lines[10].split()[:2] == ["10-1", "一平米菜园"]
    rows = run("project", ROUND, "--archive", qingyuan.archive, *ON, "--json").data["projects"]
    late = [row["project"] for row in rows if row["overdue_days"]]
    assert "19-1" in late
    (row,) = [row for row in rows if row["project"] == "19-1"]
    assert "look-back-overdue" in row["concerns"]


def test_the_story_of_a_project_goes_from_need_to_the_look_back(qingyuan: Qingyuan) -> None:
    """By days; without the names of its team."""
    answer = run("project", ROUND, "10-1", "--archive", qingyuan.archive, *ON, lang="zh")
    head, *story = answer.out.replace("\u00a0", "").splitlines()
    assert head.split()[:2] == ["项目10-1", "一平米菜园"]
    assert story[0].startswith("2025-03-14")
    assert "菜园队散了" in answer.out
    found = run("project", ROUND, "10-1", "--archive", qingyuan.archive, *ON, "--json").data
    assert found["stage"] == "looked-back"
    assert [line["day"] for line in found["story"]] == sorted(
        line["day"] for line in found["story"]
    )


def test_what_is_not_there_is_refused(qingyuan: Qingyuan) -> None:
    """A round, a project of it, or a vote."""
    for words, code in (
        (("project", "qy-2024"), "unknown-round"),
        (("project", ROUND, "99-1"), "unknown-project"),
        (("pabulib", "write", "nobody", "x.pb"), "unknown-meeting"),
    ):
        answer = run(*words, "--archive", qingyuan.archive)
        assert answer.code == 1
        assert f"[{code}]" in answer.err


def test_a_vote_becomes_a_file_that_select_reads(qingyuan: Qingyuan, tmp_path: Path) -> None:
    """Under the same terms the same eleven are funded; a meeting that is over takes nothing more."""
    out = tmp_path / "vote.pb"
    assert run("pabulib", "write", MEETING, out, "--archive", qingyuan.archive).code == 0
    terms = ("--rule", "greedy", "--tie", "lower-cost", "--least-votes", "8")
    found = run("select", out, *terms, "--json").data
    assert sum(line["fate"] == "funded" for line in found["lines"]) == 11
    archive = shutil.copyfile(qingyuan.archive, tmp_path / "a.facilitator")
    again = run("pabulib", "take", MEETING, out, "--archive", archive)
    assert (again.code, "[meeting-closed]" in again.err) == (1, True)


def test_projects_of_rounds_are_found(qingyuan: Qingyuan) -> None:
    """With their number, how they ended and how far they were carried out."""
    answer = run("search", "菜园队散了", "--archive", qingyuan.archive, lang="zh")
    assert "项目10-1" in answer.out.replace("\u00a0", "")
    assert "完成" in answer.out
