"""Milestones: a day, an instalment, reached once, moved with a reason."""

from __future__ import annotations

import pytest

from facilitator.rounds.milestones import (
    MoveMilestone,
    PlanMilestone,
    ReachMilestone,
    milestone_of,
    milestones_of,
    unplanned_steps,
)
from facilitator.rounds.project import StrikeFromProject
from facilitator.rounds.proposal import Step
from tests.rounds.office import DAY, DRAFTED, Office

FIRST, SECOND = DRAFTED + 30 * DAY, DRAFTED + 60 * DAY


@pytest.fixture
def office() -> Office:
    """A project with two milestones, the later one planned first; nothing is granted."""
    made = Office().open().start()
    made.now(PlanMilestone, entry="b", what="Open", due=SECOND, fen=100)
    made.now(PlanMilestone, entry="a", what="Build", due=FIRST)
    return made


def test_milestones_stand_in_the_order_of_their_days(office: Office):
    """Moving one moves it among the others; the first day stays known."""
    assert [one.id for one in milestones_of(office.project)] == ["a", "b"]
    later = SECOND + DAY
    assert (
        office.code(MoveMilestone, entry="v", milestone="a", due=later, reason="") == "text-missing"
    )
    assert (
        office.code(MoveMilestone, entry="v", milestone="a", due=FIRST, reason="x")
        == "due-the-same"
    )
    office.now(MoveMilestone, entry="v", milestone="a", due=later, reason="frost")
    assert [one.id for one in milestones_of(office.project)] == ["b", "a"]
    moved = milestone_of(office.project, "a")
    assert (moved.due, moved.planned) == (later, FIRST)
    office.now(StrikeFromProject, entry="v", reason="no frost")
    assert milestone_of(office.project, "a").due == FIRST


def test_a_milestone_is_reached_once_and_only_with_a_grant(office: Office):
    """Then it is neither moved nor late; struck, it is open again."""
    reach = {"entry": "r", "milestone": "a", "on": FIRST + DAY}
    assert office.code(ReachMilestone, **reach) == "not-granted"
    office.grant()
    assert office.code(ReachMilestone, **{**reach, "milestone": "z"}) == "unknown-milestone"
    assert milestone_of(office.project, "a").overdue(FIRST + 3 * DAY) == 3
    assert milestone_of(office.project, "a").overdue(FIRST - DAY) == 0
    office.now(ReachMilestone, **reach)
    assert office.code(ReachMilestone, **{**reach, "entry": "r2"}) == "milestone-reached"
    move = {"entry": "v", "milestone": "a", "due": SECOND, "reason": "x"}
    assert office.facts(MoveMilestone, **move) == {
        "what": "Build",
        "on": (FIRST + DAY).isoformat(),
    }
    assert milestone_of(office.project, "a").overdue(SECOND) == 0
    office.now(StrikeFromProject, entry="r", reason="not yet")
    assert milestone_of(office.project, "a").reached is None


def test_an_instalment_is_never_less_than_nothing(office: Office):
    """Nothing may hang on a milestone, and it has a name."""
    assert office.code(PlanMilestone, entry="c", what="x", due=FIRST, fen=-1) == "number-range"
    assert office.code(PlanMilestone, entry="c", what="", due=FIRST) == "text-missing"


def test_steps_of_the_proposal_wait_until_a_milestone_is_called_after_them():
    """Told on one line and no longer than a milestone may be; none without a proposal."""
    office = Office().open().start()
    assert unplanned_steps(office.project) == ()
    office.find_needs()
    long = "Dig,\nplant " + "and water " * 40
    steps = (Step(what="Build", who="Li", by=FIRST), Step(what=long, who="Wu"))
    office.propose(steps=steps)
    first, second = unplanned_steps(office.project)
    assert (first.what, first.by, second.by) == ("Build", FIRST, None)
    assert second.what.startswith("Dig, plant and water")
    office.now(PlanMilestone, entry="a", what=second.what, due=SECOND)
    assert unplanned_steps(office.project) == (first,)
