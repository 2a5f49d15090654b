"""The card of the meeting that runs or comes next: when, what about, what to look at, and one big button."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.today.agenda import agenda_column
from facilitator.desk.today.choice import Step, gathering_phase, next_step
from facilitator.desk.today.sides import checks_column, now_column, when_column
from facilitator.desk.widgets import button, line, upright
from facilitator.desk.widgets.ground import paint_bar
from facilitator.meeting import Meeting
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.words.tongue import mark

WIDE, NARROW = 1000, 640
"""Pixels at 100 %: from here on three columns stand side by side; below that one stands over the other."""
STRETCH = {3: (288, 0, 574, 0, 344), 2: (4, 0, 5, 0, 0), 1: (1, 0, 0, 0, 0)}
WORDS = {
    Step.PREPARE: mark("Prepare the meeting"),
    Step.SIGN_IN: mark("Begin signing in"),
    Step.GO_ON_SIGNING: mark("Go on signing in"),
    Step.GO_ON: mark("Go on with the meeting"),
    Step.READ_BACK: mark("Go on reading back"),
}


class Hero(QFrame):
    """Made anew after each act; only the words that the clock changes are set in between (`tick`)."""

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self.setObjectName("today.meeting")
        self.setProperty("look", "card")
        self._when, self.clock = when_column(desk, meeting)
        self._agenda = agenda_column(desk, meeting)
        step = next_step(meeting, desk.now())
        preparing = step in (Step.PREPARE, Step.SIGN_IN)
        side = checks_column(desk, meeting) if preparing else now_column(desk, meeting)
        self.go_on = button(
            desk.t(WORDS[step]), "primary", "huge", name="today.go-on",
            icon=desk.theme.icon("arrow-right", "accent_on"),
        )  # fmt: skip
        self.go_on.icon_last()
        self.go_on.setAutoDefault(True)  # Enter does it
        self.go_on.setSizePolicy(
            self.go_on.sizePolicy().Policy.Expanding, self.go_on.sizePolicy().Policy.Fixed
        )
        self.go_on.clicked.connect(lambda: self._go(step))
        side.addStretch(1)
        side.addSpacing(desk.px(12))
        side.addWidget(self.go_on)
        self._side = QWidget()
        self._side.setLayout(side)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._upright, self._level = (upright(), upright()), (line(), line())
        for one in (*self._upright, *self._level):
            one.setParent(self)  # else it would be shown as a window of its own
        self._arrange(3)

    def tick(self) -> None:
        """Set what the clock changes."""
        self.clock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, px = event.size().width(), self._desk.px
        self._arrange(3 if width >= px(WIDE) else 2 if width >= px(NARROW) else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with a bar of six pixels at its left."""
        super().paintEvent(event)
        px = self._desk.px
        paint_bar(self, px(6), px(8), self._desk.theme.color("accent"))

    def _arrange(self, columns: int) -> None:
        """Three columns, or two with the agenda below them, or one."""
        if columns == self._columns:
            return
        self._columns = columns
        grid, (left, right), (upper, lower) = self._grid, self._upright, self._level
        while grid.count():
            grid.takeAt(0)
        grid.addWidget(self._when, 0, 0)
        if columns == 3:
            for place, one in enumerate((left, self._agenda, right, self._side), 1):
                grid.addWidget(one, 0, place)
        elif columns == 2:
            grid.addWidget(left, 0, 1)
            grid.addWidget(self._side, 0, 2)
            grid.addWidget(lower, 1, 0, 1, 3)
            grid.addWidget(self._agenda, 2, 0, 1, 3)
        else:
            for place, one in enumerate((upper, self._side, lower, self._agenda), 1):
                grid.addWidget(one, place, 0)
        left.setVisible(columns > 1)
        right.setVisible(columns == 3)
        upper.setVisible(columns == 1)
        lower.setVisible(columns < 3)
        for place, stretch in enumerate(STRETCH[columns]):
            grid.setColumnStretch(place, stretch)

    def _go(self, step: Step) -> None:
        desk, meeting = self._desk, self._meeting
        if step is Step.SIGN_IN:
            from facilitator.desk.meeting.moving import carry_on

            enter = EnterPhase(meeting=meeting.id, phase=gathering_phase(meeting))
            carry_on(desk, self, meeting, (enter,), lambda: desk.go("meetings", meeting.id))
        else:
            desk.go("meetings", meeting.id)
