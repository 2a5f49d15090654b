"""The size in which words fill their room: the name on a door, the question on a poster, a card's title."""

from __future__ import annotations

import re
from collections.abc import Callable

from facilitator.papers.breaks import width

PITCH = 1.25
"""Line to line, as a share of the size."""
_SINGLE = 0.55
"""Words go on a line of their own down to this share of the size they may have; then they take another."""
LEAST = 12.0
THEME_MOST, THEME_LINES = 22.0, 4
"""The question on the cover of a book."""
CARD_MOST = 60.0
_ALMOST = 0.85
"""A card's title stays on one line down to this share of its largest size."""
CARD_ROOM = 70.0
"""Height in mm that the title of a card may take; the number stands above it, convener and reason below."""
_POINTS = 72 / 25.4
_WORDS = re.compile(r"[^\s\u2e80-\uffff]+\s*|\s+|[\u2e80-\uffff\U00010000-\U0010ffff]")


def lines_needed(text: str, room: float) -> int:
    """How many lines of `room` full-width characters `text` takes; words in letters stay whole."""
    lines, used = 1, 0.0
    for word in _WORDS.findall(text):
        wide = width(word.rstrip()) * 1.05 if word.isascii() else width(word)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        while wide > room:
            lines, wide = lines + 1, wide - room
        used += wide + (0.3 if word[-1:].isspace() else 0.0)
    return lines


def banner_size(text: str, width: float, most: float, lines: int) -> float:
    """The largest size in points, `most` at most, in which `text` takes `lines` at most of so many mm.

    One line is preferred, even if it is set a good deal smaller.
    """
    size = most
    for allowed in range(1, lines + 1):
        size = _largest(text, width, most, _within(allowed))
        if size >= most * _SINGLE:
            break
    return size


def card_size(title: str, width: float) -> float:
    """The size in points of a card's title, whose lines are so many mm long."""
    alone = _largest(title, width, CARD_MOST, _within(1))
    if alone >= CARD_MOST * _ALMOST:
        return alone
    room = CARD_ROOM * _POINTS
    return _largest(title, width, CARD_MOST, lambda size, need: need * size * PITCH <= room)


def _within(lines: int) -> Callable[[float, int], bool]:
    return lambda _size, need: need <= lines


def _largest(text: str, width: float, most: float, fits: Callable[[float, int], bool]) -> float:
    size = most
    while size > LEAST and not fits(size, lines_needed(text, width * _POINTS / size)):
        size -= 1.0
    return size
