"""One charter to choose from: what it says, its rule to try, where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from facilitator.desk.bodies.entryform import tell
from facilitator.desk.bodies.rule import RuleCard
from facilitator.desk.bodies.trial import Trial
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column, line, row, words
from facilitator.rules.charter import Charter
from facilitator.rules.outcome import Outcome
from facilitator.words.figures import airy


class CharterDetail(QFrame):
    """`taken` tells that it is to be used as it stands, `copied` that it is to be changed first."""

    taken = Signal()
    copied = Signal()

    def __init__(self, desk: Desk, done: str) -> None:
        super().__init__()
        self._desk = desk
        self._charter: Charter | None = None
        self.setProperty("look", "card")
        self.setObjectName("charters.detail")
        t, px = desk.t, desk.px
        self._title = words("", "item", wrap=True, name="charters.title")
        self._sentence = words("", "lead", wrap=True, name="charters.sentence")
        take = button(done, "primary", "big", name="charters.take")
        take.clicked.connect(self.taken)
        copy = button(t("Change it first…"), "plain", name="charters.copy")
        copy.clicked.connect(self.copied)
        self._card, self._trial = RuleCard(desk), Trial(desk)
        self._card.chosen.connect(self._turn)
        self._trial.told.connect(self._figures)
        self._source = words("", wrap=True, name="charters.source")
        self._quote = words("", "secondary", wrap=True, name="charters.quote")
        column(
            self._title, self._sentence, row(take, copy, None, gap=px(12)), line(),
            self._card, line(), self._trial, line(),
            words(t("Where it comes from"), "head"), self._source, self._quote, None,
            on=self, gap=px(16), margins=px(20),
        )  # fmt: skip

    def show_charter(self, charter: Charter) -> None:
        """Show this one, with its usual rule."""
        lang = self._desk.lang
        self._charter = charter
        self._title.setText(charter.title.text(lang))
        self._sentence.setText(airy(charter.sentence.text(lang)))
        self._source.setText(airy(f"{charter.source.title} {charter.source.place}".rstrip()))
        tell(self._quote, f"“{charter.source.quote}”" if charter.source.quote else "")
        self._turn("")

    def _turn(self, key: str) -> None:
        charter = self._charter
        rule = charter.rule(key) if charter is not None else None
        if charter is not None and rule is not None:
            self._trial.try_rule(charter, rule)
            self._card.show_rule(charter, rule, self._trial.outcome)

    def _figures(self, outcome: Outcome) -> None:
        if self._charter is not None:
            self._card.show_figures(outcome, self._charter)
