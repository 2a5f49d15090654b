"""Small pieces that every screen is made of: words, buttons, cards, signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.desk.widgets.buttons import Button, button
from facilitator.desk.widgets.elided import Elided, elided, tip
from facilitator.desk.widgets.ground import card, clear, column, line, row, scrolling, upright
from facilitator.desk.widgets.marks import GroupMark, paint_group, paint_sign
from facilitator.desk.widgets.words import chip, words

if TYPE_CHECKING:
    from facilitator.desk.widgets.wording import Wording

__all__ = [
    "Button",
    "Elided",
    "GroupMark",
    "Wording",
    "button",
    "card",
    "chip",
    "clear",
    "column",
    "elided",
    "line",
    "paint_group",
    "paint_sign",
    "row",
    "scrolling",
    "tip",
    "upright",
    "words",
]


def __getattr__(name: str) -> Any:
    """What only motions need is imported with the first of them."""
    if name == "Wording":
        from facilitator.desk.widgets.wording import Wording

        return Wording
    raise AttributeError(name)
