"""How a project ends (结项), and the look twelve months later (回看).

In the sources' garden the team had dissolved and nobody kept the site a year after it was made (source S0).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import SAID_BY, line
from facilitator.rounds.measures import months_after, people
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.project import (
    Outcome,
    Papered,
    Project,
    ProjectClosed,
    ProjectCommand,
    ProjectReopened,
)
from facilitator.rounds.spending import expect_funded, spendings_of

GIVEN_UP = (Outcome.ABANDONED, Outcome.NEVER_STARTED)
"""There is nothing to look back on."""
EARLY_DAYS = 31
"""A look so many days before its day is that look."""


class Alive(StrEnum):
    """What is left of it when somebody looks again."""

    ALIVE = "alive"  # 还在
    WEAK = "weak"  # 勉强维持
    GONE = "gone"  # 没了


class CloseProject(ProjectCommand, frozen=True, kw_only=True, tag="project.close"):
    """The project ends and is reported on. Whatever is not simply done has its reason."""

    entry: str
    outcome: Outcome
    on: date
    text: str = ""
    reason: str = ""
    people_served: int = 0
    figures: str = ""
    kept_by: str = ""
    attached: tuple[Attached, ...] = ()


class ReopenProject(ProjectCommand, frozen=True, kw_only=True, tag="project.reopen"):
    """It had not ended after all."""

    reason: str


class LookBack(ProjectCommand, frozen=True, kw_only=True, tag="project.look-back"):
    """Somebody looks what is left of it, long after its end; `kept_by` is who keeps it up now."""

    entry: str
    on: date
    state: Alive
    by: str = msgspec.field(default="", name=SAID_BY)
    kept_by: str = ""
    text: str = ""
    attached: tuple[Attached, ...] = ()


class LookedBack(Papered, frozen=True, kw_only=True, tag="project.looked-back"):
    on: date
    state: Alive
    by: str = ""
    kept_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended and what was left of it; `closed` is None while it goes on."""

    closed: ProjectClosed | None
    looks: tuple[LookedBack, ...]
    """By day."""
    look_due: date | None
    """When it is to be looked at again, as the round says; None for what was given up or goes on."""

    @property
    def look(self) -> LookedBack | None:
        """The look that was due; one a few weeks early is that one."""
        if self.look_due is None:
            return None
        late = [one for one in self.looks if (self.look_due - one.on).days <= EARLY_DAYS]
        return late[-1] if late else None


def ending_of(case: Project) -> Ending:
    """How a project ended; looks taken before it was reopened stay among them."""
    closed = case.closing
    looks = tuple(sorted(case.events(LookedBack), key=lambda one: one.on))
    due = None
    if closed is not None and closed.outcome not in GIVEN_UP:
        due = months_after(closed.on, case.round.plan.look_back_months)
    return Ending(closed, looks, due)


def close(case: Project, command: CloseProject) -> Iterable[Event]:
    """Money was granted for it; what never started has reached and spent nothing."""
    case.expect_going()
    expect_funded(case)
    reached = any(one.reached for one in milestones_of(case))
    if command.outcome is Outcome.NEVER_STARTED and (reached or spendings_of(case)):
        raise RuleViolation("has-started", project=case.number)
    done = command.outcome is Outcome.DONE
    yield ProjectClosed(
        entry=case.new_entry(command.entry),
        outcome=command.outcome,
        on=command.on,
        text=clean_text(command.text, "text", required=done),
        reason=clean_text(command.reason, "reason", required=not done),
        people_served=people("people_served", command.people_served),
        figures=clean_text(command.figures, "figures", required=False),
        kept_by=line(command.kept_by, "kept_by"),
        attached=clean_files(command.attached),
    )


def reopen(case: Project, command: ReopenProject) -> Iterable[Event]:
    """Only what has ended."""
    if case.project and case.closing is None:
        raise RuleViolation("project-open", title=case.title)
    yield ProjectReopened(reason=clean_text(command.reason, "reason"))


def look_back(case: Project, command: LookBack) -> Iterable[Event]:
    """At what has ended, not before that; whoever finds little left says what they saw."""
    closed = case.project and case.closing
    if closed is None:
        raise RuleViolation("project-open", title=case.title)
    if command.on < closed.on:
        raise RuleViolation(
            "dates-order", first=closed.on.isoformat(), second=command.on.isoformat()
        )
    yield LookedBack(
        entry=case.new_entry(command.entry),
        on=command.on,
        state=command.state,
        by=line(command.by, "by"),
        kept_by=line(command.kept_by, "kept_by"),
        text=clean_text(command.text, "text", required=command.state is not Alive.ALIVE),
        attached=clean_files(command.attached),
    )


DECIDES = {CloseProject: close, ReopenProject: reopen, LookBack: look_back}
APPLIES = dict.fromkeys((LookedBack,))
