"""Reading a paper as people do: its lines, its tables, its words, whatever hand they are set in."""

from __future__ import annotations

import msgspec

from facilitator.papers.model import Face, Line, Paper, Row, Run, Table


def words(value) -> str:
    """Every word of a paper or a part of it, in order."""
    if isinstance(value, Run):
        return value.text
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        joined = [words(one) for one in value]
        return ("" if all(isinstance(one, Run) for one in value) else "\n").join(joined)
    if isinstance(value, msgspec.Struct):
        names = (name for name in value.__struct_fields__ if name not in ("align", "kind"))
        fields = (getattr(value, name) for name in names)
        return "\n".join(words(one) for one in fields if not isinstance(one, Face | int | float))
    return ""


def lines(paper: Paper) -> list[str]:
    """The record's entries, each as `time text`."""
    found = (block for block in paper.blocks if isinstance(block, Line))
    return [f"{line.time} {words(line.text)}" for line in found]


def line(paper: Paper, part: str) -> str:
    """The one entry with these words in it."""
    found = [one for one in lines(paper) if part in one]
    assert len(found) == 1, (part, found)
    return found[0]


def runs(paper: Paper, part: str) -> list[tuple[str, str]]:
    """The runs of the one entry with these words in it, as (face, text)."""
    found = [b for b in paper.blocks if isinstance(b, Line) and part in words(b.text)]
    assert len(found) == 1, (part, found)
    return [(run.face.value, run.text) for run in found[0].text]


def vote(paper: Paper, label: str) -> Table:
    """The vote block whose motion row begins with this label."""
    found = votes(paper, label)
    assert len(found) == 1, (label, len(found))
    return found[0]


def votes(paper: Paper, label: str) -> list[Table]:
    """All vote blocks of that motion, in order."""
    tables = (block for block in paper.blocks if isinstance(block, Table) and block.keep)
    return [table for table in tables if words(table.rows[0].cells[0].text[0]) == label]


def cells(row: Row) -> list[str]:
    """A row as its cells; struck words in ~~, bold ones in **."""
    return [
        marked(cell.text) + (f" | {marked(cell.right)}" if cell.right else "") for cell in row.cells
    ]


def rows(table: Table) -> list[list[str]]:
    """A table as its rows."""
    return [cells(row) for row in table.rows]


def row(table: Table, first: str) -> list[str]:
    """The one row whose first cell is this, else the one that begins so."""
    exact = [one for one in rows(table) if one[0] == first]
    if len(exact) == 1:
        return exact[0]
    found = [one for one in rows(table) if one[0].startswith(first)]
    assert len(found) == 1, (first, found)
    return found[0]


def marked(text: tuple[Run, ...]) -> str:
    """A line with its struck words in ~~ and its bold ones in **."""
    signs = {Face.STRUCK: "~~", Face.BOLD: "**"}
    return "".join(f"{signs.get(run.face, '')}{run.text}{signs.get(run.face, '')}" for run in text)
