"""The head of a round's page: which one it is, its days and money, its views, and what stands out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.forum.segments import Segments
from facilitator.desk.projects.reading import Figures
from facilitator.desk.projects.strip import Strip, facts_of, one_line
from facilitator.desk.widgets import Button, button, chip, clear, column, elided, row
from facilitator.rounds.round import Round
from facilitator.words.figures import airy
from facilitator.words.tongue import mark

BOARD, LIST, ROUND, HISTORY, PAPERS = "board", "list", "round", "history", "papers"
VIEWS = (
    (BOARD, mark("Board")),
    (LIST, mark("List")),
    (ROUND, mark("Money and places")),
    (HISTORY, mark("History")),
    (PAPERS, mark("Papers")),
)
TALL = 620
"""Pixels at 100 % of a window from which there is room for the strip."""


class RoundHead(QWidget):
    """`turned` tells the view that was chosen, `filtered` what the list is to be narrowed to."""

    turned = Signal(str)
    filtered = Signal(str)
    start_wanted = Signal()
    select_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.title = elided("", "title", name="round.title")
        self.under = elided("", "secondary", name="round.under")
        self._chips, self._facts = row(gap=px(8)), row(gap=px(4))
        back = button("", icon=desk.theme.icon("arrow-left"), name="round.back")
        back.setAccessibleName(t("All rounds"))
        back.setToolTip(t("All rounds"))
        back.clicked.connect(lambda: desk.go("projects"))
        self.segments = Segments(desk, name="round")
        self.segments.offer([(key, t(said), "") for key, said in VIEWS])
        self.segments.chosen.connect(self.turned)
        self.start = button(t("Start a project…"), icon=desk.theme.icon("plus"), name="round.start")
        self.start.clicked.connect(self.start_wanted)
        self.select = button("", "soft", name="round.select")
        self.select.clicked.connect(self.select_wanted)
        self.select.setProperty("twin", True)  # of the one at the side
        own(desk, self.start, self.select)
        self._strip = Strip(desk)
        above = row(gap=px(12))
        above.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        named = column(row(self.title, self._chips, None, gap=px(12)), self.under, gap=0)
        above.addLayout(named, 1)
        above.addWidget(self.start)
        above.addWidget(self.select)
        below = row(self.segments, None, self._facts, gap=px(8))
        column(above, self._strip, below, on=self, gap=px(8))
        self._line = self._words = ""
        self._figures: list[Button] = []

    def show_round(self, case: Round, figures: Figures, today: date, select: str) -> None:
        """Show it; `select` is what the pale button says, "" for nothing that it could do."""
        t, begun = self._desk.t, case.round
        self.title.setText(begun.title)
        clear(self._chips)
        if begun.sample:
            self._chips.addWidget(chip(t("Sample"), "sample", name="round.sample"))
        if case.closed is not None:
            self._chips.addWidget(chip(t.within("round", "Closed"), "plain", name="round.closed"))
        self.start.setVisible(case.closed is None)
        self.select.setText(select)
        self.select.setVisible(bool(select))
        facts = facts_of(self._desk, case, figures, today)
        self._strip.show_facts(facts)
        self._words = airy(" · ".join(one for one in (begun.period, begun.host) if one))
        self._line = one_line(facts, self._desk.lang)
        self._show_figures(figures)
        self._fit()

    def _show_figures(self, figures: Figures) -> None:
        """What stands out, each a sign, a number and a word; a click narrows the list to it."""
        t, icon = self._desk.t, self._desk.theme.icon
        clear(self._facts)
        self._figures = []
        found = (
            ("late", figures.late, t.many("{n} overdue", "{n} overdue", figures.late)),
            ("few", figures.few, t.many("{n} asked too few", "{n} asked too few", figures.few)),
            (
                "watched",
                figures.watched,
                t.many("{n} to look at", "{n} to look at", figures.watched),
            ),
        )
        for key, count, said in found:
            if not count:
                continue
            made = button(airy(said), "quiet", "small", name=f"round.{key}")
            bad = key == "late"
            made.setIcon(
                icon("calendar-x" if bad else "triangle-alert", "bad_ink" if bad else "warn_ink")
            )
            made.clicked.connect(lambda _on=False, key=key: self.filtered.emit(key))
            self._facts.addWidget(made)
            self._figures.append(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Folded as it can be."""
        return QSize(self._desk.px(320), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Cells where the window is high and wide enough for them; else one line in the place of the words."""
        px = self._desk.px
        tall = self.window().height() >= px(TALL) and self.width() >= px(720)
        self._strip.setVisible(tall)
        self.under.setText(self._words if tall else self._line)
        self.under.setVisible(bool(self.under.text()))
        left = self.width() - self.segments.sizeHint().width() - px(16)
        for one in self._figures:  # what matters least is left out where there is no room for all
            left -= one.sizeHint().width() + px(4)
            one.setVisible(left >= 0)
