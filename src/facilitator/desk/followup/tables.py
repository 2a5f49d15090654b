"""What the tables of calls and of matters that came in share: a list, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.footrow import FootRow
from facilitator.desk.followup.head import Empty
from facilitator.desk.followup.matters import DETAIL, LIST
from facilitator.desk.followup.records import Record, RecordView
from facilitator.desk.followup.rows import Head
from facilitator.desk.widgets import Button, card, clear, column, line, row, scrolling, words
from facilitator.words.figures import airy


class Table(QWidget):
    """Fill `head` above the list; `body` holds the chosen one, `foot` what can be done with it."""

    def __init__(self, desk: Desk, name: str, title: str) -> None:
        super().__init__()
        self.desk = desk
        px = desk.px
        self.view = RecordView(desk, f"{name}.list", title)
        self.view.chosen.connect(self.show_one)
        self.view.entered.connect(self._to_foot)
        self.head = row(gap=px(8))
        self._none = Empty(desk, f"{name}.none")
        self._left = QWidget()
        column(self.head, self.view, self._none, on=self._left, gap=px(12))
        inner = QWidget()
        self.body = column(on=inner, margins=(px(16), px(12), px(16), px(12)), gap=px(12))
        self._area = scrolling(inner)
        self._area.setAccessibleName(title)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.foot = FootRow(desk)
        self._right = card(name=f"{name}.detail")
        column(self._area, self.foot, on=self._right, margins=1, gap=0).setStretch(0, 1)
        row(self._left, self._right, on=self, gap=px(16)).setStretch(1, 1)

    def show_rows(self, rows: Sequence[Head | Record], none: str) -> None:
        """Show these; `none` is said where there are none."""
        self._none.say(none)
        self._none.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._right.setVisible(bool(rows))
        self.view.show_records(rows)

    def show_one(self, key: str) -> None:
        """Show the record of that key at the right."""
        raise NotImplementedError

    def say(self, top: str, title: str, marks: Sequence[QWidget] = ()) -> None:
        """Begin the right side anew: a quiet line with marks, the title, a line."""
        clear(self.body)
        head = row(words(airy(top), tone="soft", wrap=True), *marks, gap=self.desk.px(8))
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(words(airy(title), "motion", wrap=True))
        self.body.addWidget(line())

    def _to_foot(self) -> None:
        """Enter leads to the last button, which is what comes next."""
        buttons = [one for one in self.foot.findChildren(Button) if one.isEnabled()]
        if buttons:
            buttons[-1].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() - self.desk.px(16)
        self._left.setFixedWidth(round(wide * LIST / (LIST + DETAIL)))
