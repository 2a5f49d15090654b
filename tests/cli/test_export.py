"""`facilitator export`: each paper in each format, public and full, and what cannot be exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import MEETING, evening_lines, play, played_evening, run


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample evening; exporting changes nothing in it."""
    return played_evening(tmp_path_factory.mktemp("evening") / "a.facilitator")


def export(evening: Path, out: Path, paper: str, form: str, *more: str) -> list[Path]:
    words = ("export", MEETING, "--paper", paper, "--format", form, "--out", out)
    answer = run(*words, "--archive", evening, *more)
    assert answer.code == 0, answer.err
    return [Path(line) for line in answer.out.splitlines()]


BEGINS = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!doctype html>"}


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
@pytest.mark.parametrize(
    ("paper", "files"),
    [
        ("notice", 1),
        ("signin", 1),
        ("ballots", 1),
        ("record", 1),
        ("summary", 1),
        ("resolution", 2),
        ("slip", 2),
    ],
)
def test_every_paper_comes_in_every_format(
    evening: Path, tmp_path: Path, paper: str, files: int, form: str
) -> None:
    """Seven papers, three formats: as many files as the evening has reason for, each of its kind."""
    made = export(evening, tmp_path, paper, form)
    assert len(made) == files
    for path in made:
        assert path.read_bytes()[:20].lower().startswith(BEGINS[form].lower())


def test_minutes_come_as_markdown_and_json(evening: Path, tmp_path: Path) -> None:
    """The record and the summary are written as Markdown and JSON from the same document."""
    (text,) = export(evening, tmp_path, "record", "md")
    assert "异地医疗即时报销" in text.read_text("utf-8")
    (data,) = export(evening, tmp_path, "summary", "json")
    assert json.loads(data.read_text("utf-8"))["kind"] == "summary"


def test_a_paper_is_in_the_language_asked_for(evening: Path, tmp_path: Path) -> None:
    """The paper's language is the meeting's unless another is asked for."""
    (zh,) = export(evening, tmp_path, "record", "json")
    (en,) = export(evening, tmp_path, "record", "json", "--lang", "en")
    assert json.loads(zh.read_text("utf-8"))["lang"] == "zh"
    assert json.loads(en.read_text("utf-8"))["lang"] == "en"


def test_the_public_version_holds_no_telephone_and_no_resident_s_full_name(
    evening: Path, tmp_path: Path
) -> None:
    """What may be posted masks the residents."""
    (path,) = export(evening, tmp_path, "record", "md", "--public")
    text = path.read_text("utf-8")
    assert "13800000" not in text
    assert "何伟明" not in text
    assert "公开版" in path.name


def test_blocks_of_the_minutes_can_be_chosen_and_ordered(evening: Path, tmp_path: Path) -> None:
    """Only the chosen blocks are printed, in the chosen order; an unknown one is refused with the list."""
    words = ("export", MEETING, "--paper", "record", "--format", "md", "--archive", evening)
    answer = run(*words, "--out", tmp_path, "--blocks", "nonsense")
    assert answer.code == 1
    assert "attendance" in answer.err
    (path,) = export(evening, tmp_path, "record", "md", "--blocks", "attendance")
    assert "动议" not in path.read_text("utf-8")


def test_ballots_are_no_markdown(evening: Path, tmp_path: Path) -> None:
    """A form to be printed is refused as a text file, and nothing is written."""
    words = ("export", MEETING, "--paper", "ballots", "--format", "md", "--archive", evening)
    answer = run(*words, "--out", tmp_path / "new")
    assert answer.code == 1
    assert not (tmp_path / "new").exists()


def test_a_meeting_without_decisions_has_no_resolution(tmp_path: Path) -> None:
    """There is nothing to post before anything was decided."""
    archive = tmp_path / "a"
    play(archive, *evening_lines()[:20])
    words = ("export", MEETING, "--paper", "resolution", "--format", "pdf", "--archive", archive)
    answer = run(*words, "--out", tmp_path)
    assert answer.code == 1
    assert "nothing-to-print" in answer.err


def test_a_folder_that_is_a_file_is_told(evening: Path, tmp_path: Path) -> None:
    """Exporting into something that is no folder is a trouble of the environment, not a crash."""
    blocked = tmp_path / "file"
    blocked.write_text("x")
    words = ("export", MEETING, "--paper", "notice", "--format", "html", "--archive", evening)
    answer = run(*words, "--out", blocked / "inner")
    assert answer.code == 3


def test_papers_of_one_decision_and_of_a_body(evening: Path, tmp_path: Path) -> None:
    """--decision leaves that one alone; --body stands instead of a meeting."""
    (path,) = export(evening, tmp_path, "followup", "html", "--decision", "1")
    assert "异地医疗" in path.read_text("utf-8")
    assert len(export(evening, tmp_path, "followup", "html")) == 2
    words = ("export", "--body", "songbaigang", "--format", "html", "--archive", evening)
    answer = run(*words, "--paper", "decisions", "--out", tmp_path)
    assert (answer.code, answer.err) == (0, "")
    said = Path(answer.out.strip()).read_text("utf-8")
    assert "北巷私装车位桩拆除试行" in said
    assert run(*words, "--paper", "calls", "--out", tmp_path).err == (
        "There is nothing yet for the paper “calls to departments” to say: "
        "no department was called yet. [nothing-to-print]\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--paper", "calls"), 2, "one of them"),
        ((MEETING, "--body", "songbaigang", "--paper", "calls"), 2, "one of them"),
        ((MEETING, "--paper", "calls"), 2, "a paper of a body"),
        (("--body", "songbaigang", "--paper", "record"), 2, "a paper of a meeting"),
        ((MEETING, "--paper", "slip", "--decision", "1", "--group", "g"), 2, "not both"),
        ((MEETING, "--paper", "record", "--decision", "1"), 2, "not made for one decision"),
        ((MEETING, "--paper", "outcome", "--decision", "9"), 1, "unknown-matter"),
        ((MEETING, "--paper", "followup", "--group", "g9"), 1, "unknown-matter"),
        (("--body", "nobody", "--paper", "calls"), 1, "unknown-body"),
        ((MEETING, "--paper", "outcome"), 1, "nothing-to-print"),
    ],
)
def test_what_does_not_go_together_is_said(
    evening: Path, tmp_path: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    """A usage error (2) or a refusal (1), in a sentence; nothing is written."""
    out = tmp_path / "new"
    answer = run("export", *words, "--format", "html", "--archive", evening, "--out", out)
    assert (answer.code, out.exists()) == (code, False)
    assert says in answer.err
