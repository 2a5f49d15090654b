"""A paper as DOCX, to be opened, changed and printed in Word, WPS or LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml

from facilitator.papers.contents import anchor
from facilitator.papers.docx_ballots import ballots
from facilitator.papers.docx_blank import blank, zip_parts
from facilitator.papers.docx_book import banner, blanks, cards, contents, cover, new_page
from facilitator.papers.docx_page import Page, set_page
from facilitator.papers.docx_pictures import pictures
from facilitator.papers.docx_styles import SONG, font, pitch, sign_off_size, size
from facilitator.papers.docx_table import box, seal, table
from facilitator.papers.docx_voting import voting_papers
from facilitator.papers.docx_xml import (
    NOTHING,
    TAB,
    WORD,
    Xml,
    bold_run,
    el,
    join,
    paragraph,
    run,
    runs,
    tab_stops,
    twentieths,
    width_in_ems,
)
from facilitator.papers.model import (
    BallotSlips,
    Banner,
    Blanks,
    BlockKind,
    Box,
    Cards,
    Contents,
    Cover,
    Gap,
    Heading,
    Labelled,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Pictures,
    Seal,
    Signatures,
    SignOff,
    Table,
    VotingPapers,
)
from facilitator.papers.together import together

_TIME = el("rStyle", val="TimeFace")


def write_docx(paper: Paper) -> bytes:
    """Return the paper as a DOCX on A4; the same paper gives the same bytes at any time.

    Chinese fonts are named, not brought along: Word takes its own when one is missing.
    """
    document = blank(paper)
    page = set_page(document, paper)
    covered = bool(paper.blocks) and isinstance(paper.blocks[0], Cover)
    content = [_title(paper, page)] if page.m.headline and not covered else []
    kept = together(paper.blocks)
    for at, block in enumerate(paper.blocks):
        written = _WRITERS[type(block)](block, page)
        content.append(_kept(written) if at in kept else written)
    _fill(document, join(content))
    return _frozen(document)


def _kept(content: Xml) -> Xml:
    """The same paragraphs, each staying with the next; `keepNext` comes right behind the style."""
    return Xml(_STYLED.sub(r"\1<w:keepNext/>", content))


_STYLED = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")


def _fill(document: Document, content: Xml) -> None:
    """Set `content` before the section's own element, parsing it once."""
    end = document.element.body.sectPr
    for child in list(parse_xml(f'<w:body xmlns:w="{WORD}">{content}</w:body>')):
        end.addprevious(child)


def _frozen(document: Document) -> bytes:
    """Save the document and take the clock out of the zip."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as saved:
        return zip_parts({name: saved.read(name) for name in saved.namelist()})


def _title(paper: Paper, page: Page) -> Xml:
    lines = [paragraph("Title", run(paper.title, zh=page.zh))]
    if paper.subtitle:
        lines.append(paragraph("Subtitle", run(paper.subtitle, zh=page.zh)))
    else:
        lines.append(_air(5, keep=True))
    return join(lines)


def _heading(block: Heading, page: Page) -> Xml:
    """A head; those that the contents list can be found by their names."""
    name = anchor(page.heads, block)
    made = _book_head(block, page) if page.m.heads else _plain_head(block, page)
    if not name:
        return made
    at = {"id": page.heads.index(block) + 1}
    begin, end = el("bookmarkStart", **at, name=name), el("bookmarkEnd", **at)
    return Xml(made.replace("</w:pPr>", f"</w:pPr>{begin}", 1).replace("</w:p>", f"{end}</w:p>", 1))


def _book_head(block: Heading, page: Page) -> Xml:
    """A chapter, a topic behind its large number, or any other head; its level is its place in the outline."""
    level = min(block.level, 3) - 1 if block.listed else 2
    shape = el("outlineLvl", val=level)
    right = [TAB, run(block.right, join([_TIME]), zh=page.zh)] if block.right else []
    if block.number:
        large = join([font(SONG), size(page.m.heads[1] * 1.6)])
        words = [run(block.number, large), run("  "), run(block.text, zh=page.zh)]
        return paragraph("TopicHead", *words, *right, properties=shape)
    if block.level == 1 and page.m.folio:
        return paragraph("Chapter", run(block.text, zh=page.zh), properties=shape)
    return paragraph("PartHead", bold_run(block.text, zh=page.zh), *right, properties=shape)


def _plain_head(block: Heading, page: Page) -> Xml:
    inward = el("ind", firstLineChars=200, firstLine=twentieths(2 * page.m.heading))
    content = [bold_run(block.text, zh=page.zh)]
    if block.right:
        content += TAB if not page.poster else run("　"), run(block.right, _TIME, zh=page.zh)
    level = min(max(block.level, 1), 3)
    shape = inward if block.indented else NOTHING
    return paragraph(f"Heading{level}", *content, properties=shape)


def _paragraph(block: Paragraph, page: Page) -> Xml:
    style = "Small" if block.small else "BodyText" if block.indented else "Normal"
    align = NOTHING if block.align == "left" else el("jc", val=block.align)
    inward = NOTHING
    if block.small and block.indented:
        inward = el("ind", firstLineChars=200, firstLine=twentieths(2 * page.m.small))
    elif block.indented and block.align != "left":
        inward = el("ind", firstLineChars=0, firstLine=0)
    return paragraph(style, runs(block.text, zh=page.zh), properties=join([inward, align]))


def _line(block: Line, page: Page) -> Xml:
    shape = NOTHING
    if block.column:
        hang = twentieths(block.column * page.m.body)
        shape = join([tab_stops(("left", hang)), el("ind", left=hang, hanging=hang)])
    time, text = run(block.time, _TIME), runs(block.text, zh=page.zh)
    return paragraph("RecordLine", time, TAB, text, properties=shape)


def _labelled(block: Labelled, page: Page) -> Xml:
    """Hang the text beside its label; where the label's width is a guess a tab makes it sure."""
    chinese = all(ord(c) > 0x2E7F for c in block.label) and page.zh
    inset = 2 * page.m.body
    wide = (width_in_ems(block.label) + (1 if chinese else 1.4)) * page.m.body
    left, hang = twentieths(inset + wide), twentieths(wide)
    stop = NOTHING if chinese else tab_stops(("left", left))
    label = [bold_run(block.label, zh=page.zh), run(page.colon), NOTHING if chinese else TAB]
    shape = join([stop, el("ind", left=left, hanging=hang)])
    return paragraph("Labelled", *label, runs(block.text, zh=page.zh), properties=shape)


