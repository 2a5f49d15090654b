"""A round: who takes part, its days, its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator import rounds
from facilitator.acts import RuleViolation
from facilitator.rounds import Round
from facilitator.rounds.outside import Plan, RoundPlace
from facilitator.rounds.project import StartProject
from facilitator.rounds.results import view_of
from facilitator.rounds.round import (
    CloseRound,
    IncludePlace,
    LeaveOutPlace,
    OpenRound,
    PlanRound,
    ReopenRound,
    StrikeFromRound,
)
from tests.rounds.office import BODY, PLACES, Office

OPENED: dict[str, Any] = {"body": BODY, "title": "Spring round", "places": PLACES}


def test_a_round_begins_once_for_a_body_that_is_here():
    """What is unknown is refused, and so is beginning again."""
    office = Office()
    assert office.code(OpenRound, **{**OPENED, "body": "nobody"}) == "unknown-body"
    assert office.code(OpenRound, **{**OPENED, "title": " "}) == "text-missing"
    with pytest.raises(RuleViolation, match="bad-id"):
        rounds.decide(Round("round/a/b"), OpenRound(round="a/b", **OPENED))
    assert office.code(CloseRound) == "unknown-round"
    with pytest.raises(RuleViolation, match="unknown-round"):
        view_of(office.round)
    office.now(OpenRound, **OPENED, host="The subdistrict", period="2026")
    assert office.code(OpenRound, **OPENED) == "round-exists"
    assert (office.round.id, office.round.round.title) == ("qy", "Spring round")
    assert view_of(office.round).places == PLACES


def test_no_two_places_have_one_number():
    """Neither at the beginning nor later; numbers run from 1 to 999."""
    office = Office()
    twice = (*PLACES, RoundPlace(no=7, name="Once more"))
    assert office.facts(OpenRound, **{**OPENED, "places": twice}) == {
        "place": 7,
        "name": "Pear Lane",
    }
    for no in (0, 1000):
        place = RoundPlace(no=no, name="x")
        assert office.code(OpenRound, **{**OPENED, "places": (place,)}) == "number-range"
    office.open()
    assert office.code(IncludePlace, place=RoundPlace(no=12, name="x")) == "round-place-exists"
    assert office.code(IncludePlace, place=RoundPlace(no=13, name="x", body="a b")) == "bad-id"
    office.now(IncludePlace, place=RoundPlace(no=999, name="Far end", body="far"))
    assert sorted(office.round.places) == [7, 12, 999]


def test_a_place_leaves_only_while_it_has_no_project():
    """With a reason; it can come back."""
    office = Office().open()
    leaves = {"place": 12, "reason": "merged with its neighbour"}
    assert office.code(LeaveOutPlace, place=7, reason="x") == "place-has-projects"
    assert office.code(LeaveOutPlace, place=8, reason="x") == "unknown-round-place"
    assert office.code(LeaveOutPlace, place=12, reason="") == "text-missing"
    office.now(LeaveOutPlace, **leaves)
    assert office.round.left_out == {12: leaves["reason"]}
    assert 12 not in office.round.places
    office.now(IncludePlace, place=PLACES[1])
    assert (office.round.left_out, office.round.places[12]) == ({}, PLACES[1])


def test_the_days_of_a_round_follow_one_another():
    """Needs, proposals, selection; told anew as a whole."""
    office = Office().open()
    days = {"needs_by": date(2026, 4, 1), "proposals_by": date(2026, 5, 1)}
    assert office.code(PlanRound, **days, selection_on=date(2026, 4, 30)) == "dates-order"
    assert office.code(PlanRound, look_back_months=0) == "number-range"
    office.now(PlanRound, **days, selection_on=date(2026, 5, 1))
    assert office.round.plan == Plan(*days.values(), date(2026, 5, 1), 12)
    office.now(PlanRound, look_back_months=6)
    assert office.round.plan == Plan(look_back_months=6)
    assert view_of(office.round).plan.look_back_months == 6


def test_a_closed_round_takes_nothing_new():
    """Until it is reopened, with a reason; closing twice and opening what is open are refused."""
    office = Office().open()
    assert office.code(ReopenRound, reason="x") == "round-open"
    office.now(CloseRound, text="Four projects in nine months.")
    assert office.code(CloseRound) == "round-closed"
    assert office.code(IncludePlace, place=RoundPlace(no=13, name="x")) == "round-closed"
    assert office.code(StartProject, place=7, title="t", group="g") == "round-closed"
    assert office.code(ReopenRound, reason=" ") == "text-missing"
    assert not view_of(office.round).open
    office.now(ReopenRound, reason="one report was missing")
    assert view_of(office.round).open
    office.start()


def test_only_what_is_there_is_struck():
    """An entry is a result or a grant; each is struck once."""
    office = Office().open().start()
    assert office.code(StrikeFromRound, entry="g9", reason="x") == "unknown-entry"
    office.grant()
    (entry,) = office.round.entries
    assert office.code(StrikeFromRound, entry=entry, reason="") == "text-missing"
    office.now(StrikeFromRound, entry=entry, reason="another project was meant")
    assert office.code(StrikeFromRound, entry=entry, reason="x") == "entry-struck"
    assert view_of(office.round).grants == ()
