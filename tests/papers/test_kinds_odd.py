"""Meetings that did not go as planned: whatever happened is in the record, with its reason."""

from datetime import timedelta

import msgspec
import pytest

from facilitator import meeting as meetings
from facilitator import presets
from facilitator.acts import Recorded
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.bodies.people import Person
from facilitator.meeting.attendance import AdmitObserver, Arrive, CorrectTimes, Excuse, Leave
from facilitator.meeting.closing import ClosePoll, GiveCastingVote, RuleOnContested, VoidPoll
from facilitator.meeting.decisions import Assignment, CorrectAssignment
from facilitator.meeting.floor import AgreeLimits, EndSpeech, GiveFloor
from facilitator.meeting.items import (
    AddItem,
    EditItem,
    FinishItem,
    MoveItem,
    PostponeItem,
    TakeUp,
    WithdrawItem,
)
from facilitator.meeting.lifecycle import (
    ChangeHost,
    ClockJumped,
    CloseMeeting,
    ConveneMeeting,
    EnterPhase,
    Recess,
    ReopenMeeting,
    Resume,
)
from facilitator.meeting.motions import (
    PostponeMotion,
    PutAmendment,
    PutMotion,
    RewordMotion,
    SecondMotion,
    WithdrawMotion,
)
from facilitator.meeting.notes import CorrectNote, NoteKind, StrikeNote, WriteNote
from facilitator.meeting.polls import Ballots, Hands, LiftRecusal, Method, OpenPoll, Recuse
from facilitator.meeting.voting import (
    CastVote,
    CorrectBallots,
    CorrectHands,
    CorrectVote,
    CountHands,
    IssueBallots,
    ReportBallots,
)
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.record import TELLERS
from facilitator.papers.model import Heading, Line, Signatures, Table
from facilitator.rules.charter import Base, Threshold, Tie
from facilitator.rules.tally import Choice
from tests.papers.evening import evening
from tests.papers.reading import line, lines, row, rows, runs, vote, votes, words

M = "sbg-2026-11-27"
FOR, AGAINST, ABSTAIN = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def record(told, lang="zh", public=False):
    (paper,) = PAPERS["record"](told.material(lang=lang, public=public))
    return paper


def heads(paper):
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


def debate():
    """The evening in its second item: a motion is moved and seconded."""
    return evening("floor.agree-limits")


def roll_call(told, poll, motion, against=(), abstain=()):
    """Everybody present answers; for, unless named."""
    told.do(OpenPoll(meeting=M, poll=poll, motion=motion, method=Method.ROLL_CALL))
    for member in told.meeting.polls.all[poll].entitled:
        choice = AGAINST if member in against else ABSTAIN if member in abstain else FOR
        told.do(CastVote(meeting=M, poll=poll, member=member, choice=choice))
    told.do(ClosePoll(meeting=M, poll=poll))


def test_every_event_of_a_meeting_has_its_place_in_the_record():
    """A new event cannot be forgotten: the table must say what becomes of it."""
    assert set(TELLERS) == set(meetings.EVENTS)


def test_a_reopened_meeting_tells_why_and_when_and_who_is_back():
    """The first close stays where it was; the new sitting has its own head, its day, its own end."""
    told = evening()
    later = told.at + timedelta(days=3)
    told.do(ReopenMeeting(meeting=M, reason="漏记一项声明"), at=later)
    told.do(*(Arrive(meeting=M, person=h.member) for h in told.body.seated[:2]), at=later)
    told.do(WriteNote(meeting=M, note="z", text="声明补入。"))
    told.do(Arrive(meeting=M, person="su-huimin"), EnterPhase(meeting=M, phase="read-back"))
    told.do(CloseMeeting(meeting=M, objections="何伟明认为不应补记"))
    paper = record(told)
    assert heads(paper)[-2:] == ["散会", "恢复开会"]
    told_lines = lines(paper)
    at = told_lines.index("21:00 2026年11月30日（星期一），恢复开会。理由：漏记一项声明。")
    assert told_lines[at - 1].endswith("散会。")
    assert (
        told_lines[at + 1]
        == "21:00 陈国栋到会。林秀英到会。在场2人：本地居民2人，新居民0人，街道0人。"
    )
    assert "异议：何伟明认为不应补记。散会。" in told_lines[-1]
    header = words(paper.blocks[0])
    assert "2026年11月27日（星期五）19:36—21:00、2026年11月30日（星期一）21:00—21:01" in header


