"""What is looked at before a selection: slate, money, terms, order, and what is looked at before any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.desk.desk import Desk
from facilitator.desk.prepare import readiness as council
from facilitator.desk.selection.terms.example import is_settled
from facilitator.desk.today.checks import Check, State, projector
from facilitator.meeting import Meeting
from facilitator.meeting.selection.pitches import How
from facilitator.words.figures import Unit, airy, counted, money

TAKEN_OVER = ("notice", "seats", "roster", "host", "recorder", "leave")
"""What a council's meeting looks at, too."""


def selection_readiness(desk: Desk, meeting: Meeting) -> list[tuple[Check, str]]:
    """Each line, with what else there is to know of it ("" for nothing)."""
    shared = [one for one in council.readiness(desk, meeting) if one[0].key in TAKEN_OVER]
    t = desk.t
    papers = Check("papers", State.GOOD, t("Ballots and sign-in sheet can be printed"))
    if not meeting.slate.standing or not is_settled(meeting):
        said = t("Ballots can be printed once projects and voting are settled")
        papers = Check("papers", State.LOOK, said)
    return [*selection_checks(desk, meeting), *shared, (papers, ""), (projector(desk), "")]


def selection_checks(desk: Desk, meeting: Meeting) -> list[tuple[Check, str]]:
    """The lines that are a selection's own."""
    lines = (*_slate(desk, meeting), *_terms(desk, meeting), *_order(desk, meeting))
    return [(replace(check, page="meetings", which=meeting.id), more) for check, more in lines]


def _slate(desk: Desk, meeting: Meeting) -> Iterator[tuple[Check, str]]:
    t, slate, lang = desk.t, meeting.slate, desk.lang
    if not slate.standing:
        yield Check("slate", State.BAD, t("No project stands for selection yet")), ""
    else:
        projects = counted(len(slate.standing), Unit.PROJECTS, lang)
        yield Check("slate", State.GOOD, airy(t("On the slate: {projects}", projects=projects))), ""
    if not slate.budget:
        yield Check("budget", State.BAD, t("How much money there is has not been said yet")), ""
        return
    over = [one for one in slate.standing if one.asked > slate.budget]
    said = airy(t("Money to give away: {sum}", sum=money(slate.budget, lang)))
    more = t.many(
        "{n} project asks for more than that: it cannot be funded in full.",
        "{n} projects ask for more than that: they cannot be funded in full.",
        len(over),
    )
    state = State.LOOK if over else State.GOOD
    yield Check("budget", state, said), airy(more) if over else ""
    asked = sum(one.asked for one in slate.standing)
    if slate.standing and asked <= slate.budget:
        all_fit = t(
            "All projects together ask for no more than there is: nothing has to be chosen."
        )
        yield Check("enough", State.LOOK, all_fit), ""


def _terms(desk: Desk, meeting: Meeting) -> Iterator[tuple[Check, str]]:
    t = desk.t
    if not is_settled(meeting):
        yield (
            Check("terms", State.BAD, t("How people vote and how it is counted is not settled")),
            "",
        )
    elif not meeting.terms.counting.ties:
        said = t("Voting and counting are settled, but not what happens with a tie")
        yield Check("terms", State.LOOK, said), ""
    else:
        yield Check("terms", State.GOOD, t("Voting and counting are settled")), ""


def _order(desk: Desk, meeting: Meeting) -> Iterator[tuple[Check, str]]:
    t, pitches = desk.t, meeting.pitches
    standing = {one.id for one in meeting.slate.standing}
    if not pitches.order:
        said = t("The order of the pitches is not settled; without it they go as on the slate")
        yield Check("order", State.LOOK, said), ""
    elif standing - set(pitches.order):
        yield Check("order", State.LOOK, t("Projects were added after the order was settled")), ""
    else:
        drawn = pitches.how is How.DRAWN
        said = (
            t("Order of the pitches: drawn by lot")
            if drawn
            else t("Order of the pitches is settled")
        )
        yield Check("order", State.GOOD, said), ""
