"""What the wall shows, read off a meeting as plain data; what stays the same is not drawn again."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import NamedTuple

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.meeting import Meeting
from facilitator.meeting.forum.clashes import Clash, ClashKind, clashes
from facilitator.meeting.forum.wall import FIRST_HALF, WHOLE, Spot, Topic, TopicState
from facilitator.words.figures import airy, listing
from facilitator.words.forum import slot_times, slot_title, topic_number

SOON = 60
"""Minutes from which on the beginning of a slot is counted down."""


class Cell(NamedTuple):
    """One field of the wall."""

    place: str
    slot: str


@dataclass(frozen=True, slots=True)
class Card:
    """One sitting of a topic as its card shows it; `cell` is None in the tray and the parking area."""

    topic: str
    number: str
    title: str
    who: str
    wanted: str
    """Empty while nobody counted."""
    cell: Cell | None = None
    half: int = WHOLE
    marks: tuple[str, ...] = ()
    """Half of a slot, second sitting, not held: what is said beside the convener."""
    clash: tuple[str, ...] = ()
    """What there is to settle about this sitting, in two words each."""
    off: bool = False
    """It is not held."""
    reason: str = ""
    """Why it is parked."""
    spoken: str = ""
    """All of it as one sentence: the tool tip, and what a screen reader says."""


@dataclass(frozen=True, slots=True)
class Column:
    """One time slot."""

    slot: str
    title: str
    times: str
    count: str
    over: bool = False
    running: bool = False
    begins: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One place."""

    place: str
    name: str
    seats: str


@dataclass(frozen=True, slots=True)
class Board:
    """The whole wall at one moment."""

    lines: tuple[Line, ...] = ()
    columns: tuple[Column, ...] = ()
    cards: tuple[Card, ...] = ()
    """By field, in the order in which they stand in it."""
    tray: tuple[Card, ...] = ()
    parked: tuple[Card, ...] = ()
    gone: int = 0
    """Topics that go on as part of another, as several others, or not at all."""
    topics: int = 0
    hanging: int = 0
    clashes: tuple[Clash, ...] = ()


class Memory:
    """The cards as they were read last: what did not change since is not put into words again."""

    def __init__(self) -> None:
        self._ground: object = None
        self.cards: dict[tuple[str, Spot | None], tuple[tuple[object, ...], Card]] = {}

    def stand_on(self, ground: object) -> None:
        """Forget everything where what all cards stand on is another: people's names, the slots."""
        if ground != self._ground:
            self._ground = ground
            self.cards.clear()


def read_board(desk: Desk, meeting: Meeting, memory: Memory | None = None) -> Board:
    """The wall of a meeting, in the words of the window."""
    reader = _Reader(desk, meeting, memory or Memory())
    wall = meeting.wall
    found = reader.cards()
    return Board(
        lines=tuple(
            Line(one.id, one.name, seats(desk, one.seats)) for one in meeting.matrix.places.values()
        ),
        columns=tuple(reader.column(slot) for slot in meeting.matrix.slots),
        cards=tuple(found),
        tray=tuple(reader.card(topic) for topic in wall.tray()),
        parked=tuple(reader.card(topic) for topic in wall.parked()),
        gone=len(gone(meeting)),
        topics=len(wall.counted()),
        hanging=len(wall.on_wall()),
        clashes=tuple(reader.clashes),
    )


def seats(desk: Desk, number: int) -> str:
    """How many a place holds: 座 30."""
    t = desk.t
    return airy(t("seats {n}", n=number)) if number else t("seats not counted")


def short_clashes(desk: Desk) -> dict[ClashKind, str]:
    """What there may be to settle about a card, in as few words as fit on it."""
    t = desk.t
    return {
        ClashKind.CONVENER_TWICE: t("Twice at once"),
        ClashKind.FIELD_TWICE: t("Field shared"),
        ClashKind.TOO_SMALL: t("Too small"),
        ClashKind.BOTH_WANTED: t("Both wanted"),
    }


def gone(meeting: Meeting) -> list[Topic]:
    """The topics that do not stand for themselves any more; they stay readable."""
    standing = {topic.id for topic in meeting.wall.counted()}
    return [topic for topic in meeting.wall.topics.values() if topic.id not in standing]


