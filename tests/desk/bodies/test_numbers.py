"""The numbers one plays with: whatever is changed in whatever order, they can be, and the rules take them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import presets
from facilitator.desk.bodies.numbers import (
    ANSWERS,
    ASSUMED,
    FIELDS,
    WEIGHT,
    WHOLE,
    an_example,
    by_group,
    by_weight,
    outcome_of,
)
from facilitator.rules.counting import check_votes, count
from facilitator.rules.outcome import Verdict

RULES = [(charter, rule) for charter in presets.charters() for rule in charter.rules]
SANYUANLI = presets.charter("yishihui_sanyuanli")


@pytest.mark.parametrize(("charter", "rule"), RULES, ids=lambda one: one.key)
@given(data=st.data())
@settings(max_examples=30)
def test_no_number_that_cannot_be(charter, rule, data):
    """Under every preset wild changes end in numbers that the rules accept, within their limits."""
    numbers = an_example(charter, rule)
    changes = st.tuples(
        st.sampled_from(sorted(numbers.lines)),
        st.sampled_from(FIELDS),
        st.integers(min_value=-5, max_value=10**7),
    )
    for line, name, value in data.draw(st.lists(changes, max_size=20)):
        if name == "in_office" and line not in numbers.open_lines:
            continue
        numbers = numbers.with_number(line, name, value)
        check_votes(numbers.votes())
        for each in numbers.lines:
            for field in FIELDS:
                least, most = numbers.limits(each, field)
                assert least <= getattr(numbers.lines[each], field) <= most
    assert outcome_of(charter, rule, numbers) == count(charter, rule.key, numbers.votes())


def test_the_example_is_one_vote_short():
    """Twelve of thirteen have come and eight are for: the charter's own arithmetic shows what is missing."""
    rule = SANYUANLI.rule()
    line = an_example(SANYUANLI, rule).lines[WHOLE]
    assert (line.seats, line.in_office, line.present) == (13, 13, 12)
    assert (line.in_favour, line.against, line.abstained) == (8, 3, 1)
    assert outcome_of(SANYUANLI, rule, an_example(SANYUANLI, rule)).missing == 1


def test_groups_and_weights_have_lines_of_their_own():
    """Where a rule looks at groups or weights, so does the trial; there everybody agrees to begin with."""
    for charter, rule in RULES:
        numbers = an_example(charter, rule)
        people = [key for key in numbers.lines if key != WEIGHT]
        wanted = [one.key for one in charter.groups] if by_group(charter, rule) else [WHOLE]
        assert people == wanted
        assert (WEIGHT in numbers.lines) == by_weight(charter, rule)
        if by_group(charter, rule) or by_weight(charter, rule):
            assert outcome_of(charter, rule, numbers).verdict is Verdict.PASSED


def test_an_open_assembly_has_as_many_members_as_one_likes():
    """Nobody is registered yet: a hundred are assumed, and the number can be changed."""
    charter = presets.charter("robert_simple")
    numbers = an_example(charter, charter.rule())
    assert numbers.lines[WHOLE].in_office == ASSUMED
    more = numbers.with_number(WHOLE, "in_office", 640)
    assert (more.lines[WHOLE].seats, more.lines[WHOLE].in_office) == (640, 640)
    fewer = more.with_number(WHOLE, "in_office", 3)
    assert fewer.lines[WHOLE].in_office == fewer.lines[WHOLE].present


def test_nobodys_weight_goes_with_them():
    """Where nobody is against any more, no square metre is either."""
    charter = presets.charter("owners_ordinary")
    numbers = an_example(charter, charter.rule())
    for name, value in (("in_favour", 60), ("against", 40)):
        numbers = numbers.with_number(WHOLE, name, value)
    numbers = numbers.with_number(WEIGHT, "in_favour", 400_000).with_number(
        WEIGHT, "against", 300_000
    )
    assert numbers.lines[WEIGHT].against == 300_000
    numbers = numbers.with_number(WHOLE, "against", 0)
    assert numbers.lines[WEIGHT].against == 0
    check_votes(numbers.votes())


def test_the_order_of_answers_does_not_matter():
    """The same numbers typed in any order that can be come to the same vote."""
    rule, order = SANYUANLI.rule(), ["in_favour", "against", "abstained", "blank", "void"]
    wanted = dict(zip(order, (4, 3, 2, 1, 1), strict=True))
    seen = set()
    for seed in range(20):
        random.Random(seed).shuffle(order)
        numbers = an_example(SANYUANLI, rule)
        for name in ANSWERS:
            numbers = numbers.with_number(WHOLE, name, 0)
        for name in order:
            numbers = numbers.with_number(WHOLE, name, wanted[name])
        seen.add(repr(numbers.votes()))
    assert len(seen) == 1
