"""Fields that the forms of this room share: a label above, days that may be left open, amounts of weight."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.bodies.roster import read_day
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, words
from facilitator.desk.widgets.elided import tip
from facilitator.words.figures import scaled

USUAL_MONTHS = 36
"""How long a term is taken to be where a day after its beginning is shown as an example."""


def labelled(desk: Desk, said: str, field: QWidget, note: str = "") -> QVBoxLayout:
    """A field under its label, which also names it to those who cannot see; a note below."""
    label = words(said, "caption", wrap=True)
    label.setBuddy(field)
    field.setAccessibleName(said)
    box = column(label, field, gap=desk.px(4))
    if note:
        field.setAccessibleDescription(note)
        box.addWidget(words(note, "small", wrap=True))
    return box


def text_field(name: str, text: str = "", hint: str = "") -> QLineEdit:
    """A line to type in."""
    field = QLineEdit(text)
    field.setObjectName(name)
    field.setPlaceholderText(hint)
    return field


def choice(name: str, *, least: int = 8) -> QComboBox:
    """A choice that may be narrower than its words; what is cut stands in its tool tip."""
    made = QComboBox()
    made.setObjectName(name)
    made.setMaxVisibleItems(16)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(least)
    made.currentTextChanged.connect(lambda text: tip(made, text))
    return made


class DayField(QLineEdit):
    """A day as people write it (2026-9-1, 2026/9/1, 2026年9月1日), or nothing; shown as 2026-09-01.

    Empty, it shows how a day is written by one that could be meant: `near`.
    """

    def __init__(self, desk: Desk, name: str, field: str, day: date | None, near: date) -> None:
        super().__init__()
        self._field = field
        self.setObjectName(name)
        self.setPlaceholderText(desk.t("such as {day}", day=near.isoformat()))
        self.show_day(day)
        self.editingFinished.connect(self._tidy)
        self.textEdited.connect(lambda: self._mark(False))

    def show_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(day.isoformat() if day is not None else "")
        self._mark(False)

    def day(self) -> date | None:
        """The day; refused (`not-a-date`) when what stands there is none."""
        return read_day(self.text().strip(), self._field)

    def _tidy(self) -> None:
        try:
            self.show_day(self.day())
        except RuleViolation:
            self._mark(True)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


def end_of_term(since: date, months: int) -> date:
    """The last day of so many months from a day on."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(since.day, last)) - timedelta(days=1)


def weight_of(text: str, unit: str) -> int:
    """So much of the unit that people know, as a whole number of the charter's: 86.5 m² are 8,650.

    Refused: `not-a-number`.
    """
    bare = text.strip().replace(",", "").replace("，", "")
    one = Fraction(scaled(1, unit)[0])
    plain = bare.replace(".", "", 1)
    if plain.isascii() and plain.isdigit() and len(bare) <= 14:
        number = Fraction(bare) / one
        if number.denominator == 1:
            return int(number)
    raise RuleViolation("not-a-number", field="weight", value=text[:40])
