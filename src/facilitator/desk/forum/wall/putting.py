"""Putting a carried card down: into a free field at once; onto another card only as people choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.acts import putting, sharing, slot_of, swapping, there
from facilitator.desk.forum.wall.facts import Cell
from facilitator.desk.forum.wall.hand import Carry
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.meeting import Meeting
from facilitator.meeting.forum.placing import ParkTopic, TakeOff
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.meeting.part import MeetingCommand
from facilitator.words.forum import topic_number


class Putting:
    """See the module. `done` is told which topic hangs where, so that it can be selected there."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting: str, done: Callable[[str, str], object]
    ) -> None:
        self._desk, self._parent, self._meeting, self._done = desk, parent, meeting, done

    def put(self, carry: Carry, at: QPoint) -> None:
        """A card was put down, into its field or beside the wall."""
        meeting = self._desk.session.meeting(self._meeting)
        if carry.zone:
            self._aside(meeting, carry)
        elif carry.aim is not None and carry.aim != carry.card.cell:
            others = there(meeting, carry, carry.aim)
            if others:
                self._ask(meeting, carry, carry.aim, others, at)
            else:
                self._do(carry, carry.aim, [putting(meeting, carry, carry.aim)])

    def _aside(self, meeting: Meeting, carry: Carry) -> None:
        """Back to the tray, or into the parking area with a reason."""
        topic = meeting.wall.topic(carry.card.topic)
        if carry.zone == "parking":
            if topic.state is not TopicState.PARKED:
                park_panel(self._desk, self._parent, meeting.id, topic).open()
        elif topic.spots or topic.state is TopicState.PARKED:
            several = len(topic.spots) > 1
            slot = slot_of(carry.card) if several else ""
            self._desk.do(TakeOff(meeting=meeting.id, topic=topic.id, slot=slot))

    def _ask(
        self, meeting: Meeting, carry: Carry, cell: Cell, others: list[Topic], at: QPoint
    ) -> None:
        """The choice where something hangs already. Nothing is chosen beforehand."""
        t = self._desk.t
        menu = QMenu(self._parent)
        menu.setObjectName("wall.choice")
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(t("Something hangs here already"))
        both = putting(meeting, carry, cell)
        for other in others:
            n = topic_number(other.number)
            swap = swapping(meeting, carry, other, cell)
            self._offer(menu, carry, cell, f"swap.{other.id}", t("Swap with {n}", n=n), [swap])
        self._offer(menu, carry, cell, "both", t("Put both here"), [both])
        if len(others) == 1:
            text = t("Both here, half of the slot each")
            self._offer(menu, carry, cell, "halves", text, sharing(meeting, carry, others[0], cell))
        for other in others:
            merge = menu.addAction(t("Merge with {n}…", n=topic_number(other.number)))
            merge.setObjectName(f"wall.choice.merge.{other.id}")
            merge.triggered.connect(
                lambda _c=False, other=other: self._merge(carry.card.topic, other.id)
            )
        menu.addSeparator()
        menu.addAction(t("Cancel")).setObjectName("wall.choice.cancel")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _offer(
        self,
        menu: QMenu,
        carry: Carry,
        cell: Cell,
        key: str,
        text: str,
        commands: list[MeetingCommand],
    ) -> QAction:
        act = menu.addAction(text)
        act.setObjectName(f"wall.choice.{key}")
        allow(act, why_not(self._desk, commands[0]))
        act.triggered.connect(lambda _c=False: self._do(carry, cell, commands))
        return act

    def _do(self, carry: Carry, cell: Cell, commands: Iterable[MeetingCommand]) -> None:
        if all(self._desk.do(command) for command in commands):
            self._done(carry.card.topic, cell.slot)

    def _merge(self, topic: str, into: str) -> None:
        from facilitator.desk.forum.wall.consent import MergePanel

        MergePanel(self._desk, self._parent, self._meeting, topic, into).open()


def park_panel(desk: Desk, parent: QWidget, meeting: str, topic: Topic) -> ReasonPanel:
    """Asks why a topic is put aside; it may stay unsaid."""
    t = desk.t
    return ReasonPanel(
        desk,
        parent,
        t("Park for now"),
        lambda reason: ParkTopic(meeting=meeting, topic=topic.id, reason=reason),
        done=t("Park it"),
        note=f"{topic_number(topic.number)} {topic.title}",
        asks=t("Reason (may stay empty)"),
    )
