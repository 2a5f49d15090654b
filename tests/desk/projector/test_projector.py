"""What the room sees: the scene that fits, nothing but names of people, and a cable that is pulled."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter

from facilitator.demo.stage import EVENING, script
from facilitator.desk.projector.paint import paint_scene
from facilitator.desk.projector.pen import LEAST, wrapped
from facilitator.desk.projector.room import room_of
from facilitator.desk.projector.scenes import OF_A_FORUM, Scene, available, fitting
from facilitator.desk.projector.thumbs import ScenesPanel
from facilitator.desk.theme import Theme, wear
from facilitator.desk.widgets import words
from facilitator.meeting.lifecycle import Recess
from tests.desk.audit import audit
from tests.desk.evening import desk_after, leave
from tests.desk.freed import Watch
from tests.desk.projector.noting import Noted


def until(mark, nth=0):
    """The lines of the evening up to and with the nth that holds `mark`."""
    lines = script()
    at = [number for number, line in enumerate(lines) if mark.encode() in line][nth]
    return lines[: at + 1]


@pytest.fixture
def evening(qapp, tmp_path):
    """Make a desk on the evening up to a moment; closed after the test."""
    desks = []

    def at(mark, nth=0):
        folder = tmp_path / str(len(desks))
        folder.mkdir()
        desk = desk_after(folder, until(mark, nth))
        wear(qapp, desk.theme)
        desks.append(desk)
        return desk

    yield at
    for desk in desks:
        leave(desk)


def draw(desk, scene, size=(1366, 768)):
    """Draw a scene as the room would see it."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        paint_scene(painter, QRectF(0, 0, *size), scene, room_of(desk, EVENING))
    return picture


COUNCIL = [scene for scene in Scene if scene not in OF_A_FORUM]
MOMENTS = [
    ("19:24", 0, Scene.WELCOME),
    ("19:36:30", 0, Scene.AGENDA),
    ("19:45:40", 0, Scene.MOTION),
    ("19:47:00", 0, Scene.FLOOR),
    ("20:02:00", 0, Scene.VOTE),
    ("20:12:20", 4, Scene.VOTE),
    ("20:12:50", 0, Scene.RESULT),
]


@pytest.mark.parametrize(("mark", "nth", "scene"), MOMENTS)
def test_the_scene_follows_what_goes_on(evening, mark, nth, scene):
    """While nobody holds a scene the room sees the one that fits the moment."""
    desk = evening(mark, nth)
    desk.projector.turn_on(EVENING)
    assert desk.projector.scene is scene
    assert fitting(desk.session.meeting(EVENING)) is scene


@pytest.mark.parametrize("scene", COUNCIL)
def test_no_letter_is_smaller_than_a_twenty_fourth_of_the_screen(evening, monkeypatch, scene):
    """The last row reads every word: 32 pixels at least where the screen has 768."""
    desk, noted = evening("20:12:20", 4), Noted(monkeypatch)
    draw(desk, scene)
    assert noted.sizes
    assert min(noted.sizes) >= LEAST


@pytest.mark.parametrize("scene", COUNCIL)
def test_hidden_names_are_nowhere(evening, monkeypatch, scene):
    """Where names are hidden no scene shows one, nor anything else of a person."""
    desk, noted = evening("19:47:00"), Noted(monkeypatch)
    desk.settings.names_shown = False
    draw(desk, scene)
    meeting = desk.session.meeting(EVENING)
    people = desk.session.people(meeting).values()
    personal = {told for one in people for told in (one.name, one.phone) if told}
    assert not [said for said in noted.said if any(one in said for one in personal)]


@pytest.mark.parametrize("scene", COUNCIL)
def test_no_scene_shows_an_address_or_a_telephone_number(evening, monkeypatch, scene):
    """Of people the room sees names and groups, whatever else the archive knows."""
    desk, noted = evening("20:12:20", 4), Noted(monkeypatch)
    draw(desk, scene)
    meeting = desk.session.meeting(EVENING)
    people = desk.session.people(meeting).values()
    personal = {told for one in people for told in (one.phone, one.address) if told}
    # The subdistrict office is an address of its member, and stands in a motion.
    motions = "".join(motion.text for motion in meeting.motions.all.values())
    personal = {told for told in personal if told not in motions}
    assert not [said for said in noted.said if any(one in said for one in personal)]


