"""Who waits stands in the order a fair host calls them, each with what may be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.meeting.attendance import Leave
from facilitator.meeting.floor import AskForFloor, GiveFloor, Side
from tests.desk.evening import EVENING

WAITING = '"speaker": "liang-huifang", "side": "against"'


def order(here):
    """The names in the rows, from the top."""
    return [hand.name for hand in here.view._queue._hands]


def row_words(here, member):
    labels = here.find(f"queue.{member}").findChildren(QLabel)
    return [one.text().replace("\u00a0", " ") for one in labels if one.text()]


def test_rows_tell_place_side_and_turns(room):
    """Number, name, side and how often, in words and not by colour alone."""
    here = room(WAITING)
    assert here.text("queue.head") == "等候发言 4 人"
    assert row_words(here, "wang-jianjun") == ["1", "王建军", "赞成", "未发言"]
    assert order(here) == ["王建军", "刘小燕", "何伟明", "梁惠芳"]


def test_the_other_side_comes_next(room):
    """After a speech for the motion those against it move up; only the first row has the key."""
    here = room(WAITING)
    here.do(GiveFloor(meeting=EVENING, speaker="wang-jianjun"))
    assert order(here) == ["何伟明", "梁惠芳", "刘小燕"]
    assert here.text("queue.he-weiming.give") == "请 何伟明 发言"
    assert here.text("queue.liang-huifang.give") == "给予发言权"


def test_anybody_may_be_called_out_of_turn(room):
    """The program suggests; the host decides."""
    here = room(WAITING)
    here.click("queue.liang-huifang.give")
    assert here.floor.speaking.speaker == "liang-huifang"
    assert order(here) == ["王建军", "刘小燕", "何伟明"]


def test_a_hand_is_taken_down(room):
    """One click, and the row is gone; the keyboard is still where it was."""
    here = room(WAITING)
    here.click("queue.he-weiming.down")
    assert order(here) == ["王建军", "刘小燕", "梁惠芳"]
    assert here.find("queue.liang-huifang.down").accessibleName() == "梁惠芳不发言了"


def test_whoever_goes_out_waits_no_more(room):
    """Nothing is offered that would be refused."""
    here = room(WAITING)
    here.do(Leave(meeting=EVENING, person="liu-xiaoyan"))
    assert order(here) == ["王建军", "何伟明", "梁惠芳"]


def test_the_keyboard_stays_when_rows_come_and_go(room):
    """A button that had the keyboard has it again after its row was made anew."""
    here = room(WAITING)
    here.find("queue.liu-xiaoyan.give").setFocus(Qt.FocusReason.TabFocusReason)
    here.do(AskForFloor(meeting=EVENING, speaker="wu-dequan", side=Side.FOR))
    assert here.find("queue.liu-xiaoyan.give").hasFocus()


def test_with_nobody_waiting_it_says_so(room):
    """And the key says so too, instead of doing nothing."""
    here = room('"do": "floor.agree-limits"')
    assert here.text("queue.head") == "等候发言 0 人"
    here.press(Qt.Key.Key_F7)
    assert here.notices[-1].text == "还没有人登记发言。"


def top(here, name):
    """How far below the top of the view a widget begins."""
    one = here.find(name)
    return one.mapTo(here.view, one.rect().topLeft()).y()


def test_where_it_is_narrow_nothing_is_lost(room):
    """The limits go to a line of their own, and every button is whole and inside."""
    here = room(WAITING, room=(480, 700), lang="en")
    assert top(here, "floor.limits") > top(here, "floor.ask") + 20
    for name in ("queue.wang-jianjun.give", "queue.he-weiming.down", "floor.ask"):
        one = here.find(name)
        assert one.width() >= one.sizeHint().width() - 4
        assert one.mapTo(here.view, one.rect().topRight()).x() < here.view.width()
    here.resize(900, 700)
    assert abs(top(here, "floor.limits") - top(here, "floor.ask")) < 10
