"""Registers of a forum around its wall: the theme, places, slots, rounds as held, people counted, focus."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.forum.convergence import (
    ClusterChanged,
    ClusterDissolved,
    ClusterFormed,
    DotsClosed,
    DotsEntered,
    WayChosen,
)
from facilitator.meeting.forum.matrix import (
    PlaceAdded,
    PlaceEdited,
    PlaceRemoved,
    SlotAdded,
    SlotEdited,
    SlotRemoved,
)
from facilitator.meeting.forum.rounds import HeadsCounted, RoundEnded, RoundStarted
from facilitator.meeting.forum.theme import HostingChosen, ThemeSet
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, put

FORUM = Table(
    "forum",
    {
        "meeting": str,
        "question": str,
        "invitation": str,
        "sponsor": str,
        "expected": int,
        "hosting": str,
        "way": str,
        "dots_each": int,
        "dots_people": int,
        "dots_closed_at": str,
    },
    ("meeting",),
    optional=frozenset({"dots_closed_at"}),
)
PLACE = Table(
    "place", {"meeting": str, "place": str, "name": str, "seats": int}, ("meeting", "place")
)
SLOT = Table(
    "slot",
    {"meeting": str, "slot": str, "begins": str, "minutes": int, "title": str},
    ("meeting", "slot"),
)
ROUND = Table(
    "round",
    {"meeting": str, "slot": str, "round": int, "began": str, "ended": str},
    ("meeting", "slot", "round"),
    optional=frozenset({"ended"}),
)
HEADS = Table(
    "head_count",
    {"meeting": str, "version": int, "slot": str, "place": str, "heads": int, "at": str},
    ("meeting", "version"),
)
DOTS = Table("dots", {"meeting": str, "topic": str, "dots": int}, ("meeting", "topic"))
CLUSTER = Table(
    "cluster",
    {"meeting": str, "cluster": str, "title": str, "initiator": str},
    ("meeting", "cluster"),
)
CLUSTER_TOPIC = Table(
    "cluster_topic",
    {"meeting": str, "cluster": str, "topic": str, "position": int},
    ("meeting", "cluster", "topic"),
)


def _forum(db: Handle, meeting: str, **values: object) -> None:
    """Change the forum's row; it is there from the first thing that is said of it."""
    db.execute(
        "INSERT OR IGNORE INTO forum (meeting, question, invitation, sponsor, expected, hosting, way,"
        " dots_each, dots_people) VALUES (?, '', '', '', 0, '', '', 0, 0)",
        (meeting,),
    )
    change(db, FORUM, (meeting,), **values)


def theme_set(db: Handle, meeting: str, event: ThemeSet, recorded: Recorded) -> None:
    """The question of the day, and who invites."""
    _forum(
        db,
        meeting,
        question=event.question,
        invitation=event.invitation,
        sponsor=event.sponsor,
        expected=event.expected,
    )


def hosting_chosen(db: Handle, meeting: str, event: HostingChosen, recorded: Recorded) -> None:
    """Neutral or guiding."""
    _forum(db, meeting, hosting=event.mode.value)


def place_added(db: Handle, meeting: str, event: PlaceAdded, recorded: Recorded) -> None:
    """A further place."""
    put(db, PLACE, meeting=meeting, place=event.place, name=event.name, seats=event.seats)


def place_edited(db: Handle, meeting: str, event: PlaceEdited, recorded: Recorded) -> None:
    """Called otherwise, or of another size."""
    change(db, PLACE, (meeting, event.place), name=event.name, seats=event.seats)


def place_removed(db: Handle, meeting: str, event: PlaceRemoved, recorded: Recorded) -> None:
    """Not available."""
    db.execute("DELETE FROM place WHERE meeting = ? AND place = ?", (meeting, event.place))


def slot_set(db: Handle, meeting: str, event: SlotAdded | SlotEdited, recorded: Recorded) -> None:
    """A further slot, or one at another time."""
    put(
        db,
        SLOT,
        meeting=meeting,
        slot=event.slot,
        begins=event.begins.isoformat(),
        minutes=event.minutes,
        title=event.title,
    )


