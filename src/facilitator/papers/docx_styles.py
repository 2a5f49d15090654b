"""The styles of a DOCX: every one names its Chinese font, its size and an exact pitch."""

from __future__ import annotations

from facilitator.papers.docx_xml import NOTHING, Xml, el, join, tab_stops, twentieths, twips
from facilitator.papers.measures import (
    GREY_INK,
    MARK_SIZE,
    RULE_INNER,
    RULE_OUTER,
    TIME_COLUMN,
    Measures,
    measures,
)
from facilitator.papers.model import Layout

FANG, SONG, HEI, KAI, XIAOBIAO = "仿宋", "宋体", "黑体", "楷体", "方正小标宋简体"
ROMAN, SANS, MONO = "Times New Roman", "Arial", "Courier New"

CENTRE = el("jc", val="center")
LEFT = el("jc", val="left")
KEEP = join([el("keepNext"), el("keepLines")])


def eighths(points: float) -> int:
    """Return the weight of a rule in eighths of a point, as Word counts it."""
    return max(round(points * 8), 2)


def rule(
    side: str, weight: float, kind: str = "single", color: str = "auto", space: int = 0
) -> Xml:
    """Return one border; weight and space in points."""
    return el(side, val=kind, sz=eighths(weight), space=space, color=color)


