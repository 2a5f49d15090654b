"""The head of a project's page: which one it is, how far on its way, what is next, and what to look at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.phases import Step
from facilitator.desk.meeting.stepper import Stepper
from facilitator.desk.projects.marks import stage_label
from facilitator.desk.view import View
from facilitator.desk.widgets import button, chip, clear, column, elided, row
from facilitator.rounds.concerns import Concern, concerns
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.project import Project
from facilitator.rounds.standing import OVER, Stage, Standing, standing_of
from facilitator.session import Change
from facilitator.words.figures import airy, money
from facilitator.words.rounds import standing_deed
from facilitator.words.tongue import mark_in

WAY = (
    (mark_in("way", "Needs"), (Stage.NEEDS,)),
    (mark_in("way", "Proposal"), (Stage.PROPOSAL, Stage.WITHDRAWN)),
    (mark_in("way", "Screening"), (Stage.SCREENING, Stage.REFUSED)),
    (mark_in("way", "Selection"), (Stage.ADMITTED, Stage.NOT_SELECTED)),
    (mark_in("way", "Team"), (Stage.SELECTED, Stage.TEAM)),
    (mark_in("way", "Carrying out"), (Stage.RUNNING,)),
    (mark_in("way", "Report"), ()),
    (mark_in("way", "Look back"), (Stage.CLOSED,)),
)
"""The steps from need to report, each with the stages in which a project stands at it."""


class ProjectHead(View):
    """`deed_wanted` asks for the place where what is next is done."""

    deed_wanted = Signal()

    def __init__(self, desk: Desk, round_: str, number: str) -> None:
        super().__init__(desk)
        self._found: tuple[Concern, ...] = ()
        self.setObjectName("project.head")
        self.round, self.number = round_, number
        t, px = desk.t, desk.px
        back = button("", "plain", icon=desk.theme.icon("arrow-left"), name="project.back")
        back.setAccessibleName(t("All projects of the round"))
        back.setToolTip(t("All projects of the round"))
        back.clicked.connect(lambda: desk.go("projects", round_))
        self.title = elided("", "item", name="project.title")
        self.under = elided("", "secondary", name="project.under")
        self._chips = row(gap=px(8))
        self._looked = button("", "quiet", "small", name="project.concerns")
        self._looked.clicked.connect(self._tell)
        self.stepper = Stepper(desk, most=len(WAY))
        self.stepper.setObjectName("project.way")
        self._next = button("", "soft", "small", name="project.next")
        self._next.clicked.connect(self.deed_wanted)
        self._late = chip("", "bad", name="project.late")
        named = column(
            row(chip(number, "accent", name="project.number"), self.title, self._chips, None,
                gap=px(8)),
            self.under,
            gap=px(2),
        )  # fmt: skip
        middle = Qt.AlignmentFlag.AlignVCenter
        above = row(gap=px(12))
        above.addWidget(back, 0, middle)
        above.addLayout(named, 1)
        above.addWidget(self._looked, 0, middle)
        below = row(self.stepper, None, gap=px(12))
        below.addWidget(self._late, 0, middle)
        below.addWidget(self._next, 0, middle)
        strip = QWidget()
        column(above, below, on=strip, margins=(px(16), px(10), px(16), px(2)), gap=px(6))
        column(strip, on=self)
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Acts of the project and of its round."""
        return change.stream in (f"project/{self.round}/{self.number}", f"round/{self.round}")

    def refresh(self) -> None:
        """Read the project and show where it is."""
        case = self.desk.session.project(self.round, self.number)
        standing, today = standing_of(case), self.desk.now().date()
        self.title.setText(case.title)
        self.under.setText(self._under(case, standing))
        clear(self._chips)
        self._chips.addWidget(stage_label(self.desk, standing.stage, standing.outcome))
        if case.round.sample:
            self._chips.addWidget(chip(self.desk.t("Sample"), "sample", name="project.sample"))
        self._show_way(standing)
        self._show_next(case, standing)
        self._show_concerns(concerns(case, today))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Folded as it can be."""
        return QSize(self.desk.px(320), super().minimumSizeHint().height())

    def _under(self, case: Project, standing: Standing) -> str:
        t, lang = self.desk.t, self.desk.lang
        place = case.round.place(case.project.place)
        parts = [case.round.title, place.name if place else ""]
        if standing.money.granted:
            parts.append(t("granted {sum}", sum=money(standing.money.granted, lang)))
        elif standing.asked_fen:
            parts.append(t("asks for {sum}", sum=money(standing.asked_fen, lang)))
        return airy(" · ".join(one for one in parts if one))

    def _show_way(self, standing: Standing) -> None:
        t, stage = self.desk.t, standing.stage
        at = next((n for n, (_, stages) in enumerate(WAY) if stage in stages), len(WAY))
        ended = stage is Stage.LOOKED_BACK
        found = tuple(
            Step(t.within(*title), n < at or ended, n == at and not ended)
            for n, (title, _) in enumerate(WAY)
        )
        now = min(at, len(WAY) - 1)
        said = t("Step {n} of {all}: {step}", n=now + 1, all=len(WAY), step=t.within(*WAY[now][0]))
        self.stepper.show_steps(found, said)

    def _show_next(self, case: Project, standing: Standing) -> None:
        t, today = self.desk.t, self.desk.now().date()
        wanted = {one.id: one.what for one in milestones_of(case)}.get(standing.milestone, "")
        said = standing_deed(standing, today, self.desk.lang, milestone=wanted)
        self._next.setText(airy(t("Next: {deed}", deed=said)))
        self._next.setVisible(bool(said) and standing.stage not in OVER)
        late = standing.overdue(today)
        self._late.setText(airy(t.many("{n} day overdue", "{n} days overdue", late)))
        self._late.setVisible(bool(late))

    def _show_concerns(self, found: tuple[Concern, ...]) -> None:
        t, n = self.desk.t, len(found)
        self._found = found
        said = t.many("{n} thing to look at", "{n} things to look at", n) if n else ""
        self._looked.setText(airy(said))
        self._looked.setIcon(self.desk.theme.icon("triangle-alert", "warn_ink"))
        self._looked.setVisible(bool(n))

    def _tell(self) -> None:
        from facilitator.desk.projects.telling import ConcernsPanel

        ConcernsPanel(self.desk, self, self.title.text(), self._found).open()

    def _fit(self) -> None:
        """All words of the way while there is room for them."""
        px = self.desk.px
        beside = self._next.sizeHint().width() if self._next.isVisibleTo(self) else 0
        if self._late.isVisibleTo(self):
            beside += self._late.sizeHint().width() + px(12)
        room = self.width() - px(32) - beside - px(24)
        self.stepper.shorten(self.stepper.width_for(short=False) > room)
