"""Screening and visits: a word about one revision, with its reason."""

from __future__ import annotations

import pytest

from facilitator.rounds.project import StrikeFromProject
from facilitator.rounds.proposal import WithdrawProposal
from facilitator.rounds.screening import (
    ScreenProposal,
    Verdict,
    VisitProject,
    screening_of,
)
from tests.rounds.office import DRAFTED, Office

ON = {"on": DRAFTED}


@pytest.fixture
def office() -> Office:
    """A project whose needs are known."""
    return Office().open().start().find_needs()


def test_only_what_was_handed_in_is_screened(office: Office):
    """Anything but admitting has its reason."""
    assert office.code(ScreenProposal, entry="s", verdict=Verdict.ADMITTED, **ON) == "no-proposal"
    office.propose()
    assert screening_of(office.project).verdict is None
    for verdict in (Verdict.SEND_BACK, Verdict.REFUSED):
        assert office.code(ScreenProposal, entry="s", verdict=verdict, **ON) == "text-missing"
    office.admit()
    assert screening_of(office.project).verdict is Verdict.ADMITTED
    office.now(WithdrawProposal, entry="w", reason="x")
    assert office.code(ScreenProposal, entry="s", verdict=Verdict.ADMITTED, **ON) == "no-proposal"


@pytest.mark.parametrize("verdict", [Verdict.SEND_BACK, Verdict.REFUSED])
def test_a_revision_waits_for_a_new_word(office: Office, verdict: Verdict):
    """What was sent back or refused and then revised is to be screened again."""
    office.propose()
    office.now(ScreenProposal, entry="s1", verdict=verdict, text="no risks", **ON)
    assert screening_of(office.project).verdict is verdict
    office.propose("p2", because="risks added")
    found = screening_of(office.project)
    assert (found.verdict, found.revised, len(found.screened)) == (None, False, 1)
    office.now(StrikeFromProject, entry="p2", reason="not the paper")
    assert screening_of(office.project).verdict is verdict


def test_what_was_admitted_stays_so_and_is_said_to_be_revised(office: Office):
    """Designs were revised after visits (source S2)."""
    office.propose().admit()
    assert not screening_of(office.project).revised
    visit = {"residents": 6, "residents_said": "A meeting room first.", "by": "Zhang"}
    office.now(VisitProject, entry="v1", **visit, **ON)
    office.propose("p2", because="residents want a room")
    found = screening_of(office.project)
    assert (found.verdict, found.revised) == (Verdict.ADMITTED, True)
    assert [one.residents for one in found.visits] == [6]
    office.now(StrikeFromProject, entry="p1", reason="the wrong paper")
    assert screening_of(office.project).verdict is None


def test_once_money_was_granted_nothing_is_screened(office: Office):
    """It was decided."""
    office.propose().admit().grant()
    assert (
        office.code(ScreenProposal, entry="s", verdict=Verdict.ADMITTED, **ON) == "already-granted"
    )
    assert office.code(VisitProject, entry="v", residents=-1, **ON) == "number-range"
