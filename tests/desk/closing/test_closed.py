"""A meeting that is over: what came of it, its papers, and the way to open it again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.closing.closed import ClosedView
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.papers.folders import keep_papers_folder
from facilitator.desk.places import Place
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase
from tests.desk.audit import audit
from tests.desk.evening import write
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM


@pytest.fixture
def desk(bench):
    """The whole evening."""
    return bench()


@pytest.fixture
def view(bench, desk):
    """The view on it."""
    return bench.show(ClosedView(desk, EVENING))


def said(view, name):
    return view.findChild(QLabel, name).text().replace("\u00a0", "")


def press(view, qtbot, name):
    qtbot.mouseClick(view.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_it_says_what_came_of_the_meeting(view):
    """How many resolutions, when, what was not carried and what waits."""
    assert said(view, "closed.title") == "已散会，形成决议2项"
    assert said(view, "closed.when") == "2026年11月27日（星期五）19:36—21:00"
    rest = said(view, "closed.rest")
    assert "未通过：动议3-1" in rest
    assert "推迟到下次会议：四、楼道充电安全公约" in rest
    assert "没有当场宣读" not in rest


def test_what_was_objected_and_not_read_is_said(bench):
    """Nothing is made better than it was."""
    desk = bench('"phase": "read-back"')
    desk.do(CloseMeeting(meeting=EVENING, read_back=False, objections="何伟明有异议"))
    rest = said(bench.show(ClosedView(desk, EVENING)), "closed.rest")
    assert "何伟明有异议" in rest
    assert "记录未当场宣读" in rest


def test_one_click_exports_the_set(view, desk, bench, qtbot, tmp_path):
    """The same box as among the papers, in the meeting's own language."""
    keep_papers_folder(desk.settings, tmp_path)
    press(view, qtbot, "papers.export")
    bench.idle()
    assert len(list(view.export.folder.rglob("* zh.*"))) > 20


def test_the_papers_are_one_click_away(view, desk, qtbot):
    """The page of the meeting shows them."""
    went = []
    desk.went.connect(went.append)
    press(view, qtbot, "closed.papers")
    assert went == [Place("meetings", EVENING, "papers")]


def test_the_head_can_be_copied(view, desk, qtbot):
    """All 64 digits, to be compared with a paper or another copy."""
    press(view, qtbot, "record.head.copy")
    assert QGuiApplication.clipboard().text() == desk.session.head(f"meeting/{EVENING}")[1]


def test_it_is_opened_again_with_a_reason(view, desk, qtbot):
    """Without one it stays closed and the panel says so."""
    press(view, qtbot, "closed.reopen")
    panel = view.findChild(ReasonPanel)
    field = panel.findChild(QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.session.meeting(EVENING).phase.stage is Stage.CLOSED
    assert panel.isVisible()
    write(field, "表决录入有误")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.session.meeting(EVENING).phase.stage is Stage.RUNNING
    assert not panel.isVisible()


def test_a_cancelled_meeting_says_why(bench):
    """No resolution is claimed of a meeting that did not take place."""
    desk = bench("meeting.post-notice")
    assert desk.do(CancelMeeting(meeting=EVENING, reason="台风"))
    view = bench.show(ClosedView(desk, EVENING))
    assert said(view, "closed.title") == "会议已取消"
    assert said(view, "closed.when") == "台风"


def test_an_evening_to_which_too_few_came_says_so(bench):
    """It was closed without having been opened."""
    from facilitator.meeting.items import PostponeItem

    desk = bench('"phase": "sign-in"')
    for item in ("i1", "i2", "i3", "i4", "i5"):
        assert desk.do(PostponeItem(meeting=EVENING, item=item, reason="人不够"))
    assert desk.do(CloseMeeting(meeting=EVENING, read_back=False))
    view = bench.show(ClosedView(desk, EVENING))
    assert "没有开成" in said(view, "closed.title")
    assert "五、图书室服务合同" in said(view, "closed.rest")


def test_without_a_resolution_none_is_claimed(bench):
    """A meeting can be over without one."""
    from facilitator.meeting.items import PostponeItem

    desk = bench('"phase": "deliberate"')
    for item in ("i1", "i2", "i3", "i4", "i5"):
        assert desk.do(PostponeItem(meeting=EVENING, item=item, reason="停电"))
    assert desk.do(EnterPhase(meeting=EVENING, phase="read-back"))
    assert desk.do(CloseMeeting(meeting=EVENING))
    assert said(bench.show(ClosedView(desk, EVENING)), "closed.title") == "已散会，没有形成决议"


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_use_it(bench, lang, size):
    """In both languages, also at 150 % on a small screen."""
    rail = 88 * size // 100
    view = bench.show(ClosedView(bench(lang=lang, size=size), EVENING), 1366 - rail, 480)
    assert view.width() == 1366 - rail
    assert audit(view, size / 100) == []


def test_a_closed_view_is_freed(bench, desk):
    """Export box, decisions and all."""
    view = ClosedView(desk, EVENING)
    view.show()
    watch = Watch(view)
    view.deleteLater()
    del view
    watch.assert_freed()
