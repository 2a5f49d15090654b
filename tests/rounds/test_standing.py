"""How a project stands: one stage, one next deed with its day, whatever way it took."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.people import Person
from facilitator.rounds.ending import Alive, CloseProject, LookBack
from facilitator.rounds.measures import months_after
from facilitator.rounds.milestones import MoveMilestone, PlanMilestone, ReachMilestone
from facilitator.rounds.monitoring import MonitorProject, Progress
from facilitator.rounds.needs import AskResidents, NoteNeed, RankNeeds, Source
from facilitator.rounds.outside import Granted, Selected
from facilitator.rounds.project import Outcome, StrikeFromProject
from facilitator.rounds.proposal import WithdrawProposal
from facilitator.rounds.results import GrantByHand, TakeResult
from facilitator.rounds.round import CloseRound, PlanRound, ReopenRound
from facilitator.rounds.screening import ScreenProposal, Verdict
from facilitator.rounds.spending import PayInstalment, Spend
from facilitator.rounds.standing import (
    PLAN_DAYS,
    START_DAYS,
    Deed,
    Stage,
    standing_of,
)
from facilitator.rounds.team import JoinTeam, LeaveTeam, MemberKind
from tests.rounds.office import BEGUN, DAY, DRAFTED, NUMBER, Office

DAYS = {
    "needs_by": date(2026, 3, 31),
    "proposals_by": date(2026, 4, 15),
    "selection_on": date(2026, 5, 9),
}
LAST = date.max
GRANTED_ON = DRAFTED + 30 * DAY
FIRST, SECOND = months_after(DRAFTED, 3), months_after(DRAFTED, 6)


def stands(office: Office) -> tuple[Stage, Deed | None, date | None]:
    """Stage, next deed and its day."""
    found = office.standing
    return found.stage, found.deed, found.day


def begun() -> Office:
    """A project of a round with days."""
    office = Office().open()
    office.now(PlanRound, **DAYS)
    return office.start()


def test_without_a_thread_or_a_round_there_is_nothing_to_say():
    """Both are asked for by name."""
    office = Office().open()
    with pytest.raises(RuleViolation, match="unknown-project"):
        standing_of(office.project)
    office.start()
    office.without_round = True
    with pytest.raises(RuleViolation, match="unknown-round"):
        standing_of(office.project)


def test_the_way_to_the_selection():
    """Ask, rank, propose, screen, select: each by the day of the round."""
    office = begun()
    assert stands(office) == (Stage.NEEDS, Deed.ASK, DAYS["needs_by"])
    office.now(AskResidents, entry="a1", source=Source.DOOR, on=DRAFTED, people=12)
    assert stands(office) == (Stage.NEEDS, Deed.ASK, DAYS["needs_by"])
    office.now(NoteNeed, entry="n1", text="Lunch")
    assert stands(office) == (Stage.NEEDS, Deed.PROPOSE, DAYS["proposals_by"])
    office.now(NoteNeed, entry="n2", text="Light")
    assert stands(office) == (Stage.NEEDS, Deed.RANK, DAYS["needs_by"])
    office.now(RankNeeds, entry="k", order=("n1", "n2"))
    assert stands(office) == (Stage.NEEDS, Deed.PROPOSE, DAYS["proposals_by"])
    assert office.standing.overdue(DAYS["proposals_by"]) == 0
    assert office.standing.overdue(DAYS["proposals_by"] + 3 * DAY) == 3
    office.propose()
    assert stands(office) == (Stage.SCREENING, Deed.SCREEN, DAYS["selection_on"])
    office.now(ScreenProposal, entry="s0", verdict=Verdict.SEND_BACK, text="x", on=DRAFTED)
    assert stands(office) == (Stage.PROPOSAL, Deed.REVISE, DAYS["proposals_by"])
    office.propose("p2", because="x")
    office.admit()
    assert stands(office) == (Stage.ADMITTED, Deed.SELECT, DAYS["selection_on"])
    assert office.standing.asked_fen == 300_000


def test_ways_that_end_before_any_money():
    """Refused, withdrawn, not selected: nothing more is to be done, and nothing is overdue."""
    office = begun().find_needs().propose()
    office.now(ScreenProposal, entry="s0", verdict=Verdict.REFUSED, text="x", on=DRAFTED)
    assert stands(office) == (Stage.REFUSED, None, None)
    office.now(StrikeFromProject, entry="s0", reason="x")
    office.now(WithdrawProposal, entry="w", reason="x")
    assert stands(office) == (Stage.WITHDRAWN, None, None)
    office.now(StrikeFromProject, entry="w", reason="x")
    office.admit()
    lost = Granted(project=NUMBER, fen=0, asked=300_000, verdict="below-minimum")
    office.result = Selected("evening", BEGUN, (lost,))
    office.now(TakeResult, entry="r", meeting="evening")
    assert stands(office) == (Stage.NOT_SELECTED, None, None)
    assert office.standing.overdue(date(2030, 1, 1)) == 0


def test_a_round_that_is_over_waits_for_nothing_that_it_did_not_grant():
    """What was granted goes on; reopened, all of it waits again."""
    office = begun()
    office.now(CloseRound)
    assert stands(office) == (Stage.NEEDS, None, None)
    office.now(ReopenRound, reason="one more evening")
    assert stands(office) == (Stage.NEEDS, Deed.ASK, DAYS["needs_by"])
    office.find_needs().propose().admit().grant()
    office.now(CloseRound)
    assert stands(office) == (Stage.SELECTED, Deed.FORM_TEAM, None)


def test_the_way_from_the_grant_to_the_look():
    """Team, milestones, one after another, end, look."""
    office = begun().find_needs().propose().admit().grant()
    assert stands(office) == (Stage.SELECTED, Deed.FORM_TEAM, None)
    team(office)
    assert stands(office) == (Stage.TEAM, Deed.PLAN, None)
    office.now(PayInstalment, entry="i", fen=1, on=DRAFTED)
    assert stands(office) == (Stage.RUNNING, Deed.PLAN, None)
    for entry, due in (("ms1", FIRST), ("ms2", SECOND)):
        office.now(PlanMilestone, entry=entry, what=entry, due=due)
    assert stands(office) == (Stage.RUNNING, Deed.REACH, FIRST)
    assert (office.standing.milestone, office.standing.milestone_due) == ("ms1", FIRST)
    office.now(ReachMilestone, entry="r1", milestone="ms1", on=FIRST)
    assert stands(office) == (Stage.RUNNING, Deed.REACH, SECOND)
    office.now(ReachMilestone, entry="r2", milestone="ms2", on=SECOND)
    assert stands(office) == (Stage.RUNNING, Deed.CLOSE, None)
    office.now(CloseProject, entry="c", outcome=Outcome.DONE, on=SECOND, text="x")
    due = months_after(SECOND, 12)
    assert stands(office) == (Stage.CLOSED, Deed.LOOK_BACK, due)
    assert (office.standing.look_due, office.standing.outcome) == (due, Outcome.DONE)
    office.now(LookBack, entry="l", on=due, state=Alive.GONE, text="Nobody keeps it.")
    assert stands(office) == (Stage.LOOKED_BACK, None, None)
    assert office.standing.look_due is None


def team(office: Office) -> None:
    """Two join."""
    for entry, kind in (("m1", MemberKind.STAFF), ("m2", MemberKind.RESIDENT)):
        joins = {"person": Person(name=entry), "kind": kind, "role": "x", "on": DRAFTED}
        office.now(JoinTeam, entry=entry, **joins)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (PlanMilestone, {"what": "x", "due": FIRST}),
        (Spend, {"what": "x", "fen": 1, "on": DRAFTED}),
        (Spend, {"what": "x", "fen": 1, "on": DRAFTED, "own": True}),
        (MonitorProject, {"state": Progress.ON_TRACK, "on": DRAFTED}),
    ],
)
def test_a_team_that_does_something_is_running(kind: type[Any], fields: dict[str, Any]):
    """Planning, spending, being seen."""
    office = Office().to_grant()
    office.now(kind, entry="x", **fields)
    assert office.standing.stage is Stage.SELECTED
    team(office)
    assert office.standing.stage is Stage.RUNNING


def test_what_was_given_up_is_not_looked_at_again():
    """It stays closed and waits for nothing."""
    office = Office().to_running()
    office.now(CloseProject, entry="c", outcome=Outcome.ABANDONED, on=FIRST, reason="x")
    assert stands(office) == (Stage.CLOSED, None, None)
    found = office.standing
    assert (found.look_due, found.milestone_due, found.not_started_from) == (None, None, None)


def test_a_granted_project_of_which_nothing_is_seen_has_not_started():
    """From so many days after its first milestone, or after the grant where there is none."""
    office = Office().to_grant()
    assert office.standing.not_started_from == GRANTED_ON + PLAN_DAYS * DAY
    office.now(PlanMilestone, entry="ms1", what="x", due=FIRST)
    assert office.standing.not_started_from == FIRST + START_DAYS * DAY
    office.now(MoveMilestone, entry="v", milestone="ms1", due=SECOND, reason="x")
    assert office.standing.not_started_from == SECOND + START_DAYS * DAY
    office.now(MonitorProject, entry="d0", state=Progress.NOT_STARTED, text="x", on=FIRST)
    assert office.standing.not_started_from is not None
    for kind, fields in (
        (MonitorProject, {"entry": "d1", "state": Progress.BEHIND, "text": "x", "on": FIRST}),
        (Spend, {"entry": "b1", "what": "x", "fen": 1, "on": FIRST}),
        (Spend, {"entry": "b2", "what": "x", "fen": 1, "on": FIRST, "own": True}),
        (ReachMilestone, {"entry": "r1", "milestone": "ms1", "on": FIRST}),
    ):
        office.now(kind, **fields)
        assert office.standing.not_started_from is None
        office.now(StrikeFromProject, entry=fields["entry"], reason="x")
        assert office.standing.not_started_from is not None


def test_a_team_that_has_left_is_no_team():
    """What was running without anybody waits for a team again."""
    office = Office().to_running()
    assert office.standing.stage is Stage.RUNNING
    for member in ("m1", "m2"):
        office.now(LeaveTeam, entry=f"l{member}", member=member, on=GRANTED_ON + 20 * DAY)
    assert stands(office) == (Stage.SELECTED, Deed.FORM_TEAM, None)


def test_the_last_day_that_there_is_has_none_after_it():
    """A year mistyped as 9999 stops no project from being told, worked out, ended and looked at."""
    office = Office().open().start().find_needs().propose().admit()
    reason = {"reason": "x", "by": "Zhang", "on": LAST}
    office.now(GrantByHand, entry="g", project=NUMBER, fen=300_000, **reason)
    assert office.standing.not_started_from == LAST
    office.now(PlanMilestone, entry="ms", what="x", due=LAST - DAY)
    assert office.standing.not_started_from == LAST
    office.now(CloseProject, entry="c", outcome=Outcome.DONE, on=LAST - DAY, text="t")
    assert office.standing.look_due == LAST
    assert "look-back-overdue" not in office.concerns(LAST)
