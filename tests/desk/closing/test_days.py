"""A day is typed or picked from a calendar that speaks the language of the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QLabel, QPushButton, QTableView

from facilitator.desk.closing.days import Calendar, DayField
from tests.desk.audit import audit
from tests.desk.freed import do_what_was_put_off

NEAR = date(2026, 11, 27)


@pytest.fixture
def field(bench, qtbot):
    """An empty field of a Chinese window."""
    return make(bench)


def make(bench, lang="zh", day=None):
    return bench.show(DayField(bench("T19:15", lang=lang), "办理期限", day, "due", NEAR), 320, 100)


def said(field):
    return field.findChild(QLabel, "due.says").text()


def calendar(field, qtbot):
    qtbot.keyClick(field.edit, Qt.Key.Key_F4)
    return field.findChild(Calendar)


@pytest.mark.parametrize("text", ["2027-01-31", "2027/1/31", "2027.1.31", "2027年1月31日"])
def test_dates_as_people_write_them(field, qtbot, text):
    """The day is read, and said again with its weekday, so that a slip is seen."""
    field.edit.setText(text)
    assert field.day == date(2027, 1, 31)
    assert said(field) == "2027年1月31日（星期日）"
    assert not field.wrong


@pytest.mark.parametrize("text", ["2027-02-30", "next week", "31.1.2027"])
def test_what_is_no_date_is_framed_and_named(field, text):
    """It does not count as empty: whoever sends the form is told which field is wrong."""
    field.edit.setText(text)
    assert field.day is None
    assert text in field.wrong
    assert "办理期限" in field.wrong
    assert field.edit.property("wrong") == "true"


def test_a_date_that_is_being_typed_is_no_mistake_yet(field, qtbot):
    """Red frames while somebody types would only irritate."""
    field.activateWindow()
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "2027-")
    assert field.edit.property("wrong") == "false"
    field.edit.clearFocus()
    assert field.edit.property("wrong") == "true"
    assert said(field) == "不是日期"


def test_nothing_is_a_day_that_is_not_set(field):
    """An empty field is right."""
    assert field.day is None
    assert not field.wrong
    assert said(field) == ""


def test_f4_opens_a_calendar_and_enter_takes_its_day(field, qtbot):
    """It opens near the day that is likely; arrows move, Enter takes, and it is gone."""
    opened = calendar(field, qtbot)
    month = opened.findChild(QCalendarWidget)
    assert month.selectedDate().toPython() == NEAR
    days = month.findChild(QTableView)
    qtbot.keyClick(days, Qt.Key.Key_Right)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert field.day == date(2026, 11, 28)
    do_what_was_put_off()
    assert field.findChild(Calendar) is None


def test_a_click_takes_a_day(field, qtbot):
    """As in every calendar."""
    opened = calendar(field, qtbot)
    month = opened.findChild(QCalendarWidget)
    month.clicked.emit(month.selectedDate().addDays(3))
    assert field.day == date(2026, 11, 30)


def test_it_opens_at_the_day_that_is_set(bench, qtbot):
    """Whoever corrects a date begins at it."""
    field = make(bench, day=date(2027, 3, 12))
    assert calendar(field, qtbot).findChild(QCalendarWidget).selectedDate().toPython() == date(
        2027, 3, 12
    )


def test_a_day_can_be_taken_back(bench, qtbot):
    """The button of no date empties the field."""
    field = make(bench, day=date(2027, 3, 12))
    none = calendar(field, qtbot).findChild(QPushButton, "calendar.none")
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert field.day is None
    assert field.edit.text() == ""


@pytest.mark.parametrize(("lang", "month"), [("zh", "2026年11月"), ("en", "November 2026")])
def test_the_calendar_speaks_the_windows_language(bench, qtbot, lang, month):
    """Months in words, weeks that begin on Monday, whatever the computer speaks."""
    field = make(bench, lang=lang)
    opened = calendar(field, qtbot)
    shown = opened.findChild(QCalendarWidget)
    assert opened.findChild(QLabel, "calendar.name").text() == month
    assert shown.firstDayOfWeek() is Qt.DayOfWeek.Monday


def test_everybody_can_use_it(bench):
    """The field and its button have names and are reached by Tab."""
    assert audit(make(bench, day=NEAR)) == []
