"""What became of the sample decisions over the next months, held against what the clerks would tell.

The council's two evenings and the forum are those of the other stories; here is what came between and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.followup.calls import Call, Settled
from facilitator.followup.entries import Kinship, View
from facilitator.followup.standing import standing_of
from facilitator.meeting.motions import MotionState
from facilitator.meeting.reviews import Progress
from facilitator.session import Session
from facilitator.words.aftermath import call_words, source_words, standing_words
from facilitator.words.timeline import Around, Kin, timeline
from tests.stories.months import COUNCIL, FORUM, SAMPLES, SECOND, played

DAY = date(2027, 4, 20)
"""The day on which the clerk looks at it all."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The months, played; nobody writes in them any more."""
    opened = played(tmp_path_factory.mktemp("months") / "a.facilitator")
    yield opened
    opened.close()


def row(session: Session, meeting: str, matter: str) -> FollowRow:
    found = aftermath.followup(session, meeting, matter)
    assert found is not None
    return found


def story(
    session: Session, meeting: str, decision: int = 0, group: str = "", **around: object
) -> list[str]:
    case = session.following(meeting, decision, group)
    lines = timeline(case.matter, case, DAY, "zh", Around(**around))  # pyright: ignore
    return [f"{one.day:%m-%d} {one.whole('zh')}" for one in lines]


def test_the_overdue_decision_was_on_the_agenda_and_was_amended(session: Session) -> None:
    """Due in January, not done, asked about in February; the new decision splits it in two."""
    second = session.meeting(SECOND)
    first_item = second.agenda.items[0]
    assert first_item.source == f"followup/{COUNCIL}/1"
    assert [one.state for one in second.motions.all.values()] == [
        MotionState.CARRIED,
        MotionState.LOST,
    ]
    assert row(session, COUNCIL, "1").due == date(2027, 6, 30)
    assert row(session, COUNCIL, "1").on_agenda == ""
    (into,) = aftermath.links(session, COUNCIL, 1)
    assert (into.kinship, into.out, into.meeting, into.number) == (Kinship.AMENDS, False, SECOND, 3)
    assert into.clause == "两家医院同时办"


def test_the_story_of_the_overdue_decision(session: Session) -> None:
    """Posted, objected to twice, asked about, overdue, told of, amended: each on its day."""
    kin = (Kin(Kinship.AMENDS, False, "决议第3号", date(2027, 2, 26), clause="两家医院同时办"),)
    told = story(session, COUNCIL, 1, vote="10/13", kin=kin)
    begins = [
        "11-27 会上通过，10/13",
        "11-27 交居委会会同街道办事处承办，",
        "11-30 决议公示共5日，收到异议2件（",
        "12-02 收到异议1：决议只写“两家医",
        "12-03 异议1成立，已答复：说得对。",
        "12-07 收到异议2，已过公示期：外地",
        "12-08 异议2不成立，已答复：已过公",
        "12-15 居委会叶永康回报，进行中：函",
        "01-12 街道办事处彭雅回报，进行中：",
        "02-08 居民9人评：没办6，说不清2",
        "02-26 后来的会上回报，进行中，推迟",
        "02-26 被决议第3号修改（两家医院同",
        "06-30 到期",
    ]
    assert len(told) == len(begins)
    for line, beginning in zip(told, begins, strict=True):
        assert line.startswith(beginning)


def test_the_office_and_the_residents_do_not_say_the_same(session: Session) -> None:
    """The lane's trial is done for the office and half done for those who live there."""
    lane = row(session, COUNCIL, "2")
    assert (lane.progress, lane.view) == (Progress.DONE, View.HALF)
    case = session.following(COUNCIL, 2)
    assert standing_of(case.matter, case).differ
    assert list(case.struck) == ["e4"]
    assert lane.implementer == "北巷黄志强、吴德全"


def test_money_adds_up(session: Session) -> None:
    """Two instalments, with receipts, are exactly what was granted."""
    amended = row(session, SECOND, "3")
    assert (amended.granted_fen, amended.paid_fen) == (180_000, 180_000)
    assert amended.review_on == date(2028, 2, 25)
    assert (amended.posted_until, amended.outcome_posted) == (date(2027, 3, 5), date(2027, 4, 16))


def test_photos_are_in_the_archive_once_each(session: Session) -> None:
    """Two pictures, attached five times."""
    names = session.record.ask("SELECT name, hash FROM followup_file ORDER BY name")
    assert [name for name, _ in names] == ["north-lane.png"] * 2 + ["notice-board.jpg"] * 3
    for name, content in set(names):
        assert session.record.file(content) == (SAMPLES / "files" / name).read_bytes()
        assert (SAMPLES / "files" / name).stat().st_size < 40_000


def test_the_groups_of_the_forum_go_their_ways(session: Session) -> None:
    """One is done and residents agree, one is done and they do not; one waits, one gave up, two are late."""
    stands = {}
    for group in ("g1", "g2", "g3", "g4", "g5", "g6"):
        case = session.following(FORUM, group=group)
        stands[group] = standing_words(standing_of(case.matter, case), DAY, "zh")
    assert stands == {
        "g1": "搁置，2026年12月5日到期，逾期136天",
        "g2": "完成",
        "g3": "进行中，3月31日到期，逾期20天",
        "g4": "完成",
        "g5": "放弃",
        "g6": "进行中，2月28日到期，2028年4月18日复查，逾期51天",
    }
    assert row(session, FORUM, "group/g6").implementer == "罗春生"
    assert story(session, FORUM, 1)[-1] == "03-28 逾期，没有说明原因"


def test_one_department_came_in_time_and_one_did_not(session: Session) -> None:
    """Seventeen minutes, and forty-seven; each case is assessed by itself."""

    def call(name: str) -> Call:
        found = session.history(f"call/{name}")
        assert isinstance(found, Call)
        return found

    def words(one: Call) -> str:
        assert one.at is not None
        assert one.arrived is not None
        return call_words(one.at, one.call.minutes, one.arrived.at, one.arrived.at, "zh")

    drain, lamps = call("sbg-2027-01-18"), call("qyl-2027-03-03")
    assert words(drain) == "17分钟到场，在30分钟之内"
    assert words(lamps) == "47分钟到场，超过17分钟"
    assert drain.assessed is not None
    assert lamps.assessed is not None
    assert drain.assessed.event.settled is Settled.YES  # pyright: ignore
    assert lamps.assessed.event.settled is Settled.PARTLY  # pyright: ignore


def test_matters_came_from_the_hotline_a_department_and_a_walk(session: Session) -> None:
    """One was answered, one went to the council first, one still waits."""
    rows = {one.intake: one for one in aftermath.intakes(session)}
    assert rows["qyl-2026-12-14"].settled == "answered"
    assert rows["sbg-2027-02-03"].on_agenda == SECOND
    assert [one.intake for one in aftermath.intakes(session, waiting=True)] == ["sbg-2027-03-16"]
    hotline = session.history("intake/qyl-2026-12-14").matter  # pyright: ignore
    said = source_words(hotline.source, hotline.source_name, hotline.reference, "zh")  # pyright: ignore
    assert said == "热线6712345（编号QD20261214-0317）"
