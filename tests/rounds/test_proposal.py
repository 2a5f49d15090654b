"""Proposals: a budget that adds up, steps with somebody who does them, revisions with reasons."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.rounds.measures import MOST_FEN
from facilitator.rounds.project import StrikeFromProject
from facilitator.rounds.proposal import (
    MOST_ROWS,
    BudgetLine,
    Own,
    OwnKind,
    Risk,
    Step,
    SubmitProposal,
    WithdrawProposal,
    proposals_of,
)
from facilitator.rounds.round import CloseRound
from tests.rounds.office import Office, proposal


@pytest.fixture
def office() -> Office:
    """A project whose needs are known."""
    return Office().open().start().find_needs()


def code(office: Office, **changes: Any) -> str:
    """With what a proposal that is otherwise in order is refused."""
    return office.code(SubmitProposal, **proposal(entry="p1", **changes))


def test_a_budget_that_does_not_add_up_names_both_sums(office: Office):
    """And the difference, with its sign."""
    facts = office.facts(SubmitProposal, **proposal(entry="p1", total=290_000))
    assert facts == {"lines": 300_000, "total": 290_000, "difference": -10_000}
    assert code(office, total=300_001) == "budget-sum"


@pytest.mark.parametrize("fen", [0, -1])
def test_a_line_costs_something(office: Office, fen: int):
    """Nothing and less than nothing are refused by name."""
    lines = (BudgetLine(what="Stove", fen=fen),)
    assert code(office, budget=lines, total=fen) == "cost-not-positive"


def test_sums_that_nobody_has_are_refused(office: Office):
    """Each line, and all of them together; and money that the place brings is more than nothing."""
    lines = (BudgetLine(what="x", fen=MOST_FEN + 1),)
    assert code(office, budget=lines, total=MOST_FEN + 1) == "number-range"
    lines = (BudgetLine(what="x", fen=MOST_FEN), BudgetLine(what="y", fen=1))
    assert code(office, budget=lines, total=MOST_FEN + 1) == "number-range"
    assert code(office, own=(Own(what="Cash", fen=0),)) == "number-range"
    office.propose(own=(Own(what="Forty hours", kind=OwnKind.LABOUR),))
    current = proposals_of(office.project).current
    assert current is not None
    assert (current.asked_fen, current.own_fen, current.cost_fen) == (300_000, 0, 300_000)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"goals": ()}, "goals-missing"),
        ({"goals": (" ",)}, "text-missing"),
        ({"steps": ()}, "steps-missing"),
        ({"steps": (Step(what="Build", who=" "),)}, "step-without-owner"),
        ({"budget": (), "total": 0}, "budget-missing"),
        ({"needs": ("n9",)}, "unknown-need"),
        ({"title": ""}, "text-missing"),
        ({"risks": (Risk(what="Rain", answer=""),)}, "text-missing"),
        ({"goals": ("more",) * (MOST_ROWS + 1)}, "too-many-rows"),
    ],
)
def test_what_a_proposal_has_to_say(office: Office, changes: dict[str, Any], refusal: str):
    """Goals, steps with owners, a budget, needs that were noted."""
    assert code(office, **changes) == refusal


def test_a_step_without_an_owner_says_which(office: Office):
    """Its place and its words."""
    steps = (Step(what="Find", who="Li"), Step(what="Build", who=""))
    facts = office.facts(SubmitProposal, **proposal(entry="p1", steps=steps))
    assert facts == {"step": 2, "what": "Build"}


def test_every_revision_is_kept_with_its_reason(office: Office):
    """The first needs none; the last one is what counts, and one that is struck does not."""
    assert proposals_of(office.project).current is None
    assert proposals_of(office.project).first is None
    office.propose()
    assert code(office, title="New") == "entry-exists"
    assert office.code(SubmitProposal, **proposal(entry="p2")) == "text-missing"
    office.propose("p2", title="New", because="residents wanted it smaller")
    found = proposals_of(office.project)
    assert [one.title for one in found.all] == ["Warm meals", "New"]
    assert (found.first, found.current) == found.all
    office.now(StrikeFromProject, entry="p2", reason="the wrong paper")
    assert proposals_of(office.project).current == found.first


def test_a_proposal_is_withdrawn_until_it_is_handed_in_again(office: Office):
    """Only what was handed in; not once money was granted for it."""
    assert office.code(WithdrawProposal, entry="w", reason="x") == "no-proposal"
    office.propose()
    assert office.code(WithdrawProposal, entry="w", reason=" ") == "text-missing"
    office.now(WithdrawProposal, entry="w1", reason="the room is gone")
    found = proposals_of(office.project)
    assert found.withdrawn is not None
    assert found.current is not None
    assert office.code(WithdrawProposal, entry="w2", reason="x") == "no-proposal"
    office.propose("p2", because="another room")
    assert proposals_of(office.project).withdrawn is None
    office.grant()
    assert office.code(WithdrawProposal, entry="w2", reason="x") == "already-granted"
    office.now(StrikeFromProject, entry="p1", reason="x")
    office.now(StrikeFromProject, entry="p2", reason="x")
    assert proposals_of(office.project).withdrawn is None


def test_a_closed_round_takes_no_proposal(office: Office):
    """What is in it goes on."""
    office.now(CloseRound)
    assert code(office) == "round-closed"
