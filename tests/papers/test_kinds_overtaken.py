"""Votes that something came after: voted on again, corrected too late, ruled on twice, walked out of."""

import msgspec
import pytest

from facilitator import presets
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.closing import ClosePoll, GiveCastingVote, RuleOnContested
from facilitator.meeting.items import FinishItem
from facilitator.meeting.motions import PostponeMotion, RewordMotion, WithdrawMotion
from facilitator.meeting.polls import LiftRecusal, Method, OpenPoll, Recuse
from facilitator.meeting.voting import CastVote, CorrectVote
from facilitator.papers.kinds import PAPERS
from facilitator.rules.charter import Base, Threshold, Tie
from facilitator.rules.tally import Choice
from tests.papers.evening import evening
from tests.papers.reading import row, rows, vote, votes, words
from tests.papers.test_kinds_odd import contested, debate, record, roll_call

M = "sbg-2026-11-27"
FOR, AGAINST = Choice.FOR, Choice.AGAINST


def tied():
    """Six for, six against, and the chair has the casting vote."""
    charter = presets.sample_charter()
    half = Threshold("1/2", Base.FOR_AGAINST, strict=True)
    rule = msgspec.structs.replace(charter.rules[0], consent=(half,), tie=Tie.CHAIR)
    told = evening("floor.agree-limits", charter=msgspec.structs.replace(charter, rules=(rule,)))
    roll_call(told, "p", "m2", against=[h.member for h in told.body.seated[:6]])
    return told


def casting(choice, reason=""):
    return GiveCastingVote(meeting=M, poll="p", choice=choice, reason=reason)


def result(told, at=0, lang="zh"):
    label = "动议2-1" if lang == "zh" else "Motion 2-1"
    return rows(votes(record(told, lang), label)[at])[-1][0]


def summary(told, lang="zh"):
    (paper,) = PAPERS["summary"](told.material(lang=lang))
    return words(paper)


def test_a_late_result_of_a_motion_that_was_voted_on_again_carries_nothing():
    """The corrected result is there, and that the later vote stands; the later block is untouched."""
    told = tied()
    roll_call(told, "p2", "m2", against=[h.member for h in told.body.seated[:9]])
    told.do(casting(FOR))
    assert result(told).startswith("~~未定~~ 通过：赞成6票")
    assert result(told).endswith("该动议其后已重新表决，以后一次为准，本次结果不生效。")
    assert result(told, 1).startswith("未通过：")
    assert "不生效" not in result(told, 1)
    assert "决议" not in words(record(told))
    assert summary(told).count("以后一次为准，本次结果不生效。") == 1
    english = "and that vote stands; nothing follows from this one."
    assert result(told, lang="en").endswith(english)
    assert summary(told, "en").count(english) == 1


@pytest.mark.parametrize(
    ("gone", "zh", "en"),
    [
        (
            WithdrawMotion(meeting=M, motion="m2", reason="另议"),
            "该动议在本次表决后已撤回，本次结果不生效。",
            "The motion was withdrawn after this vote; nothing follows from it.",
        ),
        (
            PostponeMotion(meeting=M, motion="m2", reason="另议"),
            "该动议在本次表决后已推迟，本次结果不生效。",
            "The motion was put off after this vote; nothing follows from it.",
        ),
        (
            RewordMotion(meeting=M, motion="m2", text="另一件事。", reason="另议"),
            "该动议的文字在本次表决后已改动，本次结果不生效。",
            "The wording of the motion was changed after this vote; nothing follows from it.",
        ),
    ],
)
def test_a_late_result_of_a_motion_that_is_no_longer_there_carries_nothing(gone, zh, en):
    """Withdrawn, put off or reworded: the record names which, in both languages."""
    told = tied()
    told.do(gone, casting(FOR))
    assert result(told).endswith(zh)
    assert result(told, lang="en").endswith(en)
    assert zh in summary(told)


def test_a_correction_that_governs_says_nothing_of_the_kind():
    """Where something does follow, it is the decision that is told."""
    told = tied()
    told.do(casting(FOR))
    assert result(told).endswith("决议第1号。")


def test_a_corrected_casting_vote_keeps_the_first_one_readable():
    """The first choice struck, the reason beside it, and both effects."""
    told = tied()
    told.do(casting(FOR), casting(AGAINST, "听错"))
    table = vote(record(told), "动议2-1")
    assert "主持人投赞成票。结果由“未定”改为“通过”。" in row(table, "**决定票**")[0]
    told_row = row(table, "**更正决定票**")[0]
    assert "主持人：原记“~~赞成~~”，更正为“反对”。理由：听错。" in told_row
    assert "结果由“通过”改为“未通过”。录入人郑晓彤。" in told_row
    english = row(vote(record(told, "en"), "Motion 2-1"), "**Casting vote corrected**")[0]
    assert "The chair: entered as “~~For~~”, put right to “Against”. Reason: 听错." in english


def test_a_casting_vote_may_have_a_reason():
    """It is not asked for the first time, and printed when it is given."""
    told = tied()
    told.do(casting(FOR, "维持现状更糟"))
    assert "理由：维持现状更糟。" in row(vote(record(told), "动议2-1"), "**决定票**")[0]


