"""Both languages of the manual name the same buttons, steps, keys and chapters."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from facilitator import presets
from tests.words.catalogues import ROOT, chinese, texts

MANUAL = ROOT / "resources" / "manual"
CHAPTERS = [one.name for one in sorted((MANUAL / "zh").glob("*.md"))]
BOLD = re.compile(r"\*\*(.+?)\*\*")
SHAPES = {
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


def named(lang: str, name: str) -> set[str]:
    """What a chapter has in bold: names on the screen."""
    return {bare(one) for one in BOLD.findall(chapter(lang, name))}


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


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_button_is_taken_for_another(name, names):
    """What one language names in bold the other names, too, as its own screen does."""
    ours, theirs = named("zh", name), named("en", name)
    assert {one for one in theirs if not names[one] & ours} == set()
    assert ours - set().union(*(names[one] for one in theirs)) == set()


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_step_key_or_way_is_left_out(name):
    """Steps, keys and links to chapters are as many in both, and the same ones."""
    for what, shape in SHAPES.items():
        zh, en = (Counter(shape.findall(chapter(lang, name))) for lang in ("zh", "en"))
        assert zh == en, what
