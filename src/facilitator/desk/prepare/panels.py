"""Panels of the preparation: the notice was posted; a member has asked for leave."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import date_field, day_of, labelled
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Excuse
from facilitator.meeting.lifecycle import PostNotice
from facilitator.meeting.notice_time import notice_time
from facilitator.words.figures import airy


class PostNoticePanel(Panel):
    """When and where the notice was posted."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("The notice has been posted"), parent)
        self.setObjectName("post-notice")
        self.meeting_id = meeting
        one = self._meeting()
        today = desk.now().astimezone(one.call.planned.tzinfo).date()
        self._day = date_field(desk, today, "notice.day")
        self._where = QLineEdit(one.council.posting_places)
        self._where.setObjectName("notice.where")
        self._about = words("", "small", wrap=True, name="notice.about")
        self.body.addLayout(labelled(desk, t("Posted on"), self._day))
        self.body.addWidget(self._about)
        self.body.addLayout(labelled(desk, t("Posted where"), self._where))
        note = t("From now on nothing goes from the agenda without a reason.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t("Note it"), self._send, name="notice.done")
        self._day.dateChanged.connect(lambda _day: self._tell())
        self._tell()
        self._day.setFocus()

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _tell(self) -> None:
        """Say whether that is in time."""
        t = self.desk.t
        ahead = (self._meeting().call.planned.date() - day_of(self._day)).days
        said = t.many("{n} day before the meeting", "{n} days before the meeting", ahead)
        asked = notice_time(self._meeting(), day_of(self._day)).asked
        if asked > ahead:
            said = t.within("between", "; ").join(
                (said, t.many("the charter asks for {n}", "the charter asks for {n}", asked))
            )
        self._about.setText(airy(said))

    def _send(self) -> None:
        self.send(
            PostNotice(meeting=self.meeting_id, posted=day_of(self._day), where=self._where.text())
        )


class ExcusePanel(Panel):
    """Who has asked for leave, found by seat number, name or initials; and why, if it was said."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Somebody has asked for leave"), parent)
        self.setObjectName("excuse")
        self.meeting_id = meeting
        self._who = PersonPick(desk, self._people(), name="excuse.who", says=t("Who"))
        self._reason = QLineEdit()
        self._reason.setObjectName("excuse.reason")
        self.body.addWidget(self._who)
        self.body.addLayout(labelled(desk, t("Reason (may stay empty)"), self._reason))
        self.finish(t("Note it"), self._send, name="excuse.done")
        self._who.setFocus()

    def _people(self) -> list[Someone]:
        """Members who have neither come nor asked for leave, by seat."""
        meeting = self.desk.session.meeting(self.meeting_id)
        names, groups = self.desk.session.names(meeting), [g.key for g in meeting.charter.groups]
        known = meeting.attendance
        return [
            Someone(
                holding.member,
                names.get(holding.member, holding.member),
                holding.seat,
                groups.index(meeting.group_of(holding.member)),
            )
            for holding in meeting.council.seats
            if not known.came(holding.member) and holding.member not in known.excused
        ]

    def _send(self) -> None:
        if not self._who.person:
            t = self.desk.t
            self.wrong(t("Choose who it is."))
            return
        self.send(
            Excuse(meeting=self.meeting_id, member=self._who.person, reason=self._reason.text())
        )
