"""The second bar of a desk with several running phases: they as pills, and the one button that moves on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.acts import Command
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.moving import carry_on
from facilitator.desk.meeting.onward import loud, onward
from facilitator.desk.meeting.pills import Pills
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.part import MeetingCommand
from facilitator.session import Change

HIGH = 52


class PhaseBar(View):
    """See the module. The button does what is natural next; the pills go back and skip."""

    moved = Signal()
    """The day was moved on from here: the keys belong to what stands in the middle now."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.setObjectName("phases")
        self.meeting_id = meeting
        self.pills = Pills(desk)
        self.pills.chosen.connect(self._enter)
        self._on = button("", "primary", name="day.on")
        self._on.setFixedHeight(desk.px(40))
        self._on.clicked.connect(self.go_on)
        self.act = action(
            desk, self, "day.on", self.go_on, context=Qt.ShortcutContext.WindowShortcut
        )
        ground, px = card("bar"), desk.px
        row(
            self.pills, self._on, on=ground, margins=(px(8), px(5), px(16), px(6)), gap=px(8)
        ).setStretch(0, 1)
        column(ground, on=self)
        self.setFixedHeight(px(HIGH))
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of others: a body's meetings run one at a time."""
        return change.stream.startswith(("meeting/", "body/"))

    def refresh(self) -> None:
        """Show where the day stands and what comes next."""
        desk = self.desk
        meeting = desk.session.meeting(self.meeting_id)
        self.pills.show_meeting(meeting)
        step = onward(meeting, desk.t)
        self._on.setVisible(step is not None)
        self.act.setEnabled(step is not None)
        if step is None:
            return
        first = step.commands[0]
        reason = why_not(desk, first) if isinstance(first, MeetingCommand) else ""
        key = self.act.shortcut().toString().replace("Return", "Enter")
        self._on.setText(step.words)
        self._on.set_look("primary" if loud(meeting) else "soft")
        allow(self._on, reason, f"{step.words} ({key})")
        allow(self.act, reason)

    def go_on(self) -> None:
        """Take the next step."""
        self._on.setFocus()  # whatever was being typed is left, and so recorded, before the day moves on
        step = onward(self.desk.session.meeting(self.meeting_id), self.desk.t)
        if step is not None:
            self._carry_on(*step.commands)

    def _enter(self, phase: str) -> None:
        self._carry_on(EnterPhase(meeting=self.meeting_id, phase=phase))

    def _carry_on(self, *commands: Command) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        carry_on(self.desk, self, meeting, commands, self.moved.emit)
