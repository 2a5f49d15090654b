"""What the sources' failures teach to look at: each concern a code and its facts, found in one place.

Nothing here stands in the way of anything: a concern is said on screen and paper, and people decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from typing import Any

from facilitator.data import dataclass
from facilitator.rounds.ending import GIVEN_UP, ending_of
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.monitoring import monitoring_of
from facilitator.rounds.needs import Invitation, Needs, Source, needs_of
from facilitator.rounds.outside import FunderKind, Grant, RoundView
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import ProposalSubmitted, proposals_of
from facilitator.rounds.results import grants_of, view_of
from facilitator.rounds.round import Round
from facilitator.rounds.screening import screening_of
from facilitator.rounds.spending import money_of
from facilitator.rounds.standing import Standing, standing_of
from facilitator.rounds.team import MemberKind, present, team_of

FEW = 10
"""Fewer residents than that were seldom exceeded in Qingyuan, and spoke for thousands (source S2)."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at: `facts` are plain data for a sentence."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


def concerns(case: Project, today: date) -> tuple[Concern, ...]:
    """Everything there is to look at in a project on a day, in the order of its way."""
    standing = standing_of(case)
    return (*lasting(case, standing), *timed(standing, today))


def lasting(case: Project, standing: Standing | None = None) -> tuple[Concern, ...]:
    """The concerns that do not depend on the day; `standing` is how the project stands, if that is known."""
    standing = standing or standing_of(case)
    proposals, needs = proposals_of(case), needs_of(case)
    found = list(_needs(needs))
    if proposals.current is not None and proposals.first is not None:
        found += _evidence(needs, proposals.first)
        found += _proposal(case, proposals.current)
    grant = case.round.grant(case.number)
    if grant is not None and grant.fen:
        found += _grant(case, standing, grant)
    elif standing.money.paid or standing.money.spent:  # a grant that fell after money had moved
        found += _money(case, 0)
    return tuple(found)


def timed(standing: Standing, today: date) -> Iterator[Concern]:
    """What is late on a day; `overdue_on` says from which day on each of them is."""
    for code, day in waiting(standing):
        if today > day:
            facts = {"due": day.isoformat(), "days": (today - day).days}
            yield Concern(code, facts)


def waiting(standing: Standing) -> Iterator[tuple[str, date]]:
    """Concerns that come by themselves: each with the last day on which it is none."""
    if standing.milestone_due is not None:
        yield "milestone-overdue", standing.milestone_due
    if standing.not_started_from is not None:
        yield "not-started", standing.not_started_from
    if standing.look_due is not None:
        yield "look-back-overdue", standing.look_due


def round_concerns(case: Round, taken_back: Iterable[str] = ()) -> tuple[Concern, ...]:
    """What there is to look at in the round itself: its funders, and whether its grants fit its money.

    `taken_back` are titles of meetings whose result the round took over and which announce it no more.
    """
    view, grants = view_of(case), grants_of(case)
    granted = sum(one.fen for one in grants.values())
    found = list(_funders(view))
    if granted > view.budget_fen:
        found.append(
            Concern("granted-above-budget", {"granted": granted, "budget": view.budget_fen})
        )
    by_hand = sorted(one.project for one in grants.values() if one.by_hand and one.fen)
    if by_hand:
        found.append(Concern("granted-by-hand", {"projects": by_hand, "count": len(by_hand)}))
    for project, shares in view.shares:
        fen = grants[project].fen if project in grants else 0
        total = sum(one.fen for one in shares)
        if total != fen:
            facts = {"project": project, "shares": total, "granted": fen}
            found.append(Concern("split-outdated", facts))
    found += [Concern("result-taken-back", {"meeting": title}) for title in taken_back]
    return tuple(found)


