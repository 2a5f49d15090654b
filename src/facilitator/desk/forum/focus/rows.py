"""The dots as they are read: each topic with its dots, its rank and the cluster it belongs to."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import Convergence, ranking
from facilitator.words.figures import airy
from facilitator.words.forum import topic_number
from facilitator.words.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Row:
    """One topic. `dots` None while nobody typed any; `rank` 0 while there is nothing to rank."""

    topic: str
    number: str
    title: str
    dots: int | None
    rank: int
    level: bool
    """Another topic has as many."""
    part: int
    """Its dots in thousandths of the most that any topic has."""
    cluster: str
    ticked: bool = False


def dot_rows(meeting: Meeting, *, by_rank: bool, ticked: frozenset[str]) -> tuple[Row, ...]:
    """Every topic that stands for itself, by number or by rank."""
    focus, ranked = meeting.convergence, ranking(meeting)
    most = max((one.dots for one in ranked), default=0)
    counted = focus.counted > 0
    ranks = [one.rank for one in ranked]
    found: list[Row] = []
    for one in ranked:
        cluster = focus.cluster_of(one.topic.id)
        found.append(
            Row(
                one.topic.id,
                topic_number(one.topic.number),
                one.topic.title,
                focus.dots.get(one.topic.id),
                one.rank if counted and one.dots else 0,
                bool(one.dots) and ranks.count(one.rank) > 1,
                one.dots * 1000 // most if most else 0,
                cluster.title if cluster else "",
                one.topic.id in ticked,
            )
        )
    return tuple(found if by_rank else sorted(found, key=lambda row: int(row.number)))


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum in words: what is there, what has to be, whether that fits."""

    said: str
    judged: str
    fits: bool


def sum_words(focus: Convergence, t: Tongue) -> Sum:
    """贴点 527，应为 530: 少 3 点."""
    said = t("{counted} dots, {expected} expected", counted=focus.counted, expected=focus.expected)
    short = focus.expected - focus.counted
    if short > 0:
        judged = t.many("{n} dot short", "{n} dots short", short)
    elif short < 0:
        judged = t.many("{n} dot too many", "{n} dots too many", -short)
    else:
        judged = t("the sum fits")
    return Sum(airy(said), airy(judged), short == 0)
