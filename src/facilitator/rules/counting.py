"""Counting: which threshold a vote has to reach, and whether it did. Whole numbers and fractions only."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

import msgspec

from facilitator.acts import RuleViolation
from facilitator.rules.charter import Base, Charter, DecisionRule, Measure, Threshold, Tie
from facilitator.rules.charter_check import decided_by_one_vote
from facilitator.rules.contested import can_be_worked_out, is_contested_vote, rulings
from facilitator.rules.outcome import Outcome, Reason, Role, Test, Verdict
from facilitator.rules.tally import Choice, Tally, Votes

COUNTED = tuple(field for field in Tally.__struct_fields__ if field != "seats")
"""What is counted of people: the groups' numbers add up to the whole body's."""


def needed(base: int, share: Fraction, *, strict: bool) -> int:
    """The least whole number that is at least (strict: more than) `share` of `base`; never under 1.

    needed(13, 2/3) is 9; needed(60, 1/2, strict=True) is 31.
    """
    full, rest = divmod(share.numerator * base, share.denominator)
    return max(1, full + 1 if strict or rest else full)


def the_rule(charter: Charter, key: str = "") -> DecisionRule:
    """The rule of that name (default: the charter's own), or a refusal that lists what there is."""
    rule = charter.rule(key)
    if rule is None:
        names = ", ".join(rule.key for rule in charter.rules)
        raise RuleViolation("unknown-rule", rule=key, rules=names)
    return rule


def count(charter: Charter, rule_key: str, votes: Votes) -> Outcome:
    """Count a vote under a charter's rule.

    Refuses numbers that cannot be (`more-votes-than-present` and the like), and a rule that looks at groups
    or weights when the votes do not tell them. A vote that only a contested seat decides is undecided: the
    app never silently drops a vote and never silently counts one.
    """
    rule = the_rule(charter, rule_key)
    if votes.issued is not None and votes.whole.returned > votes.issued:
        tests = tuple(_consent(charter, rule, votes))
        return _outcome(
            charter, rule, votes, tests, Verdict.NOT_VALID, Reason.MORE_RETURNED_THAN_ISSUED
        )
    check_votes(votes)
    outcome = _judge(charter, rule, votes)
    if is_contested_vote(votes) and not _certain(charter, rule, votes, outcome.verdict):
        return _outcome(charter, rule, votes, outcome.tests, Verdict.UNDECIDED, Reason.COMPOSITION)
    return outcome


def _certain(charter: Charter, rule: DecisionRule, votes: Votes, verdict: Verdict) -> bool:
    """Whether the verdict is the same whatever people rule about the contested seats."""
    if not can_be_worked_out(charter, rule, votes):
        return False
    return all(_judge(charter, rule, variant).verdict is verdict for variant in rulings(votes))


def check_votes(votes: Votes) -> None:
    """Refuse numbers that cannot be: in the whole body, in a group, or between the whole and its parts."""
    for tally in (votes.whole, *votes.groups.values()):
        tally.check()
    if votes.groups:
        _check_parts(votes.whole, votes.groups, exactly=True)
    if votes.contested:
        _check_parts(votes.whole, votes.contested, exactly=False)
    if votes.weights is not None:
        votes.weights.check()
        for field in COUNTED:
            if getattr(votes.weights, field) and not getattr(votes.whole, field):
                raise RuleViolation("weight-without-people", field=field)


def _check_parts(whole: Tally, parts: dict[str, Tally], *, exactly: bool) -> None:
    for field in COUNTED:
        total = sum(getattr(tally, field) for tally in parts.values())
        limit = getattr(whole, field)
        if total > limit or (exactly and total < limit):
            raise RuleViolation("groups-do-not-add-up", field=field, groups=total, whole=limit)


def _judge(charter: Charter, rule: DecisionRule, votes: Votes) -> Outcome:
    quorum = tuple(_tests(charter, rule, votes, charter.quorum, Role.QUORUM))
    participation = tuple(_tests(charter, rule, votes, rule.participation, Role.PARTICIPATION))
    consent = tuple(_consent(charter, rule, votes))
    tests = (*quorum, *participation, *consent)
    if not all(test.met for test in quorum):
        return _outcome(charter, rule, votes, tests, Verdict.NOT_VALID, Reason.NO_QUORUM)
    if not all(test.met for test in participation):
        return _outcome(charter, rule, votes, tests, Verdict.NOT_VALID, Reason.TOO_FEW_TOOK_PART)
    short = [test for test in consent if not test.met]
    if consent and not short:
        return _outcome(charter, rule, votes, tests, Verdict.PASSED, Reason.ENOUGH)
    if votes.whole.in_favour and short and all(_of_nobody(test, votes) for test in short):
        return _outcome(charter, rule, votes, tests, Verdict.UNDECIDED, Reason.EMPTY_GROUP)
    verdict, reason = _short(rule, votes)
    return _outcome(charter, rule, votes, tests, verdict, reason)


def _of_nobody(test: Test, votes: Votes) -> bool:
    """Whether a test asks the consent of a group that has no members: it can neither agree nor refuse.

    Such a test is never met, and never a defeat by itself: people have to rule. With base "seats" the
    vacant seats are the base, and the test is an ordinary one.
    """
    return bool(test.group) and not test.base_size and not votes.groups[test.group].in_office


def _short(rule: DecisionRule, votes: Votes) -> tuple[Verdict, Reason]:
    """What a vote that does not reach its threshold comes to: equal votes may be more than a defeat."""
    tie = votes.whole.in_favour == votes.whole.against and votes.whole.in_favour > 0
    if not tie or rule.tie is Tie.FAILS or not decided_by_one_vote(rule):
        return Verdict.FAILED, Reason.TOO_FEW
    if rule.tie is Tie.UNDECIDED:
        return Verdict.UNDECIDED, Reason.TIE
    if votes.casting is None:
        return Verdict.UNDECIDED, Reason.CASTING_VOTE_OPEN
    carried = votes.casting is Choice.FOR
    return (Verdict.PASSED if carried else Verdict.FAILED), Reason.CASTING_VOTE


def _consent(charter: Charter, rule: DecisionRule, votes: Votes) -> Iterator[Test]:
    yield from _tests(charter, rule, votes, rule.consent, Role.CONSENT)


def _tests(
    charter: Charter,
    rule: DecisionRule,
    votes: Votes,
    thresholds: tuple[Threshold, ...],
    role: Role,
) -> Iterator[Test]:
    for threshold in thresholds:
        if threshold.group == "each":
            for group in charter.groups:
                tally = _slice(votes, threshold.measure, role, group.key)
                yield _test(rule, tally, threshold, role, group.key)
        else:
            tally = _slice(votes, threshold.measure, role, threshold.group)
            yield _test(rule, tally, threshold, role, threshold.group)


def _slice(votes: Votes, measure: Measure, role: Role, group: str) -> Tally:
    if measure is Measure.WEIGHT:
        if votes.weights is None:
            raise RuleViolation("weights-missing")
        return votes.weights
    if not group:
        return votes.whole
    groups = votes.groups
    if role is Role.QUORUM and not groups:
        groups = votes.presence
    if group not in groups:
        raise RuleViolation("groups-missing", group=group)
    return groups[group]


def _test(rule: DecisionRule, tally: Tally, threshold: Threshold, role: Role, group: str) -> Test:
    reached = {
        Role.QUORUM: tally.present - tally.left,
        Role.PARTICIPATION: tally.returned,
        Role.CONSENT: tally.in_favour,
    }[role]
    # Robert 45: members who recuse themselves still count to the quorum, so only consent leaves the base.
    size = (
        tally.base(threshold.base, rule) if role is Role.CONSENT else _full(tally, threshold.base)
    )
    return Test(
        role=role,
        share=threshold.share,
        strict=threshold.strict,
        base=threshold.base,
        base_size=size,
        needed=needed(size, threshold.fraction, strict=threshold.strict),
        reached=reached,
        measure=threshold.measure,
        group=group,
    )


def _full(tally: Tally, base: Base) -> int:
    """The base of a quorum or a participation: a charter allows no other than these two."""
    return tally.seats if base is Base.SEATS else tally.in_office


def _outcome(
    charter: Charter,
    rule: DecisionRule,
    votes: Votes,
    tests: tuple[Test, ...],
    verdict: Verdict,
    reason: Reason,
) -> Outcome:
    contested = sum(tally.returned for tally in votes.contested.values())
    return Outcome(
        verdict=verdict,
        reason=reason,
        charter=charter.key,
        version=charter.version,
        rule=rule.key,
        rule_title=rule.title,
        tests=tests,
        tally=votes.whole,
        groups=votes.groups,
        weights=votes.weights,
        contested=contested + votes.contested_unnamed,
    )


class Prospect(StrEnum):
    """Where a vote stands while answers are still out."""

    CARRIED = "carried"  # carried whatever the others say
    OPEN = "open"
    LOST = "lost"  # 已不可能通过


def prospect(
    charter: Charter, rule_key: str, votes: Votes, outstanding: dict[str, int]
) -> Prospect:
    """Whether the answers still out can change the verdict; who is in the room stays as it is.

    `outstanding` is by seat group, or under "" where groups are not known. All in favour is the best that can
    come; all against is the worst for consent, and no answer at all the worst for participation. Where
    the numbers do not tell (weights, groups without names) the vote is called open.
    """
    rule = the_rule(charter, rule_key)
    tests = (*rule.consent, *rule.participation)
    if any(test.measure is Measure.WEIGHT for test in tests):
        return Prospect.OPEN
    if any(test.group for test in tests) and not votes.groups.keys() >= outstanding.keys():
        return Prospect.OPEN
    best = _completed(charter, rule_key, votes, outstanding, Choice.FOR)
    if best in (Verdict.FAILED, Verdict.NOT_VALID):
        return Prospect.LOST
    for choice in (Choice.AGAINST, None):
        if _completed(charter, rule_key, votes, outstanding, choice) is not Verdict.PASSED:
            return Prospect.OPEN
    return Prospect.CARRIED


def _completed(
    charter: Charter,
    rule_key: str,
    votes: Votes,
    outstanding: dict[str, int],
    choice: Choice | None,
) -> Verdict:
    """The verdict if all that is still out is that choice, or never comes (None)."""
    groups, whole = votes.groups, votes.whole
    if choice is not None:
        if votes.groups.keys() >= outstanding.keys():
            groups = {k: t.plus(choice, outstanding.get(k, 0)) for k, t in votes.groups.items()}
        else:
            groups = {}
        whole = whole.plus(choice, sum(outstanding.values()))
    return count(
        charter, rule_key, msgspec.structs.replace(votes, whole=whole, groups=groups)
    ).verdict


def other_bases(outcome: Outcome, charter: Charter) -> tuple[Test, ...]:
    """The consent test to show, taken of every base, so that a reader sees which one was used.

    E1 of the worked examples: two thirds of 13 seats, of 11 filled, of 10 present, of 9 votes cast. The
    group or weight that the test looks at stays.
    """
    rule = the_rule(charter, outcome.rule)
    test = outcome.governing
    if test.role is not Role.CONSENT:
        test = next(test for test in outcome.tests if test.role is Role.CONSENT)
    tally = outcome.groups[test.group] if test.group else outcome.tally
    if test.measure is Measure.WEIGHT and outcome.weights is not None:
        tally = outcome.weights
    threshold = Threshold(test.share, test.base, strict=test.strict, measure=test.measure)
    return tuple(
        _test(rule, tally, msgspec.structs.replace(threshold, base=base), Role.CONSENT, test.group)
        for base in Base
    )


def quorum_tests(charter: Charter, votes: Votes) -> tuple[Test, ...]:
    """Whether enough are present, test by test; empty when the charter does not specify a quorum.

    The rule's own treatment of recusal does not matter here: recused members count to the quorum.
    """
    return tuple(_tests(charter, the_rule(charter), votes, charter.quorum, Role.QUORUM))
