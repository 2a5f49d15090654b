"""Small panels of the result: part-funding, a project withdrawn, a paper corrected, the result taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from facilitator.desk.closing.money import NoMoney, read_fen, show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.item.form import FormPanel
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.selection.ballots.paper_form import PaperForm
from facilitator.desk.selection.ballots.said import marks_words
from facilitator.desk.selection.ballots.which import vote_words
from facilitator.desk.selection.counter import Counts
from facilitator.desk.widgets import row, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting.selection.closing import CorrectPaper
from facilitator.meeting.selection.outcome import FundInPart, TakeBackResult
from facilitator.meeting.selection.papers import Marks, Vote
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.words.figures import airy, money


class PartPanel(FormPanel):
    """Part of what a project asked for, out of what is left, with the reason."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, project: str) -> None:
        t = desk.t
        super().__init__(desk, t("Fund in part"), parent, meeting_id)
        self.setObjectName("part")
        self._project = project
        one, outcome = self.meeting.slate.all[project], self.meeting.outcome
        old = outcome.parts.get(project, (0, ""))[0]
        said = t(
            "“{title}” asked for {asked}. {left} are left.",
            title=one.title,
            asked=money(one.asked, desk.lang),
            left=money(outcome.left + old, desk.lang),
        )
        self.form.addWidget(words(airy(said), "strong", wrap=True))
        self._money = self.add_line(
            t("How much, in yuan (0 takes it back)"), "part.money", show_yuan(old)
        )
        self._reason = self.add_line(t("Why, and what it is for"), "part.reason")
        self.settle()
        self.finish(t("Give this part"), self._send, name="part.done")
        self._money.setFocus()

    def _send(self) -> None:
        try:
            fen = read_fen(self._money.text())
        except NoMoney:
            self.wrong(self.desk.t("“{text}” is no amount of money.", text=self._money.text()))
            return
        self.send(
            FundInPart(
                meeting=self.meeting_id,
                candidate=self._project,
                fen=fen,
                reason=self._reason.text(),
            )
        )


class WithdrawPanel(Counts, FormPanel):
    """A project no longer stands, or stands again; what is left is counted anew."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting_id: str, project: str, *, again: bool = False
    ) -> None:
        t = desk.t
        one = desk.session.meeting(meeting_id).slate.all[project]
        head = (
            t("“{title}” stands again", title=one.title)
            if again
            else t("Withdraw “{title}”", title=one.title)
        )
        super().__init__(desk, head, parent, meeting_id)
        self.setObjectName("withdrawing")
        self._project, self._again = project, again
        told = t("All ballots are counted anew at once. The count before stays in the record.")
        self.form.addWidget(words(told, "secondary", wrap=True))
        self._reason = self.add_line(t("Reason"), "withdrawing.reason")
        self.settle()
        self.finish(t("Count again"), self._send, name="withdrawing.done")
        self._reason.setFocus()

    def _send(self) -> None:
        kind = ReinstateCandidate if self._again else WithdrawCandidate
        self.send(
            kind(meeting=self.meeting_id, candidate=self._project, reason=self._reason.text())
        )


class TakeBackPanel(FormPanel):
    """The announcement is taken back to correct something."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Take the announcement back"), parent, meeting_id)
        self.setObjectName("taking-back")
        told = t(
            "The first announcement stays readable. Correct what is wrong, then announce again."
        )
        self.form.addWidget(words(told, "secondary", wrap=True))
        self._reason: QLineEdit = self.add_line(t("Reason"), "taking-back.reason")
        self.settle()
        self.finish(t("Take it back"), self._send, name="taking-back.done")
        self._reason.setFocus()

    def _send(self) -> None:
        self.send(TakeBackResult(meeting=self.meeting_id, reason=self._reason.text()))


class CorrectPanel(Counts, FormPanel):
    """A paper was read wrongly, as was found after the close; the old reading stays readable.

    Of several votes that count people choose which; the one on all projects stands there first.
    """

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, votes: Sequence[Vote]) -> None:
        t = desk.t
        super().__init__(desk, t("Correct a ballot"), parent, meeting_id, width=760)
        self.setObjectName("correcting")
        self._votes = list(votes)
        self._vote = next(one for one in votes if not one.among)
        self._which = QComboBox()
        self._which.setObjectName("correcting.vote")
        for one in self._votes:
            self._which.addItem(vote_words(desk, self.meeting, one))
        self._which.setCurrentIndex(self._votes.index(self._vote))
        if len(self._votes) > 1:
            self.add(t("In which vote"), self._which)
        self._group = QComboBox()
        self._group.setObjectName("correcting.group")
        self._group.setAccessibleName(t("Chamber"))
        self._offer_groups()
        self._number = QSpinBox()
        self._number.setObjectName("correcting.number")
        self._number.setAccessibleName(t("Number of the ballot"))
        self._number.setMinimum(1)
        steady(self._group)
        steady(self._number)
        self._was = words("", "secondary", wrap=True, name="correcting.was")
        line = row(self._group, self._number, self._was, gap=desk.px(12))
        line.setStretch(2, 1)
        self.form.addLayout(line)
        self.paper = PaperForm(desk, "correcting")
        self.paper.setMinimumHeight(desk.px(250))
        self.form.addWidget(self.paper)
        self._reason: QLineEdit = self.add_line(t("Reason for the correction"), "correcting.reason")
        self.settle()
        self.finish(t("Record the correction and count again"), self._send, name="correcting.done")
        self._which.currentIndexChanged.connect(self._choose_vote)
        self._group.currentIndexChanged.connect(lambda _at: self._choose())
        self._number.valueChanged.connect(lambda _n: self._choose())
        self.paper.finished.connect(self._reason.setFocus)
        self._choose()
        self._number.setFocus()

    def _choose_vote(self, at: int) -> None:
        self._vote = self._votes[at]
        self._offer_groups()
        self._choose()

    def _offer_groups(self) -> None:
        self._group.blockSignals(True)
        self._group.clear()
        for group in self._vote.box:
            self._group.addItem(chamber_name(self.meeting, group, self.desk.lang), group)
        self._group.blockSignals(False)

    def _choose(self) -> None:
        """Show the paper of that number as it was read."""
        group = str(self._group.currentData())
        self._number.setMaximum(max(1, self._vote.box.get(group, 1)))
        paper = self._vote.papers.get((group, self._number.value()))
        old: Marks | None = paper.agreed(self._vote.terms.twice) if paper is not None else None
        self.paper.begin(self.meeting, self._vote, old)
        said = marks_words(self.meeting, self._vote, old, self.desk.t) if old is not None else ""
        self._was.setText(airy(self.desk.t("Read until now: {marks}", marks=said) if said else ""))

    def _send(self) -> None:
        if not self.paper.ready or self.paper.marks is None:
            self.wrong(self.desk.t("Type what is on the ballot first."))
            return
        self.send(
            CorrectPaper(
                meeting=self.meeting_id,
                group=str(self._group.currentData()),
                number=self._number.value(),
                ballot=self.paper.marks,
                reason=self._reason.text(),
                vote=self._vote.number,
            )
        )
