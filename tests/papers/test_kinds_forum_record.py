"""The record and the summary of a forum: its day told in order, and the wall as people relied on it."""

from __future__ import annotations

from functools import cache

from facilitator.meeting.forum.merging import MergeTopic, TakeBack
from facilitator.meeting.forum.rounds import RoundStarted
from facilitator.meeting.items import AddItem, FinishItem, TakeUp
from facilitator.meeting.notes import WriteNote
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.lines_of_forum import wall_then
from facilitator.papers.material import Material, Seal
from facilitator.papers.model import Face, Heading, Line, Paragraph, Table
from tests.meeting.forum.forum import Forum
from tests.papers.evening import HEAD
from tests.papers.reading import line, lines, row, words
from tests.words.lines.forum_story import forum_day, reopened_day


def material(day: Forum, lang: str = "zh", *, public: bool = False) -> Material:
    """What the papers of a forum are written from."""
    one = day.meeting
    seen = one.attendance.observers.items()
    people = {key: person for key, person in day.body.people.items() if person}
    people |= {key: guest.person for key, guest in seen if guest.person}
    return Material(one, people, Seal(HEAD, one.version, day.at), public, lang, ())


def written(day: Forum, kind: str = "record", lang: str = "zh", *, public: bool = False):
    (paper,) = PAPERS[kind](material(day, lang, public=public))
    return paper


@cache
def record(lang: str = "zh"):
    return written(forum_day(), lang=lang)


def heads(paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Heading)]


def test_the_day_is_told_by_its_phases():
    """Each phase has its head, and what happened in it stands below in order; an empty one has none."""
    day = forum_day()
    day.close()
    assert heads(written(day)) == ["市集", "分组讨论", "聚焦", "行动", "散会"]


def test_what_comes_after_an_item_of_the_agenda_goes_on_with_the_phase():
    """A forum that debates and votes in between is not between items afterwards."""
    day = Forum("action")
    day.send(WriteNote, note="n1", text="It goes on.")
    day.send(AddItem, item="i1", title="Quarterly")
    day.send(TakeUp, item="i1")
    day.send(FinishItem, item="i1")
    day.send(WriteNote, note="n2", text="It goes on.")
    assert heads(written(day)) == ["市集", "行动", "一、Quarterly（临时增加）", "行动（续）"]


def test_posts_are_told_one_by_one_and_arranging_is_not():
    """Until the first round begins people arrange the wall, and nobody relies on it."""
    told = lines(record())
    assert sum("贴出议题" in one for one in told) == 7
    assert not any("对调" in one or "上墙" in one for one in told)


def test_a_round_begins_with_who_meets_where():
    """The wall becomes the agenda: how many hang in which round, who has no place, then each place."""
    first = line(record(), "议题墙上有")
    assert first[6:] == "议题墙上有3个议题：第1场3个，第2场0个。没有排上的议题：04、08、09。"
    assert line(record(), "开始：")[6:] == "第1场开始：Room 1（02）、Room 2（01）、Room 3（03）。"


def test_once_rounds_have_begun_each_change_of_the_wall_is_told():
    """People have read it by then."""
    assert line(record(), "挪动")[6:] == "议题03“Title t3”挪动：第1场上半 Room 3改为第2场 Room 3。"


def test_the_wall_of_a_moment_knows_nothing_of_later_moves():
    """What hung in the first round is told, though it was moved to the second since."""
    day = forum_day()
    told = (entry.recorded for entry in day.meeting.chronicle)
    began = next(one for one in told if isinstance(one.event, RoundStarted))
    then = wall_then(day.meeting.wall, began.version)
    assert [spot.slot for spot in then.topics["t3"].spots] == ["s1"]
    assert [spot.slot for spot in day.meeting.wall.topics["t3"].spots] == ["s2"]


