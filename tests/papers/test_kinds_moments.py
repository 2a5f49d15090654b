"""Moments that seldom come: each has its words in the papers."""

import msgspec
import pytest

from facilitator import meeting as meetings
from facilitator import presets
from facilitator.acts import Recorded
from facilitator.meeting.attendance import AdmitObserver, Arrive, Leave
from facilitator.meeting.closing import ClosePoll, VoidPoll
from facilitator.meeting.decisions import Assign, Assignment
from facilitator.meeting.floor import AgreeLimits, EndSpeech, GiveFloor
from facilitator.meeting.items import AddItem, EditItem, FinishItem, TakeUp, WithdrawItem
from facilitator.meeting.lifecycle import (
    ClockJumped,
    CloseMeeting,
    EnterPhase,
    PostNotice,
    ReopenMeeting,
)
from facilitator.meeting.motions import PutAmendment, PutMotion, SecondMotion
from facilitator.meeting.notes import CorrectNote, WriteNote
from facilitator.meeting.polls import Method, OpenPoll, Recuse
from facilitator.meeting.striking import StrikeStay
from facilitator.meeting.voting import CastVote, CorrectVote
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.model import Box, Labelled
from facilitator.rules.charter import Recusal
from facilitator.rules.tally import Choice
from tests.papers.evening import evening
from tests.papers.reading import line, lines, row, rows, vote, words
from tests.papers.test_kinds_odd import debate, record, roll_call
from tests.papers.test_kinds_overtaken import casting, result, tied

M = "sbg-2026-11-27"
FOR, AGAINST, ABSTAIN = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def summary(told, lang="zh"):
    (paper,) = PAPERS["summary"](told.material(lang=lang))
    return words(paper)


def test_what_happens_while_people_gather_is_on_the_sheet():
    """Somebody goes again, a guest is let in, an item is added or changed: the opening says what stands."""
    told = evening("meeting.enter")
    told.do(EnterPhase(meeting=M, phase="sign-in"))
    told.do(
        Arrive(meeting=M, person="su-huimin"),
        Arrive(meeting=M, person="chen-guodong"),
        Leave(meeting=M, person="chen-guodong"),
        AdmitObserver(meeting=M, person_id="g", person=told.people["ye-yongkang"]),
        AddItem(meeting=M, item="i6", title="路灯"),
        EditItem(meeting=M, item="i1", title="落实情况"),
        EnterPhase(meeting=M, phase="deliberate"),
    )
    (opening,) = lines(record(told))
    assert "议程六项：一、落实情况；" in opening
    assert "六、路灯。" in opening


def test_deliberation_that_goes_on_after_the_reading_back():
    """Read back, then gone on with: both stand in the record."""
    told = evening("meeting.close")
    told.do(EnterPhase(meeting=M, phase="deliberate"))
    assert line(record(told), "继续议事。")


def test_the_clock_jumping_ahead_is_told():
    """Which way it jumped decides how to read the times after it."""
    told = debate()
    event = ClockJumped(milliseconds=90_000)
    meetings.apply(told.meeting, Recorded(event, told.meeting.version + 1, told.at, ""))
    assert "计算机时钟向前跳1分30秒" in line(record(told), "时钟")


def test_a_limit_of_time_alone():
    """As long as agreed, as often as wanted."""
    told = debate()
    told.do(AgreeLimits(meeting=M, seconds=180))
    assert line(record(told), "约定每次发言3分钟。")


def test_a_speech_of_several_notes():
    """What is true of the whole speech is said once, at its first or its last line."""
    told = debate()
    told.do(AgreeLimits(meeting=M, seconds=20, speeches=1))
    told.do(GiveFloor(meeting=M, speaker="he-weiming"), EndSpeech(meeting=M))
    told.do(GiveFloor(meeting=M, speaker="he-weiming", by_leave=True))
    for number, text in enumerate(("其一", "其二", "其三")):
        told.do(WriteNote(meeting=M, note=f"n-{number}", text=text, speaker="he-weiming"))
    told.do(EndSpeech(meeting=M))
    told_lines = [one[6:] for one in lines(record(told))[-3:]]
    assert told_lines[0].endswith("其一（经会议同意，超出约定次数）")
    assert told_lines[1].endswith("何伟明：其二")
    assert told_lines[2].endswith("（超时20秒）")


@pytest.mark.parametrize(
    ("recusals", "said"),
    [
        ((Recusal.LEAVES_BASE,), "可表决11人。回避的不计入基数。"),
        ((Recusal.LEAVES_BASE, Recusal.KEEPS_BASE), "可表决11人。"),
    ],
)
def test_what_a_recusal_does_to_the_base_is_the_charters_word(recusals, said):
    """Where its rules differ, the record says nothing of the base before a rule is chosen."""
    charter = presets.sample_charter()
    first = charter.rules[0]
    rules = tuple(
        msgspec.structs.replace(first, key=first.key if not n else f"other{n}", recusal=recusal)
        for n, recusal in enumerate(recusals)
    )
    told = evening("floor.agree-limits", charter=msgspec.structs.replace(charter, rules=rules))
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    assert line(record(told), "何伟明申明").endswith(said)


