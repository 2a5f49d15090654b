"""Panels for the words of a topic: its title and reason, and who convenes it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NamesField, people_named
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.widgets import words
from facilitator.meeting.forum.topics import MOST_TITLE, ChangeConveners, EditTopic
from facilitator.words.forum import topic_number


def title_field(name: str) -> QLineEdit:
    """A field for a title; no more fits than may stand there."""
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(MOST_TITLE)
    return field


def why_field(desk: Desk, name: str, lines: int = 3) -> QPlainTextEdit:
    """A field for the reason; Tab leads on."""
    field = QPlainTextEdit()
    field.setObjectName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(desk.px(24 * lines + 16))
    return field


class EditTopicPanel(Panel):
    """Title and reason in other words; the old ones stay readable in the record."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, topic: str) -> None:
        t = desk.t
        found = desk.session.meeting(meeting).wall.topic(topic)
        number = topic_number(found.number)
        super().__init__(desk, t("Change topic {n}", n=number), parent, width=600)
        self.setObjectName("edit-topic")
        self.meeting_id, self._topic = meeting, topic
        self._title = title_field("topic.title")
        self._why = why_field(desk, "topic.why")
        self._reason = QLineEdit()
        self._reason.setObjectName("topic.reason")
        self._title.setText(found.title)
        self._why.setPlainText(found.why)
        self.body.addLayout(labelled(desk, t("Title"), self._title))
        self.body.addLayout(labelled(desk, t("Why (may stay empty)"), self._why))
        reason = t("Reason for the change (may stay empty)")
        self.body.addLayout(labelled(desk, reason, self._reason))
        self.finish(t("Save the change"), self._send, name="topic.done")
        self._title.setFocus()
        self._title.selectAll()

    def _send(self) -> None:
        self.send(
            EditTopic(
                meeting=self.meeting_id,
                topic=self._topic,
                title=self._title.text(),
                why=self._why.toPlainText(),
                reason=self._reason.text(),
            )
        )


class ConvenersPanel(Panel):
    """Who convenes a topic from now on; whoever is not known yet is put on the list."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, topic: str) -> None:
        t = desk.t
        found = desk.session.meeting(meeting).wall.topic(topic)
        number = topic_number(found.number)
        super().__init__(desk, t("Conveners of {n}", n=number), parent, width=600)
        self.setObjectName("conveners")
        self.meeting_id, self._topic = meeting, topic
        self.body.addWidget(words(found.title, "secondary", wrap=True))
        self._who = NamesField(desk, meeting, name="topic.conveners", says=t("Conveners"))
        self._who.show_people(found.conveners)
        self._reason = QLineEdit()
        self._reason.setObjectName("topic.reason")
        self.body.addLayout(labelled(desk, t("Conveners"), self._who))
        reason = t("Reason for the change (may stay empty)")
        self.body.addLayout(labelled(desk, reason, self._reason))
        self.finish(t("Save the change"), self._send, name="topic.done")
        self._who.setFocus()

    def _send(self) -> None:
        people = people_named(self.desk, self.meeting_id, self._who.names, say=self.say)
        if people is not None:
            self.send(
                ChangeConveners(
                    meeting=self.meeting_id,
                    topic=self._topic,
                    conveners=people,
                    reason=self._reason.text(),
                )
            )
