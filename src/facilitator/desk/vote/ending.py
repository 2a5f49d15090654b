"""Panels that end a running vote otherwise than by closing it: silent ones left out, or declared void."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.widgets import words
from facilitator.meeting import Meeting
from facilitator.meeting.closing import ClosePoll, VoidPoll
from facilitator.meeting.standing import standing
from facilitator.words.figures import Unit, airy, counted, listing

MOST_NAMES = 12


class SilentPanel(Panel):
    """Says who would be left out and what that means, and closes the vote."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: Meeting, poll_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Close the vote without waiting for everybody"), parent)
        self.setObjectName("vote.leave-silent")
        self._meeting_id, self._poll_id = meeting.id, poll_id
        names = desk.session.names(meeting)
        waiting = standing(meeting, meeting.polls.poll(poll_id)).waiting
        shown = [names.get(member, member) for member in waiting[:MOST_NAMES]]
        people = counted(len(waiting), Unit.PEOPLE, desk.lang)
        said = t("Present, and no answer yet: {people}.", people=airy(people))
        self.body.addWidget(words(said, "strong", wrap=True))
        dots = "…" if len(waiting) > MOST_NAMES else ""
        self.body.addWidget(words(listing(shown, desk.lang) + dots, wrap=True))
        told = t(
            "They are recorded as “not voting”. That is not an abstention. "
            "They stay in the base where those present are the base."
        )
        self.body.addWidget(words(told, "secondary", wrap=True))
        self.finish(t("Close the vote"), self._send, name="vote.leave-silent.done")

    def _send(self) -> None:
        self.send(ClosePoll(meeting=self._meeting_id, poll=self._poll_id, leave_silent=True))


class VoidPanel(Panel):
    """The running vote does not count, and why."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, poll_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Declare this vote void"), parent)
        self.setObjectName("vote.void-panel")
        self._meeting_id, self._poll_id = meeting_id, poll_id
        told = t(
            "What was answered stays in the record, struck. The motion can be put to the vote again."
        )
        self.body.addWidget(words(told, "secondary", wrap=True))
        self._reason = reason_field(desk, self.body, "vote.void-panel.reason")
        self.finish(t("Declare void"), self._send, name="vote.void-panel.done")
        self._reason.setFocus()

    def _send(self) -> None:
        self.send(
            VoidPoll(meeting=self._meeting_id, poll=self._poll_id, reason=self._reason.text())
        )