def test_two_amendments_to_one_motion_are_numbered():
    """One needs no number; of two each has its own."""
    told = debate()
    told.do(
        PutAmendment(
            meeting=M, motion="a", amends="m2", mover="he-weiming", text="加期限", becomes="全文甲"
        ),
        PutAmendment(
            meeting=M, motion="b", amends="m2", mover="he-weiming", text="加地点", becomes="全文乙"
        ),
    )
    for poll, motion in (("x", "a"), ("y", "b")):
        told.do(SecondMotion(meeting=M, motion=motion, member="lin-xiuying"))
        told.do(OpenPoll(meeting=M, poll=poll, motion=motion, method=Method.ROLL_CALL))
        told.do(VoidPoll(meeting=M, poll=poll, reason="试"))
    for label in ("动议2-1修正案1", "动议2-1修正案2"):
        assert vote(record(told), label)


def test_a_notice_that_hangs_nowhere_in_particular():
    """Sent out, not posted: the day alone."""
    told = evening(
        "meeting.post-notice",
        change=lambda text: (
            text.replace("社区公告栏、社区礼堂门口", "") if "body.found" in text else text
        ),
    )
    told.do(PostNotice(meeting=M, posted=told.at.date()))
    (paper,) = PAPERS["notice"](told.material())
    posted = next(b for b in paper.blocks if isinstance(b, Labelled) and b.label == "张贴")
    assert words(posted.text) == "2026年11月18日"


def real(text):
    """A body that is no sample and has no usual posting places."""
    if '"body.found"' not in text:
        return text
    return text.replace('"sample": true', '"sample": false').replace("社区公告栏、社区礼堂门口", "")


def test_a_real_body_is_not_marked_as_a_sample():
    """No mark at all on a finished paper that is kept; no posting places where there are none."""
    told = evening(change=real)
    assert record(told).mark == ""
    first, *_ = PAPERS["resolution"](told.material())
    (box,) = [block for block in first.blocks if isinstance(block, Box)]
    assert [label for label, _ in box.rows] == ["公示期", "有意见"]


def test_a_council_too_small_to_carry_anything():
    """Eight members and nine votes needed: the attendance says that it cannot be."""
    gone = [f'"seat": {seat},' for seat in (2, 3, 4, 5, 6)]
    told = evening(
        "agenda.take-up",
        change=lambda text: (
            "" if "body.seat" in text and any(one in text for one in gone) else text
        ),
    )
    assert row(record(told).blocks[1], "合计")[-1] == "须9票赞成方为通过，在任代表不足此数"


def test_a_motion_of_several_lines_is_several_paragraphs():
    """A resolution keeps the lines of its text, without the empty ones; the task is told, too."""
    told = debate()
    text = "一、装灯。\n\n二、修路。"
    told.do(PutMotion(meeting=M, motion="x", mover="he-weiming", text=text))
    told.do(SecondMotion(meeting=M, motion="x", member="lin-xiuying"))
    told.do(OpenPoll(meeting=M, poll="x", motion="x", method=Method.ROLL_CALL))
    for member in told.meeting.polls.all["x"].entitled:
        told.do(CastVote(meeting=M, poll="x", member=member, choice=FOR))
    told.do(ClosePoll(meeting=M, poll="x"))
    task = Assignment(implementer="居委会", task="先装灯，后修路。")
    told.do(Assign(meeting=M, decision=1, assignment=task))
    (paper,) = PAPERS["resolution"](told.material())
    assert [words(block.text) for block in paper.blocks[1:5]] == [
        *("一、装灯。", "二、修路。", "本决议由居委会承办。", "先装灯，后修路。")
    ]


def test_an_item_that_was_only_talked_about():
    """Nothing moved, nothing voted: the summary says so; one with a recusal tells that, one withdrawn why."""
    told = evening("floor.agree-limits", change=lambda t: "" if "motions." in t else t)
    told.do(FinishItem(meeting=M, item="i2"), TakeUp(meeting=M, item="i3"))
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    told.do(FinishItem(meeting=M, item="i3"), WithdrawItem(meeting=M, item="i4", reason="不再需要"))
    text = summary(told)
    assert "未形成动议。" in text
    assert "1人回避。" in text
    assert "本项撤回：不再需要。" in text


def test_a_summary_of_votes_that_are_open_or_void():
    """Neither has numbers to tell."""
    told = debate()
    told.do(OpenPoll(meeting=M, poll="v", motion="m2", method=Method.HANDS))
    assert "举手表决：尚未结束。" in summary(told)
    told.do(VoidPoll(meeting=M, poll="v", reason="未数清"))
    assert "举手表决：作废，不计结果。理由：未数清。" in summary(told)


