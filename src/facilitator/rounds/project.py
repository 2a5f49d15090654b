"""One project of a round: one thread with one number from need to report.

Its stream is `project/<round>/<number>`; the number is that of its place in the round and a running one at that
place (`07-1`), so that committees can write on their own computers and archives merge without a clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from facilitator.acts import Command, Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, hashes
from facilitator.followup.case import Chronicled, Entry, line
from facilitator.rounds.measures import people
from facilitator.rounds.outside import ProjectOutside, RoundView

E = TypeVar("E", bound=Event)
_NUMBER = re.compile(r"([0-9]{2,3})-([1-9][0-9]?)")


class Initiator(StrEnum):
    """Whose idea it was."""

    RESIDENTS = "residents"  # 居民
    COMMITTEE = "committee"  # 居委会
    SUBDISTRICT = "subdistrict"  # 街道
    EXPERT = "expert"  # 专家、社会组织
    OTHER = "other"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How a project ended."""

    DONE = "done"  # 完成
    PARTLY = "partly"  # 部分完成
    ABANDONED = "abandoned"  # 中途放弃
    NEVER_STARTED = "never-started"  # 没有启动


class ProjectCommand(Command, frozen=True, kw_only=True):
    """A command about one project: its round, and its number in it."""

    round: str
    project: str

    @property
    def stream(self) -> str:
        return stream_of(self.round, self.project)


class StartProject(ProjectCommand, frozen=True, kw_only=True, tag="project.start"):
    """A place has people in mind for whom something is to be done (服务对象), before anything is proposed.

    `group` says who they are, `people` how many belong to it (0 if that is not known), `why` why them.
    """

    place: int
    title: str
    group: str
    people: int = 0
    why: str = ""
    initiator: Initiator = Initiator.UNKNOWN


class SetTarget(ProjectCommand, frozen=True, kw_only=True, tag="project.set-target"):
    """Title or target group are others than was said; told anew as a whole."""

    title: str
    group: str
    people: int = 0
    why: str = ""
    initiator: Initiator = Initiator.UNKNOWN


class StrikeFromProject(ProjectCommand, frozen=True, kw_only=True, tag="project.strike"):
    """An entry was wrong: it stays readable and counts no more."""

    entry: str
    reason: str


class DropProjectFile(ProjectCommand, frozen=True, kw_only=True, tag="project.drop-file"):
    """A photo or paper is erased for good: somebody is on it who does not want to be, or it is a wrong one."""

    hash: str
    reason: str


class ProjectStarted(Event, frozen=True, kw_only=True, tag="project.started"):
    place: int
    title: str
    group: str
    people: int = 0
    why: str = ""
    initiator: Initiator = Initiator.UNKNOWN


class TargetSet(Event, frozen=True, kw_only=True, tag="project.target-set"):
    title: str
    group: str
    people: int = 0
    why: str = ""
    initiator: Initiator = Initiator.UNKNOWN


class ProjectEntryStruck(Event, frozen=True, kw_only=True, tag="project.struck"):
    entry: str
    reason: str


class ProjectFileDropped(Event, frozen=True, kw_only=True, tag="project.file-dropped"):
    hash: str
    name: str
    reason: str

    @property
    def drops(self) -> tuple[str, ...]:
        return (self.hash,)


