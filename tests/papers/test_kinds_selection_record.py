"""The record of a selection: what was presented, how many ballots there were, why each project is funded."""

from __future__ import annotations

from functools import cache

from facilitator.meeting.selection.pitches import BeginPitch, How, OrderPitches
from facilitator.papers.model import Face, Line, Paper, Table
from tests.papers.reading import line, lines, words
from tests.papers.test_kinds_forum_record import heads, written
from tests.words.lines.selection_story import (
    Panel,
    announced,
    lots_drawn,
    prepared,
    ruled,
    voted_again,
)


@cache
def record(story=announced, lang: str = "zh", *, public: bool = False) -> Paper:
    return written(story(), lang=lang, public=public)


def tables(paper: Paper) -> list[list[list[str]]]:
    """The tables as rows of cells."""
    found = (block for block in paper.blocks if isinstance(block, Table))
    return [[[words(cell.text) for cell in row.cells] for row in one.rows] for one in found]


def test_the_head_says_the_money_and_the_rules_agreed_beforehand():
    """Whoever reads the record knows how people voted, how it was counted, and what was agreed for ties."""
    told = {row[0]: row[1:] for row in tables(record())[0]}
    assert told["资金"] == ["100,000元", "项目", "4个项目，共申请126,000元"]
    assert told["选票"] == ["最多选2个项目，在项目旁打钩。每张选票由两位录入人各录一遍。"]
    assert "事先没有商定并列处理办法" in told["计票"][0]


def test_a_pitch_is_one_line_with_its_times():
    """Who presented it, how long, and how long people asked; the end has no line of its own."""
    assert line(record(), "陈述“Garden”").endswith(
        "Li of the Third陈述“Garden”。陈述4分20秒，提问3分钟。"
    )
    assert line(record(), "陈述“Meals”").endswith("陈述“Meals”。陈述1分钟。")
    assert heads(record()) == ["项目陈述", "投票", "结果", "结果（续）"]


def test_an_order_found_beforehand_is_told_at_the_first_pitch():
    """What was drawn before the meeting was opened still stands in its record."""
    early = Panel()
    early.send(OrderPitches, order=("b", "l", "m", "g"), how=How.DRAWN)
    early.gather()
    early.send(BeginPitch, candidate="b")
    said = lines(written(early, lang="en"))
    assert "Order of the pitches, drawn by lot: “Benches”, “Lights”, “Meals”, “Garden”." in said[-2]
    assert said[-1].endswith("“Benches” is presented.")


def test_no_ballot_has_a_line_of_its_own():
    """Of all that was entered the record has the sums by chamber, and how many were settled together."""
    assert not [one for one in lines(record()) if "第1遍" in one or "第1号" in one]
    assert line(record(), "两遍录入不一致1张")
    sums = next(table for table in tables(record()) if table[0][0] == "界别")
    assert sums[1:] == [
        ["居民代表", "3", "2", "2", "1", "3", "0", "0"],
        ["居委会", "2", "2", "2", "0", "1", "1", "0"],
        ["街道干部", "1", "1", "1", "0", "0", "0", "1"],
        ["合计", "6", "5", "5", "1", "4", "1", "1"],
    ]


def test_who_stepped_back_is_told_once():
    """At the first vote, with the reason; a vote held again repeats it only when it has changed."""
    assert len([one for one in lines(record()) if "回避" in one]) == 1
    assert line(record(), "对“Garden”回避：Member r1（it is in my yard）。")


def test_the_result_stands_at_the_count_that_stands():
    """One table with every project's votes by chamber and its reason; earlier counts are a line each."""
    results = [table for table in tables(record()) if "理由" in table[0]]
    assert len(results) == 1
    assert results[0][1][1:7] == ["Meals", "35,000元", "2", "2", "0", "4"]
    assert results[0][3][-1] == "未入选：轮到时余款24,000元，差1,000元。"
    assert len([one for one in lines(record()) if "重新计票" in one]) == 4


def test_a_ballot_put_right_shows_what_was_read_before():
    """The old reading struck; in public nothing of it, for a small chamber would give its voter away."""
    found = next(
        one for one in record().blocks if isinstance(one, Line) and "第2号选票" in words(one.text)
    )
    assert [run.text for run in found.text if run.face is Face.STRUCK] == ["空白票"]
    public = record(public=True)
    assert not [one for one in lines(public) if "第2号" in one]
    assert line(public, "有选票录错，已更正。")


def test_a_tie_is_told_with_how_it_was_broken():
    """The lot with its witnesses, a way that was agreed only later, a vote among the tied."""
    assert line(
        record(lots_drawn), "见证人Member r1、Member h1，顺序为“Meals”、“Lights”、“Benches”"
    )
    assert line(record(lots_drawn), "“Lights”部分资助，4,000元。理由：two lamps of ten。")
    assert line(record(ruled), "事先没有商定办法；计票后由大家商定：金额低者优先")
    assert line(record(voted_again), "“Benches”1票；“Lights”1票；“Meals”1票。仍然并列。")


def test_before_the_vote_there_is_neither_sum_nor_result():
    """A record of a meeting in its pitches has the head and its lines alone."""
    assert len(tables(written(prepared()))) == 2
