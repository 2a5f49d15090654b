"""Ballot papers with a list of projects in a DOCX: two A5 papers on a sheet, each below its stub."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.papers.docx_page import Page
from facilitator.papers.docx_styles import (
    HEI,
    LEFT,
    SONG,
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
    twips,
)
from facilitator.papers.measures import RULE_INNER, RULE_OUTER, VOTING_GUTTER, VOTING_STUB
from facilitator.papers.model import Project, Voters, VotingPapers
from facilitator.papers.voting import (
    AIR,
    LINE,
    PLACE,
    Fit,
    columns,
    fit,
    half_width,
    numbered,
    on_one_line,
)

_SMALL = 10.5
_SPARE = 3.0
"""What a sheet leaves free, in mm: Word needs room for what follows a table."""
_DASH = {"weight": 0.5, "kind": "dashed", "color": "555555"}
_RIGHT = el("jc", val="right")
_CENTRE = el("jc", val="center")
_OPEN = el("tcBorders")


def voting_papers(block: VotingPapers, page: Page) -> Xml:
    """Return a table for each sheet: the stubs in its first row, the ballots in its second."""
    writer = _Writer(block, page)
    sheets = list(writer.sheets())
    between = paragraph("Gap", properties=el("pageBreakBefore"))
    return join(
        part for at, sheet in enumerate(sheets) for part in ((between, sheet) if at else (sheet,))
    )


class _Writer:
    """Writes the halves of one block: every ballot of a kind is the same, to the last byte."""

    def __init__(self, block: VotingPapers, page: Page) -> None:
        self.block, self.page, self.m = block, page, page.m
        self.width = twips(half_width(page.m))

    def sheets(self) -> Iterator[Xml]:
        """The sheets in their order; a list over several halves has sheets of its own, which nobody cuts."""
        single: list[tuple[Xml, Xml]] = []
        for one, first in numbered(self.block):
            found = fit(self.block, one.projects, self.m)
            ballots = [self._ballot(one, found, at) for at in range(len(found.halves))]
            for number in range(first, first + one.count):
                tops = [self._top(one, number, at, len(ballots)) for at in range(len(ballots))]
                halves = list(zip(tops, ballots, strict=True))
                if len(halves) == 1:
                    single += halves
                    continue
                yield from (
                    self._sheet(halves[at : at + 2], cut=False) for at in range(0, len(halves), 2)
                )
        yield from (self._sheet(single[at : at + 2], cut=True) for at in range(0, len(single), 2))

    def _sheet(self, halves: Sequence[tuple[Xml, Xml]], *, cut: bool) -> Xml:
        gutter = twips(VOTING_GUTTER / 2)
        widths = [self.width, gutter, gutter, self.width]
        empty = paragraph("Gap")
        pairs = [*halves, (empty, empty)][:2]
        stub = el("tcBorders", rule("bottom", **_DASH))
        heights = (VOTING_STUB, self.m.height - VOTING_STUB - _SPARE)
        rows: list[Xml] = []
        for row, height in enumerate(heights):
            sides = [rule("bottom", **_DASH)] if row == 0 else []
            middle = el("tcBorders", *sides, *([rule("right", **_DASH)] if cut else []))
            edge = stub if row == 0 else NOTHING
            cells = [
                _cell(widths[0], pairs[0][row], edge),
                _cell(gutter, empty, middle),
                _cell(gutter, empty, edge),
                _cell(widths[3], pairs[1][row], edge),
            ]
            rows.append(line(cells, height=height, exact=True))
        return frame(widths, rows)

    def _top(self, one: Voters, number: int, at: int, of: int) -> Xml:
        block, zh = self.block, self.page.zh
        look = join([text_font(12), size(_SMALL)])
        ends = join([tab_stops(("right", self.width)), pitch(18), LEFT])
        if at:
            told = block.sheet.replace("{n}", str(at + 1)).replace("{of}", str(of))
            name = bold_run(f"{one.sign} {one.chamber}".strip(), zh=zh)
            return paragraph("Normal", name, TAB, run(told, look, zh=zh), properties=ends)
        count = run(f"{block.number_label} {number}", size(12))
        between = "　" if zh else " · "
        lines = between.join(part for part in (one.chamber, *block.stub_lines, *one.stub) if part)
        share = self.width // max(1, len(block.stub_blanks))
        stops = [
            stop
            for place in range(len(block.stub_blanks))
            for stop in (("left", place * share), ("ruled", (place + 1) * share - 140))
        ][1:]
        blanks: list[Xml] = []
        for place, label in enumerate(block.stub_blanks):
            blanks += [TAB] if place else []
            blanks += [run(f"{label} ", look, zh=zh), TAB]
        return join(
            [
                paragraph("Normal", bold_run(block.stub_title, zh=zh), TAB, count, properties=ends),
                paragraph("Normal", run(lines, look, zh=zh), properties=join([pitch(15), LEFT])),
                paragraph(
                    "Normal", *blanks, properties=join([tab_stops(*stops), pitch(15, 8), LEFT])
                ),
            ]
        )

    def _ballot(self, one: Voters, found: Fit, at: int) -> Xml:
        parts = [*self._head(one)] if not at else [paragraph("Gap", properties=pitch(9))]
        parts.append(self._projects(found, at))
        last = at + 1 == len(found.halves)
        if last and self.block.foot:
            foot = bold_run(self.block.foot, zh=self.page.zh)
            parts.append(paragraph("Normal", foot, properties=join([pitch(self.m.pitch, 8), LEFT])))
        return join([*parts, paragraph("Gap")])

    def _head(self, one: Voters) -> Iterator[Xml]:
        block, m, zh = self.block, self.m, self.page.zh
        title = run(block.title, join([font(XIAOBIAO), el("b"), size(m.title)]), zh=zh)
        small = join([font(SONG), size(m.small)])
        yield paragraph("Normal", title, properties=join([pitch(m.title * 1.3, 8), LEFT]))
        told = run(block.right, small, zh=zh)
        yield paragraph("Normal", told, properties=join([pitch(m.small_pitch, 2, 6), LEFT]))
        if one.chamber:
            yield self._band(one)
        properties = join([pitch(m.small_pitch, 5, 5), LEFT])
        yield paragraph("Normal", *self._help(small), properties=properties)

    def _band(self, one: Voters) -> Xml:
        signs = " ".join([one.sign] * 3) if one.sign else ""
        edge = self.width - 160
        sides = el(
            "pBdr", *(rule(side, 1.0, space=3) for side in ("top", "left", "bottom", "right"))
        )
        stops = tab_stops(("center", self.width // 2), ("right", edge))
        look = join([font(HEI), size(14)])
        inward = el("ind", left=80, right=80)
        return paragraph(
            "Normal",
            run(signs, look),
            TAB,
            run(one.chamber, look, zh=self.page.zh),
            TAB,
            run(signs, look),
            properties=join([sides, stops, pitch(19), inward, LEFT]),
        )

    def _help(self, look: Xml) -> list[Xml]:
        box = el("bdr", val="single", sz=eighths(0.75), space=0, color="auto")
        before, *after = self.block.help.split("{tick}")
        pieces = [run(before, look, zh=self.page.zh)]
        for rest in after:
            ticked = run(" √ ", join([font(SONG), size(self.m.small), box]), zh=self.page.zh)
            pieces += ticked, run(rest, look, zh=self.page.zh)
        return pieces

    def _projects(self, found: Fit, at: int) -> Xml:
        widths = [twips(mm) for mm in columns(self.block, found.size, self.m)]
        head = size(found.size * 0.84)
        shape = pitch(found.size * LINE, 1, 1)
        sides = (_CENTRE, LEFT, _RIGHT, _CENTRE)
        cells = [
            cell(
                wide,
                paragraph(
                    "Normal",
                    run(text, join([font(HEI), el("b"), head])),
                    properties=join([shape, side]),
                ),
            )
            for wide, text, side in zip(widths, self.block.heads, sides, strict=True)
        ]
        rows = [line(cells, head=True)]
        rows += [self._project(one, found.size, widths) for one in found.halves[at]]
        borders = [rule("top", RULE_OUTER), rule("bottom", RULE_INNER), rule("insideH", RULE_INNER)]
        return frame(widths, rows, borders=join(borders))

    def _project(self, one: Project, points: float, widths: Sequence[int]) -> Xml:
        zh = self.page.zh
        shape = pitch(points * LINE, points * AIR, points * AIR)
        strike = el("strike") if one.struck else NOTHING
        title_look = join([font(SONG if one.struck else HEI), strike, size(points)])
        plain_look = join([font(SONG), strike, size(points)])
        between = "　" if on_one_line(self.block, one, points, self.m) else "\n"
        place = run(f"{between}{one.place}", join([font(SONG), size(points * PLACE)]), zh=zh)
        title = [run(one.title, title_look, zh=zh), place if one.place else NOTHING]
        note = run(one.note, join([font(SONG), size(points * PLACE)]), zh=zh)
        answer = note if one.struck else self._box(points)
        texts = (
            [run(one.number, size(points))],
            title,
            [run(one.sum, plain_look, zh=zh)],
            [answer],
        )
        sides = (_CENTRE, LEFT, _RIGHT, _CENTRE)
        cells = [
            cell(wide, paragraph("Normal", *text, properties=join([shape, side])))
            for wide, text, side in zip(widths, texts, sides, strict=True)
        ]
        return line(cells)

    def _box(self, points: float) -> Xml:
        """A box as letters with a frame round them: it stays in its line in every program."""
        box = el("bdr", val="single", sz=eighths(1.0), space=0, color="auto")
        blank = "\u2003" * (3 if self.block.written else 1)
        return run(blank, join([font(SONG), size(points), box]))


def _cell(width: int, content: Xml, properties: Xml) -> Xml:
    """A cell whose content begins at its top."""
    return el(
        "tc",
        el("tcPr", el("tcW", w=width, type="dxa"), properties, el("vAlign", val="top")),
        content,
    )
