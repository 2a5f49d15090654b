"""Everything that can be done with one card, as its menu; what cannot be done now is grey and says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.acts import fresh_topics, slot_of
from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.forum.wall.hand import Hand
from facilitator.desk.forum.wall.putting import park_panel
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.meeting import Meeting
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.merging import MergeTopic, Piece, SplitTopic
from facilitator.meeting.forum.placing import HalveTopic, ParkTopic, TakeOff
from facilitator.meeting.forum.topics import EditTopic, HoldAfterAll, NotHeld, WithdrawTopic
from facilitator.meeting.forum.wall import (
    FIRST_HALF,
    SECOND_HALF,
    WHOLE,
    Topic,
    TopicState,
)
from facilitator.meeting.part import MeetingCommand
from facilitator.words.forum import topic_number


class TopicMenu:
    """Makes the menu of a card and opens it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, hand: Hand) -> None:
        self._desk, self._parent, self._meeting, self._hand = desk, parent, meeting, hand

    def open(self, card: Card, at: QPoint) -> QMenu:
        """Open it at a point of the screen."""
        menu = self._made(card)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _made(self, card: Card) -> QMenu:
        meeting = self._desk.session.meeting(self._meeting)
        topic = meeting.wall.topic(card.topic)
        menu = QMenu(self._parent)
        menu.setObjectName(f"topic.{topic.id}")
        menu.setAccessibleName(f"{card.number} {card.title}")
        menu.setToolTipsVisible(True)
        self._add_moves(menu, meeting, topic, card)
        menu.addSeparator()
        self._add_halves(menu, meeting, topic, card)
        menu.addSeparator()
        self._add_words(menu, meeting, topic)
        menu.addSeparator()
        self._add_ends(menu, meeting, topic)
        return menu

    def _add_moves(self, menu: QMenu, meeting: Meeting, topic: Topic, card: Card) -> None:
        t, desk = self._desk.t, self._desk
        key, slot = meeting.id, slot_of(card)
        gone = why_not(desk, ParkTopic(meeting=key, topic=topic.id))
        blocked = "" if topic.live else gone
        wall = bool(meeting.matrix.places and meeting.matrix.slots)
        no_field = "" if wall else t("There is no place or no time slot yet.")
        text = t("Move") if topic.spots else t("Put on the wall")
        move = self._act(menu, "move", text, lambda: self._hand.take_by_keys(card))
        allow(move, blocked or no_field)
        second = self._act(
            menu, "second", t("A further slot"), lambda: self._hand.take_by_keys(card, second=True)
        )
        unhung = "" if topic.spots else t("It is not on the wall yet.")
        allow(second, blocked or unhung)
        off = TakeOff(meeting=key, topic=topic.id, slot=slot if len(topic.spots) > 1 else "")
        text = t("Take it off the wall") if topic.spots else t("Back to those that wait")
        text = t("Take off this sitting") if len(topic.spots) > 1 else text
        self._offer(menu, "off", text, off)
        park = self._act(menu, "park", t("Park for now…"), lambda: self._park(topic))
        allow(park, gone)

    def _add_halves(self, menu: QMenu, meeting: Meeting, topic: Topic, card: Card) -> None:
        t, slot = self._desk.t, slot_of(card)
        for half, name, text in (
            (FIRST_HALF, "first", t("Only the first half")),
            (SECOND_HALF, "second-half", t("Only the second half")),
            (WHOLE, "whole", t("The whole slot")),
        ):
            command = HalveTopic(meeting=meeting.id, topic=topic.id, half=half, slot=slot)
            act = self._offer(menu, name, text, command)
            if topic.spots and card.half == half:
                allow(act, t("That is how it is."))

    def _add_words(self, menu: QMenu, meeting: Meeting, topic: Topic) -> None:
        t, key = self._desk.t, meeting.id
        edit = self._panel(
            menu, "edit", t("Change title or reason…"), "topics:EditTopicPanel", topic
        )
        edit.setIcon(self._desk.theme.icon("pencil"))
        asked = EditTopic(meeting=key, topic=topic.id, title=f"{topic.title[:100]}{ASKED}")
        allow(edit, why_not(self._desk, asked))
        who = self._panel(menu, "conveners", t("Other conveners…"), "topics:ConvenersPanel", topic)
        allow(who, why_not(self._desk, asked))
        names = self._panel(menu, "names", t("Names under it…"), "names:NamesPanel", topic)
        heads = meeting.interest.counts.get(topic.id, 0)
        allow(names, why_not(self._desk, CountInterest(meeting=key, topic=topic.id, heads=heads)))

    def _add_ends(self, menu: QMenu, meeting: Meeting, topic: Topic) -> None:
        desk, t, key = self._desk, self._desk.t, meeting.id
        merge = self._panel(menu, "merge", t("Merge with another…"), "consent:MergePanel", topic)
        others = [one for one in meeting.wall.counted() if one.live and one.id != topic.id]
        alone = "" if others else t("There is no other topic.")
        asked = [person for one in (topic, *others[:1]) for person in one.conveners]
        if others:
            into, all_of_them = others[0].id, tuple(dict.fromkeys(asked))
            alone = why_not(
                desk, MergeTopic(meeting=key, topic=topic.id, into=into, agreed=all_of_them)
            )
        allow(merge, alone)
        split = self._panel(menu, "split", t("Split…"), "consent:SplitPanel", topic)
        pieces = tuple(Piece(one, ASKED, topic.conveners) for one in fresh_topics(meeting, 2))
        command = SplitTopic(meeting=key, topic=topic.id, pieces=pieces, agreed=topic.conveners)
        allow(split, why_not(desk, command))
        if topic.state is TopicState.NOT_HELD:
            command = HoldAfterAll(meeting=key, topic=topic.id)
            self._offer(menu, "held", t("Held after all"), command)
        else:
            off = self._act(menu, "not-held", t("Not held…"), lambda: self._not_held(topic))
            allow(off, why_not(desk, NotHeld(meeting=key, topic=topic.id)))
        gone = self._act(menu, "withdraw", t("Withdraw…"), lambda: self._withdraw(topic))
        gone.setIcon(desk.theme.icon("x"))
        allow(gone, why_not(desk, WithdrawTopic(meeting=key, topic=topic.id, reason=ASKED)))

    def _act(self, menu: QMenu, key: str, text: str, act: Callable[[], object]) -> QAction:
        made = menu.addAction(text)
        made.setObjectName(f"{menu.objectName()}.{key}")
        made.triggered.connect(lambda _c=False: act())
        return made

    def _offer(self, menu: QMenu, key: str, text: str, command: MeetingCommand) -> QAction:
        made = self._act(menu, key, text, lambda: self._desk.do(command))
        allow(made, why_not(self._desk, command))
        return made

    def _panel(self, menu: QMenu, key: str, text: str, where: str, topic: Topic) -> QAction:
        """An entry that opens a panel for the topic; imported when it is first wanted."""

        def show() -> None:
            import importlib

            module, name = where.split(":")
            made = getattr(importlib.import_module(f"{__package__}.{module}"), name)
            made(self._desk, self._parent, self._meeting, topic.id).open()

        return self._act(menu, key, text, show)

    def _park(self, topic: Topic) -> None:
        park_panel(self._desk, self._parent, self._meeting, topic).open()

    def _not_held(self, topic: Topic) -> None:
        t, key = self._desk.t, self._meeting
        ReasonPanel(
            self._desk,
            self._parent,
            t("The group did not meet"),
            lambda reason: NotHeld(meeting=key, topic=topic.id, reason=reason),
            done=t("Note it"),
            note=t("{topic}. That is a valid outcome; the book says so.", topic=_named(topic)),
            asks=t("Reason (may stay empty)"),
        ).open()

    def _withdraw(self, topic: Topic) -> None:
        t, key = self._desk.t, self._meeting
        ReasonPanel(
            self._desk,
            self._parent,
            t("Withdraw the topic"),
            lambda reason: WithdrawTopic(meeting=key, topic=topic.id, reason=reason),
            done=t("Withdraw"),
            note=t("{topic}. It stays readable under its number.", topic=_named(topic)),
        ).open()


def _named(topic: Topic) -> str:
    return f"{topic_number(topic.number)} {topic.title}"
