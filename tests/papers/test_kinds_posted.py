"""Notice, sign-in sheet, ballots, summary, resolutions, slips: each says what it is for, and no more."""

import msgspec
import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.meeting.decisions import Assign, Assignment, CorrectAssignment
from facilitator.meeting.items import AddItem, EditItem
from facilitator.meeting.lifecycle import PostNotice
from facilitator.meeting.voting import CorrectVote
from facilitator.papers.kinds import PAPERS, ballots_for_motion
from facilitator.papers.model import BallotSlips, Box, Heading, Labelled, Paragraph, Table
from facilitator.rules.charter import Base, Blank, Threshold
from facilitator.rules.tally import Choice
from tests.papers.evening import AT_ITS_END, evening
from tests.papers.reading import row, rows, vote, words

EVENING = evening()


def only(kind, told=EVENING, **wishes):
    """The one paper of a kind."""
    (paper,) = PAPERS[kind](told.material(**wishes))
    return paper


def labelled(paper):
    """Labels with their texts."""
    return {b.label: words(b.text) for b in paper.blocks if isinstance(b, Labelled)}


def table(paper, at=-1):
    """One of a paper's tables."""
    return [block for block in paper.blocks if isinstance(block, Table)][at]


def paragraphs(paper):
    return [words(block.text) for block in paper.blocks if isinstance(block, Paragraph)]


def test_the_notice_calls_people_with_time_place_agenda_and_threshold():
    """What members need to know, and that nine votes are needed."""
    paper = only("notice")
    assert "定于2026年11月27日（星期五）19:30在社区礼堂召开第二届第1次会议" in words(paper)
    assert rows(table(paper))[2] == ["2", "异地医疗即时报销", "25分钟"]
    told = labelled(paper)
    assert told["应到"].startswith("13人：本地居民6人（陈国栋、")
    assert told["通过条件"] == "全体13席的三分之二以上赞成为通过，须9票。"
    assert told["张贴"] == "2026年11月20日，社区公告栏、社区礼堂门口"
    assert paper.blocks[-1].lines == ("松柏岗社区共治议事会", "2026年11月20日")


def test_a_notice_not_yet_posted_leaves_the_day_open():
    """The day is filled in by hand when it hangs."""
    told = evening("meeting.post-notice")
    assert labelled(only("notice", told))["张贴"] == "____________，社区公告栏、社区礼堂门口"
    told.do(PostNotice(meeting=told.meeting.id, posted=told.at.date()))
    assert "2026年11月18日" in labelled(only("notice", told))["张贴"]


def test_a_notice_names_the_quorum_where_the_charter_has_one():
    """Whoever reads it knows how many must come."""
    quorum = (Threshold("1/2", Base.SEATS, strict=True),)
    charter = msgspec.structs.replace(presets.sample_charter(), quorum=quorum)
    told = evening("meeting.enter", charter=charter)
    assert labelled(only("notice", told))["法定人数"] == "须有全体席位的过半数到会。"
    assert "法定人数" not in labelled(only("notice"))


def test_the_sheet_is_empty_before_people_come():
    """Columns to fill in by hand, seats and names printed, and no number present."""
    sheet = table(only("signin", evening("meeting.enter")))
    assert rows(sheet)[0] == ["席位", "姓名", "楼栋或单位", "身份", "到会", "中途离会", "签名"]
    assert row(sheet, "1") == ["1", "陈国栋", "一号楼", "出席", "", "", ""]
    assert row(sheet, "本地居民") == ["本地居民 | 应到6人"]


def test_the_sheet_has_times_afterwards():
    """Who came when, who left early, who is excused, who has no vote."""
    paper = only("signin")
    sheet = table(paper)
    assert row(sheet, "6") == ["6", "冯锦添", "南巷4号", "出席", "19:26", "20:10", ""]
    assert row(sheet, "12") == ["12", "周玉梅", "八号楼", "请假", "—", "—", "请假，不代签"]
    assert row(sheet, "13")[3:5] == ["理事长", "19:20"]
    assert row(sheet, "新居民") == ["新居民 | 应到6人　实到5人　请假1人"]
    assert row(sheet, "列席与工作人员") == ["列席与工作人员 | 无表决权　3人"]
    assert "13人　**实到**　12人" in rows(table(paper, 0))[1][3]


def test_a_seat_that_nobody_holds_is_on_the_sheet():
    """A vacancy is seen, and not counted as due."""
    short = evening("meeting.enter", change=lambda text: "" if '"seat": 12,' in text else text)
    sheet = table(only("signin", short))
    assert row(sheet, "12") == ["12", "（空缺）", "", "", "", "", ""]
    assert row(sheet, "新居民") == ["新居民 | 应到5人　空缺1席"]


