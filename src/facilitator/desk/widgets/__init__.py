"""Small pieces that every screen is made of: words, buttons, cards, signs."""

from facilitator.desk.widgets.buttons import Button, button
from facilitator.desk.widgets.ground import card, clear, column, line, row, scrolling, upright
from facilitator.desk.widgets.marks import GroupMark, paint_group, paint_sign
from facilitator.desk.widgets.words import chip, words

__all__ = [
    "Button",
    "GroupMark",
    "button",
    "card",
    "chip",
    "clear",
    "column",
    "line",
    "paint_group",
    "paint_sign",
    "row",
    "scrolling",
    "upright",
    "words",
]
