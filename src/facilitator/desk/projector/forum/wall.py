"""The agenda wall, a slot a page, and the board of where one can go right now."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.data import dataclass
from facilitator.desk.projector.forum.frame import calm, foot, inner, rule
from facilitator.desk.projector.forum.pages import (
    WallPage,
    first_wall_page,
    next_slot,
    now_pages,
    wall_pages,
)
from facilitator.desk.projector.forum.slots import slot_head, starting
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, Spot, Topic, TopicState
from facilitator.words.figures import airy
from facilitator.words.forum import slot_times, slot_title, topic_number

COLUMN = 5
"""Topics below one another: no more fit without getting small."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How large things are on a page: one size for all titles that fit in it."""

    scale: float
    wide: float
    """Of the numbers."""
    title: float


def paint_wall(pen: Pen, rect: QRectF, room: Room) -> None:
    """One slot, or what waits for a place; which ones lie before and after it."""
    meeting, t = room.meeting, room.t
    pages = wall_pages(meeting)
    at = room.leaf.page(room.steady, len(pages), first_wall_page(meeting, pages))
    page = pages[at]
    slot = page.slot or ("" if page.rows else next_slot(meeting))
    slot_head(pen, rect, room, slot)
    if page.rows:
        _grid(pen, inner(pen, rect), room, page)
    else:
        small = t("Write down what is on your heart, read it out, and put it on the wall.")
        calm(pen, inner(pen, rect), t("The wall is still empty"), small)
    foot(pen, rect, room, _about(room, slot), at, len(pages))


def paint_now(pen: Pen, rect: QRectF, room: Room) -> None:
    """Place by place what is on; without a running round, when the next one begins."""
    meeting, t = room.meeting, room.t
    pages = now_pages(meeting)
    at = room.leaf.page(room.steady, len(pages))
    slot = meeting.rounds.running or next_slot(meeting)
    slot_head(pen, rect, room, slot)
    if pages[at].rows:
        _grid(pen, inner(pen, rect), room, pages[at], places_first=True)
    elif meeting.rounds.running:
        calm(pen, inner(pen, rect), t("No topic hangs in this round"))
    else:
        coming = slot_title(meeting.matrix, slot, room.lang) if slot else ""
        small = airy(f"{coming}  {starting(room, slot)}".strip())
        calm(pen, inner(pen, rect), t("No groups are meeting right now"), small)
    foot(pen, rect, room, _about(room, slot), at, len(pages))


def _about(room: Room, slot: str) -> str:
    """11:00—12:00 and whose wall it is."""
    times = slot_times(room.meeting.matrix.slots[slot], room.lang, room.local) if slot else ""
    call = room.meeting.call
    whose = call.title or room.meeting.council.name
    return "  ·  ".join(filter(None, (times, whose)))