def font(chinese: str, latin: str = ROMAN) -> Xml:
    """Return the fonts of a style: one for Chinese, one for everything else."""
    return el("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)


def size(points: float) -> Xml:
    """Return a type size; closer tracking makes up for half points (15.75 is 16 less 0.25)."""
    half_points = -int(-points * 2 // 1)
    tracking = twentieths(points - half_points / 2)
    closer = el("spacing", val=tracking) if tracking else NOTHING
    return join([closer, el("sz", val=half_points), el("szCs", val=half_points)])


def pitch(points: float, above: float = 0, below: float = 0) -> Xml:
    """Return an exact line pitch with the space above and below, all in points."""
    around = {"before": twentieths(above), "after": twentieths(below)}
    return el("spacing", **around, line=twentieths(points), lineRule="exact")


def text_font(points: float) -> Xml:
    """Return the fonts for running text: 仿宋 is too thin under 12 pt."""
    return font(FANG if points >= 12 else SONG)


def sign_off_size(m: Measures) -> float:
    """Return the size of body and date at the foot: that of the text, but smaller on a poster."""
    return min(m.body, 16)


def cell_inset(m: Measures) -> float:
    """Return the space above a cell's first line: Word's exact lines already hold some of it."""
    return max(m.table_inset - (m.table_pitch - m.table) / 2, 0)


def styles_xml(layout: Layout, lang: str) -> Xml:
    """Return the `w:styles` of a layout; only Chinese lines are stretched to the edge."""
    m = measures(layout, lang)
    language = el("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = el("docDefaults", el("rPrDefault", el("rPr", font(FANG), language)))
    heads = _heads(m)
    return el(
        "styles",
        defaults,
        *_texts(m, zh=lang == "zh"),
        *heads,
        *_tables(m),
        *_faces(m),
        _table_style(m),
    )


def _style(name: str, shape: Xml, letters: Xml, base: str = "Normal") -> Xml:
    """Return a paragraph style; its id is its name in capitals without spaces."""
    first = name == "Normal"
    return el(
        "style",
        el("name", val=name),
        NOTHING if first else el("basedOn", val=base),
        el("qFormat"),
        el("pPr", shape),
        el("rPr", letters),
        type="paragraph",
        **({"default": 1} if first else {}),
        styleId=(name if name.startswith("TOC") else name.title()).replace(" ", ""),
    )


def _texts(m: Measures, *, zh: bool) -> list[Xml]:
    body = text_font(m.body)
    small = join([text_font(m.small), size(m.small)])
    two = el("ind", firstLineChars=200, firstLine=twentieths(2 * m.body))
    hang = twentieths(TIME_COLUMN * m.body)
    hung = join([tab_stops(("left", hang)), el("ind", left=hang, hanging=hang)])
    # Nothing hangs out of the block, and digits stand close to Chinese.
    close = join(el(name, val=0) for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"))
    normal = join(
        [el("widowControl"), close, pitch(m.pitch), el("jc", val="both" if zh else "left")]
    )
    ruled = join([KEEP, pitch(m.pitch, 18), LEFT])
    sign = sign_off_size(m)
    signed = join([text_font(sign), size(sign)])
    grey = join([el("color", val=GREY_INK), size(MARK_SIZE)])
    return [
        _style("Normal", normal, join([body, size(m.body)])),
        _style("Body Text", two, body),
        _style("Record Line", hung, body),
        _style("Labelled", NOTHING, body),
        _style("Small", pitch(m.small_pitch), small),
        _style("Signature", ruled, join([font(HEI, SANS), size(min(m.body, 14))])),
        _style("Sign Off", join([KEEP, pitch(sign * 1.75), CENTRE]), signed),
        _style("Gap", pitch(1), join([body, el("sz", val=2)])),
        _style("header", join([pitch(12), el("jc", val="right")]), join([font(HEI), grey])),
        _style("footer", join([pitch(16), LEFT]), font(SONG)),
    ]


def _heads(m: Measures) -> list[Xml]:
    poster = m.poster
    title = join([font(XIAOBIAO), el("b"), size(m.title)])
    subtitle = join([font(KAI), size(m.subtitle)])
    edge = NOTHING if poster else tab_stops(("right", twips(m.width)))
    side = CENTRE if poster else LEFT
    heads = [
        _style("Title", join([KEEP, pitch(m.title * 1.25), CENTRE]), title),
        _style(
            "Subtitle",
            join([KEEP, pitch(m.subtitle * 1.5, 0, (m.pitch - 14) * 0.75), CENTRE]),
            subtitle,
        ),
    ]
    for level in (1, 2, 3):
        points = m.heading if level == 1 else m.body
        space = pitch(max(m.pitch, points * 1.3), m.heading_above, 4 if poster else 0)
        shape = join([KEEP, edge, space, side, el("outlineLvl", val=level - 1)])
        letters = join([font(HEI if level < 3 else KAI, SANS), size(points)])
        heads.append(_style(f"heading {level}", shape, letters))
    return [*heads, *_book_heads(m)] if m.heads else heads


def _book_heads(m: Measures) -> list[Xml]:
    """Chapters, topics with their number, and the lines of the contents."""
    chapter, topic, other = m.heads
    edge = tab_stops(("right", twips(m.width)))
    large = join([font(XIAOBIAO), el("b")])
    shapes = (
        ("Chapter", join([KEEP, pitch(chapter * 1.4, 0, 12), CENTRE]), chapter, large),
        ("Topic Head", join([KEEP, edge, pitch(topic * 1.7, 16, 4), LEFT]), topic, large),
        (
            "Part Head",
            join([KEEP, edge, pitch(m.pitch, m.heading_above), LEFT]),
            other,
            font(HEI, SANS),
        ),
        ("TOC 1", join([pitch(m.pitch, 6), LEFT]), m.body, font(HEI, SANS)),
        (
            "TOC 2",
            join([pitch(m.pitch * 0.9), el("ind", left=twentieths(m.body)), LEFT]),
            m.body,
            font(SONG),
        ),
    )
    return [
        _style(name, shape, join([letters, size(points)]))
        for name, shape, points, letters in shapes
    ]


def _tables(m: Measures) -> list[Xml]:
    def cell(name: str, chinese: str, latin: str, points: float, line: float) -> Xml:
        shape = join([pitch(line), LEFT])
        return _style(name, shape, join([font(chinese, latin), size(points)]))

    return [
        cell("Table Text", SONG, ROMAN, m.table, m.table_pitch),
        cell("Table Label", HEI, SANS, m.table, m.table_pitch),
        cell("Table Motion", SONG, ROMAN, m.motion, m.motion * 1.45),
        cell("Table Result", HEI, SANS, m.result, m.result * 1.45),
        cell("Table Large", SONG, ROMAN, m.result, m.result * 1.45),
    ]


def _faces(m: Measures) -> list[Xml]:
    def face(name: str, letters: Xml) -> Xml:
        head = join([el("name", val=name), el("qFormat"), el("rPr", letters)])
        identity = name.replace(" ", "")
        return el("style", head, type="character", customStyle=1, styleId=identity)

    box = el("bdr", val="single", sz=eighths(0.5), space=1, color="auto")
    return [
        face("Bold Face", font(HEI, SANS)),
        face("Bold Figures", join([font(HEI, SANS), el("b")])),
        face("Name Face", font(KAI)),
        face("Struck Face", join([font(SONG), el("strike")])),
        face("Boxed Face", join([font(HEI, SANS), size(m.body - 1.5), box])),
        face("Mono Face", join([font(SONG, MONO), el("noProof")])),
        face("Time Face", join([font(SONG), size(m.table)])),
    ]


def _table_style(m: Measures) -> Xml:
    """Return the rules of every table: no outer sides, stronger above and below than inside."""
    outer = [rule("top", RULE_OUTER), rule("bottom", RULE_OUTER)]
    inner = [rule("insideH", RULE_INNER), rule("insideV", RULE_INNER)]
    inset = twentieths(cell_inset(m))
    sides = {"top": inset, "left": 100, "bottom": inset, "right": 100}
    margins = (el(side, w=width, type="dxa") for side, width in sides.items())
    look = el("tblPr", el("tblBorders", *outer, *inner), el("tblCellMar", *margins))
    head = join([el("name", val="Paper Table"), el("rPr", font(SONG)), look])
    return el("style", head, type="table", customStyle=1, styleId="PaperTable")
