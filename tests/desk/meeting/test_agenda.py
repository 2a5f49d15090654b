"""The agenda at the left of the desk: what it says of every item, and what can be done with one there."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QListView

from facilitator.demo.stage import staged, up_to
from facilitator.desk.meeting.agenda import AgendaColumn
from facilitator.desk.meeting.agenda_list import AgendaList, AgendaModel
from facilitator.desk.meeting.agenda_paint import broken
from facilitator.desk.meeting.agenda_rows import agenda_rows
from facilitator.desk.meeting.asked import local
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.items import AddItem, EditItem, FinishItem, MoveItem, TakeUp
from facilitator.meeting.motions import MotionState
from facilitator.meeting.part import MeetingCommand
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.freed import assert_freed
from tests.desk.looks import OF_A_ROOM
from tests.desk.meeting.menus import choose, click, close_menu, entry, give_reason, open_menu, panel
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton
LONG = "关于小区北门外电动自行车停放充电棚建设、收费标准和日常管理办法的议题（第二次审议）"


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of the evening; nobody speaks, item 3 is in hand."""
    with at_desk(tmp_path, '"n6"') as it:
        it.do(EndSpeech(meeting=EVENING))
        yield it


@pytest.fixture
def window(desk):
    """Give the window on it."""
    with shown(desk, f"meetings/{EVENING}") as it:
        yield it


def rows(desk):
    """Return what the agenda says, by item."""
    meeting = desk.session.meeting(EVENING)
    found = agenda_rows(meeting, desk.steady(meeting), desk.t, partial(local, meeting))
    return {row.item: row for row in found}


def plain(text):
    return text.replace("\u00a0", " ")


def order(desk):
    return [item.id for item in desk.session.meeting(EVENING).agenda.items]


def items(window) -> AgendaList:
    return find(window, "agenda.list", AgendaList)


def at(window, item) -> QPoint:
    view = items(window)
    model = view.model()
    assert isinstance(model, AgendaModel)
    return view.visualRect(model.index(model.place(item))).center()


class TestWords:
    def test_each_item_says_what_became_of_it(self, desk):
        """Times and a report; a vote with its numbers and decision; minutes used; moved up; minutes planned."""
        words = {item: plain(row.words) for item, row in rows(desk).items()}
        assert words == {
            "i1": "19:38—19:45 · 已报告",
            "i2": "通过 10/13 · 决议 1 号",
            "i3": "议事中 · 已用 4 / 30 分钟",
            "i5": "20 分钟 · 提前",
            "i4": "15 分钟",
        }

    def test_the_minutes_go_on(self, desk):
        """They count by themselves; beyond the plan the item is over."""
        later(desk, 26 * 60)
        row = rows(desk)["i3"]
        assert plain(row.words) == "议事中 · 已用 30 / 30 分钟"
        assert not row.over
        later(desk, 60)
        assert rows(desk)["i3"].over

    def test_what_was_put_away_says_so(self, qapp, tmp_path):
        """At the end of the evening: the lost vote is followed by the carried one, item 4 is put off."""
        with at_desk(tmp_path, "read-back") as desk:
            words = {item: plain(row.words) for item, row in rows(desk).items()}
        assert words["i3"] == "通过 9/13 · 决议 2 号"
        assert words["i4"] == "推迟到下次会议"
        assert words["i5"].startswith("未通过 8/13")

    def test_an_item_without_minutes_counts_all_the_same(self, desk):
        """Nothing was planned, so nothing is exceeded."""
        desk.do(EditItem(meeting=EVENING, item="i3", title="拆除私装车位桩", reason="不限时"))
        assert plain(rows(desk)["i3"].words) == "议事中 · 已用 4 分钟"


def test_the_end_is_foreseen(window, desk):
    """What is left of the item in hand and of all others, from now, to five minutes; it follows."""
    end = find(window, "agenda.end")
    assert plain(end.text()) == "预计 21:15 散会"
    desk.do(
        EditItem(meeting=EVENING, item="i4", title="楼道充电安全公约", minutes=45, reason="展开")
    )
    assert plain(end.text()) == "预计 21:45 散会"


def test_a_minute_later_the_column_shows_it(window, desk):
    """Nobody has to act for it."""
    later(desk, 60)
    model = items(window).model()
    assert "已用 5 / 30" in plain(model.data(model.index(2), Qt.ItemDataRole.ToolTipRole))


