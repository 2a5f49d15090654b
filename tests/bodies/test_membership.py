"""Who holds which seat: seating, rosters, leaving, moving up, offices, rulings, and erasure."""

from __future__ import annotations

import pytest

from facilitator.acts import Command, RuleViolation
from facilitator.bodies import Person
from facilitator.bodies.membership import (
    CorrectPerson,
    Entry,
    ErasePerson,
    GiveOffice,
    ImportRoster,
    MoveUp,
    RuleOnSeat,
    SeatMember,
    VacateSeat,
)
from facilitator.bodies.people import clean_person
from facilitator.bodies.roster import plan_roster
from facilitator.bodies.seats import MOST_SEATS
from facilitator.rules.charter import SeatGroup
from facilitator.rules.composition import FindingKind
from tests.meeting.hall import BODY, CHAIR, THIRTEEN, Hall, assembly, charter, day, words


def entry(member: str = "z1", group: str = "new", **fields: object) -> Entry:
    told = {"member": member, "person": Person(name=f"Member {member}"), "group": group, **fields}
    return Entry(**told)  # pyright: ignore[reportArgumentType]


def seat(**fields: object) -> SeatMember:
    return SeatMember(body=BODY, entry=entry(**fields))  # pyright: ignore[reportArgumentType]


def roster(*entries: Entry, **fields: str) -> ImportRoster:
    told = {"file_name": "roster.xlsx", "digest": "ab" * 32, **fields}
    return ImportRoster(body=BODY, entries=entries, **told)


def vacate(member: str) -> VacateSeat:
    return VacateSeat(body=BODY, member=member, reason="moved away")


def test_members_take_the_next_free_seat_of_their_group() -> None:
    """Seats are numbered through the groups; a vacated seat is the next one taken."""
    hall = Hall()
    assert [holding.seat for holding in hall.body.seated] == list(range(1, 14))
    assert [holding.member for holding in hall.body.seated] == list(THIRTEEN)
    hall.do(vacate("n3"))
    hall.do(seat())
    assert hall.body.holding("z1").seat == 9
    assert hall.body.findings(day(27)) == ()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (seat(member="e1"), "member-exists"),
        (seat(member="two words"), "bad-id"),
        (seat(group="dogs"), "unknown-group"),
        (seat(offices=("king",)), "unknown-office"),
        (seat(since=day(2), until=day(1)), "term-dates"),
        (seat(weight=-1), "number-range"),
        (seat(weight=10**12), "number-range"),
        (seat(seat=14), "no-such-seat"),
        (seat(seat=-1), "no-such-seat"),
        (seat(seat=1), "seat-taken"),
        (seat(), "group-full"),
        (seat(seat=12, person=Person(name="")), "text-missing"),
        (vacate("nobody"), "not-in-body"),
        (MoveUp(body=BODY, member="e1", seat=12), "already-seated"),
        (MoveUp(body=BODY, member="w1", seat=1), "seat-taken"),
        (MoveUp(body=BODY, member="w1", seat=14), "no-such-seat"),
        (MoveUp(body=BODY, member="nobody", seat=12), "not-in-body"),
        (GiveOffice(body=BODY, member="e1", office="king"), "unknown-office"),
        (GiveOffice(body=BODY, member="nobody", office="chair"), "not-in-body"),
        (RuleOnSeat(body=BODY, member="e1", reason="x"), "seat-not-contested"),
        (CorrectPerson(body=BODY, member="nobody", person=Person(name="N")), "not-in-body"),
        (ErasePerson(body=BODY, member="e1", reason="asked"), "still-seated"),
        (ErasePerson(body=BODY, member="nobody", reason="asked"), "not-in-body"),
        (roster(), "roster-empty"),
        (roster(entry(seat=12), file_name=""), "text-missing"),
        (roster(entry(seat=12), digest="not a digest"), "bad-id"),
    ],
)
def test_what_a_body_cannot_do_is_refused(command: Command, code: str) -> None:
    """One member, one seat, one holder; offices are the charter's; data of who sits is not erased."""
    hall = Hall()
    hall.do(vacate("n6"))
    hall.do(SeatMember(body=BODY, entry=entry("w1", alternate=True)))
    if code == "group-full":
        hall.do(seat(member="z9"))
    assert hall.code(command) == code


