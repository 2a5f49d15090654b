"""Calling a meeting: what is suggested, what earlier meetings left for it, and that the keyboard is enough."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QTimeEdit,
    QWidget,
)

from facilitator import presets
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.bodies.people import Person
from facilitator.demo.stage import staged
from facilitator.desk.prepare.formats import FormatChoice
from facilitator.desk.prepare.new import NewMeetingPanel
from facilitator.desk.prepare.suggesting import meeting_id, suggestion
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.lifecycle import ConveneMeeting
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.freed import assert_freed
from tests.desk.prepare.keys import keyboard, panel, plain, press, tab_to, type_in
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton
BODY = "songbaigang"
DAY = 24 * 3600


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk on the evening after the sample meeting was closed."""
    with at_desk(tmp_path, "") as it:
        it.went.connect(lambda place: setattr(it, "place", place))
        yield it


@pytest.fixture
def new(desk, qtbot):
    """Give what opens the panel over a window."""
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()

    def make(body=""):
        made = NewMeetingPanel(desk, window, body)
        made.open()
        QApplication.processEvents()
        return made

    return make


def called(desk):
    """Return the meeting that is shown."""
    return desk.session.meeting(desk.place.which)


class TestWhatIsSuggested:
    def test_the_weekday_time_and_place_of_the_last_meeting(self, desk):
        """The last was on a Friday at 19:30 in the hall: so is the next, a week on."""
        found = suggestion(desk, BODY)
        assert (found.planned.isoformat(), found.place) == ("2026-12-04T19:30:00+08:00", "社区礼堂")

    def test_the_notice_still_has_time_to_hang(self, desk):
        """Two days before Friday three days' notice are too late: the Friday after is meant."""
        later(desk, 5 * DAY)
        assert desk.now().date() == date(2026, 12, 2)
        assert suggestion(desk, BODY).planned.date() == date(2026, 12, 11)

    def test_without_a_last_one_a_week_from_now_in_the_evening(self, qapp, tmp_path):
        """A body that has never met begins in a week; a meeting that was called off is none."""
        with at_desk(tmp_path, "meeting.convene") as desk:
            desk.do(CancelMeeting(meeting=EVENING, reason="台风"))
            found = suggestion(desk, BODY)
            assert found.planned == datetime.combine(
                desk.now().date() + timedelta(days=7), found.planned.timetz()
            )
            assert (f"{found.planned:%H:%M}", found.place) == ("19:30", "")

    def test_a_second_meeting_on_one_day_has_a_name_of_its_own(self, desk):
        """Names are made of body and day, and never meet; a long name of a body is cut to fit."""
        day = date(2026, 12, 4)
        for expected in ("songbaigang-2026-12-04", "songbaigang-2026-12-04-2"):
            key = meeting_id(desk, BODY, day)
            assert key == expected
            desk.do(ConveneMeeting(meeting=key, body=BODY, planned=desk.now(), place="Hall"))
        assert len(meeting_id(desk, "b" * 64, day)) == 64


