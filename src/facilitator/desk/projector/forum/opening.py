"""What the room sees before there is a wall: the theme, the principles, a topic that is being announced."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.forum.frame import EDGE, calm, right_text
from facilitator.desk.projector.pen import Pen
from facilitator.desk.projector.room import Room
from facilitator.meeting.format import Stage
from facilitator.words.figures import Unit, airy, clock, counted, full_date
from facilitator.words.forum import topic_number
from facilitator.words.matters import meeting_words
from facilitator.words.principles import LAW, LAW_TITLE, MOTTO, PRINCIPLES

MARGIN = 72


def paint_theme(pen: Pen, rect: QRectF, room: Room) -> None:
    """The question as large as it goes; above it who invites, below it when and where, or how many came."""
    t, meeting = room.t, room.meeting
    box = _within(pen, rect)
    called = meeting.call.title or airy(meeting_words(meeting, room.lang))
    pen.mid(box.left(), box.top() + pen.px(28), called, 40, ink="soft", width=box.width())
    high = box.height() - pen.px(72 + 148)
    question = QRectF(box.left(), box.top() + pen.px(72), box.width(), high)
    said = meeting.theme.question or t("Welcome")
    pen.block(question, said, 104, middle=True)
    pen.painter.fillRect(
        QRectF(box.left(), box.bottom() - pen.px(128), pen.px(96), pen.px(6)), pen.ink("accent")
    )
    y, taken = box.bottom() - pen.px(84), 0.0
    if came := _came(room):
        taken = right_text(pen, box.right(), y, came, 44, box.width() / 2, bold=True) + pen.px(32)
    sponsor = meeting.theme.sponsor
    invites = t("{sponsor} invites you", sponsor=sponsor) if sponsor else meeting.council.name
    size = pen.fitted(invites, 44, box.width() - taken, bold=True)
    pen.mid(box.left(), y, invites, size, bold=True, ink="accent_ink", width=box.width() - taken)
    planned = meeting.call.planned
    when = airy(f"{full_date(planned.date(), room.lang)}  {clock(planned)}")
    where = "  ·  ".join(filter(None, (when, meeting.call.place)))
    size = pen.fitted(where, 38, box.width())
    pen.mid(box.left(), box.bottom() - pen.px(24), where, size, ink="soft", width=box.width())


def _came(room: Room) -> str:
    """How many are here, once they were counted."""
    meeting = room.meeting
    if not meeting.rounds.total or meeting.phase.stage is Stage.BEFORE:
        return ""
    people = counted(meeting.rounds.total[-1].heads, Unit.PEOPLE, room.lang)
    return airy(room.t("{people} are here", people=people))


def paint_principles(pen: Pen, rect: QRectF, room: Room) -> None:
    """Four sentences with much air, the law, the motto."""
    t, box = room.t, _within(pen, rect)
    step = pen.px(96)
    said = [t(principle) for principle in PRINCIPLES]
    indent = pen.px(84)
    size = min(pen.fitted(one, 60, box.width() - indent, bold=True) for one in said)
    y = box.top() + pen.px(40)
    for number, principle in enumerate(said, 1):
        pen.mid(box.left(), y, str(number), 56, bold=True, ink="accent")
        pen.mid(box.left() + indent, y, principle, size, bold=True, width=box.width() - indent)
        y += step
    law = QRectF(box.left(), y - pen.px(20), box.width(), pen.px(188))
    pen.box(law, "accent_soft")
    inside = law.adjusted(pen.px(32), pen.px(16), -pen.px(32), -pen.px(12))
    pen.mid(inside.left(), inside.top() + pen.px(28), t(LAW_TITLE), 44, bold=True, ink="accent_ink")
    text = inside.adjusted(0, pen.px(60), 0, 0)
    pen.block(text, t(LAW), 38, bold=False, pitch=1.3)
    motto = t(MOTTO)
    size = pen.fitted(motto, 56, box.width(), bold=True)
    right_text(
        pen, box.right(), box.bottom() - pen.px(24), motto, size, box.width(),
        bold=True, ink="accent_ink",
    )  # fmt: skip


def paint_pitch(pen: Pen, rect: QRectF, room: Room) -> None:
    """Title and convener as they are typed; while nothing is, the call for the next one."""
    t, pitch, box = room.t, room.pitch, _within(pen, rect)
    if not pitch:
        small = t(
            "Write your topic in one sentence, with your name; read it out; it goes on the wall."
        )
        calm(pen, box, t("What is on your heart?"), small, 108)
        return
    number = topic_number(room.meeting.wall.next_number)
    y = box.top() + pen.px(40)
    took = pen.mid(box.left(), y, number, 88, bold=True, ink="accent")
    said = t("New topic")
    pen.mid(box.left() + took + pen.px(28), y, said, 44, ink="soft")
    foot = pen.px(120) if room.names_shown and pitch.who else 0
    title = box.adjusted(0, pen.px(120), 0, -foot)
    pen.block(title, pitch.title or "……", 128, middle=True)
    if foot:
        pen.painter.fillRect(
            QRectF(box.left(), box.bottom() - pen.px(100), pen.px(96), pen.px(6)),
            pen.ink("accent"),
        )
        y, word = box.bottom() - pen.px(36), t("Convener")
        took = pen.mid(box.left(), y, word, 44, ink="soft") + pen.px(28)
        width = box.width() - took
        size = pen.fitted(pitch.who, 60, width, bold=True)
        pen.mid(box.left() + took, y, pitch.who, size, bold=True, width=width)


def _within(pen: Pen, rect: QRectF) -> QRectF:
    edge = pen.px(max(EDGE, min(MARGIN, MARGIN * rect.width() / pen.px(1366))))
    return rect.adjusted(edge, pen.px(56), -edge, -pen.px(48))
