"""Ctrl+Z at a forum: what was done is taken back, and all is as it was; or it is said what to do instead."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta

import pytest

from facilitator.desk.meeting.undo import undoing
from facilitator.desk.meeting.undoes_forum import DEEDS, FORUM_KEEPS, FORUM_UNDOES
from facilitator.meeting.forum.convergence import (
    ChangeCluster,
    ChooseWay,
    CloseDots,
    DissolveCluster,
    EnterDots,
    FormCluster,
    Way,
)
from facilitator.meeting.forum.groups import ChangeGroup, DissolveGroup, EraseContact, FormGroup
from facilitator.meeting.forum.interest import CountInterest, ScreenTopics, SignOff, SignUp
from facilitator.meeting.forum.matrix import (
    AddPlace,
    AddSlot,
    EditPlace,
    EditSlot,
    RemovePlace,
    RemoveSlot,
)
from facilitator.meeting.forum.merging import MergeTopic, TakeBack
from facilitator.meeting.forum.placing import MoveTopic, ParkTopic, PlaceTopic, SwapTopics, TakeOff
from facilitator.meeting.forum.reports import (
    AddToReport,
    CorrectReport,
    NameRecorder,
    PostReport,
)
from facilitator.meeting.forum.rounds import CountHeads, EndRound, StartRound
from facilitator.meeting.forum.theme import ChooseHosting, Hosting, SetTheme
from facilitator.meeting.forum.topics import EditTopic, HoldAfterAll, NotHeld, PostTopic
from facilitator.meeting.lifecycle import EnterPhase
from tests.desk.forum.table import ACTION, NEWS
from tests.desk.forum.wall.day import FORUM, MARKET, at_forum

M = {"meeting": FORUM}
LATE = datetime.fromisoformat("2026-11-21T17:00:00+08:00")
ROUNDS = (EnterPhase(**M, phase="rounds"), StartRound(**M, slot="s1"))
CLUSTER = FormCluster(**M, cluster="kx", title="院子", topics=("t11",))
GROUP = FormGroup(**M, group="gx", title="试一试", lead="sun-lijun", first_step="先看看")

AT_MARKET = {
    "a theme": ((), SetTheme(**M, question="别的问题", reason="改")),
    "hosting": ((), ChooseHosting(**M, mode=Hosting.NEUTRAL, reason="改")),
    "a place added": ((), AddPlace(**M, place="px", name="新地方", seats=5)),
    "a place changed": ((), EditPlace(**M, place="east", name="东厅", seats=3)),
    "a place removed": (
        (AddPlace(**M, place="px", name="新地方"), EditPlace(**M, place="px", name="旧", seats=9)),
        RemovePlace(**M, place="px"),
    ),
    "a slot added": ((), AddSlot(**M, slot="sx", begins=LATE, minutes=30)),
    "a slot changed": (
        (AddSlot(**M, slot="sx", begins=LATE, minutes=30, title="加场"),),
        EditSlot(**M, slot="sx", begins=LATE + timedelta(minutes=5), minutes=20),
    ),
    "a slot removed": (
        (AddSlot(**M, slot="sx", begins=LATE, minutes=30, title="加场"),),
        RemoveSlot(**M, slot="sx"),
    ),
    "a topic worded anew": ((), EditTopic(**M, topic="t01", title="停车")),
    "a topic moved": ((), MoveTopic(**M, topic="t01", place="north", slot="s3")),
    "topics swapped": ((), SwapTopics(**M, first="t01", second="t05")),
    "a topic taken off": ((), TakeOff(**M, topic="t01")),
    "a topic parked": ((), ParkTopic(**M, topic="t01", reason="下午")),
    "topics screened": ((), ScreenTopics(**M, keep=("t01", "t02"))),
    "topics merged": (
        (),
        MergeTopic(**M, topic="t05", into="t01", agreed=("sun-lijun", "wang-shuzhen")),
    ),
    "not held": ((), NotHeld(**M, topic="t01")),
    "held after all": ((NotHeld(**M, topic="t01"),), HoldAfterAll(**M, topic="t01")),
    "interest counted": ((), CountInterest(**M, topic="t01", heads=77)),
    "signed up": ((), SignUp(**M, topic="t11", person="cao-huimin")),
    "signed off": (
        (SignUp(**M, topic="t11", person="cao-huimin"),),
        SignOff(**M, topic="t11", person="cao-huimin"),
    ),
    "heads in all": ((), CountHeads(**M, heads=111)),
    "heads in a place": (
        (*ROUNDS, CountHeads(**M, heads=7, place="east")),
        CountHeads(**M, heads=9, place="east"),
    ),
    "a round ended": (ROUNDS, EndRound(**M)),
    "a recorder": (
        (*ROUNDS, NameRecorder(**M, topic="t01", recorder="cao-huimin")),
        NameRecorder(**M, topic="t01", recorder="sun-lijun"),
    ),
}
AT_ACTION = {
    "dots": ((), EnterDots(**M, topic="t01", dots=1, reason="数错")),
    "a cluster": ((), CLUSTER),
    "a cluster changed": (
        (CLUSTER,),
        ChangeCluster(**M, cluster="kx", title="别的", topics=("t11",)),
    ),
    "a cluster dissolved": ((CLUSTER,), DissolveCluster(**M, cluster="kx")),
    "a group changed": (
        (GROUP,),
        ChangeGroup(
            **M,
            group="gx",
            title="别的",
            lead="cao-huimin",
            first_step="再看",
            due=date(2026, 12, 1),
        ),
    ),
    "a report corrected": (
        (),
        CorrectReport(**M, topic="t01", recorder="sun-lijun", reason="记错"),
    ),
}


def state(meeting):
    """Return what a forum is, without when and how often things were put right."""
    parts = (
        *(meeting.theme, meeting.matrix, meeting.wall.topics, meeting.interest, meeting.reports),
        *(meeting.convergence, meeting.groups.going(), meeting.rounds.running),
        meeting.rounds.heads_in("s1", "east"),
        meeting.rounds.total[-1].heads,
    )
    return [_plain(part) for part in parts]


def _plain(value):
    if is_dataclass(value):
        left_out = ("changes", "posted", "formed", "closed", "at", "recorded")
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in left_out
        }
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if _plain(one) not in (0, [])}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def taken_back(folder, until, first, command):
    """Do something after something else, take it back, and hold the forum against what it was."""
    with at_forum(folder, until) as desk:
        undo = undoing(desk)
        for one in first:
            assert desk.do(one), one
        before = state(desk.session.meeting(FORUM))
        assert desk.do(command), command
        assert state(desk.session.meeting(FORUM)) != before
        assert undo.undo(FORUM), undo.way(FORUM).why_not
        assert state(desk.session.meeting(FORUM)) == before


@pytest.mark.parametrize("what", AT_MARKET)
def test_an_act_at_the_marketplace_is_taken_back(qapp, tmp_path, what):
    """Theme, places, slots, cards, counts and rounds: afterwards the forum is as it was."""
    taken_back(tmp_path, MARKET, *AT_MARKET[what])


@pytest.mark.parametrize("what", AT_ACTION)
def test_an_act_of_the_afternoon_is_taken_back(qapp, tmp_path, what):
    """Dots, clusters, groups and reports, too."""
    taken_back(tmp_path, ACTION, *AT_ACTION[what])


def test_only_the_last_deed_at_the_wall_comes_back(qapp, tmp_path):
    """Two moves, two times Ctrl+Z: each takes its own back, the last first."""
    with at_forum(tmp_path, MARKET) as desk:
        undo, wall = undoing(desk), lambda: desk.session.meeting(FORUM).wall
        before = wall().topic("t01").spots
        for place in ("north", "library"):
            assert desk.do(MoveTopic(**M, topic="t01", place=place, slot="s3"))
        assert undo.undo(FORUM)
        assert wall().topic("t01").spots[0].place == "north"
        assert undo.undo(FORUM)
        assert wall().topic("t01").spots == before


def test_a_posted_and_placed_topic_goes_step_by_step(qapp, tmp_path):
    """First it is off the wall again, then it was never posted; its number is not given twice."""
    with at_forum(tmp_path, MARKET) as desk:
        undo, wall = undoing(desk), lambda: desk.session.meeting(FORUM).wall
        assert desk.do(PostTopic(**M, topic="tx", title="新", conveners=("sun-lijun",)))
        assert desk.do(PlaceTopic(**M, topic="tx", place="north", slot="s3"))
        assert undo.undo(FORUM)
        assert not wall().topic("tx").spots
        assert undo.undo(FORUM)
        assert wall().topic("tx").state.value == "taken-back"


def test_a_started_round_is_ended(qapp, tmp_path):
    """It was on for a moment, and the record says so; it can be started again."""
    with at_forum(tmp_path, MARKET) as desk:
        undo = undoing(desk)
        for one in ROUNDS:
            assert desk.do(one)
        assert undo.undo(FORUM)
        assert not desk.session.meeting(FORUM).rounds.running


def test_a_formed_group_is_dissolved(qapp, tmp_path):
    """It stays readable and goes on no more."""
    with at_forum(tmp_path, ACTION) as desk:
        undo = undoing(desk)
        assert desk.do(GROUP)
        assert undo.undo(FORUM)
        assert desk.session.meeting(FORUM).groups.all["gx"].dissolved


@pytest.mark.parametrize(
    ("until", "first", "command", "says"),
    [
        (MARKET, ROUNDS, CountHeads(**M, heads=7, place="east"), "之前没有清点过"),
        (MARKET, ROUNDS, NameRecorder(**M, topic="t11", recorder="sun-lijun"), "之前没有记录人"),
        (MARKET, (ParkTopic(**M, topic="t01"),), TakeBack(**M), "重新做一次"),
        (NEWS, (), PostReport(**M, topic="t11"), "不能取下"),
        (NEWS, (), AddToReport(**M, addition="ax", topic="t01", text="再补一句"), "补充的内容保留"),
        (
            NEWS,
            (EnterPhase(**M, phase="focus"),),
            ChooseWay(**M, way=Way.DOTS, each=5, people=106),
            "之前没有选过",
        ),
        (
            NEWS,
            (
                EnterPhase(**M, phase="focus"),
                ChooseWay(**M, way=Way.DOTS, each=5, people=106),
            ),
            CloseDots(**M),
            "写明原因",
        ),
        (ACTION, (GROUP,), DissolveGroup(**M, group="gx", reason="散了"), "重新成立"),
        (
            ACTION,
            (
                FormGroup(
                    **M, group="gx", title="试", lead="sun-lijun", first_step="看", contact="138",
                    consent=True,
                ),
            ),
            EraseContact(**M, group="gx"),
            "",
        ),
    ],
)  # fmt: skip
def test_what_stays_says_how_to_go_on(qapp, tmp_path, until, first, command, says):
    """Nothing is recorded, and one sentence tells what to do instead."""
    with at_forum(tmp_path, until) as desk:
        undo, told = undoing(desk), []
        desk.noticed.connect(told.append)
        for one in (*first, command):
            assert desk.do(one), one
        version = desk.session.meeting(FORUM).version
        assert not undo.undo(FORUM)
        assert desk.session.meeting(FORUM).version == version
        assert says in told[-1].text


def test_the_tables_are_of_one_mind():
    """No event of a forum is both taken back and kept."""
    assert not set(FORUM_UNDOES) & set(FORUM_KEEPS)
    assert set(DEEDS) <= set(FORUM_UNDOES)
