"""From what became of projects to the lines and the sums of a selection."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.rules.selection.greedy import Standing
from facilitator.rules.selection.outcome import Fate, Line, Round, Selection, Verdict
from facilitator.rules.selection.poll import Entry
from facilitator.rules.selection.problem import Problem, TieBreak


def line(
    entry: Entry,
    fate: Fate,
    *,
    left: int = 0,
    short: int = 0,
    number: int = 0,
    tie: TieBreak | None = None,
    by_completion: bool = False,
) -> Line:
    """The line of a project with its votes."""
    return Line(
        project=entry.id,
        cost=entry.cost,
        votes=entry.votes,
        supporters=entry.supporters,
        fate=fate,
        place=entry.place,
        by_group=entry.by_group,
        left=left,
        short=short,
        round=number,
        tie=tie,
        by_completion=by_completion,
    )


def aside(problem: Problem, entry: Entry) -> Line | None:
    """The line of a project that does not take part, or None."""
    if entry.cost > problem.budget:
        short = entry.cost - problem.budget
        return line(entry, Fate.ABOVE_BUDGET, left=problem.budget, short=short)
    if entry.votes < problem.rule.least_votes:
        return line(entry, Fate.BELOW_MINIMUM, short=problem.rule.least_votes - entry.votes)
    return None


def course_line(entry: Entry, standing: Standing, *, by_completion: bool = False) -> Line:
    """The line of a project that the greedy rule came to."""
    short = entry.cost - standing.left if standing.fate is Fate.UNAFFORDABLE else 0
    return line(
        entry,
        standing.fate,
        left=standing.left,
        short=short,
        number=standing.round,
        tie=standing.tie,
        by_completion=by_completion and standing.fate is Fate.FUNDED,
    )


def selection(
    problem: Problem, lines: Sequence[Line], rounds: Sequence[Round], tied: tuple[str, ...]
) -> Selection:
    """The result with its sums."""
    spent = sum(one.cost for one in lines if one.funded)
    return Selection(
        verdict=Verdict.UNDECIDED if tied else Verdict.DECIDED,
        budget=problem.budget,
        spent=spent,
        left=problem.budget - spent,
        voters=sum(ballot.number for ballot in problem.ballots),
        rule=problem.rule,
        lines=tuple(sorted(lines, key=lambda one: (one.place, not one.funded))),
        rounds=tuple(rounds),
        tied=tied,
    )
