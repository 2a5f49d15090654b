"""The vote on a decision or a motion: verdict, figures, the rule in words, and how each group voted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel

from facilitator.desk.decisions.split import GroupSplit, shares_of
from facilitator.desk.desk import Desk
from facilitator.desk.vote.result_figures import LOOKS
from facilitator.desk.widgets import Wording, column, row, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.rules.outcome import Outcome
from facilitator.words.figures import airy
from facilitator.words.outcomes import missing_words, need_words, share_of_base, verdict_word
from facilitator.words.titles import title
from facilitator.words.tongue import NBSP

STACKED = 480
"""Pixels at 100 % under which the groups stand below the figures."""


class VoteCard(QFrame):
    """Quotes the outcome of one closed vote; counts nothing."""

    def __init__(self, desk: Desk, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        super().__init__()
        self._desk = desk
        px, lang = desk.px, desk.lang
        self.setObjectName("decision.vote")
        self.setProperty("look", "sunken")
        _, sign, ink = LOOKS[outcome.verdict]
        verdict = words(verdict_word(outcome.verdict, lang), "head", ink.removesuffix("_ink"))
        short = words(airy(missing_words(outcome, lang, meeting.charter)), "secondary")
        how = words(title(poll.method, lang), "secondary")
        head = row(SignMark(desk.theme, sign, ink, 18), verdict, how, short, None, gap=px(6))
        figures = row(*self._figures(outcome), None, gap=px(12))
        rule = Wording(desk.theme, airy(self._rule(meeting, outcome)), "secondary", leading=1.5)
        rule.setObjectName("decision.rule")
        left = column(head, figures, rule, None, gap=px(4))
        self.split = GroupSplit(desk)
        self.split.show_shares(shares_of(desk, meeting, outcome))
        right = column(self.split, None, gap=0)
        self._box = row(left, right, on=self, margins=px(12), gap=px(16))
        self._box.setStretch(0, 3)
        self._box.setStretch(1, 4)
        self._box.setAlignment(Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one of both sides: where there is less room they stand below one another."""
        return QSize(self._desk.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, one stands under the other."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Stand side by side, or below one another where it is no wider than that."""
        narrow = width < self._desk.px(STACKED)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if narrow else right)

    def _figures(self, outcome: Outcome) -> list[QLabel]:
        t, tally = self._desk.t, outcome.tally
        found = [words(f"{t.within('choice', 'For')}{NBSP}{tally.in_favour:,}", "strong")]
        rest = (
            (t.within("choice", "Against"), tally.against, True),
            (t.within("choice", "Abstain"), tally.abstained, True),
            (t.within("ballots", "Blank"), tally.blank, False),
            (t.within("ballots", "Void"), tally.void, False),
            (t.within("column", "Absent"), tally.absent, False),
        )
        found += [
            words(f"{said}{NBSP}{number:,}") for said, number, always in rest if always or number
        ]
        return found

    def _rule(self, meeting: Meeting, outcome: Outcome) -> str:
        """全体13席的三分之二以上，须9票赞成."""
        t, lang, test = self._desk.t, self._desk.lang, outcome.governing
        unit = meeting.charter.weight_unit
        share = share_of_base(test, lang, charter=meeting.charter, size=test.base_size)
        return t.within("between", ", ").join((share, need_words(test, lang, unit)))
