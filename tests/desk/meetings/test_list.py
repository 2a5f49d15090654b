"""The list of meetings: what it shows, how one finds and opens one in it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from facilitator import overview
from facilitator.demo.stage import staged
from facilitator.desk.meetings import rows
from facilitator.desk.meetings.list import MeetingsPage
from facilitator.desk.meetings.rows import LINE, Meetings
from facilitator.desk.notices import Tone
from facilitator.desk.places import Place
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.convening import ConveneMeeting
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, write
from tests.desk.freed import assert_freed
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown

EVERY = QAbstractItemModelTester.FailureReportingMode.Fatal
FIRST = datetime.fromisoformat("2026-12-04T14:00:00+08:00")


def call(desk, number, **fields):
    """Call one more meeting of the sample body, a week after the one before."""
    plain = {"place": "居委会二楼", "planned": FIRST + timedelta(weeks=number)} | fields
    made = ConveneMeeting(meeting=f"m{number}", body="songbaigang", **plain)
    assert desk.session.do(made)


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on the sample evening and three meetings after it; one is cancelled."""
    with at_desk(tmp_path, '"meeting.close"') as desk:
        call(desk, 0, title="物业费听证")
        call(desk, 1)
        call(desk, 2, place="北巷 <b>凉亭</b>")
        desk.session.do(CancelMeeting(meeting="m1", reason="台风"))
        yield desk


def names(page):
    """Return the meetings that are shown, from above."""
    return [page.model.index(row, 0).data(LINE).meeting for row in range(page.model.rowCount())]


def test_newest_first_each_with_what_it_is(desk):
    """Day, which meeting, where, how it stands; why it was cancelled; how many decisions it made."""
    with shown(desk, "meetings") as window:
        page = window.page
        assert names(page) == ["m2", "m1", "m0", EVENING]
        spoken = [page.model.index(row, 0).data().replace("\u00a0", "") for row in range(4)]
        assert spoken[0].endswith("第二届第4次会议, 北巷 <b>凉亭</b>, 筹备")
        assert spoken[1].endswith("居委会二楼, 已取消, 台风")
        assert (
            "2026年12月4日, 星期五, 14:00, 物业费听证, 松柏岗社区共治议事会 · 第二届第2次会议"
            in spoken[2]
        )
        assert spoken[3].endswith("社区礼堂, 已散会, 2项决议")
        assert "4场会议" in said(window).replace("\u00a0", "")


def test_a_meeting_held_on_another_day_stands_under_that_day(desk):
    """What was planned for tomorrow and opened tonight does not lie ahead; on the day itself its hour stays."""
    row = overview.last_meeting(desk.session, "songbaigang")
    told = []
    for opened in (None, "2026-12-04T06:05:00+00:00", "2026-12-03T12:00:00+00:00"):
        line = rows.line_of(desk, replace(row, planned=FIRST.isoformat(), opened_at=opened))
        told.append(f"{line.day}，{line.weekday} {line.time}".replace("\u00a0", ""))
    assert told == [
        "2026年12月4日，星期五 14:00",
        "2026年12月4日，星期五 14:00",
        "2026年12月3日，星期四 20:00",
    ]


def test_the_model_keeps_the_promises_of_models(desk, monkeypatch):
    """Qt's own tester watches it while meetings come, are looked for, and are read page by page."""
    monkeypatch.setattr(rows, "PAGE", 2)
    model = Meetings(desk)
    tester = QAbstractItemModelTester(model, EVERY)
    tester.setUseFetchMore(False)  # it would read on in the middle of a reset
    model.refresh()
    assert (model.rowCount(), model.rowCount(model.index(0))) == (2, 0)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert [model.index(row).data(LINE).meeting for row in range(4)] == ["m2", "m1", "m0", EVENING]
    call(desk, 3)
    model.refresh()
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (4, True)
    model.look_for("台风 凉亭")
    assert model.rowCount() == 0
    model.look_for("")
    assert model.rowCount() == 2
    assert model.data(QModelIndex()) is None
    del tester


