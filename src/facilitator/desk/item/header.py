"""The head of the item in hand: number, title, time used, the next step as the filled button, and others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.deeds import Deed
from facilitator.desk.item.steps import Steps
from facilitator.desk.meeting.agenda_rows import used_minutes
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.widgets import Button, button, column, elided, row
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.words.figures import Unit, airy, counted

TITLE = 232
"""So many pixels are kept for the words before a button is shown instead of hidden in the menu."""


class Header(QWidget):
    """One row, however narrow: what has no room is in the menu behind ⋯."""

    def __init__(self, desk: Desk, deeds: Mapping[str, Deed]) -> None:
        super().__init__()
        self.setObjectName("item.header")
        self._desk, self._deeds = desk, deeds
        self._order: tuple[str, ...] = ()
        self._main = ""
        self._about = elided("", "secondary", name="item.about")
        self._title = elided("", "item", name="item.title")
        self._offered = {name: deed.button(name=name) for name, deed in deeds.items()}
        self._more = button("", name="item.more", tip=desk.t("More…"))
        self._more.setIcon(desk.theme.icon("ellipsis"))
        self._more.setProperty("narrow", True)
        self._more.clicked.connect(self._open_menu)
        for one in (*self._offered.values(), self._more):
            one.setParent(self)
            one.hide()
        self._buttons = row(gap=desk.px(8))
        left = column(self._about, self._title, gap=0)
        whole = row(gap=desk.px(12))
        whole.addLayout(left, 1)
        whole.addLayout(self._buttons)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, meeting: Meeting, item: Item, steps: Steps) -> None:
        """Show an item and what can be done with it."""
        self._title.setText(item.title)
        self.show_time(meeting, item)
        if (steps.main, steps.beside) != (self._main, self._order):
            self._main, self._order = steps.main, steps.beside
            self._arrange()
        self._fit()

    def show_time(self, meeting: Meeting, item: Item) -> None:
        """Show how long it has been in hand."""
        t, lang = self._desk.t, self._desk.lang
        used = used_minutes(meeting, item, self._desk.steady(meeting))
        parts = [t("Item {number}", number=item.number)]
        if item.times:
            parts.append(t("begun {time}", time=clock_at(meeting, item.times[0][0])))
        if item.minutes:
            planned = counted(item.minutes, Unit.MINUTES, lang)
            parts.append(t("{used} of {planned}", used=used, planned=planned))
        else:
            parts.append(t("{minutes} used", minutes=counted(used, Unit.MINUTES, lang)))
        said = airy(" · ".join(parts))
        if self._about.text() != said:
            self._about.setText(said)
        over = bool(item.minutes) and used >= item.minutes
        if self._about.property("tone") != (tone := "warn" if over else ""):
            retone(self._about, tone=tone)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters, the menu and the next step."""
        hint, px = super().minimumSizeHint(), self._desk.px
        filled = self._offered[self._main].sizeHint().width() if self._main else 0
        return QSize(px(120) + self._more.sizeHint().width() + filled + px(28), hint.height())

    def sizeHint(self) -> QSize:
        """As wide as it gets; as high as its highest piece."""
        return QSize(self._desk.px(640), max(self._desk.px(52), super().sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        """Put the buttons side by side, the next step at the right."""
        while self._buttons.count():
            self._buttons.takeAt(0)
        beside = [self._offered[name] for name in self._order]
        main = self._offered[self._main]
        for one in self._offered.values():
            _dress(one, filled=one is main)
            one.setVisible(one is main)
        for one in (*beside, self._more, main):
            self._buttons.addWidget(one)

    def _fit(self) -> None:
        """Show as many as there is room for beside the title."""
        if not self._main:
            return
        px = self._desk.px
        room = self.width() - min(px(TITLE), self._widest()) - px(12)
        room -= self._offered[self._main].sizeHint().width()
        wide = {name: self._offered[name].sizeHint().width() + px(8) for name in self._order}
        if sum(wide.values()) > room:
            room -= self._more.sizeHint().width() + px(8)
        fitting = True
        for name in self._order:
            fitting = fitting and wide[name] <= room
            room -= wide[name] if fitting else 0
            self._offered[name].setVisible(fitting)
        self._more.setVisible(not fitting)

    def _widest(self) -> int:
        return max(self._title.sizeHint().width(), self._about.sizeHint().width())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("item.menu")
        menu.setToolTipsVisible(True)
        for name in self._order:
            if self._offered[name].isHidden():
                self._deeds[name].put_into(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _dress(one: Button, *, filled: bool) -> None:
    """Make a button the one filled one, or an ordinary one."""
    grade = "big" if filled else "plain"
    if one.property("grade") != grade:
        one.setProperty("grade", grade)
        one.setProperty("look", "")  # so that it is polished anew
    one.set_look("primary" if filled else "plain")
