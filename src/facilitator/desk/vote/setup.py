"""A vote before it is opened: the words, the rule, a dry run, who may answer, and how the vote is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.item.steps import fresh
from facilitator.desk.meeting.asked import allow
from facilitator.desk.view import View
from facilitator.desk.vote.head import NARROW, MotionHead, RuleStrip, unbroken
from facilitator.desk.vote.methods import Methods, Tellers
from facilitator.desk.vote.who import WhoMayAnswer
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.desk.widgets.someone import in_the_room
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.motions import Motion
from facilitator.meeting.polls import Method, OpenPoll
from facilitator.meeting.standing import room, try_out
from facilitator.rules.outcome import Verdict
from facilitator.session import Change
from facilitator.words.figures import airy
from facilitator.words.votes import dry_run_words


class VoteSetup(View):
    """Nothing is recorded until it is opened."""

    left = Signal()
    """Somebody goes back without opening it."""

    def __init__(self, desk: Desk, meeting_id: str, motion_id: str) -> None:
        super().__init__(desk)
        self.meeting_id, self.motion_id = meeting_id, motion_id
        t, px = desk.t, desk.px
        self.setObjectName("vote.setup")
        self.head, self.rule = MotionHead(desk), RuleStrip(desk)
        self.rules = QComboBox()
        self.rules.setObjectName("vote.rules")
        self.rules.setAccessibleName(t("Which rule of the charter applies"))
        self._rules_line = QWidget()
        row(words(t("Which rule of the charter applies"), "secondary"), self.rules, None,
            on=self._rules_line, gap=px(8))  # fmt: skip
        self.who, self.methods, self.tellers = WhoMayAnswer(desk), Methods(desk), Tellers(desk)
        self._run = words("", "lead", name="vote.dry-run", wrap=True)
        self._run_card = card("sunken")
        column(
            words(t("A dry run"), "head"), self._run, None,
            on=self._run_card, gap=px(8), margins=px(16),
        )  # fmt: skip
        self._why = words("", "strong", "bad", name="vote.why-not", wrap=True)
        self.back = button(
            t("Back"), "quiet", name="vote.back-to-item", icon=desk.theme.icon("arrow-left")
        )
        self.open = button(t("Open the vote"), "primary", "big", name="vote.open-now")
        self.open.set_key("Enter")
        self._arrange()
        self.back.clicked.connect(self.left)
        self.open.clicked.connect(self.open_poll)
        self.methods.chosen.connect(self._look)
        self.tellers.changed.connect(self._look)
        self._fill_rules()
        self.rules.currentIndexChanged.connect(lambda _at: self.refresh_now())
        self.setFocusProxy(self.open)
        self.refresh_now()

    def _arrange(self) -> None:
        t, px = self.desk.t, self.desk.px
        self._both = both = row(self.who, self._run_card, gap=px(12))
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        inside = QWidget()
        column(
            self.head, self._rules_line, self.rule, both,
            words(t("How the vote is taken"), "head"), self.methods, self.tellers, None,
            on=inside, gap=px(10), margins=(px(24), px(14), px(24), px(8)),
        )  # fmt: skip
        foot = card("foot")
        line = row(self.back, self._why, self.open, on=foot, gap=px(16))
        line.setContentsMargins(px(24), px(10), px(24), px(10))
        line.setStretch(1, 1)
        self._why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        area = scrolling(inside)
        area.setAccessibleName(t("Put to the vote"))
        outer = column(area, foot, on=self, gap=0)
        outer.setStretch(0, 1)

    def _fill_rules(self) -> None:
        charter = self.meeting.charter
        for rule in charter.rules:
            self.rules.addItem(rule.title.text(self.desk.lang), rule.key)
        self.rules.setCurrentIndex(self.rules.findData(charter.default_rule))
        self._rules_line.setVisible(len(charter.rules) > 1)

    def concerns(self, change: Change) -> bool:
        """Acts in this meeting."""
        return change.stream == f"meeting/{self.meeting_id}"

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.desk.session.meeting(self.meeting_id)

    @property
    def rule_key(self) -> str:
        """The rule that is chosen."""
        return str(self.rules.currentData() or self.meeting.charter.default_rule)

    def refresh(self) -> None:
        """Show the motion, the room, and what it would take."""
        try:
            meeting = self.meeting
            motion = meeting.motions.motion(self.motion_id)
        except RuleViolation:
            return
        self.head.show_motion(meeting, motion, motion.text)
        self.rule.show_rule(meeting, motion.item, self.rule_key)
        self.who.show_meeting(meeting)
        run = try_out(meeting, motion.item, self.rule_key)
        present = room(meeting, motion.item, self.rule_key).whole.present
        self._run.setText(unbroken(dry_run_words(meeting.charter, run, present, self.desk.lang)))
        retone(self._run, tone="" if run.best.verdict is Verdict.PASSED else "bad")
        self.tellers.show_people(in_the_room(self.desk, meeting, observers=True))
        reasons = {method: self._refused(meeting, method) for method in self.methods.cards}
        usual = _usual(meeting, motion)
        self.methods.show_refusals(reasons, usual)
        self._look()

    def _refused(self, meeting: Meeting, method: Method) -> str:
        """Why a way cannot be taken, whoever counts; "" where only the tellers are not named yet."""
        people = [one.id for one in in_the_room(self.desk, meeting, observers=True)][:2]
        tellers = tuple(people) if method is Method.PAPER else ()
        found = refusal(meeting, self._command(method, tellers))
        return airy(self.desk.sentence(found)) if found is not None else ""

    def _command(self, method: Method, tellers: tuple[str, ...]) -> OpenPoll:
        return OpenPoll(
            meeting=self.meeting_id,
            poll=fresh("p", self.meeting.polls.all),
            motion=self.motion_id,
            method=method,
            rule=self.rule_key,
            tellers=tellers,
        )

    @property
    def command(self) -> OpenPoll | None:
        """What opening would record; None where no way can be taken."""
        method = self.methods.method
        if method is None:
            return None
        return self._command(method, self.tellers.tellers if method is Method.PAPER else ())

    def _look(self) -> None:
        """Show whether it can be opened as things are chosen."""
        t, command = self.desk.t, self.command
        self.tellers.setVisible(self.methods.method is Method.PAPER)
        if command is None:
            reason = next(iter(one.toolTip() for one in self.methods.cards.values()), "")
        elif command.method is Method.PAPER and len(set(command.tellers)) < 2:
            reason = t("Choose two different people to count the ballots.")
        else:
            found = refusal(self.meeting, command)
            reason = self.desk.sentence(found) if found is not None else ""
        allow(self.open, reason)
        self._why.setText(airy(reason))

    def open_poll(self) -> None:
        """Open it; the page goes on to the running vote by itself."""
        command = self.command
        if command is not None and self.open.isEnabled():
            self.desk.do(command)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, one card stands over the other."""
        super().resizeEvent(event)
        narrow = self.width() < self.desk.px(NARROW)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if narrow else right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc goes back; an Enter still held from before opens nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.open_poll()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _usual(meeting: Meeting, motion: Motion) -> Method:
    """The way the last vote of that kind was taken, a roll call at first.

    Amendments go by hands in many meetings whose motions are decided by name.
    """
    polls = [
        poll
        for poll in meeting.polls.all.values()
        if bool(meeting.motions.all[poll.motion].amends) is bool(motion.amends)
    ]
    return polls[-1].method if polls else Method.ROLL_CALL
