"""Every event of a meeting as one plain line."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from facilitator import meeting as meetings
from facilitator.meeting.attendance import Arrive, CorrectTimes, Leave
from facilitator.meeting.lifecycle import ChangeHost, EnterPhase
from facilitator.meeting.notes import CorrectNote, WriteNote
from facilitator.rules.charter import Base, Threshold
from facilitator.words.lines import TELLERS, Lines
from tests.meeting.forum.forum import GUEST, PEOPLE, Forum
from tests.meeting.hall import EVENING, THIRTEEN, Hall, assembly, charter, households, two_thirds
from tests.words.lines.forum_story import forum_day, reopened_day
from tests.words.lines.selection_story import announced, lots_drawn, ruled, taken, voted_again
from tests.words.lines.story import (
    cancelled,
    contested_evening,
    journal,
    long_evening,
    name_of,
    tied_evening,
    unopened,
)

TWELVE = tuple(member for member in THIRTEEN if member != "n6")
STORIES = (
    *(long_evening, tied_evening, contested_evening, cancelled, unopened),
    *(forum_day, reopened_day),
    *(announced, lots_drawn, ruled, voted_again, taken),
)


def told(hall, lang="zh", name=EVENING):
    """Return every line of a meeting with its event."""
    one, log = journal(hall, name)
    lines = Lines(one, lang, name_of)
    return [(type(recorded.event), lines.told(recorded)) for recorded in log]


def last(hall, lang="zh"):
    """Return the last line."""
    return told(hall, lang)[-1][1]


def test_every_event_has_a_line():
    """No event of a meeting is without words, and no words are for an event that there is not."""
    assert set(TELLERS) == set(meetings.EVENTS)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_says_something(lang):
    """In evenings in which every kind of event happens, none is told as nothing or with a gap in it."""
    seen = set()
    for story in STORIES:
        for kind, line in told(story(), lang):
            seen.add(kind)
            assert line.strip() == line != ""
            assert not re.search(r"[{}]|None|\.\.|。。| $|StrEnum", line), line
    assert seen == set(meetings.EVENTS)


def test_lines_end_as_sentences():
    """What the program says ends with a full stop or a bracket; what people wrote stands as they wrote it."""
    for story in STORIES:
        for lang, ends in (("zh", "。）."), ("en", ".)")):
            for kind, line in told(story(), lang):
                if kind.__name__ != "NoteWritten":
                    assert line[-1] in ends, line


def test_who_leaves_changes_what_a_motion_can_do_without():
    """With twelve of thirteen three may be against; with nine nobody; with eight nothing passes."""
    hall = Hall()
    hall.open(TWELVE)
    hall.do(Leave(meeting=EVENING, person="e1", reason="家中有事。"))
    assert last(hall) == "<e1>离会（家中有事）。在场11人，最多2人不赞成，动议仍可通过。"
    hall.do(Leave(meeting=EVENING, person="e2"))
    assert last(hall, "en") == (
        "<e2> leaves. Present: 10; a motion still carries if 1 of them is not for it."
    )
    hall.do(Leave(meeting=EVENING, person="e3"))
    assert last(hall) == "<e3>离会。在场9人，须全体赞成，动议才能通过。"
    hall.do(Leave(meeting=EVENING, person="e4"))
    assert last(hall) == "<e4>离会。在场8人，不足以通过动议。"


def test_a_line_keeps_the_numbers_of_its_moment():
    """What is told again after others have gone says what was true then."""
    hall = Hall()
    hall.open(TWELVE)
    hall.do(Leave(meeting=EVENING, person="e1"))
    before = told(hall)
    hall.do(Leave(meeting=EVENING, person="e2"))
    assert told(hall)[:-1] == before


def test_where_it_matters_who_it_is_only_the_room_is_told():
    """Under a rule that asks each group, or with a contested seat, nobody is called dispensable."""
    each = two_thirds(consent=(two_thirds().consent[0], _each_group()))
    hall = Hall(charter(rules=(each,)))
    hall.open(TWELVE)
    hall.do(Leave(meeting=EVENING, person="e1"))
    assert last(hall, "en").endswith("Present: 11 (Established 5, New 5, Office 1).")
    lines = dict(told(contested_evening(), "en"))
    assert any(line.startswith("<e6> comes in. Present: 11 (") for line in lines.values())


def _each_group():
    return Threshold("1/2", Base.SEATS, group="each", strict=True)


def test_an_open_assembly_has_no_groups_to_list():
    """One group is not listed behind the number of those present."""
    hall = households(5, 3, assembly())
    hall.do(Arrive(meeting=EVENING, person="h4"))
    assert re.fullmatch(r"<h4>到会。在场4人[，。].*", last(hall))


def test_a_guest_changes_nothing_in_the_room():
    """Who has no vote comes and goes without figures."""
    assert ("<guest> leaves.") in [line for _, line in told(long_evening(), "en")]


def test_a_roll_call_counts_as_it_goes():
    """Each answer is told with seat and name, and with the numbers so far."""
    lines = [line for kind, line in told(contested_evening()) if kind.__name__ == "VoteCast"]
    assert lines[0] == "第1席 <e1>：赞成。赞成1、反对0、弃权0。"
    assert lines[-1] == "第6席 <e6>：赞成。赞成9、反对0、弃权0。"


def test_one_tellers_numbers_are_not_told():
    """Of a secret ballot no line shows figures before both tellers have counted together."""
    lines = [(kind.__name__, line) for kind, line in told(long_evening())]
    single = [line for kind, line in lines if kind in ("BallotsReported", "ReportCorrected")]
    assert single == [
        "<e3>已报计票结果。",
        "更正<e3>的计票。理由：typed wrongly。",
        "<n1>已报计票结果。",
        "计票人共同复点。收回10张：赞成8、反对0、弃权0、空白1、废票1。",
    ]


def test_a_speech_is_told_with_its_length():
    """Overruns are said."""
    assert "<e1>发言完毕，用时1分30秒，超时30秒。" in [line for _, line in told(long_evening())]


def test_a_correction_quotes_old_and_new_in_short():
    """However long a line was, the line of its correction stays a line."""
    hall = Hall()
    hall.open()
    hall.do(WriteNote(meeting=EVENING, note="n1", text="很\n长" * 50_000))
    hall.do(CorrectNote(meeting=EVENING, note="n1", text="短。", reason="太长"))
    line = last(hall)
    assert line.startswith("更正19:22:50的一行：原记“很 长很 长")
    assert line.endswith("…”，更正为“短”。理由：太长。")
    assert len(line) < 120


def test_a_note_is_told_as_it_was_written():
    """Braces, markup and line breaks are text."""
    hall = Hall()
    hall.open()
    hall.do(WriteNote(meeting=EVENING, note="n1", text="{name} <b>\n{0}", speaker="e1"))
    assert last(hall, "en") == "<e1>: {name} <b>\n{0}"


def test_times_of_another_day_bear_their_day():
    """A line about a stay of the day before says so."""
    hall = Hall()
    hall.open()
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.at += timedelta(days=1)
    stay = hall.meeting.attendance.stays["e1"][0]
    hall.do(
        CorrectTimes(
            meeting=EVENING, person="e1", stay=1, came=stay.came, left=stay.came, reason="x"
        )
    )
    assert (
        last(hall)
        == "更正<e1>的时间：原记11月27日 19:20到会、11月27日 19:22离会，实际未在场。理由：x。"
    )


def forum_lines(lang="zh"):
    """Return every line of the forum as text."""
    return [line for _, line in told(forum_day(), lang)]


def test_a_topic_bears_its_number_and_the_words_it_had_then():
    """What was posted under other words is told under them; after that, under the new ones."""
    lines = forum_lines()
    assert "<h2>贴出议题01“Title t1”。" in lines
    assert "议题01改写：“Title t1”改为“Bins”。" in lines
    assert "议题01“Bins”：想来的有6人（原记5人）。" in lines


def test_what_is_taken_back_is_told_in_its_own_words():
    """Whoever reads 撤销 sees at once what was undone."""
    lines = forum_lines()
    at = lines.index("议题03“Title t3”挪动：第1场 Room 3改为第2场 Room 3。")
    assert lines[at + 1] == "撤销：" + lines[at]


def test_dots_that_do_not_add_up_are_told_with_their_sum():
    """Three dots for each of four people are twelve; eleven were found, and eleven they stay."""
    assert "贴点清点完毕，共11点；应有12点，少1点，照数出来的记。" in forum_lines()
    assert any("12: 1 too few" in line for line in forum_lines("en"))


def test_no_line_tells_a_contact():
    """A telephone number that somebody gave to their group is on no screen that others see."""
    assert not any("138" in line for lang in ("zh", "en") for line in forum_lines(lang))


def test_a_forum_that_counts_heads_does_not_open_before_nobody():
    """Where no member was signed in by name the line says nothing of how many are in the room."""
    day = Forum("opening")
    day.send(ChangeHost, host=GUEST)
    for member in PEOPLE:
        day.send(Leave, person=member)
    day.send(EnterPhase, phase="market")
    lines = [line for _, line in told(day)]
    assert [one for one in lines if one.startswith("开会")] == ["开会。进入“市集”。"]


def test_a_forum_says_where_its_day_is():
    """A council goes on deliberating; a forum goes on with something, and says with what."""
    lines = forum_lines()
    assert "开会。在场12人。进入“市集”。" in lines
    assert [one for one in lines if one.startswith("进入")] == [
        f"进入“{phase}”。" for phase in ("分组讨论", "新闻墙", "聚焦", "行动", "闭幕")
    ]


def test_ballots_entered_one_after_another_are_one_line():
    """What hundreds of entered ballots come to is told once, and never what is on one of them."""
    one, log = journal(announced())
    lines = Lines(one, "zh", name_of)
    said = [(lines.told(recorded), lines.folded(recorded)) for recorded in log]
    folded = [line for _, line in said if line]
    assert folded[-1] == "已录入选票，第1遍5张；第2遍5张。两遍不一致的，已核定1张。"
    entered = [line for line, whole in said if whole]
    assert not [line for line in entered if "Garden" in line or "Meals" in line]
    assert entered[0] == "居民代表第1号选票第1遍录入。"


def test_a_tie_is_told_with_the_way_it_was_broken():
    """The lot with its witnesses, and then what it came to."""
    lines = [line for _, line in told(lots_drawn(), "en")]
    drawn = next(n for n, line in enumerate(lines) if line.startswith("Lots"))
    assert lines[drawn] == (
        "Lots are drawn (slips from a hat) before <r1>, <h1>: “Meals”, “Lights”, “Benches”, in this order."
    )
    assert lines[drawn + 1].startswith("Counted again with the order that was drawn.")
