"""Charters and votes made to measure for the tests of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.rules.charter import (
    Base,
    Charter,
    DecisionRule,
    Office,
    SeatGroup,
    Source,
    Threshold,
    Words,
)
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome
from facilitator.rules.tally import Tally, Votes

SANYUANLI = (("established", 6), ("new", 6), ("office", 1))


def words(text: str) -> Words:
    """A text that is the same in both languages."""
    return Words(zh=text, en=text)


def rule(*consent: Threshold, key: str = "plain", **fields: Any) -> DecisionRule:
    """A rule with these consent thresholds; two thirds of all seats when there are none."""
    return DecisionRule(
        key=key,
        title=words("rule"),
        consent=consent or (Threshold(share="2/3", base=Base.SEATS),),
        **fields,
    )


def charter(
    *rules: DecisionRule, groups: Sequence[tuple[str, int]] = SANYUANLI, **fields: Any
) -> Charter:
    """A charter with these rules (the first is the default) and seat groups."""
    wanted = rules or (rule(),)
    return Charter(
        key="made",
        version=1,
        title=words("title"),
        sentence=words("sentence"),
        source=Source(title="a test"),
        groups=tuple(SeatGroup(key=key, title=words(key), seats=seats) for key, seats in groups),
        rules=wanted,
        default_rule=wanted[0].key,
        **fields,
    )


def office(key: str, **fields: Any) -> Office:
    """An office of that name."""
    return Office(key=key, title=words(key), **fields)


def tally(
    in_favour: int = 0,
    against: int = 0,
    abstained: int = 0,
    *,
    seats: int | None = None,
    in_office: int | None = None,
    present: int | None = None,
    **others: int,
) -> Tally:
    """A tally with as few seats, members and people present as can be, unless they are given."""
    least = in_favour + against + abstained + sum(others.values())
    there = least if present is None else present
    members = there if in_office is None else in_office
    return Tally(
        seats=members if seats is None else seats,
        in_office=members,
        present=there,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
        **others,
    )


def counted(made: Charter, whole: Tally, key: str = "", **fields: Any) -> Outcome:
    """The outcome of these numbers."""
    return count(made, key, Votes(whole=whole, **fields))
