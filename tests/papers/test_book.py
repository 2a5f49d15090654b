"""What a book has besides, in every format: cover, contents with pages, large words, lines, cards, bars."""

import re
from functools import cache
from pathlib import Path

import msgspec
import pytest

from facilitator.papers.contents import anchor, listed
from facilitator.papers.data import write_json
from facilitator.papers.docx import write_docx
from facilitator.papers.fitting import CARD_MOST, banner_size, card_size, lines_needed
from facilitator.papers.html import write_html
from facilitator.papers.kinds import PAPERS
from facilitator.papers.markdown import write_markdown
from facilitator.papers.measures import measures
from facilitator.papers.model import Blanks, Heading, Layout, Paper, Paragraph, Run
from facilitator.papers.pdf import pages_of_heads, write_pdf
from facilitator.papers.shelf import check_docx
from tests.papers.forum_day import forum
from tests.papers.hostile import HOSTILE, MANY, book, payloads
from tests.papers.poppler import pages_of, text_of
from tests.papers.word import W, Word, text
from tests.proofs import tally

DAY = forum()
PAGES_EACH = re.compile(r"—\s*(\d+)\s*—")


@cache
def proceedings() -> Paper:
    """The book of the sample day."""
    (made,) = PAPERS["proceedings"](DAY.material())
    return made


@cache
def as_pdf() -> bytes:
    """It as the PDF that all tests read."""
    return write_pdf(proceedings(), own_only=True)


@cache
def as_docx() -> bytes:
    """It as Word has it."""
    return write_docx(proceedings())


@cache
def tame() -> Word:
    """A book that says nothing that could be markup."""
    return Word(write_docx(book("字")))


