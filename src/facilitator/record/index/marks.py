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
        self._patterns = [re.compile(one.pattern) for one in asked]

    def mark(self, text: str) -> Marked:
        """The whole text with its marks."""
        folded = fold(text)
        return Marked(text, _ranges(text, self._hits(folded, 0, len(folded))))

    def snippet(self, text: str) -> Marked:
        """The piece around the first hit, on one line; the text's beginning if there is none."""
        folded = fold(text)
        firsts = (pattern.search(folded) for pattern in self._patterns)
        first = min((hit.start() for hit in firsts if hit), default=None)
        start = 0 if first is None else max(_places(text, (first,))[first] - BEFORE, 0)
        start = max(min(start, len(text) - AROUND), 0)
        stop = min(start + AROUND, len(text))
        head, tail = "…" if start else "", "…" if stop < len(text) else ""
        shift = len(head) - start
        # A folded text may be longer than its text, by half a line of such characters at the most.
        hits = [] if first is None else self._hits(folded, first, first + 2 * AROUND)
        marks = tuple(
            (max(begin, start) + shift, min(end, stop) + shift)
            for begin, end in _ranges(text, hits)
            if begin < stop and end > start
        )
        return Marked(f"{head}{_BLANK.sub(' ', text[start:stop])}{tail}", marks)

    def _hits(self, folded: str, first: int, last: int) -> list[Range]:
        """Where in folded text the phrases begin between two places, in order."""
        found: list[Range] = []
        for pattern in self._patterns:
            for hit in pattern.finditer(folded, first):
                if hit.start() >= last:
                    break
                found.append(hit.span())
        return sorted(found)


_BLANK = re.compile(r"\s")
_SAME = re.compile(
    r"[\x00-\x7e\u00b7\u2013-\u2016\u2018-\u201f\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*"
)
"""Text that folds character by character: nearly all there is."""


def _ranges(text: str, hits: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges of folded text as ranges of the text; those that touch are one."""
    if not hits:
        return ()
    places = _places(text, [place for start, stop in hits for place in (start, stop - 1)])
    found: list[Range] = []
    for start, stop in hits:
        first, last = places[start], places[stop - 1] + 1
        while last < len(text) and not fold(text[last]):  # an accent belongs to its letter
            last += 1
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def _places(text: str, wanted: Sequence[int]) -> dict[int, int]:
    """From which character of the text each of these of the folded text came."""
    farthest = max(wanted)
    same = _SAME.match(text)
    if same is not None and same.end() > farthest:
        return {place: place for place in wanted}
    asked, found, length = set(wanted), dict[int, int](), 0
    for place, char in enumerate(text):
        for folded in range(length, length := length + len(fold(char))):
            if folded in asked:
                found[folded] = place
        if length > farthest:
            break
    return found
