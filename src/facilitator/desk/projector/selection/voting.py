"""While people vote: how a ballot is filled in, then how many have been entered. Never how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPen

from facilitator.desk.projector.forum.frame import calm, foot, head, inner
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.selection.opening import called
from facilitator.meeting.selection.papers import Vote, handed_out
from facilitator.meeting.selection.recount import ballot_rule
from facilitator.rules.selection.ballots import TICKS, BallotKind, BallotRule
from facilitator.words.ballots import filling_words, offered, void_words
from facilitator.words.figures import airy, listing

EXAMPLE = 5
"""Rows of the example beside the words."""


def paint_ballot(pen: Pen, rect: QRectF, room: Room) -> None:
    """How a ballot is filled in, with an example that names no project of the slate."""
    t, meeting = room.t, room.meeting
    vote = meeting.ballots.open
    rule = ballot_rule(meeting, vote) if vote is not None else meeting.terms.ballot
    again = vote is not None and bool(vote.among)
    head(pen, rect, t("Vote again") if again else t("How to vote"), _handed(room, vote))
    area = inner(pen, rect).adjusted(0, pen.px(22), 0, -pen.px(20))
    words = QRectF(area.left(), area.top(), area.width() * 0.56, area.height())
    paper = QRectF(
        words.right() + pen.px(40),
        area.top(),
        area.right() - words.right() - pen.px(40),
        area.height(),
    )
    _words(pen, words, room, rule, vote)
    _example(pen, paper, room, rule)
    foot(pen, rect, room, called(room), 0, 1)


def _handed(room: Room, vote: Vote | None) -> str:
    if vote is None or not vote.issued:
        return ""
    return airy(room.t("{n} ballots handed out", n=handed_out(vote.issued)))


def _words(pen: Pen, rect: QRectF, room: Room, rule: BallotRule, vote: Vote | None) -> None:
    t, budget = room.t, room.meeting.slate.budget
    rule = offered(rule, len(vote.candidates if vote else room.meeting.slate.standing))
    lines = [filling_words(rule, budget, room.lang)]
    if vote is not None and vote.among:
        titles = [room.meeting.slate.all[one].title for one in vote.among]
        among = t("Only these are voted on: {projects}.", projects=listing(titles, room.lang))
        lines.insert(0, among)
    rest = [
        void_words(rule, budget, room.lang),
        t("Whoever steps back from a project leaves it empty."),
        t("Then fold it and put it into the box of your chamber."),
    ]
    first = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.5)
    took = pen.block(first, airy("".join(lines) if room.lang == "zh" else " ".join(lines)), 58)
    below = QRectF(rect.left(), rect.top() + took + pen.px(20), rect.width(), 0)
    below.setBottom(rect.bottom())
    pen.block(below, airy("\n".join(filter(None, rest))), 42, bold=False, pitch=1.42)


def _example(pen: Pen, rect: QRectF, room: Room, rule: BallotRule) -> None:
    """A ballot small, with marks on it."""
    t = room.t
    pen.box(rect, "surface", "edge")
    inside = rect.adjusted(pen.px(28), pen.px(16), -pen.px(28), -pen.px(16))
    pen.mid(inside.left(), inside.top() + pen.px(24), t("Example"), 38, bold=True, ink="soft")
    top = inside.top() + pen.px(60)
    high = (inside.bottom() - top) / EXAMPLE
    for number, told in enumerate(example_marks(rule)):
        row = QRectF(inside.left(), top + number * high, inside.width(), high)
        y, side = row.center().y(), pen.px(64)
        box = QRectF(row.right() - side, y - side / 2, side, side)
        name = t("Project {letter}", letter="ABCDE"[number])
        pen.mid(row.left(), y, name, 44, width=row.width() - side - pen.px(24))
        pen.box(box, "surface", "ink", radius=4)
        _mark(pen, box, rule.kind, told)


def example_marks(rule: BallotRule) -> Sequence[int]:
    """What stands on the example: a valid ballot, whatever the rule is."""
    most = rule.most
    if rule.kind is BallotKind.SCORE:
        return (most, 0, -(-most // 2), most, 1 if most > 1 else 0)
    if rule.kind is BallotKind.RANKING:
        places = (2, 0, 1, 0, 3)
        return tuple(place if place <= most else 0 for place in places)
    if rule.kind in TICKS:
        room = 2 if rule.kind is BallotKind.KNAPSACK else most or 3
        return tuple(int(n in (1, 3, 4)[: min(3, room)]) for n in range(EXAMPLE))
    each = rule.each or most or 5
    first = min(each, -(-(most or 5) // 2))
    second = min(each, max(0, (most or 5) - first))
    return (0, first, 0, second, 0)


def _mark(pen: Pen, box: QRectF, kind: BallotKind, told: int) -> None:
    if kind in TICKS:
        if told:
            _tick(pen, box)
        return
    if kind is BallotKind.DOTS:
        _dots(pen, box, told)
    elif told or kind is BallotKind.SCORE:
        text = str(told)
        size = pen.fitted(text, 46, box.width() - pen.px(8), bold=True)
        x = box.center().x() - pen.width(text, size, bold=True) / 2
        pen.mid(x, box.center().y(), text, size, bold=True, ink="accent_ink")


def _tick(pen: Pen, box: QRectF) -> None:
    painter, side = pen.painter, box.width()
    ink = QPen(pen.ink("accent"), side * 0.13)
    ink.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(ink)
    corner = (box.left() + side * 0.42, box.top() + side * 0.76)
    painter.drawLine(QLineF(box.left() + side * 0.2, box.top() + side * 0.52, *corner))
    painter.drawLine(QLineF(*corner, box.left() + side * 0.84, box.top() + side * 0.22))


def _dots(pen: Pen, box: QRectF, number: int) -> None:
    """Stickers, three in a row; more than nine as a number."""
    if number > 9:
        _mark(pen, box, BallotKind.POINTS, number)
        return
    columns = min(3, number) if number != 4 else 2
    rows = -(-number // columns) if number else 0
    side, step = box.width() * 0.22, box.width() * 0.29
    left = box.center().x() - ((columns - 1) * step + side) / 2
    top = box.center().y() - ((rows - 1) * step + side) / 2
    for n in range(number):
        at = QRectF(left + (n % columns) * step, top + (n // columns) * step, side, side)
        pen.box(at, "accent", radius=side)


def paint_counting(pen: Pen, rect: QRectF, room: Room) -> None:
    """How many ballots were handed out and came back, how many are entered; nothing of what is on them."""
    t, meeting = room.t, room.meeting
    vote = meeting.ballots.open or (meeting.ballots.votes[-1] if meeting.ballots.votes else None)
    head(pen, rect, t("The ballots are counted"), _handed(room, vote))
    area = inner(pen, rect)
    if vote is None:
        calm(pen, area, t("No vote on the projects was opened yet"))
    elif not vote.stands:
        small = (
            t("More ballots were in a box than were handed out.") if vote.overfull else vote.void
        )
        calm(pen, area, t("This vote does not count: people vote again"), room.told(small))
    else:
        _progress(pen, area.adjusted(0, pen.px(30), 0, -pen.px(16)), room, vote)
    foot(pen, rect, room, called(room), 0, 1)


def entered(vote: Vote, *, twice: bool) -> int:
    """How many papers are known: read by everybody who has to, and agreed."""
    return sum(one.agreed(twice) is not None for one in vote.papers.values())


def _progress(pen: Pen, rect: QRectF, room: Room, vote: Vote) -> None:
    """A number that the last row reads, a bar, and each chamber's box."""
    t, twice = room.t, room.meeting.terms.twice
    boxed, done = handed_out(vote.box), entered(vote, twice=twice)
    if not vote.box:
        large = t("Please put your ballot into the box of your chamber")
        pen.block(QRectF(rect.left(), rect.top(), rect.width(), pen.px(170)), large, 72)
    elif vote.closed is not None:
        pen.text(
            rect.left(), rect.top(), t("All ballots are counted"), 84, bold=True, ink="good_ink"
        )
    else:
        large = airy(t("{n} of {all} ballots entered", n=done, all=boxed))
        size = pen.fitted(large, 96, rect.width(), bold=True)
        pen.text(rect.left(), rect.top(), large, size, bold=True)
        bar = QRectF(rect.left(), rect.top() + pen.px(138), rect.width(), pen.px(28))
        pen.gauge(bar, done / boxed if boxed else 0, "accent")
    said = t("Every ballot is entered twice, by two helpers on their own.") if twice else ""
    pen.mid(rect.left(), rect.top() + pen.px(208), said, 38, ink="soft", width=rect.width())
    _boxes(pen, QRectF(rect.left(), rect.top() + pen.px(250), rect.width(), 0), room, vote, rect)


def _boxes(pen: Pen, at: QRectF, room: Room, vote: Vote, whole: QRectF) -> None:
    """Each chamber: how many were handed out, how many were in its box."""
    t = room.t
    groups = [group for group in room.meeting.charter.groups if vote.issued.get(group.key)]
    keys = [group.key for group in room.meeting.charter.groups]
    high = min(pen.px(76), (whole.bottom() - at.top()) / max(1, len(groups)))
    for number, group in enumerate(groups):
        y = at.top() + number * high + high / 2
        pen.group(at.left(), y - pen.px(17), 34, keys.index(group.key))
        issued, boxed = vote.issued[group.key], vote.box.get(group.key)
        if boxed is None:
            said = airy(t("{n} handed out", n=issued))
        else:
            said = airy(t("{issued} handed out, {n} in the box", issued=issued, n=boxed))
        x = at.left() + pen.px(56)
        name = group.title.text(room.lang)
        width = at.width() * 0.45
        size = pen.fitted(name, 42, width, bold=True)
        pen.mid(x, y, name, size, bold=True, width=width)
        left = at.left() + pen.px(80) + width
        pen.mid(left, y, said, max(LEAST, size - 4), width=at.right() - left)
