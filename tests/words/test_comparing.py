"""What is new between two revisions of a proposal, in words."""

from __future__ import annotations

from datetime import date

from facilitator.rounds.comparing import compare
from facilitator.rounds.proposal import (
    BudgetLine,
    Own,
    OwnKind,
    ProposalSubmitted,
    Risk,
    Step,
)
from facilitator.words.comparing import HEADS, differences, field_differences

OLD = ProposalSubmitted(
    entry="p1",
    title="菜园",
    drafted_on=date(2026, 4, 1),
    needs=("n1",),
    goals=("四十户认种",),
    steps=(Step(what="换土", who="王工"), Step(what="抽签", who="李姐", by=date(2026, 5, 1))),
    risks=(Risk(what="没人浇水", answer="轮流"),),
    budget=(BudgetLine(what="土", fen=180_000, how="6车×300元"), BudgetLine(what="旗", fen=5_000)),
    own=(Own(what="居民出工", kind=OwnKind.LABOUR),),
)
NEW = ProposalSubmitted(
    entry="p2",
    title="一平米菜园",
    drafted_on=date(2026, 4, 9),
    needs=("n1", "n2"),
    goals=("四十户认种",),
    steps=(Step(what="换土", who="王工"), Step(what="抽签", who="李姐", by=date(2026, 5, 9))),
    risks=(Risk(what="没人浇水", answer="三周不管收回", who="菜园队"),),
    budget=(BudgetLine(what="土", fen=200_000, how="6车×300元"),),
    own=(Own(what="居民出工", kind=OwnKind.LABOUR), Own(what="社区出资", fen=30_000)),
    upkeep="菜园队",
)


def test_every_change_is_told_with_what_stood_there():
    """In the order of the form: fields, then needs, steps, risks, budget, own contribution."""
    found = compare(OLD, NEW)
    assert [(one.kind, one.old, one.new) for one in field_differences(found, "zh")] == [
        ("名称", "“菜园”", "“一平米菜园”"),
        ("后续维护", "未写", "菜园队"),
        ("起草日期", "2026年4月1日", "2026年4月9日"),
        ("申请金额", "1,850元", "2,000元"),
        ("自筹", "0元", "300元"),
    ]
    told = differences(found, "zh", {"n1": "花坛荒着", "n2": "没地方坐"}.get)
    assert [(one.kind, one.old, one.new) for one in told] == [
        ("需求", "", "没地方坐"),
        ("步骤", "抽签（李姐，2026年5月1日前）", "抽签（李姐，2026年5月9日前）"),
        ("风险", "没人浇水（轮流）", "没人浇水（三周不管收回，菜园队）"),
        ("预算", "土（1,800元，6车×300元）", "土（2,000元，6车×300元）"),
        ("预算", "旗（50元）", ""),
        ("自筹", "", "社区出资（300元）"),
    ]


def test_the_same_says_nothing():
    """Two revisions that say the same have nothing to tell."""
    same = compare(OLD, OLD)
    assert field_differences(same, "en") == differences(same, "en") == []


def test_every_field_that_can_differ_has_words():
    """Also back to what it was: nothing is said by its code."""
    changed = {one.field for one in compare(OLD, NEW).fields}
    assert changed == set(HEADS)
    english = field_differences(compare(NEW, OLD), "en")
    assert (english[0].kind, english[0].old, english[0].new) == (
        "Title",
        "“一平米菜园”",
        "“菜园”",
    )


def test_a_change_says_by_how_much_money():
    """More, less, or what a line that came in or went out costs; nothing where it is not about money."""
    found = compare(OLD, NEW)
    more = {one.kind: one.fen for one in field_differences(found, "zh")}
    assert more == {"名称": 0, "后续维护": 0, "起草日期": 0, "申请金额": 15_000, "自筹": 30_000}
    told = [(one.kind, one.old, one.new, one.fen) for one in differences(found, "zh")]
    assert told[-3:] == [
        ("预算", "土（1,800元，6车×300元）", "土（2,000元，6车×300元）", 20_000),
        ("预算", "旗（50元）", "", -5_000),
        ("自筹", "", "社区出资（300元）", 30_000),
    ]
