"""The fields of a selection's terms in two columns: what is on a ballot, and how it is counted."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.desk import Desk
from facilitator.desk.selection.terms.ties import TieOrder
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting.selection.terms import MOST_MARK, NEEDS_MOST, Terms
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import (
    Completion,
    Rule,
    SelectionRule,
    TieBreak,
    Unaffordable,
    Worth,
)
from facilitator.words.ballots import BY_PROJECT
from facilitator.words.titles import title
from facilitator.words.tongue import mark

MOST_SAYS = {
    BallotKind.APPROVAL: mark("Ticks at most"),
    BallotKind.POINTS: mark("Points in all"),
    BallotKind.DOTS: mark("Dots in all"),
    BallotKind.SCORE: mark("Highest score"),
    BallotKind.RANKING: mark("Places to give"),
}
USUAL_MOST = {
    BallotKind.APPROVAL: 3,
    BallotKind.POINTS: 10,
    BallotKind.DOTS: 5,
    BallotKind.SCORE: 10,
    BallotKind.RANKING: 3,
}
SPREAD = (BallotKind.POINTS, BallotKind.DOTS)
MOST_MINUTES, MOST_VOTES, MOST_YUAN = 120, 100_000, 1_000_000
E = TypeVar("E", bound=StrEnum)


class TermsForm(QWidget):
    """`terms` is what the fields say; `changed` after each of them was."""

    changed = Signal()

    def __init__(self, desk: Desk, terms: Terms, projects: int = 0) -> None:
        super().__init__()
        self._desk = desk
        self._projects = projects
        self._counting = terms.counting
        px = desk.px
        both = row(self._ballot(terms), self._rule(terms), on=self, gap=px(32))
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._offer()

    @property
    def terms(self) -> Terms:
        """What the fields say."""
        kind = BallotKind(self._kind.currentData())
        ballot = BallotRule(
            kind=kind,
            most=self._most.value if kind in NEEDS_MOST else 0,
            each=self._each.value if kind in SPREAD else 0,
        )
        counting = SelectionRule(
            rule=_picked(self._rules, Rule),
            unaffordable=_picked(self._unaffordable, Unaffordable),
            completion=Completion(self._completion.currentData()),
            worth=Worth(self._worth.currentData()),
            least_votes=self._least.value,
            ties=self._ties.ways,
            step=self._step.value * 100 if self._step.value else self._counting.step,
        )
        return Terms(
            ballot=ballot,
            counting=counting,
            twice=self._twice.isChecked(),
            pitch_seconds=self._pitch.value * 60,
            question_seconds=self._asked.value * 60,
        )

    # --- what is on a ballot

    def _ballot(self, terms: Terms) -> QVBoxLayout:
        t, px, ballot = self._desk.t, self._desk.px, terms.ballot
        self._kind = self._combo("terms.kind", t("What voters put down"), BallotKind, ballot.kind)
        most = max(ballot.most, self._cap(ballot.kind))  # what people settled stays
        self._most = self._number("terms.most", t("Ticks at most"), ballot.most, 1, most)
        self._most_says = words("")
        self._each = self._number("terms.each", t("At most for one"), ballot.each, 0, MOST_MARK)
        self._each.number.setSpecialValueText(t("no limit"))
        self._each_says = words(t("At most for one"))
        self._twice = QCheckBox(t("Two helpers enter every ballot, each on their own"))
        self._twice.setObjectName("terms.twice")
        self._twice.setChecked(terms.twice)
        self._twice.toggled.connect(lambda _on: self._said())
        self._ties = TieOrder(self._desk, terms.counting.ties)
        self._ties.changed.connect(self._said)
        self._kind.currentIndexChanged.connect(lambda _at: self._other_kind())
        return column(
            words(t("Ballot"), "head"),
            _under(self._desk, t("What voters put down"), self._kind),
            row(
                _under(self._desk, self._most_says, self._most),
                _under(self._desk, self._each_says, self._each),
                gap=px(12),
            ),
            self._twice,
            px(4),
            words(t("If projects are tied"), "head"),
            self._ties,
            None,
            gap=px(8),
        )

    def _times(self, terms: Terms) -> QHBoxLayout:
        """How long a pitch and its questions may be."""
        t, px = self._desk.t, self._desk.px
        minutes = (terms.pitch_seconds // 60, terms.question_seconds // 60)
        self._pitch = self._number("terms.pitch", t("Pitch, minutes"), minutes[0], 0, MOST_MINUTES)
        self._asked = self._number(
            "terms.questions", t("Questions, minutes"), minutes[1], 0, MOST_MINUTES
        )
        for one in (self._pitch, self._asked):
            one.number.setSpecialValueText(t("no limit"))
        return row(
            _under(self._desk, t("Pitch, minutes"), self._pitch),
            _under(self._desk, t("Questions, minutes"), self._asked),
            gap=px(12),
        )

    def _cap(self, kind: BallotKind) -> int:
        """No more projects are ticked or placed than there are, where that is known."""
        return self._projects if self._projects and kind in BY_PROJECT else MOST_MARK

    def _other_kind(self) -> None:
        """Another kind begins with its usual number."""
        kind = BallotKind(self._kind.currentData())
        if kind in USUAL_MOST:
            self._most.set_limits(1, self._cap(kind))
            self._most.set_value(USUAL_MOST[kind])
        self._offer()
        self.changed.emit()

    # --- how it is counted

    def _rule(self, terms: Terms) -> QVBoxLayout:
        t, px, counting = self._desk.t, self._desk.px, terms.counting
        self._rules = self._radios("terms.rule", Rule, counting.rule)
        self._unaffordable = self._radios("terms.unaffordable", Unaffordable, counting.unaffordable)
        self._completion = self._combo(
            "terms.completion", t("Money that is left over"), Completion, counting.completion
        )
        self._worth = self._combo("terms.worth", t("A vote counts"), Worth, counting.worth)
        self._step = self._number(
            "terms.step", t("Step, yuan"), max(1, counting.step // 100), 1, MOST_YUAN
        )
        least = counting.least_votes
        self._least = self._number("terms.least", t("Votes needed at least"), least, 0, MOST_VOTES)
        self._greedy, self._shares = QWidget(), QWidget()
        inner = (px(26), 0, 0, 0)
        column(*self._unaffordable.buttons(), on=self._greedy, margins=inner, gap=0)
        self._stepped = QWidget()
        column(_under(self._desk, t("Step, yuan"), self._step), on=self._stepped)
        column(
            _under(self._desk, t("Money that is left over"), self._completion),
            self._stepped,
            _under(self._desk, t("A vote counts"), self._worth),
            on=self._shares, margins=inner, gap=px(6),
        )  # fmt: skip
        greedy, shares = self._rules.buttons()
        return column(
            words(t("Counting"), "head"), greedy, self._greedy, shares, self._shares,
            _under(self._desk, t("Votes needed at least"), self._least),
            px(4), words(t("Pitches"), "head"), self._times(terms), None,
            gap=px(6),
        )  # fmt: skip

    def _offer(self) -> None:
        """Show what belongs to the kind of ballot and the way of counting that are chosen."""
        t, kind = self._desk.t, BallotKind(self._kind.currentData())
        self._most_says.setText(t(MOST_SAYS.get(kind, "")) if kind in MOST_SAYS else "")
        for one in (self._most, self._most_says):
            one.setVisible(kind in NEEDS_MOST)
        self._most.number.setAccessibleName(self._most_says.text())
        for one in (self._each, self._each_says):
            one.setVisible(kind in SPREAD)
        greedy = _picked(self._rules, Rule) is Rule.GREEDY
        self._greedy.setVisible(greedy)
        self._shares.setVisible(not greedy)
        raising = Completion(self._completion.currentData()) is Completion.RAISE
        self._stepped.setVisible(raising)
        self._ties.leave_out(TieBreak.MORE_VOTES if greedy else None)

    def _said(self) -> None:
        self._offer()
        self.changed.emit()

    # --- fields

    def _number(self, name: str, says: str, value: int, least: int, most: int) -> Stepper:
        field = Stepper(self._desk, says, name)
        field.set_limits(least, most)
        field.set_value(value)
        field.changed.connect(lambda _value: self.changed.emit())
        return field

    def _combo(self, name: str, says: str, kind: type[StrEnum], now: StrEnum) -> QComboBox:
        field = QComboBox()
        field.setObjectName(name)
        field.setAccessibleName(says)
        for one in kind:
            field.addItem(title(one, self._desk.lang), one.value)
        field.setCurrentIndex(list(kind).index(now))
        field.currentIndexChanged.connect(lambda _at: self._said())
        steady(field)
        return field

    def _radios(self, name: str, kind: type[StrEnum], now: StrEnum) -> QButtonGroup:
        group = QButtonGroup(self)
        for at, one in enumerate(kind):
            made = QRadioButton(title(one, self._desk.lang))
            made.setObjectName(f"{name}.{one.value}")
            made.setChecked(one is now)
            group.addButton(made, at)
        group.idClicked.connect(lambda _at: self._said())
        return group


def capped(rule: BallotRule, projects: int) -> BallotRule:
    """What is proposed for a slate of so many projects; as it is where they are not known (0)."""
    if not projects or rule.kind not in BY_PROJECT:
        return rule
    return replace(rule, most=min(rule.most, projects))


def _picked(group: QButtonGroup, kind: type[E]) -> E:
    return list(kind)[max(0, group.checkedId())]


def _under(desk: Desk, said: str | QLabel, field: QWidget) -> QVBoxLayout:
    """A field under its label."""
    label = said if isinstance(said, QLabel) else words(said)
    label.setBuddy(field)
    return column(label, field, gap=desk.px(2))
