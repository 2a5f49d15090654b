"""Panels of a secret ballot: a teller replaced, a report or the joint count corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.vote.ballot_form import BallotForm, ballots_words
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Ballots, Poll
from facilitator.meeting.tellers import CorrectTellersReport, ReplaceTeller
from facilitator.meeting.voting import CorrectBallots


class ReplaceTellerPanel(Panel):
    """Somebody else in the room counts instead of a teller who has not reported."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting: Meeting, poll: Poll, teller: str
    ) -> None:
        t = desk.t
        name = desk.session.name_of(teller)
        super().__init__(desk, t("Replace the teller {name}", name=name), parent)
        self.setObjectName("vote.replace")
        self._meeting, self._poll, self._teller = meeting, poll, teller
        people = in_the_room(desk, meeting, without=poll.tellers, observers=True)
        self._pick = PersonPick(desk, people, name="vote.replace.by", says=t("Who counts instead"))
        self.body.addWidget(words(t("Who counts instead")))
        self.body.addWidget(self._pick)
        self._reason = reason_field(desk, self.body, "vote.replace.reason")
        self.finish(t("Replace"), self._send, name="vote.replace.done")
        self._pick.setFocus()

    def _send(self) -> None:
        t = self.desk.t
        if not self._pick.person:
            self.wrong(t("Say first who counts instead."))
            return
        self.send(
            ReplaceTeller(
                meeting=self._meeting.id,
                poll=self._poll.id,
                teller=self._teller,
                by=self._pick.person,
                reason=self._reason.text(),
            )
        )


class CorrectBallotsPanel(Panel):
    """A count that was entered wrongly: of one teller (`teller`), or the one that stands.

    `old` is shown unless it must not be seen yet; then the fields begin empty.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting: Meeting,
        poll: Poll,
        *,
        teller: str = "",
        old: Ballots | None = None,
    ) -> None:
        t = desk.t
        name = desk.session.name_of(teller) if teller else ""
        head = t("Correct the count of {name}", name=name) if teller else t("Correct the count")
        super().__init__(desk, head, parent)
        self.setObjectName("vote.correct-ballots")
        self._meeting, self._poll, self._teller = meeting, poll, teller
        if old is not None:
            said = t("Recorded: {old}", old=ballots_words(desk, old))
            self.body.addWidget(words(said, "secondary", wrap=True))
        self.form = BallotForm(desk, poll, "vote.correct-ballots", begin=old)
        self.body.addWidget(self.form)
        self._reason = reason_field(desk, self.body, "vote.correct-ballots.reason")
        self.form.finished.connect(self._reason.setFocus)
        self.finish(t("Correct"), self._send, name="vote.correct-ballots.done")
        self.form.setFocus()

    def _send(self) -> None:
        told = {
            "meeting": self._meeting.id,
            "poll": self._poll.id,
            "ballots": self.form.ballots,
            "reason": self._reason.text(),
        }
        if self._teller:
            self.send(CorrectTellersReport(teller=self._teller, **told))
        else:
            self.send(CorrectBallots(**told))
