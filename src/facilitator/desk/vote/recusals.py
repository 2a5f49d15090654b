"""Who steps aside before a vote, because of an interest of their own; and who votes after all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.polls import LiftRecusal, Recuse


class RecusePanel(Panel):
    """A member in the room declares an interest in the item in hand."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: Meeting) -> None:
        t = desk.t
        super().__init__(desk, t("Somebody steps aside on this item"), parent, width=680)
        self.setObjectName("vote.recuse")
        self._meeting = meeting
        out = meeting.polls.recused.get(meeting.agenda.in_hand, {})
        people = in_the_room(desk, meeting, without=out)
        self._pick = PersonPick(desk, people, name="vote.recuse.who", says=t("Who steps aside"))
        told = t("Stays counted as present, and does not vote on anything under this item.")
        self.body.addWidget(words(told, "secondary", wrap=True))
        self.body.addWidget(self._pick)
        self._reason = reason_field(desk, self.body, "vote.recuse.reason")
        self.finish(t("Record it"), self._send, name="vote.recuse.done")
        self._pick.setFocus()

    def _send(self) -> None:
        t = self.desk.t
        if not self._pick.person:
            self.wrong(t("Say first who steps aside."))
            return
        reason = self._reason.text()
        self.send(Recuse(meeting=self._meeting.id, member=self._pick.person, reason=reason))


class LiftPanel(Panel):
    """A member votes after all: the recusal was a mistake, or the interest is gone."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: Meeting, member: str) -> None:
        t = desk.t
        name = desk.session.name_of(member)
        super().__init__(desk, t("{name} votes on this item after all", name=name), parent)
        self.setObjectName("vote.lift")
        self._meeting, self._member = meeting, member
        self._reason = reason_field(desk, self.body, "vote.lift.reason")
        self.finish(t("Record it"), self._send, name="vote.lift.done")
        self._reason.setFocus()

    def _send(self) -> None:
        reason = self._reason.text()
        self.send(LiftRecusal(meeting=self._meeting.id, member=self._member, reason=reason))