def test_there_is_a_ballot_for_everybody_who_may_vote_and_no_more():
    """Twelve came, one left, one is recused: ten papers; the ballot bears the motion as put."""
    (slips,) = only("ballots").blocks
    assert isinstance(slips, BallotSlips)
    assert slips.count == 10
    assert slips.motion == "同意按会前公布的合同文本，与应选单位签订社区图书室服务合同。"
    assert slips.choices == ("赞成", "反对", "弃权")
    assert "{tick}" in slips.help
    assert "不选的为空白票" in slips.help


def test_an_unmarked_ballot_is_what_the_charter_says():
    """The help on the ballot follows the rule, not the habit."""
    charter = presets.sample_charter()
    rule = msgspec.structs.replace(charter.rules[0], blank=Blank.ABSTAINS)
    told = evening(charter=msgspec.structs.replace(charter, rules=(rule,)))
    (slips,) = only("ballots", told).blocks
    assert "不选的按弃权计" in slips.help


def test_a_notice_printed_late_calls_to_what_was_announced():
    """What came onto the agenda in the meeting, or was renamed there, is in the record."""
    told = evening("polls.recuse")
    before = words(only("notice", told))
    told.do(
        AddItem(meeting=told.meeting.id, item="i6", title="路灯"),
        EditItem(meeting=told.meeting.id, item="i4", title="充电公约", reason="简称"),
    )
    assert words(only("notice", told)) == before


def test_a_proposer_given_by_id_is_called_by_name():
    """Free text as a rule; an id is nothing that anybody outside can read."""
    told = evening("meeting.enter")
    told.do(AddItem(meeting=told.meeting.id, item="i6", title="路灯", proposer="wu-dequan"))
    text = words(only("notice", told))
    assert "吴德全" in text
    assert "wu-dequan" not in text


@pytest.mark.parametrize("until", ["meeting.enter", "meeting.post-notice", "attendance.arrive"])
def test_before_the_meeting_there_are_ballots_for_every_item_with_a_text(until):
    """They are printed the day before: under the item's number, as many as hold a seat, no motion's number."""
    told = evening(until)
    meeting = told.meeting.id
    with pytest.raises(RuleViolation, match="nothing-to-print"):
        PAPERS["ballots"](told.material())
    text = "同意续签物业服务合同一年。"
    told.do(
        EditItem(meeting=meeting, item="i5", title="物业合同", text=text, reason="补文本"),
        AddItem(meeting=meeting, item="i6", title="路灯", text="北巷加装路灯四盏。"),
    )
    papers = PAPERS["ballots"](told.material())
    assert [paper.blocks[0].motion for paper in papers] == [text, "北巷加装路灯四盏。"]
    (slips,) = papers[0].blocks
    assert (slips.motion_label, slips.right) == ("提案", "第五项　2026年11月27日")
    assert slips.count == 13
    assert "动议" not in words(papers[0])
    assert papers[0].reference.endswith("五、物业合同")


def test_before_a_vote_by_paper_there_are_ballots_for_the_open_motions():
    """Printed beforehand, one for every seat held; or for the one motion asked for."""
    (paper,) = PAPERS["ballots"](evening("floor.agree-limits").material())
    assert (paper.blocks[0].count, paper.blocks[0].motion_label) == (13, "动议2-1")
    (paper,) = ballots_for_motion(EVENING.material(), "m3")
    assert paper.blocks[0].motion_label == "动议3-1"


def test_the_summary_says_what_was_settled_and_by_how_many():
    """Items by their numbers; each vote once, with its numbers; who carries what out."""
    paper = only("summary")
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == [
        "一、上次决定落实情况",
        "二、异地医疗即时报销",
        "三、拆除私装车位桩",
        "四、楼道充电安全公约",
        "五、图书室服务合同（提前）",
    ]
    told = paragraphs(paper)
    assert told[0] == (
        "2026年11月27日，松柏岗社区共治议事会在社区礼堂召开第二届第1次会议，理事长苏慧敏主持。"
        "应到13人，实到12人，其中本地居民6人、新居民5人、街道1人。按章程，全体13席的三分之二以上赞成为通过，"
        "须9票。现将议定事项纪要如下："
    )
    text = "\n".join(told)
    for part in (
        "三个月内向议事会报告办理结果。点名表决：赞成10票，反对1票，弃权1票。通过，列为决议第1号。",
        "由居委会会同街道办事处承办，2027年1月31日前办结，2027年2月26日报告。",
        "点名表决：赞成8票，反对1票，弃权2票。差1票，未通过。",
        "点名表决：赞成9票，反对1票，弃权1票。通过，列为决议第2号。",
        "1人回避。同意按会前公布",
        "无记名投票：发出10票，收回10票，赞成8票，反对0票，弃权0票，空白1票，废票1票。差1票，未通过。",
        "推迟到下次会议：",
    ):
        assert part in text, part
    assert labelled(paper)["请假"] == "周玉梅"
    assert labelled(paper)["记录"] == "郑晓彤"


