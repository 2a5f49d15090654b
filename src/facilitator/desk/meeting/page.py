"""The desk of one meeting: the strip above, the record below, and between them what its phase needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting import middles
from facilitator.desk.meeting.strip import Strip
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.places import Place
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import Recess, Resume
from facilitator.session import Change

PAPERS = "papers"


class MeetingPage(View):
    """See the module; the rooms for each phase are made when the phase is entered."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.setObjectName("meeting")
        self.meeting_id, self._part = place.which, place.part
        self._shown = ""
        self.middle: QWidget | None = None
        self.foot: QWidget | None = None
        self._undoing = undoing(desk)
        self.strip = Strip(desk, self.meeting_id)
        self._box: QVBoxLayout = column(self.strip, on=self, gap=0)
        self._add_actions()
        self.refresh_now()

    def goes_to(self, place: Place) -> bool:
        """Show another part of this meeting."""
        self._part = place.part
        self.refresh_now()
        return True

    def concerns(self, change: Change) -> bool:
        """This meeting, and the bodies: who sits there may have changed."""
        return change.stream in (f"meeting/{self.meeting_id}",) or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show the phase the meeting is in."""
        meeting = self._meeting()
        wanted = PAPERS if self._part == PAPERS else meeting.phase.key
        if wanted != self._shown:
            self._shown = wanted
            self._put(self._made(meeting))
        self._show_foot("notes" in meeting.phase.parts)

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _made(self, meeting: Meeting) -> QWidget:
        if self._part == PAPERS:
            return self._papers(meeting)
        return middles.BY_STAGE[meeting.phase.stage](self.desk, self.meeting_id)

    def _papers(self, meeting: Meeting) -> QWidget:
        """The papers, with the way back to where one was."""
        t, px, holder = self.desk.t, self.desk.px, QWidget()
        back = button(t("Back to the meeting"), "quiet", name="papers.back")
        back.setIcon(self.desk.theme.icon("arrow-left"))
        back.clicked.connect(lambda: self.desk.go("meetings", self.meeting_id))
        bar = card("strip")
        row(back, None, on=bar, margins=(px(8), px(4), px(16), px(4)))
        column(bar, middles.papers(self.desk, meeting.id), on=holder, gap=0)
        return holder

    def _put(self, middle: QWidget) -> None:
        old, self.middle = self.middle, middle
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.insertWidget(1, middle, 1)
        self.setFocusProxy(middle)

    def _show_foot(self, wanted: bool) -> None:
        """The line to write, while this phase keeps a record and the papers do not lie over it."""
        wanted = wanted and self._part != PAPERS
        if wanted and self.foot is None:
            self.foot = middles.foot(self.desk, self.meeting_id)
            self._box.addWidget(self.foot)
        if self.foot is not None:
            self.foot.setVisible(wanted)

    def _add_actions(self) -> None:
        desk, everywhere = self.desk, Qt.ShortcutContext.WindowShortcut
        for name, act in (
            ("undo", self._undo),
            ("papers", self._go_to_papers),
            ("projector", lambda: desk.projector.toggle(self.meeting_id)),
            ("projector.next", desk.projector.next_scene),
            ("meeting.recess", self._rest),
        ):
            action(desk, self, name, act, context=everywhere)

    def _undo(self) -> None:
        self._undoing.undo(self.meeting_id)

    def _go_to_papers(self) -> None:
        part = "" if self._part == PAPERS else PAPERS
        self.desk.go("meetings", self.meeting_id, part)

    def _rest(self) -> None:
        """A break, or the end of one."""
        meeting = self._meeting()
        if meeting.phase.stage is Stage.RUNNING:
            kind = Resume if meeting.life.recess else Recess
            self.desk.do(kind(meeting=self.meeting_id))
