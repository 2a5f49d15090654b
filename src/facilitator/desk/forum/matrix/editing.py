"""Panels that change a place or a time slot that is there already."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.matrix.panels import seats_field, slot_minutes_field
from facilitator.desk.meeting.asked import local
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import date_field, labelled, moment, time_field
from facilitator.desk.widgets import row
from facilitator.meeting.forum.matrix import MOST_NAME, EditPlace, EditSlot


class EditPlacePanel(Panel):
    """Another name, or room for more or fewer."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, place: str) -> None:
        t = desk.t
        super().__init__(desk, t("Change the place"), parent)
        self.setObjectName("edit-place")
        self.meeting_id, self._place = meeting, place
        old = desk.session.meeting(meeting).matrix.place(place)
        self._name = QLineEdit(old.name)
        self._name.setObjectName("place.name")
        self._name.setMaxLength(MOST_NAME)
        self._name.selectAll()
        self._seats = seats_field(desk, "place.seats")
        self._seats.setValue(old.seats)
        fields = row(gap=desk.px(16))
        fields.addLayout(labelled(desk, t("Name of the place"), self._name), 1)
        fields.addLayout(labelled(desk, t("Seats there"), self._seats))
        self.body.addLayout(fields)
        self.finish(t("Change"), self._send, name="place.done")
        self._name.setFocus()

    def _send(self) -> None:
        old = self.desk.session.meeting(self.meeting_id).matrix.place(self._place)
        if (self._name.text().strip(), self._seats.value()) == (old.name, old.seats):
            self.accept()
            return
        name, seats = self._name.text(), self._seats.value()
        self.send(EditPlace(meeting=self.meeting_id, place=self._place, name=name, seats=seats))


class EditSlotPanel(Panel):
    """Another beginning, another length, a name of its own."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, slot: str) -> None:
        t = desk.t
        super().__init__(desk, t("Change the time slot"), parent, width=580)
        self.setObjectName("edit-slot")
        self.meeting_id, self._slot = meeting, slot
        one = desk.session.meeting(meeting)
        old = one.matrix.slot(slot)
        begins = local(one, old.begins)
        self._day = date_field(desk, begins.date(), "slot.day")
        self._begins = time_field(desk, begins.time(), "slot.begins")
        self._minutes = slot_minutes_field(desk, old.minutes, "slot.minutes")
        self._title = QLineEdit(old.title)
        self._title.setObjectName("slot.title")
        self._title.setMaxLength(MOST_NAME)
        fields = row(gap=desk.px(16))
        fields.addLayout(labelled(desk, t("Day"), self._day), 1)
        fields.addLayout(labelled(desk, t("Starts at"), self._begins))
        fields.addLayout(labelled(desk, t("Minutes"), self._minutes))
        self.body.addLayout(fields)
        called = t("Called (empty takes its number)")
        self.body.addLayout(labelled(desk, called, self._title))
        self.finish(t("Change"), self._send, name="slot.done")
        self._begins.setFocus()

    def _send(self) -> None:
        one = self.desk.session.meeting(self.meeting_id)
        old = one.matrix.slot(self._slot)
        begins = moment(self._day, self._begins, one.call.planned)
        same = begins == old.begins and self._minutes.value() == old.minutes
        if same and self._title.text().strip() == old.title:
            self.accept()
            return
        self.send(
            EditSlot(
                meeting=one.id,
                slot=old.id,
                begins=begins,
                minutes=self._minutes.value(),
                title=self._title.text(),
            )
        )
