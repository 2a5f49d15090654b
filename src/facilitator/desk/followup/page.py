"""The page Follow-up: what is overdue first, with both views of it and its way back to an agenda."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator import aftermath
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.followup.acts import Acts
from facilitator.desk.followup.agenda import next_meeting
from facilitator.desk.followup.callbar import CallBar
from facilitator.desk.followup.callpanels import CallPanel
from facilitator.desk.followup.head import ALL, CALLS, INTAKE, Head, counts_of
from facilitator.desk.followup.late import ROOMS as LATE_ROOMS
from facilitator.desk.followup.late import tag_of
from facilitator.desk.followup.matters import MattersView
from facilitator.desk.followup.rows import Wanted
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.places import Place
from facilitator.desk.view import View
from facilitator.desk.widgets import column
from facilitator.session import Change

if TYPE_CHECKING:
    from facilitator.desk.followup.calltable import CallsTable
    from facilitator.desk.followup.intaketable import IntakeTable


ROOMS = (*LATE_ROOMS, "agenda.", "meeting.")
"""How the tags of a meeting's events begin that may change something here."""


class FollowupPage(View):
    """Matters, what came in, and calls, one of them at a time; running calls stand above all three.

    Part of its place: `~intake`, `~calls`, or a matter as `MEETING~MATTER` with ~ for every slash.
    """

    def __init__(self, desk: Desk, place: Place | None = None) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("followup")
        undoing(desk)  # from now on it knows what can be taken back
        self._key, self._day = ALL, desk.now().date()
        self.head = Head(desk)
        self.head.chosen.connect(self.choose)
        self.head.turned.connect(self._turn)
        self.matters = MattersView(desk)
        self.acts = Acts(desk, self)
        self.matters.wanted.connect(self.acts.do)
        self.matters.opened.connect(self.acts.open_files)
        self.matters.wrong.connect(self.acts.strike)
        self._over = QStackedWidget()
        self._over.addWidget(self.matters)
        self._intake: IntakeTable | None = None
        self._calls: CallsTable | None = None
        inner = QWidget()
        bar = CallBar(desk, air=px(16))
        column(bar, self._over, on=inner, margins=px(16), gap=0).setStretch(1, 1)
        column(self.head, inner, on=self, gap=0).setStretch(1, 1)
        self.first = self.matters.view
        self._register()
        desk.second.connect(self._tick)
        self.refresh_now()
        if place is not None:
            self.goes_to(place)

    def refresh(self) -> None:
        """Count anew and show what is chosen; what is shown stays shown."""
        desk, body = self.desk, self.head.body
        self._day = desk.now().date()
        spread = aftermath.spread(desk.session, self._day, body)
        intakes = len(aftermath.intakes(desk.session, waiting=True, body=body))
        calls = len(aftermath.calls(desk.session, running=True, body=body))
        self.head.offer(counts_of(spread), intakes, calls)
        self.head.show_chosen(self._key)
        self.head.show_next(next_meeting(desk, body), named=not body and self._several)
        if self._key == INTAKE:
            self.intake.show_matters(body)
            self._turn_to(self.intake, self.intake.view)
        elif self._key == CALLS:
            self.calls.show_calls(body)
            self._turn_to(self.calls, self.calls.view)
        else:
            state = "" if self._key == ALL else self._key
            self.matters.show_matters(Wanted(body, state), spread)
            self._turn_to(self.matters, self.matters.view)

    def concerns(self, change: Change) -> bool:
        """Whatever may change a row, an agenda, or when the next meeting is."""
        room = change.stream.partition("/")[0]
        return room != "meeting" or any(
            tag_of(one.event).startswith(ROOMS) for one in change.events
        )

    def goes_to(self, place: Place) -> bool:
        """Go to a matter or a table that a place names; without one everything stays as it is."""
        if place.part in (INTAKE, CALLS):
            self.choose(place.part)
            self.first.setFocus()
        elif "~" in place.part:
            meeting, _, matter = place.part.partition("~")
            self.show_stream(f"followup/{meeting}/{matter.replace('~', '/')}")
        return True

    def show_stream(self, stream: str) -> None:
        """Show one matter, in the list of all."""
        self.head.choose_body("")
        self.choose(ALL)
        self.matters.choose(stream)

    def choose(self, key: str) -> None:
        """Show the matters of a state, or another table."""
        self._key = key
        self.refresh_now()

    @property
    def intake(self) -> IntakeTable:
        """What came in; made when it is first wanted."""
        if self._intake is None:
            from facilitator.desk.followup.intaketable import IntakeTable

            self._intake = IntakeTable(self.desk)
            self._over.addWidget(self._intake)
        return self._intake

    @property
    def calls(self) -> CallsTable:
        """The calls; made when they are first wanted."""
        if self._calls is None:
            from facilitator.desk.followup.calltable import CallsTable

            self._calls = CallsTable(self.desk)
            self._over.addWidget(self._calls)
        return self._calls

    @property
    def _several(self) -> bool:
        from facilitator import overview

        return len(overview.bodies(self.desk.session)) > 1

    def _turn_to(self, shown: QWidget, first: QWidget) -> None:
        """Show another table; the page's first control is its list."""
        self.first = first
        if self._over.currentWidget() is not shown:
            self._over.setCurrentWidget(shown)

    def _turn(self, _body: str) -> None:
        self.refresh_now()

    def _register(self) -> None:
        for name, key in (
            ("followup.put", "put"),
            ("followup.report", "report"),
            ("followup.assess", "assess"),
            ("followup.due", "due"),
        ):
            action(self.desk, self, name, partial(self._do, key))
        action(self.desk, self, "undo", self.acts.undo)
        action(self.desk, self, "call.make", self._call)
        action(self.desk, self, "intake.receive", self._receive)

    def _call(self) -> None:
        if not self.acts.only_look():
            CallPanel(self.desk, self, self.head.body).open()

    def _receive(self) -> None:
        from facilitator.desk.followup.intakepanels import ReceivePanel

        if not self.acts.only_look():
            ReceivePanel(self.desk, self, self.head.body).open()

    def _do(self, key: str) -> None:
        if self._over.currentWidget() is self.matters and (row := self.matters.matter):
            self.acts.do(key, row)

    def _tick(self) -> None:
        """At midnight other matters are overdue."""
        if self.isVisible() and self.desk.now().date() != self._day:
            QTimer.singleShot(0, self, self.refresh_now)
