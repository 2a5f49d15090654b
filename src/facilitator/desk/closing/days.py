"""A field for a day that may be left empty: typed as people write dates, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QWidget

from facilitator.acts import RuleViolation
from facilitator.bodies.roster import read_day
from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.words.figures import full_date

GAP = 4


class DayEdit(QLineEdit):
    """The line of the field; F4 and Alt+Down ask for the calendar."""

    calendar_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.calendar_wanted.emit()
        else:
            super().keyPressEvent(event)


class DayField(QWidget):
    """`day` is None for an empty field. What cannot be read is framed red, and `wrong` says so."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        day: date | None,
        name: str,
        near: date,
        *,
        needed: bool = False,
    ) -> None:
        super().__init__()
        self.desk, self._near, self.title = desk, near, title
        t, px = desk.t, desk.px
        self.edit = DayEdit(day.isoformat() if day else "")
        self.edit.setObjectName(name)
        said = desk.t("{head} (needed)", head=title) if needed else title
        self.edit.setAccessibleName(said)
        self.edit.setPlaceholderText(t("such as {day}", day=near.isoformat()))
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self._typed)
        self.edit.calendar_wanted.connect(self.open_calendar)
        self._open = button("", grade="small", name=f"{name}.calendar", tip=t("Calendar (F4)"))
        self._open.setIcon(desk.theme.icon("calendar-check"))
        self._open.setAccessibleName(t("{field}: calendar", field=title))
        self._open.clicked.connect(self.open_calendar)
        self._says = words("", "small", name=f"{name}.says")
        label = words(said)
        label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        field = row(self.edit, self._open, gap=px(4))
        column(label, field, self._says, on=self, gap=px(4))
        self._typed()

    @property
    def day(self) -> date | None:
        """The day, None for an empty field and for what cannot be read."""
        try:
            return read_day(self.edit.text().strip(), "date")
        except RuleViolation:
            return None

    @property
    def wrong(self) -> str:
        """Why what was typed is no date; "" when it is one or nothing."""
        try:
            read_day(self.edit.text().strip(), "date")
        except RuleViolation:
            text = self.edit.text().strip()
            t = self.desk.t
            return t("{field}: “{text}” is no date.", field=self.title, text=text)
        return ""

    def set_day(self, day: date | None) -> None:
        """Enter a day, or empty the field."""
        self.edit.setText(day.isoformat() if day else "")

    def open_calendar(self) -> None:
        """Show the calendar under the field; Enter or a click takes a day, Esc leaves it."""
        popup = Calendar(self)
        popup.taken.connect(self.set_day)
        popup.show_under(self.edit)

    def _typed(self) -> None:
        day, wrong = self.day, bool(self.wrong)
        # While it is being typed an unfinished date is no mistake yet.
        unfinished = wrong and self.edit.hasFocus() and len(self.edit.text()) < len("2026-1-1")
        self.edit.setProperty("wrong", "true" if wrong and not unfinished else "false")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        t = self.desk.t
        said = full_date(day, self.desk.lang) if day else ""
        self._says.setText(t("no date") if wrong and not unfinished else said)
        self.changed.emit()

    @property
    def near(self) -> date:
        """The day the calendar opens at when the field is empty."""
        return self._near


class Month(QCalendarWidget):
    """The days of a month, painted in the house's colours: the chosen one filled, today framed."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._today = QDate(today.year, today.month, today.day)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Days of other months are pale, so that nobody takes them for this one's."""
        theme = self._theme
        shown = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        chosen, inside = shown == self.selectedDate(), shown.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        elif shown == self._today:
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.setPen(theme.color("accent_on" if chosen else "ink" if inside else "faint"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(shown.day()))
        painter.restore()


class Calendar(QFrame):
    """A month to pick from, in the language of the window; weeks begin on Monday."""

    taken = Signal(object)

    def __init__(self, field: DayField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.desk = desk = field.desk
        t, px = desk.t, desk.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        ground = card("card")
        self._month = Month(desk.theme, desk.now().date())
        self._month.setObjectName("calendar.month")
        self._month.setAccessibleName(field.title)
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        english = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        self._month.setLocale(chinese if desk.lang == "zh" else english)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setNavigationBarVisible(False)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        letters = QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        self._month.setHorizontalHeaderFormat(letters)
        for weekday in Qt.DayOfWeek:
            look = QTextCharFormat()
            look.setForeground(desk.theme.color("soft"))
            self._month.setWeekdayTextFormat(weekday, look)
        day = field.day or field.near
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.activated.connect(self._take)
        self._month.clicked.connect(self._take)
        none = button(t("No date"), "link", "small", name="calendar.none")
        none.clicked.connect(self._take_none)
        column(self._turner(), self._month, row(none, None), on=ground, margins=px(8))
        column(ground, on=self)

    def show_under(self, edit: QWidget) -> None:
        """Show it below a field, or above where there is no room."""
        self.adjustSize()
        at = edit.mapToGlobal(QPoint(0, edit.height() + GAP))
        screen = edit.screen().availableGeometry()
        if at.y() + self.height() > screen.bottom():
            at = edit.mapToGlobal(QPoint(0, -self.height() - GAP))
        left = min(at.x(), screen.right() - self.width())
        self.move(max(screen.left(), left), max(screen.top(), at.y()))
        self.show()
        self._month.setFocus()

    def _turner(self) -> QHBoxLayout:
        """‹ 2026年11月 ›; the page keys do the same."""
        t, theme = self.desk.t, self.desk.theme
        before = button("", "quiet", "small", name="calendar.before", tip=t("Month before"))
        before.quick().setIcon(theme.icon("chevron-left"))
        before.clicked.connect(self._month.showPreviousMonth)
        after = button("", "quiet", "small", name="calendar.after", tip=t("Next month"))
        after.quick().setIcon(theme.icon("chevron-right"))
        after.clicked.connect(self._month.showNextMonth)
        self._name = words("", "strong", name="calendar.name")
        self._month.currentPageChanged.connect(self._say_month)
        self._say_month(self._month.yearShown(), self._month.monthShown())
        return row(before, None, self._name, None, after)

    def _say_month(self, year: int, month: int) -> None:
        form = "yyyy'年'M'月'" if self.desk.lang == "zh" else "MMMM yyyy"
        self._name.setText(self._month.locale().toString(QDate(year, month, 1), form))

    def _take(self, day: QDate) -> None:
        self._give(date(day.year(), day.month(), day.day()))

    def _take_none(self) -> None:
        self._give(None)

    def _give(self, day: date | None) -> None:
        self.taken.emit(day)
        self.close()
