"""Seats held by the wrong group: the app never drops a vote by itself and never counts one silently."""

from __future__ import annotations

from functools import cache
from itertools import combinations, combinations_with_replacement, product

import pytest

from facilitator.acts import RuleViolation
from facilitator.rules import contested
from facilitator.rules.charter import Base, Measure, Recusal, Threshold
from facilitator.rules.counting import count
from facilitator.rules.outcome import Reason, Verdict
from facilitator.rules.tally import Tally, Votes
from tests.rules.making import charter, counted, rule, tally

MORE_FOR = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)
ANSWERS = ("in_favour", "against", "abstained", "blank", "void", "recused")
KINDS = (*ANSWERS, "silent", "absent")


def body(people: tuple[str, ...]) -> Tally:
    """The tally of people of whom each one's part is told."""
    absent = people.count("absent")
    answers = {kind: people.count(kind) for kind in ANSWERS}
    return Tally(seats=len(people), in_office=len(people), present=len(people) - absent, **answers)


def without_seats(made, left: tuple[str, ...], seats: int) -> Verdict:
    """The verdict of the people left, when the other seats are vacant."""
    return of_so_many(made, body(left), seats)


@cache
def of_so_many(made, people: Tally, seats: int) -> Verdict:
    """The verdict of such a tally: many rooms are the same one, with other people in it."""
    numbers = {name: getattr(people, name) for name in Tally.__struct_fields__} | {"seats": seats}
    return count(made, "", Votes(whole=Tally(**numbers))).verdict


def every_ruling(made, sound: tuple[str, ...], wrong: tuple[str, ...]) -> set[Verdict]:
    """The verdicts when each subset of the wrong seats is declared vacant, person by person."""
    return {
        without_seats(made, (*sound, *kept), len(sound) + len(wrong))
        for size in range(len(wrong) + 1)
        for kept in combinations(wrong, size)
    }


RULES = {
    "seats": charter(rule(Threshold(share="2/3", base=Base.SEATS)), groups=[("a", 9)]),
    "majority": charter(rule(MORE_FOR), groups=[("a", 9)]),
    "members, with quorum": charter(
        rule(Threshold(share="1/2", base=Base.IN_OFFICE)),
        groups=[("a", 9)],
        quorum=(Threshold(share="2/3", base=Base.SEATS),),
    ),
    "participation": charter(
        rule(MORE_FOR, participation=(Threshold(share="1/2", base=Base.SEATS),)), groups=[("a", 9)]
    ),
    "those entitled": charter(
        rule(Threshold(share="2/3", base=Base.PRESENT), recusal=Recusal.LEAVES_BASE),
        groups=[("a", 9)],
    ),
}
ROOMS = [
    ("in_favour",) * yes + ("against",) * no + ("silent",) * still
    for yes, no, still in product(range(5), range(4), range(2))
]


@pytest.mark.no_cover
@pytest.mark.parametrize("made", RULES.values(), ids=RULES.keys())
@pytest.mark.parametrize("size", [1, 2])
def test_a_vote_is_undecided_just_when_some_ruling_changes_it(made, size):
    """Every room, every pair of wrongly held seats, every subset of them ruled vacant."""
    for sound, wrong in product(ROOMS, combinations_with_replacement(KINDS, size)):
        expected = every_ruling(made, sound, wrong)
        outcome = counted(made, body((*sound, *wrong)), contested={"a": body(wrong)})
        if len(expected) == 1:
            assert {outcome.verdict} == expected
        else:
            assert (outcome.verdict, outcome.reason) == (Verdict.UNDECIDED, Reason.COMPOSITION)


@pytest.mark.no_cover
@pytest.mark.parametrize("made", RULES.values(), ids=RULES.keys())
@pytest.mark.parametrize("unnamed", [1, 2])
def test_unnamed_votes_may_be_anybodys_in_the_room(made, unnamed):
    """Every room of five and two who are away: any so many of the five may hold the wrong seats."""
    for room in combinations_with_replacement((*ANSWERS[:5], "silent"), 5):
        people = (*room, "absent", "absent")
        expected = {
            without_seats(made, (*left, "absent", "absent"), 7)
            for size in range(unnamed + 1)
            for left in combinations(room, 5 - size)
        }
        outcome = counted(made, body(people), contested_unnamed=unnamed)
        if len(expected) == 1:
            assert {outcome.verdict} == expected
        else:
            assert outcome.reason is Reason.COMPOSITION


