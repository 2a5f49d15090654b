"""Screening (初审) and visits (走访): whether a proposal goes to the selection, what residents say there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import SAID_BY, Entry, line
from facilitator.rounds.measures import people
from facilitator.rounds.project import Papered, Project, ProjectCommand
from facilitator.rounds.proposal import proposals_of


class Verdict(StrEnum):
    """What the screening says."""

    ADMITTED = "admitted"  # 通过初审
    SEND_BACK = "send-back"  # 退回修改
    REFUSED = "refused"  # 未通过


class ScreenProposal(ProjectCommand, frozen=True, kw_only=True, tag="project.screen"):
    """The proposal as it is now is looked at before the selection; anything but "admitted" has its reason."""

    entry: str
    verdict: Verdict
    on: date
    by: str = msgspec.field(default="", name=SAID_BY)
    text: str = ""


class VisitProject(ProjectCommand, frozen=True, kw_only=True, tag="project.visit"):
    """Somebody goes there and talks the proposal over, also with residents."""

    entry: str
    on: date
    by: str = msgspec.field(default="", name=SAID_BY)
    residents: int = 0
    text: str = ""
    residents_said: str = ""
    attached: tuple[Attached, ...] = ()


class ProposalScreened(Entry, frozen=True, kw_only=True, tag="project.screened"):
    """`proposal` is the entry of the revision that was looked at."""

    proposal: str
    verdict: Verdict
    on: date
    by: str = ""
    text: str = ""


class ProjectVisited(Papered, frozen=True, kw_only=True, tag="project.visited"):
    on: date
    by: str = ""
    residents: int = 0
    text: str = ""
    residents_said: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """What was said of the proposals, oldest first."""

    screened: tuple[ProposalScreened, ...]
    visits: tuple[ProjectVisited, ...]
    current: ProposalScreened | None
    """What counts: the last word, unless a proposal that it sent back or refused was revised since."""
    revised: bool
    """Whether the proposal was revised after it had been admitted."""

    @property
    def verdict(self) -> Verdict | None:
        """What counts, or None while the proposal waits for it."""
        return self.current.verdict if self.current else None


def screening_of(case: Project) -> Screening:
    """How the proposal was screened; words about a revision that was struck do not count."""
    proposals = proposals_of(case)
    there = {one.entry for one in proposals.all}
    screened = tuple(one for one in case.events(ProposalScreened) if one.proposal in there)
    last = screened[-1] if screened else None
    revised = last is not None and last.proposal != proposals.all[-1].entry
    stands = last if last and (not revised or last.verdict is Verdict.ADMITTED) else None
    return Screening(
        screened=screened,
        visits=tuple(case.events(ProjectVisited)),
        current=stands,
        revised=revised and stands is not None,
    )


def screen(case: Project, command: ScreenProposal) -> Iterable[Event]:
    """What was handed in; a later word may be another one, as long as nothing was granted."""
    case.expect_going()
    proposals = proposals_of(case)
    if proposals.current is None or proposals.withdrawn is not None:
        raise RuleViolation("no-proposal", project=case.number)
    if case.granted_fen:
        raise RuleViolation("already-granted", project=case.number)
    needed = command.verdict is not Verdict.ADMITTED
    yield ProposalScreened(
        entry=case.new_entry(command.entry),
        proposal=proposals.current.entry,
        verdict=command.verdict,
        on=command.on,
        by=line(command.by, "by"),
        text=clean_text(command.text, "text", required=needed),
    )


def visit(case: Project, command: VisitProject) -> Iterable[Event]:
    """At any time before the project has ended; what residents said stands apart."""
    case.expect_going()
    yield ProjectVisited(
        entry=case.new_entry(command.entry),
        on=command.on,
        by=line(command.by, "by"),
        residents=people("residents", command.residents),
        text=clean_text(command.text, "text", required=False),
        residents_said=clean_text(command.residents_said, "residents_said", required=False),
        attached=clean_files(command.attached),
    )


DECIDES = {ScreenProposal: screen, VisitProject: visit}
APPLIES = dict.fromkeys((ProposalScreened, ProjectVisited))
