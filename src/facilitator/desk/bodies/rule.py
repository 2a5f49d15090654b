"""The card of a rule: what it takes to pass, in a sentence and in figures, and which version says so."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from facilitator.desk.bodies.fields import choice
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, row, words
from facilitator.rules.charter import Base, Charter, DecisionRule, Measure
from facilitator.rules.outcome import Outcome, Role, Test
from facilitator.rules.outlook import KNOWN_BEFORE
from facilitator.words.figures import airy, date_words, scaled
from facilitator.words.outcomes import version_words
from facilitator.words.thresholds import (
    base_words,
    decimal_words,
    group_words,
    rule_sentence,
    share_of_base,
)
from facilitator.words.titles import title
from facilitator.words.tongue import mark, tongue

NOTES = {
    Base.SEATS: mark("Absent members, abstentions and vacant seats all count in the base."),
    Base.IN_OFFICE: mark("Absent members and abstentions count in the base; vacant seats do not."),
    Base.PRESENT: mark("Whoever is in the room counts in the base, abstaining or not."),
    Base.RETURNED: mark("Every answer given in counts in the base, blank and void ones too."),
    Base.VALID: mark("For, against and abstentions count in the base; silence does not."),
    Base.FOR_AGAINST: mark("Only votes for and against count; abstentions do not."),
}
"""What an angry neighbour asks first: who is counted."""


def notes(charter: Charter, rule: DecisionRule, lang: str) -> list[str]:
    """Who counts in the base of a rule, and what it takes to meet."""
    t = tongue(lang)
    bases = dict.fromkeys(one.base for one in rule.consent)
    said = [t(NOTES[base]) for base in bases]
    if charter.quorum:
        shares = [share_of_base(one, lang, charter=charter) for one in charter.quorum]
        said.append(t("Quorum: {quorum}", quorum=t.within("between", " and ").join(shares)))
    return [airy(one) for one in said]


def force_words(charter: Charter, lang: str) -> str:
    """章程第 1 版 · 2026 年 11 月 1 日起施行: which version, and since when it is in force if it says so."""
    said = airy(version_words(charter.version, lang))
    if charter.valid_from is None:
        return said
    return f"{said} · {since_words(charter.valid_from, lang)}"


def since_words(day: date, lang: str) -> str:
    """2026 年 11 月 1 日起施行; in force since 1 November 2026."""
    t = tongue(lang)
    return airy(t("in force since {day}", day=date_words(day, lang)))


STRETCHES = (6, 5, 7)
"""The last figure has the longest words under it."""


class RuleCard(QWidget):
    """Sentence, notes and figures of one rule; `chosen` tells the key of another one that is wanted."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("rule")
        t = desk.t
        self._force = words("", "secondary", name="rule.force")
        self._choice = choice("rule.choice", least=12)
        self._choice.setAccessibleName(t("Voting rule"))
        self._choice.activated.connect(lambda at: self.chosen.emit(self._choice.itemData(at)))
        self._choice.hide()
        self._sentence = words("", "lead", wrap=True, name="rule.sentence")
        self._notes = words("", "secondary", wrap=True, name="rule.notes")
        self._box = column(gap=desk.px(8))
        self._figures: list[Figure] = []
        head = row(words(t("Voting rule"), "head"), None, self._force, gap=desk.px(12))
        told = column(self._sentence, self._notes, gap=desk.px(4))
        column(head, self._choice, told, self._box, on=self, gap=desk.px(10))

    def show_rule(self, charter: Charter, rule: DecisionRule, outcome: Outcome) -> None:
        """Say a rule; its figures are those of an outcome under it."""
        lang = self._desk.lang
        self._force.setText(force_words(charter, lang))
        self._offer(charter, rule)
        self._sentence.setText(_sentence(charter, rule, lang))
        self._notes.setText("\n".join(notes(charter, rule, lang)))
        self.show_figures(outcome, charter)

    def show_figures(self, outcome: Outcome, charter: Charter) -> None:
        """13 × 2/3 → 9, once for each thing that has to be reached."""
        tests = [one for one in outcome.tests if one.role is not Role.QUORUM]
        while len(self._figures) > len(tests):
            gone = self._figures.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._figures) < len(tests):
            made = Figure(self._desk, len(self._figures))
            self._figures.append(made)
            self._box.addWidget(made)
        for figure, test in zip(self._figures, tests, strict=True):
            figure.show_test(charter, test)

    def _offer(self, charter: Charter, rule: DecisionRule) -> None:
        """The rules there are, where there is more than one."""
        lang = self._desk.lang
        wanted = [(one.title.text(lang), one.key) for one in charter.rules]
        box = self._choice
        if wanted != [(box.itemText(at), box.itemData(at)) for at in range(box.count())]:
            box.clear()
            for said, key in wanted:
                box.addItem(said, key)
        box.setCurrentIndex(box.findData(rule.key))
        box.setVisible(len(wanted) > 1)


