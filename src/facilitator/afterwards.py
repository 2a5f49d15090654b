"""The histories beside bodies and meetings: follow-ups, calls, matters that came in, project rounds, projects.

The session keeps them here, and has each of them told anew, before it is looked at or acted upon, what it
cannot know by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from facilitator import followup, rounds
from facilitator.acts import Event, Recorded, RuleViolation, clean_id
from facilitator.followup import FollowupCommand
from facilitator.followup.calls import CallDepartment
from facilitator.followup.case import Case
from facilitator.followup.following import Following, MatterCommand
from facilitator.followup.intake import ReceiveMatter
from facilitator.followup.linking import Link
from facilitator.followup.matter import Matter, matter_of
from facilitator.record import Record, matters, threads
from facilitator.rounds.outside import ProjectOutside, RoundOutside, Selected
from facilitator.rounds.project import Project, ProjectCommand, stream_of
from facilitator.rounds.results import TakeResult
from facilitator.rounds.round import OpenRound, Round, RoundCommand

History = followup.History | rounds.History
LaterCommand = FollowupCommand | RoundCommand | ProjectCommand
LATER = (FollowupCommand, RoundCommand, ProjectCommand)
"""What commands to one of these histories are."""


class Afterwards:
    """The histories that have been looked at.

    `knows_body` says whether a body is here, `result` what a selection meeting has announced, or None.
    """

    def __init__(
        self,
        record: Record,
        *,
        knows_body: Callable[[str], bool],
        result: Callable[[str], Selected | None],
    ) -> None:
        self._record = record
        self._knows_body = knows_body
        self._result = result
        self._cases: dict[str, History] = {}

    def forget(self) -> None:
        """Have every history read anew from the record when it is next looked at."""
        self._cases.clear()

    def decide(self, command: LaterCommand, at: datetime | None) -> tuple[int, tuple[Event, ...]]:
        """What a command would make happen after which version of its history, or a refusal."""
        case = self._told(command)
        if at is not None and case.chronicle and at < case.chronicle[-1].at:
            last = case.chronicle[-1].at.isoformat()
            raise RuleViolation("time-goes-back", at=at.isoformat(), last=last)
        if isinstance(case, Case):
            return case.version, followup.decide(case, command)
        return case.version, rounds.decide(case, command)

    def take_in(self, stream: str, recorded: tuple[Recorded, ...]) -> None:
        """Take in what is on the disk; whatever goes wrong with it, it is read anew from there."""
        case = self._loaded(stream)
        try:
            for one in recorded:
                _apply(case, one)
        except BaseException:
            del self._cases[stream]
            raise

    def history(self, stream: str) -> followup.History:
        """A follow-up, call or intake as it is now; a follow-up is told anew what its meeting says."""
        case = self._loaded(stream)
        assert isinstance(case, Case)
        if isinstance(case, Following):
            case.outside = replace(case.outside, matter=self.matter(*matter_of(stream)))
        return case

    def matter(self, meeting: str, decision: int = 0, group: str = "") -> Matter | None:
        """A decision or an action group as its meeting has it, or None."""
        return matters.matter(self._record.ask, meeting, decision, group)

    def round(self, name: str) -> Round:
        """A round, told anew of its projects; refused (`unknown-round`) when there is none of that name."""
        case = self._round(name)
        case.expect_begun()
        case.outside = RoundOutside(projects=threads.told(self._record.ask, name))
        return case

    def project(self, round_: str, number: str) -> Project:
        """A project, told anew of its round; refused (`unknown-project`) when there is none of that number."""
        case = self._loaded(stream_of(round_, number))
        assert isinstance(case, Project)
        case.expect_begun()
        case.outside = self._around_project(round_)
        return case

    def _round(self, name: str) -> Round:
        case = self._loaded(f"round/{name}")
        assert isinstance(case, Round)
        return case

    def _loaded(self, stream: str) -> History:
        if stream not in self._cases:
            room = stream.partition("/")[0]
            case = rounds.fresh(stream) if room in rounds.ROOMS else followup.fresh(stream)
            for recorded in self._record.read(stream):
                _apply(case, recorded)
            self._cases[stream] = case
        return self._cases[stream]

    def _told(self, command: LaterCommand) -> History:
        """The history of a command, told what it has to know to decide it."""
        _expect_names(command)
        case = self._loaded(command.stream)
        if isinstance(case, Round):
            assert isinstance(command, RoundCommand)
            case.outside = self._around_round(command)
        elif isinstance(case, Project):
            assert isinstance(command, ProjectCommand)
            case.outside = self._around_project(command.round)
        else:
            assert isinstance(command, FollowupCommand)
            case.outside = self._around(command)
        return case

    def _around(self, command: FollowupCommand) -> followup.Outside:
        """What a follow-up, a call or an intake has to be told before it is decided."""
        if isinstance(command, MatterCommand):
            matter = self.matter(command.meeting, command.decision, command.group)
            other = None
            if isinstance(command, Link):
                other = self.matter(command.to_meeting, command.to_decision)
            return followup.Outside(matter=matter, other=other)
        if isinstance(command, CallDepartment):
            matter = self.matter(command.meeting, command.decision) if command.meeting else None
            return followup.Outside(matter=matter, body_known=self._knows_body(command.body))
        if isinstance(command, ReceiveMatter):
            return followup.Outside(body_known=self._knows_body(command.body))
        return followup.Outside()

    def _around_round(self, command: RoundCommand) -> RoundOutside:
        known: frozenset[str] = frozenset()
        if isinstance(command, OpenRound) and self._knows_body(command.body):
            known = frozenset({command.body})
        return RoundOutside(
            bodies=known,
            projects=threads.told(self._record.ask, command.round),
            result=self._result(command.meeting) if isinstance(command, TakeResult) else None,
        )

    def _around_project(self, round_: str) -> ProjectOutside:
        return ProjectOutside(threads.seen(self._round(round_)))


def _expect_names(command: LaterCommand) -> None:
    """Names that become part of a stream's name are usable ones."""
    if isinstance(command, MatterCommand):
        clean_id(command.meeting, "meeting")
        if command.group:
            clean_id(command.group, "group")
    elif isinstance(command, RoundCommand):
        clean_id(command.round, "round")
    elif isinstance(command, ProjectCommand):
        clean_id(command.round, "round")
        clean_id(command.project, "project")


def _apply(case: History, recorded: Recorded) -> None:
    if isinstance(case, Case):
        followup.apply(case, recorded)
    else:
        rounds.apply(case, recorded)
