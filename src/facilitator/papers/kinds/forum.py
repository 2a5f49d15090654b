"""What the papers of a forum have in common: who convenes a topic, where it sits, what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.forum.matrix import PlaceAdded, PlaceEdited, PlaceRemoved, Slot
from facilitator.meeting.forum.placing import Field
from facilitator.meeting.forum.wall import Spot, Topic, TopicState
from facilitator.papers.kinds.clerk import Clerk, meeting_name, nothing
from facilitator.words.forum import slot_times, slot_title, spot_words, topic_number

HIDDEN = (TopicState.TAKEN_BACK,)
"""Posted by mistake: it keeps its number and stands on no paper."""


def topics(c: Clerk, kind: str) -> list[Topic]:
    """All topics by number but those posted by mistake; refused (`nothing-to-print`) when there is none."""
    found = [topic for topic in c.meeting.wall.topics.values() if topic.state not in HIDDEN]
    if not found:
        raise nothing(kind)
    return found


def name_of_forum(c: Clerk) -> str:
    """What people call it: its own title, else the meeting's."""
    return c.meeting.call.title or meeting_name(c)


def number(topic: Topic) -> str:
    """16, 04."""
    return topic_number(topic.number)


def title(topic: Topic) -> str:
    """16 南门早高峰堵车."""
    return f"{number(topic)} {topic.title}"


def quoted(c: Clerk, topic: str, words: str = "") -> str:
    """A topic inside a sentence: 16“南门早高峰堵车”; `words` when it was worded otherwise then."""
    t, found = c.t, c.meeting.wall.topic(topic)
    return t("{number} “{title}”", number=number(found), title=words or found.title)


def conveners(c: Clerk, topic: Topic) -> str:
    """Those who convene it now."""
    return c.named(topic.conveners)


def times(c: Clerk, slot: Slot) -> str:
    """From when to when by plan, as the clock in the room shows it."""
    return slot_times(slot, c.lang, c.here)


def slot_name(c: Clerk, slot: Slot) -> str:
    """第2场, Round 2."""
    return slot_title(c.meeting.matrix, slot.id, c.lang)


def slot_line(c: Clerk, slot: Slot) -> str:
    """第2场　11:00—12:00."""
    return c.joined(slot_name(c, slot), times(c, slot))


def spot_line(c: Clerk, spot: Spot) -> str:
    """第2场 大厅北, with its half."""
    return spot_words(c.meeting.matrix, spot, c.lang)


def place_name(c: Clerk, place: str) -> str:
    """What a place is called; what it was called last where it was taken away again."""
    found = c.meeting.matrix.places.get(place)
    if found is not None:
        return found.name
    events = (entry.recorded.event for entry in reversed(c.meeting.chronicle))
    named = (PlaceAdded, PlaceEdited, PlaceRemoved)
    return next(one.name for one in events if isinstance(one, named) and one.place == place)


def field_line(c: Clerk, field: Field) -> str:
    """Where something hung, also in a place or a round that there is no more."""
    t, matrix = c.t, c.meeting.matrix
    if field.place in matrix.places and field.slot in matrix.slots:
        return spot_line(c, Spot(field.place, field.slot, field.half))
    slot = matrix.slots.get(field.slot)
    name = slot_name(c, slot) if slot else "…"
    return t("{slot}, {place}", slot=name, place=place_name(c, field.place))


def spots(c: Clerk, topic: Topic) -> list[Spot]:
    """Where it sits, in the order of time."""
    order = list(c.meeting.matrix.slots)
    return sorted(topic.spots, key=lambda spot: (order.index(spot.slot), spot.half))


def where(c: Clerk, topic: Topic) -> str:
    """All its sittings: 第1场 大厅东；第3场 图书角."""
    t = c.t
    return t.within("between", "; ").join(spot_line(c, spot) for spot in spots(c, topic))


def numbers(c: Clerk, found: Iterable[Topic]) -> str:
    """Topics one after another by number: 09、25."""
    return c.listing(number(topic) for topic in found)


def fate(c: Clerk, topic: Topic) -> str:
    """What became of a topic that has no group of its own, with the reason; "" for one that has."""
    t, wall = c.t, c.meeting.wall
    match topic.state:
        case TopicState.MERGED:
            said = t("Goes on as part of {topic}", topic=title(wall.topic(topic.into)))
        case TopicState.SPLIT:
            pieces = [one for one in wall.topics.values() if one.came_from == topic.id]
            said = t("Goes on as {topics}", topics=c.listing(title(one) for one in pieces))
        case TopicState.NOT_HELD:
            said = t.within("topic", "Not held")
        case TopicState.PARKED:
            said = t.within("topic", "Put aside")
        case TopicState.WITHDRAWN:
            said = t("Withdrawn by its conveners")
        case _:
            return ""
    why = c.bare(c.told(topic.reason))
    return t("{fact}: {reason}", fact=said, reason=why) if why else said


def origin(c: Clerk, topic: Topic) -> str:
    """What went into a topic, or what it was split from; "" for most."""
    t, wall = c.t, c.meeting.wall
    parts: list[str] = []
    merged = wall.merged_into(topic.id)
    if merged:
        listed = c.listing(title(one) for one in merged)
        parts.append(t("Also talked about here: {topics}", topics=listed))
    if topic.came_from:
        parts.append(t("Split from {topic}", topic=title(wall.topic(topic.came_from))))
    return t.within("between", "; ").join(parts)
