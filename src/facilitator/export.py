"""From a session to papers on the disk: what every door that exports has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator import meeting as meetings
from facilitator.acts import Recorded, RuleViolation
from facilitator.bodies import Person
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.format import Format
from facilitator.papers import shelf
from facilitator.papers.kinds import PAPERS, kinds_of
from facilitator.papers.material import Material, Seal
from facilitator.papers.model import Paper
from facilitator.session import Session

KINDS = tuple(PAPERS)
FORMATS = ("docx", "pdf", "html", "md", "json")
MINUTES = ("record", "summary", "proceedings")
"""Papers that are also written as Markdown and JSON."""
PUBLIC_SET = ("invitation", "wall", "proceedings", "summary", "resolution", "record")
"""What may be posted."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A meeting as it was at one moment: plain values that another thread may read while the meeting goes on.

    `dataclasses.replace` makes the public version of it, or the one in the other language.
    """

    meeting: str
    history: tuple[Recorded, ...]
    outside: Outside
    people: Mapping[str, Person]
    seal: Seal
    lang: str
    public: bool = False
    blocks: tuple[str, ...] = ()

    def material(self) -> Material:
        """What its papers are written from: a meeting of its own, made anew from what had happened then."""
        one = Meeting(self.meeting, outside=self.outside)
        for recorded in self.history:
            meetings.apply(one, recorded)
        return Material(
            meeting=one,
            people=self.people,
            seal=self.seal,
            public=self.public,
            lang=self.lang,
            blocks=self.blocks,
        )


def frozen(
    session: Session,
    meeting: str,
    *,
    lang: str = "",
    public: bool = False,
    blocks: tuple[str, ...] = (),
) -> Frozen:
    """A meeting as it is now, to be written down elsewhere; refused (`unknown-meeting`) when there is none.

    Call it in the thread that has the session; it is quick. `Frozen.material` is for the worker.
    """
    one = session.meeting(meeting)
    return Frozen(
        meeting=one.id,
        history=tuple(entry.recorded for entry in one.chronicle),
        outside=one.outside,
        people=session.people(one),
        seal=_seal(session, one),
        lang=lang or one.call.lang,
        public=public,
        blocks=blocks,
    )


def material(
    session: Session,
    meeting: str,
    *,
    lang: str = "",
    public: bool = False,
    blocks: tuple[str, ...] = (),
) -> Material:
    """What the papers of a meeting are written from at once; refused (`unknown-meeting`) when there is none."""
    one = session.meeting(meeting)
    return Material(
        meeting=one,
        people=session.people(one),
        seal=_seal(session, one),
        public=public,
        lang=lang or one.call.lang,
        blocks=blocks,
    )


def _seal(session: Session, one: Meeting) -> Seal:
    version, digest = session.head(f"meeting/{one.id}")
    return Seal(digest, version, one.chronicle[-1].recorded.at)


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
    if form not in forms_of(kind):
        raise RuleViolation("not-as-that", paper=kind, format=form)
    made = [(name_of(paper, form), _writer(form)(paper)) for paper in papers(source, kind)]
    shelf.make_folder(out)
    written: list[Path] = []
    for name, data in made:
        shelf.put(out / name, data)
        written.append(out / name)
    return written


def write_as(paper: Paper, form: str, path: Path) -> None:
    """Write one paper under a name that somebody chose. Trouble as `shelf.put` tells it."""
    shelf.put(path, _writer(form)(paper), shelf.CHECKS[f".{form}"])


def forms_of(kind: str) -> tuple[str, ...]:
    """As what files a paper of that kind can be written."""
    return FORMATS if kind in MINUTES else FORMATS[:3]


def kinds_of_set(format: Format, *, public: bool) -> tuple[str, ...]:
    """The kinds of paper that belong to a whole set of such a meeting; in public, only what may be posted."""
    kinds = kinds_of(format)
    return tuple(kind for kind in PUBLIC_SET if kind in kinds) if public else kinds


def write_set(source: Material, out: Path) -> Iterator[Path]:
    """Write every paper of a meeting that has something to print; in public, only what may be posted."""
    for kind in kinds_of_set(source.meeting.format, public=source.public):
        for form in forms_of(kind):
            try:
                yield from write_papers(source, kind, form, out)
            except RuleViolation as refusal:
                if refusal.code != "nothing-to-print":
                    raise


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
