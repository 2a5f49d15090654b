"""Text in a DOCX is only text, and LibreOffice opens it as it was meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.papers.docx import write_docx
from facilitator.papers.model import Cell, Layout, Line, Paper, Row, Run, Table
from facilitator.papers.shelf import check_docx
from tests.papers.hostile import HOSTILE, MANY, ODD, UNSHOWABLE, payloads, rich
from tests.papers.samples import all_samples
from tests.papers.word import W, Word, pages, text
from tests.proofs import tally

NEAR_THE_FOOT = range(17, 26)
"""Lines above a block of nine rows: with the fewest it fits the page, with the most it does not."""


def elements(opened):
    """Return the kinds of elements in the whole document."""
    roots = [opened.body, *opened.some("word/header"), *opened.some("word/footer")]
    return {element.tag for root in roots for element in root.iter()}


@pytest.mark.parametrize("words", payloads(HOSTILE, MANY))
def test_hostile_text_is_text(words):
    """Markup, formulas, fields and rare characters are printed; none of them becomes anything."""
    opened = Word(write_docx(rich(words)))
    harmless = elements(Word(write_docx(rich("无害 words“”"))))
    assert elements(opened) <= harmless | {f"{W}br"}
    printed = [text(paragraph) for paragraph in opened.body.iter(f"{W}p")]
    assert printed.count(words) > 10
    assert text(opened.body).count(words) > 100
    fields = [
        field.get(f"{W}instr")
        for footer in opened.some("word/footer")
        for field in footer.iter(f"{W}fldSimple")
    ]
    assert fields == ["PAGE", "PAGE"]
    tally(payloads=1, places=text(opened.body).count(words))


def test_a_tick_is_drawn_only_where_it_is_meant():
    """`{tick}` is a box in a ballot's help and plain text in everything else."""
    opened = Word(write_docx(rich("{tick}")))
    boxes = [run for run in opened.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}bdr") is not None]
    assert [text(box) for box in boxes] == [" √ ", " √ "]
    assert text(opened.body).count("{tick}") > 100


@pytest.mark.parametrize("words", payloads(UNSHOWABLE, ODD), ids=ascii)
def test_what_cannot_be_shown_is_marked(words):
    """Controls and direction marks become a visible sign; nothing vanishes and nothing crashes."""
    data = write_docx(rich(words))
    check_docx(data)
    printed = text(Word(data).body)
    assert "a\ufffdb" in printed
    assert words not in printed


@given(st.text(st.characters(), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_written(words):
    """Whatever is typed or pasted, the document opens again."""
    check_docx(write_docx(rich(words)))


@pytest.fixture(scope="module")
def set_pages(tmp_path_factory):
    """Every sample, and a vote block at the foot of a page, as LibreOffice sets them."""
    documents = {f"{paper.kind}-{paper.lang}": write_docx(paper) for paper in all_samples()}
    for lines in NEAR_THE_FOOT:
        documents[f"foot-{lines}"] = write_docx(_low_block(lines))
    return pages(documents, tmp_path_factory.mktemp("office"))


def _low_block(lines):
    """Make a paper whose block would straddle the page after that many lines."""
    rows = [Row((Cell((Run(f"block{number}"),)),)) for number in range(9)]
    above = [Line("19:00", (Run("话"),)) for _ in range(lines)]
    blocks = (*above, Table((1,), tuple(rows), keep=True))
    return Paper(kind="record", lang="zh", layout=Layout.RECORD, title="题", blocks=blocks)


def test_libreoffice_opens_every_paper(set_pages):
    """The words of each paper come out of LibreOffice, on as many pages as designed."""
    for paper in all_samples():
        found = set_pages[f"{paper.kind}-{paper.lang}"]
        title = "松柏岗社区共治议事会表决票" if paper.kind == "ballots" else paper.title
        if paper.lang == "zh":
            assert title.replace(" ", "") in "".join(found).replace(" ", "")
        if paper.mark:
            assert all(paper.mark in page for page in found)
    assert len(set_pages["record-zh"]) in (4, 5)
    assert len(set_pages["summary-zh"]) == 2
    assert len(set_pages["resolution-zh"]) == 1


def test_five_ballots_stand_on_a_page(set_pages):
    """Ten slips are two sheets, in Chinese and in English, with nothing behind them."""
    for lang, word in (("zh", "存根"), ("en", "Stub")):
        counts = [page.count(word) for page in set_pages[f"ballots-{lang}"]]
        assert counts == [5, 5]


def test_a_kept_block_is_never_split(set_pages):
    """Wherever the page ends, all rows of a vote stand on one sheet."""
    wrapped = 0
    for lines in NEAR_THE_FOOT:
        found = set_pages[f"foot-{lines}"]
        counts = [page.count("block") for page in found]
        assert sorted(counts)[-1] == 9, (lines, counts)
        wrapped += len(found) > 1
    assert 0 < wrapped < len(NEAR_THE_FOOT), "no block came near the foot: the test proves nothing"


def test_the_box_hangs_at_the_foot(set_pages):
    """公示期 stands below body and date, the last words of the sheet."""
    page = set_pages["resolution-zh"][0]
    assert page.index("公示期") > page.rindex("松柏岗社区共治议事会")
    assert page.rstrip().endswith("交社区居委会")
