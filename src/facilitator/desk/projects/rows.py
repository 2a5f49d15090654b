"""The projects of a round as rows: what a card and a line of the list show, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facilitator.data import dataclass
from facilitator.desk.followup.signs import Mark
from facilitator.desk.projects.marks import stage_mark
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import Deed, Stage
from facilitator.words.aftermath import late_words
from facilitator.words.concerns import concern_head
from facilitator.words.figures import airy, listing, money
from facilitator.words.rounds import deed_words
from facilitator.words.tongue import mark_in, tongue

OUT = (Stage.NOT_SELECTED, Stage.REFUSED, Stage.WITHDRAWN)
COLUMNS: tuple[tuple[str, tuple[str, str], tuple[Stage, ...]], ...] = (
    ("needs", mark_in("column", "Needs"), (Stage.NEEDS,)),
    ("proposal", mark_in("column", "Sent back"), (Stage.PROPOSAL,)),
    ("screening", mark_in("column", "Screening"), (Stage.SCREENING,)),
    ("slate", mark_in("column", "Waits for selection"), (Stage.ADMITTED,)),
    ("selected", mark_in("column", "Selected"), (Stage.SELECTED,)),
    ("team", mark_in("column", "Team"), (Stage.TEAM,)),
    ("running", mark_in("column", "Under way"), (Stage.RUNNING,)),
    ("closed", mark_in("column", "Closed"), (Stage.CLOSED,)),
    ("looked", mark_in("column", "Looked back"), (Stage.LOOKED_BACK,)),
    ("out", mark_in("column", "Not going ahead"), OUT),
)
"""The columns of the board: key, words, and the stages that stand in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One project of a round. Money in fen; `codes` are its concerns on the day that was asked for."""

    number: str
    place: int
    place_name: str
    title: str
    stage: Stage
    outcome: Outcome | None
    deed: Deed | None
    day: date | None
    late: int
    asked_fen: int
    granted_fen: int
    codes: tuple[str, ...]

    @property
    def column(self) -> str:
        """Where it stands on the board."""
        return next(key for key, _, stages in COLUMNS if self.stage in stages)


@dataclass(frozen=True, slots=True)
class Card:
    """A row in words. `late` and `watch` are "" where nothing is late, nothing to look at."""

    row: Row
    about: str
    deed: str
    late: str
    watch: str
    mark: Mark

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        parts = (self.row.number, self.row.title, self.about, self.mark.text, self.deed)
        return ", ".join(one for one in (*parts, self.late, self.watch) if one)


def card_of(row: Row, today: date, lang: str) -> Card:
    """What stands on its card."""
    t, n = tongue(lang), len(row.codes)
    watch = t.many("{n} thing to look at", "{n} things to look at", n) if n else ""
    return Card(
        row,
        airy(" · ".join(one for one in (row.place_name, sum_words(row, lang)) if one)),
        airy(deed_words(row.deed, None if row.late else row.day, today, lang)),
        airy(late_words(row.late, lang)) if row.late else "",
        airy(watch),
        stage_mark(row.stage, row.outcome, lang),
    )


def sum_words(row: Row, lang: str) -> str:
    """批准 13,800元; what it asks for while nothing is granted."""
    t = tongue(lang)
    if row.granted_fen:
        return t("granted {sum}", sum=money(row.granted_fen, lang))
    return t("asks for {sum}", sum=money(row.asked_fen, lang)) if row.asked_fen else ""


def watch_words(codes: Sequence[str], lang: str) -> str:
    """All concerns in a few words each."""
    return listing([concern_head(one, lang) for one in codes], lang)


def by_column(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each column, what is late longest first, then by number."""
    found: dict[str, list[Row]] = {key: [] for key, _, _ in COLUMNS}
    for one in rows:
        found[one.column].append(one)
    for several in found.values():
        several.sort(key=lambda one: (-one.late, one.number))
    return found
