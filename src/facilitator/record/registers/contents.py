"""Registers of what is in projects: whom was asked, needs, proposals, team, milestones, money, visits, ends.

Each table holds what counts now, of one project after another; a table is written anew when an event of its
kinds comes, and all of them when something is struck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from facilitator.acts import Event
from facilitator.data import dataclass
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.inside import (
    ASKED,
    ASSESSMENT,
    INVITED,
    LINE,
    LOOK,
    MILESTONE,
    MONEY,
    NEED,
    OUTCOME,
    PROPOSAL,
    RISK,
    STEP,
    TEAM,
    VISIT,
)
from facilitator.record.registers.rows import day, put
from facilitator.rounds.ending import LookedBack
from facilitator.rounds.milestones import (
    MilestoneMoved,
    MilestonePlanned,
    MilestoneReached,
    milestones_of,
)
from facilitator.rounds.monitoring import (
    ANSWERS,
    ProjectMonitored,
    SatisfactionAssessed,
)
from facilitator.rounds.needs import NeedNoted, NeedsRanked, ResidentsAsked, needs_of
from facilitator.rounds.project import (
    Project,
    ProjectClosed,
    ProjectEntryStruck,
    ProjectReopened,
)
from facilitator.rounds.proposal import ProposalSubmitted, ProposalWithdrawn, proposals_of
from facilitator.rounds.screening import ProjectVisited, ProposalScreened, screening_of
from facilitator.rounds.spending import (
    InstalmentPaid,
    MoneyReturned,
    MoneySpent,
    ReceiptAdded,
    spendings_of,
)
from facilitator.rounds.team import RoleChanged, TeamJoined, TeamLeft, TeamTrained, team_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """A table, the events that change it, and its rows of one project."""

    table: Table
    kinds: tuple[type[Event], ...]
    rows: Callable[[Project], Iterator[Row]]


def _asked(case: Project) -> Iterator[Row]:
    for one in case.events(ResidentsAsked):
        yield {
            "entry": one.entry,
            "source": one.source.value,
            "asked_on": one.on.isoformat(),
            "people": one.people,
            "announced_on": day(one.announced_on),
            "told": one.text,
        }


def _invited(case: Project) -> Iterator[Row]:
    for one in case.events(ResidentsAsked):
        for told in one.invited:
            yield {"entry": one.entry, "invitation": told.how.value, "people": told.people}


def _needs(case: Project) -> Iterator[Row]:
    found = needs_of(case)
    ranks = found.ranks
    for one in found.needs:
        yield {
            "entry": one.entry,
            "place": ranks.get(one.entry),
            "need": one.text,
            "named_by": one.named_by,
        }


def _proposals(case: Project) -> Iterator[Row]:
    found = proposals_of(case)
    said = {one.proposal: one for one in screening_of(case).screened}
    for revision, recorded in enumerate(found.revisions, 1):
        one = recorded.event
        assert isinstance(one, ProposalSubmitted)
        verdict = said.get(one.entry)
        last = revision == len(found.revisions)
        yield {
            "entry": one.entry,
            "revision": revision,
            "title": one.title,
            "drafted_on": one.drafted_on.isoformat(),
            "goals": "\n".join(one.goals),
            "asked_fen": one.asked_fen,
            "own_fen": one.own_fen,
            "upkeep": one.upkeep,
            "because": one.because,
            "submitted_at": recorded.at.isoformat(),
            "verdict": verdict and verdict.verdict.value,
            "verdict_text": verdict and verdict.text,
            "withdrawn": found.withdrawn.reason if last and found.withdrawn else None,
        }


def _lines(case: Project) -> Iterator[Row]:
    for proposal in proposals_of(case).all:
        for position, one in enumerate(proposal.budget, 1):
            yield {
                "proposal": proposal.entry,
                "position": position,
                "what": one.what,
                "fen": one.fen,
                "reckoned": one.how,
                "own": None,
            }
        for position, own in enumerate(proposal.own, len(proposal.budget) + 1):
            yield {
                "proposal": proposal.entry,
                "position": position,
                "what": own.what,
                "fen": own.fen,
                "reckoned": "",
                "own": own.kind.value,
            }


def _steps(case: Project) -> Iterator[Row]:
    for proposal in proposals_of(case).all:
        for position, one in enumerate(proposal.steps, 1):
            yield {
                "proposal": proposal.entry,
                "position": position,
                "what": one.what,
                "who": one.who,
                "due": day(one.by),
            }


def _risks(case: Project) -> Iterator[Row]:
    for proposal in proposals_of(case).all:
        for position, one in enumerate(proposal.risks, 1):
            yield {
                "proposal": proposal.entry,
                "position": position,
                "what": one.what,
                "answer": one.answer,
                "who": one.who,
            }


def _team(case: Project) -> Iterator[Row]:
    """Names stand in `person` alone, from where they can be erased."""
    for one in team_of(case):
        yield {
            "member": one.id,
            "kind": one.kind.value,
            "role": one.role,
            "since": one.since.isoformat(),
            "left_on": day(one.left),
            "left_reason": one.why_left,
            "trainings": len(one.trained),
        }


def _milestones(case: Project) -> Iterator[Row]:
    for one in milestones_of(case):
        yield {
            "milestone": one.id,
            "what": one.what,
            "due": one.due.isoformat(),
            "first_due": one.planned.isoformat(),
            "fen": one.fen,
            "reached_on": day(one.reached),
        }


def _money(case: Project) -> Iterator[Row]:
    nothing: Row = {"what": "", "receipt": "", "milestone": "", "line": "", "own": 0}
    for paid in case.events(InstalmentPaid):
        yield nothing | {
            "entry": paid.entry,
            "kind": "paid",
            "fen": paid.fen,
            "moved_on": paid.on.isoformat(),
            "receipt": paid.receipt,
            "proved": int(bool(paid.receipt or paid.attached)),
            "milestone": paid.milestone,
        }
    for spent in spendings_of(case):
        yield nothing | {
            "entry": spent.id,
            "kind": "spent",
            "what": spent.what,
            "fen": spent.fen,
            "moved_on": spent.on.isoformat(),
            "receipt": "\n".join(spent.receipts),
            "proved": int(spent.proved),
            "line": spent.line,
            "own": int(spent.own),
        }
    for back in case.events(MoneyReturned):
        yield nothing | {
            "entry": back.entry,
            "kind": "returned",
            "what": back.reason,
            "fen": back.fen,
            "moved_on": back.on.isoformat(),
            "proved": int(bool(back.attached)),
        }


def _visits(case: Project) -> Iterator[Row]:
    for kind, visits in (("visit", ProjectVisited), ("monitoring", ProjectMonitored)):
        for one in case.events(visits):
            state = one.state.value if isinstance(one, ProjectMonitored) else None
            yield {
                "entry": one.entry,
                "kind": kind,
                "visited_on": one.on.isoformat(),
                "state": state,
                "said_by": one.by,
                "told": one.text,
                "residents": one.residents,
                "residents_said": one.residents_said,
            }


def _assessments(case: Project) -> Iterator[Row]:
    for one in case.events(SatisfactionAssessed):
        counts = {field: getattr(one, field) for field in ANSWERS}
        yield {
            "entry": one.entry,
            "assessed_on": one.on.isoformat(),
            **counts,
            "how": one.how,
            "told": one.text,
        }


def _outcome(case: Project) -> Iterator[Row]:
    one = case.closing
    if one is not None:
        yield {
            "outcome": one.outcome.value,
            "closed_on": one.on.isoformat(),
            "told": one.text,
            "reason": one.reason,
            "people_served": one.people_served,
            "figures": one.figures,
            "kept_by": one.kept_by,
        }


def _looks(case: Project) -> Iterator[Row]:
    for one in case.events(LookedBack):
        yield {
            "entry": one.entry,
            "looked_on": one.on.isoformat(),
            "state": one.state.value,
            "said_by": one.by,
            "kept_by": one.kept_by,
            "told": one.text,
        }


def write(db: Handle, case: Project, kind: type[Event]) -> None:
    """Write anew what an event of this kind changes."""
    for one in CONTENTS:
        if kind is not ProjectEntryStruck and kind not in one.kinds:
            continue
        key = (case.round_id, case.number)
        db.execute(f"DELETE FROM {one.table.name} WHERE round = ? AND project = ?", key)
        for row in one.rows(case):
            put(db, one.table, round=case.round_id, project=case.number, **row)


_PROPOSED = (ProposalSubmitted,)
CONTENTS = (
    Content(ASKED, (ResidentsAsked,), _asked),
    Content(INVITED, (ResidentsAsked,), _invited),
    Content(NEED, (NeedNoted, NeedsRanked), _needs),
    Content(PROPOSAL, (ProposalSubmitted, ProposalWithdrawn, ProposalScreened), _proposals),
    Content(LINE, _PROPOSED, _lines),
    Content(STEP, _PROPOSED, _steps),
    Content(RISK, _PROPOSED, _risks),
    Content(TEAM, (TeamJoined, RoleChanged, TeamLeft, TeamTrained), _team),
    Content(MILESTONE, (MilestonePlanned, MilestoneReached, MilestoneMoved), _milestones),
    Content(MONEY, (InstalmentPaid, MoneySpent, ReceiptAdded, MoneyReturned), _money),
    Content(VISIT, (ProjectVisited, ProjectMonitored), _visits),
    Content(ASSESSMENT, (SatisfactionAssessed,), _assessments),
    Content(OUTCOME, (ProjectClosed, ProjectReopened), _outcome),
    Content(LOOK, (LookedBack,), _looks),
)
TABLES = tuple(one.table for one in CONTENTS)
