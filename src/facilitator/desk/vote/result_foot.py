"""The buttons under a result: the projector, paper, a correction, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.steps import moving_refused
from facilitator.desk.meeting.asked import why_not
from facilitator.desk.vote.result_ways import correction_panel
from facilitator.desk.widgets import button, row, tip
from facilitator.meeting import Meeting
from facilitator.meeting.asking import next_vote
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.meeting.polls import Poll
from facilitator.rules.outcome import Outcome, Verdict
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name

LONGEST = 16
"""Letters of the next item's title on the button."""


class ResultFoot(QFrame):
    """One filled button: what comes next."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, parent
        t, px, icon = desk.t, desk.px, desk.theme.icon
        self._meeting: Meeting | None = None
        self._poll: Poll | None = None
        self._next = ""
        self.project = button(
            t.within("projector", "Project"), name="result.project", icon=icon("monitor")
        )
        self.print = button(t("Print…"), name="result.print", icon=icon("printer"))
        self.correct = button(t("Correct…"), name="result.correct", icon=icon("pencil"))
        self.assign = button(t("Who carries it out…"), "soft", name="result.assign")
        self.another = button(t("Another motion…"), name="result.another", icon=icon("plus"))
        self.back = button(t("Back"), name="result.back", icon=icon("arrow-left"))
        self.next_button = button(
            "", "primary", "big", name="result.next", icon=icon("arrow-right", "accent_on")
        ).icon_last()
        self.project.clicked.connect(self._project)
        self.print.clicked.connect(lambda: desk.go("meetings", self._meeting_id, "papers"))
        self.correct.clicked.connect(self._correct)
        self.assign.clicked.connect(self._assign)
        self.another.clicked.connect(self._another)
        self.back.clicked.connect(self.left)
        self.next_button.clicked.connect(self._go_on)
        self._words = {
            one: one.text()
            for one in (self.project, self.print, self.correct, self.another, self.back)
        }
        for one, text in self._words.items():
            one.setAccessibleName(text)
        self._said = self._said_short = ""
        box = row(
            self.project, self.print, self.correct, None,
            self.assign, self.another, self.back, self.next_button, on=self, gap=px(8),
        )  # fmt: skip
        box.setContentsMargins(px(24), px(10), px(24), px(10))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its signs without words."""
        return QSize(self._desk.px(300), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words first on the filled button, then on the others; where there is no room, signs alone."""
        for stage in range(3):
            for one, text in self._words.items():
                one.setText(text if stage == 0 else "")
                tip(one, "" if stage == 0 else text)
            self.next_button.setText(self._said if stage < 2 else self._said_short)
            tip(self.next_button, "" if stage < 2 else self._said)
            if super().minimumSizeHint().width() <= self.width():
                return

    @property
    def _meeting_id(self) -> str:
        return self._meeting.id if self._meeting is not None else ""

    def show_result(self, meeting: Meeting, poll: Poll, outcome: Outcome) -> None:
        """Offer what can be done after this result."""
        t, desk = self._desk.t, self._desk
        self._meeting, self._poll = meeting, poll
        decision = meeting.decisions.of_motion(poll.motion)
        own = decision is not None and decision.poll == poll.id
        self.assign.setVisible(own and outcome.verdict is Verdict.PASSED)
        self.print.setVisible(own)
        if decision is not None and decision.assignment is not None:
            self.assign.setText(t("Carried out by: correct…"))
        turn = next_vote(meeting)
        in_hand = meeting.agenda.in_hand
        waiting = [one for one in meeting.agenda.unfinished() if one.id != in_hand]
        finish = FinishItem(meeting=meeting.id, item=in_hand)
        reason = why_not(desk, finish)
        self._next = ""
        said, short = t("Back to the item"), t("Go on")
        if turn is not None:
            name = motion_name(meeting.motions, turn.motion, desk.lang)
            said = t("Go on with {motion}", motion=name)
        elif waiting and not reason:
            self._next = waiting[0].id
            said = t("Next: {title}", title=_shortened(waiting[0].title))
            short = t("Next item")
        elif not reason:
            self._next = in_hand
            said = short = t("Finish the item")
        self._said, self._said_short = airy(said), short
        goes_back = not self._next
        self.back.setVisible(not goes_back)
        lost = outcome.verdict is Verdict.FAILED
        self.another.setVisible(lost and not moving_refused(desk, meeting))
        self._fit()

    def _project(self) -> None:
        projector = self._desk.projector
        if not projector.on or projector.meeting_id != self._meeting_id:
            projector.turn_on(self._meeting_id)
        projector.show_scene("result", self._poll.id if self._poll else "")

    def _correct(self) -> None:
        if self._meeting is not None and self._poll is not None:
            correction_panel(self._desk, self._view, self._meeting, self._poll).open()

    def _assign(self) -> None:
        from facilitator.desk.closing.assign import AssignPanel

        if self._meeting is None or self._poll is None:
            return
        decision = self._meeting.decisions.of_motion(self._poll.motion)
        if decision is not None:
            AssignPanel(self._desk, self._view, self._meeting.id, decision.number).open()

    def _another(self) -> None:
        from facilitator.desk.item.motion_panels import PutMotionPanel

        panel = PutMotionPanel(self._desk, self._view, self._meeting_id)
        panel.accepted.connect(self.left)
        panel.open()

    def _go_on(self) -> None:
        """Finish the item and take up the next one, where nothing on it is open any more."""
        meeting, wanted = self._meeting, self._next
        if meeting is not None and wanted:
            in_hand = meeting.agenda.in_hand
            if not self._desk.do(FinishItem(meeting=meeting.id, item=in_hand)):
                return
            if wanted != in_hand:
                self._desk.do(TakeUp(meeting=meeting.id, item=wanted))
        self.left.emit()


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
