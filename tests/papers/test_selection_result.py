"""The result of a selection: why each project is funded or not, by what rule, from which ballots."""

import re

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.outcome import Announce, FundInPart
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.slate import Candidate, WithdrawCandidate
from facilitator.meeting.selection.ties import DrawLot
from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.withheld import withheld
from facilitator.papers.model import Heading, Paper, RowKind, Signatures, Table
from facilitator.papers.pdf import write_pdf
from facilitator.rules.selection.problem import Completion, Rule, SelectionRule, TieBreak
from tests.papers.choosing import A, B, C, D, M, choosing, gathered, held, ticks
from tests.papers.reading import lines, rows, words

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
SHARES = SelectionRule(rule=Rule.EQUAL_SHARES, completion=Completion.GREEDY)
LOT = SelectionRule(rule=Rule.GREEDY, ties=(TieBreak.LOT,))


def paper(now, *, public: bool = False, lang: str = "zh") -> Paper:
    """The result of a meeting."""
    (found,) = PAPERS["selection-result"](now.material(public=public, lang=lang))
    return found


def tables(found: Paper) -> list[Table]:
    """Its tables: facts, ballots, projects."""
    return [block for block in found.blocks if isinstance(block, Table)]


def test_before_a_vote_is_counted_there_is_no_result():
    """It says that there is nothing to print."""
    with pytest.raises(RuleViolation) as refused:
        paper(gathered(choosing()))
    assert refused.value.code == "nothing-to-print"


def test_ballots_of_every_chamber_add_up():
    """Issued, returned, valid, blank and void, chamber by chamber and together."""
    _, ballots, _ = tables(paper(held()))
    assert rows(ballots)[1:] == [
        ["居民代表", "6", "6", "4", "1", "1"],
        ["居委会", "3", "3", "3", "0", "0"],
        ["街道干部", "2", "2", "1", "0", "1"],
        ["合计", "11", "11", "8", "1", "2"],
    ]


def test_projects_stand_in_the_order_of_votes_with_sum_chambers_money_and_reason():
    """The cut line stands below the last that is funded, and says what is left."""
    *_, found = tables(paper(held()))
    told = rows(found)
    assert told[1][:7] == [
        "1",
        "**独居老人助餐点**\n枣园里社区",
        "18,000元",
        "**5**",
        "3",
        "1",
        "1",
    ]
    assert told[1][7] == "**18,000元**"
    assert told[1][8].startswith("入选")
    cut = next(row for row in found.rows if row.kind is RowKind.GROUP)
    assert "余1,000元" in words(cut.cells[0].right)
    at = found.rows.index(cut)
    below = rows(found)[at + 1]
    assert below[1].startswith("暑期四点半课堂")
    assert below[7] == "—"
    assert "差4,000.50元" in below[8]


def test_part_funding_has_its_sum_and_its_reason():
    """It stands beside the rule's own reason, and the total says what is left in the end."""
    now = held()
    now.do(FundInPart(meeting=M, candidate=C, fen=90_000, reason="先办两周"))
    *_, found = tables(paper(now))
    row = next(one for one in rows(found) if len(one) > 2 and "四点半" in one[1])
    assert row[7] == "**900元**"
    assert row[8].endswith("**部分资助：**先办两周。")
    assert rows(found)[-1][-1] == "资金40,000元，余100元"


def test_a_draft_says_so_until_the_result_is_announced():
    """The mark stands on every page."""
    now = held()
    assert "尚未宣布" in paper(now).mark
    now.do(Announce(meeting=M))
    assert not paper(now).mark


def test_a_lot_is_told_with_how_it_was_drawn_and_who_saw_it():
    """In public the witnesses are masked."""
    now = gathered(choosing(counting=LOT, budget=2_700_000))
    now.read("residents", ticks(B, C), ticks(B, C))
    for group in ("heads", "officials"):
        now.read(group)
    now.do(CloseVote(meeting=M), EnterPhase(meeting=M, phase="result"))
    assert "未决" in words(paper(now).blocks[0])
    witnesses = ("residents-1", "heads-1")
    now.do(DrawLot(meeting=M, order=(C, B), how="纸团", witnesses=witnesses))
    (told,) = [line for line in lines(paper(now)) if "抽签" in line]
    assert "纸团" in told
    assert "周桂兰、李建国" in told
    assert told.index("四点半") < told.index("小花园")
    (public,) = [line for line in lines(paper(now, public=True)) if "抽签" in line]
    assert "周桂兰" not in public


