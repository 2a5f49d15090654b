"""The one way in: from a problem to a selection that explains itself."""

from __future__ import annotations

from facilitator.rules.selection.by_shares import by_shares
from facilitator.rules.selection.greedy import greedy
from facilitator.rules.selection.lines import aside, course_line, selection
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.poll import Entry, poll
from facilitator.rules.selection.problem import Problem, Rule


def select(problem: Problem) -> Selection:
    """Who is funded under the problem's rule, and why.

    Refuses what cannot be (`Problem.check`). Decides nothing by entry order, names or ids: a tie whose order
    matters is broken by the rule's `ties`, or the verdict is undecided and `tied` says between whom.

    Projects that cost more than the whole budget or have fewer votes than the minimum are set aside first:
    they end nothing where the rule is to stop at what does not fit.
    """
    problem.check()
    entries = poll(problem)
    if problem.rule.rule is Rule.GREEDY:
        return _by_votes(problem, entries)
    return by_shares(problem, entries)


def _by_votes(problem: Problem, entries: list[Entry]) -> Selection:
    running = [entry for entry in entries if aside(problem, entry) is None]
    course = greedy(running, problem.rule, problem.orders, problem.budget)
    lines = [
        aside(problem, entry) or course_line(entry, course.standings[entry.id]) for entry in entries
    ]
    return selection(problem, lines, course.rounds, course.tied)
