"""Settling a selection's terms: the form, and below it what its fields mean, in sentences."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.selection.terms.example import example_words, is_settled
from facilitator.desk.selection.terms.form import TermsForm, capped
from facilitator.desk.selection.terms.warning import joined, no_ties
from facilitator.desk.widgets import card, column, scrolling, words
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.rules.selection.problem import Rule
from facilitator.words.ballots import (
    counting_words,
    entering_words,
    filling_words,
    offered,
    ties_words,
    times_words,
)
from facilitator.words.figures import airy

WIDE, LEAST = 900, 120
"""Pixels at 100 %: the panel's width, and how high the fields are at least."""


class TermsPanel(Panel):
    """It scrolls where the screen is low; the sentences below always stay in sight."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Voting and counting"), parent, width=WIDE)
        self.setObjectName("terms.panel")
        self.meeting_id = meeting
        one = desk.session.meeting(meeting)
        self._projects, terms = len(one.slate.standing), one.terms
        if not is_settled(one):  # what is proposed fits the slate; what people settled stays
            terms = replace(terms, ballot=capped(terms.ballot, self._projects))
        self.form = TermsForm(desk, terms, self._projects)
        self.form.changed.connect(self._tell)
        area = scrolling(self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self._words = words("", "", "accent", wrap=True, name="terms.said")
        self._example = words("", "small", wrap=True, name="terms.example")
        self._warning = no_ties(desk)
        rule = card("rule")
        column(self._words, self._example, on=rule, margins=px(12), gap=px(4))
        self.body.addWidget(area)
        self.body.addStretch(1)
        self.body.addWidget(rule)
        self.body.addWidget(self._warning)
        self.finish(t("Settle it so"), self._send, name="terms.done")
        self._high = px(LEAST)
        self._area.setFixedHeight(self._high)
        self._tell()

    def _fit_area(self) -> None:
        """The fields are as high as they are, and no higher than the screen leaves; else they scroll."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        around = layout.totalHeightForWidth(self.width()) - self._high
        left = self.screen().availableGeometry().height() - self.desk.px(48) - around
        wanted = self.form.sizeHint().height() + self.desk.px(4)
        self._high = max(self.desk.px(LEAST), min(wanted, left))
        self._area.setFixedHeight(self._high)

    def showEvent(self, event: QShowEvent) -> None:
        """How much room is left is known once it is shown."""
        self._fit_area()
        super().showEvent(event)

    def _tell(self) -> None:
        """Say in sentences what the fields say."""
        meeting, lang = self.desk.session.meeting(self.meeting_id), self.desk.lang
        terms, budget = self.form.terms, meeting.slate.budget
        self._words.setText(airy(self._sentences(terms, budget)))
        shares = terms.counting.rule is Rule.EQUAL_SHARES
        self._example.setVisible(shares)
        self._example.setText(example_words(meeting, budget, lang) if shares else "")
        self._warning.setVisible(not terms.counting.ties)
        if self.isVisible():
            self._fit_area()
            self.fit()

    def _sentences(self, terms: Terms, budget: int) -> str:
        """What is said of ties stands in a frame of its own while nothing is agreed for them."""
        lang = self.desk.lang
        ballot = offered(terms.ballot, self._projects)
        parts = [filling_words(ballot, budget, lang), counting_words(terms.counting, lang)]
        if terms.counting.ties:
            parts.append(ties_words(terms.counting, lang))
        parts += [entering_words(terms.twice, lang), times_words(terms, lang)]
        return joined(self.desk.t, *parts)

    def _send(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        if self.form.terms == meeting.terms and is_settled(meeting):
            self.accept()
            return
        self.send(SetTerms(meeting=self.meeting_id, terms=self.form.terms))
