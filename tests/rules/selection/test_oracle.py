"""Our selection beside that of pabutools, where it happens to be installed (`--group oracle`; never shipped).

It lists every outcome that some order of ties leads to. Ours is undecided exactly where that is more than one,
and funds for certain exactly what all of them fund.
"""

from __future__ import annotations

import copy
import random
from itertools import permutations
from typing import Any

import pytest

from facilitator.rules.selection.outcome import Fate, Verdict
from facilitator.rules.selection.problem import (
    Ballot,
    Completion,
    Problem,
    Project,
    Rule,
    SelectionRule,
    Worth,
)
from facilitator.rules.selection.raising import step_of
from facilitator.rules.selection.selecting import select
from tests.effort import cases

pytest.importorskip("pabutools", reason="pabutools is not installed: nothing to compare with")

from pabutools import election as pb
from pabutools.election.satisfaction import AdditiveSatisfaction
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.rules.mes import mes_rule
from pabutools.tiebreaking import TieBreakingRule

RULES = [
    SelectionRule(rule=Rule.GREEDY, least_votes=0),
    *(
        SelectionRule(rule=Rule.EQUAL_SHARES, least_votes=0, worth=worth, completion=completion)
        for worth in Worth
        for completion in (Completion.NONE, Completion.GREEDY)
    ),
]


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its search for all outcomes copies objects that name each other, and fails; these copies do not."""

    def project(self: Any, _memo: object) -> Any:
        other = copy.copy(self)
        other.supporter_indices = list(self.supporter_indices)
        return other

    def voter(self: Any, _memo: object) -> Any:
        other = copy.copy(self)
        other.budget_over_sat_map = {}
        return other

    monkeypatch.setattr(mes_rule.MESProject, "__deepcopy__", project, raising=False)
    monkeypatch.setattr(mes_rule.MESVoter, "__deepcopy__", voter, raising=False)


def satisfaction(worth: Worth) -> type[AdditiveSatisfaction]:
    """What a ballot says of a project, or that times the cost."""

    def of(_instance: Any, _profile: Any, ballot: Any, project: Any, _known: Any) -> Any:
        said = ballot.get(project, 0) if isinstance(ballot, dict) else int(project in ballot)
        return said * (project.cost if worth is Worth.COST else 1)

    class Said(AdditiveSatisfaction):
        def __init__(self, instance: Any, profile: Any, ballot: Any) -> None:
            super().__init__(instance, profile, ballot, of)

    return Said


def election(problem: Problem, *, ticks: bool) -> tuple[Any, Any, dict[str, Any]]:
    """The same in its terms: instance, profile, projects by name."""
    projects = {one.id: pb.Project(one.id, one.cost) for one in problem.projects}
    instance = pb.Instance(projects.values(), budget_limit=problem.budget)
    said = [ballot.worths for ballot in problem.ballots for _ in range(ballot.number)]
    if ticks:
        profile = pb.ApprovalProfile(
            [pb.ApprovalBallot([projects[one] for one in worths]) for worths in said]
        )
    else:
        profile = pb.CardinalProfile(
            [pb.CardinalBallot({projects[k]: v for k, v in worths.items()}) for worths in said]
        )
    return instance, profile, projects


def outcomes(problem: Problem, *, ticks: bool) -> set[frozenset[str]]:
    """All that pabutools says may be funded."""
    instance, profile, _projects = election(problem, ticks=ticks)

    def by_votes(bought: Any) -> Any:
        # it divides by the cost, so that votes times cost are the votes
        return greedy_utilitarian_welfare(
            instance,
            profile,
            sat_class=satisfaction(Worth.COST),
            is_sat_additive=False,
            resoluteness=False,
            initial_budget_allocation=bought,
        )

    if problem.rule.rule is Rule.GREEDY:
        found = by_votes([])
    else:
        found = method_of_equal_shares(
            instance,
            profile,
            sat_class=satisfaction(problem.rule.worth),
            resoluteness=False,
            binary_sat=False,
        )
        if problem.rule.completion is Completion.GREEDY:
            found = [one for bought in found for one in by_votes(bought)]
    return {frozenset(project.name for project in one) for one in found}


def drawn(
    chance: random.Random, *, ticks: bool
) -> tuple[int, tuple[Project, ...], tuple[Ballot, ...]]:
    """A small vote with many ties; now and then a project above the budget."""
    number = chance.randint(2, 7)
    most, unit = chance.choice([5, 10, 30]), chance.choice([1, 10])
    costs = [chance.randint(1, most) * unit for _ in range(number)]
    budget = max(*costs, sum(costs) * chance.randint(2, 9) // 10)
    if chance.random() < 0.2:
        costs[0] = budget + chance.randint(1, 3)
    ballots = [
        Ballot(
            worths={
                f"p{one}": 1 if ticks else chance.randint(1, 4)
                for one in chance.sample(range(number), chance.randint(0, number))
            },
            number=chance.choice([1, 1, 1, 2]),
        )
        for _ in range(chance.randint(1, 8))
    ]
    projects = tuple(Project(id=f"p{n}", cost=cost) for n, cost in enumerate(costs))
    return budget, projects, tuple(ballots)


@pytest.mark.parametrize("ticks", [True, False], ids=["approval", "cardinal"])
@pytest.mark.parametrize(
    "rule", RULES, ids=lambda rule: f"{rule.rule}-{rule.worth}-{rule.completion}"
)
def test_the_same_projects_as_pabutools_ties_included(rule: SelectionRule, ticks: bool):
    """Decided: its one outcome. Undecided: it has several, and we fund what all of them fund."""
    for seed in range(cases(30, 1000)):
        budget, projects, ballots = drawn(random.Random(seed), ticks=ticks)
        problem = Problem(budget=budget, projects=projects, ballots=ballots, rule=rule)
        found, wanted = select(problem), outcomes(problem, ticks=ticks)
        assert (found.verdict is Verdict.UNDECIDED) == (len(wanted) > 1), problem
        assert set(found.funded) == frozenset.intersection(*wanted), problem
        maybe = {
            line.project
            for line in found.lines
            if line.fate in (Fate.FUNDED, Fate.TIED, Fate.WAITING)
        }
        assert maybe == frozenset.union(*wanted), problem


def raised(problem: Problem, step: int, *, ticks: bool) -> set[frozenset[str]]:
    """All that pabutools funds with shares raised by so much, then by votes: under every order of ties."""
    instance, profile, projects = election(problem, ticks=ticks)
    found: set[frozenset[str]] = set()
    for order in permutations(projects):
        first = TieBreakingRule(lambda _i, _p, project, order=order: order.index(project.name))
        bought = method_of_equal_shares(
            instance,
            profile,
            sat_class=satisfaction(problem.rule.worth),
            binary_sat=False,
            voter_budget_increment=step,
            tie_breaking=first,
        )
        whole = greedy_utilitarian_welfare(
            instance,
            profile,
            sat_class=satisfaction(Worth.COST),
            is_sat_additive=False,
            initial_budget_allocation=bought,
            tie_breaking=first,
        )
        found.add(frozenset(project.name for project in whole))
    return found


@pytest.mark.parametrize("ticks", [True, False], ids=["approval", "cardinal"])
@pytest.mark.parametrize("worth", Worth)
def test_raised_shares_fund_what_pabutools_funds(worth: Worth, ticks: bool):
    """Decided: the same whatever goes first among equals. Undecided: what we fund, it always funds."""
    for seed in range(cases(10, 250)):
        chance = random.Random(seed)
        budget, projects, ballots = drawn(chance, ticks=ticks)
        few = {one.id for one in projects[:4] if one.cost <= budget}
        rule = SelectionRule(
            rule=Rule.EQUAL_SHARES,
            least_votes=0,
            worth=worth,
            completion=Completion.RAISE,
            step=chance.choice([1, 2, 5]),
        )
        problem = Problem(
            budget=budget,
            projects=tuple(one for one in projects if one.id in few),
            ballots=tuple(
                Ballot(
                    worths={key: said for key, said in one.worths.items() if key in few},
                    number=one.number,
                )
                for one in ballots
            ),
            rule=rule,
        )
        step = step_of(problem, sum(one.number for one in ballots))
        found, wanted = select(problem), raised(problem, step, ticks=ticks)
        if found.verdict is Verdict.DECIDED:
            assert wanted == {frozenset(found.funded)}, problem
        else:
            assert set(found.funded) <= frozenset.intersection(*wanted), problem
