"""Clerks who do anything, in any order: no command breaks a law of a round or a project.

After every deed the state is held against a twin built from the events as they come back from JSON, and sums
against ones worked out in the plainest way from what counts.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facilitator.acts import RuleViolation
from facilitator.rounds.concerns import round_concerns
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.needs import needs_of
from facilitator.rounds.results import grants_of
from facilitator.rounds.spending import InstalmentPaid, MoneySpent
from facilitator.rounds.standing import OVER, Deed, Stage
from facilitator.rounds.team import TeamMemberErased, team_of
from facilitator.words.refusals import SENTENCES
from tests.rounds.office import NUMBER, ROUND, TODAY, Office
from tests.rounds.walk import Walk

WALKS, MANY_WALKS, STEPS = 8, 200, 60


class Clerks(RuleBasedStateMachine):
    """Everything that can be sent about one round and one project."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office().to_running()

    @rule(seed=st.integers(0, 2**32))
    def send(self, seed: int) -> None:
        """A deed is taken whole or refused with a sentence, and a refused one has changed nothing."""
        before, code = [case.version for case in self.office.cases.values()], ""
        try:
            self.office.do(Walk(Random(seed), ROUND, NUMBER).deed())
        except RuleViolation as refusal:
            code = refusal.code
        if code:
            assert code in SENTENCES
            assert [case.version for case in self.office.cases.values()] == before
            self.office.check()

    @invariant()
    def sums_are_exact(self) -> None:
        """To the fen, and of nothing that was struck."""
        case, money = self.office.project, self.office.standing.money
        events = [
            e.event for e in case.chronicle if getattr(e.event, "entry", "") not in case.struck
        ]
        assert money.paid == sum(e.fen for e in events if isinstance(e, InstalmentPaid))
        spent = sum(e.fen for e in events if isinstance(e, MoneySpent))
        assert money.spent + money.spent_own == spent
        assert money.unproved <= spent
        assert (money.unproved > 0) == (money.unproved_count > 0)

    @invariant()
    def every_need_has_one_place(self) -> None:
        """Ranked or not, each is there once."""
        found = needs_of(self.office.project)
        ids = [one.entry for one in found.needs]
        assert len(set(ids)) == len(ids)
        assert [one.entry for one in found.unranked] == ids[len(ids) - len(found.unranked) :]

    @invariant()
    def a_stage_says_what_is_next(self) -> None:
        """Where nothing is to be done nothing is late, and a milestone is named only to be reached."""
        stands = self.office.standing
        if stands.stage in OVER:
            assert (stands.deed, stands.overdue(TODAY)) == (None, 0)
        assert bool(stands.milestone) == (stands.deed is Deed.REACH)
        granted = stands.stage in (Stage.SELECTED, Stage.TEAM, Stage.RUNNING)
        assert granted == (stands.money.granted > 0 and stands.outcome is None)
        days = [one.due for one in milestones_of(self.office.project)]
        assert days == sorted(days)

    @invariant()
    def concerns_are_said_once(self) -> None:
        """Each with the same facts, but for meetings, of which there may be several."""
        found = [repr(one) for one in self.office.all_concerns()]
        assert len(set(found)) == len(found)
        there = {one.code for one in round_concerns(self.office.round)}
        granted = sum(one.fen for one in grants_of(self.office.round).values())
        assert ("granted-above-budget" in there) == (granted > self.office.round.budget_fen)

    @invariant()
    def whoever_is_erased_is_gone(self) -> None:
        """From the very moment on."""
        erased = {
            one.event.member
            for one in self.office.project.chronicle
            if isinstance(one.event, TeamMemberErased)
        }
        for member in team_of(self.office.project):
            assert (member.person is None) == (member.id in erased)


@pytest.mark.no_cover
class TestClerks(Clerks.TestCase):
    """Whatever clerks do keeps the laws."""

    settings = settings(
        max_examples=WALKS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.soak
class TestManyClerks(Clerks.TestCase):
    """The same, many times."""

    settings = settings(TestClerks.settings, max_examples=MANY_WALKS)