def test_a_decision_is_named_in_the_vote_that_made_it_only():
    """An earlier vote on the same motion has no number."""
    told = tied()
    roll_call(told, "p2", "m2")
    told.do(casting(AGAINST))
    assert "决议" not in result(told)
    assert result(told, 1).endswith("决议第1号。")


def test_an_answer_put_right_while_the_vote_runs():
    """There was no result yet to change; at the close the answer that stands is nothing new."""
    told = debate()
    told.do(OpenPoll(meeting=M, poll="p", motion="m2", method=Method.ROLL_CALL))
    for member in told.meeting.polls.all["p"].entitled:
        told.do(CastVote(meeting=M, poll="p", member=member, choice=FOR))
    told.do(
        CorrectVote(meeting=M, poll="p", member="he-weiming", choice=AGAINST, reason="听错"),
        CorrectVote(meeting=M, poll="p", member="lin-xiuying", choice=None, reason="未答"),
        CastVote(meeting=M, poll="p", member="lin-xiuying", choice=ABSTAIN),
    )
    table = vote(record(told), "动议2-1")
    assert "结果" not in row(table, "**更正**　19:48　何伟明")[0]
    told.do(ClosePoll(meeting=M, poll="p"))
    table = vote(record(told), "动议2-1")
    assert row(table, "反对：")[0].startswith("反对：何伟明。弃权：林秀英。")
    assert row(table, "合计")[3:6] == ["10", "1", "1"]


def test_a_vote_nobody_may_take_part_in_has_no_names():
    """Everybody is there and everybody is recused: the recused are all there is to name."""
    told = debate()
    told.do(Arrive(meeting=M, person="zhou-yumei"))
    told.do(*(Recuse(meeting=M, member=h.member, reason="全体相关") for h in told.body.seated))
    told.do(OpenPoll(meeting=M, poll="p", motion="m2", method=Method.ROLL_CALL))
    table = vote(record(told), "动议2-1")
    assert sum("全体相关" in one[0] for one in rows(table)) == 1
    assert not any("缺席：" in one[0] for one in rows(table))


def test_a_correction_on_another_day_has_its_day():
    """Put right at a later sitting: the day stands before the hour."""
    told = evening()
    later = told.at.replace(day=30)
    told.do(ReopenMeeting(meeting=M, reason="补正"), at=later)
    told.do(CorrectNote(meeting=M, note="n1", text="更正后的话", reason="听错"), at=later)
    assert "（11月30日 21:00由郑晓彤更正，理由：听错）" in line(record(told), "更正后的话")


def test_an_arrival_that_was_struck():
    """Taken back before and after a vote: gone from the attendance and from the roll, the reason told."""
    told = debate()
    told.do(Arrive(meeting=M, person="zhou-yumei"))
    told.do(OpenPoll(meeting=M, poll="p", motion="m2", method=Method.ROLL_CALL))
    for member in told.meeting.polls.all["p"].entitled:
        if member != "zhou-yumei":
            told.do(CastVote(meeting=M, poll="p", member=member, choice=FOR))
    told.do(ClosePoll(meeting=M, poll="p", leave_silent=True))
    assert row(vote(record(told), "动议2-1"), "新居民")[1:] == ["6", "6", "5", "0", "0", "0", "1"]
    told.do(StrikeStay(meeting=M, person="zhou-yumei", stay=1, reason="认错人"))
    paper = record(told)
    assert row(paper.blocks[1], "新居民")[1:4] == ["6", "5", "1"]
    assert "请假：周玉梅（出差）" in row(paper.blocks[1], "新居民")[4]
    struck = line(paper, "误记")
    assert "理由：认错人。" in struck
    assert struck.endswith("在场12人：本地居民6人，新居民5人，街道1人。")
    table = vote(paper, "动议2-1")
    assert row(table, "新居民")[2] == "~~6~~ **5**"
    assert "理由：认错人。结果不变。" in row(table, "**更正**")[0]


def test_an_arrival_that_had_ended_before_it_was_struck():
    """Nobody leaves the room by it, so the room is not told again."""
    told = debate()
    told.do(Arrive(meeting=M, person="zhou-yumei"), Leave(meeting=M, person="zhou-yumei"))
    told.do(StrikeStay(meeting=M, person="zhou-yumei", stay=1, reason="认错人"))
    assert line(record(told), "误记").endswith("理由：认错人。")


def test_a_name_of_one_letter_hides_nothing():
    """It would stain every text; nobody is found by it."""
    assert Hiding({"X": "X.", "高": "高代表"}, [], []).text("X光 X 高票") == "X光 X 高票"


def test_a_meeting_closed_twice_tells_both_closes():
    """Opened again and closed again in one evening."""
    told = evening()
    told.do(ReopenMeeting(meeting=M, reason="补正"))
    told.do(Arrive(meeting=M, person="su-huimin"), EnterPhase(meeting=M, phase="read-back"))
    told.do(CloseMeeting(meeting=M))
    assert sum(one.endswith("散会。") for one in lines(record(told))) == 2
