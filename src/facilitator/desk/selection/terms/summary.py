"""What was agreed on voting and counting, as a card of sentences, with a plain word where ties have no rule."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.selection.terms.example import example_words, is_settled
from facilitator.desk.selection.terms.panel import TermsPanel
from facilitator.desk.selection.terms.warning import joined, no_ties
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.terms import SetTerms
from facilitator.rules.selection.problem import Rule
from facilitator.words.ballots import (
    counting_words,
    entering_words,
    filling_words,
    offered,
    ties_told,
    times_words,
    void_words,
)
from facilitator.words.figures import airy
from facilitator.words.titles import title


class TermsSummary(View):
    """It can be set anew until the vote is opened."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("terms")
        self.meeting_id = meeting
        self._shown: tuple[object, ...] = ()
        self._change = button("", "soft", "small", name="terms.change")
        self._change.clicked.connect(self.open_form)
        head = row(
            words(t("Voting and counting"), "head"), None, self._change,
            margins=(px(20), px(10), px(12), px(8)), gap=px(12),
        )  # fmt: skip
        self._lines = column(gap=px(10), margins=(px(20), px(12), px(20), px(14)))
        box = card()
        column(head, line(), self._lines, on=box, gap=0)
        column(box, None, on=self)
        self.refresh_now()

    def refresh(self) -> None:
        """Say it again where it is another."""
        desk, t = self.desk, self.desk.t
        meeting = desk.session.meeting(self.meeting_id)
        settled = is_settled(meeting)
        self._change.setText(t("Change…") if settled else t("Settle it…"))
        # Its head says what is changed, to those who see it.
        self._change.setAccessibleName(f"{t('Voting and counting')}: {self._change.text()}")
        reason = why_not(desk, SetTerms(meeting=meeting.id, terms=meeting.terms))
        allow(self._change, reason, t("Settle how people vote and how it is counted"))
        told = (
            meeting.terms,
            settled,
            meeting.slate.budget,
            len(meeting.council.seats),
            bool(reason),
        )
        if told != self._shown:
            self._shown = told
            self._tell(meeting, settled=settled, fixed=bool(reason))

    def _tell(self, meeting: Meeting, *, settled: bool, fixed: bool) -> None:
        t, lang, terms = self.desk.t, self.desk.lang, meeting.terms
        clear(self._lines)
        if not settled:
            said = t("Nothing is settled yet. If nobody changes it, it goes like this:")
            self._lines.addWidget(words(said, "", "warn", wrap=True, name="terms.unsettled"))
        budget, ballot = meeting.slate.budget, offered(terms.ballot, len(meeting.slate.standing))
        filling = joined(t, filling_words(ballot, budget, lang), void_words(ballot, budget, lang))
        for head, said in (
            (title(ballot.kind, lang), filling),
            (title(terms.counting.rule, lang), counting_words(terms.counting, lang)),
            (t("Reading the ballots"), entering_words(terms.twice, lang)),
            (t("Time"), times_words(terms, lang)),
        ):
            self._add(head, said)
        if terms.counting.rule is Rule.EQUAL_SHARES:
            self._lines.insertWidget(
                self._lines.count() - 2,
                words(
                    example_words(meeting, budget, lang), "small", wrap=True, name="terms.example"
                ),
            )
        self._ties(meeting)
        if fixed:
            said = t("The vote was opened: this is fixed now.")
            self._lines.addWidget(words(said, "small", wrap=True, name="terms.fixed"))

    def _ties(self, meeting: Meeting) -> None:
        """How ties break; in a frame of its own where nothing was agreed."""
        t, ties = self.desk.t, ties_told(meeting.terms.counting, self.desk.lang)
        if meeting.terms.counting.ties:
            self._add(t("Ties"), ties)
            return
        self._lines.addWidget(no_ties(self.desk))

    def _add(self, head: str, said: str) -> None:
        pieces = column(
            words(head, "strong"), words(airy(said), "secondary", "ink", wrap=True), gap=0
        )
        self._lines.addLayout(pieces)

    def open_form(self) -> None:
        """Set it anew."""
        TermsPanel(self.desk, self, self.meeting_id).open()
