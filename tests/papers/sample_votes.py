"""The items of the sample record that were voted on."""

from __future__ import annotations

from facilitator.papers.model import (
    Heading,
    Line,
    Row,
    RowKind,
    Table,
)
from tests.papers.pieces import (
    bold,
    head,
    mid,
    name,
    row,
    say,
    struck,
    total,
    wide,
)

HEAD = "ea5032b3585c7ce8e30f17de70a7fc5c"


def _spoken(time: str, who: str, side: str, words: str) -> Line:
    return Line(time, say(name(f"{who}（{side}）：" if side else f"{who}："), words))


def vote(*rows: Row, columns: int = 7) -> Table:
    """Make a vote block."""
    return Table(widths=(1,) * columns, rows=rows, keep=True)


def _motion(number: str, words: str) -> Row:
    return wide(7, bold(number), f"　{words}", kind=RowKind.MOTION)


def _terms(way: str, need: str = "须赞成9票") -> Row:
    rule = say("章程第1版：全体席位的三分之二以上　基数13席　", bold(need))
    return wide(7, way, right=rule)


_GROUPS = head("组别", "席位", "在场", "赞成", "反对", "弃权", "缺席")


def item_two() -> tuple:
    """Write the item with an amendment by show of hands and a roll call."""
    show = Table(
        widths=(43, 14.25, 14.25, 14.25, 14.25),
        rows=(
            wide(
                5,
                bold("动议2-1修正案"),
                "　增加“三个月内向议事会报告办理结果”。",
                kind=RowKind.MOTION,
            ),
            wide(
                5,
                "举手表决　20:02",
                right=say("章程第1版：全体席位的三分之二以上　基数13席　", bold("须赞成9票")),
            ),
            row(
                "在场12人　举手只计总数",
                mid("赞成 ", bold("11")),
                mid("反对 ", bold("0")),
                mid("弃权 ", bold("1")),
                mid("缺席 ", bold("1")),
            ),
            wide(5, "通过：赞成11票，11 ≥ 9。", kind=RowKind.RESULT),
        ),
        keep=True,
    )
    return (
        Heading("二、异地医疗即时报销", right="19:45—20:06"),
        Line(
            "19:45",
            say(
                name("王建军："),
                "动议，请街道办事处与湖北省洪湖市商定，在广州的两家医院即时报销。张海波附议。每人2分钟，正反轮流。",
            ),
        ),
        _spoken("19:47", "王建军", "赞成", "来回跑一趟洪湖报销，车费比药费还贵。"),
        _spoken("19:51", "何伟明", "反对", "两地的事，议事会议了也未必作数。"),
        _spoken("19:54", "刘小燕", "赞成", "垫得起钱的才敢住院，垫不起的只能拖着。（超时20秒）"),
        _spoken("19:58", "梁惠芳", "反对", "没有回音的期限，容易不了了之。"),
        _spoken("20:02", "梁惠芳", "", "提出修正案：三个月内向议事会报告办理结果。"),
        show,
        vote(
            _motion(
                "动议2-1（经修正）",
                "请街道办事处与湖北省洪湖市商定，在广州的两家医院即时报销；三个月内向议事会报告办理结果。",
            ),
            _terms("点名表决　20:05"),
            _GROUPS,
            row("本地居民", "6", "6", "5", "1", "0", "0"),
            row("新居民", "6", "5", "5", "0", "0", "1"),
            row("街道", "1", "1", "0", "0", "1", "0"),
            total("合计", "13", "12", "10", "1", "1", "1"),
            wide(7, "反对：何伟明。弃权：苏慧敏。缺席：周玉梅（请假）。其余在场代表赞成。"),
            wide(7, "承办：居委会会同街道办事处　办理期限：2027年1月31日　报告日期：2027年2月26日"),
            wide(
                7,
                "通过：赞成10票，10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）。决议第1号。",
                kind=RowKind.RESULT,
            ),
        ),
    )


