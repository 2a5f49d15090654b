"""An outcome as one sentence, from the outcome's own data: what came of it, the numbers, what was missing.

Nothing is counted here. What a sentence shows is what `facilitator.rules` worked out and the journal keeps.
"""

from __future__ import annotations

from facilitator.rules.charter import Base, Charter, Measure
from facilitator.rules.counting import other_bases
from facilitator.rules.outcome import Outcome, Reason, Role, Test, Verdict
from facilitator.words.figures import Unit, counted, weight
from facilitator.words.findings import finding_sentence
from facilitator.words.thresholds import (
    arithmetic,
    base_figure,
    base_words,
    comparison,
    group_words,
    need_words,
    rule_sentence,
    share_of_base,
    share_words,
)
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue, mark_in, tongue

__all__ = [
    "arithmetic",
    "base_figure",
    "base_words",
    "decision_words",
    "finding_sentence",
    "governing_rule",
    "missing_words",
    "need_words",
    "outcome_sentence",
    "present_note",
    "rule_sentence",
    "share_of_base",
    "share_words",
    "verdict_word",
    "version_words",
]


def verdict_word(verdict: Verdict, lang: str) -> str:
    """通过, 未通过, 表决无效, 未定; Passed, Not passed, Vote not valid, Undecided."""
    return title(verdict, lang)


def decision_words(number: int, lang: str) -> str:
    """The number of a decision: 决议第1号, Decision No. 1."""
    t = tongue(lang)
    return t("Decision No. {number}", number=number)


def version_words(version: int, lang: str) -> str:
    """The version of a charter: 章程第1版, Charter, version 1."""
    t = tongue(lang)
    return t("Charter, version {version}", version=version)


def governing_rule(outcome: Outcome, lang: str, charter: Charter | None = None) -> str:
    """Which rule decided: 章程第1版：全体席位的三分之二以上. The figures are `base_figure` and `need_words`."""
    t = tongue(lang)
    share = share_of_base(outcome.governing, lang, charter=charter)
    return t("{version}: {rule}", version=version_words(outcome.version, lang), rule=share)


def outcome_sentence(
    outcome: Outcome, lang: str, charter: Charter | None = None, *, worked: bool = False
) -> str:
    """The outcome in one sentence, with its full stop: 通过：赞成9票，9 ≥ 9，恰好够数.

    `charter` (the meeting's) gives weights their unit and groups their titles. `worked` adds the arithmetic in
    brackets to the comparison: 10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）.
    """
    t = tongue(lang)
    reason = _reason(outcome, lang, charter, worked)
    return t("{verdict}: {reason}.", verdict=verdict_word(outcome.verdict, lang), reason=reason)


def _reason(outcome: Outcome, lang: str, charter: Charter | None, worked: bool) -> str:
    t = tongue(lang)
    votes = outcome.tally
    reason = outcome.reason
    match reason:
        case Reason.ENOUGH | Reason.TOO_FEW | Reason.NO_QUORUM | Reason.TOO_FEW_TOOK_PART:
            clauses = [_clause(test, lang, charter, worked) for test in _shown(outcome)]
            return t.within("between", "; ").join(clauses)
        case Reason.MORE_RETURNED_THAN_ISSUED:
            back = counted(votes.returned, Unit.BALLOTS, lang)
            return t("{ballots} came back, more than were handed out; vote again", ballots=back)
        case Reason.DECLARED_VOID:
            return t("the vote was declared void")
        case Reason.COMPOSITION:
            return _contested(t, outcome.contested)
        case Reason.EMPTY_GROUP:
            group = group_words(outcome.governing.group, charter, lang)
            return t("{group} has no members and cannot agree; a ruling is needed", group=group)
        case Reason.TIE:
            return t("{n} for, {n} against, equal votes", n=f"{votes.in_favour:,}")
        case Reason.CASTING_VOTE_OPEN | Reason.CASTING_VOTE:
            return _casting(t, outcome)


def _contested(t: Tongue, number: int) -> str:
    return t.many(
        "the result depends on {n} vote from a seat of another group, on which a ruling is needed",
        "the result depends on {n} votes from seats of another group, on which a ruling is needed",
        number,
    )