def test_the_list_reads_on_as_one_goes_down(desk, qtbot, monkeypatch):
    """End goes to the last that is there; going on from there the older ones come."""
    monkeypatch.setattr(rows, "PAGE", 2)
    with shown(desk, "meetings") as window:
        view = window.page.view
        view.setFocus()
        for _ in range(3):
            qtbot.keyClick(view, Qt.Key.Key_End)
            QApplication.processEvents()
        assert view.currentIndex().data(LINE).meeting == EVENING
        assert "4场会议" in said(window).replace("\u00a0", "")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("凉亭", ["m2"]),
        ("听证", ["m0"]),
        ("2026-12-11", ["m1"]),
        ("12月4日", ["m0"]),
        ("二楼 12月", ["m1", "m0"]),
        ("2026年12月11日", ["m1"]),
        ("议事会", ["m2", "m1", "m0", EVENING]),
        ("100%", []),
    ],
)
def test_words_in_any_order_find_meetings(desk, typed, left):
    """Body, title, place and date are looked through; signs mean nothing but themselves."""
    with shown(desk, "meetings") as window:
        write(find(window, "meetings.filter"), typed)
        assert names(window.page) == left
        if not left:
            assert f"没有与“{typed}”相符的会议。" in said(window)


def test_the_field_has_the_keys_and_moves_in_the_list(desk, qtbot):
    """Down twice and Enter opens the third; nobody takes the hands from the keyboard."""
    with shown(desk, "meetings") as window:
        field = find(window, "meetings.filter")
        assert QApplication.focusWidget() is field
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert window.place == Place("meetings", "m0")


def test_escape_empties_the_field(desk, qtbot):
    """And all meetings are there again."""
    with shown(desk, "meetings") as window:
        field = find(window, "meetings.filter")
        write(field, "凉亭")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert len(names(window.page)) == 4


def test_a_click_opens(desk, qtbot):
    """Anywhere on the row."""
    with shown(desk, "meetings") as window:
        view = window.page.view
        row = view.visualRect(window.page.model.index(3, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
        assert window.place == Place("meetings", EVENING)


def test_enter_in_the_list_opens_too(desk, qtbot):
    """Whoever went there with Tab stays at the keys."""
    with shown(desk, "meetings") as window:
        view = window.page.view
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_End)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert window.place == Place("meetings", EVENING)


def test_what_is_chosen_stays_chosen_when_another_meeting_comes(desk):
    """A meeting called meanwhile goes to its place and moves nobody's choice."""
    with shown(desk, "meetings") as window:
        view, page = window.page.view, window.page
        view.setCurrentIndex(page.model.index(2, 0))
        late = ConveneMeeting(meeting="m9", body="songbaigang", place="x", planned=FIRST)
        assert desk.do(late)
        assert view.currentIndex().data(LINE).meeting == "m0"


def test_without_a_meeting_it_says_so(qapp, tmp_path, qtbot):
    """And a new meeting without a body offers to found one."""
    desk = staged(tmp_path, ())
    with shown(desk, "meetings") as window:
        assert "这个档案里还没有会议。" in said(window)
        qtbot.mouseClick(find(window, "meetings.new"), Qt.MouseButton.LeftButton)
        notice = window.content.notices.notice
        assert (notice.tone, notice.text) == (Tone.TOLD, "先要有机构，才能开会。")
        went = []
        desk.went.connect(went.append)
        qtbot.mouseClick(find(window, "notice.way"), Qt.MouseButton.LeftButton)
        assert went == [Place("bodies", "new")]
    desk.session.close()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size):
    """The audit finds nothing."""
    evening = at_desk(tmp_path, '"meeting.close"', lang=lang, size=size)
    with evening as desk, shown(desk, "meetings") as window:
        assert audit(window, size / 100) == []


def test_the_page_goes_when_it_is_closed(desk):
    """Nothing holds its model either."""
    assert_freed(lambda: MeetingsPage(desk), lambda page: page.show())
