"""What can be found: one document for each decision, motion, agenda or forum topic, action group and project.

The minutes of a topic, the report of a forum's group and what was reported of a decision later are part of
its document, so that one matter is one hit; such a document is of two kinds at once and counts under both.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from facilitator.data import dataclass


class Kind(StrEnum):
    """What a document is or holds."""

    DECISION = "decision"
    MOTION = "motion"  # one that became no decision
    ITEM = "item"  # a topic on an agenda
    MINUTES = "minutes"  # what was said on it
    TOPIC = "topic"  # a topic on the wall of a forum
    REPORT = "report"  # what its group wrote
    GROUP = "group"  # an action group of a forum
    FOLLOW_UP = "follow-up"  # what was reported of a decision or a group later
    PROJECT = "project"  # the thread of one project of a round


class Result(StrEnum):
    """What came out. A topic has what came out of the motions on it."""

    PASSED = "passed"
    NOT_PASSED = "not-passed"
    NOT_VOTED = "not-voted"
    ANNULLED = "annulled"
    REPEALED = "repealed"


class Facet(StrEnum):
    """What can be narrowed down; any number of values of each."""

    BODY = "body"
    YEAR = "year"
    FORMAT = "format"
    KIND = "kind"
    OUTCOME = "outcome"
    IMPLEMENTATION = "implementation"


NOBODY = "none"
"""The implementation of a decision that nobody has to carry out; else a `Progress`. Other kinds have "" ."""


class More(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What a row of an answer shows beside the text; nobody searches in it."""

    number: int = 0
    """Of a decision in its term, or of a topic on the wall."""
    term: int = 0
    in_favour: int | None = None
    base: int | None = None
    """10 of 13: votes for it, and what they were counted of."""
    stage: str = ""
    """Of a project; `ended` is how it ended, "" while it goes on."""
    ended: str = ""


NO_MORE = More()


@dataclass(frozen=True, slots=True)
class Doc:
    """One thing that can be found."""

    meeting: str
    """Or the stream of the project that it is."""
    key: str
    """Within its meeting: the decision's number, the motion, item, topic or group; "" for lines on no item."""
    kinds: tuple[Kind, ...]
    """What it is above all, and what else it holds."""
    body: str
    format: str
    """Of its meeting; "" of a project."""
    at: datetime
    title: str
    text: str
    who: str = ""
    """Names that belong to it, as they are said today: searched like text."""
    people: frozenset[str] = frozenset()
    """Whom it names, as `stream person`: when one of them is called otherwise or erased, it is made anew."""
    outcome: Result = Result.NOT_VOTED
    implementation: str = ""
    more: More = NO_MORE

    @property
    def kind(self) -> Kind:
        """What it is above all."""
        return self.kinds[0]

    @property
    def sort(self) -> str:
        """With its meeting and key this names it, whatever it holds."""
        return _SORTS.get(self.kind, self.kind).value


_SORTS = {Kind.MINUTES: Kind.ITEM, Kind.REPORT: Kind.TOPIC}
