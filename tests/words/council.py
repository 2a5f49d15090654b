"""A council of thirteen, an owners' assembly and a committee of equals, to speak about."""

from __future__ import annotations

from facilitator.rules.charter import (
    Base,
    Charter,
    DecisionRule,
    Measure,
    Office,
    SeatGroup,
    Source,
    Threshold,
    Tie,
    Words,
)
from facilitator.rules.tally import Tally, Votes


def words(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


def charter(
    *groups: SeatGroup,
    consent: tuple[Threshold, ...],
    participation: tuple[Threshold, ...] = (),
    quorum: tuple[Threshold, ...] = (),
    tie: Tie = Tie.FAILS,
    unit: str = "",
) -> Charter:
    rule = DecisionRule(
        key="rule",
        title=words("规则", "Rule"),
        consent=consent,
        participation=participation,
        tie=tie,
    )
    return Charter(
        key="test",
        version=1,
        title=words("章程", "Charter"),
        sentence=words("一句话", "One sentence"),
        source=Source(title="测试"),
        groups=groups,
        rules=(rule,),
        default_rule="rule",
        offices=(Office(key="chair", title=words("理事长", "Chair"), group="office"),),
        quorum=quorum,
        weight_unit=unit,
    )


LOCAL = SeatGroup(key="local", title=words("本地居民", "Established residents"), seats=6)
NEW = SeatGroup(key="new", title=words("新居民", "New residents"), seats=6)
OFFICE = SeatGroup(key="office", title=words("街道办事处", "Subdistrict office"), seats=1)
THIRTEEN = (LOCAL, NEW, OFFICE)
TWO_THIRDS = Threshold("2/3", Base.SEATS)
COUNCIL = charter(*THIRTEEN, consent=(TWO_THIRDS,))

OWNERS = charter(
    SeatGroup(key="owner", title=words("业主", "Owners")),
    consent=(
        Threshold("1/2", Base.RETURNED, strict=True, measure=Measure.WEIGHT),
        Threshold("1/2", Base.RETURNED, strict=True),
    ),
    participation=(
        Threshold("2/3", Base.IN_OFFICE, measure=Measure.WEIGHT),
        Threshold("2/3", Base.IN_OFFICE),
    ),
    unit="0.01 m²",
)


def votes(in_favour: int, against: int = 0, abstained: int = 0, *, present: int = 13) -> Votes:
    """A vote in the council of thirteen, groups unknown."""
    tally = Tally(
        seats=13,
        in_office=13,
        present=present,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
    )
    return Votes(whole=tally)
