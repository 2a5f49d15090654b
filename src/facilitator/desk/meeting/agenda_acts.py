"""What can be done with an item of the agenda, as the menu of a row."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.items_panel import (
    EditItemPanel,
    postpone_panel,
    withdraw_panel,
)
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.asking import put_off_refusal
from facilitator.meeting.items import (
    EditItem,
    FinishItem,
    PostponeItem,
    RemoveItem,
    TakeUp,
    WithdrawItem,
)
from facilitator.meeting.part import MeetingCommand


def item_menu(desk: Desk, meeting: Meeting, item: Item, parent: QWidget) -> QMenu:
    """The menu of an item; open it with `popup`. What cannot be done now is grey and says why."""
    t, icon = desk.t, desk.theme.icon
    menu = QMenu(parent)
    menu.setObjectName(f"menu.{item.id}")
    menu.setAccessibleName(item.title)
    menu.setToolTipsVisible(True)
    if item.state is ItemState.IN_HAND:
        finish = FinishItem(meeting=meeting.id, item=item.id)
        _offer(desk, menu, "finish", t("Finish item"), finish).setIcon(icon("check"))
    else:
        again = item.state is ItemState.DONE
        text = t("Take it up again") if again else t("Take it up now")
        _offer(desk, menu, "take-up", text, TakeUp(meeting=meeting.id, item=item.id))
    menu.addSeparator()
    edit = menu.addAction(icon("pencil"), t("Change title or time…"))
    edit.setObjectName(f"menu.{item.id}.edit")
    asked = EditItem(meeting=meeting.id, item=item.id, title=item.title, reason=ASKED)
    allow(edit, why_not(desk, asked))
    edit.triggered.connect(lambda _c=False: EditItemPanel(desk, parent, meeting.id, item.id).open())
    if not meeting.agenda.announced:
        remove = RemoveItem(meeting=meeting.id, item=item.id)
        _offer(desk, menu, "remove", t("Take it off again"), remove)
    _add_reasoned(desk, menu, meeting, item, parent)
    return menu


def _offer(desk: Desk, menu: QMenu, key: str, text: str, command: MeetingCommand) -> QAction:
    act = menu.addAction(text)
    act.setObjectName(f"{menu.objectName()}.{key}")
    allow(act, why_not(desk, command))
    act.triggered.connect(lambda _checked=False: desk.do(command))
    return act


def _add_reasoned(desk: Desk, menu: QMenu, meeting: Meeting, item: Item, parent: QWidget) -> None:
    t = desk.t
    put_off = menu.addAction(desk.theme.icon("calendar-clock"), t("Put off to the next meeting…"))
    put_off.setObjectName(f"{menu.objectName()}.postpone")
    allow(put_off, why_not_put_off(desk, meeting, item))
    put_off.triggered.connect(
        lambda _c=False: postpone_panel(desk, parent, meeting.id, item).open()
    )
    withdraw = menu.addAction(desk.theme.icon("x"), t("Withdraw…"))
    withdraw.setObjectName(f"{menu.objectName()}.withdraw")
    allow(withdraw, why_not(desk, _withdrawing(meeting, item)))
    withdraw.triggered.connect(
        lambda _c=False: withdraw_panel(desk, parent, meeting.id, item).open()
    )


def why_not_put_off(desk: Desk, meeting: Meeting, item: Item) -> str:
    """Why an item cannot be put off with the motions on it; "" when it can."""
    if not meeting.motions.open_on(item.id):
        return why_not(desk, PostponeItem(meeting=meeting.id, item=item.id, reason=ASKED))
    refused = put_off_refusal(meeting, item)
    return desk.sentence(refused) if refused is not None else ""


def _withdrawing(meeting: Meeting, item: Item) -> WithdrawItem:
    return WithdrawItem(meeting=meeting.id, item=item.id, reason=ASKED)
