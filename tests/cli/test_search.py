"""`search` and `decisions` at a terminal."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.terminal import MEETING, evening_lines, play, run


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample evening, with one decision whose title is a formula."""
    path = tmp_path_factory.mktemp("search") / "a.facilitator"
    lines = [line.replace("北巷私装车位桩拆除试行".encode(), b"=1+1") for line in evening_lines()]
    play(path, *lines, keep_going=True)
    return path


def search(archive: Path, *words: str, lang: str = "en"):
    return run("search", *words, "--archive", archive, lang=lang)


def test_hits_are_marked_and_say_what_they_are(archive: Path) -> None:
    """How many there are, and of each what it is, when, where, and with which votes."""
    answer = search(archive, "车位", "--kind", "motion", lang="zh")
    head, _, hit, title, text = answer.out.splitlines()
    assert head == "找到1条"
    assert "动议" in hit
    assert "未通过 8/13" in hit
    assert MEETING in hit
    assert title == "  拆除私装【车位】桩"
    assert text.startswith("  陈国栋: ")
    assert text.count("【车位】") == 2


def test_options_narrow_down_and_order(archive: Path) -> None:
    """By body (name or key), year, outcome, how far it is; as many as wanted."""
    assert search(archive, "车位", "--body", "songbaigang").out.startswith("3 found")
    assert search(archive, "车位", "--body", "松柏岗社区共治议事会").out.startswith("3 found")
    assert search(archive, "车位", "--year", "2025").out == "Nothing found\n"
    assert search(archive, "车位", "--year", "2025", "--year", "2026").out.startswith("3 found")
    assert search(archive, "--outcome", "not-passed", "--kind", "motion").out.startswith("2 found")
    assert search(archive, "--implementation", "not-started").out.startswith("2 found")
    assert search(archive, "--format", "open_space").out == "Nothing found\n"
    assert search(archive, "--limit", "1").out.count("\n\n") == 1


def test_json_holds_everything(archive: Path) -> None:
    """Marks as ranges, and how the hits spread over each facet."""
    data = search(archive, "车位", "--sort", "oldest", "--json").data
    assert (data["total"], data["more"], data["searched"]) == (3, False, True)
    first, last = data["hits"][0]["title"]["marks"][0]
    assert data["hits"][0]["title"]["text"][first:last] == "车位"
    assert data["counts"]["outcome"] == {"passed": 2, "not-passed": 1}


@pytest.mark.parametrize(
    "query", ['C++ "', '"" OR', "'; DROP TABLE doc; --", "停" * 10_000, "\x01x"]
)
def test_any_words_get_an_answer(archive: Path, query: str) -> None:
    """Operators are words like any others."""
    answer = run("search", "--archive", archive, "--", query)
    assert (answer.code, answer.out) == (0, "Nothing found\n")
    answer = run("search", "--archive", archive, "--", "“” !?")
    assert answer.out.startswith("There is neither a letter nor a digit")


def test_an_unknown_body_is_refused(archive: Path) -> None:
    """Rather than finding nothing in it."""
    for verb in ("search", "decisions"):
        answer = run(verb, "--body", "nowhere", "--archive", archive)
        assert answer.code == 1
        assert "[unknown-body]" in answer.err


def test_decisions_are_listed_with_what_became_of_them(archive: Path) -> None:
    """A line each, newest first; narrowed down by words and options."""
    answer = run("decisions", "--archive", archive, lang="zh")
    head, newest, older = answer.out.splitlines()
    assert head.split() == ["日期", "机构", "编号", "结果", "赞成", "落实", "到期", "标题"]
    assert newest.endswith("=1+1")
    assert "10/13" in older
    assert run("decisions", "洪湖", "--archive", archive).out.count("\n") == 2
    empty = run("decisions", "--year", "2020", "--archive", archive)
    assert empty.out == "There are no such decisions.\n"
    data = run("decisions", "医院 报销", "--json", "--archive", archive).data
    (row,) = data["decisions"]
    assert (row["number"], row["outcome"], row["implementer"]) == (
        1,
        "passed",
        "居委会会同街道办事处",
    )


def test_the_list_goes_out_as_sheets_that_do_nothing(archive: Path, tmp_path: Path) -> None:
    """A title that looks like a formula is a title, in both forms."""
    xlsx, comma = tmp_path / "d.xlsx", tmp_path / "d.csv"
    answer = run(
        "decisions", "--xlsx", xlsx, "--csv", comma, "--archive", archive, lang="zh"
    )  # fmt: skip
    assert answer.out.splitlines() == [str(comma), str(xlsx)]
    sheet = openpyxl.load_workbook(xlsx).active
    assert sheet is not None
    assert sheet.title == "决议"
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"
    assert ",'=1+1," in comma.read_text("utf-8-sig")
    assert "松柏岗社区共治议事会（示例）" in comma.read_text("utf-8-sig")


def test_a_list_that_cannot_be_written_says_so(archive: Path, tmp_path: Path) -> None:
    """A folder that is not there: a sentence and the code for the environment."""
    answer = run("decisions", "--xlsx", tmp_path / "no" / "d.xlsx", "--archive", archive)
    assert answer.code == 3
    assert "[no-folder]" in answer.err
