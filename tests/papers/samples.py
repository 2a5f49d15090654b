"""Sample papers, written by hand: what the writers are tried on and looked at with."""

from __future__ import annotations

from facilitator.papers.model import (
    BallotSlips,
    Box,
    Face,
    Heading,
    Labelled,
    Layout,
    Paper,
    Paragraph,
    RowKind,
    Run,
    Signatures,
    SignOff,
    Table,
)
from tests.papers.pieces import bold, head, label, left, mid, name, row, say, wide
from tests.papers.sample_record import record_sample

__all__ = [
    "all_samples",
    "ballots_sample",
    "notice_sample",
    "record_sample",
    "resolution_sample",
    "signin_sample",
    "slip_sample",
    "summary_sample",
]

MARK = "示例，姓名均为虚构"


def summary_sample() -> Paper:
    """Write the 纪要 of the record: decisions only, in running text."""
    blocks = [
        Paragraph(
            say(
                "2026年11月27日，松柏岗社区共治议事会在社区礼堂召开第二届第1次会议，理事长苏慧敏主持。"
                "应到13人，实到12人，其中本地居民6人、新居民5人、街道1人。按章程，动议须有全体13席的"
                "三分之二以上，即9票赞成，方为通过。现将议定事项纪要如下："
            )
        )
    ]
    for title, *paragraphs in _ITEMS:
        blocks.append(Heading(title, indented=True))
        blocks += [Paragraph(say(text)) for text in paragraphs]
    present = "陈国栋、林秀英、黄志强、梁惠芳、何伟明、冯锦添、王建军、李春梅、张海波、刘小燕、吴德全、苏慧敏"
    blocks += [
        Labelled("出席", say(present)),
        Labelled("请假", say("周玉梅")),
        Labelled("列席", say("叶永康、谢婉仪")),
        Labelled("记录", say("郑晓彤")),
    ]
    return Paper(
        kind="summary",
        lang="zh",
        layout=Layout.SUMMARY,
        title="松柏岗社区共治议事会会议纪要",
        subtitle="第二届第1次会议",
        blocks=tuple(blocks),
        mark=MARK,
        reference="松柏岗社区共治议事会第二届第1次会议",
        date="2026-11-27",
    )


_ITEMS = [
    (
        "一、上次决定落实情况",
        "长椅修缮上月到期，已经完成。公告栏更换已逾期，新定期限为2026年12月31日。",
    ),
    (
        "二、异地医疗即时报销",
        "请街道办事处与湖北省洪湖市商定，在广州的两家医院即时报销；三个月内向议事会报告办理结果。"
        "点名表决：赞成10票，反对1票，弃权1票。通过，列为决议第1号。",
        "由居委会会同街道办事处承办，办理期限为2027年1月31日，报告日期为2027年2月26日。",
    ),
    (
        "三、拆除私装车位桩",
        "全面拆除的动议，点名表决：赞成8票，反对1票，弃权2票，差1票，未通过。",
        "另提动议，北巷试行三个月，点名表决：赞成9票，反对1票，弃权1票。通过，列为决议第2号。",
        "居委会承办，2026年12月7日起试行，2027年3月12日复查。",
    ),
    ("四、楼道充电安全公约", "推迟到下次会议审议。"),
    (
        "五、图书室服务合同（提前审议）",
        "一人回避。无记名投票，发出10票，收回10票：赞成8票，反对0票，弃权0票，空白1票，废票1票。"
        "差1票，未通过。",
    ),
]


def resolution_sample(lang: str = "zh") -> Paper:
    """Write the text of a decision, to be posted on a board."""
    words = _RESOLUTION[lang]
    table = Table(
        widths=(1, 1, 1, 1, 1),
        rows=(
            row(mid(*words["rule"], span=5)),
            head(*words["head"]),
            row("9", "1", "1", "2", mid(bold(words["result"]))),
        ),
        keep=True,
        large=True,
    )
    texts = [Paragraph(say(text)) for text in words["texts"]]
    return Paper(
        kind="resolution",
        lang=lang,
        layout=Layout.POSTER,
        title=words["title"],
        subtitle=words["subtitle"],
        blocks=(
            Heading(words["name"]),
            *texts,
            table,
            SignOff(words["off"]),
            Box(words["box"]),
        ),
        mark=words["mark"],
        reference=words["name"],
        date="2026-11-27",
    )


