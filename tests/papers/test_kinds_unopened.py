"""Evenings to which nobody came, notices that hung too short, arrivals that never were: told as they were."""

from datetime import timedelta

import msgspec
import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.bodies.people import Person
from facilitator.meeting.attendance import (
    AdmitObserver,
    Arrive,
    CorrectTimes,
    EraseObserver,
    Leave,
)
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.items import PostponeItem, WithdrawItem
from facilitator.meeting.lifecycle import ChangeHost, CloseMeeting, EnterPhase, ReopenMeeting
from facilitator.papers.kinds import PAPERS
from facilitator.papers.model import Face, Heading, Labelled, Line, Signatures, Table
from tests.papers.evening import AT_ITS_END, evening
from tests.papers.reading import line, lines, row, runs, words

M = "sbg-2026-11-27"


def paper(told, kind="record", **wishes):
    (made,) = PAPERS[kind](told.material(**wishes))
    return made


def cell(made, label):
    """The cell of the record's head beside a label."""
    cells = [words(one.text) for one_row in made.blocks[0].rows for one in one_row.cells]
    return cells[cells.index(label) + 1]


def gathering(*present):
    """The evening while people sign in, with these in the room."""
    told = evening("attendance.arrive")
    told.do(*(Arrive(meeting=M, person=person) for person in present))
    return told


def given_up(told, **close):
    """All items are put off and the meeting is closed."""
    for item in told.meeting.agenda.unfinished():
        told.do(PostponeItem(meeting=M, item=item.id, reason="到会人数不足"))
    told.do(CloseMeeting(meeting=M, read_back=False, **close))
    return told


def test_a_meeting_to_which_nobody_came_has_a_record_that_says_so():
    """Who was due, that nobody came, when it was closed, what became of the items; nobody ran it."""
    made = paper(given_up(gathering()))
    assert cell(made, "时间") == "未开会，2026年11月27日19:16结束"
    assert cell(made, "主持") == "原定苏慧敏（理事长）"
    table = made.blocks[1]
    assert row(table, "新居民")[1:5] == ["6", "0", "1", "5"]
    assert row(table, "新居民")[5].startswith("请假：周玉梅（出差）；缺席：王建军、")
    assert row(table, "合计")[1:5] == ["13", "0", "1", "12"]
    assert line(made, "第三项").endswith("第三项（拆除私装车位桩）推迟到下次会议：到会人数不足。")
    assert lines(made)[-1] == "19:16 应到13人，实到0人。会议未开成，未议任何事项，就此结束。"
    assert not any(isinstance(block, Heading) for block in made.blocks)
    (signatures,) = [block for block in made.blocks if isinstance(block, Signatures)]
    assert signatures.labels == ("记录人（签名）",)
    assert "草稿" not in made.mark
    assert "以下无正文" in words(made)


def test_its_summary_says_so_too():
    """For when it was called, and that nothing was deliberated on."""
    made = paper(given_up(gathering()), "summary")
    first = words(made.blocks[0])
    assert first == (
        "原定2026年11月27日（星期五）19:30在社区礼堂召开松柏岗社区共治议事会第二届第1次会议。"
        "应到13人，实到0人。会议未开成，未议任何事项，19:16结束。"
    )
    assert words(made).count("推迟到下次会议：到会人数不足。") == 5
    lists = {block.label: words(block.text) for block in made.blocks if isinstance(block, Labelled)}
    assert set(lists) == {"请假", "缺席", "记录"}
    assert lists["请假"] == "周玉梅"


def test_english_says_that_it_was_not_opened():
    """The same facts in the other language."""
    told = given_up(gathering("su-huimin"))
    made = paper(told, lang="en")
    assert cell(made, "Time") == "not opened; closed on 27 November 2026 at 19:16"
    assert cell(made, "Host") == "was to be 苏慧敏 (Chair)"
    assert lines(made)[-1].endswith(
        "Due 13, present 1. The meeting was not opened and dealt with nothing; it is closed."
    )
    summary = paper(told, "summary", lang="en")
    assert words(summary.blocks[0]).endswith(
        "Due 13, present 1: Established 0, New 0, Office 1. "
        "The meeting was not opened and dealt with nothing; it was closed at 19:16."
    )


