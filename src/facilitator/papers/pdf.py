"""Papers as PDF and as pictures of their pages, set by typst from our own template.

Words go in as JSON and are never read as markup. Nothing of the clock or of the machine's language
goes in: the same paper on the same fonts gives the same bytes.
"""

from __future__ import annotations

from functools import cache
from threading import Lock

import msgspec
import typst

from facilitator.papers.model import Paper
from facilitator.papers.typefaces import fonts, own_fonts_only, typefaces
from facilitator.papers.typeset import typeset
from facilitator.places import resources

_ARCHIVE: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""Tagged, every font inside: readable in thirty years and by a screen reader."""

_ONE_AT_A_TIME = Lock()


def write_pdf(paper: Paper, *, own_only: bool | None = None) -> bytes:
    """Return the paper as PDF/A-2a and PDF/UA-1.

    `own_only` leaves the machine's fonts out; by default the environment says (see `typefaces`).
    A character that our fonts lack is looked for on the machine; if no font has it, the paper is
    still made, with an empty box there and without the promise of an archive format.
    """
    return _set(paper, own_fonts_only() if own_only is None else own_only)[0]


def page_pictures(paper: Paper, ppi: float = 96.0, *, own_only: bool | None = None) -> list[bytes]:
    """Return a PNG of every page, `ppi` pixels an inch: the pages of the PDF, to be looked at."""
    own = own_fonts_only() if own_only is None else own_only
    machine = _set(paper, own)[1]
    pages = _compile(paper, own, machine, "png", ppi)
    return pages if isinstance(pages, list) else [pages]


def _set(paper: Paper, own: bool) -> tuple[bytes, bool]:
    """Return the PDF, and whether the machine's fonts had to be opened for it."""
    needed = typefaces(own_only=own).from_machine
    tries = [needed] if own or needed else [False, True]
    for machine in tries:
        try:
            return _one_file(_compile(paper, own, machine, "pdf", None, _ARCHIVE)), machine
        except typst.TypstError:
            # Most often a character without a glyph, which an archive format may not hold.
            continue
    return _one_file(_compile(paper, own, tries[-1], "pdf")), tries[-1]


def _one_file(made: bytes | list[bytes]) -> bytes:
    return made if isinstance(made, bytes) else b"".join(made)


def _compile(
    paper: Paper,
    own: bool,
    machine: bool,
    form: typst.OutputFormat,
    ppi: float | None = None,
    standards: list[typst.PDFStandard] | None = None,
) -> bytes | list[bytes]:
    told = msgspec.json.encode(typeset(paper, typefaces(own_only=own))).decode()
    with _ONE_AT_A_TIME:
        made = _compiler(machine).compile(
            format=form, ppi=ppi, sys_inputs={"paper": told}, pdf_standards=standards or []
        )
    if made is None:
        raise AssertionError("typst returned nothing")
    return made


@cache
def _compiler(machine: bool) -> typst.Compiler:
    """Keep one compiler alive: it remembers fonts and the layouts it has made."""
    room = resources() / "papers"
    return typst.Compiler(
        input=str(room / "paper.typ"), root=str(room), font_paths=fonts(machine=machine)
    )
