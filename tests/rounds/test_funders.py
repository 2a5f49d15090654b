"""Funders: exact sums, who pays for what, and residents who close a contract."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from facilitator.rounds.concerns import round_concerns
from facilitator.rounds.funders import (
    AddFunder,
    ChangeFunder,
    CloseContract,
    DropFunder,
    SplitGrant,
)
from facilitator.rounds.measures import MOST_FEN
from facilitator.rounds.outside import Funder, FunderKind, ProjectTold, Share
from facilitator.rounds.results import view_of
from facilitator.rounds.round import StrikeFromRound
from tests.rounds.office import NUMBER, OFFICE, Office

FOUNDATION = Funder(
    id="fund",
    kind=FunderKind.COMMUNITY_FOUNDATION,
    name="Foundation",
    fen=200_050,
    residents_decide=True,
)
CONTRACT = Funder(id="deal", kind=FunderKind.SERVICE_CONTRACT, name="Contract", fen=400_000)


def change(funder: Funder, **changes: object) -> Funder:
    """Another word of the same funder."""
    return msgspec.structs.replace(funder, **changes)


def test_the_budget_is_the_exact_sum():
    """To the fen, after whatever was added, changed and dropped."""
    office = Office().open(fund=False)
    assert office.round.budget_fen == 0
    office.now(AddFunder, funder=OFFICE)
    office.now(AddFunder, funder=FOUNDATION)
    assert office.round.budget_fen == view_of(office.round).budget_fen == 5_200_050
    office.now(ChangeFunder, funder=change(FOUNDATION, fen=1), reason="less was left")
    assert office.round.budget_fen == 5_000_001
    office.now(DropFunder, funder="office", reason="gave to others")
    assert office.round.budget_fen == 1


def test_a_funder_has_a_name_a_sum_and_an_id_of_its_own():
    """What is changed or dropped is there, and why is said."""
    office = Office().open()
    assert office.code(AddFunder, funder=OFFICE) == "funder-exists"
    assert office.code(AddFunder, funder=change(FOUNDATION, fen=0)) == "number-range"
    assert office.code(AddFunder, funder=change(FOUNDATION, name="")) == "text-missing"
    assert office.code(AddFunder, funder=change(FOUNDATION, id="a/b")) == "bad-id"
    assert office.code(ChangeFunder, funder=FOUNDATION, reason="x") == "unknown-funder"
    assert office.code(ChangeFunder, funder=OFFICE, reason="") == "text-missing"
    assert office.code(DropFunder, funder="fund", reason="x") == "unknown-funder"
    assert office.code(DropFunder, funder="office", reason="") == "text-missing"
    assert office.code(AddFunder, funder=change(FOUNDATION, fen=MOST_FEN)) == "number-range"


def granted() -> Office:
    """3,000 yuan are granted, and three funders could pay for it."""
    office = Office().open().start().grant()
    office.now(AddFunder, funder=FOUNDATION)
    office.now(AddFunder, funder=CONTRACT)
    return office


def test_without_a_word_all_funders_pay_together():
    """Once it was told who pays, those alone do; told anew as nothing, all do again."""
    office = granted()
    assert len(view_of(office.round).payers(NUMBER)) == 3
    shares = (Share(funder="fund", fen=200_050), Share(funder="deal", fen=99_950))
    office.now(SplitGrant, project=NUMBER, shares=shares)
    assert view_of(office.round).payers(NUMBER) == (FOUNDATION, CONTRACT)
    office.now(SplitGrant, project=NUMBER)
    assert len(view_of(office.round).payers(NUMBER)) == 3


def test_shares_are_the_whole_grant_and_no_more_than_a_funder_gives():
    """Every way not to add up is refused with its sums."""
    office = granted()
    one = Share(funder="fund", fen=100_000)
    rest = Share(funder="deal", fen=200_000)
    assert office.code(SplitGrant, project="12-1", shares=(one,)) == "not-granted"
    assert office.facts(SplitGrant, project=NUMBER, shares=(one,)) == {
        "shares": 100_000,
        "granted": 300_000,
    }
    nobody = Share(funder="nobody", fen=1)
    assert office.code(SplitGrant, project=NUMBER, shares=(nobody,)) == "unknown-funder"
    zero = Share(funder="fund", fen=0)
    assert office.code(SplitGrant, project=NUMBER, shares=(zero,)) == "number-range"
    assert office.code(SplitGrant, project=NUMBER, shares=(one, one, one)) == "funder-twice"
    whole = Share(funder="fund", fen=300_000)
    assert office.facts(SplitGrant, project=NUMBER, shares=(whole,)) == {
        "name": "Foundation",
        "fen": 300_000,
        "gives": 200_050,
    }
    office.now(SplitGrant, project=NUMBER, shares=(one, rest))
    less = change(FOUNDATION, fen=99_999)
    assert office.code(ChangeFunder, funder=less, reason="x") == "funder-overdrawn"
    assert office.facts(DropFunder, funder="fund", reason="x")["projects"] == [NUMBER]
    office.grant(0)
    assert office.code(SplitGrant, project=NUMBER, shares=(one, rest)) == "not-granted"


def test_a_split_of_another_grant_is_said_to_be_outdated():
    """The sum was changed later: who pays has to be told anew."""
    office = granted()
    whole = (Share(funder="deal", fen=300_000),)
    office.now(SplitGrant, project=NUMBER, shares=whole)
    assert "split-outdated" not in {one.code for one in round_concerns(office.round)}
    office.grant(310_000)
    (found,) = [one for one in round_concerns(office.round) if one.code == "split-outdated"]
    assert found.facts == {"project": NUMBER, "shares": 300_000, "granted": 310_000}
    for entry in list(office.round.entries):
        office.now(StrikeFromRound, entry=entry, reason="never granted")
    (found,) = [one for one in round_concerns(office.round) if one.code == "split-outdated"]
    assert found.facts["granted"] == 0


def test_residents_close_a_contract():
    """Refused while residents were not asked about a project that it pays for, unless it was given up."""
    office = granted()
    assert office.code(CloseContract, funder="fund") == "not-a-contract"
    assert office.code(CloseContract, funder="nobody") == "unknown-funder"
    assert office.facts(CloseContract, funder="deal") == {"name": "Contract", "projects": [NUMBER]}
    (told,) = office.told
    office.told = ()
    assert office.code(CloseContract, funder="deal") == "contract-no-satisfaction"
    office.told = (replace(told, given_up=True),)
    office.now(CloseContract, funder="deal", text="Fulfilled.")
    assert office.code(CloseContract, funder="deal") == "contract-closed"
    assert office.code(ChangeFunder, funder=CONTRACT, reason="x") == "contract-closed"
    assert list(office.round.contracts) == ["deal"]


def test_a_contract_that_pays_for_nothing_is_not_closed_by_residents():
    """Where others pay for every grant there is nothing that residents could have been asked about."""
    office = granted()
    shares = (Share(funder="office", fen=300_000),)
    office.now(SplitGrant, project=NUMBER, shares=shares)
    assert office.code(CloseContract, funder="deal") == "contract-pays-nothing"
    office.now(SplitGrant, project=NUMBER)
    office.told = (ProjectTold(NUMBER, "Warm meals", 7, assessed=True),)
    office.now(CloseContract, funder="deal")


def test_funders_without_residents_are_a_concern():
    """Deciding and evaluating are two things; so is granting by hand, and more than there is."""
    office = granted()
    found = [(one.code, one.facts.get("name")) for one in round_concerns(office.round)]
    assert found == [
        ("residents-not-evaluating", "Foundation"),
        ("residents-not-deciding", "Contract"),
        ("residents-not-evaluating", "Contract"),
        ("granted-by-hand", None),
    ]
    for name in ("office", "deal"):
        office.now(DropFunder, funder=name, reason="gone")
    facts = {one.code: one.facts for one in round_concerns(office.round)}
    assert facts["granted-above-budget"] == {"granted": 300_000, "budget": 200_050}


def test_whoever_pays_for_a_grant_that_fell_is_let_go():
    """Who pays can be taken back, so that the funder's money is free again and it can drop out."""
    office = granted()
    office.now(SplitGrant, project=NUMBER, shares=(Share(funder="deal", fen=300_000),))
    office.grant(0)
    assert office.code(DropFunder, funder="deal", reason="x") == "funder-pays"
    office.now(SplitGrant, project=NUMBER)
    assert "split-outdated" not in {one.code for one in round_concerns(office.round)}
    assert office.code(SplitGrant, project=NUMBER) == "not-granted"
    office.now(DropFunder, funder="deal", reason="x")


def test_a_result_that_its_meeting_took_back_is_to_be_looked_at():
    """Nothing granted by it falls by itself; people are told, and look."""
    office = Office()
    office.open()
    (found,) = round_concerns(office.round, ["Selection in June"])
    assert (found.code, found.facts) == ("result-taken-back", {"meeting": "Selection in June"})
