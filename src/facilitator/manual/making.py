"""The manual as a file: by the window, in a process beside it, and by the command line."""

from __future__ import annotations

from pathlib import Path

from facilitator.papers.shelf import CHECKS, put

FORMS = ("pdf", "html")


def manual_file(lang: str, form: str) -> bytes:
    """The whole manual of a language as a PDF or as one HTML page."""
    if form == "pdf":
        from facilitator.manual.pdf import manual_pdf

        return manual_pdf(lang)
    from facilitator.manual.html import manual_html

    return manual_html(lang).encode()


def write_manual(lang: str, form: str, path: Path) -> None:
    """Write it to the disk, whole or not at all, whatever it shall be called; `Trouble` as `put` tells it."""
    put(path, manual_file(lang, form), CHECKS[f".{form}"])


def form_of(path: Path) -> str:
    """What the ending of a name says: a page for a browser, or else the book."""
    return "html" if path.suffix.lower() in (".html", ".htm") else "pdf"


def manual_name(lang: str, form: str) -> str:
    """What its file is called."""
    title = "议事使用手册" if lang == "zh" else "Facilitator manual"
    return f"{title}.{form}"
