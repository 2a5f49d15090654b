"""What the sources' failures teach to look at: each said once, where it is so, and not where it is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator.bodies.people import Person
from facilitator.rounds.concerns import FEW
from facilitator.rounds.ending import Alive, CloseProject, LookBack
from facilitator.rounds.funders import AddFunder, SplitGrant
from facilitator.rounds.measures import months_after
from facilitator.rounds.milestones import ReachMilestone
from facilitator.rounds.monitoring import AssessSatisfaction
from facilitator.rounds.needs import AskResidents, Invitation, Invited, NoteNeed, Source
from facilitator.rounds.outside import Funder, FunderKind, Granted, Selected, Share
from facilitator.rounds.project import Outcome, StrikeFromProject
from facilitator.rounds.proposal import BudgetLine, WithdrawProposal
from facilitator.rounds.results import TakeResult
from facilitator.rounds.round import StrikeFromRound
from facilitator.rounds.spending import PayInstalment, ReturnMoney, Spend
from facilitator.rounds.standing import START_DAYS, Deed, Stage
from facilitator.rounds.team import JoinTeam, LeaveTeam, MemberKind, TrainTeam
from tests.rounds.office import BEGUN, DAY, DRAFTED, NUMBER, TODAY, Office

FIRST = months_after(DRAFTED, 3)
ENDED = months_after(DRAFTED, 9)
TEN = {"source": Source.MEETING, "on": DRAFTED - 10 * DAY, "people": FEW}
FAIR = {
    "invited": (Invited(how=Invitation.NEIGHBOUR, people=FEW),),
    "announced_on": DRAFTED - 15 * DAY,
}


def asked(**changes: Any) -> Office:
    """A project for which ten residents were asked at a meeting that was announced."""
    office = Office().open().start()
    office.now(AskResidents, entry="a1", **{**TEN, **FAIR, **changes})
    return office


def test_a_project_that_is_in_order_has_no_concerns():
    """From its needs to its proposal."""
    assert Office().open().start().find_needs().propose().admit().concerns() == {}
    assert asked().concerns() == {}


def test_nobody_was_asked():
    """That alone is said while nothing is known."""
    assert Office().open().start().concerns() == {"nobody-asked": {}}


def test_few_were_asked():
    """Fewer than ten in all, over all the ways in which they were asked."""
    few = {"people": FEW - 1, "invited": (Invited(how=Invitation.NEIGHBOUR, people=FEW - 1),)}
    office = asked(**few)
    assert office.concerns() == {"few-asked": {"people": 9, "least": 10}}
    office.now(AskResidents, entry="a2", source=Source.DOOR, on=DRAFTED, people=1)
    assert office.concerns() == {}


def test_who_invited_them_is_asked_of_meetings_alone():
    """Whoever was met at the door was not invited by anybody."""
    office = asked(invited=(Invited(how=Invitation.NEIGHBOUR, people=6),))
    assert office.concerns() == {"inviter-unknown": {"people": 4}}
    office.now(AskResidents, entry="a2", source=Source.WALK, on=DRAFTED, people=9)
    assert office.concerns() == {"inviter-unknown": {"people": 4}}


def test_hand_picked_means_all_of_them():
    """One that came by herself is enough."""
    office = asked(invited=(Invited(how=Invitation.COMMITTEE, people=FEW),))
    assert office.concerns() == {"hand-picked": {"people": 10}}
    office.now(AskResidents, entry="a2", source=Source.DOOR, on=DRAFTED, people=1)
    assert office.concerns() == {}


@pytest.mark.parametrize("on", [None, TEN["on"], TEN["on"] + DAY])
def test_a_meeting_that_nobody_could_know_of(on: date | None):
    """Not announced, or on its own day, or after it."""
    facts = {"entry": "a1", "on": TEN["on"].isoformat()}
    assert asked(announced_on=on).concerns() == {"meeting-unannounced": facts}
    assert asked(source=Source.SURVEY, announced_on=on).concerns() == {}


def test_needs_without_a_rank():
    """How many; one alone comes first whatever is said."""
    office = asked()
    office.now(NoteNeed, entry="n1", text="Lunch")
    assert office.concerns() == {}
    assert office.standing.deed is Deed.PROPOSE
    office.now(NoteNeed, entry="n2", text="Light")
    assert office.concerns() == {"needs-unranked": {"count": 2}}
    office.now(StrikeFromProject, entry="n1", reason="noted twice")
    assert office.concerns() == {}


def test_evidence_after_the_draft():
    """By the day of the first draft, whatever later revisions say; on the day itself is in time."""
    office = asked(on=DRAFTED, announced_on=DRAFTED - DAY).propose(needs=())
    assert office.concerns() == {"no-need-named": {}}
    late = {"source": Source.DOOR, "people": 40}
    office.now(AskResidents, entry="a2", on=DRAFTED + DAY, **late)
    office.propose("p2", needs=(), because="x", drafted_on=DRAFTED + 9 * DAY)
    facts = {"drafted": "2026-04-01", "asked": "2026-04-02", "count": 1, "all": False}
    assert office.concerns() == {"no-need-named": {}, "evidence-after-draft": facts}
    office.now(StrikeFromProject, entry="a1", reason="never held")
    assert office.concerns()["evidence-after-draft"]["all"]
    office.now(StrikeFromProject, entry="a2", reason="never held")
    assert set(office.concerns()) == {"no-need-named", "nobody-asked"}


def test_what_a_proposal_leaves_open():
    """Needs, risks, upkeep; more than there is."""
    office = Office().open().start().find_needs()
    lines = (BudgetLine(what="House", fen=5_000_001),)
    office.propose(risks=(), upkeep="", budget=lines, total=5_000_001)
    assert office.concerns() == {
        "no-risks": {},
        "no-upkeep": {},
        "above-budget": {"asked": 5_000_001, "budget": 5_000_000},
    }


def test_without_money_nothing_is_above_it():
    """While no funder is known there is no budget to be above."""
    office = Office().open(fund=False).start().find_needs().propose()
    assert office.concerns() == {}


def test_what_was_revised_after_it_was_admitted():
    """Until money is granted for it."""
    office = Office().open().start().find_needs().propose().admit()
    office.propose("p2", because="residents want a room")
    assert office.concerns() == {"revised-after-screening": {}}
    office.grant()
    assert "revised-after-screening" not in office.concerns()


def test_granted_by_hand():
    """By whom and when; a public result is no concern."""
    office = Office().to_grant()
    assert office.concerns() == {"granted-by-hand": {"by": "Zhang", "on": "2026-05-01"}}
    won = Granted(project=NUMBER, fen=300_000, asked=300_000, verdict="funded")
    office.result = Selected("evening", BEGUN, (won,))
    office.now(TakeResult, entry="r", meeting="evening")
    assert office.concerns(BEGUN.date()) == {}


def test_a_team_is_of_staff_and_residents_and_trained():
    """Nothing is said while it is still being looked for."""
    office = Office().to_running()
    assert office.concerns()["untrained"] == {"count": 2, "people": 2}
    office.now(TrainTeam, entry="t", members=("m1", "m2"), what="Roles", on=DRAFTED)
    assert set(office.concerns()) == {"granted-by-hand"}
    on = {"on": DRAFTED + 50 * DAY}
    office.now(LeaveTeam, entry="l2", member="m2", **on)
    assert office.concerns()["team-without-residents"] == {"people": 1}
    office.now(LeaveTeam, entry="l1", member="m1", **on)
    found = office.concerns()
    assert (found["team-without-residents"], found["team-without-staff"]) == (
        {"people": 0},
        {"people": 0},
    )
    resident = {"person": Person(name="Wu"), "kind": MemberKind.RESIDENT, "role": "x"}
    office.now(JoinTeam, entry="m3", **resident, **on)
    assert office.concerns()["team-without-staff"] == {"people": 1}
    assert "team-without-residents" not in office.concerns()


def ended(outcome: Outcome = Outcome.DONE, kept_by: str = "") -> Office:
    """A project that has ended."""
    office = Office().to_running()
    office.now(TrainTeam, entry="t", members=("m1", "m2"), what="Roles", on=DRAFTED)
    said = {"outcome": outcome, "on": ENDED, "text": "t", "reason": "r", "kept_by": kept_by}
    office.now(CloseProject, entry="c", **said)
    return office


def test_what_was_given_up_needs_neither_team_nor_upkeep():
    """Only that it was granted by hand is still so."""
    assert set(ended(Outcome.ABANDONED).concerns(ENDED)) == {"granted-by-hand"}


def test_somebody_keeps_it_and_residents_were_asked():
    """Where residents evaluate, or a contract pays."""
    found = ended().concerns(ENDED)
    assert set(found) == {"granted-by-hand", "satisfaction-missing", "nobody-keeps-it"}
    office = ended(kept_by="The team")
    office.now(AssessSatisfaction, entry="j", satisfied=9, on=ENDED)
    assert set(office.concerns(ENDED)) == {"granted-by-hand"}


def test_residents_are_asked_where_it_was_agreed():
    """A funder that does not ask them, alone, waits for nothing; a contract does."""
    office = ended(kept_by="The team")
    for name, kind in (("other", FunderKind.OTHER), ("deal", FunderKind.SERVICE_CONTRACT)):
        funder = Funder(id=name, kind=kind, name=name, fen=300_000)
        office.now(AddFunder, funder=funder)
        office.now(SplitGrant, project=NUMBER, shares=(Share(funder=name, fen=300_000),))
        there = "satisfaction-missing" in office.concerns(ENDED)
        assert there == (kind is FunderKind.SERVICE_CONTRACT)


def test_what_is_late_on_a_day():
    """On the day itself nothing is late; on the next it is, by one."""
    office = Office().to_running()
    assert "milestone-overdue" not in office.concerns(FIRST)
    assert office.concerns(FIRST + DAY)["milestone-overdue"] == {
        "due": FIRST.isoformat(),
        "days": 1,
    }
    from_then = FIRST + START_DAYS * DAY
    assert "not-started" not in office.concerns(from_then)
    assert office.concerns(from_then + DAY)["not-started"]["days"] == 1
    office.now(ReachMilestone, entry="r", milestone="ms1", on=FIRST)
    assert "milestone-overdue" not in office.concerns(FIRST + DAY)
    office = ended(kept_by="x")
    due = months_after(ENDED, 12)
    assert "look-back-overdue" not in office.concerns(due)
    assert office.concerns(due + DAY)["look-back-overdue"]["days"] == 1
    office.now(LookBack, entry="l", on=due, state=Alive.ALIVE)
    assert "look-back-overdue" not in office.concerns(due + DAY)


def test_a_project_that_is_over_before_the_grant_says_what_its_papers_leave_open():
    """And nothing of money or teams."""
    office = Office().open().start().find_needs().propose(upkeep="")
    office.now(WithdrawProposal, entry="w", reason="x")
    assert office.concerns(TODAY) == {"no-upkeep": {}}


def test_a_proposal_whose_need_was_struck_names_none():
    """What it rests on counts no more."""
    office = Office().open().start().find_needs().propose()
    office.now(StrikeFromProject, entry="n1", reason="nobody said so")
    assert office.concerns() == {"no-need-named": {}}


def test_a_grant_that_fell_after_money_had_moved_leaves_nobody_in_the_dark():
    """What was paid and spent is still said, can be given back, and the project can be ended."""
    office = Office().to_running()
    on = {"on": FIRST}
    office.now(PayInstalment, entry="i1", fen=150_000, **on)
    office.now(Spend, entry="b1", what="Stove", fen=100_000, **on)
    for entry in list(office.round.entries):
        office.now(StrikeFromRound, entry=entry, reason="the result was another")
    assert office.standing.stage is Stage.ADMITTED
    assert office.concerns() == {
        "receipts-missing": {"count": 1, "fen": 100_000},
        "overspent": {"spent": 100_000, "granted": 0},
        "paid-above-grant": {"paid": 150_000, "granted": 0},
    }
    assert office.code(PayInstalment, entry="i2", fen=1, **on) == "not-granted"
    office.now(Spend, entry="b2", what="Pots", fen=1, receipt="7", **on)
    assert office.facts(ReturnMoney, entry="z", fen=150_001, reason="x", **on)["left"] == 150_000
    office.now(ReturnMoney, entry="z1", fen=150_000, reason="not selected", **on)
    assert "paid-above-grant" not in office.concerns()
    office.now(CloseProject, entry="c", outcome=Outcome.ABANDONED, reason="not selected", **on)
    assert office.standing.stage is Stage.CLOSED


def test_what_was_given_back_is_not_above_the_grant_any_more():
    """To the fen."""
    office = Office().to_running()
    office.now(PayInstalment, entry="i1", fen=300_000, on=FIRST)
    office.grant(200_000)
    office.now(ReturnMoney, entry="z1", fen=99_999, reason="cut", on=FIRST)
    assert office.concerns()["paid-above-grant"] == {"paid": 300_000, "granted": 200_000}
    office.now(ReturnMoney, entry="z2", fen=1, reason="cut", on=FIRST)
    assert "paid-above-grant" not in office.concerns()