def test_a_round_ends_with_the_people_counted_in_it():
    """As they were last counted in each place, with their sum."""
    assert line(record(), "第1场结束")[6:] == "第1场结束。清点人数：Room 1（4人），共4人。"


def test_dots_are_told_with_their_sum_and_every_topic():
    """As they were when the count was closed; a number put right later is told with its reason."""
    assert line(record(), "贴点清点完毕")[6:] == (
        "贴点清点完毕，共11点；应有12点，少1点，照数出来的记。"
        "各议题点数：01（7）、02（4）、03（0）、04（0）、08（0）、09（0）。"
    )
    assert line(record(), "点数更正").endswith("：45。理由：one was under another。")


def test_what_a_correction_replaced_is_struck():
    """The old title, the old first step and its old day stay readable."""
    struck = [
        run.text
        for block in record().blocks
        if isinstance(block, Line)
        for run in block.text
        if run.face is Face.STRUCK
    ]
    assert struck == ["Title t1", "4", "Ask for a price.", "2026年12月12日"]


def test_a_deed_is_told_as_taken_back_only_if_it_was_told():
    """A card that hung in the wrong place for a moment is no matter of record; a merge is."""
    day = Forum("market")
    day.topic("t1", "p1 s1")
    day.send(TakeBack)
    assert not any("撤销" in one for one in lines(written(day)))
    day.topic("t2")
    day.send(MergeTopic, topic="t2", into="t1", agreed=("h2",))
    day.send(TakeBack)
    assert line(written(day), "撤销")[6:].endswith("对议题02、01的改动。")


def test_the_head_tells_how_the_day_was_hosted():
    """Neutral at first, guiding later, with the reason; the host's interventions are counted and marked."""
    table = record().blocks[0]
    assert isinstance(table, Table)
    assert row(table, "主题")[1] == "How do we live here?"
    hosting = row(table, "主持方式")[1]
    assert hosting.startswith("必要时引导：")
    assert "主持人引导1次，文中标明“主持引导”。" in hosting
    assert "people stray" in hosting
    assert row(table, "人数")[1:] == [
        f"{line(record(), '清点人数：全场')[:5]}为12人",
        "议题",
        "贴出9个，讨论记录3份",
    ]
    assert "主持引导" in line(record(), "Back to the bins.")


def test_the_public_version_names_nobody_and_tells_no_reason():
    """Who posted is called by seat; a contact stands on neither version."""
    day = forum_day()
    public = words(written(day, public=True))
    assert "Member h2" not in public
    assert "贴出议题02" in public
    for version in (public, words(written(day))):
        assert "138" not in version


def test_the_summary_sums_the_day_up():
    """Theme, numbers, the topics with most dots, and the action groups that go on."""
    paper = written(forum_day(), "summary")
    text = [words(block.text) for block in paper.blocks if isinstance(block, Paragraph)]
    assert text[1].startswith("论坛主题：How do we live here?")
    assert "贴出9个，讨论记录3份" in text[1]
    assert text[2].endswith("得点较多的议题：01“Bins”（7）、02“Title t2”（5）。")
    assert not any("行动小组" in one for one in text)  # the only one was dissolved


def test_a_reopened_space_is_no_vote():
    """The record and the summary say that no dots were put up; new topics are for planning."""
    day = reopened_day()
    assert "用于商量行动" in line(written(day), "贴出议题01")
    for kind in ("record", "summary"):
        assert "不贴点" in words(written(day, kind))


def test_english_tells_the_same():
    """The same entries at the same times."""
    assert [one[:5] for one in lines(record("en"))] == [one[:5] for one in lines(record())]


def test_nobody_is_absent_where_only_heads_were_counted():
    """Members who were not signed in by name may well have been there: no paper says that they were not."""
    day = Forum("action")
    assert day.meeting.council.seats
    day.meeting.attendance.stays.clear()
    for kind in ("record", "summary"):
        said = str(written(day, kind).blocks)
        assert "缺席" not in said
        assert "实到0人" not in said
