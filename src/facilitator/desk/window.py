"""The window: the rail, the page one is on, and the line for notices. Light enough to be painted first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from facilitator.desk.places import Place
from facilitator.desk.rail import WIDTH
from facilitator.desk.reading_order import bring_to_sight, step
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme, wear
from facilitator.desk.widgets.ground import fill

if TYPE_CHECKING:
    from facilitator.desk.content import Content
    from facilitator.desk.desk import Desk
    from facilitator.desk.qtwords import QtWords

LEAST = (860, 480)
"""A laptop of 1366 × 768 that is set to 150 % by the system has 911 × 512 for everything."""
FIRST = (1366, 768)


class Window(QMainWindow):
    """Shows one desk (`sit`), or nothing yet; over it a screen that needs no archive (`cover`).

    What it shows is made anew whenever language, size or look change: nothing in it is worth keeping.
    """

    closing = Signal()
    """Somebody wants the window closed; `life` waits for what is being written and then does."""

    def __init__(
        self, desk: Desk | None = None, *, settings: Settings | None = None, restored: bool = True
    ) -> None:
        """Stands where it stood last time if `restored`."""
        super().__init__()
        self.settings = desk.settings if desk else settings or Settings()
        self.desk: Desk | None = None
        self.setObjectName("window")
        self.may_close = False
        self.place = Place("")
        self.content: Content | None = None
        self._screen: QWidget | None = None
        self._words: QtWords | None = None
        self._over = QStackedWidget()
        self._ground = _Ground(self)
        self._over.addWidget(self._ground)
        self.setCentralWidget(self._over)
        self.setMinimumSize(*LEAST)
        self.resize(*FIRST)
        if restored:
            self.restoreGeometry(self.settings.geometry("main"))
        if desk is not None:
            self.sit(desk)

    def stay_in_sight(self) -> None:
        """Fill a screen that is too small for the window and its frame: its lower edge must not lie outside."""
        room = self.screen().availableGeometry()
        if self.width() >= room.width() or self.height() >= room.height():
            self.showMaximized()

    def sit(self, desk: Desk) -> None:
        """Show this desk from now on, instead of the one before."""
        self.desk, self.place = desk, Place("")
        desk.went.connect(self.show_place)
        desk.looked.connect(self._look_again)
        self.build()

    def build(self) -> None:
        """Make everything in the window, in the language, size and look of now."""
        desk = self.desk
        if desk is None:
            return
        from facilitator.desk.content import Content

        self._speak(desk.lang)
        old, self.content = self.content, Content(desk)
        self._over.addWidget(self.content)
        if self._screen is None:
            self._over.setCurrentWidget(self.content)
        if old is not None:
            self._drop(old)
        self.name_itself()
        if self.place.page:
            self.show_place(self.place)

    def show_place(self, place: Place) -> None:
        """Show a page, made when it is first wanted; one that is no more there is Today instead."""
        if self.content is None:
            return
        self.place = self.content.show_place(place)
        self.settings.page = self.place.text

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        assert self.content is not None
        return self.content.page

    def cover(self, screen: QWidget) -> None:
        """Show a screen over whatever the desk shows, which waits beneath it."""
        self._speak(self.settings.lang)
        old, self._screen = self._screen, screen
        self._over.addWidget(screen)
        # What lies beneath is not shown in between: its archive may be closed already.
        self._over.setCurrentWidget(screen)
        if old is not None:
            self._drop(old)
        getattr(screen, "first", screen).setFocus()

    def uncover(self) -> None:
        """Take the screen away."""
        if self._screen is not None:
            screen, self._screen = self._screen, None
            self._drop(screen)
        self._over.setCurrentWidget(self.content or self._ground)

    def name_itself(self) -> None:
        """The title of the window: the program, and the archive if it is not one's own."""
        desk = self.desk
        if desk is None:
            return
        from facilitator.desk.rehearsal import is_rehearsal
        from facilitator.opening import archive_path

        t = desk.t
        path, own = desk.session.path, archive_path(None)
        name = t("Rehearsal") if is_rehearsal(path) else path.stem
        named = "" if path.absolute() == own.absolute() else f"{name} – "
        self.setWindowTitle(named + t("Facilitator"))

    def _look_again(self) -> None:
        """Not at once: whoever asked for it is a widget that goes."""
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        desk, app = self.desk, QApplication.instance()
        if desk is None or not isinstance(app, QApplication):
            return
        had = self.focusWidget()
        name = had.objectName() if had else ""
        wear(app, desk.theme)
        self.build()
        found = self.content.findChild(QWidget, name) if name and self.content else None
        if found is not None:
            found.setFocus()
            bring_to_sight(found)

    def _speak(self, lang: str) -> None:
        """Have Qt's own buttons and dialogs speak the language of the window."""
        if (self._words is not None) == (lang == "zh"):
            return
        if self._words is not None:
            self._words.remove()
            self._words.deleteLater()
            self._words = None
            return
        from facilitator.desk.qtwords import QtWords

        self._words = QtWords(self)
        self._words.install()

    def _drop(self, widget: QWidget) -> None:
        self._over.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """As one reads, and to sight."""
        moved = step(self, forward=forward) or super().focusNextPrevChild(forward)
        bring_to_sight(self.focusWidget())
        return moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """Somebody wants it closed; what is being written comes first."""
        self.settings.keep_geometry("main", self.saveGeometry())
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()


class _Ground(QWidget):
    """What is painted before anything can be: the rail's colour and the paper's."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        settings = window.settings
        self._theme = Theme(dark=settings.dark, size=settings.size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        fill(painter, self.rect(), theme.color("paper"))
        fill(painter, QRect(0, 0, theme.px(WIDTH), self.height()), theme.color("rail"))
