"""What the record says under the item of a decision: lines with the words that were looked for come first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.decisions.known import Reading
from facilitator.desk.decisions.marking import MarkedWords
from facilitator.desk.desk import Desk
from facilitator.desk.papers.going import go_to_paper
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.ground import paint_bar
from facilitator.searching import Kind, Marked
from facilitator.words.figures import airy

FEW, MANY = 6, 40
"""Lines shown beside a decision; of a topic's own minutes, more."""


class _Beside(QFrame):
    """Lines behind an upright bar: they are a quotation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_bar(self, self._desk.px(4), 0, self._desk.theme.color("edge"))


def extract_of(desk: Desk, reading: Reading, mark: Callable[[str], Marked]) -> QWidget | None:
    """The lines; None where nothing was written."""
    if not reading.lines:
        return None
    t, px = desk.t, desk.px
    made = _Beside(desk)
    made.setObjectName("decision.extract")
    head = words(t("From the minutes"), "strong", "soft")
    box = column(head, on=made, margins=(px(16), 0, 0, 0), gap=px(2))
    marked = [mark(airy(text)) for text in reading.lines]
    shown = chosen(marked, MANY if reading.which.sort is Kind.ITEM else FEW)
    for one in shown:
        text = MarkedWords(desk.theme)
        text.show_marked(one)
        box.addWidget(text)
    if rest := len(marked) - len(shown):
        said = t.many("{n} line more in the record", "{n} lines more in the record", rest)
        more = button(airy(said), "link", "tiny", name="decision.extract.all")
        more.clicked.connect(lambda: go_to_paper(desk, reading.meeting.id, "record"))
        box.addLayout(row(more, None))
    return made


def chosen(lines: Sequence[Marked], most: int) -> list[Marked]:
    """At most so many, in their order: first those in which something is marked, then from the beginning."""
    order = sorted(range(len(lines)), key=lambda place: (not lines[place].marks, place))[:most]
    return [lines[place] for place in sorted(order)]
