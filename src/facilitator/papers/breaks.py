"""What must stay on one line: a full date, a figure with its measure word, a person's name."""

from __future__ import annotations

import re

_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff·]"
_MEASURES = "票席人件条户家个名次届号项页份元米分秒天日月年版"
_CHINESE = (
    r"\d{4}年\d{1,2}月\d{1,2}日",
    r"\d{1,2}月\d{1,2}日",
    r"\d{1,2}:\d{2}(?:—\d{1,2}:\d{2})?",
    rf"(?:赞成|反对|弃权|缺席|空白|废票|应到|实到|发出|收回|差|须|共|第)?\d+(?:,\d{{3}})*(?:\.\d+)?[{_MEASURES}]",
    # An item in the middle of an enumeration with 、 is a name more often than not.
    rf"(?<=、){_HAN}{{2,4}}(?=、)",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH = (
    rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?",
    r"\d{1,2}:\d{2}(?:–\d{1,2}:\d{2})?",
    r"No\. \d+",
    r"(?:motion|item|term|meeting) \d[\d.-]*\d?",
    r"\d+ (?:votes?|seats?|days?|members?)(?: for)?",
    r"CNY\s\d+(?:,\d{3})*(?:\.\d+)?",
)
_WHOLE = {
    "zh": re.compile("|".join(_CHINESE)),
    "en": re.compile("|".join(_ENGLISH), re.IGNORECASE),
}
_ITEM = re.compile(rf"(?:^|(?<=[、；：])){_HAN}{{2,4}}(?=[、；。（]|$)")

_WORD = re.compile(r"[!-~]{12,}")
_ENDLESS = 40
"""Characters of a word that may break, however wide the line; in a narrow cell fewer do."""
_CHUNK = 10

Piece = tuple[str, bool]
"""Some characters, and whether they must stay together; at an empty piece a line may break."""


def pieces(text: str, lang: str, room: float, *, listed: bool = False) -> tuple[Piece, ...]:
    """Cut `text` so that dates, counts and names can be set without a break inside.

    `room` is the width of the line in characters: what is wider may break, or it would stick out.
    In a `listed` text (出席：甲、乙、丙) every short item counts as a name. Nothing is added or lost:
    the pieces put together are the text.
    """
    found = [match.span() for match in _WHOLE.get(lang, _WHOLE["en"]).finditer(text)]
    if listed:
        found += [match.span() for match in _ITEM.finditer(text)]
    cut: list[Piece] = []
    at = 0
    for start, end in sorted(found):
        if start < at or width(text[start:end]) > room:
            continue
        cut += [*_loose(text[at:start], room), (text[start:end], True)]
        at = end
    return (*cut, *_loose(text[at:], room))


def _loose(text: str, room: float) -> list[Piece]:
    """Return text that may break, with places to break in words longer than the line."""
    cut: list[Piece] = []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start < _ENDLESS and width(match[0]) <= room:
            continue
        cut += [(text[at:start], False)] if start > at else []
        for chunk in range(start, end, _CHUNK):
            cut += [(text[chunk : min(end, chunk + _CHUNK)], False), ("", False)]
        at = end
    return [*cut, (text[at:], False)] if at < len(text) else cut


def name_pieces(text: str, lang: str, room: float) -> tuple[Piece, ...]:
    """Keep a short run whole, as a name and its side are: 陈国栋（反对）：."""
    bare = text.rstrip("：: ")
    if not bare or width(bare) > min(room, 12.0):
        return pieces(text, lang, room)
    after = text[len(bare) :]
    return ((bare, True), (after, False)) if after else ((bare, True),)


def width(text: str) -> float:
    """Return about how many full-width characters `text` takes."""
    return sum(1.0 if ord(char) >= 0x2E80 else 0.58 for char in text)
