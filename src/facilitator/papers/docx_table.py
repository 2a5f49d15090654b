"""Tables of a DOCX: vote blocks and rosters, the seal, and the box at the foot."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import segno
from docx.shared import Mm

from facilitator.papers.docx_page import Page
from facilitator.papers.docx_styles import CENTRE, LEFT, pitch, rule
from facilitator.papers.docx_xml import (
    NOTHING,
    TAB,
    Xml,
    bold_run,
    el,
    join,
    paragraph,
    run,
    runs,
    tab_stops,
    twentieths,
    twips,
    width_in_ems,
)
from facilitator.papers.measures import (
    BAR_INK,
    GREY_GROUND,
    QR_SIZE,
    RULE_INNER,
    RULE_OUTER,
    RULE_STRONG,
)
from facilitator.papers.model import Box, Cell, Row, RowKind, Seal, Table
from facilitator.papers.plain import plain

_SIDE = 100
"""Between a rule and the text beside it, in twentieths of a point."""
_KEEP_NEXT = el("keepNext")
_STRONG = el("tcBorders", rule("top", RULE_STRONG))
_GREY = el("shd", val="clear", color="auto", fill=GREY_GROUND)
_STYLES = {
    RowKind.HEAD: "TableLabel",
    RowKind.MOTION: "TableMotion",
    RowKind.RESULT: "TableResult",
}


def frame(
    widths: Sequence[int],
    rows: Iterable[Xml],
    *,
    style: str = "",
    place: Xml = NOTHING,
    borders: Xml = NOTHING,
    inset: int | None = None,
) -> Xml:
    """Return a table of fixed columns, in twentieths of a point, around finished rows.

    Without a `style` it has no rules but `borders` and no space around its texts but `inset`.
    """
    margins = NOTHING
    if not style:
        sides = (("top", inset or 0), ("left", 0), ("bottom", inset or 0), ("right", 0))
        margins = el("tblCellMar", *(el(side, w=width, type="dxa") for side, width in sides))
    properties = el(
        "tblPr",
        el("tblStyle", val=style) if style else NOTHING,
        place,
        el("tblW", w=sum(widths), type="dxa"),
        el("tblBorders", borders) if borders else NOTHING,
        el("tblLayout", type="fixed"),
        margins,
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    return el("tbl", properties, grid, *rows)


def cell(width: int, *content: Xml, properties: Xml = NOTHING, span: int = 1) -> Xml:
    """Return a cell; `properties` are its rules and ground, in the order of the standard."""
    wide = el("gridSpan", val=span) if span > 1 else NOTHING
    middle = el("vAlign", val="center")
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa"), wide, properties, middle), *content)


def line(
    cells: Iterable[Xml], *, height: float = 0, head: bool = False, exact: bool = False
) -> Xml:
    """Return a row that is never split over pages; `height` in mm, `head` rows are repeated."""
    least = NOTHING
    if height:
        least = el("trHeight", val=twips(height), hRule="exact" if exact else "atLeast")
    repeated = el("tblHeader") if head else NOTHING
    return el("tr", el("trPr", el("cantSplit"), least, repeated), *cells)


def columns(widths: Sequence[float], room: int) -> list[int]:
    """Share `room` out in the ratio of `widths`, to the last twentieth of a point."""
    whole, places, before = sum(widths), [], 0
    for number in range(1, len(widths) + 1):
        upto = round(room * sum(widths[:number]) / whole)
        places.append(upto - before)
        before = upto
    return places


def table(block: Table, page: Page) -> Xml:
    """Return a table with its rules, heads and keeps."""
    widths = columns(block.widths, page.width)
    heads = _leading_heads(block.rows)
    rows = [
        _row(row, block, page, widths, kept=_kept(block, number), head=number < heads)
        for number, row in enumerate(block.rows)
    ]
    return frame(widths, rows, style="" if block.plain else "PaperTable")


def _leading_heads(rows: Sequence[Row]) -> int:
    """Count the head rows at the top: Word repeats only those."""
    count = 0
    while count < len(rows) and rows[count].kind is RowKind.HEAD:
        count += 1
    return count if count < len(rows) else 0


def _kept(block: Table, number: int) -> bool:
    """Tell whether a row has to stand on the same page as the one below it."""
    if number == len(block.rows) - 1:
        return False
    leads = block.rows[number].kind in (RowKind.HEAD, RowKind.GROUP)
    closes = block.rows[number + 1].kind in (RowKind.TOTAL, RowKind.RESULT)
    return block.keep or leads or closes


def _row(
    row: Row, block: Table, page: Page, widths: Sequence[int], *, kept: bool, head: bool
) -> Xml:
    cells, column = [], 0
    for given in row.cells:
        width = sum(widths[column : column + given.span])
        column += given.span
        text = _text(given, row, block, page, width, kept=kept)
        if given.bar:
            text = join([text, _bar(given.bar, width, kept=kept)])
        cells.append(cell(width, text, properties=_look(row.kind), span=given.span))
    height = block.row_height if row.kind is RowKind.BODY else 0
    return line(cells, height=height, head=head)


def _bar(share: float, width: int, *, kept: bool) -> Xml:
    """A line of grey ground as long as the number is large, below it."""
    room = width - 2 * _SIDE
    ground = el("shd", val="clear", color="auto", fill=BAR_INK)
    edge = el("ind", left=0, right=max(0, round(room * (1 - share))))
    shape = [_KEEP_NEXT if kept else NOTHING, ground, pitch(4, 1), edge]
    return paragraph("Gap", properties=join(shape))


def _look(kind: RowKind) -> Xml:
    if kind in (RowKind.TOTAL, RowKind.RESULT):
        return _STRONG
    return _GREY if kind is RowKind.GROUP else NOTHING


def _text(given: Cell, row: Row, block: Table, page: Page, width: int, *, kept: bool) -> Xml:
    """Return the paragraph in a cell; its right part stands at a tab stop by the cell's edge."""
    style = _style_of(given, row.kind, block)
    centred = given.align == "center" or row.kind is RowKind.HEAD or given.label
    bold = style in ("TableLabel", "TableResult") or row.kind is RowKind.GROUP
    total = row.kind is RowKind.TOTAL and (centred or given is row.cells[0])
    bold = bold or given.label or total
    align = {"right": el("jc", val="right")}.get(given.align, CENTRE if centred else NOTHING)
    content = runs(given.text, zh=page.zh, bold=bold)
    stops = NOTHING
    if given.right:
        stops = tab_stops(("right", width - 2 * _SIDE))
        content = join([content, TAB, runs(given.right, zh=page.zh)])
        align = NOTHING
    if block.plain:
        align = LEFT
    shape = join([_KEEP_NEXT if kept else NOTHING, stops, align])
    return paragraph(style, content, properties=shape)


