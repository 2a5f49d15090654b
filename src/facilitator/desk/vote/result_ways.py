"""What people still have to say to a result: a casting vote, a ruling on contested seats, a correction."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.panel import Panel
from facilitator.desk.vote.correcting import CorrectVotePanel
from facilitator.desk.vote.hands import CorrectHandsPanel
from facilitator.desk.vote.paper_panels import CorrectBallotsPanel
from facilitator.desk.vote.voters import voters_of
from facilitator.desk.widgets import Button, button, clear, column, row, words
from facilitator.desk.widgets.someone import Someone
from facilitator.meeting import Meeting
from facilitator.meeting.closing import GiveCastingVote, RuleOnContested
from facilitator.meeting.polls import Method, Poll
from facilitator.rules.outcome import Outcome, Reason
from facilitator.rules.tally import Choice
from facilitator.words.tongue import mark

_CASTING = (Reason.CASTING_VOTE_OPEN, Reason.CASTING_VOTE)
_UNDECIDED = {
    Reason.TIE: mark(
        "Equal votes, and the charter leaves it open: put the motion again, or another one."
    ),
    Reason.EMPTY_GROUP: mark(
        "A seat group that has to agree has no members, so nobody can agree for it. "
        "Put the motion to the vote again when it has some."
    ),
    Reason.NO_QUORUM: mark(
        "Without a quorum nothing was decided. The motion can be put to the vote again."
    ),
    Reason.TOO_FEW_TOOK_PART: mark(
        "Too few took part, so nothing was decided. The motion can be put to the vote again."
    ),
    Reason.MORE_RETURNED_THAN_ISSUED: mark(
        "More ballots came back than were handed out. Put the motion to the vote again."
    ),
}
"""What is said where nothing was decided, and how it goes on."""


def correction_panel(desk: Desk, parent: QWidget, meeting: Meeting, poll: Poll) -> Panel:
    """The panel that puts right what was recorded of a closed vote."""
    if poll.method is Method.HANDS:
        return CorrectHandsPanel(desk, parent, meeting, poll)
    if poll.method is Method.PAPER:
        return CorrectBallotsPanel(desk, parent, meeting, poll, old=poll.agreed_count)
    people = [
        Someone(one.member, one.name, one.seat, one.group)
        for one in voters_of(desk, meeting, poll)
        if one.on_roll
    ]
    return CorrectVotePanel(desk, parent, meeting.id, poll, people)


class WaysOn(QFrame):
    """Stands on the card only while somebody has to decide, or may decide otherwise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.setObjectName("result.ways")
        self.setProperty("look", "warn")
        self._said = words("", "strong", wrap=True, name="result.ways.said")
        self._buttons = row(gap=px(8))
        column(
            self._said, self._buttons, on=self, gap=px(8), margins=(px(16), px(10), px(16), px(10))
        )

    def show_result(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        """Show what is still to be decided; hidden when nothing is."""
        clear(self._buttons)
        if outcome.reason is Reason.CASTING_VOTE_OPEN:
            self._open_casting(meeting, poll)
        elif outcome.reason is Reason.CASTING_VOTE:
            self._given_casting(meeting, poll)
        elif outcome.reason is Reason.COMPOSITION or poll.contested_counted is not None:
            self._contested(meeting, poll)
        elif outcome.reason in _UNDECIDED:
            self._said.setText(self._desk.t(_UNDECIDED[outcome.reason]))
        self._buttons.addStretch(1)
        shown = outcome.reason in (*_UNDECIDED, *_CASTING) or _is_contested(poll, outcome)
        self.setVisible(shown)

    def _open_casting(self, meeting: Meeting, poll: Poll) -> None:
        t = self._desk.t
        self._said.setText(t("Equal votes. The chair decides now; the charter says so."))
        for choice, said in (
            (Choice.FOR, t("The chair votes for")),
            (Choice.AGAINST, t("The chair votes against")),
        ):
            command = GiveCastingVote(meeting=meeting.id, poll=poll.id, choice=choice)
            made = self._add(said, f"result.casting.{choice.value}")
            made.clicked.connect(lambda _on=False, command=command: self._desk.do(command))
            allow(made, why_not(self._desk, command))

    def _given_casting(self, meeting: Meeting, poll: Poll) -> None:
        t, desk = self._desk.t, self._desk
        self._said.setText(t("Decided by the casting vote of the chair."))
        other = Choice.AGAINST if poll.casting is Choice.FOR else Choice.FOR

        def ask() -> None:
            ReasonPanel(
                desk,
                self,
                t("The casting vote was recorded wrongly"),
                lambda reason: GiveCastingVote(
                    meeting=meeting.id, poll=poll.id, choice=other, reason=reason
                ),
                done=t("Correct"),
            ).open()

        self._add(t("Correct the casting vote…"), "result.casting.correct").clicked.connect(ask)

    def _contested(self, meeting: Meeting, poll: Poll) -> None:
        t = self._desk.t
        if poll.contested_counted is None:
            said = t(
                "The result hangs on votes from seats that are held by somebody of another group. "
                "The meeting rules whether they count."
            )
        elif poll.contested_counted:
            said = t("Ruled: the contested votes count. {reason}", reason=poll.ruling)
        else:
            said = t("Ruled: the contested votes do not count. {reason}", reason=poll.ruling)
        self._said.setText(said)
        for count_them, words_of, name in (
            (True, t("They count…"), "result.contested.count"),
            (False, t("They do not count…"), "result.contested.drop"),
        ):
            if poll.contested_counted is not count_them:
                self._ruling(meeting, poll, count_them=count_them, said=words_of, name=name)

    def _ruling(
        self, meeting: Meeting, poll: Poll, *, count_them: bool, said: str, name: str
    ) -> None:
        t, desk = self._desk.t, self._desk

        def command(reason: str) -> RuleOnContested:
            return RuleOnContested(
                meeting=meeting.id, poll=poll.id, count_them=count_them, reason=reason
            )

        def ask() -> None:
            ReasonPanel(
                desk, self, t("Ruling on the contested votes"), command, done=t("Record the ruling")
            ).open()

        made = self._add(said, name)
        made.clicked.connect(ask)
        allow(made, why_not(desk, command(ASKED)))

    def _add(self, said: str, name: str) -> Button:
        made = button(said, name=name)
        self._buttons.addWidget(made)
        return made


def _is_contested(poll: Poll, outcome: Outcome) -> bool:
    return outcome.reason is Reason.COMPOSITION or poll.contested_counted is not None
