"""Registers of what becomes of decisions: how each stands, what was entered, what one does to another.

How a matter stands is worked out anew from all that is known of it whenever anything of it changes, by the
same pure function that screens and papers use. So it does not matter in which order histories arrive.
"""

from __future__ import annotations

from typing import Any

import msgspec

from facilitator.acts import Recorded
from facilitator.followup.case import Entry
from facilitator.followup.entries import (
    Assessed,
    DueChanged,
    HandedOver,
    Linked,
    Notice,
    Objected,
    ObjectionAnswered,
    Paid,
    Posted,
    Reported,
    ReviewPlanned,
)
from facilitator.followup.following import EntryStruck, FileDropped, Following
from facilitator.followup.matter import Matter, matter_of
from facilitator.followup.standing import standing_of
from facilitator.meeting.decisions import (
    Assigned,
    AssignmentCorrected,
    DecisionAnnulled,
    DecisionMade,
)
from facilitator.meeting.forum.groups import GroupChanged, GroupDissolved, GroupFormed
from facilitator.meeting.reviews import EarlierReviewed
from facilitator.record import matters
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, put

FOLLOWUP = Table(
    "followup",
    {
        "meeting": str,
        "matter": str,
        "body": str,
        "decision": int,
        "action": str,
        "title": str,
        "made_at": str,
        "stands": int,
        "implementer": str,
        "due": str,
        "progress": str,
        "progress_on": str,
        "view": str,
        "view_on": str,
        "review_on": str,
        "next_day": str,
        "granted_fen": int,
        "paid_fen": int,
        "posted_from": str,
        "posted_until": str,
        "outcome_posted": str,
        "objections": int,
        "objections_open": int,
    },
    ("meeting", "matter"),
    optional=frozenset(
        {
            "due",
            "progress",
            "progress_on",
            "view",
            "view_on",
            "review_on",
            "next_day",
            "posted_from",
            "posted_until",
            "outcome_posted",
        }
    ),
    indexes=(
        ("stands", "next_day", "made_at"),
        ("stands", "progress", "next_day"),
        ("body", "stands", "next_day"),
    ),
)
ENTRY = Table(
    "followup_entry",
    {
        "meeting": str,
        "matter": str,
        "entry": str,
        "version": int,
        "kind": str,
        "at": str,
        "actor": str,
        "body": str,
        "struck": str,
    },
    ("meeting", "matter", "entry"),
    optional=frozenset({"struck"}),
)
FILE = Table(
    "followup_file",
    {
        "meeting": str,
        "matter": str,
        "entry": str,
        "hash": str,
        "name": str,
        "size": int,
        "media": str,
        "dropped": str,
    },
    ("meeting", "matter", "entry", "hash"),
    optional=frozenset({"dropped"}),
    indexes=(("hash",),),
)
LINK = Table(
    "decision_link",
    {
        "meeting": str,
        "number": int,
        "entry": str,
        "kinship": str,
        "to_meeting": str,
        "to_number": int,
        "clause": str,
        "at": str,
    },
    ("meeting", "number", "entry"),
    indexes=(("to_meeting", "to_number"),),
)


def entered(db: Handle, name: str, event: Entry, recorded: Recorded) -> None:
    """An entry, as it was made; who objected is not copied here."""
    meeting, _, matter = name.partition("/")
    bare = msgspec.structs.replace(event, person=None) if isinstance(event, Objected) else event
    put(
        db,
        ENTRY,
        meeting=meeting,
        matter=matter,
        entry=event.entry,
        version=recorded.version,
        kind=str(type(event).__struct_config__.tag),
        at=recorded.at.isoformat(),
        actor=recorded.actor,
        body=msgspec.json.encode(bare).decode(),
        struck=None,
    )
    for file in getattr(event, "attached", ()):
        put(
            db,
            FILE,
            meeting=meeting,
            matter=matter,
            entry=event.entry,
            hash=file.hash,
            name=file.name,
            size=file.size,
            media=file.media,
            dropped=None,
        )
    _restand(db, name)


def linked(db: Handle, name: str, event: Linked, recorded: Recorded) -> None:
    """What this decision does to an earlier one."""
    meeting, number, _ = matter_of(f"followup/{name}")
    put(
        db,
        LINK,
        meeting=meeting,
        number=number,
        entry=event.entry,
        kinship=event.kinship.value,
        to_meeting=event.to_meeting,
        to_number=event.to_decision,
        clause=event.clause,
        at=recorded.at.isoformat(),
    )
    entered(db, name, event, recorded)
    _restand(db, f"{event.to_meeting}/{event.to_decision}")


def struck(db: Handle, name: str, event: EntryStruck, recorded: Recorded) -> None:
    """An entry that counts no more; a link that was struck is none."""
    meeting, _, matter = name.partition("/")
    change(db, ENTRY, (meeting, matter, event.entry), struck=event.reason)
    if matter.isdigit():
        key = (meeting, int(matter), event.entry)
        others = _linked_to(db, "meeting = ? AND number = ? AND entry = ?", *key)
        db.execute("DELETE FROM decision_link WHERE meeting = ? AND number = ? AND entry = ?", key)
        for other in others:
            _restand(db, other)
    _restand(db, name)


def dropped(db: Handle, name: str, event: FileDropped, recorded: Recorded) -> None:
    """A content that was erased; its name and hash stay."""
    meeting, _, matter = name.partition("/")
    db.execute(
        "UPDATE followup_file SET dropped = ? WHERE meeting = ? AND matter = ? AND hash = ?",
        (event.reason, meeting, matter, event.hash),
    )


