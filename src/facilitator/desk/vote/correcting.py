"""Putting an answer of a roll call right: the old one stays readable, so a reason is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.vote.voters import choice_words
from facilitator.desk.widgets import row, words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone
from facilitator.meeting.polls import Poll
from facilitator.meeting.voting import CorrectVote
from facilitator.rules.tally import Choice
from facilitator.words.titles import title


class CorrectVotePanel(Panel):
    """One member's answer, the right one, and the reason. `people` may be one who is meant already."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting_id: str,
        poll: Poll,
        people: list[Someone],
        choice: Choice | None = None,
    ) -> None:
        t = desk.t
        one = people[0].name if len(people) == 1 else ""
        super().__init__(
            desk,
            t("Correct the answer of {name}", name=one) if one else t("Correct an answer"),
            parent,
            width=680,
        )
        self.setObjectName("vote.correct")
        self._meeting_id, self._poll, self._people = meeting_id, poll, people
        self._pick: PersonPick | None = None
        if not one:
            # So many rows that all fits a screen of 768 at 150 %; the rest is a scroll or a letter away.
            self._pick = PersonPick(
                desk, people, name="vote.correct.who", says=t("Whose answer"), rows=3
            )
            self._pick.chosen.connect(self._tell)
            self.body.addWidget(self._pick)
        self._old = words("", "secondary", name="vote.correct.old", wrap=True)
        self.body.addWidget(self._old)
        self._choices = QButtonGroup(self)
        answers = row(gap=desk.px(24))
        for number, said in enumerate((*Choice, None)):
            button = QRadioButton(title(said, desk.lang) if said else t("Gave no answer"))
            button.setObjectName(f"vote.correct.{said.value if said else 'none'}")
            button.setChecked(said is choice and choice is not None)
            self._choices.addButton(button, number)
            answers.addWidget(button)
        answers.addStretch(1)
        self.body.addLayout(answers)
        self._reason = reason_field(desk, self.body, "vote.correct.reason")
        self.finish(t("Correct"), self._send, name="vote.correct.done")
        self._tell()
        (self._pick or self._reason).setFocus()

    @property
    def _member(self) -> str:
        return self._pick.person if self._pick is not None else self._people[0].id

    def _tell(self, _person: str = "") -> None:
        t, member = self.desk.t, self._member
        old = choice_words(self.desk, self._poll.votes.get(member, "")) if member else ""
        self._old.setText(t("Recorded: {old}", old=old) if member else "")

    def _send(self) -> None:
        t, number = self.desk.t, self._choices.checkedId()
        if not self._member:
            self.wrong(t("Say first whose answer it is."))
            return
        if number < 0:
            self.wrong(t("Say what the right answer is."))
            return
        choice = (*Choice, None)[number]
        self.send(
            CorrectVote(
                meeting=self._meeting_id,
                poll=self._poll.id,
                member=self._member,
                choice=choice,
                reason=self._reason.text(),
            )
        )
