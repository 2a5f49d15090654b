"""How what is found spreads over each facet: as exactly as it can be told without waiting."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from facilitator.record.index.asking import (
    CAP,
    Asked,
    Total,
    Wanted,
    asked,
    capped,
    count,
    numbers,
    ranges_of,
)
from facilitator.record.index.docs import Facet
from facilitator.record.index.writing import token

SCANNED = 2_500
"""Hits that are looked at to tell how they spread; of more, numbers are "more than"."""

Counts = Mapping[Facet, Mapping[str, Total]]
"""For each facet how often each of its values occurs, whatever is chosen of the facet itself."""


def nobody_waits() -> bool:
    """Whether there is time to count; in a very large archive it can take a tenth of a second."""
    return True


def counts(
    db: sqlite3.Connection, wanted: Wanted, in_time: Callable[[], bool] = nobody_waits
) -> Counts:
    """How what is found spreads over each facet; values that do not occur are left out.

    Once it is not `in_time` any more nothing is counted on, and the answer is empty.
    """
    question = asked(wanted)
    if question is None:
        return {facet: {} for facet in Facet}
    chosen = {facet for facet, values in wanted.chosen.items() if values}
    if not question.phrases and not chosen:
        return _known(db)
    found = _spread(db, question, [facet for facet in Facet if facet not in chosen], in_time)
    for facet in chosen:
        other = asked(wanted, without=facet)
        assert other is not None
        found |= _spread(db, other, [facet], in_time)
    return found if in_time() else {}


def _known(db: sqlite3.Connection) -> dict[Facet, dict[str, Total]]:
    found: dict[Facet, dict[str, Total]] = {facet: {} for facet in Facet}
    for facet, value, docs in db.execute("SELECT facet, value, docs FROM value ORDER BY docs DESC"):
        found[Facet(facet)][value] = capped(docs)
    return found


def _spread(
    db: sqlite3.Connection,
    question: Asked,
    facets: Sequence[Facet],
    in_time: Callable[[], bool],
) -> dict[Facet, dict[str, Total]]:
    """Few hits are all looked at; of many the newest, and what does not occur among those is counted."""
    if not facets:
        return {}
    spread, all_of_them = _newest(db, question)
    found: dict[Facet, dict[str, Total]] = {}
    for facet in facets:
        seen = spread[facet]
        if all_of_them:
            found[facet] = {value: capped(number) for value, number in seen.most_common()}
            continue
        sure = {value: Total(min(number, CAP), more=True) for value, number in seen.most_common()}
        if facet is Facet.YEAR:
            sure = {}  # the newest are of the last years; years are quick to count
        found[facet] = sure | _by_value(db, question, facet, frozenset(sure), in_time)
    return found


def _newest(db: sqlite3.Connection, question: Asked) -> tuple[dict[Facet, Counter[str]], bool]:
    """How the newest hits spread, at most SCANNED of them; and whether these are all there are."""
    spread: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    left = SCANNED
    for low, high in question.ranges:
        for *values, kinds, number in _combined(db, question.match(), low, high, left):
            left -= number
            for facet, value in zip(_SINGLE, values, strict=True):
                if value:
                    spread[facet][value] += number
            for kind in kinds.split():
                spread[Facet.KIND][kind] += number
    return spread, left > 0


_SINGLE = (Facet.BODY, Facet.YEAR, Facet.FORMAT, Facet.OUTCOME, Facet.IMPLEMENTATION)


def _combined(
    db: sqlite3.Connection, match: str, low: int, high: int, limit: int
) -> list[tuple[Any, ...]]:
    """Each combination of values among the newest hits of a range, and how often it occurs."""
    what = "d.body, substr(d.at, 1, 4), d.format, d.outcome, d.implementation, d.kinds, count(*)"
    end = "ORDER BY id DESC LIMIT ?"
    rest = "w JOIN doc d ON d.id = w.id GROUP BY 1, 2, 3, 4, 5, 6"
    return numbers(db, match, low, high, end, limit, what, rest).fetchall()


def _by_value(
    db: sqlite3.Connection,
    question: Asked,
    facet: Facet,
    but: frozenset[str],
    in_time: Callable[[], bool],
) -> dict[str, Total]:
    """Each value but those counted by itself, as long as it is in time."""
    rows = db.execute("SELECT value FROM value WHERE facet = ? ORDER BY docs DESC", (facet.value,))
    found: dict[str, Total] = {}
    for (value,) in rows.fetchall():
        if value in but or not in_time():
            continue
        if facet is Facet.YEAR:
            narrowed = _of_year(question, value)
        else:
            more = f'"{token(facet, value)}"'
            both = f"({question.facets}) AND {more}" if question.facets else more
            narrowed = replace(question, facets=both)
        if number := count(db, narrowed):
            found[value] = capped(number)
    return found


def _of_year(question: Asked, year: str) -> Asked:
    """The question for one of its years."""
    ((first, last),) = ranges_of(frozenset({year}))
    within = [(max(first, low), min(last, high)) for low, high in question.ranges]
    return replace(question, ranges=tuple((low, high) for low, high in within if low < high))