def _table(block: Table, page: Page) -> Xml:
    """Set a little air around a table; what follows it is a paragraph, as Word wants it."""
    air = 18 if block.large else 4
    before = NOTHING if block.plain else _air(air, keep=True)
    return join([before, table(block, page), _air(air / 2)])


def _air(points: float, *, keep: bool = False) -> Xml:
    shape = join([el("keepNext") if keep else NOTHING, pitch(points)])
    return paragraph("Gap", properties=shape)


def _signatures(block: Signatures, page: Page) -> Xml:
    """Set two labels to a line, a rule after each."""
    gap = round(page.width * 0.055)
    half = (page.width - gap) // 2
    stops = tab_stops(("ruled", half), ("left", half + gap), ("ruled", page.width))
    rows: list[Xml] = []
    for place in range(0, len(block.labels), 2):
        pair = [[bold_run(label, zh=page.zh), TAB] for label in block.labels[place : place + 2]]
        content = [*pair[0], TAB, *pair[1]] if len(pair) == 2 else pair[0]
        rows.append(paragraph("Signature", *content, properties=stops))
    return join(rows)


def _seal(block: Seal, page: Page) -> Xml:
    return join([_air(16, keep=True), seal(block, page), _air(1)])


def _sign_off(block: SignOff, page: Page) -> Xml:
    """Centre the lines on each other, two characters from the right."""
    points = sign_off_size(page.m)
    wide = max((width_in_ems(text) for text in block.lines), default=0) + 0.5
    left = page.width - twentieths((wide + 2) * points)
    inward = el("ind", left=max(left, 0), right=twentieths(2 * points))
    lines = [paragraph("SignOff", run(text, zh=page.zh), properties=inward) for text in block.lines]
    return join([_air(14, keep=True), *lines])


def _box(block: Box, page: Page) -> Xml:
    return join([_air(12), box(block, page), _air(1)])


def _gap(block: Gap, _page: Page) -> Xml:
    return _air(block.mm * 72 / 25.4)


def _page_break(_block: PageBreak, _page: Page) -> Xml:
    return new_page()


def _ballots(block: BallotSlips, page: Page) -> Xml:
    return join([ballots(block, page), _air(1)])


_WRITERS: dict[type[BlockKind], Callable[[Any, Page], Xml]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Line: _line,
    Labelled: _labelled,
    Table: _table,
    Signatures: _signatures,
    Seal: _seal,
    SignOff: _sign_off,
    Box: _box,
    Gap: _gap,
    PageBreak: _page_break,
    BallotSlips: _ballots,
    VotingPapers: lambda block, page: join([voting_papers(block, page), _air(1)]),
    Cover: cover,
    Contents: contents,
    Banner: banner,
    Blanks: blanks,
    Pictures: pictures,
    Cards: lambda block, page: join([cards(block, page), _air(1)]),
}
