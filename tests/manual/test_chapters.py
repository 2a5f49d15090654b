"""The chapters as they are written: what they name is there, and both languages say the same."""

import re
import tomllib

import pytest
from babel.messages.pofile import read_po

from facilitator.manual.keys import SLUG
from facilitator.manual.model import Face, Target
from facilitator.manual.read import chapters, manual_folder, picture_path
from facilitator.places import resources
from facilitator.words.actions import ACTS, acts_with_keys, key_of

LANGUAGES = ("zh", "en")
LARGEST = 8_000_000
"""Bytes that all pictures together may have: they are in every installer."""
TYPED = re.compile(r"(Ctrl|Alt|Shift)\+|^F[0-9]+$")
WITHOUT_ACTION = {
    "Alt+↑",
    "Alt+↓",
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+V",
    "Shift",
    "Shift+Enter",
    "Shift+Tab",
}
"""Keys of lists and fields, which no action declares."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_somewhere(lang):
    """A chapter that was renamed, or a heading that was said otherwise, leaves no link behind."""
    places = {Target(one.slug) for one in chapters(lang)}
    places |= {Target(one.slug, head.anchor) for one in chapters(lang) for head in one.headings}
    lost = [
        (one.slug, span.to)
        for one in chapters(lang)
        for span in one.spans
        if span.to and span.to not in places
    ]
    assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_is_there_and_no_other(lang):
    """Each that a chapter shows was taken in its language; what none shows is not shipped."""
    shown = {one.name for chapter in chapters(lang) for one in chapter.pictures}
    assert {name for name in shown if not picture_path(lang, name).is_file()} == set()
    assert {path.stem for path in picture_path(lang, "any").parent.iterdir()} == shown


def test_the_pictures_are_small():
    """All of them together hold up no installer."""
    sizes = [path.stat().st_size for path in (manual_folder() / "pictures").rglob("*.png")]
    assert sum(sizes) < LARGEST


def test_both_languages_have_the_same_chapters():
    """The same files, with headings of the same levels and the same pictures in the same order."""
    told = {lang: {one.slug: one for one in chapters(lang)} for lang in LANGUAGES}
    assert told["zh"].keys() == told["en"].keys()
    for slug, one in told["zh"].items():
        other = told["en"][slug]
        assert [head.level for head in one.headings] == [head.level for head in other.headings], (
            slug
        )
        assert [p.name for p in one.pictures] == [p.name for p in other.pictures], slug


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_stands_on_a_screen(lang):
    """What is set in bold is said by the program in just these words."""
    known = _said(lang)
    unknown = {
        (chapter.slug, span.text)
        for chapter in chapters(lang)
        for span in chapter.spans
        if span.face is Face.NAME and not known & {span.text, f"{span.text}…"}
    }
    assert unknown == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_works(lang):
    """A chapter names no key that the program does not know."""
    known = {key_of(act.name) for act in ACTS} | WITHOUT_ACTION
    unknown = {
        (chapter.slug, span.text)
        for chapter in chapters(lang)
        for span in chapter.spans
        if span.face is Face.KEY and TYPED.search(span.text) and span.text not in known
    }
    assert unknown == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_mark_is_left_over(lang):
    """Every asterisk and bracket was read as what it stands for."""
    left = [
        span.text
        for one in chapters(lang)
        for span in one.spans
        if re.search(r"\*\*|\]\(", span.text)
    ]
    assert left == []


def test_the_keys_are_those_of_the_program():
    """The chapter of keys has a line for every action with a key, and no other."""
    keys = next(one for one in chapters("en") if one.slug == SLUG)
    named = [span.text for span in keys.spans if span.face is Face.KEY]
    assert named == [key_of(act.name) for _room, acts in acts_with_keys() for act in acts]


def _said(lang: str) -> set[str]:
    """All that the catalogue and the files of charters, formats and papers say in a language."""
    with next((resources() / "locale").glob("zh/LC_MESSAGES/*.po")).open("rb") as file:
        catalogue = read_po(file, locale="zh")
    said: set[str] = set()
    for message in catalogue:
        told = message.id if lang == "en" else message.string
        said |= {one.strip() for one in (told if isinstance(told, list | tuple) else (told,))}
    for path in resources().rglob("*.toml"):
        said |= set(_texts(tomllib.loads(path.read_text(encoding="utf-8")), lang))
    return said


def _texts(value: object, lang: str):
    if isinstance(value, dict):
        if isinstance(value.get(lang), str):
            yield value[lang]
        for inner in value.values():
            yield from _texts(inner, lang)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, lang)
