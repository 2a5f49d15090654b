"""Answering: the newest hits with their words marked, and how many there are.

The numbers of documents are in the order of time, so that the first fifty are found without looking at the
others. Nothing that somebody types reaches the index but as words within quotation marks.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from facilitator.data import dataclass
from facilitator.record.index.docs import NO_MORE, Facet, Kind, More, Result
from facilitator.record.index.marks import Marked, Marker
from facilitator.record.index.segments import MOST_PHRASES, Phrase, phrases
from facilitator.record.index.writing import first_number, token

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


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A document that was found."""

    meeting: str
    """Its meeting; of a project its stream, `project/ROUND/NUMBER`."""
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
    return Asked(found[:MOST_PHRASES], " AND ".join(parts), ranges_of(years))


EVERYTHING = (-(1 << 62), 1 << 62)


def ranges_of(years: frozenset[str]) -> tuple[tuple[int, int], ...]:
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
    marker = Marker(question.phrases)
    if not start and len(question.ranges) == 1 and wanted.sort is not Sort.BEST:
        ((low, high),) = question.ranges
        order = "ASC" if wanted.sort is Sort.OLDEST else "DESC"
        rest = f"w JOIN doc d ON d.id = w.id ORDER BY w.id {order}"
        end = f"ORDER BY id {order} LIMIT ?"
        rows = numbers(db, question.match(), low, high, end, stop, _SHOWN, rest)
        return tuple([hit for _, hit in _hits(rows, marker)])
    found = _first(db, question, wanted.sort, stop)[start:]
    return tuple(hits_of(db, found, marker))


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
            rows = numbers(db, match, low, high, f"ORDER BY id {order} LIMIT ?", stop - len(found))
            found += [number for (number,) in rows]
    return found


def numbers(
    db: sqlite3.Connection,
    match: str,
    low: int,
    high: int,
    end: str,
    limit: int,
    what: str = "",
    rest: str = "",
) -> sqlite3.Cursor:
    """Numbers of documents within a range, or `what` of them; `end` and `rest` are our own SQL, too."""
    if match:
        sql = f"SELECT rowid AS id FROM word WHERE word MATCH ? AND rowid >= ? AND rowid < ? {end}"
        values: tuple[object, ...] = (match, low, high, limit)
    else:
        sql = f"SELECT id FROM doc WHERE id >= ? AND id < ? {end}"
        values = (low, high, limit)
    return db.execute(f"SELECT {what} FROM ({sql}) {rest}" if what else sql, values)


def count(db: sqlite3.Connection, question: Asked) -> int:
    """How many there are, counted up to CAP + 1."""
    found = 0
    for low, high in question.ranges:
        rest = CAP + 1 - found
        (more,) = numbers(db, question.match(), low, high, "LIMIT ?", rest, "count(*)").fetchone()
        found += more
    return found


def hits_of(db: sqlite3.Connection, wanted: Sequence[int], marker: Marker) -> list[Hit]:
    """The documents of these numbers as they are shown, in the same order, their words marked."""
    made: dict[int, Hit] = {}
    for place in range(0, len(wanted), _AT_ONCE):
        some = wanted[place : place + _AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = db.execute(f"SELECT {_SHOWN} FROM doc d WHERE d.id IN ({marks})", some)
        made |= _hits(rows, marker)
    return [made[number] for number in wanted if number in made]


_AT_ONCE = 200
"""Rows that are asked for in one question."""
_SHOWN = (
    "d.id, d.meeting, d.key, d.kinds, d.body, d.format, d.at, d.outcome, d.implementation, d.more,"
    " d.title, d.who, d.text"
)


def _hits(rows: Iterable[tuple[Any, ...]], marker: Marker) -> list[tuple[int, Hit]]:
    """Rows of `_SHOWN`, each under its number."""
    marks, told, made = marker.row, datetime.fromisoformat, list[tuple[int, Hit]]()
    for number, meeting, key, kinds, body, form, at, outcome, state, more, *texts in rows:
        hit = Hit(
            meeting,
            key,
            _kinds(kinds),
            body,
            form,
            told(at),
            *marks(*texts),
            _RESULTS[outcome],
            state,
            _MORE.decode(more) if more != "{}" else NO_MORE,
        )
        made.append((number, hit))
    return made


_RESULTS = {one.value: one for one in Result}
_MORE = msgspec.json.Decoder(More)


@cache
def _kinds(words: str) -> tuple[Kind, ...]:
    return tuple(map(Kind, words.split()))
