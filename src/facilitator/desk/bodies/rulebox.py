"""One rule of a charter that is being written: its name, what it takes to pass, and the odd cases."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QRadioButton

from facilitator.desk.bodies.fields import choice
from facilitator.desk.bodies.thresholds import Thresholds
from facilitator.desk.bodies.wordsfield import WordsField
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column, row, words
from facilitator.rules.charter import (
    Base,
    Blank,
    Charter,
    DecisionRule,
    Recusal,
    Threshold,
    Tie,
)
from facilitator.rules.charter_check import PRESENCE_BASES, decided_by_one_vote
from facilitator.words.titles import title


class RuleBox(QFrame):
    """`changed` tells any change, `dropped` that the rule is to go, `made_default` that it is the usual one."""

    changed = Signal()
    dropped = Signal()
    made_default = Signal()

    def __init__(self, desk: Desk, charter: Charter, rule: DecisionRule) -> None:
        super().__init__()
        self._desk, self._rule = desk, rule
        self.setProperty("look", "sunken")
        self.setObjectName(f"editor.rule.{rule.key}")
        t, px, name = desk.t, desk.px, f"editor.rule.{rule.key}"
        self.title = WordsField(desk, t("Name of the rule"), f"{name}.title", rule.title)
        self.usual = QRadioButton(t("applies unless another is named"))
        self.usual.setObjectName(f"{name}.usual")
        self.usual.setAutoExclusive(False)
        self.usual.setChecked(rule.key == charter.default_rule)
        self.remove = button("", "quiet", "small", icon=desk.theme.icon("x"), name=f"{name}.remove")
        self.remove.setAccessibleName(t("Remove this rule"))
        self.remove.setToolTip(t("Remove this rule"))
        if len(charter.rules) == 1:
            self.usual.hide()
            self.remove.hide()
        self.consent = Thresholds(
            desk, f"{name}.consent", tuple(Base), least=1, more=t("Another condition"),
            first=Threshold(share="1/2", base=Base.SEATS, strict=True),
        )  # fmt: skip
        self.part = Thresholds(
            desk, f"{name}.part", tuple(PRESENCE_BASES), least=0, more=t("So many must take part"),
            first=Threshold(share="1/2", base=Base.IN_OFFICE, strict=True),
        )  # fmt: skip
        self.tie = choice_of(desk, Tie, rule.tie, f"{name}.tie", t("Equal votes"))
        self.recusal = choice_of(
            desk, Recusal, rule.recusal, f"{name}.recusal", t("Recused members")
        )
        self.blank = choice_of(desk, Blank, rule.blank, f"{name}.blank", t("Blank ballots"))
        self.consent.show_thresholds(charter, rule.consent)
        self.part.show_thresholds(charter, rule.participation)
        head = row(self.title, self.remove, gap=px(8))
        head.setStretch(0, 1)
        self._part_head = words(t("Valid only when these take part:"), "caption", wrap=True)
        column(
            head, self.usual, words(t("Passes when in favour are:"), "caption"), self.consent,
            self._part_head, self.part, self.tie, self.recusal, self.blank,
            on=self, gap=px(8), margins=px(16),
        )  # fmt: skip
        self._connect()
        self._fit()

    def rule(self) -> DecisionRule:
        """What stands there. A tie that this rule cannot have is none."""
        made = DecisionRule(
            key=self._rule.key,
            title=self.title.words(),
            consent=self.consent.thresholds(),
            participation=self.part.thresholds(),
            tie=Tie(self.tie.currentData()),
            recusal=Recusal(self.recusal.currentData()),
            blank=Blank(self.blank.currentData()),
            source=self._rule.source,
        )
        fields = {name: getattr(made, name) for name in made.__struct_fields__}
        return made if decided_by_one_vote(made) else DecisionRule(**{**fields, "tie": Tie.FAILS})

    def name_groups(self, charter: Charter) -> None:
        """Call the groups what they are called now."""
        self.consent.name_groups(charter)
        self.part.name_groups(charter)

    def show_other(self, on: bool) -> None:
        """Show the field for the other language, or hide it."""
        self.title.show_other(on)

    def _connect(self) -> None:
        for one in (self.title, self.consent, self.part):
            one.changed.connect(self._tell)
        for box in (self.tie, self.recusal, self.blank):
            box.activated.connect(self._tell)
        self.usual.clicked.connect(self.made_default)
        self.remove.clicked.connect(self.dropped)

    def _tell(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Equal votes matter only where more than half of for and against carries."""
        t, rule = self._desk.t, self.rule()
        can = decided_by_one_vote(rule)
        why = t("Only where more than half of the votes for and against carries.")
        self.tie.setEnabled(can)
        self.tie.setToolTip("" if can else why)
        self._part_head.setVisible(bool(rule.participation))


def choice_of(desk: Desk, kind: type[StrEnum], now: StrEnum, name: str, label: str) -> QComboBox:
    """A choice of all members of an enum, in words."""
    made = choice(name, least=12)
    made.setAccessibleName(label)
    for one in kind:
        made.addItem(title(one, desk.lang), one)
    made.setCurrentIndex(list(kind).index(now))
    return made