class TestThePanel:
    def test_enter_calls_the_meeting_as_suggested_and_goes_there(self, desk, new):
        """Whoever only presses Enter gets the next Friday in the hall, with the chair as host."""
        new()
        press("Enter")
        meeting = called(desk)
        assert (desk.place.page, meeting.id) == ("meetings", "songbaigang-2026-12-04")
        assert meeting.call.planned.isoformat() == "2026-12-04T19:30:00+08:00"
        assert (meeting.call.place, meeting.life.host) == ("社区礼堂", "su-huimin")

    def test_day_time_place_host_title_and_language_are_as_entered(self, desk, new):
        """Every field reaches the call."""
        asked = new()
        find(asked, "new.day", QDateEdit).setDate(QDate(2026, 12, 10))
        find(asked, "new.time", QTimeEdit).setTime(QTime(14, 5))
        find(asked, "new.place", QLineEdit).clear()
        write(find(asked, "new.place"), "文化室")
        write(find(asked, "new.title"), "物业专题会")
        host = find(asked, "new.host", QComboBox)
        host.setCurrentIndex(host.findData("chen-guodong"))
        find(asked, "new.lang", QComboBox).setCurrentIndex(1)
        QTest.mouseClick(find(asked, "new.done"), LEFT)
        call = called(desk).call
        assert call.planned.isoformat() == "2026-12-10T14:05:00+08:00"
        assert (call.place, call.title, call.lang) == ("文化室", "物业专题会", "en")
        assert called(desk).life.host == "chen-guodong"

    def test_it_says_how_far_off_the_day_is_and_when_the_notice_is_too_late(self, new):
        """A week leaves time for the notice, tomorrow does not, and yesterday is past."""
        asked = new()
        day, about = find(asked, "new.day", QDateEdit), find(asked, "new.about")
        assert plain(about.text()) == "7 天后；通知须提前 3 天张贴"
        day.setDate(QDate(2026, 11, 28))
        assert plain(about.text()) == "1 天后；通知须提前 3 天张贴，现在已经来不及"
        day.setDate(QDate(2026, 11, 26))
        assert about.text() == "这一天已经过去。"

    def test_the_arrows_step_the_day_and_not_the_year(self, new):
        """The keyboard is in the day field from the beginning; arrow up is the next day."""
        asked = new()
        press("Up")
        assert find(asked, "new.day", QDateEdit).date() == QDate(2026, 12, 5)

    def test_a_call_that_is_refused_leaves_the_panel_open_with_the_reason(self, desk, new):
        """Without a place nothing is called; the panel says why and keeps what was typed."""
        asked = new()
        find(asked, "new.place", QLineEdit).clear()
        write(find(asked, "new.title"), "专题会")
        press("Enter")
        assert asked.isVisible()
        assert "地点" in find(asked, "panel.said").text()
        assert find(asked, "new.title", QLineEdit).text() == "专题会"
        assert not hasattr(desk, "place")

    def test_one_body_is_a_fact_and_no_choice(self, new):
        """Where there is nothing to choose, nothing looks like a choice."""
        asked = new()
        assert asked.findChild(QComboBox, "new.body") is None
        assert "松柏岗社区共治议事会" in said(asked)

    def test_a_council_meeting_is_chosen_until_somebody_chooses_otherwise(self, new):
        """The tick stands at the chosen format, and what is special about it below."""
        asked = new()
        assert find(asked, "new.format.yishihui").text() == "✓ 议事会"
        QTest.mouseClick(find(asked, "new.format.open_space"), LEFT)
        assert find(asked, "new.format.yishihui").text() == "议事会"
        assert find(asked, "new.format.about").text().startswith("围绕一个主题")

    def test_a_forum_is_a_saturday_morning_with_a_name_and_any_host(self, desk, new):
        """Day, hour and title are suggested; a host who is no member is put on the list as staff."""
        asked = new()
        QTest.mouseClick(find(asked, "new.format.open_space"), LEFT)
        host = find(asked, "new.host", QComboBox)
        host.lineEdit().selectAll()
        write(host.lineEdit(), "方敏")
        QTest.mouseClick(find(asked, "new.done"), LEFT)
        meeting = called(desk)
        assert meeting.format.key == "open_space"
        assert f"{meeting.call.planned:%A %H:%M}" == "Saturday 09:00"
        assert meeting.call.title == "松柏岗社区开放空间论坛"
        (staff,) = meeting.attendance.observers.values()
        assert (staff.capacity.value, staff.person.name) == ("staff", "方敏")
        assert meeting.life.host in meeting.attendance.observers

    def test_back_to_a_council_meeting_the_suggestions_are_its_own_again(self, new):
        """What nobody typed follows the format: hour, title, and a host who can only be chosen."""
        asked = new()
        QTest.mouseClick(find(asked, "new.format.open_space"), LEFT)
        QTest.mouseClick(find(asked, "new.format.yishihui"), LEFT)
        assert find(asked, "new.time", QTimeEdit).time() == QTime(19, 30)
        assert find(asked, "new.title", QLineEdit).text() == ""
        assert not find(asked, "new.host", QComboBox).isEditable()

    def test_another_body_brings_its_own_suggestions_and_keeps_what_was_typed(self, desk, new):
        """Place and host follow the body; a place that somebody typed stays."""
        _found_another(desk)
        asked = new("north")
        assert find(asked, "new.host", QComboBox).itemText(0) == "以后再定"
        assert find(asked, "new.place", QLineEdit).text() == ""
        bodies = find(asked, "new.body", QComboBox)
        bodies.setCurrentIndex(bodies.findData(BODY))
        assert find(asked, "new.place", QLineEdit).text() == "社区礼堂"
        assert find(asked, "new.host", QComboBox).itemText(0) == "苏慧敏（理事长）"
        write(find(asked, "new.place"), "二楼")
        bodies.setCurrentIndex(bodies.findData("north"))
        assert find(asked, "new.place", QLineEdit).text() == "社区礼堂二楼"

    def test_without_a_body_it_leads_to_founding_one(self, qapp, qtbot, tmp_path):
        """In an empty archive there is one way on, and it is not a dead end."""
        desk = staged(tmp_path, [])
        places = []
        desk.went.connect(places.append)
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
        NewMeetingPanel(desk, window).open()
        QTest.mouseClick(find(panel(window), "new.found"), LEFT)
        assert [(one.page, one.which) for one in places] == [("bodies", "new")]
        desk.session.close()

    def test_it_is_freed(self, desk):
        """Nothing of the panel stays when its window goes."""

        def make():
            window = QWidget()
            NewMeetingPanel(desk, window)
            return window

        assert_freed(make, lambda window: window.show())


