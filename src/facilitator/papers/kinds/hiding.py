"""The last look at a paper that is to be posted: names, telephones and door numbers in running text.

Builders already leave out what has no business on a board. This goes once more through every word of
the finished paper, because people type names and numbers into notes and motions. A name that is also an
ordinary word (高兴) is hidden wherever that word stands: a stain on the paper rather than a leak. Names of
people who are neither members nor guests are not known here and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from facilitator.papers.model import Paper

_NOT_WORDS = frozenset(
    {"block", "face", "kind", "lang", "layout", "align", "date", "title", "qr", "head"}
)
"""Fields that hold no running text: names of kinds, the body's own name, the record's head."""

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(\d{3})\d{11}(\d{3}[0-9Xx])(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<!\d)((?:\+?86[ -]?)?1\d{2})[ -]?\d{4}[ -]?(\d{4})(?!\d)")
_DIGIT = re.compile(r"\d")


class Hiding:
    """What must not be seen, and how it is shown instead."""

    def __init__(
        self, names: Mapping[str, str], phones: Iterable[str], addresses: Iterable[str]
    ) -> None:
        self._names = {name: mask for name, mask in names.items() if _says_something(name, 2)}
        numbers = {bare for phone in phones if len(bare := re.sub(r"\D", "", phone)) >= 7}
        doors = {one for one in addresses if _DIGIT.search(one) and _says_something(one, 4)}
        self._named = _any_of(_whole(name) for name in _longest(self._names))
        self._phones = _any_of(_number(r"[ -]?".join(number)) for number in _longest(numbers))
        self._doors = _any_of(_number(re.escape(door)) for door in _longest(doors))

    def paper(self, paper: Paper) -> Paper:
        """The same paper with nothing in it that must not be seen."""
        return msgspec.convert(self._walk(msgspec.to_builtins(paper)), Paper)

    def text(self, text: str) -> str:
        """陈国栋 13800000001 北巷12号 becomes 陈同志 138****0001 北巷**号."""
        text = _IDENTITY.sub(rf"\1{'*' * 11}\2", text)
        text = _MOBILE.sub(r"\1****\2", text)
        text = self._phones.sub(lambda found: _stars(found[0]), text)
        text = self._doors.sub(lambda found: _stars(found[0]), text)
        return self._named.sub(lambda found: self._names[found[0]], text)

    def _walk(self, value: Any, key: str = "") -> Any:
        if isinstance(value, str):
            return value if key in _NOT_WORDS else self.text(value)
        if isinstance(value, dict):
            return {name: self._walk(one, name) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self._walk(one, key) for one in value]
        return value


def _says_something(text: str, least: int) -> bool:
    """Whether a text can be looked for: what is short or all figures would hide votes and dates as well."""
    return len(text) >= least and any(char.isalpha() for char in text)


def _number(pattern: str) -> str:
    """A pattern that is not to begin or end inside a longer number."""
    return rf"(?<!\d){pattern}(?!\d)"


def _stars(text: str) -> str:
    return _DIGIT.sub("*", text)


def _longest(words: Iterable[str]) -> list[str]:
    """Longest first: 陈国栋梁 is not to become 陈同志梁."""
    return sorted(words, key=lambda word: (-len(word), word))


def _whole(name: str) -> str:
    """A name as a pattern; one in letters must stand as a word of its own."""
    if not name.isascii():
        return re.escape(name)
    return rf"(?<![0-9A-Za-z]){re.escape(name)}(?![0-9A-Za-z])"


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these; one that matches nothing when there is none."""
    return re.compile("|".join(patterns) or r"(?!)")
