"""What was done at the wall just now, a few words each, newest first; and taking back the last of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from facilitator.acts import Event
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, clock_at, why_not
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.widgets import button, column, elided, line, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.interest import TopicsScreened
from facilitator.meeting.forum.merging import TakeBack, TopicMerged, TopicSplit
from facilitator.meeting.forum.placing import (
    SecondSlotGiven,
    TopicHalved,
    TopicMoved,
    TopicParked,
    TopicPlaced,
    TopicsSwapped,
    TopicTakenOff,
)
from facilitator.meeting.forum.topics import (
    ConvenersChanged,
    TopicEdited,
    TopicHeldAfterAll,
    TopicNotHeld,
    TopicPosted,
    TopicWithdrawn,
)
from facilitator.words.figures import airy
from facilitator.words.forum import slot_title, topic_number

SHOWN = 8
KEY = "Ctrl+Z"


def deed_words(desk: Desk, meeting: Meeting, event: Event) -> str:
    """A deed in a few words: 23 挪到多功能厅."""
    t = desk.t

    def number(topic: str) -> str:
        return topic_number(meeting.wall.topic(topic).number)

    def place(key: str) -> str:
        one = meeting.matrix.places.get(key)
        return one.name if one is not None else key

    match event:
        case TopicPosted():
            return t("{topic} posted", topic=number(event.topic))
        case TopicPlaced():
            return t(
                "{topic} hung up: {place}",
                topic=number(event.topic),
                place=place(event.field.place),
            )
        case TopicMoved():
            return t(
                "{n} moved to {place}", n=number(event.topic), place=_whereto(desk, meeting, event)
            )
        case SecondSlotGiven():
            return t("{topic} has a further slot", topic=number(event.topic))
        case TopicsSwapped():
            return t(
                "{one} and {other} swapped", one=number(event.first), other=number(event.second)
            )
        case TopicHalved():
            return (
                t("{topic} takes half a slot", topic=number(event.topic))
                if event.field.half
                else t("{topic} takes the whole slot", topic=number(event.topic))
            )
        case TopicTakenOff():
            return t("{topic} taken off", topic=number(event.topic))
        case TopicParked():
            return t("{topic} parked", topic=number(event.topic))
        case TopicMerged():
            return t("{one} merged into {other}", one=number(event.topic), other=number(event.into))
        case TopicSplit():
            return t("{topic} split", topic=number(event.topic))
        case TopicEdited():
            return t("{topic} worded anew", topic=number(event.topic))
        case ConvenersChanged():
            return t("{topic}: others convene it", topic=number(event.topic))
        case TopicWithdrawn():
            return t("{topic} withdrawn", topic=number(event.topic))
        case TopicNotHeld():
            return t("{topic} not held", topic=number(event.topic))
        case TopicHeldAfterAll():
            return t("{topic} held after all", topic=number(event.topic))
        case TopicsScreened():
            count = len(event.keep)
            return airy(t.many("{n} topic kept", "{n} topics kept", count))
        case _:
            return ""


def _whereto(desk: Desk, meeting: Meeting, event: TopicMoved) -> str:
    """The new place; the new slot, where only that changed."""
    if event.field.place == event.old.place and event.field.slot in meeting.matrix.slots:
        return airy(slot_title(meeting.matrix, event.field.slot, desk.lang))
    one = meeting.matrix.places.get(event.field.place)
    return one.name if one is not None else event.field.place


class JustNow(QFrame):
    """The last deeds, and the button that takes the latest back, as Ctrl+Z does."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self.setProperty("look", "card")
        self.setObjectName("wall.deeds")
        t, px = desk.t, desk.px
        self._undo = button(t("Undo"), grade="small", name="wall.undo")
        self._undo.set_key(KEY)
        self._undo.clicked.connect(self.take_back)
        self._lines: list[tuple[QWidget, QLabel, QLabel]] = []
        head = row(words(t("Just now"), "head"), None, self._undo)
        content = QWidget()
        box = column(on=content, gap=0)
        for at in range(SHOWN):
            box.addWidget(self._line(first=not at))
        box.addStretch(1)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(head, area, on=self, margins=(px(12), px(8), px(12), px(8)), gap=px(4))
        self.setMinimumHeight(px(84))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def refresh(self) -> None:
        """Show the last deeds there are."""
        desk = self._desk
        meeting = desk.session.meeting(self._meeting)
        allow(self._undo, why_not(desk, TakeBack(meeting=meeting.id)))
        deeds = meeting.wall.deeds[: -SHOWN - 1 : -1]
        for at, (holder, time, said) in enumerate(self._lines):
            holder.setVisible(at < len(deeds))
            if at < len(deeds):
                recorded = deeds[at].recorded
                time.setText(clock_at(meeting, recorded.at))
                said.setText(deed_words(desk, meeting, recorded.event))

    def _line(self, *, first: bool) -> QWidget:
        """A line for one deed, with a hair line above it, but above the first."""
        holder, px = QWidget(), self._desk.px
        time, said = words("", "secondary"), elided("", "caption")
        one = row(time, said, gap=px(8), margins=(0, px(5), 0, px(5)))
        one.setStretch(1, 1)
        column(*(() if first else (line(),)), one, on=holder, gap=0)
        self._lines.append((holder, time, said))
        return holder

    def take_back(self) -> None:
        """Undo the latest deed at the wall, by the page's own undo where that would do the same."""
        desk, undo = self._desk, undoing(self._desk)
        commands = undo.way(self._meeting).commands
        if commands and isinstance(commands[0], TakeBack):
            undo.undo(self._meeting)
        else:
            desk.do(TakeBack(meeting=self._meeting))
