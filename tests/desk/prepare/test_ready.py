"""What is still to be done before a meeting, and the way to do each of it."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton

from facilitator.bodies.membership import VacateSeat
from facilitator.desk.meeting.calls import HostPanel
from facilitator.meeting.attendance import AdmitObserver, Capacity, Excuse
from facilitator.meeting.format import Stage
from facilitator.meeting.items import EditItem
from facilitator.meeting.lifecycle import ChangeHost
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.prepare.keys import panel, plain, type_in
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton
DAY = 24 * 3600


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk on the day the sample meeting was called, nine days ahead."""
    with at_desk(tmp_path, '"item": "i5"') as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on the meeting that is being prepared."""
    with shown(desk, f"meetings/{EVENING}") as it:
        yield it


def meeting(desk):
    return desk.session.meeting(EVENING)


def line(window, key):
    """Return what a line says."""
    QApplication.processEvents()
    found = [one for one in window.findChildren(QLabel, f"ready.{key}") if one.isVisible()]
    return plain(found[-1].text())


def click(window, name):
    QApplication.processEvents()
    buttons = [one for one in window.findChildren(QPushButton, name) if one.isVisible()]
    assert buttons, f"no button {name}"
    assert buttons[-1].isEnabled(), buttons[-1].toolTip()
    QTest.mouseClick(buttons[-1], LEFT)
    QApplication.processEvents()


class TestTheNotice:
    def test_it_says_until_when_and_then_by_how_much_it_is_late(self, desk):
        """Three days are asked: the 24th is the last day, and the 25th is one day late."""
        with shown(desk, f"meetings/{EVENING}") as window:
            assert line(window, "notice") == "通知还没有张贴，最迟 11 月 24 日"
            assert "章程要求提前 3 天张贴。" in plain(said(find(window, "ready")))
        later(desk, 7 * DAY)
        with shown(desk, f"meetings/{EVENING}") as window:
            assert line(window, "notice") == "通知还没有张贴，已经晚了 1 天"

    def test_it_is_noted_with_day_and_place(self, desk, window):
        """The panel knows where notices of this body hang, and says how early the day is."""
        click(window, "ready.posted.do")
        asked = panel(window)
        assert find(asked, "notice.where").text() == "社区公告栏、社区礼堂门口"
        about = find(asked, "notice.about", QLabel)
        day = find(asked, "notice.day", QDateEdit)
        day.setDate(QDate(2026, 11, 26))
        assert plain(about.text()) == "会前 1 天；章程要求提前 3 天"
        day.setDate(QDate(2026, 11, 20))
        assert plain(about.text()) == "会前 7 天"
        write(find(asked, "notice.where"), "、东门")
        click(asked, "notice.done")
        notice = meeting(desk).life.notice
        assert (notice.posted, notice.where) == (
            date(2026, 11, 20),
            "社区公告栏、社区礼堂门口、东门",
        )
        assert line(window, "notice") == "通知已张贴，提前 7 天"

    def test_printing_leads_to_the_very_paper(self, desk, window):
        """The notice beside its line; beside ballot papers these, or the sheet while none can be printed."""
        places = []
        desk.went.connect(places.append)
        for name in ("ready.print.do", "ready.papers.do"):
            click(window, name)
            desk.go("meetings", EVENING)
            QApplication.processEvents()
        assert [one.part for one in places] == ["papers.notice", "", "papers.signin", ""]

    def test_ballot_papers_wait_for_a_wording(self, desk, window):
        """An item without a wording has nothing to print on a ballot."""
        assert line(window, "papers") == "签到表 13 人，暂无表决票（议题还没有动议文本）"
        desk.do(EditItem(meeting=EVENING, item="i3", title="拆除私装车位桩", text="各户自行拆除。"))
        assert line(window, "papers") == "签到表 13 人，表决票 1 种"


class TestPeople:
    def test_seats_that_are_vacant_are_told_by_group(self, desk, window):
        """A member who left the body leaves a gap of the own group, and a way to the seats."""
        places = []
        desk.went.connect(places.append)
        assert line(window, "seats") == "13 席满额：6 + 6 + 1"
        desk.do(VacateSeat(body="songbaigang", member="li-chunmei", reason="搬家"))
        assert line(window, "seats") == "新居民 5/6，缺 1"
        click(window, "ready.body.do")
        assert (places[-1].page, places[-1].which) == ("bodies", "songbaigang")

    def test_another_host_is_named(self, desk, window):
        """The chair runs it unless somebody else is chosen."""
        assert line(window, "host") == "主持：苏慧敏"
        click(window, "ready.host.do")
        assert find(panel(window), "host.done", QPushButton).text() == "转交"
        who = find(panel(window), "host.who", QComboBox)
        who.setCurrentIndex(who.findData("chen-guodong"))
        click(panel(window), "host.done")
        assert line(window, "host") == "主持：陈国栋"

    def test_the_first_host_is_chosen_not_changed(self, desk, window):
        """Where nobody runs it yet nothing is handed over, and there is no reason to give."""
        desk.session.meeting(EVENING).life.host = ""
        shown = HostPanel(desk, window, EVENING)
        assert shown.windowTitle() == "确定主持人"
        assert shown.findChild(QPushButton, "host.done").text() == "确定"
        assert not shown.findChildren(QLineEdit, "host.reason")

    def test_a_host_on_leave_is_seen(self, desk, window):
        """Whoever is to run the meeting and has asked for leave is a line that warns."""
        desk.do(ChangeHost(meeting=EVENING, host="zhou-yumei"))
        desk.do(Excuse(meeting=EVENING, member="zhou-yumei"))
        assert line(window, "host") == "主持人周玉梅请假"

    def test_the_recorder_is_named_and_nobody_arrives_by_it(self, desk, window):
        """Before the meeting people are expected; that they came is said at the door."""
        assert line(window, "recorder") == "还没有确定谁来记录"
        click(window, "ready.admit.do")
        asked = panel(window)
        assert not find(asked, "admit.here").isVisible()
        write(find(asked, "admit.name"), "郑晓彤")
        click(asked, "admit.done")
        assert line(window, "recorder") == "记录：郑晓彤"
        ((person, seen),) = meeting(desk).attendance.observers.items()
        assert seen.capacity is Capacity.SECRETARY
        assert not meeting(desk).attendance.came(person)

    def test_those_without_a_vote_are_listed(self, desk, window):
        """In what capacity, who, and from where."""
        click(window, "expected.add")
        asked = panel(window)
        write(find(asked, "admit.name"), "叶永康")
        write(find(asked, "admit.address"), "居委会")
        click(asked, "admit.done")
        QApplication.processEvents()
        assert "列席\n叶永康\n居委会" in said(find(window, "expected"))

    def test_whoever_does_not_come_is_taken_off_the_list(self, desk, window):
        """A name entered by mistake goes again, and is not in the next one's way."""
        for name in ("叶永康", "叶永庚"):
            click(window, "expected.add")
            write(find(panel(window), "admit.name"), name)
            click(panel(window), "admit.done")
        click(window, "expected.guest-2.remove")
        assert list(meeting(desk).attendance.observers) == ["guest-1"]
        assert "叶永庚" not in said(find(window, "expected"))
        click(window, "expected.add")
        write(find(panel(window), "admit.name"), "谢婉仪")
        click(panel(window), "admit.done")
        assert list(meeting(desk).attendance.observers) == ["guest-1", "guest-3"]

    def test_leave_is_noted_by_seat_number(self, desk, window):
        """Seat 12 has asked for leave: number, reason, done; the next panel does not offer her again."""
        assert line(window, "leave") == "没有人请假"
        click(window, "ready.excuse.do")
        type_in("12")
        write(find(panel(window), "excuse.reason"), "出差")
        click(panel(window), "excuse.done")
        assert meeting(desk).attendance.excused == {"zhou-yumei": "出差"}
        assert line(window, "leave") == "请假 1 人：周玉梅"
        click(window, "ready.excuse.do")
        click(panel(window), "excuse.done")
        assert find(panel(window), "panel.said").text() == "请选择是哪一位。"
        assert "周玉梅" not in said(panel(window))

    def test_so_many_on_leave_that_nothing_can_pass(self, desk, window):
        """With five on leave eight are left, and nine are needed: that is said days before."""
        for member in ("chen-guodong", "lin-xiuying", "wang-jianjun", "li-chunmei"):
            desk.do(Excuse(meeting=EVENING, member=member))
        QApplication.processEvents()
        assert "在场 9 人，须全部赞成才能通过" in plain(said(find(window, "ready")))
        desk.do(Excuse(meeting=EVENING, member="zhou-yumei"))
        QApplication.processEvents()
        assert "差 1 票" in plain(said(find(window, "ready")))