def test_who_stepped_back_and_what_was_withdrawn_is_said():
    """With names and reasons in full, with numbers in public."""
    now = choosing()
    now.do(
        StepBack(meeting=M, member="heads-1", candidate=A, reason="本社区的项目"),
        WithdrawCandidate(meeting=M, candidate=D, reason="场地收回"),
    )
    papers = {"residents": (ticks(A),), "heads": (), "officials": ()}
    now = held(now, papers)
    full = "\n".join(lines(paper(now)))
    assert "李建国（本社区的项目）" in full
    assert "“电动车集中充电棚”已撤回：场地收回。" in full
    public = "\n".join(lines(paper(now, public=True)))
    assert "李建国" not in public
    assert "“独居老人助餐点”1人" in public


def test_in_public_a_chamber_with_one_ballot_shares_its_figures():
    """Else everybody could read how its one voter marked it."""
    papers = {
        "residents": (ticks(A), ticks(A), ticks(B)),
        "heads": (ticks(A), ticks(B)),
        "officials": (ticks(C),),
    }
    now = held(None, papers)
    heads = rows(tables(paper(now, public=True))[2])[0]
    assert "居委会、街道干部" in heads
    assert "街道干部" in rows(tables(paper(now))[2])[0]


def test_a_notice_calls_to_choose_among_the_projects_under_rules_fixed_beforehand():
    """Also where there is nothing else on the agenda."""
    (found,) = PAPERS["notice"](choosing().material())
    (listed,) = [block for block in found.blocks if isinstance(block, Table)]
    assert rows(listed)[1] == ["1", "独居老人助餐点　枣园里社区", "18,000元"]
    said = words(found)
    assert "资金总额40,000元" in said
    assert "最多选2个" in said
    assert "通过条件" not in said


def test_equal_shares_are_told_round_by_round_in_an_annex():
    """What was cheapest, who paid what, and what was left."""
    found = paper(held(choosing(counting=SHARES)))
    heads = [block.text for block in found.blocks if isinstance(block, Heading)]
    assert heads[-1] == "附：等额份额法逐轮计算"
    assert any(line.startswith("1. ") and "付款" in line for line in lines(found))
    greedy = paper(held())
    assert all("附：" not in block.text for block in greedy.blocks if isinstance(block, Heading))


def test_host_helpers_and_witness_sign():
    """Two helpers, where papers were entered twice."""
    (signed,) = [block for block in paper(held()).blocks if isinstance(block, Signatures)]
    assert len(signed.labels) == 4


def test_all_writers_take_it_in_both_languages():
    """A hostile title is text in each of them."""
    now = choosing()
    now.meeting.slate.all[A] = type(now.meeting.slate.all[A])(
        id=A, title="#eval(1) <i>=1+1", asked=1_800_000
    )
    now = held(now)
    for lang in ("zh", "en"):
        found = paper(now, lang=lang)
        assert write_pdf(found).startswith(b"%PDF")
        assert write_docx(found)
        assert "#eval(1) &lt;i&gt;=1+1" in write_html(found)


def test_each_language_keeps_to_itself():
    """An English notice of a meeting with English names has no Chinese in it, ballots neither."""
    people = {"residents": ("Ann Lee", "Bo Wu"), "heads": ("Cy Ho",), "officials": ("Di Xu",)}
    projects = [
        Candidate(id=A, title="Meals", place="North", asked=100),
        Candidate(id=B, title="Garden", asked=100),
        Candidate(id=C, title="Shed", asked=100),
    ]
    for counting in (SHARES, LOT):
        now = choosing(people=people, projects=projects, budget=200, counting=counting)
        now.do(StepBack(meeting=M, member="heads-1", candidate=A, reason="own"))
        ballots = {"residents": (ticks(A, B), ticks(A, C)), "heads": (ticks(B),), "officials": ()}
        now = held(now, ballots)
        for kind in ("selection-result", "selection-ballots"):
            (found,) = PAPERS[kind](now.material(lang="en"))
            said = re.sub(
                "清源街道项目评选会|街道三楼会议室|街道服务大厅、各社区公告栏",
                "",
                words(found.blocks),
            )
            assert not [one for one in said.split("\n") if HAN.search(one)], kind


def test_what_the_public_version_keeps_back_is_told():
    """Whoever stepped back is named in the full version alone."""
    now = choosing()
    now.do(StepBack(meeting=M, member="heads-1", candidate=A, reason="本社区的项目"))
    now = held(now, {"residents": (Marks(marks=ticks(B)),), "heads": (), "officials": ()})
    assert [name for name, _ in withheld(now.material(), "selection-result").names] == ["李建国"]
