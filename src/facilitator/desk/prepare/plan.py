"""The agenda before the meeting: type an item and Enter; change, move and take off what is there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_acts import item_menu
from facilitator.desk.meeting.agenda_list import AgendaModel
from facilitator.desk.prepare.plan_acts import PlanActs
from facilitator.desk.prepare.plan_entry import PlanEntry
from facilitator.desk.prepare.plan_list import PlanList
from facilitator.desk.prepare.plan_rows import plan_rows, total_words
from facilitator.desk.view import View
from facilitator.desk.widgets import card, column, elided, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.items import MoveItem


class PlanCard(View):
    """List, what can be done with the item that is selected, and a line for a further one."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.meeting_id = meeting
        self._model = AgendaModel()
        self._list = PlanList(desk, self._model)
        self._acts = PlanActs(desk, meeting, self._list)
        self._entry = PlanEntry(desk, meeting)
        self._connect()
        self._total = elided("", "secondary", name="plan.total")
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown = QStackedWidget()
        self._shown.addWidget(self._nothing())
        self._shown.addWidget(self._list)
        head = row(
            words(t("Agenda"), "head"),
            self._total,
            margins=(px(20), px(14), px(20), px(10)),
            gap=px(16),
        )
        head.setStretch(1, 1)
        acts = row(self._acts, margins=(px(12), px(6), px(12), px(6)))
        entry = row(self._entry, margins=(px(20), px(12), px(20), px(16)))
        box = card(name="plan")
        column(head, line(), self._shown, acts, line(), entry, on=box, gap=0).setStretch(2, 1)
        column(box, on=self)
        self.setFocusProxy(self._entry)

    def refresh(self) -> None:
        """Show the items as they are now; what is selected stays so."""
        meeting = self._meeting()
        current = self._list.current
        self._model.show_rows(plan_rows(self.desk, meeting))
        self._list.select(current or _first(meeting))
        self._list.scheduleDelayedItemsLayout()  # a row may have become higher
        self._shown.setCurrentIndex(1 if meeting.agenda.items else 0)
        self._acts.setVisible(bool(meeting.agenda.items))
        self._total.setText(total_words(self.desk, meeting))
        self._acts.ask()

    def _connect(self) -> None:
        self._list.moved.connect(self._move)
        self._list.edit_wanted.connect(lambda _item: self._acts.edit())
        self._list.removal_wanted.connect(lambda _item: self._acts.take_off())
        self._list.asked.connect(self._menu)
        self._entry.added.connect(self._list.select)

    def _nothing(self) -> QWidget:
        t, made = self.desk.t, QWidget()
        said = t("Nothing is on the agenda yet. Type the first item below and press Enter.")
        text = words(said, "", "soft", wrap=True, name="plan.nothing")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column(None, text, None, on=made, margins=self.desk.px(24))
        return made

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _move(self, item: str, before: str) -> None:
        if self.desk.do(MoveItem(meeting=self.meeting_id, item=item, before=before)):
            self._list.select(item)

    def _menu(self, item: str, at: QPoint) -> None:
        meeting = self._meeting()
        menu = item_menu(self.desk, meeting, meeting.agenda.item(item), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _first(meeting: Meeting) -> str:
    """The first item that can still be changed."""
    return next((item.id for item in meeting.agenda.unfinished()), "")
