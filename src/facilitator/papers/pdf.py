"""Papers as PDF and as pictures of their pages, set by typst from our own template.

Words go in as JSON and are never read as markup. Nothing of the clock or of the machine's language
goes in: the same paper on the same fonts gives the same bytes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any

import msgspec
import typst

from facilitator.acts import Trouble
from facilitator.papers.model import Layout, Paper, Paragraph, Run, without_pictures
from facilitator.papers.typefaces import fonts, own_fonts_only, typefaces
from facilitator.papers.typeset import typeset
from facilitator.places import resources

_ARCHIVE: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""Tagged, every font inside: readable in thirty years and by a screen reader."""

_COMMON = "\n -~·×÷°§—–‘’“”…、-。〈-】〔〕！-～一-龥√□■≥≤№"
_RARE = re.compile(f".?[^{_COMMON}]+")
"""What our fonts may lack, each with the character before it, which it may be joined to."""

_ONE_AT_A_TIME = Lock()


def write_pdf(paper: Paper, *, own_only: bool | None = None) -> bytes:
    """Return the paper as PDF/A-2a and PDF/UA-1.

    `own_only` leaves the machine's fonts out; by default the environment says (see `typefaces`).
    A character that our fonts lack is looked for on the machine; if no font has it, the paper is
    still made, with an empty box there and without the promise of an archive format. Trouble `no-fonts` where
    there is nothing to write Chinese with at all.
    """
    return _set(paper, own_fonts_only() if own_only is None else own_only)[0]


def page_pictures(paper: Paper, ppi: float = 96.0, *, own_only: bool | None = None) -> list[bytes]:
    """Return a PNG of every page, `ppi` pixels an inch: the pages of the PDF, to be looked at."""
    own = own_fonts_only() if own_only is None else own_only
    machine = typefaces(own_only=own).from_machine or (not own and _lacks_glyphs(paper))
    return _compile(paper, own, machine, format="png", ppi=ppi)


def drawn(svg: str, wide: float, high: float, ppi: float) -> bytes:
    """Return a drawing of so many mm as a PNG, for writers that take no drawings."""
    told = msgspec.json.encode({"svg": svg, "wide": wide, "high": high}).decode()
    with _ONE_AT_A_TIME:
        made = _drawer().compile(format="png", ppi=ppi, sys_inputs={"picture": told})
    return made[0] if isinstance(made, list) else made or b""


def pages_of_heads(paper: Paper) -> tuple[int, ...]:
    """Return the page on which each head begins that the contents list, in order; () without contents."""
    own = own_fonts_only()
    machine = typefaces(own_only=own).from_machine
    with _ONE_AT_A_TIME:
        _compile_now(paper, own, machine, format="pdf", pdf_tags=False)
        found = _compiler(machine).query("<pages>", field="value")
    pages = msgspec.json.decode(found, type=list[list[int]])
    return tuple(pages[0]) if pages else ()


def fonts_used(paper: Paper, *, own_only: bool | None = None) -> dict[str, str]:
    """Return the family that each wanted face is set in, in the order 仿宋, 宋体, 黑体, 楷体.

    Where 仿宋 is not on the machine, the Song stands in for it, and the export says so.
    """
    faces = typefaces(own_only=own_fonts_only() if own_only is None else own_only)
    if paper.lang != "zh":
        return {"serif": faces.latin, "sans": faces.hei}
    return {"仿宋": faces.body, "宋体": faces.song, "黑体": faces.hei, "楷体": faces.kai}


def _set(paper: Paper, own: bool) -> tuple[bytes, bool]:
    """Return the PDF, and whether the machine's fonts had to be opened for it."""
    needed = typefaces(own_only=own).from_machine
    tries = [needed] if own or needed else [False, True]
    for machine in tries:
        try:
            return _compile(paper, own, machine, pdf_standards=_ARCHIVE)[0], machine
        except typst.TypstError:
            # Most often a character without a glyph, which an archive format may not hold.
            continue
        except BaseException as error:
            _forgive_panic(error)
    return _compile(paper, own, tries[-1], pdf_tags=False)[0], tries[-1]


def _lacks_glyphs(paper: Paper) -> bool:
    """Tell whether a character of the paper is looked for on the machine."""
    said = msgspec.json.encode(without_pictures(paper)).decode()
    return _need_machine(frozenset(_RARE.findall(said)))


@lru_cache(maxsize=64)
def _need_machine(rare: frozenset[str]) -> bool:
    """Tell whether the machine's fonts are opened for a paper that says these few characters."""
    words = tuple(Paragraph((Run(text),)) for text in sorted(rare))
    paper = Paper(kind="record", lang="zh", layout=Layout.RECORD, title="", blocks=words)
    return bool(rare) and _set(paper, own=False)[1]


def _forgive_panic(error: BaseException) -> None:
    """Go on after a fault inside typst, with a new compiler; let everything else through.

    Seen with tags of tables that break beside a float. The class is no Exception and has no public
    name, and a paper must come out of the printer whatever its cells hold.
    """
    if type(error).__name__ != "PanicException":
        raise error
    _compiler.cache_clear()


def _compile(paper: Paper, own: bool, machine: bool, **asked: Any) -> list[bytes]:
    """Let typst set the paper; a PDF is one piece, pictures are one for every page."""
    with _ONE_AT_A_TIME:
        return _compile_now(paper, own, machine, **asked)


def _compile_now(paper: Paper, own: bool, machine: bool, **asked: Any) -> list[bytes]:
    faces = typefaces(own_only=own)
    if faces.blind:
        raise Trouble("no-fonts")
    told = msgspec.json.encode(typeset(paper, faces)).decode()
    asked = {"format": "pdf", "sys_inputs": {"paper": told}, **asked}
    made = _compiler(machine).compile(**asked)
    return made if isinstance(made, list) else [made or b""]


@cache
def _compiler(machine: bool) -> typst.Compiler:
    """Keep one compiler alive: it remembers fonts and the layouts it has made."""
    room = resources() / "papers"
    return typst.Compiler(
        input=str(room / "paper.typ"), root=str(room), font_paths=fonts(machine=machine)
    )


@cache
def _drawer() -> typst.Compiler:
    room = resources() / "papers"
    return typst.Compiler(
        input=str(room / "picture.typ"), root=str(room), font_paths=fonts(machine=False)
    )
