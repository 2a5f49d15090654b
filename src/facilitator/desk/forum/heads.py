"""How many people are here, typed or counted up: in a panel from the strip, and large at the opening."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, row, words
from facilitator.meeting.forum.interest import MOST_HEADS
from facilitator.meeting.forum.rounds import CountHeads, people_here


def heads_field(desk: Desk, name: str, says: str, kind: type[QSpinBox] = QSpinBox) -> QSpinBox:
    """A field for a number of people."""
    field = kind()
    field.setObjectName(name)
    field.setAccessibleName(says)
    field.setRange(0, MOST_HEADS)
    field.setMinimumWidth(desk.px(120))
    return field


class HeadsPanel(Panel):
    """Counts the people in the room anew; the list by name is one click away."""

    list_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("How many people are here"), parent, width=440)
        self.setObjectName("heads")
        self.meeting_id = meeting
        one = desk.session.meeting(meeting)
        self.field = heads_field(desk, "heads.number", t("People here"))
        self.field.setValue(people_here(one))
        self.field.selectAll()
        more = [self._more(step) for step in (1, 10)]
        self.body.addLayout(row(self.field, *more, None, gap=desk.px(8)))
        self.body.addWidget(
            words(
                t("A later count stands for an earlier one; both stay in the record."),
                "small",
                wrap=True,
            )
        )
        by_name = button(t("Sign in by name…"), "link", name="heads.list")
        by_name.clicked.connect(self._go_to_list)
        self.body.addLayout(row(by_name, None))
        self.finish(t("Count"), self._send, name="heads.done")
        self.field.setFocus()

    def _more(self, step: int) -> QWidget:
        made = button(f"+{step}", name=f"heads.more.{step}")
        made.setAccessibleName(self.desk.t.many("{n} person more", "{n} people more", step))
        made.clicked.connect(lambda: self.field.setValue(self.field.value() + step))
        return made.quick()

    def _go_to_list(self) -> None:
        self.reject()
        self.list_wanted.emit()

    def _send(self) -> None:
        self.send(CountHeads(meeting=self.meeting_id, heads=self.field.value()))
