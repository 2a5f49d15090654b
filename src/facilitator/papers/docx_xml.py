"""The smallest pieces of a DOCX: elements as text, runs and paragraphs.

Elements are put together as strings and parsed once at the end, faster than growing a tree.
All text goes through `xml_text`, the one place where text becomes XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import NewType

from facilitator.papers.model import Face, Run, Text
from facilitator.papers.plain import plain

Xml = NewType("Xml", str)
"""A piece of WordprocessingML, well formed by construction."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

NOTHING = Xml("")
TAB = Xml("<w:r><w:tab/></w:r>")

# What a bold hand sets in the Latin font.
_FIGURES = re.compile(r"[!-~\u00a1-\u024f\u2200-\u22ff](?:[ -~\u00a1-\u024f\u2200-\u22ff]*[!-~])?")
# Half-width in a Latin font and full-width in a Chinese one: the run has to say which it means.
_EITHER_WIDTH = re.compile("[·—‘’“”…]")
_HINT = Xml('<w:rFonts w:hint="eastAsia"/>')
_STYLES = {Face.BOLD: "BoldFace", Face.NAME: "NameFace", Face.MONO: "MonoFace"}


def xml_text(text: str) -> Xml:
    """Return `text` as XML character data, fit for attributes too."""
    return Xml(escape(plain(text)))


_attribute = lru_cache(maxsize=512)(xml_text)  # the same few hundred, thousands of times


def el(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """Return one element of the `w:` namespace; so are its attributes."""
    given = ""
    for name, value in attributes.items():
        given += f' w:{name}="{value if isinstance(value, int) else _attribute(value)}"'
    inner = "".join(children)
    return Xml(f"<w:{tag}{given}>{inner}</w:{tag}>" if inner else f"<w:{tag}{given}/>")


def join(pieces: Iterable[Xml]) -> Xml:
    """Return the pieces one after another."""
    return Xml("".join(pieces))


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def twentieths(points: float) -> int:
    """Return points in twentieths of a point."""
    return round(points * 20)


def run(text: str, properties: Xml = NOTHING, *, zh: bool = True) -> Xml:
    """Return a run; line ends become line breaks and tabs spaces, so that no text moves a column."""
    if not text:
        return NOTHING
    if zh and _EITHER_WIDTH.search(text):
        style, rest = _split_style(properties)
        properties = Xml(f"{style}{_HINT}{rest}")
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(
        xml_text(line) for line in plain(text).replace("\t", " ").split("\n")
    )
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return Xml(f'<w:r>{head}<w:t xml:space="preserve">{lines}</w:t></w:r>')


def _split_style(properties: Xml) -> tuple[str, str]:
    """Split off a leading `w:rStyle`: the order of the properties is fixed."""
    found = re.match(r"<w:rStyle [^>]*/>", properties)
    return (found[0], properties[found.end() :]) if found else ("", properties)


def runs(text: Text, *, zh: bool = True, bold: bool = False) -> Xml:
    """Return a line of text in its hands; with `bold` everything in the body's hand is 黑体."""
    pieces: list[Xml] = []
    for before, piece in zip((None, *text), text, strict=False):
        if before and before.face is Face.STRUCK and piece.face is Face.BOLD:
            pieces.append(run("\u00a0"))  # the new value stands beside the old one, not against it
        pieces.append(_in_hand(piece, zh=zh, bold=bold))
    return join(pieces)


def _in_hand(piece: Run, *, zh: bool, bold: bool) -> Xml:
    if piece.face is Face.STRUCK:
        return _struck(piece.text, zh=zh)
    if piece.face is Face.BOXED:
        return _boxed(piece.text, zh=zh)
    if piece.face is Face.BOLD or (bold and piece.face is Face.BODY):
        return bold_run(piece.text, zh=zh)
    style = _STYLES.get(piece.face)
    return run(piece.text, el("rStyle", val=style) if style else NOTHING, zh=zh)


def bold_run(text: str, *, zh: bool = True) -> Xml:
    """Return 黑体 for Chinese and a bold Latin for the rest: 黑体 set bold would be smeared."""
    pieces: list[Xml] = []
    chinese, figures = el("rStyle", val="BoldFace"), el("rStyle", val="BoldFigures")
    end = 0
    for found in _FIGURES.finditer(text):
        pieces += run(text[end : found.start()], chinese, zh=zh), run(found[0], figures, zh=zh)
        end = found.end()
    return join([*pieces, run(text[end:], chinese, zh=zh)])


def _struck(text: str, *, zh: bool) -> Xml:
    """Return a replaced value; narrow spaces let the line stand out on either side."""
    style = el("rStyle", val="StruckFace")
    edge = run("\u00a0", join([style, el("w", val=67)]))
    return join([edge, run(text, style, zh=zh), edge])


def _boxed(text: str, *, zh: bool) -> Xml:
    """Return words in a thin box that touches neither them nor what follows."""
    style = el("rStyle", val="BoxedFace")
    edge = run("\u00a0", join([style, el("w", val=67)]))
    return join([edge, run(text, style, zh=zh), edge, run(" ")])


def paragraph(style: str, *content: Xml, properties: Xml = NOTHING) -> Xml:
    """Return a paragraph in a style; `properties` follow in the order of the standard."""
    head = el("pPr", el("pStyle", val=style), properties)
    return Xml(f"<w:p>{head}{''.join(content)}</w:p>")


def tab_stops(*stops: tuple[str, int]) -> Xml:
    """Return tab stops: kind and place in twentieths of a point.

    A line leads to a `ruled` one, dots to a `dotted` one.
    """
    return el("tabs", *(_stop(kind, place) for kind, place in stops))


def _stop(kind: str, place: int) -> Xml:
    leaders = {"ruled": "underscore", "dotted": "dot"}
    if kind in leaders:
        return el("tab", val="right", leader=leaders[kind], pos=place)
    return el("tab", val=kind, pos=place)


def width_in_ems(text: str) -> float:
    """Return about how wide `text` is, in characters: Chinese 1, capitals and digits narrower."""
    return sum(1.0 if ord(c) > 0x2E7F else 0.62 if c.isupper() else 0.52 for c in text)
