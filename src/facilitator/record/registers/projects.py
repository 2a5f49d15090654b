"""Registers of projects: how each stands, and every entry as it was made.

How a project stands is worked out anew from all that is known of it and of its round whenever anything of
either changes, by the same pure functions that screens and papers use. What is in a project is in `contents`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from facilitator.acts import Event, Recorded
from facilitator.followup.case import Entry
from facilitator.record import threads
from facilitator.record.handle import Handle
from facilitator.record.registers import Table, contents
from facilitator.record.registers.councils import forget_person, put_person
from facilitator.record.registers.rows import day, put
from facilitator.rounds import (
    ending,
    milestones,
    monitoring,
    needs,
    project,
    proposal,
    screening,
    spending,
    team,
)
from facilitator.rounds.concerns import lasting
from facilitator.rounds.ending import GIVEN_UP
from facilitator.rounds.monitoring import monitoring_of
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import Project, ProjectEntryStruck, ProjectFileDropped
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.standing import standing_of
from facilitator.rounds.team import MemberKind, TeamJoined, TeamMemberErased, present

PROJECT = Table(
    "project",
    {
        "round": str,
        "project": str,
        "place": int,
        "title": str,
        "target": str,
        "people": int,
        "initiator": str,
        "started_at": str,
        "stage": str,
        "outcome": str,
        "deed": str,
        "next_day": str,
        "milestone_due": str,
        "not_started_from": str,
        "look_due": str,
        "asked_people": int,
        "needs": int,
        "revisions": int,
        "asked_fen": int,
        "own_fen": int,
        "granted_fen": int,
        "paid_fen": int,
        "spent_fen": int,
        "returned_fen": int,
        "unproved": int,
        "unproved_fen": int,
        "team": int,
        "residents": int,
        "assessed": int,
        "given_up": int,
        "concerns": int,
        "concern_codes": str,
    },
    ("round", "project"),
    optional=frozenset(
        {"outcome", "deed", "next_day", "milestone_due", "not_started_from", "look_due"}
    ),
    indexes=(("round", "stage"), ("next_day",)),
)
ENTRY = Table(
    "project_entry",
    {
        "round": str,
        "project": str,
        "version": int,
        "entry": str,
        "kind": str,
        "at": str,
        "actor": str,
        "body": str,
        "struck": str,
    },
    ("round", "project", "version"),
    optional=frozenset({"struck"}),
)
FILE = Table(
    "project_file",
    {
        "round": str,
        "project": str,
        "entry": str,
        "hash": str,
        "name": str,
        "size": int,
        "media": str,
        "dropped": str,
    },
    ("round", "project", "entry", "hash"),
    optional=frozenset({"dropped"}),
    indexes=(("hash",),),
)


def entered(db: Handle, name: str, event: Event, recorded: Recorded) -> None:
    """Whatever happens to a project: kept as it was said, and everything that follows from it anew."""
    round_, number = project.project_of(f"project/{name}")
    bare = msgspec.structs.replace(event, person=None) if isinstance(event, TeamJoined) else event
    put(
        db,
        ENTRY,
        round=round_,
        project=number,
        version=recorded.version,
        entry=event.entry if isinstance(event, Entry) else "",
        kind=str(type(event).__struct_config__.tag),
        at=recorded.at.isoformat(),
        actor=recorded.actor,
        body=msgspec.json.encode(bare).decode(),
        struck=None,
    )
    _kept(db, round_, number, event)

    def ask(question: str, *values: object) -> list[tuple[Any, ...]]:
        return db.execute(question, values).fetchall()

    case = threads.project_of(ask, round_, number, threads.view(ask, round_))
    contents.write(db, case, type(event))
    restand(db, case)


def _kept(db: Handle, round_: str, number: str, event: Event) -> None:
    """Its files and people, and what it takes away of earlier ones."""
    for file in getattr(event, "attached", ()):
        put(
            db,
            FILE,
            round=round_,
            project=number,
            entry=getattr(event, "entry", ""),
            hash=file.hash,
            name=file.name,
            size=file.size,
            media=file.media,
            dropped=None,
        )
    stream = project.stream_of(round_, number)
    if isinstance(event, TeamJoined):
        put_person(db, stream, event.subject, event.person)
    elif isinstance(event, TeamMemberErased):
        forget_person(db, stream, event.subject)
    elif isinstance(event, ProjectEntryStruck):
        db.execute(
            "UPDATE project_entry SET struck = ? WHERE round = ? AND project = ? AND entry = ?",
            (event.reason, round_, number, event.entry),
        )
    elif isinstance(event, ProjectFileDropped):
        db.execute(
            "UPDATE project_file SET dropped = ? WHERE round = ? AND project = ? AND hash = ?",
            (event.reason, round_, number, event.hash),
        )


def restand(db: Handle, case: Project) -> None:
    """Work out how a project stands; nothing while its round or its beginning has not arrived yet."""
    if case.outside.round is None or case.started is None or case.target is None:
        return
    stands, said = standing_of(case), case.target
    asked, members, found = needs_of(case), present(case), lasting(case, stands)
    put(
        db,
        PROJECT,
        round=case.round_id,
        project=case.number,
        place=case.started.place,
        title=said.title,
        target=said.group,
        people=said.people,
        initiator=said.initiator.value,
        started_at=case.chronicle[0].at.isoformat(),
        stage=stands.stage.value,
        outcome=stands.outcome and stands.outcome.value,
        deed=stands.deed and stands.deed.value,
        next_day=day(stands.day),
        milestone_due=day(stands.milestone_due),
        not_started_from=day(stands.not_started_from),
        look_due=day(stands.look_due),
        asked_people=asked.people,
        needs=len(asked.needs),
        revisions=len(proposals_of(case).revisions),
        asked_fen=stands.asked_fen,
        own_fen=stands.money.own,
        granted_fen=stands.money.granted,
        paid_fen=stands.money.paid,
        spent_fen=stands.money.spent,
        returned_fen=stands.money.returned,
        unproved=stands.money.unproved_count,
        unproved_fen=stands.money.unproved,
        team=len(members),
        residents=sum(one.kind is MemberKind.RESIDENT for one in members),
        assessed=int(monitoring_of(case).satisfaction is not None),
        given_up=int(stands.outcome in GIVEN_UP),
        concerns=len(found),
        concern_codes=" ".join(one.code for one in found),
    )


TABLES = (PROJECT, ENTRY, FILE, *contents.TABLES)
_PARTS = (project, needs, proposal, screening, team, milestones, spending, monitoring, ending)
WRITERS = dict.fromkeys((kind for part in _PARTS for kind in part.APPLIES), entered)
