"""Panels for an item of the agenda: adding one, changing one, putting one off, withdrawing one."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.desk.decisions.before import BeforeLine
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.items import (
    MOST_MINUTES,
    AddItem,
    EditItem,
    PostponeItem,
    WithdrawItem,
)
from facilitator.meeting.motions import PostponeMotion
from facilitator.meeting.part import MeetingCommand
from facilitator.words.figures import airy, item_number, listing
from facilitator.words.matters import motion_name


def fresh_item(meeting: Meeting) -> str:
    """An id for a new item that none of this meeting's items has."""
    number = 1 + len(meeting.agenda.items)
    while meeting.agenda.get(f"i{number}"):
        number += 1
    return f"i{number}"


class MinutesField(QSpinBox):
    """A number that is typed over, however one comes to the field: while it is 0 a word stands there."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """After the click that brought the focus, which would take the selection away."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)


def minutes_field(desk: Desk, name: str) -> MinutesField:
    """A field for how long an item is to take; 0 means that this is open."""
    t = desk.t
    field = MinutesField()
    field.setObjectName(name)
    field.setAccessibleName(t("Minutes"))
    field.setRange(0, MOST_MINUTES)
    field.setSingleStep(5)
    field.setSpecialValueText(t("Minutes"))
    field.setSuffix(t(" min"))
    field.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
    return field


def numbered(desk: Desk, item: Item) -> str:
    """第3项 楼道照明: an item by number and title."""
    t = desk.t
    return t("Item {number}: {title}", number=item_number(item.number, "en"), title=item.title)


class _ItemPanel(Panel):
    """The fields that adding and changing have in common."""

    def __init__(self, desk: Desk, title: str, parent: QWidget, meeting: str) -> None:
        super().__init__(desk, title, parent, width=640)
        t = desk.t
        self.meeting_id = meeting
        self._title, self._text = QLineEdit(), QPlainTextEdit()
        self._title.setObjectName("item.title")
        self._text.setObjectName("item.text")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(desk.px(120))
        self._minutes = minutes_field(desk, "item.minutes")
        first = row(gap=desk.px(16))
        first.addLayout(self.field(t("Title"), self._title), 1)
        first.addLayout(self.field(t("Minutes"), self._minutes))
        self.body.addLayout(first)
        typed = (self._title, self._text)
        self.body.addWidget(BeforeLine(desk, typed, but=meeting, name="item.before"))
        self.body.addLayout(self.field(t("Wording of the motion, if there is one"), self._text))

    def field(self, said: str, field: QWidget) -> QVBoxLayout:
        """A field under its label."""
        label = words(said)
        label.setBuddy(field)
        return column(label, field, gap=self.desk.px(4))


class AddItemPanel(_ItemPanel):
    """A further item; `before` names the one it is to stand before, "" puts it last."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, *, before: str = "") -> None:
        t = desk.t
        super().__init__(desk, t("Add an item to the agenda"), parent, meeting)
        self.setObjectName("add-item")
        self._before = before
        self._proposer = QLineEdit()
        self._proposer.setObjectName("item.proposer")
        self._names = desk.session.names(desk.session.meeting(meeting))
        self._proposer.setCompleter(QCompleter(sorted(set(self._names.values())), self))
        self.body.addLayout(self.field(t("Proposed by (may stay empty)"), self._proposer))
        self.finish(t("Add to the agenda"), self._send, name="item.done")
        self._title.setFocus()

    def _send(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        self.send(
            AddItem(
                meeting=meeting.id,
                item=fresh_item(meeting),
                title=self._title.text(),
                minutes=self._minutes.value(),
                text=self._text.toPlainText(),
                proposer=self._who(),
                before=self._before,
            )
        )

    def _who(self) -> str:
        """The id of somebody this meeting knows by just that name, so that it goes when they are erased."""
        said = self._proposer.text().strip()
        found = [key for key, name in self._names.items() if name == said]
        return found[0] if len(found) == 1 else said


class EditItemPanel(_ItemPanel):
    """Title, duration and wording of an item; the reason is asked for once people were told of it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, item: str) -> None:
        t, one = desk.t, desk.session.meeting(meeting)
        found = one.agenda.item(item)
        super().__init__(desk, t("Change item {number}", number=found.number), parent, meeting)
        self.setObjectName("edit-item")
        self._item = item
        self._title.setText(found.title)
        self._minutes.setValue(found.minutes)
        self._text.setPlainText(found.text)
        if found.proposer:
            name = desk.session.names(one).get(found.proposer, found.proposer)
            said = t("Proposed by {name}", name=name)
            self.body.addWidget(words(said, "secondary", wrap=True))
        self._reason = QLineEdit()
        self._reason.setObjectName("item.reason")
        if one.agenda.announced:
            optional = t("Reason for the change (may stay empty)")
            said = t("Reason for the change") if one.agenda.frozen else optional
            self.body.addLayout(self.field(said, self._reason))
        self.finish(t("Save the change"), self._send, name="item.done")
        self._title.setFocus()
        self._title.selectAll()

    def _send(self) -> None:
        self.send(
            EditItem(
                meeting=self.meeting_id,
                item=self._item,
                title=self._title.text(),
                minutes=self._minutes.value(),
                text=self._text.toPlainText(),
                reason=self._reason.text(),
            )
        )


def postpone_panel(desk: Desk, parent: QWidget, meeting: str, item: Item) -> ReasonPanel:
    """Asks why an item is put off; with what is open on it, it is offered to the body's next meeting then."""
    t, key, motions = desk.t, item.id, desk.session.meeting(meeting).motions
    opened = [one for one in motions.open_on(key) if not one.amends]

    def made(reason: str) -> list[MeetingCommand]:
        first = [PostponeMotion(meeting=meeting, motion=one.id, reason=reason) for one in opened]
        return [*first, PostponeItem(meeting=meeting, item=key, reason=reason)]

    note = numbered(desk, item)
    if opened:
        names = listing((motion_name(motions, one, desk.lang) for one in opened), desk.lang)
        note += "\n" + t("Put off with it: {motions}.", motions=airy(names))
    title = t("Put off to the next meeting")
    return ReasonPanel(desk, parent, title, made, done=t("Put off"), note=note)


def withdraw_panel(desk: Desk, parent: QWidget, meeting: str, item: Item) -> ReasonPanel:
    """Asks why an item is not dealt with at all; it stays readable on the agenda, struck."""
    t, key = desk.t, item.id
    return ReasonPanel(
        desk,
        parent,
        t("Withdraw from the agenda"),
        lambda reason: WithdrawItem(meeting=meeting, item=key, reason=reason),
        done=t("Withdraw"),
        note=numbered(desk, item),
    )
