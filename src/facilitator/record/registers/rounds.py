"""Registers of rounds: who takes part, who pays, what was granted.

They are written anew from the round's own entries with each of its events, and so is how each of its projects
stands: it does not matter in which order histories arrive.
"""

from __future__ import annotations

from typing import Any

import msgspec

from facilitator.acts import Event, Recorded
from facilitator.followup.case import Entry
from facilitator.record import threads
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.projects import restand
from facilitator.record.registers.rows import day, put
from facilitator.rounds import funders, results, round
from facilitator.rounds.outside import RoundView
from facilitator.rounds.results import grants_of, view_of
from facilitator.rounds.round import Round, RoundClosed

ROUND = Table(
    "project_round",
    {
        "round": str,
        "body": str,
        "title": str,
        "host": str,
        "period": str,
        "opened_at": str,
        "needs_by": str,
        "proposals_by": str,
        "selection_on": str,
        "look_back_months": int,
        "budget_fen": int,
        "granted_fen": int,
        "closed_at": str,
        "closing": str,
    },
    ("round",),
    optional=frozenset({"needs_by", "proposals_by", "selection_on", "closed_at", "closing"}),
    indexes=(("opened_at",), ("body", "opened_at")),
)
ENTRY = Table(
    "project_round_entry",
    {
        "round": str,
        "version": int,
        "entry": str,
        "kind": str,
        "at": str,
        "actor": str,
        "body": str,
        "struck": str,
    },
    ("round", "version"),
    optional=frozenset({"struck"}),
)
PLACE = Table(
    "project_round_place",
    {"round": str, "place": int, "name": str, "body": str},
    ("round", "place"),
)
FUNDER = Table(
    "project_round_funder",
    {
        "round": str,
        "funder": str,
        "position": int,
        "kind": str,
        "name": str,
        "fen": int,
        "contract": str,
        "residents_decide": int,
        "residents_evaluate": int,
        "contract_closed_at": str,
    },
    ("round", "funder"),
    optional=frozenset({"contract_closed_at"}),
)
GRANT = Table(
    "project_round_grant",
    {
        "round": str,
        "project": str,
        "fen": int,
        "asked_fen": int,
        "verdict": str,
        "reason": str,
        "granted_on": str,
        "meeting": str,
        "said_by": str,
    },
    ("round", "project"),
)
SHARE = Table(
    "project_round_share",
    {"round": str, "project": str, "funder": str, "fen": int},
    ("round", "project", "funder"),
)


def entered(db: Handle, name: str, event: Event, recorded: Recorded) -> None:
    """Whatever happens to a round: kept as it was said, and everything that follows from it anew."""

    def ask(question: str, *values: object) -> list[tuple[Any, ...]]:
        return db.execute(question, values).fetchall()

    before = threads.view(ask, name)
    put(
        db,
        ENTRY,
        round=name,
        version=recorded.version,
        entry=event.entry if isinstance(event, Entry) else "",
        kind=str(type(event).__struct_config__.tag),
        at=recorded.at.isoformat(),
        actor=recorded.actor,
        body=msgspec.json.encode(event).decode(),
        struck=None,
    )
    if isinstance(event, round.RoundEntryStruck):
        db.execute(
            "UPDATE project_round_entry SET struck = ? WHERE round = ? AND entry = ?",
            (event.reason, name, event.entry),
        )
    case = threads.round_of(ask, name)
    assert case is not None
    _put(db, case)
    after = view_of(case)
    for (project,) in ask("SELECT DISTINCT project FROM project_entry WHERE round = ?", name):
        if before is None or _differs(before, after, project):
            restand(db, threads.project_of(ask, name, project, after))


def _differs(before: RoundView, after: RoundView, project: str) -> bool:
    """Whether a project stands otherwise after something happened to its round."""
    return (
        before.plan != after.plan
        or before.open != after.open
        or before.funders != after.funders
        or before.grant(project) != after.grant(project)
        or before.payers(project) != after.payers(project)
    )


def _put(db: Handle, case: Round) -> None:
    for table in (PLACE, FUNDER, GRANT, SHARE):
        db.execute(f"DELETE FROM {table.name} WHERE round = ?", (case.id,))
    grants = grants_of(case)
    closing = case.closed.event if case.closed else None
    begun = case.round
    put(
        db,
        ROUND,
        round=case.id,
        body=begun.body,
        title=begun.title,
        host=begun.host,
        period=begun.period,
        opened_at=case.chronicle[0].at.isoformat(),
        needs_by=day(case.plan.needs_by),
        proposals_by=day(case.plan.proposals_by),
        selection_on=day(case.plan.selection_on),
        look_back_months=case.plan.look_back_months,
        budget_fen=case.budget_fen,
        granted_fen=sum(one.fen for one in grants.values()),
        closed_at=case.closed.at.isoformat() if case.closed else None,
        closing=closing.text if isinstance(closing, RoundClosed) else None,
    )
    for place in case.places.values():
        put(db, PLACE, round=case.id, place=place.no, name=place.name, body=place.body)
    _funders(db, case)
    for one in grants.values():
        put(
            db,
            GRANT,
            round=case.id,
            project=one.project,
            fen=one.fen,
            asked_fen=one.asked,
            verdict=one.verdict,
            reason=one.reason,
            granted_on=one.on.isoformat(),
            meeting=one.meeting,
            said_by=one.by,
        )


def _funders(db: Handle, case: Round) -> None:
    for position, one in enumerate(case.funders.values(), 1):
        closed = case.contracts.get(one.id)
        put(
            db,
            FUNDER,
            round=case.id,
            funder=one.id,
            position=position,
            kind=one.kind.value,
            name=one.name,
            fen=one.fen,
            contract=one.contract,
            residents_decide=int(one.residents_decide),
            residents_evaluate=int(one.residents_evaluate),
            contract_closed_at=closed.at.isoformat() if closed else None,
        )
    for project, shares in case.shares.items():
        for share in shares:
            put(db, SHARE, round=case.id, project=project, funder=share.funder, fen=share.fen)


TABLES = (ROUND, ENTRY, PLACE, FUNDER, GRANT, SHARE)
WRITERS = dict.fromkeys((*round.APPLIES, *funders.APPLIES, *results.APPLIES), entered)