def left(column: Column, now: datetime, desk: Desk) -> str:
    """How long it is to the beginning of a slot, when that is soon; or that it runs, or is over."""
    t = desk.t
    if column.running:
        return t("running now")
    if column.over:
        return t("over")
    if column.begins is None:
        return ""
    minutes = -int((now - column.begins).total_seconds() // 60)
    if not 0 < minutes <= SOON:
        return ""
    return airy(t.many("in {n} minute", "in {n} minutes", minutes))


class _Reader:
    """Reads the parts of a board; what many cards need is asked for once."""

    def __init__(self, desk: Desk, meeting: Meeting, memory: Memory) -> None:
        self._t, self._lang, self._meeting = desk.t, desk.lang, meeting
        self._names = desk.session.names(meeting)
        self._kept = memory
        memory.stand_on((self._names, list(meeting.matrix.slots)))
        self._count = Counter(
            spot.slot
            for topic in meeting.wall.on_wall()
            if topic.state is TopicState.OPEN
            for spot in topic.spots
        )
        self.clashes = clashes(meeting)
        self._of: dict[tuple[str, str], list[str]] = defaultdict(list)
        titles = short_clashes(desk)
        for clash in self.clashes:
            for topic in clash.topics:
                said, title = self._of[topic, clash.slot], titles[clash.kind]
                if title not in said:
                    said.append(title)

    def cards(self) -> list[Card]:
        """Every sitting, field by field."""
        places, slots = list(self._meeting.matrix.places), list(self._meeting.matrix.slots)
        order = {
            Cell(place, slot): (line, column)
            for line, place in enumerate(places)
            for column, slot in enumerate(slots)
        }
        found = [
            (order[Cell(spot.place, spot.slot)], spot.half, topic.number, topic, spot)
            for topic in self._meeting.wall.on_wall()
            for spot in topic.spots
        ]
        found.sort(key=lambda one: one[:3])
        return [self.card(topic, spot) for *_, topic, spot in found]

    def column(self, slot: str) -> Column:
        """A slot with its times and how many topics it has."""
        meeting, lang = self._meeting, self._lang
        one = meeting.matrix.slots[slot]
        return Column(
            slot,
            airy(slot_title(meeting.matrix, slot, lang)),
            slot_times(one, lang, lambda at: local(meeting, at)),
            airy(self._t.many("{n} card", "{n} cards", self._count[slot])),
            over=meeting.rounds.ended(slot),
            running=meeting.rounds.running == slot,
            begins=one.begins,
        )

    def card(self, topic: Topic, spot: Spot | None = None) -> Card:
        """A card of a topic: of one of its sittings, or beside the wall."""
        clash = tuple(self._of.get((topic.id, spot.slot), ())) if spot else ()
        facts = (topic, self._meeting.interest.wanted(topic.id), clash)
        kept = self._kept.cards.get((topic.id, spot))
        if kept is not None and kept[0][0] is topic and kept[0][1:] == facts[1:]:
            return kept[1]
        made = self._worded(topic, spot, facts[1], clash)
        self._kept.cards[topic.id, spot] = (facts, made)
        return made

    def _worded(self, topic: Topic, spot: Spot | None, wanted: int, clash: tuple[str, ...]) -> Card:
        t = self._t
        who = listing([self._names.get(person, person) for person in topic.conveners], self._lang)
        number, title = topic_number(topic.number), " ".join(topic.title.split())
        wants = airy(t("{n} want it", n=wanted)) if wanted else ""
        marks = tuple(self._marks(topic, spot))
        said = [f"{number} {title}", t("convened by {who}", who=who)]
        said += [one for one in (wants, *marks, *clash, topic.reason) if one]
        return Card(
            topic.id,
            number,
            title,
            who,
            wants,
            Cell(spot.place, spot.slot) if spot else None,
            spot.half if spot else WHOLE,
            marks,
            clash,
            topic.state is TopicState.NOT_HELD,
            topic.reason,
            t.within("between", ", ").join(said),
        )

    def _marks(self, topic: Topic, spot: Spot | None) -> list[str]:
        t = self._t
        found: list[str] = []
        if topic.state is TopicState.NOT_HELD:
            found.append(t("not held"))
        if spot is not None and spot.half != WHOLE:
            found.append(t("first half") if spot.half == FIRST_HALF else t("second half"))
        if spot is not None and len(topic.spots) > 1:
            order = sorted(topic.spots, key=lambda one: self._meeting.matrix.number(one.slot))
            said = t("sitting {n} of {all}", n=order.index(spot) + 1, all=len(order))
            found.append(airy(said))
        return found
