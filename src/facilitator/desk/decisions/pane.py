"""The right side of the page: one decision, or whatever else was found, with everything that is known of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.decisions.card import VoteCard
from facilitator.desk.decisions.extract import extract_of
from facilitator.desk.decisions.kin import kin_of
from facilitator.desk.decisions.known import Block, Chip, Reading
from facilitator.desk.decisions.marking import MarkedWords
from facilitator.desk.decisions.pane_foot import PaneFoot
from facilitator.desk.decisions.reading import read
from facilitator.desk.decisions.story import story_of
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.desk.widgets import card, clear, column, elided, line, row, scrolling, words
from facilitator.searching import Marked, marker
from facilitator.words.figures import airy

TWO = 560
"""Pixels at 100 % from which the links stand beside the story."""


class Pane(QFrame):
    """`wanted` names something else that somebody wants to see here."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.setObjectName("decision")
        self.setProperty("look", "card")
        self.reading: Reading | None = None
        self._which: Which | None = None
        self._words = ""
        self._beside: QBoxLayout | None = None
        self._side_by_side = False
        self._head = column(margins=(px(16), px(12), px(16), px(12)), gap=px(2))
        self._inside = inside = QWidget()
        self._body = column(on=inside, margins=px(16), gap=px(16))
        self._area = scrolling(inside)
        self._area.setObjectName("decision.area")
        self._area.setAccessibleName(desk.t("Decision"))
        self._foot = PaneFoot(desk)
        whole = QWidget()
        column(self._head, line(), self._area, self._foot, on=whole, gap=0).setStretch(2, 1)
        self._nothing = words("", "", "soft", wrap=True, name="decision.nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        column(None, self._nothing, None, on=empty, margins=px(24))
        self._over = QStackedWidget()
        self._over.addWidget(empty)
        self._over.addWidget(whole)
        column(self._over, on=self, margins=1)

    def show_which(self, which: Which | None, typed: str) -> None:
        """Show this, with the words of a search marked; nothing for None."""
        other = which != self._which
        self._which, self._words = which, typed
        self.read()
        if other:
            self._area.verticalScrollBar().setValue(0)

    def read(self) -> None:
        """Read what is shown again."""
        t = self._desk.t
        if self._which is None:
            self._say(
                t(
                    "What can be found: decisions, motions, topics and minutes of meetings; topics, reports "
                    "and action groups of forums; projects; what became of it all. Words with a space "
                    "between them have all to be there."
                )
            )
            return
        try:
            self.reading = read(self._desk, self._which)
        except (RuleViolation, Trouble) as wrong:
            self._say(self._desk.sentence(wrong))
            return
        self._show(self.reading)
        self._over.setCurrentIndex(1)

    def take_keys(self) -> None:
        """Give the keys to the text: it scrolls, and its buttons come next."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the links stand under the story."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self, text: str) -> None:
        self.reading = None
        self._nothing.setText(text)
        self._over.setCurrentIndex(0)

    def _show(self, reading: Reading) -> None:
        mark = marker(self._words).mark
        if any(one.hasFocus() for one in self._inside.findChildren(QWidget)):
            self.take_keys()  # what has them is about to go
        clear(self._head)
        clear(self._body)
        self._show_head(reading, mark)
        for block in reading.blocks:
            self._body.addWidget(self._block(block, mark))
        if reading.poll is not None and (outcome := reading.poll.outcome) is not None:
            vote = VoteCard(self._desk, reading.meeting, reading.poll, outcome)
            vote.fit(self._area.viewport().width() - 2 * self._desk.px(16))
            self._body.addWidget(vote)
        self._show_after(reading)
        if (extract := extract_of(self._desk, reading, mark)) is not None:
            self._body.addWidget(extract)
        self._body.addStretch(1)
        self._foot.show_reading(reading)
        self._arrange()

    def _show_after(self, reading: Reading) -> None:
        """What became of it, and beside it the other decisions that it is tied to."""
        story = story_of(self._desk, reading)
        kin = kin_of(self._desk, reading, self.wanted.emit, self)
        self._beside = row(gap=self._desk.px(16))
        self._side_by_side = bool(reading.kindred)
        for stretch, piece in ((1, story), (0, kin)):
            if piece is not None:
                self._beside.addWidget(piece, stretch, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(self._beside)

    def _show_head(self, reading: Reading, mark: Callable[[str], Marked]) -> None:
        px = self._desk.px
        facts = elided(airy("   ".join(reading.head)), "secondary", name="decision.head")
        top = row(facts, gap=px(8))
        top.setStretch(0, 1)
        if reading.chip.text:
            chip = MarkLabel(self._desk.theme, _mark_of(reading.chip), name="decision.state")
            top.addWidget(chip)
        self._head.addLayout(top)
        if reading.title:
            title = MarkedWords(self._desk.theme, "value", leading=1.5, name="decision.title")
            title.show_marked(mark(airy(reading.title)))
            self._head.addWidget(title)

    def _block(self, block: Block, mark: Callable[[str], Marked]) -> QWidget:
        text = MarkedWords(self._desk.theme, "", name="" if block.head else "decision.text")
        text.show_marked(mark(airy(block.text)))
        if not block.head:
            return text
        made = card("plain-row")
        column(words(block.head, "strong", "soft"), text, on=made, gap=self._desk.px(2))
        return made

    def _arrange(self) -> None:
        if self._beside is not None:
            narrow = self.width() < self._desk.px(TWO) or not self._side_by_side
            down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._beside.setDirection(down if narrow else right)


def _mark_of(chip: Chip) -> Mark:
    return Mark(airy(chip.text), chip.sign, chip.look)
