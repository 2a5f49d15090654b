"""Conditions of a rule or a quorum: a share of a base, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from facilitator.desk.bodies.fields import choice
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, clear, column, row
from facilitator.rules.charter import Base, Charter, Measure, Threshold
from facilitator.words.titles import title

SHARES = ("1/2", "2/3", "3/4", "4/5", "1/1")


class ThresholdRow(QWidget):
    """One share of one base: at least or more than, of whom, of everybody or of a group."""

    changed = Signal()

    def __init__(
        self, desk: Desk, charter: Charter, bases: Iterable[Base], one: Threshold, name: str
    ) -> None:
        super().__init__()
        self._desk = desk
        self._one = one
        t = desk.t
        self.share = QComboBox()
        self.share.setEditable(True)
        self.share.addItems(list(SHARES))
        self.share.setCurrentText(one.share)
        pattern = QRegularExpression(r"[1-9][0-9]{0,3}/[1-9][0-9]{0,3}")
        self.share.setValidator(QRegularExpressionValidator(pattern, self.share))
        self.strict = _choice({False: t("at least"), True: t("more than")}, one.strict)
        bases = {*bases, one.base}
        self.base = _choice({b: title(b, desk.lang) for b in Base if b in bases}, one.base)
        groups = {"": t("of the whole body"), "each": t("in each group")}
        groups |= {g.key: g.title.text(desk.lang) for g in charter.groups}
        self.group = _choice(groups, one.group)
        measures = {m: title(m, desk.lang) for m in Measure}
        self.measure = _choice(measures, one.measure) if charter.weight_unit else None
        named = (
            (self.group, "group", t("Of whom")),
            (self.base, "base", t("Base")),
            (self.strict, "strict", t("At least the share, or more than it")),
            (self.share, "share", t("Share")),
        )
        for field, what, label in named:
            field.setObjectName(f"{name}.{what}")
            field.setAccessibleName(label)
        if self.measure is not None:
            self.measure.setObjectName(f"{name}.measure")
            self.measure.setAccessibleName(t("Counted"))
        self.remove = button("", "quiet", "small", icon=desk.theme.icon("x"), name=f"{name}.remove")
        self.remove.setAccessibleName(t("Remove this condition"))
        self.remove.setToolTip(t("Remove this condition"))
        whom = row(self.group, self.base, gap=desk.px(8))
        much: list[QWidget | None] = [self.strict, self.share]
        much += [self.measure] if self.measure is not None else []
        column(whom, row(*much, self.remove, None, gap=desk.px(8)), on=self, gap=desk.px(4))
        self.share.setFixedWidth(desk.px(92))
        for combo in (self.strict, self.base, self.group, self.measure):
            if combo is not None:
                combo.activated.connect(lambda: self.changed.emit())
        self.share.currentTextChanged.connect(lambda: self.changed.emit())

    def name_groups(self, charter: Charter) -> None:
        """Call the groups what they are called now."""
        for at, group in enumerate(charter.groups, 2):
            if self.group.itemText(at) != (said := group.title.text(self._desk.lang)):
                self.group.setItemText(at, said)

    def threshold(self) -> Threshold:
        """What stands there; a share that is being typed is still the one before."""
        text = self.share.currentText().replace(" ", "")
        share = text if _is_share(text) else self._one.share
        return Threshold(
            share=share,
            base=Base(self.base.currentData()),  # Qt keeps text enums as plain text
            strict=self.strict.currentData(),
            measure=Measure(self.measure.currentData()) if self.measure else Measure.HEADS,
            group=self.group.currentData(),
        )


class Thresholds(QWidget):
    """Several of them, all to be met; at least `least`."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        name: str,
        bases: Collection[Base],
        *,
        least: int,
        more: str,
        first: Threshold,
    ) -> None:
        super().__init__()
        self._desk, self._name, self._bases, self._least = desk, name, bases, least
        self._first = first
        self._rows: list[ThresholdRow] = []
        self._lines = column(gap=desk.px(6))
        add = button(more, "link", "small", name=f"{name}.add")
        add.clicked.connect(self._add)
        column(self._lines, row(add, None), on=self, gap=desk.px(4))

    def show_thresholds(self, charter: Charter, several: Iterable[Threshold]) -> None:
        """Show these."""
        self._charter = charter
        clear(self._lines)
        self._rows = []
        for one in several:
            self._line(one)
        self._limit()

    def name_groups(self, charter: Charter) -> None:
        """Call the groups what they are called now."""
        for one in self._rows:
            one.name_groups(charter)

    def thresholds(self) -> tuple[Threshold, ...]:
        """What stands there now."""
        return tuple(one.threshold() for one in self._rows)

    def _add(self) -> None:
        self._line(self._rows[-1].threshold() if self._rows else self._first)
        self._limit()
        self._rows[-1].share.setFocus()
        self.changed.emit()

    def _line(self, one: Threshold) -> None:
        name = f"{self._name}.{len(self._rows)}"
        made = ThresholdRow(self._desk, self._charter, self._bases, one, name)
        made.changed.connect(self.changed)
        made.remove.clicked.connect(lambda: self._drop(made))
        self._rows.append(made)
        self._lines.addWidget(made)

    def _drop(self, one: ThresholdRow) -> None:
        self._rows.remove(one)
        one.hide()
        one.deleteLater()
        self._limit()
        self.changed.emit()

    def _limit(self) -> None:
        """The last one that is needed cannot be removed."""
        t = self._desk.t
        may = len(self._rows) > self._least
        for one in self._rows:
            one.remove.setEnabled(may)
            one.remove.setToolTip(t("Remove this condition") if may else t("One is needed."))


def _choice(choices: Mapping[Any, str], now: object) -> QComboBox:
    made = choice("", least=6)
    for key, said in choices.items():
        made.addItem(said, key)
    keys = [made.itemData(at) for at in range(made.count())]
    made.setCurrentIndex(keys.index(now) if now in keys else 0)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _is_share(text: str) -> bool:
    above, _, below = text.partition("/")
    digits = all(one.isascii() and one.isdigit() and one[0] != "0" for one in (above, below) if one)
    return bool(above and below) and digits and 0 < Fraction(text) <= 1
