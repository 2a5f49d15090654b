"""What a book and the sheets of a forum have besides, in a DOCX: cover, contents, large words, lines, cards."""

from __future__ import annotations

from facilitator.papers.contents import anchor
from facilitator.papers.docx_page import Page
from facilitator.papers.docx_styles import (
    CENTRE,
    HEI,
    KAI,
    LEFT,
    SANS,
    SONG,
    XIAOBIAO,
    font,
    pitch,
    rule,
    size,
)
from facilitator.papers.docx_table import cell, columns, frame, line
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
    xml_text,
)
from facilitator.papers.fitting import THEME_LINES, THEME_MOST, banner_size, card_size
from facilitator.papers.measures import CARD_HEIGHT, RULE_INNER, RULE_OUTER
from facilitator.papers.model import Banner, Blanks, Card, Cards, Contents, Cover, Heading

_SPARE = 1.0
"""What a sheet of cards leaves free, in mm: Word needs room for what follows a table."""
_FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def cover(block: Cover, page: Page) -> Xml:
    """Return the cover as a page of its own; heights stand for what other writers stretch."""
    theme = banner_size(block.theme, page.m.width, THEME_MOST, THEME_LINES)
    lines = [
        _centred(page, block.above, join([font(KAI), size(16)]), 30, above=120),
        paragraph("Title", run(block.title, zh=page.zh)),
        _short_rule(page),
        _centred(page, block.label, join([font(KAI), size(14)]), 26),
        _centred(page, block.theme, join([font(HEI, SANS), size(theme)]), theme * 1.4),
        paragraph("Gap", properties=pitch(70)),
        _facts(block, page),
        _centred(page, block.note, join([font(KAI), size(page.m.small)]), 22),
        paragraph("Gap", properties=pitch(54)),
    ]
    lines += [_centred(page, told, join([font(KAI), size(14)]), 26) for told in block.foot]
    return join([*lines, new_page()])


def new_page() -> Xml:
    """Let a line of no height start a page: a break of its own would leave an empty line."""
    return paragraph("Gap", properties=el("pageBreakBefore"))


def _centred(page: Page, text: str, look: Xml, height: float, above: float = 0) -> Xml:
    shape = join([pitch(height, above), CENTRE])
    return paragraph("Normal", run(text, look, zh=page.zh), properties=shape)


def _short_rule(page: Page) -> Xml:
    side = round(page.width * 0.39)
    edge = el("pBdr", rule("bottom", RULE_OUTER))
    return paragraph(
        "Gap", properties=join([edge, pitch(22, 0, 18), el("ind", left=side, right=side)])
    )


def _facts(block: Cover, page: Page) -> Xml:
    """Numbers side by side with what they count below."""
    widths = columns([1.0] * len(block.facts), page.width)
    cells = [
        cell(
            wide,
            _centred(page, number, join([font(SONG), size(20)]), 28),
            _centred(page, what, join([font(KAI), size(12.5)]), 20),
        )
        for wide, (number, what) in zip(widths, block.facts, strict=True)
    ]
    outer = [rule("top", RULE_OUTER), rule("bottom", RULE_OUTER)]
    borders = join([*outer, rule("insideV", RULE_INNER)])
    return frame(widths, [line(cells)], borders=borders, inset=twentieths(5))


def contents(block: Contents, page: Page) -> Xml:
    """Return the list as a field: Word brings it up to date when told to; until then pages are the PDF's."""
    look = join(
        [font(XIAOBIAO), el("b"), size(page.m.heads[0] if page.m.heads else page.m.heading)]
    )
    title = _centred(page, block.title, look, 36, above=0)
    shown = [_entry(head, number, page) for number, head in enumerate(page.heads)]
    if not shown:
        return join([title, new_page()])
    begin = join([_mark("begin"), _instruction(_FIELD), _mark("separate")])
    first = Xml(shown[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1))
    end = paragraph("Gap", _mark("end"))
    return join([title, first, *shown[1:], end, new_page()])


def _entry(head: Heading, number: int, page: Page) -> Xml:
    """A head with its page at the right edge; both lead to it."""
    name = anchor(page.heads, head)
    words = [run(head.number, zh=page.zh), TAB] if head.number else []
    words.append(run(head.text, zh=page.zh))
    words.append(TAB)
    if number < len(page.pages):
        words += [
            _mark("begin"),
            _instruction(f" PAGEREF {name} \\h "),
            _mark("separate"),
            run(str(page.pages[number])),
            _mark("end"),
        ]
    link = el("hyperlink", *words, anchor=name, history=1)
    stops = tab_stops(*((("left", twips(16)),) if head.number else ()), ("dotted", page.width))
    return paragraph(f"TOC{min(head.level, 2)}", link, properties=stops)


def _instruction(text: str) -> Xml:
    return el("r", Xml(f'<w:instrText xml:space="preserve">{xml_text(text)}</w:instrText>'))


def _mark(kind: str) -> Xml:
    return el("r", el("fldChar", fldCharType=kind))


def banner(block: Banner, page: Page) -> Xml:
    """Return words as large as they may be."""
    points = banner_size(block.text, page.m.width, block.most, block.lines)
    look = join([font(XIAOBIAO), el("b"), size(points)])
    return join([_centred(page, block.text, look, points * 1.25, above=6), _after(14)])


def _after(points: float) -> Xml:
    return paragraph("Gap", properties=pitch(points))


def blanks(block: Blanks, page: Page) -> Xml:
    """Return ruled lines; spare ones not: a file is written in on a screen."""
    if block.spare:
        return NOTHING
    edge = el(
        "pBdr",
        rule("bottom", RULE_INNER, color="555555"),
        rule("between", RULE_INNER, color="555555"),
    )
    shape = join([edge, pitch(block.mm * 72 / 25.4)])
    return join([*[paragraph("Normal", properties=shape)] * block.count, _after(2)])


def cards(block: Cards, page: Page) -> Xml:
    """Return a table for every sheet: two rows of half its height, a dashed line to cut along between them."""
    dash = {"weight": 0.5, "kind": "dashed", "color": "555555"}
    height = CARD_HEIGHT - _SPARE
    sheets: list[Xml] = []
    for start in range(0, len(block.cards), 2):
        rows = [
            line([cell(page.width, *_card(one, page))], height=height, exact=True)
            for one in block.cards[start : start + 2]
        ]
        sheets += [new_page()] if sheets else []
        sheets.append(frame([page.width], rows, borders=rule("insideH", **dash)))
    return join(sheets)


def _card(card: Card, page: Page) -> list[Xml]:
    points = card_size(card.title, page.m.width)
    edge = tab_stops(("right", page.width))
    number = run(card.number, join([font(SONG), el("b"), size(54)]))
    right = run(card.right, join([font(HEI, SANS), size(17)]), zh=page.zh)
    top = paragraph("Normal", number, TAB, right, properties=join([edge, pitch(64), LEFT]))
    look = join([font(XIAOBIAO), el("b"), size(points)])
    shape = join([pitch(points * 1.25, 34, 34), LEFT])
    title = paragraph("Normal", run(card.title, look, zh=page.zh), properties=shape)
    lines = [
        paragraph(
            "Normal",
            bold_run(label, zh=page.zh),
            run(page.colon),
            run(told, size(15), zh=page.zh),
            properties=join([pitch(22, 4), LEFT]),
        )
        for label, told in card.lines
    ]
    return [top, title, *lines]
