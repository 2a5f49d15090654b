"""Panels for a further place and a further time slot; Enter in either adds one and closes."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.items_panel import MinutesField
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import (
    date_field,
    labelled,
    moment,
    show_day,
    show_time,
    time_field,
)
from facilitator.desk.widgets import button, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.matrix import (
    MOST_MINUTES,
    MOST_NAME,
    MOST_SEATS,
    AddPlace,
    AddSlot,
)
from facilitator.words.figures import airy, listing
from facilitator.words.forum import slot_times

USUAL_MINUTES = 60
USUAL_BREAK = timedelta(minutes=10)
BEFORE_FIRST = timedelta(minutes=60)
"""What gathering and opening take, so that a first slot is offered after them."""


def fresh_place(meeting: Meeting) -> str:
    """An id for a new place that none of this meeting's places has."""
    return _fresh("p", meeting.matrix.places)


def fresh_slot(meeting: Meeting) -> str:
    """An id for a new slot that none of this meeting's slots has."""
    return _fresh("s", meeting.matrix.slots)


def next_slot(meeting: Meeting) -> tuple[datetime, int]:
    """When a further slot would begin, and for how many minutes: after the last one and a short break."""
    slots = list(meeting.matrix.slots.values())
    if slots:
        return local(meeting, slots[-1].ends + USUAL_BREAK), slots[-1].minutes
    return meeting.call.planned + BEFORE_FIRST, USUAL_MINUTES


class AddPlacePanel(Panel):
    """What a place is called, and for how many it has room."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Add a place"), parent)
        self.setObjectName("add-place")
        self.meeting_id = meeting
        self._name = QLineEdit()
        self._name.setObjectName("place.name")
        self._name.setMaxLength(MOST_NAME)
        self._seats = seats_field(desk, "place.seats")
        fields = row(gap=desk.px(16))
        fields.addLayout(labelled(desk, t("Name of the place"), self._name), 1)
        fields.addLayout(labelled(desk, t("Seats there"), self._seats))
        self.body.addLayout(fields)
        self._there = words("", "secondary", wrap=True, name="place.there")
        self.body.addWidget(self._there)
        self.finish(t("Add it"), self._send, name="place.done")
        further = button(t("Add it, and another"), name="place.further")
        further.clicked.connect(self._send_and_stay)
        self._foot.insertWidget(self._foot.count() - 1, further)
        self._tell()
        self._name.setFocus()

    def _command(self) -> AddPlace:
        meeting = self.desk.session.meeting(self.meeting_id)
        return AddPlace(
            meeting=meeting.id,
            place=fresh_place(meeting),
            name=self._name.text(),
            seats=self._seats.value(),
        )

    def _send(self) -> None:
        self.send(self._command())

    def _send_and_stay(self) -> None:
        """Several places are told one after another."""
        if self.desk.do(self._command(), say=self.say):
            self.wrong("")
            self._name.clear()
            self._tell()
        self._name.setFocus()

    def _tell(self) -> None:
        t, places = self.desk.t, self.desk.session.meeting(self.meeting_id).matrix.places
        names = listing((place.name for place in places.values()), self.desk.lang)
        self._there.setText(t("There are already: {places}", places=names) if names else "")
        self._there.setVisible(bool(names))


class AddSlotPanel(Panel):
    """When a slot begins and for how long; offered is the time after the last one and a short break."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Add a time slot"), parent, width=580)
        self.setObjectName("add-slot")
        self.meeting_id = meeting
        begins, minutes = next_slot(self._meeting())
        self._day = date_field(desk, begins.date(), "slot.day")
        self._begins = time_field(desk, begins.time(), "slot.begins")
        self._minutes = slot_minutes_field(desk, minutes, "slot.minutes")
        self._title = QLineEdit()
        self._title.setObjectName("slot.title")
        self._title.setMaxLength(MOST_NAME)
        fields = row(gap=desk.px(16))
        fields.addLayout(labelled(desk, t("Day"), self._day), 1)
        fields.addLayout(labelled(desk, t("Starts at"), self._begins))
        fields.addLayout(labelled(desk, t("Minutes"), self._minutes))
        self.body.addLayout(fields)
        called = t("Called (empty takes its number)")
        self.body.addLayout(labelled(desk, called, self._title))
        self._there = words("", "secondary", wrap=True, name="slot.there")
        self.body.addWidget(self._there)
        self.finish(t("Add it"), self._send, name="slot.done")
        further = button(t("Add it, and another"), name="slot.further")
        further.clicked.connect(self._send_and_stay)
        self._foot.insertWidget(self._foot.count() - 1, further)
        self._tell()
        self._begins.setFocus()

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _command(self) -> AddSlot:
        meeting = self._meeting()
        return AddSlot(
            meeting=meeting.id,
            slot=fresh_slot(meeting),
            begins=moment(self._day, self._begins, meeting.call.planned),
            minutes=self._minutes.value(),
            title=self._title.text(),
        )

    def _send(self) -> None:
        self.send(self._command())

    def _send_and_stay(self) -> None:
        """The next one is offered after the one that was just added."""
        if self.desk.do(self._command(), say=self.say):
            self.wrong("")
            begins, minutes = next_slot(self._meeting())
            show_day(self._day, begins.date())
            show_time(self._begins, begins.time())
            self._minutes.setValue(minutes)
            self._title.clear()
            self._tell()
        self._begins.setFocus()

    def _tell(self) -> None:
        t, meeting = self.desk.t, self._meeting()
        lang = self.desk.lang
        slots = meeting.matrix.slots.values()
        times = listing(
            (slot_times(one, lang, lambda at: local(meeting, at)) for one in slots), lang
        )
        self._there.setText(airy(t("There are already: {slots}", slots=times)) if times else "")
        self._there.setVisible(bool(times))


def seats_field(desk: Desk, name: str) -> QSpinBox:
    """A field for how many a place holds; while it is 0 it says that nobody counted."""
    t = desk.t
    field = MinutesField()
    field.setObjectName(name)
    field.setAccessibleName(t("Seats there"))
    field.setRange(0, MOST_SEATS)
    field.setSpecialValueText(t("not counted"))
    field.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
    return field


def slot_minutes_field(desk: Desk, minutes: int, name: str) -> QSpinBox:
    """A field for how long a slot takes: a minute at least."""
    t = desk.t
    field = MinutesField()
    field.setObjectName(name)
    field.setAccessibleName(t("Minutes"))
    field.setRange(1, MOST_MINUTES)
    field.setSingleStep(5)
    field.setSuffix(t(" min"))
    field.setValue(minutes)
    field.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
    return field


def _fresh(letter: str, taken: Container[str]) -> str:
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"
