"""What the room sees at a forum: the scene that fits, large enough, of people only names, page after page."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from facilitator.desk.projector.forum.pages import wall_pages
from facilitator.desk.projector.leaf import SECONDS, Leaf, Pitch
from facilitator.desk.projector.paging import page_count
from facilitator.desk.projector.paint import paint_scene
from facilitator.desk.projector.pen import LEAST
from facilitator.desk.projector.room import room_of
from facilitator.desk.projector.scenes import (
    OF_A_FORUM,
    OF_A_SELECTION,
    Scene,
    available,
    fitting,
    offered,
)
from facilitator.desk.projector.thumbs import ScenesPanel
from facilitator.desk.theme import Theme, wear
from facilitator.desk.widgets import words
from facilitator.meeting.forum.matrix import Place, Slot
from facilitator.meeting.forum.reports import NextStep, ReportText, Sheet
from facilitator.meeting.forum.topics import EditTopic
from facilitator.meeting.forum.wall import Spot, Topic
from facilitator.meeting.lifecycle import Recess
from tests.desk.audit import audit
from tests.desk.evening import later, leave
from tests.desk.freed import Watch
from tests.desk.projector.forum_day import FORUM, at_forum
from tests.desk.projector.noting import Noted

SCENES = sorted(OF_A_FORUM)


@pytest.fixture
def forum(qapp, tmp_path):
    """Make a desk at a moment of the forum; it goes after the test."""
    desks = []

    def at(moment, **how):
        desks.append(at_forum(tmp_path / str(len(desks)), moment, **how))
        return desks[-1]

    wear(qapp, Theme())
    yield at
    for desk in desks:
        leave(desk)


def draw(room, scene, size=(1366, 768)):
    """Draw a scene as the room would see it."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        paint_scene(painter, QRectF(0, 0, *size), scene, room)
    return picture


def draw_all(room, size=(1366, 768)):
    """Draw every scene of a forum, its first pages."""
    for scene in SCENES:
        for number in range(min(6, page_count(scene, room))):
            draw(replace(room, leaf=Leaf(None, number)), scene, size)


FITS = [
    ("opening", Scene.THEME),
    ("posting", Scene.WALL),
    ("running", Scene.NOW),
    ("between", Scene.WALL),
    ("news", Scene.NEWS),
    ("counting", Scene.WALL),
    ("focus", Scene.DOTS),
    ("action", Scene.GROUPS),
    ("debate", Scene.MOTION),
    ("floor", Scene.FLOOR),
    ("poll", Scene.VOTE),
    ("result", Scene.RESULT),
    ("circle", Scene.GROUPS),
]


@pytest.mark.parametrize(("moment", "scene"), FITS)
def test_the_scene_follows_the_day(forum, moment, scene):
    """From the theme to the action groups, and through the debate, the room sees what goes on."""
    meeting = forum(moment).session.meeting(FORUM)
    assert fitting(meeting) is scene
    assert available(meeting)[scene]


def test_a_debate_has_its_scenes_once_there_is_one(forum):
    """Agenda, motion and vote are offered in a forum only when something was put on its agenda."""
    before, after = (forum(one).session.meeting(FORUM) for one in ("posting", "debate"))
    assert set(offered(before)) == OF_A_FORUM | {Scene.BREAK}
    assert set(offered(after)) == set(Scene) - {Scene.WELCOME} - OF_A_SELECTION


@pytest.mark.parametrize(("lang", "size"), [("zh", (1366, 768)), ("en", (1024, 768))])
def test_the_last_row_reads_every_letter_and_none_is_outside(forum, monkeypatch, lang, size):
    """32 pixels at least where the screen has 768, and within its edges, on every page, wide or narrow."""
    for moment in ("posting", "running", "circle"):
        desk, noted = forum(moment, lang=lang), Noted(monkeypatch)
        noted.width = size[0]
        pitch = Pitch("停车位" * 30, "周建国、李桂芳、" * 5)
        draw_all(room_of(desk, FORUM, pitch=pitch), size)
        assert min(noted.sizes) >= LEAST
        assert noted.outside == []


@pytest.mark.parametrize("moment", ["running", "circle"])
def test_hidden_names_are_nowhere(forum, monkeypatch, moment):
    """Where names are hidden, conveners, initiators and leads are left out with what they are for."""
    desk, noted = forum(moment), Noted(monkeypatch)
    desk.settings.names_shown = False
    draw_all(room_of(desk, FORUM, pitch=Pitch("路灯", "周建国")))
    meeting = desk.session.meeting(FORUM)
    names = {one.name for one in desk.session.people(meeting).values()}
    assert names
    assert not [said for said in noted.said if any(name in said for name in names)]
    assert not [said for said in noted.said if "召集人" in said or "牵头人" in said]


def test_no_contact_is_ever_shown(forum, monkeypatch):
    """The contacts of action groups are for the groups."""
    desk, noted = forum("circle"), Noted(monkeypatch)
    draw_all(room_of(desk, FORUM))
    contacts = {one.contact for one in desk.session.meeting(FORUM).groups.all.values()} - {""}
    assert contacts
    assert not [said for said in noted.said if any(one in said for one in contacts)]


def test_a_telephone_number_in_a_report_is_not_shown(forum, monkeypatch):
    """Whatever a group wrote down, a number to call stays on its sheet."""
    desk, noted = forum("news"), Noted(monkeypatch)
    room = room_of(desk, FORUM)
    assert room.told("打13912345678问") == "打139****5678问"
    report = next(reversed(room.meeting.reports.all.values()))
    said = "量地的事请打13912345678"
    report.sheet = Sheet(ReportText(points=(said,), next_steps=(NextStep("赵", said),)))
    draw(room, Scene.NEWS)
    assert not [one for one in noted.said if "13912345678" in one]
    assert [one for one in noted.said if "139****5678" in one]


