"""At the door: a card, a number or a name, and somebody has come."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember, VacateSeat
from facilitator.bodies.people import Person
from facilitator.demo.stage import staged
from facilitator.desk.prepare.door import Came
from facilitator.desk.prepare.door_board import MOST
from facilitator.desk.prepare.door_card import DoorCard
from facilitator.desk.prepare.signin import SignInView
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import ChangeHost, ConveneMeeting, EnterPhase
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.meeting.menus import choose, close_menu, entry, give_reason, open_menu
from tests.desk.prepare.keys import keyboard, panel, plain, press, type_in
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk when signing in has just begun: nobody is here, Zhou Yumei has asked for leave."""
    with at_desk(tmp_path, "attendance.excuse") as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on the meeting."""
    with shown(desk, f"meetings/{EVENING}") as it:
        find(it, "door.find").setFocus()
        yield it


def here(desk):
    """Return who is here, by seat."""
    meeting = desk.session.meeting(EVENING)
    return [one.member for one in meeting.attendance.present(meeting.council.seats)]


def card(window, person) -> DoorCard:
    return find(window, f"seat.{person}", DoorCard)


def click(window, name):
    button = find(window, name, QPushButton)
    assert button.isEnabled(), button.toolTip()
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def press_card(window, person):
    QTest.mouseClick(card(window, person), LEFT)
    QApplication.processEvents()


def told(window):
    """Return the line below the field."""
    return plain(find(window, "door.said", QLabel).text())


class TestByNumber:
    def test_twelve_of_thirteen_sign_in_by_digits_alone(self, desk, window):
        """Number, Enter, twelve times: the hands never leave the keys; seat 12 is on leave and stays away."""
        for seat in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13):
            type_in(str(seat))
            press("Enter")
            later(desk, 20)
        assert len(here(desk)) == 12
        assert "zhou-yumei" not in here(desk)
        assert find(window, "door.here", QLabel).text() == "12"
        assert "最多可有 3 人不赞成" in plain(find(window, "door.outlook", QLabel).text())

    def test_the_card_of_the_number_that_is_typed_is_framed(self, window):
        """One sees whom one is about to sign in, and the line says afterwards who it was."""
        type_in("1")
        assert card(window, "chen-guodong").meant
        type_in("0")
        assert not card(window, "chen-guodong").meant
        assert card(window, "liu-xiaoyan").meant
        press("Enter")
        assert told(window) == "19:15  10 号席 刘小燕 签到"

    def test_twice_is_once(self, desk, window):
        """Whoever has signed in already is named with the time, and the record gets no second entry."""
        type_in("2")
        press("Enter")
        later(desk, 120)
        type_in("2")
        press("Enter")
        assert told(window) == "林秀英 19:15 已经签到。"
        assert len(desk.session.meeting(EVENING).attendance.stays["lin-xiuying"]) == 1

    @pytest.mark.parametrize(
        ("typed", "answer"), [("14", "没有 14 号席。"), ("张三", "名单上没有这个人。")]
    )
    def test_who_is_not_on_the_list(self, desk, window, typed, answer):
        """A number or a name that is nobody's is told of; it stands there to be typed over."""
        type_in(typed)
        press("Enter")
        assert told(window) == answer
        assert keyboard().selectedText() == typed
        assert here(desk) == []

    def test_a_vacant_seat_is_nobody(self, qapp, tmp_path):
        """Nobody can sign in for a seat that nobody holds, and its card cannot be pressed."""
        with at_desk(tmp_path, '"item": "i5"') as desk:
            desk.do(VacateSeat(body="songbaigang", member="wu-dequan", reason="搬家"))
            desk.do(EnterPhase(meeting=EVENING, phase="sign-in"))
            with shown(desk, f"meetings/{EVENING}") as window:
                find(window, "door.find").setFocus()
                type_in("11")
                press("Enter")
                assert told(window) == "11 号席空缺。"
                vacant = card(window, "11")
                assert (vacant.isEnabled(), vacant.comer.came) == (False, Came.VACANT)

    def test_numbers_typed_on_a_card_go_into_the_field(self, desk, window):
        """Whoever has come to the cards with an arrow goes on typing all the same."""
        press("Down")
        assert keyboard().objectName() == "seat.chen-guodong"
        press("Right")
        assert keyboard().objectName() == "seat.lin-xiuying"
        press("Enter")
        assert here(desk) == ["lin-xiuying"]
        type_in("7")
        assert keyboard().objectName() == "door.find"
        press("Enter")
        assert here(desk) == ["lin-xiuying", "wang-jianjun"]


