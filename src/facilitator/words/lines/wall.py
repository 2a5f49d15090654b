"""Lines about the agenda wall: topics posted, worded anew, hung, moved, merged, parked, taken back."""

from __future__ import annotations

from collections.abc import Iterable

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
from facilitator.words.figures import listing
from facilitator.words.lines.telling import Teller, Telling


def _posted(telling: Telling, event: TopicPosted) -> str:
    t = telling.t
    telling.titles[event.topic] = event.title
    names, topic = telling.names(event.conveners), telling.topic(event.topic)
    if event.acting:
        return t("{names}: topic {topic} is posted, to plan what to do.", names=names, topic=topic)
    return t("{names}: topic {topic} is posted.", names=names, topic=topic)


def _edited(telling: Telling, event: TopicEdited) -> str:
    t = telling.t
    number = telling.numbered(event.topic)
    telling.titles[event.topic] = event.title
    if event.title == event.old_title:
        line = t("What topic {number} is posted for is worded anew.", number=number)
    else:
        line = t(
            "Topic {number} is worded anew: “{old}” to “{new}”.",
            number=number,
            old=event.old_title,
            new=event.title,
        )
    return telling.sentences(line, telling.because(event.reason))


def _conveners(telling: Telling, event: ConvenersChanged) -> str:
    t = telling.t
    line = t(
        "Topic {topic} is convened by {new} from now on (before: {old}).",
        topic=telling.topic(event.topic),
        new=telling.names(event.conveners),
        old=telling.names(event.old),
    )
    return telling.sentences(line, telling.because(event.reason))


def _withdrawn(telling: Telling, event: TopicWithdrawn) -> str:
    t = telling.t
    line = t("Topic {topic} is withdrawn by its conveners.", topic=telling.topic(event.topic))
    return telling.sentences(line, telling.because(event.reason))


def _not_held(telling: Telling, event: TopicNotHeld) -> str:
    t = telling.t
    line = t("Topic {topic} is not held.", topic=telling.topic(event.topic))
    return telling.sentences(line, telling.because(event.reason))


def _held(telling: Telling, event: TopicHeldAfterAll) -> str:
    t = telling.t
    return t("Topic {topic} is held after all.", topic=telling.topic(event.topic))


def _placed(telling: Telling, event: TopicPlaced) -> str:
    t = telling.t
    topic, where = telling.topic(event.topic), _where(telling, event.field)
    return t("Topic {topic} goes on the wall: {where}.", topic=topic, where=where)


def _second(telling: Telling, event: SecondSlotGiven) -> str:
    t = telling.t
    topic, where = telling.topic(event.topic), _where(telling, event.field)
    return t("Topic {topic} is given a further slot: {where}.", topic=topic, where=where)


def _moved(telling: Telling, event: TopicMoved | TopicHalved) -> str:
    t = telling.t
    return t(
        "Topic {topic} moves: {old} to {new}.",
        topic=telling.topic(event.topic),
        old=_where(telling, event.old),
        new=_where(telling, event.field),
    )


def _swapped(telling: Telling, event: TopicsSwapped) -> str:
    t = telling.t
    return t(
        "Topics {first} and {second} change places: {first_where}; {second_where}.",
        first=telling.topic(event.first),
        second=telling.topic(event.second),
        first_where=_where(telling, event.second_old),
        second_where=_where(telling, event.first_old),
    )


def _taken_off(telling: Telling, event: TopicTakenOff) -> str:
    t = telling.t
    topic = telling.topic(event.topic)
    if not event.old:
        return t("Topic {topic} is not parked any more.", topic=topic)
    where = listing((_where(telling, one) for one in event.old), telling.lang)
    return t("Topic {topic} is taken off the wall ({where}).", topic=topic, where=where)


def _parked(telling: Telling, event: TopicParked) -> str:
    t = telling.t
    line = t("Topic {topic} is parked.", topic=telling.topic(event.topic))
    return telling.sentences(line, telling.because(event.reason))


def _merged(telling: Telling, event: TopicMerged) -> str:
    t = telling.t
    return t(
        "Topic {topic} goes on as part of {into}; agreed: {names}.",
        topic=telling.topic(event.topic),
        into=telling.topic(event.into),
        names=telling.names(event.agreed),
    )


def _split(telling: Telling, event: TopicSplit) -> str:
    t = telling.t
    for piece in event.pieces:
        telling.titles[piece.topic] = piece.title
    return t(
        "Topic {topic} goes on as {pieces}; agreed: {names}.",
        topic=telling.topic(event.topic),
        pieces=listing((telling.topic(piece.topic) for piece in event.pieces), telling.lang),
        names=telling.names(event.agreed),
    )


def _taken_back(telling: Telling, event: DeedTakenBack) -> str:
    """What was taken back, in its own words; topics bear the titles they had before."""
    t = telling.t
    for restored in event.now:
        telling.titles[restored.topic] = restored.title
    done = telling.told.get(event.deed, "")
    if done:
        return t("Taken back: {line}", line=done)
    return t(
        "Taken back: what was done to topics {topics}.", topics=_numbers(telling, event.topics)
    )


def _wanted(telling: Telling, event: InterestCounted) -> str:
    t = telling.t
    topic = telling.topic(event.topic)
    if event.old:
        return t(
            "Topic {topic}: {n} want to come (before: {old}).",
            topic=topic,
            n=event.heads,
            old=event.old,
        )
    return t("Topic {topic}: {n} want to come.", topic=topic, n=event.heads)


def _signed_up(telling: Telling, event: SignedUp) -> str:
    t = telling.t
    name, topic = telling.name_of(event.person), telling.topic(event.topic)
    return t("{name} signs under topic {topic}.", name=name, topic=topic)


def _signed_off(telling: Telling, event: SignedOff) -> str:
    t = telling.t
    name, topic = telling.name_of(event.person), telling.topic(event.topic)
    return t("{name} is not on the list of topic {topic} any more.", name=name, topic=topic)


def _screened(telling: Telling, event: TopicsScreened) -> str:
    t = telling.t
    kept = zip(event.keep, event.heads, strict=True)
    return t(
        "What goes on: topics {kept} (those who want to come in brackets). Parked: {parked}.",
        kept=listing(
            (t("{name} ({title})", name=telling.numbered(one), title=n) for one, n in kept),
            telling.lang,
        ),
        parked=_numbers(telling, event.parked),
    )


def _where(telling: Telling, field: Field) -> str:
    return telling.spot(field.place, field.slot, field.half)


def _numbers(telling: Telling, topics: Iterable[str]) -> str:
    return telling.numbered(*topics)


LINES: dict[type, Teller] = {
    TopicPosted: _posted,
    TopicEdited: _edited,
    ConvenersChanged: _conveners,
    TopicWithdrawn: _withdrawn,
    TopicNotHeld: _not_held,
    TopicHeldAfterAll: _held,
    TopicPlaced: _placed,
    SecondSlotGiven: _second,
    TopicMoved: _moved,
    TopicsSwapped: _swapped,
    TopicHalved: _moved,
    TopicTakenOff: _taken_off,
    TopicParked: _parked,
    TopicMerged: _merged,
    TopicSplit: _split,
    DeedTakenBack: _taken_back,
    InterestCounted: _wanted,
    SignedUp: _signed_up,
    SignedOff: _signed_off,
    TopicsScreened: _screened,
}