class TestTakingUp:
    def test_a_click_takes_an_item_up(self, window, desk):
        """The one before is put aside."""
        QTest.mouseClick(items(window).viewport(), LEFT, pos=at(window, "i5"))
        agenda = desk.session.meeting(EVENING).agenda
        assert agenda.in_hand == "i5"
        assert agenda.item("i3").state is ItemState.PAUSED

    def test_enter_does_the_same(self, window, desk):
        """F4 leads to the list, the arrows and Enter do the rest."""
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
        assert QApplication.focusWidget() is items(window)
        QTest.keyClick(items(window), Qt.Key.Key_Down)
        QTest.keyClick(items(window), Qt.Key.Key_Return)
        assert desk.session.meeting(EVENING).agenda.in_hand == "i5"

    def test_what_is_settled_only_comes_back_by_its_menu(self, window, desk):
        """A click on a done item takes nothing up; its menu offers to."""
        QTest.mouseClick(items(window).viewport(), LEFT, pos=at(window, "i2"))
        assert desk.session.meeting(EVENING).agenda.in_hand == "i3"
        menu_of(window, "i2")
        choose("take-up")
        assert desk.session.meeting(EVENING).agenda.in_hand == "i2"


def menu_of(window, item):
    """Open the menu of an item by the menu key."""
    items(window).setFocus()
    items(window).select(item)
    view = items(window)
    view.asked.emit(item, view.viewport().mapToGlobal(at(window, item)))
    return open_menu()


class TestMoving:
    def test_alt_and_an_arrow(self, window, desk):
        """Up and down one place; the item stays selected, so that it can go on."""
        view = items(window)
        view.setFocus()
        view.select("i4")
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert order(desk) == ["i1", "i2", "i3", "i4", "i5"]
        assert view.current == "i4"
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert order(desk) == ["i1", "i2", "i3", "i5", "i4"]
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert order(desk) == ["i1", "i2", "i3", "i5", "i4"]

    def test_dragging(self, window, desk):
        """An open item is carried above another; it is not taken up by that."""
        drag(window, "i4", at(window, "i3") - QPoint(0, 20))
        assert order(desk) == ["i1", "i2", "i4", "i3", "i5"]
        assert desk.session.meeting(EVENING).agenda.in_hand == "i3"

    def test_dragging_below_all(self, window, desk):
        """Below the last one is last."""
        drag(window, "i5", at(window, "i4") + QPoint(0, 25))
        assert order(desk)[-1] == "i5"

    def test_put_back_where_it_was_is_no_act(self, window, desk):
        """Nothing is recorded when nothing moved."""
        before = desk.session.meeting(EVENING).version
        drag(window, "i5", at(window, "i5") + QPoint(0, 25))
        assert desk.session.meeting(EVENING).version == before

    def test_what_is_settled_stays(self, window, desk):
        """Done items cannot be dragged."""
        before = desk.session.meeting(EVENING).version
        drag(window, "i1", at(window, "i4"))
        assert desk.session.meeting(EVENING).version == before


def drag(window, item, to):
    """Carry a row with the mouse."""
    port = items(window).viewport()
    start = at(window, item)
    QTest.mousePress(port, LEFT, pos=start)
    for part in (3, 2, 1):
        QTest.mouseMove(port, start + (to - start) / part)
    QTest.mouseRelease(port, LEFT, pos=to)


class TestMenu:
    def test_the_item_in_hand_is_finished(self, window, desk):
        """With a motion open on it, it cannot be, and the menu says why."""
        finish = entry(menu_of(window, "i3"), "finish")
        assert not finish.isEnabled()
        assert "3-1" in finish.toolTip()
        close_menu()

    def test_putting_off_takes_the_motions_along(self, window, desk):
        """The item, and what is open on it, with one reason."""
        menu_of(window, "i3")
        choose("postpone")
        give_reason(window, "时间不够")
        meeting = desk.session.meeting(EVENING)
        assert meeting.agenda.item("i3").state is ItemState.POSTPONED
        assert meeting.motions.all["m3"].state is MotionState.POSTPONED

    def test_withdrawing_needs_its_reason(self, window, desk):
        """Without one the panel stays and says so."""
        menu_of(window, "i4")
        choose("withdraw")
        click(panel(window), "reason.done")
        assert panel(window).isVisible()
        give_reason(window, "提出人撤回")
        assert desk.session.meeting(EVENING).agenda.item("i4").state is ItemState.WITHDRAWN

    def test_changing_an_item_during_the_meeting_needs_a_reason(self, window, desk):
        """Title and minutes, with why."""
        menu_of(window, "i4")
        choose("edit")
        asked = panel(window)
        find(asked, "item.title").selectAll()
        write(find(asked, "item.title"), "充电安全")
        write(find(asked, "item.reason"), "原题太长")
        click(asked, "item.done")
        assert desk.session.meeting(EVENING).agenda.item("i4").title == "充电安全"

    def test_an_item_is_added_while_the_meeting_runs(self, window, desk):
        """Ctrl+I, a title, Enter."""
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        write(find(panel(window), "item.title"), "临时动议")
        QTest.keyClick(find(panel(window), "item.title"), Qt.Key.Key_Return)
        assert desk.session.meeting(EVENING).agenda.items[-1].title == "临时动议"


