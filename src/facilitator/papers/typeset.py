"""A paper as the plain data that the PDF template reads: words cut where they may break."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import asdict
from datetime import date
from typing import Any

import msgspec
import segno

from facilitator.papers import measures as measured
from facilitator.papers.breaks import Piece, name_pieces, pieces, width
from facilitator.papers.fitting import THEME_LINES, THEME_MOST, banner_size, card_size
from facilitator.papers.measures import Measures, measures, picture_size
from facilitator.papers.model import (
    BallotSlips,
    Banner,
    Blanks,
    Block,
    BlockKind,
    Box,
    Card,
    Cards,
    Cell,
    Contents,
    Cover,
    Face,
    Heading,
    Labelled,
    Line,
    Paper,
    Paragraph,
    Picture,
    Pictures,
    Row,
    RowKind,
    Seal,
    Signatures,
    SignOff,
    Table,
    Text,
    VotingPapers,
)
from facilitator.papers.plain import plain
from facilitator.papers.together import together
from facilitator.papers.typefaces import Typefaces
from facilitator.papers.typeset_voting import voting

_POINTS = 72 / 25.4
_UNDATED = date(1970, 1, 1)
_CLOCK = re.compile("[0-9]{1,2}:[0-9]{2}")


def typeset(paper: Paper, faces: Typefaces) -> dict[str, Any]:
    """Return all that the template is told: words, measures and families, and nothing else."""
    m = measures(paper.layout, paper.lang)
    setter = _Setter(paper.lang, m)
    blocks = [setter.block(block) for block in paper.blocks]
    kept = together(paper.blocks)
    for at, block in enumerate(blocks):
        block["sticky"] = at in kept
        block["after"] = blocks[at - 1]["block"] if at else ""
    return {
        "lang": paper.lang,
        "layout": paper.layout.value,
        "title": plain(paper.title),
        "headline": setter.words(paper.title),
        "subtitle": setter.words(paper.subtitle),
        "mark": setter.words(paper.mark),
        "author": "Facilitator 议事",
        "description": plain(paper.reference) or None,
        "date": _date(paper.date),
        "blocks": blocks,
        "measures": _numbers(m),
        "faces": {
            name: getattr(faces, name) for name in ("body", "song", "hei", "kai", "latin", "mono")
        },
    }


Words = str | tuple[Piece, ...]
"""Words in pieces; as they are when nothing in them is to be kept together."""
Runs = str | list[dict[str, Any]]
"""Text as runs with their faces; its words alone when they are in the face of their place."""


class _Setter:
    """Turns the blocks of one paper into plain data."""

    def __init__(self, lang: str, m: Measures) -> None:
        self._lang = lang
        self._m = m
        self._room = m.width * _POINTS / m.body

    def words(self, text: str, room: float = 0, *, listed: bool = False) -> Words:
        return _told(pieces(plain(text), self._lang, room or self._room, listed=listed))

    def text(self, text: Text, room: float = 0, *, listed: bool = False) -> Runs:
        if len(text) == 1 and text[0].face is Face.BODY:
            words = self.words(text[0].text, room, listed=listed)
            if isinstance(words, str):
                return words
        return [
            {
                "face": run.face.value,
                "pieces": _told(name_pieces(plain(run.text), self._lang, room or self._room))
                if run.face is Face.NAME
                else self.words(run.text, room, listed=listed),
            }
            for run in text
        ]

    def block(self, block: BlockKind) -> dict[str, Any]:
        """Return the block with its tag; every kind that holds words has a method below."""
        tag = str(block.__struct_config__.tag)
        made = {
            Table: self._table,
            BallotSlips: self._ballots,
            VotingPapers: lambda block: voting(block, self._m, self.words),
            Seal: self._seal,
            Cover: self._cover,
            Cards: self._cards,
            Pictures: self._pictures,
        }
        maker = made.get(type(block))
        return {"block": tag, **(maker(block) if maker else self._plain_block(block))}

    def _plain_block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading():
                told = {"text": self.words(block.text), "right": self.words(block.right)}
                told |= {"level": block.level, "indented": block.indented}
                return {**told, "number": plain(block.number), "listed": block.listed}
            case Contents():
                return {"title": self.words(block.title), "depth": block.depth}
            case Blanks():
                told = {"count": block.count, "mm": block.mm, "spare": block.spare}
                return {**told, "text": self.words(block.label), "right": self.words(block.note)}
            case Banner():
                size = banner_size(block.text, self._m.width, block.most, block.lines)
                return {"text": self.words(block.text), "size": size}
            case Paragraph():
                return {**msgspec.structs.asdict(block), "text": self.text(block.text)}
            case Line():
                clock = _CLOCK.fullmatch(block.time) is not None
                told = {"time": self.words(block.time), "text": self.text(block.text)}
                return {**told, "clock": clock, "column": block.column or measured.TIME_COLUMN}
            case Labelled():
                told = self.text(block.text, listed=True)
                return {"label": self.words(block.label), "text": told, "colon": self._colon}
            case Signatures():
                return {"labels": [self.words(label) for label in block.labels]}
            case SignOff():
                return {"lines": [self.words(line) for line in block.lines]}
            case Box():
                rows = [(self.words(label), self.words(told)) for label, told in block.rows]
                return {"rows": rows, "foot": block.foot, "colon": self._colon}
        return msgspec.structs.asdict(block)

    @property
    def _colon(self) -> str:
        return "：" if self._lang == "zh" else ": "

    def _table(self, table: Table) -> dict[str, Any]:
        rooms = [self._cell_room(table, share) for share in table.widths]
        sides = _usual_sides(table)
        rows: list[dict[str, Any]] = []
        for at, row in enumerate(table.rows):
            words = _bare_words(row, sides, rooms) if _is_usual(table, at) else []
            rows.append({"kind": "body", "words": words} if words else self._row(table, row))
        return {
            "widths": table.widths,
            "sides": sides,
            "rows": rows,
            "keep": table.keep,
            "large": table.large,
            "plain": table.plain,
        }

    def _cell_room(self, table: Table, share: float) -> float:
        """Return how many characters a line of a cell holds that takes this share of the width."""
        within = share / sum(table.widths) * self._m.width * _POINTS - 9
        return max(1.0, within) / self._m.table

    def _row(self, table: Table, row: Row) -> dict[str, Any]:
        """Return a row; `tall` ones fill so much of a page that they must be let over its end."""
        at = 0
        cells: list[dict[str, Any]] = []
        lines = 0.0
        for cell in row.cells:
            room = self._cell_room(table, sum(table.widths[at : at + cell.span]))
            at += cell.span
            lines = max(lines, sum(width(run.text) / room for run in cell.text))
            cells.append(self._cell(cell, room))
        tall = lines * self._m.table_pitch > 0.5 * self._m.height * _POINTS
        return {"cells": cells, "kind": row.kind.value, "height": table.row_height, "tall": tall}

    def _cell(self, cell: Cell, room: float) -> dict[str, Any]:
        told: dict[str, Any] = {
            "text": self.text(cell.text, room, listed=cell.align == "left"),
            "align": cell.align,
            "span": cell.span,
            "label": cell.label,
        }
        told |= {"bar": min(cell.bar, 1.0)} if cell.bar else {}
        return {**told, "right": self.text(cell.right, room)} if cell.right else told

    def _seal(self, seal: Seal) -> dict[str, Any]:
        told = {name: self.words(getattr(seal, name)) for name in ("label", "text")}
        return {**told, "head": self.words(seal.head), "qr": plain(seal.qr), "svg": qr_svg(seal.qr)}

    def _cover(self, cover: Cover) -> dict[str, Any]:
        told: dict[str, Any] = {
            name: self.words(getattr(cover, name))
            for name in ("above", "title", "label", "theme", "note")
        }
        told["size"] = banner_size(cover.theme, self._m.width, THEME_MOST, THEME_LINES)
        told["facts"] = [(self.words(number), self.words(what)) for number, what in cover.facts]
        return {**told, "foot": [self.words(line) for line in cover.foot]}

    def _cards(self, cards: Cards) -> dict[str, Any]:
        return {"cards": [self._card(card) for card in cards.cards], "colon": self._colon}

    def _card(self, card: Card) -> dict[str, Any]:
        lines = [(self.words(label), self.words(told)) for label, told in card.lines]
        return {
            "number": plain(card.number),
            "title": self.words(card.title, 8),
            "size": card_size(card.title, self._m.width),
            "right": self.words(card.right, 12),
            "lines": lines,
        }

    def _pictures(self, block: Pictures) -> dict[str, Any]:
        return {
            "columns": block.columns,
            "pictures": [self._picture(one, block) for one in block.pictures],
        }

    def _picture(self, one: Picture, block: Pictures) -> dict[str, Any]:
        wide, high = picture_size(one, block.columns, block.most, self._m.width)
        told = {"svg": picture_svg(one), "wide": wide, "high": high, "alt": plain(one.caption)}
        return {**told, "caption": self.words(one.caption, 16)}

    def _ballots(self, slips: BallotSlips) -> dict[str, Any]:
        told: dict[str, Any] = {"count": slips.count}
        for name in ("stub_title", "number_label", "title", "right", "motion_label", "motion"):
            told[name] = self.words(getattr(slips, name), 20)
        for name in ("stub_lines", "stub_blanks", "choices"):
            told[name] = [self.words(text, 10) for text in getattr(slips, name)]
        return {**told, "help": [self.words(part, 20) for part in slips.help.split("{tick}")]}


def _told(cut: tuple[Piece, ...]) -> Words:
    return cut[0][0] if len(cut) == 1 and cut[0][0] and not cut[0][1] else cut


def _usual_sides(table: Table) -> tuple[str, ...]:
    """Return to which side each column is set: as in the first row with a cell in every column."""
    for row in table.rows:
        if row.kind is RowKind.BODY and len(row.cells) == len(table.widths):
            return tuple(cell.align for cell in row.cells)
    return ("left",) * len(table.widths)


def _is_usual(table: Table, at: int) -> bool:
    """Tell whether a row stands between thin rules and has no size of its own."""
    if table.plain or table.large or table.row_height or not 0 < at < len(table.rows) - 1:
        return False
    heavier = (RowKind.TOTAL, RowKind.RESULT)
    return table.rows[at].kind is RowKind.BODY and table.rows[at + 1].kind not in heavier


def _bare_words(row: Row, sides: tuple[str, ...], rooms: list[float]) -> list[str]:
    """Return the words of a row in which no cell asks for more, and none if one does.

    Every cell stands to its column's side and on one line, so that nothing can break and nothing
    is stretched. A long table is made of such rows, and typst sets them several times as fast.
    """
    words: list[str] = []
    for cell, side, room in zip(row.cells, sides, rooms, strict=False):
        run = cell.text[0] if len(cell.text) == 1 else None
        if run is None or run.face is not Face.BODY or not 0 < len(run.text) < room:
            return []
        if cell.align != side or cell.label or cell.right or cell.bar:
            return []
        words.append(plain(run.text))
    return words if len(row.cells) == len(sides) else []


def qr_svg(text: str) -> str:
    """Return the QR code of `text` as SVG without a margin; empty for an empty text."""
    if not text:
        return ""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False)
    return out.getvalue().decode()


def picture_svg(picture: Picture) -> str:
    """Return a picture as SVG, standing upright; a photo is inside it as it is, to be taken over unchanged.

    Where its bytes are no picture after all the place stays empty, and the paper is made all the same.
    """
    if picture.media == "image/svg+xml":
        return picture.data.decode()
    wide, high = picture.width, picture.height
    shape = (high, wide) if picture.turn in (90, 270) else (wide, high)
    moved = {90: (high, 0), 180: (wide, high), 270: (0, wide)}.get(picture.turn, (0, 0))
    data = base64.b64encode(picture.data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{shape[0]:g}" height="{shape[1]:g}" viewBox="0 0 {shape[0]:g} {shape[1]:g}">'
        f'<g transform="translate({moved[0]:g} {moved[1]:g}) rotate({picture.turn})">'
        f'<image width="{wide:g}" height="{high:g}"'
        f' xlink:href="data:{picture.media};base64,{data}"/></g></svg>'
    )


def _date(text: str) -> dict[str, int]:
    """Return the day for the document's properties: the meeting's own or none, never today's."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = _UNDATED
    return {"year": day.year, "month": day.month, "day": day.day}


def _numbers(m: Measures) -> dict[str, Any]:
    """Return the layout's measures and those that all layouts share, by their names."""
    shared = {name.lower(): value for name, value in vars(measured).items() if name.isupper()}
    own = {name: getattr(m, name) for name in ("width", "height", "page_width", "page_height")}
    return {**shared, **asdict(m), **own}
