"""The line above the secretary's line that says why her words were not recorded, and offers to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.rows import HEIGHT
from facilitator.desk.widgets import button, elided, row


class Bar(QFrame):
    """Hidden while there is nothing to say. It takes the place of a recorded line, so that nothing moves."""

    again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.setObjectName("line.bar")
        self.setProperty("look", "bad")
        self._sign = QLabel()
        self._sign.setPixmap(desk.theme.pixmap("circle-alert", "bad", 18))
        self._said = elided(tone="bad", name="line.bar.said")
        self._again = button(t("Try again"), "danger", "tiny", name="line.again")
        self._again.clicked.connect(self.again)
        row(self._sign, self._said, self._again, on=self, margins=(px(8), 0, 0, 0), gap=px(8))
        self._said.setSizePolicy(
            self._said.sizePolicy().Policy.Expanding, self._said.sizePolicy().verticalPolicy()
        )
        self.setFixedHeight(px(HEIGHT))
        self.hide()

    @property
    def said(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._said.text()

    def say(self, text: str, *, again: bool = False) -> None:
        """Say something, or nothing; `again` when trying again may help."""
        told = text != self._said.text() and bool(text)
        self._said.setText(text)
        self._again.setVisible(again)
        self.setVisible(bool(text))
        if told:
            event = QAccessibleAnnouncementEvent(self, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
