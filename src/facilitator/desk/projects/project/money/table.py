"""The lines of the budget as a table: planned, spent, left, and whether the receipts are there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import line, words
from facilitator.rounds.budgeted import Budgeted, by_line
from facilitator.rounds.proposal import Own
from facilitator.rounds.spending import Spending
from facilitator.words.figures import airy, money
from facilitator.words.rounds import round_title

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
TOP = Qt.AlignmentFlag.AlignTop


class Sheet(QWidget):
    """Rows of cells under heads: the first cell takes the room, the others stand at the right."""

    def __init__(self, desk: Desk, name: str, heads: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(desk.px(16))
        self._grid.setVerticalSpacing(desk.px(6))
        self._grid.setColumnStretch(0, 1)
        self.setLayout(self._grid)
        self._rows = 0
        self.add_row([words(one, "small") for one in heads])

    def add_row(self, cells: Sequence[QLabel]) -> None:
        """One more row, under a hair line."""
        if self._rows:
            self._grid.addWidget(line(), self._rows, 0, 1, -1)
            self._rows += 1
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, self._rows, column, RIGHT if column else TOP)
        self._rows += 1


def budget_table(desk: Desk, lines: Sequence[tuple[str, int]], spent: Sequence[Spending]) -> Sheet:
    """Every line with what was spent on it; below them what was spent on anything else, and the sums."""
    t, lang = desk.t, desk.lang
    heads = (
        t.within("money", "Line"),
        t.within("money", "Planned"),
        t.within("money", "Spent"),
        t.within("money", "Left"),
        t.within("money", "Receipts"),
    )
    made = Sheet(desk, "money.table", heads)
    found = by_line(spent, lines)
    for one in found:
        made.add_row(_line(desk, one))
    planned, out = sum(fen for _, fen in lines), sum(one.fen for one in spent)
    sums = [words(t.within("column", "Total"), "strong")]
    sums += [words(airy(money(fen, lang)), "strong") for fen in (planned, out)]
    made.add_row([*sums, _left(desk, planned - out, "strong"), words("")])
    return made


def _line(desk: Desk, one: Budgeted) -> list[QLabel]:
    t, lang = desk.t, desk.lang
    named = one.what or t("no line named")
    what = named if one.planned is not None else t("{line} (not planned)", line=named)
    planned = money(one.planned, lang) if one.planned is not None else "—"
    proof = words("—", tone="soft")
    if one.spent:
        proof = words("✓ " + t.within("receipts", "there"), "small", "good")
    if one.unproved:
        proof = words(airy(t("{sum} missing", sum=money(one.unproved, lang))), "small", "warn")
    return [
        words(airy(what), wrap=True),
        words(airy(planned)),
        words(airy(money(one.spent, lang))),
        _left(desk, one.left),
        proof,
    ]


def _left(desk: Desk, fen: int, kind: str = "") -> QLabel:
    """What is left; more than was planned is said, and not by a sign alone."""
    if fen >= 0:
        return words(airy(money(fen, desk.lang)), kind)
    return words(airy(desk.t("{sum} over", sum=money(-fen, desk.lang))), kind, "warn")


def own_table(desk: Desk, own: Sequence[Own], spent: Sequence[Spending]) -> Sheet:
    """What the place promised to bring, by line, and what was noted of it so far."""
    t, lang = desk.t, desk.lang
    heads = (t.within("money", "Line"), t.within("money", "Promised"), t.within("money", "Spent"))
    made = Sheet(desk, "money.own", heads)
    kinds = {one.what: round_title(one.kind, lang) for one in own}
    for one in by_line(spent, [(it.what, it.fen) for it in own]):
        kind = kinds.get(one.what, "")
        named = one.what or t("no line named")
        said = f"{named} · {kind}" if kind else t("{line} (not planned)", line=named)
        promised = money(one.planned, lang) if one.planned else "—"
        paid = money(one.spent, lang) if one.spent else "—"
        made.add_row([words(airy(said), wrap=True), words(airy(promised)), words(airy(paid))])
    return made
