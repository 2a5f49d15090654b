"""Everybody can read, reach and hear this room; and what is closed is gone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.items_panel import AddItemPanel, EditItemPanel
from facilitator.desk.prepare.new import NewMeetingPanel
from facilitator.desk.prepare.panels import ExcusePanel, PostNoticePanel
from facilitator.desk.prepare.signin import SignInView
from facilitator.desk.prepare.view import PrepareView
from facilitator.meeting.attendance import Excuse
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ConveneMeeting
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, later
from tests.desk.freed import assert_freed
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import shown

LONG = "<b>粗</b>关于小区北门外电动自行车停放充电棚建设、收费标准和日常管理办法的议题" * 4
DAY = 24 * 3600
LOOKS = pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)


def next_meeting(desk: Desk) -> None:
    """Two hundred days later, the next meeting with an item of long words, and five on leave."""
    later(desk, 200 * DAY)
    call = ConveneMeeting(meeting="next", body="songbaigang", planned=desk.now(), place=LONG)
    desk.do(call)
    desk.do(AddItem(meeting="next", item="a", title=LONG, text=LONG, minutes=700, proposer=LONG))
    for member in ("chen-guodong", "lin-xiuying", "wang-jianjun", "li-chunmei", "zhou-yumei"):
        desk.do(Excuse(meeting="next", member=member))


@LOOKS
@pytest.mark.parametrize(
    ("until", "place"),
    [("meeting.convene", EVENING), ("post-notice", EVENING), ("", "next"), ("19:28:00", EVENING)],
    ids=["empty", "announced", "long", "door"],
)
def test_the_views_are_clean(qapp, tmp_path, lang, size, until, place):
    """No letters too small, cut, faint or unreachable, in a window of 1366 by 768."""
    with at_desk(tmp_path, until, lang=lang, size=size) as desk:
        if place == "next":
            next_meeting(desk)
        with shown(desk, f"meetings/{place}") as window:
            QApplication.processEvents()
            kinds = (PrepareView, SignInView)
            (view,) = [one for one in window.findChildren(QWidget) if isinstance(one, kinds)]
            assert audit(view, size / 100) == []
            assert view.width() <= 1366


PANELS: dict[str, Callable[[Desk, QWidget], QDialog]] = {
    "new": NewMeetingPanel,
    "notice": lambda desk, over: PostNoticePanel(desk, over, "next"),
    "excuse": lambda desk, over: ExcusePanel(desk, over, "next"),
    "add": lambda desk, over: AddItemPanel(desk, over, "next"),
    "edit": lambda desk, over: EditItemPanel(desk, over, "next", "a"),
}


@LOOKS
def test_the_panels_are_clean_and_fit(qapp, tmp_path, qtbot, lang, size):
    """Each fits into a window of 1366 by 768, at 150 % too."""
    with at_desk(tmp_path, "", lang=lang, size=size) as desk:
        next_meeting(desk)
        over = QWidget()
        over.resize(1366, 768)
        qtbot.addWidget(over)
        over.show()
        for key, make in PANELS.items():
            made = make(desk, over)
            made.open()
            QApplication.processEvents()
            assert audit(made, size / 100) == [], key
            assert (made.width() <= 1366, made.height() <= 768) == (True, True), (key, made.size())
            made.reject()


@pytest.mark.parametrize("key", PANELS)
def test_panels_are_freed(qapp, tmp_path, key):
    """Nothing of a panel stays when its window goes."""
    with at_desk(tmp_path, "") as desk:
        next_meeting(desk)

        def make() -> QWidget:
            over = QWidget()
            PANELS[key](desk, over)
            return over

        assert_freed(make, lambda over: over.show())


@pytest.mark.parametrize(
    ("kind", "until"), [(PrepareView, "post-notice"), (SignInView, "19:28:00")]
)
def test_views_are_freed(qapp, tmp_path, kind, until):
    """Nothing of a view stays when its phase is over."""
    with at_desk(tmp_path, until) as desk:
        assert_freed(lambda: kind(desk, EVENING), lambda view: view.show())
