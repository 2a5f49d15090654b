"""Small pieces that every screen is made of: words, buttons, cards, signs."""

from facilitator.desk.widgets.buttons import Button, button
from facilitator.desk.widgets.elided import Elided, elided, tip
from facilitator.desk.widgets.ground import card, clear, column, line, row, scrolling, upright
from facilitator.desk.widgets.marks import GroupMark, paint_group, paint_sign
from facilitator.desk.widgets.wording import Wording
from facilitator.desk.widgets.words import chip, words

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