def test_the_wall_begins_at_the_running_round_and_leafs_by_itself(forum, monkeypatch):
    """One slot a page; after twelve seconds the next, and after the last the first."""
    desk, noted = forum("running"), Noted(monkeypatch)
    desk.projector.turn_on(FORUM)
    desk.projector.show_scene("wall")
    seen = []
    for _ in range(page_count(Scene.WALL, room_of(desk, FORUM)) + 1):
        noted.said.clear()
        desk.projector.window.grab()
        seen.append(
            next(said for said in noted.said if said.startswith("第\u00a0") and "页" in said)
        )
        later(desk, SECONDS)
    first = wall_pages(desk.session.meeting(FORUM))
    at = next(n for n, page in enumerate(first) if page.slot == "s2")
    order = [*range(at, len(first)), *range(at), at]
    assert seen == [f"第\u00a0{n + 1}\u00a0页，共\u00a0{len(first)}\u00a0页" for n in order]


def test_a_page_that_was_turned_to_stays_its_whole_time(forum):
    """Whoever turns on does not see the page leave at once because its time had nearly come."""
    at = forum("running").now()
    leaf = Leaf(at).turn(at + timedelta(seconds=SECONDS - 1))
    pages = [leaf.page(at + timedelta(seconds=n), 5) for n in (11, 22, 23)]
    assert pages == [1, 1, 2]


def test_what_goes_on_does_not_turn_the_pages_back(forum):
    """An act that changes nothing of the scene leaves its time; choosing it begins anew."""
    desk = forum("placed")
    desk.projector.turn_on(FORUM)
    before = desk.projector.leaf
    later(desk, 5)
    topic = desk.session.meeting(FORUM).wall.topics["t01"]
    assert desk.do(EditTopic(meeting=FORUM, topic="t01", title=f"{topic.title}？"))
    assert desk.projector.leaf == before
    desk.projector.show_scene("wall")
    assert desk.projector.leaf != before


def test_three_hundred_topics_each_have_their_place(forum, monkeypatch):
    """Ten a page at most; every topic is on one page, with markup in its title as text."""
    desk, noted = forum("opening"), Noted(monkeypatch)
    meeting, at = desk.session.meeting(FORUM), desk.now()
    meeting.matrix.places = {f"p{n}": Place(f"p{n}", f"房间{n}") for n in range(40)}
    meeting.matrix.slots = {f"s{n}": Slot(f"s{n}", at + timedelta(hours=n), 50) for n in range(8)}
    for n in range(300):
        spot = Spot(f"p{n // 8}", f"s{n % 8}")
        topic = Topic(f"t{n}", n + 1, f"<b>{n}</b> &amp;", at, ("sun-lijun",), spots=(spot,))
        meeting.wall.topics[topic.id] = topic
    pages = wall_pages(meeting)
    assert max(len(page.rows) for page in pages) <= 10
    assert sorted(t.number for page in pages for t, _spot in page.rows) == list(range(1, 301))
    draw(room_of(desk, FORUM), Scene.WALL)
    assert "<b>0</b> &amp;" in noted.said


def test_while_a_topic_is_typed_the_room_reads_along(forum, monkeypatch):
    """It comes over theme, principles and wall, goes when it is posted or given up, and is not recorded."""
    desk, noted = forum("posting"), Noted(monkeypatch)
    heard = []
    desk.changed.connect(heard.append)
    projector = desk.projector
    projector.turn_on(FORUM)
    projector.show_pitch("院里要一张乒乓", "周建国")
    assert projector.scene is Scene.PITCH
    projector.window.grab()
    assert "院里要一张乒乓" in noted.said
    assert "周建国" in noted.said
    projector.show_pitch("", "")
    assert projector.scene is Scene.WALL
    projector.show_scene("dots")
    projector.show_pitch("院里", "")
    assert projector.scene is Scene.DOTS
    assert heard == []


def test_a_break_is_not_interrupted_by_typing(forum):
    """Who types ahead during the break keeps it to the desk."""
    desk = forum("posting")
    desk.projector.turn_on(FORUM)
    desk.projector.show_pitch("院里", "")
    assert desk.do(Recess(meeting=FORUM))
    assert desk.projector.scene is Scene.BREAK


def test_a_sum_that_does_not_fit_is_said(forum, monkeypatch):
    """The dots that were counted stand beside those that there have to be."""
    desk, noted = forum("focus"), Noted(monkeypatch)
    focus = desk.session.meeting(FORUM).convergence
    draw(room_of(desk, FORUM), Scene.DOTS)
    (said,) = [one for one in noted.said if str(focus.expected) in one]
    assert str(focus.counted) in said
    assert f"少\u00a0{focus.expected - focus.counted}\u00a0点" in said


def test_scenes_are_chosen_by_their_pictures_and_pages_turned(forum, qtbot):
    """The panel shows what a forum has, turns the page by a click, and everybody can use it."""
    desk = forum("running")
    owner = words("")
    qtbot.addWidget(owner)
    panel = ScenesPanel(desk, owner, FORUM)
    panel.open()
    assert audit(panel) == []
    assert panel.findChild(object, "scene.welcome") is None
    qtbot.mouseClick(panel.findChild(object, "scene.wall"), Qt.MouseButton.LeftButton)
    room = room_of(desk, FORUM)
    before = desk.projector.leaf.page(room.steady, 9)
    qtbot.mouseClick(panel.findChild(object, "projector.page"), Qt.MouseButton.LeftButton)
    assert desk.projector.leaf.page(room.steady, 9) == before + 1
    assert desk.projector.scene is Scene.WALL
    watch = Watch(panel)
    panel.accept()
    del panel
    watch.assert_freed()
