"""The outcome table: the cut line as it stands, every reason, ties, part-funding, and the announcement."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from facilitator.desk.closing.selection import result_told, round_here
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, clock_at, why_not
from facilitator.desk.notices import Notice
from facilitator.desk.papers.segments import Segments
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.selection.ballots.which import votes_counted
from facilitator.desk.selection.outcome.panels import (
    CorrectPanel,
    PartPanel,
    TakeBackPanel,
    WithdrawPanel,
)
from facilitator.desk.selection.outcome.reckoning import Reckoning
from facilitator.desk.selection.outcome.rows import result_rows
from facilitator.desk.selection.outcome.side import ResultSide
from facilitator.desk.selection.outcome.table import ResultList
from facilitator.desk.selection.outcome.tie import TieCard
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, chip, column, elided, row, tip, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import Announce
from facilitator.meeting.selection.papers import Vote, chambers, handed_out
from facilitator.meeting.selection.recount import Why, problem
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Rule
from facilitator.session import Change
from facilitator.words.ballots import result_words
from facilitator.words.figures import airy
from facilitator.words.tongue import mark

SIDE, LEAST, PART, LOW = 372, 240, 0.32, 360
ROOMY = 115
"""Up to this size setting, in per cent, the whole sentence of the result stands over the list."""
WHYS = {
    Why.CLOSED: mark("after the close of the vote"),
    Why.CORRECTED: mark("after a ballot was corrected"),
    Why.WITHDRAWN: mark("after a project was withdrawn"),
    Why.LOT: mark("after the lot"),
    Why.REVOTE: mark("after the vote among the tied"),
    Why.RULED: mark("after people agreed on the tie"),
    Why.REINSTATED: mark("after a project stands again"),
    Why.VOIDED: mark("after a vote among the tied was declared void"),
}


class OutcomeView(View):
    """See the module. `table_wanted` names another table of the meeting: the ballots, to vote again."""

    table_wanted = Signal(str)

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("outcome-view")
        self.meeting_id = meeting_id
        self._ordered = False
        """Whether somebody chose an order of the list."""
        self.reckoning = Reckoning(desk)
        self.reckoning.setParent(self)
        self.list, self.tie = ResultList(desk), TieCard(desk, meeting_id)
        self.side = ResultSide(desk, meeting_id)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty())
        self._pages.addWidget(self._whole())
        column(self._pages, on=self)
        self.setFocusProxy(self.list)
        self._listen()
        self.refresh_now()

    def _empty(self) -> QWidget:
        t, px, made = self.desk.t, self.desk.px, QWidget()
        go = button(t("To the ballots"), "primary", name="outcome.to-ballots")
        go.clicked.connect(lambda: self.table_wanted.emit("ballots"))
        said = words(
            t("Nobody has voted yet. The result builds up here while ballots are entered."),
            "lead",
            wrap=True,
            name="outcome.none",
        )
        column(said, row(go, None), None, on=made, margins=px(32), gap=px(16))
        return made

    def _whole(self) -> QWidget:
        t, px, made = self.desk.t, self.desk.px, QWidget()
        self._state = chip("", "warn", name="outcome.state")
        # Large letters leave no room for more than a line of it; all of it is in its tip then.
        room = self.desk.settings.size <= ROOMY
        said = words("", "head", wrap=True) if room else elided("", "head")
        said.setObjectName("outcome.said")
        self._said = said
        self._how = elided("", "secondary", name="outcome.how")
        choices = (("votes", t("By votes")), ("rounds", t("As funded")))
        self._order = Segments(self.desk, "outcome.order", t("Order"), choices)
        state = row(self._state, self._how, gap=px(8))
        state.setStretch(1, 1)
        told = column(state, self._said, gap=px(4))
        self._head = head = row(told, self._order, gap=px(12))
        head.setStretch(0, 1)
        frame = card()
        self._bottom = self._foot()
        column(head, self.list, self._bottom, on=frame, gap=0, margins=1).setStretch(1, 1)
        sides = row(frame, self.side, gap=px(16))
        sides.setStretch(0, 1)
        column(
            self.tie, sides, on=made, gap=px(10), margins=(px(16), px(8), px(16), px(8))
        ).setStretch(1, 1)
        return made

    def _foot(self) -> QFrame:
        t, px, foot = self.desk.t, self.desk.px, card("foot")
        self._refused = words("", wrap=True, tone="bad", name="outcome.refused")
        self._fix = button(t("Correct a ballot…"), "quiet", "small", name="outcome.correct")
        self._announce = button(t("Announce the result"), "primary", name="outcome.announce")
        self._back = button(t("Take it back…"), "quiet", "small", name="outcome.take-back")
        self._save = button(t("Save as a file…"), "quiet", "small", name="outcome.save")
        tip(self._save, t("Projects and ballots as a Pabulib file (.pb), without any name"))
        self._round = button(t("Go to the round"), "primary", name="outcome.round")
        said = t(
            "There the result is taken over, so that what was granted stands with each project."
        )
        tip(self._round, said)
        self._round.setAccessibleDescription(said)
        self._acts = line = row(
            self._fix, self._back, self._save, self._refused, self._announce, self._round,
            on=foot, margins=px(10), gap=px(8),
        )  # fmt: skip
        line.setStretch(3, 1)
        return foot

    def _listen(self) -> None:
        desk, name = self.desk, self.meeting_id
        self.reckoning.found.connect(self._reckoned)
        self.list.selected.connect(self.side.show_project)
        self._order.chosen.connect(self._choose_order)
        self.tie.revote_wanted.connect(lambda: self.table_wanted.emit("ballots"))
        self.side.part_wanted.connect(lambda one: PartPanel(desk, self, name, one).open())
        self.side.withdraw_wanted.connect(lambda one: WithdrawPanel(desk, self, name, one).open())
        self.side.reinstate_wanted.connect(
            lambda one: WithdrawPanel(desk, self, name, one, again=True).open()
        )
        self._fix.clicked.connect(self._correct)
        self._back.clicked.connect(lambda: TakeBackPanel(desk, self, name).open())
        self._announce.clicked.connect(self._say_result)
        self._save.clicked.connect(self._save_file)
        self._round.clicked.connect(lambda: desk.go("projects", self.meeting.slate.round))

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting."""
        return change.stream == f"meeting/{self.meeting_id}"

    def refresh(self) -> None:
        """While ballots are entered, have it worked out; afterwards show the count that stands."""
        meeting = self.meeting
        main, outcome = meeting.ballots.main(), meeting.outcome
        self.tie.show_meeting(meeting)
        counted = outcome.selection
        if counted is not None and outcome.last is not None:
            self.reckoning.forget()
            self._show(meeting, counted, final=True)
        elif main is not None and meeting.slate.standing:
            if not self.reckoning.busy and self._pages.currentIndex() == 0:
                self._pages.setCurrentIndex(1)
            self.reckoning.ask(problem(meeting, main))
        else:
            self.reckoning.forget()
            self._pages.setCurrentIndex(0)

    def _reckoned(self, found: Selection) -> None:
        meeting = self.meeting
        if meeting.outcome.selection is None and meeting.ballots.main() is not None:
            self._show(meeting, found, final=False)

    def _show(self, meeting: Meeting, found: Selection, *, final: bool) -> None:
        lang = self.desk.lang
        if not self._ordered:
            self._order.choose("rounds" if found.rule.rule is Rule.EQUAL_SHARES else "votes")
        by_rounds = self._order.choice == "rounds"
        rows = result_rows(meeting, found, lang, by_rounds=by_rounds, final=final)
        groups = tuple(chamber_name(meeting, one, lang) for one in chambers(meeting))
        self.list.show_rows(rows, groups)
        self.side.project = self.list.project
        main = meeting.ballots.main()
        assert main is not None  # something was counted
        self.side.show_result(meeting, found, final=final)
        self._tell(meeting, found, main, final=final)
        self._pages.setCurrentIndex(1)

    def _tell(self, meeting: Meeting, found: Selection, main: Vote, *, final: bool) -> None:
        t, lang, outcome = self.desk.t, self.desk.lang, meeting.outcome
        said = result_words(found, lang, lambda one: meeting.slate.all[one].title)
        said = result_told(self.desk, meeting) if final else said
        self._said.setText(airy(said))
        if not final:
            known = sum(one.agreed(main.terms.twice) is not None for one in main.papers.values())
            state, look = t("Provisional"), "warn"
            how = t(
                "{known} of {all} ballots; seen at this desk only",
                known=known + len(main.named),
                all=handed_out(main.box) + len(main.named),
            )
        elif outcome.is_announced:
            state, look = t("Announced"), "good"
            how = t("at {time}", time=clock_at(meeting, outcome.announced[-1].at))
        else:
            event, recorded = outcome.counts[-1]
            state, look = t("Count {n}", n=len(outcome.counts)), "accent"
            how = t("{time}, {why}", time=clock_at(meeting, recorded.at), why=t(WHYS[event.why]))
        if final and outcome.ruled_ties:
            how = t("{how}; how to break the tie was agreed after the count", how=how)
        self._state.setText(airy(state))
        retone(self._state, chip=look)
        self._how.setText(airy(how))
        self._allow(meeting, final=final)

    def _allow(self, meeting: Meeting, *, final: bool) -> None:
        announced = meeting.outcome.is_announced
        self._bottom.setVisible(final)
        self._said.setVisible(not (final and meeting.outcome.tied))  # the card above says it
        self._fix.setVisible(final and not announced)
        self._back.setVisible(announced)
        self._announce.setVisible(final and not announced)
        self._round.setVisible(announced and bool(round_here(self.desk, meeting)))
        reason = why_not(self.desk, Announce(meeting=self.meeting_id)) if final else ""
        allow(self._announce, "" if announced else reason)
        tied = bool(meeting.outcome.tied)  # the card above says it
        self._refused.setText("" if announced or tied else reason)

    def _choose_order(self, _key: str) -> None:
        self._ordered = True
        self.refresh_now()

    def _correct(self) -> None:
        votes = votes_counted(self.meeting)
        if votes:
            CorrectPanel(self.desk, self, self.meeting_id, votes).open()

    def _save_file(self) -> None:
        from facilitator.desk.selection.pb_files import PbFiles

        PbFiles(self.desk, self, self.meeting_id).ask_where()

    def _say_result(self) -> None:
        self.desk.do(Announce(meeting=self.meeting_id), say=self._say)

    def _say(self, notice: Notice) -> None:
        self._refused.setText(notice.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.desk.px
        low = self.height() < px(LOW)
        edge = px(4 if low else 10)
        self._head.setContentsMargins(px(14), edge, px(10), edge)
        self._acts.setContentsMargins(px(10), edge, px(10), edge)
        self.tie.set_low(low=low)
        self.side.setFixedWidth(max(px(LEAST), min(px(SIDE), int(self.width() * PART))))
