"""The plain word where no way to break ties was fixed; and sentences put together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, column, words
from facilitator.words.tongue import Tongue


def no_ties(desk: Desk) -> QFrame:
    """What it means when projects are tied and nothing was agreed."""
    made = card("warn", name="terms.no-ties")
    said = desk.t(
        "No way to break ties is fixed: if projects are tied and the money depends on it, the result can only "
        "be “undecided”."
    )
    column(words(said, "", "warn", wrap=True), on=made, margins=desk.px(12))
    return made


def joined(t: Tongue, *sentences: str) -> str:
    """Sentences one after another, without those that say nothing."""
    found = [one for one in sentences if one]
    said = found[0] if found else ""
    for one in found[1:]:
        said = t("{sentence} {another}", sentence=said, another=one)
    return said
