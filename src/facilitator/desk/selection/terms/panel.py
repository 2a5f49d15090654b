"""Settling a selection's terms: the form, and below it what its fields mean, in sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.selection.terms.example import example_words, is_settled
from facilitator.desk.selection.terms.form import TermsForm
from facilitator.desk.selection.terms.warning import no_ties
from facilitator.desk.widgets import card, column, scrolling, words
from facilitator.meeting.selection.terms import SetTerms
from facilitator.rules.selection.problem import Rule
from facilitator.words.ballots import terms_words
from facilitator.words.figures import airy

WIDE, AROUND = 900, 330
"""Pixels at 100 %: the panel; what stands around the fields."""


class TermsPanel(Panel):
    """It scrolls where the screen is low; the sentences below always stay in sight."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Voting and counting"), parent, width=WIDE)
        self.setObjectName("terms.panel")
        self.meeting_id = meeting
        one = desk.session.meeting(meeting)
        self.form = TermsForm(desk, one.terms)
        self.form.changed.connect(self._tell)
        area = scrolling(self.form)
        self._area = area
        self._words = words("", "", "accent", wrap=True, name="terms.said")
        self._example = words("", "small", wrap=True, name="terms.example")
        self._warning = no_ties(desk)
        rule = card("rule")
        column(self._words, self._example, on=rule, margins=px(12), gap=px(4))
        self.body.addWidget(area, 1)
        self.body.addWidget(rule)
        self.body.addWidget(self._warning)
        self.finish(t("Settle it so"), self._send, name="terms.done")
        self._fit_area()
        self._tell()

    def _fit_area(self) -> None:
        """As high as the fields are, and no higher than the screen leaves."""
        left = self.screen().availableGeometry().height() - self.desk.px(AROUND)
        wanted = self.form.sizeHint().height() + self.desk.px(8)
        self._area.setMinimumHeight(max(self.desk.px(120), min(wanted, left)))

    def _tell(self) -> None:
        """Say in sentences what the fields say."""
        meeting, lang = self.desk.session.meeting(self.meeting_id), self.desk.lang
        terms, budget = self.form.terms, meeting.slate.budget
        self._words.setText(airy(terms_words(terms, budget, lang)))
        shares = terms.counting.rule is Rule.EQUAL_SHARES
        self._example.setVisible(shares)
        self._example.setText(example_words(meeting, budget, lang) if shares else "")
        self._warning.setVisible(not terms.counting.ties)

    def _send(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        if self.form.terms == meeting.terms and is_settled(meeting):
            self.accept()
            return
        self.send(SetTerms(meeting=self.meeting_id, terms=self.form.terms))
