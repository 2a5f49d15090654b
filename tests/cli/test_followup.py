"""`facilitator followup`: what became of decisions, at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import played_evening, run
from tests.stories.months import played

ON = ("--on", "2027-04-20")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample months."""
    path = tmp_path_factory.mktemp("months") / "a.facilitator"
    played(path).close()
    return path


def test_what_is_overdue_longest_comes_first(archive: Path) -> None:
    """One line for each matter, with both views beside each other."""
    answer = run("followup", "--archive", archive, *ON, lang="zh")
    assert answer.code == 0
    head, first, *rest = answer.out.splitlines()
    assert head.split() == [
        "下次日期",
        "逾期",
        "承办单位说",
        "居民评价",
        "承办单位",
        "机构",
        "编号",
        "标题",
    ]
    assert first.replace("\u00a0", "").split()[:4] == ["2026-12-05", "逾期136天", "搁置", "—"]
    assert len(rest) == 9
    assert "唐秀珍" not in answer.out


def test_only_what_is_overdue_and_only_of_one_body(archive: Path) -> None:
    """By key or by name; a body that is not there is refused."""
    late = run("followup", "--archive", archive, "--overdue", *ON)
    assert len(late.out.splitlines()) == 1 + 4
    for body in ("songbaigang", "松柏岗社区共治议事会"):
        none = run("followup", "--archive", archive, "--overdue", "--body", body, *ON)
        assert none.out == "Nothing is overdue.\n"
    wrong = run("followup", "--archive", archive, "--body", "nobody")
    assert wrong.code == 1
    assert "nobody" in wrong.err


def test_the_list_as_data(archive: Path) -> None:
    """Days as dates, money in fen, and by how many days each is overdue."""
    data = run("followup", "--archive", archive, "--json", *ON).data
    assert data["on"] == "2027-04-20"
    by_title = {row["title"]: row for row in data["followup"]}
    assert by_title["充电棚小组"]["overdue_days"] == 20
    assert by_title["异地医疗即时报销分两步办"]["paid_fen"] == 180_000
    assert len(by_title) == 10


def test_where_nothing_is_followed_up_that_is_said(tmp_path: Path) -> None:
    """Not an empty screen."""
    archive = tmp_path / "a.facilitator"
    played(archive, "rehearsal").close()
    said = run("followup", "--archive", archive, "--on", "2020-01-01", lang="en")
    assert said.code == 0
    assert said.out == "Nothing is followed up yet.\n"
    assert run("followup", "--archive", tmp_path / "no").code == 3
    assert run("followup", "--archive", archive, "--on", "tomorrow").code == 2


def test_today_is_today(tmp_path: Path) -> None:
    """Without a day it is the day of the computer."""
    archive = played_evening(tmp_path / "a.facilitator")
    assert "on" in run("followup", "--archive", archive, "--json").data