def test_a_meeting_under_way_is_a_draft():
    """Nobody takes an unfinished record for a finished one; an open vote says that it is open."""
    told = evening("polls.count-hands")
    paper = record(told)
    assert paper.mark.endswith("草稿，尚未散会")
    assert row(vote(paper, "动议2-1修正案"), "表决尚未结束") == ["表决尚未结束。"]
    assert not any(isinstance(block, Signatures) for block in paper.blocks)
    assert "以下无正文" not in words(paper)
    assert "签名即确认" not in words(paper)
    assert PAPERS["resolution"](evening().material())[0].mark == "示例"


def test_the_clock_jumping_is_told():
    """Times before and after cannot be compared, and the record says so."""
    told = debate()
    event = ClockJumped(milliseconds=-3_600_000)
    meetings.apply(told.meeting, Recorded(event, told.meeting.version + 1, told.at, ""))
    assert "计算机时钟向后跳60分钟" in line(record(told), "时钟")


def test_a_void_vote_stays_with_what_came_in_and_why():
    """Declared void, told as void, and the vote that counts follows it."""
    told = debate()
    told.do(OpenPoll(meeting=M, poll="v", motion="m2", method=Method.ROLL_CALL))
    told.do(CastVote(meeting=M, poll="v", member="chen-guodong", choice=AGAINST))
    told.do(VoidPoll(meeting=M, poll="v", reason="点名时有人代答"))
    roll_call(told, "p", "m2")
    first, second = votes(record(told), "动议2-1")
    assert rows(first)[-1] == ["作废：不计结果。理由：点名时有人代答。"]
    assert row(first, "本地居民")[3:5] == ["0", "1"]
    assert rows(second)[-1][0].startswith("通过：赞成12票")
    assert "参加表决的全部赞成" in words(second)


def test_void_papers_and_hands_are_told_too():
    """Whatever the method, and however far it had come."""
    told = debate()
    tellers = ("liang-huifang", "zhang-haibo")
    told.do(OpenPoll(meeting=M, poll="a", motion="m2", method=Method.PAPER, tellers=tellers))
    told.do(VoidPoll(meeting=M, poll="a", reason="票箱未封"))
    told.do(OpenPoll(meeting=M, poll="b", motion="m2", method=Method.HANDS))
    told.do(VoidPoll(meeting=M, poll="b", reason="未数清"))
    told.do(OpenPoll(meeting=M, poll="c", motion="m2", method=Method.PAPER, tellers=tellers))
    told.do(IssueBallots(meeting=M, poll="c", issued=12))
    for teller, number in zip(tellers, (12, 11), strict=True):
        ballots = Ballots(returned=number, in_favour=number)
        told.do(ReportBallots(meeting=M, poll="c", teller=teller, ballots=ballots))
    told.do(VoidPoll(meeting=M, poll="c", reason="计票不符"))
    paper, hands, counted = votes(record(told), "动议2-1")
    assert row(paper, "—")[1:3] == ["—", "—"]
    assert rows(hands)[-1] == ["作废：不计结果。理由：未数清。"]
    assert row(counted, "甲首次")[2] == "12"
    assert "未复点" in words(counted)


def contested():
    """An established resident holds a seat of the new residents; nobody has ruled on it."""
    swap = {'"group": "new", "seat": 12': '"group": "established", "seat": 12'}

    def change(text):
        for old, new in swap.items():
            text = text.replace(old, new)
        return "" if '"do": "attendance.excuse"' in text else text

    told = evening("floor.agree-limits", change=change)
    told.do(Arrive(meeting=M, person="zhou-yumei"))
    roll_call(told, "p", "m2", against=("he-weiming", "su-huimin", "wu-dequan", "liu-xiaoyan"))
    return told