_RESOLUTION = {
    "zh": {
        "title": "松柏岗社区共治议事会决议",
        "subtitle": "第2号（2026年11月27日第二届第1次会议通过）",
        "name": "北巷私装车位桩拆除试行",
        "texts": [
            "自2026年12月7日起，北巷试行三个月。巷内私装车位桩由各户拆除，车位由全体居民共用。",
            "2027年3月12日复查，结果报议事会审议。",
            "本决议由居委会承办。",
        ],
        "rule": ("全体13席的三分之二以上赞成为通过，须", bold("9票")),
        "head": ("赞成", "反对", "弃权", "缺席", "结果"),
        "result": "通过",
        "off": ("松柏岗社区共治议事会", "2026年11月27日"),
        "box": (
            ("公示期", "2026年11月28日至12月4日，共7日"),
            ("张贴处", "社区公告栏、社区礼堂门口"),
            ("有意见", "公示期内写成书面，交社区居委会"),
        ),
        "mark": "示例",
    },
    "en": {
        "title": "Resolution of the Songbaigang Council",
        "subtitle": "No. 2 (carried on 27 November 2026, term 2, meeting 1)",
        "name": "Trial removal of private parking posts, North Lane",
        "texts": [
            "From 7 December 2026, a three-month trial in North Lane. Each household takes out its "
            "own parking posts; the spaces are shared by all residents.",
            "Review on 12 March 2027; the outcome goes back to the council.",
            "The residents’ committee carries out this resolution.",
        ],
        "rule": ("Carried by two thirds or more of all 13 seats: ", bold("9 votes needed")),
        "head": ("For", "Against", "Abstain", "Absent", "Result"),
        "result": "Carried",
        "off": ("Songbaigang Council", "27 November 2026"),
        "box": (
            ("Posted", "28 November to 4 December 2026, 7 days"),
            ("Where", "Community notice board; door of the hall"),
            ("Objections", "In writing to the residents’ committee while posted"),
        ),
        "mark": "Sample",
    },
}


def ballots_sample(lang: str = "zh", count: int = 10) -> Paper:
    """Make ballot papers for a secret vote."""
    words = _BALLOT[lang]
    return Paper(
        kind="ballots",
        lang=lang,
        layout=Layout.BALLOTS,
        title=words["title"],
        blocks=(BallotSlips(count=count, **words),),
        date="2026-11-27",
    )


_BALLOT = {
    "zh": {
        "stub_title": "存根",
        "number_label": "№",
        "stub_lines": ("第二届第1次会议", "第五项　示例"),
        "stub_blanks": ("领票人", "领票时间", "发放人"),
        "title": "松柏岗社区共治议事会表决票",
        "right": "第五项　2026年11月27日",
        "motion_label": "动议5-1",
        "motion": "同意按会前公布的合同文本，与应选单位签订社区图书室服务合同。",
        "choices": ("赞成", "反对", "弃权"),
        "help": "在一个方框内画“√”，如{tick}，只选一项。不选的为空白票；选两项以上或无法辨认的为"
        "废票。票面不编号、不署名，折好投入票箱。",
    },
    "en": {
        "stub_title": "Stub",
        "number_label": "№",
        "stub_lines": ("Term 2, meeting 1", "Item 5 · sample"),
        "stub_blanks": ("Received by", "Time", "Issued by"),
        "title": "Songbaigang Council · Ballot",
        "right": "Item 5, 27 November 2026",
        "motion_label": "Motion 5-1",
        "motion": "That the contract for the community reading room be signed with the chosen "
        "provider, in the wording published before the meeting.",
        "choices": ("For", "Against", "Abstain"),
        "help": "Put one tick in one box, like {tick}. An unmarked paper is blank; two marks or an "
        "unreadable one spoil it. Do not number or sign this paper; fold it and drop it in the box.",
    },
}

_SEATS = [
    (
        "本地居民",
        "应到6人　实到6人",
        ["陈国栋 一号楼 19:22", "林秀英 三号楼 19:20", "黄志强 北巷12号 19:28"],
    ),
    ("新居民", "应到6人　实到5人　请假1人", ["王建军 粮店后巷 19:21", "李春梅 六号楼 19:25"]),
    ("街道", "应到1人　实到1人", ["苏慧敏 街道办事处 19:20"]),
]
_MORE = {
    "本地居民": ["梁惠芳 五号楼 19:24", "何伟明 二号楼 19:31", "冯锦添 南巷4号 19:26 20:10"],
    "新居民": ["张海波 市场宿舍 19:33", "刘小燕 七号楼 19:35", "吴德全 北巷31号 19:29"],
    "街道": [],
}