def test_a_roster_is_seated_whole_or_not_at_all() -> None:
    """One broken row keeps everybody out, and is named, counted from 1."""
    hall = Hall(members=())
    good = [entry(f"e{n}", "established") for n in range(1, 7)]
    refusal = hall.refused(roster(*good, entry("e7", "established")))
    assert (refusal.code, refusal.facts["row"]) == ("group-full", 7)
    refusal = hall.refused(roster(*good, good[0]))
    assert (refusal.code, refusal.facts["row"]) == ("member-exists", 7)
    assert not hall.body.holdings
    hall.do(roster(*good))
    assert len(hall.body.seated) == 6


def test_an_alternate_moves_up_for_the_rest_of_the_term() -> None:
    """Alternates hold no seat until one is free."""
    hall = Hall()
    hall.do(SeatMember(body=BODY, entry=entry("w1", alternate=True)))
    assert len(hall.body.seated) == 13
    hall.do(vacate("n6"))
    hall.do(MoveUp(body=BODY, member="w1", seat=12, until=day(30)))
    assert (hall.body.holding("w1").seat, hall.body.holding("w1").until) == (12, day(30))
    assert len(hall.body.seated) == 13


def alternate(member: str, **fields: object) -> SeatMember:
    return seat(member=member, alternate=True, **fields)


def test_no_more_alternates_than_the_charter_names() -> None:
    """The one too many is refused, with the number; who moves up or leaves makes room for another."""
    hall = Hall(charter(alternates=2))
    hall.do(alternate("w1"))
    hall.do(alternate("w2"))
    refusal = hall.refused(alternate("w3"))
    assert refusal.code == "alternates-full"
    assert refusal.facts == {"alternates": 2, "name": "Member w3", "field": "alternate"}
    hall.do(vacate("w1"))
    hall.do(alternate("w3"))
    assert hall.code(alternate("w4")) == "alternates-full"
    hall.do(vacate("n6"))
    hall.do(MoveUp(body=BODY, member="w2", seat=12))
    hall.do(alternate("w4"))


def test_a_charter_without_a_number_of_alternates_limits_none() -> None:
    """Nought is no number agreed, not a number of nought."""
    hall = Hall()
    for number in range(1, 9):
        hall.do(alternate(f"w{number}"))
    assert len(hall.body.holdings) == 13 + 8


def test_a_roster_with_an_alternate_too_many_is_not_seated() -> None:
    """Counted together with the alternates who are there already, and with those of earlier rows."""
    hall = Hall(charter(alternates=2), members=())
    hall.do(alternate("w1"))
    rows = [entry(f"w{number}", alternate=True) for number in (2, 3)]
    refusal = hall.refused(roster(entry("z1"), *rows))
    assert (refusal.code, refusal.facts["row"]) == ("alternates-full", 3)
    hall.do(roster(entry("z1"), rows[0]))
    sheet = [["姓名", "组别", "候补"], ["甲", "New", ""], ["乙", "New", "是"]]
    (problem,) = plan_roster(hall.body, sheet).problems
    assert (problem.row, problem.column, problem.code) == (3, 3, "alternates-full")


def test_an_office_has_one_holder() -> None:
    """Who takes an office takes it from whoever held it; taking it twice changes nothing."""
    hall = Hall()
    for _ in range(2):
        hall.do(GiveOffice(body=BODY, member="e1", office="chair"))
    assert hall.body.holding("e1").offices == ("chair",)
    assert hall.body.holding(CHAIR).offices == ()
    assert FindingKind.OFFICE_WRONG_GROUP in {f.kind for f in hall.body.findings(day(27))}