def test_a_vote_that_a_wrongly_held_seat_decides_is_undecided_until_people_rule():
    """The app drops no vote: it says on whose seat the result hangs, and then what was ruled and why."""
    told = contested()
    table = vote(record(told), "动议2-1")
    assert rows(table)[-1][0].startswith("未定：")
    assert row(table, "席位由组别不符的代表担任") == ["席位由组别不符的代表担任：12号席周玉梅。"]
    told.do(RuleOnContested(meeting=M, poll="p", count_them=False, reason="席位应由新居民担任"))
    table = vote(record(told), "动议2-1")
    assert row(table, "**裁定**")[0].startswith("**裁定**　19:4")
    assert "其席位按空缺计。理由：席位应由新居民担任。" in row(table, "**裁定**")[0]
    assert rows(table)[-1][0].startswith("~~未定~~ 未通过：赞成8票")
    assert "空缺" in rows(table)[2]


def test_a_tie_and_the_casting_vote():
    """The chair's vote is told as the chair's."""
    charter = presets.sample_charter()
    half = Threshold("1/2", Base.FOR_AGAINST, strict=True)
    rule = msgspec.structs.replace(charter.rules[0], consent=(half,), tie=Tie.CHAIR)
    told = evening("floor.agree-limits", charter=msgspec.structs.replace(charter, rules=(rule,)))
    roll_call(told, "p", "m2", against=[h.member for h in told.body.seated[:6]])
    assert rows(vote(record(told), "动议2-1"))[-1][0].startswith("未定：")
    told.do(GiveCastingVote(meeting=M, poll="p", choice=FOR))
    table = vote(record(told), "动议2-1")
    assert "主持人投赞成票。" in row(table, "**决定票**")[0]
    assert "决议第1号" in rows(table)[-1][0]


def test_quorum_and_every_other_test_is_told():
    """Where a charter asks for more than one thing, each is there with its numbers."""
    charter = presets.sample_charter()
    quorum = (Threshold("2/3", Base.SEATS),)
    told = evening("floor.agree-limits", charter=msgspec.structs.replace(charter, quorum=quorum))
    roll_call(told, "p", "m2")
    table = vote(record(told), "动议2-1")
    assert row(table, "法定人数")[0].endswith("**12 ≥ 9**")
    assert row(table, "赞成：")[0].endswith("**12 ≥ 9**")


def test_recess_host_and_guests():
    """Paused and resumed with who was there; another host with the reason; a guest let in."""
    told = debate()
    told.do(
        Recess(meeting=M),
        Resume(meeting=M),
        ChangeHost(meeting=M, host="lin-xiuying", reason="苏慧敏为提案人"),
        AdmitObserver(meeting=M, person_id="guest", person=told.people["ye-yongkang"]),
        Arrive(meeting=M, person="guest"),
        Leave(meeting=M, person="guest"),
    )
    paper = record(told)
    assert line(paper, "休会。")
    assert "复会。在场12人" in line(paper, "复会")
    assert line(paper, "主持。").endswith("即时起由林秀英主持。理由：苏慧敏为提案人。")
    assert "（列席，无表决权）" in line(paper, "到场")
    assert "叶永康到会。" in line(paper, "叶永康到会")
    assert "在场" not in line(paper, "叶永康离会")
    assert "苏慧敏（理事长）、林秀英" in words(paper.blocks[0])


def test_late_comers_are_told_with_who_is_there_now():
    """A member who comes late is in the attendance with the time, and in the record where it happened."""
    told = debate()
    told.do(Arrive(meeting=M, person="zhou-yumei"))
    paper = record(told)
    assert (
        line(paper, "周玉梅到会") == "19:45 周玉梅到会。在场13人：本地居民6人，新居民6人，街道1人。"
    )
    assert "周玉梅（19:45到会）" in words(paper.blocks[1])


def test_absent_without_leave_has_its_own_column():
    """Nobody is made to have asked for leave."""
    told = evening(change=lambda text: "" if '"attendance.excuse"' in text else text)
    table = record(told).blocks[1]
    assert row(table, "组别") == ["组别", "应到", "实到", "请假", "缺席", "出席人员"]
    assert row(table, "新居民")[1:5] == ["6", "5", "0", "1"]
    assert "缺席：周玉梅" in row(table, "新居民")[5]
    assert "周玉梅（未到）" in words(vote(record(told), "动议3-1"))


def test_leave_asked_for_during_the_meeting_is_told():
    """With its reason in the kept version only."""
    told = evening("polls.open", change=lambda t: "" if '"attendance.excuse"' in t else t)
    told.do(Excuse(meeting=M, member="zhou-yumei", reason="发烧"))
    assert line(record(told), "请假（发烧）")
    assert "发烧" not in words(record(told, public=True))


