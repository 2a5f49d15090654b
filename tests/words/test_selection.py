"""Why a project is funded or not, and what a round came to, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given

from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.outcome import Fate, Line, Selection, Verdict
from facilitator.rules.selection.problem import (
    Completion,
    Problem,
    Project,
    Rule,
    SelectionRule,
    TieBreak,
    Worth,
)
from facilitator.rules.selection.selecting import select
from facilitator.words.ballots import filling_words, offered, void_words
from facilitator.words.figures import Unit
from facilitator.words.selection import round_told, share_told, why
from facilitator.words.titles import title
from tests.effort import tries
from tests.rules.selection.making import ballots, problems


def result(*tied: str) -> Selection:
    return Selection(
        verdict=Verdict.UNDECIDED if tied else Verdict.DECIDED,
        budget=10_000_000,
        spent=0,
        left=10_000_000,
        voters=40,
        rule=SelectionRule(rule=Rule.GREEDY, least_votes=5),
        lines=(),
        rounds=(),
        tied=tied,
    )


def line(fate: Fate, **more: object) -> Line:
    facts = {"project": "C", "cost": 2_500_000, "votes": 47, "supporters": 47, "place": 3, **more}
    return Line(fate=fate, **facts)


@pytest.mark.parametrize(
    ("one", "zh"),
    [
        (
            line(Fate.FUNDED, left=2_500_000, round=3),
            "入选：得47票，轮到时余款25,000元，够付25,000元。",
        ),
        (line(Fate.FUNDED), "入选：无论并列如何决定都入选。"),
        (
            line(Fate.FUNDED, left=3_000_000, round=3, by_completion=True),
            "入选：各轮之后尚余30,000元，够付25,000元，按得票补入。",
        ),
        (
            line(Fate.UNAFFORDABLE, left=2_000_000, short=500_000),
            "未入选：轮到时余款20,000元，差5,000元。",
        ),
        (line(Fate.UNAFFORDABLE), "未入选：无论并列如何决定，余款都不够。"),
        (line(Fate.ABOVE_BUDGET, short=100), "未入选：比全部预算100,000元还多1元。"),
        (line(Fate.BELOW_MINIMUM, short=1, votes=4), "未入选：得4票，至少须5票。"),
        (line(Fate.STOPPED), "未入选：前面有项目余款不够，依规则到此为止，不再往下选。"),
        (
            line(Fate.NOT_BOUGHT, left=100, short=200),
            "未入选：47位支持者合计只剩1元，差2元。",
        ),
        (line(Fate.NOT_BOUGHT, supporters=0), "未入选：没有人支持。"),
        (line(Fate.NOT_BOUGHT), "未入选：无论并列如何决定，支持者的份额都不够付。"),
        (line(Fate.TIED), "并列：余款不够付清所有并列项目，先后尚未决定。"),
        (line(Fate.WAITING), "未决：要看前面的并列如何决定。"),
    ],
)
def test_every_fate_has_its_sentence(one: Line, zh: str):
    """One sentence that says what came of it and why, with what was missing."""
    assert why(one, result(), "zh") == zh
    assert why(one, result(), "en").endswith(".")


def test_a_tie_names_the_others_and_a_broken_one_its_rule():
    """Whoever is tied with whom, by title; and by which rule equals were put in order."""
    titles = {"C": "花园", "D": "路灯"}
    assert why(line(Fate.TIED), result("C", "D"), "zh", titles.__getitem__) == (
        "与路灯并列：余款不够全部付清，先后尚未决定。"
    )
    broken = line(Fate.UNAFFORDABLE, left=500_000, short=2_000_000, tie=TieBreak.LOWER_COST)
    rule = title(TieBreak.LOWER_COST, "zh")
    assert why(broken, result(), "zh") == (
        f"未入选：轮到时余款5,000元，差20,000元。并列的先后按“{rule}”排定。"
    )


def test_points_are_called_points():
    """What the ballots give is called what it is."""
    funded = line(Fate.FUNDED, left=2_500_000, round=1)
    assert why(funded, result(), "zh", unit=Unit.POINTS).startswith("入选：得47分，")


@pytest.mark.parametrize("lang", ["zh", "en"])
@tries(25)
@given(problems())
def test_whatever_comes_out_can_be_said(lang, problem):
    """Every line, every round and the share of every result, without a gap."""
    found = select(problem)
    said = [why(one, found, lang) for one in found.lines]
    said += [round_told(one, found, lang) for one in found.rounds]
    if found.share:
        said.append(share_told(found, lang))
    assert all(text.endswith("。" if lang == "zh" else ".") for text in said)
    assert not any("{" in text for text in said)
    shares = problem.rule.rule is Rule.EQUAL_SHARES and found.voters
    assert bool(share_told(found, lang)) == bool(shares)


def test_what_a_vote_costs_is_said_by_the_measure_of_the_rule():
    """An amount for each vote, or by cost the part of the cost; and what came next."""
    for worth, price in ((Worth.COUNT, "每票0.02元"), (Worth.COST, "每票分担费用的33.33%")):
        rule = SelectionRule(
            rule=Rule.EQUAL_SHARES, worth=worth, completion=Completion.NONE, ties=("lot",)
        )
        voters = ballots((2, "AB"), (1, "A"))
        projects = (Project(id="A", cost=6), Project(id="B", cost=6))
        found = select(Problem(budget=12, projects=projects, ballots=voters, rule=rule))
        text = round_told(found.rounds[0], found, "zh")
        assert f"A，0.06元：{price}，各项目中最低。付款：3人各0.02元。余0.06元。" in text
        assert "其次是B：" in text


def test_as_many_ticks_as_projects_are_no_limit():
    """Nobody can tick three of two projects, so neither a limit nor a way to make it void is named."""
    three = BallotRule(kind=BallotKind.APPROVAL, most=3)
    assert offered(three, 0) == offered(three, 4) == three
    for projects in (2, 3):
        rule = offered(three, projects)
        assert "想选几个都可以" in filling_words(rule, 0, "zh")
        assert void_words(rule, 0, "zh") == ""
    assert offered(BallotRule(kind=BallotKind.RANKING, most=3), 2).most == 2
    score = BallotRule(kind=BallotKind.SCORE, most=10)
    assert offered(score, 2) == score
