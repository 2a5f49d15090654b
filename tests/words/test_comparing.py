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
from facilitator.words.comparing import FIELDS, difference_lines, differences, field_differences

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


def test_every_change_is_a_line():
    """In the order of the form: fields, needs, steps, risks, budget, own contribution."""
    found = difference_lines(compare(OLD, NEW), "zh", {"n1": "花坛荒着", "n2": "没地方坐"}.get)
    assert found == [
        "名称：“菜园”改为“一平米菜园”",
        "后续维护：未写改为菜园队",
        "起草日期：2026年4月1日改为2026年4月9日",
        "申请金额：1,850元改为2,000元",
        "自筹：0元改为300元",
        "增加需求：没地方坐",
        "步骤改动：抽签（李姐，2026年5月1日前）改为抽签（李姐，2026年5月9日前）",
        "风险改动：没人浇水（轮流）改为没人浇水（三周不管收回，菜园队）",
        "预算改动：土（1,800元，6车×300元）改为土（2,000元，6车×300元）",
        "去掉预算：旗（50元）",
        "增加自筹：社区出资（300元）",
    ]


def test_the_same_says_nothing():
    """Two revisions that say the same have no line."""
    assert difference_lines(compare(OLD, OLD), "en") == []


def test_every_field_that_can_differ_has_words():
    """Also back to what it was: nothing is said by its code."""
    changed = {one.field for one in compare(OLD, NEW).fields}
    assert changed == set(FIELDS)
    english = difference_lines(compare(NEW, OLD), "en")
    assert english[0] == "Title: “一平米菜园” to “菜园”"
    assert "Own contribution taken out: 社区出资 (CNY\u00a0300)" in english


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
