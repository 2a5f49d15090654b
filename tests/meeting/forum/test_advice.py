"""What so many people make of a forum."""

from __future__ import annotations

import pytest

from facilitator.meeting.forum.advice import advise


@pytest.mark.parametrize(
    ("people", "topics", "places", "slots", "gap", "group"),
    [
        (1, 1, 1, 1, 10, (5, 7)),
        (40, 20, 4, 5, 10, (5, 7)),
        (41, 21, 5, 5, 10, (10, 15)),
        (50, 25, 5, 5, 10, (10, 15)),
        (51, 16, 6, 3, 10, (10, 15)),
        (100, 30, 10, 3, 10, (10, 15)),
        (110, 28, 11, 3, 10, (10, 15)),
        (200, 50, 20, 3, 10, (10, 15)),
        (201, 41, 21, 2, 20, (10, 15)),
        (500, 100, 50, 2, 20, (10, 15)),
        (600, 90, 60, 2, 20, (10, 15)),
    ],
)
def test_the_table_says_what_to_expect(
    people: int, topics: int, places: int, slots: int, gap: int, group: tuple[int, int]
) -> None:
    """A hundred and ten people make 28 topics in three rounds of eleven; every line of the table holds."""
    found = advise(people)
    assert found is not None
    assert (found.topics, found.places, found.slots, found.gap) == (topics, places, slots, gap)
    assert (found.people, found.group) == (people, group)
    assert found.places * found.slots >= found.topics


@pytest.mark.parametrize("people", [0, -3])
def test_nobody_makes_nothing(people: int) -> None:
    """Where nobody is expected there is nothing to advise."""
    assert advise(people) is None
