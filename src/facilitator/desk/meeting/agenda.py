"""The agenda at the left of the desk: what is to come, what is in hand, what became of what was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_acts import item_menu
from facilitator.desk.meeting.agenda_adjust import AdjustPanel
from facilitator.desk.meeting.agenda_list import AgendaList, AgendaModel
from facilitator.desk.meeting.agenda_rows import agenda_rows, expected_end, used_minutes
from facilitator.desk.meeting.asked import clock_at, local
from facilitator.desk.meeting.items_panel import AddItemPanel
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.items import MoveItem, TakeUp
from facilitator.words.figures import airy


class AgendaColumn(View):
    """Click or Enter takes an item up; everything else is in its menu and behind the button below."""

    def __init__(self, desk: Desk, meeting: str, model: AgendaModel) -> None:
        super().__init__(desk)
        self.setObjectName("agenda")
        self.meeting_id, self._model = meeting, model
        self._minutes, self._was_in_hand = -1, ""
        t, px = desk.t, desk.px
        self._end = elided("", "small", name="agenda.end")
        self._end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(words(t("Agenda"), "head"), None, self._end, margins=(px(16), 0, px(16), 0))
        self.list = AgendaList(desk, model)
        self.list.chosen.connect(self._chosen)
        self.list.moved.connect(self._move)
        self.list.asked.connect(self._menu)
        self._adjust = button(t("Adjust the agenda…"), name="agenda.adjust")
        self._adjust.setSizePolicy(
            self._adjust.sizePolicy().Policy.Expanding, self._adjust.sizePolicy().Policy.Fixed
        )
        self._adjust.clicked.connect(self._open_panel)
        foot = row(self._adjust, margins=(px(16), 0, px(16), 0))
        column(head, self.list, foot, on=self, margins=(0, px(12), 0, px(12)), gap=px(8))
        desk.second.connect(self._tick)

    def refresh(self) -> None:
        """Show all items as they are now."""
        meeting = self._meeting()
        show_agenda(self.desk, meeting, self._model)
        t, end = self.desk.t, expected_end(meeting, self.desk.now(), self.desk.steady(meeting))
        self._end.setText(airy(t("ends about {time}", time=clock_at(meeting, end))) if end else "")
        self._minutes = self._in_hand(meeting)
        item = meeting.agenda.in_hand
        if item != self._was_in_hand:
            self._was_in_hand = item
            self.list.select(item)

    def add_item(self) -> None:
        """Open the panel for a further item."""
        AddItemPanel(self.desk, self, self.meeting_id).open()

    def take_keys(self) -> None:
        """Go to the list with the keyboard."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.current and self._model.rows:
            self.list.select(self._model.rows[0].item)

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _in_hand(self, meeting: Meeting) -> int:
        item = meeting.agenda.get(meeting.agenda.in_hand)
        return used_minutes(meeting, item, self.desk.steady(meeting)) if item else -1

    def _tick(self) -> None:
        """A minute of the item in hand is over: show it."""
        if self.isVisible() and self._in_hand(self._meeting()) != self._minutes:
            self.refresh_now()

    def _chosen(self, item: str) -> None:
        """Take up what waits; what is settled or in hand is only selected."""
        found = self._meeting().agenda.get(item)
        if found is not None and found.open and self._meeting().agenda.in_hand != item:
            self.desk.do(TakeUp(meeting=self.meeting_id, item=item))

    def _move(self, item: str, before: str) -> None:
        if self.desk.do(MoveItem(meeting=self.meeting_id, item=item, before=before)):
            self.list.select(item)

    def _menu(self, item: str, at: QPoint) -> None:
        meeting = self._meeting()
        menu = item_menu(self.desk, meeting, meeting.agenda.item(item), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open_panel(self) -> None:
        AdjustPanel(self.desk, self, self.meeting_id).open()


class AgendaNumbers(View):
    """The agenda folded to its numbers, where the window is narrow; `wanted` (item) asks for all of it."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, meeting: str, model: AgendaModel) -> None:
        super().__init__(desk)
        self.setObjectName("agenda.folded")
        self.meeting_id, self._model = meeting, model
        t, px = desk.t, desk.px
        said = t("Show the agenda")
        self._open = button("", "quiet", "small", name="agenda.unfold", tip=f"{said} (F4)")
        self._open.setIcon(desk.theme.icon("list-checks"))
        self._open.setIconSize(QSize(px(20), px(20)))
        self._open.setProperty("narrow", True)
        self._open.clicked.connect(lambda: self.wanted.emit(""))
        self.list = AgendaList(desk, model, folded=True)
        self.list.chosen.connect(self.wanted)
        top = row(None, self._open, None)
        column(top, self.list, on=self, margins=(0, px(8), 0, px(8)), gap=px(4))

    def refresh(self) -> None:
        """Show all numbers as they are now."""
        meeting = self.desk.session.meeting(self.meeting_id)
        show_agenda(self.desk, meeting, self._model)


def show_agenda(desk: Desk, meeting: Meeting, model: AgendaModel) -> None:
    """Fill the model that both faces of the agenda share."""
    model.show_rows(agenda_rows(meeting, desk.steady(meeting), desk.t, partial(local, meeting)))
