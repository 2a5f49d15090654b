"""What holds of every selection, whatever the projects, the ballots and the rule."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from facilitator.rules.selection.outcome import Fate, Selection, Verdict
from facilitator.rules.selection.problem import Problem, Rule
from facilitator.rules.selection.selecting import select
from tests.effort import tries
from tests.rules.selection.making import problems

RENAMED = dict(zip("ABCDEFG", "GCFAEBD", strict=True))


def renamed(problem: Problem) -> Problem:
    """The same problem where every project has another name."""
    replace = msgspec.structs.replace
    return replace(
        problem,
        projects=tuple(replace(one, id=RENAMED[one.id]) for one in problem.projects),
        ballots=tuple(
            replace(one, worths={RENAMED[name]: worth for name, worth in one.worths.items()})
            for one in problem.ballots
        ),
        orders=tuple(tuple(RENAMED[name] for name in order) for order in problem.orders),
    )


def what_is_decided(selection: Selection) -> dict[str, Fate]:
    return {line.project: line.fate for line in selection.lines}


@tries(25, 2000)
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_projects_and_ballots_decides_nothing(problem, chance):
    """Shuffled, a problem has the very same result."""
    projects, ballots = list(problem.projects), list(problem.ballots)
    chance.shuffle(projects)
    chance.shuffle(ballots)
    shuffled = msgspec.structs.replace(problem, projects=tuple(projects), ballots=tuple(ballots))
    assert select(shuffled) == select(problem)


@tries(25, 2000)
@given(problems())
def test_names_decide_nothing(problem):
    """With other names, the same projects get the money, and the same are tied."""
    found, other = select(problem), select(renamed(problem))
    assert what_is_decided(other) == {
        RENAMED[name]: fate for name, fate in what_is_decided(found).items()
    }
    assert set(other.tied) == {RENAMED[name] for name in found.tied}


@tries(25, 2000)
@given(problems())
def test_the_sums_hold_and_every_line_has_its_reason(problem):
    """Never more than the budget; nobody under the minimum; undecided exactly where somebody is tied."""
    result = select(problem)
    lines = result.lines
    assert result.spent == sum(line.cost for line in lines if line.funded) <= problem.budget
    assert result.left == problem.budget - result.spent
    assert all(line.votes >= problem.rule.least_votes for line in lines if line.funded)
    assert [line.votes for line in lines] == sorted((line.votes for line in lines), reverse=True)
    open_ = {line.project for line in lines if line.fate in (Fate.TIED, Fate.WAITING)}
    assert (result.verdict is Verdict.UNDECIDED) == bool(result.tied) == bool(open_)
    for line in lines:
        if line.fate is Fate.ABOVE_BUDGET:
            assert line.short == line.cost - problem.budget > 0
        if line.fate is Fate.UNAFFORDABLE and line.short:
            assert line.short == line.cost - line.left > 0
    assert msgspec.json.decode(msgspec.json.encode(result), type=Selection) == result


@tries(25, 2000)
@given(problems())
def test_a_full_order_leaves_nothing_undecided(problem):
    """With a lot among all projects every tie is broken; what was certain or found in another stays so."""
    before = select(problem)
    order = tuple(sorted(project.id for project in problem.projects))
    rule = msgspec.structs.replace(problem.rule, ties=(*problem.rule.ties, "lot"))
    after = select(msgspec.structs.replace(problem, rule=rule, orders=(order, *problem.orders)))
    assert after.verdict is Verdict.DECIDED
    if before.verdict is Verdict.DECIDED:
        assert set(after.funded) == set(before.funded)
    assert set(before.funded) <= set(after.funded)
    never = {line.project for line in before.lines if not line.funded} - {
        line.project for line in before.lines if line.fate in (Fate.TIED, Fate.WAITING)
    }
    assert not never & set(after.funded)


@tries(25, 2000)
@given(problems(kind=Rule.EQUAL_SHARES))
def test_supporters_pay_exactly_what_a_project_costs(problem):
    """The payments of every round add up to the cost, and nobody pays more than the price or the share."""
    result = select(problem)
    for one in result.rounds:
        if one.by_completion:
            assert not one.payments
            continue
        paid = [Fraction(payment.amount) for payment in one.payments]
        assert sum(p.voters * a for p, a in zip(one.payments, paid, strict=True)) == one.cost
        assert one.payers == sum(payment.voters for payment in one.payments)
        assert paid == sorted(paid, reverse=True)
        assert all(0 < amount <= Fraction(result.share) for amount in paid)
        assert all(Fraction(other.rho) >= Fraction(one.rho) for other in one.candidates)


@tries(25, 1000)
@given(problems(kind=Rule.EQUAL_SHARES, ties=False))
def test_the_money_of_the_rounds_is_the_voters_own(problem):
    """All payments together are no more than all shares; what is left gets less from round to round."""
    result = select(problem)
    bought = [one for one in result.rounds if not one.by_completion]
    total = sum((p.voters * Fraction(p.amount) for one in bought for p in one.payments), Fraction())
    assert total <= Fraction(result.share or 0) * result.voters
    lefts: dict[bool, list[int]] = defaultdict(list)
    for one in result.rounds:
        lefts[one.by_completion].append(one.left)
    assert all(rests == sorted(rests, reverse=True) for rests in lefts.values())
