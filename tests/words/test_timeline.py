"""The whole story of a decision or a group, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from facilitator.acts import Command
from facilitator.bodies.people import Person
from facilitator.followup.carrying import Assess, ChangeDue, HandOver, PlanReview, ReportBack
from facilitator.followup.case import Entry
from facilitator.followup.entries import Kinship, Notice
from facilitator.followup.following import DropFile, StrikeEntry
from facilitator.followup.histories import EVENTS
from facilitator.followup.linking import Link
from facilitator.followup.matter import Matter, Told
from facilitator.followup.posting import AnswerObjection, Object, Pay, Post
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress
from facilitator.words.timeline import Around, Kin, Line, Sign, timeline
from facilitator.words.timeline.entries import TELLERS
from tests.followup.folder import Folder, photo

MADE = datetime(2026, 6, 13, 20, 0, tzinfo=UTC)
DUE, TODAY = date(2026, 9, 30), date(2026, 11, 21)
GIVEN = Assignment(
    implementer="城建办", due=DUE, task="装镜子", money_fen=240_000, money_source="街道"
)
MATTER = Matter("evening", "council", "装反光镜", MADE, 5, assignment=GIVEN)
GOING, DONE = Progress.IN_PROGRESS, Progress.DONE
POSTED = {"what": Notice.RESOLUTION, "begins": date(2026, 6, 15), "until": date(2026, 6, 17)}


class Story:
    """A folder whose clerk does one thing a day."""

    def __init__(self, matter: Matter = MATTER) -> None:
        self.folder = Folder(matter)
        self.folder.at = MADE

    def on(self, day: date, kind: type[Command], /, **fields: Any) -> Story:
        """Something that is recorded on that day."""
        self.folder.at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        self.folder.now(kind, **fields)
        return self

    def lines(self, day: date = TODAY, lang: str = "zh", **around: Any) -> list[Line]:
        """The story on a day."""
        assert self.folder.matter is not None
        return timeline(self.folder.matter, self.folder.following, day, lang, Around(**around))

    def told(self, day: date = TODAY, **around: Any) -> list[str]:
        """The story in whole lines, without how it began."""
        lines = self.lines(day, **around)
        return [f"{one.day:%m-%d} {one.sign} {one.whole('zh')}" for one in lines][2:]


def test_every_entry_has_a_teller():
    """Whatever can be entered can be told."""
    assert set(TELLERS) == {kind for kind in EVENTS if issubclass(kind, Entry)}


def test_it_begins_with_the_vote_and_who_got_it():
    """Carried with how many, given to whom, until when, with what money."""
    first, second, *_ = Story().lines(vote="11/13")
    assert (first.text, first.sign, first.day) == ("会上通过，11/13", Sign.DONE, MADE.date())
    assert second.whole("zh") == "交城建办承办，9月30日到期，经费2,400元（街道）：装镜子"
    assert Story().lines()[0].text == "会上通过"
    more = msgspec.structs.replace(GIVEN, money_source="", report_by=DUE, due=None)
    assert Story(replace(MATTER, assignment=more)).lines()[1].text == (
        "交城建办承办，9月30日前回报，经费2,400元"
    )


def test_one_that_nobody_got_begins_with_the_vote_alone():
    """Nothing is said of an assignment that is not there or says nothing."""
    for given in (None, Assignment(implementer="")):
        assert len(Story(replace(MATTER, assignment=given)).lines()) == 1


def test_a_group_begins_with_who_leads_it():
    """And with its first step."""
    given = Assignment(implementer="李桂芳", task="翻土")
    group = replace(MATTER, decision=0, group="g1", assignment=given)
    first, second = Story(group).lines()
    assert first.text == "行动小组成立"
    assert second.whole("zh") == "牵头人李桂芳：翻土"


def test_overdue_is_a_line_of_its_own_on_the_day_after():
    """As on the mock-up; on the day it is due it is still to come."""
    assert Story().told() == ["10-01 warn 逾期，没有说明原因"]
    assert Story().told(DUE) == ["09-30 later 到期"]
    assert Story().told(date(2026, 10, 1)) == ["10-01 warn 逾期，没有说明原因"]


def test_a_reason_after_the_day_is_a_reason():
    """Words of the office or at a meeting after the day explain it; words before it, or none, do not."""

    def late(story: Story) -> str:
        return next(line for line in story.told() if "逾期" in line)

    before = Story().on(date(2026, 9, 29), ReportBack, entry="r", progress=GOING, text="快了")
    silent = Story().on(date(2026, 10, 9), ReportBack, entry="r", progress=GOING)
    after = Story().on(date(2026, 10, 9), ReportBack, entry="r", progress=GOING, text="下雨")
    assert "没有说明原因" in late(before)
    assert "没有说明原因" in late(silent)
    assert late(after) == "10-01 warn 逾期"
    meeting = Told(datetime(2026, 10, 20, 20, tzinfo=UTC), "m", GOING, None, "等路政批")
    assert late(Story(replace(MATTER, told=(meeting,)))) == "10-01 warn 逾期"


def test_reports_assessments_and_meetings_stand_by_their_days():
    """The day something was said counts, not the day it was typed in."""
    meeting = Told(datetime(2026, 10, 20, 20, tzinfo=UTC), "m2", GOING, date(2026, 12, 1), "等批文")
    story = Story(replace(MATTER, told=(meeting,)))
    said = {"progress": GOING, "by": "周工", "text": "收件了"}
    story.on(date(2026, 7, 9), ReportBack, entry="r1", on=date(2026, 7, 2), **said)
    story.on(date(2026, 11, 12), Assess, entry="a1", not_done=5, unclear=1, text="没人见过。")
    story.on(date(2026, 11, 13), Assess, entry="a2", done=2, how="走访")
    story.on(date(2026, 11, 14), Assess, entry="a3", done=1, half=1)
    story.on(date(2026, 11, 15), ReportBack, entry="r2", progress=Progress.ON_HOLD, text="等料")
    story.on(date(2026, 11, 16), ReportBack, entry="r3", progress=Progress.ABANDONED, text="不办了")
    assert story.told(meetings={"m2": "第2次会议"}) == [
        "07-02 done 周工回报，进行中：收件了",
        "10-20 done 第2次会议上回报，进行中，推迟到12月1日：等批文",
        "11-12 warn 居民6人评：没办5，说不清1。没人见过。",
        "11-13 done 居民2人评：办好了2（走访）",
        "11-14 open 居民2人评：办好了1，办一半1",
        "11-15 open 回报，搁置：等料",
        "11-16 warn 回报，放弃：不办了",
    ]
    assert "10-20 done 后来的会上回报，进行中，推迟到12月1日：等批文" in story.told()


def test_days_hands_and_money_are_told():
    """What was changed from what to what; money as papers say it."""
    story = Story()
    story.on(date(2026, 7, 1), ChangeDue, entry="d", due=date(2026, 12, 31), reason="等路政批")
    story.on(date(2026, 7, 2), HandOver, entry="h", implementer="居委会", reason="换人")
    story.on(
        date(2026, 7, 3),
        Pay,
        entry="p1",
        fen=120_050,
        on=date(2026, 7, 3),
        to="镜子厂",
        receipt="12",
    )
    story.on(date(2026, 7, 4), Pay, entry="p2", fen=100, on=date(2026, 7, 4))
    story.on(date(2026, 7, 5), PlanReview, entry="v", on=date(2027, 7, 5), what="歪没歪")
    assert story.told() == [
        "07-01 open 改期，9月30日改为12月31日：等路政批",
        "07-02 done 由城建办改交居委会承办：换人",
        "07-03 done 向镜子厂付款1,200.50元，票据号12",
        "07-04 open 付款1元，缺票据",
        "07-05 done 定于2027年7月5日复查：歪没歪",
        "12-31 later 到期",
        "07-05 later 复查：歪没歪",
    ]
    bare = Story(replace(MATTER, assignment=None))
    bare.on(date(2026, 7, 1), ChangeDue, entry="d", due=DUE, reason="说好了")
    bare.on(date(2026, 7, 2), HandOver, entry="h", implementer="居委会")
    assert [one.text for one in bare.lines(DUE)][1:] == [
        "定期，9月30日到期",
        "交居委会承办",
        "到期",
    ]


def test_a_look_that_nobody_took_is_said():
    """Also when the matter is done; a look on the day it is due is one line."""
    story = Story().on(date(2026, 7, 1), ReportBack, entry="r", progress=DONE)
    story.on(date(2026, 7, 2), PlanReview, entry="v", on=date(2026, 11, 1))
    assert story.told()[-1] == "11-02 warn 过了复查日，还没有复查"
    looked = replace(MATTER, assignment=Assignment(implementer="x", review_on=DUE))
    assert Story(looked).told(DUE) == ["09-30 later 复查"]
    assert Story(looked).told() == ["10-01 warn 逾期，没有说明原因"]


def test_a_posting_says_how_it_ended():
    """To come, running, and over with what came in."""
    story = Story().on(date(2026, 6, 14), Post, entry="p", places="东门", **POSTED)
    assert story.told(date(2026, 6, 14))[0] == "06-15 later 决议公示，到6月17日为止（东门）"
    assert story.told(date(2026, 6, 17))[0] == "06-15 open 决议公示，到6月17日为止（东门）"
    assert story.told(date(2026, 6, 18))[0] == "06-15 done 决议公示共3日，没有异议（东门）"
    outcome = {**POSTED, "what": Notice.OUTCOME}
    later = Story().on(date(2026, 6, 14), Post, entry="p", **outcome)
    assert later.told()[0] == "06-15 done 落实情况公示共3日"


def test_objections_are_told_without_the_name_and_late_ones_say_so():
    """Who objected is a field of its own; several are numbered, one is not."""
    story = Story().on(date(2026, 6, 14), Post, entry="p", **POSTED)
    who = Person(name="唐秀珍")
    first = {"posting": "p", "on": date(2026, 6, 16), "text": "太亮"}
    story.on(date(2026, 6, 16), Object, entry="o1", person=who, **first)
    assert story.told()[1] == "06-16 warn 收到异议：太亮"
    (line,) = [one for one in story.lines() if one.entry == "o1"]
    assert line.who == "唐秀珍"
    assert "唐秀珍" not in line.whole("zh")
    late = {"posting": "p", "on": date(2026, 6, 18), "text": "太晚"}
    story.on(date(2026, 6, 18), Object, entry="o2", **late)
    story.on(
        date(2026, 6, 19), AnswerObjection, entry="n1", objection="o1", text="换灯杆", upheld=True
    )
    story.on(date(2026, 6, 20), AnswerObjection, entry="n2", objection="o2", text="已定")
    assert story.told()[:5] == [
        "06-15 done 决议公示共3日，收到异议2件",
        "06-16 open 收到异议1：太亮",
        "06-18 open 收到异议2，已过公示期：太晚",
        "06-19 done 异议1成立，已答复：换灯杆",
        "06-20 done 异议2不成立，已答复：已定",
    ]


def test_what_was_struck_stays_with_the_reason():
    """And is no sign of anything any more."""
    story = Story().on(date(2026, 7, 1), ReportBack, entry="r", progress=DONE)
    story.on(date(2026, 7, 2), StrikeEntry, entry="r", reason="记错了")
    assert story.told(DUE) == ["07-01 open 回报，完成（已划去：记错了）", "09-30 later 到期"]
    (line,) = [one for one in story.lines() if one.entry == "r"]
    assert line.struck == "记错了"


def test_files_stand_with_their_line_and_say_why_they_are_gone():
    """An erased photo keeps its name; attached again later it is there again."""
    story = Story().on(
        date(2026, 7, 1),
        ReportBack,
        entry="r1",
        progress=DONE,
        attached=(photo(), photo("b.jpg", "b")),
    )
    story.on(date(2026, 7, 2), DropFile, hash="a" * 64, reason="拍到了人脸")
    story.on(date(2026, 7, 3), ReportBack, entry="r2", progress=DONE, attached=(photo(),))
    files = {one.entry: [(f.file.name, f.dropped) for f in one.files] for one in story.lines()}
    assert files["r1"] == [("gate.jpg", "拍到了人脸"), ("b.jpg", "")]
    assert files["r2"] == [("gate.jpg", "")]


@pytest.mark.parametrize(
    ("kinship", "out", "into"),
    [
        (Kinship.AMENDS, "修改决议第2号《停车》（第三条）", "被决议第9号修改"),
        (Kinship.REPEALS, "废止决议第2号《停车》（第三条）", "被决议第9号废止"),
        (Kinship.REPEATS, "重申决议第2号《停车》（第三条）", "由决议第9号重申"),
    ],
)
def test_links_are_told_on_both_sides(kinship: Kinship, out: str, into: str):
    """What it does on its own day, what is done to it on the later one's; an annulled one does nothing."""
    story = Story()
    story.folder.other = replace(
        MATTER, meeting="spring", decision=2, made=MADE - timedelta(days=9)
    )
    to = {"to_meeting": "spring", "to_decision": 2, "kinship": kinship, "clause": "第三条"}
    story.on(date(2026, 7, 1), Link, entry="l", **to)
    kin = (
        Kin(kinship, True, "决议第2号《停车》", MADE.date(), "spring", 2),
        Kin(kinship, False, "决议第9号", date(2026, 11, 20)),
        Kin(kinship, False, "决议第8号", date(2026, 11, 20), stands=False),
    )
    lines = story.told(kin=kin)
    assert lines[0] == f"06-13 done {out}"
    assert lines[-1] == f"11-20 done {into}"
    assert "决议第2号（第三条）" in story.told()[0]
    assert not any("第8号" in one for one in lines)


def test_what_does_not_stand_ends_with_that():
    """Nothing is due of it any more; without the day it is not said."""
    gone = Story(replace(MATTER, stands=False))
    assert gone.told(annulled=date(2026, 7, 1)) == ["07-01 warn 已撤销"]
    assert gone.told() == []
    given = Assignment(implementer="李桂芳")
    group = replace(MATTER, decision=0, group="g1", stands=False, assignment=given)
    assert Story(group).told(annulled=DUE) == ["09-30 warn 小组解散"]


def test_english_lines_read_as_english():
    """Sentences begin with a capital; what was said follows."""
    story = Story().on(
        date(2026, 7, 2), ReportBack, entry="r", progress=GOING, by="Zhou", text="Soon."
    )
    lines = [one.whole("en").replace("\u00a0", " ") for one in story.lines(lang="en", vote="11/13")]
    assert lines == [
        "Carried at the meeting, 11/13",
        "Given to 城建办, due on 30 Sep, CNY 2,400 from 街道: 装镜子",
        "Zhou reports: In progress. Soon.",
        "Overdue, no reason given",
    ]
