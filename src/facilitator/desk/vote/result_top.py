"""The head of a result: the verdict with sign and word, what was short, and what was voted on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.vote.head import NARROW
from facilitator.desk.vote.result_figures import LOOKS
from facilitator.desk.widgets import Wording, chip, column, elided, paint_sign, row, upright, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.rules.outcome import Outcome
from facilitator.words.figures import airy, clock_seconds
from facilitator.words.matters import motion_name
from facilitator.words.outcomes import decision_words, missing_words, verdict_word
from facilitator.words.titles import title


class VerdictSign(QWidget):
    """✓, ✗ or –, large."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._sign, self._ink = desk, "abstain", "soft"
        self.setFixedSize(desk.px(34), desk.px(34))

    def show_sign(self, sign: str, ink: str) -> None:
        """Show another sign."""
        self._sign, self._ink = sign, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = self._desk.theme.color(self._ink)
        paint_sign(QPainter(self), QRectF(self.rect()), self._sign, color)


class ResultTop(QFrame):
    """✗ 未通过 差 1 票 | 动议 3-1 · 点名表决 · 20:12:05–20:13:26."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self._sign = VerdictSign(desk)
        self._verdict = words("", "verdict", name="result.verdict")
        self._short = words("", "figure", name="result.short")
        self._decision = chip("", "good", name="result.decision")
        self._how = elided("", "secondary", name="result.how")
        self._text = Wording(desk.theme, "", "head", leading=1.5)
        self._text.setObjectName("result.text")
        said = row(self._sign, self._verdict, self._short, self._decision, None, gap=px(12))
        right = column(None, self._how, self._text, None, gap=px(2))
        self._between = upright()
        self._box = box = row(said, self._between, right, on=self, gap=px(24))
        box.setContentsMargins(px(24), px(10), px(24), px(10))
        box.setStretch(2, 1)
        for one in (self._verdict, self._short):
            one.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the verdict; what takes more lines is asked for the width it has."""
        return QSize(self._desk.px(300), self._desk.px(64))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the motion stands under the verdict."""
        super().resizeEvent(event)
        narrow = self.width() < self._desk.px(NARROW)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if narrow else right)
        self._box.setSpacing(self._desk.px(2 if narrow else 24))
        self._between.setVisible(not narrow)

    def show_result(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        """Show what came of a vote."""
        lang = self._desk.lang
        _, sign, ink = LOOKS[outcome.verdict]
        tone = ink.removesuffix("_ink")
        self._sign.show_sign(sign, ink)
        self._verdict.setText(verdict_word(outcome.verdict, lang))
        self._short.setText(airy(missing_words(outcome, lang, meeting.charter)))
        self._short.setVisible(bool(self._short.text()))
        retone(self._verdict, tone=tone)
        retone(self._short, tone=tone)
        decision = meeting.decisions.of_motion(poll.motion)
        own = decision is not None and decision.poll == poll.id
        self._decision.setVisible(own)
        if decision is not None:
            self._decision.setText(airy(decision_words(decision.number, lang)))
        self._how.setText(airy(self._facts(meeting, poll)))
        self._text.show_text(airy(poll.text))

    def _facts(self, meeting: Meeting, poll: Poll) -> str:
        motion = meeting.motions.motion(poll.motion)
        name = motion_name(meeting.motions, motion, self._desk.lang)
        begin = clock_seconds(local(meeting, poll.opened.at))
        end = clock_seconds(local(meeting, poll.closed.at)) if poll.closed else ""
        facts = (name[:1].upper() + name[1:], title(poll.method, self._desk.lang), f"{begin}–{end}")
        return " · ".join(facts)
