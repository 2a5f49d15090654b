"""The seat map: what it shows of everybody, and what one can say there of somebody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTimeEdit, QWidget

from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.bodies.people import Person
from facilitator.demo.stage import staged
from facilitator.desk.meeting.seat import Seat
from facilitator.desk.meeting.seating import Doing
from facilitator.desk.meeting.seats import SeatMap
from facilitator.meeting.attendance import Arrive, Excuse, Leave
from facilitator.meeting.convening import ConveneMeeting
from facilitator.meeting.floor import EndSpeech, Side
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.polls import Recuse
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, leave, write
from tests.desk.freed import assert_freed
from tests.desk.looks import OF_A_ROOM
from tests.desk.meeting.menus import (
    choose,
    click,
    close_menu,
    entry,
    give_reason,
    open_menu,
    panel,
)
from tests.desk.shown import find, said, shown


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of the evening while Lin Xiuying speaks."""
    with at_desk(tmp_path, '"n6"') as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on it."""
    with shown(desk, f"meetings/{EVENING}") as it:
        yield it


def seat(window, member) -> Seat:
    return find(window, f"seat.{member}", Seat)


def meeting(desk):
    return desk.session.meeting(EVENING)


def test_every_seat_says_what_its_holder_does(window):
    """Speaking, gone since when, excused, here, running it: each in words under the name."""
    words = {
        "lin-xiuying": "正在发言",
        "feng-jintian": "20:10 离席",
        "zhou-yumei": "请假",
        "chen-guodong": "在场",
        "su-huimin": "街道 · 主持",
    }
    assert {member: seat(window, member).words for member in words} == words


def test_a_hand_and_a_recusal_show(window, desk):
    """Who waits to speak and who stepped aside are told from those who are just here."""
    desk.do(EndSpeech(meeting=EVENING))
    desk.do(Recuse(meeting=EVENING, member="li-chunmei", reason="亲属"))
    click(window, "seat.wang-jianjun")
    choose("ask.against")
    assert seat(window, "wang-jianjun").words == "等候发言"
    assert seat(window, "li-chunmei").words == "回避"
    assert meeting(desk).floor.queue == {"wang-jianjun": Side.AGAINST}


def test_two_clicks_say_that_somebody_left(window, desk):
    """Seat, “leaves”: the record has it, seat and counts show it."""
    click(window, "seat.wang-jianjun")
    choose("leave")
    assert not meeting(desk).attendance.is_present("wang-jianjun")
    assert seat(window, "wang-jianjun").sitting.doing is Doing.LEFT
    assert "4/6" in said(find(window, "seats"))


def test_a_reason_is_asked_for_where_one_is_wanted(window, desk):
    """Leaving with a reason opens a small panel; the reason stands in the record."""
    click(window, "seat.wang-jianjun")
    choose("leave-why")
    give_reason(window, "接孩子")
    assert meeting(desk).attendance.stays["wang-jianjun"][-1].reason == "接孩子"


def test_somebody_who_left_comes_back(window, desk):
    """The menu of an empty chair offers to come back, and nothing about speaking."""
    click(window, "seat.feng-jintian")
    keys = [
        one.objectName().rpartition(".")[2] for one in open_menu().actions() if one.objectName()
    ]
    assert keys == ["arrive", "times", "strike"]
    choose("arrive")
    assert meeting(desk).attendance.is_present("feng-jintian")


def test_what_cannot_be_done_is_grey_and_says_why(window):
    """The host does not walk out of a running meeting: the entry is there, grey, with the reason."""
    click(window, "seat.su-huimin")
    leave = entry(open_menu(), "leave")
    assert not leave.isEnabled()
    assert leave.toolTip()
    close_menu()


def test_stepping_aside_and_back(window, desk):
    """A recusal takes its reason, and so does its end."""
    desk.do(EndSpeech(meeting=EVENING))
    click(window, "seat.li-chunmei")
    choose("recuse")
    give_reason(window, "亲属经营")
    assert meeting(desk).polls.recused["i3"] == {"li-chunmei": "亲属经营"}
    click(window, "seat.li-chunmei")
    choose("lift")
    give_reason(window, "弄错了")
    assert not meeting(desk).polls.recused["i3"]


def test_the_floor_is_given_from_the_seat(window, desk):
    """Whoever is clicked may speak at once; a second look offers to end it."""
    click(window, "seat.chen-guodong")
    choose("give")
    assert meeting(desk).floor.speaking.speaker == "chen-guodong"
    click(window, "seat.chen-guodong")
    choose("end")
    assert meeting(desk).floor.speaking is None


def test_somebody_else_runs_the_meeting(window, desk):
    """The new host shows on the map."""
    click(window, "seat.wang-jianjun")
    choose("host")
    assert seat(window, "wang-jianjun").words == "主持"
    assert "主持" not in seat(window, "su-huimin").words


def test_times_are_put_right_with_a_reason(window, desk):
    """Only the time that was changed is changed; the other stays to the second."""
    click(window, "seat.feng-jintian")
    choose("times")
    asked = panel(window)
    find(asked, "times.left", QTimeEdit).setTime(
        find(asked, "times.left", QTimeEdit).time().addSecs(-120)
    )
    click(asked, "times.done")
    assert asked.isVisible(), "a correction without a reason is refused, and the panel stays"
    write(find(asked, "stays.reason"), "看错钟")
    click(asked, "times.done")
    stay = meeting(desk).attendance.stays["feng-jintian"][0]
    assert (stay.came.hour, stay.came.minute) == (19, 26)
    assert (stay.left.hour, stay.left.minute) == (20, 8)


def test_somebody_who_was_not_there_is_struck(window, desk):
    """A stay that never was goes, with its reason; somebody who acted cannot be struck."""
    click(window, "seat.wang-jianjun")
    choose("strike")
    asked = panel(window)
    write(find(asked, "stays.reason"), "看错人")
    click(asked, "strike.done")
    assert asked.isVisible()
    assert "王建军" in said(asked)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    desk.do(Arrive(meeting=EVENING, person="zhou-yumei"))
    click(window, "seat.zhou-yumei")
    choose("strike")
    write(find(panel(window), "stays.reason"), "看错人")
    click(panel(window), "strike.done")
    assert seat(window, "zhou-yumei").words == "请假"


class TestKeys:
    def test_arrows_wander(self, window):
        """Down the column, across to the other group, up to the seat on top."""
        seat(window, "chen-guodong").setFocus()
        for key, member in (
            (Qt.Key.Key_Down, "lin-xiuying"),
            (Qt.Key.Key_Right, "li-chunmei"),
            (Qt.Key.Key_Up, "wang-jianjun"),
            (Qt.Key.Key_Up, "su-huimin"),
            (Qt.Key.Key_Left, "su-huimin"),
        ):
            QTest.keyClick(QApplication.focusWidget(), key)
            assert QApplication.focusWidget() is seat(window, member)

    def test_enter_opens_the_menu(self, window, desk):
        """Everything is done without a mouse: seat, Enter, arrow, Enter."""
        seat(window, "wang-jianjun").setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClick(open_menu(), Qt.Key.Key_Down)
        QTest.keyClick(open_menu(), Qt.Key.Key_Return)
        assert not meeting(desk).attendance.is_present("wang-jianjun")

    def test_f3_leads_to_the_seats(self, window):
        """From wherever one is, the line to write included."""
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
        assert isinstance(QApplication.focusWidget(), Seat)


class TestGuests:
    def test_they_are_named_below_the_seats(self, window):
        """Observers and the secretary, by capacity."""
        line = find(window, "guests").accessibleName()
        assert line == "列席 叶永康、谢婉仪 · 秘书 郑晓彤"

    def test_they_go_and_may_speak(self, window, desk):
        """Each has a menu like a member's, without the vote."""
        click(window, "guests")
        own = next(one.menu() for one in open_menu().actions() if one.menu() is not None)
        keys = {one.objectName().rpartition(".")[2] for one in own.actions()}
        assert {"leave", "give"} <= keys
        assert "recuse" not in keys
        entry(own, "leave").trigger()
        close_menu()
        assert not meeting(desk).attendance.is_present("ye-yongkang")
        assert "1 人不在场" in find(window, "guests").accessibleName().replace("\u00a0", " ")

    def test_somebody_is_let_in(self, window, desk):
        """Name and capacity; the person is there at once unless that is unticked."""
        click(window, "guests")
        choose("admit")
        asked = panel(window)
        write(find(asked, "admit.name"), "<b>王婷</b>")
        find(asked, "admit.capacity", QComboBox).setCurrentIndex(2)
        click(asked, "admit.done")
        known = meeting(desk).attendance
        assert known.is_present("guest-4")
        assert "工作人员 <b>王婷</b>" in find(window, "guests").accessibleName()


