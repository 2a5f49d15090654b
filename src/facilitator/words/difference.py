"""How one wording differs from another: what stays, what goes out, what comes in. Plain text in, pieces out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import Enum

from facilitator.data import dataclass
from facilitator.words.tongue import tongue

TOKENS = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*|[A-Za-z\u00c0-\u024f'’]+|\s+|.", re.DOTALL)
"""A number, a word in letters, white space, or one character: nobody changes half a number."""
MOST = 4000
"""Tokens. Longer wordings are not compared but shown one after the other."""


class Kept(Enum):
    BOTH = "both"
    OLD = "old"  # goes out
    NEW = "new"  # comes in


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a wording, and in which of the two it stands."""

    text: str
    kept: Kept


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The two wordings in one: joining what is not `NEW` gives the old one, what is not `OLD` the new one."""
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    if max(len(before), len(after)) > MOST:
        whole = (Piece(old, Kept.OLD), Piece(new, Kept.NEW))
        return tuple(piece for piece in whole if piece.text)
    runs = list(_runs(before, after))
    out: list[str] = []
    come: list[str] = []
    pieces: list[Piece] = []
    for place, (same, one, other) in enumerate(runs):
        if same and not (len(one) == 1 and 0 < place < len(runs) - 1):
            pieces += (*_pieces(out, come), Piece("".join(one), Kept.BOTH))
            out, come = [], []
        else:  # a change, or too little unchanged to be read between two of them
            out, come = out + one, come + other
    return (*pieces, *_pieces(out, come))


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield tag == "equal", before[a:b], after[c:d]


def _pieces(out: list[str], come: list[str]) -> tuple[Piece, ...]:
    found = Piece("".join(out), Kept.OLD), Piece("".join(come), Kept.NEW)
    return tuple(piece for piece in found if piece.text)


def difference_words(pieces: Iterable[Piece], lang: str) -> str:
    """The same for whoever hears the screen: 删去“三个月”；加上“六个月”; "" when nothing differs."""
    t = tongue(lang)
    told = [
        t("“{text}” goes out", text=one.text)
        if one.kept is Kept.OLD
        else t("“{text}” comes in", text=one.text)
        for one in pieces
        if one.kept is not Kept.BOTH
    ]
    return t.within("between", "; ").join(told)


def change_words(old: str, new: str, lang: str) -> str:
    """A change as somebody moves it: 将“三个月”改为“六个月”；删去“书面”。 "" when nothing differs."""
    t = tongue(lang)
    none = Piece("", Kept.BOTH)
    pieces = (none, *difference(old, new), none)
    told: list[str] = []
    for before, one, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if one.kept is Kept.OLD and after.kept is Kept.NEW:
            told.append(t("“{old}” becomes “{new}”", old=one.text, new=after.text))
        elif one.kept is Kept.OLD:
            told.append(t("“{text}” is struck", text=one.text))
        elif one.kept is Kept.NEW and before.kept is Kept.BOTH:
            place = _last_words(before.text)
            told.append(
                t("after “{place}” “{text}” is added", place=place, text=one.text)
                if place
                else t("“{text}” is put in front", text=one.text)
            )
    return t("{change}.", change=t.within("between", "; ").join(told)) if told else ""


def _last_words(text: str) -> str:
    """The end of a text, long enough to find the place: two words in letters, some characters otherwise."""
    if text.isascii():
        return " ".join(text.split()[-2:])
    clause = re.split(r"[，。；：！？](?=.)", text)[-1]
    return clause[-8:]