class TestWhatWaited:
    def test_what_was_put_off_is_ticked_and_comes_along(self, desk, new):
        """The charging rules were put off for want of time: they are the new meeting's first item."""
        asked = new()
        boxes = asked.findChildren(QCheckBox)
        assert [(box.text(), box.isChecked()) for box in boxes] == [("楼道充电安全公约", True)]
        assert "时间不够" in plain(said(asked))
        press("Enter")
        (item,) = called(desk).agenda.items
        assert (item.title, item.minutes, item.carried_from) == ("楼道充电安全公约", 15, EVENING)

    def test_what_is_unticked_goes_on_waiting(self, desk, new):
        """Nothing is taken over that nobody wants; the next panel offers it again."""
        box = new().findChild(QCheckBox)
        QTest.mouseClick(box, LEFT, pos=box.rect().center() / 8)
        press("Enter")
        assert called(desk).agenda.items == []
        assert [one.text() for one in new().findChildren(QCheckBox)] == ["楼道充电安全公约"]

    def test_overdue_decisions_are_offered_and_left_to_people(self, desk, new):
        """A decision that is overdue is not ticked; ticked, it becomes an item that reports on it."""
        later(desk, 200 * DAY)
        asked = new()
        overdue = [box for box in asked.findChildren(QCheckBox) if not box.isChecked()]
        assert overdue
        assert all("列入议程" in box.text() for box in overdue)
        assert "逾期" in said(asked)
        overdue[0].setFocus()
        QTest.keyClick(overdue[0], Qt.Key.Key_Space)
        press("Enter")
        titles = [item.title for item in called(desk).agenda.items]
        assert titles[0] == "楼道充电安全公约"
        assert titles[1].startswith("落实情况：")


def test_a_meeting_with_two_items_is_called_by_keyboard_alone(desk):
    """From Ctrl+N to the agenda no hand leaves the keyboard."""
    with shown(desk, "meetings") as window:
        press("Ctrl+N")
        panel(window)
        tab_to("new.place")  # by the parts of day and time
        press("Ctrl+A")
        type_in("文化室")
        press("Enter")
        window.activateWindow()  # what a window manager does when a panel is closed
        QApplication.processEvents()
        assert keyboard().objectName() == "plan.title"
        type_in("楼道照明")
        tab_to("plan.minutes")
        type_in("20")
        press("Enter")
        type_in("北巷排水")
        press("Enter")
        meeting = called(desk)
        told = [(item.title, item.minutes) for item in meeting.agenda.items]
        assert told == [("楼道充电安全公约", 15), ("楼道照明", 20), ("北巷排水", 0)]
        assert meeting.call.place == "文化室"


def test_several_formats_are_a_choice(qapp, desk, qtbot):
    """Where there is more than one kind of meeting, the one that is pressed is the one that is called."""
    one = presets.format_of("yishihui")
    other = type(one)(key="forum", title=one.title, phases=one.phases)
    choice = FormatChoice(desk, (one, other))
    qtbot.addWidget(choice)
    choice.show()
    assert choice.key == "yishihui"
    QTest.mouseClick(find(choice, "new.format.forum"), LEFT)
    assert choice.key == "forum"


def _found_another(desk):
    desk.do(FoundBody(body="north", name="北巷议事会", charter="robert_simple"))
    entry = Entry(member="m1", person=Person(name="李四"), group="members", seat=1)
    desk.do(SeatMember(body="north", entry=entry))
