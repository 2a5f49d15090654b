"""Founding a body, and the versions of its charter."""

from __future__ import annotations

import pytest

from facilitator.acts import Command, RuleViolation
from facilitator.bodies import Body, decide
from facilitator.bodies.founding import AdoptCharter, BeginTerm, FoundBody
from facilitator.rules.charter import SeatGroup
from tests.meeting.hall import BODY, Hall, assembly, charter, day, words


def found(**fields: object) -> FoundBody:
    told = {"body": BODY, "name": "Council", "charter": charter(), **fields}
    return FoundBody(**told)  # pyright: ignore[reportArgumentType]


def adopt(**changes: object) -> AdoptCharter:
    made = charter(**{"version": 2, **changes})
    return AdoptCharter(body=BODY, charter=made, reason="agreed in June")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (found(body="two words"), "bad-id"),
        (found(name=""), "text-missing"),
        (found(name="Two\nlines"), "text-control"),
        (found(term=0), "number-range"),
        (found(term=1000), "number-range"),
        (found(charter="thirteen"), "unknown-charter"),
        (found(charter=charter(disabled=words("Not verified"))), "charter-disabled"),
        (found(charter=charter(rules=())), "charter-wrong"),
        (BeginTerm(body=BODY, term=2), "unknown-body"),
    ],
)
def test_a_body_is_founded_under_a_charter_that_can_be_used(command: Command, code: str) -> None:
    """A name, a term, and a charter that makes sense and is not disabled."""
    with pytest.raises(RuleViolation) as refusal:
        decide(Body(BODY), command)
    assert refusal.value.code == code


def test_a_body_is_founded_once() -> None:
    """The second founding is refused."""
    assert Hall().code(found()) == "body-exists"


def test_terms_follow_one_another() -> None:
    """After the first term comes the second."""
    hall = Hall()
    assert hall.code(BeginTerm(body=BODY, term=3)) == "term-order"
    hall.do(BeginTerm(body=BODY, term=2))
    assert hall.body.term == 2


def test_a_newer_charter_holds_from_its_day() -> None:
    """The newest version in force on a day is the one for that day; outside all versions there is none."""
    hall = Hall(charter(valid_from=day(1)))
    hall.do(adopt(valid_from=day(20), valid_until=day(29)))
    assert hall.body.charter_on(day(19)).version == 1
    assert hall.body.charter_on(day(20)).version == 2
    assert hall.body.charter_on(day(30)).version == 1
    with pytest.raises(RuleViolation, match="charter-not-in-force"):
        hall.body.charter_on(day(1).replace(year=2020))


def test_a_charter_is_replaced_by_a_higher_version() -> None:
    """The same version again, or one without a reason, is refused."""
    hall = Hall()
    assert hall.code(adopt(version=1)) == "charter-version"
    hall.do(adopt())
    assert hall.code(adopt()) == "charter-version"


def test_a_new_charter_keeps_every_seat_that_somebody_holds() -> None:
    """A seat that no group of the new charter owns could not be counted: it is vacated first."""
    hall = Hall()
    smaller = (SeatGroup("established", words("Established"), 6), SeatGroup("new", words("New"), 6))
    refusal = hall.refused(adopt(groups=smaller, offices=()))
    assert (refusal.code, refusal.facts["member"]) == ("seat-in-use", "o1")


def test_an_open_assembly_keeps_members_of_the_groups_it_has() -> None:
    """Households stay households; members of a group that is gone would be counted nowhere."""
    hall = Hall(assembly(), members=("h1", "h2"))
    hall.do(AdoptCharter(body=BODY, charter=assembly(version=2), reason="agreed"))
    groups = (SeatGroup("owner", words("Owners")),)
    other = AdoptCharter(body=BODY, charter=assembly(version=3, groups=groups), reason="agreed")
    assert hall.code(other) == "seat-in-use"
