"""What the middle of the desk shows while no item is in hand: what was done last, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.motion_facts import facts_on
from facilitator.desk.meeting.asked import why_not
from facilitator.desk.widgets import Wording, button, card, column, elided, row, tip, words
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.asking import next_phase
from facilitator.meeting.format import Stage
from facilitator.meeting.items import TakeUp
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.part import MeetingCommand
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.titles import title


class Calm(QWidget):
    """One thing to do, as the filled button: the next item, or the reading back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._command: MeetingCommand | None = None
        px = desk.px
        self.setObjectName("calm")
        self._over = words("", "secondary", wrap=True, name="calm.over")
        self._said = words("", "secondary", name="calm.said")
        self._title = elided("", "title", name="calm.title")
        self._text = Wording(desk.theme, "", "")
        self._next = button("", "primary", "big", name="calm.next")
        self._next.clicked.connect(self._do)
        for one in (self._over, self._said, self._title):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box = card(name="calm.card")
        column(
            self._said,
            self._title,
            self._text,
            px(8),
            row(None, self._next, None),
            on=box,
            margins=px(32),
            gap=px(8),
        )
        box.setMaximumWidth(px(560))
        middle = row(gap=0)
        middle.addStretch(1)
        middle.addWidget(box, 8)
        middle.addStretch(1)
        whole = column(None, self._over, px(8), middle, None, None, margins=px(20), gap=px(8))
        self.setLayout(whole)

    def show_meeting(self, meeting: Meeting, names: dict[str, str]) -> None:
        """Show what comes next."""
        self._over.setText(self._last(meeting, names))
        self._over.setVisible(bool(self._over.text()))
        self._text.hide()
        waiting = meeting.agenda.unfinished()
        if waiting:
            self._offer_item(meeting, waiting[0])
        else:
            self._offer_reading(meeting)
        refused = why_not(self._desk, self._command) if self._command else ""
        self._next.setVisible(self._command is not None)
        self._next.setEnabled(not refused)
        tip(self._next, refused)
        self._next.setAccessibleDescription(refused)

    def _offer_item(self, meeting: Meeting, item: Item) -> None:
        t, lang = self._desk.t, self._desk.lang
        minutes = counted(item.minutes, Unit.MINUTES, lang) if item.minutes else ""
        parts = [t("Next: item {number}", number=item.number), minutes]
        self._said.setText(airy(" · ".join(filter(None, parts))))
        self._title.setText(item.title)
        self._text.show_text(airy(item.text))
        self._text.setVisible(bool(item.text))
        self._command = TakeUp(meeting=meeting.id, item=item.id)
        n = item.number
        if item.state is ItemState.PAUSED:
            self._next.setText(airy(t("Go on with item {number}", number=n)))
        else:
            self._next.setText(airy(t("Begin item {number}", number=n)))

    def _offer_reading(self, meeting: Meeting) -> None:
        t, then = self._desk.t, next_phase(meeting, Stage.CLOSING)
        done = t("All items are dealt with.") if meeting.agenda.items else t("No item is planned.")
        self._said.setText(done)
        if then is None or meeting.format.has("wall"):  # a forum's day goes on in its own bar
            self._title.setText("")
            self._command = None
            return
        self._title.setText(t("The record is read back now"))
        self._command = EnterPhase(meeting=meeting.id, phase=then.key)
        self._next.setText(t("Read the record back"))

    def _last(self, meeting: Meeting, names: dict[str, str]) -> str:
        """The item that was dealt with last, and what came of it."""
        t = self._desk.t
        ended = [item for item in meeting.agenda.items if not item.open and item.times]
        if not ended:
            return ""
        last = max(ended, key=lambda item: item.times[-1][0])
        results = [one.result for one in facts_on(self._desk, meeting, last.id, names)]
        found = next((one for one in reversed(results) if one), title(last.state, self._desk.lang))
        return airy(
            t(
                "Item {number}, {title} · {result}",
                number=last.number,
                title=last.title,
                result=found,
            )
        )

    def _do(self) -> None:
        if self._command is not None:
            self._desk.do(self._command)
