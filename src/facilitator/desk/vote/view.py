"""The vote while it runs: what is voted on, how it stands, the answers as they come in, and its end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.view import View
from facilitator.desk.vote.bar import VoteBar
from facilitator.desk.vote.cells import cells_of
from facilitator.desk.vote.ending import SilentPanel, VoidPanel
from facilitator.desk.vote.foot import VoteFoot
from facilitator.desk.vote.hands import HandsCount
from facilitator.desk.vote.head import MotionHead, RuleStrip
from facilitator.desk.vote.numbers import typed
from facilitator.desk.vote.paper import PaperCount
from facilitator.desk.vote.roll import RollCall
from facilitator.desk.widgets import clear, column, row, scrolling, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.polls import Method, Poll
from facilitator.meeting.standing import Standing, standing
from facilitator.rules.counting import Prospect
from facilitator.session import Change
from facilitator.words.figures import airy
from facilitator.words.titles import title
from facilitator.words.votes import progress_by_test, standing_words

TONES = {Prospect.CARRIED: "good", Prospect.LOST: "bad", Prospect.OPEN: ""}
LOW = 540
"""Below this height the rule's sentence and the keys give their room to the roll."""


SIDE = 304
MOST_SIDE = 0.45
"""Of the width, for what stands at the right."""
LARGEST_FIRST = ("clock", "sum", "figure", "value")
"""Letters for how it stands: the largest that have room."""