def _grid(
    pen: Pen, rect: QRectF, room: Room, page: WallPage, *, places_first: bool = False
) -> None:
    """Few topics large in one column, more in two."""
    columns = 1 if page.all <= COLUMN else 2
    rows = -(-len(page.rows) // columns)
    gap = pen.px(48)
    width = (rect.width() - gap * (columns - 1)) / columns
    area = rect.adjusted(0, pen.px(8), 0, -pen.px(8))
    high = min(area.height() / rows, pen.px(190))
    scale = min(1.4, high / pen.px(118))
    numbers = [topic_number(topic.number) for topic, _spot in page.rows]
    wide = max(pen.width(one, 56 * scale, bold=True) for one in ("00", *numbers)) + pen.px(18)
    titles = [topic.title for topic, _spot in page.rows]
    sizes = [pen.fitted(one, 44 * scale, width - wide, bold=True) for one in titles]
    cut = Cut(scale, wide, min((size for size in sizes if size >= 44), default=44))
    for number, (topic, spot) in enumerate(page.rows):
        column, row = divmod(number, rows)
        x, y = area.left() + column * (width + gap), area.top() + row * high
        box = QRectF(x, y, width, high)
        if places_first and spot:
            _place_cell(pen, box, room, topic, spot, cut)
        else:
            _topic_cell(pen, box, room, topic, spot, cut)
        if row < rows - 1 and number < len(page.rows) - 1:
            rule(pen, box, box.bottom() - pen.px(1))


def _number(pen: Pen, rect: QRectF, topic: Topic, cut: Cut) -> QRectF:
    """The number at the left; the room beside it."""
    ink = "soft" if topic.state is TopicState.NOT_HELD else "accent"
    number = topic_number(topic.number)
    pen.mid(rect.left(), rect.center().y(), number, 56 * cut.scale, bold=True, ink=ink)
    return rect.adjusted(cut.wide, pen.px(4), 0, -pen.px(4))


def _place_cell(pen: Pen, rect: QRectF, room: Room, topic: Topic, spot: Spot, cut: Cut) -> None:
    """The place before all, then what is talked about there."""
    box = _number(pen, rect, topic, cut)
    upper, lower = _halves(box)
    _line(pen, upper, ((_place(room, spot), 44 * cut.scale, True, "accent_ink"),))
    _title(pen, lower, topic.title, min(40 * cut.scale, cut.title), bold=False)


def _topic_cell(
    pen: Pen, rect: QRectF, room: Room, topic: Topic, spot: Spot | None, cut: Cut
) -> None:
    """The title, then place and convener; a title of two lines makes them smaller."""
    box = _number(pen, rect, topic, cut)
    gone = topic.state is TopicState.NOT_HELD
    told = room.t("Not held") if gone else room.people(topic.conveners)
    place, scale = _place(room, spot), cut.scale
    below = min(40 * scale, cut.title * 0.91)
    parts = ((place, below, True, "accent_ink"), (told, below * 0.9, False, "soft"))
    shown = tuple(part for part in parts if part[0])
    upper, lower = _halves(box)
    if not shown:
        upper = box
    elif _needs_two(pen, upper, topic.title):
        upper.setBottom(box.bottom() - pen.px(40))
        lower.setTop(upper.bottom())
        shown = tuple((text, LEAST, bold, ink) for text, _size, bold, ink in shown)
    _title(pen, upper, topic.title, cut.title, ink="soft" if gone else "ink")
    _line(pen, lower, shown)


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    upper, lower = QRectF(rect), QRectF(rect)
    upper.setHeight(rect.height() * 0.52)
    lower.setTop(upper.bottom())
    return upper, lower


def _needs_two(pen: Pen, rect: QRectF, title: str) -> bool:
    return pen.width(title, 36, bold=True) > rect.width()


def _title(
    pen: Pen, rect: QRectF, title: str, largest: float, *, bold: bool = True, ink: str = "ink"
) -> None:
    """In one line down to 36, then in two smaller ones, then cut."""
    size = pen.fitted(title, largest, rect.width(), bold=bold, least=36)
    if pen.width(title, size, bold=bold) <= rect.width() or rect.height() < pen.px(2 * LEAST):
        pen.mid(rect.left(), rect.center().y(), title, size, bold=bold, ink=ink, width=rect.width())
        return
    pen.block(rect, title, largest, bold=bold, ink=ink, pitch=1.08)


def _line(pen: Pen, rect: QRectF, parts: tuple[tuple[str, float, bool, str], ...]) -> None:
    """Words side by side; the first has its room, the others what is left."""
    x = rect.left()
    for text, largest, bold, ink in parts:
        room_left = rect.right() - x
        if room_left < pen.px(LEAST) * 2:
            return
        size = pen.fitted(text, largest, room_left, bold=bold)
        x += pen.mid(x, rect.center().y(), text, size, bold=bold, ink=ink, width=room_left)
        x += pen.px(24)


def _place(room: Room, spot: Spot | None) -> str:
    """Where, and in which half of the slot."""
    if spot is None:
        return ""
    t, place = room.t, room.meeting.matrix.places[spot.place].name
    if spot.half == FIRST_HALF:
        return t("{place}, first half", place=place)
    if spot.half == SECOND_HALF:
        return t("{place}, second half", place=place)
    return place
