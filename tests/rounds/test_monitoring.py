"""Visits while it is carried out, and what residents say: counts of people, exact shares."""

from __future__ import annotations

from fractions import Fraction

import pytest

from facilitator.rounds.monitoring import (
    AssessSatisfaction,
    MonitorProject,
    Progress,
    monitoring_of,
)
from tests.rounds.office import DAY, DRAFTED, Office

ON = {"on": DRAFTED}


@pytest.fixture
def office() -> Office:
    """A project that is carried out."""
    return Office().to_running()


def test_only_what_was_granted_is_monitored():
    """There is nothing to see or to be satisfied with before."""
    office = Office().open().start()
    assert office.code(MonitorProject, entry="v", state=Progress.ON_TRACK, **ON) == "not-granted"
    assert office.code(AssessSatisfaction, entry="s", satisfied=1, **ON) == "not-granted"


@pytest.mark.parametrize("state", [Progress.BEHIND, Progress.STUCK, Progress.NOT_STARTED])
def test_a_visit_that_finds_it_behind_says_what_it_saw(office: Office, state: Progress):
    """On track needs no words; the last day counts, whenever it was entered."""
    assert monitoring_of(office.project).state is None
    assert office.code(MonitorProject, entry="v", state=state, **ON) == "text-missing"
    office.now(MonitorProject, entry="v1", state=state, text="No stove yet.", on=DRAFTED + DAY)
    office.now(MonitorProject, entry="v2", state=Progress.ON_TRACK, residents=3, **ON)
    assert monitoring_of(office.project).state is state
    assert [one.entry for one in monitoring_of(office.project).visits] == ["v2", "v1"]


def test_satisfaction_is_of_people(office: Office):
    """Of at least one; what share is satisfied is exact."""
    assert monitoring_of(office.project).satisfaction is None
    assert office.code(AssessSatisfaction, entry="s", **ON) == "nobody-asked"
    assert (
        office.code(AssessSatisfaction, entry="s", neutral=-1, satisfied=2, **ON) == "number-range"
    )
    counts = {"very_satisfied": 20, "satisfied": 14, "neutral": 5, "dissatisfied": 2}
    office.now(AssessSatisfaction, entry="j1", **counts, how="at the door", **ON)
    found = monitoring_of(office.project).satisfaction
    assert found is not None
    assert (found.people, found.content) == (41, Fraction(34, 41))