def _casting(t: Tongue, outcome: Outcome) -> str:
    n = f"{outcome.tally.in_favour:,}"
    if outcome.reason is Reason.CASTING_VOTE_OPEN:
        return t("{n} for, {n} against, equal votes; the chair has the casting vote", n=n)
    if outcome.verdict is Verdict.PASSED:
        return t("{n} for, {n} against, equal votes; the chair's casting vote is for", n=n)
    return t("{n} for, {n} against, equal votes; the chair's casting vote is against", n=n)


def _shown(outcome: Outcome) -> list[Test]:
    """All consent tests of what passed; of what did not, every unmet test of the kind that governs."""
    role = outcome.governing.role
    if outcome.verdict is Verdict.PASSED:
        return [test for test in outcome.tests if test.role is Role.CONSENT]
    return [test for test in outcome.tests if test.role is role and not test.met]


_REACHED = {
    (Role.CONSENT, Measure.HEADS): mark_in("heads", "{n} for"),
    (Role.QUORUM, Measure.HEADS): mark_in("heads", "{n} present"),
    (Role.PARTICIPATION, Measure.HEADS): mark_in("heads", "{n} took part"),
    (Role.CONSENT, Measure.WEIGHT): mark_in("weight", "{n} for"),
    (Role.QUORUM, Measure.WEIGHT): mark_in("weight", "{n} present"),
    (Role.PARTICIPATION, Measure.WEIGHT): mark_in("weight", "{n} took part"),
}
_SHORT = {
    (Role.CONSENT, Measure.HEADS): mark_in("votes", "{n} short"),
    (Role.QUORUM, Measure.HEADS): mark_in("people", "no quorum, {n} short"),
    (Role.PARTICIPATION, Measure.HEADS): mark_in("people", "too few, {n} short"),
    (Role.CONSENT, Measure.WEIGHT): mark_in("weight", "{n} short"),
    (Role.QUORUM, Measure.WEIGHT): mark_in("weight", "no quorum, {n} short"),
    (Role.PARTICIPATION, Measure.WEIGHT): mark_in("weight", "too few, {n} short"),
}


def missing_words(outcome: Outcome, lang: str, charter: Charter | None = None) -> str:
    """What was short under the test that governs: 差1票; "" where numbers are not why, or it is undecided."""
    if not outcome.missing or outcome.verdict is Verdict.UNDECIDED:
        return ""
    test = outcome.governing
    unit = charter.weight_unit if charter is not None else ""
    short = weight(test.missing, unit) if test.measure is Measure.WEIGHT else f"{test.missing:,}"
    return tongue(lang).within(*_SHORT[test.role, test.measure], n=short)


def present_note(outcome: Outcome, charter: Charter, lang: str) -> str:
    """Where a failed vote would have carried of those present: that it would, and why it does not; else ""."""
    t, governing = tongue(lang), outcome.governing
    if outcome.verdict is not Verdict.FAILED or governing.group:
        return ""
    for test in other_bases(outcome, charter):
        if test.base is Base.PRESENT and test.met and test.measure is Measure.HEADS:
            size = test.base_size
            return t(
                "Note: {votes} for are {share} of the {present} present; the base is {base}, "
                "not those present.",
                votes=counted(test.reached, Unit.VOTES, lang),
                share=f"{(200 * test.reached + size) // (2 * size)}%",
                present=f"{size:,}",
                base=base_words(governing.base, lang, size=governing.base_size, charter=charter),
            )
    return ""


def _clause(test: Test, lang: str, charter: Charter | None, worked: bool) -> str:
    """赞成8票，8 < 9，差1票: one test, what was reached, the comparison, what was missing."""
    t = tongue(lang)
    unit = charter.weight_unit if charter is not None else ""
    kind = (test.role, test.measure)

    def figure(number: int) -> str:
        return weight(number, unit) if test.measure is Measure.WEIGHT else f"{number:,}"

    reached = t.within(*_REACHED[kind], n=figure(test.reached))
    if test.group:
        group = group_words(test.group, charter, lang)
        reached = t("{group}: {votes}", group=group, votes=reached)
    compared = arithmetic(test, lang, unit) if worked else comparison(test, unit)
    parts = [reached, compared]
    if test.missing:
        parts.append(t.within(*_SHORT[kind], n=figure(test.missing)))
    elif test.reached == test.needed:
        parts.append(t("exactly enough"))
    return t.within("between", ", ").join(parts)
