"""The sheets of a forum: invitation, cards, door sheets, the wall, report forms."""

from datetime import timedelta

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.forum.matrix import AddPlace, AddSlot
from facilitator.meeting.forum.placing import HalveTopic, PlaceTopic
from facilitator.meeting.forum.topics import PostTopic
from facilitator.papers.data import write_json
from facilitator.papers.kinds import COUNCIL, FORUM, PAPERS, SELECTION, kinds_of
from facilitator.papers.model import Banner, Blanks, Cards, Heading, PageBreak, Table
from tests.papers.evening import evening
from tests.papers.forum_day import M, forum, named
from tests.papers.reading import rows, words

DAY = forum()
SHEETS = ("invitation", "cards", "doors", "wall", "reports")
OWN = (*SHEETS, "proceedings")


def paper(kind, day=DAY, **wishes):
    (made,) = PAPERS[kind](day.material(**wishes))
    return made


def test_a_council_lists_none_of_them_and_a_forum_no_notice():
    """A meeting lists the papers that make sense for its format; every kind is in one of the lists."""
    assert kinds_of(evening().meeting.format) == COUNCIL
    assert kinds_of(DAY.meeting.format) == FORUM
    assert {*COUNCIL, *FORUM, *SELECTION} == set(PAPERS)
    assert not {*COUNCIL} & {*OWN}


@pytest.mark.parametrize("kind", OWN)
def test_a_meeting_without_a_wall_has_nothing_to_print(kind):
    """Asked for all the same, each refuses."""
    with pytest.raises(RuleViolation) as caught:
        PAPERS[kind](evening().material())
    assert (caught.value.code, caught.value.facts) == ("nothing-to-print", {"paper": kind})


def test_before_there_is_a_topic_only_the_invitation_can_be_printed():
    """And that once there is a question."""
    day = forum(named("wall.post"))
    assert paper("invitation", day)
    for kind in OWN[1:]:
        with pytest.raises(RuleViolation, match="nothing-to-print"):
            PAPERS[kind](day.material())
    with pytest.raises(RuleViolation, match="nothing-to-print"):
        PAPERS["invitation"](forum(named("theme.set")).material())


def test_before_a_topic_hangs_no_door_has_a_sheet():
    """Topics in the tray have cards and forms already."""
    day = forum(named("wall.place"))
    assert paper("cards", day)
    assert paper("reports", day)
    with pytest.raises(RuleViolation, match="nothing-to-print"):
        PAPERS["doors"](day.material())


