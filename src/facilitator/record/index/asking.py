"""Answering: the newest hits with their words marked, how many there are, and how they spread over each facet.

The numbers of documents are in the order of time, so that the first fifty are found without looking at the
others. Nothing that somebody types reaches the index but as words within quotation marks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cache

import msgspec

from facilitator.record.index.docs import NO_MORE, Facet, Kind, More, Result
from facilitator.record.index.marks import Marked, Marker
from facilitator.record.index.segments import MOST_PHRASES, Phrase, phrases
from facilitator.record.index.writing import COLUMNS, Row, first_number, token

CAP = 1_000
"""Hits are counted up to one more than this: "more than 1,000"."""
FARTHEST = 1_000
"""Rows that can be paged through; whoever looks for more narrows it down."""


class Sort(StrEnum):
    """In which order hits are shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"  # first where all words stand in the title; each newest first


Chosen = Mapping[Facet, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, which all have to be there, and values of facets, any one of each.

    Without words everything is found. A year is written as `2026`.
    """

    words: str = ""
    chosen: Chosen = field(default_factory=dict[Facet, frozenset[str]])
    sort: Sort = Sort.NEWEST
    start: int = 0
    limit: int = 50

    def choose(self, facet: Facet, *values: str) -> Wanted:
        """The same with these values of a facet alone; with none, all of them."""
        rest = {one: chosen for one, chosen in self.chosen.items() if one is not facet}
        chosen = {**rest, facet: frozenset(values)} if values else rest
        return replace(self, chosen=chosen, start=0)


class Hit(msgspec.Struct, frozen=True):
    """A document that was found."""

    meeting: str
    key: str
    """The decision's number, or the id of the motion, item, topic or group within the meeting."""
    kinds: tuple[Kind, ...]
    body: str
    format: str
    at: datetime
    title: Marked
    who: Marked
    """Mover, conveners, or whoever else it is of; by their names."""
    snippet: Marked
    outcome: Result
    implementation: str
    more: More

    @property
    def kind(self) -> Kind:
        """What it is above all."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Total:
    """How many were found; `more` if there are more than could be counted at once."""

    count: int
    more: bool = False


NONE = Total(0)


def capped(count: int) -> Total:
    """A count that went one too far says so."""
    return Total(min(count, CAP), count > CAP)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `searched` is False when the words hold neither letter nor digit: then nothing is."""

    hits: tuple[Hit, ...] = ()
    total: Total = NONE
    searched: bool = True


Counts = Mapping[Facet, Mapping[str, Total]]
"""For each facet how often each of its values occurs, whatever is chosen of the facet itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, as the index is asked for it."""

    phrases: tuple[Phrase, ...]
    facets: str
    ranges: tuple[tuple[int, int], ...]
    """Numbers from and before, newest first: the years that were chosen."""

    def match(self, columns: str = "title text") -> str:
        """The question in the language of FTS5; "" to ask for everything."""
        parts = [f"{{{columns}}} : ({_all(self.phrases)})"] if self.phrases else []
        parts += [f"facet : ({self.facets})"] if self.facets else []
        return " AND ".join(parts)

    def beyond_titles(self) -> str:
        """The hits whose words do not all stand in the title."""
        found = f"(({self.match()}) NOT {{title}} : ({_all(self.phrases)}))"
        return found if self.phrases else ""


def _all(asked: Sequence[Phrase]) -> str:
    return " AND ".join(one.match for one in asked)


def asked(wanted: Wanted, *, without: Facet | None = None) -> Asked | None:
    """The question; None if there are words that nothing can be found by."""
    found = phrases(wanted.words)
    if not found and wanted.words.strip():
        return None
    chosen = {facet: values for facet, values in wanted.chosen.items() if values}
    parts = [
        "(" + " OR ".join(f'"{token(facet, value)}"' for value in sorted(values)) + ")"
        for facet, values in chosen.items()
        if facet not in (Facet.YEAR, without)
    ]
    years = chosen.get(Facet.YEAR, frozenset()) if without is not Facet.YEAR else frozenset()
    return Asked(found[:MOST_PHRASES], " AND ".join(parts), _ranges(years))


EVERYTHING = (-(1 << 62), 1 << 62)


def _ranges(years: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Stretches of years that follow one another, newest first."""
    if not years:
        return (EVERYTHING,)
    found: list[tuple[int, int]] = []
    for year in sorted({int(year) for year in years if _is_year(year)}):
        low, high = first_number(year), first_number(year + 1)
        if found and found[-1][1] == low:
            low = found.pop()[0]
        found.append((low, high))
    return tuple(reversed(found))


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def answer(db: sqlite3.Connection, wanted: Wanted) -> Answer:
    """The hits from `start`, at most `limit` of them, and how many there are."""
    question = asked(wanted)
    if question is None:
        return Answer(searched=False)
    return Answer(hits(db, question, wanted), capped(count(db, question)))


def hits(db: sqlite3.Connection, question: Asked, wanted: Wanted) -> tuple[Hit, ...]:
    """One page of what is found."""
    start = min(max(wanted.start, 0), FARTHEST)
    stop = min(start + max(wanted.limit, 0), FARTHEST)
    found = _first(db, question, wanted.sort, stop)[start:]
    marker = Marker(question.phrases)
    return tuple([hit_of(row, marker) for row in rows_of(db, found)])


def _first(db: sqlite3.Connection, question: Asked, sort: Sort, stop: int) -> list[int]:
    """The numbers of the first hits."""
    stages = [question.match()]
    if sort is Sort.BEST and question.phrases:
        stages = [question.match("title"), question.beyond_titles()]
    oldest = sort is Sort.OLDEST
    found: list[int] = []
    for match in stages:
        for low, high in reversed(question.ranges) if oldest else question.ranges:
            order = "ASC" if oldest else "DESC"
            rows = _numbers(db, match, low, high, f"ORDER BY id {order} LIMIT ?", stop - len(found))
            found += [number for (number,) in rows]
    return found


def _numbers(
    db: sqlite3.Connection, match: str, low: int, high: int, end: str, limit: int, what: str = ""
) -> sqlite3.Cursor:
    """Numbers of documents within a range, or `what` of them; both and `end` are our own SQL."""
    if match:
        sql = f"SELECT rowid AS id FROM word WHERE word MATCH ? AND rowid >= ? AND rowid < ? {end}"
        values: tuple[object, ...] = (match, low, high, limit)
    else:
        sql = f"SELECT id FROM doc WHERE id >= ? AND id < ? {end}"
        values = (low, high, limit)
    return db.execute(f"SELECT {what} FROM ({sql})" if what else sql, values)


def count(db: sqlite3.Connection, question: Asked) -> int:
    """How many there are, counted up to CAP + 1."""
    found = 0
    for low, high in question.ranges:
        rest = CAP + 1 - found
        (more,) = _numbers(db, question.match(), low, high, "LIMIT ?", rest, "count(*)").fetchone()
        found += more
    return found


def rows_of(db: sqlite3.Connection, found: Sequence[int]) -> list[Row]:
    """The documents of these numbers, in the same order."""
    rows: dict[int, Row] = {}
    for some in range(0, len(found), _AT_ONCE):
        numbers = found[some : some + _AT_ONCE]
        marks = ",".join("?" * len(numbers))
        sql = f"SELECT id, {COLUMNS} FROM doc WHERE id IN ({marks})"
        rows |= {row[0]: Row._make(row[1:]) for row in db.execute(sql, numbers)}
    return [rows[number] for number in found if number in rows]


_AT_ONCE = 200
"""Rows that are asked for in one question."""


def hit_of(row: Row, marker: Marker) -> Hit:
    """A document as it is shown, its words marked."""
    return Hit(
        row.meeting,
        row.key,
        _kinds(row.kinds),
        row.body,
        row.format,
        datetime.fromisoformat(row.at),
        marker.mark(row.title),
        marker.mark(row.who),
        marker.snippet(row.text),
        _RESULTS[row.outcome],
        row.implementation,
        _MORE.decode(row.more) if row.more != "{}" else NO_MORE,
    )


_RESULTS = {one.value: one for one in Result}
_MORE = msgspec.json.Decoder(More)


@cache
def _kinds(words: str) -> tuple[Kind, ...]:
    return tuple(map(Kind, words.split()))


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
    """For few hits each is looked at; for more than can be counted, each value is counted by itself."""
    if not facets:
        return {}
    numbers: list[int] = []
    for low, high in question.ranges:
        rows = _numbers(db, question.match(), low, high, "LIMIT ?", CAP + 1 - len(numbers))
        numbers += [number for (number,) in rows]
    if len(numbers) > CAP:
        return {facet: _by_value(db, question, facet, in_time) for facet in facets}
    spread: dict[Facet, Counter[str]] = {facet: Counter() for facet in facets}
    for row in rows_of(db, numbers):
        for facet, value in row.values:
            if facet in spread:
                spread[Facet(facet)][value] += 1
    return {
        facet: {value: Total(number) for value, number in found.most_common()}
        for facet, found in spread.items()
    }


def _by_value(
    db: sqlite3.Connection, question: Asked, facet: Facet, in_time: Callable[[], bool]
) -> dict[str, Total]:
    rows = db.execute("SELECT value FROM value WHERE facet = ? ORDER BY docs DESC", (facet.value,))
    found: dict[str, Total] = {}
    for (value,) in rows.fetchall():
        if not in_time():
            break
        if facet is Facet.YEAR:
            narrowed = replace(question, ranges=_ranges(frozenset({value})))
        else:
            more = f'"{token(facet, value)}"'
            both = f"({question.facets}) AND {more}" if question.facets else more
            narrowed = replace(question, facets=both)
        if number := count(db, narrowed):
            found[value] = capped(number)
    return found