class VoteView(View):
    """Shows the vote that runs in a meeting. Nothing is counted here: `meeting.standing` is quoted."""

    closed = Signal(str)
    """The vote of that name is over: closed, or declared void."""
    keys_wanted = Signal(bool)
    """Whether single letters answer a roll call now; the secretary's line is grey meanwhile."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.meeting_id = meeting_id
        self.poll_id = ""
        self.roll: RollCall | None = None
        self.counting: HandsCount | PaperCount | None = None
        self._has_keys = False
        px = desk.px
        self.setObjectName("vote.view")
        self.head, self.rule = MotionHead(desk), RuleStrip(desk)
        self.bar = VoteBar(desk)
        self.stands = words("", "clock", name="vote.stands")
        self.detail = words("", "secondary", name="vote.detail", wrap=True)
        self.tests = words("", "caption", name="vote.tests", wrap=True)
        self._fitted = ("", 0)
        self._numbers = QWidget()
        column(None, self.stands, self.detail, None, on=self._numbers, gap=0)
        self._live = QWidget()
        bars = column(self.bar, self.tests, gap=px(2))
        live = row(bars, self._numbers, on=self._live, gap=px(16))
        live.setStretch(0, 1)
        self._middle = QVBoxLayout()
        self.foot = VoteFoot(desk)
        self._box = column(self.head, self.rule, self._live, self._middle, self.foot, on=self)
        self._box.setStretch(3, 1)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), desk.theme.color("surface"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._actions()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)
        self.refresh_now()

    def _actions(self) -> None:
        everywhere = Qt.ShortcutContext.WindowShortcut
        self._close = action(self.desk, self, "vote.close", self.close_poll, context=everywhere)
        self.foot.close_button.clicked.connect(self.close_poll)
        self.foot.void_button.clicked.connect(self.void_poll)
        self.foot.silent_button.clicked.connect(self.leave_silent)

    def concerns(self, change: Change) -> bool:
        """Acts in this meeting."""
        return change.stream == f"meeting/{self.meeting_id}"

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.desk.session.meeting(self.meeting_id)

    def refresh(self) -> None:
        """Show the running vote; tell when it is over."""
        try:
            meeting = self.meeting
        except RuleViolation:
            return
        running = meeting.polls.running
        if self.poll_id and running != self.poll_id:
            over, self.poll_id = self.poll_id, ""
            typed(self.desk).forget(over)
            self._tell_keys(on=False)
            self.closed.emit(over)
        if not running:
            return
        poll = meeting.polls.poll(running)
        if running != self.poll_id:
            self.poll_id = running
            self._build(meeting, poll)
        self._show(meeting, poll)

    def _build(self, meeting: Meeting, poll: Poll) -> None:
        clear(self._middle)
        self.roll, self.counting = None, None
        if poll.method is Method.ROLL_CALL:
            self.roll = RollCall(self.desk, meeting, poll)
            self._middle.addWidget(self.roll)
            self.setFocusProxy(self.roll)
        else:
            kind = HandsCount if poll.method is Method.HANDS else PaperCount
            self.counting = kind(self.desk, meeting, poll)
            area = scrolling(self.counting)
            area.setAccessibleName(title(poll.method, self.desk.lang))
            self._middle.addWidget(area)
            self.setFocusProxy(self.counting)
        self._fit()
        motion = meeting.motions.motion(poll.motion)
        how = title(poll.method, self.desk.lang)
        self.head.show_motion(meeting, motion, poll.text, how)
        self.rule.show_rule(meeting, poll.item, poll.rule, poll)

    def _show(self, meeting: Meeting, poll: Poll) -> None:
        how, had = standing(meeting, poll), self._in_sight()
        self._show_standing(how)
        if self.roll is not None:
            self.roll.show_poll(meeting, poll)
        elif self.counting is not None:
            self.counting.show_poll(meeting, poll)
        reason = why_not(self.desk, ClosePoll(meeting=self.meeting_id, poll=poll.id))
        self.foot.show_poll(meeting, poll, how, reason)
        allow(self._close, reason)
        if had and self.counting is not None and not self._in_sight():
            self.foot.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_sight(self) -> bool:
        """Whether what is counted, or what was, still has the keys."""
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now) and now.isVisible() and now.isEnabled()

    def _show_standing(self, how: Standing) -> None:
        large, small = standing_words(how, self.desk.lang)
        self._live.setVisible(how.votes is not None)
        self.stands.setText(airy(large))
        self.detail.setText(airy(small))
        retone(self.stands, tone=TONES[how.prospect])
        self._fit_stands()
        if how.votes is not None:
            needed = how.line.needed if how.line is not None else 0
            self.bar.show_votes(cells_of(how.votes.whole, running=True), needed)
        several = how.outcome is not None and len(how.outcome.tests) > 1
        self.tests.setVisible(several)
        if how.outcome is not None and several:
            said = progress_by_test(how.outcome, self.meeting.charter, self.desk.lang)
            self.tests.setText(airy(self.desk.t("So far: {tests}", tests=said)))

    def _fit_stands(self) -> None:
        """In the largest letters in which it is not cut."""
        wanted = (self.stands.text(), self._numbers.minimumWidth())
        if wanted == self._fitted:
            return
        self._fitted = wanted
        for kind in LARGEST_FIRST:
            retone(self.stands, kind=kind)
            if self.stands.sizeHint().width() <= wanted[1]:
                return

    def close_poll(self) -> None:
        """Close it; the result is the meeting's."""
        if self.poll_id:
            self.desk.do(ClosePoll(meeting=self.meeting_id, poll=self.poll_id))

    def leave_silent(self) -> None:
        """Close it without those who have not answered."""
        if self.poll_id:
            SilentPanel(self.desk, self, self.meeting, self.poll_id).open()

    def void_poll(self) -> None:
        """Declare it void, with a reason."""
        if self.poll_id:
            VoidPanel(self.desk, self, self.meeting_id, self.poll_id).open()

    def take_keys(self) -> None:
        """Let the keys come here: to the one who is called, or the first field."""
        taker = self.roll or self.counting
        if isinstance(taker, RollCall):
            taker.take_keys()
        elif taker is not None:
            taker.setFocus()

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window():
            return  # another window has the keys for a while
        inside = self.roll is not None and (now is self.roll or self.roll.isAncestorOf(now))
        self._tell_keys(on=inside and bool(self.poll_id))

    def _tell_keys(self, *, on: bool) -> None:
        if on is not self._has_keys:
            self._has_keys = on
            self.keys_wanted.emit(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little height, what can be read elsewhere gives its room to the roll."""
        low = self.height() < self.desk.px(LOW)
        px = self.desk.px
        edge = px(6 if low else 12)
        self._box.setContentsMargins(px(24), edge, px(24), edge)
        self._box.setSpacing(px(3 if low else 6))
        self.rule.setVisible(not low)
        self.head.set_low(low=low)
        self.foot.set_low(low=low)
        side = min(px(SIDE), round(self.width() * MOST_SIDE))
        self._numbers.setFixedWidth(side)
        self._fit_stands()
        if self.roll is not None:
            self.roll.set_low(low=low)
            self.roll.set_side(side)
