"""The page of one project: its head, and the segments of its way, each made when it is first wanted."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.data import dataclass
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.forum.segments import Segments
from facilitator.desk.projects.project.head import ProjectHead
from facilitator.desk.view import View, born_on
from facilitator.desk.widgets import card, column, row
from facilitator.rounds.standing import Deed, Stage, standing_of
from facilitator.session import Change
from facilitator.words.tongue import mark

ROOM = "facilitator.desk.projects.project"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a project's way; `where` names a View `(desk, round, project)` as module:class."""

    key: str
    title: str
    where: str
    short: str = ""
    """Where all titles together have no room; the title where that is short enough."""

    @property
    def is_there(self) -> bool:
        """Whether it has been built yet."""
        path = self.where.partition(":")[0].split(".")
        return all(importlib.util.find_spec(".".join(path[:n])) for n in range(1, len(path) + 1))

    def make(self, desk: Desk, round_: str, project: str) -> QWidget:
        """Make it."""
        module, name = self.where.split(":")
        return getattr(importlib.import_module(module), name)(desk, round_, project)


SEGMENTS: tuple[Segment, ...] = (
    Segment("needs", mark("Needs"), f"{ROOM}.needs.view:NeedsView"),
    Segment("proposal", mark("Proposal"), f"{ROOM}.proposal.view:ProposalView"),
    Segment(
        "screening",
        mark("Screening and visits"),
        f"{ROOM}.screening.view:ScreeningView",
        mark("Screening"),
    ),
    Segment("team", mark("Team"), f"{ROOM}.team.view:TeamView"),
    Segment("money", mark("Milestones and money"), f"{ROOM}.money.view:MoneyView", mark("Money")),
    Segment("visits", mark("Monitoring"), f"{ROOM}.monitoring.view:MonitoringView"),
    Segment("ending", mark("Ending"), f"{ROOM}.ending.view:EndingView"),
    Segment("story", mark("Story"), f"{ROOM}.story.view:StoryView"),
    Segment("papers", mark("Papers"), "facilitator.desk.papers.projects:ProjectPapers"),
)
BY_DEED = {
    Deed.ASK: "needs",
    Deed.RANK: "needs",
    Deed.PROPOSE: "proposal",
    Deed.REVISE: "proposal",
    Deed.SCREEN: "screening",
    Deed.SELECT: "proposal",
    Deed.FORM_TEAM: "team",
    Deed.PLAN: "money",
    Deed.REACH: "money",
    Deed.CLOSE: "ending",
    Deed.LOOK_BACK: "ending",
}
"""Where the next deed is done."""


class ProjectPage(View):
    """`first` is the segment that is shown: at first the one in which the next deed is done."""

    def __init__(self, desk: Desk, round_: str, number: str) -> None:
        super().__init__(desk)
        self.setObjectName("project")
        self.round, self.number = round_, number
        px = desk.px
        self.head = ProjectHead(desk, round_, number)
        self.head.deed_wanted.connect(self._to_deed)
        self.segments = Segments(desk, name="project")
        self.segments.chosen.connect(self.turn_to)
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        bar = card("bar")
        row(self.segments, None, on=bar, margins=(px(16), px(4), px(16), px(8)))
        column(self.head, bar, self._stack, on=self, gap=0).setStretch(2, 1)
        action(desk, self, "project.back", lambda: desk.go("projects", round_))
        self._offer(short=False)
        self._whole = self.segments.sizeHint().width()
        self.turn_to(self._due())
        self._stale = False

    def concerns(self, change: Change) -> bool:
        """The head and the segments read by themselves."""
        return False

    def refresh(self) -> None:
        """The head and the segments read by themselves."""

    @property
    def first(self) -> QWidget:
        """Who gets the keys."""
        shown = self._stack.currentWidget()
        if shown is None:
            return self.segments
        return getattr(shown, "first", None) or shown

    @property
    def shown(self) -> QWidget | None:
        """The segment that is shown."""
        return self._stack.currentWidget()

    def turn_to(self, key: str) -> None:
        """Show a segment; the first where there is none of that name. `papers.KIND` shows that paper."""
        key, _, kind = key.partition(".")
        there = [one for one in SEGMENTS if one.is_there]
        segment = next((one for one in there if one.key == key), there[0] if there else None)
        if segment is None:
            return
        if segment.key not in self._made:
            with born_on(self._stack):
                self._made[segment.key] = segment.make(self.desk, self.round, self.number)
            self._stack.addWidget(self._made[segment.key])
        made = self._made[segment.key]
        if kind and isinstance(show := getattr(made, "show_kind", None), Callable):
            show(kind)
        self.segments.show_chosen(segment.key)
        self._stack.setCurrentWidget(self._made[segment.key])
        self.setFocusProxy(self._made[segment.key])
        if self.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer(short=self.width() - self.desk.px(32) < self._whole)

    def _offer(self, *, short: bool) -> None:
        t = self.desk.t
        there = [one for one in SEGMENTS if one.is_there]
        titles = {one.key: t(one.short) if short and one.short else t(one.title) for one in there}
        self.segments.offer([(key, said, "") for key, said in titles.items()])

    def _to_deed(self) -> None:
        self.turn_to(self._due())

    def _due(self) -> str:
        """The segment of the next deed; the last one of what is over, the proposal of what was not taken."""
        standing = standing_of(self.desk.session.project(self.round, self.number))
        if standing.deed is not None:
            return BY_DEED[standing.deed]
        over = standing.stage in (Stage.CLOSED, Stage.LOOKED_BACK)
        refused = standing.stage is Stage.REFUSED
        return "ending" if over else "screening" if refused else "proposal"
