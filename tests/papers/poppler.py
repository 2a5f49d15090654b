"""What poppler reads out of a PDF: the same as a search field or a screen reader would."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.tools import need


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of every page."""
    told = _run("pdftotext", pdf, folder, "-")
    return told.split("\f")[:-1]


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the whole text without any white space."""
    return "".join("".join(pages_of(pdf, folder)).split())


def fonts_of(pdf: bytes, folder: Path) -> str:
    """Return poppler's list of the fonts inside."""
    return _run("pdffonts", pdf, folder)


def facts_of(pdf: bytes, folder: Path) -> str:
    """Return the document's properties."""
    return _run("pdfinfo", pdf, folder)


def _run(tool: str, pdf: bytes, folder: Path, *after: str) -> str:
    need(tool)
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([tool, str(file), *after], capture_output=True, check=True)
    return done.stdout.decode()
