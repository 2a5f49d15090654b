"""Fields that the panels of a meeting's preparation share: a label above, days, times, people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QTimeEdit, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting import Meeting


def labelled(desk: Desk, said: str, field: QWidget) -> QVBoxLayout:
    """A field under its label, which also names it to those who cannot see."""
    label = words(said)
    label.setBuddy(field)
    field.setAccessibleName(said)
    steady(field)
    return column(label, field, gap=desk.px(4))


class DayField(QDateEdit):
    """A day whose own number comes first under the arrow keys, before month and year."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setSelectedSection(QDateEdit.Section.DaySection)


def date_field(desk: Desk, day: date, name: str) -> QDateEdit:
    """A field for a day, with its weekday and a calendar to open (also by F4 or Alt+Down)."""
    field = DayField()
    show_day(field, day)
    field.setObjectName(name)
    field.setCalendarPopup(True)
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    field.setLocale(chinese if desk.lang == "zh" else QLocale(QLocale.Language.English))
    field.setDisplayFormat("yyyy-MM-dd  dddd")
    return field


def time_field(desk: Desk, at: time, name: str) -> QTimeEdit:
    """A field for a time of day."""
    field = QTimeEdit()
    # The sheet's padding does not reach a field with steps.
    field.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
    show_time(field, at)
    field.setObjectName(name)
    field.setDisplayFormat("HH:mm")
    return field


def show_day(field: QDateEdit, day: date) -> None:
    """Put a day into a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def show_time(field: QTimeEdit, at: time) -> None:
    """Put a time of day into a field."""
    field.setTime(QTime(at.hour, at.minute))


def day_of(field: QDateEdit) -> date:
    """The day that was entered."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


def moment(day: QDateEdit, hour: QTimeEdit, beside: datetime) -> datetime:
    """Day and time as entered, in the zone of `beside`; if that is the computer's, with its summer time."""
    said = datetime.combine(day_of(day), time(hour.time().hour(), hour.time().minute()))
    here = said.astimezone()
    own = beside.astimezone().utcoffset() == beside.utcoffset()
    return here if own else said.replace(tzinfo=beside.tzinfo)


def person_field(desk: Desk, people: Iterable[tuple[str, str]], name: str) -> QComboBox:
    """A field for one of some people (id and words); typing jumps to whom it begins with."""
    field = QComboBox()
    field.setObjectName(name)
    field.setMaxVisibleItems(12)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(12)
    for key, said in people:
        field.addItem(said, key)
    field.setMinimumWidth(desk.px(160))
    return field


def members(desk: Desk, meeting: Meeting) -> list[tuple[str, str]]:
    """All members by seat, as “12  周玉梅”."""
    names = desk.session.names(meeting)
    return [
        (holding.member, f"{holding.seat}  {names.get(holding.member, holding.member)}")
        for holding in meeting.council.seats
    ]
