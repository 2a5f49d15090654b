"""A paper as one HTML file, to be sent, put on a site or read aloud by a screen reader."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

import jinja2
import segno

from facilitator.papers.breaks import Piece, pieces
from facilitator.papers.contents import anchor, listed
from facilitator.papers.fitting import banner_size, card_size
from facilitator.papers.measures import Measures, measures
from facilitator.papers.model import Block, Cover, Paper, Picture, RowKind, Table
from facilitator.papers.plain import plain
from facilitator.papers.typeset import picture_svg
from facilitator.papers.voting import numbered
from facilitator.places import resources

_ROOM = 20.0
"""How wide an unbroken piece may be, in characters: a phone's line."""


def write_html(paper: Paper) -> str:
    """Return the paper as one self-contained page: no script runs in it and nothing is fetched.

    Every word is escaped; the same paper gives the same text.
    """
    m = measures(paper.layout, paper.lang)
    covered = bool(paper.blocks) and isinstance(paper.blocks[0], Cover)

    def cut(text: str) -> tuple[Piece, ...]:
        return pieces(plain(text), paper.lang, _ROOM)

    return _template().render(
        paper=paper,
        pieces=cut,
        sizes=_sizes(m),
        colon="：" if paper.lang == "zh" else ":",
        tag_of=_tag,
        leading_heads=_leading_heads,
        qr=_qr,
        picture=_picture,
        headed=m.headline and not covered,
        heads=listed(paper),
        anchor=anchor,
        banner_size=lambda it: banner_size(it.text, m.width, it.most, it.lines),
        numbered=numbered,
        card_size=lambda card: card_size(card.title, m.width),
    )


@cache
def _template() -> jinja2.Template:
    room = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources() / "papers"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        keep_trailing_newline=True,
    )
    return room.get_template("paper.html")


def _shown(value: Any) -> Any:
    """Clean every word on its way out; markup of the template's own is left alone."""
    return plain(value) if type(value) is str else value


def _tag(block: Block) -> str:
    return str(block.__struct_config__.tag)


def _leading_heads(table: Table) -> int:
    """Count the head rows at the top: those are repeated when the table breaks."""
    kinds = [row.kind for row in table.rows]
    return next((at for at, kind in enumerate(kinds) if kind is not RowKind.HEAD), len(kinds))


def _qr(text: str) -> str:
    code = segno.make(text, error="m", micro=False)
    return str(code.svg_data_uri(border=0, omitsize=True))


def _picture(one: Picture) -> str:
    """Return a picture as the address of itself; a turned one is put upright by a drawing around it."""
    data, media = (
        (picture_svg(one).encode(), "image/svg+xml") if one.turn else (one.data, one.media)
    )
    return f"data:{media};base64,{base64.b64encode(data).decode()}"


def _sizes(m: Measures) -> list[tuple[str, str]]:
    """Return the layout's measures as CSS lengths by the names the style sheet uses."""
    topic = m.heads[1] if m.heads else m.heading
    lengths = {"top": m.top, "left": m.left, "bottom": m.bottom, "right": m.right, "width": m.width}
    types = {
        "size": m.body,
        "pitch": m.pitch,
        "title": m.title,
        "subtitle": m.subtitle,
        "heading": m.heading,
        "chapter": m.heads[0] if m.heads else m.heading,
        "topic": topic,
        "above": m.heading_above,
        "table": m.table,
        "motion": m.motion,
        "result": m.result,
        "small": m.small,
    }
    shown = [(name, f"{value:g}mm") for name, value in lengths.items()]
    shown.append(("sheet", "A4 landscape" if m.across else "A4"))
    return shown + [(name, f"{value:g}pt") for name, value in types.items()]
