"""A selection meeting of 23 communities on a desk: seventy people of three chambers, nineteen projects."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from facilitator.clock import ToldClock
from facilitator.demo.stage import play_lines
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.works import Works
from facilitator.opening import open_session
from tests.desk.evening import leave

BODY, MEETING = "qingyuan", "qy-2027-03-20"
DAY = datetime.fromisoformat("2027-03-20T13:30:00+08:00")
COMMUNITIES = (
    *("清源里", "枣园里", "兴丰", "滨河西里", "康庄", "义和", "金华里", "彩虹", "书馆", "郁花园"),
    *("三合里", "永华里", "车站南里", "天堂河", "林校北里", "海北路", "柳荫", "杏花坞", "听泉"),
    *("老磨坊", "北槐树", "望湖", "东营房"),
)
PROJECTS = (
    *(("独居老人助餐点", 28000, 6000), ("楼道折叠座椅", 18500, 0), ("四点半课堂", 36000, 4000)),
    *(("屋顶雨水菜园", 22000, 2000), ("夜间应急敲门队", 9800, 0), ("旧物修理角", 12600, 1500)),
    *(("亲子阅读夜", 15000, 0), ("电动车充电棚", 68000, 12000), ("残障家庭陪伴", 26400, 0)),
    *(("小院议事长廊", 45000, 5000), ("老年手机课", 8600, 0), ("新居民欢迎包", 7200, 800)),
    *(("社区记忆口述史", 19800, 0), ("下沉广场改造", 268000, 0), ("周末托管班", 31000, 3000)),
    *(("垃圾分类小管家", 13200, 0), ("认知症家属互助", 16800, 0), ("楼栋微花园", 11500, 0)),
    ("失独家庭茶话会", 9000, 0),
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = ("桂兰", "德福", "秀珍", "志强", "小梅", "永年", "建国", "丽华", "玉芬", "立新", "慧")
CHAMBERS = (("residents", 40), ("heads", 23), ("officials", 7))


def people() -> Iterator[tuple[str, str, str, str]]:
    """Id, name, chamber and place of everybody on the panel."""
    number = 0
    for chamber, many in CHAMBERS:
        for at in range(many):
            name = SURNAMES[number % len(SURNAMES)] + GIVEN[(number * 7 + at) % len(GIVEN)]
            place = "街道办事处" if chamber == "officials" else f"{COMMUNITIES[at % 23]}社区"
            yield f"{chamber[0]}{at + 1}", name, chamber, place
            number += 1


def line(at: datetime, do: str, **fields: object) -> bytes:
    """One line of a script."""
    said = {"at": at.isoformat(), "do": do, **fields, "by": "吴晓燕"}
    return json.dumps(said, ensure_ascii=False).encode()


def called(*, slate: bool = True) -> Iterator[bytes]:
    """The panel is founded and seated, its meeting called; with a slate, money and terms."""
    at = DAY - timedelta(days=20)
    yield line(
        at, "body.found", body=BODY, name="清源街道项目评选会", charter="selection_panel",
        term=1, community="清源街道", posting_places="各社区公告栏", sample=True,
    )  # fmt: skip
    for seat, (member, name, chamber, place) in enumerate(people(), 1):
        person = {"name": name, "address": place, "phone": f"1380000{seat:04}"}
        entry = {
            "member": member, "person": person, "group": chamber, "seat": seat,
            "since": "2027-01-01", "until": "2029-12-31",
        }  # fmt: skip
        yield line(at, "body.seat", body=BODY, entry=entry)
    yield line(
        at, "meeting.convene", meeting=MEETING, body=BODY, format="selection",
        title="清源街道 2027 年度社区项目评选会", planned=(DAY + timedelta(minutes=30)).isoformat(),
        place="街道文化中心报告厅",
    )  # fmt: skip
    if not slate:
        return
    yield line(at, "slate.set-budget", meeting=MEETING, budget=20_000_000)
    for number, (title, asked, own) in enumerate(PROJECTS):
        candidate = {
            "id": f"{number + 1:02}-1", "title": title, "place": f"{COMMUNITIES[number]}社区",
            "asked": asked * 100, "own": own * 100,
        }  # fmt: skip
        yield line(at, "slate.add", meeting=MEETING, candidate=candidate)


TERMS = {
    "ballot": {"kind": "approval", "most": 3},
    "counting": {"rule": "greedy", "ties": ["lower-cost", "lot"]},
}


def opened() -> Iterator[bytes]:
    """Settled, posted, drawn; most have come, and the pitches are about to begin."""
    yield from called()
    at = DAY - timedelta(days=12)
    yield line(at, "slate.set-terms", meeting=MEETING, terms=TERMS)
    yield line(at, "meeting.post-notice", meeting=MEETING, posted="2027-03-08")
    yield line(at, "meeting.change-host", meeting=MEETING, host="o1")
    order = [f"{n + 1:02}-1" for n in sorted(range(len(PROJECTS)), key=lambda n: n * 7 % 19)]
    yield line(at, "pitches.order", meeting=MEETING, order=order, how="drawn")
    yield line(DAY, "meeting.enter", meeting=MEETING, phase="sign-in")
    for number, (member, _, _, _) in enumerate(people()):
        if number % 17 != 5:
            yield line(
                DAY + timedelta(seconds=9 * number),
                "attendance.arrive",
                meeting=MEETING,
                person=member,
            )
    start = DAY + timedelta(minutes=32)
    for member, project in (("r1", "01-1"), ("h1", "01-1"), ("h4", "04-1")):
        yield line(
            start, "slate.step-back", meeting=MEETING, member=member, candidate=project,
            reason="本社区的项目",
        )  # fmt: skip
    yield line(start, "meeting.enter", meeting=MEETING, phase="pitches")


def signing() -> Iterator[bytes]:
    """People are coming in."""
    for one in opened():
        if b'"slate.step-back"' in one:
            return
        yield one


def pitching() -> Iterator[bytes]:
    """Two projects were presented, one was passed over, one withdrawn; the fourth is presented now."""
    yield from opened()
    at = DAY + timedelta(minutes=33)
    for number, project in enumerate(("01-1", "12-1"), 1):
        began = at + timedelta(minutes=9 * number)
        yield line(began, "pitches.begin", meeting=MEETING, candidate=project, who="何秀珍")
        yield line(began + timedelta(minutes=4, seconds=40), "pitches.questions", meeting=MEETING)
        yield line(began + timedelta(minutes=7, seconds=12), "pitches.end", meeting=MEETING)
    at += timedelta(minutes=30)
    yield line(
        at, "pitches.pass-over", meeting=MEETING, candidate="04-1", reason="陈述人堵在路上，稍后补讲"
    )  # fmt: skip
    yield line(
        at, "slate.withdraw", meeting=MEETING, candidate="07-1", reason="申请单位撤回，改走日常经费"
    )  # fmt: skip
    yield line(
        at + timedelta(seconds=20), "pitches.begin", meeting=MEETING, candidate="15-1", who="蒋丽华"
    )  # fmt: skip


PLAYS = {
    "empty": lambda: called(slate=False),
    "called": called,
    "signing": signing,
    "opened": opened,
    "pitching": pitching,
}


GOES_ON = {"opened": "called", "pitching": "opened"}


@cache
def _played(what: str) -> tuple[Path, datetime]:
    """The archive and its time; what goes on from another one is played on a copy of that."""
    folder = TemporaryDirectory()
    _kept.append(folder)
    path = Path(folder.name) / "sample.facilitator"
    lines, base = list(PLAYS[what]()), GOES_ON.get(what, "")
    clock = ToldClock(DAY - timedelta(days=30))
    if base:
        shutil.copy(_played(base)[0], path)
        lines = lines[len(list(PLAYS[base]())) :]
    session = open_session(str(path), create=not base, clock=clock)
    play_lines(session, clock, lines)
    session.close()
    return path, datetime.fromisoformat(json.loads(lines[-1])["at"])


_kept: list[TemporaryDirectory[str]] = []


@contextmanager
def at_selection(
    folder: Path,
    what: str,
    *,
    lang: str = "zh",
    size: int = 100,
    dark: bool = False,
    later: int = 0,
) -> Iterator[Desk]:
    """Give a desk on the meeting as far as one of `PLAYS`, so many seconds `later`."""
    folder.mkdir(parents=True, exist_ok=True)
    path, at = _played(what)
    copied = folder / "sample.facilitator"
    shutil.copy(path, copied)
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, dark
    clock = ToldClock(at + timedelta(seconds=later))
    desk = Desk(open_session(str(copied), clock=clock), settings, Works())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        leave(desk)
        app.setStyleSheet("")
