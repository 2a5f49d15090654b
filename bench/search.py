"""Search: the first fifty hits, counting, facets, and adding a meeting, in small and in very large archives."""

from __future__ import annotations

import atexit
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from itertools import count
from time import perf_counter

from bench import stock
from bench.keeping import folder, keep, kept
from bench.measure import Row, Work
from facilitator.record.index import asking
from facilitator.record.index import cache as caches
from facilitator.record.index.asking import Asked, Wanted, asked
from facilitator.record.index.docs import Facet
from facilitator.record.index.similar import similar
from facilitator.record.index.writing import put_meeting

SMALL, LARGE, HUGE = 12_000, 300_000, 5_000_000
"""Documents of 1,000 and of 25,000 meetings; and millions of decisions."""
TIMES = 20
WORDS = "停车"
TYPED = "停车位收费办法：夜间十点以后来访车辆先登记"
NARROWED = Wanted(WORDS).choose(Facet.BODY, "body-3").choose(Facet.YEAR, "2019", "2024")


@cache
def shelf(documents: int) -> sqlite3.Connection:
    """An index of so many documents."""
    name = f"{documents}.index"
    old, new, _ = caches.ways(folder() / name)
    if kept(name):
        db = old()
    else:
        db = new()
        # Fewer and larger pieces while it is filled; merging them would take most of the time.
        db.execute("INSERT INTO word (word, rank) VALUES ('hashsize', ?)", (64 << 20,))
        if documents <= SMALL:
            stock.fill(db, documents // stock.EACH)
        else:
            stock.fill_with_decisions(db, documents)
        db.execute("INSERT INTO word (word, rank) VALUES ('hashsize', ?)", (1 << 20,))
        keep(name)
    atexit.register(db.close)
    return db


@contextmanager
def fifty(documents: int, wanted: Wanted) -> Iterator[tuple[Work, Work]]:
    """Fetch fifty rows by their key; find the first fifty and mark the words in them."""
    db = shelf(documents)
    numbers = _some(db)
    question = _asked(wanted)
    assert asking.hits(db, question, wanted)
    yield (
        _repeated(lambda: _by_key(db, numbers)),
        _repeated(lambda: asking.hits(db, question, wanted)),
    )


@contextmanager
def growth(
    few: int, many: int, work: Callable[[sqlite3.Connection], object]
) -> Iterator[tuple[Work, Work]]:
    """The same work in a small index and in a large one."""
    small, large = shelf(few), shelf(many)
    yield _repeated(lambda: work(small)), _repeated(lambda: work(large))


@contextmanager
def counting(documents: int) -> Iterator[tuple[Work, Work]]:
    """Count all hits; count as far as is said."""
    db = shelf(documents)
    question = _asked(Wanted(WORDS))
    sql = "SELECT count(*) FROM word WHERE word MATCH ?"
    yield (
        lambda: db.execute(sql, (question.match(),)).fetchall() and None,
        lambda: asking.count(db, question) and None,
    )


@contextmanager
def adding(few: int, many: int) -> Iterator[tuple[Work, Work]]:
    """Write the documents of one more meeting into a small index, and into a large one."""
    names = count()
    yield partial(_add, shelf(few), names), partial(_add, shelf(many), names)


def _add(db: sqlite3.Connection, names: Iterator[int]) -> float:
    """Milliseconds for one meeting."""
    (docs,) = stock.docs(1)
    taken = 0.0
    for name in (f"new{next(names)}" for _ in range(TIMES)):
        named = [stock.of_meeting(one, name) for one in docs]
        begun = perf_counter()
        db.execute("BEGIN")
        put_meeting(db, name, named)
        db.execute("COMMIT")
        taken += perf_counter() - begun
    return taken * 1000 / TIMES


def _asked(wanted: Wanted) -> Asked:
    question = asked(wanted)
    assert question is not None
    return question


def _first(wanted: Wanted, db: sqlite3.Connection) -> object:
    return asking.hits(db, _asked(wanted), wanted)


def _some(db: sqlite3.Connection) -> list[int]:
    """Fifty numbers from all over the index."""
    low, high = db.execute("SELECT min(id), max(id) FROM doc").fetchone()
    rng = random.Random(50)
    sql = "SELECT id FROM doc WHERE id >= ? LIMIT 1"
    return [db.execute(sql, (rng.randrange(low, high),)).fetchone()[0] for _ in range(50)]


def _by_key(db: sqlite3.Connection, numbers: list[int]) -> object:
    return [db.execute("SELECT * FROM doc WHERE id = ?", (one,)).fetchone() for one in numbers]


def _repeated(work: Callable[[], object]) -> Work:
    def often() -> None:
        for _ in range(TIMES):
            work()

    return often


def _search_rows(documents: int, where: str) -> tuple[Row, ...]:
    base = "50 rows by primary key"
    return (
        Row(
            work=f"search: first 50 newest, words marked, {where}",
            base=base,
            goal="≤2×",
            prepare=partial(fifty, documents, Wanted(WORDS)),
            unit=TIMES,
        ),
        Row(
            work=f"search with body and years chosen, {where}",
            base=base,
            goal="≤10 ms",
            prepare=partial(fifty, documents, NARROWED),
            unit=TIMES,
        ),
        Row(
            work=f"search: counting the hits, {where}",
            base="`COUNT(*)` of the same hits",
            goal="“more than 1,000” beyond the cap",
            prepare=partial(counting, documents),
        ),
    )


def _growth_rows(few: int, many: int, from_: str, to: str) -> tuple[Row, ...]:
    return (
        Row(
            work=f"search: growth {from_} to {to}",
            base=f"the same with {from_}",
            goal="≤1.5×",
            prepare=partial(growth, few, many, partial(_first, Wanted(WORDS))),
            unit=TIMES,
        ),
        Row(
            work=f"“decided before?” for 21 characters, growth {from_} to {to}",
            base=f"the same with {from_}",
            goal="–",
            prepare=partial(growth, few, many, lambda db: similar(db, TYPED)),
            unit=TIMES,
        ),
        Row(
            work=f"adding a meeting to the search index, growth {from_} to {to}",
            base=f"the same with {from_}",
            goal="≤1.2×",
            prepare=partial(adding, few, many),
        ),
    )


ROWS = (
    _search_rows(SMALL, "1,000 meetings")[0],
    *_search_rows(LARGE, "25,000 meetings"),
    *_growth_rows(SMALL, LARGE, "1,000", "25,000 meetings"),
)
LONG_ROWS = (
    *_search_rows(HUGE, "5 million decisions"),
    *_growth_rows(LARGE, HUGE, "300,000", "5 million decisions"),
)
"""The index takes some ten minutes to be made, and 7 GB."""
