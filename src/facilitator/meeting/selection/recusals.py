"""Recusals: who has an interest in which project and does not vote on it, declared before the vote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class StepBack(MeetingCommand, frozen=True, kw_only=True, tag="slate.step-back"):
    """A member has an interest in a project (回避): on their ballot it is struck out."""

    member: str
    candidate: str
    reason: str


class LiftStepBack(MeetingCommand, frozen=True, kw_only=True, tag="slate.lift-step-back"):
    """A recusal was a mistake."""

    member: str
    candidate: str
    reason: str


class SteppedBack(Event, frozen=True, kw_only=True, tag="slate.stepped-back"):
    member: str
    candidate: str
    reason: str


class StepBackLifted(Event, frozen=True, kw_only=True, tag="slate.step-back-lifted"):
    member: str
    candidate: str
    reason: str


@dataclass(slots=True)
class Recusals:
    """Who does not vote on which project, by project and member, with the reason."""

    all: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    def of(self, member: str) -> list[str]:
        """The projects on which a member does not vote."""
        return [candidate for candidate, members in self.all.items() if member in members]


def step_back(meeting: Meeting, command: StepBack) -> Iterable[Event]:
    """Before the vote is opened: what is said later is for a later one."""
    meeting.outcome.refuse_announced()
    meeting.ballots.refuse_open()
    meeting.expect_member(command.member)
    found = meeting.slate.standing_candidate(command.candidate)
    if command.member in meeting.recusals.all.get(found.id, {}):
        raise RuleViolation("already-recused", member=command.member, title=found.title)
    reason = clean_text(command.reason, "reason")
    yield SteppedBack(member=command.member, candidate=found.id, reason=reason)


def lift(meeting: Meeting, command: LiftStepBack) -> Iterable[Event]:
    """Before the vote is opened, too."""
    meeting.outcome.refuse_announced()
    meeting.ballots.refuse_open()
    if command.member not in meeting.recusals.all.get(command.candidate, {}):
        title = meeting.slate.candidate(command.candidate).title
        raise RuleViolation("not-recused", member=command.member, title=title)
    reason = clean_text(command.reason, "reason")
    yield StepBackLifted(member=command.member, candidate=command.candidate, reason=reason)


def on_stepped_back(meeting: Meeting, event: SteppedBack, _recorded: Recorded) -> None:
    meeting.recusals.all.setdefault(event.candidate, {})[event.member] = event.reason


def on_lifted(meeting: Meeting, event: StepBackLifted, _recorded: Recorded) -> None:
    del meeting.recusals.all[event.candidate][event.member]


PART = Part(
    "slate",
    {StepBack: step_back, LiftStepBack: lift},
    {SteppedBack: on_stepped_back, StepBackLifted: on_lifted},
)
