"""The meetings of an archive as a list, newest first, and what of them can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.meeting.format import Stage
from facilitator.overview import MeetingRow
from facilitator.presets import format_of
from facilitator.words.figures import airy, clock, date_words, numeral
from facilitator.words.moments import weekday_words
from facilitator.words.titles import title

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
SEARCHED = Qt.ItemDataRole.UserRole + 1


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
    """One row for each; the words are made when a row is first shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[MeetingRow] = ()
        self._lines: dict[str, Line] = {}

    def show(self, rows: Sequence[MeetingRow]) -> None:
        """Show these from now on."""
        if list(rows) == list(self._rows):
            return
        self.beginResetModel()
        self._rows, self._lines = rows, {}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SEARCHED:
            planned = row.planned[:10]
            return f"{row.body_name} {row.title} {row.place} {planned} {self._line(row).day}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._line(row).said
        return self._line(row) if role == LINE else None

    def row_of(self, meeting: str) -> int:
        """Where a meeting stands; -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if row.meeting == meeting), -1)

    def _line(self, row: MeetingRow) -> Line:
        if row.meeting not in self._lines:
            self._lines[row.meeting] = line_of(self._desk, row)
        return self._lines[row.meeting]


class Found(QSortFilterProxyModel):
    """Those in which every word that was typed occurs."""

    def __init__(self, source: Meetings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self.setSourceModel(source)

    def look_for(self, text: str) -> None:
        """Words with spaces between them, in any order; nothing looks for all."""
        self._wanted = text.casefold().replace("\u00a0", " ").split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._wanted:
            return True
        index = self.sourceModel().index(row, 0, parent)
        said = str(index.data(SEARCHED)).casefold().replace("\u00a0", "")
        return all(word in said for word in self._wanted)


def line_of(desk: Desk, row: MeetingRow) -> Line:
    """A row of the register as words."""
    t, lang = desk.t, desk.lang
    planned = datetime.fromisoformat(row.planned)
    term = numeral(row.term) if lang == "zh" and row.term <= 9999 else str(row.term)
    which = t("Term {term}, meeting {number}", term=term, number=row.ordinal)
    state, look = _state(desk, row)
    decisions = ""
    if row.decisions:
        decisions = airy(t.many("{n} decision", "{n} decisions", row.decisions))
    return Line(
        meeting=row.meeting,
        day=airy(date_words(planned.date(), lang)),
        weekday=weekday_words(planned.date(), lang),
        time=clock(planned),
        name=row.title or row.body_name,
        which=airy(f"{row.body_name} · {which}" if row.title else which),
        place=row.place,
        state=state,
        look=look,
        decisions=decisions,
        reason=row.cancelled or "",
    )


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
