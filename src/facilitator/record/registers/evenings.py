"""Registers of meetings: when and where, the agenda, who was there, who spoke, what was noted."""

from __future__ import annotations

from sqlite_utils import Database

from facilitator.acts import Recorded
from facilitator.meeting.agenda import (
    ItemAdded,
    ItemEdited,
    ItemFinished,
    ItemPostponed,
    ItemTakenUp,
    ItemWithdrawn,
)
from facilitator.meeting.attendance import (
    Arrived,
    Excused,
    Left,
    ObserverAdmitted,
    ObserverErased,
    TimesCorrected,
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
from facilitator.record.registers import Table
from facilitator.record.registers.councils import put_person
from facilitator.record.registers.rows import change, day, name_of, put

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
        "reopened": int,
    },
    ("meeting",),
    optional=frozenset({"notice_posted", "opened_at", "closed_at"}),
    indexes=(("body", "term"), ("planned",)),
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
        "state": str,
        "reason": str,
    },
    ("meeting", "item"),
)
STAY = Table(
    "stay",
    {"meeting": str, "person": str, "stay": int, "came": str, "left": str, "reason": str},
    ("meeting", "person", "stay"),
    optional=frozenset({"left"}),
)
EXCUSED = Table("excused", {"meeting": str, "member": str, "reason": str}, ("meeting", "member"))
OBSERVER = Table(
    "observer",
    {"meeting": str, "person": str, "capacity": str},
    ("meeting", "person"),
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


def convened(db: Database, stream: str, recorded: Recorded) -> None:
    """A meeting that is called."""
    event = recorded.event
    assert isinstance(event, MeetingConvened)
    put(
        db,
        MEETING,
        meeting=name_of(stream),
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


def noticed(db: Database, stream: str, recorded: Recorded) -> None:
    """The notice is out."""
    event = recorded.event
    assert isinstance(event, NoticePosted)
    change(db, MEETING, (name_of(stream),), notice_posted=day(event.posted))


def entered(db: Database, stream: str, recorded: Recorded) -> None:
    """The next phase; with it the charter that is now frozen."""
    event = recorded.event
    assert isinstance(event, PhaseEntered)
    values: dict[str, object] = {"phase": event.phase}
    if event.council is not None:
        values |= {
            "charter": event.council.charter.key,
            "charter_version": event.council.charter.version,
        }
    if event.next_decision:
        values["opened_at"] = recorded.at.isoformat()
    change(db, MEETING, (name_of(stream),), **values)


def host_changed(db: Database, stream: str, recorded: Recorded) -> None:
    """Somebody else runs the meeting."""
    event = recorded.event
    assert isinstance(event, HostChanged)
    change(db, MEETING, (name_of(stream),), host=event.host)


def closed(db: Database, stream: str, recorded: Recorded) -> None:
    """The meeting is over."""
    event = recorded.event
    assert isinstance(event, MeetingClosed)
    change(db, MEETING, (name_of(stream),), phase=event.phase, closed_at=recorded.at.isoformat())


def reopened(db: Database, stream: str, recorded: Recorded) -> None:
    """The meeting goes on."""
    event = recorded.event
    assert isinstance(event, MeetingReopened)
    change(db, MEETING, (name_of(stream),), phase=event.phase, closed_at=None, reopened=1)


def item_added(db: Database, stream: str, recorded: Recorded) -> None:
    """A further item."""
    event = recorded.event
    assert isinstance(event, ItemAdded)
    put(
        db,
        ITEM,
        meeting=name_of(stream),
        item=event.item,
        title=event.title,
        minutes=event.minutes,
        text=event.text,
        proposer=event.proposer,
        carried_from=event.carried_from,
        state="planned",
        reason="",
    )


def item_edited(db: Database, stream: str, recorded: Recorded) -> None:
    """Title, duration or text are other now."""
    event = recorded.event
    assert isinstance(event, ItemEdited)
    key = (name_of(stream), event.item)
    change(db, ITEM, key, title=event.title, minutes=event.minutes, text=event.text)


def item_taken_up(db: Database, stream: str, recorded: Recorded) -> None:
    """One item is in hand; another that was is paused."""
    event = recorded.event
    assert isinstance(event, ItemTakenUp)
    meeting = name_of(stream)
    db.execute(
        "UPDATE agenda_item SET state = 'paused' WHERE meeting = ? AND state = 'in-hand'",
        (meeting,),
    )
    change(db, ITEM, (meeting, event.item), state="in-hand")


def item_finished(db: Database, stream: str, recorded: Recorded) -> None:
    """Dealt with."""
    event = recorded.event
    assert isinstance(event, ItemFinished)
    change(db, ITEM, (name_of(stream), event.item), state="done")


def item_withdrawn(db: Database, stream: str, recorded: Recorded) -> None:
    """Not dealt with at all."""
    event = recorded.event
    assert isinstance(event, ItemWithdrawn)
    key = (name_of(stream), event.item)
    change(db, ITEM, key, state="withdrawn", reason=event.reason)


def item_postponed(db: Database, stream: str, recorded: Recorded) -> None:
    """Put off to the next meeting."""
    event = recorded.event
    assert isinstance(event, ItemPostponed)
    key = (name_of(stream), event.item)
    change(db, ITEM, key, state="postponed", reason=event.reason)


def arrived(db: Database, stream: str, recorded: Recorded) -> None:
    """A further stay begins."""
    event = recorded.event
    assert isinstance(event, Arrived)
    meeting = name_of(stream)
    (stays,) = db.execute(
        "SELECT count(*) FROM stay WHERE meeting = ? AND person = ?", (meeting, event.person)
    ).fetchone()
    put(
        db,
        STAY,
        meeting=meeting,
        person=event.person,
        stay=stays + 1,
        came=recorded.at.isoformat(),
        left=None,
        reason="",
    )
    db.execute("DELETE FROM excused WHERE meeting = ? AND member = ?", (meeting, event.person))


def left(db: Database, stream: str, recorded: Recorded) -> None:
    """The stay that lasts is over."""
    event = recorded.event
    assert isinstance(event, Left)
    db.execute(
        'UPDATE stay SET "left" = ?, reason = ? WHERE meeting = ? AND person = ? AND "left" IS NULL',
        (recorded.at.isoformat(), event.reason, name_of(stream), event.person),
    )


def times_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """The times as they were."""
    event = recorded.event
    assert isinstance(event, TimesCorrected)
    key = (name_of(stream), event.person, event.stay)
    change(db, STAY, key, came=day(event.came), left=day(event.left))


def excused(db: Database, stream: str, recorded: Recorded) -> None:
    """A member asked for leave."""
    event = recorded.event
    assert isinstance(event, Excused)
    put(db, EXCUSED, meeting=name_of(stream), member=event.member, reason=event.reason)


def admitted(db: Database, stream: str, recorded: Recorded) -> None:
    """Somebody without a vote."""
    event = recorded.event
    assert isinstance(event, ObserverAdmitted)
    put(
        db,
        OBSERVER,
        meeting=name_of(stream),
        person=event.person_id,
        capacity=event.capacity.value,
    )
    put_person(db, stream, event.person_id, event.person)


def erased(db: Database, stream: str, recorded: Recorded) -> None:
    """Nothing of the person stays."""
    event = recorded.event
    assert isinstance(event, ObserverErased)
    db.execute("DELETE FROM person WHERE stream = ? AND person = ?", (stream, event.person_id))


def written(db: Database, stream: str, recorded: Recorded) -> None:
    """A line of the record."""
    event = recorded.event
    assert isinstance(event, NoteWritten)
    put(
        db,
        NOTE,
        meeting=name_of(stream),
        note=event.note,
        item=event.item,
        kind=event.kind.value,
        speaker=event.speaker,
        text=event.text,
        code=event.code,
        at=recorded.at.isoformat(),
        struck=None,
    )


def note_corrected(db: Database, stream: str, recorded: Recorded) -> None:
    """The line as it should have been."""
    event = recorded.event
    assert isinstance(event, NoteCorrected)
    change(db, NOTE, (name_of(stream), event.note), text=event.text)


def note_struck(db: Database, stream: str, recorded: Recorded) -> None:
    """A line that should not be there."""
    event = recorded.event
    assert isinstance(event, NoteStruck)
    change(db, NOTE, (name_of(stream), event.note), struck=event.reason)


def reviewed(db: Database, stream: str, recorded: Recorded) -> None:
    """What became of an earlier decision."""
    event = recorded.event
    assert isinstance(event, EarlierReviewed)
    put(
        db,
        REVIEW,
        meeting=name_of(stream),
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


TABLES = (MEETING, ITEM, STAY, EXCUSED, OBSERVER, NOTE, REVIEW)
WRITERS = {
    MeetingConvened: convened,
    NoticePosted: noticed,
    PhaseEntered: entered,
    HostChanged: host_changed,
    MeetingClosed: closed,
    MeetingReopened: reopened,
    ItemAdded: item_added,
    ItemEdited: item_edited,
    ItemTakenUp: item_taken_up,
    ItemFinished: item_finished,
    ItemWithdrawn: item_withdrawn,
    ItemPostponed: item_postponed,
    Arrived: arrived,
    Left: left,
    TimesCorrected: times_corrected,
    Excused: excused,
    ObserverAdmitted: admitted,
    ObserverErased: erased,
    NoteWritten: written,
    NoteCorrected: note_corrected,
    NoteStruck: note_struck,
    EarlierReviewed: reviewed,
}
