"""The agenda before the meeting: typed, changed, moved, taken off; and what waits for it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QSpinBox

from facilitator.desk.prepare.plan_list import PlanList
from facilitator.meeting.items import AddItem, PostponeItem, RemoveItem, WithdrawItem
from facilitator.meeting.lifecycle import ConveneMeeting, PostNotice
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.prepare.keys import keyboard, panel, plain, press, tab_to, type_in
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton
TITLES = [
    "上次决定落实情况",
    "异地医疗即时报销",
    "拆除私装车位桩",
    "楼道充电安全公约",
    "图书室服务合同",
]
DAY = 24 * 3600


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk before the notice is posted: five items, nobody has been told."""
    with at_desk(tmp_path, '"xie-wanyi"') as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on the meeting that is being prepared."""
    with shown(desk, f"meetings/{EVENING}") as it:
        yield it


def agenda(desk):
    return desk.session.meeting(EVENING).agenda


def titles(desk):
    return [item.title for item in agenda(desk).items]


def items(window) -> PlanList:
    return find(window, "plan.list", PlanList)


def place(window, number) -> QPoint:
    """Where the row of that number is."""
    view = items(window)
    return view.visualRect(view.model().index(number - 1, 0)).center()


def click_row(window, number):
    QTest.mouseClick(items(window).viewport(), LEFT, pos=place(window, number))


def click(window, name):
    button = find(window, name, QPushButton)
    assert button.isVisible(), name
    assert button.isEnabled(), f"{name}: {button.toolTip()}"
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


class TestTyping:
    def test_title_minutes_and_enter_add_an_item_and_the_field_waits_for_the_next(
        self, desk, window
    ):
        """One item after another goes on without leaving the keyboard."""
        assert keyboard().objectName() == "plan.title"
        type_in("楼道照明")
        tab_to("plan.minutes")
        type_in("20")
        press("Enter")
        assert keyboard().objectName() == "plan.title"
        type_in("门卫")
        press("Enter")
        added = agenda(desk).items[-2:]
        assert [(one.title, one.minutes) for one in added] == [("楼道照明", 20), ("门卫", 0)]

    def test_a_click_into_the_minutes_does_not_make_the_word_part_of_the_number(self, desk, window):
        """The word that stands there while there is no number gives way to what is typed."""
        field = find(window, "plan.minutes", QSpinBox)
        QTest.mouseClick(field.lineEdit(), LEFT, pos=QPoint(20, 10))
        QApplication.processEvents()
        type_in("35")
        assert field.value() == 35

    def test_with_nothing_typed_nothing_is_added(self, desk, window):
        """Enter in an empty field is no item and no complaint."""
        notices = []
        desk.noticed.connect(notices.append)
        press("Enter")
        click(window, "plan.add")
        assert titles(desk) == TITLES
        assert notices == []
        assert keyboard().objectName() == "plan.title"

    def test_what_is_refused_stays_in_the_field(self, desk, window):
        """A title with a character that cannot be seen is told of and not lost."""
        notices = []
        desk.noticed.connect(notices.append)
        type_in("楼道\u202e照明")
        press("Enter")
        assert len(notices) == 1
        assert keyboard().text() == "楼道\u202e照明"
        assert titles(desk) == TITLES

    def test_what_is_typed_outlives_a_new_look(self, desk, window):
        """Another language makes the window anew; the half-typed title is there again."""
        type_in("楼道照")
        desk.settings.lang = "en"
        desk.look_again()
        QApplication.processEvents()
        assert find(window, "plan.title").text() == "楼道照"
        desk.settings.lang = "zh"

    def test_the_first_item_of_an_empty_agenda(self, qapp, tmp_path):
        """An empty agenda says what to do; after the first item it is a list."""
        with (
            at_desk(tmp_path, "meeting.convene") as desk,
            shown(desk, f"meetings/{EVENING}") as window,
        ):
            assert find(window, "plan.nothing").isVisible()
            assert not find(window, "plan.edit").isVisible()
            type_in("楼道照明")
            press("Enter")
            assert items(window).isVisible()
            assert find(window, "plan.edit").isVisible()

    def test_total_and_end(self, desk, window):
        """A hundred minutes from half past seven end at ten past nine; items without a time are counted."""
        total = find(window, "plan.total", QLabel)
        assert plain(total.text()) == "5 项 · 100 分钟 · 预计 21:10 散会"
        type_in("门卫")
        press("Enter")
        assert plain(total.text()) == "6 项 · 100 分钟 · 预计 21:10 散会 · 1 项未定时长"


class TestOrder:
    def test_alt_and_an_arrow_move_an_item(self, desk, window):
        """The second goes up and down again, and stays selected."""
        click_row(window, 2)
        press("Alt+Up")
        assert titles(desk)[:2] == [TITLES[1], TITLES[0]]
        press("Alt+Down", "Alt+Down")
        assert titles(desk)[:3] == [TITLES[0], TITLES[2], TITLES[1]]
        assert agenda(desk).get(items(window).current).title == TITLES[1]

    def test_the_buttons_move_it_too_and_say_when_there_is_no_way(self, desk, window):
        """The first cannot go up; the button says so and cannot be pressed."""
        click_row(window, 1)
        up = find(window, "plan.up", QPushButton)
        assert (up.isEnabled(), up.toolTip()) == (False, "已经是第一项。")
        click(window, "plan.down")
        assert titles(desk)[:2] == [TITLES[1], TITLES[0]]
        assert up.isEnabled()

    def test_a_drag_moves_an_item(self, desk, window):
        """The fifth, dragged above the second, becomes the second."""
        view, port = items(window), items(window).viewport()
        begin, above = place(window, 5), view.visualRect(view.model().index(1, 0)).topLeft()
        QTest.mousePress(port, LEFT, pos=begin)
        QTest.mouseMove(port, begin + QPoint(0, -30))
        QTest.mouseMove(port, above + QPoint(40, 3))
        QTest.mouseRelease(port, LEFT, pos=above + QPoint(40, 3))
        assert titles(desk) == [TITLES[0], TITLES[4], *TITLES[1:4]]


class TestChanging:
    def test_enter_opens_an_item_and_saves_it(self, desk, window):
        """Title, minutes and the wording of the motion are changed in one panel."""
        click_row(window, 3)
        press("Enter")
        asked = panel(window)
        press("Ctrl+A")
        type_in("拆除车位桩")
        find(asked, "item.minutes", QSpinBox).setValue(40)
        write(find(asked, "item.text", QPlainTextEdit), "各户自行拆除私装车位桩。")
        click(asked, "item.done")
        item = agenda(desk).item("i3")
        assert (item.title, item.minutes, item.text) == (
            "拆除车位桩",
            40,
            "各户自行拆除私装车位桩。",
        )
        row = items(window).model().rows[2]
        assert (row.title, plain(row.minutes), row.words) == (
            "拆除车位桩",
            "40 分钟",
            "各户自行拆除私装车位桩。",
        )

    def test_a_double_click_opens_it_as_well(self, desk, window):
        """Whoever does not know of Enter presses twice."""
        click_row(window, 2)
        QTest.mouseDClick(items(window).viewport(), LEFT, pos=place(window, 2))
        assert find(panel(window), "item.title").text() == TITLES[1]

    def test_before_anybody_was_told_an_item_just_goes(self, desk, window):
        """Delete takes it off, and the next one is selected for the next Delete."""
        click_row(window, 2)
        press("Delete")
        assert titles(desk) == [TITLES[0], *TITLES[2:]]
        click(window, "plan.remove")
        assert titles(desk) == [TITLES[0], *TITLES[3:]]
        assert not find(window, "plan.withdraw").isVisible()

    def test_once_announced_an_item_goes_with_a_reason_only(self, desk, window):
        """After the notice hangs, there is no taking off, but putting off and withdrawing."""
        desk.do(PostNotice(meeting=EVENING, posted=desk.now().date()))
        assert not find(window, "plan.remove").isVisible()
        click_row(window, 2)
        click(window, "plan.withdraw")
        write(find(panel(window), "reason.text"), "提出人撤回")
        click(panel(window), "reason.done")
        click_row(window, 3)
        click(window, "plan.postpone")
        write(find(panel(window), "reason.text"), "材料未齐")
        click(panel(window), "reason.done")
        assert [row.words for row in items(window).model().rows[1:3]] == [
            "已撤回：提出人撤回",
            "推迟到下次会议：材料未齐",
        ]
        assert plain(find(window, "plan.total").text()).startswith("3 项 · 45 分钟")

    def test_a_settled_item_cannot_be_changed_any_more(self, desk, window):
        """Its buttons are grey and say why; Enter opens nothing."""
        desk.do(PostNotice(meeting=EVENING, posted=desk.now().date()))
        desk.do(WithdrawItem(meeting=EVENING, item="i2", reason="撤回"))
        click_row(window, 2)
        edit = find(window, "plan.edit", QPushButton)
        assert not edit.isEnabled()
        assert "异地医疗" in edit.toolTip()
        press("Enter")
        with pytest.raises(AssertionError, match="no panel"):
            panel(window)

    def test_a_reason_may_be_given_once_people_were_told(self, desk, window):
        """The panel asks why only when somebody has read the agenda already."""
        click_row(window, 1)
        press("Enter")
        assert panel(window).findChild(QLabel, "item.reason") is None
        press("Esc")
        window.activateWindow()  # what a window manager does when a panel is closed
        QApplication.processEvents()
        desk.do(PostNotice(meeting=EVENING, posted=desk.now().date()))
        items(window).setFocus()
        press("Enter")
        asked = panel(window)
        write(find(asked, "item.reason"), "写错了")
        click(asked, "item.done")
        assert agenda(desk).item("i1").changes[-1].reason == "写错了"


class TestWaiting:
    """The next meeting, two months after the sample evening."""

    @pytest.fixture
    def desk(self, qapp, tmp_path):
        with at_desk(tmp_path, "") as it:
            later(it, 200 * DAY)
            call = ConveneMeeting(
                meeting="next", body="songbaigang", planned=it.now(), place="礼堂"
            )
            it.do(call)
            yield it

    @pytest.fixture
    def window(self, desk):
        with shown(desk, "meetings/next") as it:
            yield it

    def take(self, window):
        return [
            one
            for one in window.findChildren(QPushButton)
            if one.objectName().startswith("waiting.take.") and one.isVisible()
        ]

    def test_one_press_puts_what_waits_on_the_agenda(self, desk, window):
        """Item and minutes come along, it is known where from, and it waits no more."""
        first, *rest = self.take(window)
        QTest.mouseClick(first, LEFT)
        QApplication.processEvents()
        (item,) = desk.session.meeting("next").agenda.items
        assert (item.title, item.minutes, item.carried_from) == ("楼道充电安全公约", 15, EVENING)
        assert len(self.take(window)) == len(rest)
        assert plain(items(window).model().rows[0].words) == "11 月 27 日推迟的议题"

    def test_an_overdue_decision_becomes_an_item_once(self, desk, window):
        """It is reported on at this meeting; while it is on the agenda, it is not offered again."""
        before = self.take(window)
        QTest.mouseClick(before[-1], LEFT)
        QApplication.processEvents()
        (item,) = desk.session.meeting("next").agenda.items
        assert item.title.startswith("落实情况：")
        assert len(self.take(window)) == len(before) - 1
        desk.do(RemoveItem(meeting="next", item=item.id))
        QApplication.processEvents()
        assert len(self.take(window)) == len(before)

    def test_what_this_meeting_puts_off_does_not_wait_for_itself(self, desk, window):
        """An item put off here is offered to the next one, not to this one."""
        before = len(self.take(window))
        desk.do(AddItem(meeting="next", item="a", title="门卫"))
        desk.do(PostponeItem(meeting="next", item="a", reason="下次"))
        QApplication.processEvents()
        assert len(self.take(window)) == before
        assert "门卫" not in said(find(window, "waiting"))
