"""Small panels of the reports: who takes notes, and what somebody adds to a report that hangs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NameField, person_named
from facilitator.desk.item.form import FormPanel
from facilitator.meeting.forum.reports import AddToReport, NameRecorder
from facilitator.meeting.forum.wall import Topic
from facilitator.words.forum import topic_number


class RecorderPanel(FormPanel):
    """Names who takes notes in a group; somebody new is put on the list."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, topic: Topic) -> None:
        t, number = desk.t, topic_number(topic.number)
        title = t("{n}: who takes notes?", n=f"{number} {topic.title}")
        super().__init__(desk, title, parent, meeting_id, width=520)
        self.setObjectName("recorder")
        self._topic = topic.id
        self._who = NameField(desk, meeting_id, name="recorder.who", says=t("Recorder"))
        self._who.show_person(self.meeting.reports.recorder(topic.id))
        self.add(t("Name, or its first pinyin letters"), self._who)
        self.settle()
        self.finish(t("Name as recorder"), self._send, name="recorder.done")
        self._who.setFocus()
        self._who.selectAll()

    def _send(self) -> None:
        if not self._who.text().strip():
            self.wrong(self.desk.t("Write who takes notes."))
            return
        person = person_named(self.desk, self.meeting_id, self._who.text(), say=self.say)
        if person:
            self.send(NameRecorder(meeting=self.meeting_id, topic=self._topic, recorder=person))


class AddPanel(FormPanel):
    """Adds something below a report, with the name of whoever says it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, topic: Topic) -> None:
        t, number = desk.t, topic_number(topic.number)
        super().__init__(
            desk, t("Add to report {n}", n=f"{number} {topic.title}"), parent, meeting_id
        )
        self.setObjectName("addition")
        self._topic = topic.id
        self._text = self.add_text(t("What is added"), "addition.text", lines=4)
        self._who = NameField(desk, meeting_id, name="addition.who", says=t("Who says it"))
        self.add(t("Who says it (may stay empty)"), self._who)
        self.settle()
        self.finish(t("Add to it"), self._send, name="addition.done")
        self._text.setFocus()

    def _send(self) -> None:
        person = ""
        if self._who.text().strip():
            person = person_named(self.desk, self.meeting_id, self._who.text(), say=self.say)
            if not person:
                return
        self.send(
            AddToReport(
                meeting=self.meeting_id,
                addition=self._free(),
                topic=self._topic,
                text=self._text.toPlainText(),
                person=person,
            )
        )

    def _free(self) -> str:
        """A name that no addition to this report bears."""
        report = self.meeting.reports.all.get(self._topic)
        taken = {one.id for one in report.additions} if report else set[str]()
        number = len(taken) + 1
        while f"a{number}" in taken:
            number += 1
        return f"a{number}"
