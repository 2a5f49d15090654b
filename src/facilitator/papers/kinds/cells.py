"""Short hands for rows and lines, and sentences whose facts are set in a hand of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.papers.model import Cell, Face, Row, RowKind, Run, Text

ONE, TWO, THREE, FOUR, FIVE = "\ue001\ue002\ue003\ue004\ue005"
"""Places in a translated sentence that `fill` puts runs into."""

Piece = str | Run | Text


def say(*parts: Piece) -> Text:
    """A line of plain words, runs and lines; neighbours in one hand become one run."""
    runs: list[Run] = []
    for run in _flat(parts):
        if runs and runs[-1].face is run.face and run.face in (Face.BODY, Face.BOLD):
            runs[-1] = Run(runs[-1].text + run.text, run.face)
        elif run.text:
            runs.append(run)
    return tuple(runs)


def _flat(parts: Iterable[Piece]) -> Iterable[Run]:
    for part in parts:
        if isinstance(part, str):
            yield Run(part)
        elif isinstance(part, Run):
            yield part
        else:
            yield from part


def between(separator: str, parts: Iterable[Piece]) -> Text:
    """Pieces one after another with something between each two."""
    line: list[Piece] = []
    for part in parts:
        line += [separator, part] if line else [part]
    return say(*line)


def fill(sentence: str, *pieces: Piece) -> Text:
    """Put `pieces` at ONE, TWO … of a sentence that was spoken with these as its facts.

    The pieces themselves are never looked through: whatever a neighbour has typed stays text.
    """
    parts: list[Piece] = []
    for char in sentence:
        place = "\ue001\ue002\ue003\ue004\ue005".find(char)
        parts.append(pieces[place] if 0 <= place < len(pieces) else char)
    return say(*parts)


def bold(text: str) -> Run:
    """Words in 黑体."""
    return Run(text, Face.BOLD)


def called(text: str) -> Run:
    """A speaker, in 楷体."""
    return Run(text, Face.NAME)


def struck(text: str) -> Run:
    """What a correction replaced."""
    return Run(text, Face.STRUCK)


def boxed(text: str) -> Run:
    """Words in a thin box."""
    return Run(text, Face.BOXED)


def left(*parts: Piece) -> Cell:
    """A cell set left."""
    return Cell(say(*parts))


def mid(*parts: Piece, span: int = 1) -> Cell:
    """A centred cell."""
    return Cell(say(*parts), align="center", span=span)


def label(text: str) -> Cell:
    """A label cell."""
    return Cell(say(text), align="center", label=True)


def row(*cells: str | Cell, kind: RowKind = RowKind.BODY) -> Row:
    """A row of centred cells; ready cells stay as they are."""
    return Row(tuple(cell if isinstance(cell, Cell) else mid(cell) for cell in cells), kind)


def wide(span: int, *parts: Piece, right: Text = (), kind: RowKind = RowKind.BODY) -> Row:
    """A row of one cell over all columns."""
    return Row((Cell(say(*parts), span=span, right=right),), kind)


def history(values: Sequence[str]) -> Text:
    """A figure and what it was before: old ones struck, the standing one bold beside them."""
    steps = [value for at, value in enumerate(values) if not at or value != values[at - 1]]
    if len(steps) == 1:
        return say(steps[0])
    parts: list[Piece] = []
    for old in steps[:-1]:
        parts += [struck(old), " "]
    return say(*parts, bold(steps[-1]))
