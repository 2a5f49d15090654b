"""Rows of text as columns in a terminal, where a Chinese character is as wide as two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """One line for each row, columns two spaces apart; a column that is empty in all rows is left out."""
    kept = [n for n in range(len(rows[0]) if rows else 0) if any(row[n] for row in rows[1:])]
    widths = {n: max(_width(row[n]) for row in rows) for n in kept}
    for row in rows:
        cells = (row[n] + " " * (widths[n] - _width(row[n])) for n in kept)
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
