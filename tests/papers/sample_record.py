"""A sample record of a meeting, in Chinese in full and in English in short."""

from __future__ import annotations

from facilitator.papers.model import (
    Gap,
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    Run,
    Seal,
    Signatures,
    Table,
)
from tests.papers.pieces import (
    boxed,
    head,
    label,
    left,
    row,
    say,
    total,
)
from tests.papers.sample_record_en import english
from tests.papers.sample_votes import HEAD, item_five, item_three, item_two


def record_sample(lang: str = "zh") -> Paper:
    """Write the record of one meeting."""
    return _chinese() if lang == "zh" else english()


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
            label="核对码",
            head=" ".join(HEAD[i : i + 4] for i in range(0, 32, 4)),
            text="本次会议共214条记录，至2026年11月27日21:00:42止。签名即确认以上记录与核对码相符；旁附的二维码为核对码全文，核对时扫码或逐组对照。",
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
            *item_two(),
            *item_three(),
            *item_five(),
            *_end(),
        ),
        mark="示例，姓名均为虚构",
        reference="松柏岗社区共治议事会第二届第1次会议",
        date="2026-11-27",
    )