def test_a_resolution_is_the_text_as_carried_and_no_names():
    """Word for word; numbers that add up to the seats; nobody's name, nobody's vote."""
    first, second = PAPERS["resolution"](EVENING.material())
    assert first.subtitle == "第1号（2026年11月27日第二届第1次会议通过）"
    assert paragraphs(first) == [
        "请街道办事处与湖北省洪湖市商定，在广州的两家医院即时报销；三个月内向议事会报告办理结果。",
        "本决议由居委会会同街道办事处承办。",
        "办理期限：2027年1月31日。",
        "报告日期：2027年2月26日。",
    ]
    assert rows(table(first)) == [
        ["全体13席的三分之二以上赞成为通过，须**9票**"],
        ["赞成", "反对", "弃权", "缺席", "结果"],
        ["10", "1", "1", "1", "**通过**"],
    ]
    assert rows(table(second))[2] == ["9", "1", "1", "2", "**通过**"]
    for paper in (first, second):
        assert isinstance(paper.blocks[-1], Box)
        assert not any(person.name in words(paper) for person in EVENING.people.values())


def test_an_annulled_decision_is_neither_posted_nor_handed_over():
    """A correction that takes a decision back takes its papers with it."""
    told = evening()
    meeting = told.meeting.id
    corrected = evening("polls.recuse")
    corrected.do(
        CorrectVote(
            meeting=meeting, poll="p4", member="wu-dequan", choice=Choice.AGAINST, reason="误录"
        )
    )
    for kind in ("resolution", "slip"):
        assert len(PAPERS[kind](corrected.material())) == 1
        assert len(PAPERS[kind](told.material())) == 2
    block = vote(only("record", corrected), "动议3-2")
    assert row(block, "~~承办")[0].startswith("~~承办：居委会~~　~~开始日期：2026年12月7日~~")


def test_an_assignment_s_money_is_told_with_its_source():
    """50,000元（公共收益）; a fact that a correction brings in says that there was none before."""
    told = evening("polls.recuse")
    task = Assignment(implementer="居委会", money_fen=5_000_000, money_source="公共收益")
    change = CorrectAssignment(
        meeting=told.meeting.id, decision=2, assignment=task, reason="补列经费"
    )
    told.do(change)
    block = vote(only("record", told), "动议3-2")
    assert "经费：**50,000元（公共收益）**（原无）" in row(block, "承办")[0]
    for kind in ("resolution", "slip"):
        assert "50,000元（公共收益）" in words(PAPERS[kind](told.material())[1])
    assert "50,000元（公共收益）" in words(only("summary", told))


def test_a_slip_hands_over_task_money_and_dates():
    """Everything that was assigned, and room for what becomes of it."""
    told = evening("polls.recuse")
    task = Assignment(
        implementer="物业公司", task="拆桩并清运。", money_fen=350_050, money_source="公共收益"
    )
    told.do(
        CorrectAssignment(
            meeting=told.meeting.id, decision=2, assignment=task, reason="改由物业办理"
        )
    )
    _, paper = PAPERS["slip"](told.material())
    facts = labelled(paper)
    assert facts["承办"] == "物业公司"
    assert facts["任务"] == "拆桩并清运。"
    assert facts["经费"] == "3,500.50元（公共收益）"
    assert facts["事项"].startswith("自2026年12月7日起")
    assert "□ 已完成" in words(paper)


def test_a_slip_without_an_assignment_names_the_charters_executor():
    """What nobody assigned is carried out by whom the charter names; the date is left open."""
    told = evening("decisions.assign")
    (paper,) = PAPERS["slip"](told.material())
    assert labelled(paper)["承办"] == "居委会"
    assert set(labelled(paper)["办理期限"]) == {"_"}
    told.do(Assign(meeting=told.meeting.id, decision=1, assignment=Assignment(implementer="街道")))
    (paper,) = PAPERS["slip"](told.material())
    assert labelled(paper)["承办"] == "街道"


@pytest.mark.parametrize("kind", AT_ITS_END)
def test_telephone_numbers_are_on_no_paper(kind):
    """Not even on those that are kept."""
    for paper in PAPERS[kind](EVENING.material()):
        text = words(paper)
        assert not any(one.phone and one.phone in text for one in EVENING.people.values())