def test_too_few_are_named_and_the_host_who_came_signs():
    """Whoever took the trouble to come is in the record of that evening, and so is an objection."""
    made = paper(given_up(gathering("su-huimin", "chen-guodong"), objections="陈国栋：应再等等"))
    assert row(made.blocks[1], "本地居民")[5].startswith("陈国栋；缺席：林秀英、")
    assert lines(made)[-1].endswith(
        "实到2人。异议：陈国栋：应再等等。会议未开成，未议任何事项，就此结束。"
    )
    (signatures,) = [block for block in made.blocks if isinstance(block, Signatures)]
    assert signatures.labels == ("主持人（签名）", "记录人（签名）")


def test_a_meeting_called_off_in_its_preparation():
    """Closed before anybody could come, an item taken back: the same record, with the sheet left empty."""
    told = evening("meeting.enter")
    told.do(WithdrawItem(meeting=M, item="i2", reason="已另行解决"))
    given_up(told)
    made = paper(told)
    assert line(made, "第二项").endswith("第二项（异地医疗即时报销）撤回：已另行解决。")
    assert "实到0人" in lines(made)[-1]
    assert words(paper(told, "signin")).count("应到6人") == 2
    for kind in ("resolution", "slip"):
        with pytest.raises(RuleViolation, match="nothing-to-print"):
            PAPERS[kind](told.material())


def test_a_meeting_that_was_cancelled_calls_nobody_absent():
    """The reason, when, and what waits for the next meeting; nobody was to come any more."""
    told = evening("meeting.enter")
    told.do(CancelMeeting(meeting=M, reason="礼堂停电"))
    made = paper(told)
    assert cell(made, "时间") == f"已取消（2026年11月20日{told.at:%H:%M}）"
    assert lines(made)[-1].endswith("会议取消。理由：礼堂停电。")
    assert line(made, "第三项").endswith("推迟到下次会议：礼堂停电。")
    text = words(paper(told, "summary"))
    assert "召开松柏岗社区共治议事会第二届第1次会议。会议取消。理由：礼堂停电。" in text
    assert "缺席" not in words(made) + text
    assert cell(paper(told, lang="en"), "Time").startswith("cancelled on 20 November 2026 at ")


def test_a_meeting_cancelled_when_people_had_come_names_them():
    """They took the trouble, and the record shows who did not."""
    told = gathering("chen-guodong")
    told.do(CancelMeeting(meeting=M, reason="礼堂停电"))
    assert row(paper(told).blocks[1], "本地居民")[5].startswith("陈国栋；缺席：")
    assert "缺席" in words(paper(told, "summary"))


def test_a_meeting_without_a_host_to_name():
    """Nobody was named to run it: a dash, no name made up."""
    told = evening(
        "attendance.arrive",
        change=lambda text: text.replace('"offices": ["chair"]', '"offices": []'),
    )
    assert not told.meeting.life.host
    assert cell(paper(given_up(told)), "主持") == "—"


def test_every_paper_of_it_keeps_residents_names_off_the_board():
    """Also in public it says that nobody came, and names nobody."""
    made = paper(given_up(gathering("chen-guodong")), public=True)
    assert "陈国栋" not in words(made)
    assert "实到1人" in lines(made)[-1]


def test_a_meeting_called_again_tells_both_evenings():
    """The evening that failed stands first with its own day and number; what was opened follows."""
    told = given_up(gathering("su-huimin"))
    told.do(ReopenMeeting(meeting=M, reason="次日补开"), at=told.at + timedelta(days=1))
    for kind in ("record", "summary"):
        with pytest.raises(RuleViolation, match="nothing-to-print"):
            PAPERS[kind](told.material())
    told.do(EnterPhase(meeting=M, phase="sign-in"))
    told.do(*(Arrive(meeting=M, person=one.member) for one in told.body.seated[:5]))
    told.do(Arrive(meeting=M, person="su-huimin"), EnterPhase(meeting=M, phase="deliberate"))
    made = paper(told)
    at = [block for block in made.blocks if isinstance(block, Heading | Line)]
    head = next(n for n, block in enumerate(at) if isinstance(block, Heading))
    assert at[head].text == "重新召集"
    assert words(at[head - 1].text).startswith(
        "2026年11月27日（星期五），应到13人，实到1人。会议未开成"
    )
    assert words(at[head + 1].text) == (
        "2026年11月28日（星期六），重新召集上次未开成的会议。理由：次日补开。"
    )
    assert words(at[head + 2].text).startswith("开会。")
    assert cell(made, "时间").startswith("2026年11月28日（星期六）")


