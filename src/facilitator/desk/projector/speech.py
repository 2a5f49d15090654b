"""Who has the floor, how long already, and who comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.pen import Pen
from facilitator.desk.projector.room import Room
from facilitator.meeting.floor import Side, Speech, next_speakers
from facilitator.words.figures import airy
from facilitator.words.titles import title

WARNING = 30
"""Seconds before the end at which the clock changes its colour."""
SIGNS = {Side.FOR: ("for", "good", "good_ink"), Side.AGAINST: ("against", "bad", "bad_ink")}


def paint_floor(pen: Pen, rect: QRectF, room: Room) -> None:
    """The speaker's name and clock; the next in the queue."""
    t, speech = room.t, room.meeting.floor.speaking
    if speech is None:
        pen.text(rect.left(), rect.top(), t("The floor is free"), 64, bold=True)
    else:
        _speaker(pen, rect, room, speech)
    _next(pen, rect, room)


def _speaker(pen: Pen, rect: QRectF, room: Room, speech: Speech) -> None:
    t = room.t
    said = t("Host") if speech.host else t("Speaking")
    pen.text(rect.left(), rect.top() - pen.px(4), said, 40, ink="soft")
    y = rect.top() + pen.px(64)
    x = rect.left()
    index = room.group_index(speech.speaker)
    if index >= 0:
        pen.group(x, y + pen.px(36), 52, index)
        x += pen.px(76)
    sided = speech.side in SIGNS and not speech.host
    room_left = rect.right() - x - (pen.px(240) if sided else 0)
    x += pen.text(x, y, room.person(speech.speaker), 96, bold=True, width=room_left) + pen.px(40)
    if sided:
        sign, color, ink = SIGNS[speech.side]
        pen.sign(x, y + pen.px(44), 52, sign, color)
        pen.text(
            x + pen.px(64), y + pen.px(38), title(speech.side, room.lang), 48, bold=True, ink=ink
        )
    _clock(
        pen, QRectF(rect.left(), rect.top() + pen.px(226), rect.width(), pen.px(300)), room, speech
    )


def _clock(pen: Pen, rect: QRectF, room: Room, speech: Speech) -> None:
    t = room.t
    gone = max(0, int((room.steady - speech.steady_began).total_seconds()))
    left = speech.limit - gone
    over = bool(speech.limit) and left < 0
    ink = "bad_ink" if over else "warn_ink" if speech.limit and left <= WARNING else "ink"
    shown = minutes(gone) if not speech.limit else minutes(abs(left))
    x = rect.left() + pen.text(
        rect.left(), rect.top(), ("+" if over else "") + shown, 190, bold=True, ink=ink
    )
    if not speech.limit:
        return
    word = t.within("speech", "over time") if over else t.within("speech", "left")
    pen.text(x + pen.px(32), rect.top() + pen.px(136), word, 48, bold=True, ink=ink)
    bar = QRectF(rect.left(), rect.top() + pen.px(252), rect.width(), pen.px(24))
    color = "bad" if over else "warn" if left <= WARNING else "accent"
    pen.gauge(bar, gone / speech.limit, color)


def _next(pen: Pen, rect: QRectF, room: Room) -> None:
    t, waiting = room.t, next_speakers(room.meeting)
    if not waiting:
        return
    y = rect.bottom() - pen.px(52)
    x = rect.left() + pen.text(rect.left(), y, t("Next"), 38, ink="soft") + pen.px(24)
    for person in waiting[:3]:
        name = room.person(person)
        if x + pen.width(name, 38, bold=True) + pen.px(160) > rect.right():
            break
        index = room.group_index(person)
        if index >= 0:
            pen.group(x, y + pen.px(14), 28, index)
            x += pen.px(40)
        x += pen.text(x, y, name, 38, bold=True) + pen.px(40)
    more = len(waiting) - 3
    if more > 0:
        said = airy(t.many("and {n} more", "and {n} more", more))
        pen.text(x, y, said, 36, ink="soft", width=max(0.0, rect.right() - x))


def minutes(seconds: int) -> str:
    """A running clock: 1:38."""
    return f"{seconds // 60}:{seconds % 60:02}"
