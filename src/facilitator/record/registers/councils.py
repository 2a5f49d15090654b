"""Registers of bodies, their charters, their members and the people in them."""

from __future__ import annotations

import msgspec

from facilitator.acts import Recorded
from facilitator.bodies.founding import BodyFounded, CharterAdopted, TermBegun
from facilitator.bodies.membership import (
    MemberSeated,
    MovedUp,
    OfficeGiven,
    PersonCorrected,
    PersonErased,
    SeatRuledOn,
    SeatVacated,
)
from facilitator.bodies.people import Person
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import change, day, put
from facilitator.rules.charter import Charter

BODY = Table(
    "body",
    {
        "body": str,
        "name": str,
        "community": str,
        "term": int,
        "charter": str,
        "charter_version": int,
        "seats": int,
        "sample": int,
        "founded_at": str,
    },
    ("body",),
)
CHARTER = Table(
    "charter",
    {
        "body": str,
        "version": int,
        "charter": str,
        "title_zh": str,
        "title_en": str,
        "text": str,
        "adopted_at": str,
        "reason": str,
    },
    ("body", "version"),
)
MEMBER = Table(
    "member",
    {
        "body": str,
        "member": str,
        "seat": int,
        "seat_group": str,
        "offices": str,
        "since": str,
        "until": str,
        "weight": int,
        "admitted": int,
        "left_at": str,
        "left_reason": str,
    },
    ("body", "member"),
    optional=frozenset({"since", "until", "left_at", "left_reason"}),
)
PERSON = Table(
    "person",
    {"stream": str, "person": str, "name": str, "address": str, "phone": str, "invited_by": str},
    ("stream", "person"),
)


def put_person(db: Handle, stream: str, subject: str, person: Person | None) -> None:
    """Personal data as it is now; nothing of somebody who was erased."""
    if person is None:
        return
    put(
        db,
        PERSON,
        stream=stream,
        person=subject,
        name=person.name,
        address=person.address,
        phone=person.phone,
        invited_by=person.invited_by,
    )


def forget_person(db: Handle, stream: str, subject: str) -> None:
    """Nothing of the person stays."""
    db.execute("DELETE FROM person WHERE stream = ? AND person = ?", (stream, subject))


def _charter(db: Handle, body: str, charter: Charter, recorded: Recorded, reason: str) -> None:
    put(
        db,
        CHARTER,
        body=body,
        version=charter.version,
        charter=charter.key,
        title_zh=charter.title.zh,
        title_en=charter.title.en,
        text=msgspec.json.encode(charter).decode(),
        adopted_at=recorded.at.isoformat(),
        reason=reason,
    )


def founded(db: Handle, body: str, event: BodyFounded, recorded: Recorded) -> None:
    """A body and its first charter."""
    put(
        db,
        BODY,
        body=body,
        name=event.name,
        community=event.community,
        term=event.term,
        charter=event.charter.key,
        charter_version=event.charter.version,
        seats=event.charter.seats,
        sample=int(event.sample),
        founded_at=recorded.at.isoformat(),
    )
    _charter(db, body, event.charter, recorded, "")


def adopted(db: Handle, body: str, event: CharterAdopted, recorded: Recorded) -> None:
    """A further version of the charter."""
    body, charter = body, event.charter
    _charter(db, body, charter, recorded, event.reason)
    change(
        db,
        BODY,
        (body,),
        charter=charter.key,
        charter_version=charter.version,
        seats=charter.seats,
    )


def term_begun(db: Handle, body: str, event: TermBegun, recorded: Recorded) -> None:
    """The next term of office."""
    change(db, BODY, (body,), term=event.term)


def seated(db: Handle, body: str, event: MemberSeated, recorded: Recorded) -> None:
    """A member with a seat, or an alternate (seat 0)."""
    held = event.holding
    put(
        db,
        MEMBER,
        body=body,
        member=held.member,
        seat=held.seat,
        seat_group=held.group,
        offices=" ".join(held.offices),
        since=day(held.since),
        until=day(held.until),
        weight=held.weight,
        admitted=int(held.admitted),
        left_at=None,
        left_reason=None,
    )
    put_person(db, f"body/{body}", held.member, event.person)


def vacated(db: Handle, body: str, event: SeatVacated, recorded: Recorded) -> None:
    """A member who has left keeps the row, with when and why."""
    change(
        db,
        MEMBER,
        (body, event.member),
        left_at=recorded.at.isoformat(),
        left_reason=event.reason,
    )


def moved_up(db: Handle, body: str, event: MovedUp, recorded: Recorded) -> None:
    """An alternate has a seat."""
    change(db, MEMBER, (body, event.member), seat=event.seat, until=day(event.until))


def office_given(db: Handle, body: str, event: OfficeGiven, recorded: Recorded) -> None:
    """An office has one holder."""
    rows = db.execute("SELECT member, offices FROM member WHERE body = ?", (body,)).fetchall()
    for member, offices in rows:
        held = [office for office in offices.split() if office != event.office]
        if member == event.member:
            held.append(event.office)
        change(db, MEMBER, (body, member), offices=" ".join(held))


def ruled_on(db: Handle, body: str, event: SeatRuledOn, recorded: Recorded) -> None:
    """A member of another group may hold the seat."""
    change(db, MEMBER, (body, event.member), admitted=1)


def person_corrected(db: Handle, body: str, event: PersonCorrected, recorded: Recorded) -> None:
    """The latest data stand."""
    put_person(db, f"body/{body}", event.member, event.person)


def person_erased(db: Handle, body: str, event: PersonErased, recorded: Recorded) -> None:
    """Nothing of the person stays in any register."""
    forget_person(db, f"body/{body}", event.member)


TABLES = (BODY, CHARTER, MEMBER, PERSON)
WRITERS = {
    BodyFounded: founded,
    CharterAdopted: adopted,
    TermBegun: term_begun,
    MemberSeated: seated,
    SeatVacated: vacated,
    MovedUp: moved_up,
    OfficeGiven: office_given,
    SeatRuledOn: ruled_on,
    PersonCorrected: person_corrected,
    PersonErased: person_erased,
}