class TestAdjusting:
    def test_moving_by_buttons(self, window, desk):
        """What is moved stays chosen; the first cannot go up, and says so."""
        click(window, "agenda.adjust")
        asked = panel(window)
        find(asked, "adjust.list", AgendaList).select("i4")
        for _ in range(4):
            click(asked, "adjust.up")
        assert order(desk)[0] == "i4"
        assert not find(asked, "adjust.up").isEnabled()
        assert find(asked, "adjust.up").toolTip()
        click(asked, "adjust.done")
        assert not asked.isVisible()

    def test_what_earlier_meetings_put_off_is_taken_over(self, qapp, tmp_path):
        """One click; then it waits no more."""
        desk = staged(tmp_path, (*up_to("meeting.close"), *_next()))
        with shown(desk, "meetings/next") as window:
            click(window, "agenda.adjust")
            asked = panel(window)
            assert "楼道充电安全公约" in said(asked)
            click(asked, "adjust.take.i4")
            added = desk.session.meeting("next").agenda.items[-1]
            assert (added.title, added.carried_from) == ("楼道充电安全公约", EVENING)
            assert "adjust.take.i4" not in {
                one.objectName() for one in asked.findChildren(object) if _lives(one)
            }
        desk.session.close()


def _lives(one):
    return hasattr(one, "isVisible") and one.isVisible()


def _next():
    """Call another meeting of the body, and open it."""
    at = '"at": "2027-02-26T19:30:00+08:00"'
    yield (
        f'{{{at}, "do": "meeting.convene", "meeting": "next", "body": "songbaigang", '
        '"planned": "2027-02-26T19:30:00+08:00", "place": "社区礼堂"}'
    ).encode()
    for fields in (
        '"do": "meeting.enter", "phase": "sign-in"',
        '"do": "attendance.arrive", "person": "su-huimin"',
        '"do": "meeting.enter", "phase": "deliberate"',
    ):
        yield f'{{{at}, "meeting": "next", {fields}}}'.encode()


class TestModel:
    def test_it_is_a_model_as_qt_wants_it(self, desk):
        """Qt's own tester finds nothing, whatever happens to the agenda."""
        model = AgendaModel()
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        tester = QAbstractItemModelTester(model, mode)
        column = AgendaColumn(desk, EVENING, model)
        column.show()
        acts: list[MeetingCommand] = [
            AddItem(meeting=EVENING, item="i9", title=LONG, minutes=5, before="i5"),
            MoveItem(meeting=EVENING, item="i9"),
            TakeUp(meeting=EVENING, item="i9"),
            FinishItem(meeting=EVENING, item="i9"),
        ]
        for command in acts:
            assert desk.do(command)
        assert [row.item for row in model.rows] == order(desk)
        column.deleteLater()
        del tester

    def test_only_what_changed_is_told(self, desk):
        """A selection survives an act on another item."""
        model = AgendaModel()
        column = AgendaColumn(desk, EVENING, model)
        column.show()
        view = find(column, "agenda.list", QListView)
        changed, reset = [], []
        model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
        model.modelReset.connect(lambda: reset.append(True))
        view.setCurrentIndex(model.index(4))
        desk.do(EditItem(meeting=EVENING, item="i5", title="合同", minutes=20, reason="简写"))
        assert (changed, reset) == ([3], [])
        assert view.currentIndex().row() == 4
        column.deleteLater()


class TestLongTitles:
    def test_two_lines_at_most(self, desk):
        """The end is cut; nothing runs out of its line."""
        font = desk.theme.font(15)
        lines = broken(LONG, font, 176, 2)
        assert len(lines) == 2
        assert lines[1].endswith("…")
        assert broken("短", font, 176, 2) == ["短"]
        assert broken("", font, 176, 2) == [""]

    def test_the_whole_stands_in_the_tip(self, desk):
        """Without being read as markup."""
        desk.do(AddItem(meeting=EVENING, item="i9", title=f"<b>{LONG}</b>"))
        model = AgendaModel()
        column = AgendaColumn(desk, EVENING, model)
        column.refresh_now()
        tip = model.data(model.index(5), Qt.ItemDataRole.ToolTipRole)
        assert LONG in tip
        assert not Qt.mightBeRichText(tip) if hasattr(Qt, "mightBeRichText") else "<b>" not in tip
        column.deleteLater()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size):
    """The audit finds nothing in the column alone."""
    with at_desk(tmp_path, '"n6"', lang=lang, size=size) as desk:
        column = AgendaColumn(desk, EVENING, AgendaModel())
        column.resize(desk.px(232), desk.px(520))
        column.show()
        QApplication.processEvents()
        assert audit(column, size / 100) == []
        column.deleteLater()


def test_the_column_is_freed(desk):
    """Nothing holds a column that was closed."""
    assert_freed(lambda: AgendaColumn(desk, EVENING, AgendaModel()), lambda it: it.show())


def test_the_keys_are_declared(window):
    """F4 and Ctrl+I are actions that the help lists."""
    names = {one.objectName() for one in window.findChildren(QAction)}
    assert {"agenda", "seats", "item.add"} <= names
