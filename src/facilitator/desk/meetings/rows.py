"""The meetings of an archive as a list, newest first, read page by page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from facilitator import overview
from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting.format import Stage
from facilitator.overview import MeetingRow
from facilitator.presets import format_of
from facilitator.words.figures import airy, clock, date_words, numeral
from facilitator.words.moments import weekday_words
from facilitator.words.titles import title

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
PAGE = 100
"""Rows that are read at once: some screens full."""


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting as words."""

    meeting: str
    day: str
    weekday: str
    time: str
    name: str
    which: str
    place: str
    state: str
    look: str
    """The chip's: accent while it runs, plain before, good when closed, bad when cancelled."""
    decisions: str
    reason: str

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        parts = (self.day, self.weekday, self.time, self.name, self.which, self.place, self.state)
        return ", ".join(part for part in (*parts, self.decisions, self.reason) if part)


class Meetings(QAbstractListModel):
    """Those in which every word occurs that was typed; read page by page as one scrolls down.

    The words of a row are made when it is first shown.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._rows: list[MeetingRow] = []
        self.whole = True
        """Whether all of them were read."""
        self._lines: dict[str, Line] = {}

    def look_for(self, text: str) -> None:
        """Words with spaces between them, in any order; nothing looks for all."""
        self._text = text
        self._put(self._read(None, PAGE), PAGE)

    def refresh(self) -> None:
        """Read as many as were there; nothing happens when they are the same."""
        limit = max(PAGE, len(self._rows))
        rows = self._read(None, limit)
        if rows != self._rows:
            self._put(rows, limit)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether older ones were not read yet."""
        return not parent.isValid() and not self.whole

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        more = self._read(self._rows[-1], PAGE)
        self.whole = len(more) < PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(row).said
        return self._line(row) if role == LINE else None

    def row_of(self, meeting: str) -> int:
        """Where a meeting stands; -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.meeting == meeting), -1)

    def _read(self, after: MeetingRow | None, limit: int) -> list[MeetingRow]:
        desk = self._desk
        return overview.meetings_page(
            desk.session, self._text, lang=desk.lang, after=after, limit=limit
        )

    def _put(self, rows: list[MeetingRow], asked: int) -> None:
        self.beginResetModel()
        self._rows, self._lines, self.whole = rows, {}, len(rows) < asked
        self.endResetModel()

    def _line(self, row: MeetingRow) -> Line:
        if row.meeting not in self._lines:
            self._lines[row.meeting] = line_of(self._desk, row)
        return self._lines[row.meeting]


def line_of(desk: Desk, row: MeetingRow) -> Line:
    """A row of the register as words."""
    t, lang = desk.t, desk.lang
    at = _held_at(row)
    term = numeral(row.term) if lang == "zh" and row.term <= 9999 else str(row.term)
    which = t("Term {term}, meeting {number}", term=term, number=row.ordinal)
    state, look = _state(desk, row)
    decisions = ""
    if row.decisions:
        decisions = airy(t.many("{n} decision", "{n} decisions", row.decisions))
    return Line(
        meeting=row.meeting,
        day=airy(date_words(at.date(), lang)),
        weekday=weekday_words(at.date(), lang),
        time=clock(at),
        name=row.title or row.body_name,
        which=airy(f"{row.body_name} · {which}" if row.title else which),
        place=row.place,
        state=state,
        look=look,
        decisions=decisions,
        reason=row.cancelled or "",
    )


def _held_at(row: MeetingRow) -> datetime:
    """When it is planned for; of one that was opened on another day, when that was."""
    planned = datetime.fromisoformat(row.planned)
    if not row.opened_at:
        return planned
    opened = datetime.fromisoformat(row.opened_at).astimezone(planned.tzinfo)
    return planned if opened.date() == planned.date() else opened


def _state(desk: Desk, row: MeetingRow) -> tuple[str, str]:
    t, lang = desk.t, desk.lang
    if row.cancelled is not None:
        return t("Cancelled"), "bad"
    try:
        phase = format_of(row.format).phase(row.phase)
    except RuleViolation:  # a kind of meeting that only a later version knows
        return title(Stage.CLOSED if row.closed_at else Stage.RUNNING, lang), "plain"
    if phase.stage is Stage.CLOSED:
        return title(Stage.CLOSED, lang), "good"
    return phase.title.text(lang), "plain" if phase.stage is Stage.BEFORE else "accent"
