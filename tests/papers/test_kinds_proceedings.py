"""The book of proceedings: what is in it, in which order, and what its public version leaves out."""

from datetime import date

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.forum.convergence import ChooseWay, CloseDots, EnterDots, Way
from facilitator.meeting.forum.groups import DissolveGroup, FormGroup
from facilitator.meeting.forum.merging import Piece, SplitTopic, TakeBack
from facilitator.meeting.forum.reports import CorrectReport, PostReport, ReportText
from facilitator.meeting.forum.rounds import EndRound
from facilitator.meeting.forum.theme import ChooseHosting, Hosting, SetTheme
from facilitator.meeting.forum.topics import PostTopic, WithdrawTopic
from facilitator.papers.contents import listed
from facilitator.papers.kinds import PAPERS
from facilitator.papers.kinds.proceedings import ASKED, BLOCKS
from facilitator.papers.kinds.withheld import withheld
from facilitator.papers.model import Contents, Cover, Heading, PageBreak, Seal, Table
from tests.papers.forum_day import M, forum, named
from tests.papers.reading import rows, words

DAY = forum()


def book(day=DAY, **wishes):
    (made,) = PAPERS["proceedings"](day.material(**wishes))
    return made


def chapter(made, title):
    """The blocks of the chapter whose head ends so."""
    blocks = list(made.blocks)
    starts = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1]
    at = next(n for n in starts if blocks[n].text.endswith(title))
    return blocks[at : next((n for n in starts if n > at), len(blocks))]


def page(made, number):
    """The blocks of a topic's page."""
    blocks = list(made.blocks)
    ends = [
        n for n, b in enumerate(blocks) if isinstance(b, Heading) and (b.number or b.level == 1)
    ]
    at = next(n for n in ends if blocks[n].number == number)
    return blocks[at : next((n for n in ends if n > at), len(blocks))]


def test_it_goes_from_the_cover_to_the_seal():
    """Cover, contents, the chapters in order and numbered as they come, the head of the record last."""
    made = book()
    assert isinstance(made.blocks[0], Cover)
    assert isinstance(made.blocks[1], Contents)
    assert isinstance(made.blocks[-1], Seal)
    assert [head.text for head in listed(made) if head.level == 1] == [
        "一、主题和邀请",
        "二、这一天",
        "三、议题墙",
        "四、讨论记录",
        "五、聚焦",
        "六、行动小组",
        "七、表决通过的决议",
    ]


def test_the_cover_counts_what_there_was():
    """People as counted, topics as posted, reports, rounds; what was not held or went on in others."""
    cover = book().blocks[0]
    assert isinstance(cover, Cover)
    assert cover.facts == (("110", "参加人"), ("28", "议题"), ("25", "讨论记录"), ("3", "讨论场次"))
    assert cover.note == "其中2个议题没有举行，仍各留一页。有1个议题并入了别的议题。"
    assert cover.foot == ("2026年11月21日", "街道文化中心", "清苑里社区居民委员会")


def test_every_topic_is_in_it_by_number():
    """All twenty-eight have a head, which the contents list; each that stands for itself begins a page."""
    made = book()
    heads = [block for block in made.blocks if isinstance(block, Heading) and block.number]
    assert [head.number for head in heads] == [f"{n:02}" for n in range(1, 29)]
    assert set(map(id, heads)) <= set(map(id, listed(made)))
    blocks = list(made.blocks)
    for head in heads[1:]:
        begins = isinstance(blocks[blocks.index(head) - 1], PageBreak)
        assert begins is (head.number != "24"), head.number


def test_a_page_says_what_its_group_told():
    """Convener, recorder, when and where, who was there, the points, the steps with their days."""
    found = page(book(), "16")
    table, steps = (block for block in found if isinstance(block, Table))
    assert rows(table)[0] == ["召集人", "郑卫东", "记录人", "白雪梅"]
    assert rows(table)[1] == ["场次", "第2场　11:00—12:00", "地点", "大厅北"]
    assert rows(table)[2][1].endswith("（15人）")
    assert rows(steps)[1] == ["郑卫东", "请物业早上打开西侧小门，先试两周", "11月30日"]
    assert "1.\n早上7:20至8:00最堵" in words(found)


