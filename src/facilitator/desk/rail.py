"""The rail at the left: where one can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desk.actions import key_of
from facilitator.desk.pages import PAGES, Page
from facilitator.desk.theme.tokens import LIGHT
from facilitator.desk.widgets.elided import tip
from facilitator.desk.widgets.ground import fill
from facilitator.desk.widgets.words import chip

if TYPE_CHECKING:
    from facilitator.desk.desk import Desk
    from facilitator.desk.theme import Theme

WIDTH = 88
HIGH, LOW = 66, 52
"""Pixels at 100 % of a button, and of one where there is little room."""
NARROWER = ((14, 100), (13, 100), (13, 90), (13, 80))
"""Sizes of the letters in pixels at 100 %, each with its width in hundredths, until a word has room."""
MEANT = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""How somebody goes to the rail. Whatever else brings the keys here is Qt, looking for a place for them."""


class Rail(QWidget):
    """One button per page; `chosen` tells the key of the page that was pressed."""

    chosen = Signal(str)
    strayed = Signal()
    """The keys came here though nobody sent them: they are the page's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("rail")
        self.setFixedWidth(desk.px(WIDTH))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, desk.theme.color("rail"))
        self.setPalette(palette)
        box = QVBoxLayout(self)
        box.setContentsMargins(desk.px(8), desk.px(12), desk.px(8), desk.px(16))
        box.setSpacing(desk.px(4))
        self._buttons = {page.key: RailButton(desk, page) for page in PAGES if page.on_rail}
        for key, one in self._buttons.items():
            if key == "settings":
                box.addStretch(1)
                self._add_mark(box)
            one.strayed.connect(self.strayed)
            if key == "followup":
                from facilitator.desk.followup.late import Late

                Late(desk, one)
            if key == "projects":
                from facilitator.desk.projects.late import ProjectsLate

                ProjectsLate(desk, one)
            if key == "settings":
                from facilitator.desk.safekeeping.alarm import Alarm

                Alarm(desk, one)
            one.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            box.addWidget(one)

    def _add_mark(self, box: QVBoxLayout) -> None:
        """Keep in sight on every page that this is the sample, or a copy to look at."""
        from facilitator.desk.banner import mark_of

        if said := mark_of(self._desk):
            mark = chip(said, "rail", name="rail.mark")
            box.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
            box.addSpacing(self._desk.px(8))

    def show_page(self, key: str) -> None:
        """Mark the page one is on."""
        for name, one in self._buttons.items():
            one.setChecked(name == key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), self._desk.theme.color("rail"))


def lettering(theme: Theme, text: str, room: int, *, bold: bool) -> tuple[QFont, str]:
    """The letters in which a word has room, and the word: smaller, then narrower, at last cut with “…”.

    The whole word stands in the tool tip in any case.
    """
    font = theme.font(NARROWER[0][0], bold=bold)
    for size, stretch in NARROWER:
        font = theme.font(size, bold=bold)
        font.setStretch(stretch)
        if QFontMetrics(font).horizontalAdvance(text) <= room:
            break
    return font, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


class RailButton(QAbstractButton):
    """An icon with its word below."""

    strayed = Signal()

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._badge = ""
        self.setText(desk.t(page.title))
        self.setAccessibleName(desk.t(page.title))
        self.setObjectName(f"rail.{page.key}")
        self.setToolTip(f"{desk.t(page.title)}  {key_of(f'page.{page.key}')}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_badge(self, number: int, said: str) -> None:
        """Show a number at the icon, which `said` puts into words; nothing for 0."""
        self._show(("99+" if number > 99 else str(number)) if number else "", said)

    def show_alarm(self, said: str) -> None:
        """Show that something is amiss there, which `said` puts into words; nothing for ""."""
        title, key = self._desk.t(self._page.title), key_of(f"page.{self._page.key}")
        tip(self, said or f"{title}  {key}")
        self._show("!" if said else "", said)

    def _show(self, badge: str, said: str) -> None:
        title = self._desk.t(self._page.title)
        self.setAccessibleName(f"{title}, {said}" if badge else title)
        if self._badge != badge:
            self._badge = badge
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand on what came by itself, as when a panel closes: a Space here would leave the page."""
        super().focusInEvent(event)
        if event.reason() not in MEANT:
            self.strayed.emit()

    def sizeHint(self) -> QSize:
        """As drawn: 72 by 66."""
        return QSize(self._desk.px(72), self._desk.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Closer together where the window is low: icon and word are never cut."""
        return QSize(self._desk.px(72), self._desk.px(LOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            ground = QColor(theme.tokens.rail_on)
            ground.setAlphaF(1 if on else 0.5)
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), theme.px(8), theme.px(8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("rail_bright"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), theme.px(7), theme.px(7))
        ink = "rail_bright" if on else "rail_ink"
        icon = theme.pixmap(self._page.icon, ink)
        side = theme.px(24)
        top = theme.px(10) - (theme.px(HIGH) - self.height()) / 2
        painter.drawPixmap(QRectF((self.width() - side) / 2, top, side, side).toRect(), icon)
        room = self.width() - 2 * theme.px(2)
        font, said = lettering(theme, self.text(), room, bold=on)
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        words = QRectF(theme.px(2), top + theme.px(26), room, theme.px(24))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, said)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        """A white drop at the upper right."""
        theme, text = self._desk.theme, self._badge
        painter.setFont(theme.font(14, bold=True))
        wide = max(theme.px(20), painter.fontMetrics().horizontalAdvance(text) + theme.px(10))
        drop = QRectF(self.width() - wide - theme.px(6), theme.px(4), wide, theme.px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(drop, theme.px(10), theme.px(10))
        painter.setPen(QColor(LIGHT.bad_ink))
        painter.drawText(drop, Qt.AlignmentFlag.AlignCenter, text)
