"""What a project wanted beside what it reached: goals, milestones, people, money, upkeep, and a year later."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import line, words
from facilitator.rounds.ending import ending_of
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.monitoring import monitoring_of
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.spending import money_of
from facilitator.words.aftermath import clauses, near
from facilitator.words.figures import Unit, airy, counted, money, percent
from facilitator.words.rounds import round_title

TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Against:
    """One row: what it is about, what was wanted, what was reached; either may be empty."""

    head: str
    wanted: str
    reached: str


def against(desk: Desk, case: Project, today: date) -> list[Against]:
    """The rows that have anything in them; none before there is a proposal or a grant."""
    t = desk.t
    proposal, ending = proposals_of(case).current, ending_of(case)
    closed = ending.closed
    goals = proposal.goals if proposal else ()
    numbered = len(goals) > 1
    wanted = "\n".join(f"{n}. {one}" if numbered else one for n, one in enumerate(goals, 1))
    told = (closed.text, closed.figures, closed.reason) if closed else ()
    rows = [
        Against(t("Goals"), wanted, "\n".join(one for one in told if one)),
        _milestones(desk, case, today),
        _people(desk, case),
        *_money(desk, case),
        Against(t("How satisfied residents are"), "", _content(desk, case)),
        Against(
            t("Who keeps it up"),
            proposal.upkeep if proposal else "",
            closed.kept_by if closed else "",
        ),
    ]
    look, due = ending.look, ending.look_due
    if look is not None or due is not None:
        day = near(due, today, desk.lang) if due else ""
        state = round_title(look.state, desk.lang) if look else ""
        found = clauses([state, look.text], desk.lang) if look and look.text else state
        rows.append(Against(t("Looked back on"), day, found))
    return [one for one in rows if one.wanted or one.reached]


def _milestones(desk: Desk, case: Project, today: date) -> Against:
    t, lang, found = desk.t, desk.lang, milestones_of(case)
    if not found:
        return Against("", "", "")
    reached = [one for one in found if one.reached is not None]
    last = near(max(one.planned for one in found), today, lang)
    wanted = t.many(
        "{n} milestone, by {day}", "{n} milestones, the last by {day}", len(found), day=last
    )
    if not reached:
        return Against(t("Milestones"), wanted, t("none reached"))
    late = sum(one.reached is not None and one.reached > one.planned for one in reached)
    day = near(max(one.reached for one in reached if one.reached), today, lang)
    said = [
        t("{n} of {all} reached", n=len(reached), all=len(found)),
        t("the last on {day}", day=day),
    ]
    if late:
        said.append(t("{n} later than planned", n=late))
    return Against(t("Milestones"), wanted, clauses(said, lang))


def _people(desk: Desk, case: Project) -> Against:
    t, lang, closed = desk.t, desk.lang, case.closing
    target = case.target or case.project
    group = counted(target.people, Unit.PEOPLE, lang) if target.people else ""
    wanted = clauses([part for part in (target.group, group) if part], lang)
    served = closed.people_served if closed else 0
    return Against(t("For whom"), wanted, counted(served, Unit.PEOPLE, lang) if served else "")


def _money(desk: Desk, case: Project) -> list[Against]:
    t, lang, now = desk.t, desk.lang, money_of(case)
    rows: list[Against] = []
    if now.granted:
        said = [t("{sum} spent", sum=money(now.spent, lang))]
        if now.returned:
            said.append(t("{sum} given back", sum=money(now.returned, lang)))
        granted = t("{sum} granted", sum=money(now.granted, lang))
        rows.append(Against(t("Money"), granted, clauses(said, lang)))
    if now.own:
        spent = t("{sum} spent", sum=money(now.spent_own, lang)) if now.spent_own else ""
        rows.append(Against(t("Own contribution"), money(now.own, lang), spent))
    return rows


def _content(desk: Desk, case: Project) -> str:
    last = monitoring_of(case).satisfaction
    if last is None:
        return ""
    return desk.t(
        "{content} of {people} are satisfied ({percent})",
        content=last.very_satisfied + last.satisfied,
        people=counted(last.people, Unit.PEOPLE, desk.lang),
        percent=percent(last.content),
    )


def against_table(desk: Desk, rows: list[Against]) -> QWidget:
    """Both beside each other; what was not told is said to be so."""
    t, px, made = desk.t, desk.px, QWidget()
    made.setObjectName("ending.against")
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(24))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for at, head in ((1, t("What was to be reached")), (2, t("What was reached"))):
        grid.addWidget(words(head, "small"), 0, at)
    for n, one in enumerate(rows):
        grid.addWidget(line(), 2 * n + 1, 0, 1, 3)
        grid.addWidget(words(one.head, tone="soft"), 2 * n + 2, 0, TOP)
        for at, said in ((1, one.wanted), (2, one.reached)):
            shown = words(airy(said) or "—", tone="" if said else "soft", wrap=True)
            grid.addWidget(shown, 2 * n + 2, at, TOP)
    return made
