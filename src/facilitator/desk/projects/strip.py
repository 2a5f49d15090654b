"""The days and the money of a round in a strip of cells: each a word over what it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.projects.reading import Figures
from facilitator.desk.widgets import clear, column, elided, row, upright, words
from facilitator.rounds.results import grants_of
from facilitator.rounds.round import Round
from facilitator.words.aftermath import near
from facilitator.words.figures import airy, money


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell; `tone` colours what it says, `note` stands after it."""

    key: str
    head: str
    said: str
    note: str = ""
    tone: str = ""


def facts_of(desk: Desk, case: Round, figures: Figures, today: date) -> list[Fact]:
    """The three days, the budget, what is granted and left of it, how many projects at how many places."""
    t, lang, plan = desk.t, desk.lang, case.plan
    found: list[Fact] = []
    days = (
        ("needs-by", t("Needs by"), plan.needs_by),
        ("proposals-by", t("Proposals by"), plan.proposals_by),
        ("selection-on", t("Selection on"), plan.selection_on),
    )
    for key, head, day in days:
        said = near(day, today, lang) if day else t.within("day", "not fixed")
        found.append(Fact(key, head, airy(said), *_how_far(desk, day, today)))
    granted, budget = sum(one.fen for one in grants_of(case).values()), case.budget_fen
    found.append(
        Fact("budget", t("Budget"), airy(money(budget, lang)) if budget else t("none yet"))
    )
    if granted:
        over = granted > budget
        found.append(
            Fact("granted", t("Granted"), airy(money(granted, lang)), tone="bad" if over else "")
        )
        found.append(Fact("left", t("Left"), airy(money(budget - granted, lang))))
    at = t("{n} at {places} places", n=figures.projects, places=figures.places)
    without = figures.places_without
    note = t.many("{n} place without", "{n} places without", without) if without else ""
    found.append(Fact("projects", t("Projects"), airy(at), airy(note)))
    return found


def _how_far(desk: Desk, day: date | None, today: date) -> tuple[str, str]:
    """In how many days it is, for a fortnight before it; nothing afterwards."""
    if day is None or not 0 <= (day - today).days <= 14:
        return "", ""
    t, days = desk.t, (day - today).days
    return airy(t.many("in {n} day", "in {n} days", days) if days else t("Today")), "warn"


class Strip(QFrame):
    """The cells, side by side; those that do not fit are cut at the right by what is narrower."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Fact] = []
        self.setObjectName("round.facts")
        self.setProperty("look", "card")
        px = desk.px
        self._line = row(on=self, gap=px(14), margins=(px(16), px(6), px(16), px(6)))

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these."""
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._line)
        for n, one in enumerate(facts):
            if n:
                self._line.addWidget(upright())
            self._line.addWidget(self._cell(one))
        self._line.addStretch(1)

    def _cell(self, one: Fact) -> QWidget:
        held, px = QWidget(), self._desk.px
        said = row(elided(one.said, "strong", one.tone, name=f"fact.{one.key}"), gap=px(6))
        if one.note:
            said.addWidget(elided(one.note, "small", "warn"))
        column(words(one.head, "small"), said, on=held, gap=0)
        return held


def one_line(facts: list[Fact], lang: str) -> str:
    """The same as one line, where there is no room for cells."""
    between = "" if lang == "zh" else " "
    return " · ".join(f"{one.head}{between or ' '}{one.said}" for one in facts)
