"""The desk while items are dealt with: agenda at the left, seats at the right, an item or a vote between."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting import middles
from facilitator.desk.meeting.agenda import AgendaColumn, AgendaNumbers
from facilitator.desk.meeting.agenda_list import AgendaModel
from facilitator.desk.meeting.middles import Scene, scene_now
from facilitator.desk.meeting.recess import BreakCard
from facilitator.desk.meeting.seat_counts import SeatCounts
from facilitator.desk.meeting.seats import SeatMap
from facilitator.desk.meeting.sides import AGENDA, SEATS, Sides, sides_for
from facilitator.desk.view import View
from facilitator.desk.widgets import card, column
from facilitator.meeting.polls import Method

EVERYWHERE = Qt.ShortcutContext.WindowShortcut


class Running(View):
    """See the module. Where it is narrow, agenda and seats fold to the edges and open as drawers (F4, F3)."""

    keys_wanted = Signal()
    """`keys_with_vote` is another."""

    def __init__(self, desk: Desk, meeting: str, page: QWidget) -> None:
        super().__init__(desk)
        self.setObjectName("running")
        self.meeting_id, self._page = meeting, page
        self.scene = Scene("")
        self.keys_with_vote = False
        """Whether single letters answer a roll call now, so that the line to write is left alone."""
        self._middle: QWidget = QWidget(self)
        self._model = AgendaModel()
        self.agenda = AgendaColumn(desk, meeting, self._model)
        self.numbers = AgendaNumbers(desk, meeting, self._model)
        self.seats = SeatMap(desk, meeting)
        self.counts = SeatCounts(desk, meeting)
        self._agenda_side = self._framed(self.agenda, "side")
        self._numbers_side = self._framed(self.numbers, "side")
        self._seats_side = self._framed(self.seats, "side-right")
        self._counts_side = self._framed(self.counts, "side-right")
        self._drawer: QFrame | None = None
        self.numbers.wanted.connect(self._open_agenda)
        self.counts.counts.clicked.connect(self.open_seats)
        action(desk, self, "agenda", self.open_agenda, context=EVERYWHERE)
        action(desk, self, "seats", self.open_seats, context=EVERYWHERE)
        action(desk, self, "item.add", self.agenda.add_item, context=EVERYWHERE)
        self.refresh_now()

    def _framed(self, view: QWidget, look: str) -> QFrame:
        side = card(look)
        side.setParent(self)
        column(view, on=side)
        return side

    @property
    def debate(self) -> Running:
        """Where items are dealt with: here."""
        return self

    def refresh(self) -> None:
        """Show what the meeting is at now."""
        self._show(scene_now(self.desk.session.meeting(self.meeting_id), self.scene))

    def set_up(self, motion: str) -> None:
        """Prepare a vote on a motion."""
        self._show(Scene("setup", motion))

    def go_back(self) -> None:
        """Be done with a setting up or a result: back to the item."""
        self._show(scene_now(self.desk.session.meeting(self.meeting_id), Scene("")))

    def take_keys(self) -> None:
        """Give the keys to what is in the middle."""
        self._middle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_keys(self) -> None:
        """A roll call has them until it is over, also while a line is written in between."""
        poll = self.desk.session.meeting(self.meeting_id).polls.all.get(self.scene.which)
        running = self.scene.kind == "poll"
        self.keys_with_vote = running and poll is not None and poll.method is Method.ROLL_CALL
        self.keys_wanted.emit()

    def open_agenda(self) -> None:
        """Go to the agenda; a folded one opens as a drawer, an open drawer closes."""
        self._toggle(self._agenda_side, self._sides().agenda_folded)
        if self._agenda_side.isVisible():
            self.agenda.take_keys()

    def open_seats(self) -> None:
        """Go to the seats; folded ones open as a drawer, an open drawer closes."""
        self._toggle(self._seats_side, self._sides().seats_folded or self.scene.whole)
        if self._seats_side.isVisible():
            self.seats.take_keys()

    def _open_agenda(self, item: str) -> None:
        self.open_agenda()
        if item:
            self.agenda.list.select(item)

    def _toggle(self, side: QFrame, folded: bool) -> None:
        was = self._drawer
        self._drawer = side if folded and was is not side else None
        self._lay_out()
        if was is not None and self._drawer is None:
            self.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a drawer."""
        if event.key() == Qt.Key.Key_Escape and self._drawer is not None:
            self._toggle(self._drawer, True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        self._lay_out()

    def _sides(self) -> Sides:
        return sides_for(self.width() * 100 / self.desk.theme.size)

    def _lay_out(self) -> None:
        """Give everything its place; a drawer lies over the middle."""
        px, sides = self.desk.px, self._sides()
        wide, high = self.width(), self.height()
        left, right = px(sides.agenda), 0 if self.scene.whole else px(sides.seats)
        seats_shown = not sides.seats_folded and not self.scene.whole
        if self._drawer is self._agenda_side and not sides.agenda_folded:
            self._drawer = None
        if self._drawer is self._seats_side and seats_shown:
            self._drawer = None
        self._middle.setGeometry(left, 0, wide - left - right, high)
        self._numbers_side.setGeometry(0, 0, left, high)
        self._counts_side.setGeometry(wide - right, 0, right, high)
        self._agenda_side.setGeometry(0, 0, px(AGENDA), high)
        self._seats_side.setGeometry(QRect(wide - px(SEATS), 0, px(SEATS), high))
        self._numbers_side.setVisible(sides.agenda_folded)
        self._counts_side.setVisible(sides.seats_folded and not self.scene.whole)
        self._agenda_side.setVisible(not sides.agenda_folded or self._drawer is self._agenda_side)
        self._seats_side.setVisible(seats_shown or self._drawer is self._seats_side)
        if self._drawer is not None:
            self._drawer.raise_()

    def _show(self, scene: Scene) -> None:
        if scene == self.scene:
            return
        self.scene, old = scene, self._middle
        had = self.window().focusWidget()
        hand_on = had is not None and (had is old or old.isAncestorOf(had))
        self._middle = self._made(scene)
        self._middle.setParent(self)
        self._middle.lower()
        self.setFocusProxy(self._middle)
        self._drawer = None
        self._lay_out()
        self._middle.show()
        old.hide()
        old.deleteLater()
        self._share_keys()
        if hand_on or scene.whole:
            self.take_keys()

    def _made(self, scene: Scene) -> QWidget:
        desk, meeting = self.desk, self.meeting_id
        if scene.kind == "break":
            return BreakCard(desk, meeting)
        if scene.kind == "poll":
            return middles.poll_view(desk, meeting)
        if scene.kind == "setup":
            setup = middles.setup_view(desk, meeting, scene.which)
            setup.left.connect(self.go_back)
            return setup
        if scene.kind == "result":
            result = middles.result_view(desk, meeting, scene.which)
            result.left.connect(self.go_back)
            result.vote_wanted.connect(self.set_up)
            return result
        item = middles.item_view(desk, meeting, self._page)
        item.vote_wanted.connect(self.set_up)
        return item
