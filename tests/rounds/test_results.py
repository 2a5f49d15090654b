"""What was granted: taken over from a meeting as it was announced, or by hand and said to be so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.rounds.outside import Granted, ProjectTold, Selected
from facilitator.rounds.results import GrantByHand, TakeResult, grants_of
from facilitator.rounds.round import StrikeFromRound
from tests.rounds.office import BEGUN, NUMBER, Office

OTHER = "12-1"
TOLD = (ProjectTold(NUMBER, "Warm meals", 7), ProjectTold(OTHER, "Lamp", 12))
WON = Granted(
    project=NUMBER, fen=250_000, asked=300_000, verdict="unaffordable", reason="what was left"
)
LOST = Granted(project=OTHER, fen=0, asked=90_000, verdict="below-minimum")
RESULT = Selected("evening", BEGUN, (WON, LOST), round="qy")
HAND = {"project": NUMBER, "on": date(2026, 5, 2), "reason": "most urgent", "by": "Zhang"}


def announced(result: Selected | None = RESULT) -> Office:
    """A round with two projects, and a meeting that has announced its result."""
    office = Office().open().start()
    office.told, office.result = TOLD, result
    return office


def test_a_result_is_taken_over_as_it_was_announced():
    """Whole, with sums, verdicts and reasons; what was not selected is known too."""
    office = announced()
    office.now(TakeResult, entry="r1", meeting="evening")
    grants = grants_of(office.round)
    won, lost = grants[NUMBER], grants[OTHER]
    assert (won.fen, won.asked, won.reason, won.meeting) == (
        250_000,
        300_000,
        WON.reason,
        "evening",
    )
    assert (won.on, won.by_hand, lost.fen, lost.verdict) == (
        BEGUN.date(),
        False,
        0,
        "below-minimum",
    )
    assert office.project.granted_fen == 250_000


def test_a_result_that_is_not_there_is_not_taken():
    """No announcement, another round's, or a project that nobody here knows."""
    office = announced(None)
    assert office.facts(TakeResult, entry="r1", meeting="evening") == {"meeting": "evening"}
    assert office.code(TakeResult, entry="r1", meeting="evening") == "no-result"
    office.result = replace(RESULT, round="winter")
    assert office.code(TakeResult, entry="r1", meeting="evening") == "result-of-other-round"
    office.result, office.told = replace(RESULT, round=""), TOLD[:1]
    assert office.facts(TakeResult, entry="r1", meeting="evening") == {"project": OTHER}
    office.told = TOLD
    office.now(TakeResult, entry="r1", meeting="evening")


def test_a_corrected_result_is_taken_again_and_the_old_one_stays():
    """The same one is not taken twice; what was taken last counts."""
    office = announced()
    office.now(TakeResult, entry="r1", meeting="evening")
    assert office.code(TakeResult, entry="r2", meeting="evening") == "result-taken"
    office.result = replace(RESULT, grants=(replace_fen(LOST, 90_000),))
    assert office.code(TakeResult, entry="r1", meeting="evening") == "entry-exists"
    office.now(TakeResult, entry="r2", meeting="evening")
    assert {key: one.fen for key, one in grants_of(office.round).items()} == {OTHER: 90_000}
    assert list(office.round.entries) == ["r1", "r2"]
    office.now(StrikeFromRound, entry="r2", reason="the correction was wrong")
    assert grants_of(office.round)[NUMBER].fen == 250_000


def replace_fen(grant: Granted, fen: int) -> Granted:
    """The same project with another sum."""
    return Granted(project=grant.project, fen=fen, asked=grant.asked, verdict="funded")


def test_two_meetings_of_one_round_add_up():
    """Each keeps its own result; of one project the later word counts."""
    office = announced()
    office.now(TakeResult, entry="r1", meeting="evening")
    office.result = Selected("second", BEGUN, (replace_fen(LOST, 90_000),))
    office.now(TakeResult, entry="r2", meeting="second")
    found = grants_of(office.round)
    assert {key: (one.fen, one.meeting) for key, one in found.items()} == {
        NUMBER: (250_000, "evening"),
        OTHER: (90_000, "second"),
    }


def test_a_grant_by_hand_says_who_and_why():
    """It is known for what it is, and never more than is left of the money."""
    office = announced()
    assert (
        office.code(GrantByHand, entry="g", fen=1, **{**HAND, "project": "07-9"})
        == "unknown-project"
    )
    assert office.code(GrantByHand, entry="g", fen=1, **{**HAND, "reason": " "}) == "text-missing"
    assert office.code(GrantByHand, entry="g", fen=1, **{**HAND, "by": ""}) == "text-missing"
    assert office.code(GrantByHand, entry="g", fen=-1, **HAND) == "number-range"
    office.now(GrantByHand, entry="g1", fen=4_000_000, asked=4_500_000, **HAND)
    grant = grants_of(office.round)[NUMBER]
    assert (grant.by_hand, grant.by, grant.asked) == (True, "Zhang", 4_500_000)
    other = {**HAND, "project": OTHER}
    assert office.facts(GrantByHand, entry="g2", fen=1_000_001, **other) == {
        "fen": 1_000_001,
        "left": 1_000_000,
    }
    office.now(GrantByHand, entry="g2", fen=1_000_000, **other)
    office.now(GrantByHand, entry="g3", fen=4_000_000, **HAND)
    office.now(GrantByHand, entry="g4", fen=0, **HAND)
    assert office.project.granted_fen == 0


def test_without_money_nothing_is_granted_by_hand():
    """Not even less than nothing is left."""
    office = Office().open(fund=False).start()
    assert office.facts(GrantByHand, entry="g", fen=1, **HAND) == {"fen": 1, "left": 0}
    office.now(GrantByHand, entry="g", fen=0, **HAND)