def signin_sample(times: int = 1) -> Paper:
    """Write a sign-in sheet; `times` repeats its seats, to fill more pages."""
    rows = [head("席位", "姓名", "楼栋或单位", "身份", "到会", "中途离会", "签名")]
    seat = 0
    for group, counts, people in _SEATS * times:
        rows.append(wide(7, group, right=say(counts), kind=RowKind.GROUP))
        for person in people + _MORE[group]:
            seat += 1
            who, home, came, *went = person.split()
            rows.append(row(str(seat), mid(name(who)), home, "出席", came, *(went or [""]), ""))
    rows.append(row("12", mid(name("周玉梅")), "八号楼", "请假", "—", "—", "请假，不代签"))
    rows.append(wide(7, "列席与工作人员", right=say("无表决权　3人"), kind=RowKind.GROUP))
    for who, home, role in [
        ("叶永康", "居委会", "列席"),
        ("谢婉仪", "居委会", "列席"),
        ("郑晓彤", "秘书", "记录"),
    ]:
        rows.append(row("", mid(name(who)), home, role, "19:27", "", ""))
    above = Table(
        widths=(1.1, 8, 1.1, 4),
        rows=(
            row(
                label("会议"),
                left("松柏岗社区共治议事会第二届第1次会议"),
                label("地点"),
                left("社区礼堂"),
            ),
            row(
                label("时间"),
                left("2026年11月27日（星期五）19:30"),
                label("应到"),
                left("13人　", bold("实到"), "　12人"),
            ),
        ),
        plain=True,
    )
    return Paper(
        kind="signin",
        lang="zh",
        layout=Layout.FORM,
        title="会议签到表",
        blocks=(
            above,
            Table(widths=(13, 20, 26, 16, 15, 20, 46), rows=tuple(rows), row_height=8.9),
            Paragraph(
                say("签名由本人亲笔，不得代签。中途离会的，写明离会时间。本表不收集电话号码。"),
                indented=False,
                small=True,
            ),
            Signatures(("核对人（签名）", "记录人（签名）")),
        ),
        mark=MARK,
        date="2026-11-27",
    )


def slip_sample() -> Paper:
    """Write out a decision handed to who carries it out."""
    return Paper(
        kind="slip",
        lang="zh",
        layout=Layout.SLIP,
        title="决定交办单",
        subtitle="决议第1号",
        blocks=(
            Labelled("交给", say("居委会会同街道办事处")),
            Labelled(
                "事项",
                say(
                    "请街道办事处与湖北省洪湖市商定，在广州的两家医院即时报销；三个月内向议事会报告办理结果。"
                ),
            ),
            Labelled("期限", say("2027年1月31日，报告日期2027年2月26日")),
            Heading("办理情况"),
            Table(
                widths=(2, 6, 3),
                rows=(head("日期", "做了什么", "经办人"), *(row("", "", "") for _ in range(5))),
                row_height=12,
            ),
            Signatures(("交办人（签名）", "承办人（签名）")),
        ),
        date="2026-11-27",
    )


def notice_sample() -> Paper:
    """Write the call to a meeting."""
    return Paper(
        kind="notice",
        lang="zh",
        layout=Layout.SLIP,
        title="会议通知",
        subtitle="松柏岗社区共治议事会第二届第1次会议",
        blocks=(
            Paragraph(say("各位议事代表："), indented=False),
            Paragraph(
                say(
                    "定于2026年11月27日（星期五）19:30在社区礼堂召开第二届第1次会议，请准时到会。不能到会的，请提前向秘书郑晓彤请假；表决权不能转托他人。"
                )
            ),
            Heading("议程"),
            Table(
                widths=(1.2, 8, 3, 3),
                rows=(
                    head("序", "议题", "提出人", "办法"),
                    row("1", left("上次决定落实情况"), "秘书", "报告"),
                    row("2", left("异地医疗即时报销"), mid(name("王建军")), "表决"),
                    row("3", left("拆除私装车位桩"), mid(name("陈国栋")), "表决"),
                ),
            ),
            Paragraph((Run("通过的条件：", Face.BOLD), Run("全体13席的三分之二以上，即9票赞成。"))),
            SignOff(("松柏岗社区共治议事会", "2026年11月20日")),
        ),
        date="2026-11-20",
    )


def all_samples() -> list[Paper]:
    """Every sample in every language it is written in."""
    return [
        record_sample("zh"),
        record_sample("en"),
        summary_sample(),
        resolution_sample("zh"),
        resolution_sample("en"),
        ballots_sample("zh"),
        ballots_sample("en"),
        signin_sample(),
        slip_sample(),
        notice_sample(),
    ]