def _needs(needs: Needs) -> Iterator[Concern]:
    if not needs.asked:
        yield Concern("nobody-asked")
        return
    if needs.people < FEW:
        yield Concern("few-asked", {"people": needs.people, "least": FEW})
    unknown = sum(one.invitation_unknown for one in needs.asked if one.source is Source.MEETING)
    if unknown:
        yield Concern("inviter-unknown", {"people": unknown})
    if needs.invited().get(Invitation.COMMITTEE, 0) == needs.people:
        yield Concern("hand-picked", {"people": needs.people})
    for one in needs.asked:
        if one.source is Source.MEETING and not needs.announced_before(one):
            yield Concern("meeting-unannounced", {"entry": one.entry, "on": one.on.isoformat()})
    if needs.unranked:
        yield Concern("needs-unranked", {"count": len(needs.unranked)})


def _evidence(needs: Needs, first: ProposalSubmitted) -> Iterator[Concern]:
    """Residents are asked before anything is written; what was asked later is said to have been later."""
    drafted = first.drafted_on
    late = [one for one in needs.asked if one.on > drafted]
    if late:
        facts: dict[str, Any] = {
            "drafted": drafted.isoformat(),
            "asked": late[0].on.isoformat(),
            "count": len(late),
            "all": len(late) == len(needs.asked),
        }
        yield Concern("evidence-after-draft", facts)


def _proposal(case: Project, proposal: ProposalSubmitted) -> Iterator[Concern]:
    noted = {one.entry for one in needs_of(case).needs}
    if noted.isdisjoint(proposal.needs):  # also when those it rests on were struck since
        yield Concern("no-need-named")
    if not proposal.risks:
        yield Concern("no-risks")
    if not proposal.upkeep:
        yield Concern("no-upkeep")
    budget = case.round.budget_fen
    if budget and proposal.asked_fen > budget:
        yield Concern("above-budget", {"asked": proposal.asked_fen, "budget": budget})
    if screening_of(case).revised and not case.granted_fen:
        yield Concern("revised-after-screening")


def _grant(case: Project, standing: Standing, grant: Grant) -> Iterator[Concern]:
    if grant.by_hand:
        yield Concern("granted-by-hand", {"by": grant.by, "on": grant.on.isoformat()})
    if standing.outcome not in GIVEN_UP:
        yield from _team(case, going=standing.outcome is None)
    yield from _money(case, grant.fen)
    yield from _ending(case)


def _team(case: Project, *, going: bool) -> Iterator[Concern]:
    """Not while a team is still being looked for; of a project that has ended, everybody who was in it."""
    members = present(case) if going else team_of(case)
    if not members and not milestones_of(case) and not money_of(case).paid:
        return
    kinds = {one.kind for one in members}
    if MemberKind.RESIDENT not in kinds:
        yield Concern("team-without-residents", {"people": len(members)})
    if MemberKind.STAFF not in kinds:
        yield Concern("team-without-staff", {"people": len(members)})
    untrained = sum(not one.trained for one in members)
    if untrained:
        yield Concern("untrained", {"count": untrained, "people": len(members)})


def _money(case: Project, granted: int) -> Iterator[Concern]:
    money = money_of(case)
    if money.unproved_count:
        yield Concern("receipts-missing", {"count": money.unproved_count, "fen": money.unproved})
    if money.spent > granted:
        yield Concern("overspent", {"spent": money.spent, "granted": granted})
    if money.paid - money.returned > granted:  # a corrected result grants less than was paid
        yield Concern("paid-above-grant", {"paid": money.paid, "granted": granted})
    bound = sum(one.fen for one in milestones_of(case))
    if bound > granted > 0:
        yield Concern("instalments-above-grant", {"planned": bound, "granted": granted})


def _ending(case: Project) -> Iterator[Concern]:
    closed = ending_of(case).closed
    if closed is None or closed.outcome in GIVEN_UP:
        return
    contract = any(
        one.kind is FunderKind.SERVICE_CONTRACT or one.residents_evaluate
        for one in case.round.payers(case.number)
    )
    if contract and monitoring_of(case).satisfaction is None:
        yield Concern("satisfaction-missing")
    if not closed.kept_by:
        yield Concern("nobody-keeps-it")


def _funders(view: RoundView) -> Iterator[Concern]:
    for one in view.funders:
        if not one.residents_decide:
            yield Concern("residents-not-deciding", {"name": one.name, "kind": one.kind.value})
        if not one.residents_evaluate:
            yield Concern("residents-not-evaluating", {"name": one.name, "kind": one.kind.value})
