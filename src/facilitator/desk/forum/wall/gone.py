"""The topics that do not stand for themselves any more: merged, split, withdrawn, posted by mistake."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import gone
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.words.figures import listing
from facilitator.words.forum import topic_number


class GonePanel(Panel):
    """A list of them, each with what became of it and who had convened it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Merged, split, withdrawn"), parent, width=680)
        self.setObjectName("gone")
        note = t("Nothing is lost: every topic stays readable under its number.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        one = desk.session.meeting(meeting)
        told = [became(desk, one, topic) for topic in gone(one)]
        self.list = QListView()
        self.list.setObjectName("gone.list")
        self.list.setAccessibleName(t("Merged, split, withdrawn"))
        self.list.setProperty("framed", True)
        self.list.setModel(QStringListModel(told, self.list))
        self.list.setWordWrap(True)
        self.list.setSpacing(px(4))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(px(280))
        self.body.addWidget(self.list)
        self.finish(t("Close"), self.accept, cancel=False, name="gone.done")


def became(desk: Desk, meeting: Meeting, topic: Topic) -> str:
    """A topic with its convener and what became of it, in a sentence."""
    t, names = desk.t, desk.session.names(meeting)
    who = listing([names.get(person, person) for person in topic.conveners], desk.lang)

    def named(one: Topic) -> str:
        return f"{topic_number(one.number)} {one.title}"

    match topic.state:
        case TopicState.MERGED:
            what = t("goes on as part of {topic}", topic=named(meeting.wall.topic(topic.into)))
        case TopicState.SPLIT:
            parts = [one for one in meeting.wall.topics.values() if one.came_from == topic.id]
            numbers = listing([topic_number(one.number) for one in parts], desk.lang)
            what = t("goes on as {topics}", topics=numbers)
        case TopicState.WITHDRAWN:
            what = t("withdrawn: {reason}", reason=topic.reason)
        case _:
            what = t("posted by mistake")
    return t("{topic} ({who}): {what}", topic=named(topic), who=who, what=what)
