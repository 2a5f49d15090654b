"""A show of hands while it runs: the numbers are typed, recorded, and corrected with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.panel import Panel
from facilitator.desk.vote.hands_form import HandsForm, hands_words
from facilitator.desk.vote.numbers import typed
from facilitator.desk.vote.reasons import reason_field
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.meeting.voting import CorrectHands, CountHands


class HandsCount(QWidget):
    """The form until hands are counted, and then what was recorded."""

    def __init__(self, desk: Desk, meeting: Meeting, poll: Poll) -> None:
        super().__init__()
        self.desk, self._meeting, self._poll = desk, meeting, poll
        self.setObjectName("vote.hands")
        t, px = desk.t, desk.px
        self.form = HandsForm(desk, meeting, poll, key=poll.id)
        self.done = button(t("Record the count"), "primary", "big", name="vote.hands.done")
        self.done.clicked.connect(self.record)
        hint = words(t("Type how many hands of each kind; Enter goes on."), "secondary", wrap=True)
        self._entry = card()
        column(
            words(t("Hands"), "head"), hint, self.form, row(None, self.done),
            on=self._entry, gap=px(12), margins=px(20),
        )  # fmt: skip
        self._told = card()
        self._numbers = words("", "item", name="vote.hands.told", wrap=True)
        self._correct = button(t("Correct the count…"), name="vote.hands.correct")
        self._correct.clicked.connect(self.correct)
        column(
            words(t("Counted"), "secondary"), self._numbers, row(self._correct, None),
            on=self._told, gap=px(8), margins=px(20),
        )  # fmt: skip
        column(self._entry, self._told, None, on=self, gap=px(16))
        self.setFocusProxy(self.form)
        self.form.finished.connect(self.record)
        self.form.changed.connect(self._look)

    def show_poll(self, meeting: Meeting, poll: Poll) -> None:
        """Show the form until hands are counted, then the numbers."""
        self._meeting, self._poll = meeting, poll
        self._entry.setVisible(poll.hands is None)
        self._told.setVisible(poll.hands is not None)
        if poll.hands is not None:
            self._numbers.setText(hands_words(self.desk, poll.hands))
        self._look()

    @property
    def command(self) -> CountHands:
        """What would be recorded now."""
        meeting, poll, form = self._meeting.id, self._poll.id, self.form
        return CountHands(meeting=meeting, poll=poll, hands=form.hands, groups=form.groups)

    def record(self) -> None:
        """Send the numbers; they stay in the form when they are refused."""
        if self._poll.hands is None and self.desk.do(self.command):
            typed(self.desk).forget(self._poll.id)

    def correct(self) -> None:
        """Ask for the right numbers and why."""
        CorrectHandsPanel(self.desk, self, self._meeting, self._poll).open()

    def _look(self) -> None:
        if self._poll.hands is None:
            allow(self.done, why_not(self.desk, self.command))


class CorrectHandsPanel(Panel):
    """The count was entered wrongly; the old numbers stay readable."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: Meeting, poll: Poll) -> None:
        t = desk.t
        super().__init__(desk, t("Correct the count of hands"), parent)
        self.setObjectName("vote.correct-hands")
        self._meeting, self._poll = meeting, poll
        assert poll.hands is not None
        old = hands_words(desk, poll.hands)
        self.body.addWidget(words(t("Recorded: {old}", old=old), "secondary", wrap=True))
        begin = {"": poll.hands, **poll.hands_by_group}
        self.form = HandsForm(desk, meeting, poll, name="vote.correct-hands", begin=begin)
        self.body.addWidget(self.form)
        self._reason = reason_field(desk, self.body, "vote.correct-hands.reason")
        self.form.finished.connect(self._reason.setFocus)
        self.finish(t("Correct"), self._send, name="vote.correct-hands.done")
        self.form.setFocus()

    def _send(self) -> None:
        form = self.form
        self.send(
            CorrectHands(
                meeting=self._meeting.id,
                poll=self._poll.id,
                hands=form.hands,
                groups=form.groups,
                reason=self._reason.text(),
            )
        )
