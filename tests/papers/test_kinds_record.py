"""The record of the evening says exactly what happened, and a lawyer can check each number."""

import pytest

from facilitator.papers.kinds import PAPERS
from facilitator.papers.model import Heading, Seal, Signatures
from tests.papers.evening import HEAD, evening
from tests.papers.reading import line, lines, row, rows, runs, vote, words

EVENING = evening()


@pytest.fixture
def record():
    (paper,) = PAPERS["record"](EVENING.material())
    return paper


def test_attendance_is_by_group_with_names_and_reason_of_leave(record):
    """Twelve of thirteen came; the thirteenth is excused with the reason; nine are needed, four may miss."""
    table = record.blocks[1]
    assert row(table, "本地居民")[1:4] == ["6", "6", "0"]
    assert row(table, "新居民")[1:] == [
        "6",
        "5",
        "1",
        "王建军、李春梅、张海波、刘小燕、吴德全；请假：周玉梅（出差）",
    ]
    assert row(table, "合计")[1:] == ["13", "12", "1", "须9票赞成方为通过，最多可缺4人"]


def test_header_says_when_where_who_and_notice(record):
    """Times as opened and closed, the host with the office, the notice seven days before."""
    text = words(record.blocks[0])
    for part in (
        "2026年11月27日（星期五）19:36—21:00",
        "苏慧敏（理事长）",
        "郑晓彤（秘书）",
        "会前7日张贴，定于19:30开会",
        "叶永康、谢婉仪（居委会）",
    ):
        assert part in text


def test_items_stand_in_the_order_dealt_with_under_their_announced_numbers(record):
    """Item five was taken before four, and keeps its number."""
    heads = [(b.text, b.right) for b in record.blocks if isinstance(b, Heading)]
    assert heads == [
        ("一、上次决定落实情况", "19:38—19:45"),
        ("二、异地医疗即时报销", "19:45—20:06"),
        ("三、拆除私装车位桩", "20:06—20:40"),
        ("五、图书室服务合同（提前）", "20:40—20:52"),
        ("四、楼道充电安全公约", "20:52"),
        ("散会", "20:55—21:00"),
    ]
    assert "第五项提前到第四项之前。" in line(record, "开会。")


def test_reviews_of_earlier_decisions(record):
    """What was done, with what was shown for it; what is overdue, with its new date."""
    assert "长椅修缮：2026年10月31日到期，已完成。" in line(record, "长椅修缮")
    assert "照片一张" in line(record, "长椅修缮")
    assert "已逾期" in line(record, "公告栏更换")
    assert "新定期限2026年12月31日。" in line(record, "公告栏更换")


def test_motion_second_and_limits_are_one_line(record):
    """Moved, seconded and the limits agreed for it read as one entry."""
    told = line(record, "王建军：动议2-1")
    assert told.endswith("张海波附议。约定每人发言2次，每次2分钟。")


def test_overrun_is_marked_on_the_speech_that_overran_only(record):
    """Twenty seconds over, once."""
    assert [one for one in lines(record) if "超时" in one] == [
        "19:54 刘小燕（赞成）：垫得起钱的才敢住院，垫不起的只能拖着。（超时20秒）"
    ]


def test_hands_are_told_in_total_only(record):
    """A show of hands has no groups and no names."""
    table = vote(record, "动议2-1修正案")
    assert [
        "在场12人　举手只计总数",
        "赞成 **11**",
        "反对 **0**",
        "弃权 **1**",
        "缺席 **1**",
    ] in rows(table)
    assert row(table, "通过") == ["通过：赞成11票，11 ≥ 9。"]


def test_ten_of_thirteen_carries_split_by_group(record):
    """10/13, needed 9; 5 of 6, 5 of 6, 0 of 1; the rule with its version; decision 1 with its dates."""
    table = vote(record, "动议2-1（经修正）")
    assert rows(table)[1] == [
        "点名表决　20:05 | 章程第1版：全体席位的三分之二以上　基数13席　**须赞成9票**"
    ]
    assert rows(table)[2] == ["组别", "席位", "在场", "赞成", "反对", "弃权", "缺席"]
    assert row(table, "本地居民")[1:] == ["6", "6", "5", "1", "0", "0"]
    assert row(table, "新居民")[1:] == ["6", "5", "5", "0", "0", "1"]
    assert row(table, "街道")[1:] == ["1", "1", "0", "0", "1", "0"]
    assert row(table, "合计")[1:] == ["13", "12", "10", "1", "1", "1"]
    assert row(table, "反对：") == [
        "反对：何伟明。弃权：苏慧敏。缺席：周玉梅（请假）。其余在场代表赞成。"
    ]
    assert row(table, "承办") == [
        "承办：居委会会同街道办事处　办理期限：2027年1月31日　报告日期：2027年2月26日"
    ]
    assert row(table, "通过") == ["通过：赞成10票，10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）。决议第1号。"]


def test_somebody_leaving_is_told_with_who_is_left(record):
    """Eleven are left, group by group."""
    assert line(record, "冯锦添离会") == (
        "20:10 冯锦添离会（家中有事）。在场11人：本地居民5人，新居民5人，街道1人。"
    )


