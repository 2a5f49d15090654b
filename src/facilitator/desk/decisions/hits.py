"""What was found, as a list of fifty rows and fifty more whenever one comes to its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from facilitator.data import dataclass
from facilitator.desk.decisions.which import Which, which_of
from facilitator.desk.desk import Desk
from facilitator.desk.projects.marks import stage_mark
from facilitator.desk.widgets.marks import SIGNS
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import Stage
from facilitator.searching import FARTHEST, Answer, Hit, Kind, Marked, Result, Total
from facilitator.words.figures import airy, date_words, short_date
from facilitator.words.forum import topic_number
from facilitator.words.found import implementation_word, kind_word, project_words, result_word

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One hit as words. The chip has a sign (for, against) beside its word, or none."""

    which: Which
    head: str
    day: str
    chip: str
    look: str
    sign: str
    title: Marked
    snippet: Marked

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        parts = (self.head, self.day, self.chip, self.title.text, self.snippet.text)
        return ", ".join(part for part in parts if part)


class Hits(QAbstractListModel):
    """Rows in the order of the answers; the words of a row are made when it is first shown."""

    more = Signal(int)
    """The rows from here on are wanted."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hits: list[Hit] = []
        self._lines: dict[int, Line] = {}
        self._total = Total(0)
        self._asked = -1
        """From which row on more is awaited; -1 for none."""

    def show(self, answer: Answer, *, again: bool = False) -> None:
        """Show an answer from its beginning; `again` to the same question as before."""
        same = list(answer.hits) == self._hits[:PAGE] and answer.total == self._total
        self._asked, self._total = -1, answer.total
        if again and same:
            return  # rows below may have been fetched, and somebody may be reading them
        self.beginResetModel()
        self._hits, self._lines = list(answer.hits), {}
        self.endResetModel()

    def add(self, start: int, hits: Sequence[Hit]) -> None:
        """Put further hits of the same answer below; what comes too late is let go."""
        self._asked = -1
        if start != len(self._hits):
            return
        if not hits:
            self._total = Total(start)
            return
        self.beginInsertRows(QModelIndex(), start, start + len(hits) - 1)
        self._hits += hits
        self.endInsertRows()

    @property
    def at_the_end_of_all(self) -> bool:
        """Whether there is more than anybody can page through."""
        return len(self._hits) >= FARTHEST

    def row_of(self, which: Which | None) -> int:
        """Where it stands; -1 when it is not there."""
        return next((n for n, hit in enumerate(self._hits) if which_of(hit) == which), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def canFetchMore(self, parent: Index) -> bool:
        here = len(self._hits)
        rest = here < FARTHEST and (self._total.more or here < self._total.count)
        return not parent.isValid() and here > 0 and rest and self._asked != here

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = len(self._hits)
            self.more.emit(self._asked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(index.row()).said
        return self._line(index.row()) if role == LINE else None

    def _line(self, row: int) -> Line:
        if row not in self._lines:
            self._lines[row] = line_of(self._desk, self._hits[row])
        return self._lines[row]


def line_of(desk: Desk, hit: Hit) -> Line:
    """A hit as words."""
    chip, look, sign = state_of(hit, desk.lang)
    return Line(
        which=which_of(hit),
        head=airy(head_of(desk, hit)),
        day=airy(_day(hit.at.date(), desk.lang)),
        chip=airy(chip),
        look=look,
        sign=sign,
        title=hit.title if hit.title else Marked(kind_word(hit.kind, desk.lang)),
        snippet=hit.snippet,
    )


def head_of(desk: Desk, hit: Hit) -> str:
    """What it is, with its number where it has one: 决议第7号, 动议, 论坛议题01, 项目07-1."""
    t, lang = desk.t, desk.lang
    if hit.kind is Kind.DECISION:
        return t.within("hit", "Decision {number}", number=hit.more.number)
    if hit.kind in (Kind.TOPIC, Kind.REPORT):
        return t("Forum topic {number}", number=topic_number(hit.more.number))
    if hit.kind is Kind.PROJECT:
        return project_words(hit.key, lang)
    kind = Kind.ITEM if hit.kind is Kind.MINUTES else hit.kind
    return kind_word(kind, lang)


def _day(day: date, lang: str) -> str:
    """2026年11月27日, 27 Nov 2026: narrow, and with its year."""
    return date_words(day, lang) if lang == "zh" else f"{short_date(day, lang)} {day.year}"


_LOOKS = {
    Result.PASSED: ("good", "for"),
    Result.NOT_PASSED: ("bad", "against"),
}


def state_of(hit: Hit, lang: str) -> tuple[str, str, str]:
    """The chip of a hit: its words, its look and its sign."""
    if hit.kind is Kind.PROJECT:
        ended = Outcome(hit.more.ended) if hit.more.ended else None
        mark = stage_mark(Stage(hit.more.stage), ended, lang)
        return mark.text, mark.look, mark.sign if mark.sign in SIGNS else ""
    if hit.kind is Kind.GROUP:
        return implementation_word(hit.implementation, lang), "plain", ""
    if hit.kind not in (Kind.DECISION, Kind.MOTION):
        return kind_word(hit.kind, lang), "plain", ""
    look, sign = _LOOKS.get(hit.outcome, ("plain", ""))
    said = result_word(hit.outcome, lang)
    voted = sign and hit.more.in_favour is not None and hit.more.base
    if voted:
        said = f"{said} {hit.more.in_favour}/{hit.more.base}"
    return said, look, sign
