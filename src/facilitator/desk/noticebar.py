"""The line in which the window says something by itself. It lies over the page and moves nothing in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.widgets import Button, button, row, words
from facilitator.desk.widgets.ground import paint_bar
from facilitator.session import Change

SIGNS = {
    Tone.DONE: ("check", "good_ink", "good"),
    Tone.TOLD: ("info", "accent_ink", "accent"),
    Tone.REFUSED: ("info", "warn_ink", "warn"),
    Tone.TROUBLE: ("triangle-alert", "bad_ink", "bad"),
    Tone.ASKED: ("circle-help", "accent_ink", "accent"),
}
"""Icon, its colour, and that of the bar at the left; the words alone say the same."""
GOES_AFTER = 6000
"""Milliseconds that good news stays."""
STANDING = (Tone.TROUBLE, Tone.ASKED)
"""These stay until they are answered or solved; what passes lies over them for a while."""
WIDEST = 760


class NoticeBar(QFrame):
    """Good news goes by itself, a refusal with the next act; trouble stays until it is solved."""

    def __init__(self, desk: Desk, area: QWidget) -> None:
        super().__init__(area)
        self._desk, self._area = desk, area
        self._standing: Notice | None = None
        self._passing: Notice | None = None
        self.setObjectName("notice")
        self._make()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GOES_AFTER)
        self._timer.timeout.connect(self._pass)
        desk.noticed.connect(self.say)
        desk.changed.connect(self._acted)
        desk.marked.connect(self._marked)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is said now."""
        return self._passing or self._standing

    def say(self, notice: Notice) -> None:
        """Say it now; what stands comes back when what passes has gone."""
        if notice.tone in STANDING:
            self._standing, self._passing = notice, None
        else:
            self._passing = notice
        self._show()
        self._announce(notice)

    def dismiss(self) -> None:
        """Take away what is said."""
        if self._passing is not None:
            self._passing = None
        else:
            self._standing = None
        self._show()

    def place_itself(self) -> None:
        """Lie above the foot of the page, or at the bottom; in the middle, no wider than can be read."""
        if self.notice is None:
            return
        px, area = self._desk.px, self._area.rect()
        widest = min(px(WIDEST), area.width() - px(48))
        beside = self._beside_words()
        natural = self._said.fontMetrics().horizontalAdvance(self._said.text()) + px(4)
        inner = min(natural, max(px(160), widest - beside))
        self._said.setFixedWidth(inner)
        self._said.setFixedHeight(max(px(24), self._said.heightForWidth(inner)))
        self.ensurePolished()
        size = QSize(beside + inner, self.sizeHint().height())
        left = (area.width() - size.width()) // 2
        self.setGeometry(QRect(QPoint(left, self._floor() - size.height() - px(12)), size))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a bar of six pixels at its left."""
        super().paintEvent(event)
        if self.notice is not None:
            color = self._desk.theme.color(SIGNS[self.notice.tone][2])
            paint_bar(self, self._desk.px(6), self._desk.px(8), color)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever reads it with the mouse has time to."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """From now on it goes by itself again."""
        if self._passing is not None and self._passing.tone is Tone.DONE:
            self._timer.start()
        super().leaveEvent(event)

    def _make(self) -> None:
        px, t = self._desk.px, self._desk.t
        self._sign = QLabel()
        self._sign.setFixedSize(px(20), px(20))
        self._said = words("", wrap=True, name="notice.said")
        self._said.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._way: Button = button("", "soft", "small", name="notice.way")
        self._way.clicked.connect(self._go_that_way)
        self._close = button("", "quiet", "small", name="notice.close", tip=t("Dismiss"))
        self._close.setIcon(self._desk.theme.icon("x"))
        self._close.clicked.connect(self.dismiss)
        pieces = (self._sign, self._said, self._way, self._close)
        row(*pieces, on=self, margins=(px(16), px(8), px(8), px(8)), gap=px(12))

    def _show(self) -> None:
        notice = self.notice
        self._timer.stop()
        if notice is None:
            self.hide()
            return
        icon, color, _bar = SIGNS[notice.tone]
        self._sign.setPixmap(self._desk.theme.pixmap(icon, color, 20))
        trouble = notice.tone is Tone.TROUBLE
        self.setProperty("look", "notice-trouble" if trouble else "notice")
        self.style().unpolish(self)
        self.style().polish(self)
        self._said.setText(notice.text)
        self._way.setVisible(notice.way is not None)
        if notice.way is not None:
            self._way.setText(notice.way[0])
        unsolved = notice.tone is Tone.TROUBLE and self._desk.trouble is not None
        self._close.setVisible(not unsolved)
        if notice.tone is Tone.DONE:
            self._timer.start()
        self.show()
        self.place_itself()

    def _announce(self, notice: Notice) -> None:
        """Have a screen reader say it: at once for what went wrong, in its turn for the rest."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, notice.text)
        urgent = notice.tone in (Tone.REFUSED, Tone.TROUBLE)
        manners = QAccessible.AnnouncementPoliteness
        event.setPoliteness(manners.Assertive if urgent else manners.Polite)
        QAccessible.updateAccessibility(event)
        self.setAccessibleName(notice.text)

    def _go_that_way(self) -> None:
        notice = self.notice
        if notice is None or notice.way is None:
            return
        if notice.tone is not Tone.TROUBLE:
            self.dismiss()
        notice.way[1]()

    def _pass(self) -> None:
        self._passing = None
        self._show()

    def _acted(self, _change: Change) -> None:
        """A refusal is answered by the next act, and what was told is known by then."""
        if self._passing is not None and self._passing.tone in (Tone.REFUSED, Tone.TOLD):
            self._pass()

    def _marked(self) -> None:
        """Trouble is solved when the record is whole again."""
        standing = self._standing
        if standing and standing.tone is Tone.TROUBLE and self._desk.trouble is None:
            self._standing = None
            self._show()

    def _beside_words(self) -> int:
        """So many pixels of the line's width are taken by its sign, its buttons and the air between."""
        px = self._desk.px
        taken = px(16) + px(20) + px(12) + px(8) + 2
        for one in (self._way, self._close):
            if not one.isHidden():
                taken += one.sizeHint().width() + px(12)
        return taken

    def _floor(self) -> int:
        """Where the page's foot begins, if it has one that people write in."""
        foot = self._area.findChild(QWidget, "foot")
        if foot is None or not foot.isVisible():
            return self._area.height()
        return foot.mapTo(self._area, QPoint(0, 0)).y()
