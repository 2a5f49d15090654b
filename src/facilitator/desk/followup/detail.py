"""One matter at the right of the list: facts, both views, its story, and what it would be on an agenda."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QGridLayout, QScrollArea, QWidget

from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.around import around_of
from facilitator.desk.followup.cards import ViewCard
from facilitator.desk.followup.facts import facts_of, which
from facilitator.desk.followup.foot import Foot
from facilitator.desk.followup.story import Story
from facilitator.desk.followup.views import both_views
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.widgets import (
    button,
    card,
    chip,
    clear,
    column,
    elided,
    line,
    row,
    scrolling,
    words,
)
from facilitator.followup.following import Following
from facilitator.followup.standing import Standing, standing_of
from facilitator.words.aftermath import differ_words, overdue_words, standing_words
from facilitator.words.figures import airy
from facilitator.words.timeline import timeline

NARROW = 460
"""Below so many pixels (at 100 %) what stands side by side stands one below the other."""

ROOMY = 560
"""From so many pixels of height (at 100 %) what it would be on an agenda stays in sight."""


class Detail(QFrame):
    """`wanted` names an act (`report`, `assess`, `put` …); `opened` has files; `wrong` names an entry."""

    wanted = Signal(str)
    opened = Signal(object)
    wrong = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: FollowRow | None = None
        self.setProperty("look", "card")
        self.setObjectName("followup.detail")
        px = desk.px
        self._which = elided("", tone="soft", name="followup.which")
        self._late = chip("", "bad", name="followup.late")
        self._title = words("", "motion", wrap=True, name="followup.title")
        top = row(self._which, self._late, gap=px(8))
        top.setStretch(0, 1)
        top.setAlignment(self._late, Qt.AlignmentFlag.AlignTop)
        head = column(top, self._title, margins=(px(16), px(12), px(16), px(12)), gap=px(2))
        inner = QWidget()
        self._box = column(on=inner, margins=(px(16), px(12), px(16), px(12)), gap=px(12))
        self._area: QScrollArea = scrolling(inner)
        self._area.setAccessibleName(desk.t("What became of it"))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.foot = Foot(desk)
        self.foot.wanted.connect(self.wanted)
        self._pairs: list[QBoxLayout] = []
        self._grid: QGridLayout | None = None
        self._cells: list[tuple[QWidget, QWidget]] = []
        self._plan: QFrame | None = None
        self._story: Story | None = None
        self._new: set[str] = set()
        self._pinned = column(margins=(px(16), 0, px(16), 0), gap=0)
        column(
            head, line(), self._area, self._pinned, self.foot, on=self, margins=1, gap=0
        ).setStretch(2, 1)

    def show_matter(self, matter: FollowRow) -> None:
        """Show one, as it is now."""
        desk, today = self._desk, self._desk.now().date()
        other = self.row is None or self.row.stream != matter.stream
        self.row = matter
        case = desk.session.following(matter.meeting, matter.decision, matter.group)
        standing = standing_of(case.matter, case)
        self._which.setText(which(desk, matter))
        self._title.setText(airy(matter.title))
        late = overdue_words(standing, today, desk.lang)
        self._late.setText(airy(late))
        self._late.setVisible(bool(late))
        at = 0 if other else self._area.verticalScrollBar().value()
        before = set[str]() if self._story is None else self._story.entries
        self._fill(matter, case, standing)
        self.foot.show_matter(matter, case)
        self._area.verticalScrollBar().setValue(at)
        self._find_new(set() if other else before, other=other)
        self.setAccessibleName(
            f"{matter.title}, {airy(standing_words(standing, today, desk.lang))}"
        )

    def _find_new(self, before: set[str], *, other: bool) -> None:
        """What was noted just now comes into sight, once the new lines have their places."""
        story = self._story
        assert story is not None
        self._new = set() if other else self._new | (story.entries - before)
        if self._new:
            QTimer.singleShot(0, story, lambda: self._scroll_to_new(story))

    def _scroll_to_new(self, story: Story) -> None:
        if story is not self._story:
            return
        text, self._new = story.text_of(self._new), set()
        if text is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._area.ensureWidgetVisible(text, 0, self._desk.px(24))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType]
        self._arrange()

    def _fill(self, matter: FollowRow, case: Following, standing: Standing) -> None:
        desk = self._desk
        lang, today = desk.lang, desk.now().date()
        clear(self._box)
        self._pairs.clear()
        self._add_facts(matter, case, standing)
        if differ := differ_words(standing, lang):
            self._box.addWidget(self._warning(differ, "followup.differ"))
        self._add_views(case)
        self._add_objections(matter)
        self._story = story = Story(desk)
        story.opened.connect(self.opened)
        story.wrong.connect(self.wrong)
        around = around_of(desk, matter, case.matter)
        story.show_lines(timeline(case.matter, case, today, lang, around), only_looking(desk))
        self._box.addWidget(story)
        self._box.addStretch(1)
        clear(self._pinned)
        self._plan = self.foot.plan(matter)
        self._arrange()

    def _warning(self, said: str, name: str) -> QFrame:
        desk, px = self._desk, self._desk.px
        frame = card("warn", name=name)
        sign = words("")
        sign.setPixmap(desk.theme.pixmap("triangle-alert", "warn_ink", 18))
        text = words(airy(said), "strong", "warn", wrap=True)
        box = row(sign, text, on=frame, margins=(px(12), px(8), px(12), px(8)), gap=px(8))
        box.setStretch(1, 1)
        box.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        return frame

    def _add_facts(self, matter: FollowRow, case: Following, standing: Standing) -> None:
        px = self._desk.px
        self._grid, self._cells = QGridLayout(), []
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        for key, label, value in facts_of(self._desk, matter, case, standing):
            name = words(label, tone="soft")
            said = words(airy(value), wrap=True, name=f"followup.fact.{key}")
            for one in (name, said):
                one.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._cells.append((name, said))
        self._box.addLayout(self._grid)

    def _add_views(self, case: Following) -> None:
        desk, t = self._desk, self._desk.t
        views = both_views(case.matter, case, desk.lang, desk.now().date())
        office = ViewCard(desk, "followup.office", t("The office says"), views.office, 2)
        office.add_files(views.office, self.opened.emit)
        office.settle()
        residents = ViewCard(desk, "followup.residents", t("Residents say"), views.residents, -1)
        residents.add_files(views.residents, self.opened.emit)
        ask = button(t("Note what residents say…"), "link", "small", name="followup.assess.here")
        ask.clicked.connect(lambda: self.wanted.emit("assess"))
        if stuck := only_looking(desk):
            ask.setEnabled(False)
            ask.setToolTip(stuck)
        residents.add_way(ask)
        both = row(office, residents, gap=desk.px(12))
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._pairs.append(both)
        self._box.addLayout(both)

    def _add_objections(self, matter: FollowRow) -> None:
        t = self._desk.t
        if not matter.objections_open:
            return
        said = t.many(
            "{n} objection is not answered yet.",
            "{n} objections are not answered yet.",
            matter.objections_open,
        )
        frame = self._warning(said, "followup.objections")
        answer = button(t("Answer…"), grade="small", name="followup.answer.here")
        answer.clicked.connect(lambda: self.wanted.emit("answer"))
        if stuck := only_looking(self._desk):
            answer.setEnabled(False)
            answer.setToolTip(stuck)
        box = frame.layout()
        assert box is not None
        box.addWidget(answer)
        self._box.addWidget(frame)

    def _place_plan(self) -> None:
        """What it would be on an agenda stays in sight where there is room, else it scrolls along."""
        plan = self._plan
        if plan is None:
            return
        roomy = self.height() >= self._desk.px(ROOMY)
        box, other = (self._pinned, self._box) if roomy else (self._box, self._pinned)
        if box.indexOf(plan) < 0:
            other.removeWidget(plan)
            box.addWidget(plan)
        air = self._desk.px(12) if roomy else 0
        self._pinned.setContentsMargins(self._desk.px(16), 0, self._desk.px(16), air)

    def _arrange(self) -> None:
        """Two columns, or one where there is no room for two."""
        narrow = self.width() < self._desk.px(NARROW)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(below if narrow else beside)
        self._place_plan()
        grid = self._grid
        if grid is None:
            return
        while grid.count():
            grid.takeAt(0)
        many = 1 if narrow else 2
        for number, (name, said) in enumerate(self._cells):
            line_, side = divmod(number, many)
            grid.addWidget(name, line_, side * 2)
            grid.addWidget(said, line_, side * 2 + 1)
        for side in (1, 3):
            grid.setColumnStretch(side, 1 if side == 1 or not narrow else 0)
