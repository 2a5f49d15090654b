"""Looking for what was decided before: what every door that searches has in common.

How a door uses it (all of it on the thread of the archive, unless said otherwise):

    search = Search(session)                       # cheap: opens nothing yet
    search.step(0.01)                              # feed for 10 ms; True when everything is in it: call it
                                                   # from an idle timer after an act and after opening
    answer = search.find(Wanted("停车").choose(Facet.YEAR, "2025", "2026"))
    answer.hits[0].title                           # Marked(text="…", marks=((3, 5),)): ranges of characters
    answer.total                                   # Total(count=12, more=False); more: "more than 1,000"
    answer.searched                                # False: words without a letter or digit; say so calmly
    search.answer(wanted)                          # `find` without feeding, on any thread
    search.counts(wanted)[Facet.BODY]              # {"songgangli": Total(9), …}, most frequent first
    search.decided_before("停车位怎么分", but=("m1",))   # Before(hits=…, total=…), while it is typed
    search.standing()                              # Standing(left, meetings): while the index is being made
    search.close()

`find` feeds what is new for `patience` seconds and then answers from what is there. A hit names its document:
a decision by `meeting` and `int(key)` (its number), a motion, item, topic or group by `meeting` and `key`. A
title is empty where the meeting has none. `Wanted(words, chosen, sort, start, limit)` pages with `start`, up
to `FARTHEST`. Values of facets: body and format as their keys, year as "2026", the others as in `Kind`,
`Result`, and `Progress` or "none" for the implementation; `facilitator.words.found` has words for them.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from facilitator.record.index.asking import (
    CAP,
    FARTHEST,
    Answer,
    Hit,
    Sort,
    Total,
    Wanted,
)
from facilitator.record.index.cache import cache_path, throw_away
from facilitator.record.index.counting import Counts
from facilitator.record.index.docs import NOBODY, Facet, Kind, Result
from facilitator.record.index.feed import Standing, erased_since
from facilitator.record.index.index import Index
from facilitator.record.index.marks import Marked, Marker
from facilitator.record.index.segments import phrases
from facilitator.record.index.similar import Before
from facilitator.session import Session

__all__ = [
    "CAP",
    "FARTHEST",
    "NOBODY",
    "Answer",
    "Before",
    "Counts",
    "Facet",
    "Hit",
    "Kind",
    "Marked",
    "Result",
    "Search",
    "Sort",
    "Standing",
    "Total",
    "Wanted",
    "marker",
]

FOREVER = float("inf")
MOMENT = 2.0
"""Seconds that closing an archive may take, so that whoever was erased is in no file any more."""
PATIENCE = 0.03
"""Seconds that a question may wait for what is new; an act or two are a few milliseconds."""


class Search:
    """Answers about one session's archive. It opens its index when it is first used."""

    def __init__(self, session: Session, *, folder: Path | None = None) -> None:
        self._ask = session.record.ask
        self._index = Index(session.path, folder)

    def step(self, seconds: float = 0.01) -> bool:
        """Feed for so long, one meeting at least; return whether everything that was recorded can be found."""
        return self._index.step(self._ask, seconds)

    def standing(self) -> Standing:
        """How many meetings are still to be read."""
        return self._index.standing()

    def find(self, wanted: Wanted, *, patience: float = PATIENCE) -> Answer:
        """What is found, once what is new was fed for `patience` seconds."""
        while True:
            self.step(patience)
            generation = self._index.generation
            answer = self._index.answer(wanted)
            if generation == self._index.generation:
                return answer

    def answer(self, wanted: Wanted) -> Answer:
        """What is found, as far as it is fed; on any thread."""
        return self._index.answer(wanted)

    def counts(self, wanted: Wanted) -> Counts:
        """How often each value of a facet occurs in what is found, whatever is chosen of it; on any thread.

        In an archive of many thousand meetings that takes a tenth of a second. It is given up, and the answer
        is empty, as soon as another thread asks for something.
        """
        return self._index.counts(wanted)

    def decided_before(self, text: str, *, limit: int = 3, but: tuple[str, ...] = ()) -> Before:
        """Earlier decisions, motions and topics like a text; none of the meetings `but`; on any thread."""
        return self._index.similar(text, limit=limit, but=but)

    def close(self) -> None:
        """Let the index go. Closing twice is allowed."""
        self._index.close()


def forget_erased(session: Session, since: int, *, folder: Path | None = None) -> None:
    """Have the file of the index forget whoever was erased after row `since` of the journal, if there is one.

    One that is too far behind to do so in a moment is thrown away, to be made anew when it is wanted.
    """
    path = cache_path(session.path, folder)
    if not path.exists() or not erased_since(session.record.ask, since):
        return
    with closing(Search(session, folder=folder)) as search:
        done = search.step(MOMENT)
    if not done:
        throw_away(path)


def marker(words: str) -> Marker:
    """Marks in any text what somebody looks for: `marker("停车").mark(text)` is a `Marked`."""
    return Marker(phrases(words))