def test_corrected_times_keep_the_old_ones_readable():
    """Old time struck, new beside it, reason."""
    told = evening("meeting.close")
    stay = told.meeting.attendance.stays["he-weiming"][0]
    told.do(
        CorrectTimes(
            meeting=M,
            person="he-weiming",
            stay=1,
            came=stay.came - timedelta(minutes=6),
            reason="签到时钟慢",
        )
    )
    paper = record(told)
    assert line(paper, "更正何伟明").endswith(
        "更正何伟明的时间：原记19:31到会，更正为19:25到会。理由：签到时钟慢。"
    )
    assert ("struck", "19:31到会") in runs(paper, "更正何伟明")


def test_notes_corrected_and_struck_stay_readable():
    """Old words struck where they stood, with who, when and why."""
    told = debate()
    told.do(
        WriteNote(meeting=M, note="a", text="约七百个车位", speaker="chen-guodong"),
        CorrectNote(meeting=M, note="a", text="约七十个车位", reason="听错"),
        WriteNote(meeting=M, note="b", text="闲话一句"),
        StrikeNote(meeting=M, note="b", reason="与会议无关"),
        by="记录员",
    )
    paper = record(told)
    assert runs(paper, "七百个") == [
        ("name", "陈国栋："),
        ("struck", "约七百个车位"),
        ("body", "约七十个车位（19:46由记录员更正，理由：听错）"),
    ]
    assert runs(paper, "闲话") == [
        ("struck", "闲话一句"),
        ("body", "（19:46由记录员划去，理由：与会议无关）"),
    ]


def test_speeches_beyond_the_limit_and_without_notes_and_by_the_host():
    """By leave, unnoted, from the chair: each is told for what it is."""
    told = debate()
    told.do(AgreeLimits(meeting=M, seconds=0, speeches=1))
    for note in ("s1", "s2"):
        told.do(GiveFloor(meeting=M, speaker="he-weiming", side="against", by_leave=note == "s2"))
        told.do(WriteNote(meeting=M, note=note, text=f"意见{note}", speaker="he-weiming"))
        told.do(EndSpeech(meeting=M))
    told.do(GiveFloor(meeting=M, speaker="chen-guodong"), EndSpeech(meeting=M))
    told.do(GiveFloor(meeting=M, speaker="su-huimin"))
    told.do(WriteNote(meeting=M, note="h", text="说明情况", speaker="su-huimin"))
    told.do(EndSpeech(meeting=M), AgreeLimits(meeting=M, seconds=0))
    paper = record(told)
    assert line(paper, "意见s1").endswith("何伟明（反对）：意见s1")
    assert line(paper, "意见s2").endswith("意见s2（经会议同意，超出约定次数）")
    assert line(paper, "内容未记").endswith("陈国栋发言，内容未记。")
    assert line(paper, "说明情况").endswith("苏慧敏（主持人）：说明情况")
    assert line(paper, "不限时")
    assert line(paper, "约定每人发言1次")


@pytest.mark.parametrize(
    ("kind", "code", "begins"),
    [
        (NoteKind.HOST, "", [("boxed", "主持引导"), ("body", " 请安静")]),
        (NoteKind.REFUSED, "", [("bold", "未予受理"), ("body", "：请安静")]),
        (NoteKind.FACT, "", [("body", "请安静")]),
    ],
)
def test_notes_without_a_speaker(kind, code, begins):
    """A line that nobody in particular said begins with what it is."""
    told = debate()
    told.do(WriteNote(meeting=M, note="n", text="请安静", kind=kind, code=code))
    assert runs(record(told), "请安静") == begins


def test_what_was_said_at_the_reading_back():
    """Told as such, with the name."""
    told = evening("meeting.close")
    note = WriteNote(meeting=M, note="r", text="应补一句", speaker="he-weiming", kind="read-back")
    told.do(note)
    assert line(record(told), "应补一句").endswith("何伟明（宣读时）：应补一句")


