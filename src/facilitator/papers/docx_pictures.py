"""Pictures of a DOCX: side by side in a table without rules, each with its caption below it."""

from __future__ import annotations

import io

from docx.shared import Mm

from facilitator.papers.docx_page import Page
from facilitator.papers.docx_styles import LEFT, pitch
from facilitator.papers.docx_table import cell, columns, frame, line
from facilitator.papers.docx_xml import Xml, el, join, paragraph, run, twentieths
from facilitator.papers.measures import PICTURE_GAP, picture_size
from facilitator.papers.model import Picture, Pictures
from facilitator.papers.plain import plain
from facilitator.papers.typeset import picture_svg

_FINE = 200.0
"""Pixels an inch of what has to be drawn."""


def pictures(block: Pictures, page: Page) -> Xml:
    """Return a row of the table for every row of pictures."""
    widths = columns([1.0] * block.columns, page.width)
    rows: list[Xml] = []
    for at in range(0, len(block.pictures), block.columns):
        shown = [_shown(one, block, page) for one in block.pictures[at : at + block.columns]]
        shown += [[paragraph("TableText")]] * (block.columns - len(shown))
        rows.append(line(_top(cell(wide, *own)) for wide, own in zip(widths, shown, strict=True)))
    return join([frame(widths, rows, inset=twentieths(4)), paragraph("Gap", properties=pitch(4))])


def _top(made: Xml) -> Xml:
    """The cell with what is in it at its top, not in its middle."""
    return Xml(made.replace(el("vAlign", val="center"), el("vAlign", val="top"), 1))


def _shown(one: Picture, block: Pictures, page: Page) -> list[Xml]:
    """The picture in a line as high as it is, and its caption."""
    wide, high = picture_size(one, block.columns, block.most, page.m.width - PICTURE_GAP / 2)
    content = io.BytesIO(one.data)
    if one.turn or one.media == "image/svg+xml":
        from facilitator.papers.pdf import drawn

        content = io.BytesIO(drawn(picture_svg(one), wide, high, _FINE))
    inline = page.document.part.new_pic_inline(content, Mm(wide), Mm(high))
    for side in ("distT", "distB", "distL", "distR"):  # what is not said is an eighth of an inch
        inline.set(side, "0")
    inline.docPr.set("descr", plain(one.caption))
    kept = join([el("keepNext"), el("spacing", line=240, lineRule="auto"), LEFT])
    drawing = el("r", el("drawing", Xml(inline.xml)))
    told = paragraph("TableText", run(one.caption, zh=page.zh), properties=LEFT)
    return [paragraph("TableText", drawing, properties=kept), told]
