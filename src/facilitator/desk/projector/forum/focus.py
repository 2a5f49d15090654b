"""What a forum comes to: the topics by their dots, clusters, action groups. Contacts are never shown."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRectF

from facilitator.desk.projector.forum.frame import calm, foot, head, inner, right_text, rule
from facilitator.desk.projector.forum.pages import (
    BARS,
    cluster_pages,
    dots_pages,
    group_pages,
)
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.meeting.forum.convergence import Cluster, Ranked
from facilitator.meeting.forum.groups import Group
from facilitator.meeting.forum.wall import Topic
from facilitator.words.figures import Unit, airy, counted, short_date
from facilitator.words.forum import topic_number

T = TypeVar("T")

TITLES = 0.44
"""The width of titles beside bars, in parts of the whole."""
LINE = 1.34


def paint_dots(pen: Pen, rect: QRectF, room: Room) -> None:
    """Bars by dots, and whether their sum is the one that there has to be."""
    t, focus = room.t, room.meeting.convergence
    pages = dots_pages(room.meeting)
    at = room.leaf.page(room.steady, len(pages))
    each = ""
    if focus.people:
        people = counted(focus.people, Unit.PEOPLE, room.lang)
        each = t.many(
            "{people}, {n} dot each", "{people}, {n} dots each", focus.each, people=people
        )
    head(pen, rect, t("Dots") if focus.closed else t("Dots, still being counted"), airy(each))
    most = max(focus.dots.values(), default=0)
    if not most:
        calm(pen, inner(pen, rect), t("No dots have been counted yet"))
        foot(pen, rect, room, "", 0, 1)
        return
    area = inner(pen, rect).adjusted(0, pen.px(6), 0, -pen.px(6))
    high = area.height() / BARS
    for number, one in enumerate(pages[at]):
        row = QRectF(area.left(), area.top() + number * high, area.width(), high)
        _bar(pen, row, one, most)
    foot(pen, rect, room, _sum(room), at, len(pages))


def _bar(pen: Pen, rect: QRectF, one: Ranked, most: int) -> None:
    y, number = rect.center().y(), topic_number(one.topic.number)
    wide = pen.width("000" if len(number) > 2 else "00", 48, bold=True) + pen.px(18)
    pen.mid(rect.left(), y, number, 48, bold=True, ink="accent")
    title = QRectF(rect.left() + wide, rect.top(), rect.width() * TITLES - wide, rect.height())
    size = pen.fitted(one.topic.title, 42, title.width(), bold=True, least=36)
    if pen.width(one.topic.title, size, bold=True) <= title.width():
        pen.mid(title.left(), y, one.topic.title, size, bold=True)
    else:
        pen.block(title, one.topic.title, 34, pitch=1.12, middle=True)
    figure = str(one.dots)
    room_right = pen.width(str(most), 48, bold=True) + pen.px(20)
    bar = QRectF(title.right() + pen.px(28), y - pen.px(20), 0, pen.px(40))
    longest = rect.right() - room_right - bar.left()
    bar.setWidth(max(pen.px(4), longest * one.dots / most))
    pen.box(bar, "accent" if one.dots else "edge", radius=4)
    pen.mid(bar.right() + pen.px(16), y, figure, 48, bold=True)


def _sum(room: Room) -> str:
    """The control sum: how many dots there are, and how many there have to be."""
    t, focus = room.t, room.meeting.convergence
    counted_, expected = focus.counted, focus.expected
    if counted_ == expected:
        said = t("{counted} dots in all, as many as there have to be", counted=counted_)
    elif counted_ < expected:
        said = t(
            "{counted} dots in all, {n} fewer than {expected}",
            counted=counted_, n=expected - counted_, expected=expected,
        )  # fmt: skip
    else:
        said = t(
            "{counted} dots in all, {n} more than {expected}",
            counted=counted_, n=counted_ - expected, expected=expected,
        )  # fmt: skip
    return airy(said)


def paint_clusters(pen: Pen, rect: QRectF, room: Room) -> None:
    """Topics that are taken further together, and by whom."""
    t, pages = room.t, cluster_pages(room.meeting)
    number = len(room.meeting.convergence.clusters)
    at = room.leaf.page(room.steady, len(pages))
    said = airy(t.many("{n} cluster", "{n} clusters", number)) if number else ""
    head(pen, rect, t("Clusters"), said)
    if pages:
        for box, one in _cards(pen, inner(pen, rect), pages[at]):
            _cluster(pen, box, room, one)
    else:
        calm(pen, inner(pen, rect), t("No cluster has been formed yet"))
    call = room.meeting.call
    foot(pen, rect, room, call.title or room.meeting.council.name, at, max(1, len(pages)))


def _cluster(pen: Pen, rect: QRectF, room: Room, one: Cluster) -> None:
    who = room.people((one.initiator,)) if one.initiator else ""
    said = room.t("Taken further by {who}", who=who) if who else ""
    body = _card_head(pen, rect, one.title, said)
    topics = [room.meeting.wall.topics[name] for name in one.topics]
    for size in (44, 40, 36, LEAST):
        lines = _flowing(pen, topics, size, body.width())
        fit = max(1, int((body.height() + pen.px(8)) / pen.px(size * LINE)))
        if len(lines) <= fit:
            break
    y = body.top() + pen.px(size * LINE) / 2
    for line in lines[:fit]:
        x = body.left()
        for topic in line:
            number = topic_number(topic.number)
            x += pen.mid(x, y, number, size, bold=True, ink="accent") + pen.px(14)
            left = body.right() - x
            x += pen.mid(x, y, topic.title, size, width=left) + pen.px(36)
        y += pen.px(size * LINE)
    if more := sum(map(len, lines[fit:])):
        _rest(pen, room, body, more)


def _flowing(pen: Pen, topics: list[Topic], size: float, width: float) -> list[list[Topic]]:
    """Topics in lines; none is broken."""
    lines: list[list[Topic]] = []
    taken = 0.0
    for topic in topics:
        number, title = topic_number(topic.number), topic.title
        wide = pen.width(number, size, bold=True) + pen.px(14) + pen.width(title, size)
        if not lines or taken + wide > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(topic)
        taken += wide + pen.px(36)
    return lines


def _rest(pen: Pen, room: Room, body: QRectF, number: int) -> None:
    """So many did not fit any more."""
    said = airy(room.t.many("{n} more topic", "{n} more topics", number))
    right_text(pen, body.right(), body.bottom() - pen.px(16), said, LEAST, body.width(), ink="soft")


def paint_groups(pen: Pen, rect: QRectF, room: Room) -> None:
    """Who goes on with what, the first step and its day."""
    t, pages = room.t, group_pages(room.meeting)
    number = len(room.meeting.groups.going())
    at = room.leaf.page(room.steady, len(pages))
    said = airy(t.many("{n} action group", "{n} action groups", number)) if number else ""
    head(pen, rect, t("Action groups"), said)
    if pages:
        for box, one in _cards(pen, inner(pen, rect), pages[at]):
            _group(pen, box, room, one)
    else:
        calm(pen, inner(pen, rect), t("No action group has been formed yet"))
    call = room.meeting.call
    foot(pen, rect, room, call.title or room.meeting.council.name, at, max(1, len(pages)))


def _group(pen: Pen, rect: QRectF, room: Room, one: Group) -> None:
    t = room.t
    who = room.people((one.lead,))
    body = _card_head(pen, rect, one.title, t("Led by {who}", who=who) if who else "")
    by = airy(t("by {day}", day=short_date(one.due, room.lang))) if one.due else ""
    wide = pen.width(by, 44, bold=True) + pen.px(28) if by else 0
    if by:
        y = body.top() + pen.px(26)
        right_text(pen, body.right(), y, by, 44, wide, bold=True, ink="accent_ink")
    step = t("First step: {what}", what=room.told(one.first_step))
    pen.block(body.adjusted(0, 0, -wide, 0), step, 46, bold=False, pitch=1.26)


def _cards(pen: Pen, rect: QRectF, things: tuple[T, ...]) -> list[tuple[QRectF, T]]:
    """A box for each, one below the other, with a line between."""
    area = rect.adjusted(0, pen.px(8), 0, -pen.px(8))
    high = area.height() / len(things)
    boxes = [
        (QRectF(area.left(), area.top() + number * high, area.width(), high), one)
        for number, one in enumerate(things)
    ]
    for box, _one in boxes[:-1]:
        rule(pen, area, box.bottom() - pen.px(1))
    return [(box.adjusted(0, pen.px(14), 0, -pen.px(12)), one) for box, one in boxes]


def _card_head(pen: Pen, rect: QRectF, title: str, said: str) -> QRectF:
    """The title of a card, at the right whose it is; the room below."""
    high = pen.px(70)
    taken = 0.0
    if said:
        width = rect.width() * 0.4
        taken = right_text(
            pen, rect.right(), rect.top() + high / 2, said, 36, width, ink="soft"
        ) + pen.px(28)
    width = rect.width() - taken
    size = pen.fitted(title, 52, width, bold=True, least=36)
    if pen.width(title, size, bold=True) <= width:
        pen.mid(rect.left(), rect.top() + high / 2, title, size, bold=True)
    else:
        box = QRectF(rect.left(), rect.top(), width, pen.px(2.3 * LEAST))
        pen.block(box, title, LEAST + 2, pitch=1.08)
    return rect.adjusted(0, high + pen.px(4), 0, 0)