def test_motions_withdrawn_postponed_and_reworded():
    """Nothing that was moved disappears."""
    told = debate()
    told.do(
        RewordMotion(meeting=M, motion="m2", text="请街道办事处商定。", reason="原文过长"),
        PutAmendment(
            meeting=M, motion="a", amends="m2", mover="he-weiming", text="加期限", becomes="全文甲"
        ),
        WithdrawMotion(meeting=M, motion="m2", reason="另行协商"),
        PutMotion(meeting=M, motion="x", mover="he-weiming", text="再议"),
        WriteNote(meeting=M, note="n", text="稍后"),
        SecondMotion(meeting=M, motion="x", member="lin-xiuying"),
        PostponeMotion(meeting=M, motion="x", reason="材料不全"),
    )
    paper = record(told)
    assert ("struck", told.meeting.motions.all["m2"].changes[0].old) in runs(paper, "文字更正")
    assert line(paper, "动议2-1由动议人王建军撤回：另行协商。")
    assert line(paper, "动议2-1修正案由动议人何伟明撤回：另行协商。")
    assert line(paper, "林秀英附议动议2-2。")
    assert line(paper, "动议2-2推迟到以后的会议：材料不全。")


def test_an_amendment_taken_back_by_a_correction():
    """The motion's old wording comes back, and the record says by what."""
    told = evening("polls.open")
    told.do(OpenPoll(meeting=M, poll="h", motion="a2", method=Method.HANDS))
    told.do(CountHands(meeting=M, poll="h", hands=Hands(in_favour=11, abstained=1)))
    told.do(ClosePoll(meeting=M, poll="h"))
    hands = Hands(in_favour=8, against=3, abstained=1)
    told.do(CorrectHands(meeting=M, poll="h", hands=hands, reason="数错一排"))
    paper = record(told)
    table = vote(paper, "动议2-1修正案")
    assert "赞成 ~~11~~ **8**" in rows(table)[3]
    assert "赞成由11票改为8票，反对由0票改为3票。" in row(table, "**更正**")[0]
    assert "结果由“通过”改为“未通过”。" in row(table, "**更正**")[0]
    assert rows(table)[-1][0].startswith("~~通过~~ 未通过：")
    assert row(table, "修正后全文")[0].startswith("修正后全文：请街道办事处")
    assert "动议2-1恢复原文：" in line(paper, "经更正")


def test_hands_counted_by_group_are_told_by_group():
    """What was counted by group is not thrown together."""
    told = debate()
    told.do(OpenPoll(meeting=M, poll="h", motion="m2", method=Method.HANDS))
    groups = {
        "established": Hands(in_favour=5, against=1),
        "new": Hands(in_favour=5),
        "office": Hands(in_favour=0, abstained=1),
    }
    whole = Hands(in_favour=10, against=1, abstained=1)
    told.do(CountHands(meeting=M, poll="h", hands=whole, groups=groups))
    told.do(ClosePoll(meeting=M, poll="h"))
    table = vote(record(told), "动议2-1")
    assert row(table, "本地居民")[1:] == ["6", "6", "5", "1", "0", "0"]
    assert "何伟明" not in words(table)


def paper_vote(told):
    tellers = ("liang-huifang", "zhang-haibo")
    told.do(OpenPoll(meeting=M, poll="b", motion="m2", method=Method.PAPER, tellers=tellers))
    told.do(IssueBallots(meeting=M, poll="b", issued=12))
    found = Ballots(returned=11, in_favour=9, against=2)
    for teller in tellers:
        told.do(ReportBallots(meeting=M, poll="b", teller=teller, ballots=found))
    told.do(ClosePoll(meeting=M, poll="b"))


def test_tellers_who_agree_and_a_corrected_count():
    """First counts stay; the corrected one stands last, with what changed and why."""
    told = debate()
    paper_vote(told)
    table = vote(record(told), "动议2-1")
    assert row(table, "一致")[1:] == ["12", "11", "9", "2", "0", "0", "0"]
    assert "未交票1人" in words(table)
    right = Ballots(returned=11, in_favour=8, against=3)
    told.do(CorrectBallots(meeting=M, poll="b", ballots=right, reason="一张反对票误入"))
    table = vote(record(told), "动议2-1")
    assert row(table, "甲首次")[3:5] == ["~~9~~", "~~2~~"]
    assert row(table, "更正")[1:5] == ["12", "11", "8", "3"]
    assert "赞成由9票改为8票，反对由2票改为3票。" in row(table, "**更正**")[0]
    assert "决议第1号撤销，编号不再使用。" in rows(table)[-1][0]


