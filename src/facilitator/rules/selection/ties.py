"""Who goes first among equals, by the order of tie-breaks that was fixed beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import TieBreak

Orders = tuple[tuple[str, ...], ...]

KEYS: dict[TieBreak, Callable[[Entry], int]] = {
    TieBreak.LOWER_COST: lambda entry: entry.cost,
    TieBreak.MORE_VOTES: lambda entry: -entry.votes,
}
"""What comes first is smallest."""


def classes(tied: Sequence[Entry], tie: TieBreak, orders: Orders) -> list[list[Entry]] | None:
    """The tied in classes, first class first; None where a lot or a re-vote among them is still to be held.

    An order that was found counts when it names all of them.
    """
    key = KEYS.get(tie) or _found(tied, orders)
    if key is None:
        return None
    found: dict[int, list[Entry]] = {}
    for entry in sorted(tied, key=key):
        found.setdefault(key(entry), []).append(entry)
    return list(found.values())


def _found(tied: Sequence[Entry], orders: Orders) -> Callable[[Entry], int] | None:
    names = {entry.id for entry in tied}
    for order in orders:
        if names <= set(order):
            return lambda entry: order.index(entry.id)
    return None


def first(
    tied: list[Entry], ties: Sequence[TieBreak], orders: Orders
) -> tuple[list[Entry], TieBreak | None]:
    """Those who go first, and the tie-break that narrowed them down to these; several when none is left."""
    by: TieBreak | None = None
    for tie in ties:
        found = classes(tied, tie, orders)
        if found is None or len(tied) == 1:
            break
        if len(found) > 1:
            tied, by = found[0], tie
    return tied, by
