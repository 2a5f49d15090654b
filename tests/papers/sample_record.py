# ruff: noqa: E501 - whole sentences are easier to read than broken ones
"""A sample record of a meeting, in Chinese in full and in English in short."""

from __future__ import annotations

from facilitator.papers.model import (
    Gap,
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Run,
    Seal,
    Signatures,
    Table,
)
from tests.papers.pieces import (
    bold,
    boxed,
    head,
    label,
    left,
    mid,
    name,
    row,
    say,
    struck,
    total,
    wide,
)

HEAD = "ea5032b3585c7ce8e30f17de70a7fc5c"


def record_sample(lang: str = "zh") -> Paper:
    """Write the record of one meeting."""
    return _chinese() if lang == "zh" else _english()


def _spoken(time: str, who: str, side: str, words: str) -> Line:
    return Line(time, say(name(f"{who}（{side}）：" if side else f"{who}："), words))


def _vote(*rows: Row, columns: int = 7) -> Table:
    return Table(widths=(1,) * columns, rows=rows, keep=True)


def _motion(number: str, words: str) -> Row:
    return wide(7, bold(number), f"　{words}", kind=RowKind.MOTION)


def _terms(way: str, need: str = "须赞成9票") -> Row:
    rule = say("章程第1版：全体席位的三分之二以上　基数13席　", bold(need))
    return wide(7, way, right=rule)


_GROUPS = head("组别", "席位", "在场", "赞成", "反对", "弃权", "缺席")


def _top() -> tuple[Table, Table]:
    facts = Table(
        widths=(11, 46, 11, 32),
        rows=(
            row(
                label("时间"),
                left("2026年11月27日（星期五）19:36—21:00"),
                label("地点"),
                left("社区礼堂"),
            ),
            row(label("主持"), left("苏慧敏（理事长）"), label("记录"), left("郑晓彤（秘书）")),
            row(
                label("通知"),
                left("会前7日张贴，定于19:30开会"),
                label("列席"),
                left("叶永康、谢婉仪（居委会）"),
            ),
        ),
    )
    seats = Table(
        widths=(12, 7.5, 7.5, 7.5, 65.5),
        rows=(
            head("组别", "应到", "实到", "请假", "出席人员"),
            row("本地居民", "6", "6", "0", left("陈国栋、林秀英、黄志强、梁惠芳、何伟明、冯锦添")),
            row(
                "新居民",
                "6",
                "5",
                "1",
                left("王建军、李春梅、张海波、刘小燕、吴德全；请假：周玉梅"),
            ),
            row("街道", "1", "1", "0", left("苏慧敏")),
            total("合计", "13", "12", "1", left(Run("须9票赞成方为通过，最多可缺4人"))),
        ),
    )
    return facts, seats


