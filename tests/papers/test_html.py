"""The HTML: one file, nothing fetched, nothing run, read aloud in order."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from facilitator.papers.html import write_html
from facilitator.papers.model import Layout, Line, Paper
from tests.papers.hostile import HOSTILE, MANY, ODD, UNSHOWABLE, payloads, rich
from tests.papers.pieces import say
from tests.papers.samples import all_samples, ballots_sample, record_sample, signin_sample
from tests.proofs import tally

_EMPTY = {"meta", "col", "br", "img"}


class _Reader(HTMLParser):
    """Collects the tags, their attributes and the words outside the style sheet."""

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


def _read(paper: Paper) -> _Reader:
    reader = _Reader()
    reader.feed(write_html(paper))
    reader.close()
    assert reader.open == []
    return reader


def _names() -> list[str]:
    return [f"{paper.kind}-{paper.lang}" for paper in all_samples()]


@pytest.mark.parametrize("paper", all_samples(), ids=_names())
def test_the_file_stands_alone(paper):
    """No script, no link, no address: whatever is needed is inside, and a browser is told so."""
    text = write_html(paper)
    reader = _read(paper)
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"script", "link", "iframe", "object", "form", "base"}
    assert all(at["src"].startswith("data:") for tag, at in reader.tags if tag == "img")
    assert "url(" not in text
    assert "@import" not in text
    policy = next(at for _, at in reader.tags if at.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'")


@pytest.mark.parametrize("text", payloads(HOSTILE, MANY))
def test_no_text_is_read_as_markup(text):
    """Whatever a name or a motion holds, the page's elements stay the same and the words too."""
    reader = _read(rich(text))
    tame = _read(rich("字"))
    spans = {"span"}  # unbroken pieces
    assert [tag for tag, _ in reader.tags if tag not in spans] == [
        tag for tag, _ in tame.tags if tag not in spans
    ]
    assert not [name for _, at in reader.tags for name in at if name.startswith("on")]
    places = "".join(tame.words).count("字")
    assert places > 150
    assert "".join("".join(reader.words).split()).count("".join(text.split())) >= places
    tally(payloads=1, places=places)


@pytest.mark.parametrize("text", payloads(UNSHOWABLE, ODD), ids=ascii)
def test_what_cannot_be_shown_leaves_a_mark(text):
    """Controls, direction marks and half characters are replaced, in every place."""
    page = write_html(rich(text))
    assert page.encode().decode() == page
    assert text not in page
    assert "a\ufffdb" in page
    tally(payloads=1, places=page.count("a\ufffdb"))


def test_the_language_is_said():
    """A screen reader is told which language to speak."""
    assert _read(record_sample("zh")).tags[0] == ("html", {"lang": "zh-CN"})
    assert _read(record_sample("en")).tags[0] == ("html", {"lang": "en"})


def test_tables_say_what_heads_what():
    """Every head cell names its scope: columns, rows, groups of rows."""
    heads = [at["scope"] for tag, at in _read(signin_sample()).tags if tag == "th"]
    assert heads.count("col") == 7
    assert heads.count("rowgroup") == 4
    assert heads.count("row") == 4
    record = _read(record_sample())
    assert all("scope" in at for tag, at in record.tags if tag == "th")


def test_headings_go_down_one_by_one():
    """One h1, and no level is left out below it."""
    levels = [tag for tag, _ in _read(record_sample()).tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count("h1") == 1
    assert set(levels) == {"h1", "h2"}


def test_the_head_is_a_picture_with_words():
    """The QR is inside the file, and its alternative text is all it says."""
    pictures = [at for tag, at in _read(record_sample()).tags if tag == "img"]
    assert len(pictures) == 1
    assert re.fullmatch("[0-9a-f]{64}", pictures[0]["alt"])


def test_a_struck_value_is_struck_for_the_ear_too():
    """A replaced value is an s element, not only a line drawn by a style."""
    assert "s" in {tag for tag, _ in _read(record_sample()).tags}


def test_every_ballot_is_there():
    """As many slips as were asked for, each stub with its number."""
    words = "".join(_read(ballots_sample(count=7)).words)
    assert words.count("存根") == 7
    assert all(f"№ {number}" in words for number in range(1, 8))


def test_a_long_record_is_written_in_full():
    """Two hundred entries: none is missing, in their order."""
    lines = tuple(Line("19:00", say(f"第{number}句。")) for number in range(200))
    paper = Paper(kind="record", lang="zh", layout=Layout.RECORD, title="纪", blocks=lines)
    words = "".join(_read(paper).words)
    places = [words.index(f"第{number}句。") for number in range(200)]
    assert places == sorted(places)


def test_the_same_paper_gives_the_same_text():
    """Neither the clock nor an order by chance is in it."""
    assert write_html(record_sample()) == write_html(record_sample())
