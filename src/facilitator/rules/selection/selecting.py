"""The one way in: from a problem to a selection that explains itself."""

from __future__ import annotations

from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Problem


def select(problem: Problem) -> Selection:
    """Who is funded under the problem's rule, and why.

    Refuses what cannot be (`Problem.check`). Decides nothing by entry order, names or ids: a tie whose order
    matters is broken by the rule's `ties`, or the verdict is undecided and `tied` says between whom.
    """
    problem.check()
    raise NotImplementedError
