"""From a session to papers on the disk: what every door that exports has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from facilitator.acts import RuleViolation
from facilitator.papers import shelf
from facilitator.papers.kinds import PAPERS
from facilitator.papers.material import Material, Seal
from facilitator.papers.model import Paper
from facilitator.session import Session

KINDS = tuple(PAPERS)
FORMATS = ("docx", "pdf", "html", "md", "json")
MINUTES = ("record", "summary")
"""Papers that are also written as Markdown and JSON."""
PUBLIC_SET = ("summary", "resolution", "record")
"""What may be posted."""


def material(
    session: Session,
    meeting: str,
    *,
    lang: str = "",
    public: bool = False,
    blocks: tuple[str, ...] = (),
) -> Material:
    """What the papers of a meeting are written from; refused (`unknown-meeting`) when there is none."""
    one = session.meeting(meeting)
    head = session.record.head(f"meeting/{meeting}")
    seal = Seal(head.hash, head.version, one.chronicle[-1].recorded.at)
    return Material(
        meeting=one,
        people=session.people(one),
        seal=seal,
        public=public,
        lang=lang or one.call.lang,
        blocks=blocks,
    )


def papers(source: Material, kind: str) -> list[Paper]:
    """The papers of one kind; refused (`nothing-to-print`) when there is nothing to print."""
    return PAPERS[kind](source)


def texts(source: Material, kind: str, form: str) -> Iterator[str]:
    """The papers of one kind as text, for looking at them in a terminal."""
    for paper in papers(source, kind):
        yield _writer(form)(paper).decode()


def write_papers(source: Material, kind: str, form: str, out: Path) -> list[Path]:
    """Write the papers of one kind into a folder, made if need be; each is on the disk whole or not at all.

    Markdown and JSON are for minutes (`not-as-that`). Trouble as `shelf.put` tells it.
    """
    if form in ("md", "json") and kind not in MINUTES:
        raise RuleViolation("not-as-that", paper=kind, format=form)
    made = [(_name(paper, form), _writer(form)(paper)) for paper in papers(source, kind)]
    shelf.make_folder(out)
    written: list[Path] = []
    for name, data in made:
        shelf.put(out / name, data)
        written.append(out / name)
    return written


def write_set(source: Material, out: Path) -> Iterator[Path]:
    """Write every paper of a meeting that has something to print; in public, only what may be posted."""
    for kind in PUBLIC_SET if source.public else KINDS:
        for form in FORMATS:
            if form in ("md", "json") and kind not in MINUTES:
                continue
            try:
                yield from write_papers(source, kind, form, out)
            except RuleViolation as refusal:
                if refusal.code != "nothing-to-print":
                    raise


def _name(paper: Paper, form: str) -> str:
    return shelf.paper_name(paper.reference, paper.lang, ending=form)


def _writer(form: str) -> Callable[[Paper], bytes]:
    """The writer of a format, imported when it is first used: each takes a tenth of a second and more."""
    match form:
        case "docx":
            from facilitator.papers.docx import write_docx

            return write_docx
        case "pdf":
            from facilitator.papers.pdf import write_pdf

            return write_pdf
        case "html":
            from facilitator.papers.html import write_html

            return lambda paper: write_html(paper).encode()
        case "md":
            from facilitator.papers.markdown import write_markdown

            return lambda paper: write_markdown(paper).encode()
        case _:
            from facilitator.papers.data import write_json

            return write_json
