"""Door sheets (门贴): what is on in a place and when, one sheet for each door."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.forum.matrix import Place, Slot
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, Topic, TopicState
from facilitator.papers.kinds.cells import Piece, bold, called, left, mid, row, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark_of_sheet, nothing, write
from facilitator.papers.kinds.forum import conveners, name_of_forum, number, slot_name, times
from facilitator.papers.material import Material
from facilitator.papers.model import (
    Banner,
    BlockKind,
    Layout,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from facilitator.words.figures import Unit, counted, full_date

LARGE = 6
"""Rows that have room on a sheet in large type."""


def doors(material: Material) -> list[Paper]:
    """A sheet for every place; refused (`nothing-to-print`) without places, slots or topics."""
    chosen(material, ())
    c = clerk(material)
    matrix = c.meeting.matrix
    if not matrix.places or not matrix.slots or not c.meeting.wall.on_wall():
        raise nothing("doors")
    blocks: list[BlockKind] = []
    for place in matrix.places.values():
        blocks += [PageBreak()] if blocks else []
        blocks += _sheet(c, place)
    title = c.t.within("paper", "Door sheets")
    return [write(c, "doors", Layout.DOOR, title, blocks, marked=mark_of_sheet(c))]


def _sheet(c: Clerk, place: Place) -> Iterator[BlockKind]:
    t = c.t
    forum = c.joined(name_of_forum(c), full_date(c.day, c.lang))
    yield Paragraph(say(called(forum)), indented=False, align="center")
    yield Banner(place.name, most=96, lines=3)
    if place.seats:
        people = counted(place.seats, Unit.PEOPLE, c.lang)
        yield Paragraph(say(t("Room for {people}", people=people)), indented=False, align="center")
    heads = (t.within("header", "Time"), t.within("topic", "Topic"))
    rows = [row(*heads, kind=RowKind.HEAD)]
    for slot in c.meeting.matrix.slots.values():
        rows += _slot(c, place, slot)
    yield Table(widths=(7.0, 12.5), rows=tuple(rows), large=len(rows) <= LARGE)
    yield Paragraph(
        say(t("Come in whenever you like, and go on whenever you like.")),
        indented=False,
        align="center",
        small=True,
    )


def _slot(c: Clerk, place: Place, slot: Slot) -> Iterator[Row]:
    """A row for each topic; a free place says so."""
    t = c.t
    when = (slot_name(c, slot), "\n", times(c, slot))
    found = c.meeting.wall.at(place.id, slot.id)
    for topic in found:
        yield Row((mid(*when), left(*_topic(c, topic, place, slot))))
    if not found:
        free = t("This place is free: sit down with whoever comes.")
        yield Row((mid(*when), left(called(free))))


def _topic(c: Clerk, topic: Topic, place: Place, slot: Slot) -> Iterator[Piece]:
    t = c.t
    half = next(s.half for s in topic.spots if (s.place, s.slot) == (place.id, slot.id))
    if half:
        yield from (called(_HALVES[half](c)), "\n")
    yield bold(f"{number(topic)} ")
    yield topic.title
    who = t("Convener {names}", names=conveners(c, topic))
    yield from ("\n", called(who))
    if topic.state is TopicState.NOT_HELD:
        yield bold(c.brackets(t.within("topic", "Not held")))


_HALVES = {
    FIRST_HALF: lambda c: c.t("First half"),
    SECOND_HALF: lambda c: c.t("Second half"),
}
