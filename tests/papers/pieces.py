"""Short hands for writing sample papers by hand."""

from __future__ import annotations

from facilitator.papers.model import Cell, Face, Row, RowKind, Run, Text


def say(*parts: str | Run) -> Text:
    """Make a line: plain words as they are, runs where another hand is wanted."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def bold(text: str) -> Run:
    """Set words in 黑体."""
    return Run(text, Face.BOLD)


def name(text: str) -> Run:
    """Set words in 楷体."""
    return Run(text, Face.NAME)


def struck(text: str) -> Run:
    """Set a word that a correction replaced."""
    return Run(text, Face.STRUCK)


def boxed(text: str) -> Run:
    """Set words in a thin box."""
    return Run(text, Face.BOXED)


def left(*parts: str | Run) -> Cell:
    """Make a cell set left."""
    return Cell(say(*parts))


def mid(*parts: str | Run, span: int = 1) -> Cell:
    """Make a centred cell."""
    return Cell(say(*parts), align="center", span=span)


def label(text: str) -> Cell:
    """Make a label cell."""
    return Cell(say(text), align="center", label=True)


def wide(span: int, *parts: str | Run, right: Text = (), kind: RowKind = RowKind.BODY) -> Row:
    """Make a row of one cell over all columns."""
    return Row((Cell(say(*parts), span=span, right=right),), kind)


def row(*texts: str | Cell, kind: RowKind = RowKind.BODY) -> Row:
    """Make a row of centred cells; ready cells stay as they are."""
    return Row(tuple(text if isinstance(text, Cell) else mid(text) for text in texts), kind)


def head(*texts: str) -> Row:
    """Make a head row."""
    return row(*texts, kind=RowKind.HEAD)


def total(*texts: str | Cell) -> Row:
    """Make a row of sums."""
    return row(*texts, kind=RowKind.TOTAL)
