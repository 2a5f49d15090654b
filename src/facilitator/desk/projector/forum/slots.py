"""The head of wall and board: the slot before, this one with the time that is left, the one after."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.forum.rounds.rows import ends_at
from facilitator.desk.projector.forum.frame import EDGE, HEAD, right_text
from facilitator.desk.projector.forum.pages import When, when
from facilitator.desk.projector.pen import Pen
from facilitator.desk.projector.room import Room
from facilitator.words.figures import airy, clock
from facilitator.words.forum import slot_title

SIDE = 0.2225
"""The width of the cells at the sides, in parts of the screen's."""
SMALLEST = 32 / 44
"""So far the words in the middle are made smaller: no letter is under 32."""


def slot_head(pen: Pen, rect: QRectF, room: Room, slot: str) -> None:
    """A slot in the middle, its neighbours beside it; `slot` is empty for what hangs nowhere yet."""
    meeting = room.meeting
    high, side, gap = pen.px(HEAD), rect.width() * SIDE, pen.px(2)
    order = list(meeting.matrix.slots)
    at = order.index(slot) if slot else len(order)
    before = order[at - 1] if at else ""
    after = order[at + 1] if at + 1 < len(order) else ""
    left = QRectF(rect.left(), rect.top(), side, high) if before and slot else None
    right = QRectF(rect.right() - side, rect.top(), side, high) if after else None
    middle = QRectF(rect.left(), rect.top(), rect.width(), high)
    if left:
        middle.setLeft(left.right() + gap)
        _neighbour(pen, left, room, before)
    if right:
        middle.setRight(right.left() - gap)
        _neighbour(pen, right, room, after)
    if slot:
        _slot(pen, middle, room, slot)
    else:
        _waiting(pen, middle, room)


def _neighbour(pen: Pen, rect: QRectF, room: Room, slot: str) -> None:
    pen.painter.fillRect(rect, pen.ink("sunken"))
    edge = pen.px(EDGE) * min(1.0, rect.width() / pen.px(304))
    x, width = rect.left() + edge, rect.width() - edge * 1.5
    name = airy(slot_title(room.meeting.matrix, slot, room.lang))
    pen.mid(x, rect.top() + pen.px(33), name, 32, ink="soft", width=width)
    y = rect.top() + pen.px(73)
    if when(room.meeting, slot) is When.OVER:
        pen.sign(x, y - pen.px(15), 30, "for", "good")
        pen.mid(x + pen.px(40), y, room.t("Over"), 32, ink="soft", width=width - pen.px(40))
    else:
        pen.mid(x, y, airy(starting(room, slot)), 32, ink="soft", width=width)


def _slot(pen: Pen, rect: QRectF, room: Room, slot: str) -> None:
    """Full of colour while it runs, pale before, grey afterwards; always with its word."""
    t, state = room.t, when(room.meeting, slot)
    ground, ink, tag = {
        When.NOW: ("accent", "accent_on", t.within("slot", "Now")),
        When.NEXT: ("accent_soft", "accent_ink", t.within("slot", "Next")),
        When.LATER: ("accent_soft", "accent_ink", ""),
        When.OVER: ("sunken", "ink", ""),
    }[state]
    pen.painter.fillRect(rect, pen.ink(ground))
    edge, y = pen.px(EDGE), rect.center().y()
    x, width = rect.left() + edge, rect.width() - 2 * edge
    name = airy(slot_title(room.meeting.matrix, slot, room.lang))
    said = airy(_told(room, slot, state))
    scale = _scale(pen, width, (tag, 44), (name, 48), (said, 48))
    if scale < SMALLEST:  # no room for all three: that it runs is told by the minutes that are left
        tag, scale = "", max(SMALLEST, _scale(pen, width, (name, 48), (said, 48)))
    if tag:
        x += _tag(pen, x, y, tag, 44 * scale) + pen.px(24)
    elif state is When.OVER:
        pen.sign(x, y - pen.px(20), 40, "for", "good")
        x += pen.px(56)
    taken = pen.width(said, 48 * scale, bold=True) + pen.px(24)
    left = rect.right() - edge - x - taken
    pen.mid(x, y, name, 48 * scale, bold=True, ink=ink, width=max(1.0, left))
    right_text(pen, rect.right() - edge, y, said, 48 * scale, taken, bold=True, ink=ink)


def _scale(pen: Pen, width: float, *texts: tuple[str, float]) -> float:
    """How much smaller the words have to be to stand side by side."""
    needed = sum(pen.width(text, size, bold=True) for text, size in texts) + pen.px(120)
    return min(1.0, width / needed)


def _tag(pen: Pen, x: float, y: float, text: str, size: float) -> float:
    wide = pen.width(text, size, bold=True) + pen.px(32)
    box = QRectF(x, y - pen.px(28), wide, pen.px(56))
    pen.box(box, "surface")
    pen.mid(x + pen.px(16), y, text, size, bold=True, ink="accent_ink")
    return wide


def _told(room: Room, slot: str, state: When) -> str:
    t, meeting = room.t, room.meeting
    if state is When.OVER:
        return t("Over")
    if state is not When.NOW:
        return starting(room, slot)
    end = ends_at(meeting)
    seconds = (end - room.now).total_seconds() if end else 0
    if seconds > 0:
        return t.many("{n} min left", "{n} min left", -int(-seconds // 60))
    return t("Time is up")


def _waiting(pen: Pen, rect: QRectF, room: Room) -> None:
    """Over the topics that have no place yet."""
    t, number = room.t, len(room.meeting.wall.tray())
    pen.painter.fillRect(rect, pen.ink("accent_soft"))
    edge, y = pen.px(EDGE), rect.center().y()
    width = rect.width() - 2 * edge
    said = airy(t.many("{n} topic", "{n} topics", number)) if number else ""
    taken = pen.width(said, 48, bold=True) + pen.px(24) if said else 0
    name = t("Not on the wall yet") if number else t("Agenda wall")
    size = pen.fitted(name, 48, width - taken, bold=True)
    pen.mid(rect.left() + edge, y, name, size, bold=True, ink="accent_ink", width=width - taken)
    right_text(pen, rect.right() - edge, y, said, 48, taken, bold=True, ink="accent_ink")


def starting(room: Room, slot: str) -> str:
    """13:30开始."""
    if not slot:
        return ""
    begins = room.local(room.meeting.matrix.slots[slot].begins)
    return room.t("from {time}", time=clock(begins))
