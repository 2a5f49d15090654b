"""The manual as files: complete, made of itself alone, the same every time."""

import re
from dataclasses import replace

import pytest
from click.testing import CliRunner

from facilitator.cli import facilitator
from facilitator.manual.html import manual_html
from facilitator.manual.making import manual_name
from facilitator.manual.model import Picture
from facilitator.manual.pdf import _share, manual_pdf
from facilitator.manual.read import chapters, picture_path
from tests.papers.poppler import facts_of, text_of


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_made_of_itself_alone(lang):
    """Pictures lie in it, links stay in it and lead somewhere, and no script runs in it."""
    page = manual_html(lang)
    addresses = re.findall(r'(?:href|src)="([^"]{0,80})', page)
    assert {one.partition(",")[0] for one in addresses if one[0] != "#"} == {
        "data:image/png;base64"
    }
    assert {one[1:] for one in addresses if one[0] == "#"} <= set(re.findall(r'id="([^"]+)"', page))
    assert "http" not in re.sub(r"base64,[^\"]+", "", page).replace("http-equiv", "")
    assert "<script" not in page


def test_the_book_holds_every_heading(tmp_path):
    """Cover, contents and chapters; tagged, so that it can be read aloud."""
    told = tuple(_without_pictures(one) for one in chapters("en"))
    made = manual_pdf("en", told)
    read = text_of(made, tmp_path)
    heads = [one.title for one in told] + [head.text for one in told for head in one.headings]
    assert [head for head in heads if "".join(head.split()) not in read] == []
    facts = facts_of(made, tmp_path)
    assert re.search(r"Tagged:\s+yes", facts)
    assert re.search(r"Title:\s+Facilitator: the manual", facts)


@pytest.mark.soak
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_book_is_made(lang):
    """With every picture in it."""
    assert manual_pdf(lang).startswith(b"%PDF")


def test_the_command_line_writes_it(tmp_path):
    """Into a folder under its own name, or under the name that is asked for."""
    done = CliRunner().invoke(
        facilitator, ["manual", "--lang", "zh", "--format", "html", "-o", str(tmp_path)]
    )
    path = tmp_path / manual_name("zh", "html")
    assert done.output.strip() == str(path)
    assert path.read_text(encoding="utf-8") == manual_html("zh")


def test_a_name_says_what_it_is_and_any_name_is_taken(tmp_path):
    """A page by its ending; whoever asks for one in words gets it under whatever name."""
    for name, words in (
        ("m.HTML", []),
        ("m.pdf", ["--format", "html"]),
        ("m", ["--format", "html"]),
    ):
        path = tmp_path / name
        done = CliRunner().invoke(facilitator, ["manual", "--lang", "en", *words, "-o", str(path)])
        assert done.exit_code == 0, done.output
        assert path.read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_small_picture_is_not_blown_up():
    """A card is set as large as it is beside the windows, and none is higher than a window."""
    window, card = (_share(picture_path("en", name)) for name in ("desk", "safe-start"))
    assert window == 1
    assert 0.3 < card < 1


def _without_pictures(chapter):
    """The same words: what takes the time is the pictures."""
    return replace(chapter, blocks=tuple(b for b in chapter.blocks if not isinstance(b, Picture)))
