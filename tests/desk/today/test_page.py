"""The page of the day, as somebody who has just opened the program sees and uses it."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from facilitator.demo.stage import staged
from facilitator.desk.places import Place
from facilitator.desk.today.page import TodayPage
from facilitator.desk.wishes import Rehearse
from facilitator.meeting.convening import ConveneMeeting
from facilitator.meeting.format import Stage
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, later, leave
from tests.desk.freed import assert_freed
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown

TONIGHT = datetime.fromisoformat("2026-11-27T18:52:00+08:00")
NEXT = ConveneMeeting(
    meeting="next", body="songbaigang", planned=TONIGHT + timedelta(days=90), place="社区礼堂"
)


def plain(widget):
    """Return what is shown, without no-break spaces."""
    return said(widget).replace("\u00a0", "")


@pytest.fixture
def tonight(qapp, tmp_path):
    """Give the desk 38 minutes before the sample evening."""
    with at_desk(tmp_path, "post-notice") as desk:
        desk.session.clock.at = TONIGHT
        yield desk


def test_the_next_meeting_stands_there_whole(tonight):
    """When, where, who presides, the agenda with its minutes, and what was looked at."""
    with shown(tonight) as window:
        words = plain(window.page)
        for part in ("下一场会议", "今晚 19:30", "还有38分钟", "社区礼堂", "主持 苏慧敏（理事长）",
                     "记录 郑晓彤", "列席2人",
                     "第二届第1次会议 · 议程5项，约100分钟", "拆除私装车位桩", "30分钟",
                     "通知已张贴，提前7天", "13席满额：6 + 6 + 1", "投影未连接（可稍后再接）"):  # fmt: skip
            assert part in words


def test_a_sample_says_so(tonight):
    """Whoever looks at invented people is told."""
    with shown(tonight) as window:
        assert "示例档案 · 人名均为虚构" in said(window.page)


def test_the_clock_goes_on_without_an_act(tonight):
    """A minute later there is a minute less."""
    with shown(tonight) as window:
        later(tonight, 60)
        assert "还有37分钟" in plain(window.page)


def test_at_midnight_the_day_is_another(tonight):
    """The date in the head is not yesterday's."""
    with shown(tonight) as window:
        tonight.session.clock.at = datetime.fromisoformat("2026-11-28T00:00:01+08:00")
        tonight.second.emit()
        assert "2026年11月28日 星期六" in plain(window.page)


def test_enter_begins_the_signing_in(tonight, qtbot):
    """The big button has the keys at once: Enter has people sign in, and leads to them."""
    with shown(tonight) as window:
        assert QApplication.focusWidget() is find(window, "today.go-on")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert tonight.session.meeting(EVENING).phase.stage is Stage.GATHERING
        assert window.place == Place("meetings", EVENING)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ('"sign-in"', ("继续签到", "签到", "在场0人／应到13人")),
        (
            '"item": "i2", "by"',
            ("继续开会", "19:36 开始", "正在议：异地医疗即时报销", "在场12人／应到13人"),
        ),
        ('"read-back"', ("继续宣读记录", "记录到20:56:00")),
    ],
)
def test_a_meeting_under_way_says_how_it_stands(qapp, tmp_path, until, words):
    """Whoever comes back sees the phase, who is there and up to when it is recorded."""
    with at_desk(tmp_path, until) as desk, shown(desk) as window:
        shows = plain(window.page).replace("记录到 ", "记录到")
        for part in words:
            assert part in shows


def test_going_on_only_leads_there(qapp, tmp_path, qtbot):
    """Nothing is recorded by going to a meeting that runs."""
    with at_desk(tmp_path, '"deliberate"') as desk, shown(desk) as window:
        heard = []
        desk.changed.connect(heard.append)
        qtbot.mouseClick(find(window, "today.go-on"), Qt.MouseButton.LeftButton)
        assert window.place == Place("meetings", EVENING)
        assert heard == []


class TestAfterTheEvening:
    @pytest.fixture
    def after(self, qapp, tmp_path):
        """Give the desk in the night after the sample evening."""
        with at_desk(tmp_path, '"meeting.close"') as desk:
            yield desk

    def test_what_was_decided_and_what_is_to_be_done(self, after):
        """Decisions with their votes; who carries them out, by when."""
        with shown(after) as window:
            words = plain(window.page)
            for part in ("没有待开的会议", "有1项议题顺延，等着下一场会议。", "还剩65天",
                         "居委会会同街道办事处 · 应于2027年1月31日完成",
                         "居委会 · 应于2027年3月12日复查",
                         "9/13", "10/13", "第二届2号 · 11月27日"):  # fmt: skip
                assert part in words

    def test_what_is_late_comes_first_and_is_told(self, after):
        """In February the reimbursement is overdue; the trial is not."""
        after.session.clock.at = datetime.fromisoformat("2027-02-12T09:00:00+08:00")
        with shown(after) as window:
            words = plain(window.page)
            assert "逾期1" in words
            assert words.index("逾期12天") < words.index("还剩28天")

    def test_what_is_late_goes_on_the_next_agenda(self, after, qtbot):
        """One click; it is not put there twice, can be looked at, and taken off again."""
        after.session.clock.at = datetime.fromisoformat("2027-02-12T09:00:00+08:00")
        after.session.do(NEXT)
        with shown(after) as window:
            qtbot.mouseClick(find(window, f"today.put.{EVENING}.1"), Qt.MouseButton.LeftButton)
            titles = [item.title for item in after.session.meeting("next").agenda.items]
            assert titles == ["落实情况：异地医疗即时报销"]
            notice = window.content.notices.notice
            assert notice.text.startswith("“落实情况：异地医疗即时报销”已放进")
            assert find(window, f"today.look.{EVENING}.1")
            assert window.findChild(QAbstractButton, f"today.put.{EVENING}.1") is None
            notice.way[1]()
            assert after.session.meeting("next").agenda.items == []

    def test_what_is_not_late_is_only_looked_at(self, after, qtbot):
        """The way leads to what became of it."""
        after.session.do(NEXT)
        with shown(after) as window:
            qtbot.mouseClick(find(window, f"today.look.{EVENING}.2"), Qt.MouseButton.LeftButton)
            assert window.place == Place("followup", "", f"{EVENING}~2")
            assert "北巷" in find(window, "followup.title").text()

    def test_a_decision_is_read_by_key(self, after, qtbot):
        """Space on the row shows it among all decisions."""
        with shown(after) as window:
            one = find(window, f"today.decision.{EVENING}.1")
            assert one.accessibleName().startswith("异地医疗即时报销, 通过")
            one.setFocus()
            qtbot.keyClick(one, Qt.Key.Key_Space)
            assert window.place == Place("decisions", EVENING, "1")
            assert find(window, "decision.title").text() == "异地医疗即时报销"

    def test_the_keys_stay_where_they_were_when_something_happens(self, after):
        """An act elsewhere makes the page anew, and takes nobody's place away."""
        with shown(after) as window:
            find(window, f"today.look.{EVENING}.2").setFocus()
            after.do(NEXT)
            assert QApplication.focusWidget().objectName() == f"today.look.{EVENING}.2"


