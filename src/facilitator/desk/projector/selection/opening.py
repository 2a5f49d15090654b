"""Before people vote: the order in which projects are presented, and the clock of the one that is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.forum.frame import EDGE, calm, foot, head, inner, right_text, rule
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.selection.pages import ROWS, first_slate_page, slate_pages
from facilitator.desk.projector.speech import WARNING, minutes
from facilitator.meeting.selection.pitches import Pitch, in_order, next_pitch
from facilitator.meeting.selection.slate import Candidate
from facilitator.words.figures import Unit, airy, counted, money

NEXT = 3
"""So many that come after the one that is on."""


def called(room: Room) -> str:
    """What the meeting is called, for the foot."""
    return room.meeting.call.title or room.meeting.council.name


def paint_slate(pen: Pen, rect: QRectF, room: Room) -> None:
    """All projects in their order: which were presented, which one is on, which one is next."""
    t, meeting = room.t, room.meeting
    standing = len(meeting.slate.standing)
    there = money(meeting.slate.budget, room.lang)
    said = counted(standing, Unit.PROJECTS, room.lang)
    if meeting.slate.budget:
        said = t("{projects}, {budget} to give away", projects=said, budget=there)
    head(pen, rect, t("Projects"), airy(said))
    pages = slate_pages(meeting)
    if not pages:
        calm(pen, inner(pen, rect), t("No project stands for selection yet"))
        foot(pen, rect, room, called(room), 0, 1)
        return
    at = room.leaf.page(room.steady, len(pages), first_slate_page(meeting))
    area = inner(pen, rect).adjusted(0, pen.px(6), 0, -pen.px(6))
    high = area.height() / ROWS
    before = sum(len(page) for page in pages[:at])
    for number, name in enumerate(pages[at]):
        row = QRectF(area.left(), area.top() + number * high, area.width(), high)
        _row(pen, row, room, before + number + 1, meeting.slate.all[name])
        if number < len(pages[at]) - 1:
            rule(pen, row, row.bottom() - pen.px(1))
    foot(pen, rect, room, called(room), at, len(pages))


def _row(pen: Pen, rect: QRectF, room: Room, place: int, one: Candidate) -> None:
    """Its place in the order, what it is called and where, what it asks for."""
    pitches, t = room.meeting.pitches, room.t
    on, coming = pitches.on == one.id, next_pitch(room.meeting) == one.id and not pitches.on
    ground = rect.adjusted(-pen.px(16), pen.px(4), pen.px(16), -pen.px(4))
    if on or coming:
        pen.box(ground, "accent_soft")
    if on:
        bar = QRectF(ground.left(), ground.top(), pen.px(10), ground.height())
        pen.painter.fillRect(bar, pen.ink("accent"))
    y = rect.center().y()
    if pitches.of(one.id) and not on:
        pen.sign(rect.left() + pen.px(6), y - pen.px(18), 36, "for", "good")
    else:
        pen.mid(rect.left(), y, str(place), 48, bold=True, ink="accent")
    left = rect.left() + pen.px(76)
    asked = airy(money(one.asked, room.lang))
    taken = right_text(pen, rect.right(), y, asked, 42, rect.width() * 0.3, bold=True)
    state = t.within("pitch", "On now") if on else t.within("pitch", "Next") if coming else ""
    upper, lower = y - pen.px(19), y + pen.px(25)
    width = rect.right() - taken - pen.px(28) - left
    below = "  ·  ".join(filter(None, (state, one.place)))
    if not below:
        upper = y
    size = pen.fitted(one.title, 44, width, bold=True, least=36)
    pen.mid(left, upper, one.title, size, bold=True, width=width)
    if below:
        ink = "accent_ink" if state else "soft"
        pen.mid(left, lower, below, 34, ink=ink, bold=bool(state), width=width)


def paint_project(pen: Pen, rect: QRectF, room: Room) -> None:
    """The project that is presented, large, with the clock of pitch or questions, and what comes next."""
    t, meeting = room.t, room.meeting
    pitch = meeting.pitches.running()
    if pitch is None:
        name = next_pitch(meeting)
        if not name:
            large = t("All projects were presented")
            calm(pen, _within(pen, rect), large if meeting.pitches.held else t("Projects"))
            return
        large = t("Next: {title}", title=meeting.slate.all[name].title)
        calm(pen, _within(pen, rect), large, meeting.slate.all[name].place)
        return
    one, box = meeting.slate.all[pitch.candidate], _within(pen, rect)
    place = in_order(meeting).index(one.id) + 1
    said = t("Project {n} of {all}", n=place, all=len(meeting.slate.standing))
    asked = t("asks for {sum}", sum=money(one.asked, room.lang))
    y = box.top() + pen.px(26)
    taken = right_text(pen, box.right(), y, airy(asked), 48, box.width() * 0.5, bold=True)
    about = "  ·  ".join(filter(None, (airy(said), one.place)))
    pen.mid(box.left(), y, about, 40, ink="soft", width=box.width() - taken - pen.px(32))
    title = QRectF(box.left(), box.top() + pen.px(64), box.width(), pen.px(216))
    pen.block(title, one.title, 88, pitch=1.14, middle=True)
    if pitch.who and room.names_shown:
        who = t("Presented by {who}", who=pitch.who)
        pen.mid(box.left(), box.top() + pen.px(308), who, 38, width=box.width())
    clock = QRectF(box.left(), box.top() + pen.px(332), box.width(), pen.px(236))
    _clock(pen, clock, room, pitch)
    _next(pen, box, room)


def _clock(pen: Pen, rect: QRectF, room: Room, pitch: Pitch) -> None:
    """What is left of the pitch, or of the questions; over time in words and colour."""
    t, terms = room.t, room.meeting.terms
    spoken, asked = pitch.seconds(room.now)
    asking = pitch.questions is not None
    gone, limit = (asked, terms.question_seconds) if asking else (spoken, terms.pitch_seconds)
    left = limit - gone
    over, short = bool(limit) and left < 0, bool(limit) and left <= WARNING
    ink = "bad_ink" if over else "warn_ink" if short else "ink"
    shown = minutes(abs(left)) if limit else minutes(gone)
    word = t("Questions") if asking else t.within("pitch", "Pitch")
    x = rect.left() + pen.text(
        rect.left(), rect.top() - pen.px(14), ("+" if over else "") + shown, 168, bold=True, ink=ink
    )
    x += pen.px(36)
    pen.text(x, rect.top() + pen.px(36), word, 56, bold=True, ink="accent_ink")
    if limit:
        told = t.within("speech", "over time") if over else t.within("speech", "left")
        pen.text(x, rect.top() + pen.px(112), told, 44, bold=True, ink=ink)
        bar = QRectF(rect.left(), rect.bottom() - pen.px(28), rect.width(), pen.px(20))
        pen.gauge(bar, gone / limit, "bad" if over else "warn" if short else "accent")


def _next(pen: Pen, rect: QRectF, room: Room) -> None:
    """The next three, as far as there is room for their titles."""
    meeting = room.meeting
    done = {one.candidate for one in meeting.pitches.held} | set(meeting.pitches.passed)
    coming = [name for name in in_order(meeting) if name not in done][:NEXT]
    if not coming:
        return
    y = rect.bottom() - pen.px(22)
    x = rect.left() + pen.mid(rect.left(), y, room.t.within("pitch", "Next"), 36, ink="soft")
    x += pen.px(28)
    order = in_order(meeting)
    for name in coming:
        left = rect.right() - x
        title = f"{order.index(name) + 1}  {meeting.slate.all[name].title}"
        if left < pen.px(LEAST * 6) or (name != coming[0] and pen.width(title, 36) > left):
            return
        x += pen.mid(x, y, title, 36, bold=name == coming[0], width=left) + pen.px(40)


def _within(pen: Pen, rect: QRectF) -> QRectF:
    edge = pen.px(EDGE + 16)
    return rect.adjusted(edge, pen.px(40), -edge, -pen.px(32))
