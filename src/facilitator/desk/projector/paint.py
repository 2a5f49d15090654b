"""The scenes, drawn. On a screen 768 high no letter is smaller than 32; margins are 56."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.desk.projector.ballot import paint_result, paint_vote
from facilitator.desk.projector.forum.focus import paint_clusters, paint_dots, paint_groups
from facilitator.desk.projector.forum.news import paint_news
from facilitator.desk.projector.forum.opening import paint_pitch, paint_principles, paint_theme
from facilitator.desk.projector.forum.wall import paint_now, paint_wall
from facilitator.desk.projector.pen import Pen
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.scenes import Scene, motion_in_hand
from facilitator.desk.projector.selection.opening import paint_project, paint_slate
from facilitator.desk.projector.selection.result import paint_chosen, paint_funded, paint_tie
from facilitator.desk.projector.selection.voting import paint_ballot, paint_counting
from facilitator.desk.projector.speech import paint_floor
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.format import Stage
from facilitator.words.figures import airy, clock, full_date
from facilitator.words.matters import meeting_words, motion_name
from facilitator.words.titles import title

MARGIN = 56
MOST_ITEMS = 6


def paint_scene(painter: QPainter, rect: QRectF, scene: Scene, room: Room) -> None:
    """Draw a scene into `rect`, large or as a thumbnail."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, room.theme.color("surface"))
    pen = Pen(painter, room.theme, room.lang, rect.height())
    edge = pen.px(MARGIN)
    try:
        if scene in WHOLE_SCENES:
            WHOLE_SCENES[scene](pen, rect, room)
        else:
            SCENES[scene](pen, rect.adjusted(edge, pen.px(40), -edge, -pen.px(40)), room)
    finally:
        painter.restore()


def _welcome(pen: Pen, rect: QRectF, room: Room) -> None:
    """Whose meeting it is, when and where; and who has come."""
    t, meeting = room.t, room.meeting
    took = pen.block(
        QRectF(rect.left(), rect.top() + pen.px(48), rect.width(), pen.px(200)),
        meeting.council.name,
        76,
    )
    y = rect.top() + pen.px(48) + took + pen.px(8)
    said = meeting.call.title or airy(meeting_words(meeting, room.lang))
    pen.text(rect.left(), y, said, 44, ink="soft", width=rect.width())
    when = airy(
        f"{full_date(meeting.call.planned.date(), room.lang)}  {clock(meeting.call.planned)}"
    )
    y += pen.px(96)
    pen.text(rect.left(), y, when, 44, bold=True, width=rect.width())
    pen.text(rect.left(), y + pen.px(68), meeting.call.place, 40, width=rect.width())
    if meeting.phase.stage is not Stage.BEFORE:
        _presence(
            pen, QRectF(rect.left(), rect.bottom() - pen.px(104), rect.width(), pen.px(104)), room
        )
    else:
        pen.text(
            rect.left(), rect.bottom() - pen.px(64), t("Welcome"), 44, bold=True, ink="accent_ink"
        )


def _presence(pen: Pen, rect: QRectF, room: Room) -> None:
    """Who has come, by group."""
    t, figures = room.t, room.meeting.figures()
    whole = figures.whole
    said = airy(t("Present {present} of {all}", present=whole.present, all=whole.in_office))
    pen.painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), pen.px(3)), pen.ink("line"))
    y = rect.top() + pen.px(36)
    x = rect.left() + pen.text(rect.left(), y - pen.px(10), said, 44, bold=True) + pen.px(56)
    for index, group in enumerate(room.meeting.charter.groups):
        tally = figures.groups[group.key]
        said = f"{group.short_text(room.lang)} {tally.present}/{tally.seats}"
        if x + pen.width(said, 36) > rect.right():
            return
        pen.group(x, y + pen.px(10), 28, index)
        x += pen.px(40) + pen.text(x + pen.px(40), y - pen.px(2), said, 36) + pen.px(36)


def _agenda(pen: Pen, rect: QRectF, room: Room) -> None:
    """The items around the one in hand, with what became of those before it."""
    t, items = room.t, room.meeting.agenda.items
    pen.text(rect.left(), rect.top() - pen.px(8), t("Agenda"), 56, bold=True)
    at = next((n for n, one in enumerate(items) if one.state is ItemState.IN_HAND), 0)
    first = max(0, min(at - 2, len(items) - MOST_ITEMS))
    shown = items[first : first + MOST_ITEMS]
    step = pen.px(92)
    y = rect.top() + pen.px(92)
    for item in shown:
        _item(pen, QRectF(rect.left(), y, rect.width(), step - pen.px(8)), item, room)
        y += step
    below = len(items) - first - len(shown)
    hidden = [
        t.many("↑ {n} item above", "↑ {n} items above", first) if first else "",
        t.many("↓ {n} item below", "↓ {n} items below", below) if below else "",
    ]
    said = airy("   ".join(part for part in hidden if part))
    pen.text(rect.left(), rect.bottom() - pen.px(28), said, 32, ink="soft")


