"""Problems to select from, short to write."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from facilitator.rules.selection.problem import (
    Ballot,
    Completion,
    Found,
    Problem,
    Project,
    Rule,
    SelectionRule,
    TieBreak,
    Unaffordable,
    Worth,
)

GREEDY = SelectionRule(rule=Rule.GREEDY)
SHARES = SelectionRule(rule=Rule.EQUAL_SHARES, completion=Completion.NONE)
CHEAPER = (TieBreak.LOWER_COST,)


def ballots(*said: tuple[int, str]) -> tuple[Ballot, ...]:
    """So many ballots that tick those projects: (6, "ABC")."""
    return tuple(Ballot(worths=dict.fromkeys(ticks, 1), number=number) for number, ticks in said)


def by_votes(
    budget: int,
    projects: Mapping[str, tuple[int, int]],
    rule: SelectionRule = GREEDY,
    orders: tuple[tuple[str, ...] | Found, ...] = (),
) -> Problem:
    """Projects as name: (cost, votes), each vote from somebody else."""
    return Problem(
        budget=budget,
        projects=tuple(Project(id=name, cost=cost) for name, (cost, _votes) in projects.items()),
        ballots=tuple(
            Ballot(worths={name: 1}, number=votes) for name, (_cost, votes) in projects.items()
        ),
        rule=rule,
        orders=orders,
    )


@st.composite
def problems(draw: st.DrawFn, *, kind: Rule | None = None, ties: bool = True) -> Problem:
    """Small problems with many equal costs and votes, under any rule."""
    names = "ABCDEFG"[: draw(st.integers(1, 7))]
    costs = {name: draw(st.integers(1, 12)) for name in names}
    worth = st.dictionaries(st.sampled_from(names), st.integers(0, 3), max_size=len(names))
    ballot = st.builds(
        Ballot, worths=worth, number=st.integers(1, 2), group=st.sampled_from(["", "a", "b"])
    )
    rule = SelectionRule(
        rule=kind or draw(st.sampled_from(Rule)),
        unaffordable=draw(st.sampled_from(Unaffordable)),
        completion=draw(st.sampled_from(Completion)),
        worth=draw(st.sampled_from(Worth)),
        least_votes=draw(st.integers(0, 3)),
        ties=tuple(draw(st.lists(st.sampled_from(TieBreak), max_size=3))) if ties else (),
        step=draw(st.integers(1, 4)),
    )
    return Problem(
        budget=draw(st.integers(1, sum(costs.values()) + 2)),
        projects=tuple(Project(id=name, cost=cost) for name, cost in costs.items()),
        ballots=tuple(draw(st.lists(ballot, max_size=6))),
        rule=rule,
        orders=tuple(draw(st.lists(st.permutations(names).map(tuple), max_size=1))),
    )
