"""The list of members with what narrows it down: words, a group, and how many of how many are shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from facilitator.desk.bodies.fields import choice
from facilitator.desk.bodies.members import ROW, SITTING, MemberDelegate, MembersModel
from facilitator.desk.bodies.sitting import Section, Sitting
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, row, words
from facilitator.words.figures import airy


class PressedList(QListView):
    """A list whose rows are pressed: by one click, or by Enter."""

    pressed_row = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self.pressed_row)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("framed", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the row that is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.pressed_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class MembersList(QWidget):
    """A field to look for somebody, a choice of group, the list, and how many of how many are shown."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("members")
        t, px = desk.t, desk.px
        self.model = MembersModel(desk)
        self._find = QLineEdit()
        self._find.setObjectName("members.find")
        self._find.setPlaceholderText(t("Name, number or address"))
        self._find.setAccessibleName(t("Look for a member"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._look)
        self._groups = choice("members.group")
        self._groups.setAccessibleName(t("Seat group"))
        self._groups.activated.connect(self._pick)
        self._count = words("", "secondary", name="members.count")
        self.view = PressedList()
        self.view.setObjectName("members.list")
        self.view.setAccessibleName(t("Members"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(MemberDelegate(desk, self.view))
        self.view.setMinimumHeight(px(ROW * 5))
        self.view.pressed_row.connect(lambda index: self.chosen.emit(index.data(SITTING)))
        line = row(self._find, self._groups, self._count, gap=px(12))
        line.setStretch(0, 1)
        column(line, self.view, on=self, gap=px(12)).setStretch(1, 1)

    def show_sections(self, sections: Iterable[Section], waiting: Iterable[Sitting]) -> None:
        """Show these; who is chosen and how far one has scrolled stays."""
        several = tuple(sections)
        self._show_groups(several)
        at, bar = self.view.currentIndex(), self.view.verticalScrollBar()
        had = at.data(SITTING) if at.isValid() else None
        where = bar.value()
        self.model.show_sections(several, waiting)
        if had is not None and (place := self.model.place_of(had)) >= 0:
            self.view.setCurrentIndex(self.model.index(place))
        bar.setValue(where)
        self._tell()

    def _show_groups(self, sections: tuple[Section, ...]) -> None:
        t, lang = self._desk.t, self._desk.lang
        wanted = [
            (t("All groups"), ""),
            *((one.group.title.text(lang), one.group.key) for one in sections),
        ]
        now = [
            (self._groups.itemText(at), self._groups.itemData(at))
            for at in range(self._groups.count())
        ]
        self._groups.setVisible(len(sections) > 1)
        if wanted == now:
            return
        self._groups.clear()
        for title, key in wanted:
            self._groups.addItem(title, key)

    def _look(self, text: str) -> None:
        self.model.look_for(text)
        self._tell()

    def _pick(self, at: int) -> None:
        self.model.only_group(self._groups.itemData(at))
        self._tell()

    def _tell(self) -> None:
        t, shown, total = self._desk.t, self.model.rowCount(), self.model.total
        said = t("{n} in all", n=f"{total:,}")
        if shown != total:
            said = t("{n} of {total}", n=f"{shown:,}", total=f"{total:,}")
        self._count.setText(airy(said))
