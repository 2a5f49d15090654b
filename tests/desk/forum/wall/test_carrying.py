"""Cards are carried by mouse, finger and keys; what comes of it is told before, and people choose."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.desk.forum.wall.facts import Cell
from facilitator.meeting.forum.topics import NotHeld
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, WHOLE, TopicState
from tests.desk.evening import write
from tests.desk.forum.wall.day import (
    FORUM,
    LEFT,
    drag,
    drag_from_list,
    in_field,
    keys,
    on_card,
    plain,
    spots,
    topic,
)
from tests.desk.meeting.menus import choose, close_menu, entry, open_menu, panel
from tests.desk.shown import find, said

KEY = Qt.Key


def told(view):
    """Return what the dry run says, as signs and sentences."""
    return [(good, plain(text)) for good, text in view.right.in_hand.said]


def test_a_card_is_dragged_to_a_free_field(view):
    """Let go over a free field, and the topic hangs there; the card stays selected."""
    drag(view, on_card(view, "t14", "s3"), in_field(view, "studio", "s2"))
    assert spots(view, "t14") == [("studio", "s2", WHOLE)]
    assert view.board.card.topic == "t14"
    assert view.board.card.cell == Cell("studio", "s2")


def test_while_a_card_is_carried_the_dry_run_stands_beside_it(view):
    """Whether it fits and whether its convener is free is said before anybody lets go."""
    drag(view, on_card(view, "t14", "s3"), in_field(view, "studio", "s2"), release=False)
    assert told(view) == [(True, "想来 9 人，座 20，坐得下"), (True, "黄永福这一场没有别的议题")]
    assert "正在移动 14" in said(view)
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]
    keys(view.board, KEY.Key_Escape)


def test_the_dry_run_tells_what_speaks_against_it(view):
    """A place too small, a convener who is elsewhere at that time, a field that is taken."""
    drag(view, on_card(view, "t04", "s2"), in_field(view, "dance", "s2"), release=False)
    assert [text for good, text in told(view) if not good] == [
        "想来 17 人，座 16，坐不下",
        "李桂芳同一场还要召集 17 种菜占了绿地怎么办",
        "这里已经有 12 快递柜和外卖进门",
    ]
    keys(view.board, KEY.Key_Escape)


def test_esc_lets_a_drag_go(view):
    """Nothing is moved, wherever the button is let go afterwards."""
    end = in_field(view, "studio", "s2")
    drag(view, on_card(view, "t14", "s3"), end, release=False)
    keys(view.board, KEY.Key_Escape)
    QTest.mouseRelease(view.board.viewport(), LEFT, pos=end)
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]
    assert view.hand.carry is None
    assert not view.board.scene_.carried.isVisible()


def test_a_click_moves_nothing(view):
    """Pressed and let go on the spot, a card is only selected."""
    QTest.mouseClick(view.board.viewport(), LEFT, pos=on_card(view, "t14", "s3"))
    assert view.board.card.topic == "t14"
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]
    assert not view.right.selected.isHidden()


def test_a_card_comes_from_the_tray(view):
    """Dragged from beside the wall into a field, it hangs there."""
    drag_from_list(view, "tray", "t26", in_field(view, "north", "s3"))
    assert spots(view, "t26") == [("north", "s3", WHOLE)]
    assert [card.topic for card in view.tray.list.cards.cards] == ["t27", "t28"]


def test_a_card_goes_back_to_the_tray(view):
    """Let go over the tray, a topic waits there again."""
    start = on_card(view, "t14", "s3")
    port = view.board.viewport()
    end = port.mapFromGlobal(view.tray.mapToGlobal(view.tray.rect().center()))
    drag(view, start, end)
    assert spots(view, "t14") == []
    assert "t14" in [card.topic for card in view.tray.list.cards.cards]


def test_over_the_parking_area_a_reason_is_asked_for(view):
    """It may stay empty; the topic is parked with it, and the reason stands under its card."""
    port = view.board.viewport()
    end = port.mapFromGlobal(view.parking.mapToGlobal(view.parking.rect().center()))
    drag(view, on_card(view, "t14", "s3"), end)
    asked = panel(view)
    write(find(asked, "reason.text"), "下午再说")
    QTest.mouseClick(find(asked, "reason.done"), LEFT)
    assert topic(view, "t14").state is TopicState.PARKED
    assert next(card.reason for card in view.parking.list.cards.cards) == "下午再说"


def test_beside_everything_nothing_happens(view):
    """Let go over the right column, a card stays where it was."""
    port = view.board.viewport()
    end = port.mapFromGlobal(view.right.settle.mapToGlobal(view.right.settle.rect().center()))
    drag(view, on_card(view, "t14", "s3"), end)
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]


def test_on_a_field_that_is_taken_people_choose(view):
    """Swap, both, halves, merge or nothing: the program chooses none of them."""
    drag(view, on_card(view, "t14", "s3"), in_field(view, "south", "s3"))
    shown = [act.text() for act in open_menu().actions() if act.text()]
    assert shown == ["和 25 对调", "两个都放这里", "都放这里，各用半场", "和 25 合并…", "取消"]
    choose("cancel")
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]
    assert spots(view, "t25") == [("south", "s3", WHOLE)]


def test_two_cards_are_swapped(view):
    """Chosen so, they change places, also between slots."""
    drag(view, on_card(view, "t14", "s3"), in_field(view, "east", "s1"))
    choose("swap.t01")
    assert spots(view, "t14") == [("east", "s1", WHOLE)]
    assert spots(view, "t01") == [("multi", "s3", WHOLE)]


def test_two_cards_share_a_field(view):
    """Chosen so, both hang there, and that is something to settle; or each takes half of the slot."""
    drag(view, on_card(view, "t14", "s3"), in_field(view, "south", "s3"))
    choose("both")
    assert spots(view, "t14") == [("south", "s3", WHOLE)]
    assert "一处两题" in view.board.card.clash
    drag(view, on_card(view, "t22", "s3"), in_field(view, "east", "s3"))
    choose("halves")
    assert spots(view, "t20") == [("east", "s3", FIRST_HALF)]
    assert spots(view, "t22") == [("east", "s3", SECOND_HALF)]
    assert view.board.card.marks == ("下半场",)
    assert not view.board.card.clash


def test_from_the_tray_nothing_can_be_swapped(view):
    """The entry is grey and says why."""
    drag_from_list(view, "tray", "t26", in_field(view, "east", "s1"))
    swap = entry(open_menu(), "swap.t01")
    assert not swap.isEnabled()
    assert "26" in swap.toolTip()
    close_menu()


def test_the_keys_carry_a_card(view):
    """Enter takes up what the arrows lead to; they carry it, Enter puts it down."""
    board = view.board
    assert board.choose("t14", "s3")
    keys(board, KEY.Key_Left, KEY.Key_Down)
    assert view.hand.carry.aim == Cell("studio", "s2")
    assert "书画室" in board.accessibleDescription()
    assert "空着" in board.accessibleDescription()
    assert "回车放下" in said(view)
    keys(board, KEY.Key_Return)
    assert spots(view, "t14") == [("studio", "s2", WHOLE)]


def test_the_keys_find_every_card(view):
    """From field to field, and what hangs there is said; Enter selects it, Esc lets it go."""
    board = view.board
    board.choose("t01")
    keys(board, KEY.Key_Escape)
    keys(board, KEY.Key_Down)
    assert "05 老年饭桌的菜价和送餐" in board.accessibleDescription()
    keys(board, KEY.Key_Right, KEY.Key_Space)
    assert board.card.topic == "t04"
    keys(board, KEY.Key_Down, KEY.Key_Escape)
    assert board.card is None
    assert spots(view, "t04") == [("west", "s2", WHOLE)]


def test_a_card_put_down_where_it_was_stays(view):
    """Enter at its own field is no act."""
    view.board.choose("t14", "s3")
    deeds = len(view.desk.session.meeting(FORUM).wall.deeds)
    keys(view.board, KEY.Key_Left, KEY.Key_Right, KEY.Key_Return)
    assert view.hand.carry is None
    assert len(view.desk.session.meeting(FORUM).wall.deeds) == deeds


def test_the_keys_carry_a_card_from_the_tray(view):
    """Right leads it to the first free field; the arrows carry it on."""
    cards = view.tray.list
    cards.setFocus()
    keys(cards, KEY.Key_Down, KEY.Key_Up, KEY.Key_Right)
    assert view.hand.carry.aim == Cell("library", "s1")
    assert view.board.hasFocus()
    keys(view.board, KEY.Key_Return)
    assert spots(view, "t26") == [("library", "s1", WHOLE)]


def test_a_further_slot_is_given_by_carrying(view):
    """The first sitting stays; both cards say which of two they are."""
    view.board.choose("t14", "s3")
    view._menu.open(view.board.card, QPoint(40, 40))
    choose("second")
    keys(view.board, KEY.Key_Left, KEY.Key_Down, KEY.Key_Return)
    assert spots(view, "t14") == [("multi", "s3", WHOLE), ("studio", "s2", WHOLE)]
    assert [plain(mark) for mark in view.board.card.marks] == ["共 2 场之 1"]


def test_a_card_is_carried_by_a_finger(view):
    """A touch that Qt turns into the mouse carries a card as the mouse does."""
    touch = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    window, port = view.window(), view.board.viewport()
    start = port.mapTo(window, on_card(view, "t14", "s3"))
    end = port.mapTo(window, in_field(view, "studio", "s2"))
    QTest.touchEvent(window, touch).press(0, start, window).commit()
    for step in range(1, 5):
        there = start + (end - start) * step / 4
        QTest.touchEvent(window, touch).move(0, there, window).commit()
    QTest.touchEvent(window, touch).release(0, end, window).commit()
    assert spots(view, "t14") == [("studio", "s2", WHOLE)]


def test_a_finger_that_rests_asks_for_the_menu(view):
    """Who has no right button holds the card: what can be done with it is shown, nothing is moved."""
    card = view.board.scene_.items_["t14", "s3"].card
    view.hand.press(card, QPoint(10, 10), QPoint(5, 5).toPointF(), finger=True)
    view.hand._holding.timeout.emit()
    assert open_menu().objectName() == "topic.t14"
    close_menu()
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]


def test_what_is_not_held_cannot_be_carried_away(view):
    """The refusal stands in the dry run, and nothing is moved."""
    view.desk.do(NotHeld(meeting=FORUM, topic="t14"))
    assert view.board.scene_.items_["t14", "s3"].card.marks == ("没有举行",)
    drag(view, on_card(view, "t14", "s3"), in_field(view, "studio", "s2"), release=False)
    assert [good for good, _ in told(view)] == [False]
    QTest.mouseRelease(view.board.viewport(), LEFT, pos=in_field(view, "studio", "s2"))
    assert spots(view, "t14") == [("multi", "s3", WHOLE)]


def test_a_card_somebody_else_moves_away_is_let_go(view):
    """What is carried is put down nowhere when another act changes it."""
    view.board.choose("t14", "s3")
    keys(view.board, KEY.Key_Left)
    view.desk.do(NotHeld(meeting=FORUM, topic="t14"))
    QApplication.processEvents()
    assert view.hand.carry is None
