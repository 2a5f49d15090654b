"""The group one is at: its recorder, and whether it is held at all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NameField, person_named
from facilitator.desk.forum.rounds.rows import Group
from facilitator.desk.widgets import button, column, row, words
from facilitator.meeting.forum.reports import NameRecorder
from facilitator.meeting.forum.topics import HoldAfterAll, NotHeld
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.part import MeetingCommand


class GroupCard(QFrame):
    """Enter in the field names the recorder. One click notes that a group does not meet, another undoes it."""

    done = Signal()
    """Something was recorded: the keys may go back."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.desk, self.meeting_id = desk, meeting
        self.setProperty("look", "card")
        self.setObjectName("rounds.group")
        self._topic = ""
        self._title = words("", "head", wrap=True, name="rounds.title")
        self._label = words(t.within("group", "Recorder"), "small")
        self.recorder = NameField(desk, meeting, name="rounds.recorder", says=self._label.text())
        self.recorder.setPlaceholderText(t("A name, then Enter"))
        self.recorder.returnPressed.connect(self.name_recorder)
        self._label.setBuddy(self.recorder)
        self._name = button(t.within("recorder", "Name"), grade="small", name="rounds.name")
        self._name.clicked.connect(self.name_recorder)
        self._not = button(t("It does not take place"), grade="small", name="rounds.not-held")
        self._not.clicked.connect(self._toggle)
        field = row(self.recorder, self._name, gap=px(8))
        field.setStretch(0, 1)
        column(
            self._title,
            column(self._label, field, gap=px(2)),
            row(self._not, None),
            on=self,
            margins=px(14),
            gap=px(8),
        )

    def show_group(self, group: Group | None) -> None:
        """Show a group; a name that is being typed for it stays."""
        self.setVisible(group is not None)
        if group is None:
            self._topic = ""
            return
        t = self.desk.t
        other, self._topic = group.topic != self._topic, group.topic
        self._title.setText(f"{group.number}  {group.title}")
        if other or not self.recorder.hasFocus():
            meeting = self.desk.session.meeting(self.meeting_id)
            self.recorder.show_person(meeting.reports.recorder(group.topic))
        self.recorder.setEnabled(group.held)
        self._name.setEnabled(group.held)
        self._not.setText(
            t("It does not take place") if group.held else t("It takes place after all")
        )

    def name_recorder(self) -> None:
        """Somebody takes notes in this group; a name that nobody knows is put on the list first."""
        name = self.recorder.text().strip()
        if not name or not self._topic:
            return
        person = person_named(self.desk, self.meeting_id, name)
        now = self.desk.session.meeting(self.meeting_id).reports.recorder(self._topic)
        if not person or person == now:
            return
        command = NameRecorder(meeting=self.meeting_id, topic=self._topic, recorder=person)
        if self.desk.do(command):
            self.done.emit()

    def _toggle(self) -> None:
        topic = self.desk.session.meeting(self.meeting_id).wall.topic(self._topic)
        kind: type[MeetingCommand] = NotHeld
        if topic.state is TopicState.NOT_HELD:
            kind = HoldAfterAll
        if self.desk.do(kind(meeting=self.meeting_id, topic=topic.id)):  # type: ignore[call-arg]
            self.done.emit()