def test_what_has_no_report_has_its_place_all_the_same():
    """Not held with its reason; met without a word; merged as a line that says where it went on."""
    made = book()
    assert "没有举行：凉亭里没有人来" in words(page(made, "19"))
    assert "这一组谈过，没有写下记录。" in words(page(made, "12"))
    assert "并入21 老房子渗水找谁修" in words(page(made, "24"))
    assert "并入本题一起谈：24 一楼防潮和采光" in words(page(made, "21"))


def test_additions_stand_below_their_report_and_a_correction_says_why():
    """With the name of who added."""
    made = book()
    assert "陈淑芬\n五号楼后面那块空地" in words(page(made, "02"))
    assert "更正：" in words(page(made, "05"))


def test_split_and_withdrawn_topics_and_a_missing_report_are_told():
    """Nothing that was posted is lost; what was posted by mistake keeps only its number."""
    day = forum(named("rounds.end"))
    who = ("sun-lijun",)
    for topic in ("x1", "x2", "x3"):
        day.do(PostTopic(meeting=M, topic=topic, title=f"题{topic}", conveners=who))
    day.do(TakeBack(meeting=M))
    pieces = tuple(Piece(f"y{n}", f"分{n}", who) for n in (1, 2))
    day.do(SplitTopic(meeting=M, topic="x1", pieces=pieces, agreed=who))
    day.do(WithdrawTopic(meeting=M, topic="x2", reason="不谈了"))
    day.do(EndRound(meeting=M))
    made = book(day)
    assert "拆成32 分1、33 分2" in words(page(made, "29"))
    assert "由29 题x1拆出" in words(page(made, "32"))
    assert "召集人撤回：不谈了" in words(page(made, "30"))
    assert "没有交来讨论记录。" in words(page(made, "01"))
    assert not any(isinstance(b, Heading) and b.number == "31" for b in made.blocks)
    assert made.mark.endswith("草稿，尚未散会")


def test_the_day_is_told_in_figures_and_round_by_round():
    """How long, how hosted, how many; heads in each place and round with bars, and their sums."""
    facts, movement = (b for b in chapter(book(), "这一天") if isinstance(b, Table))
    told = dict(rows(facts))
    assert told["时间"] == "2026年11月21日（星期六）09:15—16:40（7小时25分）"
    assert told["主持方式"].startswith("必要时引导")
    assert told["议题"] == "贴出28个，上墙25个，没有举行2个，并入别的议题1个。"
    assert told["人数"].startswith("清点：09:02为110人、13:26为106人。")
    sums = rows(movement)[-1]
    assert sums == ["各组合计", "104", "102", "93"]
    assert rows(movement)[1] == ["时间", "09:50—10:51", "11:01—12:00", "13:30—14:30"]
    bars = [cell.bar for line in movement.rows[2:-1] for cell in line.cells[1:]]
    assert max(bars) == 1.0


def test_dots_that_do_not_add_up_are_printed_and_flagged():
    """526 of 530: said in bold below the table, and in its last row; nothing is bent."""
    text = words(chapter(book(), "聚焦"))
    table = next(b for b in chapter(book(), "聚焦") if isinstance(b, Table))
    assert rows(table)[1] == ["1", "03", "老楼加装电梯怎么谈", "58"]
    assert rows(table)[-1][2:] == ["核对数：106×5=530　不符", "**526**"]
    assert "点数对不上：数得526个，发出530个。少4个。" in text


def test_dots_that_fit_say_so_and_a_later_correction_stays_readable():
    """Four more make the sum; the number before is struck."""
    day = forum(named("meeting.close"))
    day.do(EnterDots(meeting=M, topic="t01", dots=56, reason="漏数一张"))
    made = chapter(book(day), "聚焦")
    table = next(b for b in made if isinstance(b, Table))
    assert rows(table)[2][3] == "~~52~~ **56**"
    assert "相符" in words(table)
    assert "对不上" not in words(made)


def test_one_dot_too_many_is_one_dot_too_many():
    """Also in English."""
    day = forum(named("meeting.close"))
    day.do(EnterDots(meeting=M, topic="t01", dots=57, reason="漏数一张"))
    assert "That is 1 dot too many." in words(book(day, lang="en"))


def test_a_space_opened_again_has_no_dots():
    """The chapter says so, with the topics that came then."""
    day = forum(named("convergence.choose"))
    day.do(ChooseWay(meeting=M, way=Way.REOPEN))
    day.do(PostTopic(meeting=M, topic="x", title="马上就做", conveners=("sun-lijun",)))
    text = words(chapter(book(day), "聚焦"))
    assert "重新打开空间" in text
    assert "29 马上就做" in text


