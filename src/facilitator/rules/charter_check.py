"""Whether a charter makes sense as a whole; asked before a body adopts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from facilitator.acts import RuleViolation, clean_text
from facilitator.rules.charter import Base, Charter, DecisionRule, Measure, Threshold, Tie, Words

PRESENCE_BASES = frozenset({Base.SEATS, Base.IN_OFFICE})
"""What a quorum can be a share of: how many there are does not depend on how many came."""


def check_charter(charter: Charter) -> None:
    """Refuse a charter that contradicts itself: `charter-wrong` names the place and what is wrong there."""
    _check_values(charter)
    _check_texts(charter)
    if charter.group("each") is not None:
        raise RuleViolation("charter-wrong", place="groups.each", problem="reserved")
    _unique("groups", (group.key for group in charter.groups))
    _unique("rules", (rule.key for rule in charter.rules))
    _unique("offices", (office.key for office in charter.offices))
    if not charter.groups:
        raise RuleViolation("charter-wrong", place="groups", problem="missing")
    if charter.rule() is None:
        raise RuleViolation("charter-wrong", place="default_rule", problem="unknown")
    if charter.valid_from and charter.valid_until and charter.valid_until < charter.valid_from:
        raise RuleViolation("charter-wrong", place="valid_until", problem="order")
    for office in charter.offices:
        if office.group and charter.group(office.group) is None:
            raise RuleViolation("charter-wrong", place=f"offices.{office.key}", problem="unknown")
    _check_thresholds(charter, "quorum", charter.quorum, PRESENCE_BASES)
    for rule in charter.rules:
        _check_rule(charter, rule)


def _check_values(charter: Charter) -> None:
    """A charter made in code keeps to the same limits as one that is read: keys, shares, numbers."""
    try:
        msgspec.convert(msgspec.to_builtins(charter), Charter)
    except msgspec.ValidationError as error:
        place = str(error).rpartition(" - at `$.")[2].rstrip("`")
        raise RuleViolation("charter-wrong", place=place, problem="value") from error


def _check_texts(charter: Charter) -> None:
    """Titles are printed on papers: none is empty, none holds characters that nobody sees."""
    named: dict[str, Words | None] = {
        "title": charter.title,
        "sentence": charter.sentence,
        "executor": charter.executor,
        "member_word": charter.member_word,
        "disabled": charter.disabled,
        **{f"groups.{group.key}": group.title for group in charter.groups},
        **{f"groups.{group.key}.short": group.short for group in charter.groups},
        **{f"offices.{office.key}": office.title for office in charter.offices},
        **{f"rules.{rule.key}": rule.title for rule in charter.rules},
    }
    texts = {
        **{f"{place}.zh": words.zh for place, words in named.items() if words},
        **{f"{place}.en": words.en for place, words in named.items() if words},
        "source.title": charter.source.title,
    }
    free = {
        "source.quote": charter.source.quote,
        "source.place": charter.source.place,
        "weight_unit": charter.weight_unit,
        **{f"rules.{rule.key}.source": rule.source for rule in charter.rules},
    }
    for place, text in {**texts, **free}.items():
        try:
            clean_text(text, place, required=place in texts)
        except RuleViolation as refusal:
            raise RuleViolation("charter-wrong", place=place, problem="text") from refusal


def _unique(place: str, keys: Iterable[str]) -> None:
    for key, times in Counter(keys).items():
        if times > 1:
            raise RuleViolation("charter-wrong", place=f"{place}.{key}", problem="twice")


def _check_rule(charter: Charter, rule: DecisionRule) -> None:
    place = f"rules.{rule.key}"
    if not rule.consent:
        raise RuleViolation("charter-wrong", place=f"{place}.consent", problem="missing")
    _check_thresholds(charter, f"{place}.consent", rule.consent, frozenset(Base))
    _check_thresholds(charter, f"{place}.participation", rule.participation, PRESENCE_BASES)
    if rule.tie is not Tie.FAILS and not decided_by_one_vote(rule):
        raise RuleViolation("charter-wrong", place=f"{place}.tie", problem="no-tie")


def _check_thresholds(
    charter: Charter, place: str, thresholds: tuple[Threshold, ...], bases: frozenset[Base]
) -> None:
    for threshold in thresholds:
        if threshold.fraction > 1 or (threshold.strict and threshold.fraction == 1):
            raise RuleViolation("charter-wrong", place=place, problem="share")
        if threshold.base not in bases:
            raise RuleViolation("charter-wrong", place=place, problem="base")
        if threshold.group not in ("", "each") and charter.group(threshold.group) is None:
            raise RuleViolation("charter-wrong", place=place, problem="unknown")
        if threshold.base is Base.SEATS and _is_open(charter, threshold.group):
            raise RuleViolation("charter-wrong", place=place, problem="no-seats")
        if threshold.measure is Measure.WEIGHT and not charter.weight_unit:
            raise RuleViolation("charter-wrong", place=place, problem="weight")
        if threshold.measure is Measure.WEIGHT and threshold.group:
            raise RuleViolation("charter-wrong", place=place, problem="weight-group")


def _is_open(charter: Charter, group: str) -> bool:
    """Whether a threshold's group, or any where it looks at them all, has no fixed number of seats."""
    groups = charter.groups if group in ("", "each") else [charter.group(group)]
    return any(one is not None and not one.seats for one in groups)


def decided_by_one_vote(rule: DecisionRule) -> bool:
    """Whether equal votes are a tie under this rule: one test, more than half of for and against, all heads."""
    if len(rule.consent) != 1:
        return False
    test = rule.consent[0]
    return (test.fraction, test.strict, test.base, test.measure, test.group) == (
        Fraction(1, 2),
        True,
        Base.FOR_AGAINST,
        Measure.HEADS,
        "",
    )
