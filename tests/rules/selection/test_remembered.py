"""Results that were worked out lately."""

import pytest

from facilitator.rules.selection import remembered
from facilitator.rules.selection.problem import Problem
from facilitator.rules.selection.remembered import NotWorkedOut, known_only, selected
from facilitator.rules.selection.selecting import select
from tests.rules.selection.making import by_votes


@pytest.fixture(autouse=True)
def _fresh():
    remembered.forget()
    yield
    remembered.forget()


def vote(budget: int) -> Problem:
    return by_votes(budget, {"A": (5, 2), "B": (4, 1)})


def test_the_same_problem_has_the_same_result_without_working_it_out_again():
    """Told apart by all that it follows from, and by nothing else."""
    first = selected(vote(5))
    assert first == select(vote(5))
    assert selected(vote(5)) is first
    assert selected(vote(9)) != first


def test_asked_for_what_is_known_only_nothing_is_worked_out():
    """What is not known is named; what is known is given; afterwards all is as before."""
    known = selected(vote(5))
    with known_only():
        assert selected(vote(5)) is known
        with pytest.raises(NotWorkedOut) as wanted:
            selected(vote(9))
    assert wanted.value.problem == vote(9)
    assert selected(vote(9)).funded == ("A", "B")


def test_only_the_last_few_are_remembered():
    """What nobody asked for again for a while is forgotten first."""
    first = selected(vote(1))
    for budget in range(2, remembered.KEPT + 1):
        selected(vote(budget))
    assert selected(vote(1)) is first
    selected(vote(100))
    assert selected(vote(1)) is first
    with known_only(), pytest.raises(NotWorkedOut):
        selected(vote(2))
