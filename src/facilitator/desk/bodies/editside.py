"""What comes of a charter while it is being written: its sentence, its rule to try, and all that is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.bodies.entryform import tell
from facilitator.desk.bodies.rule import RuleCard
from facilitator.desk.bodies.trial import Trial
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, line, words
from facilitator.rules.charter import Charter
from facilitator.rules.charter_check import check_charter
from facilitator.rules.composition import Finding, check_composition
from facilitator.rules.outcome import Outcome
from facilitator.words.figures import airy
from facilitator.words.findings import finding_sentence


class EditSide(QWidget):
    """With the id of a body it also says what its roster would lack under the new charter."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__()
        self._desk, self._body = desk, body
        self.setObjectName("editor.side")
        px = desk.px
        t = desk.t
        self._sentence = words("", "lead", wrap=True, name="editor.sentence")
        self._wrong = words("", "strong", "bad", wrap=True, name="editor.wrong")
        self._found = words("", "", "warn", wrap=True, name="editor.found")
        self._rule = ""
        self._charter: Charter | None = None
        self._card = RuleCard(desk)
        self._card.chosen.connect(self._choose)
        self._trial = Trial(desk)
        self._trial.told.connect(self._figures)
        column(
            words(t("What it says"), "head"), self._sentence, self._wrong, self._found, line(),
            self._card, line(), self._trial, None,
            on=self, gap=px(12), margins=px(20),
        )  # fmt: skip

    def say(self, text: str) -> None:
        """Tell why it cannot be used."""
        tell(self._wrong, text)

    def show_charter(self, charter: Charter) -> None:
        """Say it, try it, check it. The trial stays as it was while it makes no sense."""
        lang = self._desk.lang
        self._charter = charter
        self._sentence.setText(airy(charter.sentence.text(lang)))
        try:
            check_charter(charter)
        except RuleViolation as refusal:
            self.say(self._desk.sentence(refusal))
            self._found.hide()
            return
        self.say("")
        tell(self._found, self._findings(charter))
        self._show_rule(charter)

    def _show_rule(self, charter: Charter) -> None:
        rule = charter.rule(self._rule) or charter.rule()
        assert rule is not None
        body = self._desk.session.body(self._body) if self._body else None
        self._trial.try_rule(charter, rule, body)
        self._card.show_rule(charter, rule, self._trial.outcome)

    def _figures(self, outcome: Outcome) -> None:
        if self._charter is not None:
            self._card.show_figures(outcome, self._charter)

    def _choose(self, key: str) -> None:
        self._rule = key
        if self._charter is not None:
            self._show_rule(self._charter)

    def _findings(self, charter: Charter) -> str:
        """What is different in the roster under the new charter than under the one before."""
        if not self._body:
            return ""
        body, day = self._desk.session.body(self._body), self._desk.now().date()
        had = set(map(_key, body.findings(day)))
        names = {key: person.name for key, person in body.people.items() if person is not None}
        holdings = tuple(body.holdings.values())
        found = check_composition(charter, holdings, names, day)
        lang, name_of = self._desk.lang, self._desk.session.name_of
        new = [one for one in found if _key(one) not in had]
        return "\n".join(airy(finding_sentence(one, charter, lang, name_of)) for one in new)


def _key(one: Finding) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in one.__struct_fields__)
