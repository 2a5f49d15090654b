"""Moving a meeting on: done at once, but asked first where that begins it on another day than planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.acts import Command
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.phases import entering, next_phase
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.meeting import Meeting
from facilitator.meeting.asking import another_day
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.words.figures import airy, full_date

Then = Callable[[], object]


class OtherDayPanel(Panel):
    """Names the day that was planned and the one it is; nobody is kept from beginning."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting: Meeting,
        today: date,
        commands: tuple[Command, ...],
        then: Then | None = None,
    ) -> None:
        t, lang = desk.t, desk.lang
        super().__init__(desk, t("Begin the meeting today?"), parent)
        self.setObjectName("other-day")
        said = t(
            "It is planned for {planned}; today is {today}.",
            planned=full_date(meeting.call.planned.date(), lang),
            today=full_date(today, lang),
        )
        self.body.addWidget(words(airy(said), wrap=True, name="other-day.said"))
        self._commands, self._then = commands, then
        self.finish(t("Begin today"), self._begin, name="other-day.done")

    def _begin(self) -> None:
        if self.send(*self._commands) and self._then is not None:
            self._then()


def move_on(desk: Desk, parent: QWidget, meeting_id: str, then: Then | None = None) -> None:
    """Enter the phase that comes next, if there is one; `then` is called once it is entered."""
    meeting = desk.session.meeting(meeting_id)
    if (phase := next_phase(meeting)) is not None:
        carry_on(desk, parent, meeting, (entering(meeting, phase),), then)


def carry_on(
    desk: Desk,
    parent: QWidget,
    meeting: Meeting,
    commands: tuple[Command, ...],
    then: Then | None = None,
) -> None:
    """Carry out acts that move a meeting on, one after another; `then` is called once all were taken.

    What is refused half-way leaves the day where it has come to.
    """
    first = commands[0] if commands else None
    if isinstance(first, EnterPhase):
        today = another_day(meeting, meeting.format.phase(first.phase), desk.now())
        if today is not None:
            OtherDayPanel(desk, parent, meeting, today, commands, then).open()
            return
    if all(desk.do(command) for command in commands) and then is not None:
        then()
