"""The project team (项目小组): staff **and** residents, each with a role and trained for it.

In Qingyuan a short training told every member of a board what they were there for (source S2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.bodies.people import Person, clean_person
from facilitator.data import dataclass
from facilitator.followup.case import Entry, line
from facilitator.rounds.project import Project, ProjectCommand


class MemberKind(StrEnum):
    """As what somebody is in the team."""

    STAFF = "staff"  # 社区工作人员
    RESIDENT = "resident"  # 居民
    VOLUNTEER = "volunteer"  # 志愿者
    EXPERT = "expert"  # 专家
    PARTNER = "partner"  # 共建单位
    OTHER = "other"


class JoinTeam(ProjectCommand, frozen=True, kw_only=True, tag="project.join"):
    """Somebody joins the team; `entry` is how they are called from then on."""

    entry: str
    person: Person
    kind: MemberKind
    role: str
    on: date


class ChangeRole(ProjectCommand, frozen=True, kw_only=True, tag="project.change-role"):
    """Somebody does something else in the team from a day on."""

    entry: str
    member: str
    role: str
    on: date


class LeaveTeam(ProjectCommand, frozen=True, kw_only=True, tag="project.leave"):
    """Somebody leaves the team."""

    entry: str
    member: str
    on: date
    reason: str = ""


class TrainTeam(ProjectCommand, frozen=True, kw_only=True, tag="project.train"):
    """Members were trained for what they do."""

    entry: str
    members: tuple[str, ...]
    what: str
    on: date


class EraseTeamMember(ProjectCommand, frozen=True, kw_only=True, tag="project.erase-member"):
    """Who it was is erased (PIPL article 47); that somebody was there, and as what, stays."""

    member: str
    reason: str


class TeamJoined(Entry, frozen=True, kw_only=True, tag="project.joined"):
    """`person` stands beside the chain; None once erased."""

    beside = "person"
    kind: MemberKind
    role: str
    on: date
    person: Person | None = None

    @property
    def subject(self) -> str:
        return subject_of(self.entry)


class RoleChanged(Entry, frozen=True, kw_only=True, tag="project.role-changed"):
    member: str
    role: str
    on: date


class TeamLeft(Entry, frozen=True, kw_only=True, tag="project.left"):
    member: str
    on: date
    reason: str = ""


class TeamTrained(Entry, frozen=True, kw_only=True, tag="project.trained"):
    members: tuple[str, ...]
    what: str
    on: date


class TeamMemberErased(Event, frozen=True, kw_only=True, tag="project.member-erased"):
    erases = True
    member: str
    reason: str

    @property
    def subject(self) -> str:
        return subject_of(self.member)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team, also who has left: `left` says when. `person` is None once erased."""

    id: str
    person: Person | None
    kind: MemberKind
    role: str
    since: date
    left: date | None = None
    why_left: str = ""
    trained: tuple[date, ...] = ()


def subject_of(member: str) -> str:
    """Under what name a member's data stands beside the chain."""
    return f"member-{member}"


def team_of(case: Project) -> tuple[Member, ...]:
    """Everybody who is or was in the team, as they joined."""
    changes = list(case.events(RoleChanged))
    left = {one.member: one for one in case.events(TeamLeft)}
    trained = list(case.events(TeamTrained))
    found: list[Member] = []
    for one in case.events(TeamJoined):
        key = one.entry
        roles = [change.role for change in changes if change.member == key]
        gone = left.get(key)
        found.append(
            Member(
                key,
                one.person,
                one.kind,
                roles[-1] if roles else one.role,
                one.on,
                gone.on if gone else None,
                gone.reason if gone else "",
                tuple(told.on for told in trained if key in told.members),
            )
        )
    return tuple(found)


def present(case: Project) -> tuple[Member, ...]:
    """Those who have not left."""
    return tuple(one for one in team_of(case) if one.left is None)


def join(case: Project, command: JoinTeam) -> Iterable[Event]:
    """With a name and a role, whoever they are."""
    case.expect_going()
    yield TeamJoined(
        entry=case.new_entry(command.entry),
        kind=command.kind,
        role=line(command.role, "role", required=True),
        on=command.on,
        person=clean_person(command.person),
    )


def change_role(case: Project, command: ChangeRole) -> Iterable[Event]:
    """Of somebody who is there, to another than before."""
    case.expect_going()
    member = _there(case, command.member)
    role = line(command.role, "role", required=True)
    if role == member.role:
        raise RuleViolation("role-the-same", role=role)
    yield RoleChanged(
        entry=case.new_entry(command.entry), member=member.id, role=role, on=command.on
    )


def leave(case: Project, command: LeaveTeam) -> Iterable[Event]:
    """Not before they came."""
    case.expect_going()
    member = _there(case, command.member)
    if command.on < member.since:
        raise RuleViolation(
            "dates-order", first=member.since.isoformat(), second=command.on.isoformat()
        )
    yield TeamLeft(
        entry=case.new_entry(command.entry),
        member=member.id,
        on=command.on,
        reason=clean_text(command.reason, "reason", required=False),
    )


def train(case: Project, command: TrainTeam) -> Iterable[Event]:
    """At least one who is there."""
    case.expect_going()
    members = tuple(dict.fromkeys(command.members))
    if not members:
        raise RuleViolation("nobody-trained")
    for member in members:
        _there(case, member)
    yield TeamTrained(
        entry=case.new_entry(command.entry),
        members=members,
        what=clean_text(command.what, "what"),
        on=command.on,
    )


def erase(case: Project, command: EraseTeamMember) -> Iterable[Event]:
    """Also of somebody who has left or whose joining was struck, and after the project has ended."""
    found = case.entries.get(command.member)
    if found is None or not isinstance(found.event, TeamJoined):
        raise RuleViolation("unknown-team-member", member=command.member)
    yield TeamMemberErased(member=command.member, reason=clean_text(command.reason, "reason"))


def _there(case: Project, key: str) -> Member:
    """Somebody who is in the team, or a refusal (`unknown-team-member`)."""
    found = next((one for one in present(case) if one.id == key), None)
    if found is None:
        raise RuleViolation("unknown-team-member", member=key)
    return found


def on_erased(case: Project, event: TeamMemberErased, _recorded: Recorded) -> None:
    """As it reads back from the record from now on: without the person."""
    for place, one in enumerate(case.chronicle):
        if isinstance(one.event, TeamJoined) and one.event.entry == event.member:
            bare = msgspec.structs.replace(one.event, person=None)
            case.chronicle[place] = replace(one, event=bare)


DECIDES = {
    JoinTeam: join,
    ChangeRole: change_role,
    LeaveTeam: leave,
    TrainTeam: train,
    EraseTeamMember: erase,
}
APPLIES = {
    **dict.fromkeys((TeamJoined, RoleChanged, TeamLeft, TeamTrained)),
    TeamMemberErased: on_erased,
}
