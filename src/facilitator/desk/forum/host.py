"""Who runs a forum: anybody by name, a social worker from outside too; and whether they are here."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NameField, person_named
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, elided, row, words
from facilitator.meeting.attendance import Arrive, Capacity
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import ChangeHost
from facilitator.words.figures import airy


class ForumHostPanel(Panel):
    """A name is enough: whoever is not on the list is put there as staff, and is here once people gather."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Who runs the forum"), parent)
        self.setObjectName("forum-host")
        self.meeting_id = meeting
        self._who = NameField(desk, meeting, name="forum-host.who", says=t("Name of the host"))
        self._reason = QLineEdit()
        self._reason.setObjectName("forum-host.reason")
        self.body.addLayout(labelled(desk, t("Name of the host"), self._who))
        note = t(
            "Somebody who is no member, a social worker for instance, is put on the list as staff."
        )
        self.body.addWidget(words(note, "secondary", wrap=True))
        if desk.session.meeting(meeting).life.host:
            self.body.addLayout(labelled(desk, t("Reason, if there is one"), self._reason))
        self.finish(t("Note it"), self._send, name="forum-host.done")
        self._who.setFocus()

    def _send(self) -> None:
        desk, meeting = self.desk, self.meeting_id
        if not self._who.text().strip():
            t = desk.t
            self.wrong(t("Type a name."))
            return
        person = person_named(
            desk, meeting, self._who.text(), say=self.say, capacity=Capacity.STAFF
        )
        if not person:
            return
        one = desk.session.meeting(meeting)
        commands: list[Arrive | ChangeHost] = []
        if one.phase.stage is not Stage.BEFORE and not one.attendance.is_present(person):
            commands.append(Arrive(meeting=meeting, person=person))
        if person != one.life.host:
            commands.append(ChangeHost(meeting=meeting, host=person, reason=self._reason.text()))
        self.send(*commands)


class HostCard(View):
    """The host's name, whether they are here, and the way to put that right."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.meeting_id = meeting
        self._name = elided("", "head", name="host.name")
        self._state = words("", "secondary", wrap=True, name="host.state")
        self._came = button(t("The host is here"), "soft", "small", name="host.came")
        self._came.clicked.connect(self._arrive)
        self._change = button("", grade="small", name="host.change")
        self._change.clicked.connect(lambda: ForumHostPanel(desk, self, meeting).open())
        box = card(name="host")
        column(
            words(t.within("header", "Host"), "small"),
            self._name,
            self._state,
            row(self._came, self._change, None, gap=px(8)),
            on=box,
            margins=px(16),
            gap=px(4),
        )
        column(box, on=self)
        self.refresh_now()

    def minimumSizeHint(self) -> QSize:
        """Buttons are never cut; the name may be."""
        return QSize(0, super().minimumSizeHint().height())

    def refresh(self) -> None:
        """Show who it is."""
        t, meeting = self.desk.t, self.desk.session.meeting(self.meeting_id)
        host, known = meeting.life.host, meeting.attendance
        self._name.setText(
            self.desk.session.names(meeting).get(host, host) or t.within("host", "nobody yet")
        )
        self._change.setText(t("Another host…") if host else t("Name a host…"))
        here = bool(host) and known.is_present(host)
        if here:
            since = clock_at(meeting, known.stays[host][-1].came)
            said = t("✓ here since {time}", time=since)
        else:
            said = t("not here yet") if host else t("Without a host the marketplace cannot open.")
        self._state.setText(airy(said))
        self._state.setProperty("tone", "good" if here else "warn")
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._came.setVisible(bool(host) and not here)

    def _arrive(self) -> None:
        host = self.desk.session.meeting(self.meeting_id).life.host
        self.desk.do(Arrive(meeting=self.meeting_id, person=host))
