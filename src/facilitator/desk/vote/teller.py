"""One teller of a secret ballot: the own count, which the other does not see before both have reported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.vote.ballot_form import BallotForm
from facilitator.desk.vote.paper_panels import CorrectBallotsPanel, ReplaceTellerPanel
from facilitator.desk.widgets import button, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.ballots import ReportBallots
from facilitator.meeting.polls import Poll


class TellerCard(QFrame):
    """Folded unless it is this teller's turn, so that nobody reads the other's numbers."""

    wanted = Signal(str)
    """This teller wants to report."""

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self._desk, self._number = desk, number
        self.teller = ""
        self.open = False
        self.reported = False
        self._meeting: Meeting | None = None
        self._poll: Poll | None = None
        self.form: BallotForm | None = None
        t, px = desk.t, desk.px
        self.setObjectName(f"vote.teller.{number + 1}")
        self.setProperty("look", "card")
        self._name = elided("", "head")
        self._state = words("", "secondary", name=f"vote.teller.{number + 1}.state", wrap=True)
        self._begin = button(t("Enter this count"), "soft", name=f"vote.teller.{number + 1}.begin")
        self._begin.clicked.connect(lambda: self.wanted.emit(self.teller))
        self.done = button(
            t("Hand in this count"), "primary", name=f"vote.teller.{number + 1}.done"
        )
        self.done.clicked.connect(self.report)
        self._replace = button(
            t("Replace the teller…"), "link", name=f"vote.teller.{number + 1}.replace"
        )
        self._replace.clicked.connect(self._replacing)
        self._correct = button(t("Correct this count…"), name=f"vote.teller.{number + 1}.correct")
        self._correct.clicked.connect(self._correcting)
        self._place = QVBoxLayout()
        buttons = row(self._replace, None, self._begin, self._correct, self.done, gap=px(8))
        column(
            self._name, self._state, self._place, buttons, None, on=self, gap=px(8), margins=px(16)
        )

    def show_teller(self, meeting: Meeting, poll: Poll, teller: str, *, reported: bool) -> None:
        """Show whose count this is and whether it is in; never the numbers that are in."""
        t = self._desk.t
        if teller != self.teller:
            self._drop_form()
        self._meeting, self._poll, self.teller = meeting, poll, teller
        letter = "甲乙"[self._number] if self._desk.lang == "zh" else "AB"[self._number]
        name = self._desk.session.name_of(teller)
        self._name.setText(t("Teller {letter}: {name}", letter=letter, name=name))
        for one in (self._begin, self._replace, self._correct, self.done):  # which, for the ear
            one.setAccessibleName(f"{self._name.text()}: {one.text()}")
        self.reported = reported
        if reported:
            self._drop_form()
        self._show()

    def unfold(self, *, on: bool) -> None:
        """Show the fields, or hide them; what was typed stays."""
        self.open = on and not self.reported
        if self.open and self.form is None and self._poll is not None:
            key = f"{self._poll.id}.teller.{self.teller}"
            self.form = BallotForm(
                self._desk, self._poll, f"vote.teller.{self._number + 1}", key=key
            )
            self.form.finished.connect(self.report)
            self.form.changed.connect(self._look)
            self._place.addWidget(self.form)
            self.form.setFocus()
        self._show()

    def report(self) -> None:
        """Hand the count in."""
        if (command := self._command()) is not None:
            self._desk.do(command)

    def _command(self) -> ReportBallots | None:
        if self._meeting is None or self._poll is None or self.form is None:
            return None
        return ReportBallots(
            meeting=self._meeting.id,
            poll=self._poll.id,
            teller=self.teller,
            ballots=self.form.ballots,
        )

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.setParent(None)
            self.form.deleteLater()
            self.form = None
        self.open = False

    def _show(self) -> None:
        t = self._desk.t
        if self.reported:
            said = t("Handed in. The numbers are shown when both counts are in.")
        elif self.open:
            said = t("Type what this teller has counted; the other does not look.")
        else:
            said = t("Not handed in yet")
        self._state.setText(said)
        if self.form is not None:
            self.form.setVisible(self.open)
        self._begin.setVisible(not self.open and not self.reported)
        self.done.setVisible(self.open)
        self._replace.setVisible(not self.reported)
        self._correct.setVisible(self.reported)
        self._look()

    def _look(self) -> None:
        if (command := self._command()) is not None:
            allow(self.done, why_not(self._desk, command))

    def _replacing(self) -> None:
        assert self._meeting is not None
        assert self._poll is not None
        ReplaceTellerPanel(self._desk, self, self._meeting, self._poll, self.teller).open()

    def _correcting(self) -> None:
        assert self._meeting is not None
        assert self._poll is not None
        CorrectBallotsPanel(self._desk, self, self._meeting, self._poll, teller=self.teller).open()
