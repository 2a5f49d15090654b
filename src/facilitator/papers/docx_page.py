"""The page of a DOCX: A4, the mark at the top right, the folio below the block."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.section import Section, _Header
from docx.shared import Mm

from facilitator.data import dataclass
from facilitator.papers.contents import listed
from facilitator.papers.docx_styles import size
from facilitator.papers.docx_xml import WORD, Xml, el, join, paragraph, run, twentieths, twips
from facilitator.papers.measures import (
    FOLIO_BELOW,
    FOLIO_SIZE,
    MARK_TOP,
    Measures,
    measures,
)
from facilitator.papers.model import Cover, Heading, Layout, Paper

_FOLIO_LINE = 16 * 25.4 / 72
"""Height of the folio's line in mm."""
_SPARE = 2.0
"""Five slips fill their page to the edge: Word needs room for the rules between them, in mm."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a block has to know of the page it stands on."""

    m: Measures
    zh: bool
    poster: bool
    document: Document
    """Holds the pictures."""
    heads: list[Heading]
    """Those that the contents list."""
    pages: tuple[int, ...]
    """Where they begin, as the PDF has it."""

    @property
    def width(self) -> int:
        """Width of the text block in twentieths of a point."""
        return twips(self.m.width)

    @property
    def colon(self) -> str:
        """What follows a label."""
        return "：" if self.zh else ": "


def set_page(document: Document, paper: Paper) -> Page:
    """Give the document its sheet, margins, mark and folio; return what the blocks need of it."""
    m = measures(paper.layout, paper.lang)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(m.page_width), Mm(m.page_height)
    section.orientation = WD_ORIENT.LANDSCAPE if m.across else WD_ORIENT.PORTRAIT
    section.top_margin, section.left_margin = Mm(m.top), Mm(m.left)
    spare = _SPARE if paper.layout is Layout.BALLOTS else 0
    section.bottom_margin, section.right_margin = Mm(m.bottom - spare), Mm(m.right)
    section.gutter = Mm(0)
    section.header_distance = Mm(max(0, min(MARK_TOP, m.top - 5)))
    section.footer_distance = Mm(max(m.bottom - FOLIO_BELOW - _FOLIO_LINE / 2, 5))
    document.settings.odd_and_even_pages_header_footer = m.folio
    covered = bool(paper.blocks) and isinstance(paper.blocks[0], Cover)
    section.different_first_page_header_footer = covered
    if paper.mark and m.top > 10:
        headers = [section.header]
        headers += [section.even_page_header] if m.folio else []
        headers += [section.first_page_header] if covered else []
        _set_mark(headers, paper)
    if m.folio:
        _set_folio(section)
    heads = listed(paper)
    return Page(m, paper.lang == "zh", m.poster, document, heads, _pages(paper, heads))


def _pages(paper: Paper, heads: list[Heading]) -> tuple[int, ...]:
    """The pages of the PDF, which has the same measures; the typesetter is fetched only for a book."""
    if not heads:
        return ()
    from facilitator.papers.pdf import pages_of_heads

    return pages_of_heads(paper)


def _set_mark(headers: Iterable[_Header], paper: Paper) -> None:
    mark = paragraph("Header", run(paper.mark, zh=paper.lang == "zh"))
    for header in headers:
        header.is_linked_to_previous = False
        _fill(header.part, mark)


def _set_folio(section: Section) -> None:
    """Set — 1 — one character in: at the right of odd pages, at the left of even ones."""
    one = twentieths(FOLIO_SIZE)
    odd = join([el("ind", right=one), el("jc", val="right")])
    even = join([el("ind", left=one), el("jc", val="left")])
    for footer, shape in ((section.footer, odd), (section.even_page_footer, even)):
        footer.is_linked_to_previous = False
        _fill(footer.part, paragraph("Footer", *_folio(), properties=shape))


def _folio() -> list[Xml]:
    look = size(FOLIO_SIZE)
    number = el("fldSimple", run("1", look), instr="PAGE")
    return [run("— ", look), number, run(" —", look)]


def _fill(part: XmlPart, content: Xml) -> None:
    """Let `content` be all that a header or footer holds."""
    root = part.element
    for child in list(root):
        root.remove(child)
    for child in list(parse_xml(f'<w:p xmlns:w="{WORD}">{content}</w:p>')):
        root.append(child)
