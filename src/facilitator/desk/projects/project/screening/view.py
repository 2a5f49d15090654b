"""Screening and visits: who said what of the proposal and why, what was seen there, what residents said."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.desk.meeting.asked import allow
from facilitator.desk.panel import Panel
from facilitator.desk.projects.project.parts import SegmentView, entry_row
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.widgets import Button, card, chip, column, line, row, words
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import Proposals, proposals_of
from facilitator.rounds.screening import (
    ProjectVisited,
    ProposalScreened,
    Screening,
    Verdict,
    screening_of,
)
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.rounds import round_title

ABOUT = ("revised-after-screening", "above-budget", "evidence-after-draft")
LOOKS = {
    Verdict.ADMITTED: ("for", "good"),
    Verdict.SEND_BACK: ("half", "warn"),
    Verdict.REFUSED: ("against", "bad"),
}


def verdict_mark(verdict: Verdict, lang: str) -> Mark:
    """A verdict with its sign."""
    return Mark(round_title(verdict, lang), *LOOKS[verdict])


class ScreeningView(SegmentView):
    """Verdicts, the newest first; visits, the newest first."""

    about = ABOUT

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        title = desk.t("Screening and visits")
        super().__init__(desk, round_, project, "project.screening", title)

    def fill(self, case: Project) -> None:
        """Two cards."""
        found, proposals = screening_of(case), proposals_of(case)
        self._screening(case, found, proposals)
        self._visits(case, found)

    def _open(self, name: str) -> Panel:
        from facilitator.desk.projects.project.screening import panels

        kind = panels.ScreenPanel if name == "screen" else panels.VisitPanel
        return kind(self.desk, self, self.round, self.number)

    def _way(self, said: str, name: str, grade: str) -> Button:
        return self.act(said, f"screening.{name}", lambda: self._open(name), grade=grade)

    def _screening(self, case: Project, found: Screening, proposals: Proposals) -> None:
        t = self.desk.t
        waits = found.verdict is None and proposals.current is not None
        way = self._way(t("Note the verdict…"), "screen", "primary" if waits else "plain")
        if (why := self._why_not(case, proposals)) and way.isEnabled():
            allow(way, why)
        box = self.add_card(t("Screening"), way if case.closing is None else None)
        self._state(box, found, proposals, past=case.round.grant(case.number) is not None)
        numbers = {one.entry: n for n, one in enumerate(proposals.all, 1)}
        for one in reversed(found.screened):
            box.addWidget(line())
            box.addWidget(self._verdict(one, numbers.get(one.proposal, 0), len(numbers)))

    def _why_not(self, case: Project, proposals: Proposals) -> str:
        """Why no verdict can be noted now; "" where one can."""
        desk = self.desk
        if proposals.current is None or proposals.withdrawn is not None:
            return desk.sentence(RuleViolation("no-proposal", project=case.number))
        if case.granted_fen:
            return desk.sentence(RuleViolation("already-granted", project=case.number))
        return ""

    def _state(
        self, box: QVBoxLayout, found: Screening, proposals: Proposals, *, past: bool
    ) -> None:
        """What counts now, in one sentence."""
        t = self.desk.t
        if proposals.current is None:
            said = t("There is no proposal yet. One that was handed in is looked at here.")
        elif proposals.withdrawn is not None:
            said = t("The proposal was withdrawn.")
        elif found.verdict is None and found.screened:
            said = t("It was revised since, and waits to be looked at again.")
        elif found.verdict is None:
            said = t(
                "It waits to be looked at: does it answer a need, does it add up, who keeps it up?"
            )
        elif found.verdict is Verdict.ADMITTED:
            said = (
                t("It went to the selection meeting.")
                if past
                else t("It goes to the selection meeting.")
            )
        elif found.verdict is Verdict.SEND_BACK:
            said = t("It is with the place again, to be revised.")
        else:
            said = t("It does not go to the selection meeting.")
        box.addWidget(words(said, wrap=True, name="screening.state"))

    def _verdict(self, one: ProposalScreened, number: int, of: int) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        head = QWidget()
        top = row(MarkLabel(self.desk.theme, verdict_mark(one.verdict, lang)), on=head)
        if one.by:
            top.addWidget(words(airy(one.by), "strong"))
        if of > 1:
            top.addWidget(words(airy(t("revision {n}", n=number)), "secondary"))
        top.addStretch(1)
        text = words(airy(one.text), wrap=True) if one.text else None
        named = f"{round_title(one.verdict, lang)} {near(one.on, self.today, lang)}"
        return entry_row(self.desk, one.on, head, text, end=self.strike_button(one.entry, named))

    def _visits(self, case: Project, found: Screening) -> None:
        t = self.desk.t
        way = self._way(t("Note a visit…"), "visit", "soft") if case.closing is None else None
        box = self.add_card(t.within("screening", "Visits"), way)
        if not found.visits:
            said = t(
                "Nobody has been there yet. Go there before the selection, and talk the proposal over with "
                "residents: designs become better by it."
            )
            box.addWidget(words(said, tone="soft", wrap=True))
        for n, one in enumerate(sorted(found.visits, key=lambda it: it.on, reverse=True)):
            if n:
                box.addWidget(line())
            box.addWidget(self._visit(one))

    def _visit(self, one: ProjectVisited) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        head = QWidget()
        top = row(words(airy(one.by or t.within("screening", "Visit")), "strong"), on=head)
        if one.residents:
            n = counted(one.residents, Unit.PEOPLE, lang)
            top.addWidget(chip(airy(t("residents: {n}", n=n)), "accent"))
        else:
            top.addWidget(words(t("no residents spoken with"), "secondary"))
        top.addStretch(1)
        text = words(airy(one.text), wrap=True) if one.text else None
        files = files_of(self, one.entry, one.attached)
        whose = one.by or t.within("screening", "Visit")
        named = f"{whose} {near(one.on, self.today, lang)}"
        end = self.strike_button(one.entry, named)
        return entry_row(self.desk, one.on, head, text, self._residents(one), files, end=end)

    def _residents(self, one: ProjectVisited) -> QWidget | None:
        """What residents said stands apart from what was seen."""
        if not one.residents_said:
            return None
        t, px, held = self.desk.t, self.desk.px, card("beneath")
        said = words(airy(one.residents_said), wrap=True)
        column(
            words(t("Residents say"), "small"), said,
            on=held, margins=(px(12), px(2), px(8), px(2)), gap=0,
        )  # fmt: skip
        return held
