"""Lines about the agenda wall: what was posted and what became of it. How it hung is told with each round."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Event
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
from facilitator.papers.kinds.cells import FOUR, ONE, THREE, TWO, called, fill, say, struck
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.forum import field_line, numbers, quoted
from facilitator.papers.kinds.lines_of_meeting import because
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent

ONE_BY_ONE = (TopicPosted, TopicWithdrawn, TopicNotHeld, TopicMerged, TopicSplit, TopicParked)
"""What is told whenever it happens; so it is told, too, when it is taken back."""
SETTLED = (TopicPlaced, SecondSlotGiven, TopicMoved, TopicsSwapped, TopicHalved, TopicTakenOff)
"""What is told once the first round began: until then people arrange the wall, and nobody relies on it."""


def _posted(telling: Telling, event: TopicPosted) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if event.acting:
        sentence = t("{names}: topic {topic} is posted, to plan what to do.", names=ONE, topic=TWO)
    else:
        sentence = t("{names}: topic {topic} is posted.", names=ONE, topic=TWO)
    yield Said(
        fill(sentence, called(c.named(event.conveners)), quoted(c, event.topic, event.title))
    )


def _edited(telling: Telling, event: TopicEdited) -> Iterable[Told]:
    """The words on the card; what is under them is on the card's own page."""
    c, t = telling.clerk, telling.clerk.t
    if event.title == event.old_title:
        return
    sentence = t("Topic {number} is worded anew: {old} {new}.", number=ONE, old=TWO, new=THREE)
    line = fill(
        sentence,
        numbers(c, [c.meeting.wall.topic(event.topic)]),
        struck(event.old_title),
        event.title,
    )
    yield Said(say(line, because(telling, event.reason)))


def _conveners(telling: Telling, event: ConvenersChanged) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    sentence = t(
        "Topic {topic} is convened by {new} from now on (before: {old}).",
        topic=ONE,
        new=TWO,
        old=THREE,
    )
    new, old = (called(c.named(people)) for people in (event.conveners, event.old))
    line = fill(sentence, quoted(c, event.topic), new, old)
    yield Said(say(line, because(telling, event.reason)))


def _withdrawn(telling: Telling, event: TopicWithdrawn) -> Iterable[Told]:
    t = telling.clerk.t
    yield _simply(telling, t("Topic {topic} is withdrawn by its conveners.", topic=ONE), event)


def _not_held(telling: Telling, event: TopicNotHeld) -> Iterable[Told]:
    t = telling.clerk.t
    yield _simply(telling, t("Topic {topic} is not held.", topic=ONE), event)


def _parked(telling: Telling, event: TopicParked) -> Iterable[Told]:
    t = telling.clerk.t
    yield _simply(telling, t("Topic {topic} is parked.", topic=ONE), event)


def _simply(
    telling: Telling, sentence: str, event: TopicWithdrawn | TopicNotHeld | TopicParked
) -> Said:
    line = fill(sentence, quoted(telling.clerk, event.topic))
    return Said(say(line, because(telling, event.reason)))


def _held(telling: Telling, event: TopicHeldAfterAll) -> Iterable[Told]:
    t = telling.clerk.t
    sentence = t("Topic {topic} is held after all.", topic=ONE)
    yield Said(fill(sentence, quoted(telling.clerk, event.topic)))


def _placed(telling: Telling, event: TopicPlaced | SecondSlotGiven) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.rounds:
        return
    if isinstance(event, TopicPlaced):
        sentence = t("Topic {topic} goes on the wall: {where}.", topic=ONE, where=TWO)
    else:
        sentence = t("Topic {topic} is given a further slot: {where}.", topic=ONE, where=TWO)
    yield Said(fill(sentence, quoted(c, event.topic), field_line(c, event.field)))


def _moved(telling: Telling, event: TopicMoved | TopicHalved) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.rounds:
        return
    sentence = t("Topic {topic} moves: {old} to {new}.", topic=ONE, old=TWO, new=THREE)
    old, new = field_line(c, event.old), field_line(c, event.field)
    yield Said(fill(sentence, quoted(c, event.topic), old, new))


