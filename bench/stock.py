"""Documents of as many meetings as one likes, invented and the same in every run, for measuring the index."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice

from facilitator.record.index import writing
from facilitator.record.index.docs import Doc, Facet, Kind, More, Result

HERE = timezone(timedelta(hours=8))
LAST = datetime(2026, 11, 25, 19, 30, tzinfo=HERE)
EACH = 12
"""Documents of one meeting: its decisions and motions, its topics with what was said on them."""
BODIES = 23
BATCH = 20_000
# fmt: off
THINGS = (
    "停车位", "电梯", "楼道灯", "垃圾桶", "充电棚", "快递柜", "健身器材", "花坛", "下水道", "大门", "门禁",
    "监控", "广场舞", "老年食堂", "图书室", "儿童滑梯", "消防通道", "遮雨棚", "晾衣架", "公告栏", "长椅",
    "自行车棚", "物业费", "维修基金", "外墙", "水箱", "配电房", "绿化带", "宠物狗", "流浪猫",
    "出租屋", "菜市场", "早点摊",
    "卫生站", "志愿队", "读书会", "合唱团", "暑期班", "家电维修", "废旧电池", "高空抛物", "噪声", "油烟",
    "积水", "井盖", "路灯", "斑马线",
)
DOINGS = (
    "修缮", "更换", "加装", "拆除", "试行", "划线", "登记", "收费", "公示", "整治", "清理", "改造", "管理",
    "分配", "调整", "开放", "延期", "巡查",
)
NAMES = ("王秀英", "李建国", "张丽华", "刘志强", "陈桂芳", "杨海波", "赵玉兰", "黄伟明", "周晓燕", "吴德全")
# fmt: on
SAID = (
    "{n}号楼的{a}坏了半年，{b}也没人管。",
    "先把{a}数清楚，再谈怎么{d}。",
    "{a}由居委会牵头{d}，费用从公共收益里出，{m}月底以前完成。",
    "夜里{h}点以后{a}最吵，老人睡不着。",
    "同意{d}，但是{b}不能少，A栋和{n}号楼要一起办。",
    "物业说{a}的合同还有两年，WiFi和{b}可以先{d}。",
)


def docs(meetings: int) -> Iterator[list[Doc]]:
    """The documents of so many meetings, oldest first, evenly over ten years."""
    gap = timedelta(days=3650) / meetings
    for number in range(meetings):
        yield _meeting(number, LAST - gap * (meetings - number))


def _meeting(number: int, at: datetime) -> list[Doc]:
    rng = random.Random(number)
    body = f"body-{rng.randrange(BODIES)}"
    return [_doc(rng, f"m{number}", body, place, at) for place in range(EACH)]


def _doc(rng: random.Random, meeting: str, body: str, place: int, at: datetime) -> Doc:
    # Some matters come up every month, most of them hardly ever.
    a, b = (THINGS[int(len(THINGS) * rng.random() ** 2)] for _ in range(2))
    fill = {"a": a, "b": b, "d": rng.choice(DOINGS), "n": rng.randrange(1, 30)}
    fill |= {"m": rng.randrange(1, 13), "h": rng.randrange(9, 12)}
    kind = (Kind.DECISION, Kind.MOTION, Kind.MINUTES)[place % 3]
    said = [rng.choice(SAID).format(**fill) for _ in range(2 if place % 3 else 3)]
    decision = kind is Kind.DECISION
    return Doc(
        meeting=meeting,
        key=str(place),
        kinds=(Kind.MINUTES, Kind.ITEM) if kind is Kind.MINUTES else (kind,),
        body=body,
        format="open_space" if rng.random() < 0.03 else "yishihui",
        at=at + timedelta(minutes=7 * place),
        title=f"{a}{fill['d']}",
        text="".join(said),
        who=rng.choice(NAMES),
        outcome=Result.PASSED if decision else rng.choice((Result.NOT_PASSED, Result.NOT_VOTED)),
        implementation=rng.choice(("done", "done", "in-progress", "not-started"))
        if decision
        else "",
        more=More(place, 1, rng.randrange(7, 13), 13) if decision else More(),
    )


def of_meeting(doc: Doc, meeting: str) -> Doc:
    """The same document in another meeting."""
    return replace(doc, meeting=meeting)


def fill(db: sqlite3.Connection, meetings: int) -> None:
    """Put the documents of so many meetings into an empty index, in the order of their time."""
    stock = docs(meetings)
    while some := list(islice(stock, 2_000)):
        rows = [
            (number, writing.stored(doc))
            for one in some
            for number, doc in zip(writing.numbers(one), one, strict=True)
        ]
        db.execute("BEGIN")
        writing.insert(db, rows)
        db.execute("COMMIT")


def fill_with_decisions(db: sqlite3.Connection, decisions: int, *, kinds: int = 2_000) -> None:
    """Put millions of decisions in: as many as are wanted, of so many meetings' wordings again and again."""
    some = [doc for one in docs(kinds) for doc in one if doc.kind is Kind.DECISION]
    rows = [writing.stored(doc) for doc in some]
    random.Random(5).shuffle(rows)
    columns = [row.columns for row in rows]
    first, gap = LAST - timedelta(days=3650), timedelta(days=3650) / decisions
    marks = ", ".join("?" * (len(writing.Row._fields) + 1))
    for begin in range(0, decisions, BATCH):
        places = range(begin, min(begin + BATCH, decisions))
        times = [first + gap * place for place in places]
        numbers = [
            int(at.replace(tzinfo=UTC).timestamp()) << writing.WITHIN_SECOND | place & 0xFFFFF
            for at, place in zip(times, places, strict=True)
        ]
        db.execute("BEGIN")
        db.executemany(
            f"INSERT INTO doc (id, {writing.COLUMNS}) VALUES ({marks})",
            (
                (
                    number,
                    f"m{place // 4}",
                    *rows[place % len(rows)][1:6],
                    at.isoformat(),
                    *rows[place % len(rows)][7:],
                )
                for number, place, at in zip(numbers, places, times, strict=True)
            ),
        )
        db.executemany(
            "INSERT INTO word (rowid, title, text, facet) VALUES (?, ?, ?, ?)",
            (
                (number, *columns[place % len(rows)])
                for number, place in zip(numbers, places, strict=True)
            ),
        )
        db.execute("COMMIT")
    _tell_values(db)


def _tell_values(db: sqlite3.Connection) -> None:
    """What inserting document by document would have counted."""
    columns = {facet.value: facet.value for facet in Facet}
    for facet, column in (columns | {"year": "substr(at, 1, 4)", "kind": "kinds"}).items():
        db.execute(f"INSERT INTO value SELECT '{facet}', {column}, count(*) FROM doc GROUP BY 2")
