"""The space reopened: what that means, what was posted since as something to do, and the way to the wall."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.reports.reading import Reading
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.ground import card
from facilitator.meeting import Meeting
from facilitator.words.figures import airy, listing
from facilitator.words.forum import topic_number


class Reopened(QWidget):
    """`wall_wanted` to post; `otherwise` to choose another way while nothing speaks against it."""

    wall_wanted = Signal()
    otherwise = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk = desk
        frame = card()
        go = button(t("To the agenda wall"), "primary", name="reopened.wall")
        go.setIcon(desk.theme.icon("arrow-right", "accent_on"))
        go.icon_last().clicked.connect(self.wall_wanted)
        other = button(t("Do it otherwise…"), "quiet", name="reopened.otherwise")
        other.clicked.connect(self.otherwise)
        self._count = words("", "head", wrap=True, name="reopened.count")
        self._topics = Reading(desk, name="reopened.topics", says=t("Topics to act on"))
        column(
            words(t("The space is open again"), "item", wrap=True),
            words(
                t(
                    "There are no dots. Whoever wants to go on with something posts it on the agenda wall, "
                    "this time as something to do; each of these topics is marked for action."
                ),
                wrap=True,
            ),
            row(go, other, None),
            self._count,
            self._topics,
            on=frame,
            margins=px(20),
            gap=px(12),
        ).setStretch(4, 1)
        column(frame, on=self)
        self.setFocusProxy(go)

    def show_meeting(self, meeting: Meeting, names: Mapping[str, str]) -> None:
        """Show what was posted since."""
        t = self._desk.t
        acting = [topic for topic in meeting.wall.counted() if topic.acting]
        said = t.many("{n} topic to act on", "{n} topics to act on", len(acting))
        self._count.setText(airy(said) if acting else t("Nothing was posted yet to act on."))
        writer = self._topics.begin(margin=0)
        for topic in acting:
            who = listing((names.get(one, one) for one in topic.conveners), self._desk.lang)
            writer.line(topic_number(topic.number), topic.title, who)
        self._topics.show_written(writer)
