"""The team: who, as what, since when, trained for it; and nobody by name once they are erased."""

from __future__ import annotations

import pytest

from facilitator.bodies.people import Person
from facilitator.rounds.project import StrikeFromProject
from facilitator.rounds.team import (
    ChangeRole,
    EraseTeamMember,
    JoinTeam,
    LeaveTeam,
    MemberKind,
    TeamJoined,
    TrainTeam,
    present,
    subject_of,
    team_of,
)
from tests.rounds.office import DAY, DRAFTED, Office

ON = {"on": DRAFTED}
LI = Person(name="Li Guifang", phone="13800000001")


@pytest.fixture
def office() -> Office:
    """A project with one resident in its team."""
    made = Office().open().start()
    made.now(JoinTeam, entry="m1", person=LI, kind=MemberKind.RESIDENT, role="cooks", **ON)
    return made


def test_somebody_joins_with_a_name_and_a_role(office: Office):
    """Their data stands beside the chain under a name of its own."""
    joins = {"kind": MemberKind.STAFF, **ON}
    assert (
        office.code(JoinTeam, entry="m2", person=Person(name=""), role="x", **joins)
        == "text-missing"
    )
    assert office.code(JoinTeam, entry="m2", person=LI, role=" ", **joins) == "text-missing"
    assert office.code(JoinTeam, entry="m1", person=LI, role="x", **joins) == "entry-exists"
    event = office.project.chronicle[-1].event
    assert isinstance(event, TeamJoined)
    assert (event.subject, event.beside) == (subject_of("m1"), "person")
    (member,) = team_of(office.project)
    assert (member.person, member.role, member.since, member.trained) == (LI, "cooks", DRAFTED, ())


def test_a_role_changes_to_another(office: Office):
    """Of somebody who is there."""
    assert office.code(ChangeRole, entry="c", member="m9", role="x", **ON) == "unknown-team-member"
    assert office.code(ChangeRole, entry="c", member="m1", role="cooks", **ON) == "role-the-same"
    office.now(ChangeRole, entry="c1", member="m1", role="leads", **ON)
    office.now(ChangeRole, entry="c2", member="m1", role="leads and cooks", **ON)
    assert team_of(office.project)[0].role == "leads and cooks"


def test_whoever_leaves_stays_readable(office: Office):
    """Not before they came; and they are not there any more."""
    early = {"on": DRAFTED - DAY}
    assert office.code(LeaveTeam, entry="l", member="m1", **early) == "dates-order"
    office.now(LeaveTeam, entry="l1", member="m1", reason="moved away", **ON)
    assert office.code(LeaveTeam, entry="l2", member="m1", **ON) == "unknown-team-member"
    (member,) = team_of(office.project)
    assert (member.left, member.why_left, present(office.project)) == (DRAFTED, "moved away", ())
    office.now(StrikeFromProject, entry="l1", reason="she came back")
    assert present(office.project)[0].left is None


def test_training_is_of_somebody_who_is_there(office: Office):
    """Each day is kept for each of them."""
    assert office.code(TrainTeam, entry="t", members=(), what="x", **ON) == "nobody-trained"
    assert (
        office.code(TrainTeam, entry="t", members=("m2",), what="x", **ON) == "unknown-team-member"
    )
    assert office.code(TrainTeam, entry="t", members=("m1",), what="", **ON) == "text-missing"
    office.now(TrainTeam, entry="t1", members=("m1", "m1"), what="Roles", **ON)
    assert team_of(office.project)[0].trained == (DRAFTED,)


def test_whoever_is_erased_is_nowhere_in_memory(office: Office):
    """At once, not only when the record is read again; that somebody cooked stays."""
    other = Person(name="Wu")
    office.now(JoinTeam, entry="m2", person=other, kind=MemberKind.STAFF, role="books", **ON)
    assert office.code(EraseTeamMember, member="m9", reason="x") == "unknown-team-member"
    assert office.code(EraseTeamMember, member="m1", reason=" ") == "text-missing"
    (event,) = office.now(EraseTeamMember, member="m1", reason="asked for it")
    assert (event.erases, event.subject) == (True, subject_of("m1"))
    assert [one.person for one in team_of(office.project)] == [None, other]
    assert LI.name not in repr(office.project)
    office.now(StrikeFromProject, entry="m2", reason="never joined")
    office.now(EraseTeamMember, member="m2", reason="asked for it")
    assert "Wu" not in repr(office.project)
    office.find_needs()
    assert office.code(EraseTeamMember, member="a1", reason="x") == "unknown-team-member"
