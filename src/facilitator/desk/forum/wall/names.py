"""Who put their name under a topic: added and taken away as they stand on the sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NamesField, people_named
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.widgets import words
from facilitator.meeting.forum.interest import SignOff, SignUp
from facilitator.words.forum import topic_number


class NamesPanel(Panel):
    """The names under one topic; whoever is not known yet is put on the list."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, topic: str) -> None:
        t = desk.t
        one = desk.session.meeting(meeting)
        found = one.wall.topic(topic)
        super().__init__(
            desk, t("Names under {n}", n=topic_number(found.number)), parent, width=600
        )
        self.setObjectName("names")
        self.meeting_id, self._topic = meeting, topic
        self.body.addWidget(words(found.title, "secondary", wrap=True))
        self._who = NamesField(desk, meeting, name="names.who", says=t("Names"))
        self._who.show_people(one.interest.signed.get(topic, ()))
        self.body.addLayout(labelled(desk, t("Names"), self._who))
        self.finish(t("Save"), self._send, name="names.done")
        self._who.setFocus()

    def _send(self) -> None:
        people = people_named(self.desk, self.meeting_id, self._who.names, say=self.say)
        if people is None:
            return
        key, topic = self.meeting_id, self._topic
        was = self.desk.session.meeting(key).interest.signed.get(topic, ())
        off = [SignOff(meeting=key, topic=topic, person=one) for one in was if one not in people]
        on = [SignUp(meeting=key, topic=topic, person=one) for one in people if one not in was]
        self.send(*off, *on)
