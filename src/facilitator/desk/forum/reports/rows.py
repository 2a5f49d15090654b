"""The board of reports as it is read: what is missing, was not held, hangs, or is still to come."""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.forum.reports import missing
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.words.figures import airy, listing
from facilitator.words.forum import spot_words, topic_number
from facilitator.words.tongue import Tongue


class Kind(StrEnum):
    """Where a report stands; also what the board can be narrowed to."""

    MISSING = "missing"
    NOT_HELD = "not-held"
    POSTED = "posted"
    LATER = "later"  # its round is not over, or it hangs nowhere


@dataclass(frozen=True, slots=True)
class Head:
    """A line above the rows of one kind."""

    kind: Kind
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One topic on the board."""

    topic: str
    number: str
    title: str
    kind: Kind
    conveners: str
    recorder: str
    """Empty while nobody takes notes."""
    filling: bool = False
    """Something was typed that does not hang yet."""
    note: str = ""
    """Why it was not held, what it went into, where it is still to come."""


Line = Head | Row


def board_rows(
    meeting: Meeting, names: Mapping[str, str], t: Tongue, filling: Container[str] = ()
) -> dict[Kind, list[Row]]:
    """Every topic that has a page of its own or went into another, by where its report stands, by number."""
    lacking = {topic.id for topic in missing(meeting)}
    found: dict[Kind, list[Row]] = {kind: [] for kind in Kind}
    for topic in meeting.wall.topics.values():
        kind = _kind(meeting, topic, lacking)
        if kind is None:
            continue
        recorder = meeting.reports.recorder(topic.id)
        row = Row(
            topic.id,
            topic_number(topic.number),
            topic.title,
            kind,
            listing((names.get(one, one) for one in topic.conveners), t.lang),
            names.get(recorder, recorder),
            topic.id in filling and kind in (Kind.MISSING, Kind.LATER),
            _note(meeting, topic, kind, t),
        )
        found[kind].append(row)
    return found


def _kind(meeting: Meeting, topic: Topic, lacking: Container[str]) -> Kind | None:
    if topic.id in meeting.reports.all:
        return Kind.POSTED
    if topic.state in (TopicState.NOT_HELD, TopicState.MERGED):
        return Kind.NOT_HELD
    if topic.id in lacking:
        return Kind.MISSING
    return Kind.LATER if topic.state is TopicState.OPEN else None


def _note(meeting: Meeting, topic: Topic, kind: Kind, t: Tongue) -> str:
    if topic.state is TopicState.MERGED:
        into = meeting.wall.topic(topic.into)
        return airy(t("merged into {n}", n=topic_number(into.number)))
    if kind is Kind.NOT_HELD:
        return topic.reason
    if kind is Kind.LATER:
        if topic.spots:
            return airy(spot_words(meeting.matrix, topic.spots[0], t.lang))
        return t("not on the wall")
    return ""


def head_of(kind: Kind, count: int, t: Tongue) -> Head:
    """What stands above the rows of one kind."""
    match kind:
        case Kind.MISSING:
            title = t.many("{n} report is missing", "{n} reports are missing", count)
            note = t("Choose one and write it at the right")
        case Kind.NOT_HELD:
            title = t.many("{n} was not held", "{n} were not held", count)
            note = t("also in the book")
        case Kind.POSTED:
            title = t.many("{n} report hangs", "{n} reports hang", count)
            note = t("to read, to add to")
        case Kind.LATER:
            title = t.many("{n} is still to come", "{n} are still to come", count)
            note = t("a report can be written already")
    return Head(kind, airy(title), note)


def lines_of(rows: Mapping[Kind, list[Row]], only: Kind | None, t: Tongue) -> tuple[Line, ...]:
    """Heads and rows one below the other, of one kind or of all that there are."""
    found: list[Line] = []
    for kind in Kind:
        here = rows[kind]
        if here and only in (None, kind):
            found.append(head_of(kind, len(here), t))
            found.extend(here)
    return tuple(found)