def test_a_correction_that_overturns_a_decision():
    """Carried, then not: both are readable, the number is not given again, and no paper hands it over."""
    told = evening("polls.recuse")
    told.do(CorrectVote(meeting=M, poll="p4", member="wu-dequan", choice=AGAINST, reason="误录"))
    table = vote(record(told), "动议3-2")
    assert rows(table)[-1][0].startswith("~~通过~~ 未通过：赞成8票")
    assert rows(table)[-1][0].endswith("决议第2号撤销，编号不再使用。")
    assert "结果由“通过”改为“未通过”。" in row(table, "**更正**")[0]


def test_a_vote_taken_away_and_one_given_late():
    """None is told as no answer."""
    told = evening("polls.recuse")
    told.do(CorrectVote(meeting=M, poll="p4", member="he-weiming", choice=None, reason="未答"))
    table = vote(record(told), "动议3-2")
    assert "原记“~~反对~~”，更正为“未表决”" in row(table, "**更正**")[0]
    assert "反对：~~何伟明~~" in row(table, "反对：")[0]
    assert "未表决：**何伟明**" in row(table, "反对：")[0]
    assert rows(table)[2][-1] == "未表决"


def test_a_vote_corrected_twice_shows_every_step():
    """Three values, two of them struck."""
    told = evening("polls.recuse")
    for choice in (ABSTAIN, FOR):
        told.do(
            CorrectVote(meeting=M, poll="p4", member="he-weiming", choice=choice, reason="误录")
        )
    table = vote(record(told), "动议3-2")
    assert row(table, "合计")[3:6] == ["~~9~~ **10**", "~~1~~ **0**", "~~1~~ ~~2~~ **1**"]
    assert sum(cells[0].startswith("**更正**") for cells in rows(table)) == 2


def test_a_corrected_assignment_keeps_the_old_one_readable():
    """Who was to do it, and who is; why."""
    told = evening("polls.recuse")
    task = Assignment(implementer="物业公司", due=None)
    told.do(CorrectAssignment(meeting=M, decision=2, assignment=task, reason="记错"))
    table = vote(record(told), "动议3-2")
    assert row(table, "承办")[0].startswith(
        "承办：~~居委会~~ **物业公司**　开始日期：~~2026年12月7日~~ **—**"
    )
    assert "更正承办事项。理由：记错。更正人郑晓彤。" in row(table, "**更正**")[0]


def test_items_added_renamed_withdrawn_paused_and_taken_up_again():
    """The agenda's own history is in the record."""
    told = evening("polls.recuse")
    told.do(
        AddItem(meeting=M, item="i6", title="路灯"),
        EditItem(meeting=M, item="i4", title="充电公约", reason="简称"),
        EditItem(meeting=M, item="i4", title="充电公约", minutes=5, reason="缩短"),
        TakeUp(meeting=M, item="i6"),
        TakeUp(meeting=M, item="i5"),
        PostponeItem(meeting=M, item="i4", reason="时间不够"),
        WithdrawItem(meeting=M, item="i5", reason="撤回申请"),
        TakeUp(meeting=M, item="i6"),
        FinishItem(meeting=M, item="i6"),
        WriteNote(meeting=M, note="q", text="休息片刻"),
        TakeUp(meeting=M, item="i6"),
        FinishItem(meeting=M, item="i6"),
    )
    paper = record(told)
    assert heads(paper)[3:] == [
        "五、图书室服务合同（提前）",
        "六、路灯（临时增加）",
        "五、图书室服务合同（续）",
        "六、路灯（续）",
        "议程之间",
        "六、路灯（续）",
    ]
    assert line(paper, "议程增加第六项：路灯。")
    assert ("struck", "楼道充电安全公约") in runs(paper, "原题")
    assert line(paper, "第四项的说明或时长有改动。理由：缩短。")
    assert line(paper, "第四项（充电公约）推迟到下次会议：时间不够。")
    assert line(paper, "本项撤回：撤回申请。")
    assert "四、楼道充电安全公约" in line(paper, "开会。")