def _item(pen: Pen, rect: QRectF, item: Item, room: Room) -> None:
    now = item.state is ItemState.IN_HAND
    past = not item.open
    if now:
        pen.box(rect, "accent_soft", radius=8)
        bar = QRectF(rect.left(), rect.top(), pen.px(10), rect.height())
        pen.painter.fillRect(bar, pen.ink("accent"))
    y = rect.top() + pen.px(16)
    if item.state is ItemState.DONE:
        pen.sign(rect.left() + pen.px(28), y + pen.px(8), 36, "for", "good")
    else:
        pen.text(
            rect.left() + pen.px(32),
            y,
            str(item.number),
            38,
            bold=now,
            ink="soft" if past else "ink",
        )
    state = (
        title(item.state, room.lang)
        if item.state not in (ItemState.PLANNED, ItemState.DONE)
        else ""
    )
    wide = pen.width(state, 32) if state else 0
    if state:
        pen.text(
            rect.right() - wide - pen.px(24),
            y + pen.px(5),
            state,
            32,
            ink="accent_ink" if now else "soft",
        )
    room_left = rect.width() - wide - pen.px(150)
    pen.text(
        rect.left() + pen.px(96),
        y,
        item.title,
        38,
        bold=now,
        ink="soft" if past else "ink",
        width=room_left,
    )


def _motion(pen: Pen, rect: QRectF, room: Room) -> None:
    """The wording, as large as it goes; who moved and seconded it."""
    t, motion = room.t, motion_in_hand(room.meeting)
    if motion is None:
        _agenda(pen, rect, room)
        return
    meeting = room.meeting
    head = airy(motion_name(meeting.motions, motion, room.lang))
    head = head[:1].upper() + head[1:]
    pen.text(rect.left(), rect.top() - pen.px(4), head, 40, bold=True, ink="accent_ink")
    foot = pen.px(72)
    words = motion.becomes or motion.text
    box = QRectF(
        rect.left(), rect.top() + pen.px(80), rect.width(), rect.height() - pen.px(80) - foot
    )
    pen.block(box, words, 68)
    moved = t("Moved by {mover}", mover=room.person(motion.mover))
    if motion.second:
        moved += t.within("between", "; ") + t(
            "seconded by {member}", member=room.person(motion.second)
        )
    pen.text(rect.left(), rect.bottom() - pen.px(48), moved, 36, ink="soft", width=rect.width())


def _break(pen: Pen, rect: QRectF, room: Room) -> None:
    """A pause, and what time it is."""
    t = room.t
    pen.text(rect.left(), rect.top() + pen.px(96), t("Break"), 120, bold=True)
    pen.text(
        rect.left(), rect.top() + pen.px(290), clock(room.now), 160, bold=True, ink="accent_ink"
    )
    pauses = room.meeting.life.pauses
    if room.meeting.life.recess and pauses:
        since = t("since {time}", time=clock(pauses[-1].at.astimezone(room.now.tzinfo)))
        pen.text(rect.left(), rect.bottom() - pen.px(80), airy(since), 44, ink="soft")


SCENES: dict[Scene, Callable[[Pen, QRectF, Room], None]] = {
    Scene.WELCOME: _welcome,
    Scene.AGENDA: _agenda,
    Scene.MOTION: _motion,
    Scene.FLOOR: paint_floor,
    Scene.VOTE: paint_vote,
    Scene.RESULT: paint_result,
    Scene.BREAK: _break,
}
WHOLE_SCENES: dict[Scene, Callable[[Pen, QRectF, Room], None]] = {
    Scene.THEME: paint_theme,
    Scene.PRINCIPLES: paint_principles,
    Scene.PITCH: paint_pitch,
    Scene.WALL: paint_wall,
    Scene.NOW: paint_now,
    Scene.NEWS: paint_news,
    Scene.DOTS: paint_dots,
    Scene.CLUSTERS: paint_clusters,
    Scene.GROUPS: paint_groups,
    Scene.SLATE: paint_slate,
    Scene.PROJECT: paint_project,
    Scene.BALLOT: paint_ballot,
    Scene.COUNTING: paint_counting,
    Scene.TIE: paint_tie,
    Scene.CHOSEN: paint_chosen,
    Scene.FUNDED: paint_funded,
}
"""These have the whole screen and margins of their own."""
