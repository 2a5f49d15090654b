"""What a charter that is being written says of meetings: quorum, notice, speaking, terms, who carries out."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from facilitator.desk.bodies.rulebox import choice_of
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.bodies.thresholds import Thresholds
from facilitator.desk.bodies.wordsfield import WordsField
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, words
from facilitator.rules.charter import Base, Charter, QuorumLost, SpeakingLimits, Threshold
from facilitator.rules.charter_check import PRESENCE_BASES
from facilitator.words.tongue import mark

NUMBERS: tuple[tuple[str, str, int], ...] = (
    ("notice_days", mark("Notice before a meeting, in days"), 365),
    ("seconds", mark("A speech at most, in seconds"), 7200),
    ("speeches", mark("Speeches of each on a motion"), 99),
    ("term_months", mark("Term of office, in months"), 600),
    ("alternates", mark("Alternates at most"), 1000),
)
"""Field, words, most; 0 stands for "not specified" or "not limited"."""
STEPS = {"seconds": 30, "term_months": 12}


class MeetingBox(QWidget):
    """`read` puts what stands here into a charter."""

    changed = Signal()

    def __init__(self, desk: Desk, charter: Charter) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.quorum = Thresholds(
            desk, "editor.quorum", tuple(PRESENCE_BASES), least=0, more=t("So many must be present"),
            first=Threshold(share="1/2", base=Base.IN_OFFICE, strict=True),
        )  # fmt: skip
        self.quorum.show_thresholds(charter, charter.quorum)
        lost = charter.quorum_lost
        self.lost = choice_of(desk, QuorumLost, lost, "editor.lost", t("Without a quorum"))
        self.second = QCheckBox(t("A motion needs a second"))
        self.second.setObjectName("editor.second")
        self.second.setChecked(charter.second_required)
        self.executor = WordsField(
            desk, t("Who carries decisions out"), "editor.executor", charter.executor
        )
        self.numbers: dict[str, Stepper] = {}
        grid = self._grid(charter)
        executor = words(t("Who carries decisions out"), "caption")
        column(
            words(t("Quorum"), "strong"), self.quorum, self.lost,
            words(t("Meetings; 0 stands for “not specified”"), "strong"), grid, self.second,
            executor, self.executor,
            on=self, gap=px(8),
        )  # fmt: skip
        self.quorum.changed.connect(self._tell)
        self.executor.changed.connect(self.changed)
        self.lost.activated.connect(lambda: self.changed.emit())
        self.second.toggled.connect(lambda: self.changed.emit())
        self._tell_lost()

    def read(self, charter: Charter) -> Charter:
        """The charter with what stands here."""
        executor = self.executor.words()
        limits = SpeakingLimits(
            seconds=self.numbers["seconds"].value, speeches=self.numbers["speeches"].value
        )
        return msgspec.structs.replace(
            charter,
            quorum=self.quorum.thresholds(),
            quorum_lost=QuorumLost(self.lost.currentData()),
            second_required=self.second.isChecked(),
            notice_days=self.numbers["notice_days"].value,
            term_months=self.numbers["term_months"].value,
            alternates=self.numbers["alternates"].value,
            speaking=limits,
            executor=executor if executor.zh or executor.en else None,
        )

    def name_groups(self, charter: Charter) -> None:
        """Call the groups what they are called now."""
        self.quorum.name_groups(charter)

    def show_other(self, on: bool) -> None:
        """Show the field for the other language, or hide it."""
        self.executor.show_other(on)

    def _grid(self, charter: Charter) -> QGridLayout:
        t, px = self._desk.t, self._desk.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        for at, (field, said, most) in enumerate(NUMBERS):
            holder = charter.speaking if field in ("seconds", "speeches") else charter
            stepper = Stepper(self._desk, t(said), f"editor.{field}", step=STEPS.get(field, 1))
            stepper.set_limits(0, most)
            stepper.set_value(getattr(holder, field))
            stepper.setFixedWidth(px(128))
            stepper.changed.connect(lambda: self.changed.emit())
            self.numbers[field] = stepper
            grid.addWidget(words(t(said), "caption", wrap=True), at, 0)
            grid.addWidget(stepper, at, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _tell(self) -> None:
        self._tell_lost()
        self.changed.emit()

    def _tell_lost(self) -> None:
        self.lost.setVisible(bool(self.quorum.thresholds()))
