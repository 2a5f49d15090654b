"""Every kind of paper speaks one language, seen on the golden ones: the other is what people typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from facilitator.papers.kinds import OF_BODY, OF_PROJECT, OF_ROUND, PAPERS
from facilitator.papers.markdown import write_markdown
from facilitator.places import resources
from tests.papers.forum_day import forum
from tests.papers.threads import running

GOLDEN = Path(__file__).parents[1] / "stories" / "golden"
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
LETTERS = re.compile("[A-Za-z]{2,}")
MARKUP = re.compile(r"</?\w+>|`[^`]*`|\([^)\s]*\)")
CODES = re.compile(
    r"\b(?:SHA|PDF|KB|MB|Facilitator|docx|html|DRAFT)\b|_\w+\.\w+|\w+\.(?:jpg|png|pdf)"
)
"""What is the same in both languages."""
FORMS = ("needs-form", "proposal-form", "monitoring-form")
SHORT = 4
"""A run of so few characters has to be a whole word of the data, a longer one part of its text."""


def papers() -> list[Path]:
    return sorted(GOLDEN.rglob("*.md"))


def lang_of(path: Path) -> str:
    return "en" if "en" in re.split(r"[-/.]", path.relative_to(GOLDEN).as_posix()) else "zh"


@cache
def data() -> str:
    """Whatever was typed in the sample stories, and the names that charters and formats bring."""
    found = [
        *(resources() / "demo").glob("*.*"),
        *(resources() / "charters").glob("*.toml"),
        Path(__file__).parents[1] / "stories" / "qingyuan.py",
        Path(__file__).parent / "threads.py",
    ]
    return "\n".join(one.read_text("utf-8") for one in found if one.is_file())


@cache
def runs(pattern: re.Pattern[str]) -> frozenset[str]:
    return frozenset(pattern.findall(data()))


def strange(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """What is written in the other language and was typed by nobody."""
    for found in pattern.findall(CODES.sub(" ", MARKUP.sub(" ", text))):
        if found not in (runs(pattern) if len(found) <= SHORT else data()):
            yield found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_word_of_the_other_language_is_the_papers_own(lang: str):
    """The papers of a council, a forum, what followed, a round and its selection."""
    other = LETTERS if lang == "zh" else HAN
    wrong = {
        path.relative_to(GOLDEN).as_posix(): found
        for path in papers()
        if lang_of(path) == lang and (found := [*strange(path.read_text("utf-8"), other)])
    }
    assert wrong == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_neither_is_one_of_the_sheets_that_are_filled_in_by_hand(lang: str):
    """What has no golden one: sheets of a forum, and blank forms of a project."""
    day, project = forum().material(lang=lang), running().material(lang=lang)
    other = LETTERS if lang == "zh" else HAN
    made = [paper for kind in ("cards", "doors", "reports") for paper in PAPERS[kind](day)]
    made += [paper for kind in FORMS for paper in OF_PROJECT[kind](project)]
    for paper in made:
        assert [*strange(write_markdown(paper), other)] == [], paper.kind


def test_every_kind_is_among_them():
    """No kind of paper is left out in either language; who took part has a test of its own."""
    told = {
        (lang_of(one), re.split(r"-\d|-group|-zh|-en|-public|\.", one.name)[0]) for one in papers()
    }
    kinds = {*PAPERS, *OF_BODY, *OF_PROJECT, *OF_ROUND} - {"participation", *FORMS}
    sheets = {"cards", "doors", "reports"}
    assert {("zh", kind) for kind in kinds} - told == set()
    assert {("en", kind) for kind in kinds - sheets} - told == set()
