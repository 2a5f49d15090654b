"""The record of a meeting as rows: what people wrote and what the program noted, in the order it happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.acts import Recorded
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import ObserverErased
from facilitator.meeting.dismissing import ObserverDismissed
from facilitator.meeting.meeting import Entry
from facilitator.meeting.notes import NoteCorrected, NoteKind, NoteStruck, NoteWritten
from facilitator.words.figures import airy, clock_seconds
from facilitator.words.lines import Lines, folds
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue

Index = QModelIndex | QPersistentModelIndex
LONG = 600
"""Characters of a text that a row shows; the whole of it is shown for the row that is chosen."""
MARKED = (NoteKind.HOST, NoteKind.REFUSED, NoteKind.READ_BACK)
"""Kinds of lines that are told apart."""
FORGETS = (ObserverErased, ObserverDismissed)
"""After these, lines that named somebody do so no longer."""


class Source(StrEnum):
    """Where a row comes from."""

    WRITTEN = "written"  # by the secretary
    NOTED = "noted"  # by the program, of an act


@dataclass(frozen=True, slots=True)
class Was:
    """What a line said before it was put right, or why it was struck."""

    text: str
    reason: str
    time: str
    by: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One row."""

    version: int
    time: str
    who: str
    text: str
    source: Source
    mark: str = ""
    """What kind of line it is, where that has to be said."""
    note: str = ""
    item: str = ""
    number: int = 0
    """Of the item it stands under; 0 for none."""
    old: tuple[Was, ...] = ()
    struck: Was | None = None
    folded: bool = False
    """Whether it stands for all acts of one kind that follow one another: papers of a ballot box."""

    @property
    def short(self) -> str:
        """The text as far as a row shows it, on one line."""
        text = " ".join(self.text[:LONG].split())
        return text if len(self.text) <= LONG else f"{text}…"