class TestFirstStart:
    @pytest.fixture
    def empty(self, qapp, tmp_path):
        """Give a desk on an archive in which nothing has happened."""
        desk = staged(tmp_path, ())
        yield desk
        leave(desk)

    def test_three_doors_are_open(self, empty, qtbot):
        """Founding has the keys; it leads where bodies are founded."""
        with shown(empty) as window:
            assert QApplication.focusWidget() is find(window, "today.door.found")
            assert str(empty.session.path) in said(window.page)
            went = []
            empty.went.connect(went.append)
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            assert went == [Place("bodies", "new")]

    def test_the_rehearsal_is_asked_of_the_program(self, empty, qtbot):
        """The page makes no archive itself."""
        wishes = []
        empty.wished.connect(wishes.append)
        with shown(empty) as window:
            qtbot.mouseClick(find(window, "today.door.rehearse"), Qt.MouseButton.LeftButton)
        assert wishes == [Rehearse()]

    def test_an_archive_is_chosen_in_a_dialog_that_does_not_wait(self, empty, qtbot):
        """It opens beside, and can be left with Esc."""
        with shown(empty) as window:
            qtbot.mouseClick(find(window, "today.door.open"), Qt.MouseButton.LeftButton)
            dialog = find(window, "archive.choose", QFileDialog)
            assert dialog.isVisible()
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible()

    def test_a_body_founded_meanwhile_ends_the_welcome(self, empty):
        """The next time the page is seen it is about the day."""
        from facilitator.bodies.founding import FoundBody

        with shown(empty) as window:
            found = FoundBody(body="b", name="楼委会", charter="robert_simple")
            assert empty.do(found)
            assert window.findChild(QAbstractButton, "today.door.found") is None
            assert "没有待开的会议" in said(window.page)


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
@pytest.mark.parametrize("until", ["post-notice", '"item": "i2", "by"', '"meeting.close"'])
def test_everybody_can_read_and_reach_it(qapp, tmp_path, until, lang, size):
    """The audit finds nothing, in both languages and at both ends of the sizes."""
    with at_desk(tmp_path, until, lang=lang, size=size) as desk, shown(desk) as window:
        assert audit(window, size / 100) == []


@pytest.mark.parametrize("width", [911, 1180, 1920])
def test_it_fits_laptops_and_large_screens(qapp, tmp_path, width):
    """Down to what a small laptop at 150 % leaves, nothing sticks out or is cut."""
    with at_desk(tmp_path, '"meeting.close"') as desk:
        desk.session.do(NEXT)
        with shown(desk, width=width, height=480) as window:
            assert audit(window) == []


def test_names_with_markup_and_without_end_break_nothing(qapp, tmp_path):
    """A title of 200 characters and tags is cut with its whole in a tip, and read as text."""
    long = "<b>夜间</b>" * 25
    with at_desk(tmp_path, "meeting.convene") as desk:
        from facilitator.meeting.items import AddItem

        desk.session.do(AddItem(meeting=EVENING, item="x", title=long))
        with shown(desk) as window:
            assert audit(window) == []


def test_no_window_flashes_up(qapp, tmp_path):
    """While the page is made and made anew nothing of it is shown as a window of its own."""
    from PySide6.QtCore import QEvent, QObject

    class Watcher(QObject):
        seen: list[str] = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and getattr(watched, "isWindow", bool)():
                self.seen.append(repr(watched))
            return False

    with at_desk(tmp_path, '"deliberate"') as desk, shown(desk) as window:
        watcher = Watcher()
        qapp.installEventFilter(watcher)
        window.page.refresh_now()
        window.resize(911, 480)
        qapp.processEvents()
        window.build()
        qapp.removeEventFilter(watcher)
        assert watcher.seen == []


def test_the_page_goes_when_it_is_closed(qapp, tmp_path):
    """Neither the desk nor its clock holds a page that is gone."""
    with at_desk(tmp_path, "post-notice") as desk:
        assert_freed(lambda: TodayPage(desk), lambda page: page.show())