def test_groups_have_a_first_step_a_day_and_a_contact_where_consent_was_given():
    """A day that was changed shows the old one; in public neither contact nor members."""
    full, public = (words(chapter(book(public=p), "行动小组")) for p in (False, True))
    assert "2026年12月12日 2026年12月19日" in full
    assert "孙立军 138 0000 0001" in full
    assert "138" not in public
    assert "许文斌" in full
    assert "公开版不载联系方式" in public
    assert withheld(DAY.material(), "proceedings").contacts
    assert not withheld(DAY.material(), "wall").contacts


def test_a_group_that_does_not_go_on_says_why_and_one_without_a_day_says_so():
    """Readable, without a table of its own."""
    day = forum(named("meeting.close"))
    day.do(
        DissolveGroup(meeting=M, group="g5", reason="没人接"),
        FormGroup(meeting=M, group="g9", title="新组", lead="sun-lijun", first_step="先碰头"),
    )
    text = words(chapter(book(day), "行动小组"))
    assert "放学后一小时小组不再继续：没人接。" in text
    assert "日期未定" in text


def test_what_was_voted_on_stands_word_for_word():
    """With the vote in one sentence."""
    text = words(chapter(book(), "表决通过的决议"))
    assert "每季度办一次开放空间，由居委会定场地" in text
    assert "赞成97票" in text


def test_participants_are_listed_only_when_asked_for_and_never_in_public():
    """Also their chapter goes, not only their names."""
    assert not any(head.text.endswith("参加名单") for head in listed(book()))
    wanted = (*BLOCKS, *ASKED)
    assert "方敏" in words(chapter(book(blocks=wanted), "参加名单"))
    assert not any(
        head.text.endswith("参加名单") for head in listed(book(blocks=wanted, public=True))
    )


def test_chapters_can_be_chosen_and_a_typo_is_refused():
    """In the order asked for, numbered anew; without a cover the book has its headline."""
    made = book(blocks=("groups", "wall"))
    assert [b.text for b in listed_heads(made)] == ["一、行动小组", "二、议题墙"]
    with pytest.raises(RuleViolation) as caught:
        book(blocks=("walls",))
    assert caught.value.code == "unknown-block"


def listed_heads(made):
    return [b for b in made.blocks if isinstance(b, Heading) and b.level == 1]


def test_what_was_changed_on_the_way_is_told():
    """Another question, another way of hosting: the old one and the reason."""
    day = forum(named("rounds.start"))
    day.do(
        SetTheme(meeting=M, question="新的问题？", reason="原来的太长"),
        ChooseHosting(meeting=M, mode=Hosting.NEUTRAL, reason="大家熟了"),
    )
    made = book(day)
    assert "我们想在什么样的院子里一起变老、把孩子带大？（原来的太长）" in words(made)
    assert "改定：大家熟了。" in words(chapter(made, "这一天"))


def test_text_of_several_lines_flows_and_a_report_with_nothing_but_heads_is_read():
    """Lines of a point become paragraphs; five thousand words are as welcome as none."""
    day = forum(named("rounds.end"))
    text = ReportText(points=("第一行\n第二行", "字" * 5000), requests="甲\n乙")
    day.do(PostReport(meeting=M, topic="t01", heads=7, text=text))
    found = words(page(book(day), "01"))
    assert "1.\n第一行" in found
    assert "字" * 5000 in found
    assert "7人" in found
    day.do(CorrectReport(meeting=M, topic="t01", reason="写错"))
    assert "写错" in words(page(book(day), "01"))


def test_an_unfinished_book_leaves_out_what_there_is_not_yet():
    """At the marketplace there are no rounds, no dots and no groups: no chapter is empty."""
    made = book(forum(named("rounds.start")))
    heads = [head.text for head in listed(made) if head.level == 1]
    assert heads == ["一、主题和邀请", "二、这一天", "三、议题墙", "四、讨论记录"]
    day = forum(named("convergence.choose"))
    day.do(ChooseWay(meeting=M, way=Way.DOTS, each=5, people=100), CloseDots(meeting=M))
    assert not any(head.text.endswith("聚焦") for head in listed(book(day)))
    assert date.fromisoformat(made.date) == date(2026, 11, 21)
