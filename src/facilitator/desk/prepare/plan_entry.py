"""One line in which a further item is typed: title, minutes, Enter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.decisions.before import BeforeLine
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.items_panel import fresh_item, minutes_field
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.widgets import button, column
from facilitator.meeting.items import AddItem


class PlanEntry(QWidget):
    """`added` names the item once it is on the agenda.

    What was typed and not yet added is kept with the desk, so that a new look of the window does not lose it.
    """

    added = Signal(str)

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        t = desk.t
        self._desk, self._meeting_id, self._draft = desk, meeting, f"draft.plan.{meeting}"
        self._title = QLineEdit(desk.property(self._draft) or "")
        self._title.setObjectName("plan.title")
        self._title.setAccessibleName(t("Title of a further item"))
        self._title.setPlaceholderText(t("A further item, e.g. lighting of the stairs"))
        self._title.textChanged.connect(self._keep)
        self._minutes = minutes_field(desk, "plan.minutes")
        add = button(t("Add"), icon=desk.theme.icon("plus"), name="plan.add")
        add.clicked.connect(self._add)
        for field in (self._title, self._minutes.lineEdit()):
            field.returnPressed.connect(self._add)
        self.setFocusProxy(self._title)
        fields = TerseRow(desk, self._title, self._minutes, add, fields={self._title: 200})
        self.before = BeforeLine(desk, [self._title], but=meeting, name="plan.before")
        column(fields, self.before, on=self, gap=0)

    def _keep(self, text: str) -> None:
        self._desk.setProperty(self._draft, text)

    def _add(self) -> None:
        """Put what was typed at the end; with nothing typed, go and type."""
        title = self._title.text()
        self._title.setFocus()
        if not title.strip():
            return
        key, minutes = fresh_item(self._desk.session.meeting(self._meeting_id)), self._minutes
        minutes.interpretText()
        command = AddItem(meeting=self._meeting_id, item=key, title=title, minutes=minutes.value())
        if self._desk.do(command):
            self._title.clear()
            minutes.setValue(0)
            self.added.emit(key)