def test_called_again_and_given_up_again():
    """Twice nobody came, and an item put off in between has no head of its own."""
    told = given_up(gathering())
    told.do(ReopenMeeting(meeting=M, reason="再召集一次"))
    given_up(told)
    made = paper(told)
    assert [block.text for block in made.blocks if isinstance(block, Heading)] == ["重新召集"]
    assert words(made).count("会议未开成") == 2


def test_a_meeting_of_one_group_says_how_many_came():
    """Where there is one group, the whole is not told group by group."""
    charter = presets.charter("rc_meeting_2018")
    told = evening("agenda.take-up", charter=charter, change=in_one_group(charter.groups[0].key))
    host = next(iter(told.meeting.attendance.stays))
    told.do(ChangeHost(meeting=M, host=host), EnterPhase(meeting=M, phase="deliberate"))
    told.do(Leave(meeting=M, person="he-weiming"))
    assert line(paper(told), "何伟明离会").endswith("在场11人。")
    assert "实到12人。" in words(paper(told, "summary").blocks[0])


def in_one_group(key):
    def change(text):
        for group in ("established", "new", "office"):
            text = text.replace(f'"group": "{group}"', f'"group": "{key}"')
        return text.replace('"offices": ["chair"]', '"offices": []')

    return change


def asking(days, change=lambda text: text):
    """The head of the record where the charter asks for so many days' notice."""
    charter = msgspec.structs.replace(presets.sample_charter(), notice_days=days)
    return cell(paper(evening("agenda.take-up", charter=charter, change=change)), "通知")


@pytest.mark.parametrize(
    ("posted", "days", "said"),
    [
        ("2026-11-20", 7, "会前7日张贴，定于19:30开会"),
        ("2026-11-26", 3, "会前1日张贴，少于章程规定的3日，定于19:30开会"),
        ("2026-11-27", 3, "2026年11月27日（星期五）张贴，章程规定会前3日张贴，定于19:30开会"),
        ("2026-11-28", 0, "2026年11月28日（星期六）张贴，定于19:30开会"),
        ("", 3, "张贴时间未记录，章程规定会前3日张贴，定于19:30开会"),
    ],
)
def test_a_notice_posted_too_late_is_told(posted, days, said):
    """The record does not hide that the charter's days were not kept."""

    def change(text):
        if "post-notice" not in text:
            return text
        return text.replace("2026-11-20", posted) if posted else ""

    assert asking(days, change) == said


def test_a_notice_posted_too_late_is_told_in_english():
    """In words, with the number."""
    charter = msgspec.structs.replace(presets.sample_charter(), notice_days=9)
    told = evening("agenda.take-up", charter=charter)
    said = cell(paper(told, lang="en"), "Notice").replace("\xa0", " ")
    assert said == (
        "posted 7 days before, fewer than the 9 days the charter asks for, called for 19:30"
    )


def mistaken(person="zhou-yumei"):
    """Somebody is noted as come by mistake, and the stay is corrected to nothing."""
    told = evening("meeting.close")
    told.do(Arrive(meeting=M, person=person), Leave(meeting=M, person=person))
    stays = told.meeting.attendance.stays[person]
    came = stays[-1].came
    told.do(
        CorrectTimes(
            meeting=M, person=person, stay=len(stays), came=came, left=came, reason="点错了人"
        )
    )
    return told


def test_an_arrival_that_never_was_is_not_counted():
    """Not in the attendance, not on the sheet, not in the summary; leave that it had ended stands again."""
    told = mistaken()
    made = paper(told)
    assert row(made.blocks[1], "新居民")[1:] == [
        *("6", "5", "1"),
        "王建军、李春梅、张海波、刘小燕、吴德全；请假：周玉梅（出差）",
    ]
    sheet = paper(told, "signin").blocks[1]
    assert row(sheet, "12")[3:] == ["请假", "—", "—", "请假，不代签"]
    assert "应到13人，实到12人" in words(paper(told, "summary").blocks[0])


