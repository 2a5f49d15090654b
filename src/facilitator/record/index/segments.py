"""Cutting text into the words of the index, and what somebody types into phrases of the same words.

Chinese has no spaces: each run of it becomes overlapping pairs of characters and, last, its last character,
so that two characters are one word, longer ones a phrase, and a single one the beginning of a word. Letters
and digits are words of their own, in lower case and without accents (`3号楼` is `3 号楼 楼`); plus and number
signs at the end of a word belong to it (`C++`). Full-width forms count as the ordinary ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from facilitator.data import dataclass

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U000323af"
)
"""Characters that are written without spaces between words, as a class of a regular expression."""
_LETTER = rf"[^\W\d_{CJK}]"
_UNIT = re.compile(rf"([{CJK}]+)|({_LETTER}+(?:[+#]+(?!{_LETTER}))?)|(\d+)")
_BETWEEN = r"[\W_]*"

LONGEST = 40
"""Characters of a word of letters or digits that count."""
MOST_PHRASES = 24
MOST_WORDS = 48
"""Of one phrase. Nobody types more; somebody may paste more, and the rest is left out."""
_LONGEST_QUERY = 4_000


class _Folding(dict[int, str]):
    """What each character counts as; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = _fold_one(char)
        return found


def _fold_one(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return " "
    if category == "Cf" or _is_accent(char):
        return ""
    plain = unicodedata.normalize("NFKC", char).casefold()
    if ord(plain[:1] or " ") < 0x2000:  # accents of letters; kana keep their marks
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not _is_accent(c))
    return plain


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\ufe00" <= char <= "\ufe0f"


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as it is compared: one case, no accents, full-width forms as ordinary ones."""
    return text.translate(_FOLDING)


def words(text: str) -> list[str]:
    """The words of the index for a text, in order."""
    found: list[str] = []
    for unit in _UNIT.finditer(fold(text)):
        _add(found, unit, last=True)
    return found


def _add(found: list[str], unit: re.Match[str], *, last: bool) -> None:
    """Put the words of one run in; `last` with the single last character of Chinese."""
    run = unit[0]
    if unit[1] is None:
        found.append(run[:LONGEST])
        return
    found.extend(map("".join, pairwise(run)))
    if last:
        found.append(run[-1])


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after another; of the last one perhaps only its beginning was given."""

    words: tuple[str, ...]
    begins: bool
    pattern: str
    """A regular expression that finds the same in folded text."""

    @property
    def match(self) -> str:
        """The phrase as FTS5 is asked for it; always within quotation marks."""
        inside = " ".join(self.words).replace('"', '""')
        return f'"{inside}"*' if self.begins else f'"{inside}"'


def phrases(query: str) -> tuple[Phrase, ...]:
    """What was typed, as phrases that all have to be found; none if it holds neither letter nor digit.

    Blanks and Chinese punctuation part phrases, as do all signs beside Chinese; `2.5` and `2026-11` stay whole.
    """
    text = fold(query[:_LONGEST_QUERY])
    made: dict[tuple[tuple[str, ...], bool], Phrase] = {}
    for chunk in _chunks(text):
        phrase = _phrase(chunk)
        made.setdefault((phrase.words, phrase.begins), phrase)
        if len(made) == MOST_PHRASES:
            break
    return tuple(made.values())


def _chunks(text: str) -> Iterator[list[re.Match[str]]]:
    chunk: list[re.Match[str]] = []
    for unit in _UNIT.finditer(text):
        if chunk and not _joined(text, chunk[-1], unit):
            yield chunk
            chunk = []
        chunk.append(unit)
    if chunk:
        yield chunk


def _joined(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    gap = text[before.end() : after.start()]
    latin = before[1] is None and after[1] is None
    return not gap or (latin and gap.isascii() and not any(c.isspace() for c in gap))


def _phrase(chunk: Sequence[re.Match[str]]) -> Phrase:
    found: list[str] = []
    for unit in chunk[:-1]:
        _add(found, unit, last=True)
    end = chunk[-1]
    single = end[1] is not None and len(end[0]) == 1
    _add(found, end, last=single)
    begins = single or (end[2] is not None and end[0][-1] not in "+#" and len(end[0]) < LONGEST)
    if len(found) > MOST_WORDS:
        found, begins = found[:MOST_WORDS], False
    pattern = _BETWEEN.join(
        _pattern(unit, open_end=unit is end and begins) for unit in chunk[:MOST_WORDS]
    )
    return Phrase(tuple(found), begins, pattern)


def _pattern(unit: re.Match[str], *, open_end: bool) -> str:
    run = re.escape(unit[0][:LONGEST] if unit[1] is None else unit[0][: MOST_WORDS + 1])
    if unit[1] is not None:
        return run
    if unit[3] is not None:
        return rf"(?<!\d){run}(?!\d)"
    return rf"(?<!{_LETTER}){run}" + ("" if open_end else rf"(?!{_LETTER})")