def _swapped(telling: Telling, event: TopicsSwapped) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.rounds:
        return
    sentence = t(
        "Topics {first} and {second} change places: {first_where}; {second_where}.",
        first=ONE,
        second=TWO,
        first_where=THREE,
        second_where=FOUR,
    )
    topics = quoted(c, event.first), quoted(c, event.second)
    yield Said(
        fill(sentence, *topics, field_line(c, event.second_old), field_line(c, event.first_old))
    )


def _taken_off(telling: Telling, event: TopicTakenOff) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.rounds or not event.old:
        return
    sentence = t("Topic {topic} is taken off the wall ({where}).", topic=ONE, where=TWO)
    yield Said(fill(sentence, quoted(c, event.topic), _fields(c, event.old)))


def _fields(c: Clerk, fields: Iterable[Field]) -> str:
    return c.listing(field_line(c, field) for field in fields)


def _merged(telling: Telling, event: TopicMerged) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    sentence = t(
        "Topic {topic} goes on as part of {into}; agreed: {names}.",
        topic=ONE,
        into=TWO,
        names=THREE,
    )
    agreed = called(c.named(event.agreed))
    yield Said(fill(sentence, quoted(c, event.topic), quoted(c, event.into), agreed))


def _split(telling: Telling, event: TopicSplit) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    sentence = t(
        "Topic {topic} goes on as {pieces}; agreed: {names}.", topic=ONE, pieces=TWO, names=THREE
    )
    pieces = c.listing(quoted(c, piece.topic, piece.title) for piece in event.pieces)
    yield Said(fill(sentence, quoted(c, event.topic), pieces, called(c.named(event.agreed))))


def _taken_back(telling: Telling, event: DeedTakenBack) -> Iterable[Told]:
    """Only of what was told: a card that was put somewhere else again is no matter of record."""
    c, t = telling.clerk, telling.clerk.t
    entries = (entry.recorded for entry in c.meeting.chronicle)
    deed = next((one for one in entries if one.version == event.deed), None)
    if deed is None or not _was_told(telling, deed.event):
        return
    topics = numbers(c, map(c.meeting.wall.topic, event.topics))
    time = c.when(deed.at)
    yield Said(
        say(
            t("What was done to topics {topics} at {time} is taken back.", topics=topics, time=time)
        )
    )


def _was_told(telling: Telling, event: Event) -> bool:
    told = (*ONE_BY_ONE, TopicEdited, ConvenersChanged, TopicHeldAfterAll, TopicsScreened)
    return isinstance(event, told) or (telling.rounds and isinstance(event, SETTLED))


def _screened(telling: Telling, event: TopicsScreened) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    wall = c.meeting.wall
    kept = c.listing(
        numbers(c, [wall.topic(one)]) + c.brackets(str(heads))
        for one, heads in zip(event.keep, event.heads, strict=True)
    )
    parked = numbers(c, map(wall.topic, event.parked))
    yield Said(
        say(
            t(
                "What goes on: topics {kept} (those who want to come in brackets). Parked: {parked}.",
                kept=kept,
                parked=parked,
            )
        )
    )


LINES: dict[type, Teller] = {
    TopicPosted: _posted,
    TopicEdited: _edited,
    ConvenersChanged: _conveners,
    TopicWithdrawn: _withdrawn,
    TopicNotHeld: _not_held,
    TopicHeldAfterAll: _held,
    TopicPlaced: _placed,
    SecondSlotGiven: _placed,
    TopicMoved: _moved,
    TopicsSwapped: _swapped,
    TopicHalved: _moved,
    TopicTakenOff: _taken_off,
    TopicParked: _parked,
    TopicMerged: _merged,
    TopicSplit: _split,
    DeedTakenBack: _taken_back,
    InterestCounted: silent,  # on the wall
    SignedUp: silent,
    SignedOff: silent,
    TopicsScreened: _screened,
}
