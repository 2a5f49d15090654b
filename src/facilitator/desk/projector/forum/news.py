"""The news wall: one report after the other, its first points and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.forum.frame import calm, foot, head, inner
from facilitator.desk.projector.forum.pages import news_pages
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.meeting.forum.reports import NextStep, Report, missing
from facilitator.words.figures import Unit, airy, counted, short_date
from facilitator.words.forum import topic_number

POINTS = 4
"""No more fit in letters that the last row reads."""
LONGEST = 400
"""Letters of a point that are looked at: more than fit."""
PITCH = 1.28


def paint_news(pen: Pen, rect: QRectF, room: Room) -> None:
    """A report, the newest first; how many hang and how many are still missing."""
    t, meeting = room.t, room.meeting
    reports, lacking = news_pages(meeting), missing(meeting)
    hang = t.many("{n} report posted", "{n} reports posted", len(reports)) if reports else ""
    lack = t.many("{n} still missing", "{n} still missing", len(lacking)) if lacking else ""
    said = "  ·  ".join(filter(None, (airy(hang), airy(lack))))
    head(pen, rect, t("News wall"), said, "warn_ink" if lacking else "soft")
    at = room.leaf.page(room.steady, len(reports))
    if reports:
        _report(pen, inner(pen, rect), room, reports[at])
    else:
        small = t("Fill in the form in your group and bring it here.")
        calm(pen, inner(pen, rect), t("No report is posted yet"), small)
    foot(pen, rect, room, meeting.call.title or meeting.council.name, at, max(1, len(reports)))


def _report(pen: Pen, rect: QRectF, room: Room, report: Report) -> None:
    topic = room.meeting.wall.topics[report.topic]
    number = topic_number(topic.number)
    box = rect.adjusted(0, pen.px(20), 0, -pen.px(16))
    wide = pen.width(number, 80, bold=True) + pen.px(28)
    pen.mid(box.left(), box.top() + pen.px(48), number, 80, bold=True, ink="accent")
    title = QRectF(box.left() + wide, box.top(), box.width() - wide, pen.px(96))
    pen.block(title, topic.title, 64, pitch=1.15, middle=True)
    y = title.bottom() + pen.px(28)
    about = _about(room, report)
    if about:
        pen.mid(title.left(), y, about, 36, ink="soft", width=title.width())
        y += pen.px(36)
    steps = report.sheet.text.next_steps
    bottom = box.bottom() - (pen.px(112) if steps else 0)
    body = QRectF(box.left(), y + pen.px(8), box.width(), bottom - y - pen.px(28))
    _points(pen, body, room, report)
    if steps:
        _step(pen, QRectF(box.left(), bottom, box.width(), pen.px(112)), room, steps)


def _about(room: Room, report: Report) -> str:
    """Who convened it, and how many were there."""
    t, sheet = room.t, report.sheet
    who = room.people(room.meeting.wall.topics[report.topic].conveners)
    heads = sheet.heads or len(sheet.participants)
    parts = (
        t("Convened by {who}", who=who) if who else "",
        airy(counted(heads, Unit.PEOPLE, room.lang)) if heads else "",
        airy(t.many("{n} addition", "{n} additions", len(report.additions)))
        if report.additions
        else "",
    )
    return "  ·  ".join(filter(None, parts))


def _points(pen: Pen, rect: QRectF, room: Room, report: Report) -> None:
    """The first ones in letters of one size, as large as they go; what else there is stands on the sheet."""
    t, text = room.t, report.sheet.text
    points = text.points or tuple(filter(None, (text.recommendations, text.requests)))
    if not points:
        said = t("This group wrote nothing down") if report.sheet.blank else ""
        pen.block(rect.adjusted(0, pen.px(24), 0, 0), said, 44, bold=False, ink="soft")
        return
    said = [room.told(point[:LONGEST]) for point in points[:POINTS]]
    if more := len(points) - len(said):
        said[-1] += airy(t.many("(and {n} more)", "(and {n} more)", more))
    indent, gap = pen.px(40), pen.px(14)
    width, height = rect.width() - indent, rect.height() - gap * (len(said) - 1)
    size, lines = _common_size(pen, said, width, height)
    y = rect.top()
    for number, point in enumerate(said):
        step = pen.px(size * PITCH)
        box = QRectF(rect.left() + indent, y, width, step * (lines[number] + 0.1))
        pen.block(box, point, size, bold=False, least=size, pitch=PITCH)
        dot = QRectF(rect.left() + pen.px(4), y + step / 2 - pen.px(7), pen.px(14), pen.px(14))
        pen.box(dot, "accent", radius=7)
        y = box.bottom() + gap


def _common_size(pen: Pen, said: list[str], width: float, height: float) -> tuple[float, list[int]]:
    """The largest letters in which all fit, and the lines of each; in the smallest, long ones are cut."""
    for size in (46, 42, 38, 35, LEAST):
        lines = [pen.lines(one, size, width) for one in said]
        if sum(lines) * pen.px(size * PITCH) <= height:
            return size, lines
    room = max(len(said), int(height / pen.px(LEAST * PITCH)))
    while sum(lines) > room:
        lines[lines.index(max(lines))] -= 1
    return LEAST, lines


def _step(pen: Pen, rect: QRectF, room: Room, steps: tuple[NextStep, ...]) -> None:
    """The first next step, with its day; who, where names are shown."""
    t, step = room.t, steps[0]
    pen.box(rect, "accent_soft")
    inside = rect.adjusted(pen.px(28), pen.px(8), -pen.px(28), -pen.px(8))
    word = t("Next step")
    took = pen.mid(inside.left(), inside.center().y(), word, 38, bold=True, ink="accent_ink")
    by = airy(t("by {day}", day=short_date(step.by, room.lang))) if step.by else ""
    wide = pen.width(by, 38, bold=True) if by else 0
    if by:
        pen.mid(inside.right() - wide, inside.center().y(), by, 38, bold=True, ink="accent_ink")
    who = step.who if room.names_shown else ""
    what = room.told(step.what)
    said = t.within("next step", "{who}: {what}", who=who, what=what) if who else what
    left = inside.adjusted(took + pen.px(28), 0, -wide - pen.px(24 if by else 0), 0)
    pen.block(left, said, 40, bold=False, pitch=1.2, middle=True)