def decided(db: Handle, meeting: str, event: DecisionMade | DecisionAnnulled, _: Recorded) -> None:
    """A decision, or that it does not stand after all: then what it did to others is not done either."""
    _restand(db, f"{meeting}/{event.number}")
    for other in _linked_to(db, "meeting = ? AND number = ?", meeting, event.number):
        _restand(db, other)
    doubles = db.execute(
        "SELECT o.meeting FROM decision d JOIN decision o ON o.body = d.body AND o.term = d.term"
        " AND o.number = d.number WHERE d.meeting = ? AND d.number = ? AND o.meeting <> d.meeting",
        (meeting, event.number),
    ).fetchall()
    for (other,) in doubles:  # what later meetings were told may be of this one
        _restand(db, f"{other}/{event.number}")


def _linked_to(db: Handle, where: str, *values: object) -> list[str]:
    """The decisions to which such links lead, as names of follow-ups."""
    rows = db.execute(
        f"SELECT DISTINCT to_meeting, to_number FROM decision_link WHERE {where}", values
    ).fetchall()
    return [f"{meeting}/{number}" for meeting, number in rows]


def assigned(db: Handle, meeting: str, event: Assigned | AssignmentCorrected, _: Recorded) -> None:
    """Who carries it out."""
    _restand(db, f"{meeting}/{event.decision}")


def reviewed(db: Handle, meeting: str, event: EarlierReviewed, recorded: Recorded) -> None:
    """What a later meeting was told of a decision of its body in the same term."""
    rows = db.execute(
        "SELECT d.meeting FROM decision d JOIN meeting m ON m.body = d.body AND m.term = d.term"
        " WHERE m.meeting = ? AND d.number = ?",
        (meeting, event.decision),
    ).fetchall()
    for (where,) in rows:
        _restand(db, f"{where}/{event.decision}")


def grouped(
    db: Handle, meeting: str, event: GroupFormed | GroupChanged | GroupDissolved, _: Recorded
) -> None:
    """An action group and its first step."""
    _restand(db, f"{meeting}/group/{event.group}")


def _restand(db: Handle, name: str) -> None:
    """Work out how a matter stands from everything that is known of it now."""

    def ask(question: str, *values: object) -> list[tuple[Any, ...]]:
        return db.execute(question, values).fetchall()

    meeting, number, group = matter_of(f"followup/{name}")
    matter = matters.matter(ask, meeting, number, group)
    if matter is None:
        return  # its meeting has not arrived yet; it will be worked out then
    case = matters.following(ask, meeting, number, group)
    if matter.assignment is None and not matter.told and not case.chronicle:
        # What it was told of may turn out to have been another decision's.
        db.execute("DELETE FROM followup WHERE meeting = ? AND matter = ?", name.split("/", 1))
        return
    _put(db, name, matter, case)


def _put(db: Handle, name: str, matter: Matter, case: Following) -> None:
    stands = standing_of(matter, case)
    # Whoever leads a group is looked up by id when it is asked for, so that an erasure reaches them.
    handed = any(isinstance(one.event, HandedOver) for one in case.standing())
    implementer = "" if matter.group and not handed else stands.implementer
    put(
        db,
        FOLLOWUP,
        meeting=matter.meeting,
        matter=name.partition("/")[2],
        body=matter.body,
        decision=matter.decision,
        action=matter.group,
        title=matter.title,
        made_at=matter.made.isoformat(),
        stands=int(matter.stands and not matter.repealed),
        implementer=implementer,
        due=day(stands.due),
        progress=stands.progress and stands.progress.value,
        progress_on=day(stands.progress_on),
        view=stands.view and stands.view.value,
        view_on=day(stands.view_on),
        review_on=day(stands.review_on),
        next_day=day(stands.next_day()),
        granted_fen=stands.granted_fen,
        paid_fen=stands.paid_fen,
        **_board(case),
    )


def _board(case: Following) -> dict[str, object]:
    """What hung on the notice board, and what was objected."""
    events = [one.event for one in case.standing()]
    posted = [e for e in events if isinstance(e, Posted) and e.what is Notice.RESOLUTION]
    outcome = [e for e in events if isinstance(e, Posted) and e.what is Notice.OUTCOME]
    objections = {e.entry for e in events if isinstance(e, Objected)}
    answered = {e.objection for e in events if isinstance(e, ObjectionAnswered)}
    return {
        "posted_from": posted[-1].begins.isoformat() if posted else None,
        "posted_until": posted[-1].until.isoformat() if posted else None,
        "outcome_posted": outcome[-1].begins.isoformat() if outcome else None,
        "objections": len(objections),
        "objections_open": len(objections - answered),
    }


TABLES = (FOLLOWUP, ENTRY, FILE, LINK)
WRITERS = {
    **dict.fromkeys(
        (
            Reported,
            Assessed,
            DueChanged,
            HandedOver,
            ReviewPlanned,
            Paid,
            Posted,
            Objected,
            ObjectionAnswered,
        ),
        entered,
    ),
    Linked: linked,
    EntryStruck: struck,
    FileDropped: dropped,
    DecisionMade: decided,
    DecisionAnnulled: decided,
    Assigned: assigned,
    AssignmentCorrected: assigned,
    EarlierReviewed: reviewed,
    GroupFormed: grouped,
    GroupChanged: grouped,
    GroupDissolved: grouped,
}
