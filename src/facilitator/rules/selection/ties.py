"""Who goes first among equals, by the order of tie-breaks that was fixed beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import Found, TieBreak

Orders = tuple[tuple[str, ...] | Found, ...]

KEYS: dict[TieBreak, Callable[[Entry], int]] = {
    TieBreak.LOWER_COST: lambda entry: entry.cost,
    TieBreak.MORE_VOTES: lambda entry: -entry.votes,
}
"""What comes first is smallest."""


def classes(tied: Sequence[Entry], tie: TieBreak, orders: Orders) -> list[list[Entry]] | None:
    """The tied in classes, first class first; None where a lot or a re-vote among them is still to be held.

    An order that was found counts when it names all of them. A re-vote may leave some of them equal: a later
    one among these parts them.
    """
    key = KEYS.get(tie)
    return _found(tied, tie, orders) if key is None else _split(tied, key)


def _split(tied: Sequence[Entry], key: Callable[[Entry], int]) -> list[list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in sorted(tied, key=key):
        found.setdefault(key(entry), []).append(entry)
    return list(found.values())


def _found(tied: Sequence[Entry], tie: TieBreak, orders: Orders) -> list[list[Entry]] | None:
    held = False
    for order in reversed(orders):
        ranks = _ranks(order, tie)
        if any(entry.id not in ranks for entry in tied):
            continue
        held = True
        parts = _split(tied, lambda entry, ranks=ranks: ranks[entry.id])
        if len(parts) > 1:
            return [
                finer
                for part in parts
                for finer in (_found(part, tie, orders) if len(part) > 1 else None) or [part]
            ]
    return [list(tied)] if held else None


def _ranks(order: tuple[str, ...] | Found, tie: TieBreak) -> dict[str, int]:
    """The place of every project in an order; none where it was found in another way."""
    if not isinstance(order, Found):
        return {name: place for place, name in enumerate(order)}
    if order.way is not tie:
        return {}
    return {name: place for place, names in enumerate(order.classes) for name in names}


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
