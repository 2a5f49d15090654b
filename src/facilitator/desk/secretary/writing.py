"""What a line becomes when it is recorded: its kind, its name, and whether it may be recorded at all now."""

from __future__ import annotations

from uuid import uuid4

from facilitator.acts import RuleViolation
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.format import Stage
from facilitator.meeting.notes import NoteKind, WriteNote
from facilitator.opening import Onlooker
from facilitator.session import Session


def new_name() -> str:
    """A name for a line that no other line bears. It is given before the line is recorded, so that none
    is recorded twice.
    """
    return f"n-{uuid4().hex[:16]}"


def kind_for(meeting: Meeting, speaker: str) -> NoteKind | None:
    """What a line by a speaker is: the host who has not taken the floor intervenes (主持引导).

    None leaves it to the meeting: a statement, or a fact when nobody is named.
    """
    if not speaker:
        return None
    speech = meeting.floor.speaking
    if speaker == meeting.life.host and not (speech and speech.speaker == speaker):
        return NoteKind.HOST
    # In a forum's closing circle people speak as before; its record is read back beside that.
    reading = meeting.phase.stage is Stage.CLOSING and not meeting.format.has("wall")
    return NoteKind.READ_BACK if reading else None


def why_not(session: Session, meeting: Meeting) -> RuleViolation | None:
    """Why nothing can be written into the record now; None when it can."""
    if isinstance(session, Onlooker):
        return RuleViolation("only-looking")
    return refusal(meeting, WriteNote(meeting=meeting.id, note=new_name(), text="?"))
