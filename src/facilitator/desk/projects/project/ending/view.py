"""The segment of the end: how it ended, what was left a year later, and goals against what was reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.desk.panel import Panel
from facilitator.desk.projects.marks import OUTCOMES
from facilitator.desk.projects.project.ending.against import against, against_table
from facilitator.desk.projects.project.ending.panels import ClosePanel, LookPanel, ReopenPanel
from facilitator.desk.projects.project.gate import gated, why_no_money
from facilitator.desk.projects.project.pair import Pair
from facilitator.desk.projects.project.parts import SegmentView, entry_row, section
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.widgets import Button, line, row, words
from facilitator.rounds.ending import GIVEN_UP, Alive, Ending, LookedBack, ending_of
from facilitator.rounds.project import Project, ProjectClosed
from facilitator.words.aftermath import late_words, near
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.rounds import round_title

ALIVE = {
    Alive.ALIVE: ("for", "good"),
    Alive.WEAK: ("half", "warn"),
    Alive.GONE: ("against", "bad"),
}
"""Sign and ground of what is left of it; the word stands beside it."""


class EndingView(SegmentView):
    """The report and the look beside each other; below them what was wanted beside what was reached."""

    about = ("satisfaction-missing", "nobody-keeps-it", "look-back-overdue")

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        super().__init__(desk, round_, project, "project.ending", desk.t("Ending"))

    def fill(self, case: Project) -> None:
        """Goals are held against what was reached also while it goes on."""
        t, ending = self.desk.t, ending_of(case)
        self.box.addWidget(Pair(self.desk, [self._end(case, ending)], [self._looks(case, ending)]))
        found = against(self.desk, case, self.today)
        if found:
            inner = self.add_card(t("Goals against what was reached"))
            inner.addWidget(against_table(self.desk, found))

    def _end(self, case: Project, ending: Ending) -> QFrame:
        t, desk = self.desk.t, self.desk
        if ending.closed is not None:
            act = self._open("ending.reopen", t("Reopen…"), ReopenPanel, "plain")
        else:
            act = self._open("ending.close", t("Close and report…"), ClosePanel, "soft")
            gated(desk, act, why_no_money(desk, case))
        held, inner = section(desk, t("How it ended"), (act,))
        if ending.closed is None:
            said = t(
                "It goes on. At its end stands a report: what was reached, for how many people, and who keeps "
                "it up; also of what was given up, with the reason."
            )
            none = why_no_money(desk, case)
            inner.addWidget(words(airy(none or said), tone="soft", wrap=True))
            return held
        inner.addWidget(self._closed(ending.closed))
        return held

    def _closed(self, one: ProjectClosed) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        outcome = round_title(one.outcome, lang)
        mark = MarkLabel(
            self.desk.theme, Mark(outcome, *OUTCOMES[one.outcome]), name="ending.outcome"
        )
        text = words(airy(one.text), wrap=True) if one.text else None
        served = counted(one.people_served, Unit.PEOPLE, lang) if one.people_served else ""
        facts = self._facts(
            (t.within("closing", "Reason"), one.reason),
            (t("People served"), served),
            (t("In figures"), one.figures),
            (t("Who keeps it up"), one.kept_by),
        )
        top = QWidget()
        row(mark, None, on=top)
        files = files_of(self, one.entry, one.attached)
        said = t("Closed: {outcome}", outcome=outcome)
        away = self.strike_button(one.entry, f"{near(one.on, self.today, lang)} {said}")
        return entry_row(self.desk, one.on, top, text, facts, files, end=away)

    def _facts(self, *facts: tuple[str, str]) -> QWidget:
        """Small heads beside what they say; nothing of what is empty."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, self.desk.px(4), 0, 0)
        grid.setHorizontalSpacing(self.desk.px(12))
        grid.setVerticalSpacing(self.desk.px(4))
        grid.setColumnStretch(1, 1)
        for n, (head, said) in enumerate((head, said) for head, said in facts if said):
            grid.addWidget(words(head, tone="soft"), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(airy(said), wrap=True), n, 1)
        return made

    def _looks(self, case: Project, ending: Ending) -> QFrame:
        """When somebody is to look again, and what was found."""
        t, desk, months = self.desk.t, self.desk, case.round.plan.look_back_months
        act = self._open("ending.look", t("Note the look back…"), LookPanel, "soft")
        gated(desk, act, "" if ending.closed else t("It has not ended yet."))
        title = t.many(
            "Looked at again after {n} month", "Looked at again after {n} months", months
        )
        held, inner = section(desk, airy(title), (act,))
        inner.addWidget(words(airy(self._due(ending)), wrap=True, name="ending.due"))
        for one in reversed(ending.looks):
            inner.addWidget(line())
            inner.addWidget(self._looked(one))
        return held

    def _due(self, ending: Ending) -> str:
        """Whether the look is due, in one sentence."""
        t, lang, due = self.desk.t, self.desk.lang, ending.look_due
        if ending.closed is None:
            return t("The day is counted from the day on which it ends.")
        if due is None:
            given_up = ending.closed.outcome in GIVEN_UP
            return t("It was given up: there is nothing to look back on.") if given_up else ""
        day = near(due, self.today, lang)
        if ending.look is not None:
            return t("It was due on {day}, and was taken.", day=day)
        days = (due - self.today).days
        if days < 0:
            return t("It was due on {day}: {late}.", day=day, late=late_words(-days, lang))
        if not days:
            return t("It is due today.")
        left = counted(days, Unit.DAYS, lang)
        return t("Somebody looks again on {day}, in {left}.", day=day, left=left)

    def _looked(self, one: LookedBack) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        state = round_title(one.state, lang)
        head = QWidget()
        top = row(MarkLabel(self.desk.theme, Mark(state, *ALIVE[one.state])), on=head)
        top.addWidget(words(airy(one.by), "strong", wrap=True), 1)
        kept = t("kept up by {name}", name=one.kept_by) if one.kept_by else ""
        none = t("Nobody keeps it up.") if one.state is not Alive.ALIVE and not kept else kept
        text = words(airy(one.text), wrap=True) if one.text else None
        under = words(airy(none), "secondary", wrap=True) if none else None
        files = files_of(self, one.entry, one.attached)
        said = t("Looked back on: {state}", state=state)
        away = self.strike_button(one.entry, f"{near(one.on, self.today, lang)} {said}")
        return entry_row(self.desk, one.on, head, text, under, files, end=away)

    def _open(
        self, name: str, said: str, make: Callable[[Desk, QWidget, str, str], Panel], grade: str
    ) -> Button:
        def panel() -> Panel:
            return make(self.desk, self, self.round, self.number)

        return self.act(said, name, panel, grade=grade)