@pytest.mark.parametrize("kind", OWN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_public_paper_names_a_resident_or_says_how_to_reach_one(kind, lang):
    """Brute force through the JSON: no member's name, no telephone number; the secretary acts in office."""
    text = write_json(paper(kind, public=True, lang=lang)).decode()
    for person in DAY.people.values():
        assert person.name == "陈雨桐" or person.name not in text, person.name
    assert "138 0000" not in text


@pytest.mark.parametrize("kind", OWN)
def test_titles_and_question_stand_word_for_word_in_every_version(kind):
    """They are what was put on the wall for all to read."""
    for public in (False, True):
        text = words(paper(kind, public=public))
        said = DAY.meeting.theme.question if kind == "invitation" else "停车位怎么分才公平"
        assert said in text


def test_the_invitation_says_all_that_one_must_know():
    """The question largest; when, where, who invites; that everybody may bring a topic; principles and law."""
    made = paper("invitation")
    (banner,) = (block for block in made.blocks if isinstance(block, Banner))
    text = words(made)
    assert banner.text == "我们想在什么样的院子里一起变老、把孩子带大？"
    for said in ("2026年11月21日（星期六）09:00", "街道文化中心", "清苑里社区居民委员会"):
        assert said in text
    assert "人人都可以带一个议题来" in text
    assert "双脚法则" in text
    assert sum(line in text for line in ("出席的人都是最适当的", "结束的时候就结束了")) == 2


def test_every_topic_that_stands_for_itself_has_a_card():
    """A merged one has none; where and when it hangs stands on it, in all its slots."""
    (block,) = paper("cards").blocks
    assert isinstance(block, Cards)
    cards = {card.number: card for card in block.cards}
    assert len(cards) == 27
    assert "24" not in cards
    assert cards["01"].title == "停车位怎么分才公平"
    assert cards["01"].lines[0] == ("召集人", "孙立军")
    assert cards["03"].right == "第2场 大厅东；第3场 大厅西　示例"
    assert cards["19"].right


def test_a_long_reason_does_not_burst_a_card():
    """It is cut with a sign that it goes on; the wall on the screen has all of it."""
    day = forum(named("rounds.start"))
    day.do(
        PostTopic(meeting=M, topic="x", title="长", conveners=("sun-lijun",), why="因为，" * 100)
    )
    (block,) = paper("cards", day).blocks
    assert isinstance(block, Cards)
    why = block.cards[-1].lines[1][1]
    assert len(why) <= 91
    assert why.endswith("为…")


def test_every_door_says_what_is_on_behind_it():
    """One sheet a place: its name, its slots in order; a free slot says that the place is free."""
    made = paper("doors")
    banners = [block.text for block in made.blocks if isinstance(block, Banner)]
    assert banners == [place.name for place in DAY.meeting.matrix.places.values()]
    assert sum(isinstance(block, PageBreak) for block in made.blocks) == len(banners) - 1
    tables = dict(zip(banners, (b for b in made.blocks if isinstance(b, Table)), strict=True))
    first, second, third = rows(tables["党群会议室"])[1:]
    assert first == ["第1场\n09:50—10:50", "**06 **放学后孩子去哪儿\n召集人高振华"]
    assert second[1] == "这一场空着，谁来都可以坐下谈。"
    assert third[1].startswith("**26 **楼门长怎么轮值")
    assert "**（没有举行）**" in rows(tables["院里凉亭"])[2][1]


def test_two_halves_of_a_slot_are_told_apart():
    """On the door, and on the wall."""
    day = forum(named("rounds.start"))
    for n, (topic, title) in enumerate((("x1", "前半"), ("x2", "后半")), 1):
        day.do(PostTopic(meeting=M, topic=topic, title=title, conveners=("sun-lijun",)))
        day.do(PlaceTopic(meeting=M, topic=topic, place="party", slot="s2"))
        day.do(HalveTopic(meeting=M, topic=topic, half=n))
    assert "下半场\n**30 **后半" in words_of(paper("doors", day))
    assert "前半\n孙立军（上半场）" in words(paper("wall", day))


def words_of(made):
    """All cells of all tables, bold words in **."""
    tables = (block for block in made.blocks if isinstance(block, Table))
    return "\n".join(cell for table in tables for row in rows(table) for cell in row)


def test_the_wall_is_places_by_slots_with_what_hangs_nowhere_below():
    """Every topic stands on it once for each of its spots; not held and merged ones are marked."""
    made = paper("wall")
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    head, *places = rows(table)
    assert head == ["场地", "第1场 09:50—10:50", "第2场 11:00—12:00", "第3场 13:30—14:30"]
    assert len(places) == 11
    assert places[0] == [
        "**大厅东**\n30人",
        "**01** 停车位怎么分才公平\n孙立军",
        "**03** 老楼加装电梯怎么谈\n周建国",
        "**20** 物业费花在哪里\n曹慧敏",
    ]
    text = words(made)
    assert text.count("（没有举行）") == 2
    assert [block.text for block in made.blocks if isinstance(block, Heading)] == ["已合并"]
    assert "24 一楼防潮和采光　徐丽华　并入21 老房子渗水找谁修" in text


def test_tray_and_parking_are_listed_under_the_wall():
    """At nine thirty-eight one topic is parked and three wait; nothing posted is missing from the page."""
    day = forum(named("interest.count"))
    made = paper("wall", day)
    heads = [block.text for block in made.blocks if isinstance(block, Heading)]
    text = words(made)
    assert heads == ["还没上墙", "暂放"] or heads == ["暂放", "还没上墙"]
    for topic in day.meeting.wall.topics.values():
        assert topic.title in text
    assert "召集人想改到下午再定" in text


def test_more_slots_than_fit_side_by_side_go_on_in_a_second_table():
    """Ten slots are eight and two."""
    day = forum(named("rounds.start"))
    last = day.meeting.matrix.slots["s3"]
    for n in range(7):
        begins = last.ends + timedelta(minutes=5 + 20 * n)
        day.do(AddSlot(meeting=M, slot=f"x{n}", begins=begins, minutes=15))
    tables = [block for block in paper("wall", day).blocks if isinstance(block, Table)]
    assert [len(table.widths) for table in tables] == [9, 3]
    day.do(AddPlace(meeting=M, place="new", name="走廊"))
    assert "**走廊**" in words_of(paper("wall", day))


def test_a_form_is_blank_until_the_report_is_posted_and_filled_in_then():
    """The same heads in the same order; before, lines to write on and what is known already."""
    before, after = paper("reports", forum(named("rounds.start"))), paper("reports")
    (empty, full) = (sheet(made, "01") for made in (before, after))
    heads = [b.text for b in empty if isinstance(b, Heading) and not b.number]
    assert heads == ["讨论要点", "下一步", "建议", "需要的资源", "想请别人做的"]
    filled = [b.text for b in full if isinstance(b, Heading) and not b.number]
    assert filled == [head for head in heads if head in filled]
    assert sum(isinstance(block, Blanks) for block in empty) == 4
    assert not any(isinstance(block, Blanks) for block in full)
    assert "孙立军" in words(empty)
    assert "第1场　09:50—10:50" in words(empty)
    assert "院里画线的车位一百四十二个" in words(full)
    assert "（19人）" in words(full)


def sheet(made, number):
    """The blocks of the sheet with that number."""
    blocks = list(made.blocks)
    starts = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.number]
    at = next(n for n in starts if blocks[n].number == number)
    end = next((n for n in starts if n > at), len(blocks))
    return blocks[at:end]


def test_a_group_that_wrote_nothing_down_has_a_sheet_that_says_so():
    """Blank is a valid report."""
    assert "这一组谈过，没有写下记录。" in words(sheet(paper("reports"), "12"))


def test_topics_without_a_group_have_no_form():
    """Merged and not held ones were not talked about under their own number."""
    numbers = {b.number for b in paper("reports").blocks if isinstance(b, Heading) and b.number}
    assert len(numbers) == 25
    assert not numbers & {"19", "22", "24"}


def test_no_two_papers_of_a_forum_would_be_saved_under_one_name():
    """Across all kinds, both versions and both languages."""
    names = [
        f"{made.reference} {lang}"
        for lang in ("zh", "en")
        for public in (False, True)
        for kind in FORUM
        # No motion is open at the end of the day, and nothing is reported of any decision.
        if kind not in ("ballots", "outcome")
        for made in PAPERS[kind](DAY.material(lang=lang, public=public))
    ]
    assert len(set(names)) == len(names)