class RecordLines(QAbstractListModel):
    """All rows of one meeting; `read` adds what has happened since. The whole of a row is its `UserRole`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t, self._lang = desk.t, desk.lang
        self._desk = desk
        self.lines: list[RecordLine] = []
        self._meeting: Meeting | None = None
        self._seen = 0
        self._row_of: dict[str, int] = {}
        self._teller: Lines | None = None
        self._names: dict[str, str] = {}

    def read(self, meeting: Meeting, *, anew: bool = False) -> None:
        """Take in what has happened since; everything anew when names may have changed."""
        if anew or meeting is not self._meeting or len(meeting.chronicle) < self._seen:
            self._begin(meeting)
        new = meeting.chronicle[self._seen :]
        if any(isinstance(entry.recorded.event, FORGETS) for entry in new) and self._seen:
            self._begin(meeting)
            new = meeting.chronicle
        if not new:
            return
        self._names = self._desk.session.names(meeting)
        self._seen = len(meeting.chronicle)
        made = self._made(meeting, new)
        if made and made[0].folded and self.lines and self.lines[-1].folded:
            last = self.index(len(self.lines) - 1)
            self.lines[-1] = made.pop(0)
            self.dataChanged.emit(last, last)
        if made:
            self._add(made)
        for entry in new:
            self._put_right(meeting, entry.recorded)

    def _made(self, meeting: Meeting, new: list[Entry]) -> list[RecordLine]:
        """A row for each, and one for all papers that were entered one after another."""
        made: list[RecordLine] = []
        for entry in new:
            line = self._line(meeting, entry)
            if line.folded and made and made[-1].folded:
                made.pop()
            made.append(line)
        return made

    def _add(self, made: list[RecordLine]) -> None:
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(made) - 1)
        self.lines += made
        for row, line in enumerate(made, first):
            if line.note:
                self._row_of[line.note] = row
        self.endInsertRows()

    def row_of(self, note: str) -> int:
        """The row of a written line; -1 when there is none."""
        return self._row_of.get(note, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.short
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line, self._t)
        return None

    def _begin(self, meeting: Meeting) -> None:
        self.beginResetModel()
        self._meeting, self._seen, self._row_of, self.lines = meeting, 0, {}, []
        self._names = self._desk.session.names(meeting)
        self._teller = Lines(meeting, self._lang, self._name_of)
        self.endResetModel()

    def _name_of(self, person: str) -> str:
        return self._names.get(person) or self._t("(deleted)")

    def _line(self, meeting: Meeting, entry: Entry) -> RecordLine:
        assert self._teller is not None
        recorded, event = entry.recorded, entry.recorded.event
        told = self._teller.told(recorded)
        told = self._teller.folded(recorded) or told
        time = _time(meeting, recorded.at)
        if not isinstance(event, NoteWritten):
            # What ends an item is still of that item.
            item = entry.item or str(getattr(event, "item", ""))
            return RecordLine(
                recorded.version,
                time,
                self._t.within("record", "System"),
                airy(told) if self._lang == "zh" else told,
                Source.NOTED,
                item=item,
                number=_number(meeting, item),
                folded=folds(recorded),
            )
        by = self._name_of(event.speaker) if event.speaker else self._t.within("record", "Note")
        return RecordLine(
            recorded.version,
            time,
            by,
            event.text,
            Source.WRITTEN,
            title(event.kind, self._lang) if event.kind in MARKED else "",
            event.note,
            event.item,
            _number(meeting, event.item),
        )

    def _put_right(self, meeting: Meeting, recorded: Recorded) -> None:
        """A line that was corrected or struck shows it where it stands."""
        event = recorded.event
        if not isinstance(event, NoteCorrected | NoteStruck):
            return
        row = self._row_of[event.note]
        line, time = self.lines[row], _time(meeting, recorded.at)
        if isinstance(event, NoteCorrected):
            was = Was(event.old, event.reason, time, recorded.actor)
            self.lines[row] = replace(line, text=event.text, old=(*line.old, was))
        else:
            struck = Was(line.text, event.reason, time, recorded.actor)
            self.lines[row] = replace(line, struck=struck)
        self.dataChanged.emit(self.index(row), self.index(row))


def was_sentences(line: RecordLine, t: Tongue) -> list[str]:
    """What a line said before, and why it was put right or struck."""
    said = [
        _aired(t("Before: “{text}” (put right {time} by {name}: {reason})", **_told(was)), was)
        for was in line.old
    ]
    if (struck := line.struck) is not None:
        said.append(_aired(t("Struck {time} by {name}: {reason}", **_told(struck)), struck))
    return said


_HELD = "\ue000", "\ue001"
"""Stand for people's words while air is put into ours."""


def _told(was: Was) -> dict[str, str]:
    return {"text": _HELD[0], "time": was.time, "name": was.by, "reason": _HELD[1]}


def _aired(sentence: str, was: Was) -> str:
    text = " ".join(was.text[:LONG].split()) + ("…" if len(was.text) > LONG else "")
    reason = " ".join(was.reason.split())
    return airy(sentence).replace(_HELD[0], text, 1).replace(_HELD[1], reason, 1)


def spoken(line: RecordLine, t: Tongue) -> str:
    """A row as a screen reader says it."""
    state = t("struck") if line.struck else t("put right") if line.old else ""
    parts = (line.time, line.who, line.mark, line.short, state)
    return " ".join(part for part in parts if part)


def marks(line: RecordLine, t: Tongue) -> list[tuple[str, str]]:
    """The chips of a row, as words and look: its kind, and whether it was put right or struck."""
    found = [(line.mark, "accent")] if line.mark else []
    if line.struck is not None:
        found.append((t("struck"), "bad"))
    elif line.old:
        found.append((t("put right"), "warn"))
    return found


def _time(meeting: Meeting, at: datetime) -> str:
    return clock_seconds(at.astimezone(meeting.call.planned.tzinfo))


def _number(meeting: Meeting, item: str) -> int:
    found = meeting.agenda.get(item) if item else None
    return found.number if found else 0
