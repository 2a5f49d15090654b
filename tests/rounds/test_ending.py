"""The end and the look twelve months later, which is where the sources' garden failed."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.rounds.ending import (
    EARLY_DAYS,
    Alive,
    CloseProject,
    LookBack,
    ReopenProject,
    ending_of,
)
from facilitator.rounds.milestones import MoveMilestone, PlanMilestone, ReachMilestone
from facilitator.rounds.monitoring import AssessSatisfaction, MonitorProject, Progress
from facilitator.rounds.project import Outcome, SetTarget, StrikeFromProject
from facilitator.rounds.round import PlanRound
from facilitator.rounds.spending import AddReceipt, PayInstalment, ReturnMoney, Spend
from tests.rounds.office import DAY, DRAFTED, Office

ENDED = date(2027, 1, 31)
DONE = {"outcome": Outcome.DONE, "on": ENDED, "text": "Forty eat warm."}


@pytest.fixture
def office() -> Office:
    """A project that is carried out."""
    return Office().to_running()


def test_only_what_was_granted_is_closed():
    """A project without money is refused or withdrawn, not closed."""
    office = Office().open().start()
    assert office.code(CloseProject, entry="c", **DONE) == "not-granted"
    assert office.code(LookBack, entry="l", on=ENDED, state=Alive.ALIVE) == "project-open"
    assert office.code(ReopenProject, reason="x") == "project-open"


def test_whatever_is_not_simply_done_has_its_reason(office: Office):
    """What is done has its report."""
    assert office.code(CloseProject, entry="c", **{**DONE, "text": ""}) == "text-missing"
    for outcome in (Outcome.PARTLY, Outcome.ABANDONED, Outcome.NEVER_STARTED):
        ends = {"outcome": outcome, "on": ENDED}
        assert office.code(CloseProject, entry="c", **ends, text="t") == "text-missing"
    assert office.code(CloseProject, entry="c", **DONE, people_served=-1) == "number-range"
    office.now(
        CloseProject, entry="c", outcome=Outcome.NEVER_STARTED, on=ENDED, reason="no support"
    )
    closed = ending_of(office.project).closed
    assert closed is not None
    assert (closed.outcome, closed.reason) == (Outcome.NEVER_STARTED, "no support")


def test_what_reached_or_spent_something_has_started(office: Office):
    """It can be abandoned, but not be said never to have begun."""
    ends = {"outcome": Outcome.NEVER_STARTED, "on": ENDED, "reason": "x"}
    office.now(ReachMilestone, entry="r", milestone="ms1", on=DRAFTED)
    assert office.code(CloseProject, entry="c", **ends) == "has-started"
    office.now(StrikeFromProject, entry="r", reason="x")
    office.now(Spend, entry="b", what="x", fen=1, on=DRAFTED)
    assert office.code(CloseProject, entry="c", **ends) == "has-started"
    office.now(CloseProject, entry="c", **{**ends, "outcome": Outcome.ABANDONED})


def test_after_the_end_accounts_come_in_and_nothing_else(office: Office):
    """Receipts, the last instalment, what goes back, and what residents say."""
    office.now(CloseProject, entry="c", **DONE, kept_by="The team")
    on = {"on": ENDED + DAY}
    for kind, fields in (
        (SetTarget, {"title": "t", "group": "g"}),
        (PlanMilestone, {"entry": "x", "what": "x", "due": ENDED}),
        (ReachMilestone, {"entry": "x", "milestone": "ms1", **on}),
        (MoveMilestone, {"entry": "x", "milestone": "ms1", "due": ENDED, "reason": "x"}),
        (MonitorProject, {"entry": "x", "state": Progress.ON_TRACK, **on}),
        (CloseProject, {"entry": "x", **DONE}),
    ):
        assert office.code(kind, **fields) == "project-closed"
    office.now(PayInstalment, entry="i", fen=300_000, **on)
    office.now(Spend, entry="b", what="Stove", fen=10, **on)
    office.now(AddReceipt, entry="d", spending="b", receipt="9")
    office.now(ReturnMoney, entry="z", fen=299_990, reason="not needed", **on)
    office.now(AssessSatisfaction, entry="s", satisfied=3, **on)


def test_the_look_is_due_so_many_calendar_months_later(office: Office):
    """As the round says; what was given up is not looked at again."""
    office.now(CloseProject, entry="c", **DONE)
    assert ending_of(office.project).look_due == date(2028, 1, 31)
    office.now(PlanRound, look_back_months=1)
    assert ending_of(office.project).look_due == date(2027, 2, 28)
    office.now(ReopenProject, reason="not yet")
    assert ending_of(office.project).look_due is None
    office.now(CloseProject, entry="c2", outcome=Outcome.ABANDONED, on=ENDED, reason="team gone")
    found = ending_of(office.project)
    assert (found.look_due, found.look) == (None, None)


def test_a_look_counts_from_a_month_before_its_day(office: Office):
    """An earlier one is kept and is not that look; the last one says how it is."""
    office.now(CloseProject, entry="c", **DONE)
    due = date(2028, 1, 31)
    early = due - (EARLY_DAYS + 1) * DAY
    assert office.code(LookBack, entry="l", on=ENDED - DAY, state=Alive.ALIVE) == "dates-order"
    assert office.code(LookBack, entry="l", on=due, state=Alive.GONE) == "text-missing"
    office.now(LookBack, entry="l1", on=early, state=Alive.ALIVE)
    assert ending_of(office.project).look is None
    office.now(LookBack, entry="l2", on=early + DAY, state=Alive.WEAK, text="One bed is left.")
    office.now(LookBack, entry="l3", on=due, state=Alive.GONE, text="Nobody keeps it.")
    found = ending_of(office.project)
    assert found.look is not None
    assert (found.look.entry, len(found.looks)) == ("l3", 3)


def test_a_project_is_reopened_with_a_reason(office: Office):
    """Also by striking how it ended."""
    office.now(CloseProject, entry="c", **DONE)
    assert office.code(ReopenProject, reason=" ") == "text-missing"
    office.now(ReopenProject, reason="the second half follows")
    assert office.project.closing is None
    office.now(CloseProject, entry="c2", **DONE)
    assert office.project.closing is not None
    office.now(StrikeFromProject, entry="c2", reason="too early")
    assert office.project.closing is None