def test_a_recusal_lifted_is_told():
    """Declared, and taken back before the vote."""
    told = debate()
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    told.do(LiftRecusal(meeting=M, member="he-weiming", reason="亲属已退出"))
    told.do(Recuse(meeting=M, member="li-chunmei", reason="任职"))
    assert line(record(told), "何伟明不再回避：亲属已退出。")
    assert "可表决11人" in line(record(told), "李春梅申明")


def test_a_meeting_without_items_or_decisions_has_a_record():
    """Opened, nothing on the agenda, closed: that is what it says."""

    def bare(text):
        kept = ("body.", "meeting.", "attendance.admit", "attendance.arrive")
        return text if any(f'"do": "{name}' in text for name in kept) else ""

    told = evening(change=bare)
    paper = record(told)
    assert lines(paper) == ["19:36 开会。", "21:00 记录已当场宣读，无异议。散会。"]
    (summary,) = PAPERS["summary"](told.material())
    assert not any(isinstance(block, Heading) for block in summary.blocks)


def test_an_open_assembly_of_a_hundred_and_twenty_keeps_its_names_out_of_the_head():
    """Numbers in the table, names in lines under it; votes have no hundred names either."""
    charter = presets.charter("rc_meeting_2018")
    group = charter.groups[0].key
    told = evening("body.seat", charter=charter)
    for number in range(1, 121):
        entry = msgspec.convert(
            {"member": f"h{number}", "person": {"name": f"户代表{number}"}, "group": group}, Entry
        )
        told.do(SeatMember(body="songbaigang", entry=entry))
    assembly(told)
    paper = record(told)
    head = paper.blocks[1]
    assert isinstance(head, Table)
    assert "户代表" not in words(head)
    assert "户代表77" in words(paper)
    table = vote(paper, "动议1-1")
    assert "缺席：40人" in words(table)
    assert len(words(table)) < 600
    for kind in ("notice", "signin", "summary"):
        assert PAPERS[kind](told.material())


def assembly(told):
    told.meeting.id = M
    day = told.at.replace(year=2025, month=11, day=27, hour=19, minute=30)
    told.do(
        ConveneMeeting(meeting=M, body="songbaigang", planned=day, place="广场", host="h1"),
        AddItem(meeting=M, item="i1", title="公约"),
        EnterPhase(meeting=M, phase="sign-in"),
        at=day,
    )
    told.do(*(Arrive(meeting=M, person=f"h{n}") for n in range(1, 81)), at=day)
    told.do(
        EnterPhase(meeting=M, phase="deliberate"),
        TakeUp(meeting=M, item="i1"),
        PutMotion(meeting=M, motion="m", mover="h1", text="通过公约。"),
    )
    roll_call(told, "p", "m", against=[f"h{n}" for n in range(70, 81)])


def test_owners_votes_show_heads_and_area_and_all_four_tests():
    """Weights stand in their unit under the heads; each test has its numbers and its own result."""
    charter = presets.charter("owners_ordinary")
    group = charter.groups[0].key
    told = evening("body.seat", charter=charter)
    for number in range(1, 11):
        fields = {"member": f"h{number}", "person": {"name": f"业主{number}"}, "group": group}
        entry = msgspec.convert({**fields, "weight": 10_000 * number}, Entry)
        told.do(SeatMember(body="songbaigang", entry=entry))
    told.meeting.id = M
    told.do(
        ConveneMeeting(meeting=M, body="songbaigang", planned=told.at, place="广场", host="h1"),
        AddItem(meeting=M, item="i1", title="选聘物业"),
        EnterPhase(meeting=M, phase="sign-in"),
        *(Arrive(meeting=M, person=f"h{n}") for n in range(1, 11)),
        EnterPhase(meeting=M, phase="deliberate"),
        TakeUp(meeting=M, item="i1"),
        PutMotion(meeting=M, motion="m", mover="h1", text="选聘甲公司。"),
    )
    roll_call(told, "p", "m", against=["h9", "h10"])
    paper = record(told)
    table = vote(paper, "动议1-1")
    assert row(table, "合计")[1:6] == ["10", "10", "8", "2", "0"]
    assert row(table, "投票权数")[3] == "3,600\xa0m²"
    tests = [cells for cells in rows(table) if "≥" in cells[0] and "基数" in cells[0]]
    assert len(tests) == 4
    assert rows(table)[-1][0].startswith("通过：")
    assert PAPERS["resolution"](told.material())
    (summary,) = PAPERS["summary"](told.material())
    assert "通过：" in words(summary)


