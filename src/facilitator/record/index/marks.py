"""Where in a text the words that were asked for stand, as ranges of characters; and the piece around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from facilitator.record.index.segments import Phrase, fold

Range = tuple[int, int]
"""First character and the one after the last."""

AROUND = 90
"""Characters of a snippet."""
BEFORE = 14
"""Of them, before the first hit."""


class Marked(msgspec.Struct, frozen=True, gc=False):
    """Plain text, and the ranges of it that are to be marked; in order, never overlapping."""

    text: str
    marks: tuple[Range, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)


class Marker:
    """Marks the phrases of one query in many texts."""

    def __init__(self, asked: Sequence[Phrase]) -> None:
        patterns = [re.compile(one.pattern) for one in asked] or [_NOTHING]
        self._find = patterns[0].finditer
        self._others = [one.finditer for one in patterns[1:]]

    def mark(self, text: str) -> Marked:
        """The whole text with its marks."""
        return Marked(text, _joined(self._all(text)))

    def snippet(self, text: str) -> Marked:
        """The piece around the first hit, on one line; the text's beginning if there is none."""
        return _piece(text, _joined(self._all(text)))

    def row(self, title: str, who: str, text: str) -> tuple[Marked, Marked, Marked]:
        """Title and names with their marks, and the snippet of the text: the same at a third of the price."""
        whole = f"{title}{_EDGE}{who}{_EDGE}{text}"
        if not _PLAIN.fullmatch(whole):
            return self.mark(title), self.mark(who), self.snippet(text)
        in_title: list[Range] = []
        in_who: list[Range] = []
        in_text: list[Range] = []
        second = len(title) + 1
        third = second + len(who) + 1
        for first, last in self._hits(whole.lower()):
            if first >= third:
                in_text.append((first - third, last - third))
            elif first >= second:
                in_who.append((first - second, last - second))
            else:
                in_title.append((first, last))
        return (
            Marked(title, _joined(in_title)),
            Marked(who, _joined(in_who)),
            _piece(text, _joined(in_text)),
        )

    def _all(self, text: str) -> list[Range]:
        if _PLAIN.fullmatch(text):
            return self._hits(text.lower())
        return _ranges(text, self._hits(fold(text)))

    def _hits(self, folded: str) -> list[Range]:
        """Where in folded text the phrases are, in order."""
        found = [hit.span() for hit in self._find(folded)]
        for find in self._others:
            found += [hit.span() for hit in find(folded)]
        if self._others:
            found.sort()
        return found


def _piece(text: str, ranges: Sequence[Range]) -> Marked:
    """The piece around the first range, on one line."""
    start = max(min(ranges[0][0] - BEFORE, len(text) - AROUND), 0) if ranges else 0
    stop = start + AROUND
    piece = text[start:stop]
    if not piece.isprintable():
        piece = _BREAK.sub(" ", piece)
    if start:
        piece = f"…{piece}"
    if stop < len(text):
        piece = f"{piece}…"
    if not ranges:
        return Marked(piece)
    shift = (1 if start else 0) - start
    inside = [(first + shift, min(last, stop) + shift) for first, last in ranges if first < stop]
    return Marked(piece, tuple(inside))


_NOTHING = re.compile(r"(?!)")
_EDGE = "\ua48c"
"""Between texts: a character that belongs to no phrase, for the wildest of queries, and joins none."""
_BREAK = re.compile(r"[\s\x00-\x1f]")
_SAME = re.compile(
    r"[\x00-\x7e\u00b7\u2013-\u2016\u2018-\u201f\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*"
)
"""Text that folds character by character: nearly all there is."""
_PLAIN = re.compile(
    r"[\x00-\x7e\u00b7\u2013-\u2016\u2018-\u201f\u3001-\u301f\u4e00-\u9fff\ua48c"
    r"\uff01\uff02\uff04-\uff0a\uff0c-\uff0f\uff1a-\uff20]*"
)
"""Text that folds to itself in small letters; of other signs patterns know only that they are no words."""


def _joined(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges in order; those that touch are one."""
    if len(ranges) < 2:
        return tuple(ranges)
    found: list[Range] = []
    for first, last in ranges:
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def _ranges(text: str, hits: Sequence[Range]) -> list[Range]:
    """Ranges of folded text as ranges of the text."""
    if not hits:
        return []
    places = _places(text, [place for start, stop in hits for place in (start, stop - 1)])
    found: list[Range] = []
    for start, stop in hits:
        last = places[stop - 1] + 1
        while last < len(text) and not fold(text[last]):  # an accent belongs to its letter
            last += 1
        found.append((places[start], last))
    return found


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
