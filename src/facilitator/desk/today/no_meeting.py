"""The card of Today when nothing is called: a meeting can be called from it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from facilitator import overview
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.meetings.new import new_meeting
from facilitator.desk.widgets import button, column, row, words
from facilitator.words.figures import airy


class NoMeeting(QFrame):
    """The card for an archive with bodies in which nothing is called."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.setObjectName("today.none")
        self.setProperty("look", "card")
        new = button(
            t("New meeting…"), "primary", "huge", name="today.new",
            icon=desk.theme.icon("calendar-plus", "accent_on"),
        )  # fmt: skip
        new.setAutoDefault(True)
        new.clicked.connect(lambda: new_meeting(desk, self))
        own(desk, new)
        self.go_on = new
        text = QWidget()
        said = t("Date and place are enough to begin; the agenda can wait.")
        if waiting := len(overview.put_off(desk.session)):
            said = airy(
                t.many(
                    "{n} item was put off and waits for the next meeting.",
                    "{n} items were put off and wait for the next meeting.",
                    waiting,
                )
            )
        rest = words(said, "secondary", wrap=True)
        column(words(t("No meeting is called"), "item"), rest, on=text, gap=px(4))
        box = row(text, new, on=self, margins=px(24), gap=px(24))
        box.setStretch(0, 1)
        box.setAlignment(new, Qt.AlignmentFlag.AlignVCenter)
