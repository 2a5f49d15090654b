"""Registers of the agenda wall: topics, who convenes them, where and when they sit, who wants to come."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Recorded
from facilitator.meeting.forum.interest import (
    InterestCounted,
    SignedOff,
    SignedUp,
    TopicsScreened,
)
from facilitator.meeting.forum.merging import DeedTakenBack, TopicMerged, TopicSplit
from facilitator.meeting.forum.placing import (
    Field,
    SecondSlotGiven,
    TopicHalved,
    TopicMoved,
    TopicParked,
    TopicPlaced,
    TopicsSwapped,
    TopicTakenOff,
)
from facilitator.meeting.forum.topics import (
    ConvenersChanged,
    TopicEdited,
    TopicHeldAfterAll,
    TopicNotHeld,
    TopicPosted,
    TopicWithdrawn,
)
from facilitator.meeting.forum.wall import TopicState
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, put

TOPIC = Table(
    "topic",
    {
        "meeting": str,
        "topic": str,
        "number": int,
        "title": str,
        "why": str,
        "state": str,
        "reason": str,
        "merged_into": str,
        "split_from": str,
        "acting": int,
        "posted_at": str,
    },
    ("meeting", "topic"),
    indexes=(("meeting", "number"),),
)
CONVENER = Table(
    "topic_convener",
    {"meeting": str, "topic": str, "person": str, "position": int},
    ("meeting", "topic", "person"),
)
SITTING = Table(
    "sitting",
    {"meeting": str, "topic": str, "slot": str, "place": str, "half": int},
    ("meeting", "topic", "slot"),
    indexes=(("meeting", "slot", "place"),),
)
INTEREST = Table("interest", {"meeting": str, "topic": str, "heads": int}, ("meeting", "topic"))
SIGN_UP = Table(
    "sign_up",
    {"meeting": str, "topic": str, "person": str, "at": str},
    ("meeting", "topic", "person"),
)


def posted(db: Handle, meeting: str, event: TopicPosted, recorded: Recorded) -> None:
    """A further topic."""
    _new(db, meeting, recorded, event.topic, event.number, event.title, event.conveners,
         why=event.why, acting=int(event.acting))  # fmt: skip


def _new(
    db: Handle,
    meeting: str,
    recorded: Recorded,
    topic: str,
    number: int,
    title: str,
    conveners: tuple[str, ...],
    **more: str | int,
) -> None:
    put(
        db,
        TOPIC,
        **{
            "meeting": meeting,
            "topic": topic,
            "number": number,
            "title": title,
            "why": "",
            "state": TopicState.OPEN.value,
            "reason": "",
            "merged_into": "",
            "split_from": "",
            "acting": 0,
            "posted_at": recorded.at.isoformat(),
            **more,
        },
    )
    _convene(db, meeting, topic, conveners)


def edited(db: Handle, meeting: str, event: TopicEdited, recorded: Recorded) -> None:
    """Worded anew."""
    change(db, TOPIC, (meeting, event.topic), title=event.title, why=event.why)


def conveners_changed(
    db: Handle, meeting: str, event: ConvenersChanged, recorded: Recorded
) -> None:
    """Others convene it."""
    _convene(db, meeting, event.topic, event.conveners)


def withdrawn(db: Handle, meeting: str, event: TopicWithdrawn, recorded: Recorded) -> None:
    """Off the wall for good."""
    _state(db, meeting, event.topic, TopicState.WITHDRAWN, event.reason, ())


def not_held(db: Handle, meeting: str, event: TopicNotHeld, recorded: Recorded) -> None:
    """The group did not meet; it keeps its place on the wall."""
    _state(db, meeting, event.topic, TopicState.NOT_HELD, event.reason)


def held_after_all(db: Handle, meeting: str, event: TopicHeldAfterAll, recorded: Recorded) -> None:
    """The group met."""
    _state(db, meeting, event.topic, TopicState.OPEN)


def placed(db: Handle, meeting: str, event: TopicPlaced, recorded: Recorded) -> None:
    """From the tray or the parking area onto the wall."""
    _state(db, meeting, event.topic, TopicState.OPEN, "", (event.field,))


def second_slot(db: Handle, meeting: str, event: SecondSlotGiven, recorded: Recorded) -> None:
    """A further sitting."""
    _sit(db, meeting, event.topic, event.field)


def moved(db: Handle, meeting: str, event: TopicMoved | TopicHalved, recorded: Recorded) -> None:
    """Another field, or another part of its slot."""
    _leave(db, meeting, event.topic, event.old)
    _sit(db, meeting, event.topic, event.field)


def swapped(db: Handle, meeting: str, event: TopicsSwapped, recorded: Recorded) -> None:
    """Each sits where the other sat."""
    _leave(db, meeting, event.first, event.first_old)
    _leave(db, meeting, event.second, event.second_old)
    _sit(db, meeting, event.first, event.second_old)
    _sit(db, meeting, event.second, event.first_old)


def taken_off(db: Handle, meeting: str, event: TopicTakenOff, recorded: Recorded) -> None:
    """Back to the tray, or out of one of its slots."""
    for field in event.old:
        _leave(db, meeting, event.topic, field)
    _state(db, meeting, event.topic, TopicState.OPEN)


def parked(db: Handle, meeting: str, event: TopicParked, recorded: Recorded) -> None:
    """Put aside."""
    _state(db, meeting, event.topic, TopicState.PARKED, event.reason, ())


def merged(db: Handle, meeting: str, event: TopicMerged, recorded: Recorded) -> None:
    """Its conveners convene the other one, too, after those it has."""
    _state(db, meeting, event.topic, TopicState.MERGED, "", (), merged_into=event.into)
    joined = (*_conveners(db, meeting, event.into), *_conveners(db, meeting, event.topic))
    _convene(db, meeting, event.into, dict.fromkeys(joined))


def was_split(db: Handle, meeting: str, event: TopicSplit, recorded: Recorded) -> None:
    """Its pieces are topics of their own."""
    _state(db, meeting, event.topic, TopicState.SPLIT, "", ())
    (acting,) = db.execute(
        "SELECT acting FROM topic WHERE meeting = ? AND topic = ?", (meeting, event.topic)
    ).fetchone()
    for number, piece in enumerate(event.pieces, event.number):
        _new(db, meeting, recorded, piece.topic, number, piece.title, piece.conveners,
             split_from=event.topic, acting=acting)  # fmt: skip


def screened(db: Handle, meeting: str, event: TopicsScreened, recorded: Recorded) -> None:
    """The others are put aside; what is kept comes out of the parking area."""
    for topic in event.parked:
        _state(db, meeting, topic, TopicState.PARKED, "", ())
    for topic in event.keep:
        _state(db, meeting, topic, TopicState.OPEN)


def taken_back(db: Handle, meeting: str, event: DeedTakenBack, recorded: Recorded) -> None:
    """All that the deed touched is as the event says."""
    for was in event.now:
        key = (meeting, was.topic)
        change(db, TOPIC, key, title=was.title, why=was.why)
        _state(db, meeting, was.topic, was.state, was.reason, was.spots, merged_into="")
        _convene(db, meeting, was.topic, was.conveners)


def interest_counted(db: Handle, meeting: str, event: InterestCounted, recorded: Recorded) -> None:
    """A later count stands for an earlier one."""
    put(db, INTEREST, meeting=meeting, topic=event.topic, heads=event.heads)


def signed_up(db: Handle, meeting: str, event: SignedUp, recorded: Recorded) -> None:
    """A name under a topic."""
    at = recorded.at.isoformat()
    put(db, SIGN_UP, meeting=meeting, topic=event.topic, person=event.person, at=at)


def signed_off(db: Handle, meeting: str, event: SignedOff, recorded: Recorded) -> None:
    """Not there any more."""
    db.execute(
        "DELETE FROM sign_up WHERE meeting = ? AND topic = ? AND person = ?",
        (meeting, event.topic, event.person),
    )


def _state(
    db: Handle,
    meeting: str,
    topic: str,
    state: TopicState,
    reason: str = "",
    spots: Iterable[Field] | None = None,
    **more: str,
) -> None:
    """What a topic is; with `spots`, where alone it sits."""
    change(db, TOPIC, (meeting, topic), state=state.value, reason=reason, **more)
    if spots is None:
        return
    db.execute("DELETE FROM sitting WHERE meeting = ? AND topic = ?", (meeting, topic))
    for field in spots:
        _sit(db, meeting, topic, field)


def _sit(db: Handle, meeting: str, topic: str, field: Field) -> None:
    fields = {"slot": field.slot, "place": field.place, "half": field.half}
    put(db, SITTING, meeting=meeting, topic=topic, **fields)


def _leave(db: Handle, meeting: str, topic: str, field: Field) -> None:
    """A topic sits once in a slot, so the slot says which sitting it is."""
    key = (meeting, topic, field.slot)
    db.execute("DELETE FROM sitting WHERE meeting = ? AND topic = ? AND slot = ?", key)


def _convene(db: Handle, meeting: str, topic: str, people: Iterable[str]) -> None:
    db.execute("DELETE FROM topic_convener WHERE meeting = ? AND topic = ?", (meeting, topic))
    for position, person in enumerate(people, 1):
        put(db, CONVENER, meeting=meeting, topic=topic, person=person, position=position)


def _conveners(db: Handle, meeting: str, topic: str) -> list[str]:
    rows = db.execute(
        "SELECT person FROM topic_convener WHERE meeting = ? AND topic = ? ORDER BY position",
        (meeting, topic),
    )
    return [person for (person,) in rows.fetchall()]


TABLES = (TOPIC, CONVENER, SITTING, INTEREST, SIGN_UP)
WRITERS = {
    TopicPosted: posted,
    TopicEdited: edited,
    ConvenersChanged: conveners_changed,
    TopicWithdrawn: withdrawn,
    TopicNotHeld: not_held,
    TopicHeldAfterAll: held_after_all,
    TopicPlaced: placed,
    SecondSlotGiven: second_slot,
    TopicMoved: moved,
    TopicHalved: moved,
    TopicsSwapped: swapped,
    TopicTakenOff: taken_off,
    TopicParked: parked,
    TopicMerged: merged,
    TopicSplit: was_split,
    TopicsScreened: screened,
    DeedTakenBack: taken_back,
    InterestCounted: interest_counted,
    SignedUp: signed_up,
    SignedOff: signed_off,
}
