"""The live sum of the lines beside the total that was typed, and what the place brings on top of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.proposal.fill import fen_or_none
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.words import retone
from facilitator.words.figures import airy, money


class Sums(QFrame):
    """`read` gives the sums of the lines and of what the place brings; `own` is the line for the latter."""

    def __init__(self, desk: Desk, budget_fen: int, read: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk, self._budget, self._read = desk, budget_fen, read
        self.setProperty("look", "sunken")
        self.sum = words("", "strong", name="propose.sum")
        self.total = QLineEdit()
        self.total.setObjectName("propose.total")
        self.total.setFixedWidth(px(180))
        label = words(t("{head} (needed)", head=t("Total as the paper says, in yuan")))
        label.setBuddy(self.total)
        self.total.setAccessibleName(label.text())
        self.says = words("", wrap=True, name="propose.says")
        self.whole = words("", tone="warn", wrap=True, name="propose.whole")
        self.own = words("", "secondary", name="propose.own.sum")
        line = row(self.sum, None, label, self.total, gap=px(8))
        column(line, self.says, self.whole, on=self, margins=px(12), gap=px(4))

    def tell(self) -> None:
        """Read the sums, and say whether they agree."""
        t, lang = self._desk.t, self._desk.lang
        lines, own = self._read()
        self.sum.setText(airy(t("Sum of the lines: {sum}", sum=money(lines, lang))))
        said, tone = self._agrees(lines)
        self.says.setText(airy(said))
        retone(self.says, tone=tone)
        above = bool(self._budget) and lines > self._budget
        told = t(
            "This is more than the whole budget of the round, {budget}.",
            budget=money(self._budget, lang),
        )
        self.whole.setText(airy(told) if above else "")
        self.whole.setVisible(above)
        self.own.setText(
            airy(
                t(
                    "Own contribution in all: {own} · cost in all: {cost}",
                    own=money(own, lang),
                    cost=money(lines + own, lang),
                )
            )
        )

    def _agrees(self, lines: int) -> tuple[str, str]:
        t, lang = self._desk.t, self._desk.lang
        fen = fen_or_none(self.total.text())
        if fen is None:
            return t("no amount of money"), "bad"
        if not self.total.text().strip():
            return t("Type it here, so that a line that was forgotten is noticed."), "soft"
        if fen == lines:
            return "✓ " + t("Lines and total agree."), "good"
        off = money(abs(fen - lines), lang)
        if fen > lines:
            return "✗ " + t(
                "The total is {sum} more than the lines: is one missing?", sum=off
            ), "bad"
        return "✗ " + t("The total is {sum} less than the lines: is one too many?", sum=off), "bad"
