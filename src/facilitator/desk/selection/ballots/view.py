"""The ballots table: a vote opened, its boxes counted, papers entered twice, compared, and the vote closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.segments import Segments
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.selection.ballots.boxes import BoxesPage
from facilitator.desk.selection.ballots.differences import DifferencesPage
from facilitator.desk.selection.ballots.entry import EntryPage
from facilitator.desk.selection.ballots.named import NamedPage
from facilitator.desk.selection.ballots.opening import OpeningPage
from facilitator.desk.view import View
from facilitator.desk.widgets import column, elided, row
from facilitator.meeting import Meeting
from facilitator.meeting.selection.papers import Vote, handed_out
from facilitator.session import Change
from facilitator.words.figures import airy

PAGES = ("boxes", "entry", "differ", "named")


class BallotsView(View):
    """See the module. `table_wanted` names another table of the meeting: the result after the close."""

    table_wanted = Signal(str)

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("ballots-view")
        self.meeting_id = meeting_id
        self._page, self._vote = "boxes", 0
        self.opening = OpeningPage(desk, meeting_id)
        self.boxes = BoxesPage(desk, meeting_id)
        self.entry = EntryPage(desk, meeting_id)
        self.differ = DifferencesPage(desk, meeting_id)
        self.named = NamedPage(desk, meeting_id)
        self._pages = QStackedWidget()
        for one in (self.opening, self.boxes, self.entry, self.differ, self.named):
            self._pages.addWidget(one)
        self.segments = Segments(desk, name="ballots")
        self._said = elided("", "secondary", name="ballots.said")
        self._head = QWidget()
        row(self.segments, None, self._said, on=self._head, gap=px(12))
        air = px(16)
        column(
            self._head, self._pages, on=self, gap=px(8), margins=(air, px(8), air, px(8))
        ).setStretch(1, 1)
        self.segments.chosen.connect(self.open_page)
        self.opening.table_wanted.connect(self.table_wanted)
        self.boxes.entry_wanted.connect(self._open_entry)
        self.boxes.differences_wanted.connect(lambda: self.open_page("differ"))
        self.refresh_now()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of bodies, whose people's names stand here."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show the page that is open; the others are read when they are opened."""
        meeting = self.meeting
        vote = meeting.ballots.open
        self._head.setVisible(vote is not None)
        if vote is None:
            self._vote = 0
            self._pages.setCurrentWidget(self.opening)
            self.opening.show_meeting(meeting)
            self.setFocusProxy(self.opening)
            return
        if vote.number != self._vote:
            self._vote, self._page = vote.number, "boxes"
        self._offer(meeting, vote)
        page = self._shown
        page.show_meeting(meeting)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)

    @property
    def _shown(self) -> BoxesPage | EntryPage | DifferencesPage | NamedPage:
        return {
            "boxes": self.boxes,
            "entry": self.entry,
            "differ": self.differ,
            "named": self.named,
        }[self._page]

    def open_page(self, page: str) -> None:
        """Boxes, entry, differ or named."""
        self._page = page
        self.refresh_now()
        self._shown.setFocus()

    def _open_entry(self, group: str, helper: int, number: int) -> None:
        self._page = "entry"
        self.refresh_now()
        self.entry.open(group, helper, number)

    def _offer(self, meeting: Meeting, vote: Vote) -> None:
        t = self.desk.t
        differ = len(vote.differences())
        pieces = [("boxes", t("Boxes"), ""), ("entry", t("Enter ballots"), "")]
        if vote.helpers:
            pieces.append(
                ("differ", airy(t("Differences {n}", n=differ)) if differ else t("Differences"), "")
            )
        pieces.append(("named", t("Type for somebody"), ""))
        if self._page not in [key for key, _, _ in pieces]:
            self._page = "boxes"
        self.segments.offer(pieces)
        self.segments.show_chosen(self._page)
        box = handed_out(vote.box)
        known = sum(paper.agreed(vote.terms.twice) is not None for paper in vote.papers.values())
        said = t(
            "Vote {number}, open since {time}; {known} of {box} agreed",
            number=vote.number,
            time=clock_at(meeting, vote.opened.at),
            known=known,
            box=box,
        )
        self._said.setText(airy(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for one in (self.opening, self.boxes):
            one.set_side(self.width())
