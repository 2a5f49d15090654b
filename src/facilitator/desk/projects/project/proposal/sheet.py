"""A revision of a proposal to be read, in the order of the printed form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, line, row, words
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import ProposalSubmitted
from facilitator.words.aftermath import near
from facilitator.words.figures import airy, money
from facilitator.words.rounds import round_title

Cells = Sequence[str]
RIGHT = Qt.AlignmentFlag.AlignRight
TOP = Qt.AlignmentFlag.AlignTop


class Sheet:
    """Puts one revision into a card: needs, goals, steps, risks, money, upkeep."""

    def __init__(self, desk: Desk, case: Project, one: ProposalSubmitted) -> None:
        self._desk, self._case, self._one = desk, case, one

    def write(self, box: QVBoxLayout) -> None:
        """Add everything below each other."""
        t = self._desk.t
        self._facts(box)
        self._needs(box)
        self._part(box, t("Goals"), self._numbered(self._one.goals))
        self._part(box, t("Steps, each with somebody who takes it"), self._steps())
        self._part(box, t("What may go wrong, and what is done then"), self._risks())
        self._part(box, t("Budget"), self._budget())
        self._part(box, t("Who keeps it up afterwards"), self._told(self._one.upkeep))

    def _facts(self, box: QVBoxLayout) -> None:
        """The three sums, and the days."""
        t, lang, one, px = self._desk.t, self._desk.lang, self._one, self._desk.px
        today = self._desk.now().date()
        facts = [(t.within("proposal", "Asked for"), money(one.asked_fen, lang))]
        if one.own:
            facts.append((t.within("proposal", "Own"), money(one.own_fen, lang)))
            facts.append((t("Cost in all"), money(one.cost_fen, lang)))
        facts.append((t.within("proposal", "Drafted"), near(one.drafted_on, today, lang)))
        if one.on:
            facts.append((t.within("proposal", "Handed in"), near(one.on, today, lang)))
        made = row(gap=px(32))
        for n, (head, said) in enumerate(facts):
            value = words(airy(said), "value" if n == 0 else "strong")
            made.addLayout(column(words(head, "small"), None, value, gap=px(2)))
        made.addStretch(1)
        box.addLayout(made)

    def _needs(self, box: QVBoxLayout) -> None:
        t, noted = self._desk.t, needs_of(self._case).needs
        named = [need.text for need in noted if need.entry in self._one.needs]
        self._part(box, t("What need it answers"), self._numbered(named))

    def _part(self, box: QVBoxLayout, head: str, inner: QWidget) -> None:
        box.addWidget(line())
        box.addWidget(words(head, "strong"))
        box.addWidget(inner)

    def _told(self, text: str) -> QWidget:
        t = self._desk.t
        return words(airy(text) if text else t("Not said."), tone="" if text else "soft", wrap=True)

    def _numbered(self, texts: Sequence[str]) -> QWidget:
        if not texts:
            return self._told("")
        return self._table((), [(str(n), text) for n, text in enumerate(texts, 1)], (0, 1))

    def _steps(self) -> QWidget:
        t, lang, today = self._desk.t, self._desk.lang, self._desk.now().date()
        heads = (
            "",
            t.within("step", "What"),
            t.within("proposal", "Who"),
            t.within("step", "Done by (day)"),
        )
        rows = [
            (str(n), one.what, one.who, near(one.by, today, lang) if one.by else "–")
            for n, one in enumerate(self._one.steps, 1)
        ]
        return self._table(heads, rows, (0, 6, 3, 2))

    def _risks(self) -> QWidget:
        t = self._desk.t
        if not self._one.risks:
            return self._told("")
        heads = (
            "",
            t.within("proposal", "Risk"),
            t.within("proposal", "Answer"),
            t.within("proposal", "Who"),
        )
        rows = [
            (str(n), one.what, one.answer, one.who or "–")
            for n, one in enumerate(self._one.risks, 1)
        ]
        return self._table(heads, rows, (0, 4, 5, 2))

    def _budget(self) -> QWidget:
        """What is asked for with its sum; apart from it what the place brings, and both together."""
        t, lang, one = self._desk.t, self._desk.lang, self._one
        heads = (
            "",
            t.within("proposal", "What for"),
            t.within("proposal", "How reckoned"),
            t.within("proposal", "Amount"),
        )
        rows: list[Cells] = [
            (str(n), it.what, it.how, money(it.fen, lang)) for n, it in enumerate(one.budget, 1)
        ]
        bold = {len(rows)}
        rows.append(("", t("Asked for in all"), "", money(one.asked_fen, lang)))
        if one.own:
            bold.add(len(rows))
            rows.append(("", t("Own contribution"), "", ""))
            for n, it in enumerate(one.own, 1):
                kind = round_title(it.kind, lang)
                rows.append((str(n), it.what, kind, self._worth(it.fen)))
            bold |= {len(rows), len(rows) + 1}
            rows.append(("", t("Own contribution in all"), "", money(one.own_fen, lang)))
            rows.append(("", t("Cost in all"), "", money(one.cost_fen, lang)))
        return self._table(heads, rows, (0, 5, 4, 2), bold=bold, right=3)

    def _worth(self, fen: int) -> str:
        return money(fen, self._desk.lang) if fen else self._desk.t("not reckoned")

    def _table(
        self,
        heads: Cells,
        rows: Sequence[Cells],
        stretch: Sequence[int],
        *,
        bold: set[int] | None = None,
        right: int = -1,
    ) -> QWidget:
        """Words in columns; the first one numbers the rows."""
        px, held = self._desk.px, QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.setColumnMinimumWidth(0, px(20))
        for n, wide in enumerate(stretch):
            grid.setColumnStretch(n, wide)
        for n, head in enumerate(heads):
            side = RIGHT if n == right else Qt.AlignmentFlag.AlignLeft
            if head:
                grid.addWidget(words(head, "small"), 0, n, side)
        for at, cells in enumerate(rows, 1):
            strong = "strong" if bold and at - 1 in bold else ""
            for n, cell in enumerate(cells):
                if not cell:
                    continue
                label = words(
                    airy(cell), strong, "soft" if n == 0 else "", wrap=n not in (0, right)
                )
                if n == right:
                    grid.addWidget(label, at, n, RIGHT | TOP)
                else:
                    label.setAlignment(TOP)
                    grid.addWidget(label, at, n)
        return held