def test_two_wrong_seats_may_be_ruled_on_differently():
    """5 to 4 with one contested vote on each side: both in or both out pass, but the one alone does not."""
    made = charter(rule(MORE_FOR))
    outcome = counted(made, tally(5, 4), contested={"a": tally(1), "b": tally(0, 1)})
    assert outcome.verdict is Verdict.UNDECIDED
    assert outcome.contested == 2


def test_hands_from_wrong_seats_may_be_any_hands():
    """Nine hands of thirteen with one contested person in the room: nobody knows whose hand it was."""
    whole = tally(9, 4, seats=13)
    outcome = counted(charter(), whole, contested_unnamed=1)
    assert (outcome.verdict, outcome.contested) == (Verdict.UNDECIDED, 1)
    assert counted(charter(), tally(10, 3, seats=13), contested_unnamed=1).verdict is Verdict.PASSED
    assert counted(charter(), tally(8, 5, seats=13), contested_unnamed=1).verdict is Verdict.FAILED


def test_two_hands_from_wrong_seats_may_be_split():
    """4 to 2: if two contested hands were both for, it is a tie; one alone would not matter."""
    made = charter(rule(MORE_FOR))
    assert counted(made, tally(4, 2), contested_unnamed=2).verdict is Verdict.UNDECIDED
    assert counted(made, tally(4, 2), contested_unnamed=1).verdict is Verdict.PASSED


def test_a_wrong_seat_may_make_the_quorum():
    """Dropping the ninth person present loses the quorum: the verdict waits."""
    made = charter(rule(MORE_FOR), quorum=(Threshold(share="2/3", base=Base.SEATS),))
    whole = tally(5, 2, 1, present=9, seats=13, in_office=13)
    silent = tally(present=1)
    assert counted(made, whole, contested={"new": silent}).verdict is Verdict.UNDECIDED


def test_a_wrong_seat_counts_in_its_group():
    """Where each group has to agree, the vote is taken out of the seat's group."""
    each = Threshold(share="1/2", base=Base.SEATS, strict=True, group="each")
    made = charter(rule(each), groups=[("a", 3), ("b", 3)])
    groups = {"a": tally(2, 1), "b": tally(3)}
    votes = {"groups": groups, "contested": {"b": tally(1)}}
    assert counted(made, tally(5, 1), **votes).verdict is Verdict.PASSED
    votes = {"groups": groups, "contested": {"a": tally(1)}}
    assert counted(made, tally(5, 1), **votes).verdict is Verdict.UNDECIDED


def test_contested_weight_is_never_guessed():
    """How much of the area is contested is not told: the vote waits for people."""
    area = Threshold(share="1/2", base=Base.RETURNED, measure=Measure.WEIGHT)
    made = charter(rule(area, MORE_FOR), weight_unit="m²")
    votes = {"weights": tally(90, 10), "contested": {"a": tally(1)}}
    assert counted(made, tally(5, 1), **votes).verdict is Verdict.UNDECIDED


def test_hands_counted_by_group_do_not_tell_whose_they_were():
    """Where groups decide and nobody's vote is known by name, a contested person leaves it undecided."""
    each = Threshold(share="1/2", base=Base.SEATS, strict=True, group="each")
    made = charter(rule(MORE_FOR, each), groups=[("a", 3), ("b", 3)])
    votes = {"groups": {"a": tally(3), "b": tally(3)}, "contested_unnamed": 1}
    assert counted(made, tally(6), **votes).verdict is Verdict.UNDECIDED


def test_too_many_wrong_seats_wait_for_people(monkeypatch):
    """Where there are more rulings than can be worked through, no verdict is claimed."""
    votes = Votes(whole=tally(13), contested={"new": tally(1)})
    assert count(charter(), "", votes).verdict is Verdict.PASSED
    monkeypatch.setattr(contested, "MOST_RULINGS", 1)
    assert count(charter(), "", votes).verdict is Verdict.UNDECIDED


def test_contested_people_are_among_the_people():
    """More contested votes than votes are numbers that cannot be."""
    with pytest.raises(RuleViolation) as refused:
        counted(charter(), tally(1, 5), contested={"new": tally(2)})
    assert refused.value.code == "groups-do-not-add-up"
