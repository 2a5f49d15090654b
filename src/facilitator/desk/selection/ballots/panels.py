"""Small panels of a vote on projects: opening it, a count that changes, a vote declared void."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.selection.ballots.which import vote_words
from facilitator.desk.selection.counter import Counts
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.papers import Vote
from facilitator.words.figures import airy


class HelpersPanel(Panel):
    """Two people from the room enter the papers, each on their own; then the vote is open."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting: Meeting, among: tuple[str, ...]
    ) -> None:
        t = desk.t
        super().__init__(desk, t("Who enters the ballots?"), parent, width=560)
        self.setObjectName("ballots.helpers")
        self._meeting, self._among = meeting.id, among
        told = t(
            "Both enter every ballot, one after the other and each on their own. Only then is compared."
        )
        self.body.addWidget(words(told, "secondary", wrap=True))
        people = in_the_room(desk, meeting, observers=True)
        self._picks: list[PersonPick] = []
        for n in (1, 2):
            says = airy(t("Helper {n}", n=n))
            pick = PersonPick(desk, people, name=f"helpers.{n}", says=says, rows=2)
            self.body.addWidget(words(says, "strong"))
            self.body.addWidget(pick)
            self._picks.append(pick)
        last = meeting.ballots.votes[-1].helpers if meeting.ballots.votes else ()
        for pick, who in zip(self._picks, last, strict=False):
            pick.choose(who)
        let_in = t(
            "Is somebody who helps not listed? Then let them in at the door first: “{button}”.",
            button=t("Let somebody in…"),
        )
        self.body.addWidget(words(let_in, "small", wrap=True, name="helpers.let-in"))
        self.finish(t.within("ballots", "Open the vote"), self._send, name="helpers.done")
        self._picks[0].setFocus()

    def _send(self) -> None:
        chosen = tuple(pick.person for pick in self._picks)
        if not all(chosen):
            self.wrong(self.desk.t("Choose both helpers first."))
            return
        self.send(OpenVote(meeting=self._meeting, helpers=chosen, among=self._among))


class ChangedCountPanel(Panel):
    """A number of papers was recorded already; another one needs its reason."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting: Meeting,
        command: IssuePapers | CountBox,
        old: int,
    ) -> None:
        t = desk.t
        issues = isinstance(command, IssuePapers)
        head = (
            t("Change how many were handed out") if issues else t("Change how many were in the box")
        )
        super().__init__(desk, head, parent)
        self.setObjectName("ballots.changed")
        self._command = command
        new = command.issued if isinstance(command, IssuePapers) else command.returned
        found = meeting.charter.group(command.group)
        name = found.title.text(desk.lang) if found is not None else command.group
        said = t("{chamber}: recorded {old}, now {new}", chamber=name, old=old, new=new)
        self.body.addWidget(words(airy(said), "strong", wrap=True))
        self._reason = reason_field(desk, self.body, "ballots.changed.reason")
        self.finish(t("Record the change"), self._send, name="ballots.changed.done")
        self._reason.setFocus()

    def _send(self) -> None:
        self.send(msgspec.structs.replace(self._command, reason=self._reason.text()))


class VoidPanel(Counts):
    """A vote does not count, and why. Of several that may be declared void, people choose which."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting_id: str, votes: Sequence[Vote] = ()
    ) -> None:
        t = desk.t
        head = (
            t("Declare a vote void")
            if len(votes) > 1
            else t.within("ballots", "Declare this vote void")
        )
        super().__init__(desk, head, parent)
        self.setObjectName("ballots.void")
        self._meeting_id = meeting_id
        self._which = QButtonGroup(self)
        for vote in votes:
            said = vote_words(desk, desk.session.meeting(meeting_id), vote)
            made = QRadioButton(said.replace("&", "&&"))
            made.setObjectName(f"ballots.void.{vote.number}")
            self._which.addButton(made, vote.number)
            made.setChecked(vote is votes[-1])
            self.body.addWidget(made)
            made.setVisible(len(votes) > 1)
        self._told = words("", "secondary", wrap=True, name="ballots.void.told")
        self.body.addWidget(self._told)
        self._which.idClicked.connect(lambda _n: self._say_what())
        self._main = {vote.number for vote in votes if not vote.among}
        self._say_what()
        self._reason = reason_field(desk, self.body, "ballots.void.reason")
        self.finish(t.within("ballots", "Declare void"), self._send, name="ballots.void.done")
        self._reason.setFocus()

    @property
    def vote(self) -> int:
        """The one that is chosen; 0 for the one that runs."""
        return max(0, self._which.checkedId())

    def _say_what(self) -> None:
        """What falls with it."""
        t = self.desk.t
        said = t(
            "Nothing of it counts; what was entered stays in the record. The vote can be held again."
        )
        if self.vote in self._main:
            said = t(
                "The result and all that rests on it falls: lots, votes among the tied, part-funding. What was "
                "entered stays in the record, and people vote again."
            )
        elif self.vote:
            said = t("Its order no longer counts, and the tie is open again. All is counted anew.")
        self._told.setText(airy(said))

    def _send(self) -> None:
        command = DeclareVoid(meeting=self._meeting_id, reason=self._reason.text(), vote=self.vote)
        self.send(command)
