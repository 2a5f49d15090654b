"""The manual names buttons and pages as the screen does, and says the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from facilitator import presets
from tests.words.catalogues import ROOT, chinese, texts

MANUAL = ROOT / "resources" / "manual"
CHAPTERS = [one.name for one in sorted((MANUAL / "zh").glob("*.md"))]
BOLD = re.compile(r"\*\*(.+?)\*\*")
SHAPES = {
    "heads": re.compile(r"^(#+) ", re.MULTILINE),
    "pictures": re.compile(r"\(picture:([\w-]+)\)"),
    "chapters": re.compile(r"\]\((\d\d-[\w-]+\.md)"),
    "keys": re.compile(r"`((?:Ctrl|Shift|Alt|F\d)[^`]*|[A-Z])`"),
    "steps": re.compile(r"^(\d+)\. ", re.MULTILINE),
}


def chapter(lang: str, name: str) -> str:
    """The text of a chapter."""
    return (MANUAL / lang / name).read_text("utf-8")


def bare(name: str) -> str:
    """A name without the dots that tell that a button asks first."""
    return name.strip().removesuffix("…")


@pytest.fixture(scope="module")
def names() -> dict[str, set[str]]:
    """Everything that may stand on a screen, in English, with what it is in Chinese."""
    found: dict[str, set[str]] = {}
    for one in chinese():
        english = one.id if isinstance(one.id, list | tuple) else [one.id]
        for text in filter(None, english):
            found.setdefault(bare(text), set()).update(bare(said) for said in texts(one))
    for form in presets.formats():
        for words in (form.title, *(phase.title for phase in form.phases)):
            found.setdefault(words.en, set()).add(words.zh)
    return found


def test_both_languages_have_the_same_chapters():
    """Whoever reads English finds what whoever reads Chinese finds."""
    assert [one.name for one in sorted((MANUAL / "en").glob("*.md"))] == CHAPTERS
    assert Path(CHAPTERS[0]).stem == "10-first-evening"


@pytest.mark.parametrize("name", CHAPTERS)
def test_what_is_in_bold_stands_on_the_screen(name, names):
    """Somebody who looks for the button that the manual names finds it under that name."""
    on_screen = {"en": set(names), "zh": set().union(*names.values())}
    for lang, there in on_screen.items():
        bold = {bare(one) for one in BOLD.findall(chapter(lang, name))}
        assert bold - there == set(), lang


@pytest.mark.parametrize("name", CHAPTERS)
def test_both_languages_name_the_same_buttons(name, names):
    """No button is left out in one of them, or taken for another."""
    in_chinese = {bare(one) for one in BOLD.findall(chapter("zh", name))}
    for one in {bare(one) for one in BOLD.findall(chapter("en", name))}:
        assert names[one] & in_chinese, one


@pytest.mark.parametrize("name", CHAPTERS)
def test_both_languages_have_the_same_shape(name):
    """Heads, steps, pictures, links and keys are as many, and the same ones."""
    for what, shape in SHAPES.items():
        zh, en = (Counter(shape.findall(chapter(lang, name))) for lang in ("zh", "en"))
        assert zh == en, what
