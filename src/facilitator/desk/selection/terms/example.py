"""What equal shares comes to, as one dry line with the numbers of this meeting; and whether terms were set."""

from __future__ import annotations

from facilitator.meeting import Meeting
from facilitator.meeting.selection.terms import TermsSet
from facilitator.words.figures import Unit, airy, counted, money
from facilitator.words.tongue import tongue

VOTERS, BUDGET, COST = 10, 10_000_000, 2_500_000
"""Where a meeting has no numbers yet."""


def is_settled(meeting: Meeting) -> bool:
    """Whether people have settled how they vote; a new meeting begins with what is usual."""
    return any(isinstance(one.recorded.event, TermsSet) for one in meeting.chronicle)


def example_words(meeting: Meeting, budget: int, lang: str) -> str:
    """70 人投票，每人名下 2,857.14 元；一个 36,000 元的项目要 13 人支持才付得起."""
    t, voters = tongue(lang), len(meeting.council.seats)
    costs = sorted(one.asked for one in meeting.slate.standing if one.asked <= budget)
    if not (budget and voters and costs):
        voters, budget, costs = VOTERS, BUDGET, [COST]
    cost = costs[len(costs) // 2]
    needed = -(-cost * voters // budget)
    said = t(
        "For example: with {people} voting, each has a share of {share}; a project for {cost} needs {needed} "
        "supporters who have spent nothing yet.",
        people=counted(voters, Unit.PEOPLE, lang), share=money(budget // voters, lang),
        cost=money(cost, lang), needed=needed,
    )  # fmt: skip
    return airy(said)
