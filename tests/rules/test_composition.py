"""Who sits where: every way in which a roster differs from its charter, alone and all together."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.rules.composition import (
    Finding,
    FindingKind,
    Holding,
    check_composition,
    is_contested,
    same_name,
)
from tests.rules.making import charter, office

DAY = date(2026, 11, 27)
LAST = date(2029, 4, 30)
COUNCIL = charter(offices=(office("chair", group="office"),))


def roster(**changes) -> list[Holding]:
    """Thirteen members on their seats, m1 to m13, the last one chair; `m7={…}` changes one, None drops one."""
    holdings: list[Holding] = []
    for seat in range(1, 14):
        fields = {
            "member": f"m{seat}",
            "group": COUNCIL.group_of_seat(seat),
            "seat": seat,
            "offices": ("chair",) if seat == 13 else (),
            "until": LAST,
        }
        change = changes.pop(f"m{seat}", {})
        if change is not None:
            holdings.append(Holding(**fields | change))
    return holdings


def findings(holdings, day=DAY, names=None) -> tuple[Finding, ...]:
    return check_composition(COUNCIL, holdings, names or {}, day)


def test_six_six_one_is_clean():
    """The charter's own composition has no finding."""
    assert findings(roster()) == ()


def test_vacant_seats_are_counted_by_group():
    """Two empty seats of one group are one finding, with the first of them."""
    (found,) = findings(roster(m8=None, m9=None))
    assert found == Finding(kind=FindingKind.MISSING, group="new", number=2, seat=8)


def test_a_seat_of_another_group_is_found_with_its_surplus():
    """E2: seven established residents, one of them on a new residents' seat."""
    holdings = roster(m7={"group": "established"})
    surplus = Finding(kind=FindingKind.SURPLUS, group="established", number=1)
    wrong = Finding(
        kind=FindingKind.WRONG_GROUP, member="m7", seat=7, group="new", other="established"
    )
    assert findings(holdings) == (surplus, wrong)


def test_a_ruling_settles_a_wrong_seat():
    """Admitted to the seat, the member counts in the seat's group."""
    assert findings(roster(m7={"group": "established", "admitted": True})) == ()


def test_a_term_ends_with_its_last_day():
    """On the last day a member still sits; on the next the term is over."""
    assert findings(roster(), LAST) == ()
    over = findings(roster(m2={"until": date(2026, 11, 26)}))
    assert over == (
        Finding(kind=FindingKind.TERM_EXPIRED, member="m2", seat=2, day=date(2026, 11, 26)),
    )
    assert findings(roster(m2={"until": None})) == ()


def test_one_name_twice_is_found_once():
    """The second of two is named, with the first; a third would be another finding."""
    names = {"m1": "王芳", "m5": "王 芳", "m9": "", "m10": " "}
    (found,) = findings(roster(), names=names)
    assert found == Finding(kind=FindingKind.DUPLICATE, member="m5", other="m1", seat=5)


def test_an_alternate_may_be_a_duplicate_and_nothing_else():
    """Who has no seat is not missing, expired or in surplus; but two lists may hold one person."""
    alternate = Holding(member="a1", group="new", until=date(2020, 1, 1), offices=("chair",))
    assert findings([*roster(), alternate]) == ()
    names = {"m1": "王芳", "a1": "王芳"}
    (found,) = findings([*roster(), alternate], names=names)
    assert (found.kind, found.member, found.seat) == (FindingKind.DUPLICATE, "a1", 0)


def test_an_office_is_vacant_doubled_or_held_by_the_wrong_group():
    """The chair belongs to the subdistrict office and is one person."""
    (found,) = findings(roster(m13={"offices": ()}))
    assert found == Finding(kind=FindingKind.OFFICE_VACANT, office="chair", group="office")
    twice = findings(roster(m1={"offices": ("chair",)}))
    assert [one.kind for one in twice] == [
        FindingKind.OFFICE_TWICE,
        FindingKind.OFFICE_WRONG_GROUP,
    ]
    assert twice[1].member == "m1"


def test_an_office_of_no_group_is_anybodys():
    """Where the charter ties an office to no group, every member may hold it."""
    free = charter(offices=(office("chair"),))
    assert check_composition(free, roster(), {}, DAY) == ()


def test_all_findings_come_together_in_the_charters_order():
    """A roster that is wrong in every way tells all of it at once."""
    holdings = roster(
        m2=None,
        m7={"group": "established", "offices": ("chair",)},
        m8={"group": "established", "until": date(2026, 1, 1)},
    )
    names = {"m3": "李军", "m4": "李军"}
    assert [one.kind for one in findings(holdings, names=names)] == [
        FindingKind.MISSING,
        FindingKind.SURPLUS,
        FindingKind.WRONG_GROUP,
        FindingKind.WRONG_GROUP,
        FindingKind.TERM_EXPIRED,
        FindingKind.DUPLICATE,
        FindingKind.OFFICE_TWICE,
        FindingKind.OFFICE_WRONG_GROUP,
    ]


def test_an_office_nobody_holds_is_told_with_the_rest():
    """Everything but a doubled office, with a vacant one instead."""
    kinds = [one.kind for one in findings(roster(m13=None))]
    assert kinds == [FindingKind.MISSING, FindingKind.OFFICE_VACANT]


def test_an_open_assembly_has_no_numbers_to_miss():
    """As many as register: nobody is missing and nobody too many."""
    open_one = charter(groups=[("residents", 0)])
    holdings = [Holding(member=f"r{n}", group="residents", seat=n) for n in range(1, 40)]
    assert check_composition(open_one, holdings, {}, DAY) == ()


@pytest.mark.parametrize(
    ("group", "seat", "contested"),
    [
        ("a", 1, False),
        ("a", 3, True),  # beyond its two seats, among the open group's
        ("open", 3, False),
        ("open", 1, True),
        ("gone", 1, True),
        ("gone", 3, True),
        ("a", 0, False),
        ("gone", 0, False),
    ],
)
def test_a_seat_is_contested_when_it_is_not_the_holders_groups(group, seat, contested):
    """Fixed seats are their group's; whoever is in an open group sits on seats that no group owns."""
    mixed = charter(groups=[("a", 2), ("open", 0)])
    holding = Holding(member="m", group=group, seat=seat)
    assert is_contested(mixed, holding) is contested
    admitted = Holding(member="m", group=group, seat=seat, admitted=True)
    assert not is_contested(mixed, admitted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王芳", "王 芳"),
        ("王芳", "王\u3000芳"),
        ("王芳", "王\u200b芳"),
        ("阿依·古丽", "阿依•古丽"),
        ("Zhang San", "zhangsan"),
        ("Ｌｉ", "li"),
        ("王芳(大)", "王芳（大）"),
    ],
)
def test_one_name_may_be_written_in_several_ways(one, other):
    """Width, case, spaces, dots and unseen characters make no second person."""
    assert same_name(one) == same_name(other)


def test_names_that_people_tell_apart_stay_apart():
    """王芳(大) and 王芳(小) are two people who have agreed on how to be told apart."""
    assert same_name("王芳(大)") != same_name("王芳(小)")
    assert same_name("—") == ""
