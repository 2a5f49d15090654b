"""The manual as a book: cover, contents with pages, chapters, a foot that says where one is; set by typst.

Words go in as JSON and are never read as markup, as with papers.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import typst

from facilitator import __version__
from facilitator.acts import Trouble
from facilitator.manual.html import version_line
from facilitator.manual.keys import SLUG as KEYS
from facilitator.manual.markup import place_of
from facilitator.manual.model import (
    SECTION,
    Block,
    Chapter,
    Heading,
    Items,
    Paragraph,
    Picture,
    Remark,
    Spans,
    Table,
    Target,
    Typed,
)
from facilitator.manual.read import chapters, picture_path
from facilitator.papers.typefaces import Typefaces, fonts, own_fonts_only, typefaces
from facilitator.places import resources
from facilitator.words.tongue import tongue

FULL = 1000
"""Pixels from which on a picture is as wide as there is room for it."""
WINDOW = 1366 / 768
"""How much wider than high the pictures of windows are."""
STANDARD: list[typst.PDFStandard] = ["ua-1"]
"""Tagged, with words for every picture: a screen reader reads it."""


def manual_pdf(lang: str, told: tuple[Chapter, ...] = ()) -> bytes:
    """Return the whole manual of a language, or these chapters; the same chapters give the same bytes.

    Trouble `no-fonts` where there is nothing to write Chinese with.
    """
    return _compiled(lang, told or chapters(lang), pdf_standards=STANDARD)[0]


def manual_pages(lang: str, ppi: float = 72.0) -> list[bytes]:
    """Return a PNG of every page, to be looked at."""
    return _compiled(lang, chapters(lang), format="png", ppi=ppi)


def _compiled(lang: str, told: tuple[Chapter, ...], **asked: Any) -> list[bytes]:
    faces = _faces()
    book = msgspec.json.encode(_book(lang, told, faces)).decode()
    asked = {"format": "pdf", "sys_inputs": {"manual": book}, **asked}
    made = _compiler(faces.from_machine).compile(**asked)
    return made if isinstance(made, list) else [made or b""]


def _faces() -> Typefaces:
    """Our own fonts; the machine's only where none of ours that writes Chinese is left."""
    faces = typefaces(own_only=True)
    if faces.blind:
        faces = typefaces(own_only=own_fonts_only())
    if faces.blind:
        raise Trouble("no-fonts")
    return faces


@cache
def _compiler(machine: bool) -> typst.Compiler:
    room = resources()
    return typst.Compiler(
        input=str(room / "manual" / "manual.typ"), root=str(room), font_paths=fonts(machine=machine)
    )


def _book(lang: str, told: tuple[Chapter, ...], faces: Typefaces) -> dict[str, Any]:
    t = tongue(lang)
    setter = _Setter(lang, told)
    return {
        "lang": lang,
        "title": t("Facilitator: the manual"),
        "product": t("Facilitator"),
        "name": t("Manual"),
        "for": t("For facilitators, secretaries and residents' committees"),
        "version": version_line(t),
        "number": __version__,
        "contents": t("Contents"),
        "faces": {name: getattr(faces, name) for name in ("song", "hei", "kai", "latin", "mono")},
        "chapters": [setter.chapter(chapter) for chapter in told],
    }


def _share(path: Path) -> float:
    """How much of the width a picture takes: a small one is not blown up, none is higher than a window."""
    with path.open("rb") as file:
        head = file.read(24)
    wide, high = (
        int.from_bytes(head[at : at + 4], "big") or 1 for at in (16, 20)
    )  # as PNG says it
    return min(1.0, wide / FULL, wide / high / WINDOW)


class _Setter:
    """Chapters as the template reads them; links lead to names of places that are there."""

    def __init__(self, lang: str, told: tuple[Chapter, ...]) -> None:
        self._lang = lang
        self._places = {
            place_of(target)
            for chapter in told
            for target in (
                Target(chapter.slug),
                *(Target(chapter.slug, head.anchor) for head in chapter.headings),
            )
        }

    def chapter(self, chapter: Chapter) -> dict[str, Any]:
        """One chapter."""
        blocks = [self._block(chapter.slug, block) for block in chapter.blocks]
        return {"place": chapter.slug, "title": chapter.title, "blocks": blocks}

    def _block(self, slug: str, block: Block) -> dict[str, Any]:
        match block:
            case Heading(level, text, anchor):
                place = place_of(Target(slug, anchor))
                listed = level == SECTION and slug != KEYS
                return {
                    "block": "heading",
                    "level": level,
                    "text": text,
                    "place": place,
                    "listed": listed,
                }
            case Paragraph(spans):
                return {"block": "paragraph", "spans": self._spans(spans)}
            case Items(ordered, items, start):
                inner = [[self._block(slug, one) for one in item] for item in items]
                return {"block": "items", "ordered": ordered, "items": inner, "start": start}
            case Remark(blocks):
                return {"block": "remark", "blocks": [self._block(slug, one) for one in blocks]}
            case Table(head, rows):
                cells = [[self._spans(cell) for cell in row] for row in (head, *rows)]
                return {"block": "table", "head": cells[0], "rows": cells[1:]}
            case Picture(name, caption):
                path = picture_path(self._lang, name)
                shown = f"/{path.relative_to(resources()).as_posix()}" if path.is_file() else ""
                share = _share(path) if shown else 1.0
                return {"block": "picture", "path": shown, "share": share, "caption": caption}
            case Typed(text):
                return {"block": "typed", "text": text}

    def _spans(self, spans: Spans) -> list[dict[str, str]]:
        said: list[dict[str, str]] = []
        for span in spans:
            place = place_of(span.to) if span.to else ""
            to = place if place in self._places else ""
            said.append({"text": span.text, "face": span.face.value, "to": to})
        return said
