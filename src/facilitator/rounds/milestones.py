"""Milestones (阶段目标): what is to be reached by when, and which instalment hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import MOST_LINE, Entry, line
from facilitator.rounds.measures import money
from facilitator.rounds.project import Papered, Project, ProjectCommand
from facilitator.rounds.proposal import Step, proposals_of


class PlanMilestone(ProjectCommand, frozen=True, kw_only=True, tag="project.plan-milestone"):
    """Something is to be reached by a day; `fen` is the instalment that hangs on it, 0 for none."""

    entry: str
    what: str
    due: date
    fen: int = 0


class ReachMilestone(ProjectCommand, frozen=True, kw_only=True, tag="project.reach-milestone"):
    """It was reached."""

    entry: str
    milestone: str
    on: date
    text: str = ""
    attached: tuple[Attached, ...] = ()


class MoveMilestone(ProjectCommand, frozen=True, kw_only=True, tag="project.move-milestone"):
    """It is to be reached by another day."""

    entry: str
    milestone: str
    due: date
    reason: str


class MilestonePlanned(Entry, frozen=True, kw_only=True, tag="project.milestone-planned"):
    what: str
    due: date
    fen: int = 0


class MilestoneReached(Papered, frozen=True, kw_only=True, tag="project.milestone-reached"):
    milestone: str
    on: date
    text: str = ""


class MilestoneMoved(Entry, frozen=True, kw_only=True, tag="project.milestone-moved"):
    milestone: str
    due: date
    old: date
    reason: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone as it is now; `planned` is the day that was said first."""

    id: str
    what: str
    due: date
    planned: date
    fen: int
    reached: date | None = None

    def overdue(self, day: date) -> int:
        """By how many days it is overdue; 0 if it is not."""
        return max(0, (day - self.due).days) if self.reached is None else 0


def milestones_of(case: Project) -> tuple[Milestone, ...]:
    """All milestones, by the day on which they are due."""
    moved = {one.milestone: one.due for one in case.events(MilestoneMoved)}
    reached = {one.milestone: one.on for one in case.events(MilestoneReached)}
    found = [
        Milestone(
            one.entry,
            one.what,
            moved.get(one.entry, one.due),
            one.due,
            one.fen,
            reached.get(one.entry),
        )
        for one in case.events(MilestonePlanned)
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.planned)))


def milestone_of(case: Project, key: str) -> Milestone:
    """One of them, or a refusal (`unknown-milestone`)."""
    found = next((one for one in milestones_of(case) if one.id == key), None)
    if found is None:
        raise RuleViolation("unknown-milestone", milestone=key)
    return found


def unplanned_steps(case: Project) -> tuple[Step, ...]:
    """The steps of the last proposal that no milestone is called after, as a milestone would be called."""
    proposal = proposals_of(case).current
    planned = {one.what for one in milestones_of(case)}
    steps = proposal.steps if proposal else ()
    named = (msgspec.structs.replace(one, what=_short(one.what)) for one in steps)
    return tuple(one for one in named if one.what not in planned)


def _short(text: str) -> str:
    """A step on one line, cut where it is longer than a milestone may be."""
    return " ".join(text.split())[:MOST_LINE]


def plan(case: Project, command: PlanMilestone) -> Iterable[Event]:
    """Also before anything was granted: a proposal may bring them along."""
    case.expect_going()
    yield MilestonePlanned(
        entry=case.new_entry(command.entry),
        what=line(command.what, "what", required=True),
        due=command.due,
        fen=money("fen", command.fen, 0),
    )


def reach(case: Project, command: ReachMilestone) -> Iterable[Event]:
    """Once, and only of a project that money was granted for."""
    case.expect_going()
    case.expect_granted()
    found = _unreached(case, command.milestone)
    yield MilestoneReached(
        entry=case.new_entry(command.entry),
        milestone=found.id,
        on=command.on,
        text=clean_text(command.text, "text", required=False),
        attached=clean_files(command.attached),
    )


def move(case: Project, command: MoveMilestone) -> Iterable[Event]:
    """To another day than before, with the reason."""
    case.expect_going()
    found = _unreached(case, command.milestone)
    if command.due == found.due:
        raise RuleViolation("due-the-same", due=found.due.isoformat())
    yield MilestoneMoved(
        entry=case.new_entry(command.entry),
        milestone=found.id,
        due=command.due,
        old=found.due,
        reason=clean_text(command.reason, "reason"),
    )


def _unreached(case: Project, key: str) -> Milestone:
    found = milestone_of(case, key)
    if found.reached is not None:
        raise RuleViolation("milestone-reached", what=found.what, on=found.reached.isoformat())
    return found


DECIDES = {PlanMilestone: plan, ReachMilestone: reach, MoveMilestone: move}
APPLIES = dict.fromkeys((MilestonePlanned, MilestoneReached, MilestoneMoved))
