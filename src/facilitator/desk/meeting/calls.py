"""Panels that change the call or the host of a meeting, or open a closed one again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import column, words
from facilitator.meeting import Meeting
from facilitator.meeting.calling_off import CancelMeeting, RescheduleMeeting
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import ChangeHost, ReopenMeeting


class CancelPanel(ReasonPanel):
    """The meeting does not take place."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(
            desk,
            parent,
            t("The meeting does not take place"),
            lambda reason: CancelMeeting(meeting=meeting, reason=reason),
            done=t("Call it off"),
            note=t("What is on its agenda is offered to the next meeting."),
        )


class ReopenPanel(ReasonPanel):
    """A closed meeting is opened again."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(
            desk,
            parent,
            t("Open the meeting again"),
            lambda reason: ReopenMeeting(meeting=meeting, reason=reason),
            done=t("Open again"),
            note=t("What was recorded stays. Everybody had left with the close and signs in anew."),
        )


class HostPanel(Panel):
    """Who runs the meeting, at first or from now on: somebody in the room, or expected there."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, another = desk.t, bool(desk.session.meeting(meeting).life.host)
        title = t("Who runs the meeting from now on") if another else t("Choose the host")
        super().__init__(desk, title, parent)
        self.setObjectName("host")
        self.meeting_id = meeting
        self._who, self._reason = QComboBox(), QLineEdit()
        self._who.setObjectName("host.who")
        self._reason.setObjectName("host.reason")
        for person, name in self._people():
            self._who.addItem(name, person)
        fields: list[tuple[str, QWidget]] = [(t.within("meeting", "Host"), self._who)]
        if another:
            fields.append((t("Reason, if there is one"), self._reason))
        for said, field in fields:
            label = words(said)
            label.setBuddy(field)
            self.body.addLayout(column(label, field, gap=desk.px(4)))
        done = t("Hand over") if another else t("Choose as host")
        self.finish(done, self._send, name="host.done")
        if not self._who.count():
            self.done_button.setEnabled(False)
            self.wrong(t("Nobody else is in the room."))

    def _people(self) -> list[tuple[str, str]]:
        """Everybody who could run it, members first."""
        meeting = self.desk.session.meeting(self.meeting_id)
        names = self.desk.session.names(meeting)
        members = [holding.member for holding in meeting.council.seats]
        everybody = [*members, *meeting.attendance.observers]
        if meeting.phase.stage is not Stage.BEFORE:
            everybody = [one for one in everybody if meeting.attendance.is_present(one)]
        return [(one, names.get(one, one)) for one in everybody if one != meeting.life.host]

    def _send(self) -> None:
        host = str(self._who.currentData())
        self.send(ChangeHost(meeting=self.meeting_id, host=host, reason=self._reason.text()))


def host_panel(desk: Desk, parent: QWidget, meeting: Meeting) -> Panel:
    """The panel that names another host: for a forum anybody by name, else somebody on the list."""
    if meeting.format.has("wall"):
        from facilitator.desk.forum.host import ForumHostPanel

        return ForumHostPanel(desk, parent, meeting.id)
    return HostPanel(desk, parent, meeting.id)


class ReschedulePanel(Panel):
    """Another time, place or title while the meeting is prepared; once a notice hung, with the reason."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, one = desk.t, desk.session.meeting(meeting)
        super().__init__(desk, t("Another time or place"), parent)
        self.setObjectName("reschedule")
        self.meeting_id, self._zone = meeting, one.call.planned.tzinfo
        self._when, self._place = QDateTimeEdit(), QLineEdit(one.call.place)
        self._title, self._reason = QLineEdit(one.call.title), QLineEdit()
        planned = one.call.planned
        self._when.setDateTime(
            QDateTime(
                QDate(planned.year, planned.month, planned.day),
                QTime(planned.hour, planned.minute),
            )
        )
        self._when.setDisplayFormat("yyyy-MM-dd HH:mm")
        self._when.setCalendarPopup(True)
        self._when.setSelectedSection(QDateTimeEdit.Section.DaySection)
        fields = [
            ("when", t.within("meeting", "When"), self._when),
            ("place", t.within("meeting", "Where"), self._place),
            ("title", t("Title, if it has one"), self._title),
        ]
        if one.agenda.announced:
            self.body.addWidget(
                words(t("The notice has to be posted anew."), "secondary", wrap=True)
            )
            fields.append(("reason", t("Reason"), self._reason))
        for key, said, field in fields:
            field.setObjectName(f"reschedule.{key}")
            label = words(said)
            label.setBuddy(field)
            self.body.addLayout(column(label, field, gap=desk.px(4)))
        self.finish(t("Change"), self._send, name="reschedule.done")

    def _send(self) -> None:
        day, time = self._when.date(), self._when.time()
        planned = datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone
        )
        call = self.desk.session.meeting(self.meeting_id).call
        same = call.place == self._place.text().strip() and call.title == self._title.text().strip()
        if same and call.planned == planned:
            self.wrong(self.desk.t("Time, place and title are as they were."))
            return
        self.send(
            RescheduleMeeting(
                meeting=self.meeting_id,
                planned=planned,
                place=self._place.text(),
                title=self._title.text(),
                reason=self._reason.text(),
            )
        )
