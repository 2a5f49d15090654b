"""The round's own acts: who pays, what was granted, the selection meeting, the days, the places, its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.panel import Panel
from facilitator.desk.projects.grants import GrantsCard
from facilitator.desk.projects.telling import concern_row
from facilitator.desk.widgets import (
    Button,
    button,
    card,
    chip,
    clear,
    column,
    elided,
    line,
    row,
    words,
)
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.roundbook import ProjectRow
from facilitator.rounds.concerns import round_concerns
from facilitator.rounds.outside import Funder, FunderKind
from facilitator.rounds.round import Round
from facilitator.selections import taken_back
from facilitator.words.aftermath import near
from facilitator.words.concerns import concern_head
from facilitator.words.figures import airy, money
from facilitator.words.rounds import round_title

WIDE = 860
"""Pixels at 100 % from which the cards stand in two columns."""


class Affairs(QWidget):
    """Left the money, right the rest; shown anew by `show_round` after each act."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__()
        self._desk, self.round = desk, round_
        self.setObjectName("affairs")
        px = desk.px
        self._boxes = {
            key: _box(desk) for key in ("concerns", "funders", "select", "plan", "places", "end")
        }
        self.grants = GrantsCard(desk, round_)
        left, right = QWidget(), QWidget()
        column(*self._cards("funders"), self.grants, None, on=left, gap=px(12))
        several = self._cards("select", "concerns", "plan", "places", "end")
        column(*several, None, on=right, gap=px(12))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, px(8), 0)
        self._both.setSpacing(px(12))
        self._both.addWidget(left, 5)
        self._both.addWidget(right, 4)
        content = QWidget()
        content.setLayout(self._both)
        self._area = scrolled(content, desk.t("Money and places"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self._area, on=self)

    @property
    def first(self) -> QWidget:
        """Its first button."""
        return self.findChild(Button, "funder.add") or self

    def show_round(
        self, case: Round, meetings: list[Meeting], waiting: set[str], rows: list[ProjectRow]
    ) -> None:
        """Show how the round stands; `waiting` are those of its meetings whose result is to be taken over."""
        had = self.focusWidget()
        name = had.objectName() if had is not None and had.hasFocus() else ""
        self._funders(case)
        self._selection(case, meetings, waiting)
        self._concerns(case, meetings)
        self._plan(case)
        self._places(case, {one.place for one in rows})
        self._end(case)
        self.grants.show_round(case, rows)
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._desk.px(WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(beside if wide else below)

    def _cards(self, *keys: str) -> list[QWidget]:
        return [self._boxes[key][0] for key in keys]

    def _fill(self, key: str, head: str, *ways: QWidget) -> QVBoxLayout:
        """The card emptied, with its head and the buttons at the right of it."""
        box = self._boxes[key][1]
        clear(box)
        box.addLayout(row(words(head, "head"), None, *ways, gap=self._desk.px(8)))
        return box

    def _way(self, said: str, name: str, act: Callable[[], object], look: str = "plain") -> Button:
        made = button(said, look, "small", name=name)
        made.clicked.connect(act)
        own(self._desk, made)
        return made

    def _panel(self, make: Callable[[Desk, QWidget, str], Panel]) -> Callable[[], None]:
        return lambda: make(self._desk, self, self.round).open()

    def _funders(self, case: Round) -> None:
        from facilitator.desk.projects.funding import FunderPanel

        t, lang, px = self._desk.t, self._desk.lang, self._desk.px
        ways = (self._way(t("Add…"), "funder.add", self._panel(FunderPanel), "soft"),)
        box = self._fill(
            "funders", t("Who gives the money"), *(ways if case.closed is None else ())
        )
        if not case.funders:
            said = t("Nobody yet. The budget is the exact sum of what all of them give.")
            box.addWidget(words(said, tone="soft", wrap=True))
            return
        for one in case.funders.values():
            box.addWidget(line())
            box.addWidget(self._funder(case, one))
        box.addWidget(line())
        total = words(airy(money(case.budget_fen, lang)), "value", name="affairs.budget")
        box.addLayout(row(words(t("Budget"), "strong"), None, total, gap=px(8)))

    def _funder(self, case: Round, one: Funder) -> QWidget:
        t, lang, px = self._desk.t, self._desk.lang, self._desk.px
        held = QWidget()
        about = [round_title(one.kind, lang), one.contract]
        closed = one.id in case.contracts
        told = row(gap=px(6))
        for said, code, yes in (
            (t("Residents decide"), "residents-not-deciding", one.residents_decide),
            (t("Residents evaluate"), "residents-not-evaluating", one.residents_evaluate),
        ):
            words_ = f"✓ {said}" if yes else f"✗ {concern_head(code, lang)}"
            told.addWidget(chip(words_, "good" if yes else "warn"))
        if closed:
            told.addWidget(chip(t("Contract closed"), "plain"))
        told.addStretch(1)
        text = column(
            elided(one.name, "strong"),
            elided(airy(" · ".join(part for part in about if part)), "secondary"),
            told,
            gap=px(3),
        )
        amount = words(airy(money(one.fen, lang)), "strong")
        line_ = row(gap=px(8), on=held)
        line_.addLayout(text, 1)
        line_.addWidget(amount, 0, Qt.AlignmentFlag.AlignTop)
        if not closed:
            line_.addWidget(self._more(case, one), 0, Qt.AlignmentFlag.AlignTop)
        return held

    def _more(self, case: Round, one: Funder) -> Button:
        """What can be done with a funder."""
        from PySide6.QtWidgets import QMenu

        from facilitator.desk.projects import funding

        t, desk = self._desk.t, self._desk
        made = button("", "quiet", "tiny", name=f"funder.more.{one.id}")
        made.setIcon(desk.theme.icon("ellipsis"))
        made.setAccessibleName(t("More: {what}", what=one.name))
        made.setProperty("narrow", True)
        menu = QMenu(made)
        ways: list[tuple[str, Callable[[], Panel]]] = []
        if case.closed is None:
            ways += [
                (t("Change…"), lambda: funding.FunderPanel(desk, self, self.round, one.id)),
                (t("Drop…"), lambda: funding.DropFunderPanel(desk, self, self.round, one.id)),
            ]
        if one.kind is FunderKind.SERVICE_CONTRACT:
            ways.append(
                (
                    t("Close the contract…"),
                    lambda: funding.CloseContractPanel(desk, self, self.round, one.id),
                )
            )
        for said, make in ways:
            menu.addAction(said).triggered.connect(lambda _on=False, make=make: make().open())
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        if not ways:  # shown before it has a place, it would be a window for a moment
            made.hide()
        own(desk, made)
        return made

    def _selection(self, case: Round, found: list[Meeting], waiting: set[str]) -> None:
        from facilitator.desk.projects.selecting import SelectionMeetingPanel, take_result

        t, desk, px = self._desk.t, self._desk, self._desk.px
        call = self._way(
            t("Call the selection meeting…"),
            "select.call",
            self._panel(SelectionMeetingPanel),
            "plain" if found else "soft",
        )
        box = self._fill(
            "select", t("Selection in public"), *((call,) if case.closed is None else ())
        )
        if not found:
            said = t(
                "No selection meeting has taken over this round's projects yet. Those that passed the "
                "screening come onto its slate, with the money that is not granted."
            )
            box.addWidget(words(said, tone="soft", wrap=True))
        for one in found:
            day = airy(near(one.call.planned.date(), desk.now().date(), desk.lang))
            look = button(
                f"{day} · {one.call.title or one.council.name}",
                "link",
                "small",
                name=f"select.{one.id}",
            )
            look.clicked.connect(lambda _on=False, key=one.id: desk.go("meetings", key))
            announced = one.outcome.is_announced
            over = one.phase.stage is Stage.CLOSED
            state = (
                t("Result announced") if announced else t("Held") if over else t("Not decided yet")
            )
            box.addLayout(row(look, chip(state, "good" if announced else "plain"), None, gap=px(8)))
            if one.id in waiting:
                take = self._way(
                    t("Take the announced result over"),
                    f"select.take.{one.id}",
                    lambda key=one.id: take_result(desk, self.round, key),
                    "primary",
                )
                box.addLayout(row(take, None))

    def _concerns(self, case: Round, meetings: list[Meeting]) -> None:
        found = round_concerns(case, taken_back(case, meetings))
        frame, _ = self._boxes["concerns"]
        frame.setVisible(bool(found))
        t = self._desk.t
        box = self._fill("concerns", t("What there is to look at"))
        for one in found:
            box.addWidget(concern_row(self._desk, one))

    def _plan(self, case: Round) -> None:
        from facilitator.desk.projects.planning import PlanPanel

        t, plan = self._desk.t, case.plan
        today, lang, px = self._desk.now().date(), self._desk.lang, self._desk.px
        way = self._way(t("Set the days…"), "plan.set", self._panel(PlanPanel))
        box = self._fill("plan", t("Days"), *((way,) if case.closed is None else ()))
        days = (
            (t("Needs asked by"), plan.needs_by),
            (t("Proposals in by"), plan.proposals_by),
            (t("Selection meeting on"), plan.selection_on),
        )
        for head, day in days:
            said = airy(near(day, today, lang)) if day else t.within("day", "not fixed")
            box.addLayout(row(words(head, tone="soft"), None, words(said), gap=px(8)))
        months = t.many("after {n} month", "after {n} months", plan.look_back_months)
        box.addLayout(
            row(words(t("Looked back on"), tone="soft"), None, words(airy(months)), gap=px(8))
        )

    def _places(self, case: Round, have: set[int]) -> None:
        from facilitator.desk.projects.planning import IncludePanel, LeaveOutPanel

        t = self._desk.t
        more = self._way(t("More places…"), "places.more", self._panel(IncludePanel))
        out = self._way(t("Leave out…"), "places.out", self._panel(LeaveOutPanel))
        ways = (more, out) if case.closed is None else ()
        count = airy(t.many("{n} place takes part", "{n} places take part", len(case.places)))
        box = self._fill("places", count, *ways)
        named = [f"{no:02}\u00a0{case.places[no].name}" for no in sorted(case.places)]
        box.addWidget(words(airy("  ".join(named)), "secondary", wrap=True, name="affairs.places"))
        without = [case.places[no].name for no in sorted(case.places) if no not in have]
        if without and have:
            said = t(
                "Without a project: {places}",
                places=("、" if self._desk.lang == "zh" else ", ").join(without),
            )
            box.addWidget(words(airy(said), tone="warn", wrap=True))
        for no, reason in sorted(case.left_out.items()):
            said = t("{no} left out: {reason}", no=f"{no:02}", reason=reason)
            box.addWidget(words(airy(said), "small", wrap=True))

    def _end(self, case: Round) -> None:
        from facilitator.desk.projects.planning import CloseRoundPanel, ReopenRoundPanel

        t = self._desk.t
        if case.closed is None:
            way = self._way(t("Close the round…"), "round.close", self._panel(CloseRoundPanel))
            said = t("While it is open, projects, proposals and grants can be added.")
        else:
            way = self._way(t("Open it again…"), "round.reopen", self._panel(ReopenRoundPanel))
            day = near(case.closed.at.date(), self._desk.now().date(), self._desk.lang)
            said = t("Closed on {day}. What was granted goes on to its end.", day=day)
        box = self._fill("end", t("End of the round"), way)
        box.addWidget(words(airy(said), tone="soft", wrap=True))


def _box(desk: Desk) -> tuple[QWidget, QVBoxLayout]:
    """A card and what is in it."""
    held, px = card(), desk.px
    return held, column(on=held, margins=(px(16), px(12), px(16), px(12)), gap=px(8))