def test_a_ruling_that_is_replaced_stays_beside_the_new_one():
    """Both rulings with their reasons; the second one is told as a correction."""
    told = contested()
    told.do(RuleOnContested(meeting=M, poll="p", count_them=False, reason="席位应由新居民担任"))
    told.do(RuleOnContested(meeting=M, poll="p", count_them=True, reason="章程另有约定"))
    table = vote(record(told), "动议2-1")
    assert "理由：席位应由新居民担任。" in row(table, "**裁定**")[0]
    assert "所投的票计入。理由：章程另有约定。" in row(table, "**更正裁定**")[0]
    assert rows(table)[-1][0].startswith("~~未定~~ ~~未通过~~ 通过：赞成9票")
    assert "**Ruling corrected**" in str(rows(vote(record(told, "en"), "Motion 2-1")))


def walk_out(told, *leaving, silent=(), poll="p"):
    """A roll call that some leave before they are called, while others stay and say nothing."""
    told.do(OpenPoll(meeting=M, poll=poll, motion="m2", method=Method.ROLL_CALL))
    told.do(*(Leave(meeting=M, person=person) for person in leaving))
    for member in told.meeting.polls.all[poll].entitled:
        if member not in (*leaving, *silent):
            told.do(CastVote(meeting=M, poll=poll, member=member, choice=FOR))
    told.do(ClosePoll(meeting=M, poll=poll, leave_silent=True))


def test_leaving_and_staying_silent_are_told_apart():
    """Two columns and two lists; the seats of a row are still in its columns."""
    told = debate()
    walk_out(told, "feng-jintian", "liu-xiaoyan", silent=("wu-dequan",))
    table = vote(record(told), "动议2-1")
    assert rows(table)[2] == [
        *("组别", "席位", "在场", "赞成", "反对", "弃权", "缺席", "未表决", "离场未表决")
    ]
    assert row(table, "本地居民")[1:] == ["6", "6", "5", "0", "0", "0", "0", "1"]
    assert row(table, "新居民")[1:] == ["6", "5", "3", "0", "0", "1", "1", "1"]
    assert row(table, "合计")[1:] == ["13", "12", "9", "0", "0", "1", "1", "2"]
    names = row(table, "未表决：")[0]
    assert names.startswith("未表决：吴德全。离场未表决：冯锦添、刘小燕。缺席：周玉梅（请假）。")
    english = words(vote(record(told, "en"), "Motion 2-1"))
    assert "Left without an answer: 冯锦添, 刘小燕." in english
    assert "Left, no answer" in english
    assert "冯锦添" not in words(vote(record(told, public=True), "动议2-1"))


def test_columns_for_silence_are_there_only_when_somebody_is_in_them():
    """Whoever only left has a column; nobody stayed silent."""
    told = debate()
    walk_out(told, "feng-jintian")
    heads = rows(vote(record(told), "动议2-1"))[2]
    assert heads[-1] == "离场未表决"
    assert "未表决" not in heads


def test_a_recused_member_who_leaves_is_recused():
    """Out of the room or in it: there was no answer to give."""
    told = debate()
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    walk_out(told, "he-weiming", "feng-jintian")
    table = vote(record(told), "动议2-1")
    assert rows(table)[2][-2:] == ["回避", "离场未表决"]
    assert row(table, "本地居民")[1:] == ["6", "6", "4", "0", "0", "0", "1", "1"]
    told.do(Arrive(meeting=M, person="he-weiming"), Arrive(meeting=M, person="feng-jintian"))


def test_an_answer_found_for_somebody_who_had_left():
    """It was given and not entered: both columns show what they were."""
    told = debate()
    walk_out(told, "feng-jintian")
    told.do(CorrectVote(meeting=M, poll="p", member="feng-jintian", choice=FOR, reason="漏录"))
    table = vote(record(told), "动议2-1")
    assert row(table, "合计")[1:] == ["13", "12", "~~11~~ **12**", "0", "0", "1", "~~1~~ **0**"]
    assert "离场未表决：~~冯锦添~~。" in row(table, "离场未表决：")[0]


def test_the_reason_of_a_recusal_that_was_lifted_after_the_vote_stays():
    """The vote was taken without the member, and says why; the summary counts the member."""
    told = debate()
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    roll_call(told, "p", "m2")
    told.do(LiftRecusal(meeting=M, member="he-weiming", reason="亲属已退出"))
    table = vote(record(told), "动议2-1")
    assert row(table, "回避") == ["回避：何伟明（亲属参与）。"]
    told.do(FinishItem(meeting=M, item="i2"))
    assert "1人回避。" in summary(told)


def test_a_recusal_lifted_before_the_vote_is_no_recusal():
    """Nobody stepped out: the summary counts nobody."""
    told = debate()
    told.do(Recuse(meeting=M, member="he-weiming", reason="亲属参与"))
    told.do(LiftRecusal(meeting=M, member="he-weiming", reason="记错"))
    roll_call(told, "p", "m2")
    assert "回避" not in summary(told)
    assert "回避" not in words(vote(record(told), "动议2-1"))
