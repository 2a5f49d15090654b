"""Monitoring visits (督导走访) and how satisfied residents are (满意度评估)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import SAID_BY, line
from facilitator.rounds.measures import people
from facilitator.rounds.project import Papered, Project, ProjectCommand
from facilitator.rounds.spending import expect_funded


class Progress(StrEnum):
    """How far it is, as whoever visits it sees it."""

    NOT_STARTED = "not-started"  # 未开始
    ON_TRACK = "on-track"  # 正常
    BEHIND = "behind"  # 滞后
    STUCK = "stuck"  # 停滞


class MonitorProject(ProjectCommand, frozen=True, kw_only=True, tag="project.monitor"):
    """Whoever pays goes and looks; what residents say stands beside it, with how many said it."""

    entry: str
    on: date
    state: Progress
    by: str = msgspec.field(default="", name=SAID_BY)
    text: str = ""
    residents: int = 0
    residents_said: str = ""
    attached: tuple[Attached, ...] = ()


class AssessSatisfaction(ProjectCommand, frozen=True, kw_only=True, tag="project.assess"):
    """Residents say how satisfied they are: how many of those who were asked say what."""

    entry: str
    on: date
    very_satisfied: int = 0
    satisfied: int = 0
    neutral: int = 0
    dissatisfied: int = 0
    very_dissatisfied: int = 0
    how: str = ""
    """How they were asked."""
    text: str = ""
    attached: tuple[Attached, ...] = ()


class ProjectMonitored(Papered, frozen=True, kw_only=True, tag="project.monitored"):
    on: date
    state: Progress
    by: str = ""
    text: str = ""
    residents: int = 0
    residents_said: str = ""


class SatisfactionAssessed(Papered, frozen=True, kw_only=True, tag="project.assessed"):
    on: date
    very_satisfied: int = 0
    satisfied: int = 0
    neutral: int = 0
    dissatisfied: int = 0
    very_dissatisfied: int = 0
    how: str = ""
    text: str = ""

    @property
    def people(self) -> int:
        """How many said something."""
        return sum(getattr(self, field) for field in ANSWERS)

    @property
    def content(self) -> Fraction:
        """Which part of them is satisfied or very satisfied, exactly; of nobody none."""
        return Fraction(self.very_satisfied + self.satisfied, self.people or 1)


ANSWERS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
"""The five answers, the best first."""


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Visits and assessments, each by day."""

    visits: tuple[ProjectMonitored, ...]
    assessments: tuple[SatisfactionAssessed, ...]

    @property
    def state(self) -> Progress | None:
        """What the last visit found; None before the first."""
        return self.visits[-1].state if self.visits else None

    @property
    def satisfaction(self) -> SatisfactionAssessed | None:
        """What residents said last."""
        return self.assessments[-1] if self.assessments else None


def monitoring_of(case: Project) -> Monitoring:
    """What was seen and said while the project was carried out."""
    return Monitoring(
        tuple(sorted(case.events(ProjectMonitored), key=lambda one: one.on)),
        tuple(sorted(case.events(SatisfactionAssessed), key=lambda one: one.on)),
    )


def monitor(case: Project, command: MonitorProject) -> Iterable[Event]:
    """Of a project that money was granted for; whoever finds it behind says what they saw."""
    case.expect_going()
    expect_funded(case)
    yield ProjectMonitored(
        entry=case.new_entry(command.entry),
        on=command.on,
        state=command.state,
        by=line(command.by, "by"),
        text=clean_text(command.text, "text", required=command.state is not Progress.ON_TRACK),
        residents=people("residents", command.residents),
        residents_said=clean_text(command.residents_said, "residents_said", required=False),
        attached=clean_files(command.attached),
    )


def assess(case: Project, command: AssessSatisfaction) -> Iterable[Event]:
    """Somebody was asked; also after the end."""
    expect_funded(case)
    counts = {field: people(field, getattr(command, field)) for field in ANSWERS}
    if not sum(counts.values()):
        raise RuleViolation("nobody-asked")
    yield SatisfactionAssessed(
        entry=case.new_entry(command.entry),
        on=command.on,
        **counts,
        how=line(command.how, "how"),
        text=clean_text(command.text, "text", required=False),
        attached=clean_files(command.attached),
    )


DECIDES = {MonitorProject: monitor, AssessSatisfaction: assess}
APPLIES = dict.fromkeys((ProjectMonitored, SatisfactionAssessed))
