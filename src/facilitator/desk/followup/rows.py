"""The matters as rows under three heads: overdue, soon due, others; fetched a hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, progress_mark, view_mark
from facilitator.followup.entries import View
from facilitator.followup.standing import SETTLED, SOON_DAYS
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import near, overdue_words
from facilitator.words.figures import airy
from facilitator.words.titles import title

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
PAGE = 100
ON_AGENDA, PUT, ASK, NOTHING = "on-agenda", "put", "ask", ""
"""What the button of a row does."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group."""

    key: str
    text: str
    note: str
    first: bool = False

    @property
    def said(self) -> str:
        """For a screen reader."""
        return f"{self.text} {self.note}"


@dataclass(frozen=True, slots=True)
class Line:
    """One matter as words."""

    row: FollowRow
    day: str
    late: str
    who: str
    office: Mark
    residents: Mark
    act: str
    act_words: str
    office_head: str
    residents_head: str

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        marks = (
            f"{self.office_head}: {self.office.text}",
            f"{self.residents_head}: {self.residents.text}",
        )
        parts = (self.row.title, self.day, self.late, self.who, *marks, self.act_words)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which matters: of one body or all (""), in one state or all ("")."""

    body: str = ""
    state: str = ""


class Matters(QAbstractListModel):
    """Heads and rows; the words of a row are made when it is first shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[FollowRow | Head] = []
        self._lines: dict[str, Line] = {}
        self._wanted = Wanted()
        self._day = desk.now().date()
        self._spread: dict[str, dict[str, int]] = {}
        self.total = 0
        """Matters there are, fetched or not."""
        self.fetched = 0

    def show_matters(self, wanted: Wanted, spread: dict[str, dict[str, int]]) -> bool:
        """Show these from now on; whether anything is other than before. Keeps as many as were fetched."""
        day = self._desk.now().date()
        many = max(PAGE, self.fetched) if wanted == self._wanted else PAGE
        found = self._ask(wanted, day, many, 0)
        old = [one for one in self._rows if isinstance(one, FollowRow)]
        if (wanted, day, spread) == (self._wanted, self._day, self._spread) and found == old:
            return False
        self.beginResetModel()
        self._wanted, self._day, self._spread = wanted, day, spread
        self._rows, self._lines, self.fetched = [], {}, len(found)
        self.total = sum(self.counted(key) for key in spread)
        self._rows = self._headed(found, "")
        self.endResetModel()
        return True

    def counted(self, key: str) -> int:
        """How many there are under a head, of those that are wanted."""
        state, states = self._wanted.state, self._spread.get(key, {})
        if state == "overdue":
            return sum(states.values()) if key == "overdue" else 0
        return states.get(state, 0) if state else sum(states.values())

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.fetched < self.total

    def fetchMore(self, parent: Index) -> None:
        found = self._ask(self._wanted, self._day, PAGE, self.fetched)
        if not found:
            self.total = self.fetched
            return
        last = next((self._when(o) for o in reversed(self._rows) if isinstance(o, FollowRow)), "")
        more = self._headed(found, last)
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self.fetched += len(found)
        self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        shown = one if isinstance(one, Head) else self._line(one)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown.said
        return shown if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def place_of(self, stream: str) -> int:
        """Where a matter stands among those that were fetched; -1 when it is not there."""
        for place, one in enumerate(self._rows):
            if isinstance(one, FollowRow) and one.stream == stream:
                return place
        return -1

    def matter_at(self, place: int) -> FollowRow | None:
        """The matter at a place; None for a head, and where nothing is."""
        one = self._rows[place] if 0 <= place < len(self._rows) else None
        return one if isinstance(one, FollowRow) else None

    def nearest(self, place: int) -> int:
        """The place of the first matter from there on, else of the last before; -1 if there is none."""
        onwards = range(max(0, place), len(self._rows))
        back = range(min(place, len(self._rows)) - 1, -1, -1)
        return next((n for n in (*onwards, *back) if self.matter_at(n) is not None), -1)

    def below(self, place: int) -> int:
        """How many matters come after a place, fetched or not."""
        shown = sum(isinstance(one, FollowRow) for one in self._rows[: place + 1])
        return self.total - shown

    def _ask(self, wanted: Wanted, day: date, limit: int, offset: int) -> list[FollowRow]:
        return aftermath.followups(
            self._desk.session,
            body=wanted.body,
            state=wanted.state,
            day=day,
            limit=limit,
            offset=offset,
        )

    def _headed(self, found: Iterable[FollowRow], last: str) -> list[FollowRow | Head]:
        """The rows, with a head before the first of each group; `last` is the group before them."""
        made: list[FollowRow | Head] = []
        for one in found:
            if (when := self._when(one)) != last:
                made.append(self._head(when, first=not self._rows and not made))
                last = when
            made.append(one)
        return made

    def _when(self, row: FollowRow) -> str:
        if row.next_day is None:
            return "later"
        days = (row.next_day - self._day).days
        return "overdue" if days < 0 else "soon" if days <= SOON_DAYS else "later"

    def _head(self, key: str, *, first: bool) -> Head:
        t, lang, count = self._desk.t, self._desk.lang, self.counted(key)
        if key == "overdue":
            return Head(
                key,
                airy(t.many("{n} overdue", "{n} overdue", count)),
                t("the longest first"),
                first,
            )
        if key == "soon":
            note = airy(t.many("within {n} day", "within {n} days", SOON_DAYS))
            return Head(key, airy(t("Soon due: {n}", n=count)), note, first)
        states = self._spread.get(key, {})
        known = [one for one in Progress if states.get(one.value)]
        split = (
            " · ".join(airy(f"{title(one, lang)}{states[one.value]}") for one in known)
            if (lang == "zh")
            else " · ".join(f"{title(one, lang)} {states[one.value]}" for one in known)
        )
        note = "" if self._wanted.state else split
        return Head(key, airy(t.within("group", "Others: {n}", n=count)), note, first)

    def _line(self, row: FollowRow) -> Line:
        if row.stream not in self._lines:
            self._lines[row.stream] = line_of(self._desk, row, self._day)
        return self._lines[row.stream]


def line_of(desk: Desk, row: FollowRow, today: date) -> Line:
    """A row of the register as words."""
    t, lang = desk.t, desk.lang
    progress = Progress(row.progress) if row.progress else None
    view = View(row.view) if row.view else None
    act = act_of(row)
    words = {
        PUT: t("Put on the agenda"),
        ASK: t("Ask residents"),
        ON_AGENDA: t("On the agenda"),
    }
    return Line(
        row=row,
        day=airy(near(row.next_day, today, lang)) if row.next_day else "",
        late=airy(overdue_words(row, today, lang)),
        who=row.implementer or row.lead_name,
        office=progress_mark(progress, lang),
        residents=view_mark(view, lang),
        act=act,
        act_words=words.get(act, ""),
        office_head=t("The office says"),
        residents_head=t("Residents say"),
    )


def act_of(row: FollowRow) -> str:
    """What comes next: residents are asked of what is done; what is not settled goes on an agenda."""
    if row.on_agenda:
        return ON_AGENDA
    progress = Progress(row.progress) if row.progress else None
    if progress is Progress.DONE and row.view is None:
        return ASK
    open_again = progress is Progress.DONE and row.view != View.DONE
    return PUT if progress not in SETTLED or row.review_on or open_again else NOTHING


def part_of(row: FollowRow) -> str:
    """The part of the page's place that shows a matter."""
    return f"{row.meeting}~{row.matter.replace('/', '~')}"
