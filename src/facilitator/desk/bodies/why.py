"""A panel that asks for a reason and carries one act of a body out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from facilitator.bodies.founding import BodyCommand
from facilitator.desk.bodies.fields import labelled, text_field
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words


class WhyPanel(Panel):
    """`make` turns the reason into a command; `who` it is about, `notes` say beforehand what it means."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        make: Callable[[str], BodyCommand],
        *,
        who: str,
        done: str,
        notes: Iterable[str] = (),
        hint: str = "",
        asks: str = "",
    ) -> None:
        super().__init__(desk, title, parent)
        self._make = make
        self.setObjectName("why")
        self.body.addWidget(words(who, "strong", wrap=True, name="why.who"))
        for note in notes:
            self.body.addWidget(words(note, wrap=True))
        self._reason = text_field("why.reason", hint=hint)
        self.body.addLayout(labelled(desk, asks or desk.t("Reason"), self._reason))
        self.finish(done, lambda: self.send(self._make(self._reason.text())), name="why.done")
        self._reason.setFocus()
