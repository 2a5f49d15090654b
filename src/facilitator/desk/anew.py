"""Beginning the rehearsal anew: asked once, because what was tried in it is gone then."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.desk.wishes import Rehearse


class AnewPanel(Panel):
    """Says what goes and what stays, and has the program do it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        t = desk.t
        super().__init__(desk, t("Begin the rehearsal anew?"), parent)
        self.setObjectName("anew")
        gone = t(
            "What was tried in it is thrown away, and everything is set up again: tonight's meeting is still "
            "to be held."
        )
        self.body.addWidget(words(gone, wrap=True))
        self.body.addWidget(words(t("Your own archive is not touched."), "secondary", wrap=True))
        self.finish(t("Begin anew"), self._begin, name="anew.do", for_good=True)

    def _begin(self) -> None:
        self.accept()
        self.desk.wished.emit(Rehearse(anew=True))
