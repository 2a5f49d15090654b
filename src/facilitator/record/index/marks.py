"""Where in a text the words that were asked for stand, as ranges of characters; and the piece around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.record.index.segments import Phrase, fold

Range = tuple[int, int]
"""First character and the one after the last."""

AROUND = 90
"""Characters of a snippet."""
BEFORE = 14
"""Of them, before the first hit."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text, and the ranges of it that are to be marked; in order, never overlapping."""

    text: str
    marks: tuple[Range, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)


class Marker:
    """Marks the phrases of one query in many texts."""

    def __init__(self, asked: Sequence[Phrase]) -> None:
        self._pattern = re.compile("|".join(f"(?:{one.pattern})" for one in asked) or r"(?!)")

    def mark(self, text: str) -> Marked:
        """The whole text with its marks."""
        return Marked(text, self._ranges(text))

    def snippet(self, text: str) -> Marked:
        """The piece around the first hit, on one line; the text's beginning if there is none."""
        ranges = self._ranges(text)
        start = max(ranges[0][0] - BEFORE, 0) if ranges else 0
        if start + AROUND >= len(text):
            start = min(start, max(len(text) - AROUND, 0))
        stop = min(start + AROUND, len(text))
        head, tail = "…" if start else "", "…" if stop < len(text) else ""
        shift = len(head) - start
        inside = tuple(
            (max(first, start) + shift, min(last, stop) + shift)
            for first, last in ranges
            if first < stop and last > start
        )
        piece = re.sub(r"\s", " ", text[start:stop])
        return Marked(f"{head}{piece}{tail}", inside)

    def _ranges(self, text: str) -> tuple[Range, ...]:
        folded = fold(text)
        if not self._pattern.search(folded):
            return ()
        places = _places(text)
        found: list[Range] = []
        for hit in self._pattern.finditer(folded):
            first, last = places[hit.start()], places[hit.end() - 1] + 1
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            else:
                found.append((first, last))
        return tuple(found)


def _places(text: str) -> list[int]:
    """For each character of the folded text, which of the text it came from."""
    return [place for place, char in enumerate(text) for _ in fold(char)]
