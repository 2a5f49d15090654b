"""What the vote came to: every project with its votes and its reason, the cut line, a tie, who is funded."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.forum.frame import calm, foot, head, inner, right_text, rule
from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.selection.opening import called
from facilitator.desk.projector.selection.pages import (
    CARDS,
    RESULTS,
    Row,
    funded_pages,
    result_pages,
    tie_pages,
)
from facilitator.meeting.selection.outcome import Award, awards
from facilitator.rules.selection.outcome import Fate, Line
from facilitator.rules.selection.problem import TieBreak
from facilitator.words.ballots import UNITS, worth_words
from facilitator.words.figures import Unit, airy, counted, money
from facilitator.words.selection import why
from facilitator.words.titles import title

SIGNS = {
    Fate.FUNDED: ("for", "good"),
    Fate.TIED: ("abstain", "warn"),
    Fate.WAITING: ("abstain", "warn"),
}
"""What stands before a project; anything else was not funded."""
CUT = 48
"""The height of the band in which the cut line is drawn."""
OPEN = (Fate.TIED, Fate.WAITING)


def paint_chosen(pen: Pen, rect: QRectF, room: Room) -> None:
    """The projects in the order of votes; nothing of it before the vote is closed."""
    t, outcome = room.t, room.meeting.outcome
    found = outcome.selection
    if found is None:
        head(pen, rect, t("Result of the selection"))
        calm(pen, inner(pen, rect), t("The votes are not counted yet"))
        foot(pen, rect, room, called(room), 0, 1)
        return
    said = t(
        "{spent} of {budget}, {left} left",
        spent=money(found.budget - outcome.left, room.lang),
        budget=money(found.budget, room.lang),
        left=money(outcome.left, room.lang),
    )
    head(pen, rect, t("Result of the selection"), airy(said))
    pages = result_pages(room.meeting)
    at = room.leaf.page(room.steady, len(pages))
    area = inner(pen, rect).adjusted(0, pen.px(2), 0, -pen.px(2))
    high = (area.height() - pen.px(CUT)) / RESULTS[room.lang]
    most = max((one.votes for one in found.lines), default=0)
    y = area.top()
    for number, row in enumerate(pages[at]):
        box = QRectF(area.left(), y, area.width(), high)
        _project(pen, box, room, row, most)
        y = box.bottom()
        if row.cut:
            _cut_line(pen, QRectF(area.left(), y, area.width(), pen.px(CUT)), room)
            y += pen.px(CUT)
        elif number < len(pages[at]) - 1:
            rule(pen, box, box.bottom() - pen.px(1))
    foot(pen, rect, room, _foot(room), at, len(pages))


def _foot(room: Room) -> str:
    if room.meeting.outcome.is_announced:
        return called(room)
    return room.t("Counted; not announced yet")


def _project(pen: Pen, rect: QRectF, room: Room, row: Row, most: int) -> None:
    """Title and votes; the bar with the chambers; the reason."""
    line, one = row.line, room.meeting.slate.all[row.line.project]
    sign, color = SIGNS.get(line.fate, ("against", "soft"))
    part = bool(row.award.fen) and not line.funded
    left = rect.left() + pen.px(60)
    reason = _reason(room, row)
    long = pen.width(reason, LEAST) > rect.right() - left
    heights = (0.15, 0.41, 0.8) if long else (0.2, 0.5, 0.8)
    first, second, third = (rect.top() + rect.height() * one_ for one_ in heights)
    pen.sign(
        rect.left(), first - pen.px(20), 40, "for" if part else sign, "good" if part else color
    )
    kind = room.meeting.terms.ballot.kind
    votes = airy(worth_words(line.votes, kind, room.lang))
    taken = right_text(pen, rect.right(), first, votes, 46, rect.width() * 0.25, bold=True)
    width = rect.right() - taken - pen.px(28) - left
    size = pen.fitted(one.title, 44, width, bold=True, least=36)
    took = pen.mid(left, first, one.title, size, bold=True, width=width)
    rest = width - took - pen.px(24)
    if one.place and rest > pen.px(LEAST * 3):
        pen.mid(left + took + pen.px(24), first, one.place, 34, ink="soft", width=rest)
    _bar(pen, QRectF(left, second - pen.px(15), rect.width() * 0.36, pen.px(30)), room, line, most)
    figures_left = left + rect.width() * 0.36 + pen.px(28)
    asked = airy(money(line.cost, room.lang))
    wide = right_text(pen, rect.right(), second, asked, 36, rect.width() * 0.24)
    _chambers(pen, figures_left, second, rect.right() - wide - pen.px(24), room, line)
    ink = "good_ink" if line.funded or part else "warn_ink" if line.fate in OPEN else "ink"
    width = rect.right() - left
    if long:
        top = second + pen.px(16)
        below = QRectF(left, top, width, rect.bottom() - top)
        pitch = min(1.2, below.height() / pen.px(2 * LEAST) - 0.005)
        pen.block(below, reason, LEAST, bold=False, ink=ink, pitch=pitch)
    else:
        size = pen.fitted(reason, 36, width)
        pen.mid(left, third, reason, size, ink=ink, width=width)


def _reason(room: Room, row: Row) -> str:
    found = room.meeting.outcome.selection
    assert found is not None
    t, lang = room.t, room.lang
    if row.award.fen and not row.line.funded:
        sum_ = money(row.award.fen, lang)
        told = room.told(row.award.reason)
        return airy(t("Funded in part with {sum}: {reason}", sum=sum_, reason=told))
    titles = room.meeting.slate.all
    unit = UNITS[room.meeting.terms.ballot.kind]
    return airy(why(row.line, found, lang, lambda one: titles[one].title, unit))


def _bar(pen: Pen, rect: QRectF, room: Room, line: Line, most: int) -> None:
    """The votes as a bar in the colours of the chambers; their numbers stand beside it."""
    pen.box(rect, "empty", radius=4)
    if not most or not line.votes:
        return
    keys = [group.key for group in room.meeting.charter.groups]
    x = rect.left()
    for index, key in enumerate(keys):
        share = line.by_group.get(key, 0)
        wide = rect.width() * share / most
        part = QRectF(x, rect.top(), wide, rect.height())
        pen.painter.fillRect(part, room.theme.group_color(index))
        x += wide
    if not line.by_group:
        whole = QRectF(rect.left(), rect.top(), rect.width() * line.votes / most, rect.height())
        pen.painter.fillRect(whole, pen.ink("accent"))


def _chambers(pen: Pen, x: float, y: float, right: float, room: Room, line: Line) -> None:
    """The shape of each chamber, what it is called as far as there is room, and its votes."""
    groups = [
        (index, group.short_text(room.lang), str(line.by_group[group.key]))
        for index, group in enumerate(room.meeting.charter.groups)
        if group.key in line.by_group
    ]
    size, shape, gap = 34, 28, 26
    wide = sum(pen.width(f"{name} {votes}", size) for _, name, votes in groups)
    named = wide + len(groups) * pen.px(shape + 10 + gap) <= right - x
    for index, name, votes in groups:
        said = f"{name} {votes}" if named else votes
        if x + pen.px(shape + 10) + pen.width(said, size) > right:
            return
        pen.group(x, y - pen.px(shape / 2), shape, index)
        x += pen.px(shape + 10)
        x += pen.mid(x, y, said, size) + pen.px(gap)


def _cut_line(pen: Pen, rect: QRectF, room: Room) -> None:
    """The line, with its word in a box."""
    y, word = rect.center().y(), room.t("Cut line")
    line = QRectF(rect.left(), y - pen.px(2.5), rect.width(), pen.px(5))
    pen.painter.fillRect(line, pen.ink("accent"))
    wide = pen.width(word, LEAST, bold=True) + pen.px(32)
    box = QRectF(rect.left() + pen.px(60), y - pen.px(21), wide, pen.px(42))
    pen.box(box, "accent", radius=6)
    pen.mid(box.left() + pen.px(16), y, word, LEAST, bold=True, ink="accent_on")


def paint_tie(pen: Pen, rect: QRectF, room: Room) -> None:
    """Which projects are tied, and how that is decided; without a way it stays open and says so."""
    t, meeting = room.t, room.meeting
    tied = meeting.outcome.tied
    head(pen, rect, t.within("projector", "Tie"), _way(room) if tied else "", "warn_ink")
    pages = tie_pages(meeting)
    if not pages:
        calm(pen, inner(pen, rect), t("No tie is open"))
        foot(pen, rect, room, called(room), 0, 1)
        return
    at = room.leaf.page(room.steady, len(pages))
    area = inner(pen, rect).adjusted(0, pen.px(12), 0, -pen.px(12))
    said = t("There is not enough money for all of these. Which one goes first has to be found.")
    took = pen.block(
        QRectF(area.left(), area.top(), area.width(), pen.px(110)), said, 44, bold=False
    )
    below = area.adjusted(0, took + pen.px(12), 0, 0)
    high = min(below.height() / len(pages[at]), pen.px(124))
    for number, name in enumerate(pages[at]):
        row = QRectF(below.left(), below.top() + number * high, below.width(), high)
        _tied(pen, row, room, name)
    foot(pen, rect, room, _foot(room), at, len(pages))


def _tied(pen: Pen, rect: QRectF, room: Room, name: str) -> None:
    found, one = room.meeting.outcome.selection, room.meeting.slate.all[name]
    assert found is not None
    line, y = found.line(name), rect.center().y()
    pen.sign(rect.left(), y - pen.px(20), 40, "abstain", "warn")
    left = rect.left() + pen.px(64)
    votes = airy(worth_words(line.votes, room.meeting.terms.ballot.kind, room.lang))
    facts = f"{votes}    {airy(money(line.cost, room.lang))}"
    taken = right_text(pen, rect.right(), y, facts, 42, rect.width() * 0.45)
    width = rect.right() - taken - pen.px(28) - left
    size = pen.fitted(one.title, 54, width, bold=True, least=36)
    pen.mid(left, y, one.title, size, bold=True, width=width)
    rule(pen, rect, rect.bottom() - pen.px(1))


def _way(room: Room) -> str:
    """What comes now: the next way that was agreed and needs people."""
    t, meeting = room.t, room.meeting
    ways = (*meeting.terms.counting.ties, *meeting.outcome.ruled_ties)
    asked = next((one for one in ways if one in (TieBreak.LOT, TieBreak.REVOTE)), None)
    if asked is None:
        return t("Undecided: no way was agreed beforehand")
    return t("Agreed beforehand: {way}", way=title(asked, room.lang))


def paint_funded(pen: Pen, rect: QRectF, room: Room) -> None:
    """Who gets money, once it is announced; in part with its word."""
    t, meeting = room.t, room.meeting
    if not meeting.outcome.is_announced:
        head(pen, rect, t("Funded projects"))
        calm(pen, inner(pen, rect), t("The result is not announced yet"))
        foot(pen, rect, room, called(room), 0, 1)
        return
    given = [one for one in awards(meeting) if one.fen]
    number = counted(len(given), Unit.PROJECTS, room.lang)
    spent = money(sum(one.fen for one in given), room.lang)
    said = t("{projects}, {sum} together", projects=number, sum=spent) if given else ""
    head(pen, rect, t("Funded projects"), airy(said))
    pages = funded_pages(meeting)
    at = room.leaf.page(room.steady, len(pages))
    area = inner(pen, rect).adjusted(0, pen.px(8), 0, -pen.px(8))
    if not pages:
        calm(pen, area, t("No project is funded"))
    high = area.height() / CARDS
    for number_, one in enumerate(pages[at] if pages else ()):
        row = QRectF(area.left(), area.top() + number_ * high, area.width(), high)
        _award(pen, row, room, one)
        if number_ < len(pages[at]) - 1:
            rule(pen, row, row.bottom() - pen.px(1))
    foot(pen, rect, room, called(room), at, max(1, len(pages)))


def _award(pen: Pen, rect: QRectF, room: Room, award: Award) -> None:
    t, one = room.t, room.meeting.slate.all[award.candidate]
    y = rect.center().y()
    pen.sign(rect.left(), y - pen.px(24), 48, "for", "good")
    left = rect.left() + pen.px(76)
    taken = right_text(
        pen, rect.right(), y, airy(money(award.fen, room.lang)), 52, rect.width() * 0.34,
        bold=True, ink="good_ink",
    )  # fmt: skip
    width = rect.right() - taken - pen.px(28) - left
    asked = money(award.asked, room.lang)
    part = t("in part, of {asked}", asked=asked) if award.fen < award.asked else ""
    below = "  ·  ".join(filter(None, (one.place, airy(part))))
    upper = y - pen.px(22) if below else y
    size = pen.fitted(one.title, 52, width, bold=True, least=36)
    pen.mid(left, upper, one.title, size, bold=True, width=width)
    if below:
        pen.mid(left, y + pen.px(30), below, 36, ink="soft", width=width)
