"""How the forum comes to a point: dots, or the space opened again; each explained in a sentence or two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSpinBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import MOST_EACH, MOST_PEOPLE, ChooseWay, Way
from facilitator.meeting.forum.rounds import people_here
from facilitator.words.figures import airy

USUAL = 5
"""Dots a person usually has."""


class Ways(QWidget):
    """Two cards side by side. `chosen` when one was taken, or the choice was left as it is."""

    chosen = Signal()

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        px = desk.px
        self._said = words("", wrap=True, tone="bad", name="ways.said")
        self._box = card("bad")
        row(self._said, on=self._box, margins=px(10))
        self._box.hide()
        self._keep = button(desk.t("Leave it as it is"), name="ways.keep")
        self._keep.clicked.connect(self.chosen)
        both = row(self._dots(), self._reopen(), gap=px(16))
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        title = words(desk.t("How do people come to a point?"), "item", wrap=True)
        column(title, both, self._box, row(self._keep, None), None, on=self, gap=px(16))
        self.setFocusProxy(self._each)

    def show_meeting(self, meeting: Meeting) -> None:
        """Offer what was chosen before, else what is usual for those who are here."""
        focus = meeting.convergence
        self._each.setValue(focus.each or USUAL)
        self._people.setValue(focus.people or people_here(meeting) or 1)
        self._keep.setVisible(focus.way is not None)
        self._box.hide()

    def say(self, notice: Notice) -> None:
        """Tell why it was not chosen."""
        self._said.setText(notice.text)
        self._box.show()

    def _dots(self) -> QFrame:
        t, px, frame = self.desk.t, self.desk.px, card("accent")
        self._each = self._number("ways.each", t("Dots for each person"), MOST_EACH)
        self._people = self._number("ways.people", t("People with dots"), MOST_PEOPLE)
        self._sum = words("", "lead", name="ways.sum")
        for one in (self._each, self._people):
            one.valueChanged.connect(self._say_sum)
        go = button(t("Begin with dots"), "primary", name="ways.dots")
        go.clicked.connect(lambda: self._choose(Way.DOTS))
        fields = row(gap=px(8))
        for field in (self._each, self._people):
            label = words(field.accessibleName())
            label.setBuddy(field)
            inner = column(label, field, gap=px(4))
            fields.addLayout(inner)
        fields.addStretch(1)
        column(
            words(t.within("focus", "Dots"), "item"),
            words(
                t(
                    "Everybody gets the same number of dots and puts them on the topics that are to go on, "
                    "several on one if they like. Nobody wins or loses: every topic stays in the book."
                ),
                wrap=True,
            ),
            fields,
            self._sum,
            None,
            row(go, None),
            on=frame,
            margins=px(20),
            gap=px(12),
        )
        return frame

    def _reopen(self) -> QFrame:
        t, px, frame = self.desk.t, self.desk.px, card()
        go = button(t("Open the space again"), name="ways.reopen")
        go.clicked.connect(lambda: self._choose(Way.REOPEN))
        column(
            words(t("Without votes: open the space again"), "item", wrap=True),
            words(
                t(
                    "Whoever wants to go on with something posts it once more, this time as something to do. "
                    "What nobody takes up rests. There are no dots then."
                ),
                wrap=True,
            ),
            None,
            row(go, None),
            on=frame,
            margins=px(20),
            gap=px(12),
        )
        return frame

    def _number(self, name: str, says: str, most: int) -> QSpinBox:
        made = QSpinBox()
        made.setObjectName(name)
        made.setAccessibleName(says)
        made.setRange(1, most)
        # The sheet's padding does not reach a field with steps.
        made.lineEdit().setTextMargins(self.desk.px(8), 0, 0, 0)
        made.setFixedWidth(self.desk.px(120))
        steady(made)
        return made

    def _say_sum(self) -> None:
        t, n = self.desk.t, self._each.value() * self._people.value()
        self._sum.setText(airy(t.many("That makes {n} dot", "That makes {n} dots", n)))

    def _choose(self, way: Way) -> None:
        dots = way is Way.DOTS
        for one in (self._each, self._people):
            one.interpretText()
        focus = self.desk.session.meeting(self.meeting_id).convergence
        as_it_is = (self._each.value(), self._people.value()) == (focus.each, focus.people)
        if focus.way is way and (as_it_is or not dots):
            self.chosen.emit()
            return
        command = ChooseWay(
            meeting=self.meeting_id,
            way=way,
            each=self._each.value() if dots else 0,
            people=self._people.value() if dots else 0,
        )
        if self.desk.do(command, say=self.say):
            self.chosen.emit()