def test_a_contested_seat_is_ruled_on_once() -> None:
    """Until people rule the seat is a finding; afterwards it is the member's own."""
    hall = Hall(members=tuple(m for m in THIRTEEN if m != "n6"))
    hall.do(seat(member="x1", group="established", seat=12))
    assert hall.body.is_contested("x1")
    ruling = RuleOnSeat(body=BODY, member="x1", reason="the assembly agreed")
    hall.do(ruling)
    assert not hall.body.is_contested("x1")
    assert hall.code(ruling) == "seat-not-contested"
    assert hall.body.findings(day(27)) == ()


def test_an_open_group_takes_as_many_as_register() -> None:
    """Seats go on beyond the fixed ones, for members of the open group only, and not for ever."""
    groups = (SeatGroup("office", words("Office"), 1), SeatGroup("household", words("Households")))
    hall = Hall(assembly(groups=groups), members=("o1", "h1", "h2"))
    assert [holding.seat for holding in hall.body.seated] == [1, 2, 3]
    hall.do(seat(member="h9", group="household", seat=9))
    assert hall.code(seat(member="o2", group="office", seat=10)) == "no-such-seat"
    assert hall.code(seat(group="household", seat=MOST_SEATS + 1)) == "no-such-seat"


def test_personal_data_is_corrected_and_erased_while_what_was_done_stays() -> None:
    """A corrected name replaces the old one; after an erasure only the identifier is left."""
    hall = Hall()
    hall.do(CorrectPerson(body=BODY, member="e1", person=Person(name=" Chen ", phone="1")))
    assert hall.body.people["e1"] == Person(name="Chen", phone="1")
    hall.do(vacate("e1"))
    assert "e1" in hall.body.people
    hall.do(ErasePerson(body=BODY, member="e1", reason="asked for it"))
    assert hall.body.people["e1"] is None
    assert {f.kind for f in hall.body.findings(day(27))} == {FindingKind.MISSING}


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (Person(name=""), "text-missing"),
        (Person(name="Two\nlines"), "text-control"),
        (Person(name="A", address="x" * 201), "text-too-long"),
        (Person(name="A", phone="440103 19800101 123x"), "identity-number"),
        (Person(name="A", address="440103198001011234"), "identity-number"),
    ],
)
def test_a_person_has_a_name_and_no_identity_number(person: Person, code: str) -> None:
    """One line each, and no number that is never needed."""
    with pytest.raises(RuleViolation) as refusal:
        clean_person(person)
    assert refusal.value.code == code


def test_other_long_numbers_are_no_identity_numbers() -> None:
    """Seventeen digits and a letter other than X, or nineteen digits, are kept."""
    for phone in ("44010319800101123a", "4401031980010112345"):
        assert clean_person(Person(name="A", phone=phone)).phone == phone


def test_personal_data_is_kept_under_the_person_it_is_about() -> None:
    """Every event that holds or erases personal data names its subject, so that it can be erased."""
    hall = Hall(members=())
    (seated,) = hall.do(seat())
    (corrected,) = hall.do(CorrectPerson(body=BODY, member="z1", person=Person(name="Z")))
    hall.do(vacate("z1"))
    (erased,) = hall.do(ErasePerson(body=BODY, member="z1", reason="asked"))
    assert {event.subject for event in (seated, corrected, erased)} == {"z1"}
    assert hall.code(ErasePerson(body=BODY, member="z1", reason="asked")) == "already-erased"
    assert (seated.beside, corrected.beside, erased.erases) == ("person", "person", True)


def test_a_roster_is_read_with_empty_heads_and_groups_without_a_short_name() -> None:
    """An empty cell between the heads is nothing to ignore; a group is known by its title."""
    plan = plan_roster(Hall(members=()).body, [["姓名", "", "组别"], ["陈", "", "Established"]])
    assert (plan.ignored, plan.problems) == ((), ())
    assert plan.entries[0].group == "established"


def test_a_member_may_come_back_after_leaving() -> None:
    """The name is free again once the seat is vacated."""
    hall = Hall(charter())
    hall.do(vacate("e1"))
    hall.do(seat(member="e1", group="established"))
    assert hall.body.holding("e1").seat == 1
