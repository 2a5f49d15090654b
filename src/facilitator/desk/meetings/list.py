"""All meetings of an archive: found by a word, opened with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStackedWidget

from facilitator import overview
from facilitator.desk.actions import key_of
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.meetings.new import new_meeting
from facilitator.desk.meetings.paint import LinePainter
from facilitator.desk.meetings.rows import LINE, Line, Meetings
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, words
from facilitator.words.figures import airy

MOST = 1000
"""Meetings that fit are counted up to here."""
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MeetingsPage(View):
    """Newest first. The arrows move in the list from the field too; Esc empties the field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("meetings")
        self.model = Meetings(desk, self)
        self._make_field()
        self._make_list()
        self._count = words("", "secondary", name="meetings.count")
        new = button(
            t("New meeting…"), "primary", "big", name="meetings.new",
            icon=desk.theme.icon("calendar-plus", "accent_on"),
        )  # fmt: skip
        new.set_key(key_of("meeting.new"))
        new.clicked.connect(lambda: new_meeting(desk, self))
        own(desk, new)
        head = row(words(t("Meetings"), "title"), self._count, None, self.field, new, gap=px(16))
        self._none = words("", "lead", "soft", wrap=True, name="meetings.none")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._over = QStackedWidget()
        self._over.addWidget(self.view)
        self._over.addWidget(self._none)
        margins = (px(32), px(24), px(32), px(24))
        column(head, self._over, on=self, margins=margins, gap=px(16))
        self.first = self.field
        self.refresh_now()

    def refresh(self) -> None:
        """Read the meetings; the one that is chosen stays chosen."""
        chosen = self._chosen()
        self.model.refresh()
        place = self.model.row_of(chosen.meeting) if chosen else 0
        self._choose(self.model.index(max(0, place)))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens what is chosen; from the field the arrows move in the list, and Esc empties it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        in_field, key = watched is self.field, event.key()
        if key in ENTER:
            self._open(self.view.currentIndex())
        elif in_field and key in ARROWS:
            self.view.keyPressEvent(event)
        elif in_field and key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return super().eventFilter(watched, event)
        return True

    def _make_field(self) -> None:
        t = self.desk.t
        self.field = QLineEdit()
        self.field.setObjectName("meetings.filter")
        self.field.setPlaceholderText(t("Body, place, date"))
        self.field.setAccessibleName(t("Find a meeting"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(self.desk.px(200))
        self.field.setMaximumWidth(self.desk.px(320))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)

    def _make_list(self) -> None:
        t = self.desk.t
        self.view = QListView()
        self.view.setObjectName("meetings.list")
        self.view.setAccessibleName(t("Meetings"))
        self.view.setProperty("framed", True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LinePainter(self.desk, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(self._open)
        self.view.installEventFilter(self)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.desk.go("meetings", index.data(LINE).meeting)

    def _filter(self, text: str) -> None:
        chosen = self._chosen()
        self.model.look_for(text)
        place = self.model.row_of(chosen.meeting) if chosen else 0
        self._choose(self.model.index(max(0, place)))
        self._tell()

    def _chosen(self) -> Line | None:
        index = self.view.currentIndex()
        return index.data(LINE) if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _tell(self) -> None:
        """How many there are; why there are none."""
        t, text, shown = self.desk.t, self.field.text().strip(), self.model.rowCount()
        everything = overview.count_meetings(self.desk.session, lang=self.desk.lang)
        said = t.many("{n} meeting", "{n} meetings", everything)
        if text and everything:
            said = t("{shown} of {all}", shown=self._counted(text), all=said)
        self._count.setText(airy(said) if everything else "")
        if not everything:
            self._none.setText(t("No meeting has been called in this archive yet."))
        else:
            self._none.setText(t("No meeting fits “{text}”.", text=text))
        self._over.setCurrentWidget(self.view if shown else self._none)
        self.field.setVisible(bool(everything))

    def _counted(self, text: str) -> str:
        """How many fit, up to a number beyond which nobody counts along."""
        t, desk = self.desk.t, self.desk
        if self.model.whole:
            return str(self.model.rowCount())
        number = overview.count_meetings(desk.session, text, lang=desk.lang, most=MOST + 1)
        return t("more than {n}", n=MOST) if number > MOST else str(number)