def test_of_a_secret_ballot_the_room_sees_only_how_many(evening, monkeypatch):
    """One teller's numbers are on the disk, and the room sees how many were handed out, and no answers."""
    desk, noted = evening("20:46:00"), Noted(monkeypatch)
    draw(desk, Scene.VOTE)
    assert "已发出\u00a010\u00a0张票" in noted.said
    assert not [said for said in noted.said if "赞成\u00a08" in said or "还差" in said]
    assert not [said for said in noted.said if "收回" in said]  # the second teller counts unswayed


def test_a_held_scene_stays(evening):
    """What somebody has chosen by its picture stays, whatever happens, until it follows again."""
    desk = evening("20:12:50")
    desk.projector.turn_on(EVENING)
    desk.projector.show_scene("agenda")
    assert desk.do(Recess(meeting=EVENING))
    assert desk.projector.scene is Scene.AGENDA
    desk.projector.follow()
    assert desk.projector.scene is Scene.BREAK


def test_the_next_scene_is_one_that_has_something_to_show(evening):
    """Going on from scene to scene skips what is empty and comes back to the beginning."""
    desk = evening("20:12:50")
    ready = available(desk.session.meeting(EVENING))
    desk.projector.turn_on(EVENING)
    seen = []
    for _ in Scene:
        desk.projector.next_scene()
        seen.append(desk.projector.scene)
    assert all(ready[scene] for scene in seen)
    assert set(seen) == {scene for scene in Scene if ready[scene]}


def test_a_pulled_cable_is_said_and_mended(evening):
    """Without its display the scene hides and says so; with a display it comes back by itself."""
    desk, said = evening("20:12:50"), []
    desk.noticed.connect(said.append)
    desk.projector.turn_on(EVENING)
    screen = desk.projector.window.screen()
    app = QGuiApplication.instance()
    app.screenRemoved.emit(screen)
    assert desk.projector.on
    assert not desk.projector.window.isVisible()
    assert "投影断开" in said[-1].text
    app.screenAdded.emit(screen)
    assert desk.projector.window.isVisible()


def test_escape_closes_the_second_window(evening, qtbot):
    """Whoever stands at the second screen can get rid of it with Esc; the desk knows."""
    desk = evening("20:12:50")
    desk.projector.turn_on(EVENING)
    watch = Watch(desk.projector.window)
    qtbot.keyClick(desk.projector.window, Qt.Key.Key_Escape)
    assert not desk.projector.on
    watch.assert_freed()


def test_when_the_archive_is_closed_the_room_sees_nothing_of_it_any_more(evening):
    """Another archive is opened while the projector is on: the window of the first one goes."""
    desk = evening("20:12:50")
    desk.projector.turn_on(EVENING)
    watch = Watch(desk.projector.window)
    desk.rest()
    assert not desk.projector.on
    watch.assert_freed()


def test_it_stays_on_while_the_windows_change_their_language(evening):
    """The same window goes on, under its name in the other language."""
    desk = evening("20:12:50")
    desk.projector.turn_on(EVENING)
    window = desk.projector.window
    desk.settings.lang = "en"
    desk.look_again()
    assert desk.projector.window is window
    assert (window.isVisible(), window.windowTitle()) == (True, "What the room sees")


def test_a_scene_is_chosen_by_its_picture(evening, qtbot):
    """A click on a picture turns the projector on and holds that scene; the panel passes the audit."""
    desk = evening("20:12:50")
    owner = words("")
    qtbot.addWidget(owner)
    panel = ScenesPanel(desk, owner, EVENING)
    panel.open()
    assert audit(panel) == []
    thumb = panel.findChild(object, "scene.result")
    qtbot.mouseClick(thumb, Qt.MouseButton.LeftButton)
    assert desk.projector.held
    assert desk.projector.scene is Scene.RESULT
    assert not panel.findChild(object, "scene.vote").isEnabled()
    watch = Watch(panel)
    panel.accept()
    del panel, thumb
    watch.assert_freed()


@pytest.mark.parametrize(
    "text",
    [
        "各户在12月31日前自行拆除私装车位桩，腾出的约70个车位由全体居民共用。",
        "A" * 300,
        "<b>x</b>\n第二段",
    ],
)
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(qapp, text):
    """However a motion is worded, its lines fit, and put together they are the motion."""
    font = Theme().font(60)
    metrics = QFontMetricsF(font)
    lines = wrapped(text, metrics, 900, "zh")
    assert max(metrics.horizontalAdvance(line) for line in lines) <= 900
    assert "".join(lines) == text.replace("\n", "")
