"""The papers of a project, from the needs sheet to the look back, and the list of its round."""

import re
from datetime import date

import msgspec
import pytest

from facilitator.acts import RuleViolation
from facilitator.export import name_of
from facilitator.papers.docx import write_docx
from facilitator.papers.html import write_html
from facilitator.papers.kinds import OF_PROJECT, OF_ROUND
from facilitator.papers.kinds.project_money import Budgeted, by_line
from facilitator.papers.kinds.withheld import withheld
from facilitator.papers.model import Blanks, Heading, Paper, Signatures, Table
from facilitator.papers.pdf import write_pdf
from facilitator.rounds.ending import CloseProject
from facilitator.rounds.milestones import PlanMilestone
from facilitator.rounds.monitoring import MonitorProject, Progress
from facilitator.rounds.needs import Announced, AnnounceInPublic
from facilitator.rounds.project import Outcome, SetTarget, StrikeFromProject
from facilitator.rounds.proposal import (
    BudgetLine,
    Own,
    OwnKind,
    Step,
    SubmitProposal,
    WithdrawProposal,
)
from facilitator.rounds.spending import PayInstalment, Spend, Spending
from facilitator.rounds.team import EraseTeamMember
from tests.papers.reading import lines, row, rows, words
from tests.papers.threads import P, R, Told, asked, ended, proposed, running, started

AT = {"round": R, "project": P}
HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]+")
END = date(2027, 11, 30)
FORMS = ("needs-form", "proposal-form")


def paper(told, kind: str, *, public: bool = False, lang: str = "zh") -> Paper:
    """A paper of a project."""
    (found,) = OF_PROJECT[kind](told.material(public=public, lang=lang))
    return found


def table(found: Paper, head: str) -> Table:
    """The table below a heading."""
    blocks = found.blocks
    at = next(
        n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.text.startswith(head)
    )
    made = next(one for one in blocks[at:] if isinstance(one, Table))
    assert isinstance(made, Table)
    return made


@pytest.fixture(scope="module")
def over():
    """A project that has ended; only read."""
    return ended()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("needs", started),
        ("proposal", asked),
        ("team", proposed),
        ("monitoring-form", proposed),
        ("monitoring", proposed),
        ("closing", running),
    ],
)
def test_what_has_not_happened_has_no_paper(kind, told):
    """It says that there is nothing to print, and blank forms are there all the same."""
    with pytest.raises(RuleViolation) as refused:
        paper(told(), kind)
    assert refused.value.code == "nothing-to-print"


def test_the_needs_sheet_says_who_was_asked_how_and_who_invited_them(over):
    """With those of whom nobody knows it, and with the day on which the meeting was announced."""
    found = paper(over, "needs")
    told = rows(table(found, "怎样听取"))
    assert told[2] == [
        "2",
        "**会议**\n2027.1.10",
        "18",
        "看公告来的 9、楼长邀请 5，不详4",
        "2027年1月4日，三个楼门口",
    ]
    assert told[-1][:2] == ["合计", "49"]


def test_needs_stand_by_rank_with_how_many_named_them_and_where(over):
    """In residents' own words."""
    told = rows(table(paper(over, "needs"), "居民需求"))
    assert told[1:] == [
        ["**1**", "中午吃不上一口热饭", "35人", "1、2"],
        ["**2**", "下雪天不敢下楼买菜", "12人", "1"],
    ]


def test_a_notice_of_something_else_announces_no_meeting_about_needs():
    """The sheet says what its concern says; ranks are counted among needs that stand."""
    told = asked()
    told.do(
        StrikeFromProject(**AT, entry="a1", reason="写错了"),
        StrikeFromProject(**AT, entry="n2", reason="写重了"),
        AnnounceInPublic(
            **AT, entry="a2", what=Announced.SELECTION, on=date(2027, 1, 10), begins=END
        ),
        AnnounceInPublic(
            **AT,
            entry="a3",
            what=Announced.OTHER,
            on=date(2027, 1, 10),
            begins=date(2027, 1, 2),
        ),
    )
    found = paper(told, "needs")
    assert rows(table(found, "怎样听取"))[2][-1] == "会前没有公告"
    assert rows(table(found, "居民需求"))[1][0] == "**1**"


def test_a_proposal_has_goals_steps_risks_and_a_budget_that_adds_up(over):
    """What the place brings stands apart from what is asked for, both with their sums."""
    found = paper(over, "proposal")
    budget = rows(table(found, "预算"))
    assert ["申请金额合计", "18,000.50元"] in budget
    assert ["自筹合计", "2,000元"] in budget
    assert ["项目总费用", "20,000.50元"] in budget
    assert rows(table(found, "实施步骤"))[1] == [
        "1",
        "谈定两家饭馆，签供餐协议",
        "王丽华",
        "2027.4.15",
    ]
    assert row(table(found, "风险"), "2")[2] == "当天改送干粮包"
    assert "第2稿：按初审意见补写雨雪天怎么办。" in words(found.blocks[0])


