"""One line in which a further project is typed: title, place, the sum it asks for, Enter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.money import NoMoney, read_fen
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.selection.slate.panels import fresh_project, text_field
from facilitator.desk.widgets import button, column
from facilitator.meeting.selection.slate import AddCandidate, Candidate


class SlateEntry(QWidget):
    """`added` names the project once it is on the slate.

    What was typed and not yet added is kept with the desk, so that a new look of the window does not lose it.
    """

    added = Signal(str)

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        t = desk.t
        self._desk, self._meeting_id = desk, meeting
        self.title = text_field("slate.title", hint=t("A further project"))
        self.place = text_field("slate.place", hint=t("Place"))
        self.asked = text_field("slate.asked", hint=t("Asks for (yuan)"))
        for field, said in (
            (self.title, t("Title of a further project")),
            (self.place, t("Place")),
            (self.asked, t("Asks for (yuan)")),
        ):
            draft = f"draft.{field.objectName()}.{meeting}"
            field.setText(desk.property(draft) or "")
            field.textChanged.connect(lambda text, draft=draft: desk.setProperty(draft, text))
            field.setAccessibleName(said)
            field.returnPressed.connect(self.add)
        self._add = button(t("Add"), icon=desk.theme.icon("plus"), name="slate.add")
        self._add.clicked.connect(self.add)
        self.setFocusProxy(self.title)
        widths: dict[QWidget, int] = {self.title: 170, self.place: 110, self.asked: 100}
        fields = TerseRow(desk, self.title, self.place, self.asked, self._add, fields=widths)
        column(fields, on=self)

    def add(self) -> None:
        """Put what was typed on the slate; where something is missing, go there."""
        t = self._desk.t
        for field in (self.title, self.asked):
            if not field.text().strip():
                field.setFocus()
                return
        try:
            fen = read_fen(self.asked.text())
        except NoMoney:
            text = t("“{text}” is no amount of money.", text=self.asked.text())
            self._desk.noticed.emit(Notice(Tone.REFUSED, text))
            self.asked.setFocus()
            return
        key = fresh_project(self._desk.session.meeting(self._meeting_id))
        candidate = Candidate(id=key, title=self.title.text(), place=self.place.text(), asked=fen)
        if self._desk.do(AddCandidate(meeting=self._meeting_id, candidate=candidate)):
            for field in (self.title, self.place, self.asked):
                field.clear()
            self.title.setFocus()
            self.added.emit(key)