def test_a_corrected_vote_stays_readable_in_every_cell_it_touches(record):
    """Old values struck beside new bold ones, in group, total and names; the reason; still one short."""
    table = vote(record, "动议3-1")
    assert row(table, "新居民")[1:] == ["6", "5", "4", "~~1~~ **0**", "~~0~~ **1**", "1"]
    assert row(table, "合计")[1:] == ["13", "11", "8", "~~2~~ **1**", "~~1~~ **2**", "2"]
    assert row(table, "反对：")[0].startswith(
        "反对：何伟明、~~刘小燕~~。弃权：**刘小燕**、苏慧敏。缺席：冯锦添（离会）、周玉梅（请假）。"
    )
    assert row(table, "**更正**") == [
        "**更正**　20:14　刘小燕：原记“~~反对~~”，更正为“弃权”。理由：本人点名时答“弃权”，记录人误录。"
        "反对由2票改为1票，弃权由1票改为2票。结果不变，仍差1票。更正人郑晓彤。"
    ]
    assert row(table, "说明") == ["说明：8票占在场11人的73%；基数是全体13席，不是在场人数。"]
    assert row(table, "未通过") == ["未通过：赞成8票，8 < 9（13 × 2 ÷ 3 = 8.67，进为9），差1票。"]


def test_exactly_enough_carries(record):
    """Nine of nine; decision 2 with its review date."""
    table = vote(record, "动议3-2")
    assert "恰好够数。决议第2号。" in row(table, "通过")[0]
    assert "复查日期：2027年3月12日" in row(table, "承办")[0]


def test_recusal_does_not_change_the_base(record):
    """The recused member stays in the thirteen: nine are still needed, eight do not carry."""
    assert line(record, "回避表决").endswith("在场11人，可表决10人。回避不减基数。")
    table = vote(record, "动议5-1")
    assert "基数13席　**须赞成9票**" in rows(table)[1][0]
    assert row(table, "回避") == ["回避：李春梅（在应选单位任职）。"]
    assert row(table, "未通过")[0].startswith("未通过：赞成8票，8 < 9")


def test_tellers_who_differ_are_both_shown_and_recounted(record):
    """Teller B's nine is struck, not gone; the recount stands; blank and void papers are told apart."""
    assert "甲梁惠芳、乙张海波" in line(record, "交付无记名投票")
    table = vote(record, "动议5-1")
    assert row(table, "甲首次")[1:] == ["10", "10", "8", "0", "0", "1", "1"]
    assert row(table, "乙首次")[1:] == ["10", "10", "~~9~~", "0", "0", "1", "~~0~~"]
    assert row(table, "复点")[1:] == ["10", "10", "8", "0", "0", "1", "1"]
    assert row(table, "甲、乙首次计票不符") == [
        "甲、乙首次计票不符，当场共同复点。无记名投票不分组别。缺席2人。回避1人。"
    ]
    assert not any("冯锦添" in one or "何伟明" in one for one in map(str, rows(table)))


def test_a_refused_entry_is_told_with_its_code(record):
    """The line about somebody who had left was refused, and says so."""
    assert [refusal.code for refusal in EVENING.refused] == ["not-present"]
    assert ("bold", "未予受理") in runs(record, "补录")
    assert "（代码 not-present）" in line(record, "补录")


def test_the_host_guiding_is_boxed(record):
    """What the host says to guide is no resident's statement."""
    assert runs(record, "邻里旧事")[0] == ("boxed", "主持引导")


def test_what_was_put_off_and_how_it_ended(record):
    """Item four goes to the next meeting; the record was read back without objection."""
    assert "推迟到下次会议" in line(record, "时间不够")
    assert lines(record)[-1] == "21:00 记录已当场宣读，无异议。散会。"


def test_it_ends_with_signatures_and_the_head_of_the_record(record):
    """Host, recorder, both tellers; eight groups of four digits; the QR holds all sixty-four."""
    *_, end, _gap, signatures, seal = record.blocks
    assert words(end.text) == "（以下无正文）"
    assert isinstance(signatures, Signatures)
    assert signatures.labels == (
        "主持人（签名）",
        "记录人（签名）",
        "计票人甲（签名）",
        "计票人乙（签名）",
    )
    assert isinstance(seal, Seal)
    assert seal.qr == HEAD
    assert seal.head.replace(" ", "") == HEAD[:32]
    assert [len(group) for group in seal.head.split()] == [4] * 8
    assert f"共{EVENING.meeting.version}条记录，至2026年11月27日21:00:42止" in seal.text


def test_a_sample_is_marked_as_one(record):
    """Invented names never pass for real ones."""
    assert record.mark == "示例，姓名均为虚构"


def test_the_record_without_its_chain_has_no_seal():
    """Where the head is not known, none is printed."""
    material = EVENING.material()
    bare = type(material)(material.meeting, material.people, lang="zh")
    (paper,) = PAPERS["record"](bare)
    assert not any(isinstance(block, Seal) for block in paper.blocks)


def test_english_says_the_same():
    """The same facts in the other language."""
    (paper,) = PAPERS["record"](EVENING.material(lang="en"))
    table = vote(paper, "Motion 3-1")
    assert row(table, "New")[1:] == ["6", "5", "4", "~~1~~ **0**", "~~0~~ **1**", "1"]
    assert "1 short" in row(table, "Not passed")[0]
    assert paper.mark == "Sample: all names are invented"
    assert runs(paper, "邻里旧事")[0] == ("boxed", "Host guides")