def test_screenings_and_visits_stand_by_day_and_residents_apart(over):
    """Sent back, visited, admitted."""
    said = [one for one in lines(paper(over, "proposal")) if "2027年2月" in one]
    assert [one[3:13] for one in said] == ["2027年2月5日　", "2027年2月8日　", "2027年2月15日"]
    assert "居民（7人）说：楼梯陡，拄拐上不去。" in said[1]


def test_a_withdrawn_proposal_says_so_first():
    """With the reason."""
    told = proposed()
    told.do(WithdrawProposal(**AT, entry="x", reason="场地没有了"))
    assert "已撤回：场地没有了。" in words(paper(told, "proposal").blocks[0])


def test_the_team_is_listed_with_roles_and_training_and_room_to_sign(over):
    """Whoever has left stands below, with the reason."""
    found = paper(over, "team")
    told = rows(table(found, "成员"))
    assert told[3] == ["3", "马德福", "居民", "验餐、记意见", "2027.3.25", "2027.4.2", ""]
    assert len(told) == 4
    assert any("何秀珍（志愿者，送餐）" in one and "搬走了" in one for one in lines(found))


def test_in_public_the_team_is_masked_wherever_it_is_named(over):
    """By surname; in what residents said, too; and no signature column."""
    found = paper(over, "team", public=True)
    assert rows(table(found, "成员"))[2][:2] == ["2", "周某"]
    assert "签名" not in rows(table(found, "成员"))[0]
    for kind in OF_PROJECT:
        if kind == "monitoring-form":  # it has ended
            continue
        public = words(paper(over, kind, public=True))
        assert not [name for name in ("王丽华", "周桂兰", "马德福", "何秀珍") if name in public], (
            kind
        )
    told = dict(withheld(over.material(), "closing").names)
    assert told == {"周桂兰": "周某"}


def test_money_names_nobody_in_public():
    """Lines of a budget, what was bought for whom, receipts and milestones are typed by people, too."""
    told, where = running(), "送餐员周桂兰13800000002"
    told.do(
        SubmitProposal(
            **AT,
            entry="p9",
            title="独居老人助餐点",
            drafted_on=END,
            goals=("x",),
            steps=(Step(what="x", who="x"),),
            budget=(BudgetLine(what=where, fen=1, how=where),),
            own=(Own(what=where, fen=1), Own(what=where, kind=OwnKind.LABOUR)),
            total=1,
            because="x",
        ),
        PlanMilestone(**AT, entry="k9", what=where, due=END),
        PayInstalment(**AT, entry="y9", fen=1, on=END, milestone="k9", receipt=where),
        Spend(**AT, entry="e9", what=where, fen=1, on=END, line=where),
        CloseProject(**AT, entry="z", outcome=Outcome.DONE, on=END, text="办成了"),
    )
    for kind in ("proposal", "monitoring", "closing"):
        found = words(paper(told, kind, public=True))
        assert "送餐员周某138****0002" in found, kind
        assert "周桂兰" not in found, kind
        assert "13800000002" not in found, kind


def test_somebody_erased_is_named_nowhere():
    """What they did stays."""
    told = running()
    told.do(EraseTeamMember(**AT, member="m3", reason="本人要求"))
    found = paper(told, "team")
    assert "马德福" not in words(found)
    assert rows(table(found, "成员"))[3][1:4] == ["（已删除）", "居民", "验餐、记意见"]


def test_a_blank_monitoring_card_has_the_milestones_to_tick_and_room_for_photos():
    """What was reached already needs no box; what has no receipt is to be asked for."""
    found = paper(running(), "monitoring-form")
    told = rows(table(found, "阶段目标"))
    assert told[1][-1] == "2027.4.12"
    assert told[2][2:] == ["2027.6.10\n原定2027.5.20", "9,000元", "□ 已完成\n□ 未完成"]
    assert row(table(found, "缺票据"), "2027.6.2")[-1] == "□"
    assert sum("照片粘贴处" in one for one in rows(table(found, "照片"))[0]) == 2
    assert any(isinstance(one, Blanks) for one in found.blocks)


def test_a_visit_keeps_what_was_seen_and_what_residents_say_apart(over):
    """With how many were asked."""
    found = paper(over, "monitoring")
    first = rows(table(found, "督导走访"))
    assert first[0] == ["走访", "2027年5月28日，街道民政科 陈立新", "**滞后**"]
    assert first[1] == ["看到的情况", "扶手还没有装，桌椅到了一半。"]
    assert first[2] == ["居民怎么说", "问了6人\n周桂兰说等了两个月了，早点开。"]


def test_money_by_line_adds_up_and_names_what_was_not_planned(over):
    """Planned, spent, what is left of each line, and what has no receipt."""
    told = rows(table(paper(over, "closing"), "资金使用"))
    assert told[2] == ["桌椅", "3,600.50元", "3,720元", "-119.50元", "—"]
    assert told[4] == ["未注明（预算外）", "—", "480元", "-480元", "**480元**"]
    assert told[5] == ["合计", "18,000.50元", "5,160元", "12,840.50元", "480元"]


