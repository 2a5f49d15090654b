"""The vote while it runs, and its result. Of a secret ballot the room sees only how many have voted."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.desk.projector.pen import Pen
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.scenes import running_poll
from facilitator.desk.vote.bar import Look, paint_vote_bar
from facilitator.desk.vote.cells import cells_of
from facilitator.meeting.polls import Method, Poll
from facilitator.meeting.standing import Standing, left_silent, standing
from facilitator.rules.counting import Prospect, the_rule
from facilitator.rules.outcome import Outcome, Verdict
from facilitator.rules.outlook import the_line
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.outcomes import (
    decision_words,
    missing_words,
    outcome_sentence,
    verdict_word,
)
from facilitator.words.thresholds import rule_sentence
from facilitator.words.titles import title
from facilitator.words.votes import standing_words

LETTERS = 15.0
"""The legend of the bar, in parts of a cell of 36: 36 pixels where a cell has 88."""
BAR = 262


def paint_vote(pen: Pen, rect: QRectF, room: Room) -> None:
    """What is voted on, what it takes, and how it stands."""
    meeting, poll = room.meeting, running_poll(room.meeting)
    if poll is None:
        paint_result(pen, rect, room)
        return
    took = pen.block(
        QRectF(rect.left(), rect.top() - pen.px(6), rect.width(), pen.px(200)), poll.text, 54
    )
    y = rect.top() + max(took, pen.px(70)) + pen.px(8)
    rule = rule_sentence(
        meeting.charter, the_rule(meeting.charter, poll.rule), room.lang, meeting.figures()
    )
    said = f"{title(poll.method, room.lang)} · {airy(rule)}"
    pen.block(QRectF(rect.left(), y, rect.width(), pen.px(92)), said, 34, bold=False, ink="soft")
    stands = standing(meeting, poll)
    middle = QRectF(rect.left(), rect.top() + pen.px(306), rect.width(), pen.px(110))
    if stands.votes is None:
        _secret(pen, middle, room, poll)
        return
    _prospect(pen, middle, room, stands)
    cells = cells_of(stands.votes.whole, running=True)
    needed = stands.line.needed if stands.line else 0
    box = QRectF(rect.left(), rect.bottom() - pen.px(BAR), rect.width(), pen.px(BAR))
    paint_vote_bar(pen.painter, box, cells, needed, room.theme, Look(room.lang, letters=LETTERS))


def _secret(pen: Pen, rect: QRectF, room: Room, poll: Poll) -> None:
    """Hands that are not counted yet, or papers: nothing is known of the answers."""
    t = room.t
    if poll.method is Method.HANDS:
        pen.text(
            rect.left(), rect.top(), t("Please raise your hands"), 72, bold=True, ink="accent_ink"
        )
        return
    handed = counted(poll.issued, Unit.BALLOTS, room.lang) if poll.issued is not None else ""
    said = (
        t("{ballots} handed out", ballots=handed) if handed else t("Ballots are being handed out")
    )
    back = [one.ballots.returned for one in poll.counts if not one.superseded]
    pen.text(rect.left(), rect.top(), airy(said), 72, bold=True, ink="accent_ink")
    # The second teller is not to see what the first has counted.
    if len(back) >= len(poll.tellers):
        returned = counted(back[-1], Unit.BALLOTS, room.lang)
        pen.text(
            rect.left(),
            rect.top() + pen.px(104),
            airy(t("{ballots} returned", ballots=returned)),
            56,
        )


INKS = {Prospect.LOST: "bad_ink", Prospect.CARRIED: "good_ink", Prospect.OPEN: "ink"}


def _prospect(pen: Pen, rect: QRectF, room: Room, stands: Standing) -> None:
    """How it stands, in one large line; no verdict before the vote is closed."""
    head, detail = standing_words(stands, room.lang)
    ink = INKS[stands.prospect]
    x = rect.left() + pen.text(rect.left(), rect.top(), airy(head), 80, bold=True, ink=ink)
    x += pen.px(40)
    detail = airy(detail)
    if pen.width(detail, 38) <= rect.right() - x:
        pen.text(x, rect.top() + pen.px(46), detail, 38, ink="soft")
    else:
        left = QRectF(x, rect.top() + pen.px(12), rect.right() - x, pen.px(96))
        pen.block(left, detail, 38, bold=False, ink="soft")


VERDICTS = {
    Verdict.PASSED: ("for", "good", "good_ink"),
    Verdict.FAILED: ("against", "bad", "bad_ink"),
    Verdict.UNDECIDED: ("abstain", "warn", "warn_ink"),
    Verdict.NOT_VALID: ("abstain", "warn", "warn_ink"),
}


def paint_result(pen: Pen, rect: QRectF, room: Room) -> None:
    """The result card: what was voted on, the verdict, the bar, the groups."""
    poll = room.result
    if poll is None or poll.outcome is None:
        pen.text(rect.left(), rect.top(), room.t("No vote was taken yet"), 64, bold=True)
        return
    outcome = poll.outcome
    pen.block(
        QRectF(rect.left(), rect.top() - pen.px(10), rect.width(), pen.px(150)), poll.text, 56
    )
    _verdict(
        pen, QRectF(rect.left(), rect.top() + pen.px(150), rect.width(), pen.px(140)), room, poll
    )
    grouped = len(outcome.groups) > 1
    foot = pen.px(146) if grouped else pen.px(60)
    test = the_line(outcome)
    cells = cells_of(outcome.tally, left=left_silent(room.meeting, poll))
    box = QRectF(
        rect.left(), rect.bottom() - foot - pen.px(BAR) - pen.px(6), rect.width(), pen.px(BAR)
    )
    look = Look(room.lang, letters=LETTERS)
    paint_vote_bar(pen.painter, box, cells, test.needed if test else 0, room.theme, look)
    if grouped:
        _groups(
            pen,
            QRectF(rect.left(), rect.bottom() - foot + pen.px(12), rect.width(), foot),
            room,
            outcome,
        )


def _verdict(pen: Pen, rect: QRectF, room: Room, poll: Poll) -> None:
    outcome = poll.outcome
    assert outcome is not None
    sign, color, ink = VERDICTS[outcome.verdict]
    pen.sign(rect.left(), rect.top() + pen.px(18), 84, sign, color)
    x = rect.left() + pen.px(112)
    x += pen.text(
        x,
        rect.top() - pen.px(22),
        verdict_word(outcome.verdict, room.lang),
        104,
        bold=True,
        ink=ink,
    )
    x += pen.px(40)
    decision = room.meeting.decisions.of_motion(poll.motion)
    if outcome.verdict is Verdict.PASSED and decision is not None:
        said = decision_words(decision.number, room.lang)
    else:
        charter = room.meeting.charter
        short = missing_words(outcome, room.lang, charter)
        said = short or outcome_sentence(outcome, room.lang, charter)
    if pen.width(said, 64, bold=True) <= rect.right() - x:
        pen.text(x, rect.top() + pen.px(18), airy(said), 64, bold=True)
    else:
        pen.block(QRectF(x, rect.top() + pen.px(10), rect.right() - x, pen.px(110)), airy(said), 40)


def _groups(pen: Pen, rect: QRectF, room: Room, outcome: Outcome) -> None:
    """In favour by group, of its seats."""
    groups = [group for group in room.meeting.charter.groups if group.key in outcome.groups][:4]
    pen.text(rect.left(), rect.top(), room.t("In favour by group"), 32, ink="soft")
    gap = pen.px(24)
    width = (rect.width() - gap * (len(groups) - 1)) / max(1, len(groups))
    for number, group in enumerate(groups):
        tally = outcome.groups[group.key]
        box = QRectF(
            rect.left() + number * (width + gap), rect.top() + pen.px(48), width, pen.px(84)
        )
        pen.box(box, "surface", "edge")
        index = [one.key for one in room.meeting.charter.groups].index(group.key)
        pen.group(box.left() + pen.px(24), box.top() + pen.px(28), 30, index)
        said = f"{tally.in_favour}/{tally.seats}"
        wide = pen.width(said, 48, bold=True)
        pen.text(box.right() - wide - pen.px(24), box.top() + pen.px(6), said, 48, bold=True)
        name = group.short_text(room.lang)
        pen.text(
            box.left() + pen.px(68),
            box.top() + pen.px(14),
            name,
            38,
            width=width - wide - pen.px(110),
        )
