"""The agenda wall as a page (议题墙): places by slots, what hangs where, and what hangs nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.forum.matrix import Place, Slot
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, Topic, TopicState
from facilitator.papers.kinds.cells import Piece, bold, called, left, mid, row, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark_of_sheet, write
from facilitator.papers.kinds.forum import (
    HIDDEN,
    conveners,
    fate,
    name_of_forum,
    number,
    slot_name,
    times,
    topics,
)
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Layout,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
)
from facilitator.words.figures import full_date
from facilitator.words.matters import meeting_words
from facilitator.words.tongue import mark

SLOTS_ACROSS = 8
"""Slots side by side on one sheet; more of them go on below."""


_BESIDE = {
    TopicState.OPEN: mark("Not on the wall yet"),
    TopicState.PARKED: mark("Parked"),
    TopicState.MERGED: mark("Merged"),
    TopicState.SPLIT: mark("Split"),
    TopicState.WITHDRAWN: mark("Withdrawn"),
    TopicState.NOT_HELD: mark("Not held"),
}
"""Heads for what hangs in no field."""


def wall(material: Material) -> list[Paper]:
    """The wall on a sheet that lies on its side; refused (`nothing-to-print`) without topics."""
    chosen(material, ())
    c = clerk(material)
    topics(c, "wall")
    t = c.t
    title = t("{forum}: agenda wall", forum=name_of_forum(c))
    day = full_date(c.day, c.lang)
    blocks = [*wall_tables(c, SLOTS_ACROSS), *beside_wall(c)]
    own = meeting_words(c.meeting, c.lang)
    subtitle = c.joined(day, c.meeting.call.place)
    return [
        write(
            c,
            "wall",
            Layout.WALL,
            title,
            blocks,
            subtitle=subtitle,
            own=own,
            marked=mark_of_sheet(c),
        )
    ]


def wall_tables(c: Clerk, across: int, *, people: bool = True) -> Iterator[BlockKind]:
    """Places by slots, `across` slots to a table; `people` names the conveners."""
    matrix = c.meeting.matrix
    slots = list(matrix.slots.values())
    if not matrix.places:
        return
    for start in range(0, len(slots), across):
        yield _table(c, slots[start : start + across], people)


def _table(c: Clerk, slots: list[Slot], people: bool) -> Table:
    t = c.t
    heads = [t.within("wall", "Place")]
    heads += [f"{slot_name(c, slot)} {times(c, slot)}" for slot in slots]
    rows = [row(*heads, kind=RowKind.HEAD)]
    rows += [_place(c, place, slots, people) for place in c.meeting.matrix.places.values()]
    first = max(1.6, 0.3 * len(slots))
    return Table(widths=(first, *(3.0,) * len(slots)), rows=tuple(rows))


def _place(c: Clerk, place: Place, slots: list[Slot], people: bool) -> Row:
    t = c.t
    seats = t.within("wall", "for {n}", n=place.seats) if place.seats else ""
    name = mid(bold(place.name), f"\n{seats}" if seats else "")
    return Row((name, *(_field(c, place, slot, people) for slot in slots)))


def _field(c: Clerk, place: Place, slot: Slot, people: bool) -> Cell:
    """What hangs in one field: number, title, conveners; not held ones say so."""
    parts: list[Piece] = []
    for topic in c.meeting.wall.at(place.id, slot.id):
        parts += ["\n"] if parts else []
        parts += _hanging(c, topic, place, slot, people)
    return left(*parts) if parts else mid("—")


def _hanging(c: Clerk, topic: Topic, place: Place, slot: Slot, people: bool) -> Iterator[Piece]:
    t = c.t
    half = next(s.half for s in topic.spots if (s.place, s.slot) == (place.id, slot.id))
    yield bold(number(topic))
    yield f" {topic.title}"
    if people:
        yield from ("\n", called(conveners(c, topic)))
    if half == FIRST_HALF:
        yield c.brackets(t("first half"))
    elif half == SECOND_HALF:
        yield c.brackets(t("second half"))
    if topic.state is TopicState.NOT_HELD:
        yield bold(c.brackets(t.within("topic", "not held")))


def beside_wall(c: Clerk, level: int = 1) -> Iterator[BlockKind]:
    """What hangs in no field: not yet placed, put aside, merged, split, withdrawn."""
    t = c.t
    groups: dict[str, list[Text]] = {}
    for topic in c.meeting.wall.topics.values():
        if topic.spots or topic.state in HIDDEN:
            continue
        head = t(_BESIDE[topic.state])
        groups.setdefault(head, []).append(_beside(c, topic))
    for head, lines in groups.items():
        yield Heading(head, level=level, listed=False)
        for line in lines:
            yield Paragraph(line, indented=False, small=True)


def _beside(c: Clerk, topic: Topic) -> Text:
    what = fate(c, topic)
    return say(
        bold(number(topic)),
        f" {topic.title}",
        called(c.gap + conveners(c, topic)),
        c.gap + what if what else "",
    )
