"""What still keeps a meeting from being closed, each with the way to settle it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.items_panel import postpone_panel
from facilitator.desk.widgets import Button, button, card, clear, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.format import Stage
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.words.figures import airy, item_number


class Hindrances(QWidget):
    """The list; `none` tells whether nothing is in the way."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        self.sentences: list[str] = []
        """What is in the way, one sentence each."""
        self.setObjectName("closing.hindrances")
        self._box = column(on=self, gap=desk.px(8))

    @property
    def none(self) -> bool:
        """Whether the meeting can be closed."""
        return not self.sentences

    def refresh(self, meeting: Meeting) -> None:
        """Ask the meeting what is in the way and show it, items in the order of the agenda."""
        t = self.desk.t
        clear(self._box)
        found = meeting.hindrances()
        self.sentences = [airy(self.desk.sentence(refusal)) for _, refusal in found]
        if not found:
            done = words(t("✓ Everything on the agenda is settled."), tone="good", wrap=True)
            self._box.addWidget(done)
            return
        motions = {item: refusal for item, refusal in found if item}
        shown: set[str] = set()
        for item in meeting.agenda.items:
            if item.open or item.id in motions:
                shown.add(item.id)
                said = self.desk.sentence(motions[item.id]) if item.id in motions else ""
                self._box.addWidget(self._about_item(meeting, item, said))
        for item_id, refusal in found:
            if not item_id and refusal.code != "items-unfinished":
                back = self._back(meeting, "")
                self._box.addWidget(self._row(airy(self.desk.sentence(refusal)), "", back))

    def _about_item(self, meeting: Meeting, item: Item, said: str) -> QFrame:
        """An item with what can be done with it from here."""
        t = self.desk.t
        number = item_number(item.number, self.desk.lang)
        head = t("{number}. {title}", number=number, title=item.title)
        text = said or t("Neither dealt with nor put off.")
        ways: list[Button] = []
        if not said and meeting.agenda.in_hand == item.id:
            finish = FinishItem(meeting=meeting.id, item=item.id)
            ways.append(self._way(t("Dealt with"), "finish", item.id, lambda: self.desk.do(finish)))
        if not said:
            put_off = self._way(
                t("Put off…"), "postpone", item.id, lambda: self._postpone(meeting.id, item.id)
            )
            ways.append(put_off)
        return self._row(head, airy(text), *ways, self._back(meeting, item.id))

    def _row(self, head: str, text: str, *ways: Button) -> QFrame:
        px = self.desk.px
        made = card("warn")
        column(
            words(head, "strong", wrap=True),
            *([words(text, wrap=True)] if text else []),
            row(*ways, None, gap=px(6)),
            on=made,
            margins=px(12),
            gap=px(6),
        )
        return made

    def _way(self, text: str, what: str, item: str, act: Callable[[], object]) -> Button:
        made = button(text, grade="small", name=f"closing.{what}.{item}")
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _postpone(self, meeting_id: str, item_id: str) -> None:
        item = self.desk.session.meeting(meeting_id).agenda.item(item_id)
        postpone_panel(self.desk, self, meeting_id, item).open()

    def _back(self, meeting: Meeting, item: str) -> Button:
        """Back to deliberating, with the item in hand."""
        t = self.desk.t
        made = self._way(t("Back to it"), "back", item or "all", lambda: self._go_back(item))
        made.setToolTip(t("Go back to deliberating, with this item in hand"))
        made.setVisible(self._running_phase(meeting) != "")
        return made

    @staticmethod
    def _running_phase(meeting: Meeting) -> str:
        steps = (meeting.format.phase(key) for key in meeting.phase.next)
        return next((phase.key for phase in steps if phase.stage is Stage.RUNNING), "")

    def _go_back(self, item: str) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        phase = self._running_phase(meeting)
        entered = self.desk.do(EnterPhase(meeting=meeting.id, phase=phase))
        if entered and item and meeting.agenda.in_hand != item:
            self.desk.do(TakeUp(meeting=meeting.id, item=item))
