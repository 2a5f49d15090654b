"""A secret ballot while it runs: papers out, two counts kept apart until both are in, a joint recount."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.vote.ballot_form import BallotForm
from facilitator.desk.vote.figures import FigureTable
from facilitator.desk.vote.numbers import NumberField, typed
from facilitator.desk.vote.paper_panels import CorrectBallotsPanel
from facilitator.desk.vote.paper_table import count_figures, differing
from facilitator.desk.vote.teller import TellerCard
from facilitator.desk.widgets import Button, button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.ballots import IssueBallots, ReportBallots
from facilitator.meeting.polls import Poll
from facilitator.words.figures import Unit, airy, counted


class PaperCount(QWidget):
    """One step after another; what is not the turn yet is not there."""

    def __init__(self, desk: Desk, meeting: Meeting, poll: Poll) -> None:
        super().__init__()
        self.desk, self._meeting, self._poll = desk, meeting, poll
        self.setObjectName("vote.paper")
        px = desk.px
        self._issue = self._issue_card()
        self._issued = words("", "head", name="vote.paper.issued")
        self.tellers = [TellerCard(desk, number) for number in range(2)]
        for one in self.tellers:
            one.wanted.connect(self._unfold)
        self._both = row(*self.tellers, gap=px(16))
        self._table = FigureTable(desk, "vote.paper.table", desk.t("Counts of the ballots"))
        self._table.setMaximumWidth(px(720))
        self._said = words("", "strong", name="vote.paper.said", wrap=True)
        self._counts = card()
        self._joint_box = QWidget()
        self._correct = button(desk.t("Correct the ballots…"), name="vote.paper.correct")
        self._correct.clicked.connect(self._correct_joint)
        self._reports = [self._report_button(number) for number in range(2)]
        mend = row(self._correct, *self._reports, None, gap=px(8))
        column(
            self._said,
            self._table,
            mend,
            self._joint(),
            on=self._counts,
            gap=px(12),
            margins=px(20),
        )
        column(self._issue, self._issued, self._both, self._counts, None, on=self, gap=px(12))

    def _report_button(self, number: int) -> Button:
        made = button("", name=f"vote.paper.report.{number + 1}")
        made.clicked.connect(lambda: self._correct_report(number))
        return made

    def _issue_card(self) -> QFrame:
        desk, poll = self.desk, self._poll
        t, px = desk.t, desk.px
        key = f"{poll.id}.issued"
        self.issued_field = NumberField(
            desk, t("Ballots handed out"), "vote.paper.issue", key=key, value=len(poll.entitled)
        )
        self.issued_field.setMaximumWidth(px(160))
        self.issue_button = button(t("Record it"), "primary", "big", name="vote.paper.issue.done")
        self.issue_button.clicked.connect(self.issue)
        self.issued_field.entered.connect(self.issue)
        self.issued_field.valueChanged.connect(lambda _value: self._look())
        made = card()
        entitled = counted(len(poll.entitled), Unit.PEOPLE, desk.lang)
        hint = airy(t("{people} may vote; each of them gets one ballot.", people=entitled))
        column(
            words(t("Ballots handed out"), "head"), words(hint, "secondary", wrap=True),
            row(self.issued_field, self.issue_button, None, gap=px(12)),
            on=made, gap=px(8), margins=px(20),
        )  # fmt: skip
        return made

    def _joint(self) -> QWidget:
        desk = self.desk
        t, px = desk.t, desk.px
        self.joint_form = BallotForm(
            desk, self._poll, "vote.paper.joint", key=f"{self._poll.id}.joint", columns=6
        )
        self.joint_form.finished.connect(self.report_jointly)
        self.joint_form.changed.connect(self._look)
        self.joint_button: Button = button(
            t("Record the joint recount"), "primary", "big", name="vote.paper.joint.done"
        )
        self.joint_button.clicked.connect(self.report_jointly)
        head = words(t("Both tellers count again together"), "head")
        self.joint_form.foot.addWidget(self.joint_button)
        column(head, self.joint_form, on=self._joint_box, gap=px(4))
        return self._joint_box

    def show_poll(self, meeting: Meeting, poll: Poll) -> None:
        """Show the step it is at."""
        self._meeting, self._poll = meeting, poll
        t, lang = self.desk.t, self.desk.lang
        issued = poll.issued is not None
        self._issue.setVisible(not issued)
        self._issued.setVisible(issued)
        if poll.issued is not None:
            said = counted(poll.issued, Unit.BALLOTS, lang)
            self._issued.setText(airy(t("{ballots} handed out", ballots=said)))
        reported = {one.teller for one in poll.counts if one.teller}
        both = set(poll.tellers) <= reported
        for one, teller in zip(self.tellers, poll.tellers, strict=True):
            one.setVisible(issued and not both)
            one.show_teller(meeting, poll, teller, reported=teller in reported)
        if issued and not both and not any(one.open for one in self.tellers):
            self._unfold(next(teller for teller in poll.tellers if teller not in reported))
        self._counts.setVisible(both)
        if both:
            self._show_counts()
        self._look()

    def _show_counts(self) -> None:
        t, poll = self.desk.t, self._poll
        agreed = poll.agreed_count
        self._table.show_figures(count_figures(self.desk, poll))
        self._joint_box.setVisible(agreed is None)
        self._correct.setVisible(agreed is not None)
        if agreed is None:
            differ = airy(differing(self.desk, poll))
            said = t("The two counts differ: {fields}.", fields=differ)
        elif any(not one.teller for one in poll.counts):
            said = t("Counted again together: this stands.")
        else:
            said = t("Both tellers found the same.")
        self._said.setText(said)
        for number, one in enumerate(self._reports):
            name = self.desk.session.name_of(poll.tellers[number])
            one.setText(t("Correct the count of {name}…", name=name))
            one.setVisible(agreed is None)

    def issue(self) -> None:
        """Record how many ballots were handed out."""
        if self._poll.issued is None and self.desk.do(self._issue_command):
            self._unfold(self._poll.tellers[0])

    @property
    def _issue_command(self) -> IssueBallots:
        return IssueBallots(
            meeting=self._meeting.id, poll=self._poll.id, issued=self.issued_field.value()
        )

    def report_jointly(self) -> None:
        """Record the joint recount."""
        if self.desk.do(self._joint_command):
            typed(self.desk).forget(self._poll.id)

    @property
    def _joint_command(self) -> ReportBallots:
        ballots = self.joint_form.ballots
        return ReportBallots(meeting=self._meeting.id, poll=self._poll.id, ballots=ballots)

    def _unfold(self, teller: str) -> None:
        for one in self.tellers:
            one.unfold(on=one.teller == teller)

    def _correct_joint(self) -> None:
        old = self._poll.agreed_count
        CorrectBallotsPanel(self.desk, self, self._meeting, self._poll, old=old).open()

    def _correct_report(self, number: int) -> None:
        teller = self._poll.tellers[number]
        old = next(one.ballots for one in self._poll.counts if one.teller == teller)
        panel = CorrectBallotsPanel(
            self.desk, self, self._meeting, self._poll, teller=teller, old=old
        )
        panel.open()

    def _look(self) -> None:
        if not hasattr(self, "joint_button"):
            return
        if self._poll.issued is None:
            allow(self.issue_button, why_not(self.desk, self._issue_command))
        if self._joint_box.isVisibleTo(self):
            allow(self.joint_button, why_not(self.desk, self._joint_command))
