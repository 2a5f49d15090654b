"""A panel that asks why, and one that only names a thing: most corrections need no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.meeting.part import MeetingCommand

Make = Callable[[str], MeetingCommand | Iterable[MeetingCommand]]


class ReasonPanel(Panel):
    """Asks for a reason and sends what `make` makes of it; a command that needs none takes an empty one."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        make: Make,
        *,
        done: str,
        note: str = "",
        asks: str = "",
        for_good: bool = False,
    ) -> None:
        super().__init__(desk, title, parent)
        t = desk.t
        self._make = make
        self.setObjectName("reason")
        if note:
            self.body.addWidget(words(note, "secondary", wrap=True))
        self._text = QLineEdit()
        self._text.setObjectName("reason.text")
        label = words(asks or t("Reason"))
        label.setBuddy(self._text)
        self.body.addWidget(label)
        self.body.addWidget(self._text)
        self.finish(done, self._send, name="reason.done", for_good=for_good)
        self._text.setFocus()

    def _send(self) -> None:
        made = self._make(self._text.text())
        self.send(*([made] if isinstance(made, MeetingCommand) else made))
