"""Signing in at the door: press a card, or type a number and Enter, and somebody has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.meeting.guests import AdmitPanel
from facilitator.desk.meeting.seat_acts import person_menu
from facilitator.desk.notices import Notice
from facilitator.desk.prepare.door import Came, Comer, narrowed, parties
from facilitator.desk.prepare.door_board import DoorBoard
from facilitator.desk.prepare.door_find import DoorField
from facilitator.desk.prepare.door_side import DoorSide
from facilitator.desk.prepare.panels import ExcusePanel
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, elided, row
from facilitator.desk.widgets.words import retone
from facilitator.meeting.attendance import Arrive
from facilitator.words.figures import airy


class SignInView(View):
    """The field keeps the keys: cards are pressed beside it, and what is typed anywhere goes into it."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("signin")
        self.meeting_id = meeting
        self.board = DoorBoard(desk)
        self.board.pressed.connect(self._pressed)
        self.board.asked.connect(self._menu)
        self.field = DoorField(desk)
        self.field.textChanged.connect(lambda _text: self._look())
        self.field.found.connect(self._entered)
        self.field.unclear.connect(lambda said: self._say(said, "warn"))
        self.field.leaving.connect(self.board.take_keys)
        self._said = elided("", "strong", name="door.said")
        left = column(self._bar(), self._said, self.board, gap=px(8))
        left.setContentsMargins(px(20), px(12), px(12), px(8))
        whole = row(left, DoorSide(desk, meeting), on=self, gap=0)
        whole.setStretch(0, 1)
        self.setFocusProxy(self.field)
        self.refresh_now()

    def refresh(self) -> None:
        """Show who has come by now."""
        found = parties(self.desk, self.desk.session.meeting(self.meeting_id))
        self._found = found
        self.field.know(found)
        t = self.desk.t
        waiting = sum(
            one.came is Came.EXPECTED for party in found if party.group >= 0 for one in party.comers
        )
        self._missing.setText(airy(t("Not here yet: {n}", n=waiting)))
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever begins signing in wants to type the first number."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed while a card has the keys belongs into the field."""
        if event.text().isprintable() and event.text().strip() and not self.field.hasFocus():
            self.field.setFocus()
            self.field.insert(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def _bar(self) -> TerseRow:
        t, desk = self.desk.t, self.desk
        self._missing = button("", name="door.missing")
        self._missing.setCheckable(True)
        self._missing.setToolTip(t("Show only those who are not here yet"))
        self._missing.toggled.connect(self._toggled)
        leave, let_in = t("Leave…"), t("Let somebody in…")
        icon = desk.theme.icon
        seldom = (
            button(leave, icon=icon("calendar-x"), name="door.excuse"),
            button(let_in, icon=icon("user-plus"), name="door.admit"),
        )
        for one, panel in zip(seldom, (ExcusePanel, AdmitPanel), strict=True):
            one.clicked.connect(partial(self._open, panel))
        return TerseRow(desk, self.field, self._missing, *seldom, fields={self.field: 240})

    def _toggled(self, on: bool) -> None:
        self._missing.set_look("soft" if on else "plain")
        self._look()

    def _look(self) -> None:
        """Show whom the field and the button ask for; frame the card whose number is being typed."""

        def fits(comer: Comer) -> bool:
            waits = comer.came is Came.EXPECTED or not self._missing.isChecked()
            return waits and self.field.fits(comer)

        self.board.show_parties(narrowed(self._found, fits), self.field.meant)

    def _entered(self, person: str) -> None:
        """Enter in the field: somebody has come. Who is here already is only named: nothing happens twice."""
        self.field.clear()
        meeting, t = self.desk.session.meeting(self.meeting_id), self.desk.t
        if meeting.attendance.is_present(person):
            name = self.desk.session.names(meeting).get(person, person)
            time = clock_at(meeting, meeting.attendance.stays[person][-1].came)
            self._say(airy(t("{name} signed in at {time} already.", name=name, time=time)), "warn")
        else:
            self._come(person)

    def _pressed(self, person: str) -> None:
        """A card was pressed: whoever is not here comes; for who is, there is a menu."""
        meeting = self.desk.session.meeting(self.meeting_id)
        if meeting.attendance.is_present(person):
            card = self.board.cards[person]
            self._menu(person, card.mapToGlobal(QPoint(self.desk.px(12), card.height())))
        else:
            self._come(person)

    def _come(self, person: str) -> None:
        command = Arrive(meeting=self.meeting_id, person=person)
        if not self.desk.do(command, say=self._refused):
            return
        meeting, t = self.desk.session.meeting(self.meeting_id), self.desk.t
        name = self.desk.session.names(meeting).get(person, person)
        time = clock_at(meeting, meeting.attendance.stays[person][-1].came)
        seat = meeting.seat_of(person)
        said = t("{time}  {name} signed in", time=time, name=name)
        if seat is not None:
            said = t("{time}  Seat {n}, {name} signed in", time=time, n=seat.seat, name=name)
        self._say(airy(said), "good")

    def _refused(self, notice: Notice) -> None:
        self._say(notice.text, "bad")
        if notice.way is not None:
            self.desk.noticed.emit(notice)

    def _say(self, said: str, tone: str) -> None:
        self._said.setText(said)
        retone(self._said, tone=tone)

    def _menu(self, person: str, at: QPoint) -> None:
        menu = person_menu(self.desk, self.desk.session.meeting(self.meeting_id), person, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open(self, panel: type[ExcusePanel | AdmitPanel], _checked: bool = False) -> None:
        panel(self.desk, self, self.meeting_id).open()
