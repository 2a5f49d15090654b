"""A clerk who does anything, in any order: no command breaks a law of a follow-up.

After every deed the state is held against a twin built from the events as they come back from JSON, and the
standing against sums and last words worked out in the plainest way from what counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facilitator.acts import RuleViolation
from facilitator.followup.entries import Assessed, Linked, Objected, Paid, Posted, Reported
from facilitator.followup.matter import Told
from facilitator.followup.posting import came_late
from facilitator.meeting.reviews import Progress
from facilitator.words.refusals import SENTENCES
from tests.followup.folder import DECIDED, MADE, MATTER, MEETING, Folder
from tests.followup.walk import deed

EARLIER = replace(MATTER, meeting="spring", decision=2, made=MADE - timedelta(days=100))
ABOUT = {"meeting": MEETING, "decision": MATTER.decision}
TO = {"to_meeting": "spring", "to_decision": 2}
WALKS, MANY_WALKS, STEPS = 20, 200, 60


class Clerk(RuleBasedStateMachine):
    """Everything a clerk can send about one decision."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Folder()
        self.folder.other = EARLIER

    @rule(seed=st.integers(0, 2**32))
    def send(self, seed: int) -> None:
        """A deed is taken whole or refused with a sentence, and a refused one has changed nothing."""
        before, code = self.folder.following.version, ""
        try:
            self.folder.do(deed(Random(seed), ABOUT, DECIDED, TO))
        except RuleViolation as refusal:
            code = refusal.code
        if code:
            assert code in SENTENCES
            assert self.folder.following.version == before
            self.folder.check()

    @rule(progress=st.sampled_from(list(Progress)))
    def tell_a_meeting(self, progress: Progress) -> None:
        """A later meeting is told something."""
        assert self.folder.matter is not None
        told = (*self.folder.matter.told, Told(self.folder.at, "later", progress))
        self.folder.matter = replace(self.folder.matter, told=told)

    @rule()
    def annul(self) -> None:
        """The decision does not stand for a moment; then it stands again."""
        assert self.folder.matter is not None
        stands = not self.folder.matter.stands
        self.folder.matter = replace(self.folder.matter, stands=stands)

    @invariant()
    def the_paid_sum_is_exact(self) -> None:
        """To the fen, and of nothing that was struck."""
        case = self.folder.following
        paid = [
            e.event.fen
            for e in case.chronicle
            if isinstance(e.event, Paid) and e.event.entry not in case.struck
        ]
        assert self.folder.standing.paid_fen == sum(paid)

    @invariant()
    def the_last_words_count(self) -> None:
        """What residents say is the last assessment that counts, unless it was entered late."""
        counts = [one.event for one in self.folder.following.standing()]
        view, day = None, date.min
        for one in self.folder.following.standing():
            if isinstance(one.event, Assessed):
                on, entered = one.event.on or one.at.date(), one.at.date()
                if on >= min(day, entered):
                    view, day = one.event.view, on
        assert self.folder.standing.view == view
        said = any(isinstance(one, Reported) for one in counts)
        assert self.folder.matter is not None
        assert (self.folder.standing.progress is not None) == (
            said or bool(self.folder.matter.told)
        )

    @invariant()
    def what_is_overdue_is_past_its_day(self) -> None:
        """For every day, late means that the next day on which something was to happen has gone by."""
        now = self.folder.standing
        for n in (-1, 0, 1, 40, 400):
            day = DECIDED + timedelta(days=n)
            there = now.next_day()
            assert now.overdue(day) == (max(0, (day - there).days) if there else 0)

    @invariant()
    def every_entry_stands_once(self) -> None:
        """Ids are given once; what is struck was there; links that count are all different."""
        case = self.folder.following
        assert set(case.struck) <= set(case.entries)
        links = [
            (e.event.kinship, e.event.to_meeting, e.event.to_decision)
            for e in case.standing()
            if isinstance(e.event, Linked)
        ]
        assert len(links) == len(set(links))
        for one in case.chronicle:
            if isinstance(one.event, Objected):
                posting = case.entries[one.event.posting].event
                assert isinstance(posting, Posted)
                said = one.event.on or one.at.date()
                assert came_late(case, one) == (said > posting.until)


@pytest.mark.no_cover
class TestClerk(Clerk.TestCase):
    """Whatever a clerk does keeps the laws."""

    settings = settings(
        max_examples=WALKS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.soak
class TestManyClerks(Clerk.TestCase):
    """The same, many times."""

    settings = settings(TestClerk.settings, max_examples=MANY_WALKS)
