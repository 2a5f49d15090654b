"""Today: the meeting that runs or comes next, what waits to be carried out, and what was decided last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator import overview, roundbook
from facilitator.desk.archives import choose_archive
from facilitator.desk.desk import Desk
from facilitator.desk.followup.callbar import CallBar
from facilitator.desk.followup.reading import own
from facilitator.desk.meetings.new import new_meeting
from facilitator.desk.places import Place
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.today.choice import meeting_of_the_day
from facilitator.desk.today.doors import Doors
from facilitator.desk.today.follow import Follow
from facilitator.desk.today.latest import MOST, latest
from facilitator.desk.today.no_meeting import NoMeeting
from facilitator.desk.today.steps import Steps, offered
from facilitator.desk.view import View
from facilitator.desk.widgets import button, chip, clear, column, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.words.figures import airy, date_words
from facilitator.words.moments import weekday_words

if TYPE_CHECKING:
    from facilitator.desk.today.hero import Hero

WIDE = 900
"""Pixels at 100 % from which the two lists stand side by side."""


class TodayPage(View):
    """Made anew after each act; nothing is typed here."""

    def __init__(self, desk: Desk, _place: Place | None = None) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("today")
        self._hero: Hero | None = None
        self._lists: QBoxLayout | None = None
        self._top: QBoxLayout | None = None
        self._top_width = 0
        self._day = desk.now().date()
        held = QWidget()
        self._box: QVBoxLayout = column(
            on=held, margins=(px(32), px(24), px(32), px(24)), gap=px(16)
        )
        area = scrolling(held)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        column(area, on=self)
        desk.second.connect(self._tick)
        self.refresh_now()

    def refresh(self) -> None:
        """Read the archive and show it; the control that has the keys keeps them."""
        had = self.focusWidget()
        name = had.objectName() if had is not None and had.hasFocus() else ""
        clear(self._box)
        self._hero = self._lists = self._top = None
        self._day = self.desk.now().date()
        if overview.bodies(self.desk.session):
            self._fill()
        else:
            self._welcome()
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _welcome(self) -> None:
        doors = Doors(self.desk)
        self._box.addWidget(doors, 1)
        if offered(self.desk):
            self._box.addWidget(Steps(self.desk))
        self.first = doors.first

    def _fill(self) -> None:
        desk, session = self.desk, self.desk.session
        chosen = meeting_of_the_day(overview.unfinished(session), desk.now())
        meeting = session.meeting(chosen) if chosen else None
        self._box.addLayout(self._head(meeting))
        self._box.addWidget(CallBar(desk))
        if meeting is not None:
            from facilitator.desk.today.hero import Hero

            self._hero = Hero(desk, meeting)
        card = self._hero or NoMeeting(desk)
        self._box.addWidget(card)
        self.first = card.go_on
        if offered(desk):
            self._box.addWidget(Steps(desk))
        if roundbook.rounds(session, limit=1):
            from facilitator.desk.today.projects import ProjectsDue

            self._box.addWidget(ProjectsDue(desk))
        self._lists = row(
            Follow(desk), latest(desk, overview.decisions(session, limit=MOST)), gap=desk.px(16)
        )
        self._box.addLayout(self._lists, 1)
        self._top_width = self._top.minimumSize().width() if self._top else 0
        self._arrange()

    def _head(self, meeting: Meeting | None) -> QBoxLayout:
        desk = self.desk
        t, px, lang = desk.t, desk.px, desk.lang
        between = " " if lang == "zh" else ", "
        parts = (airy(date_words(self._day, lang)), weekday_words(self._day, lang))
        day = between.join(parts if lang == "zh" else reversed(parts))
        head = row(
            words(t("Today"), "title"), words(day, tone="soft", name="today.date"), gap=px(16)
        )
        sample = meeting is not None and meeting.council.sample
        if sample and not is_rehearsal(desk.session.path):
            head.addWidget(chip(t("Sample archive · all names are invented"), "sample"))
        opens = button(
            t("Open an archive…"), "quiet", icon=desk.theme.icon("folder-open"), name="today.open"
        )
        opens.clicked.connect(lambda: choose_archive(desk, self))
        ways = row(opens, gap=px(8))
        if meeting is not None:
            new = button(t("New meeting…"), icon=desk.theme.icon("plus"), name="today.new")
            new.clicked.connect(lambda: new_meeting(desk, self))
            own(desk, new)
            ways.addWidget(new)
        ways.addStretch(1)  # below the head they keep to its side
        head.addStretch(1)
        self._top = row(head, ways, gap=px(8))
        self._top.setStretch(0, 1)
        return self._top

    def _arrange(self) -> None:
        """The two lists side by side, or one below the other."""
        if self._lists is None or self._top is None:
            return
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self.width() >= self.desk.px(WIDE)
        self._lists.setDirection(beside if wide else below)
        roomy = self.width() >= self._top_width + self.desk.px(64)
        self._top.setDirection(beside if roomy else below)
        self._lists.setStretch(0, 16 if wide else 0)
        self._lists.setStretch(1, 9 if wide else 0)

    def _tick(self) -> None:
        """Once a second: what the clock changes; at midnight, everything."""
        if not self.isVisible():
            return
        if self.desk.now().date() != self._day:
            self.refresh_now()
        elif self._hero is not None:
            self._hero.tick()