class Papered(Entry, frozen=True, kw_only=True):
    """An entry with photos and papers."""

    attached: tuple[Attached, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return hashes(self.attached)


class ProjectClosed(Papered, frozen=True, kw_only=True, tag="project.closed"):
    """How it ended. `kept_by` is who keeps up what is there now."""

    outcome: Outcome
    on: date
    text: str
    reason: str = ""
    people_served: int = 0
    figures: str = ""
    kept_by: str = ""


class ProjectReopened(Event, frozen=True, kw_only=True, tag="project.reopened"):
    reason: str


@dataclass
class Project(Chronicled):
    """One project. What its parts say is read by their functions: `needs.needs_of`, `team.team_of`."""

    outside: ProjectOutside = field(default_factory=ProjectOutside)
    started: ProjectStarted | None = None
    target: ProjectStarted | TargetSet | None = None
    """Title and target group as they were told last."""
    reopened: int = 0
    """The version of the last reopening: what was closed before it is not closed any more."""

    @property
    def round_id(self) -> str:
        """Its round, as commands call it."""
        return self.stream.split("/")[1]

    @property
    def number(self) -> str:
        """Its number in the round."""
        return self.stream.split("/")[2]

    def expect_begun(self) -> ProjectStarted:
        """What was said when it began, or a refusal (`unknown-project`)."""
        if self.started is None:
            raise RuleViolation("unknown-project", project=self.number)
        return self.started

    @property
    def project(self) -> ProjectStarted:
        """What was said when it began, or a refusal (`unknown-project`)."""
        return self.expect_begun()

    @property
    def title(self) -> str:
        """What it is called now, or a refusal (`unknown-project`)."""
        return (self.target or self.project).title

    @property
    def round(self) -> RoundView:
        """Its round, or a refusal (`unknown-round`)."""
        if self.outside.round is None:
            raise RuleViolation("unknown-round", round=self.round_id)
        return self.outside.round

    @property
    def granted_fen(self) -> int:
        """What was granted, in fen; 0 for nothing, or not yet."""
        grant = self.round.grant(self.number)
        return grant.fen if grant else 0

    @property
    def closing(self) -> ProjectClosed | None:
        """How it ended; None while it goes on."""
        last = None
        for one in self.told(ProjectClosed):
            last = one.event if one.version > self.reopened else None
        assert last is None or isinstance(last, ProjectClosed)
        return last

    def told(self, *kinds: type[Event]) -> list[Recorded]:
        """Entries of these kinds that count, in order."""
        return [one for one in self.standing() if isinstance(one.event, kinds)]

    def events(self, kind: type[E]) -> Iterator[E]:
        """The same as events alone, of one kind."""
        for one in self.standing():
            if isinstance(one.event, kind):
                yield one.event

    def expect_going(self) -> ProjectStarted:
        """The project, unless it has ended (`project-closed`)."""
        if self.project and self.closing is not None:
            raise RuleViolation("project-closed", title=self.title)
        return self.project

    def expect_granted(self) -> int:
        """What was granted, or a refusal (`not-granted`)."""
        if self.project and not self.granted_fen:
            raise RuleViolation("not-granted", project=self.number)
        return self.granted_fen


def stream_of(round_: str, number: str) -> str:
    """The stream of a project."""
    return f"project/{round_}/{number}"


def project_of(stream: str) -> tuple[str, str]:
    """Round and number that a stream `project/…` is about."""
    _, round_, number = stream.split("/")
    return round_, number


def number_at(place: int, running: int) -> str:
    """The number of the so-many-th project of a place, e.g. `07-1`."""
    return f"{place:02}-{running}"


def place_of(number: str) -> int:
    """The place that a number begins with, or a refusal (`project-number`)."""
    found = _NUMBER.fullmatch(number)
    if found is None or number != number_at(int(found[1]), int(found[2])):
        raise RuleViolation("project-number", project=number[:80])
    return int(found[1])


def start(case: Project, command: StartProject) -> Iterable[Event]:
    """At a place of a round that is open, under a number of that place."""
    clean_id(command.round, "round")
    clean_id(command.project, "project")
    if not case.round.open:
        raise RuleViolation("round-closed", title=case.round.title)
    if case.started is not None:
        raise RuleViolation("project-exists", project=command.project)
    if case.round.place(command.place) is None:
        raise RuleViolation("unknown-round-place", place=command.place)
    if place_of(command.project) != command.place:
        raise RuleViolation("project-number", project=command.project)
    target = _target(command)
    yield ProjectStarted(
        place=command.place,
        title=target.title,
        group=target.group,
        people=target.people,
        why=target.why,
        initiator=target.initiator,
    )


def set_target(case: Project, command: SetTarget) -> Iterable[Event]:
    """What was said before stays readable."""
    case.expect_going()
    yield _target(command)


def _target(command: StartProject | SetTarget) -> TargetSet:
    return TargetSet(
        title=line(command.title, "title", required=True),
        group=clean_text(command.group, "group"),
        people=people("people", command.people),
        why=clean_text(command.why, "why", required=False),
        initiator=command.initiator,
    )


def strike(case: Project, command: StrikeFromProject) -> Iterable[Event]:
    """Struck once, with a reason, also after the project has ended."""
    case.entry(command.entry)
    yield ProjectEntryStruck(entry=command.entry, reason=clean_text(command.reason, "reason"))


def drop_file(case: Project, command: DropProjectFile) -> Iterable[Event]:
    """The content goes, its name and hash stay."""
    name = case.file_names().get(command.hash)
    if name is None:
        raise RuleViolation("unknown-file", hash=command.hash[:12])
    reason = clean_text(command.reason, "reason")
    yield ProjectFileDropped(hash=command.hash, name=name, reason=reason)


def on_started(case: Project, event: ProjectStarted, _recorded: Recorded) -> None:
    case.started = case.target = event


def on_target(case: Project, event: TargetSet, _recorded: Recorded) -> None:
    case.target = event


def on_struck(case: Project, event: ProjectEntryStruck, _recorded: Recorded) -> None:
    case.struck[event.entry] = event.reason


def on_reopened(case: Project, _event: ProjectReopened, recorded: Recorded) -> None:
    case.reopened = recorded.version


DECIDES = {
    StartProject: start,
    SetTarget: set_target,
    StrikeFromProject: strike,
    DropProjectFile: drop_file,
}
APPLIES = {
    ProjectStarted: on_started,
    TargetSet: on_target,
    ProjectEntryStruck: on_struck,
    ProjectFileDropped: None,
    ProjectClosed: None,
    ProjectReopened: on_reopened,
}