HUNDRED = 120


@pytest.fixture
def crowd(qapp, tmp_path):
    """Give the desk of an assembly of 120, signing in over."""
    desk = staged(tmp_path, ())
    do = desk.session.do
    do(FoundBody(body="village", name="议事会", charter="members_majority"))
    group = desk.session.body("village").charter.groups[0].key
    for n in range(1, HUNDRED + 1):
        known = Person(name=f"村民{n}")
        do(SeatMember(body="village", entry=Entry(member=f"v{n}", person=known, group=group)))
    at = desk.now()
    do(ConveneMeeting(meeting="big", body="village", planned=at, place="祠堂", host="v1"))
    do(EnterPhase(meeting="big", phase="sign-in"))
    for n in range(1, 100):
        do(Arrive(meeting="big", person=f"v{n}"))
    do(EnterPhase(meeting="big", phase="deliberate"))
    yield desk
    leave(desk)


class TestOtherBodies:
    def test_a_hundred_seats_scroll(self, crowd, qtbot):
        """All are there, in two columns, and the arrows reach the last one."""
        view = SeatMap(crowd, "big")
        view.resize(312, 500)
        view.show()
        seats = list(view.seats.values())
        qtbot.waitUntil(lambda: all(one.height() == 52 for one in seats))
        assert len(seats) == HUNDRED
        assert len({one.x() for one in seats}) == 2
        seats[0].setFocus()
        for _ in range(HUNDRED // 2):
            QTest.keyClick(view.focusWidget(), Qt.Key.Key_Down)
        assert view.focusWidget() in seats[-2:]
        assert not view.focusWidget().visibleRegion().isEmpty()
        view.deleteLater()

    def test_one_who_comes_in_moves_nobody(self, crowd):
        """The widgets stay, with the focus, when only what people do has changed."""
        view = SeatMap(crowd, "big")
        view.show()
        before = list(view.seats.values())
        before[3].setFocus()
        crowd.do(Arrive(meeting="big", person="v110"))
        crowd.do(Leave(meeting="big", person="v50"))
        assert list(view.seats.values()) == before
        assert view.seats[before[0].sitting.group, 110].sitting.doing is Doing.HERE
        view.deleteLater()


def test_a_vacant_seat_is_seen_and_cannot_be_pressed(qapp, tmp_path):
    """It says that it is vacant and where seats are filled."""
    lines = [line for line in _lines() if b'"zhou-yumei"' not in line]
    desk = staged(tmp_path, lines)
    view = SeatMap(desk, EVENING)
    view.refresh_now()
    vacant = view.seats["new", 12]
    assert vacant.sitting.doing is Doing.VACANT
    assert not vacant.isEnabled()
    assert "空缺" in vacant.words
    assert "机构" in vacant.toolTip()
    view.deleteLater()
    desk.session.close()


def _lines():
    from facilitator.demo.stage import up_to

    return up_to('"n6"')


def test_leave_asked_for_is_noted_from_the_seat(qapp, tmp_path):
    """Somebody who never came may still be excused while the meeting runs."""
    lines = [line for line in _lines() if b"attendance.excuse" not in line]
    desk = staged(tmp_path, lines)
    with shown(desk, f"meetings/{EVENING}") as window:
        assert seat(window, "zhou-yumei").words == "未到"
        click(window, "seat.zhou-yumei")
        choose("excuse")
        give_reason(window, "出差")
        assert seat(window, "zhou-yumei").words == "请假"
        assert not desk.do(Excuse(meeting=EVENING, member="zhou-yumei"))
    desk.session.close()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size):
    """The audit finds nothing in the map alone."""
    with at_desk(tmp_path, '"n6"', lang=lang, size=size) as desk:
        view = SeatMap(desk, EVENING)
        view.resize(desk.px(312), desk.px(520))
        view.show()
        assert audit(view, size / 100) == []
        view.deleteLater()


def test_the_map_is_freed(desk):
    """Nothing holds a map that was closed."""

    def use(view: QWidget) -> None:
        view.show()
        view.findChildren(Seat)[0].click()
        close_menu()

    assert_freed(lambda: SeatMap(desk, EVENING), use)
