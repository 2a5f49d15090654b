"""Whether something like this has been decided before, while a topic or a motion is being typed.

By the words that are rare in the archive and that both share; fast enough to be asked at every pause.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from facilitator.data import dataclass
from facilitator.record.index.asking import NONE, Hit, Total, hits_of
from facilitator.record.index.docs import Facet, Kind
from facilitator.record.index.marks import Marker
from facilitator.record.index.segments import phrases, words
from facilitator.record.index.writing import token

COMMON = 400
"""A word that stands in more documents than this says little about any of them."""
MOST_WORDS = 40
"""Of the text that is typed, from its beginning."""
CANDIDATES = 40
SHARED = 0.25
"""The share of the weight of the text's words that the other has, too; or else
the share of the other's title that the text has, which has to be larger."""
COVERED = 0.5
EMPTY = frozenset(
    "以的了着过是在和与及或等把被就也都很还吗呢吧啊之其这那怎么什哪谁我你您他她它们个"
)
"""Characters that say nothing of what a text is about; words with one of them are not compared."""
SHORT = 3
"""Words of a text that one word in common is enough for; a longer text needs two."""
KINDS = (Kind.DECISION, Kind.MOTION, Kind.ITEM, Kind.TOPIC)


@dataclass(frozen=True, slots=True)
class Before:
    """What is like a text: so many, and the likest of them, the likest first."""

    hits: tuple[Hit, ...] = ()
    total: Total = NONE


def similar(
    db: sqlite3.Connection, text: str, *, limit: int = 3, but: tuple[str, ...] = ()
) -> Before:
    """The earlier decisions, motions and topics most like `text`; none of the meetings `but`."""
    telling = list(dict.fromkeys(_telling(text[:2_000])))[:MOST_WORDS]
    known = _known(db, telling)
    if not known:
        return Before()
    least = 1 if len(telling) <= SHORT else 2
    weights = {word: _weight(db, len(numbers)) for word, numbers in known.items()}
    found: dict[int, float] = {}
    shared: Counter[int] = Counter()
    for word, numbers in known.items():
        shared.update(numbers)
        for number in numbers:
            found[number] = found.get(number, 0.0) + weights[word]
    enough = [number for number, words in shared.items() if words >= least]
    likest = sorted(enough, key=lambda number: (found[number], number), reverse=True)[:CANDIDATES]
    marker = Marker(phrases(" ".join(weights)))
    whole = sum(weights.values())
    scored = [
        (score, hit)
        for number, hit in zip(likest, hits_of(db, likest, marker), strict=True)
        if hit.meeting not in but
        and (score := _score(hit.title.text, found[number] / whole, weights)) > 0
    ]
    matters = _by_matter(scored)
    return Before(tuple(matters[:limit]), Total(len(matters), len(likest) == CANDIDATES))


def _by_matter(scored: Iterable[tuple[float, Hit]]) -> list[Hit]:
    """One hit for each matter of a meeting, the decision if there is one; the likest matter first."""
    matters: dict[tuple[str, str], tuple[float, Hit]] = {}
    for score, hit in sorted(scored, key=lambda one: (one[0], one[1].at), reverse=True):
        matter = (hit.meeting, hit.title.text)
        best, kept = matters.get(matter, (score, hit))
        matters[matter] = (best, min(kept, hit, key=_rank))
    return [hit for _, hit in matters.values()]


def _rank(hit: Hit) -> int:
    return min(KINDS.index(kind) for kind in hit.kinds if kind in KINDS)


def _known(db: sqlite3.Connection, telling: Iterable[str]) -> dict[str, list[int]]:
    """The words that stand somewhere but not everywhere, and where."""
    kinds = " OR ".join(f'"{token(Facet.KIND, kind)}"' for kind in KINDS)
    sql = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?"
    found: dict[str, list[int]] = {}
    for word in telling:
        match = f'{{title text}} : "{word}" AND facet : ({kinds})'
        numbers = [number for (number,) in db.execute(sql, (match, COMMON + 1))]
        if 0 < len(numbers) <= COMMON:
            found[word] = numbers
    return found


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if len(word) > 1 and EMPTY.isdisjoint(word)]


def _weight(db: sqlite3.Connection, documents: int) -> float:
    """The rarer a word, the more it says."""
    (docs,) = db.execute("SELECT sum(docs) FROM value WHERE facet = 'outcome'").fetchone()
    return math.log(1 + docs / documents)


def _score(title: str, shared: float, weights: Mapping[str, float]) -> float:
    """How like the text a document is; 0 when it is not."""
    telling = set(_telling(title))
    both = sum(word in weights for word in telling)
    covered = both / len(telling) if telling else 0.0
    if shared < SHARED and not (covered >= COVERED and both > 1):
        return 0.0
    return shared + covered