class TestByName:
    def test_a_name_narrows_the_cards_and_enter_signs_in(self, desk, window):
        """One syllable that is nobody else's is enough."""
        type_in("海")
        assert card(window, "zhang-haibo").isVisible()
        assert window.findChild(DoorCard, "seat.chen-guodong") is None
        press("Enter")
        assert here(desk) == ["zhang-haibo"]
        QApplication.processEvents()
        assert card(window, "chen-guodong").isVisible()

    def test_initials_do_as_well(self, desk, window):
        """Whoever has no Chinese keyboard at hand types zhb."""
        type_in("zhb")
        press("Enter")
        assert here(desk) == ["zhang-haibo"]

    def test_of_several_nobody_is_guessed(self, desk, window):
        """Two have the same sign in their names: the line asks for more; once one has come, it is the other."""
        type_in("梅")
        press("Enter")
        assert told(window) == "有 2 人相符，请多输几个字，或输席号。"
        assert here(desk) == []
        press("Esc")
        press_card(window, "li-chunmei")
        type_in("梅")
        press("Enter")
        assert here(desk) == ["li-chunmei", "zhou-yumei"]

    def test_those_without_a_vote_sign_in_too(self, desk, window):
        """The recorder is found by name; she has no number and no vote."""
        type_in("郑")
        press("Enter")
        meeting = desk.session.meeting(EVENING)
        assert meeting.attendance.is_present("zheng-xiaotong")
        assert told(window) == "19:15  郑晓彤 签到"
        assert find(window, "door.here", QLabel).text() == "0"

    def test_only_those_who_are_not_here_yet(self, desk, window):
        """One press leaves the cards of those who are waited for; the numbers of the groups stay whole."""
        press_card(window, "chen-guodong")
        button = find(window, "door.missing", QPushButton)
        assert plain(button.text()) == "未到 11 人"  # members; guests are not counted
        click(window, "door.missing")
        assert window.findChild(DoorCard, "seat.chen-guodong") is None
        assert window.findChild(DoorCard, "seat.zhou-yumei") is None
        assert card(window, "lin-xiuying").isVisible()
        assert find(window, "door.count.0", QLabel).text() == "1/6"


class TestByCard:
    def test_one_press_and_they_are_here(self, desk, window):
        """The card says since when; the keys stay in the field."""
        press_card(window, "su-huimin")
        assert here(desk) == ["su-huimin"]
        assert card(window, "su-huimin").comer.words(desk.t) == "19:15 · 主持"
        assert keyboard().objectName() == "door.find"

    def test_leave_ends_when_somebody_comes_after_all(self, desk, window):
        """Zhou Yumei had asked for leave; her card says so, and one press brings her in."""
        assert card(window, "zhou-yumei").comer.came is Came.EXCUSED
        press_card(window, "zhou-yumei")
        assert here(desk) == ["zhou-yumei"]
        assert desk.session.meeting(EVENING).attendance.excused == {}

    def test_a_second_press_opens_the_menu_and_a_mistake_is_struck(self, desk, window):
        """Whoever was signed in by mistake is struck with a reason; the entry stays readable."""
        press_card(window, "chen-guodong")
        press_card(window, "chen-guodong")
        choose("strike")
        asked = panel(window)
        write(find(asked, "stays.reason"), "点错")
        click(asked, "strike.done")
        assert here(desk) == []
        assert card(window, "chen-guodong").comer.came is Came.EXPECTED

    def test_a_time_is_corrected(self, desk, window):
        """Who came five minutes before they were noted gets their time."""
        press_card(window, "chen-guodong")
        later(desk, 300)
        press_card(window, "chen-guodong")
        choose("times")
        asked = panel(window)
        find(asked, "times.came").setTime(QTime(19, 10))
        write(find(asked, "stays.reason"), "漏记")
        click(asked, "times.done")
        assert card(window, "chen-guodong").comer.words(desk.t) == "19:10"

    def test_who_has_left_comes_back_by_a_press(self, desk, window):
        """Gone and back before the beginning: the card shows both."""
        press_card(window, "chen-guodong")
        desk.do(Leave(meeting=EVENING, person="chen-guodong"))
        QApplication.processEvents()
        assert card(window, "chen-guodong").comer.words(desk.t) == "19:15 离席"
        press_card(window, "chen-guodong")
        assert here(desk) == ["chen-guodong"]

    def test_the_right_button_asks_for_the_menu_without_signing_in(self, desk, window):
        """Somebody has asked for leave at the last minute: nobody comes in by that."""
        one = card(window, "he-weiming")
        middle = one.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, one.mapToGlobal(middle))
        QApplication.sendEvent(one, event)
        assert entry(open_menu(), "arrive").isEnabled()
        choose("excuse")
        give_reason(window, "加班")
        assert here(desk) == []
        assert desk.session.meeting(EVENING).attendance.excused["he-weiming"] == "加班"

    def test_leave_is_noted_by_the_button_above(self, desk, window):
        """Whoever is phoned at the door needs no card."""
        click(window, "door.excuse")
        type_in("5")
        click(panel(window), "excuse.done")
        assert "he-weiming" in desk.session.meeting(EVENING).attendance.excused

    def test_somebody_unexpected_is_let_in(self, desk, window):
        """A reporter comes: named, in the room at once, among those without a vote."""
        click(window, "door.admit")
        asked = panel(window)
        write(find(asked, "admit.name"), "李记者")
        click(asked, "admit.done")
        meeting = desk.session.meeting(EVENING)
        assert meeting.attendance.is_present("guest-4")
        assert card(window, "guest-4").comer.came is Came.HERE


