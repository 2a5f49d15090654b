"""`facilitator roster`: a sheet is looked at, imported as a whole, and everybody can be found by an id."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.bodies.columns import HEADS
from tests.cli.terminal import Answer, play, run

FOUND = {"do": "body.found", "body": "b", "name": "议事会", "charter": "yishihui_sanyuanli"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a council of thirteen, nobody in it."""
    made = tmp_path / "a.facilitator"
    assert play(made, FOUND).code == 0
    return made


def sheet(folder: Path, *rows: str) -> Path:
    made = folder / "r.csv"
    made.write_text("\n".join(rows), encoding="utf-8")
    return made


def roster(verb: str, archive: Path, *more: str | Path, lang: str = "zh") -> Answer:
    return run("roster", verb, *more, "--body", "b", "--archive", archive, lang=lang)


def line_with(answer: Answer, word: str) -> list[str]:
    """The cells of the one line that begins with a word."""
    (found,) = (line for line in answer.out.splitlines() if line.startswith(word))
    return found.split()


def test_preview_import_list_and_check_show_the_same_ids(archive: Path, tmp_path: Path) -> None:
    """What other commands call a member by can be read wherever members are shown."""
    made = sheet(
        tmp_path,
        "姓名,组别,职务,住址,任期开始,任期结束",
        "苏,街道,理事长,3栋,2026-09-01,2029-08-31",
        "黄,新居民,代表,5栋,,",
    )
    su = ["m02", "13", "苏", "街道办事处", "理事长", "2026-09-01—2029-08-31"]
    huang = ["m03", "7", "黄", "新居民"]
    for answer, address in (
        (roster("preview", archive, made), True),
        (roster("import", archive, made), False),
        (roster("list", archive), True),
        (roster("check", archive), False),
    ):
        assert answer.code == 0
        assert line_with(answer, "m02") == [*su, *(["3栋"] if address else [])]
        assert line_with(answer, "m03") == [*huang, *(["5栋"] if address else [])]
        assert "established" not in answer.out


def test_a_list_as_data_has_ids_and_no_telephone(archive: Path, tmp_path: Path) -> None:
    """Programs get the same members; telephone numbers stay where they are."""
    made = sheet(tmp_path, "姓名,组别,电话,编号", "黄,新居民,13800138000,h1")
    assert roster("import", archive, made).code == 0
    answer = roster("list", archive, "--json")
    (member,) = answer.data["members"]
    assert (member["id"], member["seat"], member["name"]) == ("h1", 7, "黄")
    assert "13800138000" not in answer.out


def test_an_empty_roster_says_so(archive: Path) -> None:
    """No members, no table."""
    assert roster("list", archive).out == "名册是空的。\n"


def test_columns_that_are_not_read_are_told(archive: Path, tmp_path: Path) -> None:
    """Whoever wrote the column learns that nobody reads it."""
    made = sheet(tmp_path, "姓名,组别,政治面貌", "黄,新居民,群众")
    for verb in ("preview", "import"):
        assert "未读取的列：政治面貌。" in roster(verb, archive, made).out


def test_notes_stand_in_the_order_of_rows_and_name_each_row_once(
    archive: Path, tmp_path: Path
) -> None:
    """Problems, names that are there twice and posts that are no offices: one list, from top to bottom."""
    made = sheet(
        tmp_path,
        "姓名,组别,职务",
        "甲,新居民,副主任",
        "乙,,",
        "甲,新居民,代表",
        "丙,外星,委员",
    )
    answer = roster("preview", archive, made)
    notes = [line for line in answer.out.splitlines() if line.startswith("第")]
    assert [note[:4] for note in notes] == ["第2行：", "第3行：", "第4行：", "第5行："]
    assert [note.count("行：") for note in notes] == [1, 1, 1, 1]
    assert "副主任" in notes[0]
    assert "组别未填，可用的有：established（本地居民）" in notes[1]
    assert "--same-names" in notes[2]
    assert "代表" not in answer.out.replace("代表编号", "")
    assert answer.code == 1


def test_same_names_are_refused_until_somebody_says_they_are_two(
    archive: Path, tmp_path: Path
) -> None:
    """Preview and import agree on what would be refused."""
    made = sheet(tmp_path, "姓名,组别", "甲,新居民", "甲,新居民")
    assert roster("preview", archive, made).code == 1
    refused = roster("import", archive, made)
    assert (refused.code, "--same-names" in refused.err) == (1, True)
    assert roster("preview", archive, made, "--same-names").code == 0
    done = roster("import", archive, made, "--same-names")
    assert done.code == 0
    assert "甲（m02）" in done.out


def test_a_seat_of_another_group_is_told_before_the_import(archive: Path, tmp_path: Path) -> None:
    """The ruling that will be needed does not come as a surprise, also beside a row that has to be mended."""
    rows = ("姓名,组别,席位", "乙,本地居民,7")
    for more in ((), ("丙,外星,",)):
        answer = roster("preview", archive, sheet(tmp_path, *rows, *more))
        assert "第7席属于新居民，现由乙（本地居民）担任" in answer.out
        assert answer.code == len(more)


def test_heads_alone_are_refused(archive: Path, tmp_path: Path) -> None:
    """Nothing to import is no success, in the preview either."""
    made = sheet(tmp_path, "姓名,组别")
    for verb in ("preview", "import"):
        answer = roster(verb, archive, made)
        assert (answer.code, answer.out) == (1, "")
        assert "roster-empty" in answer.err


def test_a_preview_as_data_says_all_of_it(archive: Path, tmp_path: Path) -> None:
    """Programs get what people get: rows, seats, problems, heads, posts and findings."""
    made = sheet(tmp_path, "姓名,组别,职务,备注", "甲,新居民,组长,x", "乙,外星,,")
    data = roster("preview", archive, made, "--json").data
    assert data["holdings"][0]["seat"] == 7
    assert [(one["row"], one["code"]) for one in data["problems"]] == [(3, "unknown-group")]
    assert (data["ignored"], data["not_offices"]) == (["备注"], [[2, "组长"]])


def test_the_help_lists_every_head_that_is_understood() -> None:
    """Nobody has to try out which words the program knows."""
    told = "".join(run("roster", "--help").out.split())
    assert [
        word for words in HEADS.values() for word in words if "".join(word.split()) not in told
    ] == []
