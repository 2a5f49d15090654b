"""Ballot papers of a DOCX: five to a page, each with its stub behind a dashed line."""

from __future__ import annotations

from facilitator.papers.docx_page import Page
from facilitator.papers.docx_styles import (
    HEI,
    LEFT,
    SANS,
    XIAOBIAO,
    eighths,
    font,
    pitch,
    rule,
    size,
    text_font,
)
from facilitator.papers.docx_table import cell, frame, line
from facilitator.papers.docx_xml import (
    NOTHING,
    TAB,
    Xml,
    bold_run,
    el,
    join,
    paragraph,
    run,
    tab_stops,
    twentieths,
    twips,
    width_in_ems,
)
from facilitator.papers.measures import BALLOT_BOX, BALLOT_HEIGHT, BALLOT_STUB
from facilitator.papers.model import BallotSlips

_BESIDE = 7.0
"""Between the dashed line and the ballot, in mm."""
_STUB = 11.0
_CHOICE = 16.0
_A_LINE = 3
"""Choices side by side; a fourth starts a second line."""


def ballots(block: BallotSlips, page: Page) -> Xml:
    """Return all slips as one table: a row is a slip, and no slip is split over pages."""
    stub = twips(BALLOT_STUB)
    widths = [stub, page.width - stub]
    dash = {"weight": 0.5, "kind": "dashed", "color": "555555"}
    borders = join([rule("insideH", **dash), rule("insideV", **dash)])
    ballot = _ballot(block, page, widths[1])
    rows = []
    for number in range(1, block.count + 1):
        left = cell(stub, *_stub(block, page, number), properties=_margins(right=5.0))
        right = cell(widths[1], ballot, properties=_margins(left=_BESIDE))
        rows.append(line([left, right], height=BALLOT_HEIGHT))
    return frame(widths, rows, borders=borders)


def _margins(left: float = 0, right: float = 0) -> Xml:
    sides = (("left", left), ("right", right))
    return el("tcMar", *(el(side, w=twips(mm), type="dxa") for side, mm in sides))


def _stub(block: BallotSlips, page: Page, number: int) -> list[Xml]:
    edge = twips(BALLOT_STUB - 5)
    look = join([text_font(12), size(_STUB)])
    top = join([tab_stops(("right", edge)), pitch(18), LEFT])
    count = run(f"{block.number_label} {number}", size(12))
    lines = [
        paragraph("Normal", bold_run(block.stub_title, zh=page.zh), TAB, count, properties=top)
    ]
    flat = join([pitch(17), LEFT])
    lines += [
        paragraph("Normal", run(text, look, zh=page.zh), properties=flat)
        for text in block.stub_lines
    ]
    blank = join([tab_stops(("ruled", edge)), pitch(15, 11), LEFT])
    lines += [
        paragraph("Normal", run(f"{text} ", look, zh=page.zh), TAB, properties=blank)
        for text in block.stub_blanks
    ]
    return lines


def _ballot(block: BallotSlips, page: Page, width: int) -> Xml:
    """Return the ballot itself; every one is the same, to the last byte."""
    room = width - twips(_BESIDE)
    m = page.m
    title = run(block.title, join([font(XIAOBIAO), el("b"), size(m.title)]), zh=page.zh)
    right = run(block.right, join([text_font(12), size(_STUB)]), zh=page.zh)
    top = join([tab_stops(("right", room)), pitch(22), LEFT])
    hang = twentieths((width_in_ems(block.motion_label) + 1) * m.body)
    hung = join([tab_stops(("left", hang)), pitch(m.pitch, 2), el("ind", left=hang, hanging=hang)])
    label, motion = bold_run(block.motion_label, zh=page.zh), run(block.motion, zh=page.zh)
    return join(
        [
            paragraph("Normal", title, TAB, right, properties=top),
            paragraph("Normal", label, TAB, motion, properties=join([hung, LEFT])),
            paragraph("Gap", properties=pitch(7)),
            _choices(block, page, room),
            paragraph(
                "Small", *_help(block, page), properties=join([pitch(m.small_pitch, 4), LEFT])
            ),
        ]
    )


def _choices(block: BallotSlips, page: Page, room: int) -> Xml:
    square = twips(BALLOT_BOX)
    part = room // _A_LINE
    widths = [square, part - square] * _A_LINE
    sides = (rule(side, 1.2) for side in ("top", "left", "bottom", "right"))
    framed = el("tcBorders", *sides)
    shape = join([pitch(_CHOICE * 1.3), el("ind", left=100), LEFT])
    look = join([font(HEI, SANS), NOTHING if page.zh else el("b"), size(_CHOICE)])
    rows: list[Xml] = []
    for start in range(0, len(block.choices), _A_LINE):
        cells: list[Xml] = []
        for choice in block.choices[start : start + _A_LINE]:
            name = paragraph("Normal", run(choice, look, zh=page.zh), properties=shape)
            cells += cell(square, paragraph("Gap"), properties=framed), cell(widths[1], name)
        missing = len(widths) - len(cells)
        if missing:
            cells.append(cell(sum(widths[-missing:]), paragraph("Gap"), span=missing))
        if rows:
            air = cell(sum(widths), paragraph("Gap", properties=pitch(6)), span=len(widths))
            rows.append(line([air]))
        rows.append(line(cells, height=BALLOT_BOX, exact=True))
    return frame(widths, rows)


def _help(block: BallotSlips, page: Page) -> list[Xml]:
    """Return the help; `{tick}` in it becomes a ticked box, and nothing else is a mark."""
    box = el("bdr", val="single", sz=eighths(0.75), space=0, color="auto")
    before, *after = block.help.split("{tick}", 1)
    pieces = [run(before, zh=page.zh)]
    for rest in after:
        pieces += run(" √ ", box, zh=page.zh), run(rest, zh=page.zh)
    return pieces
