"""Who holds which seat: seating, leaving, by-elections, offices, rulings, and the erasure of personal data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.bodies.founding import BodyCommand
from facilitator.bodies.people import Person, clean_person
from facilitator.bodies.seats import Taken, expect_seat
from facilitator.rules.composition import Holding

if TYPE_CHECKING:
    from facilitator.bodies.body import Body


MOST_WEIGHT = 10**9
"""In the charter's smallest unit: of square metres in hundredths, ten square kilometres for one member."""


class Entry(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One line of a roster: `seat` 0 takes the group's next free seat, or is an alternate's."""

    member: str
    person: Person
    group: str
    seat: int = 0
    offices: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    alternate: bool = False
    weight: int = 1


class SeatMember(BodyCommand, frozen=True, kw_only=True, tag="body.seat"):
    """A member takes a seat, or joins the alternates."""

    entry: Entry


class ImportRoster(BodyCommand, frozen=True, kw_only=True, tag="body.import-roster"):
    """A whole roster at once, all or nothing; `digest` is the SHA-256 of the file it was read from."""

    entries: tuple[Entry, ...]
    file_name: str
    digest: str


class VacateSeat(BodyCommand, frozen=True, kw_only=True, tag="body.vacate"):
    """A member leaves the body; the seat is vacant until a by-election or an alternate fills it."""

    member: str
    reason: str


class MoveUp(BodyCommand, frozen=True, kw_only=True, tag="body.move-up"):
    """An alternate takes a vacant seat for the rest of its term."""

    member: str
    seat: int
    until: date | None = None


class GiveOffice(BodyCommand, frozen=True, kw_only=True, tag="body.give-office"):
    """A member takes an office; whoever held it gives it up."""

    member: str
    office: str


class RuleOnSeat(BodyCommand, frozen=True, kw_only=True, tag="body.rule-on-seat"):
    """People rule that a member of another group may hold this seat. The reason is printed."""

    member: str
    reason: str


class CorrectPerson(BodyCommand, frozen=True, kw_only=True, tag="body.correct-person"):
    """Name, address or telephone were wrong (PIPL article 46)."""

    member: str
    person: Person


class ErasePerson(BodyCommand, frozen=True, kw_only=True, tag="body.erase-person"):
    """Personal data of somebody who no longer sits is erased (PIPL article 47); what they did stays."""

    member: str
    reason: str


class MemberSeated(Event, frozen=True, kw_only=True, tag="body.member-seated"):
    beside = "person"
    holding: Holding
    person: Person | None = None

    @property
    def subject(self) -> str:
        return self.holding.member


class RosterImported(Event, frozen=True, kw_only=True, tag="body.roster-imported"):
    file_name: str
    digest: str
    members: int


class SeatVacated(Event, frozen=True, kw_only=True, tag="body.seat-vacated"):
    member: str
    reason: str


class MovedUp(Event, frozen=True, kw_only=True, tag="body.moved-up"):
    member: str
    seat: int
    until: date | None = None


class OfficeGiven(Event, frozen=True, kw_only=True, tag="body.office-given"):
    member: str
    office: str


class SeatRuledOn(Event, frozen=True, kw_only=True, tag="body.seat-ruled-on"):
    member: str
    reason: str


class PersonCorrected(Event, frozen=True, kw_only=True, tag="body.person-corrected"):
    beside = "person"
    member: str
    person: Person | None = None

    @property
    def subject(self) -> str:
        return self.member


class PersonErased(Event, frozen=True, kw_only=True, tag="body.person-erased"):
    erases = True
    member: str
    reason: str

    @property
    def subject(self) -> str:
        return self.member


def seat(body: Body, command: SeatMember) -> Iterable[Event]:
    """One member, one seat, one holder."""
    yield seat_entry(body, command.entry, Taken.by(body.holdings.values()))


def import_roster(body: Body, command: ImportRoster) -> Iterable[Event]:
    """Every row or none; the first row that cannot be seated is named, counted from 1."""
    if not command.entries:
        raise RuleViolation("roster-empty")
    taken = Taken.by(body.holdings.values())
    seated: list[Event] = []
    for number, entry in enumerate(command.entries, 1):
        try:
            event = seat_entry(body, entry, taken)
        except RuleViolation as refusal:
            refusal.facts.setdefault("row", number)
            raise
        taken.add(event.holding)
        seated.append(event)
    yield RosterImported(
        file_name=clean_text(command.file_name, "file_name", one_line=True),
        digest=clean_id(command.digest, "digest"),
        members=len(seated),
    )
    yield from seated


def seat_entry(body: Body, entry: Entry, taken: Taken) -> MemberSeated:
    """What seating one entry would come to, given what is taken already; or a refusal."""
    member = clean_id(entry.member, "member")
    if member in taken.members:
        raise RuleViolation("member-exists", member=member, name=entry.person.name)
    if body.charter.group(entry.group) is None:
        raise RuleViolation("unknown-group", group=entry.group)
    for office in entry.offices:
        if body.charter.office(office) is None:
            raise RuleViolation("unknown-office", office=office)
    if entry.since and entry.until and entry.until < entry.since:
        raise RuleViolation(
            "term-dates", since=entry.since.isoformat(), until=entry.until.isoformat()
        )
    if not 0 <= entry.weight <= MOST_WEIGHT:
        raise RuleViolation(
            "number-range", field="weight", value=entry.weight, least=0, most=MOST_WEIGHT
        )
    number = _alternate(body, entry, taken) if entry.alternate else _seat_for(body, entry, taken)
    holding = Holding(
        member=member,
        group=entry.group,
        seat=number,
        offices=entry.offices,
        since=entry.since,
        until=entry.until,
        weight=entry.weight,
    )
    return MemberSeated(holding=holding, person=clean_person(entry.person))


def _alternate(body: Body, entry: Entry, taken: Taken) -> int:
    """No seat; refused (`alternates-full`) beyond the number that the charter names."""
    most = body.charter.alternates
    if most and taken.alternates >= most:
        raise RuleViolation(
            "alternates-full", alternates=most, name=entry.person.name, field="alternate"
        )
    return 0


def _seat_for(body: Body, entry: Entry, taken: Taken) -> int:
    """The asked-for seat if it is free, or the group's next free one."""
    full = taken.seats
    if entry.seat:
        _free(body, entry.seat, entry.group, full)
        return entry.seat
    group = body.charter.group(entry.group)
    if group is not None and group.seats:
        free = [n for n in body.charter.seat_numbers(entry.group) if n not in full]
        if not free:
            raise RuleViolation(
                "group-full", group=entry.group, seats=group.seats, name=entry.person.name
            )
        return free[0]
    return max([body.charter.seats, *full]) + 1


def _free(body: Body, number: int, group: str, full: set[int]) -> None:
    expect_seat(body.charter, number, group)
    if number in full:
        raise RuleViolation("seat-taken", seat=number)


def vacate(body: Body, command: VacateSeat) -> Iterable[Event]:
    """Only somebody who sits can leave."""
    body.holding(command.member)
    yield SeatVacated(member=command.member, reason=clean_text(command.reason, "reason"))


def move_up(body: Body, command: MoveUp) -> Iterable[Event]:
    """Alternates move up into a free seat."""
    holding = body.holding(command.member)
    if holding.seat:
        raise RuleViolation("already-seated", member=command.member, seat=holding.seat)
    _free(body, command.seat, holding.group, body.held_seats())
    yield MovedUp(member=command.member, seat=command.seat, until=command.until)


def give_office(body: Body, command: GiveOffice) -> Iterable[Event]:
    """Offices are the charter's."""
    body.holding(command.member)
    if body.charter.office(command.office) is None:
        raise RuleViolation("unknown-office", office=command.office)
    yield OfficeGiven(member=command.member, office=command.office)


def rule_on_seat(body: Body, command: RuleOnSeat) -> Iterable[Event]:
    """A ruling is asked for only where a seat is held by the wrong group."""
    if not body.is_contested(command.member):
        raise RuleViolation("seat-not-contested", member=command.member)
    yield SeatRuledOn(member=command.member, reason=clean_text(command.reason, "reason"))


def correct_person(body: Body, command: CorrectPerson) -> Iterable[Event]:
    """Corrections are for people the body knows."""
    body.holding(command.member)
    yield PersonCorrected(member=command.member, person=clean_person(command.person))


def erase_person(body: Body, command: ErasePerson) -> Iterable[Event]:
    """Somebody who sits cannot be erased: vacate the seat first."""
    if command.member in body.holdings:
        raise RuleViolation("still-seated", member=command.member)
    if command.member not in body.people:
        raise RuleViolation("not-in-body", member=command.member)
    if body.people[command.member] is None:
        raise RuleViolation("already-erased", member=command.member)
    yield PersonErased(member=command.member, reason=clean_text(command.reason, "reason"))


def on_seated(body: Body, event: MemberSeated, _recorded: Recorded) -> None:
    body.holdings[event.holding.member] = event.holding
    body.people[event.holding.member] = event.person


def on_roster_imported(_body: Body, _event: RosterImported, _recorded: Recorded) -> None:
    """The members follow as events of their own."""


def on_vacated(body: Body, event: SeatVacated, _recorded: Recorded) -> None:
    del body.holdings[event.member]


def on_moved_up(body: Body, event: MovedUp, _recorded: Recorded) -> None:
    body.change(event.member, seat=event.seat, until=event.until)


def on_office_given(body: Body, event: OfficeGiven, _recorded: Recorded) -> None:
    held = body.holdings[event.member].offices
    for other in list(body.holdings.values()):
        if event.office in other.offices:
            body.change(other.member, offices=tuple(o for o in other.offices if o != event.office))
    body.change(event.member, offices=(*(o for o in held if o != event.office), event.office))


def on_ruled_on(body: Body, event: SeatRuledOn, _recorded: Recorded) -> None:
    body.change(event.member, admitted=True)


def on_person_corrected(body: Body, event: PersonCorrected, _recorded: Recorded) -> None:
    body.people[event.member] = event.person


def on_person_erased(body: Body, event: PersonErased, _recorded: Recorded) -> None:
    body.people[event.member] = None


DECIDES = {
    SeatMember: seat,
    ImportRoster: import_roster,
    VacateSeat: vacate,
    MoveUp: move_up,
    GiveOffice: give_office,
    RuleOnSeat: rule_on_seat,
    CorrectPerson: correct_person,
    ErasePerson: erase_person,
}
APPLIES = {
    MemberSeated: on_seated,
    RosterImported: on_roster_imported,
    SeatVacated: on_vacated,
    MovedUp: on_moved_up,
    OfficeGiven: on_office_given,
    SeatRuledOn: on_ruled_on,
    PersonCorrected: on_person_corrected,
    PersonErased: on_person_erased,
}
