"""What the secretary writes under each item. A line is never overwritten: the old text stays readable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class NoteKind(StrEnum):
    STATEMENT = "statement"  # what somebody said
    FACT = "fact"  # what happened
    HOST = "host"  # the host intervened (主持引导), which is no resident's statement
    REFUSED = "refused"  # an entry that was not accepted (未予受理), with its code
    READ_BACK = "read-back"  # said while the record was read back


class WriteNote(MeetingCommand, frozen=True, kw_only=True, tag="notes.write"):
    """A line of the record. A speaker's line belongs to the speech that runs, if it is theirs."""

    note: str
    text: str
    speaker: str = ""
    kind: NoteKind | None = None
    code: str = ""


class CorrectNote(MeetingCommand, frozen=True, kw_only=True, tag="notes.correct"):
    """A line said something else than was meant."""

    note: str
    text: str
    reason: str


class StrikeNote(MeetingCommand, frozen=True, kw_only=True, tag="notes.strike"):
    """A line should not be there; it stays readable, struck."""

    note: str
    reason: str


class NoteWritten(Event, frozen=True, kw_only=True, tag="notes.written"):
    note: str
    text: str
    kind: NoteKind
    item: str = ""
    speaker: str = ""
    speech: int = 0
    """Number of the speech it belongs to; 0 for none."""
    code: str = ""


class NoteCorrected(Event, frozen=True, kw_only=True, tag="notes.corrected"):
    note: str
    text: str
    old: str
    reason: str


class NoteStruck(Event, frozen=True, kw_only=True, tag="notes.struck"):
    note: str
    reason: str


@dataclass(slots=True)
class Note:
    """One line and what became of it."""

    id: str
    text: str
    kind: NoteKind
    at: datetime
    item: str = ""
    speaker: str = ""
    speech: int = 0
    code: str = ""
    struck: str = ""
    """Why it was struck; empty while it stands."""
    changes: list[Change] = field(default_factory=list[Change])


@dataclass(slots=True)
class Notes:
    """All lines, in the order they were written."""

    lines: dict[str, Note] = field(default_factory=dict[str, Note])

    def line(self, note: str) -> Note:
        """The line of that name, or a refusal (`unknown-note`)."""
        if note not in self.lines:
            raise RuleViolation("unknown-note", note=note)
        return self.lines[note]


def write(meeting: Meeting, command: WriteNote) -> Iterable[Event]:
    """A line may be written about anybody who came, at any time while the record is open."""
    note = clean_id(command.note, "note")
    if note in meeting.notes.lines:
        raise RuleViolation("note-exists", note=note)
    if command.speaker:
        meeting.expect_came(command.speaker)
    kind = command.kind or (NoteKind.STATEMENT if command.speaker else NoteKind.FACT)
    if kind is NoteKind.STATEMENT and not command.speaker:
        raise RuleViolation("speaker-missing")
    speech = meeting.floor.speaking
    own = speech if speech and speech.speaker == command.speaker else None
    yield NoteWritten(
        note=note,
        text=clean_text(command.text, "text"),
        kind=kind,
        item=meeting.agenda.in_hand,
        speaker=command.speaker,
        speech=own.number if own and kind is NoteKind.STATEMENT else 0,
        code=clean_text(command.code, "code", required=False, one_line=True),
    )


def correct(meeting: Meeting, command: CorrectNote) -> Iterable[Event]:
    """A line that stands may be put right, with a reason."""
    line = meeting.notes.line(command.note)
    if line.struck:
        raise RuleViolation("note-struck", note=line.id)
    yield NoteCorrected(
        note=line.id,
        text=clean_text(command.text, "text"),
        old=line.text,
        reason=clean_text(command.reason, "reason"),
    )


def strike(meeting: Meeting, command: StrikeNote) -> Iterable[Event]:
    """A line is struck once."""
    line = meeting.notes.line(command.note)
    if line.struck:
        raise RuleViolation("note-struck", note=line.id)
    yield NoteStruck(note=line.id, reason=clean_text(command.reason, "reason"))


def on_written(meeting: Meeting, event: NoteWritten, recorded: Recorded) -> None:
    meeting.notes.lines[event.note] = Note(
        id=event.note,
        text=event.text,
        kind=event.kind,
        at=recorded.at,
        item=event.item,
        speaker=event.speaker,
        speech=event.speech,
        code=event.code,
    )


def on_corrected(meeting: Meeting, event: NoteCorrected, recorded: Recorded) -> None:
    line = meeting.notes.lines[event.note]
    line.changes.append(Change(recorded, "text", event.old, event.text, event.reason))
    line.text = event.text


def on_struck(meeting: Meeting, event: NoteStruck, _recorded: Recorded) -> None:
    meeting.notes.lines[event.note].struck = event.reason


PART = Part(
    "notes",
    {WriteNote: write, CorrectNote: correct, StrikeNote: strike},
    {NoteWritten: on_written, NoteCorrected: on_corrected, NoteStruck: on_struck},
)
