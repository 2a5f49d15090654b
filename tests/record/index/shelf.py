"""Documents for tests of the index, an index in memory that holds them, and what plain searching would find."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

from facilitator.record.index import asking, cache
from facilitator.record.index.asking import Wanted
from facilitator.record.index.docs import Doc, Kind
from facilitator.record.index.segments import fold
from facilitator.record.index.writing import put_meeting

AT = datetime(2026, 11, 27, 19, 30, tzinfo=timezone(timedelta(hours=8)))


def doc(key: str, title: str = "", text: str = "", *, days: int = 0, **more: Any) -> Doc:
    """A document, so many days after the first ones."""
    given = {"meeting": "m", "kinds": (Kind.DECISION,), "body": "b", "format": "yishihui", **more}
    return Doc(key=key, at=AT + timedelta(days=days), title=title, text=text, **given)


@contextmanager
def shelved(docs: Iterable[Doc]) -> Iterator[sqlite3.Connection]:
    """An index that holds these documents."""
    by_meeting: dict[str, list[Doc]] = {}
    for one in sorted(docs, key=lambda one: one.at):
        by_meeting.setdefault(one.meeting, []).append(one)
    db = cache.temporary()
    db.execute("BEGIN")
    for meeting, some in by_meeting.items():
        put_meeting(db, meeting, some)
    db.execute("COMMIT")
    try:
        yield db
    finally:
        db.close()


def found(db: sqlite3.Connection, words: str, **more: Any) -> list[str]:
    """The keys of what is found."""
    return [hit.key for hit in asking.answer(db, Wanted(words, limit=1_000, **more)).hits]


def plainly(docs: Iterable[Doc], text: str) -> set[str]:
    """The keys of those that hold a text somewhere, without any index."""
    wanted = fold(text)
    return {one.key for one in docs if wanted in _folded(one)}


@functools.cache
def _folded(one: Doc) -> str:
    return "\n".join(map(fold, (one.title, one.who, one.text)))
