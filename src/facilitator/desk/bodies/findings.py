"""The band that says how the roster differs from the charter, the most urgent first, with the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from facilitator.bodies import Body
from facilitator.data import dataclass
from facilitator.desk.bodies.numbers import an_example, outcome_of
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, button, clear, column, row, words
from facilitator.rules.charter import Base, Charter, DecisionRule
from facilitator.rules.composition import Finding, FindingKind
from facilitator.rules.outcome import Role
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.findings import finding_sentence
from facilitator.words.tongue import Tongue

URGENCY = (
    FindingKind.WRONG_GROUP,
    FindingKind.MISSING,
    FindingKind.TERM_EXPIRED,
    FindingKind.SURPLUS,
    FindingKind.OFFICE_TWICE,
    FindingKind.OFFICE_WRONG_GROUP,
    FindingKind.OFFICE_VACANT,
    FindingKind.DUPLICATE,
)
SHOWN = 2
"""Findings that are shown before somebody asks for more."""


@dataclass(frozen=True, slots=True)
class EmptyRoster:
    """Stands for all that is missing while nobody sits at all."""


Wanted = Finding | EmptyRoster


def by_urgency(found: Sequence[Finding]) -> list[Finding]:
    """What cannot wait first; else in the order of the charter."""
    return sorted(found, key=lambda one: URGENCY.index(one.kind))


class Findings(QFrame):
    """`wanted` tells the finding whose button was pressed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all = False
        self._shown: object = None
        self.setObjectName("findings")
        self.setProperty("look", "finding")
        px = desk.px
        sign = QLabel()
        sign.setPixmap(desk.theme.pixmap("triangle-alert", "warn_ink"))
        sign.setAccessibleName(desk.t("Note"))
        self._lines = column(gap=px(8))
        box = row(on=self, gap=px(12), margins=(px(20), px(12), px(20), px(12)))
        box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self._lines, 1)

    def show_body(
        self, body: Body, charter: Charter, rule: DecisionRule, found: Sequence[Finding]
    ) -> None:
        """Say what there is to say; nothing to see where all is well."""
        shown = (tuple(found), self._all, tuple(body.holdings), charter, rule.key)
        self.setVisible(bool(found) or not body.holdings)
        if shown == self._shown:
            return
        self._shown = shown
        self._again = (body, charter, rule, found)
        clear(self._lines)
        if not body.holdings:
            self._empty()
            return
        ordered = by_urgency(found)
        for at, one in enumerate(ordered if self._all else ordered[:SHOWN]):
            self._lines.addWidget(self._line(body, charter, rule, one, first=not at))
        if len(ordered) > SHOWN:
            self._lines.addWidget(self._fold(len(ordered) - SHOWN), 0, Qt.AlignmentFlag.AlignLeft)

    def _empty(self) -> None:
        t = self._desk.t
        said = t("Nobody is in the roster yet.")
        more = t("Type the names one after another, or import them from a sheet.")
        way = button(t("Type the roster…"), "primary", name="findings.type")
        way.clicked.connect(lambda: self.wanted.emit(EmptyRoster()))
        self._lines.addWidget(_said(self._desk, said, more, way))

    def _line(
        self, body: Body, charter: Charter, rule: DecisionRule, one: Finding, *, first: bool
    ) -> QWidget:
        lang = self._desk.lang
        said = finding_sentence(one, charter, lang, self._desk.session.name_of)
        more = consequence(self._desk.t, body, charter, rule, one)
        stop = "。" if lang == "zh" else "."
        said = said if said.endswith(stop) else said + stop
        way = self._way(charter, one, first=first)
        if way is not None:
            way.setObjectName(f"findings.{one.kind.value}.{one.group or one.member or one.office}")
            way.clicked.connect(lambda: self.wanted.emit(one))
        return _said(self._desk, airy(said), airy(more), way)

    def _way(self, charter: Charter, one: Finding, *, first: bool) -> Button | None:
        """The button that leads to the remedy."""
        t, lang = self._desk.t, self._desk.lang
        office = charter.office(one.office)
        named = office.title.text(lang) if office is not None else one.office
        match one.kind:
            case FindingKind.MISSING:
                text = airy(t("Fill seat {seat}…", seat=one.seat))
            case FindingKind.WRONG_GROUP:
                text = t("Rule on it…")
            case FindingKind.TERM_EXPIRED:
                text = t("Elect anew…")
            case FindingKind.OFFICE_VACANT | FindingKind.OFFICE_TWICE:
                text = t("Choose: {office}…", office=named)
            case FindingKind.OFFICE_WRONG_GROUP:
                text = t("Choose: {office}…", office=named)
            case FindingKind.DUPLICATE | FindingKind.SURPLUS:
                text = t("Look at it…")
        if one.kind is FindingKind.SURPLUS:
            return None
        return button(text, "primary" if first else "plain", "plain" if first else "small")

    def _fold(self, hidden: int) -> Button:
        t = self._desk.t
        text = t("Fewer") if self._all else t.many("{n} more…", "{n} more…", hidden)
        made = button(airy(text), "link", "small", name="findings.more")
        made.clicked.connect(self._turn)
        return made

    def _turn(self) -> None:
        self._all = not self._all
        self.show_body(*self._again)
        if (made := self.findChild(Button, "findings.more")) is not None:
            made.setFocus()


def consequence(t: Tongue, body: Body, charter: Charter, rule: DecisionRule, one: Finding) -> str:
    """What a finding means for a vote, where that is not plain."""
    if one.kind is FindingKind.WRONG_GROUP:
        return t("Until then no vote counts that hangs on this seat.")
    bases = {test.base for test in rule.consent}
    if one.kind is not FindingKind.MISSING or bases != {Base.SEATS} or len(rule.consent) > 1:
        return ""
    outcome = outcome_of(charter, rule, an_example(charter, rule, body))
    needed = next(test.needed for test in outcome.tests if test.role is Role.CONSENT)
    votes = counted(needed, Unit.VOTES, t.lang)
    return t("Vacant seats do not lower the base: a motion still needs {votes}.", votes=votes)


def _said(desk: Desk, strong: str, plain: str, way: QWidget | None) -> QWidget:
    """One line: bold what is found, plain what it means, and the button."""
    made = QWidget()
    told = column(words(strong, "strong", wrap=True), gap=0)
    if plain:
        told.addWidget(words(plain, wrap=True))
    box = row(told, on=made, gap=desk.px(12))
    box.setStretch(0, 1)
    if way is not None:
        box.addWidget(way, 0, Qt.AlignmentFlag.AlignVCenter)
    return made