def test_lines_of_one_name_are_one_and_nothing_that_was_spent_is_lost():
    """Also what was spent on a line that no budget has."""
    day = date(2027, 5, 1)
    spent = (
        Spending("a", "x", 100, day, "桌椅", False, (), False),
        Spending("b", "y", 30, day, "", False, ("1",), True),
    )
    assert by_line(spent, [("桌椅", 60), ("桌椅", 70)]) == [
        Budgeted("桌椅", 130, 100, 100),
        Budgeted("", None, 30, 0),
    ]


def test_goals_stand_against_what_was_reached(over):
    """Beside each other, with the figures."""
    found = paper(over, "closing")
    goals = next(b for b in found.blocks if isinstance(b, Table) and "原定目标" in words(b))
    wanted, reached = rows(goals)[1]
    assert wanted.startswith("1. 每个工作日给60位老人供一顿热饭\n2. ")
    assert reached.endswith("数字：供餐112天，6,048份")


def test_the_look_back_says_what_is_left_and_who_keeps_it_up(over):
    """Before it was taken, the day on which it is due."""
    told = rows(table(paper(over, "closing"), "12个月回看"))
    assert told[0] == ["日期", "2028年12月1日", "现状", "**勉强维持**"]
    again = running()
    again.do(CloseProject(**AT, entry="z", outcome=Outcome.DONE, on=END, text="办成了"))
    assert "定于2028年11月30日回看。" in words(paper(again, "closing"))


def test_what_was_given_up_says_why():
    """A project that was abandoned has no look back, and its reason stands at its head."""
    told = running()
    told.do(CloseProject(**AT, entry="z", outcome=Outcome.ABANDONED, on=END, reason="饭馆关门了"))
    found = paper(told, "closing")
    assert "饭馆关门了。" in words(found.blocks[0])
    assert "中途放弃" in words(found)
    assert not [b for b in found.blocks if isinstance(b, Heading) and "回看" in b.text]


def test_blank_forms_are_called_so_that_no_file_takes_anothers_name(over):
    """Form and filled sheet have the same title and another reference."""
    for form in FORMS:
        blank, filled = paper(over, form), paper(over, form.removesuffix("-form"))
        assert blank.title == filled.title
        assert blank.reference != filled.reference


def test_a_long_title_leaves_each_version_a_file_of_its_own():
    """Blank or filled in, for the office or for the wall: none is written over another."""
    told = asked()
    told.do(SetTarget(**AT, title="为" + "独居" * 99, group="x"))
    names = {
        name_of(found, "docx")
        for public in (False, True)
        for found in (
            *OF_ROUND["projects"](told.whole(public=public)),
            *(paper(told, kind, public=public) for kind in ("needs", "needs-form")),
        )
    }
    assert len(names) == 6
    assert sum("公开版" in name for name in names) == 3


def test_every_paper_is_signed_and_written_in_every_form(over):
    """In both languages, as PDF, DOCX and HTML."""
    for kind in OF_PROJECT:
        told = running() if kind == "monitoring-form" else over
        found = paper(told, kind, lang="en")
        assert [one for one in found.blocks if isinstance(one, Signatures)], kind
        assert write_docx(found)
        assert "<script" not in write_html(found)
    assert write_pdf(paper(over, "closing")).startswith(b"%PDF")


def test_english_papers_hold_no_chinese_of_their_own_and_chinese_ones_no_english(over):
    """With data in letters, there is not one Chinese character or full-width mark left in an English paper."""

    def letters(command):
        told = HAN.sub(lambda found: f"Data{len(found[0])}", msgspec.json.encode(command).decode())
        return msgspec.json.decode(told, type=type(command))

    for told, lang, foreign in (
        (ended(Told(change=letters)), "en", HAN),
        (over, "zh", re.compile("[A-Za-z]{3,}")),
    ):
        papers = [OF_ROUND["projects"](told.whole(lang=lang))[0]]
        papers += [paper(told, kind, lang=lang) for kind in OF_PROJECT]
        for found in papers:
            strange = [one for one in words(found.blocks).split("\n") if foreign.search(one)]
            assert not strange, (found.kind, strange)


def test_what_people_type_stays_text_however_long_it_is():
    """A long text leaves its cell and breaks over pages; markup in it is words."""
    told = running()
    long = "#let x = 1 <script>alert(1)</script> =1+1\n" + "很长的话，" * 1000
    told.do(
        MonitorProject(
            **AT, entry="w9", on=END, state=Progress.STUCK, text=long, residents_said="=2+3"
        )
    )
    found = paper(told, "monitoring")
    assert "<script>" not in write_html(found)
    assert "见下" in words(found)
    assert words(found).count("很长的话，") == 1000
    assert write_docx(found)


def test_the_list_of_a_round_has_every_project_with_stage_and_money(over):
    """And what is left of the budget."""
    (found,) = OF_ROUND["projects"](over.whole())
    told = rows(next(b for b in found.blocks if isinstance(b, Table)))
    assert told[1][:4] == ["07-1", "枣园里社区", "**独居老人助餐点**", "**部分完成**"]
    assert told[1][4:8] == ["18,000.50元", "18,000.50元", "15,000元", "5,160元"]
    assert told[-1][-1] == "资金40,000元，余21,999.50元"