class TestTheCall:
    def test_another_time_and_place(self, desk, window):
        """What the call says above changes with it."""
        when = find(window, "prepare.when", QLabel)
        assert plain(when.text()) == "2026 年 11 月 27 日（星期五）19:30 · 社区礼堂"
        click(window, "prepare.reschedule")
        write(find(panel(window), "reschedule.place"), "二楼")
        click(panel(window), "reschedule.done")
        assert plain(when.text()).endswith("社区礼堂二楼")

    def test_calling_off_asks_why(self, desk, window):
        """The meeting does not take place; what was on its agenda waits."""
        click(window, "prepare.cancel")
        write(find(panel(window), "reason.text"), "台风")
        click(panel(window), "reason.done")
        assert meeting(desk).life.cancelled == "台风"

    def test_the_filled_button_begins_the_signing_in(self, desk, window):
        """One press on the day, and people can sign in; the keyboard is where numbers are typed."""
        desk.session.clock.at = meeting(desk).call.planned
        click(window, "prepare.forward")
        assert meeting(desk).phase.stage is Stage.GATHERING
        assert window.focusWidget().objectName() == "door.find"

    def test_a_title_of_its_own_stands_above(self, desk, window):
        """A meeting that has a name is called by it, else by its number."""
        title = find(window, "prepare.title", QLabel)
        assert plain(title.text()) == "第二届第 1 次会议"
        click(window, "prepare.reschedule")
        write(find(panel(window), "reschedule.title"), "物业专题会")
        click(panel(window), "reschedule.done")
        assert title.text() == "物业专题会"


def test_names_like_markup_and_without_end_break_nothing(desk, window):
    """A guest's name is shown as it is, on one line."""
    from facilitator.bodies.people import Person

    for number, name in enumerate(("<b>粗</b>", "长" * 200)):
        person = Person(name=name)
        desk.do(AdmitObserver(meeting=EVENING, person_id=f"g{number}", person=person))
    QApplication.processEvents()
    assert find(window, "expected.g0", QLabel).text() == "<b>粗</b>"
    assert find(window, "expected.g1").width() < 600
