"""The panels of the floor: noting who wants to speak, and agreeing how long and how often one may."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.desk import Desk
from facilitator.desk.item.sides import SIGNS, SidePick
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting.asking import refusal
from facilitator.meeting.floor import AgreeLimits, AskForFloor, GiveFloor, limits


class AskPanel(Panel):
    """Who wants to speak, and on which side: 5+ Enter is 何伟明, for. Ctrl+Enter gives the floor at once."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Note a speaker"), parent, width=600)
        self.setObjectName("ask")
        self.meeting_id = meeting_id
        self.side = SidePick(desk, name="ask.side")
        keys = {sign: lambda side=side: self.side.choose(side) for sign, side in SIGNS.items()}
        people = in_the_room(desk, desk.session.meeting(meeting_id), observers=True)
        self.speaker = PersonPick(desk, people, name="ask.speaker", keys=keys)
        self.body.addWidget(self.speaker)
        self.body.addWidget(self.side)
        self._leave = button(t("All agree: once more"), "soft", name="ask.leave")
        self._leave.clicked.connect(lambda: self._give(by_leave=True))
        self._leave.hide()
        self.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        self._now = button(t("Give the floor at once"), name="ask.now")
        self._now.set_key("Ctrl+Enter")
        self._now.clicked.connect(lambda: self._give())
        self._foot.insertWidget(0, self._now)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._now.click)
        self.finish(t("Note a speaker"), self._ask, name="ask.done")
        self.speaker.setFocus()

    def _chosen(self) -> bool:
        """Whether somebody is chosen; says so when nobody is."""
        self._leave.hide()
        if not self.speaker.person:
            self.wrong(self.desk.t("Choose who wants to speak."))
            self.speaker.setFocus()
        return bool(self.speaker.person)

    def _ask(self) -> None:
        if self._chosen():
            speaker, side = self.speaker.person, self.side.side
            self.send(AskForFloor(meeting=self.meeting_id, speaker=speaker, side=side))

    def _give(self, *, by_leave: bool = False) -> None:
        if not self._chosen():
            return
        command = GiveFloor(
            meeting=self.meeting_id,
            speaker=self.speaker.person,
            side=self.side.side,
            by_leave=by_leave,
        )
        found = refusal(self.desk.session.meeting(self.meeting_id), command)
        self._leave.setVisible(found is not None and found.code == "speech-limit")
        self.send(command)


class LimitsPanel(Panel):
    """How long one may speak and how often, for the item in hand; nothing is no limit."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Agree on speaking time"), parent)
        self.setObjectName("limits")
        self.meeting_id = meeting_id
        now = limits(desk.session.meeting(meeting_id))
        self.minutes = self._number("limits.minutes", t("Minutes"), now.seconds // 60, 120)
        self.seconds = self._number("limits.seconds", t("Seconds"), now.seconds % 60, 59, step=15)
        self.speeches = self._number("limits.speeches", t("How often"), now.speeches, 99)
        self.speeches.number.setSpecialValueText(t("no limit"))
        long = row(
            self.minutes, words(t("minutes")), self.seconds, words(t("seconds")), None, gap=px(8)
        )
        often = row(self.speeches, words(t("speeches")), None, gap=px(8))
        for said, line, buddy in (
            (t("One speech lasts at most (0 is no limit)"), long, self.minutes),
            (t("One person speaks on this item at most"), often, self.speeches),
        ):
            label = words(said)
            label.setBuddy(buddy)
            self.body.addLayout(column(label, line, gap=px(4)))
        note = t("It holds for the item in hand, from the next speech on.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t.within("limits", "Agreed"), self._send, name="limits.done")
        self.minutes.setFocus()
        self.minutes.number.selectAll()

    def _number(self, name: str, said: str, value: int, most: int, *, step: int = 1) -> Stepper:
        field = Stepper(self.desk, said, name, step=step)
        field.set_limits(0, most)
        field.set_value(value)
        field.setFixedWidth(self.desk.px(168))
        return field

    def _send(self) -> None:
        seconds = self.minutes.value * 60 + self.seconds.value
        speeches = self.speeches.value
        self.send(AgreeLimits(meeting=self.meeting_id, seconds=seconds, speeches=speeches))