def test_its_correction_is_told_with_the_reason():
    """What was noted is struck, and the record says that the person was not there."""
    made = paper(mistaken())
    assert line(made, "更正周玉梅").endswith(
        "更正周玉梅的时间：原记20:56到会、20:56离会，实际未在场。理由：点错了人。"
    )
    assert ("struck", "20:56到会、20:56离会") in runs(made, "更正周玉梅")
    english = line(paper(mistaken(), lang="en"), "Times of")
    assert "came 20:56, left 20:56; was not there. Reason: 点错了人." in english


def test_an_arrival_that_never_was_leaves_the_other_stays():
    """A second stay by mistake: the first one counts, and nobody came back."""
    sheet = paper(mistaken("feng-jintian"), "signin").blocks[1]
    assert row(sheet, "6")[4:6] == ["19:26", "20:10"]


def test_a_stay_that_is_put_right_after_all_counts():
    """Corrected to nothing by mistake, and then to what it was."""
    told = mistaken()
    came = told.meeting.attendance.stays["zhou-yumei"][0].came
    told.do(
        CorrectTimes(
            meeting=M,
            person="zhou-yumei",
            stay=1,
            came=came,
            left=came + timedelta(minutes=1),
            reason="确实来过",
        )
    )
    assert row(paper(told).blocks[1], "新居民")[2:4] == ["6", "0"]


def test_somebody_who_was_there_for_less_than_the_clock_shows_was_there():
    """Only a correction makes nothing of a stay, not a clock that told one time twice."""
    told = evening("meeting.close")
    at = told.at + timedelta(seconds=5)
    told.do(Arrive(meeting=M, person="zhou-yumei"), at=at)
    told.do(Leave(meeting=M, person="zhou-yumei"), at=at)
    assert row(paper(told).blocks[1], "新居民")[2:4] == ["6", "0"]


def test_an_erased_guest_is_a_place_in_every_paper():
    """Data erased after the close: the papers stay, without the name."""
    told = evening()
    told.do(EraseObserver(meeting=M, person_id="ye-yongkang", reason="本人要求"))
    for lang in ("zh", "en"):
        for kind in AT_ITS_END:
            for made in PAPERS[kind](told.material(lang=lang)):
                assert "叶永康" not in words(made), kind
    assert "（已删除，列席" in cell(paper(told), "列席")


def test_names_stay_whole_in_the_attendance_of_an_english_paper():
    """A Chinese name may break anywhere in an English line: it is told apart, and kept whole."""
    late = evening("agenda.take-up")
    late.do(Arrive(meeting=M, person="zhou-yumei"))
    for told in (evening(), late, given_up(gathering())):
        table = paper(told, lang="en").blocks[1]
        assert isinstance(table, Table)
        for one in table.rows[1:-1]:
            for run in one.cells[-1].text:
                found = [p.name for p in told.people.values() if p.name in run.text]
                assert not found or (run.face is Face.NAME and run.text == found[0])
    lists = [b for b in paper(evening(), "summary", lang="en").blocks if isinstance(b, Labelled)]
    assert any(run.face is Face.NAME for run in lists[0].text)


def test_names_of_a_chinese_paper_are_set_like_its_words():
    """There the commas of the list tell where a name may not break."""
    table = paper(evening()).blocks[1]
    assert {run.face for one in table.rows for run in one.cells[-1].text} == {Face.BODY}


def test_a_guest_noted_as_come_by_mistake_was_not_there():
    """The observers of the record's head are those who came."""
    told = evening("meeting.close")
    told.do(AdmitObserver(meeting=M, person_id="g", person=Person(name="龚宝")))
    told.do(Arrive(meeting=M, person="g"), Leave(meeting=M, person="g"))
    assert "龚宝" in cell(paper(told), "列席")
    came = told.meeting.attendance.stays["g"][0].came
    told.do(CorrectTimes(meeting=M, person="g", stay=1, came=came, left=came, reason="认错人"))
    assert "龚宝" not in cell(paper(told), "列席")
    assert "龚宝" not in words(paper(told, "summary"))