def slot_removed(db: Handle, meeting: str, event: SlotRemoved, recorded: Recorded) -> None:
    """Does not take place."""
    db.execute("DELETE FROM slot WHERE meeting = ? AND slot = ?", (meeting, event.slot))


def round_started(db: Handle, meeting: str, event: RoundStarted, recorded: Recorded) -> None:
    """A slot is held; the second time when it had been ended too early."""
    (held,) = db.execute(
        "SELECT count(*) FROM round WHERE meeting = ? AND slot = ?", (meeting, event.slot)
    ).fetchone()
    began = recorded.at.isoformat()
    put(db, ROUND, meeting=meeting, slot=event.slot, round=held + 1, began=began, ended=None)


def round_ended(db: Handle, meeting: str, event: RoundEnded, recorded: Recorded) -> None:
    """The round that runs is over."""
    db.execute(
        "UPDATE round SET ended = ? WHERE meeting = ? AND slot = ? AND ended IS NULL",
        (recorded.at.isoformat(), meeting, event.slot),
    )


def heads_counted(db: Handle, meeting: str, event: HeadsCounted, recorded: Recorded) -> None:
    """People in all (no place), or in one place and slot."""
    put(
        db,
        HEADS,
        meeting=meeting,
        version=recorded.version,
        slot=event.slot,
        place=event.place,
        heads=event.heads,
        at=recorded.at.isoformat(),
    )


def way_chosen(db: Handle, meeting: str, event: WayChosen, recorded: Recorded) -> None:
    """By dots, or by opening the space again."""
    way = event.way.value
    _forum(db, meeting, way=way, dots_each=event.each, dots_people=event.people)


def dots_entered(db: Handle, meeting: str, event: DotsEntered, recorded: Recorded) -> None:
    """Dots on one topic, as last counted."""
    put(db, DOTS, meeting=meeting, topic=event.topic, dots=event.dots)


def dots_closed(db: Handle, meeting: str, event: DotsClosed, recorded: Recorded) -> None:
    """All sheets are counted."""
    _forum(db, meeting, dots_closed_at=recorded.at.isoformat())


def cluster_set(
    db: Handle, meeting: str, event: ClusterFormed | ClusterChanged, recorded: Recorded
) -> None:
    """Topics that belong together."""
    _no_topics(db, meeting, event.cluster)
    key = {"meeting": meeting, "cluster": event.cluster}
    put(db, CLUSTER, **key, title=event.title, initiator=event.initiator)
    for position, topic in enumerate(event.topics, 1):
        put(db, CLUSTER_TOPIC, **key, topic=topic, position=position)


def cluster_dissolved(
    db: Handle, meeting: str, event: ClusterDissolved, recorded: Recorded
) -> None:
    """Its topics stand for themselves again."""
    _no_topics(db, meeting, event.cluster)
    db.execute("DELETE FROM cluster WHERE meeting = ? AND cluster = ?", (meeting, event.cluster))


def _no_topics(db: Handle, meeting: str, cluster: str) -> None:
    db.execute("DELETE FROM cluster_topic WHERE meeting = ? AND cluster = ?", (meeting, cluster))


TABLES = (FORUM, PLACE, SLOT, ROUND, HEADS, DOTS, CLUSTER, CLUSTER_TOPIC)
WRITERS = {
    ThemeSet: theme_set,
    HostingChosen: hosting_chosen,
    PlaceAdded: place_added,
    PlaceEdited: place_edited,
    PlaceRemoved: place_removed,
    SlotAdded: slot_set,
    SlotEdited: slot_set,
    SlotRemoved: slot_removed,
    RoundStarted: round_started,
    RoundEnded: round_ended,
    HeadsCounted: heads_counted,
    WayChosen: way_chosen,
    DotsEntered: dots_entered,
    DotsClosed: dots_closed,
    ClusterFormed: cluster_set,
    ClusterChanged: cluster_set,
    ClusterDissolved: cluster_dissolved,
}
