"""The head of a record as people type it off a paper: what was meant, and which groups can be one."""

from __future__ import annotations

import string
import unicodedata

from facilitator.data import dataclass

GROUP = 4
"""Digits of a group."""
SHORT, WHOLE = 8, 16
"""Groups that stand in print, and those of all of it, as the code beside them holds it."""
SLIPS = {"o": "0", "l": "1", "i": "1"}
"""Letters that never occur, and the digits they are taken for."""
BETWEEN = ".,:;·_'\"`、。"
"""What may stand between groups besides spaces and dashes."""
AIR = ("Z", "C", "Pd")
"""Categories of characters that may stand there: spaces, what cannot be seen, dashes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Up to four characters; what cannot be in a head is still among them."""

    shown: str
    """As somebody typed them."""
    text: str
    """As they are taken."""
    slips: tuple[tuple[str, str], ...] = ()
    """What was typed for another digit, and that digit."""

    @property
    def wrong(self) -> str:
        """The characters that no head has."""
        return "".join(dict.fromkeys(one for one in self.text if one not in string.hexdigits))

    @property
    def can_be(self) -> bool:
        """Whether a head may have this group."""
        return len(self.text) == GROUP and not self.wrong


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed so far."""

    groups: tuple[Group, ...]

    @property
    def fours(self) -> str:
        """The groups as they were typed, with a space between each two."""
        return " ".join(one.shown for one in self.groups)

    @property
    def code(self) -> str:
        """All of it as it is taken, without air."""
        return "".join(one.text for one in self.groups)

    @property
    def whole(self) -> bool:
        """Whether it is a head: as long as one in print, or as all of it."""
        return len(self.groups) in (SHORT, WHOLE) and all(one.can_be for one in self.groups)


def read_code(text: str) -> Typed:
    """Read what was typed: full-width and upper-case characters are what they look like, air is nothing.

    The letters O, l and I are taken for 0 and 1, and each group says so.
    """
    kept = [one for one in unicodedata.normalize("NFKC", text) if not _air(one)]
    cut = (kept[at : at + GROUP] for at in range(0, len(kept), GROUP))
    return Typed(tuple(_group(four) for four in cut))


def _group(four: list[str]) -> Group:
    slips = {one: SLIPS[one.lower()] for one in four if one.lower() in SLIPS}
    shown = "".join(one if one in slips else one.lower() for one in four)
    return Group(shown, "".join(slips.get(one, one.lower()) for one in four), tuple(slips.items()))


def _air(one: str) -> bool:
    return one in BETWEEN or unicodedata.category(one).startswith(AIR)
