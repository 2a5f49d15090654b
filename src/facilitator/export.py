"""From a session to papers on the disk: what every door that exports has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from facilitator.acts import RuleViolation
from facilitator.gathering import (
    Frozen,
    FrozenBody,
    FrozenProject,
    FrozenRound,
    body_material,
    frozen,
    frozen_body,
    frozen_project,
    frozen_round,
    material,
    project_material,
    round_material,
)
from facilitator.papers import shelf
from facilitator.papers.kinds import (
    BODY,
    OF_BODY,
    OF_MATTER,
    OF_PROJECT,
    OF_ROUND,
    PAPERS,
    PROJECT,
    ROUND,
    kinds_of,
)
from facilitator.papers.material import BodyMaterial, Material, ProjectMaterial, RoundMaterial
from facilitator.papers.model import Paper

__all__ = [
    "BODY",
    "FORMATS",
    "KINDS",
    "MINUTES",
    "OF_BODY",
    "OF_MATTER",
    "PROJECT",
    "PUBLIC_SET",
    "ROUND",
    "AnyFrozen",
    "Frozen",
    "FrozenBody",
    "FrozenProject",
    "FrozenRound",
    "Source",
    "body_material",
    "forms_of",
    "frozen",
    "frozen_body",
    "frozen_project",
    "frozen_round",
    "kinds_for",
    "kinds_of_set",
    "material",
    "name_of",
    "papers",
    "project_material",
    "round_material",
    "texts",
    "write_as",
    "write_papers",
    "write_set",
]

Source = Material | BodyMaterial | ProjectMaterial | RoundMaterial
"""What papers are written from."""
AnyFrozen = Frozen | FrozenBody | FrozenProject | FrozenRound
"""The same frozen, for a worker process."""
KINDS = tuple(PAPERS)
FORMATS = ("docx", "pdf", "html", "md", "json")
MINUTES = ("record", "summary", "proceedings")
"""Papers that are also written as Markdown and JSON."""
PUBLIC_SET = (
    *(
        "invitation",
        "wall",
        "proceedings",
        "summary",
        "resolution",
        "outcome",
        "record",
        "selection-result",
    ),
    *("open-matters", "calls", "decisions"),
    *("needs", "proposal", "team", "monitoring", "closing", "projects"),
)
"""What may be posted."""


def papers(source: Source, kind: str) -> list[Paper]:
    """The papers of one kind; refused (`nothing-to-print`) when there is nothing to print."""
    match source:
        case BodyMaterial():
            return OF_BODY[kind](source)
        case ProjectMaterial():
            return OF_PROJECT[kind](source)
        case RoundMaterial():
            return OF_ROUND[kind](source)
        case Material():
            return PAPERS[kind](source)


def kinds_for(source: Source) -> tuple[str, ...]:
    """The kinds of paper that make sense for a meeting, a body, a project, in the order of their use."""
    match source:
        case BodyMaterial():
            return BODY
        case ProjectMaterial():
            return PROJECT
        case RoundMaterial():
            return ROUND
        case Material():
            return kinds_of(source.meeting.format)


def texts(source: Source, kind: str, form: str) -> Iterator[str]:
    """The papers of one kind as text, for looking at them in a terminal."""
    for paper in papers(source, kind):
        yield _writer(form)(paper).decode()


def write_papers(source: Source, kind: str, form: str, out: Path) -> list[Path]:
    """Write the papers of one kind into a folder, made if need be; each is on the disk whole or not at all.

    Markdown and JSON are for minutes (`not-as-that`). Trouble as `shelf.put` tells it.
    """
    if form not in forms_of(kind):
        raise RuleViolation("not-as-that", paper=kind, format=form)
    return _write_all(papers(source, kind), form, out)


def _write_all(made: list[Paper], form: str, out: Path) -> list[Path]:
    files = [(name_of(paper, form), _writer(form)(paper)) for paper in made]
    shelf.make_folder(out)
    written: list[Path] = []
    for name, data in files:
        shelf.put(out / name, data, shelf.CHECKS[f".{form}"])
        written.append(out / name)
    return written


def write_as(paper: Paper, form: str, path: Path) -> None:
    """Write one paper under a name that somebody chose. Trouble as `shelf.put` tells it."""
    shelf.put(path, _writer(form)(paper), shelf.CHECKS[f".{form}"])


def forms_of(kind: str) -> tuple[str, ...]:
    """As what files a paper of that kind can be written."""
    return FORMATS if kind in MINUTES else FORMATS[:3]


def kinds_of_set(kinds: tuple[str, ...], *, public: bool) -> tuple[str, ...]:
    """The kinds of paper that belong to a whole set; in public, only what may be posted."""
    return tuple(kind for kind in PUBLIC_SET if kind in kinds) if public else kinds


def write_set(source: Source, out: Path) -> Iterator[Path]:
    """Write every paper that has something to print; in public, only what may be posted."""
    for kind in kinds_of_set(kinds_for(source), public=source.public):
        try:
            made = papers(source, kind)
        except RuleViolation as refusal:
            if refusal.code != "nothing-to-print":
                raise
            continue
        for form in forms_of(kind):
            yield from _write_all(made, form, out)


def name_of(paper: Paper, form: str) -> str:
    """The name of a paper's file."""
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
