"""The numbers a count starts from."""

from __future__ import annotations

import pytest

from facilitator.acts import RuleViolation
from facilitator.rules.tally import Choice
from tests.rules.making import tally


def test_absent_recused_silent_abstaining_blank_and_void_are_different():
    """Six ways of not saying yes or no, each counted apart."""
    room = tally(3, 2, 1, blank=1, void=1, seats=13, in_office=12, present=11, recused=2)
    assert (room.vacant, room.absent, room.recused, room.silent) == (1, 1, 2, 1)
    assert (room.abstained, room.blank, room.void, room.returned) == (1, 1, 1, 8)


@pytest.mark.parametrize(
    ("room", "code"),
    [
        (tally(seats=12, in_office=13), "more-members-than-seats"),
        (tally(in_office=12, present=13), "more-present-than-members"),
        (tally(present=2, recused=3), "more-recused-than-present"),
        (tally(9, present=9, recused=1), "more-votes-than-present"),
    ],
)
def test_numbers_that_cannot_be_are_refused(room, code):
    """People have seats, are members, are in the room, and answer once."""
    with pytest.raises(RuleViolation) as refused:
        room.check()
    assert refused.value.code == code


def test_a_refusal_tells_both_numbers():
    """Nine answers, and eight people who might have given them."""
    with pytest.raises(RuleViolation) as refused:
        tally(9, present=9, recused=1).check()
    assert refused.value.facts == {"votes": 9, "entitled": 8}


@pytest.mark.parametrize(
    ("choice", "field"),
    [(Choice.FOR, "in_favour"), (Choice.AGAINST, "against"), (Choice.ABSTAIN, "abstained")],
)
def test_an_answer_is_added_where_it_belongs(choice, field):
    """One more answer changes one number and nothing else."""
    more = tally(2, 2, 2, present=9).plus(choice)
    assert getattr(more, field) == 3
    assert more.returned == 7


def test_people_taken_out_leave_their_seats_vacant():
    """Somebody whose seat does not count goes with the answer; the seat stays."""
    left = tally(9, 4, seats=13).without(tally(1, recused=0))
    assert (left.seats, left.in_office, left.vacant, left.in_favour) == (13, 12, 1, 8)