def _sentence(charter: Charter, rule: DecisionRule, lang: str) -> str:
    t = tongue(lang)
    return airy(t("{sentence}.", sentence=rule_sentence(charter, rule, lang)))


class Figure(QFrame):
    """One line of figures, with a word under each."""

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "sunken")
        self.setObjectName(f"rule.figure.{number}")
        grid, px = QGridLayout(self), desk.px
        grid.setContentsMargins(px(8), px(8), px(8), px(8))
        grid.setHorizontalSpacing(px(4))
        grid.setVerticalSpacing(0)
        self._cells: list[tuple[QLabel, QLabel]] = []
        for at, stretch in enumerate(STRETCHES):
            big = words("", "figure", name=f"rule.figure.{number}.{at}")
            small = words("", "small", wrap=True)
            for line, one in enumerate((big, small)):
                one.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(one, line, at * 2)
            grid.setColumnStretch(at * 2, stretch)
            self._cells.append((big, small))
        for at, sign in ((1, "×"), (3, "→")):
            grid.addWidget(words(sign, tone="soft"), 0, at, Qt.AlignmentFlag.AlignCenter)

    def show_test(self, charter: Charter, test: Test) -> None:
        """Show the figures of a test."""
        lang, unit = self._desk.lang, charter.weight_unit
        share = "1" if Fraction(test.share) == 1 else test.share
        cells = (
            (_amount(test, test.base_size, unit), _base(charter, test, lang)),
            (share, _inclusive(test, lang)),
            (_amount(test, test.needed, unit), _rounded(test, unit, lang)),
        )
        for (big, small), (value, caption) in zip(self._cells, cells, strict=True):
            for label, said in ((big, value), (small, caption)):
                if label.text() != said:
                    label.setText(said)


def _amount(test: Test, number: int, unit: str) -> str:
    return scaled(number, unit)[0] if test.measure is Measure.WEIGHT else f"{number:,}"


def _base(charter: Charter, test: Test, lang: str) -> str:
    """Of what it is a share; where that depends on the vote, that the number is one being tried."""
    t = tongue(lang)
    said = base_words(test.base, lang, charter=charter)
    if test.measure is Measure.WEIGHT:
        said = t("{base}, {unit}", base=said, unit=scaled(1, charter.weight_unit)[1])
    if test.group:
        said = t("{group}: {votes}", group=group_words(test.group, charter, lang), votes=said)
    if test.role is Role.PARTICIPATION:
        said = t("{role}: {base}", role=title(test.role, lang), base=said)
    if test.base in KNOWN_BEFORE[:2]:
        return said
    return t("{base}, as tried below", base=said)


def _inclusive(test: Test, lang: str) -> str:
    t = tongue(lang)
    if Fraction(test.share) == 1:
        return t.within("share", "everybody")
    return t.within("share", "more than this") if test.strict else t.within("share", "or more")


def _rounded(test: Test, unit: str, lang: str) -> str:
    """8.67 进为 9 票: how the number came about."""
    t = tongue(lang)
    exact = Fraction(test.share) * test.base_size
    number = _amount(test, test.needed, unit)
    if exact == test.needed:
        said = t.within("needed", "exactly so many")
    elif exact.denominator != 1:
        said = t("{exact}, rounded up to {n}", exact=_decimal(exact, test, unit), n=number)
    else:
        said = t("more than {exact}: {n}", exact=_decimal(exact, test, unit), n=number)
    return airy(said)


def _decimal(exact: Fraction, test: Test, unit: str) -> str:
    if test.measure is Measure.WEIGHT:
        exact *= Fraction(scaled(1, unit)[0])
    return decimal_words(exact)
