"""Nobody signs a page that says nothing: what leads to the signatures stays with them."""

import io
import zipfile

from lxml import etree

from facilitator.papers.docx import write_docx
from facilitator.papers.kinds import PAPERS
from facilitator.papers.model import Gap, Line, Paragraph, Run, Seal, Signatures, Table
from facilitator.papers.together import together
from tests.papers.evening import evening

TEXT = (Run("x"),)
LINE, WORDS = Line("20:00", TEXT), Paragraph(TEXT, align="center")
END = (WORDS, Gap(6), Signatures(("a",)), Seal("a", "b", "c", "d"))


def test_the_last_two_lines_go_with_the_end():
    """Lines before them may stay on the page before."""
    assert together((LINE, LINE, LINE, *END)) == {1, 2, 3, 4, 5}


def test_the_last_vote_goes_with_the_end():
    """A vote is on one page as it is; a table that may break is left alone."""
    vote = Table((1,), (), keep=True)
    assert together((LINE, vote, *END)) == {1, 2, 3, 4}
    assert together((Table((1,), ()), *END)) == {1, 2, 3}


def test_a_paragraph_of_its_own_is_enough():
    """Running text before the signatures, as on a form."""
    assert together((LINE, Paragraph(TEXT), Signatures(("a",)))) == {1}
    assert together((Paragraph(TEXT), LINE, Signatures(("a",)))) == {1}
    assert together((LINE, LINE)) == set()


def test_word_keeps_them_too():
    """The last lines of the record are told to stay with the next."""
    (paper,) = PAPERS["record"](evening().material())
    document = zipfile.ZipFile(io.BytesIO(write_docx(paper))).read("word/document.xml")
    paragraphs = etree.fromstring(document).iter("{*}p")
    kept = [p for p in paragraphs if p.find("{*}pPr/{*}keepNext") is not None]
    assert any("散会" in "".join(p.itertext()) for p in kept)
    assert any("以下无正文" in "".join(p.itertext()) for p in kept)
