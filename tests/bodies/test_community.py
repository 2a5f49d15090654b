"""The community's own numbers: noted as often as they are counted."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies import Body, Person, decide
from facilitator.bodies.community import MOST, CommunityNoted, NoteCommunity
from facilitator.bodies.people import clean_person
from tests.meeting.hall import BODY, Hall, day


def note(**fields: Any) -> NoteCommunity:
    return NoteCommunity(body=BODY, as_of=day(1), **fields)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (note(), "community-empty"),
        (note(residents={"new": 0}), "community-empty"),
        (note(households=-1), "number-range"),
        (note(households=MOST + 1), "number-range"),
        (note(residents={"new": -1}), "number-range"),
        (note(households=1, residents={"guests": 5}), "unknown-group"),
        (note(households=1, source="a\nb"), "text-control"),
    ],
)
def test_numbers_are_of_people_and_of_groups_that_there_are(
    command: NoteCommunity, code: str
) -> None:
    """At least one number, none below nothing, and every group one of the charter's."""
    assert Hall().code(command) == code


def test_a_body_that_is_not_founded_has_no_numbers() -> None:
    """Its groups are those of its charter."""
    with pytest.raises(RuleViolation, match="unknown-body"):
        decide(Body(BODY), note(households=1))


def test_every_count_is_kept_beside_the_ones_before() -> None:
    """Households alone, residents alone, or both; who counted is said with it."""
    hall = Hall()
    hall.do(note(households=2860, source=" register "))
    hall.do(note(residents={"new": 5240, "established": MOST}))
    assert hall.body.communities == [
        CommunityNoted(as_of=day(1), households=2860, source="register"),
        CommunityNoted(as_of=day(1), residents={"new": 5240, "established": MOST}),
    ]


def test_who_invited_somebody_is_kept_like_a_name() -> None:
    """On one line, not too long, and no identity number."""
    assert clean_person(Person(name="A", invited_by=" 楼长 ")).invited_by == "楼长"
    for wrong, code in (
        ("a\nb", "text-control"),
        ("x" * 201, "text-too-long"),
        ("110101199003078515", "identity-number"),
    ):
        with pytest.raises(RuleViolation, match=code):
            clean_person(Person(name="A", invited_by=wrong))
