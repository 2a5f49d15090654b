"""The panel in which the agenda is put in another order, added to, and given what earlier meetings put off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator import overview
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_acts import why_not_put_off
from facilitator.desk.meeting.agenda_list import AgendaList, AgendaModel
from facilitator.desk.meeting.agenda_rows import agenda_rows
from facilitator.desk.meeting.asked import ASKED, allow, local, why_not
from facilitator.desk.meeting.items_panel import (
    AddItemPanel,
    EditItemPanel,
    fresh_item,
    postpone_panel,
    withdraw_panel,
)
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import (
    Button,
    button,
    card,
    clear,
    column,
    elided,
    row,
    scrolling,
    words,
)
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.items import AddItem, EditItem, MoveItem, WithdrawItem
from facilitator.overview import ItemRow
from facilitator.session import Change
from facilitator.words.figures import airy


class AdjustPanel(Panel):
    """Everything here is done at once; the panel is closed when nothing more is to be done."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Adjust the agenda"), parent, width=640)
        self.setObjectName("adjust")
        self.meeting_id = meeting
        self._model = AgendaModel()
        self._list = AgendaList(desk, self._model)
        self._list.setObjectName("adjust.list")
        self._list.setProperty("framed", True)
        self._list.setMinimumHeight(desk.px(180))
        self._list.chosen.connect(lambda _item: self._allow())
        self._list.doubleClicked.connect(lambda _index: self._edit())
        self._list.moved.connect(self._move)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self._buttons = self._acts()
        side: QVBoxLayout = column(
            *(one for key, one in self._buttons.items() if key != "add"), None, gap=desk.px(4)
        )
        self.body.addWidget(words(t("Drag an item, or move it with Alt and an arrow."), "small"))
        both = row(self._list, side, gap=desk.px(16))
        both.setStretch(0, 1)
        self.body.addLayout(both)
        inner = QWidget()
        self._waiting = column(on=inner, gap=desk.px(8))
        self._area = scrolling(inner)
        self._area.setFixedHeight(desk.px(72))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._late = words(t("Put off by earlier meetings"), "strong")
        self.body.addWidget(self._late)
        self.body.addWidget(self._area)
        self._foot.insertWidget(0, self._buttons["add"])
        self.finish(t("Done"), self.accept, cancel=False, name="adjust.done")
        desk.changed.connect(self._changed)
        self._read()
        if self._model.rows:
            self._list.select(self._first())
        room = parent.window().height() - desk.px(24)
        self.resize(self.minimumWidth(), min(desk.px(580), room))

    def _first(self) -> str:
        opened = [one.item for one in self._model.rows if one.open]
        return opened[0] if opened else self._model.rows[0].item

    def _acts(self) -> dict[str, Button]:
        t = self.desk.t
        made = {
            "up": (t("Up"), "arrow-up", lambda: self._list.step(self._list.current, -1)),
            "down": (t("Down"), "arrow-down", lambda: self._list.step(self._list.current, 1)),
            "edit": (t("Change…"), "pencil", self._edit),
            "postpone": (t("Put off…"), "calendar-clock", self._put_off),
            "withdraw": (t("Withdraw…"), "x", self._withdraw),
            "add": (t("Add an item…"), "plus", self._add),
        }
        found: dict[str, Button] = {}
        for key, (text, icon, act) in made.items():
            one = button(text, grade="small", icon=self.desk.theme.icon(icon), name=f"adjust.{key}")
            if key in ("up", "down"):
                one.quick()
            if key != "add":
                one.setSizePolicy(one.sizePolicy().Policy.Expanding, one.sizePolicy().Policy.Fixed)
            one.clicked.connect(partial(_call, act))
            found[key] = one
        return found

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _chosen(self) -> Item | None:
        return self._meeting().agenda.get(self._list.current)

    def _changed(self, change: Change) -> None:
        if change.everything or change.stream == f"meeting/{self.meeting_id}":
            self._read()

    def _read(self) -> None:
        desk, meeting = self.desk, self._meeting()
        current = self._list.current
        rows = agenda_rows(meeting, desk.steady(meeting), desk.t, partial(local, meeting))
        self._model.show_rows(rows)
        self._list.select(current)
        self._show_waiting(meeting)
        self._allow()

    def _allow(self) -> None:
        """Grey what cannot be done with the chosen item, with the reason."""
        t, meeting, item = self.desk.t, self._meeting(), self._chosen()
        nothing = t("Choose an item first.")
        if item is None:
            for key in ("up", "down", "edit", "postpone", "withdraw"):
                allow(self._buttons[key], nothing)
            return
        ask = partial(why_not, self.desk)
        place, last = self._model.place(item.id), len(self._model.rows) - 1
        move = ask(MoveItem(meeting=meeting.id, item=item.id))
        allow(self._buttons["up"], move or ("" if place else t("It is the first already.")))
        allow(self._buttons["down"], move or ("" if place < last else t("It is the last already.")))
        edit = EditItem(meeting=meeting.id, item=item.id, title=item.title, reason=ASKED)
        allow(self._buttons["edit"], ask(edit))
        allow(self._buttons["postpone"], why_not_put_off(self.desk, meeting, item))
        away = WithdrawItem(meeting=meeting.id, item=item.id, reason=ASKED)
        allow(self._buttons["withdraw"], ask(away))

    def _move(self, item: str, before: str) -> None:
        command = MoveItem(meeting=self.meeting_id, item=item, before=before)
        if self.desk.do(command, say=self.say):
            self._list.select(item)

    def _edit(self) -> None:
        item = self._chosen()
        if item is not None and item.open:
            EditItemPanel(self.desk, self, self.meeting_id, item.id).open()

    def _add(self) -> None:
        AddItemPanel(self.desk, self, self.meeting_id).open()

    def _put_off(self) -> None:
        if (item := self._chosen()) is not None:
            postpone_panel(self.desk, self, self.meeting_id, item).open()

    def _withdraw(self) -> None:
        if (item := self._chosen()) is not None:
            withdraw_panel(self.desk, self, self.meeting_id, item).open()

    def _show_waiting(self, meeting: Meeting) -> None:
        """What earlier meetings of the body put off and nobody has taken up since."""
        t = self.desk.t
        clear(self._waiting)
        waiting = [
            one
            for one in overview.put_off(self.desk.session, meeting.council.body)
            if one.meeting != meeting.id
        ]
        self._area.setVisible(bool(waiting))
        self._late.setVisible(bool(waiting))
        if not waiting:
            return
        for one in waiting:
            take = button(t("Put on the agenda"), "soft", "small", name=f"adjust.take.{one.item}")
            take.clicked.connect(partial(self._take, one))
            box = card("sunken")
            title = elided(one.title, "strong")
            why = elided(airy(one.reason), "small")
            inner = column(title, why, gap=0)
            row(inner, None, take, on=box, margins=self.desk.px(10), gap=self.desk.px(12))
            self._waiting.addWidget(box)

    def _take(self, one: ItemRow, _checked: bool = False) -> None:
        command = AddItem(
            meeting=self.meeting_id,
            item=fresh_item(self._meeting()),
            title=one.title,
            minutes=one.minutes,
            text=one.text,
            proposer=one.proposer,
            carried_from=one.meeting,
        )
        self.desk.do(command, say=self.say)


def _call(act: object, _checked: bool = False) -> None:
    if callable(act):
        act()
