"""Registers of meetings: when and where, the agenda, what was noted and reported."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.calling_off import MeetingCancelled, MeetingRescheduled
from facilitator.meeting.items import (
    ItemAdded,
    ItemEdited,
    ItemFinished,
    ItemPostponed,
    ItemRemoved,
    ItemTakenUp,
    ItemWithdrawn,
)
from facilitator.meeting.lifecycle import (
    HostChanged,
    MeetingClosed,
    MeetingConvened,
    MeetingReopened,
    NoticePosted,
    PhaseEntered,
)
from facilitator.meeting.notes import NoteCorrected, NoteStruck, NoteWritten
from facilitator.meeting.reviews import EarlierReviewed
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, put

MEETING = Table(
    "meeting",
    {
        "meeting": str,
        "body": str,
        "term": int,
        "ordinal": int,
        "title": str,
        "place": str,
        "planned": str,
        "format": str,
        "lang": str,
        "charter": str,
        "charter_version": int,
        "phase": str,
        "host": str,
        "notice_posted": str,
        "opened_at": str,
        "closed_at": str,
        "cancelled": str,
        "reopened": int,
    },
    ("meeting",),
    optional=frozenset({"notice_posted", "opened_at", "closed_at", "cancelled"}),
    indexes=(("body", "term", "ordinal"), ("planned", "meeting"), ("closed_at", "body")),
)
ITEM = Table(
    "agenda_item",
    {
        "meeting": str,
        "item": str,
        "title": str,
        "minutes": int,
        "text": str,
        "proposer": str,
        "carried_from": str,
        "carried_title": str,
        "source": str,
        "state": str,
        "reason": str,
    },
    ("meeting", "item"),
    indexes=(("source",), ("state",), ("carried_from",)),
)
NOTE = Table(
    "note",
    {
        "meeting": str,
        "note": str,
        "item": str,
        "kind": str,
        "speaker": str,
        "text": str,
        "code": str,
        "at": str,
        "struck": str,
    },
    ("meeting", "note"),
    optional=frozenset({"struck"}),
)
REVIEW = Table(
    "review",
    {
        "meeting": str,
        "review": str,
        "item": str,
        "matter": str,
        "decision": int,
        "progress": str,
        "due": str,
        "new_due": str,
        "text": str,
        "evidence": str,
        "at": str,
    },
    ("meeting", "review"),
    optional=frozenset({"due", "new_due"}),
)


def convened(db: Handle, meeting: str, event: MeetingConvened, recorded: Recorded) -> None:
    """A meeting that is called."""
    put(
        db,
        MEETING,
        meeting=meeting,
        body=event.council.body,
        term=event.council.term,
        ordinal=event.ordinal,
        title=event.title,
        place=event.place,
        planned=event.planned.isoformat(),
        format=event.format.key,
        lang=event.lang,
        charter=event.council.charter.key,
        charter_version=event.council.charter.version,
        phase=event.format.phases[0].key,
        host=event.host,
        notice_posted=None,
        opened_at=None,
        closed_at=None,
        reopened=0,
    )


def noticed(db: Handle, meeting: str, event: NoticePosted, recorded: Recorded) -> None:
    """The notice is out."""
    change(db, MEETING, (meeting,), notice_posted=day(event.posted))


def entered(db: Handle, meeting: str, event: PhaseEntered, recorded: Recorded) -> None:
    """The next phase; with it the charter that is now frozen."""
    values: dict[str, object] = {"phase": event.phase}
    if event.council is not None:
        values |= {
            "charter": event.council.charter.key,
            "charter_version": event.council.charter.version,
        }
    if event.next_decision:
        values["opened_at"] = recorded.at.isoformat()
    change(db, MEETING, (meeting,), **values)


def host_changed(db: Handle, meeting: str, event: HostChanged, recorded: Recorded) -> None:
    """Somebody else runs the meeting."""
    change(db, MEETING, (meeting,), host=event.host)


def closed(db: Handle, meeting: str, event: MeetingClosed, recorded: Recorded) -> None:
    """The meeting is over."""
    change(db, MEETING, (meeting,), phase=event.phase, closed_at=recorded.at.isoformat())


def rescheduled(db: Handle, meeting: str, event: MeetingRescheduled, recorded: Recorded) -> None:
    """Another time, place or title; a notice of the old one counts no more."""
    planned = event.planned.isoformat()
    change(
        db,
        MEETING,
        (meeting,),
        planned=planned,
        place=event.place,
        title=event.title,
        notice_posted=None,
    )


def cancelled(db: Handle, meeting: str, event: MeetingCancelled, recorded: Recorded) -> None:
    """It does not take place."""
    at = recorded.at.isoformat()
    change(db, MEETING, (meeting,), phase=event.phase, closed_at=at, cancelled=event.reason)


def reopened(db: Handle, meeting: str, event: MeetingReopened, recorded: Recorded) -> None:
    """The meeting goes on."""
    change(db, MEETING, (meeting,), phase=event.phase, closed_at=None, cancelled=None, reopened=1)


def item_added(db: Handle, meeting: str, event: ItemAdded, recorded: Recorded) -> None:
    """A further item."""
    put(
        db,
        ITEM,
        meeting=meeting,
        item=event.item,
        title=event.title,
        minutes=event.minutes,
        text=event.text,
        proposer=event.proposer,
        carried_from=event.carried_from,
        carried_title=event.title if event.carried_from else "",
        source=event.source,
        state="planned",
        reason="",
    )


def item_removed(db: Handle, meeting: str, event: ItemRemoved, recorded: Recorded) -> None:
    """It was put on the agenda by mistake; what it had carried over waits again."""
    key = (meeting, event.item)
    db.execute("DELETE FROM agenda_item WHERE meeting = ? AND item = ?", key)


def item_edited(db: Handle, meeting: str, event: ItemEdited, recorded: Recorded) -> None:
    """Title, duration or text are other now."""
    key = (meeting, event.item)
    change(db, ITEM, key, title=event.title, minutes=event.minutes, text=event.text)


def item_taken_up(db: Handle, meeting: str, event: ItemTakenUp, recorded: Recorded) -> None:
    """One item is in hand; another that was is paused."""
    db.execute(
        "UPDATE agenda_item SET state = 'paused' WHERE meeting = ? AND state = 'in-hand'",
        (meeting,),
    )
    change(db, ITEM, (meeting, event.item), state="in-hand")


def item_finished(db: Handle, meeting: str, event: ItemFinished, recorded: Recorded) -> None:
    """Dealt with."""
    change(db, ITEM, (meeting, event.item), state="done")


def item_withdrawn(db: Handle, meeting: str, event: ItemWithdrawn, recorded: Recorded) -> None:
    """Not dealt with at all."""
    key = (meeting, event.item)
    change(db, ITEM, key, state="withdrawn", reason=event.reason)


def item_postponed(db: Handle, meeting: str, event: ItemPostponed, recorded: Recorded) -> None:
    """Put off to the next meeting."""
    key = (meeting, event.item)
    change(db, ITEM, key, state="postponed", reason=event.reason)


def written(db: Handle, meeting: str, event: NoteWritten, recorded: Recorded) -> None:
    """A line of the record."""
    put(
        db,
        NOTE,
        meeting=meeting,
        note=event.note,
        item=event.item,
        kind=event.kind.value,
        speaker=event.speaker,
        text=event.text,
        code=event.code,
        at=recorded.at.isoformat(),
        struck=None,
    )


def note_corrected(db: Handle, meeting: str, event: NoteCorrected, recorded: Recorded) -> None:
    """The line as it should have been."""
    change(db, NOTE, (meeting, event.note), text=event.text)


def note_struck(db: Handle, meeting: str, event: NoteStruck, recorded: Recorded) -> None:
    """A line that should not be there."""
    change(db, NOTE, (meeting, event.note), struck=event.reason)


def reviewed(db: Handle, meeting: str, event: EarlierReviewed, recorded: Recorded) -> None:
    """What became of an earlier decision."""
    put(
        db,
        REVIEW,
        meeting=meeting,
        review=event.review,
        item=event.item,
        matter=event.matter,
        decision=event.decision,
        progress=event.progress.value,
        due=day(event.due),
        new_due=day(event.new_due),
        text=event.text,
        evidence=event.evidence,
        at=recorded.at.isoformat(),
    )


TABLES = (MEETING, ITEM, NOTE, REVIEW)
WRITERS = {
    MeetingConvened: convened,
    NoticePosted: noticed,
    PhaseEntered: entered,
    HostChanged: host_changed,
    MeetingClosed: closed,
    MeetingReopened: reopened,
    MeetingRescheduled: rescheduled,
    MeetingCancelled: cancelled,
    ItemAdded: item_added,
    ItemRemoved: item_removed,
    ItemEdited: item_edited,
    ItemTakenUp: item_taken_up,
    ItemFinished: item_finished,
    ItemWithdrawn: item_withdrawn,
    ItemPostponed: item_postponed,
    NoteWritten: written,
    NoteCorrected: note_corrected,
    NoteStruck: note_struck,
    EarlierReviewed: reviewed,
}