def item_three() -> tuple:
    """Write the item with a corrected vote that fails and one that just passes."""
    return (
        Heading("三、拆除私装车位桩", right="20:06—20:14"),
        Line(
            "20:06",
            say(
                name("陈国栋："),
                "动议，各户自行拆除私装车位桩，腾出的约70个车位由全体居民共用。李春梅附议。",
            ),
        ),
        _spoken("20:08", "刘小燕", "反对", "桩是各家自己出钱装的，拆了由谁补偿？"),
        Line("20:10", say("冯锦添离会。在场11人：本地居民5人，新居民5人，街道1人。")),
        _spoken("20:10", "林秀英", "赞成", "桩占着位，白天一半是空的。"),
        vote(
            _motion(
                "动议3-1", "各户在12月31日前自行拆除私装车位桩，腾出的约70个车位由全体居民共用。"
            ),
            _terms("点名表决　20:12"),
            _GROUPS,
            row("本地居民", "6", "5", "4", "1", "0", "1"),
            row(
                "新居民",
                "6",
                "5",
                "4",
                mid(struck("1"), bold("0")),
                mid(struck("0"), bold("1")),
                "1",
            ),
            row("街道", "1", "1", "0", "0", "1", "0"),
            total(
                "合计",
                "13",
                "11",
                "8",
                mid(struck("2"), bold("1")),
                mid(struck("1"), bold("2")),
                "2",
            ),
            wide(
                7,
                "反对：何伟明、",
                struck("刘小燕"),
                "。弃权：苏慧敏、",
                bold("刘小燕"),
                "。缺席：周玉梅（请假）、冯锦添（离会）。其余在场代表赞成。",
            ),
            wide(
                7,
                bold("更正　"),
                "20:14　刘小燕：原记“",
                struck("反对"),
                "”，更正为“弃权”。理由：本人点名时答“弃权”，记录人误录。反对由2票改为1票，弃权由1票改为2票；"
                "结果不变，仍差1票。更正人郑晓彤，当场宣布。",
            ),
            wide(7, "说明：8票占在场11人的73%；基数是13席，不是在场人数。"),
            wide(7, "未通过：赞成8票，8 < 9，差1票。", kind=RowKind.RESULT),
        ),
        Heading("三、拆除私装车位桩（续）", right="20:14—20:40"),
        Line(
            "20:16",
            say(name("吴德全："), "另提动议，先在北巷一条巷试行三个月，定期复查。林秀英附议。"),
        ),
        _spoken("20:19", "黄志强", "赞成", "一条巷先试，不行再改，大家看得见。"),
        _spoken("20:22", "何伟明", "反对", "试三个月，旁边几条巷更挤。"),
        vote(
            _motion(
                "动议3-2",
                "自2026年12月7日起，北巷试行三个月。巷内私装车位桩由各户拆除，车位由全体居民共用。2027年3月12日复查，结果报议事会审议。",
            ),
            _terms("点名表决　20:25"),
            _GROUPS,
            row("本地居民", "6", "5", "4", "1", "0", "1"),
            row("新居民", "6", "5", "5", "0", "0", "1"),
            row("街道", "1", "1", "0", "0", "1", "0"),
            total("合计", "13", "11", "9", "1", "1", "2"),
            wide(
                7,
                "反对：何伟明。弃权：苏慧敏。缺席：周玉梅（请假）、冯锦添（离会）。其余在场代表赞成。",
            ),
            wide(7, "承办：居委会　复查日期：2027年3月12日"),
            wide(7, "通过：赞成9票，9 ≥ 9，恰好够数。决议第2号。", kind=RowKind.RESULT),
        ),
    )


def item_five() -> tuple:
    """Write the item by secret ballot, counted twice."""
    rule = say("章程第1版：全体席位的三分之二以上　基数13席　", bold("须赞成9票"))
    return (
        Heading("五、图书室服务合同（提前）", right="20:40—20:52"),
        Line(
            "20:40",
            say("李春梅在应选单位任职，申明后回避。在场11人，领票10人；回避不减基数，仍须9票。"),
        ),
        Line("20:41", say("推举计票人两名：甲梁惠芳，乙张海波。")),
        vote(
            wide(
                8,
                bold("动议5-1"),
                "　同意按会前公布的合同文本，与应选单位签订社区图书室服务合同。",
                kind=RowKind.MOTION,
            ),
            wide(8, "无记名投票　20:42—20:49", right=rule),
            head("计票", "发出", "收回", "赞成", "反对", "弃权", "空白", "废票"),
            row("甲首次", "10", "10", "8", "0", "0", "1", "1"),
            row("乙首次", "10", "10", mid(struck("9")), mid("与甲不符，当场复点", span=4)),
            total("复点", "10", "10", "8", "0", "0", "1", "1"),
            wide(
                8,
                "甲、乙共同复点一遍，均为赞成8票、空白1票、废票1票，合计10票。无记名投票不分组别。缺席2人，回避1人。",
            ),
            wide(8, "未通过：赞成8票，8 < 9，差1票。", kind=RowKind.RESULT),
            columns=8,
        ),
        Line(
            "20:50",
            say(
                "补录“冯锦添，赞成”一行，",
                bold("未予受理"),
                "（代码 member-absent）：该代表已于20:10离会。记录未变。",
            ),
        ),
    )
