"""Names in lists, kept whole at the end of a line."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.papers.kinds.cells import Piece, between, called
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import Text


def listed(c: Clerk, person: str) -> Piece:
    """A name in a list. In a Chinese paper its commas show what is one; in another it must be told apart."""
    name = c.name(person)
    return name if c.lang == "zh" else called(name)


def people(c: Clerk, members: Iterable[str]) -> Text:
    """Names one after another."""
    return between(c.comma, (listed(c, member) for member in members))
