"""The line for notices: what goes by itself, what stays, and that it moves nothing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.acts import Trouble
from facilitator.desk.noticebar import GOES_AFTER, NoticeBar
from facilitator.desk.notices import Notice, Tone
from facilitator.meeting.items import AddItem
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown

DONE = Notice(Tone.DONE, "已列入议程。")
REFUSED = Notice(Tone.REFUSED, "周玉梅不在场。")
TOLD = Notice(Tone.TOLD, "上次没有正常关闭。")


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on the sample evening."""
    with at_desk(tmp_path, "post-notice") as desk:
        yield desk


def let_time_pass(bar):
    """Have the line's clock ring now, if it is running."""
    assert bar._timer.interval() == GOES_AFTER
    if bar._timer.isActive():
        bar._timer.stop()
        bar._timer.timeout.emit()


def add(desk, item):
    """Do something that is recorded."""
    assert desk.do(AddItem(meeting=EVENING, item=item, title="路灯"))


def test_good_news_goes_by_itself(desk):
    """After some seconds nobody needs it."""
    with shown(desk) as window:
        bar = window.content.notices
        desk.noticed.emit(DONE)
        assert bar.isVisible()
        assert "已列入议程。" in said(bar)
        let_time_pass(bar)
        assert not bar.isVisible()


def test_good_news_waits_for_whoever_reads_it(desk):
    """While the mouse is on it, it stays."""
    with shown(desk) as window:
        bar = window.content.notices
        desk.noticed.emit(DONE)
        middle = QPoint(5, 5).toPointF()
        QApplication.sendEvent(bar, QEnterEvent(middle, middle, middle))
        let_time_pass(bar)
        assert bar.isVisible()
        QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
        let_time_pass(bar)
        assert not bar.isVisible()


@pytest.mark.parametrize("notice", [REFUSED, TOLD], ids=["refused", "told"])
def test_a_refusal_and_what_was_told_stay_until_the_next_act(desk, notice):
    """Time does not take it; what is done next does."""
    with shown(desk) as window:
        bar = window.content.notices
        desk.noticed.emit(notice)
        let_time_pass(bar)
        assert bar.isVisible()
        add(desk, "x")
        assert not bar.isVisible()


def test_a_refusal_can_be_dismissed(desk, qtbot):
    """By a button that a screen reader can name."""
    with shown(desk) as window:
        desk.noticed.emit(REFUSED)
        close = find(window, "notice.close")
        assert close.accessibleName() == "知道了"
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        assert not window.content.notices.isVisible()


def test_trouble_stays_until_it_is_solved(desk, monkeypatch, qtbot):
    """Neither time nor a click takes it away; trying again does, once the disk has room."""
    with shown(desk) as window:
        bar, record = window.content.notices, desk.session.record

        def full(*_values, **_named):
            raise Trouble("disk-full", path="a")

        with monkeypatch.context() as broken:
            broken.setattr(type(record), "append", full)
            assert desk.do(AddItem(meeting=EVENING, item="x", title="路灯")) == ()
            assert bar.notice.tone is Tone.TROUBLE
            let_time_pass(bar)
            assert not find(bar, "notice.close").isVisible()
            qtbot.mouseClick(find(bar, "notice.way"), Qt.MouseButton.LeftButton)
            assert bar.isVisible()
        qtbot.mouseClick(find(bar, "notice.way"), Qt.MouseButton.LeftButton)
        assert not bar.isVisible()
        assert desk.session.meeting(EVENING).agenda.get("x") is not None


def test_trouble_comes_back_after_what_passes(desk):
    """A refusal in between is read, and the trouble is not forgotten."""
    with shown(desk) as window:
        bar = window.content.notices
        desk.noticed.emit(Notice(Tone.TROUBLE, "磁盘已满。"))
        desk.noticed.emit(DONE)
        assert bar.notice is DONE
        let_time_pass(bar)
        assert bar.notice.text == "磁盘已满。"


def test_trouble_of_something_else_can_be_dismissed(desk):
    """A file that could not be read is no trouble of the record."""
    with shown(desk) as window:
        desk.noticed.emit(Notice(Tone.TROUBLE, "文件不在了。"))
        assert find(window, "notice.close").isVisible()


def test_a_question_has_one_way_and_goes_when_it_is_taken(desk, qtbot):
    """It does what it says, once."""
    taken = []
    with shown(desk) as window:
        way = ("打开", lambda: taken.append(1))
        desk.noticed.emit(Notice(Tone.ASKED, "要打开档案吗？", way))
        qtbot.mouseClick(find(window, "notice.way"), Qt.MouseButton.LeftButton)
        assert taken == [1]
        assert not window.content.notices.isVisible()


def test_nothing_moves_when_it_comes(desk):
    """It lies over the page; every button of it stays where it was."""
    with shown(desk) as window:
        before = {one: one.geometry() for one in window.page.findChildren(QWidget)}
        desk.noticed.emit(REFUSED)
        QApplication.processEvents()
        assert {one: one.geometry() for one in window.page.findChildren(QWidget)} == before


def test_it_lies_above_the_foot_of_a_page(desk):
    """Whoever writes the record sees the line they write in."""
    with shown(desk) as window:
        foot = QWidget(window.page)
        foot.setObjectName("foot")
        foot.setGeometry(0, 600, 1000, 168)
        foot.show()
        desk.noticed.emit(REFUSED)
        bar = window.content.notices
        assert bar.geometry().bottom() < 600


@pytest.mark.parametrize("width", [911, 1366])
@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_long_words_wrap_and_stay_inside(qapp, tmp_path, width, lang, size):
    """Two hundred words, tags among them, are read as text within the window."""
    evening = at_desk(tmp_path, "post-notice", lang=lang, size=size)
    with evening as desk, shown(desk, "meetings", width=width) as window:
        way = (desk.t("Try again"), lambda: None)
        desk.noticed.emit(Notice(Tone.ASKED, "<b>nobody</b> is present " * 8, way))
        QApplication.processEvents()
        bar = window.content.notices
        assert bar.parentWidget().rect().contains(bar.geometry())
        assert [line for line in audit(window, size / 100) if "notice" in line] == []


def test_it_goes_along_when_the_window_grows(desk):
    """In the middle, at the bottom."""
    with shown(desk) as window:
        desk.noticed.emit(REFUSED)
        window.resize(1600, 900)
        QApplication.processEvents()
        bar = window.content.notices
        area = bar.parentWidget()
        assert abs(bar.geometry().center().x() - area.rect().center().x()) <= 1
        assert bar.geometry().bottom() < area.height()


def test_a_screen_reader_hears_it(desk, monkeypatch):
    """The words are announced: a refusal at once, good news in its turn."""
    heard = []
    monkeypatch.setattr("PySide6.QtGui.QAccessible.updateAccessibility", heard.append)
    with shown(desk) as window:
        for notice in (REFUSED, DONE):
            desk.noticed.emit(notice)
        assert [one.message() for one in heard] == [REFUSED.text, DONE.text]
        urgent, polite = (one.politeness().name for one in heard)
        assert (urgent, polite) == ("Assertive", "Polite")
        assert isinstance(window.content.notices, NoticeBar)
