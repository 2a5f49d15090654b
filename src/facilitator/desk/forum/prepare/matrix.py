"""Places and rounds of a forum: what so many people are likely to need, what there is, how to change it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import count

from PySide6.QtWidgets import QGridLayout, QSpinBox, QTimeEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.matrix.editing import EditPlacePanel, EditSlotPanel
from facilitator.desk.forum.matrix.panels import (
    BEFORE_FIRST,
    AddPlacePanel,
    AddSlotPanel,
    fresh_place,
    fresh_slot,
)
from facilitator.desk.forum.prepare.layout import MOST_PLACES, MOST_ROUNDS, rounds_from
from facilitator.desk.forum.prepare.lines import Lines
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.items_panel import MinutesField
from facilitator.desk.prepare.fields import labelled, time_field
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.advice import HALF_DAY, Advice, advise
from facilitator.meeting.forum.matrix import (
    MOST_MINUTES,
    AddPlace,
    AddSlot,
    RemovePlace,
    RemoveSlot,
)
from facilitator.words.figures import airy
from facilitator.words.forum import slot_times, slot_title
from facilitator.words.tongue import tongue


class MatrixCard(View):
    """Advice and a button that makes what is still lacking; below, the places and the rounds as lists."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("matrix")
        self.meeting_id = meeting
        self._people = -1
        self.places = Lines(desk, "places", t("Places"), t("Add a place…"))
        self.slots = Lines(desk, "slots", t.within("rounds", "Rounds"), t("Add a round…"))
        self._connect()
        box = card()
        lists = row(self.places, self.slots, gap=px(16))
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        column(
            words(t("Places and rounds"), "head"),
            self._advice(),
            lists,
            on=box,
            margins=(px(20), px(14), px(20), px(14)),
            gap=px(12),
        )
        column(box, on=self)
        self.refresh_now()
        self.expect(self._meeting().theme.expected)

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _connect(self) -> None:
        desk, meeting = self.desk, self.meeting_id
        self.places.added.connect(lambda: AddPlacePanel(desk, self, meeting).open())
        self.places.changed.connect(lambda one: EditPlacePanel(desk, self, meeting, one).open())
        self.places.removed.connect(lambda one: desk.do(RemovePlace(meeting=meeting, place=one)))
        self.slots.added.connect(lambda: AddSlotPanel(desk, self, meeting).open())
        self.slots.changed.connect(lambda one: EditSlotPanel(desk, self, meeting, one).open())
        self.slots.removed.connect(lambda one: desk.do(RemoveSlot(meeting=meeting, slot=one)))

    # --- the advice

    def _advice(self) -> QWidget:
        """What to expect, in words; below it how many to make, which people may change."""
        desk, t, px = self.desk, self.desk.t, self.desk.px
        self._said = words("", wrap=True, name="matrix.advice")
        first = self._meeting().call.planned + BEFORE_FIRST
        self._number_places = self._field("matrix.places", t("Places"), 0, MOST_PLACES, 0)
        self._number_slots = self._field(
            "matrix.slots", t.within("rounds", "Rounds"), 0, MOST_ROUNDS, 0
        )
        self._minutes = self._field("matrix.minutes", t("Minutes"), 1, MOST_MINUTES, HALF_DAY)
        self._gap = self._field("matrix.gap", t.within("rounds", "Break"), 0, MOST_MINUTES, 10)
        self._begins: QTimeEdit = time_field(desk, first.time(), "matrix.begins")
        self._make = button(t("Set up"), "soft", name="matrix.make")
        self._make.clicked.connect(self.make)
        fields = QGridLayout()
        fields.setHorizontalSpacing(px(10))
        fields.setVerticalSpacing(px(8))
        for at, (said, field) in enumerate(
            (
                (t("Places"), self._number_places),
                (t.within("rounds", "Rounds"), self._number_slots),
                (t("Minutes"), self._minutes),
                (t("First at"), self._begins),
                (t.within("rounds", "Break"), self._gap),
            )
        ):
            fields.addLayout(labelled(desk, said, field), at // 3, at % 3)
            fields.setColumnStretch(at % 3, 1)
        fields.addLayout(column(None, row(self._make, None)), 1, 2)
        held = card("rule")
        column(self._said, fields, on=held, margins=px(12), gap=px(10))
        return held

    def _field(self, name: str, says: str, least: int, most: int, now: int) -> QSpinBox:
        field = MinutesField()
        field.setObjectName(name)
        field.setAccessibleName(says)
        field.setRange(least, most)
        field.setValue(now)
        field.setMinimumWidth(self.desk.px(64))
        field.lineEdit().setTextMargins(self.desk.px(8), 0, 0, 0)
        field.valueChanged.connect(lambda _value: self._enable())
        return field

    def expect(self, people: int) -> None:
        """So many people are expected: say what that is likely to make, and put it into the fields."""
        if people == self._people:
            return
        t, self._people = self.desk.t, people
        advice = advise(people)
        if advice is None:
            self._said.setText(
                t("How many people do you expect? Then it is said here what they need.")
            )
        else:
            self._said.setText(airy(self._advice_words(advice)))
            self._number_places.setValue(min(advice.places, MOST_PLACES))
            self._number_slots.setValue(min(advice.slots, MOST_ROUNDS))
            self._gap.setValue(advice.gap)
        self._enable()

    def _advice_words(self, advice: Advice) -> str:
        t, (few, many) = self.desk.t, advice.group
        return t(
            "{people} people usually bring about {topics} topics: {places} places in {slots} rounds, {gap} "
            "minutes between them, {few} to {many} people in a group. It is only advice.",
            people=advice.people, topics=advice.topics, places=advice.places, slots=advice.slots,
            gap=advice.gap, few=few, many=many,
        )  # fmt: skip

    def _enable(self) -> None:
        """There is something to set up while fewer are there than the fields say."""
        matrix = self._meeting().matrix
        lacking = self._number_places.value() > len(matrix.places)
        self._make.setEnabled(lacking or self._number_slots.value() > len(matrix.slots))

    def make(self) -> None:
        """Add places and rounds until there are as many as the fields say; what is there stays as it is."""
        t = tongue(self._meeting().call.lang)  # it stands on the wall and on paper
        names = {place.name for place in self._meeting().matrix.places.values()}
        fresh = (name for n in count(1) if (name := t("Place {n}", n=n)) not in names)
        while len((meeting := self._meeting()).matrix.places) < self._number_places.value():
            command = AddPlace(meeting=meeting.id, place=fresh_place(meeting), name=next(fresh))
            if not self.desk.do(command):
                return
        self._make_slots()

    def _make_slots(self) -> None:
        meeting = self._meeting()
        slots, gap = list(meeting.matrix.slots.values()), self._gap.value()
        begins = combined(self._begins, meeting.call.planned)
        if slots:
            begins = max(begins, local(meeting, slots[-1].ends) + timedelta(minutes=gap))
        missing = max(0, self._number_slots.value() - len(slots))
        for at, minutes in rounds_from(begins, self._minutes.value(), gap, missing):
            name = fresh_slot(self._meeting())
            if not self.desk.do(AddSlot(meeting=meeting.id, slot=name, begins=at, minutes=minutes)):
                return

    # --- the lists

    def refresh(self) -> None:
        """Show the places and the rounds as they are."""
        t, meeting, lang = self.desk.t, self._meeting(), self.desk.lang
        matrix = meeting.matrix
        places = [
            (one.id, one.name, airy(t("seats {n}", n=one.seats)) if one.seats else "")
            for one in matrix.places.values()
        ]
        seats = sum(one.seats for one in matrix.places.values())
        said = t.many("{n} place", "{n} places", len(places))
        said = t("{places}, seats {n}", places=said, n=seats) if seats else said
        self.places.show_lines(places, airy(said))
        slots = [
            (
                one.id,
                airy(slot_title(matrix, one.id, lang)),
                airy(self._slot_words(meeting, one.id)),
            )
            for one in matrix.slots.values()
        ]
        self.slots.show_lines(slots, airy(t.many("{n} round", "{n} rounds", len(slots))))
        self._enable()

    def _slot_words(self, meeting: Meeting, slot: str) -> str:
        t, one = self.desk.t, meeting.matrix.slots[slot]
        times = slot_times(one, self.desk.lang, lambda at: local(meeting, at))
        gap = meeting.matrix.gap_before(slot)
        if not gap or gap > timedelta(hours=6):
            return times
        minutes = int(gap.total_seconds() // 60)
        return t("after a break of {n} min: {times}", n=minutes, times=times)


def combined(field: QTimeEdit, beside: datetime) -> datetime:
    """The time in a field on the day of the meeting, in its zone."""
    at = time(field.time().hour(), field.time().minute())
    return datetime.combine(beside.date(), at, beside.tzinfo)