def _style_of(given: Cell, kind: RowKind, block: Table) -> str:
    if block.plain:
        return "Labelled"
    if block.large and kind is RowKind.BODY and given.span == 1:
        return "TableLarge"
    return "TableLabel" if given.label else _STYLES.get(kind, "TableText")


def seal(block: Seal, page: Page) -> Xml:
    """Return the record's head between two rules, the code of all of it at the right."""
    code = twips(QR_SIZE)
    widths = [page.width - code - 2 * _SIDE, code + 2 * _SIDE]
    flat = "TableText"
    head = [bold_run(block.label, zh=page.zh), run("　" if page.zh else "  ")]
    first = paragraph(flat, *head, run(block.head, el("rStyle", val="MonoFace"), zh=False))
    second = paragraph(flat, run(block.text, zh=page.zh), properties=el("jc", val="both"))
    picture = paragraph(flat, _picture(block, page), properties=_in_line_with_picture())
    cells = [cell(widths[0], first, second), cell(widths[1], picture)]
    borders = join([rule("top", RULE_OUTER), rule("bottom", RULE_INNER)])
    return frame(widths, [line(cells)], borders=borders, inset=twentieths(4))


def _in_line_with_picture() -> Xml:
    """A picture in a line of exact height would be cut off: its line is as high as it is."""
    return join([el("spacing", line=240, lineRule="auto"), el("jc", val="right")])


def _picture(block: Seal, page: Page) -> Xml:
    drawn = io.BytesIO()
    segno.make(block.qr, error="m", micro=False).save(drawn, kind="png", scale=8, border=0)
    drawn.seek(0)
    inline = page.document.part.new_pic_inline(drawn, Mm(QR_SIZE), Mm(QR_SIZE))
    inline.docPr.set("descr", plain(f"{block.label} {block.qr}"))
    return el("r", el("drawing", Xml(inline.xml)))


def box(block: Box, page: Page) -> Xml:
    """Return labels and texts between two rules; at the foot of the page when the block says so.

    It is a frame of paragraphs: Word and LibreOffice both put a frame at the foot of the margins,
    whereas LibreOffice leaves a floating table where it is.
    """
    hang = twentieths((max(width_in_ems(label) for label, _ in block.rows) + 2) * page.m.small)
    foot = {"vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    framed = el("framePr", w=page.width, hSpace=0, wrap="around", **foot) if block.foot else NOTHING
    rules = el("pBdr", *(rule(side, RULE_OUTER, space=8) for side in ("top", "bottom")))
    edges = join([tab_stops(("left", hang)), el("ind", left=hang, hanging=hang), LEFT])
    shape = join([_KEEP_NEXT, framed, rules, edges])
    return join(
        paragraph(
            "Small",
            bold_run(label, zh=page.zh),
            run(page.colon),
            TAB,
            run(text, zh=page.zh),
            properties=shape,
        )
        for label, text in block.rows
    )