def test_agenda_changes_outside_the_item_in_hand():
    """Moved last, withdrawn while another is in hand: told where it happened, with the item named."""
    told = evening("polls.recuse")
    told.do(
        MoveItem(meeting=M, item="i4"),
        WithdrawItem(meeting=M, item="i4", reason="不再需要"),
    )
    paper = record(told)
    assert line(paper, "第四项移到最后。")
    assert line(paper, "第四项（楼道充电安全公约）撤回：不再需要。")


def test_before_the_opening_only_what_was_noted_is_told():
    """Arrivals are on the sign-in sheet; a note made while people gather is in the record."""
    told = evening("agenda.take-up", change=lambda t: "" if "agenda.move" in t else t)
    assert [one[6:9] for one in lines(record(told))] == ["开会。"]
    told = evening("meeting.enter")
    told.do(EnterPhase(meeting=M, phase="sign-in"), Arrive(meeting=M, person="su-huimin"))
    told.do(WriteNote(meeting=M, note="n0", text="会前播放录像。"))
    told.do(EnterPhase(meeting=M, phase="deliberate"))
    first, second = lines(record(told))
    assert first.endswith(" 会前播放录像。")
    assert "开会。" in second


def test_several_hosts_and_several_pairs_of_tellers_sign_by_name():
    """Whoever ran a part of it, and whoever counted, each on a line of their own."""
    told = debate()
    paper_vote(told)
    told.do(PutMotion(meeting=M, motion="y", mover="he-weiming", text="另一件"))
    told.do(SecondMotion(meeting=M, motion="y", member="lin-xiuying"))
    pair = ("lin-xiuying", "zhang-haibo")
    told.do(OpenPoll(meeting=M, poll="y", motion="y", method=Method.PAPER, tellers=pair))
    told.do(VoidPoll(meeting=M, poll="y", reason="试票"))
    told.do(
        ChangeHost(meeting=M, host="lin-xiuying"),
        WithdrawMotion(meeting=M, motion="y", reason="只是试票"),
        FinishItem(meeting=M, item="i2"),
        *(PostponeItem(meeting=M, item=item, reason="时间不够") for item in ("i3", "i4", "i5")),
        EnterPhase(meeting=M, phase="read-back"),
        CloseMeeting(meeting=M, read_back=False),
    )
    assert line(record(told), "散会。").endswith("记录未当场宣读。散会。")
    (signatures,) = [b for b in record(told).blocks if isinstance(b, Signatures)]
    assert signatures.labels == (
        "主持人苏慧敏（签名）",
        "主持人林秀英（签名）",
        "记录人（签名）",
        "计票人梁惠芳（签名）",
        "计票人张海波（签名）",
        "计票人林秀英（签名）",
    )


def test_many_guests_are_a_number_in_the_head():
    """Nine observers are counted; their names are on the sign-in sheet."""
    told = debate()
    for number in range(9):
        guest = AdmitObserver(meeting=M, person_id=f"g{number}", person=Person(name=f"客{number}"))
        told.do(guest, Arrive(meeting=M, person=f"g{number}"))
    head = words(record(told).blocks[0])
    assert "11人，名单见签到表" in head
    assert "客1" in words(PAPERS["signin"](told.material()))


def test_a_meeting_put_off_to_another_day_says_for_when_it_was_called():
    """Called for one day, held on another: both days are in the head."""
    told = evening(
        "agenda.take-up",
        change=lambda text: text.replace("2026-11-27T19:30:00", "2026-11-26T19:30:00"),
    )
    head = words(record(told).blocks[0])
    assert "定于2026年11月26日（星期四）19:30开会" in head
    assert "会前6日张贴" in head


def test_a_record_without_a_notice_says_so():
    """What was not noted is not made up."""
    told = evening("agenda.take-up", change=lambda text: "" if "post-notice" in text else text)
    assert "张贴时间未记录" in words(record(told).blocks[0])


def test_lines_have_times_of_their_own():
    """Nothing in the record is without a time."""
    assert all(block.time for block in record(evening()).blocks if isinstance(block, Line))
