"""Text that every writer can hold: what cannot be shown is replaced by a mark that can be seen."""

from __future__ import annotations

import re

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; XML holds most of them in no form at all
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading order of their neighbours
    "\ud800-\udfff"  # halves of characters, which UTF-8 cannot write
    "\ufdd0-\ufdef\ufffe\uffff]"  # no characters
)
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


def plain(text: str) -> str:
    """Return `text` with plain line feeds and a U+FFFD for every character that cannot be shown.

    The record refuses such characters already. A paper shows a mark instead of dropping them, so
    that nothing disappears silently and no figure changes its place.
    """
    return _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
