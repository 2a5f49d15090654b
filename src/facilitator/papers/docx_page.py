"""The page of a DOCX: A4, the mark at the top right, the folio below the block."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Mm

from facilitator.papers.docx_styles import size
from facilitator.papers.docx_xml import WORD, Xml, el, join, paragraph, run, twentieths, twips
from facilitator.papers.measures import (
    FOLIO_BELOW,
    FOLIO_SIZE,
    MARK_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Measures,
    measures,
)
from facilitator.papers.model import Layout, Paper

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
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.left_margin = Mm(m.top), Mm(m.left)
    spare = _SPARE if paper.layout is Layout.BALLOTS else 0
    section.bottom_margin, section.right_margin = Mm(m.bottom - spare), Mm(m.right)
    section.gutter = Mm(0)
    section.header_distance = Mm(min(MARK_TOP, m.top - 5))
    section.footer_distance = Mm(max(m.bottom - FOLIO_BELOW - _FOLIO_LINE / 2, 5))
    document.settings.odd_and_even_pages_header_footer = m.folio
    if paper.mark:
        _set_mark(section, paper, both=m.folio)
    if m.folio:
        _set_folio(section)
    return Page(m, paper.lang == "zh", paper.layout is Layout.POSTER, document)


def _set_mark(section: Section, paper: Paper, *, both: bool) -> None:
    mark = paragraph("Header", run(paper.mark, zh=paper.lang == "zh"))
    for header in (section.header, section.even_page_header)[: 2 if both else 1]:
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