@pytest.mark.parametrize("words", payloads(HOSTILE, MANY))
def test_no_text_of_a_book_is_read_as_markup(words):
    """In no format: the elements stay the same whatever the words are, and the words stay the same."""
    opened = Word(write_docx(book(words)))
    parts = {element.tag for element in tame().body.iter()} | {f"{W}br"}
    assert {element.tag for element in opened.body.iter()} <= parts
    assert text(opened.body).count(words) > 25
    fields = [part.text for part in opened.body.iter(f"{W}instrText")]
    assert fields[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert all(re.fullmatch(r" PAGEREF head\d+ \\h ", field) for field in fields[1:])
    assert re.sub(r"<[^>]*>", "", write_html(book(words))).count("<") == 0
    tags = [re.findall(r"<(\w+)", write_html(book(word))) for word in ("字", words)]
    assert [t for t in tags[0] if t != "span"] == [t for t in tags[1] if t != "span"]
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", write_markdown(book(words)))
    assert "](" not in bare
    assert not re.findall(r"<(?!/?b>|br>|!-- -->)[^>]*>", bare)
    assert msgspec.json.decode(write_json(book(words)), type=Paper) == book(words)
    tally(payloads=4, places=text(opened.body).count(words))


@pytest.mark.parametrize("words", ['#eval("1+1")', "$x^2$", "@ref <lab> #[x]", "= Head"])
def test_no_text_of_a_book_is_read_by_the_typesetter(words, tmp_path: Path):
    """Printed sign by sign, on cards and cover, in heads and contents."""
    shown = text_of(write_pdf(book(words), own_only=True), tmp_path)
    assert shown.count("".join(words.split())) > 15


def test_the_contents_name_the_page_on_which_each_head_stands(tmp_path: Path):
    """Read in the finished PDF: every topic of the contents is found on the page it is said to be on."""
    made = proceedings()
    pages = pages_of(as_pdf(), tmp_path)
    assert b"pdfaid" in as_pdf()
    heads = listed(made)
    named = pages_of_heads(made)
    assert len(named) == len(heads) > 30
    for head, page in zip(heads, named, strict=True):
        assert "".join(head.text.split()) in "".join(pages[page - 1].split()), head.text
    contents = "".join(pages[1:3])
    for head, page in zip(heads, named, strict=True):
        title = r"\s*".join(map(re.escape, head.text.split()))
        assert re.search(rf"{title}[\s.]*\b{page}\b", contents), head.text


def test_a_cover_has_no_number_and_the_page_after_it_has_its_own(tmp_path: Path):
    """Counted all the same."""
    pages = pages_of(as_pdf(), tmp_path)
    assert [PAGES_EACH.findall(page) for page in pages[:3]] == [[], ["2"], ["3"]]
    opened = Word(as_docx())
    assert opened.body.find(f".//{W}titlePg") is not None


def test_words_contents_are_a_field_with_links_and_pages():
    """Brought up to date by Word; before that it already says what the PDF says."""
    made = proceedings()
    check_docx(as_docx())
    assert as_docx() == write_docx(made)
    opened = Word(as_docx())
    links = [link.get(f"{W}anchor") for link in opened.body.iter(f"{W}hyperlink")]
    marks = [mark.get(f"{W}name") for mark in opened.body.iter(f"{W}bookmarkStart")]
    assert links == marks == [f"head{n}" for n in range(1, len(listed(made)) + 1)]
    lines = [
        text(line) for line in opened.body.iter(f"{W}p") if line.find(f"{W}hyperlink") is not None
    ]
    pages = [int(re.search(r"\d+$", line)[0]) for line in lines]
    assert tuple(pages) == pages_of_heads(made)
    begins = [mark.get(f"{W}fldCharType") for mark in opened.body.iter(f"{W}fldChar")]
    assert begins.count("begin") == begins.count("end") == begins.count("separate")


def test_heads_that_are_not_listed_are_in_no_contents():
    """Nor do they have a name to be found by; a paper without contents lists none."""
    made = book("字")
    heads = listed(made)
    assert [head.level for head in heads] == [1, 2]
    others = [b for b in made.blocks if isinstance(b, Heading) and b not in heads]
    assert {anchor(heads, head) for head in others} == {""}
    bare = Paper(kind="x", lang="zh", layout=Layout.BOOK, title="题", blocks=(Heading("头"),))
    assert listed(bare) == []
    assert pages_of_heads(bare) == ()


def test_spare_lines_take_only_the_room_there_is(tmp_path: Path):
    """On a full page they vanish with their label, and make no page of their own."""
    lines = Blanks(5, spare=True, label="补充意见")

    def pages(paragraphs: int) -> list[str]:
        filling = (Paragraph((Run("行"),)),) * paragraphs
        made = Paper(kind="x", lang="zh", layout=Layout.BOOK, title="题", blocks=(*filling, lines))
        return pages_of(write_pdf(made, own_only=True), tmp_path)

    assert "补充意见" in "".join(pages(3))
    full = next(n for n in range(20, 40) if len(pages(n + 1)) == 2)
    assert len(pages(full)) == 1
    assert "补充意见" not in pages(full)[0]


def test_a_wall_lies_on_its_side_in_every_format():
    """A4 across: in Word, in the PDF, and for a browser that prints."""
    (made,) = PAPERS["wall"](DAY.material())
    size = Word(write_docx(made)).body.find(f".//{W}pgSz")
    assert size is not None
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    assert size.get(f"{W}orient") == "landscape"
    assert "--sheet: A4 landscape" in write_html(made)
    assert measures(Layout.WALL).width > measures(Layout.BOOK).height


def test_forty_places_and_eight_slots_fit_the_width(tmp_path: Path):
    """Checked with poppler: nothing of the widest wall stands outside the page."""
    (made,) = PAPERS["wall"](DAY.material())
    assert len(pages_of(write_pdf(made, own_only=True), tmp_path)) == 1


def test_large_words_fill_their_room_and_no_more():
    """One line where that is large enough, several where not; a word in letters is not torn."""
    width = measures(Layout.DOOR).width
    assert banner_size("大厅", width, 96, 3) == 96
    assert 50 < banner_size("社区党群服务中心", width, 96, 3) < 96
    long = "很长的名字" * 12
    assert banner_size(long, width, 96, 3) < 40
    assert lines_needed("Reading corner", 5) == 2
    assert lines_needed("", 5) == 1
    assert lines_needed("Donaudampfschifffahrt", 4) > 2


@pytest.mark.parametrize("title", ["短", "停车位怎么分才公平", "长" * 120, "word " * 24])
def test_every_title_fits_its_card(title, tmp_path: Path):
    """From one character to a hundred and twenty; the shorter the larger."""
    size = card_size(title, measures(Layout.CARDS).width)
    assert 12 <= size <= CARD_MOST
    assert size == CARD_MOST or len(title) > 4
