"""Panels that put right when somebody was in the room, and that somebody was not there at all."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QComboBox, QLineEdit, QTimeEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import column, row, words
from facilitator.meeting.attendance import CorrectTimes, Stay
from facilitator.meeting.striking import StrikeStay
from facilitator.words.figures import clock
from facilitator.words.tongue import NBSP


class _StayPanel(Panel):
    """Chooses one of somebody's stays, if there are several, and asks for the reason."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, meeting: str, person: str) -> None:
        super().__init__(desk, title, parent)
        t = desk.t
        self.meeting, self.person = desk.session.meeting(meeting), person
        self.stays = list(self.meeting.attendance.stays[person])
        self._which = QComboBox()
        self._which.setObjectName("stays.which")
        self._which.setAccessibleName(t("Which time in the room"))
        for stay in self.stays:
            self._which.addItem(self._told(stay))
        self._which.setCurrentIndex(len(self.stays) - 1)
        self._which.setVisible(len(self.stays) > 1)
        self.body.addWidget(self._which)
        self.inner = column(gap=desk.px(12))
        self.body.addLayout(self.inner)
        self._reason = QLineEdit()
        self._reason.setObjectName("stays.reason")
        label = words(t("Reason"))
        label.setBuddy(self._reason)
        self.body.addLayout(column(label, self._reason, gap=desk.px(4)))

    @property
    def stay(self) -> Stay:
        """The one that is chosen."""
        return self.stays[self._which.currentIndex()]

    def _told(self, stay: Stay) -> str:
        t = self.desk.t
        came = clock(local(self.meeting, stay.came))
        if stay.left is None:
            return t("from {came}, still here", came=came)
        return t("{came} to {left}", came=came, left=clock(local(self.meeting, stay.left)))


class TimesPanel(_StayPanel):
    """When somebody really came and went. Only what was changed is changed; seconds stay otherwise."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, person: str) -> None:
        t = desk.t
        title = t("When {name} came and left", name=desk.session.name_of(person))
        super().__init__(desk, parent, title, meeting, person)
        self.setObjectName("times")
        self._came, self._left = QTimeEdit(), QTimeEdit()
        self._came.setObjectName("times.came")
        self._left.setObjectName("times.left")
        came, self._left_word = words(t.within("stay", "Came")), words(t.within("stay", "Left"))
        came.setBuddy(self._came)
        self._left_word.setBuddy(self._left)
        for edit in (self._came, self._left):
            edit.setDisplayFormat("HH:mm")
            edit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        pairs = [
            row(word, edit) for word, edit in ((came, self._came), (self._left_word, self._left))
        ]
        self.inner.addLayout(row(*pairs, None, gap=desk.px(24)))
        self.finish(t("Correct"), self._send, name="times.done")
        self._which.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        stay = self.stay
        came = local(self.meeting, stay.came)
        self._came.setTime(QTime(came.hour, came.minute))
        self._left.setVisible(stay.left is not None)
        self._left_word.setVisible(stay.left is not None)
        if stay.left is not None:
            left = local(self.meeting, stay.left)
            self._left.setTime(QTime(left.hour, left.minute))

    def _send(self) -> None:
        stay = self.stay
        self.send(
            CorrectTimes(
                meeting=self.meeting.id,
                person=self.person,
                stay=stay.number,
                came=self._changed(stay.came, self._came),
                left=self._changed(stay.left, self._left) if stay.left else None,
                reason=self._reason.text(),
            )
        )

    def _changed(self, old: datetime, edit: QTimeEdit) -> datetime:
        """The time that was entered, on the day of the old one; the old one to the second if it is the same."""
        shown, time = local(self.meeting, old), edit.time()
        if (shown.hour, shown.minute) == (time.hour(), time.minute()):
            return old
        return shown.replace(hour=time.hour(), minute=time.minute(), second=0, microsecond=0)


class StrikePanel(_StayPanel):
    """Somebody was recorded as come who was not there."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, person: str) -> None:
        t = desk.t
        title = t("{name} was not here", name=desk.session.name_of(person))
        super().__init__(desk, parent, title, meeting, person)
        self.setObjectName("strike")
        told = t(
            "The entry ({stay}) stays readable, struck. Votes on whose roll it put the person are "
            "worked out anew.",
            stay=self._told(self.stays[-1]).replace(" ", NBSP),
        )
        self.inner.addWidget(words(told, "secondary", wrap=True))
        self.finish(t("Strike"), self._send, name="strike.done")

    def _send(self) -> None:
        self.send(
            StrikeStay(
                meeting=self.meeting.id,
                person=self.person,
                stay=self.stay.number,
                reason=self._reason.text(),
            )
        )
