"""Who was there when: what a paper says of a moment does not change with what comes after it."""

from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.items import FinishItem
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.notes import WriteNote
from facilitator.meeting.polls import Method, OpenPoll
from facilitator.meeting.voting import CastVote
from facilitator.papers.kinds import PAPERS
from facilitator.rules.tally import Choice
from tests.papers.evening import evening
from tests.papers.reading import row, vote, words

M = "sbg-2026-11-27"
LATE = "liang-huifang"


def without(*members):
    """A change of the script: these members do not come before they are told to."""

    def change(script):
        gone = '"attendance.arrive"' in script and any(f'"{one}"' in script for one in members)
        return "" if gone else script

    return change


def roll_call(told, poll, during=()):
    """A motion put to a roll call that all present vote for; somebody may come in meanwhile."""
    told.do(OpenPoll(meeting=M, poll=poll, motion="m2", method=Method.ROLL_CALL))
    told.do(*(Arrive(meeting=M, person=person) for person in during))
    members = told.meeting.polls.all[poll].entitled
    told.do(*(CastVote(meeting=M, poll=poll, member=m, choice=Choice.FOR) for m in members))
    told.do(ClosePoll(meeting=M, poll=poll))


def absent(told, lang="zh"):
    (paper,) = PAPERS["record"](told.material(lang=lang))
    table = vote(paper, "动议2-1" if lang == "zh" else "Motion 2-1")
    return row(table, "缺席" if lang == "zh" else "Absent")[0]


def test_why_somebody_missed_a_vote_is_told_of_its_own_moment():
    """Not come yet, gone before, in only when it had begun, with leave: all four are there, and stay."""
    told = evening("floor.agree-limits", change=without(LATE, "he-weiming"))
    told.do(Leave(meeting=M, person="wu-dequan"))
    roll_call(told, "p", during=["he-weiming"])
    before = absent(told)
    for name in ("梁惠芳（未到）", "吴德全（离会）", "何伟明（表决开始后到会）", "周玉梅（请假）"):
        assert name in before
    assert "何伟明 (came after the vote had begun)" in absent(told, "en")
    told.do(*(Arrive(meeting=M, person=person) for person in (LATE, "wu-dequan", "zhou-yumei")))
    assert absent(told) == before


def test_who_missed_a_second_sitting_did_not_leave_it():
    """Everybody left with the first close; of the second sitting they are told on their own."""
    told = evening()
    told.do(ReopenMeeting(meeting=M, reason="补议"))
    came = ("su-huimin", "wang-jianjun", "li-chunmei", "chen-guodong", "lin-xiuying")
    told.do(*(Arrive(meeting=M, person=person) for person in came))
    (paper,) = PAPERS["signin"](told.material())
    assert "21:00" not in words(paper)
    (table,) = [block for block in paper.blocks if getattr(block, "row_height", 0)]
    assert row(table, "1")[:6] == ["1", "陈国栋", "一号楼", "出席", "19:22", ""]
    assert row(table, "6")[5] == "20:10"


def test_who_went_and_came_back_in_one_sitting_is_told_with_both_times():
    """20:10 and back: a return is one only within the sitting."""
    told = evening("meeting.close")
    told.do(Arrive(meeting=M, person="feng-jintian"))
    (paper,) = PAPERS["signin"](told.material())
    (table,) = [block for block in paper.blocks if getattr(block, "row_height", 0)]
    assert row(table, "6")[5].startswith("20:10离，20:5")


def test_an_item_that_was_talked_about_without_a_motion_is_told_so():
    """Talked about, or only opened and closed: the summary keeps them apart."""
    told = evening("floor.agree-limits", change=lambda text: "" if "motions." in text else text)
    told.do(WriteNote(meeting=M, note="n", text="先听情况"), FinishItem(meeting=M, item="i2"))
    assert "经讨论，未付表决。" in words(PAPERS["summary"](told.material()))
