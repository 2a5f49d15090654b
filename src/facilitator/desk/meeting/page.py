"""The desk of one meeting: the strip above, the record below, and between them what its phase needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting import middles
from facilitator.desk.meeting.more import open_scenes
from facilitator.desk.meeting.running import Running
from facilitator.desk.meeting.tables import TablesRoom
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.papers.going import wanted_paper
from facilitator.desk.places import Place
from facilitator.desk.secretary.drafts import words_wait
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import Recess, Resume
from facilitator.session import Change

if TYPE_CHECKING:
    from facilitator.desk.papers.view import PapersView
    from facilitator.desk.secretary.foot import Foot

PAPERS = "papers"
"""The part of the page with the papers; `desk.papers.going` knows the parts of it."""


class MeetingPage(View):
    """See the module; the rooms for each phase are made when the phase is entered."""

    records = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.setObjectName("meeting")
        self.meeting_id, self._part = place.which, place.part
        self.middle: QWidget | None = None
        self._room: QWidget | None = None
        self._papers: QWidget | None = None
        self._papers_view: PapersView | None = None
        self._phase = ""
        """The phase that the room was made for."""
        self.foot: Foot | None = None
        self._elsewhere = False
        self._undoing = undoing(desk)
        self.strip = middles.head(desk, self._meeting(), self._show_people, self._greet)
        self._box: QVBoxLayout = column(self.strip, on=self, gap=0)
        self._add_actions()
        self.refresh_now()

    def goes_to(self, place: Place) -> bool:
        """Show another part of this meeting; of its papers, the one that is named."""
        self._part = place.part
        self.refresh_now()
        kind, matter = wanted_paper(self._part)
        if self._shows_papers and self._papers_view is not None and kind:
            self._papers_view.show_kind(kind, matter)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the line first: whoever writes must not look for it."""
        super().showEvent(event)
        debate = self._debate
        if debate is None and isinstance(self.middle, TablesRoom):
            self.middle.take_keys()
        elif debate is not None and self.foot is not None and self.foot.isVisible():
            if debate.scene.kind == "item":
                self.foot.take_keys()
            else:
                debate.take_keys()

    def take_keys(self) -> None:
        """Give the keys to the line, unless it is shut or a vote has them; then to what is in the middle."""
        foot, debate = self.foot, self._debate
        if self._elsewhere and debate is not None:
            debate.take_keys()
        elif debate is None and isinstance(self.middle, TablesRoom):
            self.middle.take_keys()
        elif foot is not None and foot.isVisible() and foot.why_not is None:
            foot.take_keys()

    def concerns(self, change: Change) -> bool:
        """This meeting, and the bodies: who sits there may have changed."""
        return change.stream in (f"meeting/{self.meeting_id}",) or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show the phase the meeting is in, or its papers."""
        meeting = self._meeting()
        if self._room is not None and self._phase != meeting.phase.key:
            self._room = self._drop(self._room)
        if self._shows_papers:
            self._papers = self._papers or self._with_papers(meeting)
            self._put(self._papers)
        else:
            self._papers = self._drop(self._papers)
            self._papers_view = None
            self._room = self._room or self._made(meeting)
            self._put(self._room)
        # Words that were being typed when the meeting was closed stay in sight.
        waiting = words_wait(self.desk, meeting)
        self._show_foot("notes" in meeting.phase.parts or waiting)

    @property
    def _shows_papers(self) -> bool:
        return self._part.partition(".")[0] == PAPERS

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    @property
    def _debate(self) -> Running | None:
        """Where items are dealt with, while that is shown."""
        middle = self.middle
        return middle.debate if isinstance(middle, (Running, TablesRoom)) else None

    def _show_people(self) -> None:
        """Sign people in by name, where a forum counts heads."""
        if (lay_people := getattr(self._room, "lay_people", None)) is not None:
            lay_people()

    def _greet(self) -> None:
        """The button that moved the day on gives the keys away: a number and Enter would press it again."""
        if isinstance(self.middle, TablesRoom):
            self.middle.take_keys()
        elif self.middle is not None:
            self.middle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, meeting: Meeting) -> QWidget:
        self._phase = meeting.phase.key
        room = middles.room(self.desk, meeting, self)
        if isinstance(room, (Running, TablesRoom)):
            room.keys_wanted.connect(self._share_keys)
        return room

    def _with_papers(self, meeting: Meeting) -> QWidget:
        """The papers, with the way back to where one was."""
        t, px, holder = self.desk.t, self.desk.px, QWidget()
        back = button(t("Back to the meeting"), "quiet", name="papers.back")
        back.setIcon(self.desk.theme.icon("arrow-left"))
        back.clicked.connect(lambda: self.desk.go("meetings", self.meeting_id))
        bar = card("strip")
        row(back, None, on=bar, margins=(px(8), px(4), px(16), px(4)))
        kind, matter = wanted_paper(self._part)
        self._papers_view = middles.papers(self.desk, meeting.id, kind, matter)
        column(bar, self._papers_view, on=holder, gap=0)
        return holder

    def _put(self, middle: QWidget) -> None:
        """Show this; what was shown before waits behind it, or has been dropped."""
        if self.middle is middle:
            return
        if self.middle is not None and self.middle is self._room:
            self.middle.hide()
        self.middle = middle
        if self._box.indexOf(middle) < 0:
            self._box.insertWidget(1, middle, 1)
        middle.show()
        self.setFocusProxy(middle)
        self._share_keys()

    def _drop(self, room: QWidget | None) -> None:
        if room is not None:
            self._box.removeWidget(room)
            room.hide()
            room.deleteLater()

    def _show_foot(self, wanted: bool) -> None:
        """The line to write, while this phase keeps a record and the papers do not lie over it."""
        wanted = wanted and not self._shows_papers
        if wanted and self.foot is None:
            self.foot = middles.foot(self.desk, self.meeting_id)
            self.foot.keys_back.connect(self._give_keys_back)
            self._box.addWidget(self.foot)
            self._share_keys()
        if self.foot is not None:
            self.foot.setVisible(wanted)

    def _share_keys(self) -> None:
        """While single letters answer a roll call, they never land in the line."""
        debate = self._debate
        wanted = debate is not None and debate.keys_with_vote
        if self.foot is not None and wanted != self._elsewhere:
            self._elsewhere = wanted
            self.foot.keys_elsewhere(wanted)

    def _give_keys_back(self) -> None:
        """A line was written in the middle of a roll call."""
        if (debate := self._debate) is not None:
            debate.take_keys()

    def _add_actions(self) -> None:
        desk, everywhere = self.desk, Qt.ShortcutContext.WindowShortcut
        for name, act in (
            ("undo", self._undo),
            ("papers", self._go_to_papers),
            ("projector", lambda: desk.projector.toggle(self.meeting_id)),
            ("projector.scenes", lambda: open_scenes(desk, self, self.meeting_id)),
            ("projector.next", desk.projector.next_scene),
            ("projector.page", desk.projector.next_page),
            ("meeting.recess", self._rest),
        ):
            action(desk, self, name, act, context=everywhere)

    def _undo(self) -> None:
        self._undoing.undo(self.meeting_id)

    def _go_to_papers(self) -> None:
        part = "" if self._shows_papers else PAPERS
        self.desk.go("meetings", self.meeting_id, part)

    def _rest(self) -> None:
        """A break, or the end of one."""
        meeting = self._meeting()
        if meeting.phase.stage is Stage.RUNNING:
            kind = Resume if meeting.life.recess else Recess
            self.desk.do(kind(meeting=self.meeting_id))
