"""The middle of the desk while people deliberate: the item in hand, its motions, and who has the floor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.calm import Calm
from facilitator.desk.item.deeds import Deed
from facilitator.desk.item.doings import doings_with
from facilitator.desk.item.floor_panels import AskPanel, LimitsPanel
from facilitator.desk.item.header import Header
from facilitator.desk.item.leave import give_floor
from facilitator.desk.item.motion_cards import MotionCards
from facilitator.desk.item.motion_facts import facts_on
from facilitator.desk.item.motion_panels import PutMotionPanel, SecondPanel
from facilitator.desk.item.queue import QueueBox
from facilitator.desk.item.reports import ReportPanel, Reports, told_on
from facilitator.desk.item.speaking import SpeakerCard
from facilitator.desk.item.steps import Steps, floor_reasons, steps
from facilitator.desk.item.wording_panels import AmendPanel
from facilitator.desk.meeting.items_panel import postpone_panel
from facilitator.desk.view import View
from facilitator.desk.widgets import column, scrolling
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.floor import EndSpeech, next_speakers
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.session import Change


class Content(QWidget):
    """What scrolls: as narrow as it has to be, since it scrolls up and down only."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


HEAD = ("vote.open", "motion.put", "motion.amend", "item.postpone", "item.finish", "item.report")
FLOOR = ("floor.ask", "floor.end", "floor.next", "floor.limits")


class ItemView(View):
    """Its keys work wherever the keyboard is in the window, as long as this (and `owner`) is shown in it."""

    vote_wanted = Signal(str)
    """A motion (its id) is to be put to the vote."""

    def __init__(self, desk: Desk, meeting_id: str, owner: QWidget | None = None) -> None:
        super().__init__(desk)
        self.meeting_id = meeting_id
        self.setObjectName("item")
        acts: dict[str, Callable[[], object]] = {
            "vote.open": self._vote,
            "motion.put": lambda: PutMotionPanel(desk, self, meeting_id).open(),
            "motion.amend": self._amend,
            "item.postpone": self._postpone,
            "item.finish": self._finish,
            "item.report": lambda: ReportPanel(desk, self, meeting_id).open(),
            "item.next": self._go_on,
            "floor.ask": lambda: AskPanel(desk, self, meeting_id).open(),
            "floor.end": lambda: desk.do(EndSpeech(meeting=meeting_id)),
            "floor.next": self._give_next,
            "floor.limits": lambda: LimitsPanel(desk, self, meeting_id).open(),
        }
        self._deeds = {
            name: Deed(desk, self, owner or self, name, act) for name, act in acts.items()
        }
        self._steps: Steps | None = None
        self._settled = QTimer(self)  # once everything has its place, the clock has to be in sight
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._bring_clock)
        self._make()
        desk.second.connect(self._tick)

    def _make(self) -> None:
        desk, px, deeds = self.desk, self.desk.px, self._deeds
        self._calm = Calm(desk)
        self._header = Header(desk, {name: deeds[name] for name in HEAD})
        self._motions = MotionCards(
            desk, lambda motion: doings_with(desk, self, self.meeting_id, motion)
        )
        self._motions.seconding.connect(self._second)
        self._reports = Reports(desk)
        self._speaker = SpeakerCard(desk, deeds["floor.end"])
        self._queue = QueueBox(desk, deeds["floor.ask"], deeds["floor.next"], deeds["floor.limits"])
        content = Content()
        column(
            self._motions,
            self._reports,
            self._speaker,
            self._queue,
            None,
            on=content,
            margins=(px(20), 0, px(20), px(12)),
            gap=px(12),
        )
        self._area: QScrollArea = scrolling(content)
        self._area.setObjectName("item.scroll")
        self._area.setAccessibleName(desk.t("The item in hand"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._calm)
        body = QWidget(self)
        head = column(self._header, margins=(px(20), px(14), px(20), 0))
        column(head, self._area, on=body, gap=px(12))
        self._stack.addWidget(body)
        self._body = body

    def concerns(self, change: Change) -> bool:
        """Other meetings do not matter here; people's names may change in their body."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show the item in hand, or what comes next."""
        meeting = self.desk.session.meeting(self.meeting_id)
        names = self.desk.session.names(meeting)
        item = meeting.agenda.get(meeting.agenda.in_hand)
        for name, reason in floor_reasons(self.desk, meeting).items():
            self._deeds[name].allow(reason)
        if item is None:
            self._show_calm(meeting, names)
        else:
            self._show_item(meeting, item, names)

    def _show_calm(self, meeting: Meeting, names: dict[str, str]) -> None:
        self._steps = None
        t = self.desk.t
        for name in HEAD:
            self._deeds[name].allow(t("No item is in hand."))
        self._calm.show_meeting(meeting, names)
        self._stack.setCurrentWidget(self._calm)

    def _show_item(self, meeting: Meeting, item: Item, names: dict[str, str]) -> None:
        self._steps = found = steps(self.desk, meeting, item)
        for name, reason in found.why_not.items():
            self._deeds[name].allow(reason)
        self._header.show_item(meeting, item, found)
        self._motions.show_motions(facts_on(self.desk, meeting, item.id, names))
        self._reports.show_reports(told_on(self.desk, meeting, item.id))
        speaking = meeting.floor.speaking is not None
        began = speaking and not self._speaker.speaking
        self._speaker.show_floor(meeting, names)
        self._speaker.setVisible(speaking or bool(meeting.floor.queue))
        self._queue.show_floor(meeting, names)
        self._stack.setCurrentWidget(self._body)
        if began:
            self._settled.start()

    def _bring_clock(self) -> None:
        self._area.ensureWidgetVisible(self._speaker, 0, self.desk.px(12))

    def _tick(self) -> None:
        """A second is over."""
        if not self.isVisible() or self._stack.currentWidget() is not self._body:
            return
        self._speaker.tick()
        self._queue.tick()
        meeting = self.desk.session.meeting(self.meeting_id)
        item = meeting.agenda.get(meeting.agenda.in_hand)
        if item is not None:
            self._header.show_time(meeting, item)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for deed in self._deeds.values():
            deed.listen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for deed in self._deeds.values():
            deed.listen(False)

    def _vote(self) -> None:
        if self._steps is not None and self._steps.motion is not None:
            self.vote_wanted.emit(self._steps.motion.id)

    def _amend(self) -> None:
        amended = self._steps.amended if self._steps else ""
        AmendPanel(self.desk, self, self.meeting_id, amended).open()

    def _second(self, motion: str) -> None:
        SecondPanel(self.desk, self, self.meeting_id, motion).open()

    def _postpone(self) -> None:
        agenda = self.desk.session.meeting(self.meeting_id).agenda
        postpone_panel(self.desk, self, self.meeting_id, agenda.item(agenda.in_hand)).open()

    def _finish(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        self.desk.do(FinishItem(meeting=self.meeting_id, item=meeting.agenda.in_hand))

    def _go_on(self) -> None:
        """Be done with this item and take up the next one."""
        agenda = self.desk.session.meeting(self.meeting_id).agenda
        if agenda.in_hand and not self.desk.do(
            FinishItem(meeting=self.meeting_id, item=agenda.in_hand)
        ):
            return
        if waiting := agenda.unfinished():
            self.desk.do(TakeUp(meeting=self.meeting_id, item=waiting[0].id))

    def _give_next(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        if waiting := next_speakers(meeting):
            give_floor(self.desk, meeting, waiting[0])
