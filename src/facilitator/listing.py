"""The list of decisions as a table that leaves the house: narrowed down, in one language, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.papers import shelf
from facilitator.record.decided import Decided, decided, decided_at, meetings_with_decisions
from facilitator.record.index.asking import Wanted
from facilitator.record.index.docs import Facet
from facilitator.record.index.marks import Marker
from facilitator.record.index.segments import phrases
from facilitator.session import Session
from facilitator.sheets import write
from facilitator.words.found import implementation_word, kinship_word, result_word, view_word
from facilitator.words.tongue import Tongue, tongue

__all__ = ["Decided", "Table", "by_meeting", "decisions", "save", "table", "write_list"]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of a sheet; `name` is what it is called."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[write.Cell, ...], ...]


def decisions(session: Session, wanted: Wanted | None = None) -> list[Decided]:
    """Decisions that have all the words in their title or text and fit what was chosen; newest first."""
    rows = decided(session.record)
    return [row for row in rows if _fits(row, wanted)] if wanted else rows


def by_meeting(session: Session, wanted: Wanted) -> Iterator[tuple[list[Decided], int, int]]:
    """The same, a meeting at a time, for whoever may not stop for long; with how far it is, of how many."""
    meetings = meetings_with_decisions(session.record)
    for at, meeting in enumerate(meetings, 1):
        rows = decided_at(session.record, meeting)
        yield [row for row in rows if _fits(row, wanted)], at, len(meetings)


_VALUES: dict[Facet, Callable[[Decided], str]] = {
    Facet.BODY: lambda row: row.body,
    Facet.YEAR: lambda row: row.made_at[:4],
    Facet.FORMAT: lambda row: row.format,
    Facet.KIND: lambda row: "decision",
    Facet.OUTCOME: lambda row: row.outcome,
    Facet.IMPLEMENTATION: lambda row: row.implementation,
}


def _fits(row: Decided, wanted: Wanted) -> bool:
    if any(values and _VALUES[facet](row) not in values for facet, values in wanted.chosen.items()):
        return False
    asked = phrases(wanted.words)
    if not asked:
        return not wanted.words.strip()
    text = "\n".join((row.title, row.text, row.implementer, row.task))
    return all(Marker([one]).mark(text).marks for one in asked)


def table(rows: Iterable[Decided], lang: str) -> Table:
    """The list as a sheet in one language; days as dates that sort, money in yuan."""
    t = tongue(lang)
    columns = _columns(t)
    heads = tuple(head for head, _ in columns)
    cells = tuple(tuple(cell(row) for _, cell in columns) for row in rows)
    return Table(t.within("list", "Decisions"), heads, cells)


def _columns(t: Tongue) -> Sequence[tuple[str, Callable[[Decided], write.Cell]]]:
    return (
        (t.within("list", "Date"), lambda row: row.made_at[:10]),
        (t.within("list", "Body"), lambda row: _body(row, t)),
        (t.within("list", "Term"), lambda row: row.term),
        (t.within("list", "No."), lambda row: row.number),
        (t.within("list", "Title"), lambda row: row.title),
        (t.within("list", "Text"), lambda row: row.text),
        (t.within("list", "Outcome"), lambda row: result_word(row.outcome, t.lang)),
        (t.within("list", "For"), lambda row: row.in_favour),
        (t.within("list", "Against"), lambda row: row.against),
        (t.within("list", "Abstained"), lambda row: row.abstained),
        (t.within("list", "Needed"), lambda row: row.needed),
        (t.within("list", "Out of"), lambda row: row.base),
        (t.within("list", "Implementer"), lambda row: row.implementer),
        (t.within("list", "Task"), lambda row: row.task),
        (t.within("list", "Due"), lambda row: row.due),
        (
            t.within("list", "Follow-up"),
            lambda row: implementation_word(row.implementation, t.lang),
        ),
        (t.within("list", "Residents say"), lambda row: view_word(row.residents, t.lang)),
        (t.within("list", "Money (yuan)"), lambda row: _yuan(row.granted_fen)),
        (t.within("list", "Paid (yuan)"), lambda row: _yuan(row.paid_fen)),
        (t.within("list", "Later decisions"), lambda row: _changes(row.changed_by, t)),
        (t.within("list", "Meeting"), lambda row: row.meeting_title or row.meeting),
    )


def _body(row: Decided, t: Tongue) -> str:
    """What it is called; in every line of a sample that it is one, wherever the line is copied to."""
    return t("{name} (sample)", name=row.body_name) if row.sample else row.body_name


def _yuan(fen: int) -> Decimal | None:
    return Decimal(fen) / 100 if fen else None


def _changes(lines: str, t: Tongue) -> str:
    """What later decisions did to it, a line each."""
    told = (line.split(" ", 2) for line in lines.splitlines())
    return "\n".join(
        f"{kinship_word(kinship, t.lang)} {day} {title}" for kinship, day, title in told
    )


def save(made: Table, path: Path, form: str = "") -> None:
    """Write a table to `path` in that form, or as its ending says; the old file stays until it is whole.

    Refused (`list-form`) where neither says it; Trouble as `shelf.put` tells it.
    """
    form = form or write.form_of(path)
    if form not in write.FORMS:
        raise RuleViolation("list-form", name=path.name, forms=", ".join(write.FORMS))
    shelf.put(path, write.table_bytes(made.heads, made.rows, form, made.name))


def write_list(rows: Sequence[Decided], lang: str, path: str) -> None:
    """Write decisions as a sheet, as the path's ending says; takes plain data alone, for a worker process."""
    save(table(rows, lang), Path(path))