def _item_two() -> tuple:
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
        _vote(
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


def _item_three() -> tuple:
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
        _vote(
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
        _vote(
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


def _item_five() -> tuple:
    rule = say("章程第1版：全体席位的三分之二以上　基数13席　", bold("须赞成9票"))
    return (
        Heading("五、图书室服务合同（提前）", right="20:40—20:52"),
        Line(
            "20:40",
            say("李春梅在应选单位任职，申明后回避。在场11人，领票10人；回避不减基数，仍须9票。"),
        ),
        Line("20:41", say("推举计票人两名：甲梁惠芳，乙张海波。")),
        _vote(
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


def _end() -> tuple:
    return (
        Heading("四、楼道充电安全公约", right="20:52"),
        Line("20:52", say("时间不够，推迟到下次会议，列入下次议程。")),
        Heading("散会", right="20:55—21:00"),
        Line(
            "20:55",
            say(
                boxed("主持引导"),
                "苏慧敏：两位说的是邻里旧事，不在议程内，请回到议题；旧事可以会后找调解。",
            ),
        ),
        Line("21:00", say("当场宣读记录，无异议。散会。")),
        Paragraph(say("（以下无正文）"), indented=False, align="center"),
        Gap(6),
        Signatures(("主持人（签名）", "记录人（签名）", "计票人甲（签名）", "计票人乙（签名）")),
        Seal(
            label="记录头",
            head=" ".join(HEAD[i : i + 4] for i in range(0, 32, 4)),
            text="本次会议共214条记录，至2026年11月27日21:00:42止。签名即确认以上记录与记录头相符；右侧方码为记录头全文，核对时扫码或逐组对照。",
            qr=HEAD * 2,
        ),
    )


def _chinese() -> Paper:
    return Paper(
        kind="record",
        lang="zh",
        layout=Layout.RECORD,
        title="松柏岗社区共治议事会会议记录",
        subtitle="第二届第1次会议",
        blocks=(
            *_top(),
            Line(
                "19:36",
                say(
                    "开会。议程五项：一、上次决定落实情况；二、异地医疗即时报销；三、拆除私装车位桩；四、楼道充电安全公约；五、图书室服务合同。第五项提前到第四项之前。"
                ),
            ),
            Heading("一、上次决定落实情况", right="19:38—19:45"),
            Line("19:38", say("长椅修缮：上月到期，已完成，有照片存档。")),
            Line("19:41", say("公告栏更换：已逾期，尚未完成。新定期限2026年12月31日。")),
            *_item_two(),
            *_item_three(),
            *_item_five(),
            *_end(),
        ),
        mark="示例，姓名均为虚构",
        reference="松柏岗社区共治议事会第二届第1次会议",
        date="2026-11-27",
    )


def _english() -> Paper:
    groups = head("Group", "Seats", "Present", "For", "Against", "Abstain", "Absent")
    return Paper(
        kind="record",
        lang="en",
        layout=Layout.RECORD,
        title="Record of the Songbaigang Council",
        subtitle="Term 2, meeting 1",
        blocks=(
            Table(
                widths=(11, 46, 11, 32),
                rows=(
                    row(
                        label("When"),
                        left("Friday, 27 November 2026, 19:36–21:00"),
                        label("Where"),
                        left("Community hall"),
                    ),
                    row(
                        label("Chair"),
                        left("Su Huimin (president)"),
                        label("Record"),
                        left("Zheng Xiaotong (secretary)"),
                    ),
                ),
            ),
            Table(
                widths=(20, 9, 9, 9, 53),
                rows=(
                    head("Group", "Due", "Here", "Excused", "Attending"),
                    row(
                        "Established",
                        "6",
                        "6",
                        "0",
                        left(
                            "Chen Guodong, Lin Xiuying, Huang Zhiqiang, Liang Huifang, He Weiming, Feng Jintian"
                        ),
                    ),
                    row(
                        "New",
                        "6",
                        "5",
                        "1",
                        left(
                            "Wang Jianjun, Li Chunmei, Zhang Haibo, Liu Xiaoyan, Wu Dequan; excused: Zhou Yumei"
                        ),
                    ),
                    total(
                        "Total",
                        "13",
                        "12",
                        "1",
                        left("9 votes for needed; at most 4 may be missing"),
                    ),
                ),
            ),
            Line(
                "19:36", say("The meeting opens. Five items; item five is taken before item four.")
            ),
            Heading("1. Removal of private parking posts", right="20:06–20:14"),
            Line(
                "20:06",
                say(
                    name("Chen Guodong: "),
                    "I move that every household take out its own posts and that the seventy spaces be shared. Seconded by Li Chunmei.",
                ),
            ),
            Line(
                "20:08",
                say(
                    name("Liu Xiaoyan (against): "),
                    "They were “bought with our own money”; who’ll pay for them?",
                ),
            ),
            Line(
                "20:10",
                say(
                    boxed("Host"),
                    "Su Huimin: that isn’t on the agenda. Please come back to the motion.",
                ),
            ),
            _vote(
                wide(
                    7,
                    bold("Motion 3-1"),
                    "  That each household take out its own posts by 31 December; the seventy spaces are shared by all residents.",
                    kind=RowKind.MOTION,
                ),
                wide(
                    7,
                    "Roll call, 20:12",
                    right=say(
                        "Charter v1: two thirds of all seats · base 13 seats · ",
                        bold("9 votes needed"),
                    ),
                ),
                groups,
                row("Established", "6", "5", "4", "1", "0", "1"),
                row(
                    "New",
                    "6",
                    "5",
                    "4",
                    mid(struck("1"), bold("0")),
                    mid(struck("0"), bold("1")),
                    "1",
                ),
                row("Office", "1", "1", "0", "0", "1", "0"),
                total(
                    "Total",
                    "13",
                    "11",
                    "8",
                    mid(struck("2"), bold("1")),
                    mid(struck("1"), bold("2")),
                    "2",
                ),
                wide(7, "Not carried: 8 votes for, 8 < 9, one short.", kind=RowKind.RESULT),
            ),
            Signatures(("Chair (signature)", "Recorder (signature)")),
            Seal(
                label="Head of the record",
                head=" ".join(HEAD[i : i + 4] for i in range(0, 32, 4)),
                text="214 entries, the last at 21:00:42 on 27 November 2026. Signing confirms that this paper agrees with this head; the code at the right holds all of it.",
                qr=HEAD * 2,
            ),
        ),
        mark="Sample, all names invented",
        reference="Songbaigang Council, term 2, meeting 1",
        date="2026-11-27",
    )
