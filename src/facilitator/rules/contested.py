"""Votes of seats that somebody of the wrong group holds: how the count would stand under every ruling.

A ruling may declare any of these seats vacant and leave the others. A vote is certain only if no ruling
changes its verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

import msgspec

from facilitator.rules.charter import Charter, DecisionRule, Measure
from facilitator.rules.tally import Tally, Votes

MOST_RULINGS = 5_000
"""Rulings worked through; where there are more ways the verdict waits for people."""


def is_contested_vote(votes: Votes) -> bool:
    """Whether any answer may have come from a seat held by the wrong group."""
    return bool(votes.contested) or votes.contested_unnamed > 0


def can_be_worked_out(charter: Charter, rule: DecisionRule, votes: Votes) -> bool:
    """Whether the numbers tell enough to try every ruling.

    They do not where weights decide (contested weight is not known apart), where hands were counted by
    group without names, and where there are too many ways.
    """
    thresholds = (*charter.quorum, *rule.participation, *rule.consent)
    if any(threshold.measure is Measure.WEIGHT for threshold in thresholds):
        return False
    if votes.contested_unnamed and any(threshold.group for threshold in thresholds):
        return False
    ranges = [
        *(len(choices) for tally in votes.contested.values() for choices in _ranges(tally)),
        *(len(choices) for choices in _unnamed_ranges(votes)),
    ]
    return prod(ranges) <= MOST_RULINGS


def rulings(votes: Votes) -> Iterator[Votes]:
    """The vote as it would stand under each ruling, the one that changes nothing among them.

    A dropped seat is vacant: base "seats" keeps it, every other base loses its holder.
    """
    keys = tuple(votes.contested)
    for dropped in product(*(_parts(tally) for tally in votes.contested.values())):
        whole, groups = votes.whole, dict(votes.groups)
        for key, tally in zip(keys, dropped, strict=True):
            whole = whole.without(tally)
            if key in groups:
                groups[key] = groups[key].without(tally)
        for unnamed in _unnamed(votes):
            yield msgspec.structs.replace(
                votes,
                whole=whole.without(unnamed),
                groups=groups,
                contested={},
                contested_unnamed=0,
            )


def _ranges(tally: Tally) -> tuple[range, ...]:
    """How many of each kind of these people may be dropped."""
    return tuple(
        range(number + 1)
        for number in (
            tally.in_favour,
            tally.against,
            tally.abstained,
            tally.blank,
            tally.void,
            tally.silent,
            tally.recused,
            tally.absent,
        )
    )


def _unnamed_ranges(votes: Votes) -> tuple[range, ...]:
    """As above, for so many people in the room of whom nobody knows which answers were theirs."""
    *voting, _recused, _absent = _ranges(votes.whole)
    return tuple(range(min(choices.stop, votes.contested_unnamed + 1)) for choices in voting)


def _parts(tally: Tally) -> Iterator[Tally]:
    for numbers in product(*_ranges(tally)):
        yield _people(*numbers)


def _unnamed(votes: Votes) -> Iterator[Tally]:
    for numbers in product(*_unnamed_ranges(votes)):
        if sum(numbers) <= votes.contested_unnamed:
            yield _people(*numbers)


def _people(
    in_favour: int,
    against: int,
    abstained: int,
    blank: int,
    void: int,
    silent: int,
    recused: int = 0,
    absent: int = 0,
) -> Tally:
    present = in_favour + against + abstained + blank + void + silent + recused
    return Tally(
        seats=present + absent,
        in_office=present + absent,
        present=present,
        recused=recused,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
        blank=blank,
        void=void,
    )
