"""Somebody in the room is found by number, name, initials, arrows or a click, and nobody by mistake."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.desk.widgets import column
from facilitator.desk.widgets.initials import initials
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone, in_the_room
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, write

MARKUP = Someone("m", "<b>张三</b>" + "很长的名字" * 40, 14, 0)


@pytest.fixture
def desk(qapp, tmp_path):
    """Return a desk where everybody who comes has come."""
    with at_desk(tmp_path, "floor.agree-limits") as made:
        yield made


@pytest.fixture
def pick(desk, qtbot):
    """Return the widget with the members in the room."""
    return shown(desk, qtbot, in_the_room(desk, desk.session.meeting(EVENING)))


def shown(desk, qtbot, people, **more):
    ground = QWidget()
    made = PersonPick(desk, people, **more)
    column(made, None, on=ground, margins=16)
    made.ground = ground  # held by nobody else
    ground.resize(520, 300)
    qtbot.addWidget(ground)
    ground.show()
    ground.activateWindow()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5", "he-weiming"),
        ("1", "chen-guodong"),
        ("10", "liu-xiaoyan"),
        ("11", "wu-dequan"),
        ("12", ""),  # asked for leave
        ("林", "lin-xiuying"),
        ("小燕", "liu-xiaoyan"),
        ("lxy", "lin-xiuying"),
        ("LXY", "lin-xiuying"),
        ("wdq", "wu-dequan"),
        ("x", ""),
        ("zzz", ""),
    ],
)
def test_what_is_typed_finds_who_is_meant(pick, qtbot, typed, found):
    """A number is a seat number, letters are initials, characters are in the name; else nobody."""
    write(pick.field, typed)
    assert pick.person == found


def test_arrows_choose_among_those_who_fit(pick, qtbot):
    """林秀英 and 刘小燕 share their initials: one step on is the other."""
    qtbot.keyClicks(pick.field, "lxy")
    qtbot.keyClick(pick.field, Qt.Key.Key_Down)
    before = pick.person
    qtbot.keyClick(pick.list, Qt.Key.Key_Right)
    assert (before, pick.person) == ("lin-xiuying", "liu-xiaoyan")


def test_arrows_alone_are_enough(pick, qtbot):
    """Without a letter typed the arrows go through everybody, as they stand side by side."""
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(pick.field, key)
        seen.append(pick.list.currentIndex().row())
    assert seen == [0, 1, 4, 3, 0]
    qtbot.keyClick(pick.field, Qt.Key.Key_Up)
    assert pick.person == "chen-guodong"


def test_a_click_chooses_and_tells_once(pick, qtbot):
    """Whoever is clicked is chosen, and it is told."""
    heard = []
    pick.chosen.connect(heard.append)
    cell = pick.list.visualRect(pick.list.model().index(3, 0))
    qtbot.mouseClick(pick.list.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert (pick.person, heard) == ("liang-huifang", ["liang-huifang"])


def test_nobody_is_chosen_until_somebody_is(pick, qtbot):
    """At first nobody; and nobody again when what was typed is taken away."""
    assert pick.person == ""
    qtbot.keyClicks(pick.field, "5")
    qtbot.keyClick(pick.field, Qt.Key.Key_Backspace)
    assert pick.person == ""


def test_signs_with_a_meaning_are_no_letters(desk, qtbot):
    """+ and − are taken out of what is typed, do what they stand for, and leave who is chosen."""
    heard = []
    keys = {sign: lambda sign=sign: heard.append(sign) for sign in "+-"}
    people = in_the_room(desk, desk.session.meeting(EVENING))
    pick = shown(desk, qtbot, people, keys=keys)
    qtbot.keyClicks(pick.field, "5+")
    assert (pick.person, pick.field.text(), heard) == ("he-weiming", "5", ["+"])
    pick.choose("wu-dequan")
    qtbot.keyClicks(pick.field, "-")
    assert (pick.person, heard) == ("wu-dequan", ["+", "-"])


def test_who_is_there_without_a_vote_comes_last(desk):
    """Observers have no seat and no number, and are there only where they are asked for."""
    meeting = desk.session.meeting(EVENING)
    members = in_the_room(desk, meeting, without=["su-huimin"])
    everybody = in_the_room(desk, meeting, without=["su-huimin"], observers=True)
    assert [one.seat for one in members] == [*range(1, 12)]
    assert [one.name for one in everybody[len(members) :]] == ["叶永康", "谢婉仪", "郑晓彤"]
    assert {one.note for one in everybody[len(members) :]} == {"列席", "秘书"}


def test_it_can_be_read_and_reached(desk, qtbot):
    """A name of two hundred letters, with markup, is cut and read as it is; nothing lacks a name."""
    pick = shown(desk, qtbot, [MARKUP])
    assert audit(pick.window()) == []
    index = pick.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("14 号，<b>张三</b>")
    qtbot.keyClicks(pick.field, "14")
    assert pick.person == "m"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("郑晓彤", "zxt"),
        ("曾宪梓", "zxz"),
        ("区小查", "oxc"),
        ("邝婷", "kt"),
        ("欧阳娜娜", "oynn"),
        ("Li Ming", "lm"),
        ("阿Ken", "aken"),
        ("𠮷", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_pinyin(name, letters):
    """Also of surnames that are read in a way of their own; what is not known is left out."""
    assert initials(name) == letters
