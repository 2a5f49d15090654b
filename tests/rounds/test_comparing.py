"""Two revisions side by side: what was added, removed, changed, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from facilitator.rounds.comparing import Changed, Difference, FieldChanged, compare
from facilitator.rounds.proposal import BudgetLine, ProposalSubmitted, Step
from tests.rounds.office import proposal

FIRST = ProposalSubmitted(
    entry="p1", **{key: value for key, value in proposal().items() if key != "total"}
)
STOVE, BOXES = FIRST.budget
ROWS = st.lists(
    st.builds(BudgetLine, what=st.sampled_from("abc"), fen=st.integers(1, 3)), max_size=6
)


def other(**changes: Any) -> Difference:
    """What is new when a proposal is changed in this way."""
    return compare(FIRST, msgspec.structs.replace(FIRST, entry="p2", **changes))


def test_the_same_proposal_has_nothing_new():
    """Entry, reason and day of a revision are no difference."""
    assert other(because="another paper").nothing
    assert other(budget=(BOXES, STOVE)).nothing


def test_fields_tell_old_and_new():
    """Sums among them."""
    cheaper = BudgetLine(what="Boxes", fen=100_000)
    found = other(title="New", budget=(STOVE, cheaper))
    assert found.fields == (
        FieldChanged("title", "Warm meals", "New"),
        FieldChanged("asked_fen", 300_000, 280_000),
    )
    assert found.budget == (Changed(BOXES, cheaper),)
    assert not found.nothing


def test_rows_are_added_removed_or_changed():
    """One of the same name is the same one, changed."""
    later = Step(what="Find a kitchen", who="Wu")
    new = Step(what="Open", who="Li")
    found = other(steps=(new, later), goals=(), budget=(BOXES,))
    assert found.steps == (Changed(None, new), Changed(FIRST.steps[0], later))
    assert found.goals == (Changed(FIRST.goals[0], None),)
    assert found.budget == (Changed(STOVE, None),)
    assert found.risks == ()


def test_of_two_alike_the_changed_one_is_changed():
    """The very same row is found before one of the same name."""
    more = BudgetLine(what="Boxes", fen=1)
    assert other(budget=(STOVE, more, BOXES)).budget == (Changed(None, more),)


@given(ROWS, ROWS)
def test_from_the_old_and_the_difference_comes_the_new(
    old: list[BudgetLine], new: list[BudgetLine]
):
    """Taking away what is gone and adding what has come gives the other one, but for the order."""
    one = msgspec.structs.replace(FIRST, budget=tuple(old))
    two = msgspec.structs.replace(FIRST, budget=tuple(new))
    rows = list(old)
    for changed in compare(one, two).budget:
        if changed.old is not None:
            rows.remove(changed.old)
        if changed.new is not None:
            rows.append(changed.new)
    assert sorted(rows, key=repr) == sorted(new, key=repr)
