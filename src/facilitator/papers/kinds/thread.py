"""The clerk of a project, who writes its papers from need to report: names, head, pieces that many have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from facilitator.bodies.people import Person
from facilitator.data import dataclass
from facilitator.papers.kinds.cells import label, left, mid, row, say
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import surname
from facilitator.papers.kinds.scribe import Scribe, named
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from facilitator.rounds.concerns import Concern
from facilitator.rounds.outside import RoundView
from facilitator.rounds.project import Project
from facilitator.rounds.team import Member, TeamJoined
from facilitator.words.concerns import concern_sentence
from facilitator.words.figures import Unit, column_date, counted
from facilitator.words.tongue import Tongue, tongue

NUMBER = 2.2
"""Characters that the number of a point takes."""
LONG = 1500
"""Characters that a cell of a table holds at most; a longer text stands below, where it breaks over pages."""
LINE = "________________"
"""To be filled in by hand."""


@dataclass(frozen=True)
class Thread(Scribe):
    """Knows one project and its round."""

    source: ProjectMaterial

    @property
    def project(self) -> Project:
        """The project."""
        return self.source.project

    @property
    def round(self) -> RoundView:
        """Its round."""
        return self.source.project.round

    @property
    def place(self) -> str:
        """Where it is."""
        found = self.round.place(self.project.project.place)
        return found.name if found else str(self.project.project.place)

    def member(self, one: Member) -> str:
        """Somebody of the team by name; in public by surname, and nobody who was erased."""
        if one.person is None:
            return self.t("(deleted)")
        return self.person(one.person.name)


def thread(source: ProjectMaterial) -> Thread:
    """The clerk for a paper of a project; whoever is or was in its team is masked in public."""
    t = tongue(source.lang)
    hidden, hiding = hiding_of(t, [source.project])
    kept = hidden if source.public else {}
    return Thread(source.lang, t, source.public, source.now, kept, hiding, source)


def hiding_of(t: Tongue, projects: Iterable[Project]) -> tuple[dict[str, str], Hiding]:
    """The masks for everybody who is or was in one of these teams, struck entries too."""
    people: list[Person] = [
        one.event.person
        for project in projects
        for one in project.chronicle
        if isinstance(one.event, TeamJoined) and one.event.person is not None
    ]
    hidden = {one.name: t("Guest {surname}", surname=surname(one.name)) for one in people}
    return hidden, Hiding(hidden, (p.phone for p in people), (p.address for p in people))


def write_thread(
    c: Thread, kind: str, title: str, blocks: Iterable[BlockKind], *, blank: bool = False
) -> Paper:
    """The finished paper, in portrait; a `blank` form is called so, that no file takes another's name."""
    t, project = c.t, c.project
    name = c.joined(project.number, project.title)
    parts = (
        title,
        project.number,
        named(project.title),
        t("blank form") if blank else "",
        t("Public version") if c.public else "",
    )
    return Paper(
        kind=kind,
        lang=c.lang,
        layout=Layout.PROJECT,
        title=title,
        blocks=tuple(blocks),
        subtitle=c.joined(c.round.title, name),
        mark=mark_of(c, sample=c.round.sample),
        reference=" ".join(part for part in parts if part),
        date=c.today.isoformat(),
    )


def mark_of(c: Scribe, *, sample: bool) -> str:
    """What stands at the top of every page."""
    t = c.t
    return c.joined(
        t("Sample: all names are invented") if sample else "",
        t("Public version") if c.public else "",
    )


# --- pieces that several of these papers have


def head(c: Thread, *more: tuple[str, str]) -> Table:
    """Number and place, what it is called, for whom it is; `more` are further facts below."""
    t, target = c.t, c.project.target or c.project.project
    people = counted(target.people, Unit.PEOPLE, c.lang) if target.people else ""
    group = c.told(target.group) + (c.brackets(people) if people else "")
    rows = [
        row(
            label(t.within("project", "No.")),
            mid(c.project.number),
            label(t.within("project", "Place")),
            left(c.place),
        ),
        fact(t.within("project", "Project"), c.project.title),
        fact(t.within("project", "For whom"), group),
    ]
    rows += [fact(name, told) for name, told in more if told]
    return Table(widths=widths(c), rows=tuple(rows))


def widths(c: Scribe) -> tuple[float, float, float, float]:
    """Columns of a table of facts."""
    return (15, 25, 13, 47) if c.lang == "zh" else (19, 22, 12, 47)


def fact(name: str, told: str) -> Row:
    """One fact over the width of the table."""
    return Row((label(name), Cell(say(told), span=3)))


def points(told: Iterable[str]) -> Iterator[BlockKind]:
    """Points under their numbers; further paragraphs of one below it."""
    for number, text in enumerate(told, 1):
        first, *more = lines_of(text)
        yield Line(f"{number}.", say(first), column=NUMBER)
        yield from (Paragraph(say(line)) for line in more)


def paragraphs(text: str) -> Iterator[BlockKind]:
    """Running text as its paragraphs."""
    yield from (Paragraph(say(line)) for line in lines_of(text) if line)


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text, one empty one where there is none."""
    return [line.strip() for line in text.split("\n") if line.strip()] or [""]


def table(
    heads: Sequence[str],
    rows: Iterable[Row],
    widths: tuple[float, ...],
    *,
    height: float = 0.0,
    keep: bool = False,
) -> Table:
    """A table under its heads, repeated on every page."""
    return Table(
        widths=widths,
        rows=(row(*heads, kind=RowKind.HEAD), *rows),
        row_height=height,
        keep=keep,
    )


def empty(columns: int, rows: int) -> list[Row]:
    """Rows to be written in."""
    return [row(*("",) * columns) for _ in range(rows)]


def concern_blocks(
    c: Thread, found: Iterable[Concern], codes: Iterable[str]
) -> Iterator[BlockKind]:
    """What there is to look at, of these kinds; nothing where all is well."""
    wanted = set(codes)
    said = [concern_sentence(one, c.lang) for one in found if one.code in wanted]
    if said:
        yield Heading(c.t("To be looked at"))
        yield from points(said)


def day(c: Scribe, on: date | None) -> str:
    """A day as it stands in a column: 2027.4.15, 15 Apr 2027; a dash for one that was not told."""
    return "—" if on is None else column_date(on, c.lang)
