"""The result card: verdict, bar, arithmetic, groups and bases; what was corrected, and how it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.view import View
from facilitator.desk.vote.absences import absent_words
from facilitator.desk.vote.bar import VoteBar
from facilitator.desk.vote.cells import Mark, cells_of
from facilitator.desk.vote.changes import change_lines
from facilitator.desk.vote.figures import FigureTable
from facilitator.desk.vote.head import NARROW, unbroken
from facilitator.desk.vote.paper_table import count_figures
from facilitator.desk.vote.result_figures import base_figures, group_figures, test_figures
from facilitator.desk.vote.result_foot import ResultFoot
from facilitator.desk.vote.result_top import ResultTop
from facilitator.desk.vote.result_ways import WaysOn
from facilitator.desk.widgets import card, column, line, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.asking import next_vote
from facilitator.meeting.closing import PollClosed
from facilitator.meeting.consequences import governs
from facilitator.meeting.polls import Method, Poll
from facilitator.meeting.standing import left_silent
from facilitator.rules.outcome import Outcome
from facilitator.rules.outlook import the_line
from facilitator.session import Change
from facilitator.words.figures import airy, clock, weight
from facilitator.words.outcomes import outcome_sentence, present_note


class ResultView(View):
    """Shows one closed vote. Every number and word comes from its outcome."""

    left = Signal()
    """Somebody goes on."""
    vote_wanted = Signal(str)
    """The next motion on the item (its id) is to be put to the vote."""

    def __init__(self, desk: Desk, meeting_id: str, poll_id: str) -> None:
        super().__init__(desk)
        self.meeting_id, self.poll_id = meeting_id, poll_id
        t, px = desk.t, desk.px
        self.setObjectName("vote.result")
        self.top, self.ways, self.foot = ResultTop(desk), WaysOn(desk), ResultFoot(desk, self)
        self.bar = VoteBar(desk, letters=16)
        self.weighed = VoteBar(desk, letters=16)
        self.weighed.setObjectName("result.weights")
        self.sentence = words("", "lead", name="result.sentence", wrap=True)
        self.note = words("", "secondary", name="result.note", wrap=True)
        self.groups = FigureTable(desk, "result.groups", t("By seat group"))
        self.counts = FigureTable(desk, "result.counts", t("Counts of the ballots"))
        self.bases = FigureTable(desk, "result.bases", t("Of every base"))
        self.tests = FigureTable(desk, "result.tests", t("What the rule asks"))
        self.changes = words("", "caption", name="result.changes", wrap=True)
        self.overtaken = words("", "strong", "warn", name="result.overtaken", wrap=True)
        inside = QWidget()
        column(
            self.ways, self.overtaken, self.bar, self.weighed, self.sentence, self.note,
            self.changes, self._tables(), None,
            on=inside, gap=px(4), margins=(px(24), px(4), px(24), px(2)),
        )  # fmt: skip
        whole = card()
        area = scrolling(inside)
        area.setAccessibleName(t("Result"))
        inner = column(self.top, line(), area, line(), self.foot, on=whole, gap=0)
        inner.setStretch(2, 1)
        column(whole, on=self, margins=(px(24), px(12), px(24), px(12)))
        self.foot.left.connect(self.left)
        within = Qt.ShortcutContext.WindowShortcut
        self._vote = action(desk, self, "vote.open", self._go_on_to_vote, context=within)
        self.setFocusProxy(self.foot.next_button)
        self.refresh_now()

    def _tables(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        made = QWidget()
        self._groups_head = words(t("By seat group"), "head")
        self._bases_head = words(t("Of every base"), "head")
        only = words(t("Only the row with ▶ counts"), "secondary")
        self._bases_only = only
        left = column(self._groups_head, self.groups, self.counts, None, gap=px(2))
        head = row(self._bases_head, None, only, gap=px(8))
        right = column(head, self.bases, self.tests, None, gap=px(2))
        self._side_by_side = box = row(left, right, on=made, gap=px(32))
        box.setStretch(0, 9)
        box.setStretch(1, 10)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)
        return made

    def _stack(self) -> None:
        """One table under the other where it is narrow, or a table needs the whole width."""
        narrow = self.width() < self.desk.px(NARROW) or self.tests.isVisibleTo(self)
        # What the rule asks stands on top then.
        up, right = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(up if narrow else right)
        self._side_by_side.setSpacing(self.desk.px(8 if narrow else 32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, one table stands under the other."""
        super().resizeEvent(event)
        self._stack()

    def concerns(self, change: Change) -> bool:
        """Acts in this meeting."""
        return change.stream == f"meeting/{self.meeting_id}"

    def refresh(self) -> None:
        """Show the outcome as it is now, corrected or not."""
        try:
            meeting = self.desk.session.meeting(self.meeting_id)
            poll = meeting.polls.poll(self.poll_id)
        except RuleViolation:
            return
        if poll.outcome is None:
            return  # declared void: the record tells, there is no result
        self._show(meeting, poll, poll.outcome)

    def _show(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        lang, charter = self.desk.lang, meeting.charter
        self.top.show_result(meeting, poll, outcome)
        self.ways.show_result(meeting, poll, outcome)
        test = the_line(outcome)
        cells = cells_of(outcome.tally, left=left_silent(meeting, poll))
        said = {Mark.ABSENT: airy(absent_words(self.desk, meeting, poll, outcome.tally.absent))}
        self.bar.show_votes(cells, test.needed if test else 0, said=said)
        self.weighed.setVisible(outcome.weights is not None)
        if outcome.weights is not None:
            unit = charter.weight_unit
            self.weighed.show_votes(cells_of(outcome.weights), amount=lambda n: weight(n, unit))
        self.sentence.setText(unbroken(outcome_sentence(outcome, lang, charter, worked=True)))
        self.note.setText(airy(present_note(outcome, charter, lang)))
        self.note.setVisible(bool(self.note.text()))
        self._show_tables(meeting, poll, outcome)
        self._show_history(meeting, poll, outcome)
        self.foot.show_result(meeting, poll, outcome)
        self._vote.setEnabled(next_vote(meeting) is not None)

    def _go_on_to_vote(self) -> None:
        """The vote that is next; where it cannot be taken yet, the item tells why."""
        turn = next_vote(self.desk.session.meeting(self.meeting_id))
        if turn is not None and turn.refusal is None:
            self.vote_wanted.emit(turn.motion.id)
        else:
            self.left.emit()

    def _show_tables(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        paper = poll.method is Method.PAPER
        self.groups.setVisible(not paper)
        self.counts.setVisible(paper)
        t = self.desk.t
        grouped = len(outcome.groups) > 1
        self._groups_head.setText(
            t("Ballots") if paper else t("By seat group") if grouped else t("All votes")
        )
        if paper:
            self.counts.show_figures(count_figures(self.desk, poll))
        else:
            self.groups.show_figures(group_figures(self.desk, meeting, outcome))
        bases = base_figures(self.desk, meeting, outcome)
        self.bases.setVisible(bases is not None)
        self._bases_only.setVisible(bases is not None)
        self.tests.setVisible(len(outcome.tests) > 1 or bases is None)
        self._bases_head.setText(t("Of every base") if bases else t("What the rule asks"))
        if bases is not None:
            self.bases.show_figures(bases)
        self.tests.show_figures(test_figures(self.desk, meeting, outcome))
        self._stack()

    def _show_history(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        """What was announced before, and every correction since."""
        t, lang = self.desk.t, self.desk.lang
        lines: list[str] = []
        closed = poll.closed
        if closed is not None and isinstance(closed.event, PollClosed) and poll.revised:
            first = outcome_sentence(closed.event.outcome, lang, meeting.charter)
            at = clock(local(meeting, closed.at))
            lines.append(t("{time} announced: {outcome}", time=at, outcome=first))
        lines += change_lines(self.desk, meeting, poll)
        self.changes.setText(airy("\n".join(lines)))
        self.changes.setVisible(bool(lines))
        overtaken = (
            ""
            if governs(meeting, poll)
            else t("The motion has moved on since this vote; this result decides nothing any more.")
        )
        self.overtaken.setText(overtaken)
        self.overtaken.setVisible(bool(overtaken))
