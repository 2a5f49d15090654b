"""Registers of turnout say of each group what the meeting's own state says, and together what the vote says."""

from __future__ import annotations

from contextlib import closing

import pytest

from facilitator import participation
from tests.stories.months import COUNCIL, FORUM, SECOND, played


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Give the sample months."""
    with closing(played(tmp_path_factory.mktemp("turnout") / "a.facilitator")) as made:
        yield made


@pytest.mark.parametrize("name", [COUNCIL, SECOND])
def test_groups_came_as_the_meeting_knows_it(session, name) -> None:
    """Whoever was in the room at all is counted once, in the group of the seat."""
    meeting = session.meeting(name)
    came: dict[str, int] = {}
    for holding in meeting.council.seats:
        if meeting.attendance.stays.get(holding.member):
            group = meeting.group_in(holding)
            came[group] = came.get(group, 0) + 1
    rows = [row for row in participation.turnout(session, "songbaigang") if row.meeting == name]
    assert {row.group: row.came for row in rows if row.came} == came
    assert [row.seats for row in rows] == [6, 6, 1]


@pytest.mark.parametrize("name", [COUNCIL, SECOND])
def test_groups_together_voted_as_the_whole_did(session, name) -> None:
    """The votes of the groups add up to those of the outcome that the meeting holds."""
    meeting = session.meeting(name)
    rows = [row for row in participation.votes(session, "songbaigang") if row.meeting == name]
    for key, poll in meeting.polls.all.items():
        of = [row for row in rows if row.poll == key]
        if poll.outcome is None or not poll.outcome.groups or not of:
            continue
        tally = poll.outcome.tally
        sums = [
            sum(getattr(row, field) for row in of)
            for field in ("in_favour", "against", "abstained")
        ]
        assert sums == [tally.in_favour, tally.against, tally.abstained]
    assert rows


def test_participants_of_a_forum_are_not_its_members(session) -> None:
    """Guests of a forum are known by who asked them, members by their seats."""
    rows = participation.invited(session, "qingyuanli")
    assert {row.meeting for row in rows} == {FORUM}
    assert sum(row.known for row in rows) == len(session.meeting(FORUM).attendance.observers)
