"""“Try it”: numbers to play with and what the rules make of them. Nothing of it is ever recorded."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.bodies import Body
from facilitator.desk.bodies.numbers import WEIGHT, WHOLE, Numbers, an_example, outcome_of
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.bodies.verdict import Sign, VerdictLine
from facilitator.desk.desk import Desk
from facilitator.desk.vote.bar import VoteBar
from facilitator.desk.vote.cells import cells_of
from facilitator.desk.widgets import button, clear, column, row, words
from facilitator.rules.charter import Charter, DecisionRule
from facilitator.rules.outcome import Outcome
from facilitator.rules.outlook import the_line
from facilitator.words.figures import scaled
from facilitator.words.tongue import mark_in

FIELDS: Mapping[str, tuple[str, str]] = {
    "in_office": mark_in("column", "Members"),
    "present": mark_in("column", "Present"),
    "in_favour": mark_in("choice", "For"),
    "against": mark_in("choice", "Against"),
    "abstained": mark_in("choice", "Abstain"),
    "recused": mark_in("column", "Recused"),
    "blank": mark_in("ballots", "Blank"),
    "void": mark_in("ballots", "Void"),
}
SIGNS = {
    "in_favour": ("for", "good_ink"),
    "against": ("against", "bad_ink"),
    "abstained": ("abstain", "soft"),
}
LEAST = 92
"""Pixels at 100 % that a stepper wants."""
FEW = ("present", "in_favour", "against", "abstained")
RARE = ("recused", "blank", "void")
STEP = {WEIGHT: 100}
"""How far one press goes, where it is not one."""


class Trial(QWidget):
    """Steppers, the bar, the verdict. `told` brings each outcome to whoever shows figures of it."""

    told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._charter: Charter | None = None
        self._rule: DecisionRule | None = None
        self._made_for: object = None
        self._built: object = None
        self._all, self._abreast = False, len(FEW)
        self.numbers = Numbers()
        self._steppers: dict[tuple[str, str], Stepper] = {}
        self.setObjectName("trial")
        t, px = desk.t, desk.px
        self._more = button("", "link", "small", name="trial.more")
        self._more.clicked.connect(self._show_all)
        note = words(t("Change the numbers; nothing is recorded"), "secondary", wrap=True)
        head = row(words(t("Try it"), "head"), note, self._more, gap=px(12))
        head.setStretch(1, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._bar = VoteBar(desk, cell=32)
        self._verdict = VerdictLine(desk)
        column(head, self._grid, self._bar, self._verdict, on=self, gap=px(10))

    @property
    def outcome(self) -> Outcome:
        """What the rules make of the numbers that are shown."""
        assert self._charter is not None
        assert self._rule is not None
        return outcome_of(self._charter, self._rule, self.numbers)

    def try_rule(self, charter: Charter, rule: DecisionRule, body: Body | None = None) -> None:
        """Play with this rule; the numbers stay while charter, rule and members are the same."""
        made_for = (_what_matters(charter, rule), _members(body))
        self._charter, self._rule = charter, rule
        if made_for != self._made_for:
            self._made_for = made_for
            self.numbers = an_example(charter, rule, body)
        titles = tuple(map(self._line_title, self.numbers.lines))
        if (titles, self.numbers.open_lines) != self._built:
            self._built = (titles, self.numbers.open_lines)
            self._build()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four steppers in a row, or two where it is narrow."""
        super().resizeEvent(event)
        gap = self._grid.horizontalSpacing()
        wanted = len(FEW) * self._desk.px(LEAST) + (len(FEW) - 1) * gap
        abreast = len(FEW) if self.width() >= wanted else 2
        if abreast != self._abreast and self._charter is not None:
            self._abreast = abreast
            self._build()
            self._tell()

    def _show_all(self) -> None:
        self._all = not self._all
        self._build()
        self._tell()
        self._more.setFocus()

    def _build(self) -> None:
        """A stepper for each number of each line."""
        desk = self._desk
        t = desk.t
        self._more.setText(t("Fewer") if self._all else t("More…"))
        clear(self._grid)
        self._steppers = {}
        several = len(self.numbers.lines) > 1
        at = 0
        for line in self.numbers.lines:
            if several:
                said = words(self._line_title(line), "strong", wrap=True)
                said.setContentsMargins(0, desk.px(8) if at else 0, 0, 0)
                self._grid.addWidget(said, at, 0, 1, self._abreast)
                at += 1
            for start, fields in enumerate(self._rows(line)):
                for place, name in enumerate(fields):
                    self._add(line, name, at + start * 2, place)
            at += 2 * len(self._rows(line))
        for place in range(len(FEW)):
            self._grid.setColumnStretch(place, 1 if place < self._abreast else 0)

    def _rows(self, line: str) -> list[tuple[str, ...]]:
        open_line = line in self.numbers.open_lines
        more: tuple[str, ...] = ("in_office",) if open_line else ()
        more += RARE if self._all else ()
        several = [FEW, more] if more else [FEW]
        step = self._abreast
        return [one[at : at + step] for one in several for at in range(0, len(one), step)]

    def _add(self, line: str, name: str, at: int, place: int) -> None:
        t = self._desk.t
        label = t.within(*FIELDS[name])
        said = label
        if line != WHOLE:
            said = t("{group}: {votes}", group=self._line_title(line), votes=label)
        self._grid.addWidget(_Caption(self._desk, label, name), at, place)
        stepper = Stepper(self._desk, said, stepper_name(line, name), step=STEP.get(line, 1))
        stepper.changed.connect(lambda value, line=line, name=name: self._set(line, name, value))
        self._grid.addWidget(stepper, at + 1, place)
        self._steppers[line, name] = stepper

    def _line_title(self, line: str) -> str:
        assert self._charter is not None
        t, lang = self._desk.t, self._desk.lang
        if line == WEIGHT:
            return t("By weight, in {unit}", unit=scaled(1, self._charter.weight_unit)[1])
        if line == WHOLE:
            return t("By head")
        group = self._charter.group(line)
        return group.title.text(lang) if group is not None else line

    def _scale(self, line: str) -> int:
        """So many of the charter's smallest unit are one on the stepper: 100 for 0.01 m²."""
        assert self._charter is not None
        one = Fraction(scaled(1, self._charter.weight_unit)[0]) if line == WEIGHT else Fraction(1)
        return one.denominator if one.numerator == 1 else 1

    def _set(self, line: str, name: str, value: int) -> None:
        self.numbers = self.numbers.with_number(line, name, value * self._scale(line))
        self._tell()

    def _why_not(self, name: str) -> tuple[str, str]:
        """Why a number can go no lower, and no higher."""
        t = self._desk.t
        if name in ("present", "in_office"):
            return t("So many have answered or are there."), t("There are no more members.")
        return "", t("Everybody present has answered.")

    def _tell(self) -> None:
        """Show numbers, bar and verdict as they are now."""
        for (line, name), stepper in self._steppers.items():
            least, most = self.numbers.limits(line, name)
            scale = self._scale(line)
            stepper.set_limits(-(-least // scale), most // scale, *self._why_not(name))
            stepper.set_value(getattr(self.numbers.lines[line], name) // scale)
        outcome = self.outcome
        line = the_line(outcome)
        self._bar.show_votes(cells_of(outcome.tally), line.needed if line is not None else 0)
        assert self._charter is not None
        self._verdict.show_outcome(outcome, self._charter)
        self.told.emit(outcome)


def _what_matters(charter: Charter, rule: DecisionRule) -> tuple[object, ...]:
    """All of a charter that numbers depend on; its words do not matter here."""
    seats = tuple((one.key, one.seats) for one in charter.groups)
    ways = (rule.key, rule.consent, rule.participation, rule.tie, rule.recusal, rule.blank)
    return seats, ways, charter.quorum, charter.weight_unit


def _members(body: Body | None) -> tuple[object, ...]:
    """Who sits where, as far as numbers depend on it."""
    return tuple((one.group, one.seat, one.weight) for one in body.seated) if body else ()


def stepper_name(line: str, name: str) -> str:
    """The object name of a stepper: trial.present, trial.owners.present."""
    return f"trial.{line.removesuffix(':')}.{name}" if line else f"trial.{name}"


class _Caption(QWidget):
    """✓ 赞成: what a stepper is for, with its sign."""

    def __init__(self, desk: Desk, label: str, name: str) -> None:
        super().__init__()
        pieces: list[QWidget | None] = [words(label, "caption"), None]
        if name in SIGNS:
            sign, tone = SIGNS[name]
            pieces.insert(0, Sign(desk, sign, tone, 14))
        row(*pieces, on=self, gap=desk.px(4))