class TestTheWayOn:
    def test_until_the_host_is_here_the_button_says_why(self, desk, window):
        """Nothing opens without the host; the reason stands above the button."""
        button = find(window, "door.forward", QPushButton)
        why = find(window, "door.why", QLabel)
        assert not button.isEnabled()
        assert "苏慧敏" in why.text()
        assert button.toolTip() == why.text()
        type_in("13")
        press("Enter")
        assert button.isEnabled()
        assert not why.isVisible()

    def test_another_host_may_be_named_among_those_who_are_here(self, desk, window):
        """The chair does not come: somebody in the room runs the meeting."""
        press_card(window, "chen-guodong")
        click(window, "door.host.change")
        who = find(panel(window), "host.who", QComboBox)
        assert [who.itemData(n) for n in range(who.count())] == ["chen-guodong"]
        click(panel(window), "host.done")
        assert find(window, "door.host", QLabel).text() == "陈国栋"
        assert find(window, "door.forward", QPushButton).isEnabled()

    def test_one_press_opens_the_meeting(self, desk, window):
        """With the host in the room it begins, however few there are; late comers come later."""
        press_card(window, "su-huimin")
        click(window, "door.forward")
        meeting = desk.session.meeting(EVENING)
        assert meeting.phase.stage is Stage.RUNNING
        assert meeting.life.opened is not None

    def test_one_may_go_back_to_the_preparation(self, desk, window):
        """Pressed too early: back, and nothing is lost."""
        press_card(window, "su-huimin")
        click(window, "door.back")
        assert desk.session.meeting(EVENING).phase.stage is Stage.BEFORE
        assert find(window, "plan.title").isVisible()

    @pytest.mark.parametrize(
        ("until", "words"),
        [
            ("attendance.excuse", "还没有代表签到。"),
            ("19:24:00", "再到 4 人，动议才有可能通过。"),
            ("19:28:00", "再到 1 人，动议才有可能通过。"),
            (
                "19:29:00",
                "在场 9 人，须全部赞成才能通过；如再有 1 人离席，只剩 8 人，就不可能通过。",
            ),
            (
                "19:35:00",
                "在场 12 人，最多可有 3 人不赞成；如再有 4 人离席，只剩 8 人，就不可能通过。",
            ),
        ],
    )
    def test_what_those_who_are_here_can_carry(self, qapp, tmp_path, until, words):
        """First how many are missing; from nine on how many need not be in favour."""
        with at_desk(tmp_path, until) as desk, shown(desk, f"meetings/{EVENING}") as window:
            assert plain(find(window, "door.outlook", QLabel).text()) == words

    def test_groups_are_counted(self, desk, window):
        """Of each group how many are here of how many sit; none of those without a vote among them."""
        for person in ("chen-guodong", "wang-jianjun", "ye-yongkang"):
            press_card(window, person)
        assert "本地居民\n1/6\n新居民\n1/6\n街道办事处\n0/1" in said(window)


def test_a_large_assembly_is_found_by_number_and_name(qapp, tmp_path, qtbot):
    """Of three hundred the first cards are shown, and it is said how many are not; all can sign in."""
    desk = staged(tmp_path, [])
    desk.do(FoundBody(body="big", name="大会", charter="robert_simple"))
    for number in range(1, 301):
        entry = Entry(
            member=f"m{number}", person=Person(name=f"居民{number}"), group="members", seat=number
        )
        desk.do(SeatMember(body="big", entry=entry))
    planned = datetime.fromisoformat("2026-09-11T19:30:00+08:00")
    desk.do(ConveneMeeting(meeting="b", body="big", planned=planned, place="礼堂"))
    desk.do(ChangeHost(meeting="b", host="m7"))
    desk.do(EnterPhase(meeting="b", phase="sign-in"))
    view = SignInView(desk, "b")
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    QApplication.processEvents()
    assert len(view.board.cards) == MOST
    assert f"还有 {300 - MOST} 人" in plain(said(view))
    QTest.keyClicks(view.field, "299")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert desk.session.meeting("b").attendance.is_present("m299")
    write(view.field, "居民29")
    QApplication.processEvents()
    assert set(view.board.cards) == {"m29", *(f"m{n}" for n in range(290, 300))}
    desk.do(Arrive(meeting="b", person="m7"))
    QApplication.processEvents()
    assert find(view, "door.here", QLabel).text() == "2"
    desk.session.close()


def test_esc_closes_the_menu_and_changes_nothing(desk, window):
    """A menu opened by mistake goes away."""
    press_card(window, "chen-guodong")
    press_card(window, "chen-guodong")
    close_menu()
    assert here(desk) == ["chen-guodong"]
