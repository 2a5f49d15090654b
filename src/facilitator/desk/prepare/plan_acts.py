"""What can be done with the planned item that is selected, as a row of buttons below the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_acts import why_not_put_off
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.items_panel import EditItemPanel, postpone_panel, withdraw_panel
from facilitator.desk.prepare.plan_list import PlanList
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.widgets import Button, button, row
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.items import EditItem, MoveItem, RemoveItem, WithdrawItem


class PlanActs(QWidget):
    """What was announced is put off or withdrawn with a reason; before that it is simply taken off."""

    def __init__(self, desk: Desk, meeting: str, items: PlanList) -> None:
        super().__init__()
        t, icon = desk.t, desk.theme.icon
        self._desk, self._meeting_id, self._list = desk, meeting, items
        self._tips = {"up": t("Move up (Alt+↑)"), "down": t("Move down (Alt+↓)")}
        self._buttons: dict[str, Button] = {}
        for key, text, sign, act in (
            ("edit", t("Change…"), "pencil", self.edit),
            ("up", "", "arrow-up", partial(self._step, -1)),
            ("down", "", "arrow-down", partial(self._step, 1)),
            ("remove", t("Take it off"), "trash-2", self.take_off),
            ("postpone", t("Put off…"), "calendar-clock", self._put_off),
            ("withdraw", t("Withdraw…"), "x", self._withdraw),
        ):
            found = button(text, "quiet", "small", icon=icon(sign), name=f"plan.{key}")
            found.setAccessibleName(text or self._tips[key])
            found.setProperty("narrow", True)
            if key in ("up", "down"):
                found.quick()
            found.clicked.connect(act)
            self._buttons[key] = found
        row(TerseRow(desk, *self._buttons.values(), None, gap=4), on=self)
        items.selectionModel().currentChanged.connect(lambda *_: self.ask())

    def ask(self) -> None:
        """Grey what cannot be done with the selected item, with the reason."""
        t, meeting, item = self._desk.t, self._meeting(), self._chosen()
        told = meeting.agenda.announced
        self._buttons["remove"].setVisible(not told)
        for key in ("postpone", "withdraw"):
            self._buttons[key].setVisible(told)
        reasons = dict.fromkeys(self._buttons, t("Select an item first."))
        if item is not None:
            reasons = self._reasons(meeting, item)
        for key, reason in reasons.items():
            found = self._buttons[key]
            allow(found, reason, self._tips.get(key, found.accessibleName().rstrip("…")))

    def edit(self) -> None:
        """Open the panel that changes the selected item, if it can still be changed."""
        item = self._chosen()
        if item is not None and item.open:
            EditItemPanel(self._desk, self, self._meeting_id, item.id).open()

    def take_off(self) -> None:
        """Take the selected item off, and select the one that is then in its place."""
        item = self._chosen()
        if item is None:
            return
        items = self._meeting().agenda.items
        place = items.index(item)
        if self._desk.do(RemoveItem(meeting=self._meeting_id, item=item.id)) and items:
            self._list.select(items[min(place, len(items) - 1)].id)

    def _reasons(self, meeting: Meeting, item: Item) -> dict[str, str]:
        """Why each act cannot be done with an item; "" for what can."""
        t, id_ = self._desk.t, meeting.id
        ask = partial(why_not, self._desk)
        move = ask(MoveItem(meeting=id_, item=item.id))
        place, last = meeting.agenda.items.index(item), len(meeting.agenda.items) - 1
        return {
            "edit": ask(EditItem(meeting=id_, item=item.id, title=item.title, reason=ASKED)),
            "up": move or ("" if place else t("It is the first already.")),
            "down": move or ("" if place < last else t("It is the last already.")),
            "remove": ask(RemoveItem(meeting=id_, item=item.id)),
            "postpone": why_not_put_off(self._desk, meeting, item),
            "withdraw": ask(WithdrawItem(meeting=id_, item=item.id, reason=ASKED)),
        }

    def _meeting(self) -> Meeting:
        return self._desk.session.meeting(self._meeting_id)

    def _chosen(self) -> Item | None:
        return self._meeting().agenda.get(self._list.current)

    def _step(self, by: int) -> None:
        self._list.step(self._list.current, by)

    def _put_off(self) -> None:
        if (item := self._chosen()) is not None:
            postpone_panel(self._desk, self, self._meeting_id, item).open()

    def _withdraw(self) -> None:
        if (item := self._chosen()) is not None:
            withdraw_panel(self._desk, self, self._meeting_id, item).open()
