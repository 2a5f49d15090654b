"""What is looked for in the manual: every word of it, in any order, within one section."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Sought:
    """The words that somebody typed, in large letters or small; false when there are none."""

    def __init__(self, typed: str) -> None:
        words = dict.fromkeys(typed.split())
        self._each = tuple(re.compile(re.escape(word), re.IGNORECASE) for word in words)
        one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        self._some = re.compile(rf"(?:{one})(?:\s*(?:{one}))*", re.IGNORECASE)

    def __bool__(self) -> bool:
        return bool(self._each)

    def all_in(self, section: str) -> bool:
        """Whether every word stands in it; nothing stands nowhere."""
        return bool(self) and all(word.search(section) for word in self._each)

    def places(self, line: str) -> Iterator[tuple[int, int]]:
        """Where words stand in a line, from and to; words with nothing but spaces between are one place."""
        if self:
            yield from (found.span() for found in self._some.finditer(line))
