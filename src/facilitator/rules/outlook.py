"""What can be said of a vote before it is decided: what it still takes, who may stand aside or leave.

Nothing here decides anything: every answer is asked of `count`, with the numbers as they would then be.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from facilitator.data import dataclass
from facilitator.rules.charter import Base, Charter, Measure, Threshold
from facilitator.rules.contested import is_contested_vote
from facilitator.rules.counting import count, the_rule
from facilitator.rules.outcome import Outcome, Reason, Role, Test, Verdict
from facilitator.rules.tally import Choice, Tally, Votes

KNOWN_BEFORE = (Base.SEATS, Base.IN_OFFICE, Base.PRESENT)
"""Bases whose size does not depend on what people answer."""


NOT_BY_NUMBERS = (Reason.COMPOSITION, Reason.CASTING_VOTE)
"""Reasons under which reaching the number, or not, is not what decides."""


def the_line(outcome: Outcome, *, running: bool = False) -> Test | None:
    """The one test that a single mark on a row of people can stand for, or None.

    None where several tests decide, where groups or weights do, where the vote is not valid, hangs on
    contested seats or was decided by a casting vote, and, while it is `running`, where the base depends on
    the answers.
    """
    consent = [test for test in outcome.tests if test.role is Role.CONSENT]
    taking_part = any(test.role is Role.PARTICIPATION for test in outcome.tests)
    test = consent[0]
    simple = len(consent) == 1 and not taking_part and not test.group
    if not simple or test.measure is Measure.WEIGHT:
        return None
    if outcome.verdict is Verdict.NOT_VALID or outcome.reason in NOT_BY_NUMBERS:
        return None
    return None if running and test.base not in KNOWN_BEFORE else test


def still_short(
    charter: Charter, rule_key: str, votes: Votes, outstanding: dict[str, int]
) -> int | None:
    """The fewest further votes in favour with which it would carry if nobody else answered; 0: it would now.

    None where no number of those `outstanding` would do, or where it matters whose votes they are (groups,
    weights, contested seats).
    """
    if _whose_matters(charter, rule_key, votes):
        return None

    def carried(more: int) -> bool:
        whole = votes.whole.plus(Choice.FOR, more)
        return _passes(charter, rule_key, msgspec.structs.replace(votes, whole=whole, groups={}))

    most = sum(outstanding.values())
    if not carried(most):
        return None
    return most - _most(lambda fewer: carried(most - fewer), most)


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a vote would take with the people who are in the room now."""

    entitled: int
    """In the room and not recused."""
    best: Outcome
    """What came of it if all of them were in favour."""
    may_oppose: int | None = None
    """The most that may be against while all others are in favour and it carries; None: not to be told."""
    may_abstain: int | None = None
    may_stay_silent: int | None = None
    may_leave: int | None = None
    """The most that may leave before it opens, with all who stay in favour, and it still carries."""
    after_that: Reason | None = None
    """Why it would not carry if one more left."""


def dry_run(charter: Charter, rule_key: str, votes: Votes) -> DryRun:
    """Try a vote out before it is opened; `votes` are the numbers of the room, with no answer in them.

    Where it matters who it is that opposes or leaves (groups, weights, contested seats), only `best` is told.
    """
    entitled = votes.whole.silent
    best = count(charter, rule_key, _all_in_favour(votes))
    if _whose_matters(charter, rule_key, votes):
        return DryRun(entitled, best)

    def carried(others: int, choice: Choice | None, gone: int = 0) -> bool:
        return _passes(charter, rule_key, _as_if(votes, others, choice, gone))

    if not carried(0, None):
        return DryRun(entitled, best)
    leave = _most(lambda gone: carried(0, None, gone), entitled)
    one_more = _as_if(votes, 0, None, leave + 1)  # nothing carries when everybody has left
    return DryRun(
        entitled,
        best,
        may_oppose=_most(lambda n: carried(n, Choice.AGAINST), entitled),
        may_abstain=_most(lambda n: carried(n, Choice.ABSTAIN), entitled),
        may_stay_silent=_most(lambda n: carried(n, None), entitled),
        may_leave=leave,
        after_that=count(charter, rule_key, one_more).reason,
    )


def _whose_matters(charter: Charter, rule_key: str, votes: Votes) -> bool:
    """Whether one person is not like another here: groups or weights count, or some seats are contested."""
    rule = the_rule(charter, rule_key)
    tests: tuple[Threshold, ...] = (*charter.quorum, *rule.participation, *rule.consent)
    if is_contested_vote(votes):
        return True
    return any(test.group or test.measure is Measure.WEIGHT for test in tests)


def _passes(charter: Charter, rule_key: str, votes: Votes) -> bool:
    return count(charter, rule_key, votes).verdict is Verdict.PASSED


def _most(holds: Callable[[int], bool], limit: int) -> int:
    """The largest number up to `limit` for which something holds that holds for 0 and ends for good."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _as_if(votes: Votes, others: int, choice: Choice | None, gone: int) -> Votes:
    """So many have left, so many of the rest answer that (None: nothing), and all the others are in favour."""
    whole = msgspec.structs.replace(votes.whole, present=votes.whole.present - gone)
    in_favour = whole.silent - others
    if choice is not None:
        whole = whole.plus(choice, others)
    return Votes(whole=whole.plus(Choice.FOR, in_favour))


def _all_in_favour(votes: Votes) -> Votes:
    def agreed(tally: Tally) -> Tally:
        return tally.plus(Choice.FOR, tally.silent)

    return msgspec.structs.replace(
        votes,
        whole=agreed(votes.whole),
        groups={key: agreed(tally) for key, tally in votes.groups.items()},
        weights=agreed(votes.weights) if votes.weights is not None else None,
        contested={key: agreed(tally) for key, tally in votes.contested.items()},
    )
